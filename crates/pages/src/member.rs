//! `/GROUP/members/SLUG`: one organisation in the group, as of a day.

use maud::{Markup, html};

use crate::actions::ActionRow;
use crate::frame::{Cx, View};
use crate::keeping::Keep;
use crate::members::{OrganisationKind, SeatRow};
use crate::organisation::{Hat, Org};
use crate::pick::{in_address, links, on_a_day};
use crate::profile::{StateProfile, WorksOn, works_on};
use crate::told::{Source, passage, proof};
use crate::words::Words;

/// An organisation that takes part, or took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Short name in addresses.
    pub slug: String,
    /// As it was called on that day.
    pub organisation: Org,
    pub as_of: String,
    /// The day asked for (query `on`), as `YYYY-MM-DD`.
    pub on: String,
    /// Other names under which it is found.
    pub also: Vec<String>,
    /// What it was called before: last day, name.
    pub former: Vec<(String, String)>,
    pub kind: Option<OrganisationKind>,
    /// Newest first.
    pub memberships: Vec<MembershipTerm>,
    /// Offices that it holds or held, newest first.
    pub offices: Vec<OfficeTerm>,
    /// For its own people and the secretariat; empty for all others.
    pub seats: Vec<SeatRow>,
    /// Themes on which it works.
    pub works_on: Vec<WorksOn>,
    /// What it does, in its own words.
    pub own_words: String,
    /// Day on which it stated this; `None`: nothing is stated.
    pub stated: Option<String>,
    /// The secretariat entered it.
    pub entered: bool,
    /// Texts whose pen it holds: short name, title.
    pub texts: Vec<(String, String)>,
    /// Open actions; shown inside only.
    pub actions: Vec<ActionRow>,
    /// The reader belongs to the group.
    pub inside: bool,
    /// For its own people and the secretariat.
    pub profile: Option<StateProfile>,
    /// For the secretariat.
    pub keep: Option<Keep>,
    /// A source tells that it takes part; the group's own record doesn't.
    pub told: Option<ToldMember>,
}

/// What a source tells of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldMember {
    /// The days of which the source tells, in words; empty: of the day that was asked for.
    pub other_days: Vec<String>,
    /// In its own words.
    pub passages: Vec<String>,
    pub source: Source,
    /// Number of the act.
    pub act: u64,
}

/// A time during which an organisation took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MembershipTerm {
    /// The group's own word: "member". Empty: not known.
    pub category: String,
    /// Days in words. Empty: not known.
    pub since: String,
    pub until: Option<String>,
}

/// A time during which an organisation held an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeTerm {
    pub office: Hat,
    /// Days in words. Empty: not known.
    pub since: String,
    pub until: Option<String>,
    /// Who exercises it, where this reader may know.
    pub exercised_by: String,
    /// Number of the decision that endorsed it.
    pub decision: Option<String>,
}

impl View for Member {
    fn title(&self, _: &Cx<'_>) -> String {
        self.organisation.brief().to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(keep) = &self.keep { @for form in keep.forms() { (form.summary(words)) } }
            @if let Some(profile) = &self.profile { (profile.form.summary(words)) }
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("members")) { (words.t("place-members")) } " › " bdi { (self.organisation.brief()) } }
            h1 dir="auto" { (self.organisation.full()) }
            p.lede { (words.f("as-of", &[("day", self.as_of.as_str().into())])) }
            @if let Some(told) = &self.told { (told.show(cx, self)) } @else { (self.own(cx)) }
            (on_a_day(cx, &format!("members/{}", self.slug), &self.on))
            @if let Some(profile) = &self.profile { (profile.show(cx, &self.slug)) }
            @if let Some(keep) = &self.keep { (keep.show(cx, &self.slug, &self.organisation)) }
        }
    }
}

