//! A small group to try the law on: four members (secretariat, chair, penholder, one more), a partner and
//! an observer, with ids made of names.

use group::parts::{Behind, OfficeKind, SeatKind, SettingValue};
use group::state::{Procedure, Round};
use group::{
    Act, Actor, Command, Context, Fact, Hat, Id, Instant, OBSERVER, PARTNER, RULES, Refusal, Stage,
    State, Stream, admit, decide, settings,
};

use crate::commands;

/// The members; the first holds the secretariat, the second the chair, the third the pen.
pub(crate) const MEMBERS: [&str; 4] = ["north", "south", "east", "west"];
pub(crate) const GUEST: &str = "guest";
pub(crate) const WATCH: &str = "watch";
pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;
/// Thirteen hours ahead of UTC in winter: its days and years are not those of UTC.
pub(crate) const ZONE: &str = "Pacific/Auckland";

/// A group under way, with all its acts.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) acts: Vec<Act>,
    pub(crate) now: Instant,
    serial: u128,
}

/// The id that a name stands for.
pub(crate) fn id(name: &str) -> Id {
    assert!(name.len() <= 10, "{name} does not fit into an id");
    let bits = name
        .bytes()
        .fold(0_u128, |bits, byte| (bits << 8) | u128::from(byte));
    Id::from_parts(Instant::from_millis(1), bits)
}

pub(crate) fn instant(text: &str) -> Instant {
    text.parse().expect("an instant")
}

/// Somebody with this hat of this organisation: the focal point, unless the hat is a seat of its own.
pub(crate) fn hat(hat: Hat, organisation: &str) -> Actor {
    let place = match hat {
        Hat::Head => "hea",
        Hat::Alternate => "alt",
        Hat::Reviewer => "rev",
        _ => "foc",
    };
    Actor {
        seat: Some(id(&format!("{organisation}/{place}"))),
        hat,
    }
}

pub(crate) fn focal(organisation: &str) -> Actor {
    hat(Hat::FocalPoint, organisation)
}

pub(crate) fn secretariat() -> Actor {
    hat(Hat::Secretariat, "north")
}

pub(crate) fn chair() -> Actor {
    hat(Hat::Chair, "south")
}

/// What a refusal is called, for comparing.
pub(crate) fn key(outcome: &Result<Vec<Act>, Refusal>) -> &'static str {
    match outcome {
        Ok(_) => "admitted",
        Err(refusal) => refusal.key(),
    }
}

impl World {
    /// Before the founding.
    pub(crate) fn empty() -> Self {
        Self {
            state: State::default(),
            acts: Vec::new(),
            now: instant("2026-03-02T09:00:00Z"),
            serial: 0,
        }
    }

    /// Founded, with everybody in their place.
    pub(crate) fn new() -> Self {
        let mut world = Self::empty();
        world.must(Actor::FOUNDER, &commands::found());
        for (organisation, category) in [
            (MEMBERS[1], group::MEMBER),
            (MEMBERS[2], group::MEMBER),
            (MEMBERS[3], group::MEMBER),
            (GUEST, PARTNER),
            (WATCH, OBSERVER),
        ] {
            world.must(secretariat(), &commands::take_in(organisation, category));
            let seat = commands::seat(organisation, "foc", SeatKind::FocalPoint);
            world.must(secretariat(), &seat);
        }
        for (short, place) in [
            ("hea", SeatKind::Head),
            ("alt", SeatKind::Alternate),
            ("rev", SeatKind::Reviewer),
        ] {
            world.must(secretariat(), &commands::seat("east", short, place));
        }
        world.must(secretariat(), &commands::assign(OfficeKind::Chair, "south"));
        // It counts hours, as permanent missions do, at any time of day.
        for (name, value) in [
            (settings::DEADLINE_FROM_HOUR, 0),
            (settings::DEADLINE_TO_HOUR, 24),
            (settings::SILENCE_MINIMUM_DAYS, 0),
            (settings::SILENCE_MINIMUM_HOURS, 72),
            (settings::SILENCE_RESTART_MINIMUM_DAYS, 0),
            (settings::SILENCE_RESTART_MINIMUM_HOURS, 24),
        ] {
            let hours = commands::set(name, SettingValue::Number(value));
            world.must(secretariat(), &hours);
        }
        world
    }

    /// Decides, holds that the law admits each act that was proposed, and goes on from there.
    pub(crate) fn attempt(&mut self, actor: Actor, command: &Command) -> Result<Vec<Act>, Refusal> {
        self.attempt_received(self.now, actor, command)
    }

    /// The same with a request that had arrived earlier.
    pub(crate) fn attempt_received(
        &mut self,
        received: Instant,
        actor: Actor,
        command: &Command,
    ) -> Result<Vec<Act>, Refusal> {
        let context = self.context(received, actor, command);
        let acts = decide(&self.state, command, &context)?;
        let mut state = self.state.clone();
        for act in &acts {
            state = admit(state, act).expect("what is proposed is admitted");
        }
        self.state = state;
        self.acts.extend(acts.iter().cloned());
        Ok(acts)
    }

    pub(crate) fn context(
        &mut self,
        received: Instant,
        actor: Actor,
        command: &Command,
    ) -> Context {
        Context {
            now: self.now,
            received,
            actor,
            batch: self.fresh(),
            ids: (0..24).map(|_| self.fresh()).collect(),
            behind: self.behind(command),
        }
    }

