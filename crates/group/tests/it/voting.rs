//! Votes (5-procedures, *Vote*): on a text in writing, and on what is put to a meeting.

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, Ballot, Choice, Elector, EvidenceKind, Majority,
    OfficeKind, Presence, Published, SettingValue, Tally,
};
use group::state::{Vote, VoteStanding};
use group::{Actor, Command, Hat, Instant, settings};

use crate::commands;
use crate::meetings::{marks, objection, put, so_decided};
use crate::world::{DAY, HOUR, World, chair, focal, hat, id, key, secretariat};

pub(crate) fn allow(world: &mut World) {
    let on = commands::set(settings::VOTE_ALLOWED, SettingValue::Switch(true));
    world.must(secretariat(), &on);
}

pub(crate) fn open(vote: &str, deadline: Instant) -> Command {
    Command::OpenVote {
        vote: id(vote),
        text: id("text"),
        deadline,
        note: Some("The group could not agree.".to_owned()),
    }
}

pub(crate) fn cast(choice: Choice) -> Command {
    Command::CastVote {
        vote: id("vote"),
        choice,
    }
}

pub(crate) fn close() -> Command {
    Command::CloseVote { vote: id("vote") }
}

pub(crate) fn adopt() -> Command {
    Command::AdoptByVote {
        vote: id("vote"),
        decision: id("decision"),
    }
}

fn entered(organisation: &str, choice: Choice, arrived: Instant) -> Command {
    Command::EnterVote {
        vote: id("vote"),
        organisation: id(organisation),
        choice,
        evidence: EvidenceKind::Mail,
        evidence_file: None,
        arrived,
        message: None,
    }
}

fn roll_call(choices: &[(&str, Choice)]) -> Command {
    Command::RollCall {
        vote: id("vote"),
        meeting: id("meeting"),
        decision: id("agree"),
        choices: choices
            .iter()
            .map(|(of, choice)| (id(of), *choice))
            .collect(),
    }
}

pub(crate) fn voting() -> World {
    let mut world = World::responded();
    world.must(focal("east"), &commands::table("draft 1"));
    allow(&mut world);
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(chair(), &open("vote", deadline));
    world
}

pub(crate) fn vote(world: &World) -> &Vote {
    &world.state.votes[&id("vote")]
}

pub(crate) fn carried() -> World {
    let mut world = voting();
    for member in ["north", "south", "east"] {
        world.must(focal(member), &cast(Choice::InFavour));
    }
    world.must(focal("west"), &cast(Choice::Against));
    closed(world)
}

fn closed(mut world: World) -> World {
    world.now = vote(&world).closes_from().expect("a deadline");
    world.must(Actor::SYSTEM, &close());
    world
}

fn in_meeting() -> World {
    let mut world = World::decision_put();
    allow(&mut world);
    world
}

#[test]
fn majorities_are_counted_as_defined() {
    // In favour, against, abstaining, not taking part, silent; the quorum; what each majority makes of it.
    let check = |numbers: [u32; 5], quorum: u32, expect: [bool; 4]| {
        let choices = [
            Some(Choice::InFavour),
            Some(Choice::Against),
            Some(Choice::Abstains),
            Some(Choice::DoesNotTakePart),
            None,
        ];
        let ballots = choices
            .into_iter()
            .zip(numbers)
            .flat_map(|(choice, count)| (0..count).map(move |_| Ballot { votes: 1, choice }));
        let ballots: Vec<Ballot> = ballots.collect();
        let carried = Majority::ALL
            .iter()
            .map(|majority| Tally::of(ballots.iter().copied(), *majority, quorum).carried);
        assert_eq!(
            carried.collect::<Vec<_>>(),
            expect,
            "{numbers:?} of {quorum}"
        );
    };
    //                             simple absolute two-thirds unanimity
    check([0, 0, 0, 0, 4], 0, [false, false, false, false]);
    check([1, 0, 0, 0, 3], 0, [true, false, true, true]);
    check([1, 0, 0, 0, 3], 2, [false, false, false, false]);
    check([2, 0, 0, 0, 2], 2, [true, false, true, true]);
    check([2, 2, 0, 0, 0], 0, [false, false, false, false]);
    check([3, 1, 0, 0, 0], 0, [true, true, true, false]);
    check([3, 2, 0, 0, 0], 0, [true, true, false, false]);
    check([4, 2, 0, 0, 2], 0, [true, false, true, false]);
    check([1, 0, 3, 0, 0], 4, [true, false, true, true]);
    check([1, 0, 0, 3, 0], 4, [false, false, false, false]);
    check([0, 0, 4, 0, 0], 4, [false, false, false, false]);
}

