//! What sources tell, and names over time.

use group::state::Organisation;
use group::{Actor, Command, Fact, Known, Personal, Refusal, State};

use crate::samples;
use crate::world::{DAY, World, id, key, secretariat};

fn told(history: Vec<Fact>) -> Command {
    Command::FoundFromSource {
        name: "The Group of the Note".into(),
        short_name: "note".into(),
        abbreviation: Some("GN".into()),
        zone: "UTC".into(),
        notice: "Made from a public note.".into(),
        history,
    }
}

/// The samples, with the organisation and the person that they speak of.
fn history() -> Vec<Fact> {
    let mut facts = samples::history();
    facts.retain(Fact::is_history);
    let organisation = samples::facts()
        .into_iter()
        .find(|fact| matches!(fact, Fact::OrganisationRecorded(_)))
        .expect("a sample");
    let person = Fact::from(group::PersonRecorded {
        person: id("person"),
        name: Personal::Given("A. Head".into()),
    });
    facts.splice(1..1, [organisation, person]);
    facts
}

fn founded(history: Vec<Fact>) -> Result<State, Refusal> {
    let mut world = World::empty();
    world.attempt(Actor::FOUNDER, &told(history))?;
    Ok(world.state)
}

#[test]
fn a_group_is_founded_from_a_source_and_nothing_follows() {
    let mut world = World::empty();
    let acts = world.must(Actor::FOUNDER, &told(history()));
    assert_eq!(acts.len(), history().len() + 1);
    let founded = world.state.founded.as_ref().expect("founded");
    assert_eq!(founded.notice.as_deref(), Some("Made from a public note."));
    let meeting = &world.state.history.meetings[&id("meeting")];
    assert_eq!(meeting.attendance, Known::Unknown);
    assert_eq!(meeting.decisions.as_ref().map(|d| d.count), Some(10));
    assert_eq!(world.state.days_told().len(), 1);
    assert!(
        world.state.decisions.is_empty(),
        "ten are told, none is invented"
    );
    let more = Command::SetRule {
        name: group::settings::DEADLINE_ANY_INSTANT.into(),
        value: group::parts::SettingValue::Switch(true),
    };
    assert_eq!(key(&world.attempt(Actor::FOUNDER, &more)), "not-entitled");
}

#[test]
fn history_hangs_together() {
    assert!(founded(history()).is_ok());
    // Each fact needs the source before it, and those about a meeting the meeting.
    let without = |kind: &str| {
        let rest = history().into_iter().filter(|fact| fact.kind() != kind);
        founded(rest.collect()).err().map(|refusal| refusal.key())
    };
    assert_eq!(without("source.recorded"), Some("unknown"));
    assert_eq!(without("organisation.recorded"), Some("unknown"));
    assert_eq!(without("person.recorded"), Some("unknown"));
    assert_eq!(without("meeting.recorded"), Some("unknown"));
    assert_eq!(without("mandate.recorded"), None);
    for at in 0..history().len() {
        let mut twice = history();
        let again = twice[at].clone();
        let kind = again.kind();
        twice.insert(at + 1, again);
        let more = ["account.recorded", "office.recorded", "purpose.set"].contains(&kind);
        assert_eq!(founded(twice).is_ok(), more, "{kind} twice");
    }
}

#[test]
fn only_what_a_source_tells_is_history() {
    let live = samples::facts()
        .into_iter()
        .find(|fact| fact.kind() == "decision.adopted");
    let mut facts = history();
    facts.extend(live);
    assert_eq!(founded(facts).err().map(|r| r.key()), Some("unknown"));
}

#[test]
fn a_meeting_is_counted_within_its_level() {
    let recorded = samples::history()
        .into_iter()
        .find(|fact| matches!(fact, Fact::MeetingRecorded(_)))
        .expect("a sample");
    let Fact::MeetingRecorded(first) = recorded else {
        panic!("no meeting");
    };
    let mut facts = vec![samples::history().remove(0)];
    let mut later = |name: &str, level, days: i64, ordinal| {
        let mut meeting = (*first).clone();
        meeting.meeting = id(name);
        meeting.slug = name.into();
        meeting.level = level;
        meeting.on = group::Day(
            first
                .on
                .0
                .checked_sub(jiff::Span::new().days(days))
                .expect("a day"),
        );
        meeting.ordinal = ordinal;
        facts.push(Fact::from(meeting));
    };
    use group::parts::MeetingLevel::{Heads, WorkingLevel};
    later("third", Heads, 1, Known::Unknown);
    later("one", Heads, 300, Known::Known(1));
    later("second", Heads, 100, Known::Unknown);
    later("working", WorkingLevel, 50, Known::Unknown);
    let state = founded(facts).expect("recorded");
    for (name, expect) in [
        ("one", Known::Known(1)),
        ("second", Known::Known(2)),
        ("third", Known::Known(3)),
        ("working", Known::Unknown),
    ] {
        assert_eq!(state.ordinal(id(name)), expect, "{name}");
    }
}

#[test]
fn a_name_stays_with_its_days() {
    let mut world = World::new();
    let before = world.state.day(world.now);
    world.wait(30 * DAY);
    let rename = Command::RenameOrganisation {
        organisation: id("west"),
        name: "The Outer West".into(),
        short_name: Some("OW".into()),
    };
    world.must(secretariat(), &rename);
    let add = Command::AddName {
        organisation: id("west"),
        name: "Les gens de l\u{2019}Ouest".into(),
    };
    world.must(secretariat(), &add);
    assert_eq!(key(&world.attempt(secretariat(), &add)), "name-taken");
    let today = world.state.day(world.now);
    let west = &world.state.organisations[&id("west")];
    let old = World::new().state.organisations[&id("west")].clone();
    assert_eq!(
        west.named_on(before),
        (old.name.as_str(), old.short_name.as_deref())
    );
    assert_eq!(west.named_on(today), ("The Outer West", Some("OW")));
    let finds = |organisation: &Organisation, words: &str| organisation.answers_to(words);
    for (words, expect) in [
        ("outer", true),
        ("ow", true),
        (old.name.as_str(), true),
        ("l\u{2019}ouest", true),
        ("east", false),
    ] {
        assert_eq!(finds(west, words), expect, "{words}");
    }
}
