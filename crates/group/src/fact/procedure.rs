use serde::{Deserialize, Serialize};

use crate::class::Restricted;
use crate::id::Id;
use crate::instant::{Day, Instant};
use crate::zone::Zone;

/// A version is put under silence (5-procedures, *Silence procedure*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceOpened {
    pub text: Id,
    pub version: u32,
    /// The version is fixed by its hash (rule 7).
    pub sha256: String,
    /// What is received at this millisecond is still in time (rule 3).
    pub deadline: Instant,
    /// The zone in which the deadline was named; the number of the decision follows its year.
    pub zone: Zone,
    /// The organisations with the right to object on the day of opening, by id (rule 1).
    pub electorate: Vec<Id>,
    /// Empty when nothing was said.
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub note: Restricted<String>,
}

/// The same version is put under silence anew after a broken procedure (rule 5). It is a procedure of
/// its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceRestarted {
    /// The broken procedure.
    pub restarts: Id,
    pub text: Id,
    pub version: u32,
    pub sha256: String,
    pub deadline: Instant,
    pub zone: Zone,
    pub electorate: Vec<Id>,
    /// A reason stands in `reason` (rule 8).
    pub reasoned: bool,
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub reason: Restricted<String>,
}

/// What an organisation says in a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    Agrees,
    /// To be confirmed by its headquarters by a day.
    AgreesAdReferendum,
    Objects,
    /// Objects, and proposes another wording: an amendment.
    ObjectsWithText,
    Dissociates,
    DoesNotTakePart,
    /// None of these: only what is attached.
    None,
}

/// What is attached to a position, for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attachment {
    Reservation,
    /// An interpretative or other statement.
    Statement,
}

/// An attachment as the law knows it; its words stand in `attachment_texts` at the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentHead {
    pub attachment: Attachment,
    /// Its author chose that it stands with the published text, and not only in the minutes.
    pub to_be_published: bool,
}

/// A position. Its organisation is named here and not by the leaf, since others don't see it while the
/// procedure runs (rule 10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionGiven {
    pub organisation: Id,
    pub position: Position,
    /// For *ad referendum*: the day by which headquarters confirms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_day: Option<Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachmentHead>,
    /// Why; empty when nothing was said.
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub reason: Restricted<String>,
    /// The wording that an objection proposes; empty without one.
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub proposed: Restricted<String>,
    #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
    pub attachment_texts: Restricted<Vec<String>>,
}

/// A position is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionWithdrawn {
    pub organisation: Id,
}

/// An objection ended the procedure. Stands in one batch with it (rule 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceBroken {
    /// Id of the act that gave the objection. Whose it is, the secretariat and the chair see.
    pub objection: Id,
}

/// How an organisation of the electorate ends (rule 9): exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    NoObjection,
    Agreed,
    AgreedAdReferendum,
    Dissociated,
    DidNotTakePart,
    Objected,
    /// The procedure ended before it said anything.
    EndedBeforeDeadline,
}

/// The outcome of one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeOf {
    pub organisation: Id,
    pub outcome: Outcome,
}

/// The deadline passed without objection; the chair confirms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceClosed {
    /// Number of acts in the record at the deadline.
    pub log_size: u64,
    /// By organisation, as they can be computed again from the record.
    pub outcomes: Vec<OutcomeOf>,
}

/// The chair confirms the outcome. Stands in one batch with the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceConfirmed {
    pub decision: Id,
}

/// A reservation or statement that stays with a text, by its place in its organisation's position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    pub organisation: Id,
    /// From 1, in the order of the position.
    pub number: u32,
    pub attachment: Attachment,
    pub to_be_published: bool,
}

impl Position {
    /// Whether it breaks silence (rule 4).
    pub fn breaks(self) -> bool {
        matches!(self, Self::Objects | Self::ObjectsWithText)
    }

    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::AgreesAdReferendum => "agrees_ad_referendum",
            Self::Objects => "objects",
            Self::ObjectsWithText => "objects_with_text",
            Self::Dissociates => "dissociates",
            Self::DoesNotTakePart => "does_not_take_part",
            Self::None => "none",
        }
    }
}

impl Outcome {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoObjection => "no_objection",
            Self::Agreed => "agreed",
            Self::AgreedAdReferendum => "agreed_ad_referendum",
            Self::Dissociated => "dissociated",
            Self::DidNotTakePart => "did_not_take_part",
            Self::Objected => "objected",
            Self::EndedBeforeDeadline => "ended_before_deadline",
        }
    }
}