impl ToldMember {
    fn show(&self, cx: &Cx<'_>, member: &Member) -> Markup {
        let words = cx.words;
        let form = self.source.form.as_str();
        html! {
            @if self.other_days.is_empty() {
                dl.facts {
                    div { dt { (words.t("member-told-label")) } dd { (words.f("member-told", &[("form", form.into()), ("day", member.as_of.as_str().into())])) } }
                    @for office in &member.offices { div { dt { (office.office.of_group(cx)) } (office.show(cx)) } }
                }
                div.two {
                    article {
                        @for words in self.passages.iter().filter(|words| **words != member.organisation.full()) { (passage(words)) }
                        h2 { (words.t("member-works-on")) }
                        p { (words.f("member-told-works", &[("form", form.into())])) }
                    }
                    aside.panel aria-label=(words.t("told-source")) { (self.source.show(words)) }
                }
                (proof(cx, self.act))
            } @else {
                p.empty { (words.f("members-not-told", &[("form", form.into()), ("days", words.list(&self.other_days).into())])) }
            }
        }
    }
}

impl Member {
    /// What the group's own record has of it.
    fn own(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.names(words))
            (self.facts(cx))
            h2 { (words.t("member-works-on")) }
            (self.shown_profile(cx))
            @if !self.texts.is_empty() { h2 { (words.t("member-pen")) } (links(cx, "texts", &self.texts)) }
            @if self.inside {
                h2 { (words.t("member-actions")) }
                @if self.actions.is_empty() { p.empty { (words.t("member-no-actions")) } }
                @else { ul.rows { @for action in &self.actions { (action.show(cx)) } } }
            }
            @if !self.seats.is_empty() {
                h2 { (words.t("member-seats")) }
                ul.plain { @for seat in &self.seats { li { (seat.line(words)) } } }
            }
        }
    }

    fn names(&self, words: &Words) -> Markup {
        html! {
            @if !self.also.is_empty() { p.m dir="auto" { (words.f("members-also", &[("names", self.also.join(", ").into())])) } }
            @for (day, name) in &self.former {
                p.m dir="auto" { (words.f("members-former", &[("day", day.as_str().into()), ("name", name.as_str().into())])) }
            }
        }
    }

    fn facts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            dl.facts {
                @if let Some(kind) = self.kind { div { dt { (words.t("member-kind")) } dd { (kind.words(words)) } } }
                @if !self.memberships.is_empty() {
                    div {
                        dt { (words.t(if self.memberships.iter().all(|term| term.until.is_some()) { "member-took-part" } else { "record-category" })) }
                        @for term in &self.memberships {
                            dd { bdi { (term.category) } " " (days(words, &term.since, term.until.as_deref())) }
                        }
                    }
                }
                @for office in &self.offices { div { dt { (office.office.of_group(cx)) } (office.show(cx)) } }
            }
        }
    }

    fn shown_profile(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @match &self.stated {
                None => p.empty { (words.t(if self.profile.is_some() { "member-nothing-stated-own" } else { "member-nothing-stated" })) },
                Some(day) => {
                    (works_on(cx, &self.works_on))
                    @if !self.own_words.is_empty() { p.text dir="auto" { (self.own_words) } }
                    p.m { (words.f(if self.entered { "member-entered" } else { "member-stated" }, &[("day", day.as_str().into())])) }
                }
            }
        }
    }
}

impl OfficeTerm {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @let days = days(words, &self.since, self.until.as_deref());
            @if !self.exercised_by.is_empty() { dd dir="auto" { (self.exercised_by) } }
            @if !days.is_empty() { dd { (days) } }
            @if let Some(number) = &self.decision {
                dd { a href=(cx.group(&format!("decisions/{}", in_address(number)))) { (words.f("home-decision", &[("number", number.as_str().into())])) } }
            }
        }
    }
}

/// "since 3 March 2026", "3 March 2026 to 4 May 2026".
pub(crate) fn days(words: &Words, since: &str, until: Option<&str>) -> String {
    match (since, until) {
        ("", None) => String::new(),
        ("", Some(until)) => words.f("days-until", &[("until", until.into())]),
        (since, None) => words.f("members-since", &[("day", since.into())]),
        (since, Some(until)) => words.f(
            "days-span",
            &[("since", since.into()), ("until", until.into())],
        ),
    }
}
