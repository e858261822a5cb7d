//! The silence procedure and the decision that may come of it (5-procedures).

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, OrgOutcome, Outcome, PositionKind, Published,
    SettingValue,
};
use group::state::Standing;
use group::{Actor, Command, Fact, settings};

use crate::commands;
use crate::world::{
    DAY, GUEST, HOUR, MEMBERS, WATCH, World, chair, focal, id, instant, key, secretariat,
};

fn outcomes(world: &World, procedure: &str) -> Vec<Outcome> {
    let found = world.procedure(procedure);
    let organisations: Vec<_> = found.outcomes.iter().map(|o| o.organisation).collect();
    assert_eq!(
        organisations, found.electorate,
        "one outcome each, in order"
    );
    found.outcomes.iter().map(|o| o.outcome).collect()
}

fn close(world: &mut World, procedure: &str) {
    world.now = world.procedure(procedure).closes_from();
    world.must(Actor::SYSTEM, &commands::close_silence(procedure));
}

#[test]
fn an_objection_ends_it_and_only_a_restart_leads_on() {
    let mut world = World::under_silence();
    world.must(
        focal("east"),
        &commands::position("proc", PositionKind::Agrees),
    );
    let acts = world.must(focal("west"), &commands::objects("proc"));
    let kinds: Vec<_> = acts.iter().map(|act| act.fact.kind()).collect();
    assert_eq!(kinds, ["position.given", "silence.broken"]);
    assert_eq!(acts[0].batch, acts[1].batch);
    assert_eq!(
        outcomes(&world, "proc"),
        [
            Outcome::EndedBeforeDeadline,
            Outcome::EndedBeforeDeadline,
            Outcome::Agreed,
            Outcome::Objected,
        ]
    );
    // Withdrawing it does not revive it, and neither time nor the chair does.
    let withdrawn = world.attempt(focal("west"), &commands::withdraw("proc"));
    assert_eq!(key(&withdrawn), "not-running");
    world.now = world.procedure("proc").closes_from();
    let closed = world.attempt(Actor::SYSTEM, &commands::close_silence("proc"));
    assert_eq!(key(&closed), "not-running");
    let confirmed = world.attempt(chair(), &commands::confirm("proc", "decision"));
    assert_eq!(key(&confirmed), "not-closed");
    let deadline = world.now.plus_millis(28 * DAY);
    let opened = world.attempt(chair(), &commands::open_silence("other", deadline));
    assert_eq!(key(&opened), "broken");
    // A restart says what it restarts; all may object anew, nothing said before counts.
    world.must(chair(), &commands::restart("proc", "anew", deadline));
    let anew = world.procedure("anew");
    assert_eq!(anew.restarts, Some(id("proc")));
    assert_eq!(anew.sha256, world.procedure("proc").sha256);
    assert!(anew.positions.is_empty());
    close(&mut world, "anew");
    world.must(chair(), &commands::confirm("anew", "decision"));
    assert_eq!(world.stage(), "adopted");
    assert_eq!(outcomes(&world, "anew"), [Outcome::NoObjection; 4]);
}

#[test]
fn a_round_after_an_objection_opens_no_way_around_the_restart() {
    let mut world = World::broken();
    let deadline = world.now.plus_millis(DAY);
    world.must(focal("east"), &commands::open_round("again", deadline));
    assert_eq!(world.stage(), "in round");
    let tabled = world.attempt(focal("east"), &commands::table("draft 2"));
    assert_eq!(key(&tabled), "round-open");
    let restart = commands::restart("proc", "anew", deadline.plus_millis(DAY));
    assert_eq!(key(&world.attempt(chair(), &restart)), "round-open");
    let close = Command::CloseRound { round: id("again") };
    world.must(focal("east"), &close);
    assert_eq!(world.stage(), "answering");
    let opened = commands::open_silence("other", deadline.plus_millis(5 * DAY));
    assert_eq!(key(&world.attempt(chair(), &opened)), "broken");
    world.must(chair(), &restart);
    assert_eq!(world.stage(), "under silence");
}

