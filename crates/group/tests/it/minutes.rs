//! Minutes of a meeting and its public note.

use group::parts::{ItemKind, ItemOutcome, ItemWords, MeetingLevel};
use group::{Command, Fact, settings};

use crate::meetings::{
    ATTENDANCE, adopt_agenda, agenda, approve, call, circulate, close, correction, day, item,
    marks, note, open, propose, quote,
};
use crate::world::{DAY, World, chair, focal, id, instant, key, secretariat};

#[test]
fn they_are_circulated_in_editions_after_the_close() {
    let mut sitting = World::in_session();
    let early = sitting.attempt(secretariat(), &circulate("2026-04-10"));
    assert_eq!(key(&early), "meeting-not-over");
    let mut world = World::minutes_circulated();
    let minutes = |world: &World| world.meeting("meeting").minutes.clone().expect("minutes");
    assert_eq!(minutes(&world).edition, 1);
    world.must(focal("west"), &correction());
    world.wait(DAY);
    let before = world.state.clone();
    let act = world
        .must(secretariat(), &circulate("2026-04-20"))
        .remove(0);
    let found = minutes(&world);
    assert_eq!((found.edition, found.until), (2, day("2026-04-20")));
    // What was asked for stays with the edition that it was about.
    let asked: Vec<_> = found
        .corrections
        .iter()
        .map(|c| (c.organisation, c.edition))
        .collect();
    assert_eq!(asked, [(id("west"), 1)]);
    for edition in [1, 3] {
        let mut other = act.clone();
        if let Fact::MinutesCirculated(fact) = &mut other.fact {
            fact.edition = edition;
        }
        let refused = group::admit(before.clone(), &other).expect_err("another edition");
        assert_eq!(refused.key(), "other-version", "{edition}");
    }
    let past = world.attempt(secretariat(), &circulate("2026-03-21"));
    assert_eq!(key(&past), "day-past");
    world.must(secretariat(), &circulate("2026-03-22"));
    let long = Command::CirculateMinutes {
        meeting: id("meeting"),
        until: day("2026-04-20"),
        words: vec![ItemWords {
            item: None,
            words: "x".repeat(20_001),
        }],
    };
    assert_eq!(key(&world.attempt(secretariat(), &long)), "too-long");
    let default = world.state.setting(settings::MINUTES_CORRECTION_DAYS);
    assert_eq!(default, Some(group::parts::SettingValue::Number(10)));
}

#[test]
fn corrections_are_asked_for_until_the_day() {
    // The tenth of April ends at noon UTC at the seat.
    for (at, expect) in [
        ("2026-04-10T11:59:59.999Z", "admitted"),
        ("2026-04-10T12:00:00Z", "corrections-over"),
    ] {
        for who in ["west", "guest", "watch"] {
            let mut world = World::minutes_circulated();
            world.now = instant(at);
            let outcome = world.attempt(focal(who), &correction());
            assert_eq!(key(&outcome), expect, "{who} {at}");
        }
        let mut world = World::minutes_circulated();
        world.now = instant(at).plus_millis(60_000);
        let received = instant(at).plus_millis(-1);
        let outcome = world.attempt_received(received, focal("west"), &correction());
        assert_eq!(key(&outcome), "admitted", "received before {at}");
    }
    let none = World::meeting_closed().attempt(focal("west"), &correction());
    assert_eq!(key(&none), "not-circulated");
    let mut world = World::minutes_circulated();
    let mut other = correction();
    if let Command::AskCorrection { item, .. } = &mut other {
        *item = Some(id("nowhere"));
    }
    assert_eq!(key(&world.attempt(focal("west"), &other)), "unknown");
    let mut empty = correction();
    if let Command::AskCorrection { words, .. } = &mut empty {
        words.clear();
    }
    assert_eq!(key(&world.attempt(focal("west"), &empty)), "missing");
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    assert_eq!(
        key(&world.attempt(focal("west"), &correction())),
        "not-a-member"
    );
}

/// A later meeting in session, whose agenda has an item on the minutes of the first.
fn later() -> World {
    let mut world = World::minutes_circulated();
    let mut minutes = item("min", ItemKind::Minutes);
    minutes.minutes_of = Some(id("meeting"));
    let items = vec![
        minutes,
        item("fol", ItemKind::FollowUp),
        item("top", ItemKind::Topic),
    ];
    world.hold("later", MeetingLevel::Heads, "2026-05-20T20:00:00Z", items);
    world
}

