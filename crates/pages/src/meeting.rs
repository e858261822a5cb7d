//! `/GROUP/meetings/SLUG` inside the group: the agenda with all that belongs to it, and the meeting itself.

use maud::{Markup, html};

use crate::attendance::{Attendance, AttendanceForm};
use crate::call::{Cancel, Move};
use crate::entries::AgendaItem;
use crate::floor::Put;
use crate::form::Form;
use crate::frame::{Cx, View};
use crate::meetings::{Level, Stage};
use crate::organisation::{Hat, Org};
use crate::papers::{PaperForm, PaperRow, list};
use crate::pick::links;

/// What stands at the top of every page of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub slug: String,
    pub title: String,
    pub level: Level,
    pub ordinal: Option<u32>,
    /// As [`crate::meetings::span`] says it.
    pub on: String,
    /// "in 17 days", while it is coming.
    pub relative: Option<String>,
    pub place: Option<String>,
    pub stage: Stage,
    /// Which pages beside the meeting this reader may open: its draft agenda, its minutes, its note.
    pub agenda: bool,
    pub minutes: bool,
    pub note: bool,
}

/// The pages of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Meeting,
    Agenda,
    Minutes,
    Note,
}

/// A meeting as the members see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    pub head: Head,
    /// Who holds which office on that day, and who exercises it; empty: not shown.
    pub offices: Vec<(Hat, Org, String)>,
    /// When it was moved, and why: the latest reason.
    pub moved: Option<String>,
    /// The invitation can be had as a file for calendars, at `…/invitation.ics`.
    pub calendar: bool,
    /// Why it was cancelled.
    pub cancelled: Option<String>,
    /// The decision that is before the meeting right now.
    pub put: Option<Put>,
    /// The agenda is adopted; until then it is a draft.
    pub adopted: bool,
    pub items: Vec<AgendaItem>,
    /// Papers without an item.
    pub papers: Vec<PaperRow>,
    /// Short name and title of each text that is made for it.
    pub texts: Vec<(String, String)>,
    /// Once the meeting was opened.
    pub attendance: Option<Attendance>,
    /// What chair and secretariat may do now; all empty for everybody else.
    pub steps: Steps,
}

/// Forms of chair and secretariat: each is there exactly when it can be done now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// Posted to `/GROUP/meetings/SLUG/open`; nothing but the command.
    pub open: Option<Form>,
    /// Posted to `/GROUP/meetings/SLUG/agenda/adopt`; nothing but the command.
    pub adopt: Option<Form>,
    pub attendance: Option<AttendanceForm>,
    pub paper: Option<PaperForm>,
    /// Posted to `/GROUP/meetings/SLUG/close`; nothing but the command.
    pub close: Option<Form>,
    pub moves: Option<Move>,
    pub cancel: Option<Cancel>,
}

impl Head {
    /// Breadcrumb, title, the line under it (not on the meeting's own page, which has its facts), tabs.
    pub(crate) fn show(&self, cx: &Cx<'_>, tab: Tab) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("meetings")) { (words.t("place-meetings")) } " › " (self.level.in_series(words, self.ordinal))
            }
            h1 dir="auto" { (self.title) }
            @if tab != Tab::Meeting { p.lede { (self.on) @if let Some(place) = &self.place { " · " bdi { (place) } } " · " (self.stage.words(words)) } }
            (self.tabs(cx, tab))
        }
    }

    fn tabs(&self, cx: &Cx<'_>, tab: Tab) -> Markup {
        let words = cx.words;
        let all = [
            (Tab::Meeting, "", "meeting-tab", true),
            (Tab::Agenda, "/agenda", "meeting-tab-agenda", self.agenda),
            (
                Tab::Minutes,
                "/minutes",
                "meeting-tab-minutes",
                self.minutes,
            ),
            (Tab::Note, "/note", "meeting-tab-note", self.note),
        ];
        let shown: Vec<_> = all
            .into_iter()
            .filter(|(each, _, _, may)| *may || *each == tab)
            .collect();
        html! {
            @if shown.len() > 1 {
                nav.tabs aria-label=(words.t("meeting-tabs")) {
                    @for (each, path, key, _) in shown {
                        a href=(cx.group(&format!("meetings/{}{path}", self.slug))) aria-current=[(each == tab).then_some("page")] { (words.t(key)) }
                    }
                }
            }
        }
    }

    /// "Minutes · Title", in the browser's tab.
    pub(crate) fn title(&self, cx: &Cx<'_>, key: &str) -> String {
        format!("{} · {}", cx.words.t(key), self.title)
    }
}

impl View for Meeting {
    fn title(&self, _: &Cx<'_>) -> String {
        self.head.title.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let (words, slug) = (cx.words, self.head.slug.as_str());
        html! {
            (self.summaries(cx))
            (self.head.show(cx, Tab::Meeting))
            (self.facts(cx))
            p.m { a href=(cx.group(&format!("meetings/{slug}/brief"))) { (words.t("brief-link")) } }
            @if self.calendar { p.m { a href=(cx.group(&format!("meetings/{slug}/invitation.ics"))) { (words.t("meeting-calendar")) } } }
            @if let Some(reason) = &self.cancelled { p.note dir="auto" { b { (words.t("meeting-was-cancelled")) } " " (reason) } }
            @if let Some(reason) = &self.moved { p.note dir="auto" { b { (words.t("meeting-was-moved")) } " " (reason) } }
            @if let Some(put) = &self.put { (put.show(cx, slug)) }
            (self.next(cx))
            @if self.cancelled.is_some() && self.items.is_empty() { (self.papers(cx)) }
            @else { @match &self.attendance {
                Some(attendance) => div.two { article { (self.agenda(cx)) } (self.beside(cx, attendance)) },
                None => (self.agenda(cx)),
            } }
            (self.conduct(cx))
        }
    }
}

