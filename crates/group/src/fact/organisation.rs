use serde::{Deserialize, Serialize};

use crate::instant::Day;

/// A body that takes part, or may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRecorded {
    pub name: String,
    /// Short form, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
}

/// An organisation takes part from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipStarted {
    /// Key of the category.
    pub category: String,
    /// First day.
    pub from: Day,
}

/// Its membership ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipEnded {
    /// The first day on which it no longer takes part.
    pub on: Day,
}

/// An office of the group, held by one organisation at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    Chair,
    Coordinator,
    Secretariat,
}

/// An organisation holds an office for a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeAssigned {
    pub office: Office,
    /// First day.
    pub from: Day,
    /// The first day on which it is no longer held, where the term has an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// The term ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeEnded {
    pub office: Office,
    /// The first day on which it is no longer held.
    pub on: Day,
}

impl Office {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Coordinator => "coordinator",
            Self::Secretariat => "secretariat",
        }
    }
}
