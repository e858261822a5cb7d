//! Extension, more time, late answers, and answers entered on evidence.

use group::parts::{EvidenceKind, PenholderComment, ReturnForm, ReturnMode};
use group::{Actor, Command};

use crate::commands;
use crate::world::{DAY, HOUR, WATCH, World, focal, id, key, secretariat};

/// A round in which late answers count.
fn lenient() -> World {
    let mut world = World::with_text();
    let mut open = commands::open_round("round", world.now.plus_millis(DAY));
    if let Command::OpenRound { late, .. } = &mut open {
        *late = true;
    }
    world.must(focal("east"), &open);
    world
}

fn mode(of: ReturnMode) -> Command {
    let mut command = commands::marked_up(1, 0);
    if let Command::Return { mode, .. } = &mut command {
        *mode = of;
    }
    command
}

#[test]
fn an_extension_only_lengthens_and_only_before_the_deadline() {
    let mut world = World::in_round();
    let announced = world.round("round").deadline;
    for (by, expect) in [(-1, "only-later"), (0, "only-later"), (HOUR, "admitted")] {
        let extend = commands::extend_round(announced.plus_millis(by));
        assert_eq!(
            key(&world.attempt(focal("east"), &extend)),
            expect,
            "by {by}"
        );
    }
    let twice = commands::extend_round(announced.plus_millis(2 * HOUR));
    world.must(secretariat(), &twice);
    let round = world.round("round");
    assert_eq!(round.deadline, announced.plus_millis(2 * HOUR));
    assert_eq!(round.extended_from, Some(announced));
    // Between the old and the new deadline an answer is in time, and the system doesn't close.
    world.now = announced.plus_millis(HOUR);
    let early = world.attempt(Actor::SYSTEM, &commands::close_round());
    assert_eq!(key(&early), "round-not-due");
    world.must(focal("west"), &commands::no_comments());
    assert!(!world.round("round").returns[&id("west")].late);
    // Once the deadline has passed it is too late to extend.
    world.now = announced.plus_millis(2 * HOUR + 1);
    let missed = commands::extend_round(announced.plus_millis(9 * HOUR));
    assert_eq!(key(&world.attempt(focal("east"), &missed)), "only-later");
    let member = World::in_round().attempt(focal("west"), &twice);
    assert_eq!(key(&member), "not-entitled");
}

#[test]
fn each_organisation_asks_once_for_more_time() {
    let mut world = World::in_round();
    let act = world
        .must(focal("west"), &commands::ask_more_time())
        .remove(0);
    // Who asks is nobody's business but the secretariat's: the leaf doesn't say it.
    assert_eq!(act.organisation, None);
    let again = world.attempt(focal("west"), &commands::ask_more_time());
    assert_eq!(key(&again), "more-time-asked");
    let observer = world.attempt(focal(WATCH), &commands::ask_more_time());
    assert_eq!(key(&observer), "not-asked");
    assert_eq!(world.round("round").more_time, [id("west")]);
    let over = World::answering().attempt(focal("west"), &commands::ask_more_time());
    assert_eq!(key(&over), "round-closed");
}

#[test]
fn late_answers_count_where_that_was_announced_until_the_responses() {
    let mut world = lenient();
    let deadline = world.round("round").deadline;
    world.must(focal("west"), &commands::marked_up(1, 0));
    world.now = deadline.plus_millis(1);
    world.must(focal("south"), &commands::no_comments());
    world.now = world.round("round").closes_from();
    world.must(Actor::SYSTEM, &commands::close_round());
    world.must(focal("guest"), &commands::no_comments());
    let late = |world: &World, of: &str| world.round("round").returns[&id(of)].late;
    assert!(!late(&world, "west") && late(&world, "south") && late(&world, "guest"));
    world.must(
        focal("east"),
        &commands::freeze("comp", &["a1"], &[], "west"),
    );
    world.must(focal("east"), &commands::respond("comp", &["a1"]));
    let after = world.attempt(focal("east"), &commands::no_comments());
    assert_eq!(key(&after), "issued");
}

#[test]
fn a_late_answer_doesnt_reach_a_text_that_has_gone_on() {
    let mut world = lenient();
    world.must(focal("east"), &commands::close_round());
    world.must(focal("east"), &commands::table("next"));
    let gone = world.attempt(focal("west"), &commands::no_comments());
    assert_eq!(key(&gone), "round-closed");
}

