//! One decided change to a base, ready to be written into its file.

use crate::model::{Amendment, Brought, Kind, Standing};
use crate::story::Properties;

/// A change to the base's accept view. Edits given together must not overlap. Texts are as the model has
/// them: a line break inside a paragraph U+2028, a tab in a row U+000B.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The part of the base, as the model names it; empty for the body.
    pub part: String,
    /// Paragraph of that part, from 1, tables flattened; 0 only for insertions before the first.
    pub paragraph: usize,
    /// Offset of the first character that is changed, in Unicode scalar values of the paragraph's text.
    pub start: usize,
    /// Offset behind the last character that is changed.
    pub end: usize,
    /// What stands there afterwards. U+FFFC stands for an object of the base that is kept, or for what
    /// `brings` has.
    pub after: String,
    /// New notes that hang on U+FFFC of the new words.
    pub brings: Vec<Brought>,
    /// What is done, where it is more than other words in a paragraph.
    pub whole: Option<Whole>,
    /// Where a new or moved block stands, if not directly behind its paragraph or row.
    pub standing: Option<Standing>,
    /// Rank among what is inserted at one point.
    pub order: usize,
    /// Common to the rows of one new table.
    pub group: Option<String>,
    /// Who is named as the author of the change.
    pub author: String,
    /// `w:date`, written as it stands; no date where `None`.
    pub date: Option<String>,
}

/// A change of blocks, of ends of paragraphs, or of properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// New paragraphs behind the one that is named (0: before the first).
    InsertParagraphsAfter(Vec<String>),
    /// The paragraph goes, with its text.
    DeleteParagraph,
    /// A new table row behind the row of the paragraph (0: before the first); a cell's paragraphs are
    /// separated by U+000A.
    InsertRowAfter(Vec<String>),
    /// The row goes whose first paragraph is named, and which holds so many paragraphs (0: not known).
    DeleteRow(usize),
    /// The paragraph goes behind another one (0: before the first), with the words of `after`.
    MoveBehind(usize),
    /// The words go to another place, where an edit with the same name brings them.
    MoveAway(String),
    /// Words come here from another place, where an edit with the same name takes them.
    MoveHere(String),
    /// The paragraph is split at `start`.
    Split,
    /// The paragraph and the next become one.
    Join,
    /// Properties are set on the words, or on the whole paragraph where `start` and `end` are its end.
    Format(Properties),
    /// Nothing that a mark can say: only a place for a note.
    Point,
}

impl Edit {
    /// What an amendment asks for, with these words (as the model has them) in place of its own: one edit, or
    /// the two ends of a move of words.
    pub(crate) fn all_of(
        amendment: &Amendment,
        words: &str,
        author: &str,
        date: Option<&str>,
    ) -> Vec<Self> {
        let Some([away, here]) = amendment.halves() else {
            return vec![Self::of(amendment, words, author, date)];
        };
        vec![
            Self::end_of_move(&away, "", author, date),
            Self::end_of_move(&here, words, author, date),
        ]
    }

    /// What one half of a move of words asks for: the deletion or the insertion.
    pub(crate) fn end_of_move(
        half: &Amendment,
        words: &str,
        author: &str,
        date: Option<&str>,
    ) -> Self {
        let name = half.id.clone();
        let whole = match half.kind {
            Kind::Delete => Whole::MoveAway(name),
            _ => Whole::MoveHere(name),
        };
        Self {
            whole: Some(whole),
            ..Self::of(half, words, author, date)
        }
    }

    /// Whether it is about a stretch or a point inside its paragraph, and not about the whole of it or about
    /// what comes behind it.
    pub(crate) fn is_inside(&self) -> bool {
        matches!(
            self.whole,
            None | Some(
                Whole::Point
                    | Whole::Split
                    | Whole::Format(_)
                    | Whole::Join
                    | Whole::MoveAway(_)
                    | Whole::MoveHere(_)
            )
        )
    }

    /// What an amendment asks for that is no move of words, with these words in place of its own.
    pub(crate) fn of(amendment: &Amendment, words: &str, author: &str, date: Option<&str>) -> Self {
        let lines = |text: &str| text.split('\n').map(str::to_owned).collect();
        let mut edit = Self {
            part: amendment.part.clone(),
            paragraph: amendment.paragraph,
            start: amendment.start,
            end: amendment.end,
            after: words.to_owned(),
            brings: amendment.brings.clone(),
            whole: None,
            standing: amendment.standing,
            order: amendment.order,
            group: amendment.group.clone(),
            author: author.to_owned(),
            date: date.map(str::to_owned),
        };
        edit.whole = match amendment.kind {
            Kind::ParagraphInsert => Some(Whole::InsertParagraphsAfter(lines(words))),
            // Other words in place of a paragraph that should have gone.
            Kind::ParagraphDelete if !words.is_empty() => None,
            Kind::ParagraphDelete => Some(Whole::DeleteParagraph),
            Kind::RowInsert => {
                let cells = words.split('\t').map(str::to_owned).collect();
                Some(Whole::InsertRowAfter(cells))
            }
            Kind::RowDelete => {
                let count = amendment.before.split(['\n', '\t']).count();
                Some(Whole::DeleteRow(count))
            }
            Kind::Move => match &amendment.to {
                Some(to) if to.offset.is_none() => Some(Whole::MoveBehind(to.paragraph)),
                _ => Some(Whole::Point),
            },
            Kind::Split => Some(Whole::Split),
            Kind::Join => Some(Whole::Join),
            Kind::Format => Some(Whole::Format(amendment.properties.clone())),
            Kind::Other if !amendment.properties.is_empty() => Some(Whole::Point),
            // The text of a new cell, where no column can be made: paragraphs beside its neighbour.
            Kind::Other if words.starts_with('\n') => {
                Some(Whole::InsertParagraphsAfter(lines(&words[1..])))
            }
            Kind::Insert | Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Other => None,
        };
        edit
    }
}
