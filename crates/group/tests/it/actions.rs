//! Actions: numbers, owners, days, and how they end (5-procedures, *Decisions and actions*).

use group::parts::MeetingLevel;
use group::state::{ActionStanding, StepKind};
use group::{ActionOpened, Command, Fact};

use crate::meetings::{
    action_at, call, cancel, close, day, drop_action, head, move_action, move_to, open_action,
    reassign, report,
};
use crate::world::{DAY, World, chair, focal, id, instant, key, secretariat};

fn opened() -> World {
    let mut world = World::new();
    let action = open_action("action", &["west", "east"], Some("2026-03-10"));
    world.must(secretariat(), &action);
    world
}

#[test]
fn numbers_have_no_gaps_in_the_year_of_the_groups_seat() {
    let mut world = World::new();
    for (name, at, expect) in [
        ("one", "2026-06-01T10:00:00Z", "2026/1"),
        ("two", "2026-12-31T10:59:59.999Z", "2026/2"),
        ("three", "2026-12-31T11:00:00Z", "2027/1"),
        ("four", "2027-02-01T11:00:00Z", "2027/2"),
    ] {
        world.now = instant(at);
        world.must(chair(), &open_action(name, &["west"], None));
        assert_eq!(world.action(name).number, expect, "{at}");
        // A refused one takes none.
        let refused = world.attempt(chair(), &open_action("none", &[], None));
        assert_eq!(key(&refused), "missing");
    }
    let before = world.state.clone();
    let act = world
        .must(chair(), &open_action("five", &["west"], None))
        .remove(0);
    let check = |change: fn(&mut ActionOpened)| {
        let mut act = act.clone();
        if let Fact::ActionOpened(fact) = &mut act.fact {
            change(fact);
        }
        let refused = group::admit(before.clone(), &act).expect_err("another number");
        assert_eq!(refused.key(), "wrong-number");
    };
    check(|fact| fact.rank = 4);
    check(|fact| fact.year = 2026);
    check(|fact| fact.number = "2027/4".into());
    let again = open_action("five", &["west"], None);
    assert_eq!(key(&world.attempt(chair(), &again)), "id-taken");
}

#[test]
fn owners_take_part_each_once_the_lead_first() {
    let check = |owners: &[&str], expect: &str| {
        let mut world = opened();
        let outcome = world.attempt(secretariat(), &open_action("other", owners, None));
        assert_eq!(key(&outcome), expect, "{owners:?}");
        let outcome = world.attempt(secretariat(), &reassign("action", owners));
        assert_eq!(key(&outcome), expect, "{owners:?}");
        world
    };
    check(&[], "missing");
    check(&["west", "west"], "id-taken");
    check(&["nobody"], "not-a-member");
    check(&["guest", "watch"], "admitted");
    let world = check(&["south", "east", "north"], "admitted");
    let expect = ["south", "east", "north"].map(id);
    assert_eq!(world.action("other").owners, expect);
    assert_eq!(world.action("action").owners, expect);
    let mut world = opened();
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    let gone = world.attempt(secretariat(), &open_action("other", &["west"], None));
    assert_eq!(key(&gone), "not-a-member");
    // What it owned it still may report.
    world.must(focal("west"), &report("action", true));
}

#[test]
fn the_day_is_not_past() {
    // At the seat it is the evening of 2 March; the third begins at 11:00 UTC.
    for (due, at, expect) in [
        ("2026-03-01", "2026-03-02T10:00:00Z", "day-past"),
        ("2026-03-02", "2026-03-02T10:59:59.999Z", "admitted"),
        ("2026-03-02", "2026-03-02T11:00:00Z", "day-past"),
        ("2027-03-02", "2026-03-02T11:00:00Z", "admitted"),
    ] {
        let mut world = opened();
        world.now = instant(at);
        let outcome = world.attempt(chair(), &open_action("other", &["west"], Some(due)));
        assert_eq!(key(&outcome), expect, "{due} at {at}");
        let outcome = world.attempt(chair(), &move_action("action", Some(due)));
        assert_eq!(key(&outcome), expect, "{due} at {at}");
    }
}

#[test]
fn it_is_overdue_the_day_after_and_as_long_as_it_is_open() {
    let mut world = opened();
    let overdue = |world: &World, on: &str| world.state.is_overdue(world.action("action"), day(on));
    assert!(!overdue(&world, "2026-03-10"));
    assert!(overdue(&world, "2026-03-11"));
    world.must(focal("west"), &report("action", false));
    assert!(overdue(&world, "2026-03-11"));
    let mut moved = world.clone();
    moved.must(chair(), &move_action("action", Some("2026-03-12")));
    assert!(!overdue(&moved, "2026-03-12"));
    assert!(overdue(&moved, "2026-03-13"));
    moved.must(chair(), &move_action("action", None));
    assert!(!overdue(&moved, "2030-01-01"), "no next meeting is called");
    for end in [report("action", true), drop_action("action")] {
        let mut world = world.clone();
        world.must(secretariat(), &end);
        assert!(!overdue(&world, "2026-03-11"));
    }
}

