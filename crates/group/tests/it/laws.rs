//! Laws over histories that nobody thought of: commands by anybody at any time, and acts that get lost.

use std::collections::{BTreeMap, BTreeSet};

use group::parts::{OfficeKind, Outcome, PositionKind, SettingValue};
use group::state::{Decision, Given, Procedure, ProcedureStep, Standing, StepOfProcedure, Vote};
use group::{Act, Actor, Command, Fact, Hat, Id, State, admit, settings};
use proptest::prelude::*;

use crate::commands;
use crate::laws_reading::read;
use crate::roundtrip::without_marked;
use crate::world::{DAY, GUEST, HOUR, MEMBERS, WATCH, World, focal, hat, id, stage_of};
use crate::{laws_meetings, laws_trying, laws_votes, voting};

/// One thing that somebody tries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) what: u8,
    pub(crate) who: u8,
    /// How much later, by kind of step.
    when: u8,
    pub(crate) detail: u8,
}

/// How many kinds of steps are about the text and its group; those about meetings come after them.
const TEXT: u8 = 66;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0..TEXT + laws_trying::KINDS,
        any::<u8>(),
        any::<u8>(),
        any::<u8>(),
    )
        .prop_map(|(what, who, when, detail)| Step {
            what,
            who,
            when,
            detail,
        });
    prop::collection::vec(step, 10..120)
}

/// A history of a group with one text and some meetings: what is refused leaves no trace.
fn history(steps: &[Step]) -> World {
    let mut world = World::with_text();
    let any = commands::set(settings::DEADLINE_ANY_INSTANT, SettingValue::Switch(true));
    world.must(hat(Hat::Secretariat, "north"), &any);
    // A decision of a meeting may go out on the next day.
    let days = commands::set(settings::MEETING_ATTACH_DAYS, SettingValue::Number(0));
    world.must(hat(Hat::Secretariat, "north"), &days);
    voting::allow(&mut world);
    for (index, step) in steps.iter().enumerate() {
        pass(&mut world, *step);
        let (actor, command) = match step.what.checked_sub(TEXT) {
            None => attempt(&world, index, *step),
            Some(what) => laws_trying::attempt(&world, index, Step { what, ..*step }),
        };
        // Some requests were on the way for a while.
        let way = [0, 0, 1, 500, 9_000][usize::from(step.detail) % 5];
        let received = world.now.plus_millis(-way);
        let _ = world.attempt_received(received, actor, &command);
    }
    world
}

/// Lets time pass, often to the very edge of a deadline.
fn pass(world: &mut World, step: Step) {
    let of_vote = running_vote(world).and_then(|vote| vote.deadline);
    let deadline = last_procedure(world)
        .and_then(|id| world.state.procedures.get(&id))
        .map(|procedure| procedure.deadline);
    let deadline = of_vote.map(|(deadline, _)| deadline).or(deadline);
    let at = |offset: i64| deadline.map_or(world.now, |deadline| deadline.plus_millis(offset));
    let next = match step.when % 13 {
        0..=5 => world.now.plus_millis(i64::from(step.when)),
        6 => world.now.plus_millis(HOUR),
        7 => at(-1),
        8 => at(0),
        9 => at(1),
        10 => at(9_999),
        11 => world
            .now
            .plus_millis(if step.who.is_multiple_of(4) { DAY } else { 1 }),
        _ => at(10_000),
    };
    world.now = world.now.max(next);
}

fn last_procedure(world: &World) -> Option<Id> {
    world.state.texts[&id("text")].procedures.last().copied()
}

fn running_vote(world: &World) -> Option<&Vote> {
    world.state.votes.values().find(|vote| vote.is_running())
}

