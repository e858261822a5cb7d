//! Leaves tell nothing that is not open, and read back as what was sealed.

use group::Fact;
use group::Hat;
use group::{Command, parts::PositionKind};
use store::{OpeningValue, Store};

use crate::house::{GROUP, House};

#[test]
fn no_leaf_holds_a_name_or_a_free_text() {
    let house = House::founded();
    let round = house.round();
    house.send("HWF", round.id, "shall");
    let text = round.text;
    house
        .act(
            "ISV",
            Hat::Secretariat,
            &Command::CloseRound { round: round.id },
        )
        .unwrap();
    let _ = text;
    let House { office, folder, .. } = house;
    drop(office);
    let store = store::SqliteStore::open(folder.path()).unwrap();
    let group = store.groups().unwrap().remove(0).id;
    let entries = store.entries(&group, 0, 1_000).unwrap();
    assert!(entries.len() > 20);
    for entry in &entries {
        let leaf = String::from_utf8(entry.leaf.clone()).unwrap();
        for word in ["Larkspur", "Focal point of", "statement", "Practice Group"] {
            assert!(!leaf.contains(word), "{word} stands in a leaf");
        }
        for opening in &entry.openings {
            let value = match &opening.value {
                OpeningValue::Bytes(bytes) => bytes.clone(),
                OpeningValue::Blob(id) => store.blob(&group, id).unwrap(),
            };
            let hash = record::commit(&opening.field, &opening.salt, &value).unwrap();
            let act = record::Act::parse(&entry.leaf).unwrap();
            assert!(
                act.commits_to(&opening.field, &hash),
                "an opening fits no commitment"
            );
        }
    }
}

#[test]
fn a_leaf_hides_who_answered_while_it_runs() {
    let (house, procedure, _) = House::under_silence();
    let give = Command::GivePosition {
        procedure,
        position: PositionKind::Agrees,
        confirmed_by: None,
        reason: None,
        wording: None,
        attachments: Vec::new(),
    };
    let done = house.act("HWF", Hat::FocalPoint, &give).unwrap();
    let as_member = house.office.desk(GROUP, Some(house.seat("FDW"))).unwrap();
    let seen = as_member
        .acts_before(done.receipt() + 1, 1)
        .unwrap()
        .remove(0);
    assert!(matches!(seen.act.fact, Fact::PositionGiven(_)));
    assert_eq!((seen.organisation, seen.open), (None, false));
    let itself = house.office.desk(GROUP, Some(house.seat("HWF"))).unwrap();
    let seen = itself.acts_before(done.receipt() + 1, 1).unwrap().remove(0);
    assert_eq!(
        (seen.organisation, seen.open),
        (Some(house.organisation("HWF")), true)
    );
}