#[test]
fn before_the_next_meeting_is_the_day_of_the_next_of_its_level() {
    let mut world = World::meeting_closed();
    world.must(chair(), &open_action("free", &["west"], None));
    let due = |world: &World, name: &str| world.state.due_day(world.action(name));
    assert_eq!((due(&world, "action"), due(&world, "free")), (None, None));
    let mut next = |name: &str, level, begins: &str| {
        world.must(secretariat(), &call(name, level, instant(begins)));
    };
    // Called late, it lies before: that is no next meeting.
    next("told late", MeetingLevel::Heads, "2026-03-19T20:00:00Z");
    next("later", MeetingLevel::Heads, "2026-06-20T20:00:00Z");
    next("sooner", MeetingLevel::Heads, "2026-05-20T20:00:00Z");
    next(
        "experts",
        MeetingLevel::WorkingLevel,
        "2026-04-20T20:00:00Z",
    );
    assert_eq!(due(&world, "action"), Some(day("2026-05-21")));
    assert_eq!(due(&world, "free"), Some(day("2026-04-21")));
    let moved = move_to("sooner", instant("2026-05-30T20:00:00Z"));
    world.must(secretariat(), &moved);
    assert_eq!(due(&world, "action"), Some(day("2026-05-31")));
    let mut off = world.clone();
    off.must(secretariat(), &cancel("sooner"));
    assert_eq!(due(&off, "action"), Some(day("2026-06-21")));
    // That meeting comes and goes: the day stays, and the action is overdue the day after.
    world.now = world.meeting("sooner").begins;
    let items = vec![crate::meetings::item(
        "fol",
        group::parts::ItemKind::FollowUp,
    )];
    world.must(secretariat(), &crate::meetings::propose("sooner", items));
    world.must(secretariat(), &crate::meetings::open("sooner"));
    let action = world.action("action");
    assert!(!world.state.is_overdue(action, day("2026-05-31")));
    assert!(world.state.is_overdue(action, day("2026-06-01")));
    world.must(secretariat(), &close("sooner"));
    assert_eq!(due(&world, "action"), Some(day("2026-05-31")));
    // What that meeting opens is due before the one after it.
    world.must(chair(), &action_at("fresh", "sooner", &["west"]));
    assert_eq!(due(&world, "fresh"), Some(day("2026-06-21")));
}

#[test]
fn it_follows_from_what_is_there() {
    let check =
        |meeting: Option<&str>, item: Option<&str>, decision: Option<&str>, expect: &str| {
            let mut world = World::meeting_closed();
            let begins = instant("2026-05-20T20:00:00Z");
            world.must(secretariat(), &call("later", MeetingLevel::Heads, begins));
            let mut command = open_action("other", &["west"], None);
            if let Command::OpenAction {
                meeting: m,
                item: i,
                decision: d,
                ..
            } = &mut command
            {
                (*m, *i, *d) = (meeting.map(id), item.map(id), decision.map(id));
            }
            let outcome = world.attempt(chair(), &command);
            assert_eq!(key(&outcome), expect, "{meeting:?} {item:?} {decision:?}");
        };
    check(None, None, None, "admitted");
    check(Some("meeting"), Some("topic"), Some("agree"), "admitted");
    check(Some("meeting"), None, Some("agree"), "admitted");
    check(None, None, Some("agree"), "admitted");
    check(None, Some("topic"), None, "unknown");
    check(Some("meeting"), Some("nowhere"), None, "unknown");
    check(Some("meeting"), None, Some("differ"), "unknown");
    check(Some("nowhere"), None, None, "unknown");
    check(Some("later"), None, None, "meeting-not-open");
}

#[test]
fn owners_and_the_secretariat_report_and_an_end_is_an_end() {
    let mut world = opened();
    world.must(focal("east"), &report("action", false));
    assert_eq!(world.action("action").standing, ActionStanding::InProgress);
    world.must(head(), &report("action", false));
    let strange = world.attempt(focal("south"), &report("action", false));
    assert_eq!(key(&strange), "not-entitled");
    let mut empty = report("action", true);
    if let Command::ReportAction { report, .. } = &mut empty {
        report.clear();
    }
    assert_eq!(key(&world.attempt(focal("west"), &empty)), "missing");
    for end in [report("action", true), drop_action("action")] {
        let mut world = world.clone();
        world.must(secretariat(), &end);
        assert!(!world.action("action").is_open());
        for after in [
            report("action", false),
            report("action", true),
            drop_action("action"),
            move_action("action", None),
            reassign("action", &["west"]),
        ] {
            let outcome = world.attempt(secretariat(), &after);
            assert_eq!(key(&outcome), "action-over", "{after:?} after {end:?}");
        }
    }
    let nowhere = world.attempt(secretariat(), &report("nowhere", true));
    assert_eq!(key(&nowhere), "unknown");
}

#[test]
fn what_was_before_stays_readable() {
    let mut world = opened();
    world.wait(DAY);
    world.must(chair(), &move_action("action", Some("2026-04-01")));
    world.must(secretariat(), &reassign("action", &["south"]));
    // From now on it is the new owners' to report, and no longer the old ones'.
    let old = world.attempt(focal("west"), &report("action", true));
    assert_eq!(key(&old), "not-entitled");
    world.must(focal("south"), &report("action", true));
    let action = world.action("action");
    assert_eq!(action.owners, [id("south")]);
    assert_eq!(action.due, Some(day("2026-04-01")));
    assert_eq!(action.standing, ActionStanding::Done { at: world.now });
    let steps: Vec<_> = action
        .steps
        .iter()
        .map(|s| (s.what.clone(), s.by))
        .collect();
    let moved = StepKind::Moved {
        from: Some(day("2026-03-10")),
    };
    let reassigned = StepKind::Reassigned {
        from: vec![id("west"), id("east")],
    };
    assert_eq!(
        steps,
        [
            (moved, Some(id("south"))),
            (reassigned, Some(id("north"))),
            (StepKind::Done, Some(id("south"))),
        ]
    );
    assert!(action.steps.iter().all(|step| !step.words.is_withheld()));
}
