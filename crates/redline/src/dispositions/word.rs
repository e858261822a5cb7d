//! The table as a Word file.

use std::borrow::Cow;

use super::{COLUMNS, Disposition, Subject, TITLE};
use crate::draft::{DraftGrid, DraftParagraph, DraftStyle, Page, word_file_on};

/// A Word table with more rows than these can't be worked with any more.
const MOST: usize = 20_000;

/// The rows as a Word file, A4 landscape: a table of amendments and comments, and one of what was set
/// aside where there is something. Of more than 20,000 rows the file holds the first, and says so. The same
/// rows give the same bytes.
#[must_use]
pub fn word(rows: &[Disposition]) -> Vec<u8> {
    let all = rows.len();
    let rows = &rows[..all.min(MOST)];
    let (aside, answered): (Vec<_>, Vec<_>) = rows
        .iter()
        .partition(|row| row.subject == Subject::SetAside);
    let mut paragraphs = vec![DraftParagraph::plain(DraftStyle::Title, TITLE)];
    if all > MOST {
        let cut = format!(
            "The table has {all} rows. These are the first {MOST}: all of them stand in the table for Excel."
        );
        paragraphs.push(DraftParagraph::plain(DraftStyle::Body, cut));
    }
    if answered.is_empty() {
        let none = "No amendments and no comments.";
        paragraphs.push(DraftParagraph::plain(DraftStyle::Body, none));
    } else {
        paragraphs.push(table(&answered));
    }
    if !aside.is_empty() {
        paragraphs.push(DraftParagraph::plain(DraftStyle::Heading(1), "Set aside"));
        let what = "Changes that are listed and counted but are no amendments.";
        paragraphs.push(DraftParagraph::plain(DraftStyle::Body, what));
        paragraphs.push(table(&aside));
    }
    word_file_on(Page::Landscape, Some(TITLE), &paragraphs)
}

fn table(rows: &[&Disposition]) -> DraftParagraph {
    let heading = COLUMNS.map(|(heading, _)| heading.to_owned()).into();
    let grid = DraftGrid {
        widths: COLUMNS.iter().map(|(_, width)| u32::from(*width)).collect(),
        heading: true,
        rows: std::iter::once(heading)
            .chain(rows.iter().map(|of| of.cells().map(Cow::into_owned).into()))
            .collect(),
    };
    DraftParagraph {
        style: DraftStyle::Grid(grid),
        runs: Vec::new(),
        mark: None,
    }
}
