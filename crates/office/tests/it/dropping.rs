//! The drop: a month's mails in, answers out, nobody else signed up.

use std::collections::BTreeSet;

use group::parts::{EvidenceKind, ReturnForm};
use group::state::Round;
use group::{Hat, Id};
use office::{Dropped, DroppedWhat, Entered, GuessWhy, Placing};

use crate::house::{BODY, GROUP, House, MINUTE, on_disk, returned};

const SECRET: &str = "Between us: wibble.";

fn mail(from: &str, body: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nSubject: Draft\r\nDate: Mon, 2 Mar 2026 09:30:00 +0000\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    )
    .into_bytes()
}

struct Desk {
    house: House,
    round: Round,
    by: Id,
}

fn under_way() -> Desk {
    let house = House::founded();
    let round = house.round();
    house.hand.ahead(60 * MINUTE);
    let by = house.organisation("ISV");
    Desk { house, round, by }
}

impl Desk {
    fn drop(&self, name: &str, bytes: &[u8]) -> Vec<Dropped> {
        let office = &self.house.office;
        office
            .keep_dropped(GROUP, self.by, self.round.id, &[(name, bytes)])
            .unwrap();
        self.read();
        self.lying()
    }

    fn read(&self) {
        let office = &self.house.office;
        while office.read_dropped(GROUP, self.by, &self.round).unwrap() {}
    }

    fn lying(&self) -> Vec<Dropped> {
        self.house
            .office
            .dropped(GROUP, self.by, self.round.id)
            .unwrap()
    }

    fn place(&self, id: &str, placing: Placing) {
        let office = &self.house.office;
        office
            .place_dropped(GROUP, self.by, &self.round, id, placing)
            .unwrap();
    }

    /// Places all that lies there with one organisation.
    fn place_all(&self, short: &str) {
        let organisation = self.house.organisation(short);
        for dropped in self.lying() {
            self.place(&dropped.id, Placing::Answer(organisation));
        }
    }

    fn enter(&self, shorts: &[&str]) -> Entered {
        self.house.hand.ahead(MINUTE);
        let all: BTreeSet<Id> = shorts
            .iter()
            .map(|short| self.house.organisation(short))
            .collect();
        let asking = self.house.asking("ISV", Hat::Secretariat);
        let office = &self.house.office;
        office
            .enter_prepared(GROUP, &asking, self.by, self.round.id, &all)
            .unwrap()
    }

    fn held(&self, short: &str) -> group::state::Return {
        let round = self.house.find(self.round.id);
        round.returns[&self.house.organisation(short)].clone()
    }
}

fn whats(lying: &[Dropped]) -> Vec<&DroppedWhat> {
    lying.iter().map(|dropped| &dropped.thing.what).collect()
}

#[test]
fn mails_become_answers_and_what_is_held_back_is_nowhere() {
    let desk = under_way();
    let house = &desk.house;
    desk.drop("r.docx", &returned("HWF", "shall", Some(SECRET)));
    desk.drop(
        "b.eml",
        &mail(
            "ada@bca.example",
            "Dear all,\nPara 2: how long?\nPara 9: gone",
        ),
    );
    desk.drop("f.eml", &mail("pen@fdw.example", "We have no comments."));
    let lying = desk.lying();
    let marked = DroppedWhat::MarkedUp {
        proposals: 1,
        comments: 1,
        look: Vec::new(),
    };
    let said = DroppedWhat::Said {
        proposals: 0,
        comments: 2,
    };
    let short = DroppedWhat::Short(ReturnForm::NoComments);
    assert_eq!(whats(&lying), [&marked, &said, &short]);
    let first = |at: usize| {
        lying[at]
            .thing
            .guesses
            .first()
            .map(|(id, why)| (*id, why.clone()))
    };
    assert_eq!(
        first(0),
        Some((house.organisation("HWF"), vec![GuessWhy::Author]))
    );
    assert_eq!(
        first(1),
        Some((house.organisation("BCA"), vec![GuessWhy::Address]))
    );
    for (dropped, short) in lying.iter().zip(["HWF", "BCA", "FDW"]) {
        desk.place(&dropped.id, Placing::Answer(house.organisation(short)));
    }
    assert!(desk.lying().is_empty());
    let prepared = house.office.prepared(GROUP, desk.by, &desk.round).unwrap();
    assert_eq!(prepared.len(), 3);
    assert!(
        house.find(desk.round.id).returns.is_empty(),
        "nothing is entered by itself"
    );
    // Who looks at what is prepared sees the comment; by default it is sent here, since nothing marks it.
    let entered = desk.enter(&["HWF", "BCA", "FDW"]);
    assert_eq!((entered.done.len(), entered.refused), (3, Vec::new()));
    assert_eq!(
        (desk.held("HWF").proposals, desk.held("BCA").comments),
        (1, 2)
    );
    assert_eq!(desk.held("FDW").form, ReturnForm::NoComments);
    let evidence = desk.held("BCA").evidence.unwrap();
    assert_eq!(evidence.kind, EvidenceKind::Mail);
    assert!(evidence.file.is_some());
    assert_eq!(
        desk.held("BCA").received.to_string(),
        "2026-03-02T09:30:00Z"
    );
    let again = desk.enter(&["HWF", "BCA", "FDW"]);
    assert!(again.done.is_empty(), "entered once");
}

