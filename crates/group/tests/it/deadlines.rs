//! In time or late, to the millisecond.

use group::Actor;
use group::parts::PositionKind;

use crate::commands;
use crate::world::{World, chair, focal, is_late, key, secretariat};

#[test]
fn a_position_counts_until_its_deadline() {
    // Milliseconds after the deadline; whether it is late.
    for (offset, expect) in [(-1, false), (0, false), (1, true), (1_000, true)] {
        let mut world = World::under_silence();
        world.now = world.procedure("proc").deadline.plus_millis(offset);
        let acts = world.must(focal("west"), &commands::objects("proc"));
        assert_eq!(is_late(&acts[0].fact), expect, "{offset} ms after");
        let stage = if expect { "under silence" } else { "broken" };
        assert_eq!(world.stage(), stage, "{offset} ms after");
    }
}

#[test]
fn receipt_decides_not_recording() {
    // Received relative to the deadline, recorded so much after the receipt.
    for (received, way, expect) in [
        (0, 0, "broken"),
        (0, 1, "broken"),
        (0, 9_999, "broken"),
        (-600_000, 600_000, "broken"),
        (1, 1, "under silence"),
    ] {
        let mut world = World::under_silence();
        let received = world.procedure("proc").deadline.plus_millis(received);
        world.now = received.plus_millis(way);
        world
            .attempt_received(received, focal("west"), &commands::objects("proc"))
            .expect("admitted");
        assert_eq!(world.stage(), expect, "{way} ms on the way");
    }
}

#[test]
fn what_was_received_in_time_counts_after_the_closing_until_the_chair_confirms() {
    let mut world = World::awaiting_chair();
    let deadline = world.procedure("proc").deadline;
    let confirm = commands::confirm("proc", "decision");
    world
        .attempt_received(deadline, focal("west"), &commands::objects("proc"))
        .expect("admitted");
    assert_eq!(world.stage(), "broken");
    assert_eq!(key(&world.attempt(chair(), &confirm)), "not-closed");
    let mut world = World::adopted();
    let sent = world.attempt_received(deadline, focal("west"), &commands::objects("proc"));
    assert_eq!(key(&sent), "not-running");
}

#[test]
fn receipt_lies_at_most_ten_minutes_before_recording() {
    for (way, expect) in [
        (0, "admitted"),
        (600_000, "admitted"),
        (600_001, "received-long-before"),
        (-1, "received-after"),
    ] {
        let mut world = World::in_round();
        world.wait(700_000);
        let received = world.now.plus_millis(-way);
        let sent = world.attempt_received(received, focal("west"), &commands::no_comments());
        assert_eq!(key(&sent), expect, "{way} ms on the way");
    }
}

#[test]
fn time_does_not_run_backwards() {
    for (step, expect) in [(-1, "time-backwards"), (0, "admitted"), (1, "admitted")] {
        let mut world = World::in_round();
        world.wait(1_000);
        world.must(focal("east"), &commands::no_comments());
        world.wait(step);
        let sent = world.attempt(focal("west"), &commands::no_comments());
        assert_eq!(key(&sent), expect, "{step} ms later");
    }
}

#[test]
fn a_procedure_closes_ten_seconds_after_its_deadline() {
    for (offset, expect) in [
        (-1, "too-early"),
        (0, "too-early"),
        (9_999, "too-early"),
        (10_000, "admitted"),
        (10_001, "admitted"),
    ] {
        let mut world = World::under_silence();
        world.now = world.procedure("proc").deadline.plus_millis(offset);
        let closed = world.attempt(Actor::SYSTEM, &commands::close_silence("proc"));
        assert_eq!(key(&closed), expect, "{offset} ms after");
    }
}

#[test]
fn a_withdrawal_counts_until_the_deadline() {
    for (offset, expect) in [(-1, "admitted"), (0, "admitted"), (1, "not-running")] {
        let mut world = World::under_silence();
        let agrees = commands::position("proc", PositionKind::Agrees);
        world.must(focal("west"), &agrees);
        world.now = world.procedure("proc").deadline.plus_millis(offset);
        let withdrawn = world.attempt(focal("west"), &commands::withdraw("proc"));
        assert_eq!(key(&withdrawn), expect, "{offset} ms after");
    }
}

#[test]
fn an_act_under_rules_that_are_not_known_is_not_judged() {
    let mut world = World::in_round();
    let before = world.state.clone();
    let mut sent = world
        .must(focal("west"), &commands::marked_up(1, 0))
        .remove(0);
    sent.rules += 1;
    let refused = group::admit(before, &sent).expect_err("other rules");
    assert_eq!(refused.key(), "other-rules");
}

#[test]
fn a_return_counts_until_its_deadline() {
    for (offset, expect) in [(-1, "admitted"), (0, "admitted"), (1, "round-closed")] {
        let mut world = World::in_round();
        world.now = world.round("round").deadline.plus_millis(offset);
        let sent = world.attempt(focal("west"), &commands::marked_up(1, 0));
        assert_eq!(key(&sent), expect, "{offset} ms after");
    }
}

#[test]
fn the_system_closes_a_round_after_its_deadline_alone() {
    // What was received in time may still be on its way into the record for ten seconds.
    for (offset, expect) in [
        (0, "round-not-due"),
        (9_999, "round-not-due"),
        (10_000, "admitted"),
    ] {
        let mut world = World::in_round();
        world.now = world.round("round").deadline.plus_millis(offset);
        let closed = world.attempt(Actor::SYSTEM, &commands::close_round());
        assert_eq!(key(&closed), expect, "{offset} ms after");
    }
}

#[test]
fn a_deadline_lies_ahead() {
    for (ahead, expect) in [(-1, "deadline-past"), (0, "deadline-past"), (1, "admitted")] {
        let mut world = World::with_text();
        let deadline = world.now.plus_millis(ahead);
        let opened = world.attempt(secretariat(), &commands::open_round("round", deadline));
        assert_eq!(key(&opened), expect, "{ahead} ms ahead");
    }
}

#[test]
fn silence_lasts_at_least_seventy_two_hours() {
    for (ahead, expect) in [
        (0, "deadline-past"),
        (72 * 3_600_000 - 1, "too-short"),
        (72 * 3_600_000, "admitted"),
    ] {
        let mut world = World::with_text();
        let deadline = world.now.plus_millis(ahead);
        let opened = world.attempt(chair(), &commands::open_silence("proc", deadline));
        assert_eq!(key(&opened), expect, "{ahead} ms ahead");
    }
}

#[test]
fn a_headquarters_confirms_on_a_day_ahead() {
    for (days, expect) in [
        (-1, "no-day-ahead"),
        (0, "admitted"),
        (700, "admitted"),
        (800, "no-day-ahead"),
    ] {
        let mut world = World::under_silence();
        let by = world.state.day(world.now).0;
        let by = by.checked_add(jiff::Span::new().days(days)).expect("a day");
        let mut command = commands::position("proc", PositionKind::AgreesAdReferendum);
        if let group::Command::GivePosition { confirmed_by, .. } = &mut command {
            *confirmed_by = Some(group::Day(by));
        }
        let given = world.attempt(focal("west"), &command);
        assert_eq!(key(&given), expect, "{days} days ahead");
    }
}