impl Meeting {
    fn summaries(&self, cx: &Cx<'_>) -> Markup {
        let steps = &self.steps;
        let answer = self.put.as_ref().and_then(|put| put.answer.as_ref());
        let forms = [
            answer.map(|answer| &answer.decided),
            answer.map(|answer| &answer.objected),
            answer
                .and_then(|answer| answer.roll_call.as_ref())
                .map(|call| &call.form),
            steps.open.as_ref(),
            steps.adopt.as_ref(),
            steps.attendance.as_ref().map(|each| &each.form),
            steps.paper.as_ref().map(|each| &each.form),
            steps.close.as_ref(),
            steps.moves.as_ref().map(|each| &each.form),
            steps.cancel.as_ref().map(|each| &each.form),
        ];
        html! { @for form in forms.into_iter().flatten() { (form.summary(cx.words)) } }
    }

    fn facts(&self, cx: &Cx<'_>) -> Markup {
        let (words, head) = (cx.words, &self.head);
        html! {
            dl.facts {
                div {
                    dt { (words.t("meeting-when")) }
                    dd {
                        (head.on) @if let Some(place) = &head.place { ", " bdi { (place) } }
                        @if let Some(relative) = &head.relative { div.when { (relative) } }
                    }
                }
                div { dt { (words.t("meeting-stage")) } dd { (head.stage.words(words)) } }
                @if !self.texts.is_empty() { div { dt { (words.t("meeting-texts")) } dd { (links(cx, "texts", &self.texts)) } } }
                @for (office, organisation, person) in &self.offices {
                    div { dt { (office.name(words)) } dd { (organisation.abbreviated()) @if !person.is_empty() { " · " bdi { (person) } } } }
                }
            }
        }
    }

    /// The one step that comes next, for chair and secretariat.
    fn next(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let steps = [
            (&self.steps.open, "open", "step-open", "step-open-hint"),
            (
                &self.steps.adopt,
                "agenda/adopt",
                "step-adopt",
                "step-adopt-hint",
            ),
        ];
        html! {
            @for (form, path, button, hint) in steps {
                @if let Some(form) = form {
                    (form.post(&cx.group(&format!("meetings/{}/{path}", self.head.slug)), &html! {
                        p { button.main { (words.t(button)) } }
                        p.hint { (words.t(hint)) }
                    }))
                }
            }
        }
    }

    fn agenda(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h2 { (words.t(if self.adopted || self.items.is_empty() { "meeting-agenda" } else { "meeting-agenda-draft" })) }
            @if self.items.is_empty() { p.empty { (words.t("meeting-agenda-empty")) @if self.head.agenda { " " (words.t("meeting-agenda-empty-propose")) } } }
            @else { ol.rows { @for item in &self.items { (item.row(cx, &self.head.slug)) } } }
            (self.papers(cx))
        }
    }

    /// Papers without an item.
    fn papers(&self, cx: &Cx<'_>) -> Markup {
        html! {
            @if !self.papers.is_empty() {
                h2 { (cx.words.t("meeting-other-papers")) }
                (list(cx, &self.head.slug, &self.papers))
            }
        }
    }

    fn beside(&self, cx: &Cx<'_>, attendance: &Attendance) -> Markup {
        let words = cx.words;
        let over = self.head.stage > Stage::InSession;
        let title = words.t(if over {
            "meeting-took-part"
        } else {
            "meeting-takes-part"
        });
        html! {
            aside.panel aria-label=(title) {
                h2 { (title) }
                (attendance.show(words, false, over))
                @if self.steps.attendance.is_some() { p { a href="#attendance" { (words.t("present-mark")) } } }
            }
        }
    }

    fn conduct(&self, cx: &Cx<'_>) -> Markup {
        let (words, slug, steps) = (cx.words, self.head.slug.as_str(), &self.steps);
        let some = steps.attendance.is_some()
            || steps.paper.is_some()
            || steps.close.is_some()
            || steps.moves.is_some()
            || steps.cancel.is_some();
        html! {
            @if some {
                section.invite {
                    h2 { (words.t("meeting-conduct")) }
                    @if let Some(form) = &steps.attendance { (form.show(cx, slug)) }
                    @if let Some(form) = &steps.paper { (form.show(cx, slug)) }
                    @if let Some(form) = &steps.close {
                        details open[!form.problems.is_empty()] {
                            summary { (words.t("step-close-title")) }
                            (form.post(&cx.group(&format!("meetings/{slug}/close")), &html! {
                                p { (words.t("step-close-means")) }
                                button { (words.t("step-close")) }
                            }))
                        }
                    }
                    @if let Some(form) = &steps.moves { (form.show(cx, slug)) }
                    @if let Some(form) = &steps.cancel { (form.show(cx, slug)) }
                }
            }
        }
    }
}
