//! How chair and secretariat steer a silence procedure on its way, and what it waits for.

use maud::{Markup, html};

use crate::clearance::Outcome;
use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::organisation::Org;
use crate::when::When;
use crate::words::Words;

/// What the viewer may do with a procedure. Every form is posted below `/GROUP/texts/SLUG/clearance/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steering {
    /// Who asked for more time and has no answer yet.
    pub more_time: Vec<Org>,
    pub waits: Vec<Wait>,
    /// `extend`: `date`, `time`.
    pub extend: Option<Moment>,
    /// `resume`: `date`, `time`.
    pub resume: Option<Moment>,
    /// `decline`: `decline_reason`, which may be left out.
    pub decline: Option<Because>,
    /// `suspend`: `suspend_reason`.
    pub suspend: Option<Because>,
    /// `cancel`: `cancel_reason`.
    pub cancel: Option<Because>,
    /// `stop`: `stop_reason`.
    pub stop: Option<Because>,
    /// `close`, after an outage.
    pub close: Option<Form>,
    /// `approve`: `organisation`.
    pub approve: Vec<Approve>,
    /// Whether the viewer may enter positions: the page `enter`.
    pub enters: bool,
}

/// A form for a moment in the group's zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub form: Form,
    pub date: String,
    pub time: String,
    pub zone: String,
}

/// A form that asks for a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Because {
    pub form: Form,
    pub reason: String,
}

/// A position that awaits a second person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approve {
    pub organisation: Org,
    /// The organisation's id.
    pub id: String,
    /// How the organisation would stand by it.
    pub outcome: Outcome,
    pub reason: String,
    /// Where somebody may approve it.
    pub form: Option<Form>,
}

/// Why a procedure does not go on by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Messages of organisations that may object have not been read.
    Unread(u32),
    /// What an organisation wrote can be read both ways.
    Doubtful(Org),
    /// The system was down across the deadline, from, until.
    Outage(When, When),
    /// The same of a vote, which is closed or cancelled.
    VoteOutage(When, When),
    /// Another chair has not said yes to what this one did: the step, and who is awaited.
    OtherChair(ChairStep, Vec<Org>),
}

/// A step that needs both chairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChairStep {
    Adoption,
    Cancellation,
}

/// A step that was taken with a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTaken {
    pub kind: StepKind,
    pub on: When,
    pub by: Option<Org>,
    pub reason: String,
}

/// The kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    Extended,
    MoreTimeDeclined,
    Suspended,
    Resumed,
    Cancelled,
    Stopped,
}

impl StepTaken {
    /// "Extended on … by …: reason".
    pub(crate) fn show(&self, words: &Words) -> Markup {
        let key = match self.kind {
            StepKind::Extended => "step-extended",
            StepKind::MoreTimeDeclined => "step-declined",
            StepKind::Suspended => "step-suspended",
            StepKind::Resumed => "step-resumed",
            StepKind::Cancelled => "step-cancelled",
            StepKind::Stopped => "step-stopped",
        };
        let by = self.by.as_ref().map(Org::brief).unwrap_or_default();
        html! {
            p {
                (words.f(key, &[("on", self.on.text.as_str().into()), ("organisation", by.into())]))
                @if !self.reason.is_empty() { " " span dir="auto" { (self.reason) } }
            }
        }
    }
}

