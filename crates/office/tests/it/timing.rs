//! Deadlines that pass become acts of the system, and not before the grace is over.

use group::state::Standing;
use group::{Command, Hat};

use crate::house::{DAY, GROUP, House};

#[test]
fn silence_closes_ten_seconds_after_its_deadline() {
    let house = House::founded();
    let text = house.text();
    let procedure = house.office.fresh_id();
    let deadline = house.office.now().plus_millis(DAY);
    let open = Command::OpenSilence {
        procedure,
        text,
        deadline,
        note: None,
    };
    house.act("BCA", Hat::Chair, &open).unwrap();
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
