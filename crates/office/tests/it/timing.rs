//! Deadlines that pass become acts of the system, and not before the grace is over.

use group::parts::{OfficeKind, SettingValue};
use group::state::Standing;
use group::{Command, Hat, settings};

use crate::house::{DAY, GROUP, House};

#[test]
fn silence_closes_ten_seconds_after_its_deadline() {
    let (house, procedure, deadline) = House::under_silence();
    let size = house.office.loaded(GROUP).unwrap().size;
    assert_eq!(house.office.next_deadline(GROUP), Some(deadline));
    for (after, closed) in [(0, 0), (9_999, 0), (10_000, 1), (20_000, 0)] {
        house.hand.set(deadline.plus_millis(after));
        assert_eq!(
            house.office.close_what_is_due().unwrap(),
            closed,
            "{after} ms after"
        );
    }
    let loaded = house.office.loaded(GROUP).unwrap();
    let procedure = &loaded.state.procedures[&procedure];
    assert!(matches!(procedure.standing, Standing::Closed { .. }));
    assert_eq!(procedure.size_at_deadline, Some(size));
    assert_eq!(house.office.next_deadline(GROUP), None);
}

#[test]
fn a_round_closes_at_its_deadline() {
    let house = House::founded();
    let round = house.round();
    house.hand.set(round.deadline.plus_millis(10_000));
    assert_eq!(house.office.close_what_is_due().unwrap(), 1);
    assert!(house.find(round.id).closed.is_some());
}

#[test]
fn a_gap_in_the_heartbeat_across_a_deadline_holds_up_the_closing() {
    // The last beat relative to the deadline; whether the machine then stood still across it.
    for (last, noticed) in [(-3_600_000, 1), (-20_001, 1), (-20_000, 0), (1, 0)] {
        let (house, procedure, deadline) = House::under_silence();
        house.hand.set(deadline.plus_millis(10_000));
        let last = deadline.plus_millis(last);
        assert_eq!(house.office.notice_outage(last).unwrap(), noticed, "{last}");
        assert_eq!(house.office.notice_outage(last).unwrap(), 0, "once");
        assert_eq!(house.office.close_what_is_due().unwrap(), 1 - noticed);
        let close = Command::CloseSilence { procedure };
        let closed = house.act("BCA", Hat::Chair, &close);
        assert_eq!(closed.is_ok(), noticed == 1, "{last}");
    }
}

#[test]
fn a_clock_that_is_set_ahead_across_a_deadline_is_an_outage() {
    let (house, _, deadline) = House::under_silence();
    let beat = house.office.now();
    house.hand.set(deadline.plus_millis(DAY));
    assert_eq!(house.office.notice_outage(beat).unwrap(), 1);
    assert_eq!(house.office.close_what_is_due().unwrap(), 0);
}

#[test]
fn by_the_groups_rule_adoption_follows_the_closing() {
    let house = House::founded();
    let rule = Command::SetRule {
        name: settings::SILENCE_AUTOMATIC_ADOPTION.to_owned(),
        value: SettingValue::Switch(true),
    };
    house.act("ISV", Hat::Secretariat, &rule).unwrap();
    let (_, deadline) = house.silence();
    house.hand.set(deadline.plus_millis(10_000));
    assert_eq!(house.office.close_what_is_due().unwrap(), 2);
    let loaded = house.office.loaded(GROUP).unwrap();
    assert_eq!(loaded.state.decisions[0].number, "2026/1");
    assert_eq!(house.office.close_what_is_due().unwrap(), 0);
}

#[test]
fn two_of_one_chair_who_press_at_once_say_yes_once() {
    let (house, procedure, deadline) = House::under_silence();
    let co_chair = Command::AssignOffice {
        office: OfficeKind::CoChair,
        organisation: house.organisation("HWF"),
        until: None,
        exercised_by: None,
        decision: None,
    };
    house.act("ISV", Hat::Secretariat, &co_chair).unwrap();
    house.hand.set(deadline.plus_millis(10_000));
    house.office.close_what_is_due().unwrap();
    let press = |short: &str| {
        let confirm = Command::ConfirmSilence {
            procedure,
            decision: house.office.fresh_id(),
        };
        let asking = house.asking(short, Hat::Chair);
        house.office.execute(GROUP, &asking, &confirm, &[])
    };
    let pressed = std::thread::scope(|scope| {
        let both = [scope.spawn(|| press("HWF")), scope.spawn(|| press("HWF"))];
        both.map(|one| one.join().unwrap().is_ok())
    });
    assert_eq!(pressed.iter().filter(|done| **done).count(), 1);
    let decisions = || house.office.loaded(GROUP).unwrap().state.decisions.len();
    assert_eq!(decisions(), 0, "the other chair has said nothing");
    // Both press at once: one of them adopts, whoever it is.
    let pressed = std::thread::scope(|scope| {
        let both = [scope.spawn(|| press("BCA")), scope.spawn(|| press("HWF"))];
        both.map(|one| one.join().unwrap().is_ok())
    });
    assert_eq!(pressed, [true, false]);
    assert_eq!(decisions(), 1);
}
