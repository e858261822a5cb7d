//! Whose file it is.

use intake::guess::{Candidate, Signals, Why, organisation};

fn candidates() -> Vec<Candidate<'static>> {
    let one = |names: &[&'static str], domains: &[&'static str]| Candidate {
        names: names.to_vec(),
        domains: domains.to_vec(),
    };
    vec![
        one(&["Harbour Union", "HU"], &["harbour.example"]),
        one(&["Lantern Trust", "LANT"], &[]),
        one(&["Institute for Safe Anchorage", "ISA"], &["isa.example"]),
    ]
}

/// The first guess with what speaks for it.
fn check(signals: Signals<'_>, expect: Option<(usize, &[Why])>) {
    let guesses = organisation(&signals, &candidates());
    let first = guesses
        .first()
        .map(|guess| (guess.candidate, guess.why.as_slice()));
    assert_eq!(first, expect, "{signals:?}");
}

#[test]
fn the_domain_says_most() {
    let from = |address| Signals {
        address: Some(address),
        file: "LANT comments.docx",
        ..Signals::default()
    };
    check(from("ada@harbour.example"), Some((0, &[Why::Domain])));
    check(from("ada@mail.harbour.example"), Some((0, &[Why::Domain])));
    check(from("ada@notharbour.example"), Some((1, &[Why::FileName])));
    check(
        from("ada@lant.example"),
        Some((1, &[Why::Address, Why::FileName])),
    );
}

#[test]
fn names_count_as_whole_words() {
    let file = |file| Signals {
        file,
        ..Signals::default()
    };
    check(
        file("draft 2 Harbour-Union final.docx"),
        Some((0, &[Why::FileName])),
    );
    check(file("lant_final.docx"), Some((1, &[Why::FileName])));
    check(file("ISA comments.docx"), Some((2, &[Why::FileName])));
    check(file("this is a draft.docx"), None);
    check(file("isa.docx"), None);
    check(file("HUT.docx"), None);
    check(file("atlantic.docx"), None);
}

#[test]
fn what_speaks_together_weighs_more() {
    let signals = Signals {
        authors: vec!["Ben of the Lantern Trust"],
        subject: Some("Comments of the Lantern Trust"),
        words: "The Harbour Union asked us …",
        ..Signals::default()
    };
    let guesses = organisation(&signals, &candidates());
    let ranks: Vec<usize> = guesses.iter().map(|guess| guess.candidate).collect();
    assert_eq!(ranks, [1, 0]);
    assert_eq!(guesses[0].why, [Why::Author, Why::Subject]);
    assert!(organisation(&Signals::default(), &candidates()).is_empty());
}
