//! The agenda of a meeting, and what earlier meetings left for it (5-procedures, *Meetings*).

use group::parts::{AgendaItem, ItemKind, ItemOutcome, MeetingLevel, SettingValue};
use group::{Id, settings};

use crate::commands;
use crate::meetings::{
    adopt_agenda, agenda, call, cancel, close, close_item, drop_action, item, open, open_action,
    propose,
};
use crate::world::{HOUR, World, chair, focal, id, instant, key, secretariat};

#[test]
fn the_agenda_is_proposed_anew_until_it_is_adopted_once() {
    let mut world = World::agenda_proposed();
    let fewer = propose("meeting", agenda()[..3].to_vec());
    world.must(secretariat(), &fewer);
    assert_eq!(world.meeting("meeting").agenda.len(), 3);
    // Before the meeting is opened nobody adopts it.
    let early = world.attempt(chair(), &adopt_agenda("meeting"));
    assert_eq!(key(&early), "meeting-not-open");
    world.now = world.meeting("meeting").begins;
    world.must(secretariat(), &open("meeting"));
    world.must(secretariat(), &propose("meeting", agenda()));
    let item = close_item("meeting", "topic", ItemOutcome::TookNote);
    assert_eq!(key(&world.attempt(chair(), &item)), "agenda-not-adopted");
    world.must(chair(), &adopt_agenda("meeting"));
    assert_eq!(
        key(&world.attempt(chair(), &adopt_agenda("meeting"))),
        "agenda-adopted"
    );
    assert_eq!(key(&world.attempt(chair(), &fewer)), "agenda-adopted");
    assert_eq!(world.meeting("meeting").agenda.len(), 5);
    world.must(chair(), &item);
    let mut bare = World::meeting_called();
    bare.now = bare.meeting("meeting").begins;
    bare.must(secretariat(), &open("meeting"));
    assert_eq!(
        key(&bare.attempt(chair(), &adopt_agenda("meeting"))),
        "no-agenda"
    );
    let closed = World::meeting_closed().attempt(secretariat(), &fewer);
    assert_eq!(key(&closed), "meeting-over");
}

#[test]
fn each_line_of_an_agenda_hangs_together() {
    let check = |change: fn(&mut Vec<AgendaItem>), expect: &str| {
        let mut items = agenda();
        change(&mut items);
        let outcome = World::meeting_called().attempt(secretariat(), &propose("meeting", items));
        assert_eq!(key(&outcome), expect);
    };
    check(|_| (), "admitted");
    check(Vec::clear, "missing");
    check(|items| items[2].title = " ".into(), "missing");
    check(|items| items[3].item = items[2].item, "id-taken");
    check(|items| items[2].kind = ItemKind::FollowUp, "id-taken");
    check(
        |items| items[2].kind = ItemKind::AdoptionOfAgenda,
        "id-taken",
    );
    check(|items| items[2].kind = ItemKind::OtherBusiness, "admitted");
    check(|items| items[2].text = Some(id("text")), "unknown");
    check(|items| items[2].deferred = Some(id("before")), "unknown");
    check(
        |items| items[2].kind = ItemKind::Minutes,
        "meeting-not-over",
    );
    check(
        |items| items[2].minutes_of = Some(id("meeting")),
        "meeting-not-over",
    );
    // Neither itself, nor what isn't over.
    check(
        |items| {
            items[2].kind = ItemKind::Minutes;
            items[2].minutes_of = Some(id("meeting"));
        },
        "meeting-not-over",
    );
    check(
        |items| {
            let more = (0..60).map(|n| item(&format!("more {n}"), ItemKind::Topic));
            items.splice(.., more);
        },
        "admitted",
    );
    check(
        |items| {
            let more = (0..61).map(|n| item(&format!("more {n}"), ItemKind::Topic));
            items.splice(.., more);
        },
        "too-many",
    );
    // An item belongs to one meeting.
    let mut world = World::agenda_proposed();
    let begins = instant("2026-04-20T20:00:00Z");
    world.must(secretariat(), &call("other", MeetingLevel::Heads, begins));
    let same = propose("other", vec![item("topic", ItemKind::Topic)]);
    assert_eq!(key(&world.attempt(secretariat(), &same)), "id-taken");
}

// What earlier meetings left.

fn carried(world: &World, meeting: &str) -> Vec<Id> {
    let lines = world.meeting(meeting).agenda.iter();
    lines.flat_map(|line| line.carries.clone()).collect()
}

fn next(world: &mut World, name: &str, level: MeetingLevel, begins: &str) {
    world.must(secretariat(), &call(name, level, instant(begins)));
}

