//! What reaches the group beside its pages: mail and letters, entered by the secretariat (5-procedures, rules
//! 3, 4 and 12).

use group::parts::{Attachment, AttachmentKind, AttachmentText, Outcome, PositionKind};
use group::{Actor, Command, Fact, Hat};

use crate::commands;
use crate::world::{DAY, HOUR, World, chair, focal, hat, id, key, secretariat};

fn outcome(world: &World, organisation: &str) -> Outcome {
    let outcomes = world.procedure("proc").outcomes.iter();
    let mut of = outcomes.filter(|o| o.organisation == id(organisation));
    of.next().expect("one outcome").outcome
}

fn closed(mut world: World) -> World {
    world.now = world.procedure("proc").closes_from();
    world.must(Actor::SYSTEM, &commands::close_silence("proc"));
    world
}

#[test]
fn what_was_mailed_counts_from_its_arrival() {
    let world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    // Arrived relative to the deadline, entered the next morning; the closing waited for nothing.
    for (arrived, expect) in [
        (-10 * 60_000, "broken"),
        (0, "broken"),
        (1, "awaiting chair"),
    ] {
        let mut world = closed(world.clone());
        world.now = deadline.plus_millis(16 * HOUR);
        let arrived = deadline.plus_millis(arrived);
        let entered = commands::mailed("west", PositionKind::Objects, arrived);
        world.must(secretariat(), &entered);
        assert_eq!(world.stage(), expect, "{arrived}");
    }
    let opened = world.procedure("proc").opened;
    for (arrived, expect) in [
        (opened, "arrived-after"),
        (opened.plus_millis(1), "admitted"),
        (world.now.plus_millis(HOUR), "admitted"),
        (world.now.plus_millis(HOUR + 1), "arrived-after"),
    ] {
        let mut world = world.clone();
        world.wait(HOUR);
        let entered = commands::mailed("west", PositionKind::Objects, arrived);
        assert_eq!(
            key(&world.attempt(secretariat(), &entered)),
            expect,
            "{arrived}"
        );
    }
}

#[test]
fn what_is_entered_when_all_is_over_stands_beside_it() {
    let mut world = World::adopted();
    let deadline = world.procedure("proc").deadline;
    let entered = commands::mailed("west", PositionKind::Objects, deadline);
    let acts = world.must(secretariat(), &entered);
    assert_eq!(acts.len(), 1);
    assert_eq!(world.stage(), "adopted", "an act annuls it, nothing else");
    let (by, given) = &world.procedure("proc").late[0];
    assert!(*by == id("west") && world.procedure("proc").in_time(given.received));
    world.must(chair(), &commands::annul("decision"));
}

#[test]
fn unread_mail_stops_closing_and_confirming() {
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    let close = commands::close_silence("proc");
    // From one who may not object, or too late: it holds up nothing.
    world.now = deadline.plus_millis(HOUR);
    for (from, arrived, expect) in [
        ("guest", deadline, "admitted"),
        ("west", deadline.plus_millis(1), "admitted"),
        ("west", deadline, "unread"),
    ] {
        let mut world = world.clone();
        world.must(secretariat(), &commands::receive("mail", from, arrived));
        assert_eq!(key(&world.attempt(Actor::SYSTEM, &close)), expect, "{from}");
    }
    let later = commands::receive("mail", "west", world.now.plus_millis(1));
    assert_eq!(key(&world.attempt(secretariat(), &later)), "arrives-later");
    // It comes to light between closing and confirming.
    let mut world = closed(World::under_silence());
    world.wait(HOUR);
    world.must(secretariat(), &commands::receive("mail", "west", deadline));
    let confirm = commands::confirm("proc", "decision");
    assert_eq!(key(&world.attempt(chair(), &confirm)), "unread");
    let mut other = world.clone();
    other.must(secretariat(), &commands::read("mail"));
    assert_eq!(
        key(&other.attempt(secretariat(), &commands::read("mail"))),
        "read-already"
    );
    other.must(chair(), &confirm);
    // Entering it reads it.
    let mut entered = commands::mailed("west", PositionKind::Agrees, deadline);
    if let Command::EnterPosition { message, .. } = &mut entered {
        *message = Some(id("mail"));
    }
    world.must(secretariat(), &entered);
    assert!(world.state.unread().is_empty());
    world.must(chair(), &confirm);
    assert_eq!(outcome(&world, "west"), Outcome::Agreed);
}

