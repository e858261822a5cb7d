//! `/GROUP/decisions`: what the group decided.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::meetings::Counted;
use crate::told::passage;
use crate::words::Words;

/// The register of decisions, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// What sources tell of decisions whose texts are not known.
    pub told: Vec<Told>,
    /// The reader belongs to the group; otherwise only what is released is shown.
    pub inside: bool,
    pub rows: Vec<DecisionRow>,
}

/// How many decisions a meeting took, as a source says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub counted: Counted,
    /// Short name and title of the meeting.
    pub meeting: (String, String),
    pub on: String,
    /// The word for the source within a sentence: "note".
    pub form: String,
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
    /// Number of the act; `None`: not for this reader.
    pub receipt: Option<u64>,
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
            p.lede { (words.t(if self.inside { "decisions-lede" } else { "decisions-public-lede" })) }
            @if !self.told.is_empty() {
                h2 { (words.t("decisions-told-title")) }
                @for told in &self.told { (told.show(cx)) }
            }
            @if self.rows.is_empty() {
                @if self.told.is_empty() { p.empty { (words.t("decisions-empty")) } }
            } @else {
                ul.rows { @for row in &self.rows { (row.show(cx)) } }
            }
        }
    }
}

impl Told {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            p { (self.counted.line(words)) " " (words.f("counted-texts-unknown", &[("form", self.form.as_str().into())])) }
            (passage(&self.counted.passage))
            p.m { a href=(cx.group(&format!("meetings/{}", self.meeting.0))) dir="auto" { (self.meeting.1) } ", " (self.on) }
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
                        @if let Some(receipt) = self.receipt { " · " a href=(cx.receipt(receipt)) { (words.t("place-record")) span.vh { " " (self.number) } } }
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
