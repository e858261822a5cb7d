//! `amendments.json`, schema 1: the model of a compilation, which is the authority over every view of it.
//!
//! Field order is the file's order. All paragraphs count from 1 within their part over the base's
//! paragraphs, tables flattened; 0 means "before the first". Offsets are Unicode scalar values in the
//! base paragraph's accept-view text.
//!
//! In `before` and `after` U+000A ends a paragraph and U+0009 a cell (rows only), so a line break inside a
//! paragraph is written U+2028 there, and a tab inside the text of a row U+000B.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The schema number that this crate writes.
pub const SCHEMA: u32 = 1;

/// A whole compilation as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    pub schema: u32,
    pub base: Base,
    /// By organisation, in code-point order.
    pub returns: Vec<Return>,
    /// By part, paragraph, start, end, order, id.
    pub amendments: Vec<Amendment>,
    pub conflicts: Vec<Conflict>,
    /// By part, paragraph, start, end, organisation, then order in the file.
    pub comments: Vec<Comment>,
}

/// The base that all returns are compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Number of body paragraphs in the accept view.
    pub paragraphs: usize,
    pub warnings: Vec<String>,
}

/// How an organisation's edits were recorded in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tracking {
    Tracked,
    Untracked,
    Mixed,
    /// No edits at all.
    None,
}

/// One organisation's return as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    pub organisation: String,
    pub sha256: String,
    pub tracking: Tracking,
    /// Number of amendments that it supports.
    pub amendments: usize,
    /// Number of comments that it sent.
    pub comments: usize,
    /// Authors of revisions and comments in the file, sorted, unique.
    pub authors: Vec<String>,
    pub warnings: Vec<String>,
    pub set_aside: Vec<SetAside>,
}

/// A change that is listed and counted but is no amendment. Reasons: `field`, `formatting`,
/// `outside-base`, `from:ORG`, `rebased`, `not-covered`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub reason: String,
    pub part: String,
    pub paragraph: usize,
    pub start: usize,
    pub end: usize,
    pub before: String,
    pub after: String,
}

/// What sort of change an amendment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Insert,
    Delete,
    Replace,
    Move,
    Format,
    Typographic,
    ParagraphInsert,
    ParagraphDelete,
    Split,
    Join,
    RowInsert,
    RowDelete,
    Other,
}

/// Where a moved text goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Destination {
    pub part: String,
    pub paragraph: usize,
    pub offset: Option<usize>,
}

/// One change that one or more organisations ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    pub id: String,
    pub part: String,
    pub paragraph: usize,
    pub label: Option<String>,
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub before: String,
    pub after: String,
    pub to: Option<Destination>,
    /// Rank among insertions at one point.
    pub order: usize,
    /// Common to the amendments that one change across paragraphs was cut into.
    pub group: Option<String>,
    /// In code-point order.
    pub supporters: Vec<String>,
    /// What an organisation wrote where it differs typographically from `after`.
    pub variants: BTreeMap<String, String>,
    pub tracked: BTreeMap<String, Tracking>,
    pub authors: BTreeMap<String, Vec<String>>,
    pub dates: BTreeMap<String, String>,
    pub conflict: Option<String>,
    /// Only for insertions of paragraphs and rows that do not stand directly behind `paragraph` (or its
    /// row): left out of the file otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// For a note or a text box: the paragraph of the body at which it hangs. Left out of the file for all else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<usize>,
    /// What a `format` sets, or an `other` that leaves the words alone (`link`, `field`, `control`, `picture`,
    /// `formula`): names of WordprocessingML with their values, `on` or `off` for what is only there or not,
    /// nothing for what goes. Left out of the file where empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<String, String>,
    /// New notes and text boxes that hang on the U+FFFC of `after`, in their order; left out of the file where
    /// there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brings: Vec<Brought>,
}

/// A note or text box that comes with an amendment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Brought {
    /// `footnote`, `endnote` or `textbox`.
    pub kind: String,
    /// Which U+FFFC of `after` it hangs on, from 0.
    pub rank: usize,
    /// Its words, paragraphs separated by U+000A.
    pub text: String,
}

/// Where a block stands at the border of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Standing {
    /// Number of cells round the new paragraph, or round the table of the new row.
    pub depth: usize,
    /// True: directly before the next base paragraph or what holds it at that depth. False: directly behind
    /// what holds `paragraph` at that depth.
    pub before_next: bool,
    /// The row belongs to a table that the base does not have. Rows of one new table follow each other and
    /// share a group.
    pub new_table: bool,
}

/// Amendments that cannot all stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub id: String,
    pub amendments: Vec<String>,
}

/// Words of an organisation about a place. `paragraph` 0 with `start` = `end` = 0: without a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    pub id: String,
    pub organisation: String,
    pub author: String,
    pub date: Option<String>,
    pub part: String,
    pub paragraph: usize,
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// Id of the comment in this model that it replies to.
    pub reply_to: Option<String>,
    pub resolved: bool,
    /// As for an amendment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<usize>,
}

impl Amendment {
    /// The paragraph of the body by which it is shown; what is in a header or footer by the first.
    #[must_use]
    pub fn body_paragraph(&self) -> usize {
        match self.part.as_str() {
            "body" => self.paragraph,
            _ => self.home.unwrap_or(1),
        }
    }

    /// The deletion and the insertion that a move of words inside paragraphs is made of; `None` for all
    /// else.
    #[must_use]
    pub fn halves(&self) -> Option<[Self; 2]> {
        let to = self.to.as_ref()?;
        let offset = to.offset?;
        let half = Self {
            to: None,
            ..self.clone()
        };
        let away = Self {
            kind: Kind::Delete,
            after: String::new(),
            variants: BTreeMap::new(),
            ..half.clone()
        };
        let here = Self {
            kind: Kind::Insert,
            part: to.part.clone(),
            paragraph: to.paragraph,
            start: offset,
            end: offset,
            before: String::new(),
            ..half
        };
        Some([away, here])
    }
}

impl Comment {
    /// As [`Amendment::body_paragraph`].
    #[must_use]
    pub fn body_paragraph(&self) -> usize {
        match self.part.as_str() {
            "body" => self.paragraph,
            _ => self.home.unwrap_or(1),
        }
    }
}
