//! The one loader: not allowed and not there are the same answer.

use group::{Command, Hat};

use crate::house::{GROUP, House, MINUTE};

#[test]
fn a_visitor_sees_published_texts_alone() {
    let house = House::founded();
    let round = house.round();
    let visitor = house.office.desk(GROUP, None).unwrap();
    assert!(visitor.texts().is_empty());
    assert!(visitor.text("statement").is_none());
    assert!(visitor.text_by_id(round.text).is_none());
    assert!(visitor.decisions().is_empty());
    assert!(visitor.acts_before(10, 10).unwrap().is_empty());
    assert!(visitor.receipt(3).unwrap().is_none());
    assert!(visitor.seats(house.organisation("HWF")).is_empty());
}

#[test]
fn returns_are_for_the_team_until_they_are_compiled() {
    let house = House::founded();
    let round = house.round();
    house.send("HWF", round.id, "shall");
    let sees = |short: &str| {
        let desk = house.office.desk(GROUP, Some(house.seat(short))).unwrap();
        let text = desk.text("statement").unwrap();
        let round = text.round().unwrap();
        (
            text.compilation(round).unwrap().is_some(),
            text.compilation_file(round, true).unwrap().is_some(),
            text.sees_board(),
        )
    };
    assert_eq!(sees("FDW"), (true, false, true), "the penholder");
    assert_eq!(sees("ISV"), (true, false, true), "the secretariat");
    assert_eq!(sees("BCA"), (false, false, false), "another member");
    house
        .act(
            "ISV",
            Hat::Secretariat,
            &Command::CloseRound { round: round.id },
        )
        .unwrap();
    assert_eq!(sees("BCA"), (false, false, false), "closed, not compiled");
    house.hand.ahead(MINUTE);
    house
        .office
        .freeze(GROUP, &house.asking("ISV", Hat::Secretariat), round.id)
        .unwrap();
    assert_eq!(sees("BCA"), (true, true, false), "closed and compiled");
    assert_eq!(
        sees("LLA"),
        (true, true, false),
        "an observer sees what members see"
    );
}

#[test]
fn names_of_people_are_for_their_organisation_and_the_secretariat() {
    let house = House::founded();
    let sees = |short: &str| {
        let desk = house.office.desk(GROUP, Some(house.seat(short))).unwrap();
        !desk.seats(house.organisation("HWF")).is_empty()
    };
    assert_eq!((sees("HWF"), sees("ISV"), sees("FDW")), (true, true, false));
}

#[test]
fn a_seat_that_ended_opens_nothing() {
    let house = House::founded();
    let seat = house.seat("HWF");
    house
        .act("ISV", Hat::Secretariat, &Command::EndSeat { seat })
        .unwrap();
    assert!(house.office.desk(GROUP, Some(seat)).is_none());
}

#[test]
fn a_redline_of_two_versions_is_for_who_may_read_both() {
    let house = House::founded();
    let text = house.text();
    let file = house
        .office
        .keep_word(GROUP, &crate::house::returned("FDW", "shall", None))
        .unwrap();
    let table = Command::TableVersion {
        text,
        label: "draft 1".into(),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
        after: None,
    };
    house.act("FDW", Hat::FocalPoint, &table).unwrap();
    let redline = |short: &str, from, to| {
        let desk = house.office.desk(GROUP, Some(house.seat(short))).unwrap();
        let seen = desk.text("statement").unwrap();
        seen.redline_file(from, to).unwrap()
    };
    let file = redline("HWF", 1, 2).expect("members read both");
    let document = redline::open(&file.bytes).unwrap();
    assert!(document.paragraphs()[0].text.contains("shall"));
    assert!(
        format!("{document:?}").contains("should"),
        "what went is still in it"
    );
    assert!(redline("HWF", 1, 3).is_none());
    let visitor = house.office.desk(GROUP, None).unwrap();
    assert!(visitor.text("statement").is_none());
}