#[test]
fn a_restart_is_of_the_same_text_and_version() {
    let mut world = World::broken();
    world.must(secretariat(), &commands::open_text("other", "east"));
    let deadline = world.now.plus_millis(7 * DAY);
    let mut trial = world.clone();
    let acts = trial.must(chair(), &commands::restart("proc", "anew", deadline));
    let mut state = group::admit(world.state.clone(), &acts[0]).expect("the restart");
    let mut other = acts[1].clone();
    if let Fact::SilenceOpened(opened) = &mut other.fact {
        opened.text = id("other");
        opened.version = 1;
        opened.sha256 = commands::digest("zero draft");
    }
    let refused = group::admit(state.clone(), &other).expect_err("another text");
    assert_eq!(refused.key(), "other-version");
    state = group::admit(state, &acts[1]).expect("the same text");
    assert_eq!(state, trial.state);
}

#[test]
fn after_an_objection_a_new_version_is_a_new_procedure() {
    let mut world = World::broken();
    world.must(focal("east"), &commands::table("draft 2"));
    assert_eq!(world.stage(), "drafting");
    let deadline = world.now.plus_millis(3 * DAY);
    let restart = commands::restart("proc", "anew", deadline);
    assert_eq!(key(&world.attempt(chair(), &restart)), "not-broken");
    world.must(chair(), &commands::open_silence("new", deadline));
    assert_eq!(world.procedure("new").restarts, None);
}

#[test]
fn partners_and_observers_cannot_break_it() {
    for organisation in [GUEST, WATCH] {
        let mut world = World::under_silence();
        for kind in PositionKind::ALL {
            let expect = if *kind == PositionKind::None {
                "nothing-said"
            } else {
                "no-objection-right"
            };
            let given = world.attempt(focal(organisation), &commands::position("proc", *kind));
            assert_eq!(key(&given), expect, "{organisation} {kind:?}");
        }
        // What they may do: attach.
        world.must(focal(organisation), &commands::reserves("proc", false));
        close(&mut world, "proc");
        assert_eq!(outcomes(&world, "proc"), [Outcome::NoObjection; 4]);
        assert_eq!(world.procedure("proc").attached(), [id(organisation)]);
    }
}

#[test]
fn each_position_has_its_outcome() {
    for (position, expect) in [
        (Some(PositionKind::Agrees), Outcome::Agreed),
        (
            Some(PositionKind::AgreesAdReferendum),
            Outcome::AgreedAdReferendum,
        ),
        (Some(PositionKind::Dissociates), Outcome::Dissociated),
        (Some(PositionKind::DoesNotTakePart), Outcome::DidNotTakePart),
        (None, Outcome::NoObjection),
    ] {
        let mut world = World::under_silence();
        if let Some(kind) = position {
            world.must(focal("west"), &commands::position("proc", kind));
        }
        close(&mut world, "proc");
        assert_eq!(outcomes(&world, "proc")[3], expect, "{position:?}");
        world.must(chair(), &commands::confirm("proc", "decision"));
    }
}

#[test]
fn an_objection_with_a_text_breaks_it_and_each_needs_its_reason() {
    for kind in [PositionKind::Objects, PositionKind::ObjectsWithText] {
        let mut world = World::under_silence();
        let mut silent = commands::position("proc", kind);
        if let Command::GivePosition { reason, .. } = &mut silent {
            *reason = Some("  ".to_owned());
        }
        assert_eq!(key(&world.attempt(focal("west"), &silent)), "missing");
        world.must(focal("west"), &commands::position("proc", kind));
        assert_eq!(world.stage(), "broken");
    }
}

