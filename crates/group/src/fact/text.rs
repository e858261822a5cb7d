use serde::{Deserialize, Serialize};

use crate::class::Filed;
use crate::fact::procedure::Attached;
use crate::id::Id;

/// What sort of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    Statement,
    IssuePaper,
    Submission,
    Letter,
    TermsOfReference,
    Plan,
    Other,
}

/// Work on a text begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextOpened {
    pub title: String,
    /// Its short name in addresses: `[a-z0-9-]{1,64}`, unique in the group.
    pub slug: String,
    pub text_kind: TextKind,
    /// The organisation that leads the drafting.
    pub penholder: Id,
    /// As `GRP/2026/WP.3`, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
}

/// A version is put before the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionTabled {
    /// 0 for the zero draft, then without gaps.
    pub number: u32,
    /// "zero draft", "draft 1" …
    pub label: String,
    /// SHA-256 of the file, 64 digits in lower case.
    pub sha256: String,
    /// Number of paragraphs of the body.
    pub paragraphs: u32,
    #[serde(default, skip_serializing_if = "Filed::is_withheld")]
    pub file: Filed,
    /// Amendments and comments of the round before that go on unanswered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_for_discussion: Vec<String>,
}

/// The acting organisation stands behind a version, under a form of its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndorsementGiven {
    pub version: u32,
    pub sha256: String,
    /// The form of its name that is to stand under the text.
    pub name: String,
}

/// The acting organisation no longer stands behind the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndorsementWithdrawn {
    pub version: u32,
}

/// An organisation that is named under a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsing {
    pub organisation: Id,
    pub name: String,
}

/// The adopted text is public, as a new edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPublished {
    /// From 1, without gaps: a later edition differs in who stands behind the text.
    pub edition: u32,
    pub version: u32,
    pub sha256: String,
    pub decision: Id,
    /// By organisation.
    pub endorsing: Vec<Endorsing>,
    /// Reservations and statements whose author chose publication.
    pub attached: Vec<Attached>,
}

impl TextKind {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::IssuePaper => "issue_paper",
            Self::Submission => "submission",
            Self::Letter => "letter",
            Self::TermsOfReference => "terms_of_reference",
            Self::Plan => "plan",
            Self::Other => "other",
        }
    }
}
