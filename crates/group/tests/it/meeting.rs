//! Meetings from the call to the close: when they open, their agenda, papers and order (5-procedures,
//! *Meetings*).

use group::parts::{ItemOutcome, MeetingLevel, Presence, SettingValue};
use group::state::MeetingStanding;
use group::{Command, Instant, Known, MeetingRecorded, Noun, SourceRecorded, Stream, settings};

use crate::commands;
use crate::meetings::{
    action_at, agenda, call, cancel, close, close_item, day, marks, move_to, open, paper, propose,
};
use crate::world::{DAY, World, chair, id, instant, key, secretariat};

fn called_in(zone: &str, begins: Instant) -> World {
    let mut world = World::new();
    let mut call = call("meeting", MeetingLevel::Heads, begins);
    if let Command::CallMeeting { zone: of, .. } = &mut call {
        *of = zone.to_owned();
    }
    world.must(secretariat(), &call);
    world
}

#[test]
fn it_opens_on_its_day_in_its_own_zone_and_not_before() {
    // The group sits in Auckland, 13 hours ahead of UTC; the days of the meetings begin elsewhere.
    for (zone, begins, midnight) in [
        (
            "Pacific/Auckland",
            "2026-03-20T20:00:00Z",
            "2026-03-20T11:00:00Z",
        ),
        (
            "Pacific/Honolulu",
            "2026-03-20T20:00:00Z",
            "2026-03-20T10:00:00Z",
        ),
        (
            "Pacific/Honolulu",
            "2026-03-21T09:00:00Z",
            "2026-03-20T10:00:00Z",
        ),
        (
            "Pacific/Kiritimati",
            "2026-03-20T20:00:00Z",
            "2026-03-20T10:00:00Z",
        ),
        (
            "Pacific/Kiritimati",
            "2026-03-20T09:00:00Z",
            "2026-03-19T10:00:00Z",
        ),
        (
            "America/New_York",
            "2026-03-20T20:00:00Z",
            "2026-03-20T04:00:00Z",
        ),
        ("UTC", "2026-03-20T20:00:00Z", "2026-03-20T00:00:00Z"),
    ] {
        let mut world = called_in(zone, instant(begins));
        world.now = instant(midnight).plus_millis(-1);
        let early = world.attempt(secretariat(), &open("meeting"));
        assert_eq!(key(&early), "not-its-day", "{zone} {begins}");
        world.now = instant(midnight);
        world.must(secretariat(), &open("meeting"));
        assert_eq!(
            key(&world.attempt(secretariat(), &open("meeting"))),
            "meeting-begun"
        );
    }
    // What took place may be entered afterwards.
    let mut world = World::agenda_proposed();
    world.wait(300 * DAY);
    world.must(secretariat(), &open("meeting"));
}

#[test]
fn it_lasts_and_takes_place_somewhere() {
    let begins = instant("2026-03-20T20:00:00Z");
    for (length, expect) in [
        (0, "ends-before"),
        (-1, "ends-before"),
        (1, "admitted"),
        (31 * DAY, "admitted"),
        (31 * DAY + 1, "ends-before"),
    ] {
        let mut call = call("meeting", MeetingLevel::Heads, begins);
        if let Command::CallMeeting { ends, .. } = &mut call {
            *ends = begins.plus_millis(length);
        }
        let outcome = World::new().attempt(secretariat(), &call);
        assert_eq!(key(&outcome), expect, "{length}");
        let mut moved = move_to("meeting", begins);
        if let Command::MoveMeeting { ends, .. } = &mut moved {
            *ends = begins.plus_millis(length);
        }
        let outcome = World::meeting_called().attempt(secretariat(), &moved);
        assert_eq!(key(&outcome), expect, "{length}");
    }
    let mut nowhere = call("meeting", MeetingLevel::Heads, begins);
    if let Command::CallMeeting { place, .. } = &mut nowhere {
        *place = " ".into();
    }
    assert_eq!(
        key(&World::new().attempt(secretariat(), &nowhere)),
        "missing"
    );
    let mut no_zone = call("meeting", MeetingLevel::Heads, begins);
    if let Command::CallMeeting { zone, .. } = &mut no_zone {
        *zone = "Moon/Base".into();
    }
    assert_eq!(
        key(&World::new().attempt(secretariat(), &no_zone)),
        "no-zone"
    );
}

