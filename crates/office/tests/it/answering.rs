//! More than one hand in a return: a colleague's file, a second return, typed words, the secretariat's entry.

use std::collections::BTreeSet;

use group::parts::{EvidenceKind, ReturnForm, ReturnMode};
use group::state::Round;
use group::{Command, Hat};
use office::{CheckedReturn, Failed, Sender, Sending, Sent, TypedParagraph};
use redline::draft::{DraftGrid, DraftParagraph, DraftStyle, word_file};

use crate::house::{BODY, GROUP, House, MINUTE, done, on_disk, returned};

const SECRET: &str = "Between us: plugh.";

fn said(words: Option<&str>, comment: Option<&str>) -> TypedParagraph {
    TypedParagraph {
        words: words.map(str::to_owned),
        comment: comment.map(str::to_owned),
    }
}

fn checked(house: &House, sender: Sender) -> CheckedReturn {
    let round = house.find(sender.round);
    let checked = house.office.check_return(GROUP, sender, &round);
    checked.unwrap().expect("something waits")
}

fn send(house: &House, short: &str, sender: Sender, mode: ReturnMode) -> Result<Sent, Failed> {
    let looked_at = checked(house, sender).sha256;
    house.hand.ahead(MINUTE);
    let sending = Sending {
        looked_at: &looked_at,
        held_back: &BTreeSet::new(),
        for_penholder: &BTreeSet::new(),
        mode,
    };
    let asking = house.asking(short, Hat::FocalPoint);
    let round = house.find(sender.round);
    house
        .office
        .send_return(GROUP, &asking, sender, &round, &sending)
}

fn afters(checked: &CheckedReturn) -> Vec<&str> {
    let amendments = checked.model.amendments.iter();
    amendments.map(|each| each.after.trim()).collect()
}

fn under_way() -> (House, Round, Sender) {
    let house = House::founded();
    let round = house.round();
    let sender = Sender::itself(house.organisation("HWF"), round.id);
    (house, round, sender)
}

#[test]
fn a_colleagues_file_joins_the_one_that_waits() {
    let (house, round, sender) = under_way();
    let keep = |author: &str, word: &str, comment: Option<&str>| {
        let file = returned(author, word, comment);
        let name = format!("{author}.docx");
        house
            .office
            .join_return(GROUP, sender, &round, &name, &file)
            .unwrap();
    };
    keep("Ana", "shall", Some("Why so late?"));
    assert_eq!(checked(&house, sender).left_out, []);
    keep("Ben", "must", Some("Who says so?"));
    let both = checked(&house, sender);
    assert_eq!(both.file_name.as_deref(), Some("Ana.docx + Ben.docx"));
    assert_eq!(afters(&both), ["must"]);
    let left: Vec<&str> = both.left_out.iter().map(|out| out.after.as_str()).collect();
    assert_eq!(left, ["shall"]);
    assert_eq!(both.inspection.comments.len(), 2);
    let refused = house
        .office
        .join_return(GROUP, sender, &round, "x.pdf", b"%PDF-1.7");
    assert!(matches!(refused, Err(Failed::File(_))));
    assert_eq!(
        checked(&house, sender).sha256,
        both.sha256,
        "what waited stays"
    );
}