fn attempt(world: &World, index: usize, step: Step) -> (Actor, Command) {
    let members = [MEMBERS[0], MEMBERS[1], MEMBERS[2], MEMBERS[3], GUEST, WATCH];
    let who = members[usize::from(step.who) % members.len()];
    let name = format!("thing {index}");
    let text = &world.state.texts[&id("text")];
    let nothing = id("nothing");
    let round = text.rounds.last().copied().unwrap_or(nothing);
    let procedure = last_procedure(world).unwrap_or(nothing);
    let secretariat = hat(Hat::Secretariat, "north");
    let chair = hat(Hat::Chair, "south");
    let deadline = world
        .now
        .plus_millis([1, HOUR, DAY, 4 * DAY][usize::from(step.detail) % 4]);
    let about = |mut command: Command| {
        match &mut command {
            Command::GivePosition { procedure: of, .. } => *of = procedure,
            Command::Return { round: of, .. } | Command::Freeze { round: of, .. } => *of = round,
            _ => {}
        }
        command
    };
    match step.what {
        0 => (focal("east"), commands::table(&name)),
        1 if step.detail.is_multiple_of(2) => {
            (focal("east"), commands::open_round(&name, deadline))
        }
        1 => (focal("east"), commands::open_restricted(&name, deadline)),
        2 => (focal("east"), Command::CloseRound { round }),
        3 => (Actor::SYSTEM, Command::CloseRound { round }),
        4 => (focal(who), about(commands::marked_up(1, 0))),
        5 => (focal(who), about(commands::no_comments())),
        6 => {
            let mut freeze = about(commands::freeze(&name, &["a1"], &[], who));
            if let Command::Freeze { amendments, .. } = &mut freeze {
                let voice = world.voice(round, id(who));
                amendments[0].supporters = vec![voice];
            }
            (focal("east"), freeze)
        }
        7 => {
            let found = world
                .state
                .rounds
                .get(&round)
                .and_then(|r| r.compilation.as_ref());
            let mut command = commands::respond("nothing", &["a1"]);
            if let Command::IssueResponses { compilation, .. } = &mut command {
                *compilation = found.map_or(nothing, |found| found.id);
            }
            (focal("east"), command)
        }
        8..=11 => (chair, commands::open_silence(&name, deadline)),
        12..=15 => (Actor::SYSTEM, Command::CloseSilence { procedure }),
        16..=19 => (
            chair,
            Command::ConfirmSilence {
                procedure,
                decision: id(&name),
            },
        ),
        20..=22 => {
            let reason = "Met.".to_owned();
            (
                chair,
                Command::RestartSilence {
                    procedure,
                    anew: id(&name),
                    deadline,
                    reason,
                },
            )
        }
        23 => (focal(who), Command::WithdrawPosition { procedure }),
        24 => (focal(who), about(commands::reserves("nothing", true))),
        25 => (focal(who), commands::endorse()),
        26 => (secretariat, commands::publish(Vec::new())),
        27 => (secretariat, commands::assign(OfficeKind::Coordinator, who)),
        28 => {
            // The members but one come and go.
            let organisation = id(if who == "north" { "west" } else { who });
            (secretariat, Command::EndMembership { organisation })
        }
        29 => (focal(who), about(commands::objects("nothing"))),
        30..=37 => {
            let kind = PositionKind::ALL[usize::from(step.detail) % 7];
            (focal(who), about(commands::position("nothing", kind)))
        }
        58.. => laws_votes::about_a_vote(world, step, who, &name),
        _ => steering(world, step, who, &name),
    }
}

