//! Who is told what (5-procedures, rules 11 and 12), and reminders of a deadline.

use group::parts::{PositionKind, SettingValue};
use group::{Actor, Command, Notice, NoticeKind, notice, settings};

use crate::commands;
use crate::meetings::so_decided;
use crate::voting;
use crate::world::{DAY, HOUR, World, chair, focal, id, key, secretariat};

/// What the acts of a command are told as.
fn told(world: &mut World, actor: Actor, command: &Command) -> Vec<Notice> {
    let mut state = world.state.clone();
    let acts = world.must(actor, command);
    let told = acts.iter().filter_map(|act| {
        state = group::admit(std::mem::take(&mut state), act).expect("admitted");
        notice(&state, act)
    });
    told.collect()
}

fn kinds(told: &[Notice]) -> Vec<NoticeKind> {
    told.iter().map(|notice| notice.kind).collect()
}

fn remind(thing: &str) -> Command {
    Command::Remind { thing: id(thing) }
}

#[test]
fn all_that_take_part_are_told_at_once_of_each_step_of_a_procedure() {
    let all = ["north", "south", "east", "west", "guest", "watch"].map(id);
    let check = |mut world: World, actor: Actor, command: Command, expect: &[NoticeKind]| {
        let told = told(&mut world, actor, &command);
        assert_eq!(kinds(&told), expect, "{command:?}");
        assert!(told.iter().all(|notice| notice.to == all), "{command:?}");
        assert!(told.iter().all(|notice| notice.text == Some(id("text"))));
    };
    let mut before = World::responded();
    before.must(focal("east"), &commands::table("draft 1"));
    let deadline = before.now.plus_millis(3 * DAY);
    let open = commands::open_silence("proc", deadline);
    check(before, chair(), open, &[NoticeKind::SilenceOpened]);
    let silence = World::under_silence;
    check(
        silence(),
        focal("west"),
        commands::objects("proc"),
        &[NoticeKind::SilenceBroken],
    );
    check(
        silence(),
        chair(),
        commands::cancel("proc"),
        &[NoticeKind::SilenceCancelled],
    );
    let extend = Command::ExtendSilence {
        procedure: id("proc"),
        deadline: silence().procedure("proc").deadline.plus_millis(DAY),
    };
    check(silence(), chair(), extend, &[NoticeKind::SilenceExtended]);
    let mut over = silence();
    over.now = over.procedure("proc").closes_from();
    let close = commands::close_silence("proc");
    check(over, Actor::SYSTEM, close, &[NoticeKind::SilenceClosed]);
    let confirm = commands::confirm("proc", "decision");
    check(
        World::awaiting_chair(),
        chair(),
        confirm,
        &[NoticeKind::Adopted],
    );
    let broken = World::broken();
    let deadline = broken.now.plus_millis(DAY);
    let restart = commands::restart("proc", "anew", deadline);
    check(broken, chair(), restart, &[NoticeKind::SilenceRestarted]);
    let publish = commands::publish(Vec::new());
    check(
        World::adopted(),
        secretariat(),
        publish,
        &[NoticeKind::Published],
    );
    let adopt = voting::adopt();
    check(voting::carried(), chair(), adopt, &[NoticeKind::Adopted]);
}

#[test]
fn what_one_says_is_told_nobody_and_what_is_entered_for_it_that_one_alone() {
    let mut world = World::under_silence();
    let agrees = commands::position("proc", PositionKind::Agrees);
    assert_eq!(told(&mut world, focal("east"), &agrees), []);
    world.wait(HOUR);
    let entered = commands::mailed("west", PositionKind::Agrees, world.now);
    let told_west = told(&mut world, secretariat(), &entered);
    assert_eq!(kinds(&told_west), [NoticeKind::PositionEntered]);
    assert_eq!(told_west[0].to, [id("west")]);
}

#[test]
fn a_member_that_was_absent_is_told_what_a_meeting_decided() {
    let mut world = World::decision_put();
    let told = told(&mut world, chair(), &so_decided("meeting", "agree"));
    assert_eq!(kinds(&told), [NoticeKind::DecidedInAbsence]);
    assert_eq!(told[0].to, [id("west")]);
}

#[test]
fn a_round_without_names_tells_those_that_may_comment_and_names_no_token() {
    let mut world = World::with_text();
    let deadline = world.now.plus_millis(7 * DAY);
    let open = commands::open_restricted("round", deadline);
    let told = told(&mut world, focal("east"), &open);
    assert_eq!(kinds(&told), [NoticeKind::RoundOpened]);
    assert_eq!(
        told[0].to,
        ["north", "south", "east", "west", "guest"].map(id)
    );
}

#[test]
fn those_asked_are_reminded_once_a_working_day_before_the_deadline() {
    // Opened on a Monday, until the same time on Thursday, at the seat.
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    let at = |world: &World, now: group::Instant| {
        let mut world = world.clone();
        world.now = now;
        key(&world.attempt(Actor::SYSTEM, &remind("proc")))
    };
    assert_eq!(at(&world, deadline.plus_millis(-2 * DAY)), "no-reminder");
    assert_eq!(at(&world, deadline.plus_millis(-DAY)), "admitted");
    assert_eq!(at(&world, deadline), "no-reminder");
    world.now = deadline.plus_millis(-DAY);
    assert_eq!(world.state.to_remind(world.now), [id("proc")]);
    let told = told(&mut world, Actor::SYSTEM, &remind("proc"));
    assert_eq!(
        (kinds(&told), told[0].until),
        (vec![NoticeKind::Reminder], Some(deadline))
    );
    assert_eq!(
        key(&world.attempt(Actor::SYSTEM, &remind("proc"))),
        "no-reminder"
    );
    // Another deadline, another reminder.
    let extend = Command::ExtendSilence {
        procedure: id("proc"),
        deadline: deadline.plus_millis(DAY),
    };
    world.must(chair(), &extend);
    assert_eq!(at(&world, deadline.plus_millis(HOUR)), "admitted");
    // Nobody but the system, and where the group wants none, nobody at all.
    assert_eq!(
        key(&world.attempt(chair(), &remind("proc"))),
        "not-entitled"
    );
    let none = commands::set(settings::REMINDER_DAYS, SettingValue::Number(0));
    world.must(secretariat(), &none);
    assert_eq!(at(&world, deadline.plus_millis(HOUR)), "no-reminder");
}

#[test]
fn what_is_opened_within_those_days_needs_no_reminder() {
    let mut world = World::with_text();
    let deadline = world.now.plus_millis(DAY);
    world.must(focal("east"), &commands::open_round("round", deadline));
    world.wait(HOUR);
    assert_eq!(
        key(&world.attempt(Actor::SYSTEM, &remind("round"))),
        "no-reminder"
    );
    assert_eq!(
        key(&world.attempt(Actor::SYSTEM, &remind("nothing"))),
        "unknown"
    );
}