#[test]
fn comments_that_look_internal_are_held_back_and_erased() {
    let desk = under_way();
    let secret = format!("@Ada: {SECRET}");
    desk.drop("r.docx", &returned("HWF", "shall", Some(&secret)));
    desk.place_all("HWF");
    assert!(on_disk(desk.house.folder.path(), SECRET));
    assert_eq!(desk.enter(&["HWF"]).done.len(), 1);
    assert_eq!(desk.held("HWF").comments, 0);
    assert!(!on_disk(desk.house.folder.path(), SECRET));
}

#[test]
fn what_comes_in_pieces_is_one_answer_and_adds_to_an_earlier_one() {
    let desk = under_way();
    desk.drop("r.docx", &returned("HWF", "shall", None));
    desk.drop("b.eml", &mail("x@hwf.example", "Para 2: how long?"));
    desk.place_all("HWF");
    desk.enter(&["HWF"]);
    assert_eq!(
        (desk.held("HWF").proposals, desk.held("HWF").comments),
        (1, 1)
    );
    desk.drop("c.eml", &mail("x@hwf.example", "Para 3: to whom?"));
    // It is known by now from where this organisation writes.
    let guesses = &desk.lying()[0].thing.guesses;
    assert_eq!(guesses[0].1[0], GuessWhy::Domain);
    desk.place_all("HWF");
    desk.enter(&["HWF"]);
    assert_eq!(
        (desk.held("HWF").proposals, desk.held("HWF").comments),
        (1, 2)
    );
}

#[test]
fn what_cant_be_read_is_kept_as_evidence_or_let_go() {
    let desk = under_way();
    let lying = desk.drop("scan.tiff", b"II*\0 a picture of a letter");
    assert!(
        matches!(&lying[0].thing.what, DroppedWhat::Evidence(why) if why.contains("can't be read"))
    );
    let organisation = desk.house.organisation("HWF");
    desk.place(&lying[0].id, Placing::Evidence(organisation));
    let prepared = desk
        .house
        .office
        .prepared(GROUP, desk.by, &desk.round)
        .unwrap();
    assert_eq!(prepared[0].evidence.file_name.as_deref(), Some("scan.tiff"));
    assert!(prepared[0].checked.is_none());
    // Nothing says what to answer: nothing is entered.
    assert!(desk.enter(&["HWF"]).done.is_empty());
    let gone = desk.drop("note.txt", BODY[0].as_bytes());
    desk.place(&gone[0].id, Placing::LeaveOut);
    assert!(desk.lying().is_empty());
    // Placed twice is placed once.
    desk.place(&gone[0].id, Placing::LeaveOut);
}