#[test]
fn weights_are_the_groups_and_count_as_they_were_at_the_opening() {
    let weights = |votes: u32| Command::SetWeights {
        weights: vec![Elector {
            organisation: id("west"),
            votes,
        }],
    };
    let mut world = voting();
    for votes in [0, group::limits::VOTES + 1] {
        let outcome = world.attempt(secretariat(), &weights(votes));
        assert_eq!(key(&outcome), "too-many-votes");
    }
    // Set while the vote runs: it keeps its own.
    world.must(secretariat(), &weights(9));
    world.must(focal("west"), &cast(Choice::Against));
    world.must(focal("north"), &cast(Choice::InFavour));
    let mut world = closed(world);
    assert_eq!(vote(&world).tally().expect("closed").against, 1);
    // The next one counts nine.
    world.must(focal("east"), &commands::table("draft 2"));
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(chair(), &open("again", deadline));
    assert_eq!(
        world.state.votes[&id("again")].votes_of(id("west")),
        Some(9)
    );
    assert_eq!(
        world.state.votes[&id("again")].votes_of(id("east")),
        Some(1)
    );
}

#[test]
fn a_group_votes_where_its_rules_say_so() {
    let mut world = World::with_text();
    let deadline = world.now.plus_millis(7 * DAY);
    let outcome = world.attempt(chair(), &open("vote", deadline));
    assert_eq!(key(&outcome), "votes-off");
    allow(&mut world);
    let outcome = world.attempt(chair(), &open("vote", world.now.plus_millis(DAY)));
    assert_eq!(key(&outcome), "too-few-days");
    let word =
        |word: &str| commands::set(settings::VOTE_MAJORITY, SettingValue::Word(word.to_owned()));
    let outcome = world.attempt(secretariat(), &word("most"));
    assert_eq!(key(&outcome), "no-setting");
    world.must(secretariat(), &word("two_thirds"));
    world.must(chair(), &open("vote", deadline));
    assert_eq!(vote(&world).majority, Majority::TwoThirds);
    // Half of four members, as the rules say where nothing was set.
    assert_eq!(vote(&world).quorum, 2);
}

#[test]
fn a_text_is_adopted_by_the_vote_that_carries_it_and_the_chair() {
    let mut world = voting();
    assert_eq!(world.stage(), "voting");
    // While it runs nothing else becomes of the text, and it is not decided.
    let deadline = world.now.plus_millis(7 * DAY);
    for command in [
        commands::table("draft 2"),
        commands::open_round("next", deadline),
    ] {
        assert_eq!(key(&world.attempt(focal("east"), &command)), "vote-runs");
    }
    let silence = commands::open_silence("proc", deadline);
    assert_eq!(key(&world.attempt(chair(), &silence)), "vote-runs");
    assert_eq!(key(&world.attempt(chair(), &adopt())), "not-carried");
    assert_eq!(key(&world.attempt(Actor::SYSTEM, &close())), "too-early");
    let mut world = carried();
    assert_eq!(world.stage(), "carried");
    assert_eq!(key(&world.attempt(Actor::SYSTEM, &close())), "vote-over");
    assert_eq!(key(&world.attempt(secretariat(), &adopt())), "not-entitled");
    world.must(chair(), &adopt());
    assert_eq!(world.stage(), "adopted");
    let decision = &world.state.decisions[0];
    assert_eq!(decision.number, "2026/1");
    assert_eq!(decision.participants.len(), 4);
    assert_eq!(key(&world.attempt(chair(), &adopt())), "id-taken");
    // Whoever was outvoted attaches what it has to say, and the text is published with it.
    let reservation = Attachment {
        kind: AttachmentKind::Reservation,
        publish: true,
    };
    let attach = Command::Attach {
        decision: id("decision"),
        attachments: vec![(reservation, AttachmentText("We read it so.".to_owned()))],
    };
    world.must(focal("west"), &attach);
    let published = Published {
        organisation: id("west"),
        kind: AttachmentKind::Reservation,
        text: "We read it so.".to_owned(),
    };
    let publish = commands::publish(vec![published]);
    assert_eq!(key(&world.attempt(secretariat(), &publish)), "attach-open");
    world.wait(6 * DAY);
    world.must(secretariat(), &publish);
    assert_eq!(key(&world.attempt(focal("west"), &attach)), "attach-over");
}

