//! `/GROUP/mandates`: who asked the group to do what, and what the group is for.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::pick::links;
use crate::told::{Source, passage, proof};
use crate::words::Words;

pub use crate::purpose::{Purpose, RecordMandate, SetPurpose};

/// Mandates, in the order of recording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandates {
    /// What the group says that it is for; `None`: not shown.
    pub purpose: Option<Purpose>,
    pub rows: Vec<Mandate>,
    /// For the secretariat.
    pub record: Option<RecordMandate>,
    pub set: Option<SetPurpose>,
}

/// A mandate. `None`: it is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandate {
    pub body: String,
    pub instrument: Option<String>,
    pub on: Option<String>,
    pub asks: String,
    /// In the words of the source; empty without one.
    pub passage: String,
    /// `None`: recorded by the group itself.
    pub source: Option<Source>,
    /// Decisions that cite it: number in the address, "2026/4: title".
    pub decisions: Vec<(String, String)>,
    /// Number of the act.
    pub act: u64,
}

impl View for Mandates {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-mandates").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(record) = &self.record { (record.form.summary(words)) }
            @if let Some(set) = &self.set { (set.form.summary(words)) }
            h1 { (words.t("place-mandates")) }
            @if let Some(purpose) = &self.purpose { (purpose.show(words)) }
            @if self.rows.is_empty() { p.empty { (words.t(if self.record.is_some() { "mandates-empty-record" } else { "mandates-empty" })) } }
            @for row in &self.rows { (row.show(cx)) }
            @if let Some(record) = &self.record { (record.show(cx)) }
            @if let Some(set) = &self.set { (set.show(cx)) }
        }
    }
}

impl Mandate {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            section {
                h2 dir="auto" { (words.f("mandate-by", &[("body", self.body.as_str().into())])) }
                dl.facts {
                    div { dt { (words.t("mandate-instrument")) } dd dir="auto" { (self.or_unknown(words, self.instrument.as_deref())) } }
                    div { dt { (words.t("mandate-on")) } dd { (self.or_unknown(words, self.on.as_deref())) } }
                    // A source's few words; the group's own stand below, as the text that they are.
                    @if self.source.is_some() { div { dt { (words.t("mandate-asks")) } dd dir="auto" { (self.asks) } } }
                }
                @if let Some(source) = &self.source {
                    div.two {
                        article { (passage(&self.passage)) (self.citing(cx)) }
                        aside.panel aria-label=(words.t("told-source")) { (source.show(words)) }
                    }
                    (proof(cx, self.act))
                } @else {
                    p.text dir="auto" { (self.asks) }
                    (self.citing(cx))
                    p.proof { a href=(cx.receipt(self.act)) { (words.t("place-record")) } ": " (words.t("mandate-proof")) }
                }
            }
        }
    }

    fn citing(&self, cx: &Cx<'_>) -> Markup {
        html! {
            @if !self.decisions.is_empty() { h3 { (cx.words.t("mandate-cited")) } (links(cx, "decisions", &self.decisions)) }
        }
    }

    fn or_unknown(&self, words: &Words, value: Option<&str>) -> String {
        match (value, &self.source) {
            (Some(value), _) => value.to_owned(),
            (None, Some(source)) => {
                words.f("told-not-said", &[("form", source.form.as_str().into())])
            }
            (None, None) => words.t("not-said").to_owned(),
        }
    }
}
