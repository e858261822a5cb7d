//! The Word file of the disposition table.

use redline::dispositions::{COLUMNS, word};
use redline::model::Kind;
use redline::open;

use super::{amendment, aside, comment, model, of_base, returned};

#[test]
fn the_word_file_holds_the_rows_and_is_always_the_same() {
    let mut model = model(
        vec![
            amendment(
                "a",
                1,
                Kind::Replace,
                "fees\u{2028}x",
                "<costs> & \u{1}more",
            ),
            amendment("b", 2, Kind::Delete, "should", ""),
        ],
        vec![comment("c", 2, "One\nTwo", None)],
    );
    model.returns = vec![returned(
        "WHO",
        vec![aside("outside-base", "body", "", "Dear all")],
    )];
    let rows = of_base(&model);
    let file = word(&rows);
    assert!(file == word(&rows), "other bytes for the same rows");
    let document = open(&file).expect("a Word file");
    assert!(document.warnings().is_empty());
    let read = document.paragraphs();
    let texts: Vec<&str> = read.iter().map(|p| p.text.as_str()).collect();
    let columns = COLUMNS.len();
    assert_eq!(texts[0], "Table of dispositions");
    let headings: Vec<&str> = COLUMNS.map(|(heading, _)| heading).to_vec();
    assert_eq!(texts[1..=columns], headings[..]);
    for (index, row) in rows[..3].iter().enumerate() {
        let from = 1 + columns * (index + 1);
        let cells = row.cells().map(|cell| cell.replace('\u{1}', ""));
        assert_eq!(texts[from..from + columns], cells, "row {}", row.number);
        let in_row = read[from..from + columns].iter();
        assert!(in_row.clone().all(|p| p.cells.len() == 1), "no cells");
    }
    let behind = &texts[1 + columns * 4..];
    assert_eq!(behind[0], "Set aside");
    assert!(behind.contains(&"insert “Dear all”\nSet aside: outside the draft."));
    assert_eq!(
        read.iter().filter(|p| p.text == "Organisation(s)").count(),
        2
    );
}

#[test]
fn the_word_file_lies_on_its_side_and_repeats_its_heading() {
    let model = model(vec![amendment("a", 1, Kind::Delete, "x", "")], Vec::new());
    let file = word(&of_base(&model));
    let part = |name: &str| crate::archives::part(&file, name).expect(name);
    let body = part("word/document.xml");
    for expected in [
        "w:orient=\"landscape\"",
        "<w:trPr><w:tblHeader/></w:trPr>",
        "<w:tblLayout w:type=\"fixed\"/>",
        "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Organisation(s)</w:t>",
    ] {
        assert_eq!(body.matches(expected).count(), 1, "{expected} in {body}");
    }
    let first = body.find("<w:gridCol w:w=\"").expect("columns") + 16;
    let widths: Vec<u32> = body[first..]
        .split("<w:gridCol w:w=\"")
        .take(COLUMNS.len())
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .map(|width| width.parse().expect("a width"))
        .collect();
    assert!(
        widths[0] < widths[5],
        "the columns have widths of their own: {widths:?}"
    );
    assert!(widths.iter().sum::<u32>() <= 16838 - 2 * 720);
    assert!(part("word/styles.xml").contains("TableText"));
}

#[test]
fn a_table_without_rows_says_so() {
    let document = open(&word(&[])).expect("a Word file");
    let texts: Vec<String> = document.paragraphs().into_iter().map(|p| p.text).collect();
    assert_eq!(
        texts,
        ["Table of dispositions", "No amendments and no comments."]
    );
}

#[test]
fn a_table_too_long_for_word_says_that_it_is_cut() {
    let model = model(Vec::new(), vec![comment("a", 1, "Why?", None)]);
    let rows = vec![of_base(&model).remove(0); 20_001];
    let body = crate::archives::part(&word(&rows), "word/document.xml").expect("a body");
    let sentence = "The table has 20001 rows. These are the first 20000";
    assert!(body.contains(sentence));
    assert_eq!(body.matches("Why?").count(), 20_000);
}