#[test]
fn a_tie_fails_and_a_version_is_voted_on_once() {
    let mut world = voting();
    for (member, choice) in [
        ("north", Choice::InFavour),
        ("south", Choice::InFavour),
        ("east", Choice::Against),
        ("west", Choice::Against),
    ] {
        world.must(focal(member), &cast(choice));
    }
    let mut world = closed(world);
    assert!(!vote(&world).tally().expect("closed").carried);
    assert_eq!(world.stage(), "drafting");
    assert_eq!(key(&world.attempt(chair(), &adopt())), "not-carried");
    let deadline = world.now.plus_millis(7 * DAY);
    let again = world.attempt(chair(), &open("again", deadline));
    assert_eq!(key(&again), "voted-already");
    // The group may still agree on it, or vote on another version.
    let silence = commands::open_silence("proc", deadline);
    assert_eq!(key(&world.clone().attempt(chair(), &silence)), "admitted");
    world.must(focal("east"), &commands::table("draft 2"));
    world.must(chair(), &open("again", deadline));
}

#[test]
fn the_last_word_in_time_counts_by_whoever_may_give_it() {
    let mut world = voting();
    let deadline = vote(&world).deadline.expect("in writing").0;
    world.must(focal("east"), &cast(Choice::InFavour));
    world.must(hat(Hat::Head, "east"), &cast(Choice::Against));
    let outcome = world.attempt(focal("east"), &cast(Choice::InFavour));
    assert_eq!(key(&outcome), "head-spoke");
    for (who, expect) in [("guest", "no-vote"), ("watch", "no-vote")] {
        let outcome = world.attempt(focal(who), &cast(Choice::InFavour));
        assert_eq!(key(&outcome), expect);
    }
    world.now = deadline;
    world.must(focal("west"), &cast(Choice::InFavour));
    world.wait(1);
    let late = world.attempt(focal("west"), &cast(Choice::Against));
    assert_eq!(key(&late), "vote-over");
    // What was on the way at the deadline counts.
    let on_the_way = world.attempt_received(deadline, focal("west"), &cast(Choice::Abstains));
    assert_eq!(key(&on_the_way), "admitted");
    let said = |of: &str| vote(&world).cast[&id(of)].choice;
    assert_eq!(
        (said("east"), said("west")),
        (Choice::Against, Choice::Abstains)
    );
}

#[test]
fn a_vote_by_mail_counts_from_its_arrival() {
    let mut world = voting();
    let opened = vote(&world).opened;
    world.wait(DAY);
    let now = world.now;
    let north = hat(Hat::Secretariat, "north");
    for (command, expect) in [
        (entered("west", Choice::InFavour, now), "admitted"),
        (
            entered("west", Choice::InFavour, now.plus_millis(1)),
            "arrived-after",
        ),
        (
            entered("west", Choice::InFavour, opened.plus_millis(-1)),
            "arrived-after",
        ),
        (entered("north", Choice::InFavour, now), "own-word"),
        (entered("guest", Choice::InFavour, now), "no-vote"),
    ] {
        assert_eq!(
            key(&world.clone().attempt(north, &command)),
            expect,
            "{command:?}"
        );
    }
    let by_chair = entered("west", Choice::InFavour, now);
    assert_eq!(key(&world.attempt(chair(), &by_chair)), "not-entitled");
    // What the organisation has said since counts.
    world.must(focal("west"), &cast(Choice::Against));
    let before = entered("west", Choice::InFavour, now.plus_millis(-HOUR));
    assert_eq!(key(&world.attempt(north, &before)), "said-since");
    // An unread message of a member stops the closing until somebody read it.
    world.must(north, &commands::receive("mail", "east", now));
    world.now = vote(&world).closes_from().expect("a deadline");
    assert_eq!(key(&world.attempt(Actor::SYSTEM, &close())), "unread");
    let mut command = entered("east", Choice::Abstains, now);
    if let Command::EnterVote { message, .. } = &mut command {
        *message = Some(id("mail"));
    }
    world.must(north, &command);
    world.must(Actor::SYSTEM, &close());
    let tally = vote(&world).tally().expect("closed");
    assert_eq!(
        (tally.against, tally.abstaining, tally.took_part),
        (1, 1, 2)
    );
}