/// What can become of a procedure on its way, with mail and co-chairs.
fn steering(world: &World, step: Step, who: &str, name: &str) -> (Actor, Command) {
    let procedure = last_procedure(world).unwrap_or(id("nothing"));
    let found = world.state.procedures.get(&procedure);
    let deadline = found.map_or(world.now, |found| found.deadline);
    let secretariat = hat(Hat::Secretariat, "north");
    // North is a chair now and then, beside south or in its place.
    let chair = hat(
        Hat::Chair,
        ["south", "south", "west"][usize::from(step.who) % 3],
    );
    let later = [
        deadline,
        deadline.plus_millis(HOUR),
        deadline.plus_millis(DAY),
    ];
    let later = later[usize::from(step.detail) % 3].max(world.now.plus_millis(1));
    let arrived = [
        world.now,
        deadline,
        deadline.plus_millis(1),
        deadline.plus_millis(-HOUR),
    ];
    let arrived = arrived[usize::from(step.detail) % 4].min(world.now);
    let unread = world.state.unread();
    let message = unread
        .first()
        .map(|(id, message)| (*id, message.arrived, message.organisation));
    let reason = "It had to be.".to_owned();
    match step.what {
        38 => (
            chair,
            Command::ExtendSilence {
                procedure,
                deadline: later,
            },
        ),
        39 => (focal(who), Command::AskMoreTimeInSilence { procedure }),
        40 => (
            chair,
            Command::DeclineMoreTime {
                procedure,
                reason: None,
            },
        ),
        41 => (chair, Command::SuspendSilence { procedure, reason }),
        42 | 43 => {
            let deadline = later.plus_millis(DAY);
            (
                chair,
                Command::ResumeSilence {
                    procedure,
                    deadline,
                },
            )
        }
        44 => (chair, Command::CancelSilence { procedure, reason }),
        45 => (chair, Command::StopSilence { procedure, reason }),
        46..=50 => {
            let kinds = [
                PositionKind::Agrees,
                PositionKind::Objects,
                PositionKind::Doubtful,
                PositionKind::Doubtful,
                PositionKind::Dissociates,
            ];
            let kind = kinds[usize::from(step.detail) % kinds.len()];
            let mut entered = commands::mailed(who, kind, arrived);
            if let Command::EnterPosition {
                procedure: of,
                message: by,
                organisation,
                arrived,
                ..
            } = &mut entered
            {
                *of = procedure;
                if let Some((id, at, from)) = message.filter(|_| step.who.is_multiple_of(2)) {
                    (*by, *arrived, *organisation) = (Some(id), at, from);
                }
            }
            (secretariat, entered)
        }
        51 => {
            let organisation = id(who);
            (
                chair,
                Command::ApprovePosition {
                    procedure,
                    organisation,
                },
            )
        }
        52 => (
            focal(who),
            Command::ContestPosition {
                procedure,
                reason: None,
            },
        ),
        53 => (secretariat, commands::receive(name, who, arrived)),
        54 => {
            let message = message.map_or(id("nothing"), |(id, ..)| id);
            (secretariat, Command::ReadMessage { message })
        }
        55 => {
            let (from, until) = (deadline.plus_millis(-1), world.now);
            (Actor::SYSTEM, Command::NoticeOutage { from, until })
        }
        56 => {
            let decision = world.state.decisions.last().map_or(id("nothing"), |d| d.id);
            (chair, Command::AnnulDecision { decision, reason })
        }
        _ if step.detail.is_multiple_of(2) => {
            (secretariat, commands::assign(OfficeKind::CoChair, "west"))
        }
        _ => (chair, Command::CloseSilence { procedure }),
    }
}

/// What must be true of every state that the law lets come about.
fn lawful(state: &State, acts: &[Act]) {
    let readings = read(acts);
    assert_eq!(readings.len(), state.procedures.len());
    for (id, procedure) in &state.procedures {
        let reading = &readings[id];
        let over = !procedure.is_open();
        assert_eq!(
            procedure.outcomes,
            reading.outcomes.clone().unwrap_or_default()
        );
        let each: BTreeSet<Id> = procedure.outcomes.iter().map(|o| o.organisation).collect();
        let expect = if over { procedure.electorate.len() } else { 0 };
        assert_eq!((each.len(), procedure.outcomes.len()), (expect, expect));
        let adopted = state
            .decisions
            .iter()
            .any(|decision| decision.procedure() == Some(*id) && decision.annulled.is_none());
        assert_eq!(
            adopted,
            matches!(procedure.standing, Standing::Confirmed { .. })
        );
        assert_eq!(
            reading.annulled,
            matches!(procedure.standing, Standing::Annulled { .. })
        );
        if reading.objected {
            assert!(!reading.confirmed && !adopted, "an objection stood");
        }
    }
    laws_votes::counted(state, acts);
    laws_votes::reminded_once(acts);
    adopted_after_objection_by_restart_alone(state);
    gapless(&state.decisions);
    laws_meetings::lawful(state, acts);
}

