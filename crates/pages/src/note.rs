//! The public note of a meeting: one page for a meeting that a source tells of and for one of the group's own.

use maud::{Markup, html};

use crate::entries::Outcome;
use crate::frame::{Cx, View};
use crate::meetings::{Counted, Level};
use crate::organisation::{Hat, Org};
use crate::pick::in_address;
use crate::told::{Quote, Source, names, passage, proof};
use crate::words::Words;

pub use crate::issuing::{Draft, Issue, Quotation};

/// The note of a meeting. `None` and what is empty: the source doesn't say, or the record has nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub title: String,
    pub level: Level,
    pub ordinal: Option<u32>,
    pub on: String,
    pub place: Option<String>,
    /// What the chair or the secretariat wrote above it; own meetings only.
    pub lede: String,
    /// Who met, in the words of the source.
    pub met: String,
    /// Offices on that day: office, organisation, person (empty: not named).
    pub offices: Vec<(Hat, Org, String)>,
    /// Who took part; of an own meeting only when the note says so.
    pub attendance: Option<Vec<Org>>,
    /// Why it mattered, in the words of the source.
    pub significance: Vec<String>,
    /// What it confirmed, in the words of the source.
    pub outcomes: Vec<String>,
    pub decisions: Option<Counted>,
    /// Decisions of the group's own record that are released: number ("2026/4"), title.
    pub released: Vec<(String, String)>,
    /// What came of the items, of the group's own record: title, outcome, summary.
    pub concluded: Vec<(String, Outcome, String)>,
    pub quotations: Vec<Quote>,
    /// Short name and name of each theme that it named or opened.
    pub themes: Vec<(String, String)>,
    /// In which words the source names them.
    pub themes_said: String,
    /// Who makes up the group, in the words of the source.
    pub composition: Vec<String>,
    /// Members on that day.
    pub members: Vec<Org>,
    pub papers: Vec<Paper>,
    /// `None`: written from the group's own record.
    pub source: Option<Source>,
    /// Day on which an own note was issued, in words; empty in a draft.
    pub issued: String,
    /// Number of the act; `None` in a draft.
    pub act: Option<u64>,
}

/// A document that a note names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub title: String,
    /// Its symbol; own meetings only.
    pub symbol: Option<String>,
    /// "April 2018".
    pub dated: Option<String>,
    /// How the meeting took it up, in the words of the source.
    pub passage: String,
}

impl View for Note {
    fn title(&self, _: &Cx<'_>) -> String {
        self.title.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("meetings")) { (words.t("place-meetings")) } " › " (self.level.in_series(words, self.ordinal))
            }
            h1 dir="auto" { (self.title) }
            (self.facts(cx))
            div.two {
                article { (self.told(cx)) }
                aside.panel aria-label=(words.t(if self.source.is_some() { "told-source" } else { "note-own" })) { (self.beside(words)) }
            }
            @if let Some(act) = self.act { (self.proof(cx, act)) }
        }
    }
}

