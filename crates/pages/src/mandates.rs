//! `/GROUP/mandates`: who asked the group to do what.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::told::{Source, passage, proof};
use crate::words::Words;

/// Mandates, in the order of recording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandates {
    pub rows: Vec<Mandate>,
}

/// A mandate that a source tells of. `None`: it doesn't say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandate {
    pub body: String,
    pub instrument: Option<String>,
    pub on: Option<String>,
    pub asks: String,
    pub passage: String,
    pub source: Source,
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
            h1 { (words.t("place-mandates")) }
            @if self.rows.is_empty() { p.empty { (words.t("mandates-empty")) } }
            @for row in &self.rows { (row.show(cx)) }
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
                    div { dt { (words.t("mandate-asks")) } dd dir="auto" { (self.asks) } }
                }
                div.two {
                    article { (passage(&self.passage)) }
                    aside.panel aria-label=(words.t("told-source")) { (self.source.show(words)) }
                }
                (proof(cx, self.act))
            }
        }
    }

    fn or_unknown(&self, words: &Words, value: Option<&str>) -> String {
        value.map_or_else(
            || {
                words.f(
                    "told-not-said",
                    &[("form", self.source.form.as_str().into())],
                )
            },
            str::to_owned,
        )
    }
}
