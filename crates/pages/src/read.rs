//! `/GROUP/texts/SLUG` and `/GROUP/texts/SLUG/v/N`: any version, any two compared.

use crate::round::{OpenRound, RoundBoard};
use crate::text::TextHead;
use crate::wording::Block;

/// The text as members read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub head: TextHead,
    /// Newest first.
    pub versions: Vec<VersionLink>,
    /// Label of the version shown.
    pub shown: String,
    /// Label of the earlier version it is compared with.
    pub compared_with: Option<String>,
    /// Places that differ, when compared.
    pub differences: u32,
    pub blocks: Vec<Block>,
    pub downloads: Vec<Download>,
    /// For whoever may open a round on the newest version.
    pub open_round: Option<OpenRound>,
    /// While a round is open; the list of organisations only for those who need it.
    pub round: Option<RoundBoard>,
    /// For whoever may table a version that was written elsewhere.
    pub table_version: Option<TableVersion>,
}

/// A version that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLink {
    pub number: u32,
    pub label: String,
    /// Day on which it was tabled.
    pub tabled: String,
    pub shown: bool,
}

/// A file that can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    pub what: File,
    pub href: String,
    /// "84 kB".
    pub size: Option<String>,
}

/// What a downloaded file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// A version as a Word file, by its label.
    Version(String),
    /// All proposals in one Word file.
    Compilation,
    /// The proposals as data.
    Amendments,
    /// The proof of an act.
    Proof,
}

/// The form that tables a version from a Word file. Multipart to
/// `/GROUP/texts/SLUG/versions/new`: `file`, `label`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableVersion {
    pub form: crate::form::Form,
    pub label: String,
}
