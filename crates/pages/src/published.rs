//! `/GROUP/texts/SLUG` for visitors: an adopted text and those who stand behind it.

use crate::clearance::Attached;
use crate::organisation::Org;
use crate::read::Download;
use crate::text::TextKind;
use crate::wording::Block;

/// A published text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub title: String,
    pub kind: TextKind,
    pub symbol: Option<String>,
    /// "2026/4".
    pub number: String,
    /// Day of adoption.
    pub adopted: String,
    pub published: String,
    /// How it was adopted.
    pub basis: crate::decisions::Basis,
    pub blocks: Vec<Block>,
    /// The form of the name of each organisation that stands behind it.
    pub endorsed: Vec<String>,
    /// The day for which that list holds.
    pub as_of: String,
    /// Reservations and statements chosen for publication.
    pub attached: Vec<(Org, Attached)>,
    pub downloads: Vec<Download>,
    /// Number of the act that published it.
    pub act: u64,
}
