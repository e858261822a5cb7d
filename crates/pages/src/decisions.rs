//! `/GROUP/decisions`: what the group decided.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::meetings::{Counted, Importance};
use crate::pick::{Narrow, in_address, narrowing};
use crate::told::passage;
use crate::words::Words;

/// The register of decisions, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// What sources tell of decisions whose texts are not known.
    pub told: Vec<Told>,
    /// The reader belongs to the group; otherwise only what is released is shown.
    pub inside: bool,
    pub filters: DecisionFilters,
    pub rows: Vec<DecisionRow>,
}

/// What the register can be narrowed to, and what it is. In the query of the address: `meeting`,
/// `kind` (`strategic`, `procedural`), `theme`, `year`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionFilters {
    /// Short name, title.
    pub meetings: Vec<(String, String)>,
    /// Short name, name.
    pub themes: Vec<(String, String)>,
    /// "2026", newest first.
    pub years: Vec<String>,
    /// Chosen values; empty: all.
    pub meeting: String,
    pub kind: String,
    pub theme: String,
    pub year: String,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionRow {
    /// "2026/4".
    pub number: String,
    pub title: String,
    /// `None`: not said, as for one that adopted a text.
    pub kind: Option<Importance>,
    /// Day of adoption.
    pub adopted: String,
    /// Day of its annulment.
    pub annulled: Option<String>,
    pub basis: Basis,
    /// Short name and title of the meeting that took it.
    pub meeting: Option<(String, String)>,
    /// Short name of the text that it adopted.
    pub slug: Option<String>,
    /// Short name, name.
    pub themes: Vec<(String, String)>,
    /// Reservations and statements attached that this reader may see.
    pub attached: u32,
    /// Actions that follow from it and are not done; 0 for a visitor.
    pub open_actions: u32,
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
            p.lede { (words.t(self.lede())) }
            @if !self.told.is_empty() {
                h2 { (words.t("decisions-told-title")) }
                @for told in &self.told { (told.show(cx)) }
            }
            (self.filters.show(cx, !self.rows.is_empty()))
            @if self.rows.is_empty() {
                @if self.filters.narrowed() { p.empty { (words.t("narrow-nothing")) } }
                @else if self.told.is_empty() { p.empty { (words.t(if self.inside { "decisions-empty" } else { "decisions-public-empty" })) } }
            } @else {
                ul.rows { @for row in &self.rows { (row.show(cx)) } }
            }
        }
    }
}

impl DecisionFilters {
    fn narrowed(&self) -> bool {
        [&self.meeting, &self.kind, &self.theme, &self.year]
            .into_iter()
            .any(|chosen| !chosen.is_empty())
    }

    fn show(&self, cx: &Cx<'_>, some: bool) -> Markup {
        if !some && !self.narrowed() {
            return html! {};
        }
        let words = cx.words;
        let kinds =
            Importance::ALL.map(|kind| (kind.value().to_owned(), kind.words(words).to_owned()));
        let years: Vec<_> = self.years.iter().map(|y| (y.clone(), y.clone())).collect();
        let narrow = |name, label, options, chosen| Narrow {
            name,
            label: words.t(label),
            options,
            chosen,
        };
        narrowing(
            cx,
            "decisions",
            &[
                narrow("meeting", "decision-meeting", &self.meetings, &self.meeting),
                narrow("kind", "decision-kind", &kinds, &self.kind),
                narrow("theme", "theme-one", &self.themes, &self.theme),
                narrow("year", "decision-year", &years, &self.year),
            ],
        )
    }
}

impl Decisions {
    fn lede(&self) -> &'static str {
        if self.inside {
            "decisions-lede"
        } else if self.rows.is_empty() && !self.told.is_empty() {
            "decisions-told-lede"
        } else {
            "decisions-public-lede"
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
        let address = in_address(&self.number);
        html! {
            li.row id=(address) {
                div {
                    a.t href=(cx.group(&format!("decisions/{address}"))) dir="auto" { (self.title) }
                    div.m {
                        (self.adopted) ", "
                        @match &self.meeting {
                            Some((slug, title)) => a href=(cx.group(&format!("meetings/{slug}"))) dir="auto" {
                                (words.f("basis-at", &[("basis", self.basis.words(words).into()), ("meeting", title.as_str().into())]))
                            },
                            None => (self.basis.words(words)),
                        }
                        @if let Some(on) = &self.annulled { " · " b { (words.f("decision-annulled-row", &[("on", on.as_str().into())])) } }
                    }
                    (self.more(cx))
                }
                div.w { div.when { (self.number) } @if let Some(kind) = self.kind { div.m { (kind.words(words)) } } }
            }
        }
    }

    /// What belongs to it: the text, themes, attachments, actions, the receipt.
    fn more(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let mut parts = Vec::new();
        if let Some(slug) = &self.slug {
            parts.push(html! { a href=(cx.text(slug, "")) { (words.t("decision-the-text")) span.vh { " " (self.number) } } });
        }
        for (slug, name) in &self.themes {
            parts
                .push(html! { a href=(cx.group(&format!("themes/{slug}"))) dir="auto" { (name) } });
        }
        if self.attached > 0 {
            parts.push(html! { (words.f("decisions-attached", &[("n", self.attached.into())])) });
        }
        if self.open_actions > 0 {
            parts
                .push(html! { (words.f("decisions-actions", &[("n", self.open_actions.into())])) });
        }
        if let Some(receipt) = self.receipt {
            parts.push(html! { a href=(cx.receipt(receipt)) { (words.t("place-record")) span.vh { " " (self.number) } } });
        }
        html! {
            @if !parts.is_empty() {
                div.m { @for (at, part) in parts.iter().enumerate() { @if at > 0 { " · " } (part) } }
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