#[test]
fn it_is_moved_or_cancelled_only_before_it_is_opened() {
    let begins = instant("2026-03-25T20:00:00Z");
    let check = |world: World, expect: &str| {
        for command in [move_to("meeting", begins), cancel("meeting")] {
            let outcome = world.clone().attempt(secretariat(), &command);
            assert_eq!(key(&outcome), expect, "{command:?}");
        }
    };
    check(World::meeting_called(), "admitted");
    check(World::agenda_proposed(), "admitted");
    check(World::meeting_opened(), "meeting-begun");
    check(World::in_session(), "meeting-begun");
    check(World::meeting_closed(), "meeting-begun");
    let mut world = World::meeting_called();
    world.must(secretariat(), &move_to("meeting", begins));
    let meeting = world.meeting("meeting");
    assert_eq!((meeting.moved, meeting.day()), (1, day("2026-03-26")));
    assert_eq!(meeting.place, "The town hall");
    world.now = instant("2026-03-20T20:00:00Z");
    assert_eq!(
        key(&world.attempt(secretariat(), &open("meeting"))),
        "not-its-day"
    );
    world.must(secretariat(), &cancel("meeting"));
    check(world.clone(), "meeting-begun");
    for (command, expect) in [
        (open("meeting"), "meeting-begun"),
        (propose("meeting", agenda()), "meeting-over"),
        (paper("paper", "GRP/WP.1", None), "meeting-over"),
        (close("meeting"), "meeting-not-open"),
        (
            action_at("action", "meeting", &["west"]),
            "meeting-not-open",
        ),
    ] {
        let outcome = world.attempt(secretariat(), &command);
        assert_eq!(key(&outcome), expect, "{command:?}");
    }
}

#[test]
fn addresses_are_made_of_level_and_year_in_the_meetings_zone() {
    let mut world = World::new();
    let mut slug = |name: &str, level, begins: &str| {
        world.must(secretariat(), &call(name, level, instant(begins)));
        world.meeting(name).slug.clone()
    };
    use MeetingLevel::{Heads, WorkingLevel};
    assert_eq!(slug("one", Heads, "2026-05-01T00:00:00Z"), "heads-2026");
    assert_eq!(slug("two", Heads, "2026-12-31T10:59:59Z"), "heads-2026-2");
    assert_eq!(slug("three", Heads, "2026-12-31T11:00:00Z"), "heads-2027");
    assert_eq!(
        slug("four", WorkingLevel, "2026-05-01T00:00:00Z"),
        "working-level-2026"
    );
    // A cancelled one keeps its address.
    world.must(secretariat(), &cancel("one"));
    let again = call("five", Heads, instant("2026-06-01T00:00:00Z"));
    world.must(secretariat(), &again);
    assert_eq!(world.meeting("five").slug, "heads-2026-3");
    assert_eq!(key(&world.attempt(secretariat(), &again)), "id-taken");
}

#[test]
fn attendance_is_of_those_who_take_part_and_only_in_session() {
    let check = |mut world: World, marked: &[(&str, Presence)], expect: &str| {
        let outcome = world.attempt(secretariat(), &marks("meeting", marked));
        assert_eq!(key(&outcome), expect, "{marked:?}");
    };
    let there = ("west", Presence::Head);
    check(World::agenda_proposed(), &[there], "meeting-not-open");
    check(World::meeting_opened(), &[there], "admitted");
    check(World::in_session(), &[there], "admitted");
    check(
        World::in_session(),
        &[("watch", Presence::Head)],
        "admitted",
    );
    check(World::in_session(), &[], "nothing-said");
    check(
        World::in_session(),
        &[there, ("west", Presence::Absent)],
        "unknown",
    );
    check(
        World::in_session(),
        &[("nobody", Presence::Head)],
        "unknown",
    );
    check(World::meeting_closed(), &[there], "meeting-not-open");
    let mut left = World::in_session();
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    left.must(secretariat(), &end);
    check(left, &[there], "not-a-member");
}

