//! A return on its way: kept first, checked, confirmed, what is held back never stored.

use std::collections::BTreeSet;

use group::parts::ReturnMode;
use group::{Command, Hat, Refusal};
use office::{Failed, Sender, Sending, Sent, Voices as _};

use crate::house::{GROUP, House, MINUTE, done, holds, on_disk, returned};

const SECRET: &str = "Between us: our lawyers are not content, xyzzy.";

fn replacing<'a>(looked_at: &'a str, held_back: &'a BTreeSet<String>) -> Sending<'a> {
    Sending {
        looked_at,
        held_back,
        for_penholder: const { &BTreeSet::new() },
        mode: ReturnMode::Replaces,
    }
}

#[test]
fn held_back_comments_are_nowhere_afterwards() {
    let house = House::founded();
    let round = house.round();
    let organisation = house.organisation("HWF");
    let file = returned("HWF", "shall", Some(SECRET));
    house
        .office
        .keep_return(
            GROUP,
            Sender::itself(organisation, round.id),
            "r.docx",
            &file,
        )
        .unwrap();
    assert!(
        on_disk(house.folder.path(), SECRET),
        "the draft holds all that was sent"
    );
    let checked = house
        .office
        .check_return(GROUP, Sender::itself(organisation, round.id), &round)
        .unwrap()
        .unwrap();
    let held: BTreeSet<String> = checked
        .inspection
        .comments
        .iter()
        .map(|comment| comment.id.clone())
        .collect();
    assert_eq!(held.len(), 1);
    house.hand.ahead(MINUTE);
    let asking = house.asking("HWF", Hat::FocalPoint);
    house
        .office
        .send_return(
            GROUP,
            &asking,
            Sender::itself(organisation, round.id),
            &round,
            &replacing(&checked.sha256, &held),
        )
        .unwrap();
    let kept = &house.find(round.id).returns[&organisation];
    assert_eq!((kept.proposals, kept.comments), (1, 0));
    assert!(
        house
            .office
            .waiting(GROUP, Sender::itself(organisation, round.id))
            .unwrap()
            .is_none()
    );
    assert!(!on_disk(house.folder.path(), SECRET));
}

#[test]
fn a_refused_file_leaves_what_waited() {
    let house = House::founded();
    let round = house.round();
    let organisation = house.organisation("HWF");
    let good = returned("HWF", "shall", None);
    house
        .office
        .keep_return(
            GROUP,
            Sender::itself(organisation, round.id),
            "good.docx",
            &good,
        )
        .unwrap();
    for bad in [b"".as_slice(), b"hello", b"%PDF-1.7"] {
        let refused =
            house
                .office
                .keep_return(GROUP, Sender::itself(organisation, round.id), "bad", bad);
        assert!(matches!(refused, Err(Failed::File(_))));
    }
    let (waiting, _) = house
        .office
        .waiting(GROUP, Sender::itself(organisation, round.id))
        .unwrap()
        .unwrap();
    assert_eq!(waiting.file_name, "good.docx");
}

#[test]
fn a_return_for_a_closed_round_stays_a_draft() {
    let house = House::founded();
    let round = house.round();
    let organisation = house.organisation("HWF");
    let file = returned("HWF", "shall", None);
    house
        .office
        .keep_return(
            GROUP,
            Sender::itself(organisation, round.id),
            "r.docx",
            &file,
        )
        .unwrap();
    house
        .act(
            "ISV",
            Hat::Secretariat,
            &Command::CloseRound { round: round.id },
        )
        .unwrap();
    let asking = house.asking("HWF", Hat::FocalPoint);
    let refused = house.office.send_return(
        GROUP,
        &asking,
        Sender::itself(organisation, round.id),
        &round,
        &replacing(&house.waiting(organisation, round.id), &BTreeSet::new()),
    );
    assert!(matches!(
        refused,
        Err(Failed::Refused(Refusal::RoundClosed { .. }))
    ));
    assert!(
        house
            .office
            .waiting(GROUP, Sender::itself(organisation, round.id))
            .unwrap()
            .is_some()
    );
}

