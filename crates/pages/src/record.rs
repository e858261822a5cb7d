//! `/GROUP/record`, the acts in order, and `/GROUP/record/receipts/N`, the proof of one.

use maud::{Markup, html};

use crate::comments::Pager;
use crate::deed::Deed;
use crate::frame::{Cx, View};

/// The record, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// How many acts it holds.
    pub size: u64,
    pub rows: Vec<RecordRow>,
    pub pager: Pager,
    pub checkpoint: String,
    /// The key with which checkpoints are signed, as it is published and pinned.
    pub key: String,
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

impl View for Record {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-record").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-record")) }
            p.lede { (words.f("record-lede", &[("n", self.size.into())])) }
            p { a href=(cx.group("notices")) { (words.t("notices-title")) } }
            @if self.rows.is_empty() { p.empty { (words.t("record-empty")) } }
            @else { ol.rows reversed { @for row in &self.rows { (row.show(cx)) } } }
            (self.pager.show(cx, |page| format!("{}?page={page}", cx.group("record"))))
            @if !self.checkpoint.is_empty() {
                h2 { (words.t("record-checkpoint")) }
                p { (words.t("record-checkpoint-means")) }
                pre.sum { (self.checkpoint) }
                h2 { (words.t("record-key")) }
                p { (words.t("record-key-means")) }
                pre.sum { (self.key) }
            }
        }
    }
}

impl RecordRow {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let number = cx.words.f("record-number", &[("n", self.number.into())]);
        html! {
            li.row {
                div {
                    span.t dir="auto" { (self.deed.sentence(cx.words)) }
                    div.m { a href=(cx.receipt(self.number)) { (number) } " · " code { (self.deed.kind) } }
                }
                div.w.m { (self.deed.when.show()) }
            }
        }
    }
}

impl View for Receipt {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.f("receipt-title", &[("n", self.number.into())])
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                // The record as a whole is for members.
                @if cx.shell.viewer.is_some() { a href=(cx.group("record")) { (words.t("place-record")) } } @else { (words.t("place-record")) }
                " › " (self.title(cx))
            }
            h1 { (self.title(cx)) }
            p.lede dir="auto" { (self.deed.sentence(words)) }
            dl.facts {
                div { dt { (words.t("receipt-number")) } dd { (words.f("record-number", &[("n", self.number.into())])) } }
                div { dt { (words.t("receipt-fingerprint")) } dd { code { (self.fingerprint) } } }
                div { dt { (words.t("receipt-recorded")) } dd { (self.deed.when.show()) @if let Some(utc) = &self.deed.when.utc { " (" (utc) ")" } } }
            }
            p { (words.t("receipt-means")) }
            @if let Some(proof) = &self.proof { p { a.btn href=(proof) { (words.t("file-proof")) } } }
            @if let Some((href, title)) = &self.back { p { a href=(href) dir="auto" { (title) } } }
            h2 { (words.f("receipt-checkpoint", &[("n", self.size.into())])) }
            pre.sum { (self.checkpoint) }
        }
    }
}