#[test]
fn what_can_be_read_both_ways_is_an_objection_until_its_author_says_otherwise() {
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    let doubtful = commands::position("proc", PositionKind::Doubtful);
    assert_eq!(
        key(&world.attempt(focal("west"), &doubtful)),
        "wrong-outcome"
    );
    world.wait(HOUR);
    let arrived = world.now;
    let entered = commands::mailed("west", PositionKind::Doubtful, arrived);
    world.must(secretariat(), &entered);
    assert_eq!(world.stage(), "under silence");
    // Unsaid until the deadline, it ends the procedure as an objection.
    let mut unsaid = world.clone();
    unsaid.now = unsaid.procedure("proc").closes_from();
    unsaid.must(Actor::SYSTEM, &commands::close_silence("proc"));
    assert_eq!(unsaid.stage(), "broken");
    assert_eq!(outcome(&unsaid, "west"), Outcome::Objected);
    // Its author explains it, even after the deadline: the message had arrived in time.
    world.now = deadline.plus_millis(5_000);
    let agrees = commands::position("proc", PositionKind::Agrees);
    let acts = world.must(focal("west"), &agrees);
    assert!(matches!(&acts[0].fact, Fact::PositionGiven(f) if !f.late));
    let world = closed(world);
    assert_eq!(outcome(&world, "west"), Outcome::Agreed);
}

#[test]
fn whoever_gains_by_what_it_enters_needs_a_second_person() {
    // North holds the secretariat and, here, the pen.
    let mut world = World::new();
    world.must(secretariat(), &commands::open_text("text", "north"));
    let deadline = world.now.plus_millis(4 * DAY);
    world.must(chair(), &commands::open_silence("proc", deadline));
    world.wait(HOUR);
    let arrived = world.now;
    let mut objected = world.clone();
    objected.must(
        secretariat(),
        &commands::mailed("west", PositionKind::Objects, arrived),
    );
    assert_eq!(objected.stage(), "broken", "nobody gains by an objection");
    world.must(
        secretariat(),
        &commands::mailed("west", PositionKind::Agrees, arrived),
    );
    assert!(world.procedure("proc").positions.is_empty());
    world.now = world.procedure("proc").closes_from();
    let close = commands::close_silence("proc");
    assert_eq!(
        key(&world.attempt(Actor::SYSTEM, &close)),
        "awaits-second-person"
    );
    let approve = commands::approve("west");
    assert_eq!(key(&world.attempt(secretariat(), &approve)), "not-entitled");
    world.must(chair(), &approve);
    assert_eq!(key(&world.attempt(chair(), &approve)), "nothing-said");
    world.must(Actor::SYSTEM, &close);
    assert_eq!(outcome(&world, "west"), Outcome::Agreed);
    // Where it holds the chair too, somebody else does.
    let own = world.attempt(
        secretariat(),
        &commands::mailed("north", PositionKind::Agrees, arrived),
    );
    assert_eq!(key(&own), "own-word");
}

