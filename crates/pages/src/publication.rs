//! Publishing an adopted text.

use crate::clearance::Attached;
use crate::form::Form;
use crate::organisation::Org;

/// What the public will read, before it is published. Posted to `/GROUP/texts/SLUG/publish`:
/// `publish_anyway` when ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    pub form: Form,
    /// The forms of names of those that endorse it.
    pub endorsed: Vec<String>,
    /// Members that do not, for the one who publishes.
    pub not_endorsed: Vec<Org>,
    /// Reservations and statements whose authors chose publication.
    pub attached: Vec<(Org, Attached)>,
    /// The text speaks for "the members" and not all endorse: asks for a tick.
    pub speaks_for_all: bool,
}