#[test]
fn ad_referendum_names_its_day() {
    let mut world = World::under_silence();
    let mut given = commands::position("proc", PositionKind::AgreesAdReferendum);
    if let Command::GivePosition { confirmed_by, .. } = &mut given {
        *confirmed_by = None;
    }
    assert_eq!(key(&world.attempt(focal("west"), &given)), "missing");
}

#[test]
fn the_last_word_before_the_deadline_stands() {
    let mut world = World::under_silence();
    world.must(
        focal("west"),
        &commands::position("proc", PositionKind::Agrees),
    );
    world.wait(HOUR);
    world.must(
        focal("west"),
        &commands::position("proc", PositionKind::Dissociates),
    );
    world.must(
        focal("east"),
        &commands::position("proc", PositionKind::Agrees),
    );
    world.must(focal("east"), &commands::withdraw("proc"));
    let nothing = world.attempt(focal("east"), &commands::withdraw("proc"));
    assert_eq!(key(&nothing), "nothing-said");
    close(&mut world, "proc");
    assert_eq!(
        outcomes(&world, "proc")[2..],
        [Outcome::NoObjection, Outcome::Dissociated]
    );
}

#[test]
fn what_comes_late_is_kept_without_effect() {
    let mut world = World::under_silence();
    world.now = world.procedure("proc").deadline.plus_millis(1);
    world.must(focal("west"), &commands::objects("proc"));
    close(&mut world, "proc");
    world.must(focal("east"), &commands::objects("proc"));
    world.must(chair(), &commands::confirm("proc", "decision"));
    world.must(focal("south"), &commands::reserves("proc", true));
    assert_eq!(outcomes(&world, "proc"), [Outcome::NoObjection; 4]);
    let late: Vec<_> = world
        .procedure("proc")
        .late
        .iter()
        .map(|(id, _)| *id)
        .collect();
    assert_eq!(late, [id("west"), id("east"), id("south")]);
    assert!(world.state.decisions[0].attached.is_empty());
}

#[test]
fn the_electorate_is_that_of_the_opening() {
    let mut world = World::under_silence();
    world.must(secretariat(), &commands::take_in("new", group::MEMBER));
    let seat = commands::seat("new", "f", group::parts::SeatKind::FocalPoint);
    world.must(secretariat(), &seat);
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    let newcomer = Actor {
        seat: Some(id("new/f")),
        hat: group::Hat::FocalPoint,
    };
    assert_eq!(
        key(&world.attempt(newcomer, &commands::objects("proc"))),
        "no-objection-right"
    );
    assert_eq!(world.procedure("proc").electorate, MEMBERS.map(id));
    world.must(focal("west"), &commands::objects("proc"));
    assert_eq!(world.stage(), "broken");
}

#[test]
fn a_restart_lasts_at_least_a_day_unless_any_instant_will_do() {
    for (any, hours, expect) in [
        (false, 23, "too-short"),
        (false, 24, "admitted"),
        (true, 1, "admitted"),
        (true, 0, "deadline-past"),
    ] {
        let mut world = World::broken();
        let setting = commands::set(settings::DEADLINE_ANY_INSTANT, SettingValue::Switch(any));
        world.must(secretariat(), &setting);
        let deadline = world.now.plus_millis(hours * HOUR);
        let restarted = world.attempt(chair(), &commands::restart("proc", "anew", deadline));
        assert_eq!(key(&restarted), expect, "{hours} hours, any instant {any}");
    }
}

#[test]
fn reservations_come_to_the_decision_and_to_the_public_as_their_author_chose() {
    let of = |organisation: &str| Published {
        organisation: id(organisation),
        kind: AttachmentKind::Reservation,
        text: "We read paragraph 2 so.".to_owned(),
    };
    for (publish, attached, expect) in [
        (true, vec![of("west")], "admitted"),
        (true, Vec::new(), "admitted"),
        (true, vec![of("west"), of("west")], "not-for-publication"),
        (true, vec![of("east")], "not-for-publication"),
        (false, vec![of("west")], "not-for-publication"),
    ] {
        let mut world = World::under_silence();
        world.must(focal("west"), &commands::reserves("proc", publish));
        close(&mut world, "proc");
        world.must(chair(), &commands::confirm("proc", "decision"));
        assert_eq!(world.state.decisions[0].attached, [id("west")]);
        let published = world.attempt(secretariat(), &commands::publish(attached));
        assert_eq!(key(&published), expect);
    }
}

