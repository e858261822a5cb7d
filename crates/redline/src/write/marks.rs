//! What is to be written into a base: marks (tracked changes) and notes (comments).

use crate::model::Standing;
use crate::story::Story;

/// What stands for a note reference, a drawing or maths.
const ATOM: char = '\u{fffc}';

/// Who is named for a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) author: String,
    pub(crate) date: Option<String>,
}

/// One tracked change. Paragraphs count from 1; 0 is before the first.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) paragraph: usize,
    pub(crate) action: Action,
    pub(crate) sign: Sign,
    /// Index of the note that is about this mark.
    pub(crate) note: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum Action {
    Text {
        start: usize,
        end: usize,
        after: String,
    },
    InsertParagraphs {
        lines: Vec<String>,
        standing: Option<Standing>,
    },
    DeleteParagraph,
    /// `table` is common to the rows of one new table.
    InsertRow {
        cells: Vec<Vec<String>>,
        standing: Option<Standing>,
        table: Option<String>,
    },
    /// Over this many paragraphs from the named one; 0 where it is not known.
    DeleteRow {
        paragraphs: usize,
    },
    /// Nothing that a mark can say: only a place for the note.
    Point {
        start: usize,
        end: usize,
    },
}

/// One comment.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) sign: Sign,
    pub(crate) text: String,
    /// Paragraph, start, end; `None` for a note on a mark.
    pub(crate) place: Option<(usize, usize, usize)>,
    /// Index of the note that it replies to.
    pub(crate) reply_to: Option<usize>,
    pub(crate) resolved: bool,
}

/// Replaced text as marks. What is no text stays where both wordings have it, so that a note reference
/// in a sentence that is rewritten is not lost.
pub(crate) fn replacing(story: &Story, mark: Mark) -> Vec<Mark> {
    let Action::Text { start, end, after } = &mark.action else {
        return vec![mark];
    };
    let base = mark
        .paragraph
        .checked_sub(1)
        .and_then(|index| story.paragraphs.get(index));
    let before: String = base.map_or_else(String::new, |p| {
        p.text
            .chars()
            .skip(*start)
            .take(end.saturating_sub(*start))
            .collect()
    });
    let old: Vec<&str> = before.split(ATOM).collect();
    let new: Vec<&str> = after.split(ATOM).collect();
    if old.len() < 2 || old.len() != new.len() {
        return vec![mark];
    }
    let mut at = *start;
    let mut marks = Vec::new();
    for (old, new) in old.iter().zip(&new) {
        let end = at + old.chars().count();
        if old != new {
            marks.push(Mark {
                action: Action::Text {
                    start: at,
                    end,
                    after: (*new).to_owned(),
                },
                note: if marks.is_empty() { mark.note } else { None },
                ..mark.clone()
            });
        }
        at = end + 1;
    }
    if marks.is_empty() && mark.note.is_some() {
        marks.push(Mark {
            action: Action::Point {
                start: *start,
                end: *end,
            },
            ..mark
        });
    }
    marks
}
