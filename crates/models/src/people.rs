//! A group of four: north holds the secretariat, south the chair, east the pen; west is a member without
//! an office.

use group::parts::{OfficeKind, SeatKind, SettingValue};
use group::{Act, Actor, Command, Context, Filed, Hat, Id, Instant, MEMBER, Refusal, State};
use group::{admit, decide, settings};

/// When the life of the group begins: a Monday.
pub(crate) const BEGINNING: Instant = Instant::from_millis(1_772_442_000_000);

/// The id that a name stands for.
pub(crate) fn id(name: &str) -> Id {
    let bits = name
        .bytes()
        .fold(0_u128, |bits, byte| (bits << 8) | u128::from(byte));
    Id::from_parts(Instant::from_millis(1), bits)
}

pub(crate) fn focal(organisation: &str) -> Actor {
    wearing(Hat::FocalPoint, organisation)
}

/// The focal point of an organisation with one of its hats.
pub(crate) fn wearing(hat: Hat, organisation: &str) -> Actor {
    Actor {
        seat: Some(id(organisation)),
        hat,
    }
}

/// Decides a command and folds what it makes.
///
/// # Errors
/// The law's refusal.
pub(crate) fn done(
    state: &State,
    actor: Actor,
    command: &Command,
    received: Instant,
    now: Instant,
) -> Result<(State, Vec<Act>), Refusal> {
    // Ids of acts mean nothing to the law: each has one of its own.
    let fresh = |at: u64| Id::from_parts(now, u128::from(state.acts + at));
    let context = Context {
        now,
        received,
        actor,
        batch: fresh(0),
        ids: (0..24).map(fresh).collect(),
        behind: Vec::new(),
    };
    let acts = decide(state, command, &context)?;
    let mut after = state.clone();
    for act in &acts {
        after = admit(after, act)?;
    }
    Ok((after, acts))
}

/// The group as it begins, with these settings and a text of east's.
pub(crate) fn group(settings: &[(&str, SettingValue)]) -> State {
    begun(State::default(), beginning(settings))
}

/// What comes of a beginning in which everything is lawful.
pub(crate) fn begun(mut state: State, commands: Vec<(Actor, Command)>) -> State {
    for (actor, command) in commands {
        match done(&state, actor, &command, BEGINNING, BEGINNING) {
            Ok((after, _)) => state = after,
            // A model without its group would hold anything.
            Err(refusal) => panic!("the group of the models begins: {command:?}: {refusal}"),
        }
    }
    state
}

fn beginning(settings: &[(&str, SettingValue)]) -> Vec<(Actor, Command)> {
    let secretariat = wearing(Hat::Secretariat, "north");
    let mut all = vec![(Actor::FOUNDER, found())];
    for organisation in ["south", "east", "west"] {
        all.push((secretariat, take_in(organisation)));
        all.push((secretariat, seat(organisation)));
    }
    all.push((secretariat, assign(OfficeKind::Chair, "south")));
    let any = [(settings::DEADLINE_ANY_INSTANT, SettingValue::Switch(true))];
    for (name, value) in any.iter().chain(settings) {
        let name = (*name).to_owned();
        let value = value.clone();
        all.push((secretariat, Command::SetRule { name, value }));
    }
    all.push((secretariat, open_text()));
    all
}

fn found() -> Command {
    Command::Found {
        name: "The Group".to_owned(),
        short_name: "group".to_owned(),
        zone: "Etc/UTC".to_owned(),
        purpose: None,
        organisation: id("north"),
        organisation_name: "north".to_owned(),
        organisation_short: None,
        seat: id("north"),
        person: id("north~"),
        person_name: "Somebody".to_owned(),
        settings: Vec::new(),
    }
}

fn take_in(organisation: &str) -> Command {
    Command::RecordOrganisation {
        organisation: id(organisation),
        name: organisation.to_owned(),
        short_name: None,
        category: MEMBER.to_owned(),
        kind: None,
    }
}

fn seat(organisation: &str) -> Command {
    Command::OpenSeat {
        seat: id(organisation),
        person: id(&format!("{organisation}~")),
        person_name: "Somebody".to_owned(),
        organisation: id(organisation),
        place: SeatKind::FocalPoint,
    }
}

pub(crate) fn assign(office: OfficeKind, organisation: &str) -> Command {
    Command::AssignOffice {
        office,
        organisation: id(organisation),
        until: None,
        exercised_by: None,
        decision: None,
    }
}

fn open_text() -> Command {
    Command::OpenText {
        text: id("text"),
        slug: "text".to_owned(),
        title: "A text".to_owned(),
        form: "statement".to_owned(),
        symbol: None,
        language: None,
        supplements: None,
        aim: group::Aim::default(),
        penholder: id("east"),
        label: "draft".to_owned(),
        sha256: "00".repeat(32),
        file: filed("draft"),
    }
}

pub(crate) fn filed(name: &str) -> Filed {
    Filed {
        id: name.to_owned(),
    }
}
