//! A vote in writing on a text, on the page of its clearance.

use maud::{Markup, html};

use crate::ballot::{Choice, Count, Majority, VoteRow, choices, rows};
use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::organisation::Org;
use crate::round::deadline;
use crate::steering::{Because, Wait};
use crate::when::When;
use crate::words::Words;

/// A vote, as this reader sees it. Every form is posted below `/GROUP/texts/SLUG/clearance/vote/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voting {
    pub state: VoteState,
    /// Label of the version.
    pub version: String,
    pub opened: When,
    pub opened_by: Org,
    pub majority: Majority,
    pub quorum: u32,
    pub electorate: u32,
    pub note: String,
    /// `cast`: `choice`; where the reader's organisation has a vote and this seat may give it.
    pub cast: Option<Form>,
    /// What it said, with when, and the number of the act.
    pub own: Option<(Choice, When, u64)>,
    /// Value of the choice that is ticked.
    pub chosen: String,
    /// Chair and secretariat see it while the vote runs, all inside once it is over.
    pub rows: Vec<VoteRow>,
    pub count: Option<Count>,
    pub waits: Vec<Wait>,
    /// `adopt`, for the chair, with the number that the decision will get.
    pub adopt: Option<(String, Form)>,
    /// `close`, after an outage.
    pub close: Option<Form>,
    /// `cancel`: `vote_cancel_reason`.
    pub cancel: Option<Because>,
    /// Whether the reader may enter votes that came by mail: the page `enter`.
    pub enters: bool,
    /// Why it was cancelled.
    pub reason: String,
}

/// How a vote stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoteState {
    /// Until when, and "2 days 4 h".
    Running(When, String),
    Carried(When),
    Lost(When),
    /// The number of the decision.
    Adopted(String, When),
    Cancelled(When),
    Annulled(When),
}

impl Default for VoteState {
    fn default() -> Self {
        Self::Lost(When::default())
    }
}

/// The form that puts a text to the vote, posted to `/GROUP/texts/SLUG/clearance/vote/open`: `date`, `time` in
/// the group's zone, `note`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenVote {
    pub form: Form,
    pub version: String,
    pub date: String,
    pub time: String,
    pub zone: String,
    pub note: String,
    pub electorate: u32,
    pub majority: Majority,
    pub quorum: u32,
    /// Whole working days that it lasts at least.
    pub shortest_days: u32,
}

