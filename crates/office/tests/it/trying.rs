//! Files are tried where nothing can be harmed before they are read: what does not come back is refused, with
//! nothing lost and nothing half kept.

use std::sync::{Arc, Mutex};

use office::{DroppedWhat, Failed, Sender, Trial, Untried, read_through};

use crate::house::{GROUP, House, base, returned};

const WHY: &str = "It was stopped.";

/// Stops at files that say a word; notes what it was given.
#[derive(Default)]
struct Stops {
    seen: Mutex<Vec<(String, bool)>>,
}

impl Trial for Stops {
    fn read(&self, file: &Untried<'_>) -> Result<(), String> {
        let against = file.base == Some(&*base());
        self.seen
            .lock()
            .unwrap()
            .push((file.name.to_owned(), against));
        read_through(file);
        match file.bytes == endless() {
            true => Err(WHY.to_owned()),
            false => Ok(()),
        }
    }
}

fn endless() -> Vec<u8> {
    returned("HWF", "endless", None)
}

fn tried() -> (House, Arc<Stops>) {
    let house = House::founded();
    let stops = Arc::new(Stops::default());
    house.office.set_trial(Arc::<Stops>::clone(&stops));
    (house, stops)
}

fn refused<T>(kept: Result<T, Failed>) -> String {
    match kept {
        Err(Failed::File(why)) => why,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was kept"),
    }
}

#[test]
fn an_answer_that_can_not_be_read_leaves_the_one_before() {
    let (house, stops) = tried();
    let round = house.round();
    let sender = Sender::itself(house.organisation("HWF"), round.id);
    let keep = |name: &str, bytes: &[u8], add| {
        let office = &house.office;
        office.keep_answer(GROUP, sender, &round, (name, bytes), add)
    };
    keep("first.docx", &returned("HWF", "shall", None), false).unwrap();
    let before = house.office.waiting(GROUP, sender).unwrap().unwrap().0;
    for add in [false, true] {
        assert_eq!(refused(keep("endless.docx", &endless(), add)), WHY);
        let waits = house.office.waiting(GROUP, sender).unwrap().unwrap().0;
        assert_eq!(waits.sha256, before.sha256);
    }
    let seen = stops.seen.lock().unwrap().clone();
    let names: Vec<(&str, bool)> = seen
        .iter()
        .map(|(name, against)| (&**name, *against))
        .collect();
    let all = [
        ("first.docx", true),
        ("endless.docx", true),
        ("endless.docx", true),
    ];
    assert_eq!(names[names.len() - 3..], all);
}

#[test]
fn a_draft_that_can_not_be_read_is_refused() {
    let (house, _) = tried();
    assert_eq!(refused(house.office.keep_word(GROUP, &endless())), WHY);
    assert_eq!(refused(house.office.keep_paper(GROUP, &endless())), WHY);
    house.office.keep_word(GROUP, &base()).unwrap();
}

#[test]
fn what_is_dropped_and_can_not_be_read_is_evidence_with_the_reason() {
    let (house, _) = tried();
    let round = house.round();
    let by = house.organisation("ISV");
    let (bad, good) = (endless(), returned("FDW", "shall", None));
    let files: [(&str, &[u8]); 2] = [("endless.docx", &bad), ("good.docx", &good)];
    house
        .office
        .keep_dropped(GROUP, by, round.id, &files)
        .unwrap();
    while house.office.read_dropped(GROUP, by, &round).unwrap() {}
    let lying = house.office.dropped(GROUP, by, round.id).unwrap();
    let of = |name: &str| {
        let mut found = lying.iter().filter(|each| each.thing.name == name);
        found.next().unwrap().thing.what.clone()
    };
    assert_eq!(lying.len(), 2);
    assert_eq!(of("endless.docx"), DroppedWhat::Evidence(WHY.to_owned()));
    assert!(matches!(of("good.docx"), DroppedWhat::MarkedUp { .. }));
}
