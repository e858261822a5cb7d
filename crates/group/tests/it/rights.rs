//! Who may do what: each command by everybody, through `decide`. What isn't named here is denied.

use group::parts::{Category, OfficeKind, PositionKind, SeatKind, SettingValue};
use group::{Act, Actor, Command, Fact, Hat, admit, settings};

use crate::commands;
use crate::meetings;
use crate::rights_meetings::with_action;
use crate::world::{DAY, GUEST, MEMBERS, WATCH, World, chair, focal, hat, id, key, secretariat};

pub(crate) type Build = fn() -> World;

/// Everybody who might try, by a short name.
fn everybody() -> Vec<(String, Actor)> {
    let mut all = vec![
        ("system".to_owned(), Actor::SYSTEM),
        ("founder".to_owned(), Actor::FOUNDER),
    ];
    for organisation in MEMBERS.into_iter().chain([GUEST, WATCH]) {
        for worn in Hat::ALL {
            all.push((
                format!("{} {organisation}", worn.word()),
                hat(*worn, organisation),
            ));
        }
    }
    // Without a seat no hat of a person counts.
    for worn in Hat::ALL {
        if !matches!(worn, Hat::System | Hat::Founder) {
            let nobody = Actor {
                seat: None,
                hat: *worn,
            };
            all.push((format!("{} of nobody", worn.word()), nobody));
        }
    }
    all
}

/// Those of the group who speak for their organisation.
pub(crate) const SPEAKERS: [&str; 8] = [
    "focal_point north",
    "focal_point south",
    "focal_point east",
    "head east",
    "alternate east",
    "focal_point west",
    "focal_point guest",
    "focal_point watch",
];
pub(crate) const SECRETARIAT: &[&str] = &["secretariat north"];
pub(crate) const PEN: &[&str] = &[
    "secretariat north",
    "focal_point east",
    "head east",
    "alternate east",
];
pub(crate) const CHAIR: &[&str] = &["chair south"];
pub(crate) const CHAIR_OR_SECRETARIAT: &[&str] = &["secretariat north", "chair south"];

pub(crate) fn holds(build: Build, command: impl Fn(&World) -> Command, expect: &[&str]) {
    let world = build();
    let command = command(&world);
    let mut admitted: Vec<String> = Vec::new();
    for (name, actor) in everybody() {
        if world.clone().attempt(actor, &command).is_ok() {
            admitted.push(name);
        }
    }
    let mut expect: Vec<_> = expect.iter().map(|&name| name.to_owned()).collect();
    expect.sort();
    admitted.sort();
    assert_eq!(admitted, expect, "{command:?}");
}

fn soon(world: &World) -> group::Instant {
    world.now.plus_millis(7 * DAY)
}

#[test]
fn the_group_and_its_people_are_the_secretariats() {
    holds(World::empty, |_| commands::found(), &["founder"]);
    let number = SettingValue::Number(48);
    let set = commands::set(settings::SILENCE_MINIMUM_HOURS, number);
    holds(World::new, |_| set.clone(), SECRETARIAT);
    let rights = Category::default();
    holds(
        World::new,
        |_| commands::define("guest", rights),
        SECRETARIAT,
    );
    holds(
        World::new,
        |_| commands::take_in("new", group::MEMBER),
        SECRETARIAT,
    );
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    holds(World::new, |_| end.clone(), SECRETARIAT);
    holds(
        World::new,
        |_| commands::assign(OfficeKind::Chair, "east"),
        SECRETARIAT,
    );
    let seat = commands::seat("west", "alt", SeatKind::Alternate);
    holds(World::new, |_| seat.clone(), SECRETARIAT);
    let end = Command::EndSeat {
        seat: id("west/foc"),
    };
    holds(World::new, |_| end.clone(), SECRETARIAT);
}

#[test]
fn the_text_and_its_rounds_are_the_penholders() {
    holds(
        World::new,
        |_| commands::open_text("text", "east"),
        SECRETARIAT,
    );
    holds(World::with_text, |_| commands::table("draft 1"), PEN);
    holds(
        World::with_text,
        |world| commands::open_round("round", soon(world)),
        PEN,
    );
    holds(World::in_round, |_| commands::close_round(), PEN);
    holds(
        World::in_round,
        |_| commands::freeze("comp", &[], &[], "west"),
        PEN,
    );
    holds(
        World::answering,
        |_| commands::respond("comp", &["a1", "a2", "c1"]),
        PEN,
    );
    let due = || {
        let mut world = World::in_round();
        world.now = soon(&world).plus_millis(4 * DAY);
        world
    };
    let mut closers = PEN.to_vec();
    closers.push("system");
    holds(due, |_| commands::close_round(), &closers);
}