#[test]
fn what_was_entered_can_be_contested_and_what_stood_before_stands_again() {
    let mut world = World::under_silence();
    world.wait(HOUR);
    world.must(
        focal("west"),
        &commands::position("proc", PositionKind::Dissociates),
    );
    assert_eq!(
        key(&world.attempt(focal("west"), &commands::contest())),
        "not-entered"
    );
    let earlier = world.now.plus_millis(-1);
    let older = commands::mailed("west", PositionKind::Agrees, earlier);
    assert_eq!(key(&world.attempt(secretariat(), &older)), "said-since");
    world.wait(HOUR);
    let arrived = world.now;
    world.must(
        secretariat(),
        &commands::mailed("west", PositionKind::Agrees, arrived),
    );
    let closed_with = closed(world.clone());
    assert_eq!(outcome(&closed_with, "west"), Outcome::Agreed);
    assert_eq!(
        key(&world.attempt(focal("east"), &commands::contest())),
        "not-entered"
    );
    world.must(focal("west"), &commands::contest());
    assert_eq!(world.procedure("proc").contested.len(), 1);
    let world = closed(world);
    assert_eq!(outcome(&world, "west"), Outcome::Dissociated);
    // After the closing too, until the chair has confirmed.
    let mut late = closed_with;
    late.must(focal("west"), &commands::contest());
    assert_eq!(outcome(&late, "west"), Outcome::Dissociated);
}

#[test]
fn an_objection_that_was_entered_and_contested_revives_nothing() {
    let mut world = World::under_silence();
    world.wait(HOUR);
    let arrived = world.now;
    world.must(
        secretariat(),
        &commands::mailed("west", PositionKind::Objects, arrived),
    );
    assert_eq!(world.stage(), "broken");
    world.must(focal("west"), &commands::contest());
    assert_eq!(world.stage(), "broken");
    assert_eq!(outcome(&world, "west"), Outcome::EndedBeforeDeadline);
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(chair(), &commands::restart("proc", "anew", deadline));
}

#[test]
fn what_the_head_said_only_the_head_changes_or_its_evidence() {
    let mut world = World::under_silence();
    let head = hat(Hat::Head, "east");
    world.must(head, &commands::position("proc", PositionKind::Agrees));
    let refused = world.attempt(focal("east"), &commands::objects("proc"));
    assert_eq!(key(&refused), "head-spoke");
    world.wait(HOUR);
    // What is entered in its place doesn't hand it to the focal point.
    let letter = commands::mailed("east", PositionKind::Dissociates, world.now);
    world.must(secretariat(), &letter);
    let agrees = commands::position("proc", PositionKind::Agrees);
    assert_eq!(key(&world.attempt(focal("east"), &agrees)), "head-spoke");
    world.wait(HOUR);
    let letter = commands::mailed("east", PositionKind::Objects, world.now);
    world.must(secretariat(), &letter);
    assert_eq!(world.stage(), "broken");
}

#[test]
fn an_editorial_remark_breaks_nothing_and_goes_nowhere() {
    let mut world = World::under_silence();
    let remark = |publish| Command::GivePosition {
        procedure: id("proc"),
        position: PositionKind::None,
        confirmed_by: None,
        reason: None,
        wording: None,
        attachments: vec![(
            Attachment {
                kind: AttachmentKind::Editorial,
                publish,
            },
            AttachmentText("A comma is missing in paragraph 2.".to_owned()),
        )],
    };
    let printed = world.attempt(focal("west"), &remark(true));
    assert_eq!(key(&printed), "not-for-publication");
    world.must(focal("west"), &remark(false));
    let mut world = closed(world);
    assert_eq!(outcome(&world, "west"), Outcome::NoObjection);
    world.must(chair(), &commands::confirm("proc", "decision"));
    assert!(world.state.decisions[0].attached.is_empty());
}

#[test]
fn entries_for_one_organisation_have_a_limit() {
    let mut world = World::under_silence();
    for _ in 0..=group::limits::ENTERED {
        world.wait(1_000);
        let agrees = commands::mailed("west", PositionKind::Agrees, world.now);
        world.must(secretariat(), &agrees);
    }
    world.wait(1_000);
    let more = commands::mailed("west", PositionKind::Agrees, world.now);
    assert_eq!(key(&world.attempt(secretariat(), &more)), "too-many");
    // The organisation itself still speaks.
    world.must(focal("west"), &commands::objects("proc"));
}
