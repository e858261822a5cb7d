//! The agenda as it is read: its items with what belongs to them and what came of them.

use maud::{Markup, html};

use crate::actions::{ActionState, Due, owners};
use crate::ballot::{Count, VoteRow, rows};
use crate::clearance::Attached;
use crate::frame::Cx;
use crate::meetings::Importance;
use crate::organisation::Org;
use crate::papers::{PaperRow, list};
use crate::pick::in_address;
use crate::publication::beside_name;
use crate::words::Words;

/// What an agenda item is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemKind {
    AdoptionOfAgenda,
    /// Approval of the minutes of an earlier meeting.
    Minutes,
    /// Carries the open actions.
    FollowUp,
    #[default]
    Topic,
    OtherBusiness,
}

/// An item of the agenda. What a kind has no use for stays empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaItem {
    /// From 1.
    pub number: u32,
    pub title: String,
    pub kind: ItemKind,
    /// Follow-up: actions that it carries, and how many of them are overdue.
    pub open: u32,
    pub overdue: u32,
    /// Short name and title of the meeting from which it was deferred.
    pub deferred: Option<(String, String)>,
    /// Short name and title of the meeting whose minutes it approves.
    pub minutes_of: Option<(String, String)>,
    /// Short name and title of the text that it is about.
    pub text: Option<(String, String)>,
    pub papers: Vec<PaperRow>,
    /// What came of it, and the words that sum it up.
    pub outcome: Option<(Outcome, String)>,
    pub decisions: Vec<DecisionLine>,
    /// Decisions that were put and met an objection.
    pub objected: Vec<Objected>,
    /// Decisions that were put to the vote and not carried.
    pub lost: Vec<NotCarried>,
    pub actions: Vec<ActionLine>,
}

/// A decision that was put to the meeting and not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objected {
    pub title: String,
    /// As it was put.
    pub words: String,
    /// Who objected, in protocol order.
    pub objecting: Vec<Org>,
    pub reason: String,
}

/// A decision that was put to the vote and not carried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotCarried {
    pub title: String,
    /// As it was put.
    pub words: String,
    pub count: Count,
    pub rows: Vec<VoteRow>,
}

/// What came of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    Decided,
    #[default]
    Concluded,
    TookNote,
    ExpressedView,
    Deferred,
}

/// A decision taken in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLine {
    /// "2026/4".
    pub number: String,
    pub title: String,
    pub kind: Importance,
    /// What was decided, word for word.
    pub words: String,
    /// Reservations, statements and dissociations that this reader may see.
    pub attached: Vec<(Org, Attached)>,
}

/// An action opened in a meeting or carried into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionLine {
    /// "2026/3".
    pub number: String,
    pub what: String,
    /// The one who leads first.
    pub owners: Vec<Org>,
    pub due: Due,
    pub state: ActionState,
}

impl ItemKind {
    const ALL: [Self; 5] = [
        Self::AdoptionOfAgenda,
        Self::Minutes,
        Self::FollowUp,
        Self::Topic,
        Self::OtherBusiness,
    ];

    /// The value in forms: `follow_up`.
    pub fn value(self) -> &'static str {
        match self {
            Self::AdoptionOfAgenda => "adoption_of_agenda",
            Self::Minutes => "minutes",
            Self::FollowUp => "follow_up",
            Self::Topic => "topic",
            Self::OtherBusiness => "other_business",
        }
    }

    /// The kind behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == value)
    }
}

impl Outcome {
    /// Every outcome, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Decided,
        Self::Concluded,
        Self::TookNote,
        Self::ExpressedView,
        Self::Deferred,
    ];

    /// The value in forms: `took_note`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Concluded => "concluded",
            Self::TookNote => "took_note",
            Self::ExpressedView => "expressed_view",
            Self::Deferred => "deferred",
        }
    }

    /// The outcome behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|outcome| outcome.value() == value)
    }

    /// "The meeting took note".
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Decided => "came-decided",
            Self::Concluded => "came-concluded",
            Self::TookNote => "came-took-note",
            Self::ExpressedView => "came-expressed-view",
            Self::Deferred => "came-deferred",
        })
    }
}

impl AgendaItem {
    /// A row of the agenda.
    pub(crate) fn row(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        html! {
            li.para id=(format!("item-{}", self.number)) {
                span.no { (self.number) }
                div {
                    h3.text { a href=(cx.group(&format!("meetings/{slug}/items/{}", self.number))) dir="auto" { (self.title) } }
                    (self.about(cx))
                    (list(cx, slug, &self.papers))
                    (self.came_of_it(cx))
                }
            }
        }
    }