#[test]
fn the_open_actions_of_the_level_and_all_overdue_ones_stand_on_the_agenda() {
    let mut world = World::meeting_closed();
    let due = |name: &str, due: &str| open_action(name, &["west"], Some(due));
    world.must(secretariat(), &due("working", "2026-04-10"));
    world.must(secretariat(), &due("dropped", "2026-04-10"));
    world.must(secretariat(), &drop_action("dropped"));
    next(
        &mut world,
        "later",
        MeetingLevel::Heads,
        "2026-05-20T20:00:00Z",
    );
    next(
        &mut world,
        "experts",
        MeetingLevel::WorkingLevel,
        "2026-04-15T20:00:00Z",
    );
    let lines = |prefix: &str| {
        vec![
            item(&format!("{prefix}1"), ItemKind::Topic),
            item(&format!("{prefix}2"), ItemKind::FollowUp),
        ]
    };
    world.must(secretariat(), &propose("later", lines("l")));
    assert_eq!(carried(&world, "later"), [id("action")]);
    world.must(secretariat(), &propose("experts", lines("e")));
    assert_eq!(carried(&world, "experts"), [id("working")]);
    // On its last day it isn't overdue; the day after begins at noon UTC in April.
    world.now = instant("2026-04-10T11:59:59.999Z");
    world.must(secretariat(), &propose("later", lines("l")));
    assert_eq!(carried(&world, "later"), [id("action")]);
    world.now = instant("2026-04-10T12:00:00Z");
    world.must(secretariat(), &propose("later", lines("l")));
    assert_eq!(carried(&world, "later"), [id("action"), id("working")]);
}

#[test]
fn the_follow_up_is_not_dropped_while_actions_are_open() {
    let mut world = World::meeting_closed();
    next(
        &mut world,
        "later",
        MeetingLevel::Heads,
        "2026-05-20T20:00:00Z",
    );
    let without = propose("later", vec![item("l1", ItemKind::Topic)]);
    let outcome = world.attempt(secretariat(), &without);
    assert_eq!(key(&outcome), "carry-over");
    let sentence = outcome.expect_err("refused").to_string();
    assert!(sentence.starts_with("1 "), "{sentence}");
    // A record that carries something else is none.
    let mut trial = world.clone();
    let with = propose("later", vec![item("l2", ItemKind::FollowUp)]);
    let act = trial.must(secretariat(), &with).remove(0);
    for carries in [vec![], vec![id("action"), id("action")]] {
        let mut other = act.clone();
        if let group::Fact::AgendaProposed(fact) = &mut other.fact {
            fact.items[0].carries = carries;
        }
        let refused = group::admit(world.state.clone(), &other).expect_err("another list");
        assert_eq!(refused.key(), "wrong-outcome");
    }
    let mut settled = world.clone();
    settled.must(secretariat(), &drop_action("action"));
    settled.must(secretariat(), &without);
    let off = commands::set(settings::MEETING_CARRY_OVER, SettingValue::Switch(false));
    world.must(secretariat(), &off);
    world.must(secretariat(), &without);
}

fn left(world: &World, meeting: &str) -> Vec<Id> {
    let left = world.state.left_over_for(id(meeting));
    left.into_iter().map(|(_, line)| line.item).collect()
}

#[test]
fn what_was_left_over_is_offered_once_and_taken_up_once() {
    let mut world = World::in_session();
    next(
        &mut world,
        "later",
        MeetingLevel::Heads,
        "2026-05-20T20:00:00Z",
    );
    next(
        &mut world,
        "last",
        MeetingLevel::Heads,
        "2026-06-20T20:00:00Z",
    );
    next(
        &mut world,
        "experts",
        MeetingLevel::WorkingLevel,
        "2026-06-20T20:00:00Z",
    );
    let deferred = close_item("meeting", "second", ItemOutcome::Deferred);
    world.must(chair(), &deferred);
    // While it sits, that may still change.
    assert!(left(&world, "later").is_empty());
    world.must(chair(), &close("meeting"));
    // "topic" was not reached; other business and the rest are no topics.
    let both = [id("topic"), id("second")];
    assert_eq!(left(&world, "later"), both);
    assert_eq!(left(&world, "last"), both);
    assert!(left(&world, "experts").is_empty());
    assert!(left(&world, "meeting").is_empty());
    let again = |name: &str, of: &str| {
        let mut line = item(name, ItemKind::Topic);
        line.deferred = Some(id(of));
        line
    };
    let twice = propose("later", vec![again("l1", "second"), again("l2", "second")]);
    assert_eq!(key(&world.attempt(secretariat(), &twice)), "id-taken");
    world.must(
        secretariat(),
        &propose("later", vec![again("l1", "second")]),
    );
    assert_eq!(
        left(&world, "later"),
        both,
        "its own agenda may be proposed anew"
    );
    assert_eq!(left(&world, "last"), [id("topic")]);
    let taken = propose("last", vec![again("m1", "second")]);
    assert_eq!(key(&world.attempt(secretariat(), &taken)), "unknown");
    // A cancelled meeting takes up nothing.
    let mut off = world.clone();
    off.must(secretariat(), &cancel("later"));
    off.must(secretariat(), &taken);
    // What is not reached again is left over again, under its new item.
    world.now = world.meeting("later").begins;
    world.must(secretariat(), &open("later"));
    world.must(secretariat(), &close("later"));
    assert_eq!(left(&world, "last"), [id("topic"), id("l1")]);
    world.wait(HOUR);
    let nobody = world.attempt(focal("west"), &taken);
    assert_eq!(key(&nobody), "not-entitled");
}