impl Note {
    pub(crate) fn facts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            dl.facts {
                div {
                    dt { (words.t("meeting-when")) }
                    dd { (self.on) @if let Some(place) = &self.place { ", " bdi { (place) } } }
                }
                div { dt { (words.t("meeting-level")) } dd { (self.level.in_series(words, self.ordinal)) } }
                @for (office, organisation, person) in &self.offices {
                    div { dt { (office.of_group(cx)) } dd { (organisation.abbreviated()) @if !person.is_empty() { " · " bdi { (person) } } } }
                }
                @if let (None, Some(source)) = (&self.attendance, &self.source) {
                    div { dt { (words.t("meeting-attended")) } dd { (words.f("meeting-attended-unknown", &[("form", source.form.as_str().into())])) } }
                }
            }
        }
    }

    /// A heading that names the source by its form, or the one for the group's own record.
    fn heading(&self, words: &Words, of_source: &str, own: &'static str) -> String {
        match &self.source {
            Some(source) => words.f(of_source, &[("form", source.form.as_str().into())]),
            None => words.t(own).to_owned(),
        }
    }

    /// What was said, decided and agreed.
    pub(crate) fn told(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if !self.lede.is_empty() { p.text dir="auto" { (self.lede) } }
            @if !self.met.is_empty() { (passage(&self.met)) }
            @for account in &self.significance { (passage(account)) }
            (self.decided(cx))
            @if !self.outcomes.is_empty() || !self.concluded.is_empty() {
                h2 { (words.t(if self.source.is_some() { "meeting-outcomes" } else { "note-outcomes" })) }
                @for outcome in &self.outcomes { (passage(outcome)) }
                @for (title, outcome, summary) in &self.concluded {
                    p dir="auto" { b { (title) ". " } (outcome.words(words)) "." @if !summary.is_empty() { " " (summary) } }
                }
            }
            @if !self.quotations.is_empty() {
                h2 { (self.heading(words, "meeting-said", "note-said")) }
                @for quote in &self.quotations { (quote.show()) }
            }
            @if !self.themes.is_empty() {
                h2 { (words.t(if self.source.is_some() { "meeting-themes" } else { "note-themes" })) }
                @if !self.themes_said.is_empty() { (passage(&self.themes_said)) }
                ul.inline {
                    @for (slug, name) in &self.themes { li { a href=(cx.group(&format!("themes/{slug}"))) dir="auto" { (name) } } }
                }
            }
            @if let Some(attendance) = &self.attendance {
                h2 { (words.t("meeting-attended")) }
                (names(attendance))
            }
            @if !self.members.is_empty() {
                h2 { (words.f("meeting-members", &[("n", self.members.len().into())])) }
                @for account in &self.composition { (passage(account)) }
                (names(&self.members))
            }
        }
    }

    /// How many decisions, then those whose texts may be read.
    fn decided(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(decisions) = &self.decisions {
                h2 { (words.t("place-decisions")) }
                p {
                    (decisions.line(words))
                    @match &self.source {
                        Some(source) => { " " (words.f("counted-texts-unknown", &[("form", source.form.as_str().into())])) },
                        None => @if self.released.len() < decisions.count as usize { " " (words.f("note-not-released", &[("n", decisions.count.into()), ("released", self.released.len().into())])) },
                    }
                }
                @if !decisions.passage.is_empty() { (passage(&decisions.passage)) }
                @if !self.released.is_empty() {
                    ul.names {
                        @for (number, title) in &self.released {
                            @let path = format!("decisions/{}", in_address(number));
                            li { (words.f("entry-decision", &[("number", number.as_str().into())])) " " a href=(cx.group(&path)) dir="auto" { (title) } }
                        }
                    }
                }
            }
        }
    }

    pub(crate) fn beside(&self, words: &Words) -> Markup {
        html! {
            @if !self.papers.is_empty() {
                h2 { (self.heading(words, "meeting-papers", "note-papers")) }
                @for paper in &self.papers {
                    p dir="auto" {
                        @match &self.source {
                            Some(source) => {
                                "“" (paper.title) "”" @if let Some(dated) = &paper.dated { ", " (dated) } ". "
                                (words.f("meeting-paper-named", &[("form", source.form.as_str().into())]))
                            },
                            None => {
                                (paper.title)
                                @if let Some(symbol) = &paper.symbol { ", " (symbol) }
                                @if let Some(dated) = &paper.dated { ", " (dated) }
                            },
                        }
                    }
                    @if !paper.passage.is_empty() { (passage(&paper.passage)) }
                }
            }
            @match &self.source {
                Some(source) => (source.show(words)),
                None => {
                    h2 { (words.t("note-own")) }
                    p { (words.t("note-own-means")) }
                    @if !self.issued.is_empty() { p { (words.f("note-issued", &[("day", self.issued.as_str().into())])) } }
                },
            }
        }
    }

    fn proof(&self, cx: &Cx<'_>, act: u64) -> Markup {
        if self.source.is_some() {
            return proof(cx, act);
        }
        html! {
            p.proof { a href=(cx.receipt(act)) { (cx.words.t("place-record")) } ": " (cx.words.t("note-proof")) }
        }
    }
}