#[test]
fn a_later_meeting_approves_the_newest_edition_under_its_item_once() {
    let check = |edition, at: &str, item: &str, expect: &str| {
        let mut world = later();
        let outcome = world.attempt(chair(), &approve(edition, at, item));
        assert_eq!(key(&outcome), expect, "{edition} {at} {item}");
    };
    check(1, "later", "min", "admitted");
    check(0, "later", "min", "other-version");
    check(2, "later", "min", "other-version");
    check(1, "later", "top", "unknown");
    check(1, "later", "nowhere", "unknown");
    check(1, "meeting", "topic", "meeting-not-open");
    check(1, "nowhere", "min", "unknown");
    let mut world = later();
    world.must(secretariat(), &circulate("2026-05-30"));
    let old = world.attempt(chair(), &approve(1, "later", "min"));
    assert_eq!(key(&old), "other-version");
    world.must(chair(), &approve(2, "later", "min"));
    let minutes = world.meeting("meeting").minutes.as_ref().expect("minutes");
    assert_eq!(minutes.approved, Some(id("later")));
    let outcomes = &world.meeting("later").outcomes;
    assert_eq!(outcomes[&id("min")].outcome, ItemOutcome::Concluded);
    // After that nothing changes.
    for (actor, command) in [
        (chair(), approve(2, "later", "min")),
        (secretariat(), circulate("2026-06-30")),
    ] {
        assert_eq!(
            key(&world.attempt(actor, &command)),
            "minutes-approved",
            "{command:?}"
        );
    }
    let late = world.attempt(focal("west"), &correction());
    assert_eq!(key(&late), "corrections-over");
    assert!(world.state.minutes_to_approve(id("later")).is_empty());
}

#[test]
fn they_wait_for_the_agenda_and_the_item() {
    let mut world = World::minutes_circulated();
    let begins = instant("2026-05-20T20:00:00Z");
    world.must(secretariat(), &call("later", MeetingLevel::Heads, begins));
    let waiting = world.state.minutes_to_approve(id("later"));
    assert_eq!(
        waiting.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        [id("meeting")]
    );
    let mut minutes = item("min", ItemKind::Minutes);
    let follow = item("fol", ItemKind::FollowUp);
    let unnamed = propose("later", vec![minutes.clone(), follow.clone()]);
    assert_eq!(
        key(&world.attempt(secretariat(), &unnamed)),
        "meeting-not-over"
    );
    minutes.minutes_of = Some(id("meeting"));
    world.must(secretariat(), &propose("later", vec![minutes, follow]));
    let approval = approve(1, "later", "min");
    assert_eq!(key(&world.attempt(chair(), &approval)), "meeting-not-open");
    world.now = begins;
    world.must(secretariat(), &open("later"));
    assert_eq!(
        key(&world.attempt(chair(), &approval)),
        "agenda-not-adopted"
    );
    world.must(chair(), &adopt_agenda("later"));
    assert_eq!(key(&world.attempt(chair(), &approval)), "nobody-present");
    world.must(secretariat(), &marks("later", &ATTENDANCE));
    world.must(chair(), &approval);
    // Not circulated, not approved.
    let mut bare = World::meeting_closed();
    let mut minutes = item("min", ItemKind::Minutes);
    minutes.minutes_of = Some(id("meeting"));
    let items = vec![minutes, item("fol", ItemKind::FollowUp)];
    bare.hold("later", MeetingLevel::Heads, "2026-05-20T20:00:00Z", items);
    assert_eq!(key(&bare.attempt(chair(), &approval)), "not-circulated");
}

#[test]
fn an_earlier_meeting_approves_nothing() {
    let mut world = World::new();
    let before = instant("2026-03-19T20:00:00Z");
    world.must(secretariat(), &call("before", MeetingLevel::Heads, before));
    let items = agenda();
    world.hold(
        "meeting",
        MeetingLevel::Heads,
        "2026-03-20T20:00:00Z",
        items,
    );
    world.must(chair(), &close("meeting"));
    let mut minutes = item("min", ItemKind::Minutes);
    minutes.minutes_of = Some(id("meeting"));
    let proposed = world.attempt(secretariat(), &propose("before", vec![minutes]));
    assert_eq!(key(&proposed), "meeting-not-over");
}

#[test]
fn the_note_comes_after_the_close_with_approved_quotations_alone() {
    for command in [note(&[]), quote("quote")] {
        let mut world = World::in_session();
        let actor = match command {
            Command::IssueNote { .. } => secretariat(),
            _ => focal("west"),
        };
        let outcome = world.attempt(actor, &command);
        assert_eq!(key(&outcome), "meeting-not-over", "{command:?}");
    }
    let mut world = World::meeting_closed();
    let unapproved = world.attempt(secretariat(), &note(&["quote"]));
    assert_eq!(key(&unapproved), "unknown");
    // It is quoted from the meeting, so it was there.
    assert_eq!(
        key(&world.attempt(focal("west"), &quote("quote"))),
        "was-not-there"
    );
    world.must(focal("east"), &quote("quote"));
    assert_eq!(
        key(&world.attempt(focal("south"), &quote("quote"))),
        "id-taken"
    );
    let both = world.attempt(secretariat(), &note(&["quote", "other"]));
    assert_eq!(key(&both), "unknown");
    world.must(secretariat(), &note(&["quote"]));
    let issued = |world: &World| world.meeting("meeting").note.clone().expect("a note");
    assert_eq!(issued(&world).quotations, [id("quote")]);
    // Issued again, the last stands.
    world.wait(DAY);
    world.must(chair(), &note(&[]));
    assert_eq!(
        (issued(&world).quotations, issued(&world).issued),
        (vec![], world.now)
    );
    let words = Command::ApproveQuotation {
        quotation: id("quote 2"),
        meeting: id("meeting"),
        words: " ".into(),
        attribution: "A. Head".into(),
    };
    assert_eq!(key(&world.attempt(focal("east"), &words)), "missing");
}
