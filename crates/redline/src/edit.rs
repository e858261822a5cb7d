//! One decided change to a base, ready to be written into its file.

/// A change to the base's accept view. Edits given together must not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Body paragraph, from 1, tables flattened; 0 only for insertions before the first.
    pub paragraph: usize,
    /// Offset of the first replaced character, in Unicode scalar values of the paragraph's text.
    pub start: usize,
    /// Offset behind the last replaced character.
    pub end: usize,
    /// What stands there afterwards: tab U+0009, line break U+000A. U+FFFC stands for nothing.
    pub after: String,
    /// A change of whole paragraphs or rows; then `start`, `end` and `after` mean nothing.
    pub whole: Option<Whole>,
    /// Who is named as the author of the change.
    pub author: String,
    /// `w:date`, written as it stands; no date where `None`.
    pub date: Option<String>,
}

/// A change of a whole block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// New paragraphs behind the one that is named (0: before the first).
    InsertParagraphsAfter(Vec<String>),
    /// The paragraph goes, with its text.
    DeleteParagraph,
    /// A new table row behind the row of the paragraph (0: before the first); a cell's paragraphs are
    /// separated by U+000A.
    InsertRowAfter(Vec<String>),
    /// The row goes whose first paragraph is named.
    DeleteRow,
}
