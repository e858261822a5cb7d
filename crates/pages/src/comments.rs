//! `/GROUP/texts/SLUG/comments`: the compilation, paragraph by paragraph; the penholder's desk.

use crate::answer::{Answer, AnswerForm};
use crate::check::Tracking;
use crate::form::Form;
use crate::organisation::Org;
use crate::read::Download;
use crate::text::TextHead;
use crate::wording::Span;

/// The comments on a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comments {
    pub head: TextHead,
    /// Label of the version that the comments are about.
    pub version: String,
    pub state: DeskState,
    /// The reader may answer: shows answers and forms.
    pub desk: bool,
    pub filter: Filter,
    pub counts: Counts,
    /// Organisations that sent something: for the filter.
    pub organisations: Vec<Org>,
    /// Short form of the organisation that the page is narrowed to.
    pub only: Option<String>,
    pub paras: Vec<DeskPara>,
    pub pager: Pager,
    pub progress: Option<Progress>,
    pub downloads: Vec<Download>,
    /// The form that freezes the compilation, posted to `/GROUP/texts/SLUG/comments/freeze`.
    pub freeze: Option<Form>,
}

/// How firm what the page shows is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskState {
    /// Nothing was returned yet, or no round was opened.
    Empty,
    /// Returns are in and are shown only after the close, as the round announced.
    NotShownYet,
    /// Answers are provisional until the compilation is frozen.
    Provisional,
    Frozen,
    /// Frozen, and the responses are issued: nothing can be answered any more.
    Issued,
}

/// Which paragraphs the page shows: `?show=open|conflicts|all|comments`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    Open,
    Conflicts,
    #[default]
    All,
    Comments,
}

/// How many proposals each filter holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: u32,
    pub conflicts: u32,
    pub all: u32,
    pub comments: u32,
}

/// A page of 25 paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pager {
    /// From 1.
    pub page: u32,
    pub pages: u32,
}

/// The penholder's work so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub answered: u32,
    pub proposals: u32,
    /// Organisations that answered the round, of those asked.
    pub heard: u32,
    pub asked: u32,
    pub without_comments: u32,
    /// Not heard from; only for those who need it.
    pub not_heard: Vec<Org>,
}

/// A paragraph with what is asked for in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskPara {
    /// Place in the text, from 1.
    pub at: u32,
    pub label: Option<String>,
    /// 0 for an ordinary paragraph, else the level of the heading.
    pub heading: u8,
    /// The base wording; [`Span::Marked`] where a proposal touches it.
    pub base: Vec<Span>,
    pub clusters: Vec<Cluster>,
    pub reads: Option<Reads>,
    pub comments: Vec<DeskComment>,
}

/// Proposals that cannot all stand, or a single one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    pub clash: Option<Clash>,
    pub proposals: Vec<Proposal>,
}

/// What a conflict is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// So many wordings for the same words.
    Wordings {
        count: u32,
        of: String,
    },
    DeleteAgainstEdit,
    /// Spans overlap in another way.
    Overlap,
}

/// What one or more organisations ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    pub id: String,
    /// "a", "b", … within its paragraph.
    pub letter: String,
    pub kind: ProposalKind,
    /// The place in context, with its marks.
    pub wording: Vec<Span>,
    pub supporters: Vec<Supporter>,
    pub answer: Option<Answer>,
    /// An answer given before the proposal changed; the proposal is open again.
    pub answered_before: Option<Answer>,
    /// The one open form of the page (`?answer=ID`).
    pub form: Option<AnswerForm>,
}

/// What kind of change a proposal is, where its wording alone does not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProposalKind {
    #[default]
    Wording,
    DeleteParagraph,
    /// A new paragraph after this one.
    NewParagraph,
    /// Quotation marks, dashes, spaces only.
    Typography,
    DeleteRow,
    NewRow,
    Formatting,
    Other,
}

/// An organisation that asks for a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supporter {
    pub organisation: Org,
    pub penholder: bool,
    pub tracking: Tracking,
    /// What it wrote, where that differs typographically.
    pub variant: Option<String>,
}

/// The paragraph as the answers so far would make it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// Letters of what is taken.
    pub taken: Vec<String>,
    pub wording: Vec<Span>,
}

/// A comment on a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskComment {
    pub id: String,
    pub organisation: Org,
    pub text: String,
    pub about: Option<String>,
    /// It replies to the comment before it.
    pub reply: bool,
    pub answer: Option<Answer>,
    pub form: Option<AnswerForm>,
}