    /// The line that says what the item is for; nothing for a plain topic.
    pub(crate) fn about(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let mut parts = Vec::new();
        if self.kind == ItemKind::FollowUp {
            parts.push(html! {
                (words.f("item-carried", &[("n", self.open.into())]))
                @if self.overdue > 0 { ", " (words.f("item-overdue", &[("n", self.overdue.into())])) }
            });
        }
        let links = [
            ("item-minutes-of", "meetings", "/minutes", &self.minutes_of),
            ("item-deferred-from", "meetings", "", &self.deferred),
            ("item-text", "texts", "", &self.text),
        ];
        for (key, place, page, linked) in links {
            if let Some((slug, title)) = linked {
                parts.push(html! {
                    (words.t(key)) " " a href=(cx.group(&format!("{place}/{slug}{page}"))) dir="auto" { (title) }
                });
            }
        }
        html! {
            @if !parts.is_empty() {
                p.m { @for (at, part) in parts.iter().enumerate() { @if at > 0 { " · " } (part) } }
            }
        }
    }

    /// Outcome with its summary, decisions, actions.
    pub(crate) fn came_of_it(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some((outcome, summary)) = &self.outcome {
                p dir="auto" { b { (outcome.words(words)) "." } @if !summary.is_empty() { " " (summary) } }
            }
            @for objected in &self.objected { (objected.show(words)) }
            @for lost in &self.lost { (lost.show(words)) }
            @if !self.decisions.is_empty() || !self.actions.is_empty() {
                ul.plain {
                    @for decision in &self.decisions { li { (decision.line(cx)) } }
                    @for action in &self.actions { li { (action.line(cx, false)) } }
                }
            }
        }
    }
}

impl Objected {
    /// "“Task team” was put to the meeting and not decided: HWF objected. The lead should rotate."
    pub(crate) fn show(&self, words: &Words) -> Markup {
        let names: Vec<&str> = self.objecting.iter().map(Org::brief).collect();
        html! {
            p dir="auto" {
                (words.f("entry-objected", &[("title", self.title.as_str().into()), ("names", words.list(&names).into())]))
                @if !self.reason.is_empty() { " " (self.reason) }
            }
            @if !self.words.is_empty() { p.attached dir="auto" { (self.words) } }
        }
    }
}

impl NotCarried {
    /// "“Task team” was put to the vote and not carried. 1 in favour, …", with who said what.
    pub(crate) fn show(&self, words: &Words) -> Markup {
        html! {
            p dir="auto" { (words.f("entry-lost", &[("title", self.title.as_str().into())])) }
            (self.count.show(words))
            @if !self.words.is_empty() { p.attached dir="auto" { (self.words) } }
            details { summary { (words.t("vote-who-said")) } (rows(words, &self.rows)) }
        }
    }
}

impl DecisionLine {
    /// "Decision 2026/4: Task team on inspection".
    pub(crate) fn line(&self, cx: &Cx<'_>) -> Markup {
        let path = format!("decisions/{}", in_address(&self.number));
        html! {
            a href=(cx.group(&path)) dir="auto" { (cx.words.f("entry-decision", &[("number", self.number.as_str().into())])) " " (self.title) }
        }
    }

    /// The same with the words of the decision under it, as in minutes.
    pub(crate) fn in_full(&self, cx: &Cx<'_>) -> Markup {
        html! {
            div.attached dir="auto" {
                b { (self.line(cx)) " · " (self.kind.words(cx.words)) } br;
                (self.words)
            }
            @for (org, attached) in &self.attached { (beside_name(cx.words, org, attached)) }
        }
    }
}

impl ActionLine {
    /// "Action 2026/7: Draw up the list … · HWF, with FDW · due Friday 12 June 2026", as it was opened;
    /// `now`: how near it is, and where it stands.
    pub(crate) fn line(&self, cx: &Cx<'_>, now: bool) -> Markup {
        let words = cx.words;
        let path = format!("actions/{}", in_address(&self.number));
        html! {
            a href=(cx.group(&path)) dir="auto" { (words.f("entry-action", &[("number", self.number.as_str().into())])) " " (self.what) }
            div.m {
                bdi { (owners(words, &self.owners, |org| org.brief().to_owned())) } " · "
                @match &self.due {
                    due if now => (due.in_full(words)),
                    Due::Day { day, .. } | Due::Past { day } => (words.f("entry-due", &[("day", day.as_str().into())])),
                    Due::NextMeeting => (words.t("entry-due-next")),
                }
                @if now { " · " (self.state.words(words)) }
            }
        }
    }
}
