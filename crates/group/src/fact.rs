//! Facts: what an act says happened. One kind, one struct, one variant; kinds as in 8-acts.md.

mod decision;
mod group;
mod organisation;
mod person;
mod procedure;
mod round;
mod text;

use serde_json::{Map, Value};

pub use decision::{Basis, DecisionAdopted, DecisionKind, DecisionNumber, NoDecisionNumber};
pub use group::{CategoryDefined, GroupFounded, RuleSet};
pub use organisation::{
    MembershipEnded, MembershipStarted, Office, OfficeAssigned, OfficeEnded, OrganisationRecorded,
};
pub use person::{PersonRecorded, SeatEnded, SeatKind, SeatOpened};
pub use procedure::{
    Attached, Attachment, AttachmentHead, Outcome, OutcomeOf, Position, PositionGiven,
    PositionWithdrawn, SilenceBroken, SilenceClosed, SilenceConfirmed, SilenceOpened,
    SilenceRestarted,
};
pub use round::{
    Answer, CompilationFrozen, FrozenAmendment, FrozenComment, ReturnForm, ReturnReceived,
    ResponsesIssued, RoundClosed, RoundOpened, Statement, Verdict, Visibility,
};
pub use text::{
    Endorsing, EndorsementGiven, EndorsementWithdrawn, TextKind, TextOpened, TextPublished,
    VersionTabled,
};

use crate::stream::Noun;

/// A fact can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    #[error("“{0}” is no kind of act that this version knows")]
    Kind(String),
    #[error("failed to read an act of the kind {kind}: {why}")]
    Shape { kind: &'static str, why: String },
}

macro_rules! facts {
    ($($name:ident $kind:literal $noun:ident,)*) => {
        /// What happened.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Fact {
            $(#[doc = concat!("`", $kind, "`")] $name($name),)*
        }

        /// Every kind of act, with the stream that it belongs to.
        pub const KINDS: &[(&str, Noun)] = &[$(($kind, Noun::$noun),)*];

        impl Fact {
            /// The kind, as in the leaf: `round.opened`.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => $kind,)*
                }
            }

            /// What sort of stream it belongs to.
            pub fn noun(&self) -> Noun {
                match self {
                    $(Self::$name(_) => Noun::$noun,)*
                }
            }

            /// Its fields: open ones plain, the others with the mark of their class
            /// (`$restricted`, `$personal`, `$file`). What is absent or withheld is left out.
            pub fn to_json(&self) -> Map<String, Value> {
                let value = match self {
                    $(Self::$name(fact) => serde_json::to_value(fact),)*
                };
                match value {
                    Ok(Value::Object(map)) => map,
                    _ => Map::new(),
                }
            }

            /// Reads the fields of a kind. Fields that it doesn't know are ignored.
            ///
            /// # Errors
            /// A kind that this version doesn't know, or an open field that is missing or misshapen.
            pub fn from_json(kind: &str, fields: Map<String, Value>) -> Result<Self, Unknown> {
                match kind {
                    $($kind => serde_json::from_value(Value::Object(fields))
                        .map(Self::$name)
                        .map_err(|error| Unknown::Shape { kind: $kind, why: error.to_string() }),)*
                    _ => Err(Unknown::Kind(kind.chars().take(60).collect())),
                }
            }
        }

        $(impl From<$name> for Fact {
            fn from(fact: $name) -> Self {
                Self::$name(fact)
            }
        })*
    };
}

facts! {
    GroupFounded "group.founded" Group,
    RuleSet "rule.set" Group,
    CategoryDefined "category.defined" Group,
    OrganisationRecorded "organisation.recorded" Organisation,
    MembershipStarted "membership.started" Organisation,
    MembershipEnded "membership.ended" Organisation,
    OfficeAssigned "office.assigned" Organisation,
    OfficeEnded "office.ended" Organisation,
    PersonRecorded "person.recorded" Person,
    SeatOpened "seat.opened" Person,
    SeatEnded "seat.ended" Person,
    TextOpened "text.opened" Text,
    VersionTabled "version.tabled" Text,
    EndorsementGiven "endorsement.given" Text,
    EndorsementWithdrawn "endorsement.withdrawn" Text,
    TextPublished "text.published" Text,
    RoundOpened "round.opened" Round,
    RoundClosed "round.closed" Round,
    ReturnReceived "return.received" Round,
    CompilationFrozen "compilation.frozen" Round,
    ResponsesIssued "responses.issued" Round,
    SilenceOpened "silence.opened" Procedure,
    SilenceRestarted "silence.restarted" Procedure,
    PositionGiven "position.given" Procedure,
    PositionWithdrawn "position.withdrawn" Procedure,
    SilenceBroken "silence.broken" Procedure,
    SilenceClosed "silence.closed" Procedure,
    SilenceConfirmed "silence.confirmed" Procedure,
    DecisionAdopted "decision.adopted" Decision,
}
