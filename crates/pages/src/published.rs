//! `/GROUP/texts/SLUG` for visitors: an adopted text and those who stand behind it.

use maud::{Markup, html};

use crate::clearance::Attached;
use crate::corrections::{Language, language_line};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::publication::beside_name;
use crate::read::{Download, downloads};
use crate::text::TextKind;
use crate::wording::{Block, blocks};

/// A published text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub title: String,
    pub kind: TextKind,
    pub symbol: Option<String>,
    /// "2026/4".
    pub number: String,
    /// Day of adoption.
    pub adopted: String,
    pub published: String,
    /// How it was adopted.
    pub basis: crate::decisions::Basis,
    pub blocks: Vec<Block>,
    /// The form of the name of each organisation that stands behind it.
    pub endorsed: Vec<String>,
    /// The day since which that list holds, and which edition of it that is, from 1.
    pub as_of: String,
    pub edition: u32,
    /// Reservations and statements chosen for publication.
    pub attached: Vec<(Org, Attached)>,
    pub downloads: Vec<Download>,
    /// Corrections that were made: the day, and what changed.
    pub corrections: Vec<(String, String)>,
    pub languages: Vec<Language>,
    /// Number of the act that published it.
    pub act: u64,
}

/// What stands at the address of a text that was published, once its adoption was annulled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    pub title: String,
    /// "2026/4".
    pub number: String,
    pub published: String,
    /// Day of the annulment.
    pub annulled: String,
    /// Number of the act that annulled it.
    pub act: u64,
}

impl View for Undone {
    fn title(&self, _: &Cx<'_>) -> String {
        self.title.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("texts")) { (words.t("place-texts")) } " › " bdi { (self.title) }
            }
            h1 dir="auto" { (self.title) }
            p.note {
                (words.f("published-undone", &[
                    ("number", self.number.as_str().into()), ("published", self.published.as_str().into()),
                    ("annulled", self.annulled.as_str().into()),
                ]))
            }
            p.proof { a href=(cx.receipt(self.act)) { (words.t("place-record")) } ": " (words.t("decision-proof")) }
        }
    }
}

impl View for Published {
    fn title(&self, _: &Cx<'_>) -> String {
        self.title.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("texts")) { (words.t("place-texts")) } " › " bdi { (self.title) }
            }
            h1 dir="auto" { (self.title) }
            (self.facts(cx))
            div.two {
                article { (blocks(words, &self.blocks, true)) }
                aside.panel aria-label=(words.t("published-aside")) {
                    h2 { (words.t("published-endorsed")) }
                    @if self.endorsed.is_empty() { p { (words.t("published-no-one")) } }
                    @else { ul.names { @for name in &self.endorsed { li dir="auto" { (name) } } } }
                    p.m { (words.f("published-edition", &[("day", self.as_of.as_str().into()), ("n", self.edition.into())])) }
                    (downloads(words, &self.downloads))
                    @if !self.corrections.is_empty() {
                        h2 { (words.t("published-corrections")) }
                        @for (day, changes) in &self.corrections {
                            p dir="auto" { (words.f("published-corrected", &[("day", day.as_str().into()), ("changes", changes.as_str().into())])) }
                        }
                    }
                    @if !self.languages.is_empty() {
                        h2 { (words.t("published-languages")) }
                        @for one in &self.languages { p { (language_line(words, one)) " · " a href=(one.file) { (words.t("correction-file")) } } }
                    }
                }
            }
            @if !self.attached.is_empty() {
                h2 { (words.t("publish-attached")) }
                @for (org, attached) in &self.attached { (beside_name(words, org, attached)) }
            }
            p.proof { a href=(cx.receipt(self.act)) { (words.t("place-record")) } ": " (words.t("published-proof")) }
        }
    }
}

impl Published {
    fn facts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            dl.facts {
                div { dt { (words.t("published-kind")) } dd { (self.kind.words(words)) @if let Some(symbol) = &self.symbol { ", " (symbol) } } }
                div { dt { (words.t("published-adopted")) } dd { (words.f("published-adopted-line", &[("day", self.adopted.as_str().into()), ("basis", self.basis.words(words).into())])) } }
                div { dt { (words.t("published-decision")) } dd { (self.number) } }
                div { dt { (words.t("published-on")) } dd { (self.published) } }
            }
        }
    }
}
