//! Which paragraph is meant.

use intake::place::{Paragraph, find, find_quoted};

const DRAFT: [(Option<&str>, &str); 7] = [
    (None, "Preamble"),
    (Some("1."), "Each port answers a complaint in time."),
    (Some("2."), "The Group reports on “progress” each year."),
    (Some("(a)"), "in writing;"),
    (Some("2 bis."), "It publishes the report."),
    (Some("OP 3"), "Members meet each year."),
    (Some("12.4"), "The fund is voluntary."),
];

fn draft() -> Vec<Paragraph<'static>> {
    let paragraph =
        |(label, words): (Option<&'static str>, &'static str)| Paragraph { label, words };
    DRAFT.map(paragraph).to_vec()
}

#[test]
fn a_number_is_found_however_it_is_written() {
    for (place, expect) in [
        ("1", Some(1)),
        ("para 1", Some(1)),
        ("Para. 1:", Some(1)),
        ("paragraph 2", Some(2)),
        ("§ 2", Some(2)),
        ("No. 2", Some(2)),
        ("2 bis", Some(4)),
        ("para 2bis", Some(4)),
        ("OP 3", Some(5)),
        ("op3", Some(5)),
        ("Section 12.4", Some(6)),
        ("(a)", Some(3)),
        ("¶ 1", Some(0)),
        ("¶ 7", Some(6)),
        ("¶ 8", None),
        ("¶ 0", None),
        ("3", None),
        ("para 99", None),
        ("", None),
        ("paragraph", None),
        ("general", None),
    ] {
        assert_eq!(find(place, &draft()), expect, "{place}");
    }
}

#[test]
fn two_that_bear_the_number_are_none() {
    let mut twice = draft();
    twice.push(Paragraph {
        label: Some("1."),
        words: "Again.",
    });
    assert_eq!(find("para 1", &twice), None);
}

#[test]
fn a_passage_is_found_where_it_stands_once() {
    for (passage, expect) in [
        ("answers a complaint", Some(1)),
        ("“Each  port ANSWERS a complaint”", Some(1)),
        ("reports on \"progress\" each", Some(2)),
        ("each year", None),
        ("on it", None),
        ("nothing of the kind here", None),
    ] {
        assert_eq!(find_quoted(passage, &draft()), expect, "{passage}");
    }
}
