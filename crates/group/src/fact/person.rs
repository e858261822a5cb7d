use serde::{Deserialize, Serialize};

use crate::class::Personal;
use crate::id::Id;
use crate::instant::Day;

/// A person who holds, or will hold, a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRecorded {
    #[serde(default, skip_serializing_if = "Personal::is_withheld")]
    pub name: Personal<String>,
}

/// What a person does for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatKind {
    /// The principal.
    Head,
    FocalPoint,
    /// Stands in for the focal point.
    Alternate,
    /// Reads and drafts inside the organisation; binds it in nothing.
    Reviewer,
}

/// The person of this stream holds a seat of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatOpened {
    pub seat: Id,
    pub organisation: Id,
    pub seat_kind: SeatKind,
    /// First day.
    pub from: Day,
}

/// The seat ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatEnded {
    pub seat: Id,
    /// The first day on which it is no longer held: today ends it at once.
    pub on: Day,
}

impl SeatKind {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::FocalPoint => "focal_point",
            Self::Alternate => "alternate",
            Self::Reviewer => "reviewer",
        }
    }
}
