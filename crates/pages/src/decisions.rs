//! `/GROUP/decisions`: what the group decided.

/// The register of decisions, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    pub rows: Vec<DecisionRow>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// "2026/4".
    pub number: String,
    pub title: String,
    pub adopted: String,
    pub basis: Basis,
    /// The text that it adopted.
    pub slug: Option<String>,
    /// Reservations and statements attached.
    pub attached: u32,
    /// Number of the act.
    pub receipt: u64,
}

/// How the group agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    #[default]
    Silence,
    Consensus,
    Vote,
}
