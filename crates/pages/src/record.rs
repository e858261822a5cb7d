//! `/GROUP/record`, the acts in order, and `/GROUP/record/receipts/N`, the proof of one.

use crate::comments::Pager;
use crate::deed::Deed;

/// The record, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// How many acts it holds.
    pub size: u64,
    pub rows: Vec<RecordRow>,
    pub pager: Pager,
    pub checkpoint: String,
}

/// An act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// From 1.
    pub number: u64,
    pub deed: Deed,
}

/// The receipt of an act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    pub number: u64,
    /// "AqzM-m8xt-1q1a".
    pub fingerprint: String,
    pub deed: Deed,
    /// The signed checkpoint, as it stands in the file.
    pub checkpoint: String,
    /// Size of the record at that checkpoint.
    pub size: u64,
    /// Address of the proof (`.tlog-proof`).
    pub proof: Option<String>,
    /// Where to go on: address and title of the text.
    pub back: Option<(String, String)>,
}
