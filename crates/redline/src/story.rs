//! The text of a part as one view shows it: the meeting point of reading and composing.
//!
//! `read` makes stories from the arena, `compose` works on stories alone, `write` goes back through
//! the node ids. Offsets are Unicode scalar values in [`Paragraph::text`].

use std::collections::BTreeMap;

use crate::xml::NodeId;

/// Which of the two readings of a file with tracked changes is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Every revision taken.
    Accept,
    /// Every revision refused.
    Reject,
}

/// One recorded revision's who and when, exactly as the file has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision {
    /// `w:author`, untrimmed; empty where absent.
    pub author: String,
    /// `w:date`, as written; `None` where absent.
    pub date: Option<String>,
    /// It was recorded as half of a move.
    pub moved: bool,
}

/// What a format or a wrap says, by name: `b` → `on`, `color` → `FF0000`, `link` → an address.
pub type Properties = BTreeMap<String, String>;

/// A stretch of a paragraph's text that comes from one leaf of the tree.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Offset of its first character in the paragraph's text.
    pub start: usize,
    /// Offset behind its last character.
    pub end: usize,
    /// The leaf (`w:t`, `w:tab`, `w:br`, an atom) that the text comes from.
    pub node: NodeId,
    /// The insertion (accept view) or deletion (reject view) that it stands in: index into
    /// [`Story::revisions`].
    pub revision: Option<usize>,
    /// A digest of the run's properties without revision marks: what they are is in [`Story::formats`].
    pub format: u64,
    /// A digest of the links, fields, content controls around it and of what an object shows: what they are
    /// is in [`Story::wraps`].
    pub wrap: u64,
    /// The recorded change of its properties, in the view that has the new ones.
    pub reformatted: Option<usize>,
    /// It stands in the result of a field: a change of it is a refresh on opening, no amendment.
    pub field: bool,
}

/// One step down into a table: which table of its container, which row, which cell. Counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Rank of the table among all tables of the story, in document order.
    pub table: usize,
    /// Row within the table (rows that the view drops are not counted).
    pub row: usize,
    /// Cell within the row.
    pub cell: usize,
    /// First grid column that the cell covers.
    pub column: usize,
}

/// A paragraph as the view shows it.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The `w:p` whose mark ends it (after joins: the last of the joined ones).
    pub node: NodeId,
    /// Tab U+0009, line break U+000A, note reference, drawing and maths U+FFFC each, a field by its
    /// result; soft hyphens, no-break hyphens and symbols count no character.
    pub text: String,
    /// The leaves behind the text, in order, without gaps over characters.
    pub pieces: Vec<Piece>,
    /// The cells that hold it, outermost first; empty outside tables.
    pub cells: Vec<Cell>,
    /// `w:pStyle`, resolved to the style's id as written.
    pub style: Option<String>,
    /// Outline level of a heading, 1 to 9 (from the style or the paragraph).
    pub heading: Option<u8>,
    /// The number or bullet that the reader sees ("12.", "(b)"), where numbering gives one.
    pub label: Option<String>,
    /// A digest of the paragraph's properties without revision marks and section breaks: what they are is in
    /// [`Story::formats`].
    pub format: u64,
    /// The recorded change of its properties, in the view that has the new ones.
    pub reformatted: Option<usize>,
    /// The revision that inserted (accept) or deleted (reject) its mark.
    pub mark: Option<usize>,
}

/// The paragraphs of one part, in document order, tables flattened.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Its paragraphs. A document without paragraphs has an empty list.
    pub paragraphs: Vec<Paragraph>,
    /// The revisions that pieces and marks point to.
    pub revisions: Vec<Revision>,
    /// Anchored comments: where each comment's range lies in this view.
    pub comments: Vec<Anchor>,
    /// What the formats of pieces and paragraphs are; 0 says nothing and is left out.
    pub formats: BTreeMap<u64, Properties>,
    /// What the wraps of pieces are; 0 is none and is left out.
    pub wraps: BTreeMap<u64, Properties>,
}

/// Where a comment's range lies in a view. A range over several paragraphs is kept by its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// `w:id` of the comment.
    pub comment: String,
    /// Index into [`Story::paragraphs`] and offset of the start.
    pub from: (usize, usize),
    /// Index and offset of the end; equal to `from` for a comment without a range.
    pub to: (usize, usize),
}
