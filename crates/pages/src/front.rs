//! `/`, the groups kept here, and `/GROUP`, a group's public home.

use crate::organisation::Org;

/// `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    pub groups: Vec<GroupRow>,
}

/// A group on the front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    pub short: String,
    pub name: String,
    /// What it is for, in its own words.
    pub purpose: String,
}

/// `/GROUP` for visitors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    pub purpose: String,
    pub published: Vec<PublishedRow>,
    /// In protocol order.
    pub members: Vec<Org>,
    /// The day for which the list of members holds.
    pub as_of: String,
}

/// A published text in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    pub slug: String,
    pub title: String,
    pub symbol: Option<String>,
    /// Number of its decision: "2026/4".
    pub number: String,
    /// Day of its adoption.
    pub adopted: String,
}
