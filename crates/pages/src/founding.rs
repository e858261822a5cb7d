//! `/founding/TOKEN`: the group, its first organisation and a secretariat seat.

use crate::form::Form;

/// The founding form. Fields posted to `/founding/TOKEN`: `group_name`, `short_name`, `zone`,
/// `purpose`, `organisation_name`, `organisation_short`, `person_name`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Founding {
    pub token: String,
    pub form: Form,
    pub group_name: String,
    pub short_name: String,
    /// IANA name of the seat's zone.
    pub zone: String,
    pub purpose: String,
    pub organisation_name: String,
    pub organisation_short: String,
    pub person_name: String,
}
