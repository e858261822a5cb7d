//! Saying something in a clearance: the form for each answer, "You are about to say", the answer
//! that is held.

use crate::clearance::Attached;
use crate::form::Form;
use crate::organisation::ActsFor;
use crate::text::TextHead;
use crate::when::When;

/// An answer as it is chosen on the page of the clearance (`?say=` with [`PositionKind::value`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PositionKind {
    #[default]
    Agrees,
    /// With a reservation or a statement.
    AgreesWith,
    /// With or without a proposed wording.
    Objects,
    AdReferendum,
    /// A statement or reservation alone: neither agreement nor objection.
    StatementOnly,
    /// Does not take part, or dissociates.
    DoesNotTakePart,
}

/// The form for one answer. Posted to `/GROUP/texts/SLUG/clearance/position`: `say`, `attachment`
/// (`reservation` or `statement`), `statement`, `publish` (ticked or absent), `reason`, `wording`,
/// `until` (`YYYY-MM-DD`, ad referendum), `way` (`does_not_take_part` or `dissociates`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    pub head: TextHead,
    pub acts_for: ActsFor,
    pub until: When,
    pub kind: PositionKind,
    pub form: Form,
    pub typed: Typed,
    /// Set for the second step: shows what is about to be said, with the same fields hidden and
    /// `step` = `confirm`; the first step sends `step` = `preview`, "change it" sends `step` = `change`.
    pub preview: bool,
    /// A position that this one replaces.
    pub replaces: Option<Said>,
    /// The deadline has passed: the answer will be recorded as late and has no effect.
    pub late: bool,
}

/// What was typed into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// `reservation` or `statement`.
    pub attachment: String,
    pub statement: String,
    pub publish: bool,
    pub reason: String,
    pub wording: String,
    /// Day by which the headquarters confirms, `YYYY-MM-DD`.
    pub until: String,
    /// The same day in words, for the preview.
    pub until_words: String,
    /// `does_not_take_part` or `dissociates`.
    pub way: String,
}

/// A position that is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub position: Position,
    pub on: When,
    pub receipt: u64,
    pub reason: Option<String>,
    pub wording: Option<String>,
    /// Day by which an agreement ad referendum is confirmed.
    pub confirmed_by: Option<String>,
    pub attached: Vec<Attached>,
}

/// A position as the record has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    #[default]
    Agrees,
    AdReferendum,
    Objects,
    ObjectsWithText,
    Dissociates,
    DoesNotTakePart,
    /// Only attachments.
    None,
}
