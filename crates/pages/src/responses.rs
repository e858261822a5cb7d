//! `/GROUP/texts/SLUG/responses`: each proposal with its response and the reason.

use crate::answer::Answer;
use crate::form::Form;
use crate::organisation::Org;
use crate::text::TextHead;
use crate::wording::{Block, Span};

/// The disposition table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responses {
    pub head: TextHead,
    /// Label of the version that the responses are about.
    pub version: String,
    pub state: ResponsesState,
    pub rows: Vec<ResponseRow>,
    /// The page is narrowed to the reader's organisation (`?mine=1`).
    pub mine: bool,
    /// What became of the reader's own proposals, once issued.
    pub became: Option<Became>,
    /// After the issue, for whoever may table the next version.
    pub next: Option<NextVersion>,
}

/// Before and after the responses are issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponsesState {
    /// No compilation yet.
    Empty,
    /// Not issued; `rows` is empty for those who may not see drafts.
    Before {
        answered: u32,
        of: u32,
        /// What has no answer yet.
        unanswered: Vec<Unanswered>,
        /// Posted to `/GROUP/texts/SLUG/responses/issue`.
        issue: Option<Form>,
    },
    Issued {
        on: String,
        by: Org,
        /// Number of the act.
        receipt: u64,
    },
}

/// A proposal or comment without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    pub id: String,
    /// "paragraph 4, a".
    pub place: String,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseRow {
    pub number: u32,
    pub organisations: Vec<Org>,
    pub place: String,
    pub kind: RowKind,
    /// The proposal, or the words of the comment as one [`Span::Same`].
    pub proposed: Vec<Span>,
    pub answer: Option<Answer>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Proposal,
    Comment,
}

/// What became of one's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Became {
    pub all: u32,
    pub taken: u32,
    pub in_other_words: u32,
    pub not_taken: u32,
    pub noted: u32,
    pub bracketed: u32,
    pub left_for_discussion: u32,
}

/// The next version, made from the responses; posted to `/GROUP/texts/SLUG/responses/next`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextVersion {
    pub form: Form,
    /// "draft 3".
    pub label: String,
    /// The clean text, with what changed marked.
    pub text: Vec<Block>,
    /// What stays open and is listed in the covering note.
    pub left: Vec<Unanswered>,
}
