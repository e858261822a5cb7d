//! From the words of the record and of `amendments.json` to what pages show, so that whoever fills a
//! view struct needs no table of its own. An unknown word is `None`, or the kind that says least.

use crate::check::{SetAsideReason, Tracking};
use crate::clearance::{Attachment, Outcome};
use crate::organisation::Hat;
use crate::position::Position;

impl Hat {
    /// A seat or an office by its word: `focal_point`, `chair`.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "head" => Self::Head,
            "focal_point" => Self::FocalPoint,
            "alternate" => Self::Alternate,
            "reviewer" => Self::Reviewer,
            "secretariat" => Self::Secretariat,
            "chair" => Self::Chair,
            "co_chair" => Self::CoChair,
            "coordinator" => Self::Coordinator,
            "observer" => Self::Observer,
            _ => return None,
        })
    }
}

impl Outcome {
    /// An outcome by its word: `no_objection`.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "no_objection" => Self::NoObjection,
            "agreed" => Self::Agreed,
            "agreed_ad_referendum" => Self::AdReferendum,
            "dissociated" => Self::Dissociated,
            "did_not_take_part" => Self::DidNotTakePart,
            "objected" => Self::Objected,
            "ended_before_deadline" => Self::EndedBefore,
            _ => return None,
        })
    }
}

impl Position {
    /// A position by its word: `agrees_ad_referendum`.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "agrees" => Self::Agrees,
            "agrees_ad_referendum" => Self::AdReferendum,
            "objects" => Self::Objects,
            "objects_with_text" => Self::ObjectsWithText,
            "dissociates" => Self::Dissociates,
            "does_not_take_part" => Self::DoesNotTakePart,
            "none" => Self::None,
            "doubtful" => Self::Doubtful,
            _ => return None,
        })
    }
}

impl Attachment {
    /// `reservation`, `statement`, `dissociation` or `editorial`.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "reservation" => Some(Self::Reservation),
            "statement" => Some(Self::Statement),
            "dissociation" => Some(Self::Dissociation),
            "editorial" => Some(Self::Editorial),
            _ => None,
        }
    }
}

impl Tracking {
    /// How an amendment was made, as `amendments.json` says it.
    pub fn of(word: &str) -> Self {
        match word {
            "untracked" => Self::Untracked,
            "mixed" => Self::Mixed,
            _ => Self::Tracked,
        }
    }
}

impl SetAsideReason {
    /// The reason of an entry of `set_aside`; `from:ORG` loses the organisation.
    pub fn of(word: &str) -> Self {
        match word {
            "field" => Self::Field,
            "formatting" => Self::Formatting,
            "outside-base" => Self::OutsideBase,
            "rebased" => Self::Rebased,
            _ if word.starts_with("from:") => Self::FromOther,
            _ => Self::NotCovered,
        }
    }
}
