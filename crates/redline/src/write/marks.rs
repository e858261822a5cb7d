//! What is to be written into a base: marks (tracked changes) and notes (comments).

use crate::edit::{Edit, Whole};
use crate::story::Story;

/// What stands for a note reference, a drawing or maths.
const ATOM: char = '\u{fffc}';

/// Who is named for a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) author: String,
    pub(crate) date: Option<String>,
}

/// One tracked change.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) edit: Edit,
    /// Index of the note that is about this mark.
    pub(crate) note: Option<usize>,
    /// What the U+FFFC of the new words are, as they are written, in their order; nothing for what can't be
    /// brought.
    pub(crate) objects: Vec<String>,
}

impl Mark {
    pub(crate) fn sign(&self) -> Sign {
        Sign {
            author: self.edit.author.clone(),
            date: self.edit.date.clone(),
        }
    }
}

/// One comment.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) sign: Sign,
    pub(crate) text: String,
    /// Paragraph of the body, start, end; `None` for a note on a mark.
    pub(crate) place: Option<(usize, usize, usize)>,
    /// Index of the note that it replies to.
    pub(crate) reply_to: Option<usize>,
    pub(crate) resolved: bool,
}

/// Replaced text as marks. What is no text stays where both wordings have it, so that a note reference
/// in a sentence that is rewritten is not lost.
pub(crate) fn replacing(story: &Story, mark: Mark) -> Vec<Mark> {
    let edit = &mark.edit;
    if edit.whole.is_some() || !edit.brings.is_empty() {
        return vec![mark];
    }
    let base = edit
        .paragraph
        .checked_sub(1)
        .and_then(|index| story.paragraphs.get(index));
    let before: String = base.map_or_else(String::new, |p| {
        let length = edit.end.saturating_sub(edit.start);
        p.text.chars().skip(edit.start).take(length).collect()
    });
    let old: Vec<&str> = before.split(ATOM).collect();
    let new: Vec<&str> = edit.after.split(ATOM).collect();
    if old.len() < 2 || old.len() != new.len() {
        return vec![mark];
    }
    let mut at = edit.start;
    let mut marks: Vec<Mark> = Vec::new();
    for (old, new) in old.iter().zip(&new) {
        let end = at + old.chars().count();
        if old != new {
            let edit = Edit {
                start: at,
                end,
                after: (*new).to_owned(),
                ..edit.clone()
            };
            marks.push(Mark {
                edit,
                note: if marks.is_empty() { mark.note } else { None },
                objects: Vec::new(),
            });
        }
        at = end + 1;
    }
    if marks.is_empty() && mark.note.is_some() {
        let mut point = mark;
        point.edit.whole = Some(Whole::Point);
        marks.push(point);
    }
    marks
}