#[test]
fn a_return_adds_only_to_a_file() {
    for adding in [ReturnMode::Adds, ReturnMode::Paragraphs] {
        let mut world = World::in_round();
        let nothing = world.attempt(focal("west"), &mode(adding));
        assert_eq!(key(&nothing), "nothing-to-add-to");
        world.must(focal("west"), &commands::no_comments());
        let no_file = world.attempt(focal("west"), &mode(adding));
        assert_eq!(key(&no_file), "nothing-to-add-to");
        world.must(focal("west"), &commands::marked_up(1, 0));
        world.must(focal("west"), &mode(adding));
    }
}

#[test]
fn what_arrived_in_time_counts_whenever_it_is_entered() {
    let mut world = World::in_round();
    let (opened, deadline) = (world.round("round").opened, world.round("round").deadline);
    world.now = world.round("round").closes_from();
    world.must(Actor::SYSTEM, &commands::close_round());
    world.wait(DAY);
    for (arrived, expect) in [
        (opened.plus_millis(-1), "arrived-after"),
        (world.now.plus_millis(1), "arrived-after"),
        (deadline.plus_millis(1), "round-closed"),
        (deadline, "admitted"),
        (opened, "admitted"),
    ] {
        let entered = world.attempt(secretariat(), &commands::entered("west", arrived));
        assert_eq!(key(&entered), expect, "{arrived}");
    }
    let held = &world.round("round").returns[&id("west")];
    assert_eq!((held.received, held.late), (opened, false));
    let evidence = held.evidence.as_ref().expect("evidence");
    assert_eq!(evidence.kind, EvidenceKind::Mail);
    assert!(evidence.file.is_some());
}

#[test]
fn the_secretariat_alone_enters_and_never_in_the_place_of_an_own_answer() {
    let mut world = World::in_round();
    let now = world.now;
    let penholder = world.attempt(focal("east"), &commands::entered("west", now));
    assert_eq!(key(&penholder), "not-entitled");
    let observer = world.attempt(secretariat(), &commands::entered(WATCH, now));
    assert_eq!(key(&observer), "not-asked");
    world.must(focal("west"), &commands::marked_up(3, 0));
    let over = world.attempt(secretariat(), &commands::entered("west", now));
    assert_eq!(key(&over), "own-return-stands");
    let mut added = commands::entered("west", now);
    if let Command::EnterReturn { mode, .. } = &mut added {
        *mode = ReturnMode::Adds;
    }
    world.must(secretariat(), &added);
    // An answer of one's own replaces what was entered.
    world.must(focal("west"), &commands::marked_up(1, 0));
    assert_eq!(world.round("round").returns[&id("west")].evidence, None);
    let mut silent = commands::entered("south", now);
    if let Command::EnterReturn { form, file, .. } = &mut silent {
        (*form, *file) = (ReturnForm::NotInOurMandate, None);
    }
    world.must(secretariat(), &silent);
}

#[test]
fn comments_for_the_penholder_follow_the_returns_that_brought_them() {
    let mut world = World::in_round();
    let with = |words: &[&str], how: ReturnMode| {
        let mut command = commands::marked_up(1, 0);
        if let Command::Return {
            for_penholder,
            mode,
            ..
        } = &mut command
        {
            *mode = how;
            for_penholder.extend(words.iter().map(|words| PenholderComment {
                paragraph: 1,
                about: None,
                words: (*words).to_owned(),
            }));
        }
        command
    };
    let kept = |world: &World| {
        let found = &world.round("round").returns[&id("west")];
        serde_json::to_string(&found.for_penholder).expect("json")
    };
    world.must(focal("west"), &with(&["ONE"], ReturnMode::Replaces));
    world.must(focal("west"), &with(&["TWO"], ReturnMode::Adds));
    world.must(focal("west"), &with(&["THREE"], ReturnMode::Paragraphs));
    for words in ["ONE", "TWO", "THREE"] {
        assert!(kept(&world).contains(words), "{}", kept(&world));
    }
    world.must(focal("west"), &with(&["FOUR"], ReturnMode::Replaces));
    assert!(kept(&world).contains("FOUR") && !kept(&world).contains("ONE"));
    let long = "x".repeat(group::limits::STATEMENT + 1);
    let refused = world.attempt(focal("west"), &with(&[&long], ReturnMode::Replaces));
    assert_eq!(key(&refused), "too-long");
    let many = vec!["x"; group::limits::PENHOLDER_COMMENTS + 1];
    let refused = world.attempt(focal("west"), &with(&many, ReturnMode::Replaces));
    assert_eq!(key(&refused), "too-many");
}