#[test]
fn each_organisation_answers_through_those_who_speak_for_it() {
    // The observer is not asked in a round.
    holds(World::in_round, |_| commands::no_comments(), &SPEAKERS[..7]);
    // Partner and observer have no position, and may attach.
    let agrees = commands::position("proc", PositionKind::Agrees);
    holds(World::under_silence, |_| agrees.clone(), &SPEAKERS[..6]);
    holds(
        World::under_silence,
        |_| commands::objects("proc"),
        &SPEAKERS[..6],
    );
    holds(
        World::under_silence,
        |_| commands::reserves("proc", true),
        &SPEAKERS,
    );
    let given = || {
        let mut world = World::under_silence();
        world.must(focal("west"), &commands::reserves("proc", true));
        world
    };
    holds(given, |_| commands::withdraw("proc"), &["focal_point west"]);
    holds(World::adopted, |_| commands::endorse(), &SPEAKERS);
    let endorsed = || {
        let mut world = World::adopted();
        world.must(focal("west"), &commands::endorse());
        world
    };
    let withdraw = Command::WithdrawEndorsement { text: id("text") };
    holds(endorsed, |_| withdraw.clone(), &["focal_point west"]);
}

#[test]
fn adoption_is_the_chairs() {
    let open = |world: &World| commands::open_silence("proc", soon(world));
    holds(World::with_text, open, CHAIR_OR_SECRETARIAT);
    let due = || {
        let mut world = World::under_silence();
        world.now = world.procedure("proc").closes_from();
        world
    };
    holds(due, |_| commands::close_silence("proc"), &["system"]);
    holds(
        World::awaiting_chair,
        |_| commands::confirm("proc", "decision"),
        CHAIR,
    );
    let restart = |world: &World| commands::restart("proc", "anew", soon(world));
    holds(World::broken, restart, CHAIR);
    holds(
        World::adopted,
        |_| commands::publish(Vec::new()),
        CHAIR_OR_SECRETARIAT,
    );
}

/// Of no kind it is forgotten whose it is.
#[test]
fn every_kind_of_act_is_somebodys() {
    let listed: std::collections::BTreeSet<_> =
        group::rights::TABLE.iter().map(|(kind, _)| *kind).collect();
    let known: std::collections::BTreeSet<_> = Fact::KINDS.iter().copied().collect();
    assert_eq!(listed, known);
}

#[test]
fn a_seat_that_ended_does_nothing() {
    let mut world = World::in_round();
    world.must(
        secretariat(),
        &Command::EndSeat {
            seat: id("west/foc"),
        },
    );
    let sent = world.attempt(focal("west"), &commands::no_comments());
    assert_eq!(key(&sent), "seat-ended");
    assert!(
        world
            .state
            .hats(id("west/foc"), world.state.day(world.now))
            .is_empty()
    );
    let again = world.attempt(
        secretariat(),
        &Command::EndSeat {
            seat: id("west/foc"),
        },
    );
    assert_eq!(key(&again), "seat-ended");
}

#[test]
fn rights_follow_the_office_at_the_time_of_the_act() {
    let mut world = World::awaiting_chair();
    world.must(secretariat(), &commands::assign(OfficeKind::Chair, "west"));
    let confirm = commands::confirm("proc", "decision");
    assert_eq!(key(&world.attempt(chair(), &confirm)), "not-entitled");
    world.must(
        secretariat(),
        &commands::assign(OfficeKind::Secretariat, "east"),
    );
    let rule = commands::set(settings::SILENCE_MINIMUM_HOURS, SettingValue::Number(1));
    assert_eq!(key(&world.attempt(secretariat(), &rule)), "not-entitled");
    world.must(hat(Hat::Secretariat, "east"), &rule);
    let acts = world.must(hat(Hat::Chair, "west"), &confirm);
    assert!(acts.iter().all(|act| act.hat == Hat::Chair));
    assert!(acts.iter().all(|act| act.organisation == Some(id("west"))));
}

#[test]
fn a_penholder_that_left_has_no_pen() {
    let mut world = World::with_text();
    let end = Command::EndMembership {
        organisation: id("east"),
    };
    world.must(secretariat(), &end);
    let tabled = world.attempt(focal("east"), &commands::table("draft 1"));
    assert_eq!(key(&tabled), "not-entitled");
    world.must(secretariat(), &commands::table("draft 1"));
    let endorsed = {
        let mut world = World::adopted();
        world.must(secretariat(), &end);
        world.attempt(focal("east"), &commands::endorse())
    };
    assert_eq!(key(&endorsed), "not-a-member");
}

