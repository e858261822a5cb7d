//! A theme's page: told by a source, or the group's own.

use maud::{Markup, html};

use crate::actions::ActionRow;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::pick::{folded, links};
use crate::told::{Quote, Source, passage, proof};
use crate::words::Words;

/// A theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Short name in addresses.
    pub slug: String,
    pub name: String,
    pub since: String,
    /// The day on which it was closed.
    pub until: Option<String>,
    /// Short name and title of the meeting that named it.
    pub meeting: Option<(String, String)>,
    /// In which words a source names it; empty for the group's own.
    pub passage: String,
    /// The other themes named with it by a source: short name, name.
    pub others: Vec<(String, String)>,
    /// `None`: the group's own.
    pub source: Option<Source>,
    /// Who works on it, in protocol order.
    pub who: Vec<WhoWorks>,
    pub linked: Vec<Linked>,
    /// Texts that carry it: short name, title.
    pub texts: Vec<(String, String)>,
    /// Decisions that carry it: number in the address, "2026/4: title".
    pub decisions: Vec<(String, String)>,
    /// Actions that carry it; for visitors none.
    pub actions: Vec<ActionRow>,
    /// For the secretariat.
    pub link: Option<LinkTheme>,
    /// Posted to `/GROUP/themes/SLUG/close`.
    pub close: Option<Form>,
    /// Number of the act.
    pub act: u64,
}

/// An organisation that works on a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoWorks {
    /// Short name in addresses.
    pub slug: String,
    pub organisation: Org,
    /// How, in the group's own words.
    pub approaches: Vec<String>,
}

/// A theme that somebody said belongs together with this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    pub slug: String,
    pub name: String,
    /// What was said, and by whom.
    pub said: Quote,
}

/// The form that links two themes. Posted to `/GROUP/themes/SLUG/link`: `theme` (short name of the
/// other), `said_by` (the organisation's value), `words`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkTheme {
    pub form: Form,
    /// Short name, name of each other theme.
    pub themes: Vec<(String, String)>,
    pub theme: String,
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    pub said_by: String,
    pub words: String,
}

impl View for Theme {
    fn title(&self, _: &Cx<'_>) -> String {
        self.name.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(link) = &self.link { (link.form.summary(words)) }
            @if let Some(close) = &self.close { (close.summary(words)) }
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("themes")) { (words.t("place-themes")) } " › " bdi { (self.name) } }
            h1 dir="auto" { (self.name) }
            p.lede { (self.life(words)) }
            @match &self.source {
                Some(source) => div.two {
                    article { (self.named(cx)) (self.carried(cx)) }
                    aside.panel aria-label=(words.t("told-source")) { (source.show(words)) }
                },
                None => { (self.carried(cx)) }
            }
            @if self.link.is_some() || self.close.is_some() { (self.forms(cx)) }
            @if self.source.is_some() { (proof(cx, self.act)) }
            @else { p.proof { a href=(cx.receipt(self.act)) { (words.t("place-record")) } ": " (words.t("theme-proof")) } }
        }
    }
}

impl Theme {
    /// "Open since 12 December 2025".
    fn life(&self, words: &Words) -> String {
        let since = self.since.as_str();
        match &self.until {
            Some(until) => words.f(
                "theme-was-open",
                &[("since", since.into()), ("until", until.as_str().into())],
            ),
            None if self.source.is_some() => words.f("theme-account", &[("day", since.into())]),
            None => words.f("theme-open-since", &[("day", since.into())]),
        }
    }

    /// Where a source names it.
    fn named(&self, cx: &Cx<'_>) -> Markup {
        html! {
            h2 { (cx.words.t("theme-named")) }
            @if let Some((slug, title)) = &self.meeting { p { a href=(cx.group(&format!("meetings/{slug}"))) dir="auto" { (title) } } }
            (passage(&self.passage))
        }
    }

    fn carried(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h2 { (words.t("theme-who")) }
            (self.who(cx))
            @if !self.others.is_empty() { h2 { (words.t("theme-others")) } (links(cx, "themes", &self.others)) }
            @if !self.linked.is_empty() {
                h2 { (words.t("theme-linked")) }
                @for linked in &self.linked {
                    p { a href=(cx.group(&format!("themes/{}", linked.slug))) dir="auto" { (linked.name) } }
                    (linked.said.show())
                }
            }
            @if !self.texts.is_empty() { h2 { (words.t("place-texts")) } (links(cx, "texts", &self.texts)) }
            @if !self.decisions.is_empty() { h2 { (words.t("place-decisions")) } (links(cx, "decisions", &self.decisions)) }
            @if !self.actions.is_empty() {
                h2 { (words.t("place-actions")) }
                ul.rows { @for action in &self.actions { (action.show(cx)) } }
            }
        }
    }

    fn who(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @match (&self.source, self.who.is_empty()) {
                (Some(source), true) => p { (words.f("theme-who-unknown", &[("form", source.form.as_str().into())])) },
                (None, true) => p.empty { (words.t("theme-nobody")) },
                (_, false) => ul.names {
                    @for each in &self.who {
                        li {
                            a href=(cx.group(&format!("members/{}", each.slug))) dir="auto" { (each.organisation.full()) }
                            @if !each.approaches.is_empty() { ": " bdi { (each.approaches.join(words.t("list-comma"))) } }
                        }
                    }
                }
            }
        }
    }

    fn forms(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            section {
                h2 { (words.t("theme-keep")) }
                @if let Some(link) = &self.link {
                    (folded(words.t("theme-link"), &link.form, &link.form.post(&cx.group(&format!("themes/{}/link", self.slug)), &link.fields(words))))
                }
                @if let Some(close) = &self.close {
                    (folded(words.t("theme-close"), close, &close.post(&cx.group(&format!("themes/{}/close", self.slug)), &html! {
                        p { (words.t("theme-close-means")) }
                        button { (words.t("theme-close-button")) }
                    })))
                }
            }
        }
    }
}

impl LinkTheme {
    fn fields(&self, words: &Words) -> Markup {
        let form = &self.form;
        let orgs: Vec<_> = self
            .organisations
            .iter()
            .map(|(v, org)| (v.clone(), org.full()))
            .collect();
        html! {
            (form.choice(words, Input { name: "theme", label: words.t("theme-link-with"), value: &self.theme, ..Input::default() }, &self.themes))
            (form.choice(words, Input { name: "said_by", label: words.t("theme-link-said-by"), value: &self.said_by, ..Input::default() }, &orgs))
            (form.area(words, Input { name: "words", label: words.t("theme-link-words"), hint: Some(words.t("theme-link-words-hint")), value: &self.words, ..Input::default() }, 3))
            button { (words.t("theme-link-button")) }
        }
    }
}