/// Of procedures on one version, each after the first restarts the one before.
fn adopted_after_objection_by_restart_alone(state: &State) {
    for text in state.texts.values() {
        for (at, id) in text.procedures.iter().enumerate() {
            let procedure = &state.procedures[id];
            let before = at.checked_sub(1).map(|at| text.procedures[at]);
            let same = before.filter(|id| state.procedures[id].version == procedure.version);
            assert_eq!(procedure.restarts, same);
        }
    }
}

fn gapless(decisions: &[Decision]) {
    let mut last: BTreeMap<u32, u32> = BTreeMap::new();
    for decision in decisions {
        let rank = last.entry(decision.year).or_default();
        *rank += 1;
        assert_eq!(decision.rank, *rank);
        assert_eq!(decision.number, format!("{}/{rank}", decision.year));
    }
}

fn refold<'a>(acts: impl IntoIterator<Item = &'a Act>) -> State {
    acts.into_iter().fold(State::default(), |state, act| {
        admit(state, act).expect("lawful")
    })
}

fn bytes(state: &State) -> Vec<u8> {
    serde_json::to_vec(state).expect("bytes")
}

/// What the law decides, apart from the words that it carries along.
fn decided(state: &State) -> String {
    let procedures: Vec<_> = state
        .procedures
        .values()
        .map(|p| {
            (
                p.id,
                p.standing,
                &p.outcomes,
                p.restarts,
                p.attached(),
                p.late.len(),
            )
        })
        .collect();
    let votes: Vec<_> = state
        .votes
        .values()
        .map(|vote| (vote.id, vote.standing, vote.ballots()))
        .collect();
    let texts: Vec<_> = state
        .texts
        .iter()
        .map(|(id, text)| {
            (
                id,
                stage_of(state, *id),
                &text.endorsements,
                &text.published,
            )
        })
        .collect();
    let rounds: Vec<_> = state
        .rounds
        .values()
        .map(|r| {
            (
                r.id,
                &r.returns,
                r.closed,
                &r.compilation,
                r.responses.as_ref().map(|r| &r.verdicts),
            )
        })
        .collect();
    let meetings = laws_meetings::decided(state);
    format!("{procedures:?} {votes:?} {texts:?} {rounds:?} {meetings}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn histories_are_lawful(steps in steps()) {
        let world = history(&steps);
        lawful(&world.state, &world.acts);
        // Nothing stays owed after a command.
        let state: serde_json::Value = serde_json::to_value(&world.state).expect("a state");
        prop_assert!(state["owed"].is_null());
    }

    #[test]
    fn a_rebuilt_state_is_the_same_to_the_byte(steps in steps()) {
        let world = history(&steps);
        let read: Vec<Act> = world.acts.iter().map(|act| {
            let fact = Fact::from_json(act.fact.kind(), act.fact.to_json()).expect("read back");
            Act { fact, ..act.clone() }
        }).collect();
        let rebuilt = refold(&read);
        prop_assert_eq!(&rebuilt, &world.state);
        prop_assert_eq!(bytes(&rebuilt), bytes(&world.state));
    }

    #[test]
    fn what_is_withheld_decides_nothing(steps in steps()) {
        let world = history(&steps);
        let mut withheld = 0;
        let open: Vec<Act> = world.acts.iter().map(|act| {
            let all = act.fact.to_json();
            let fields = without_marked(&all);
            withheld += all.len() - fields.len();
            let fact = Fact::from_json(act.fact.kind(), fields).expect("read back");
            Act { fact, ..act.clone() }
        }).collect();
        prop_assert!(withheld > 0);
        let state = refold(&open);
        prop_assert_eq!(decided(&state), decided(&world.state));
        lawful(&state, &open);
    }

    #[test]
    fn what_the_law_admits_is_lawful_whatever_got_lost(
        steps in steps(),
        lost in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
    ) {
        let world = history(&steps);
        let lost: BTreeSet<usize> = lost.iter().map(|at| at.index(world.acts.len())).collect();
        let (mut state, mut acts) = (State::default(), Vec::new());
        for (at, act) in world.acts.iter().enumerate() {
            if lost.contains(&at) {
                continue;
            }
            if let Ok(after) = admit(state.clone(), act) {
                state = after;
                acts.push(act.clone());
            }
        }
        if state.founded.is_some() {
            whole_or_owed(&state, &acts);
        }
    }
}

