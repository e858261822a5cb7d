use serde::{Deserialize, Serialize};

use crate::setting::Setting;
use crate::zone::Zone;

/// The group begins, and with it its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFounded {
    pub name: String,
    /// As it stands in addresses.
    pub short_name: String,
    /// The zone of the group's seat: days of terms, and numbers of decisions, follow it.
    pub zone: Zone,
    /// What the group is for; empty when it wasn't said.
    pub purpose: String,
}

/// A rule of the group has a value from now on. Written `{"setting": key, "value": value}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleSet {
    pub setting: Setting,
}

/// A way of taking part, with its rights. Defined again, it has the new rights from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryDefined {
    /// Its key: `member`, `partner`, `observer`, or the group's own, of `[a-z_]{1,32}`.
    pub category: String,
    /// As pages show it.
    pub name: String,
    /// Belongs to the electorates of procedures.
    pub may_object: bool,
    /// Belongs to the electorates of rounds, and may stand behind texts.
    pub may_comment: bool,
    /// Sees the texts while they are worked on.
    pub may_see: bool,
}