impl Voting {
    /// All forms, for the summary of what is wrong.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Form> {
        let cancel = self.cancel.as_ref().map(|one| &one.form);
        let adopt = self.adopt.as_ref().map(|(_, form)| form);
        self.cast
            .iter()
            .chain(adopt)
            .chain(&self.close)
            .chain(cancel)
    }

    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let at = |path: &str| cx.text(slug, &format!("clearance/vote/{path}"));
        html! {
            section #vote {
                (self.head(words))
                @for wait in &self.waits { p.note { (wait.sentence(words)) } }
                @if let Some((number, form)) = &self.adopt {
                    p { (words.f("silence-confirm-means", &[("number", number.as_str().into())])) }
                    (form.post(&at("adopt"), &html! { button.main { (words.t("silence-confirm")) } }))
                }
                @if let Some(form) = &self.close {
                    (form.post(&at("close"), &html! { button.main { (words.t("vote-close")) } }))
                }
                @if let Some((choice, on, receipt)) = &self.own {
                    h2 { (words.t("vote-own")) }
                    p {
                        b { (choice.words(words)) } " · " (on.show()) " · "
                        a href=(cx.receipt(*receipt)) { (words.t("flash-receipt")) }
                    }
                }
                @if let Some(form) = &self.cast {
                    (form.post(&at("cast"), &html! {
                        (choices(words, form, ("choice", words.t("vote-cast-legend")), &self.chosen))
                        p.hint { (words.t("vote-cast-hint")) }
                        button.main { (words.t(if self.own.is_some() { "vote-cast-again" } else { "vote-cast" })) }
                    }))
                }
                @if !self.rows.is_empty() {
                    h2 { (words.t(if self.is_running() { "clearance-positions" } else { "vote-who-said" })) }
                    @if self.is_running() { p.m { (words.t("vote-positions-lede")) } }
                    (rows(words, &self.rows))
                }
                @if self.enters { p { a href=(at("enter")) { (words.t("vote-enter")) } } }
                @if let Some(cancel) = &self.cancel {
                    (cancel.show(words, &at("cancel"), "vote-cancel", "vote-cancel-means", ("vote_cancel_reason", false)))
                }
            }
        }
    }

    fn is_running(&self) -> bool {
        matches!(self.state, VoteState::Running(..))
    }

    fn head(&self, words: &Words) -> Markup {
        let version = &[("version", self.version.as_str().into())];
        html! {
            div.clock {
                @match &self.state {
                    VoteState::Running(until, left) => {
                        b { (left) }
                        p.m { (words.t("clearance-until")) " " (until.in_full()) }
                        p { (words.f("vote-running", version)) }
                    }
                    VoteState::Carried(on) => {
                        b { (words.t("vote-carried")) } p.m { (on.in_full()) }
                        @if self.adopt.is_none() { p { (words.t("silence-chair-confirms")) } }
                    }
                    VoteState::Lost(on) => {
                        b { (words.t("vote-lost")) } p.m { (on.in_full()) }
                        p { (words.f("vote-lost-means", version)) }
                    }
                    VoteState::Adopted(number, on) => {
                        b { (words.f("silence-adopted", &[("number", number.as_str().into())])) } p.m { (on.show()) }
                        p { (words.t("vote-adopted-means")) }
                    }
                    VoteState::Cancelled(on) => {
                        b { (words.t("vote-cancelled")) } p.m { (on.in_full()) }
                        p { (words.t("vote-cancelled-means")) @if !self.reason.is_empty() { " " span dir="auto" { (self.reason) } } }
                    }
                    VoteState::Annulled(on) => {
                        b { (words.t("silence-annulled")) } p.m { (on.in_full()) }
                        p { (words.t("silence-annulled-means")) }
                    }
                }
                @if let Some(count) = &self.count { (count.show(words)) }
            }
        }
    }

    /// The aside: how it runs.
    pub(crate) fn rules(&self, words: &Words) -> Markup {
        html! {
            p {
                (words.f("clearance-opened", &[
                    ("on", self.opened.text.as_str().into()), ("organisation", self.opened_by.brief().into()),
                ]))
            }
            @if !self.note.is_empty() { p dir="auto" { (self.note) } }
            p { (how(words, self.electorate, self.majority, self.quorum)) }
        }
    }
}

/// Who votes, what carries, and how many must take part.
fn how(words: &Words, electorate: u32, majority: Majority, quorum: u32) -> String {
    words.f(
        "vote-how",
        &[
            ("n", electorate.into()),
            ("majority", majority.words(words).into()),
            ("quorum", quorum.into()),
        ],
    )
}

impl OpenVote {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            section #open-vote {
                h2 { (words.t("vote-open-title")) }
                p {
                    (words.f("vote-open-lede", &[("version", self.version.as_str().into())])) " "
                    (how(words, self.electorate, self.majority, self.quorum))
                }
                details open[!form.problems.is_empty()] {
                    summary { (words.t("vote-open-title")) }
                    (form.post(&cx.text(slug, "clearance/vote/open"), &html! {
                        (deadline(words, form, &self.date, &self.time, &self.zone))
                        @if self.shortest_days > 0 { p.hint { (words.f("silence-shortest-days", &[("n", self.shortest_days.into())])) } }
                        (form.area(words, Input {
                            name: "note", label: words.t("silence-note"), hint: Some(words.t("silence-note-hint")), value: &self.note, optional: true, ..Input::default()
                        }, 3))
                        button.main { (words.t("vote-open-button")) }
                    }))
                }
            }
        }
    }
}