#[test]
fn the_founder_acts_in_the_founding_alone() {
    let mut world = World::empty();
    let acts = world.must(Actor::FOUNDER, &commands::found());
    assert_eq!(
        key(&world.attempt(Actor::FOUNDER, &commands::found())),
        "already-founded"
    );
    let category = commands::define("guest", Category::default());
    assert_eq!(
        key(&world.attempt(Actor::FOUNDER, &category)),
        "not-entitled"
    );
    // Nor later under the name of the founding's batch.
    world.must(secretariat(), &category);
    let mut act = acts[2].clone();
    assert!(matches!(act.fact, Fact::CategoryDefined(_)));
    act.id = world.fresh();
    act.time = world.now;
    let refused = admit(world.state.clone(), &act).expect_err("the founding is over");
    assert_eq!(refused.key(), "not-entitled");
}

#[test]
fn an_act_of_ones_own_names_who_acts_unless_it_is_hidden() {
    let mut world = World::adopted();
    let before = world.state.clone();
    let endorsed = world.must(focal("west"), &commands::endorse()).remove(0);
    let try_as = |organisation| {
        let act = Act {
            organisation,
            ..endorsed.clone()
        };
        admit(before.clone(), &act)
            .map(|_| ())
            .map_err(|refusal| refusal.key())
    };
    assert_eq!(try_as(Some(id("west"))), Ok(()));
    assert_eq!(try_as(Some(id("east"))), Err("two-organisations"));
    assert_eq!(try_as(None), Err("two-organisations"));
    let given = World::under_silence().must(focal("west"), &commands::reserves("proc", true));
    assert_eq!(
        given[0].organisation, None,
        "while it runs the leaf tells nobody"
    );
}

/// What `decide` would never propose: a record from elsewhere, with a hat that its organisation has not.
#[test]
fn the_law_itself_checks_the_office_of_a_hat() {
    let refused = |mut world: World, actor: Actor, command: Command, hat: Hat, by: Option<&str>| {
        let before = world.state.clone();
        let mut act = world.must(actor, &command).remove(0);
        (act.hat, act.organisation) = (hat, by.map(id));
        admit(before, &act).err().map(|refusal| refusal.key())
    };
    let confirm = commands::confirm("proc", "decision");
    for (hat, by) in [
        (Hat::Chair, Some("west")),
        (Hat::Chair, None),
        (Hat::Secretariat, Some("south")),
        (Hat::Coordinator, Some("south")),
        (Hat::Head, Some("south")),
    ] {
        let outcome = refused(World::awaiting_chair(), chair(), confirm.clone(), hat, by);
        assert_eq!(outcome, Some("not-entitled"), "{hat:?} {by:?}");
    }
    // "west" has a focal point and no alternate, and nobody sits for it once the seat has ended.
    let position = commands::position("proc", PositionKind::Agrees);
    let mut alone = World::under_silence();
    let before = alone.state.clone();
    let mut agrees = alone.must(focal("west"), &position).remove(0);
    assert!(admit(before.clone(), &agrees).is_ok());
    agrees.hat = Hat::Alternate;
    let refused_hat = admit(before, &agrees).err().map(|refusal| refusal.key());
    assert_eq!(refused_hat, Some("not-entitled"));
    let mut due = World::under_silence();
    due.now = due.procedure("proc").closes_from();
    let close = commands::close_silence("proc");
    let outcome = refused(due, Actor::SYSTEM, close, Hat::System, Some("north"));
    assert_eq!(outcome, Some("not-entitled"));
    // "It was so decided" is the chair's, and a report the owners', whatever the hat says.
    let decided = meetings::so_decided("meeting", "agree");
    for (hat, by) in [
        (Hat::Secretariat, Some("north")),
        (Hat::Chair, Some("north")),
        (Hat::Head, Some("south")),
        (Hat::System, None),
    ] {
        let outcome = refused(World::decision_put(), chair(), decided.clone(), hat, by);
        assert_eq!(outcome, Some("not-entitled"), "{hat:?} {by:?}");
    }
    let report = meetings::report("action", true);
    for (hat, by) in [
        (Hat::FocalPoint, Some("west")),
        (Hat::Reviewer, Some("east")),
        (Hat::Chair, Some("south")),
        (Hat::FocalPoint, None),
    ] {
        let outcome = refused(with_action(), focal("east"), report.clone(), hat, by);
        assert_eq!(outcome, Some("not-entitled"), "{hat:?} {by:?}");
    }
    let table = commands::table("draft 1");
    for (hat, by) in [
        (Hat::FocalPoint, Some("west")),
        (Hat::Secretariat, Some("east")),
        (Hat::Reviewer, Some("east")),
    ] {
        let outcome = refused(World::with_text(), focal("east"), table.clone(), hat, by);
        assert_eq!(outcome, Some("not-entitled"), "{hat:?} {by:?}");
    }
}
