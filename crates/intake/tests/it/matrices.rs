//! Tables of comments.

use intake::matrix::{Row, Unreadable, from_sheet, from_table};

use crate::files::sheet;

fn row(line: usize, place: &str, current: &str, proposed: &str, comment: &str) -> Row {
    Row {
        line,
        place: (!place.is_empty()).then(|| place.to_owned()),
        current: current.to_owned(),
        proposed: proposed.to_owned(),
        comment: comment.to_owned(),
    }
}

#[test]
fn the_heading_is_found_wherever_it_stands_and_whatever_it_is_called() {
    let headings: [&[&str]; 4] = [
        &[
            "No.",
            "Paragraph",
            "Current text",
            "Proposed text",
            "Comment",
        ],
        &[
            "#",
            "PARA NO.",
            "Original text",
            "Suggested change*",
            "Rationale",
        ],
        &["", "Section", "Text", "Amendment:", "Remarks"],
        &[
            "x",
            "Para. ref.",
            "Existing text",
            "New text",
            "Explanation",
        ],
    ];
    for heading in headings {
        for above in 0..3 {
            let mut rows: Vec<&[&str]> = vec![&["Comments of the Harbour Union"]; above];
            rows.push(heading);
            rows.push(&["1", "4", "should", "shall", "Stronger."]);
            let read = from_sheet(&sheet(&rows));
            let expect = [row(above + 2, "4", "should", "shall", "Stronger.")];
            assert_eq!(
                read.as_deref(),
                Ok(expect.as_slice()),
                "{heading:?} below {above}"
            );
        }
    }
}

#[test]
fn an_untouched_row_says_nothing() {
    let heading: &[&str] = &["Paragraph", "Current text", "Proposed text", "Comment"];
    let rows: [&[&str]; 6] = [
        heading,
        &["1.", "Each port answers.", "", ""],
        &["2.", "Each port answers.", " Each  port answers. ", ""],
        &["3.", "Each port answers.", "Each port replies.", ""],
        &["4.", "Each port answers.", "", "Why?"],
        &["", "", "", "In general: good."],
    ];
    assert_eq!(
        from_sheet(&sheet(&rows)).unwrap(),
        [
            row(4, "3.", "Each port answers.", "Each port replies.", ""),
            row(5, "4.", "Each port answers.", "", "Why?"),
            row(6, "", "", "", "In general: good."),
        ]
    );
}

#[test]
fn what_is_no_table_of_comments_is_refused() {
    assert_eq!(from_sheet(b"PK\x03\x04"), Err(Unreadable::Broken));
    for rows in [
        &[&["a", "b"] as &[&str]] as &[&[&str]],
        &[&["Paragraph", "Number"]],
        &[&["Comment"]],
    ] {
        assert_eq!(
            from_sheet(&sheet(rows)),
            Err(Unreadable::NoHeading),
            "{rows:?}"
        );
    }
    let heading = vec!["Paragraph".to_owned(), "Comment".to_owned()];
    let one = vec!["1".to_owned(), "Why?".to_owned()];
    let table = |rows: usize| -> Vec<Vec<String>> {
        let mut table = vec![one.clone(); rows];
        table[0] = heading.clone();
        table
    };
    assert_eq!(from_table(&table(5_020)).map(|rows| rows.len()), Ok(5_019));
    assert_eq!(from_table(&table(5_021)), Err(Unreadable::TooLong));
    let long = vec![heading.clone(), vec!["1".to_owned(), "x".repeat(30_000)]];
    assert_eq!(from_table(&long).unwrap()[0].comment.len(), 20_000);
}