#[test]
fn numbers_have_no_gaps_in_the_year_of_the_groups_seat() {
    let mut world = World::new();
    let any = commands::set(settings::DEADLINE_ANY_INSTANT, SettingValue::Switch(true));
    world.must(secretariat(), &any);
    let adopt = |world: &mut World, text: &str, at: &str| {
        world.must(secretariat(), &commands::open_text(text, "east"));
        let open = Command::OpenSilence {
            procedure: id(text),
            text: id(text),
            deadline: world.now.plus_millis(4 * DAY),
            note: None,
        };
        world.must(chair(), &open);
        close(world, text);
        world.now = instant(at);
        world.must(chair(), &commands::confirm(text, text));
        world
            .state
            .decisions
            .last()
            .expect("adopted")
            .number
            .clone()
    };
    // Midnight at the seat is at 11:00 UTC.
    for (text, at, expect) in [
        ("one", "2026-06-01T10:00:00Z", "2026/1"),
        ("two", "2026-12-31T10:59:59.999Z", "2026/2"),
        ("three", "2027-01-05T11:00:00Z", "2027/1"),
        ("four", "2027-12-31T11:00:00Z", "2028/1"),
        ("five", "2028-01-05T00:00:00Z", "2028/2"),
    ] {
        assert_eq!(adopt(&mut world, text, at), expect, "{at}");
    }
}

#[test]
fn an_adoption_with_another_number_or_outcome_is_no_law() {
    let mut world = World::awaiting_chair();
    let before = world.state.clone();
    let acts = world.must(chair(), &commands::confirm("proc", "decision"));
    let confirmed = group::admit(before, &acts[0]).expect("the confirmation");
    let check = |change: fn(&mut group::DecisionAdopted), expect: &str| {
        let mut act = acts[1].clone();
        if let Fact::DecisionAdopted(adopted) = &mut act.fact {
            change(adopted);
        }
        let refused = group::admit(confirmed.clone(), &act).expect_err(expect);
        assert_eq!(refused.key(), expect);
    };
    check(|adopted| adopted.rank = 2, "wrong-number");
    check(|adopted| adopted.year = 2025, "wrong-number");
    check(
        |adopted| adopted.number = "2026/2".to_owned(),
        "wrong-number",
    );
    check(|adopted| adopted.attached.clear(), "wrong-outcome");
    check(
        |adopted| {
            adopted.participants.pop();
        },
        "wrong-outcome",
    );
    check(|adopted| adopted.version = Some(1), "other-version");
    // Nothing comes between, and nothing of another batch.
    let mut stray = acts[1].clone();
    stray.batch = world.fresh();
    assert_eq!(
        group::admit(confirmed, &stray).expect_err("a batch").key(),
        "unfinished"
    );
}

#[test]
fn a_closing_with_another_outcome_is_no_law() {
    let mut world = World::under_silence();
    world.now = world.procedure("proc").closes_from();
    let before = world.state.clone();
    let acts = world.must(Actor::SYSTEM, &commands::close_silence("proc"));
    let check = |change: fn(&mut Vec<OrgOutcome>)| {
        let mut act = acts[0].clone();
        if let Fact::SilenceClosed(closed) = &mut act.fact {
            change(&mut closed.outcomes);
        }
        let refused = group::admit(before.clone(), &act).expect_err("another outcome");
        assert_eq!(refused.key(), "wrong-outcome");
    };
    check(|outcomes| outcomes[0].outcome = Outcome::Agreed);
    check(|outcomes| {
        outcomes.pop();
    });
    check(|outcomes| outcomes.swap(0, 1));
    check(|outcomes| outcomes.push(outcomes[0]));
    assert!(matches!(
        world.procedure("proc").standing,
        Standing::Closed { .. }
    ));
}

