//! `/`, the groups kept here, and `/GROUP`, a group's public home.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::meetings::MeetingRow;
use crate::organisation::Org;
use crate::pick::in_address;

/// `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    pub groups: Vec<GroupRow>,
}

/// A group on the front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    pub short: String,
    pub name: String,
    /// What it is for, in its own words.
    pub purpose: String,
    /// What stands above all else on its pages.
    pub notice: Option<String>,
}

/// `/GROUP` for visitors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    pub purpose: String,
    /// The source of the purpose, as a word within a sentence: "note".
    pub purpose_from: Option<String>,
    /// Who mandated it: bodies.
    pub mandates: Vec<String>,
    /// Newest first.
    pub meetings: Vec<MeetingRow>,
    pub published: Vec<PublishedRow>,
    /// Decisions of meetings that were released, newest first.
    pub decisions: Vec<ReleasedRow>,
    /// In protocol order.
    pub members: Vec<Org>,
    /// The day for which the list of members holds.
    pub as_of: String,
}

/// A published text in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    pub slug: String,
    pub title: String,
    pub symbol: Option<String>,
    /// Number of its decision: "2026/4".
    pub number: String,
    /// Day of its adoption.
    pub adopted: String,
}

/// A released decision in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReleasedRow {
    /// "2026/4".
    pub number: String,
    pub title: String,
    /// Day of its adoption.
    pub adopted: String,
}

impl View for Front {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("front-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("brand")) }
            p.lede { (words.t("front-lede")) }
            h2 { (words.t("front-groups")) }
            @if self.groups.is_empty() { p.empty { (words.t("front-empty")) } }
            @else {
                ul.rows {
                    @for group in &self.groups {
                        li.row {
                            div {
                                a.t href=(format!("/{}", group.short)) dir="auto" { (group.name) }
                                div.m dir="auto" { (group.purpose) }
                                @if let Some(notice) = &group.notice { div.m { b { (notice) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl View for Home {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("home-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 dir="auto" { (cx.group_name()) }
            @if !self.purpose.is_empty() { p.lede dir="auto" { (self.purpose) } }
            @if let Some(form) = &self.purpose_from { p.m { (words.f("home-purpose-from", &[("form", form.as_str().into())])) } }
            @if !self.mandates.is_empty() {
                h2 { (words.t("home-mandate")) }
                ul.plain {
                    @for body in &self.mandates { li { a href=(cx.group("mandates")) { (words.f("mandate-by", &[("body", body.as_str().into())])) } } }
                }
            }
            @if !self.meetings.is_empty() {
                h2 { (words.t("home-meetings")) }
                ul.rows { @for meeting in &self.meetings { (meeting.show(cx)) } }
            }
            (self.texts(cx))
            @if !self.decisions.is_empty() {
                h2 { (words.t("place-decisions")) }
                ul.rows {
                    @for decision in &self.decisions {
                        li.row {
                            div {
                                a.t href=(cx.group(&format!("decisions/{}", in_address(&decision.number)))) dir="auto" { (decision.title) }
                                div.m { (words.f("home-decision", &[("number", decision.number.as_str().into())])) }
                            }
                            div.w.m { (decision.adopted) }
                        }
                    }
                }
            }
            h2 { (words.f("home-members", &[("n", self.members.len().into())])) }
            p.m { (words.f("as-of", &[("day", self.as_of.as_str().into())])) }
            ul.cols { @for org in &self.members { li dir="auto" { (org.full()) } } }
        }
    }
}

impl Home {
    fn texts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.published.is_empty() {
                @if self.meetings.is_empty() && self.decisions.is_empty() { h2 { (words.t("home-texts")) } p.empty { (words.t("home-no-texts")) } }
            } @else {
                h2 { (words.t("home-texts")) }
                ul.rows {
                    @for text in &self.published {
                        li.row {
                            div {
                                a.t href=(cx.text(&text.slug, "")) dir="auto" { (text.title) }
                                div.m {
                                    @if let Some(symbol) = &text.symbol { (symbol) " · " }
                                    (words.f("home-decision", &[("number", text.number.as_str().into())]))
                                }
                            }
                            div.w.m { (text.adopted) }
                        }
                    }
                }
            }
        }
    }
}
