use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fact::procedure::{Attached, OutcomeOf};
use crate::id::Id;

/// The number of a decision, written `2026/4`: without gaps in the series of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DecisionNumber {
    pub year: u16,
    /// From 1.
    pub number: u32,
}

/// The text is no number of a decision.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no number of a decision, as 2026/4")]
pub struct NoDecisionNumber(String);

/// What sort of decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    Strategic,
    Procedural,
}

/// How it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Silence,
}

/// A text is adopted, and the decision gets its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionAdopted {
    pub number: DecisionNumber,
    pub title: String,
    /// Absent: it wasn't said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_kind: Option<DecisionKind>,
    pub basis: Basis,
    pub procedure: Id,
    pub text: Id,
    pub version: u32,
    pub sha256: String,
    /// By organisation of the electorate.
    pub outcomes: Vec<OutcomeOf>,
    /// Reservations and statements, which stay with it for good.
    pub attached: Vec<Attached>,
}

impl fmt::Display for DecisionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.year, self.number)
    }
}

impl FromStr for DecisionNumber {
    type Err = NoDecisionNumber;

    fn from_str(text: &str) -> Result<Self, NoDecisionNumber> {
        let refused = || NoDecisionNumber(text.chars().take(40).collect());
        let (year, number) = text.split_once('/').ok_or_else(refused)?;
        let read = Self {
            year: year.parse().map_err(|_| refused())?,
            number: number.parse().map_err(|_| refused())?,
        };
        if read.to_string() == text { Ok(read) } else { Err(refused()) }
    }
}

impl Serialize for DecisionNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DecisionNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