#[test]
fn a_second_return_replaces_and_the_same_file_is_seen() {
    let house = House::founded();
    let round = house.round();
    house.send("HWF", round.id, "shall");
    let organisation = house.organisation("HWF");
    let same = returned("HWF", "shall", None);
    house
        .office
        .keep_return(
            GROUP,
            Sender::itself(organisation, round.id),
            "r.docx",
            &same,
        )
        .unwrap();
    let now = house.find(round.id);
    assert!(
        house
            .office
            .check_return(GROUP, Sender::itself(organisation, round.id), &now)
            .unwrap()
            .unwrap()
            .same_file
    );
    house.send("HWF", round.id, "must");
    assert_eq!(house.find(round.id).returns.len(), 1);
}

#[test]
fn what_is_sent_is_what_was_looked_at() {
    let house = House::founded();
    let round = house.round();
    let organisation = house.organisation("HWF");
    let keep = |word: &str| {
        let file = returned("HWF", word, Some(SECRET));
        house
            .office
            .keep_return(
                GROUP,
                Sender::itself(organisation, round.id),
                "r.docx",
                &file,
            )
            .unwrap();
        house.waiting(organisation, round.id)
    };
    let looked_at = keep("shall");
    let other = keep("must");
    assert_ne!(looked_at, other);
    house.hand.ahead(MINUTE);
    let asking = house.asking("HWF", Hat::FocalPoint);
    // A box of a comment that the file does not have is passed over.
    let held = BTreeSet::from(["999".to_owned()]);
    let send = |file: &str| {
        let office = &house.office;
        office
            .send_return(
                GROUP,
                &asking,
                Sender::itself(organisation, round.id),
                &round,
                &replacing(file, &held),
            )
            .unwrap()
    };
    assert!(matches!(send(&looked_at), Sent::OtherFile));
    assert!(house.find(round.id).returns.is_empty(), "nothing was sent");
    assert_eq!(house.waiting(organisation, round.id), other);
    let sent = done(send(&other));
    assert_eq!(house.find(round.id).returns[&organisation].comments, 1);
    // The same form again: done once, whatever waits by now.
    keep("may");
    let again = done(send(&other));
    assert!(again.again);
    assert_eq!(again.positions, sent.positions);
}

#[test]
fn what_is_for_the_penholder_alone_stands_in_no_compilation() {
    let house = House::founded();
    let round = house.round();
    let organisation = house.organisation("HWF");
    let sender = Sender::itself(organisation, round.id);
    let file = returned("HWF", "shall", Some(SECRET));
    let office = &house.office;
    office.keep_return(GROUP, sender, "r.docx", &file).unwrap();
    let checked = office.check_return(GROUP, sender, &round).unwrap().unwrap();
    let comments = checked.inspection.comments.iter();
    let ids: BTreeSet<String> = comments.map(|comment| comment.id.clone()).collect();
    let none = BTreeSet::new();
    let sending = Sending {
        for_penholder: &ids,
        ..replacing(&checked.sha256, &none)
    };
    let asking = house.asking("HWF", Hat::FocalPoint);
    office
        .send_return(GROUP, &asking, sender, &round, &sending)
        .unwrap();
    let kept = house.find(round.id);
    let kept = kept.return_of(organisation).unwrap();
    assert_eq!((kept.proposals, kept.comments), (1, 0));
    house
        .act(
            "ISV",
            Hat::Secretariat,
            &Command::CloseRound { round: round.id },
        )
        .unwrap();
    let asking = house.asking("ISV", Hat::Secretariat);
    office.freeze(GROUP, &asking, round.id).unwrap();
    for (short, reads) in [("ISV", true), ("HWF", true), ("BCA", false), ("LLA", false)] {
        let desk = office.desk(GROUP, Some(house.seat(short))).unwrap();
        let seen = desk.text_by_id(round.text).unwrap();
        let round = seen.round().unwrap();
        let apart = seen.comments_for_penholder(round);
        let expect: &[(usize, &str)] = if reads { &[(3, SECRET)] } else { &[] };
        let found: Vec<_> = apart
            .iter()
            .map(|(_, one)| (one.paragraph as usize, one.words.as_str()))
            .collect();
        assert_eq!(found, expect, "{short}");
        for word in [true, false] {
            let file = seen.compilation_file(round, word).unwrap().unwrap();
            assert!(!holds(&file.bytes, SECRET), "{short} reads it in a file");
        }
    }
}
