//! Standing behind a text: an organisation's written yes to be named under it.

use crate::form::Form;

/// The endorsement of one organisation, on the page of the clearance (`#endorse`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endorsement {
    /// The version it would stand behind: "final".
    pub version: String,
    /// The form of the name that is held; `None` when it does not endorse.
    pub given: Option<String>,
    /// As typed, or the recorded name as a start.
    pub name: String,
    /// Posted to `/GROUP/texts/SLUG/endorsement`: `endorsement_name`.
    pub give: Option<Form>,
    /// Posted to `/GROUP/texts/SLUG/endorsement/withdraw`.
    pub withdraw: Option<Form>,
    /// Published already: a withdrawal shows as a new edition of the list.
    pub published: bool,
}