#[test]
fn what_became_of_an_item_is_said_again_until_the_close() {
    let mut world = World::in_session();
    for outcome in [ItemOutcome::Deferred, ItemOutcome::TookNote] {
        world.must(chair(), &close_item("meeting", "topic", outcome));
    }
    let outcomes = &world.meeting("meeting").outcomes;
    assert_eq!(outcomes[&id("topic")].outcome, ItemOutcome::TookNote);
    let nowhere = close_item("meeting", "nowhere", ItemOutcome::TookNote);
    assert_eq!(key(&world.attempt(chair(), &nowhere)), "unknown");
    world.must(chair(), &close("meeting"));
    let late = close_item("meeting", "topic", ItemOutcome::Concluded);
    assert_eq!(key(&world.attempt(chair(), &late)), "meeting-not-open");
    assert_eq!(
        key(&world.attempt(chair(), &close("meeting"))),
        "meeting-not-open"
    );
    assert!(matches!(
        world.meeting("meeting").standing,
        MeetingStanding::Closed { at } if at == world.now
    ));
}

#[test]
fn symbols_are_unique_whatever_the_case_and_revisions_follow() {
    let mut world = World::meeting_called();
    let mut table = |name: &str, symbol: &str, revises: Option<&str>, expect: &str| {
        let outcome = world.attempt(secretariat(), &paper(name, symbol, revises));
        assert_eq!(key(&outcome), expect, "{symbol} {revises:?}");
        let found = world.state.paper(id(name));
        found.map_or_else(String::new, |paper| paper.symbol.clone())
    };
    assert_eq!(
        table("one", "GRP/2026/WP.1", None, "admitted"),
        "GRP/2026/WP.1"
    );
    table("same", "GRP/2026/WP.1", None, "symbol-taken");
    table("same", "grp/2026/wp.1", None, "symbol-taken");
    table("one", "GRP/2026/WP.2", None, "id-taken");
    for bad in ["", "GRP//1", "GRP/.", "GRP WP", "GRP/é", &"x".repeat(61)] {
        table("bad", bad, None, "bad-symbol");
    }
    // A revision has its symbol from the first paper, whichever it takes the place of.
    assert_eq!(
        table("rev1", "", Some("one"), "admitted"),
        "GRP/2026/WP.1/Rev.1"
    );
    assert_eq!(
        table("rev2", "", Some("rev1"), "admitted"),
        "GRP/2026/WP.1/Rev.2"
    );
    assert_eq!(
        table("rev3", "", Some("one"), "admitted"),
        "GRP/2026/WP.1/Rev.3"
    );
    // A revision of nothing, and what would have the address of another paper.
    table("sly", "grp/2026/wp.1/rev.4", None, "bad-symbol");
    table("sly", "GRP-2026-WP.1", None, "symbol-taken");
    assert_eq!(
        table("rev5", "", Some("rev3"), "admitted"),
        "GRP/2026/WP.1/Rev.4"
    );
    table("none", "GRP/WP.7", Some("nowhere"), "unknown");
    assert_eq!(world.state.next_symbol(2026), "GROUP/2026/WP.1");
    world.must(secretariat(), &paper("more", "GROUP/2026/WP.9", None));
    assert_eq!(world.state.next_symbol(2026), "GROUP/2026/WP.10");
    assert_eq!(world.state.next_symbol(2027), "GROUP/2027/WP.1");
    let prefix = SettingValue::Word("PG".into());
    world.must(
        secretariat(),
        &commands::set(settings::PAPERS_PREFIX, prefix),
    );
    assert_eq!(world.state.next_symbol(2026), "PG/2026/WP.1");
}

