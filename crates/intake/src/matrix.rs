//! Tables of comments: a row for each remark, with the paragraph, the proposed words, the comment.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};

/// Most rows that are read.
const ROWS: usize = 5_000;
/// Most characters of a cell.
const CELL: usize = 20_000;
/// The heading stands within so many rows.
const HEADING_WITHIN: usize = 20;
/// Most columns that are looked at.
const COLUMNS: usize = 40;

/// A row in which somebody said something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Line of the table, from 1.
    pub line: usize,
    /// The paragraph, as written; `None` where the cell is empty.
    pub place: Option<String>,
    /// The words that it is about, as far as they are repeated.
    pub current: String,
    pub proposed: String,
    pub comment: String,
}

/// Why a table of comments was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("This spreadsheet can't be opened: save it again as .xlsx and drop that.")]
    Broken,
    #[error(
        "No row with headings such as Paragraph, Proposed text and Comment was found in this table."
    )]
    NoHeading,
    #[error("The table has more than 5,000 rows.")]
    TooLong,
}

/// Reads the first sheet that holds a table of comments.
///
/// # Errors
/// When there is none, or the file can't be read.
pub fn from_sheet(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    if !bytes.starts_with(b"PK") {
        return Err(Unreadable::Broken);
    }
    crate::guarded(|| from_book(bytes)).unwrap_or(Err(Unreadable::Broken))
}

fn from_book(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let mut last = Unreadable::NoHeading;
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else {
            continue;
        };
        let first = range.start().map_or(0, |(row, _)| row as usize);
        if range.height() > ROWS + HEADING_WITHIN {
            last = Unreadable::TooLong;
            continue;
        }
        let cells: Vec<Vec<String>> = range
            .rows()
            .map(|row| row.iter().take(COLUMNS).map(said).collect())
            .collect();
        match from_table(&cells) {
            Ok(mut rows) => {
                for row in &mut rows {
                    row.line += first;
                }
                return Ok(rows);
            }
            Err(why) => last = why,
        }
    }
    Err(last)
}

fn said(cell: &Data) -> String {
    match cell {
        // A paragraph's number that the program took for a number.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e9 => {
            format!("{number:.0}")
        }
        other => other.to_string(),
    }
}

/// Reads a table whose cells were taken out of a file.
///
/// # Errors
/// When no row has the headings of a table of comments, or there are too many.
pub fn from_table(rows: &[Vec<String>]) -> Result<Vec<Row>, Unreadable> {
    if rows.len() > ROWS + HEADING_WITHIN {
        return Err(Unreadable::TooLong);
    }
    let (heading, columns) = rows
        .iter()
        .take(HEADING_WITHIN)
        .enumerate()
        .find_map(|(at, row)| Some((at, Columns::of(row)?)))
        .ok_or(Unreadable::NoHeading)?;
    let cell = |row: &[String], at: Option<usize>| -> String {
        let text = at.and_then(|at| row.get(at)).map_or("", String::as_str);
        text.trim().chars().take(CELL).collect()
    };
    let found = rows.iter().enumerate().skip(heading + 1);
    Ok(found
        .map(|(at, row)| {
            let place = cell(row, columns.place);
            Row {
                line: at + 1,
                place: (!place.is_empty()).then_some(place),
                current: cell(row, columns.current),
                proposed: cell(row, columns.proposed),
                comment: cell(row, columns.comment),
            }
        })
        // Of an empty table nothing but the draft's own words came back.
        .filter(|row| !row.comment.is_empty() || is_change(row))
        .collect())
}

/// Whether the proposed words are others than those that are there.
fn is_change(row: &Row) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    !row.proposed.is_empty() && words(&row.proposed) != words(&row.current)
}

/// Where each kind of cell stands.
struct Columns {
    place: Option<usize>,
    current: Option<usize>,
    proposed: Option<usize>,
    comment: Option<usize>,
}

const PLACE: [&str; 8] = [
    "para",
    "paragraph",
    "paragraph no",
    "para no",
    "paragraph number",
    "section",
    "reference",
    "para ref",
];
const CURRENT: [&str; 7] = [
    "current text",
    "original text",
    "existing text",
    "current wording",
    "text",
    "draft text",
    "from",
];
const PROPOSED: [&str; 10] = [
    "proposed text",
    "proposed change",
    "proposed changes",
    "suggested text",
    "suggested change",
    "amendment",
    "proposal",
    "proposed wording",
    "proposed amendment",
    "new text",
];
const COMMENT: [&str; 8] = [
    "comment",
    "comments",
    "rationale",
    "justification",
    "remarks",
    "remark",
    "reason",
    "explanation",
];

impl Columns {
    fn of(row: &[String]) -> Option<Self> {
        let plain: Vec<String> = row.iter().map(|cell| heading(cell)).collect();
        let find = |names: &[&str]| plain.iter().position(|cell| names.contains(&cell.as_str()));
        let columns = Self {
            place: find(&PLACE),
            current: find(&CURRENT),
            proposed: find(&PROPOSED),
            comment: find(&COMMENT),
        };
        let says = columns.proposed.is_some() || columns.comment.is_some();
        let where_to = columns.place.is_some() || columns.current.is_some();
        (says && where_to).then_some(columns)
    }
}

/// A heading without what people put round it: "Paragraph no.*" is "paragraph no".
fn heading(cell: &str) -> String {
    let lower = cell.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
