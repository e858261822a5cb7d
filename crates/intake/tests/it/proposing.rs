//! What is said of each paragraph.

use intake::matrix::Row;
use intake::pdf::Note;
use intake::place::Paragraph;
use intake::proposals::{Proposals, of_body, of_notes, of_rows};

const DRAFT: [(Option<&str>, &str); 3] = [
    (None, "Preamble"),
    (Some("1."), "Each port answers a complaint in time."),
    (Some("2."), "The Group reports each year on progress made."),
];

fn draft() -> Vec<Paragraph<'static>> {
    let paragraph =
        |(label, words): (Option<&'static str>, &'static str)| Paragraph { label, words };
    DRAFT.map(paragraph).to_vec()
}

/// As `rank: words | comment`.
fn lines(said: &Proposals) -> Vec<String> {
    let all = said.iter();
    all.map(|(rank, said)| {
        let words = said.words.as_deref().unwrap_or("-");
        let comment = said.comment.as_deref().unwrap_or("-").replace('\n', "/");
        format!("{rank}: {words} | {comment}")
    })
    .collect()
}

fn row(place: &str, current: &str, proposed: &str, comment: &str) -> Row {
    Row {
        line: 2,
        place: (!place.is_empty()).then(|| place.to_owned()),
        current: current.to_owned(),
        proposed: proposed.to_owned(),
        comment: comment.to_owned(),
    }
}

fn check_rows(rows: &[Row], expect: &[&str]) {
    assert_eq!(lines(&of_rows(rows, &draft())), expect, "{rows:#?}");
}

#[test]
fn a_proposed_text_is_the_paragraph_anew_a_passage_of_it_or_a_remark() {
    let [_, (_, first), _] = DRAFT;
    check_rows(
        &[row("1", first, "Each port replies.", "")],
        &["1: Each port replies. | -"],
    );
    check_rows(
        &[row("para 1", "in time", "within  a week", "Why wait?")],
        &["1: Each port answers a complaint within a week. | Why wait?"],
    );
    check_rows(
        &[row("", "answers a complaint", "hears a complaint", "")],
        &["1: Each port hears a complaint in time. | -"],
    );
    check_rows(
        &[row(
            "1",
            "",
            "Each port answers every complaint in time.",
            "",
        )],
        &["1: Each port answers every complaint in time. | -"],
    );
    check_rows(
        &[row("1", "", "Delete", "")],
        &["1: - | Proposed text: Delete"],
    );
    check_rows(
        &[row("1", "not in it", "Something else entirely here", "")],
        &["1: - | Proposed text: Something else entirely here"],
    );
}

#[test]
fn a_second_wording_is_kept_beside_the_first() {
    let rows = [
        row(
            "2",
            "",
            "The Group reports each month on progress made.",
            "Often.",
        ),
        row("2", "", "The Group reports each week on progress made.", ""),
    ];
    check_rows(
        &rows,
        &[
            "2: The Group reports each month on progress made. | Often.//Proposed text: The Group reports each week on progress made.",
        ],
    );
}

#[test]
fn what_has_no_place_stands_with_the_first_paragraph_and_says_so() {
    check_rows(
        &[row("9", "", "shall", "Why?"), row("", "", "", "Good.")],
        &["0: - | On 9: shall/Why?//General: Good."],
    );
    let body = "Thank you for this clear draft text.\nWe welcome the draft as a whole.\nPara 2: when?\nPara 7: gone";
    assert_eq!(
        lines(&of_body(body, &draft())),
        [
            "0: - | General: Thank you for this clear draft text./We welcome the draft as a whole.//On Para 7: gone",
            "2: - | when?"
        ]
    );
    let note = |page, words: &str| Note {
        page,
        author: None,
        words: words.to_owned(),
    };
    let notes = [note(1, "Para 1: who?"), note(3, "Spelling")];
    assert_eq!(
        lines(&of_notes(&notes, &draft())),
        ["0: - | On page 3: Spelling", "1: - | who?"]
    );
    assert!(of_body("Dear all,\nregards", &draft()).len() <= 1);
    assert!(of_rows(&[row("1", "", "x", "y")], &[]).is_empty());
}