#[test]
fn a_paper_whose_item_is_gone_stays_with_the_meeting() {
    let mut world = World::agenda_proposed();
    let under = |name: &str, of: &str| {
        let mut command = paper(name, &format!("GRP/{name}"), None);
        if let Command::TablePaper { item, .. } = &mut command {
            *item = Some(id(of));
        }
        command
    };
    let nowhere = world.attempt(secretariat(), &under("paper", "nowhere"));
    assert_eq!(key(&nowhere), "unknown");
    world.must(secretariat(), &under("paper", "topic"));
    world.must(secretariat(), &under("paper2", "second"));
    let without = agenda()
        .into_iter()
        .filter(|line| line.item != id("second"));
    world.must(secretariat(), &propose("meeting", without.collect()));
    let papers: Vec<_> = world
        .meeting("meeting")
        .papers
        .iter()
        .map(|p| (p.id, p.item))
        .collect();
    assert_eq!(
        papers,
        [(id("paper"), Some(id("topic"))), (id("paper2"), None)]
    );
    for (format, expect) in [
        ("docx", "admitted"),
        ("pdf", "admitted"),
        ("exe", "unknown"),
    ] {
        let mut other = paper("other", "GRP/other", None);
        if let Command::TablePaper { format: of, .. } = &mut other {
            *of = format.to_owned();
        }
        assert_eq!(
            key(&world.clone().attempt(secretariat(), &other)),
            expect,
            "{format}"
        );
    }
}

/// Records a meeting of heads that a source tells of.
fn told(world: &mut World, name: &str, on: &str, ordinal: Known<u32>) {
    let source = id("source");
    if !world.state.history.sources.contains_key(&source) {
        let recorded = SourceRecorded {
            source,
            title: "They met".into(),
            form: "public note".into(),
            publisher: Known::Unknown,
            published: Known::Unknown,
            entered: day("2026-03-02"),
        };
        world.record(recorded, Stream::Group).expect("a source");
    }
    let meeting = MeetingRecorded {
        meeting: id(name),
        slug: name.to_owned(),
        title: "They meet".into(),
        level: MeetingLevel::Heads,
        on: day(on),
        place: Known::Unknown,
        ordinal,
        attendance: Known::Unknown,
        source,
        passage: group::Restricted::Withheld,
    };
    let stream = Stream::Of(Noun::Meeting, id(name));
    world.record(meeting, stream).expect("a meeting");
}

#[test]
fn a_meeting_of_heads_is_counted_after_those_that_sources_tell_of() {
    let check = |first: Option<Known<u32>>, expect: [Known<u32>; 3]| {
        let mut world = World::new();
        if let Some(ordinal) = first {
            told(&mut world, "told", "2018-05-02", ordinal);
        }
        let mut call_at = |name: &str, level, begins: &str| {
            world.must(secretariat(), &call(name, level, instant(begins)));
        };
        call_at("later", MeetingLevel::Heads, "2026-06-01T00:00:00Z");
        call_at("meeting", MeetingLevel::Heads, "2026-04-01T00:00:00Z");
        call_at("off", MeetingLevel::Heads, "2026-03-30T00:00:00Z");
        call_at(
            "working",
            MeetingLevel::WorkingLevel,
            "2026-04-02T00:00:00Z",
        );
        world.must(secretariat(), &cancel("off"));
        let ordinals = ["meeting", "later", "working"].map(|name| world.state.ordinal(id(name)));
        assert_eq!(ordinals, expect, "after {first:?}");
        assert_eq!(world.state.ordinal(id("off")), Known::Unknown);
    };
    let known = Known::Known;
    check(None, [known(1), known(2), known(1)]);
    check(Some(known(1)), [known(2), known(3), known(1)]);
    check(Some(known(7)), [known(8), known(9), known(1)]);
    check(
        Some(Known::Unknown),
        [Known::Unknown, Known::Unknown, known(1)],
    );
}

#[test]
fn a_meeting_is_either_told_or_lived() {
    let mut world = World::meeting_called();
    told(&mut world, "told", "2018-05-02", Known::Known(1));
    let again = call("told", MeetingLevel::Heads, instant("2026-04-01T00:00:00Z"));
    assert_eq!(key(&world.attempt(secretariat(), &again)), "id-taken");
    let lived = world.acts.iter().rev().find_map(|act| match &act.fact {
        group::Fact::MeetingRecorded(fact) => Some((**fact).clone()),
        _ => None,
    });
    let mut lived = lived.expect("recorded");
    (lived.meeting, lived.slug) = (id("meeting"), "lived".into());
    let stream = Stream::Of(Noun::Meeting, id("meeting"));
    let refused = world.record(lived, stream).expect_err("it is lived");
    assert_eq!(refused.key(), "id-taken");
}
