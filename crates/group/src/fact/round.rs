use serde::{Deserialize, Serialize};

use crate::class::{Filed, Restricted};
use crate::id::Id;
use crate::instant::Instant;
use crate::zone::Zone;

/// Who sees the returns of a round, announced at its opening and never loosened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Penholder and secretariat until the round closes, then all who see the text, compiled with the
    /// organisations' names.
    #[default]
    CompiledWithNames,
}

/// A consultation on one version begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundOpened {
    pub text: Id,
    pub version: u32,
    pub sha256: String,
    /// What is received at this millisecond is still in time.
    pub deadline: Instant,
    /// The zone in which the deadline was named.
    pub zone: Zone,
    /// The organisations with the right to comment on the day of opening, by id.
    pub electorate: Vec<Id>,
    pub visibility: Visibility,
    /// Empty when nothing was said.
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub instructions: Restricted<String>,
}

/// It ends: at its deadline by the system, or by those who lead it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundClosed {}

/// The form of a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnForm {
    /// A marked-up file.
    MarkedUp,
    NoComments,
    NotInOurMandate,
}

/// An organisation's answer. It is named here and not by the leaf, since others don't see it while the
/// round runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnReceived {
    pub organisation: Id,
    pub return_id: Id,
    pub form: ReturnForm,
    /// Proposals that were read in the file.
    pub amendments: u32,
    /// Comments that were read in the file.
    pub comments: u32,
    /// The marked-up file, less what its organisation held back.
    #[serde(default, skip_serializing_if = "Filed::is_withheld")]
    pub file: Filed,
}

/// An amendment as the law knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAmendment {
    pub id: String,
    /// What sort of change, in the words of the model.
    pub kind: String,
    /// Key common to amendments that can't all stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    /// Organisations that ask for it.
    pub supporters: Vec<Id>,
}

/// A comment as the law knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenComment {
    pub id: String,
    pub organisation: Id,
}

/// The version with all amendments, attributed, as it stands from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompilationFrozen {
    pub compilation: Id,
    /// The marked-up returns that went into it.
    pub returns: Vec<Id>,
    pub amendments: Vec<FrozenAmendment>,
    pub comments: Vec<FrozenComment>,
    /// `amendments.json`.
    #[serde(default, skip_serializing_if = "Filed::is_withheld")]
    pub model: Filed,
    /// The Word file.
    #[serde(default, skip_serializing_if = "Filed::is_withheld")]
    pub document: Filed,
}

/// What the penholder answers to an amendment or a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Taken,
    InOtherWords,
    NotTaken,
    Noted,
    Bracketed,
    LeftForDiscussion,
}

/// A verdict as the law reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Id of the amendment or the comment.
    pub id: String,
    pub verdict: Verdict,
    /// A reason stands in its statement.
    pub reasoned: bool,
    /// A wording stands in its statement.
    pub worded: bool,
}

/// An answer in full, readable without the model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Id of the amendment or the comment.
    pub id: String,
    /// Part of the file.
    pub part: String,
    /// Paragraph of the version, from 1.
    pub paragraph: u32,
    /// Its printed number, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Offsets in the paragraph, in Unicode scalar values.
    pub start: u32,
    pub end: u32,
    pub before: String,
    pub after: String,
    /// The wording taken instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The penholder's answers, together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponsesIssued {
    pub compilation: Id,
    pub answers: Vec<Answer>,
    /// In the order of `answers`.
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub statements: Restricted<Vec<Statement>>,
}

impl ReturnForm {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::MarkedUp => "marked_up",
            Self::NoComments => "no_comments",
            Self::NotInOurMandate => "not_in_our_mandate",
        }
    }
}

impl Verdict {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::InOtherWords => "in_other_words",
            Self::NotTaken => "not_taken",
            Self::Noted => "noted",
            Self::Bracketed => "bracketed",
            Self::LeftForDiscussion => "left_for_discussion",
        }
    }
}
