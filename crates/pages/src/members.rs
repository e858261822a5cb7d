//! `/GROUP/members`: organisations and offices; for the secretariat seats and sign-in links.

use crate::form::Form;
use crate::organisation::{Hat, Org};

/// Who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    pub as_of: String,
    /// In protocol order.
    pub rows: Vec<MemberRow>,
    /// For the secretariat.
    pub manage: Option<Manage>,
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    pub organisation: Org,
    /// The group's own word for its standing: "member", "partner", "observer".
    pub category: String,
    /// Offices that it holds.
    pub offices: Vec<Hat>,
    /// Day since which it takes part.
    pub since: String,
    /// Its seats, for the secretariat and the organisation itself.
    pub seats: Vec<SeatRow>,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub person: String,
    pub seat: Hat,
    pub since: String,
}

/// The secretariat's forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manage {
    /// Posted to `/GROUP/members/seats`: `organisation`, `person_name`, `seat` (`head`,
    /// `focal_point`, `alternate`, `reviewer`).
    pub seat: Form,
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    pub organisation: String,
    pub person_name: String,
    pub seat_kind: String,
    /// Posted to `/GROUP/members/organisations`: `organisation_name`, `organisation_short`,
    /// `category`.
    pub record: Form,
    pub organisation_name: String,
    pub organisation_short: String,
    /// Value of the option, the group's own word.
    pub categories: Vec<(String, String)>,
    pub category: String,
}

/// The page that shows a new sign-in link, once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewLink {
    pub person: String,
    pub organisation: Org,
    pub seat: Option<Hat>,
    /// The whole address.
    pub link: String,
    /// How long it works, in words.
    pub until: String,
    pub receipt: Option<u64>,
}
