//! `/GROUP/decisions`: what the group decided.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::words::Words;

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

impl View for Decisions {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-decisions").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-decisions")) }
            p.lede { (words.t("decisions-lede")) }
            @if self.rows.is_empty() { p.empty { (words.t("decisions-empty")) } }
            @else {
                ul.rows { @for row in &self.rows { (row.show(cx)) } }
            }
        }
    }
}

impl DecisionRow {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            li.row id=(self.number.replace('/', "-")) {
                div {
                    @match &self.slug {
                        Some(slug) => a.t href=(cx.text(slug, "")) dir="auto" { (self.title) },
                        None => span.t dir="auto" { (self.title) },
                    }
                    div.m {
                        (words.f("published-adopted-line", &[("day", self.adopted.as_str().into()), ("basis", self.basis.words(words).into())]))
                        @if self.attached > 0 { " · " (words.f("decisions-attached", &[("n", self.attached.into())])) }
                        " · " a href=(cx.receipt(self.receipt)) { (words.t("place-record")) span.vh { " " (self.number) } }
                    }
                }
                div.w.when { (self.number) }
            }
        }
    }
}

impl Basis {
    /// "by silence procedure".
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Silence => "basis-silence",
            Self::Consensus => "basis-consensus",
            Self::Vote => "basis-vote",
        })
    }
}
