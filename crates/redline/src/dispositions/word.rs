//! The table as a Word file.

use std::borrow::Cow;

use super::{COLUMNS, Disposition, Subject, TITLE};
use crate::draft::{DraftParagraph, DraftStyle, Page, Writing, written};

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
    written(Page::Landscape, Some(TITLE), |writing| {
        let say = |style, words: &str, writing: &mut Writing| {
            writing.paragraph(&DraftParagraph::plain(style, words));
        };
        say(DraftStyle::Title, TITLE, writing);
        if all > MOST {
            let cut = format!(
                "The table has {all} rows. These are the first {MOST}: all of them stand in the table for Excel."
            );
            say(DraftStyle::Body, &cut, writing);
        }
        if answered.is_empty() {
            let none = "No amendments and no comments.";
            say(DraftStyle::Body, none, writing);
        } else {
            table(&answered, writing);
        }
        if !aside.is_empty() {
            say(DraftStyle::Heading(1), "Set aside", writing);
            let what = "Changes that are listed and counted but are no amendments.";
            say(DraftStyle::Body, what, writing);
            table(&aside, writing);
        }
    })
}

fn table(rows: &[&Disposition], writing: &mut Writing) {
    let heading = COLUMNS.map(|(heading, _)| Cow::Borrowed(heading));
    let rows = rows.iter().map(|row| row.cells());
    let widths = COLUMNS.map(|(_, width)| u32::from(width));
    writing.grid(&widths, true, std::iter::once(heading).chain(rows));
}