impl Steering {
    /// All forms, for the summary of what is wrong.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Form> {
        let moments = self.extend.iter().chain(&self.resume).map(|one| &one.form);
        let reasons = [&self.decline, &self.suspend, &self.cancel, &self.stop];
        let reasons = reasons.into_iter().flatten().map(|one| &one.form);
        let approvals = self.approve.iter().filter_map(|one| one.form.as_ref());
        moments.chain(reasons).chain(&self.close).chain(approvals)
    }

    /// Whether there is nothing to show.
    fn is_empty(&self) -> bool {
        self.forms().next().is_none()
            && self.waits.is_empty()
            && self.approve.is_empty()
            && self.more_time.is_empty()
            && !self.enters
    }

    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        if self.is_empty() {
            return html! {};
        }
        let words = cx.words;
        let at = |path: &str| cx.text(slug, &format!("clearance/{path}"));
        html! {
            section #steer {
                h2 { (words.t("steering-title")) }
                @for wait in &self.waits { p.note { (wait.sentence(words)) } }
                @if !self.more_time.is_empty() {
                    p.note { (words.f("steering-more-time", &[("organisations", names(&self.more_time).as_str().into())])) }
                }
                @for one in &self.approve { (one.show(words, &at("approve"))) }
                @if let Some(form) = &self.close {
                    (form.post(&at("close"), &html! { button.main { (words.t("steering-close")) } }))
                }
                @if let Some(one) = &self.extend { (one.show(words, &at("extend"), "steering-extend", "steering-extend-means")) }
                @if let Some(one) = &self.decline { (one.show(words, &at("decline"), "steering-decline", "steering-decline-means", ("decline_reason", true))) }
                @if let Some(one) = &self.resume { (one.show(words, &at("resume"), "steering-resume", "steering-resume-means")) }
                @if let Some(one) = &self.suspend { (one.show(words, &at("suspend"), "steering-suspend", "steering-suspend-means", ("suspend_reason", false))) }
                @if let Some(one) = &self.stop { (one.show(words, &at("stop"), "steering-stop", "steering-stop-means", ("stop_reason", false))) }
                @if let Some(one) = &self.cancel { (one.show(words, &at("cancel"), "steering-cancel", "steering-cancel-means", ("cancel_reason", false))) }
                @if self.enters { p { a href=(at("enter")) { (words.t("steering-enter")) } } }
            }
        }
    }
}

impl Wait {
    pub(crate) fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Unread(count) => words.f("wait-unread", &[("n", (*count).into())]),
            Self::Doubtful(org) => words.f("wait-doubtful", &[("organisation", org.full().into())]),
            Self::Outage(from, until) => {
                let (from, until) = (from.text.as_str().into(), until.text.as_str().into());
                words.f("wait-outage", &[("from", from), ("until", until)])
            }
            Self::VoteOutage(from, until) => {
                let (from, until) = (from.text.as_str().into(), until.text.as_str().into());
                words.f("wait-vote-outage", &[("from", from), ("until", until)])
            }
            Self::OtherChair(step, awaited) => {
                let key = match step {
                    ChairStep::Adoption => "wait-chair-adoption",
                    ChairStep::Cancellation => "wait-chair-cancellation",
                };
                words.f(key, &[("organisations", names(awaited).as_str().into())])
            }
        }
    }
}

fn names(organisations: &[Org]) -> String {
    let names: Vec<&str> = organisations.iter().map(Org::brief).collect();
    names.join(", ")
}

impl Moment {
    fn show(&self, words: &Words, action: &str, title: &str, means: &str) -> Markup {
        let form = &self.form;
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t(title)) }
                (form.post(action, &html! {
                    p.m { (words.t(means)) }
                    (crate::round::deadline(words, form, &self.date, &self.time, &self.zone))
                    button { (words.t(title)) }
                }))
            }
        }
    }
}

impl Because {
    /// The form behind its summary, with the name of its field, and whether that may be left out.
    pub(crate) fn show(
        &self,
        words: &Words,
        action: &str,
        title: &str,
        means: &str,
        (name, optional): (&str, bool),
    ) -> Markup {
        let form = &self.form;
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t(title)) }
                (form.post(action, &html! {
                    p.m { (words.t(means)) }
                    (form.area(words, Input {
                        name, label: words.t("steering-reason"), value: &self.reason, optional, ..Input::default()
                    }, 3))
                    button { (words.t(title)) }
                }))
            }
        }
    }
}

impl Approve {
    fn show(&self, words: &Words, action: &str) -> Markup {
        html! {
            p.note {
                (words.f("wait-approval", &[("organisation", self.organisation.full().into())])) " "
                (self.outcome.words(words)) "."
                @if !self.reason.is_empty() { " " span dir="auto" { (self.reason) } }
            }
            @if let Some(form) = &self.form {
                (form.post(action, &html! {
                    input type="hidden" name="organisation" value=(self.id);
                    button { (words.t("steering-approve")) }
                }))
            }
        }
    }
}
