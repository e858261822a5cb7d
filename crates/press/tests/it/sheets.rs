//! Spreadsheets, read back by another reader and looked at as XML.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use press::{Cell, Column, Made, Sheet, sheet};

/// A sheet and its rows.
type Table<'t> = (Sheet, Vec<Vec<Cell<'t>>>);

fn text(text: &str) -> Cell<'_> {
    Cell::Text(text.into())
}

/// A sheet with columns of these headings.
fn titled<'t>(title: &str, headings: &[&str], rows: Vec<Vec<Cell<'t>>>) -> Table<'t> {
    let sheet = Sheet {
        title: title.to_owned(),
        columns: headings
            .iter()
            .map(|heading| Column {
                heading: (*heading).to_owned(),
                width: 20,
            })
            .collect(),
    };
    (sheet, rows)
}

fn made((of, rows): &Table<'_>) -> Made {
    sheet(of, rows.clone()).expect("a workbook")
}

/// The cells of the only sheet, the heading row too.
fn read(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names().first().expect("a sheet").clone();
    let range = book.worksheet_range(&name).expect("cells");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut found = String::new();
    let mut entry = archive.by_name(name).expect(name);
    entry.read_to_string(&mut found).expect("text");
    found
}

/// Writes one cell and holds what is read against what is expected.
fn check(written: &str, expected: &str) {
    let bytes = made(&titled("T", &["Words"], vec![vec![text(written)]])).bytes;
    let expected = match expected {
        "" => Data::Empty,
        words => Data::String(words.to_owned()),
    };
    assert_eq!(
        read(&bytes)
            .get(1)
            .and_then(|r| r.first())
            .cloned()
            .unwrap_or_default(),
        expected,
        "{written:?}"
    );
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    for element in ["<f>", "<f ", "<hyperlink"] {
        assert!(!page.contains(element), "{written:?}: {element} in {page}");
    }
}

#[test]
fn rows_and_columns_come_back_in_their_order() {
    let rows = (1..=120)
        .map(|n| vec![Cell::Number(n), Cell::Text(format!("row {n}").into())])
        .collect();
    let bytes = made(&titled("Table", &["No.", "Words"], rows)).bytes;
    let read = read(&bytes);
    assert_eq!(read.len(), 121);
    assert_eq!(
        read[0],
        [Data::String("No.".into()), Data::String("Words".into())]
    );
    for (n, row) in (1..).zip(&read[1..]) {
        assert_eq!(
            row[..],
            [Data::Float(f64::from(n)), Data::String(format!("row {n}"))]
        );
    }
}

#[test]
fn text_stays_text_whatever_it_begins_with() {
    for hostile in [
        "=1+1",
        "=HYPERLINK(\"http://example.org\",\"click\")",
        "{=SUM(A1:A2)}",
        "+41 22 717 91 11",
        "-2",
        "@SUM(1)",
        "\t=1+1",
        "http://example.org/",
        "mailto:a@example.org",
        "12",
        "true",
        "2026-01-01",
        " kept \n spaces ",
        "'quoted",
        "<b>&amp;</b>",
        "_x0041_ stands for A elsewhere",
        "عربي و中文 🕊",
    ] {
        check(hostile, hostile);
    }
    check("", "");
}

#[test]
fn characters_that_xml_cannot_carry_are_left_out() {
    check(
        "a\0b\u{1}c\u{8}d\u{1b}[31me\u{1f}f\u{fffe}g\u{ffff}h",
        "abcd[31mefgh",
    );
    check("one\r\ntwo\rthree\u{b}four", "one\ntwo\nthree\nfour");
}

#[test]
fn what_is_too_long_for_a_cell_is_cut_and_says_so() {
    let exact = "a".repeat(32_767);
    let longer = "a".repeat(32_768);
    // Outside the plane of the most used characters each counts as two.
    let doves = "🕊".repeat(20_000);
    let sheet = titled(
        "T",
        &["Words"],
        vec![vec![text(&exact)], vec![text(&longer)], vec![text(&doves)]],
    );
    let made = made(&sheet);
    assert_eq!(made.cut, 2);
    let read = read(&made.bytes);
    let cell = |row: usize| read[row][0].to_string();
    assert_eq!(cell(1), exact);
    for (row, whole) in [(2, &longer), (3, &doves)] {
        let cell = cell(row);
        let kept = cell.strip_suffix("… [cut: a cell holds no more]");
        let kept = kept.unwrap_or_else(|| panic!("row {row} does not say that it was cut"));
        assert!(whole.starts_with(kept));
        let units = cell.encode_utf16().count();
        assert!((32_766..=32_767).contains(&units), "{units}");
    }
}

#[test]
fn the_heading_stays_in_sight_and_the_page_is_landscape() {
    let rows = vec![vec![text("a"), text("b")]];
    let bytes = made(&titled("Chapter & verse", &["One", "Two"], rows)).bytes;
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\"",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:B2\"/>",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "paperSize=\"9\"",
        "fitToHeight=\"0\" orientation=\"landscape\"",
        "<oddHeader>&amp;LChapter &amp;&amp; verse</oddHeader>",
        "customWidth=\"1\"",
    ] {
        assert!(page.contains(expected), "no {expected} in {page}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("_xlnm.Print_Titles") && book.contains("'Chapter &amp; verse'!$1:$1"),
        "{book}"
    );
    assert!(part(&bytes, "xl/styles.xml").contains("wrapText=\"1\""));
}

#[test]
fn the_same_sheet_gives_the_same_bytes_without_the_clock() {
    let of = titled("T", &["One"], vec![vec![text("a")], vec![text("b")]]);
    let first = made(&of).bytes;
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("1980-01-01T00:00:00Z"), "{core}");
    assert_eq!(core.matches("-01-01T").count(), 2, "another date: {core}");
    assert!(first == made(&of).bytes);
}

#[test]
fn odd_titles_and_empty_sheets_are_workbooks_too() {
    let long = "long ".repeat(80);
    for title in ["", "'", "a/b:c*d?[e]\\f", "\u{1}", "&&&", long.as_str()] {
        let bytes = made(&titled(title, &["One"], vec![vec![text("a")]])).bytes;
        assert_eq!(read(&bytes).len(), 2, "{title:?}");
    }
    made(&titled("T", &[], Vec::new()));
    let bytes = made(&titled("T", &["One"], Vec::new())).bytes;
    assert_eq!(read(&bytes).len(), 1);
}

#[test]
fn a_sheet_that_excel_cannot_hold_is_refused() {
    let outside = titled("T", &["One"], vec![vec![text("a"), text("b")]]);
    let told = sheet(&outside.0, outside.1)
        .expect_err("a cell outside")
        .to_string();
    assert!(told.contains("a row has 2 cells"), "{told}");
    let headings = vec!["x"; 16_385];
    assert!(sheet(&titled("T", &headings, Vec::new()).0, []).is_err());
}