/// A batch that was cut off leaves a debt, and nothing else is admitted before it is paid: then there
/// may be a confirmation without its decision, or an objection whose end is still to be told.
fn whole_or_owed(state: &State, acts: &[Act]) {
    let value: serde_json::Value = serde_json::to_value(state).expect("a state");
    if value["owed"].is_null() {
        lawful(state, acts);
    } else {
        let (_, before) = acts.split_last().expect("an act that owes");
        lawful(&refold(before), before);
    }
}

#[test]
fn histories_reach_adoption_after_a_restart_all_outcomes_and_all_of_a_meeting() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let outcomes = Outcome::ALL.iter().map(|outcome| outcome.word());
    let stages = [
        "adopted after a restart",
        "late",
        "published",
        "responses issued",
        "extended",
        "suspended",
        "cancelled",
        "contested",
        "entered when all was over",
        "annulled",
        "ended by what could be read both ways",
        "adopted by two chairs",
        "adopted by vote",
        "voted down",
        "vote cancelled",
        "decided by roll call",
        "vote annulled",
        "reminded",
    ];
    let expect: BTreeSet<&str> = outcomes
        .chain(stages)
        .chain(laws_meetings::REACHED)
        .collect();
    // Most is reached early, the rest by patience.
    for _ in 0..6_000 {
        if expect.is_subset(&seen) {
            break;
        }
        let steps = steps().new_tree(&mut runner).expect("steps").current();
        let world = history(&steps);
        for procedure in world.state.procedures.values() {
            seen.extend(procedure.outcomes.iter().map(|one| one.outcome.word()));
            if procedure.restarts.is_some()
                && matches!(procedure.standing, Standing::Confirmed { .. })
            {
                seen.insert("adopted after a restart");
            }
            seen.extend(steered(procedure));
        }
        seen.extend(world.state.votes.values().flat_map(laws_votes::voted));
        seen.extend(world.state.decisions.iter().filter_map(|decision| {
            decision.vote()?;
            Some(match decision.meeting() {
                Some(_) => "decided by roll call",
                None => "adopted by vote",
            })
        }));
        let reminds = |act: &Act| matches!(act.fact, Fact::ReminderGiven(_));
        if world.acts.iter().any(reminds) {
            seen.insert("reminded");
        }
        let agreed = |act: &Act| matches!(act.fact, Fact::ChairAgreed(_));
        let adopted = |act: &Act| matches!(act.fact, Fact::DecisionAdopted(_));
        if let Some(at) = world.acts.iter().position(agreed)
            && world.acts[at..].iter().any(adopted)
        {
            seen.insert("adopted by two chairs");
        }
        if world
            .state
            .rounds
            .values()
            .any(|round| round.responses.is_some())
        {
            seen.insert("responses issued");
        }
        seen.insert(world.stage());
        seen.extend(laws_meetings::reached(&world));
    }
    let missing: Vec<_> = expect.difference(&seen).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
}

/// What became of a procedure on its way.
fn steered(procedure: &Procedure) -> Vec<&'static str> {
    let suspended = |step: &ProcedureStep| step.kind == StepOfProcedure::Suspended;
    let doubtful = |by: Id| procedure.is_doubtful(by);
    let in_time = |(_, given): &(Id, Given)| procedure.in_time(given.received);
    let became = [
        ("late", !procedure.late.is_empty()),
        ("extended", procedure.extended_from.is_some()),
        ("suspended", procedure.steps.iter().any(suspended)),
        (
            "cancelled",
            matches!(procedure.standing, Standing::Cancelled { .. }),
        ),
        ("contested", !procedure.contested.is_empty()),
        (
            "entered when all was over",
            procedure.late.iter().any(in_time),
        ),
        (
            "annulled",
            matches!(procedure.standing, Standing::Annulled { .. }),
        ),
        (
            "ended by what could be read both ways",
            matches!(procedure.standing, Standing::Broken { by, .. } if doubtful(by)),
        ),
    ];
    let became = became.into_iter().filter(|(_, became)| *became);
    became.map(|(word, _)| word).collect()
}