#[test]
fn who_was_not_asked_and_who_answered_itself_are_told_apart() {
    let desk = under_way();
    let lying = desk.drop("f.eml", &mail("x@lla.example", "We have no comments."));
    let observer = Placing::Answer(desk.house.organisation("LLA"));
    let office = &desk.house.office;
    assert!(
        office
            .place_dropped(GROUP, desk.by, &desk.round, &lying[0].id, observer)
            .is_err()
    );
    assert_eq!(desk.lying().len(), 1, "it stays");
    desk.house.send("HWF", desk.round.id, "must");
    desk.place_all("HWF");
    let entered = desk.enter(&["HWF"]);
    assert_eq!(entered.refused.len(), 1, "no comments never erases a file");
    assert_eq!(desk.held("HWF").proposals, 1);
}

#[test]
fn the_same_thing_placed_again_is_said_once() {
    let desk = under_way();
    let letter = mail("x@hwf.example", "Para 2: how long?\nPara 3: to whom?");
    desk.drop("one.eml", &letter);
    desk.drop("again.eml", &letter);
    desk.place_all("HWF");
    desk.enter(&["HWF"]);
    assert_eq!(desk.held("HWF").comments, 2);
    let round = desk.house.find(desk.round.id);
    let seat = desk.house.seat("ISV");
    let sees = desk.house.office.desk(GROUP, Some(seat)).unwrap();
    let text = sees.text("statement").unwrap();
    let model = text.compilation(&round).unwrap().unwrap().model;
    let words: Vec<&str> = model.comments.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(words, ["how long?", "to whom?"]);
}

#[test]
fn files_are_kept_first_and_read_one_after_the_other() {
    let desk = under_way();
    let office = &desk.house.office;
    let left = || {
        let left = office.to_be_read(GROUP, desk.by, desk.round.id).unwrap();
        left.map(|left| (left.left, left.of))
    };
    let mails: Vec<(String, Vec<u8>)> = (1..=3)
        .map(|n| {
            (
                format!("{n}.eml"),
                mail("post@hwf.example", &format!("Para {n}: a remark.")),
            )
        })
        .collect();
    let files: Vec<(&str, &[u8])> = mails
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    office
        .keep_dropped(GROUP, desk.by, desk.round.id, &files)
        .unwrap();
    assert_eq!((left(), desk.lying().len()), (Some((3, 3)), 0));
    assert!(office.read_dropped(GROUP, desk.by, &desk.round).unwrap());
    assert_eq!((left(), desk.lying().len()), (Some((2, 3)), 1));
    // One that no reader can bear is kept as it came.
    office.give_up_reading(GROUP, desk.by, &desk.round).unwrap();
    assert_eq!((left(), desk.lying().len()), (Some((1, 3)), 2));
    // The server is stopped, and another one goes on.
    let Desk { house, round, by } = desk;
    let House {
        office,
        hand,
        folder,
        ..
    } = house;
    drop(office);
    let again = crate::house::open(folder.path(), &hand);
    assert!(again.read_dropped(GROUP, by, &round).unwrap());
    assert!(!again.read_dropped(GROUP, by, &round).unwrap());
    let lying = again.dropped(GROUP, by, round.id).unwrap();
    let names: Vec<&str> = lying
        .iter()
        .map(|dropped| dropped.thing.name.as_str())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(
        matches!(&lying[1].thing.what, DroppedWhat::Evidence(why) if why == "It could not be read.")
    );
    assert_eq!(again.to_be_read(GROUP, by, round.id).unwrap(), None);
}

/// A reading that is cut off begins the file again, and finds what it had kept.
#[test]
fn what_was_read_already_is_not_kept_twice() {
    let desk = under_way();
    let office = &desk.house.office;
    let letter = mail("post@hwf.example", "Para 1: a remark.");
    office
        .keep_dropped(GROUP, desk.by, desk.round.id, &[("a.eml", &letter)])
        .unwrap();
    // Two readers at one file: both find it, one takes it away.
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| office.read_dropped(GROUP, desk.by, &desk.round).unwrap());
        }
    });
    assert_eq!(desk.lying().len(), 1);
    assert_eq!(
        office.to_be_read(GROUP, desk.by, desk.round.id).unwrap(),
        None
    );
}