#[test]
fn a_second_return_tells_what_each_way_would_lose() {
    let (house, _, sender) = under_way();
    house.send("HWF", sender.round, "shall");
    let second = said(Some("Ports must answer each complaint in time."), None);
    house
        .office
        .type_paragraph(GROUP, sender, 2, &second)
        .unwrap();
    let read = checked(&house, sender);
    let lost = read.in_force.as_ref().expect("a file is in force");
    let afters = |of: &office::Lost| {
        of.amendments
            .iter()
            .map(|a| a.after.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(afters(&lost.replacing), ["shall"]);
    assert_eq!(afters(lost.adding.as_ref().unwrap()), Vec::<String>::new());
    assert_eq!(
        afters(lost.paragraphs.as_ref().unwrap()),
        Vec::<String>::new()
    );
    done(send(&house, "HWF", sender, ReturnMode::Adds).unwrap());
    let held = house.find(sender.round).returns[&sender.organisation].clone();
    assert_eq!(held.proposals, 3, "shall, must and each");
    // The same again in one paragraph: what stood in it goes, the rest stays.
    let third = said(Some("Ports answer a complaint in time."), None);
    house
        .office
        .type_paragraph(GROUP, sender, 2, &third)
        .unwrap();
    done(send(&house, "HWF", sender, ReturnMode::Paragraphs).unwrap());
    let held = house.find(sender.round).returns[&sender.organisation].clone();
    assert_eq!(held.proposals, 2);
}

#[test]
fn nothing_is_added_to_nothing() {
    let (house, _, sender) = under_way();
    house
        .office
        .type_paragraph(GROUP, sender, 2, &said(None, Some("Why?")))
        .unwrap();
    let refused = send(&house, "HWF", sender, ReturnMode::Adds);
    assert!(matches!(
        refused,
        Err(Failed::Refused(group::Refusal::NothingToAddTo {}))
    ));
    assert!(
        !checked(&house, sender).model.comments.is_empty(),
        "what was typed stays"
    );
}

#[test]
fn what_is_typed_waits_and_goes_with_the_file() {
    let (house, _, sender) = under_way();
    let office = &house.office;
    let other = format!("{} It publishes them.", BODY[2]);
    office
        .type_paragraph(GROUP, sender, 3, &said(Some(&other), None))
        .unwrap();
    office
        .type_paragraph(GROUP, sender, 2, &said(None, Some("How long?")))
        .unwrap();
    office
        .type_paragraph(GROUP, sender, 1, &said(Some("Gone."), None))
        .unwrap();
    // Taken back.
    office
        .type_paragraph(GROUP, sender, 1, &said(None, None))
        .unwrap();
    let read = checked(&house, sender);
    assert_eq!(
        (read.file_name.as_deref(), afters(&read)),
        (None, vec!["It publishes them."])
    );
    let file = returned("Ana", "shall", None);
    office
        .keep_return(GROUP, sender, "Ana.docx", &file)
        .unwrap();
    assert_eq!(
        afters(&checked(&house, sender)),
        ["shall", "It publishes them."]
    );
    done(send(&house, "HWF", sender, ReturnMode::Replaces).unwrap());
    let held = house.find(sender.round).returns[&sender.organisation].clone();
    assert_eq!((held.proposals, held.comments), (2, 1));
    let typed = office.typed_so_far(GROUP, sender).unwrap();
    assert!(typed.paragraphs.is_empty(), "what was sent waits no more");
    let long = "x".repeat(group::limits::STATEMENT + 1);
    let refused = office.type_paragraph(GROUP, sender, 1, &said(Some(&long), None));
    assert!(matches!(
        refused,
        Err(Failed::Refused(group::Refusal::TooLong { .. }))
    ));
}

#[test]
fn colleagues_type_at_once_and_none_is_lost() {
    let (house, _, sender) = under_way();
    std::thread::scope(|scope| {
        for paragraph in 1..=8 {
            let house = &house;
            scope.spawn(move || {
                let words = said(Some(&format!("Words of {paragraph}.")), None);
                house
                    .office
                    .type_paragraph(GROUP, sender, paragraph, &words)
                    .unwrap();
            });
        }
    });
    let typed = house.office.typed_so_far(GROUP, sender).unwrap();
    assert_eq!(typed.paragraphs.len(), 8);
}

#[test]
fn the_secretariat_enters_what_came_by_mail() {
    let (house, round, own) = under_way();
    let office = &house.office;
    let secretariat = house.organisation("ISV");
    let sender = Sender::entered(own.organisation, round.id, secretariat);
    let file = returned("HWF", "shall", Some(SECRET));
    office
        .keep_return(GROUP, sender, "mail.docx", &file)
        .unwrap();
    // What is being entered is no draft of the organisation.
    assert!(office.waiting(GROUP, own).unwrap().is_none());
    let read = checked(&house, sender);
    let arrived = office.now();
    house.hand.ahead(MINUTE);
    let held: BTreeSet<String> = read
        .inspection
        .comments
        .iter()
        .map(|c| c.id.clone())
        .collect();
    let sending = Sending {
        looked_at: &read.sha256,
        held_back: &held,
        for_penholder: &BTreeSet::new(),
        mode: ReturnMode::Replaces,
    };
    office
        .keep_evidence(GROUP, sender, &round, (EvidenceKind::Mail, arrived), None)
        .unwrap();
    let asking = house.asking("ISV", Hat::Secretariat);
    let entered = office
        .send_return(GROUP, &asking, sender, &round, &sending)
        .unwrap();
    let position = done(entered).positions[0];
    let held = house.find(round.id).returns[&own.organisation].clone();
    assert_eq!(
        (held.proposals, held.comments, held.received),
        (1, 0, arrived)
    );
    assert!(!on_disk(house.folder.path(), SECRET));
    // Whose answer it is, others don't read in the record while the round runs.
    let sees = |short: &str| {
        let desk = office.desk(GROUP, Some(house.seat(short))).unwrap();
        let seen = desk.acts_before(position + 1, 1).unwrap();
        seen.first().map(|act| act.open)
    };
    assert_eq!(
        (sees("BCA"), sees("HWF"), sees("FDW")),
        (Some(false), Some(true), Some(true))
    );
}

#[test]
fn a_short_answer_is_entered_too() {
    let (house, round, own) = under_way();
    let sender = Sender::entered(own.organisation, round.id, house.organisation("ISV"));
    let arrived = house.office.now();
    house.hand.ahead(MINUTE);
    let asking = house.asking("ISV", Hat::Secretariat);
    let form = ReturnForm::NotInOurMandate;
    // Without evidence nothing is entered.
    let bare = house.office.answer_round(GROUP, &asking, sender, form);
    let missing = group::Refusal::Missing { what: "evidence" };
    assert!(matches!(bare, Err(Failed::Refused(refusal)) if refusal == missing));
    let letter = |arrived, file| {
        let how = (EvidenceKind::Letter, arrived);
        house.office.keep_evidence(GROUP, sender, &round, how, file)
    };
    for wrong in [
        round.opened.plus_millis(-1),
        house.office.now().plus_millis(1),
    ] {
        assert!(matches!(
            letter(wrong, None),
            Err(Failed::Refused(group::Refusal::ArrivedAfter {}))
        ));
    }
    letter(arrived, Some(("scan.pdf", b"%PDF-1.7 a letter"))).unwrap();
    // Said again without a file: the one that was kept stays.
    letter(arrived, None).unwrap();
    house
        .office
        .answer_round(GROUP, &asking, sender, form)
        .unwrap();
    let again = house
        .office
        .answer_round(GROUP, &asking, sender, form)
        .unwrap();
    assert!(again.again, "sent twice is sent once");
    let now = house.find(round.id);
    let held = &now.returns[&own.organisation];
    assert_eq!(held.form, form);
    let sees = |short: &str| {
        let desk = house.office.desk(GROUP, Some(house.seat(short))).unwrap();
        let text = desk.text_by_id(round.text).unwrap();
        let file = text.evidence_file(&now, own.organisation).unwrap();
        file.map(|file| file.name)
    };
    let pdf = Some("evidence.pdf".to_owned());
    assert_eq!(
        [sees("HWF"), sees("FDW"), sees("ISV"), sees("BCA")],
        [pdf.clone(), pdf.clone(), pdf, None]
    );
}

#[test]
fn what_is_frozen_names_organisations_and_no_people() {
    let house = House::founded();
    let round = house.round();
    let organisation = house.organisation("HWF");
    let sender = Sender::itself(organisation, round.id);
    let file = returned("Juniper Moss", "shall", Some("Why not?"));
    house
        .office
        .keep_return(GROUP, sender, "r.docx", &file)
        .unwrap();
    house.hand.ahead(MINUTE);
    done(send(&house, "HWF", sender, ReturnMode::Replaces).unwrap());
    house.hand.ahead(MINUTE);
    let secretariat = house.asking("ISV", Hat::Secretariat);
    house.office.freeze(GROUP, &secretariat, round.id).unwrap();
    let of = |short: &str| {
        let desk = house.office.desk(GROUP, Some(house.seat(short))).unwrap();
        let text = desk.text("statement").unwrap();
        let round = text.round().unwrap();
        let word = text.compilation_file(round, true).unwrap();
        let json = text.compilation_file(round, false).unwrap();
        let compilation = text.compilation(round).unwrap().unwrap();
        let colleagues = text.colleagues(round, &compilation).unwrap();
        let asked = compilation.model.amendments.iter();
        let by: Vec<String> = asked
            .flat_map(|amendment| colleagues.of_amendment(&amendment.id))
            .cloned()
            .collect();
        let comment = &compilation.model.comments[0];
        let wrote = colleagues.of_comment(comment.body_paragraph(), &comment.text);
        let wrote = wrote.map(str::to_owned);
        (word.zip(json), by, wrote)
    };
    let (files, ..) = of("FDW");
    let (word, json) = files.expect("the team has the files");
    let document = redline::open(&word.bytes).unwrap();
    assert!(!format!("{document:?}").contains("Juniper Moss"));
    assert!(
        !String::from_utf8(json.bytes)
            .unwrap()
            .contains("Juniper Moss")
    );
    // Its own organisation reads it from its own file, and nobody else does.
    let (_, by, wrote) = of("FDW");
    assert_eq!((by, wrote), (Vec::new(), None));
    let close = Command::CloseRound { round: round.id };
    house.act("ISV", Hat::Secretariat, &close).unwrap();
    let (_, by, wrote) = of("HWF");
    assert_eq!(by, ["Juniper Moss"]);
    assert_eq!(wrote.as_deref(), Some("Juniper Moss"));
}

#[test]
fn a_table_of_comments_is_typed_paragraph_by_paragraph() {
    let (house, round, sender) = under_way();
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let grid = DraftGrid {
        widths: vec![1; 4],
        heading: true,
        rows: vec![
            row(["Paragraph", "Current text", "Proposed text", "Comment"]),
            row(["1.", BODY[0], "The members shall meet each year.", ""]),
            row(["2.", BODY[1], "", "How long?"]),
            row(["3.", BODY[2], "", ""]),
        ],
    };
    let table = DraftParagraph {
        style: DraftStyle::Grid(grid),
        runs: Vec::new(),
        mark: None,
    };
    let title = DraftParagraph::plain(DraftStyle::Title, "Comments of HWF");
    let file = word_file(None, &[title, table]);
    let keep = |name: &str, bytes: &[u8]| {
        let office = &house.office;
        office.keep_answer(GROUP, sender, &round, (name, bytes), false)
    };
    keep("table.docx", &file).unwrap();
    let read = checked(&house, sender);
    assert_eq!(
        (read.file_name.as_deref(), afters(&read)),
        (None, vec!["shall"])
    );
    assert_eq!(read.model.comments.len(), 1);
    // A marked-up file is one still, and other files are refused with what waits kept.
    keep("r.docx", &returned("HWF", "must", None)).unwrap();
    assert_eq!(checked(&house, sender).file_name.as_deref(), Some("r.docx"));
    assert!(matches!(keep("x.pdf", b"%PDF-1.7"), Err(Failed::File(_))));
    assert_eq!(checked(&house, sender).file_name.as_deref(), Some("r.docx"));
}