#[test]
fn whoever_holds_the_pen_enters_nobodys_vote_in_favour() {
    let mut world = voting();
    // East holds the pen, and the secretariat goes to it.
    let assign = commands::assign(OfficeKind::Secretariat, "east");
    world.must(secretariat(), &assign);
    let east = hat(Hat::Secretariat, "east");
    let now = world.now;
    let outcome = world.attempt(east, &entered("west", Choice::InFavour, now));
    assert_eq!(key(&outcome), "second-person");
    world.must(east, &entered("west", Choice::Against, now));
}

#[test]
fn an_outage_across_the_deadline_waits_for_the_chair() {
    let mut world = voting();
    let deadline = vote(&world).deadline.expect("in writing").0;
    world.now = vote(&world).closes_from().expect("a deadline");
    assert_eq!(key(&world.attempt(chair(), &close())), "closes-by-itself");
    let outage = Command::NoticeOutage {
        from: deadline.plus_millis(-HOUR),
        until: world.now,
    };
    world.must(Actor::SYSTEM, &outage);
    assert_eq!(key(&world.attempt(Actor::SYSTEM, &close())), "was-down");
    world.must(chair(), &close());
    assert!(matches!(vote(&world).standing, VoteStanding::Closed { .. }));
}

#[test]
fn co_chairs_cancel_and_adopt_together() {
    let co_chair = hat(Hat::Chair, "west");
    let cancel = Command::CancelVote {
        vote: id("vote"),
        reason: "The wrong version.".to_owned(),
    };
    let mut world = voting();
    world.must(
        secretariat(),
        &commands::assign(OfficeKind::CoChair, "west"),
    );
    world.must(chair(), &cancel);
    assert!(vote(&world).is_running(), "one yes is not enough");
    assert_eq!(key(&world.attempt(chair(), &cancel)), "awaits-other-chair");
    world.must(co_chair, &cancel);
    assert!(matches!(
        vote(&world).standing,
        VoteStanding::Cancelled { .. }
    ));
    // A cancelled vote is none: the version may be voted on.
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(chair(), &open("again", deadline));
    let mut world = carried();
    world.must(
        secretariat(),
        &commands::assign(OfficeKind::CoChair, "west"),
    );
    world.must(chair(), &adopt());
    assert_eq!(world.stage(), "carried");
    world.must(co_chair, &adopt());
    assert_eq!(world.stage(), "adopted");
}

#[test]
fn an_annulled_decision_frees_the_text_for_another_vote() {
    let mut world = carried();
    world.must(chair(), &adopt());
    let annul = Command::AnnulDecision {
        decision: id("decision"),
        reason: "A vote was counted twice.".to_owned(),
    };
    world.must(chair(), &annul);
    assert_eq!(world.stage(), "drafting");
    assert!(matches!(
        vote(&world).standing,
        VoteStanding::Annulled { .. }
    ));
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(chair(), &open("again", deadline));
}

