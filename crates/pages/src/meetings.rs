//! `/GROUP/meetings` and a meeting's page.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::organisation::{Hat, Org};
use crate::told::{Quote, Source, names, passage, proof};
use crate::words::Words;

/// Meetings, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    pub rows: Vec<MeetingRow>,
}

/// A meeting in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingRow {
    pub slug: String,
    pub title: String,
    pub level: Level,
    pub ordinal: Option<u32>,
    pub on: String,
    pub place: Option<String>,
    /// Recorded from a source.
    pub recorded: bool,
}

/// Who meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    #[default]
    Heads,
    WorkingLevel,
}

/// A meeting that a source tells of. `None` and what is empty: the source doesn't say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    pub title: String,
    pub level: Level,
    pub ordinal: Option<u32>,
    pub on: String,
    pub place: Option<String>,
    /// Who met, in the words of the source.
    pub met: String,
    /// Offices on that day: office, organisation, person.
    pub offices: Vec<(Hat, Org, String)>,
    pub attendance: Option<Vec<Org>>,
    /// Why it mattered, in the words of the source.
    pub significance: Vec<String>,
    /// What it confirmed, in the words of the source.
    pub outcomes: Vec<String>,
    pub decisions: Option<Counted>,
    pub quotations: Vec<Quote>,
    /// Short name and name of each theme that it named.
    pub themes: Vec<(String, String)>,
    /// In which words it named them.
    pub themes_said: String,
    /// Who makes up the group, in the words of the source.
    pub composition: Vec<String>,
    /// Members on that day.
    pub members: Vec<Org>,
    pub papers: Vec<Paper>,
    pub source: Source,
    /// Number of the act.
    pub act: u64,
}

/// Decisions of which only the number is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub count: u32,
    pub kinds: Vec<Importance>,
    pub passage: String,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Importance {
    Strategic,
    Procedural,
}

/// A document that a source names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub title: String,
    /// "April 2018".
    pub dated: Option<String>,
    /// How the meeting took it up, in the words of the source.
    pub passage: String,
}

impl Level {
    /// "Heads of organisations".
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Heads => "level-heads",
            Self::WorkingLevel => "level-working",
        })
    }

    /// "Heads of organisations, first in the series".
    pub(crate) fn in_series(self, words: &Words, ordinal: Option<u32>) -> String {
        let level = self.words(words);
        match ordinal {
            Some(n) => words.f(
                "level-in-series",
                &[("level", level.into()), ("n", n.into())],
            ),
            None => level.to_owned(),
        }
    }
}

impl Counted {
    /// "10 decisions, of strategic and procedural importance".
    pub(crate) fn line(&self, words: &Words) -> String {
        let kinds: Vec<&str> = self
            .kinds
            .iter()
            .map(|kind| {
                words.t(match kind {
                    Importance::Strategic => "importance-strategic",
                    Importance::Procedural => "importance-procedural",
                })
            })
            .collect();
        words.f(
            "counted-decisions",
            &[
                ("n", self.count.into()),
                ("kinds", words.list(&kinds).into()),
            ],
        )
    }
}

impl View for Meetings {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-meetings").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-meetings")) }
            @if self.rows.is_empty() { p.empty { (words.t("meetings-empty")) } }
            @else { ul.rows { @for row in &self.rows { (row.show(cx)) } } }
        }
    }
}

impl MeetingRow {
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            li.row {
                div {
                    a.t href=(cx.group(&format!("meetings/{}", self.slug))) dir="auto" { (self.title) }
                    div.m {
                        (self.level.in_series(words, self.ordinal))
                        @if self.recorded { " · " (words.t("told-from-source")) }
                    }
                }
                div.w.m { (self.on) @if let Some(place) = &self.place { ", " bdi { (place) } } }
            }
        }
    }
}

impl View for Meeting {
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
                aside.panel aria-label=(words.t("told-source")) { (self.beside(words)) }
            }
            (proof(cx, self.act))
        }
    }
}

impl Meeting {
    /// "ICAT Coordinator": an office of the group, not of the meeting.
    fn office(cx: &Cx<'_>, office: Hat) -> String {
        let name = office.name(cx.words);
        match &cx.shell.group {
            Some(group) if !group.abbreviation.is_empty() => cx.words.f(
                "meeting-office",
                &[
                    ("group", group.abbreviation.as_str().into()),
                    ("office", name.into()),
                ],
            ),
            _ => name.to_owned(),
        }
    }

    fn facts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            dl.facts {
                div {
                    dt { (words.t("meeting-when")) }
                    dd { (self.on) @if let Some(place) = &self.place { ", " bdi { (place) } } }
                }
                div { dt { (words.t("meeting-level")) } dd { (self.level.in_series(words, self.ordinal)) } }
                @for (office, organisation, person) in &self.offices {
                    div { dt { (Self::office(cx, *office)) } dd { (organisation.abbreviated()) " · " bdi { (person) } } }
                }
                @if self.attendance.is_none() {
                    div { dt { (words.t("meeting-attended")) } dd { (words.f("meeting-attended-unknown", &[("form", self.source.form.as_str().into())])) } }
                }
            }
        }
    }

    fn told(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let form = || [("form", self.source.form.as_str().into())];
        html! {
            @if !self.met.is_empty() { (passage(&self.met)) }
            @for account in &self.significance { (passage(account)) }
            @if let Some(decisions) = &self.decisions {
                h2 { (words.t("place-decisions")) }
                p { (decisions.line(words)) " " (words.f("counted-texts-unknown", &form())) }
                (passage(&decisions.passage))
            }
            @if !self.outcomes.is_empty() {
                h2 { (words.t("meeting-outcomes")) }
                @for outcome in &self.outcomes { (passage(outcome)) }
            }
            @if !self.quotations.is_empty() {
                h2 { (words.f("meeting-said", &form())) }
                @for quote in &self.quotations { (quote.show()) }
            }
            @if !self.themes.is_empty() {
                h2 { (words.t("meeting-themes")) }
                (passage(&self.themes_said))
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

    fn beside(&self, words: &Words) -> Markup {
        html! {
            @if !self.papers.is_empty() {
                h2 { (words.f("meeting-papers", &[("form", self.source.form.as_str().into())])) }
                @for paper in &self.papers {
                    p dir="auto" {
                        "“" (paper.title) "”" @if let Some(dated) = &paper.dated { ", " (dated) } ". "
                        (words.f("meeting-paper-named", &[("form", self.source.form.as_str().into())]))
                    }
                    (passage(&paper.passage))
                }
            }
            (self.source.show(words))
        }
    }
}
