//! `/GROUP/texts/SLUG/return/check`: what we read in the file, before it is sent.

use crate::form::Form;
use crate::organisation::ActsFor;
use crate::text::TextHead;
use crate::when::When;
use crate::wording::Span;

/// The confirmation step of a return. Posted to `/GROUP/texts/SLUG/return/check`: `answer` (`send`
/// or `not_now`), `held_back` once for each comment that is kept back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub head: TextHead,
    pub acts_for: ActsFor,
    pub closes: When,
    pub form: Form,
    /// Name of the file as it was sent.
    pub file: String,
    pub proposals: Vec<ReadProposal>,
    pub comments: Vec<ReadComment>,
    /// What the reader of the file wants known, in plain sentences.
    pub warnings: Vec<String>,
    pub set_aside: Vec<SetAside>,
    /// Names that stand as authors in the file.
    pub authors: Vec<String>,
    /// An earlier return that this one replaces, with the day it came.
    pub replaces: Option<When>,
    /// The same file is held already.
    pub same_file: bool,
}

/// A proposal found in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProposal {
    /// Number of the paragraph as the reader sees it, or its place.
    pub place: String,
    pub wording: Vec<Span>,
    pub tracking: Tracking,
}

/// How a change was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tracking {
    #[default]
    Tracked,
    /// With tracking off.
    Untracked,
    Mixed,
}

/// A comment found in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadComment {
    /// Value of its `held_back` box.
    pub id: String,
    pub place: String,
    pub author: String,
    pub text: String,
    /// Words of the text that it is about.
    pub about: Option<String>,
    /// Whether its box is ticked.
    pub held_back: bool,
    /// Why it looks internal; `None` when it does not.
    pub looks_internal: Option<Internal>,
}

/// Why a comment looks like one among colleagues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Internal {
    Resolved,
    Reply,
    NamesColleague,
    SaysSo,
}

/// A change that the compilation can't carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub place: String,
    pub reason: SetAsideReason,
    pub before: String,
    pub after: String,
}

/// Why it is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAsideReason {
    Field,
    Formatting,
    OutsideBase,
    /// It stood in the file of another organisation already.
    FromOther,
    Rebased,
    NotCovered,
}