#[test]
fn a_meeting_votes_by_roll_call() {
    let three = [
        ("north", Choice::InFavour),
        ("south", Choice::InFavour),
        ("east", Choice::Against),
    ];
    let mut world = World::decision_put();
    assert_eq!(
        key(&world.attempt(chair(), &roll_call(&three))),
        "votes-off"
    );
    let mut world = in_meeting();
    assert_eq!(
        key(&world.attempt(secretariat(), &roll_call(&three))),
        "not-entitled"
    );
    // Whoever isn't there has no voice in it.
    let absent = [("north", Choice::InFavour), ("west", Choice::Against)];
    assert_eq!(
        key(&world.attempt(chair(), &roll_call(&absent))),
        "not-present"
    );
    // The request was on the way for a moment.
    let received = world.now.plus_millis(-5);
    let outcome = world.attempt_received(received, chair(), &roll_call(&three));
    assert_eq!(key(&outcome), "admitted");
    let decision = world.decision("agree");
    assert_eq!(decision.participants, ["north", "south", "east"].map(id));
    assert_eq!(decision.absent, [id("west")]);
    assert_eq!(decision.vote(), Some(id("vote")));
    assert!(world.meeting("meeting").put.is_none());
    // As after consensus, whoever was not there may attach what it has to say.
    let reservation = Attachment {
        kind: AttachmentKind::Reservation,
        publish: false,
    };
    let attach = Command::Attach {
        decision: id("agree"),
        attachments: vec![(reservation, AttachmentText("We read it so.".to_owned()))],
    };
    world.must(focal("west"), &attach);
}

#[test]
fn what_a_meeting_votes_down_is_not_decided() {
    let mut world = in_meeting();
    let tie = [("north", Choice::InFavour), ("south", Choice::Against)];
    world.must(chair(), &roll_call(&tie));
    assert!(world.state.decisions.is_empty());
    let meeting = world.meeting("meeting");
    assert!(meeting.put.is_none());
    assert_eq!(meeting.lost[0].put.decision, id("agree"));
    let adopted = world.attempt(chair(), &so_decided("meeting", "agree"));
    assert_eq!(key(&adopted), "nothing-put");
    // It is not put again under its id.
    let again = put("meeting", "topic", "agree");
    assert_eq!(key(&world.attempt(chair(), &again)), "id-taken");
}

#[test]
fn a_quorum_is_one_of_members_that_took_part() {
    let percent = commands::set(settings::VOTE_QUORUM_PERCENT, SettingValue::Number(75));
    let mut world = in_meeting();
    world.must(secretariat(), &percent);
    let two = [
        ("north", Choice::InFavour),
        ("south", Choice::InFavour),
        ("east", Choice::DoesNotTakePart),
    ];
    world.must(chair(), &roll_call(&two));
    let tally = vote(&world).tally().expect("closed");
    assert!(!tally.quorum_met && !tally.carried);
    let mut world = in_meeting();
    world.must(secretariat(), &percent);
    let there = marks("meeting", &[("west", Presence::Head)]);
    world.must(secretariat(), &there);
    let three = [
        ("north", Choice::InFavour),
        ("south", Choice::InFavour),
        ("west", Choice::Abstains),
    ];
    world.must(chair(), &roll_call(&three));
    assert!(vote(&world).is_carried());
}

#[test]
fn while_a_meeting_votes_nothing_else_settles_the_question() {
    let mut world = in_meeting();
    let acts = world.clone().must(
        chair(),
        &roll_call(&[("north", Choice::InFavour), ("south", Choice::Against)]),
    );
    // The vote is opened, and not closed yet.
    world.state = group::admit(world.state.clone(), &acts[0]).expect("opened");
    for command in [
        so_decided("meeting", "agree"),
        objection("meeting", "agree", &["east"]),
        Command::TakeBack {
            meeting: id("meeting"),
            decision: id("agree"),
        },
    ] {
        assert_eq!(
            key(&world.attempt(chair(), &command)),
            "vote-runs",
            "{command:?}"
        );
    }
    assert_eq!(key(&world.attempt(secretariat(), &close())), "not-entitled");
    world.must(focal("north"), &cast(Choice::InFavour));
    world.must(focal("south"), &cast(Choice::InFavour));
    // What is carried is decided in the same batch or not at all.
    assert_eq!(key(&world.attempt(chair(), &close())), "unfinished");
}