#[test]
fn what_the_head_said_the_head_alone_changes() {
    let mut world = World::under_silence();
    let head = crate::world::hat(group::Hat::Head, "east");
    let agrees = commands::position("proc", PositionKind::Agrees);
    world.must(focal("east"), &agrees);
    world.must(head, &commands::position("proc", PositionKind::Dissociates));
    assert_eq!(key(&world.attempt(focal("east"), &agrees)), "head-spoke");
    let withdraw = commands::withdraw("proc");
    assert_eq!(key(&world.attempt(focal("east"), &withdraw)), "head-spoke");
    world.must(head, &withdraw);
    world.must(focal("east"), &agrees);
}

#[test]
fn the_size_at_the_deadline_is_that_of_the_record() {
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    world.now = deadline;
    let agrees = commands::position("proc", PositionKind::Agrees);
    world.must(focal("west"), &agrees);
    let size = world.state.acts;
    world.now = deadline.plus_millis(1);
    world.must(focal("east"), &agrees);
    world.now = world.procedure("proc").closes_from();
    let before = world.state.clone();
    let closed = world
        .must(Actor::SYSTEM, &commands::close_silence("proc"))
        .remove(0);
    for (said, lawful) in [(size, true), (size + 1, false), (0, false)] {
        let mut act = closed.clone();
        if let Fact::SilenceClosed(fact) = &mut act.fact {
            fact.size_at_deadline = said;
        }
        let folded = group::admit(before.clone(), &act);
        assert_eq!(folded.is_ok(), lawful, "{said}");
    }
}

#[test]
fn nobody_to_ask_is_no_agreement() {
    let mut world = World::with_text();
    for category in [group::MEMBER, group::PARTNER] {
        let no_rights = Command::DefineCategory {
            category: category.into(),
            rights: group::parts::Category::default(),
        };
        world.must(secretariat(), &no_rights);
    }
    let deadline = world.now.plus_millis(30 * DAY);
    let opened = world.attempt(chair(), &commands::open_silence("proc", deadline));
    assert_eq!(key(&opened), "nobody-to-ask");
    let round = world.attempt(secretariat(), &commands::open_round("round", deadline));
    assert_eq!(key(&round), "nobody-to-ask");
}

#[test]
fn a_dissociation_is_carried_to_the_decision_with_its_words() {
    let words = |position, kind| {
        let mut command = commands::position("proc", position);
        if let Command::GivePosition { attachments, .. } = &mut command {
            let attachment = Attachment {
                kind,
                publish: true,
            };
            attachments.push((attachment, AttachmentText("We stand aside.".to_owned())));
        }
        command
    };
    let mut world = World::under_silence();
    let wrong = words(PositionKind::Agrees, AttachmentKind::Dissociation);
    assert_eq!(
        key(&world.attempt(focal("west"), &wrong)),
        "not-dissociating"
    );
    let right = words(PositionKind::Dissociates, AttachmentKind::Dissociation);
    world.must(focal("west"), &right);
    // Without words it is carried, too.
    world.must(
        focal("east"),
        &commands::position("proc", PositionKind::Dissociates),
    );
    world.now = world.procedure("proc").closes_from();
    world.must(Actor::SYSTEM, &commands::close_silence("proc"));
    world.must(chair(), &commands::confirm("proc", "decision"));
    assert_eq!(world.state.decisions[0].attached, ["east", "west"].map(id));
    // What its author chose for publication may be printed with the text.
    let published = Published {
        organisation: id("west"),
        kind: AttachmentKind::Dissociation,
        text: "We stand aside.".to_owned(),
    };
    world.must(secretariat(), &commands::publish(vec![published]));
}