    pub(crate) fn must(&mut self, actor: Actor, command: &Command) -> Vec<Act> {
        self.attempt(actor, command)
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"))
    }

    /// Admits a fact that no command makes, as the secretariat's.
    pub(crate) fn record(&mut self, fact: impl Into<Fact>, stream: Stream) -> Result<(), Refusal> {
        let act = Act {
            id: self.fresh(),
            stream,
            time: self.now,
            received: self.now,
            batch: self.fresh(),
            rules: RULES,
            organisation: Some(id("north")),
            hat: Hat::Secretariat,
            fact: fact.into(),
        };
        self.state = admit(self.state.clone(), &act)?;
        self.acts.push(act);
        Ok(())
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, millis: i64) {
        self.now = self.now.plus_millis(millis);
    }

    /// Who is behind the tokens of the restricted round that a command is about.
    fn behind(&self, command: &Command) -> Vec<Behind> {
        let Some(round) = command.round() else {
            return Vec::new();
        };
        let day = self.state.day(self.now);
        let behind = |organisation: Id| Behind {
            token: commands::token(round, organisation),
            organisation,
        };
        match self.state.rounds.get(&round) {
            None => {
                let asked = self.state.electorate(day, |rights| rights.may_comment);
                asked.into_iter().map(behind).collect()
            }
            Some(found) => {
                let all = self.state.organisations.keys().map(|id| behind(*id));
                all.filter(|one| found.electorate.contains(&one.token))
                    .collect()
            }
        }
    }

    /// The id under which an organisation answers in a round.
    pub(crate) fn voice(&self, round: Id, organisation: Id) -> Id {
        let found = self.state.rounds.get(&round);
        if found.is_some_and(Round::is_restricted) {
            return commands::token(round, organisation);
        }
        organisation
    }

    pub(crate) fn fresh(&mut self) -> Id {
        self.serial += 1;
        Id::from_parts(Instant::from_millis(2), self.serial)
    }

    pub(crate) fn procedure(&self, name: &str) -> &Procedure {
        &self.state.procedures[&id(name)]
    }

    pub(crate) fn round(&self, name: &str) -> &Round {
        &self.state.rounds[&id(name)]
    }

    /// The word for the stage of the text.
    pub(crate) fn stage(&self) -> &'static str {
        stage_of(&self.state, id("text"))
    }

    // The life of a text, step by step.

    pub(crate) fn with_text() -> Self {
        let mut world = Self::new();
        world.must(secretariat(), &commands::open_text("text", "east"));
        world
    }

    pub(crate) fn in_round() -> Self {
        let mut world = Self::with_text();
        let deadline = world.now.plus_millis(7 * DAY);
        world.must(focal("east"), &commands::open_round("round", deadline));
        world
    }

    pub(crate) fn answering() -> Self {
        let mut world = Self::in_round();
        world.wait(HOUR);
        world.must(focal("west"), &commands::marked_up(2, 1));
        world.must(focal("guest"), &commands::no_comments());
        world.must(focal("east"), &commands::close_round());
        let frozen = commands::freeze("comp", &["a1", "a2"], &["c1"], "west");
        world.must(focal("east"), &frozen);
        world
    }

    pub(crate) fn responded() -> Self {
        let mut world = Self::answering();
        world.must(
            focal("east"),
            &commands::respond("comp", &["a1", "a2", "c1"]),
        );
        world
    }

    pub(crate) fn under_silence() -> Self {
        let mut world = Self::responded();
        world.must(focal("east"), &commands::table("draft 1"));
        let deadline = world.now.plus_millis(72 * HOUR);
        world.must(chair(), &commands::open_silence("proc", deadline));
        world
    }

    pub(crate) fn broken() -> Self {
        let mut world = Self::under_silence();
        world.wait(HOUR);
        world.must(focal("west"), &commands::objects("proc"));
        world
    }

    pub(crate) fn awaiting_chair() -> Self {
        let mut world = Self::under_silence();
        world.must(focal("west"), &commands::reserves("proc", true));
        world.now = world.procedure("proc").closes_from();
        world.must(Actor::SYSTEM, &commands::close_silence("proc"));
        world
    }

    pub(crate) fn adopted() -> Self {
        let mut world = Self::awaiting_chair();
        world.must(chair(), &commands::confirm("proc", "decision"));
        world
    }

    pub(crate) fn published() -> Self {
        let mut world = Self::adopted();
        world.must(secretariat(), &commands::publish(Vec::new()));
        world
    }
}

pub(crate) fn stage_of(state: &State, text: Id) -> &'static str {
    match state.stage(&state.texts[&text]) {
        Stage::Drafting => "drafting",
        Stage::InRound(_) => "in round",
        Stage::Answering(_) => "answering",
        Stage::ResponsesIssued(_) => "responses issued",
        Stage::UnderSilence(_) => "under silence",
        Stage::AwaitingChair(_) => "awaiting chair",
        Stage::Voting(_) => "voting",
        Stage::Carried(_) => "carried",
        Stage::Ended(_) => "broken",
        Stage::Adopted(_) => "adopted",
        Stage::Published(..) => "published",
    }
}

/// Whether a fact is a position that was kept as late.
pub(crate) fn is_late(fact: &Fact) -> bool {
    matches!(fact, Fact::PositionGiven(given) if given.late)
}
