//! Each state rebuilds to the same bytes from the same entries and openings.

use std::sync::Arc;

use crate::house::{GROUP, House, open};

#[test]
fn a_restart_rebuilds_the_same_state() {
    let house = House::founded();
    let round = house.round();
    house.send("HWF", round.id, "shall");
    house.send("FDW", round.id, "must");
    let before = house.office.loaded(GROUP).unwrap();
    let before = (before.size, serde_json::to_vec(&before.state).unwrap());
    let House {
        office,
        hand,
        folder,
        ..
    } = house;
    drop(office);
    let again = open(folder.path(), &Arc::clone(&hand));
    let after = again.loaded(GROUP).unwrap();
    assert_eq!(
        before,
        (after.size, serde_json::to_vec(&after.state).unwrap())
    );
}
