//! `/GROUP/notices`: what the reader's organisation was told, and each of it as a page and as the words of a
//! message.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::when::When;
use crate::words::{Arg, Words};

/// What is told as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    RoundOpened,
    RoundExtended,
    RoundClosed,
    ResponsesIssued,
    #[default]
    SilenceOpened,
    SilenceRestarted,
    SilenceExtended,
    MoreTimeDeclined,
    SilenceSuspended,
    SilenceResumed,
    SilenceCancelled,
    SilenceStopped,
    SilenceBroken,
    SilenceClosed,
    PositionEntered,
    VoteOpened,
    VoteEntered,
    VoteCarried,
    VoteLost,
    VoteCancelled,
    Reminder,
    Adopted,
    DecidedInAbsence,
    Annulled,
    Published,
    CorrectionProposed,
    CorrectionContested,
    CorrectionIssued,
}

/// A notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    /// Title of the text, or of the decision.
    pub title: String,
    /// Label of the version: "draft 2".
    pub version: String,
    /// Number of the decision: "2026/4".
    pub number: String,
    /// Title of the meeting.
    pub meeting: String,
    /// The deadline, or the last day for an organisation's own words.
    pub until: Option<When>,
    /// Day, of what has one instead of an instant.
    pub day: String,
    /// Words of whoever caused it.
    pub words: String,
    pub on: When,
    /// Where it shows, below the group.
    pub path: String,
    /// Number of the act, from 1.
    pub receipt: u64,
}

/// The list of notices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// Newest first.
    pub rows: Vec<Notice>,
    /// For the secretariat: how many messages wait to be sent.
    pub outbox: Option<u32>,
}

impl Notice {
    fn keys(&self) -> (&'static str, &'static str) {
        use NoticeKind as Kind;
        match self.kind {
            Kind::RoundOpened => ("notice-round-opened", "notice-round-opened-means"),
            Kind::RoundExtended => ("notice-round-extended", "notice-round-extended-means"),
            Kind::RoundClosed => ("notice-round-closed", "notice-round-closed-means"),
            Kind::ResponsesIssued => ("notice-responses", "notice-responses-means"),
            Kind::SilenceOpened => ("notice-silence-opened", "notice-silence-means"),
            Kind::SilenceRestarted => ("notice-silence-restarted", "notice-silence-means"),
            Kind::SilenceExtended => ("notice-silence-extended", "notice-silence-extended-means"),
            Kind::MoreTimeDeclined => ("notice-declined", "notice-declined-means"),
            Kind::SilenceSuspended => ("notice-suspended", "notice-suspended-means"),
            Kind::SilenceResumed => ("notice-resumed", "notice-silence-means"),
            Kind::SilenceCancelled => ("notice-cancelled", "notice-cancelled-means"),
            Kind::SilenceStopped => ("notice-stopped", "notice-stopped-means"),
            Kind::SilenceBroken => ("notice-broken", "notice-broken-means"),
            Kind::SilenceClosed => ("notice-closed", "notice-closed-means"),
            Kind::PositionEntered => ("notice-position-entered", "notice-position-entered-means"),
            Kind::VoteOpened => ("notice-vote-opened", "notice-vote-opened-means"),
            Kind::VoteEntered => ("notice-vote-entered", "notice-vote-entered-means"),
            Kind::VoteCarried => ("notice-vote-carried", "notice-vote-carried-means"),
            Kind::VoteLost => ("notice-vote-lost", "notice-vote-lost-means"),
            Kind::VoteCancelled => ("notice-vote-cancelled", "notice-vote-cancelled-means"),
            Kind::Reminder => ("notice-reminder", "notice-reminder-means"),
            Kind::Adopted => ("notice-adopted", "notice-adopted-means"),
            Kind::DecidedInAbsence => ("notice-in-absence", "notice-in-absence-means"),
            Kind::Annulled => ("notice-annulled", "notice-annulled-means"),
            Kind::CorrectionProposed => (
                "notice-correction-proposed",
                "notice-correction-proposed-means",
            ),
            Kind::CorrectionContested => (
                "notice-correction-contested",
                "notice-correction-contested-means",
            ),
            Kind::CorrectionIssued => {
                ("notice-correction-issued", "notice-correction-issued-means")
            }
            Kind::Published => ("notice-published", "notice-published-means"),
        }
    }

    fn worded(&self, words: &Words, key: &str) -> String {
        let until = self.until.as_ref().map_or("", |until| until.text.as_str());
        let args: [(&str, Arg<'_>); 6] = [
            ("title", self.title.as_str().into()),
            ("version", self.version.as_str().into()),
            ("number", self.number.as_str().into()),
            ("meeting", self.meeting.as_str().into()),
            ("until", until.into()),
            ("day", self.day.as_str().into()),
        ];
        words.f(key, &args)
    }

    /// What it is about in a line: the subject of the message.
    #[must_use]
    pub fn subject(&self, words: &Words) -> String {
        self.worded(words, self.keys().0)
    }

    /// What it means for the reader, in a sentence or two.
    #[must_use]
    pub fn meaning(&self, words: &Words) -> String {
        self.worded(words, self.keys().1)
    }

    /// The words of the message; `group`: the group's name, `base`: the address of its page.
    #[must_use]
    pub fn message(&self, words: &Words, group: &str, base: &str) -> String {
        let mut parts = vec![self.meaning(words)];
        if let Some(until) = &self.until {
            let utc = until.utc.as_ref().map(|utc| format!(" ({utc})"));
            parts.push(format!("{}{}", until.text, utc.unwrap_or_default()));
        }
        if !self.words.is_empty() {
            parts.push(words.f("notice-words", &[("words", self.words.as_str().into())]));
        }
        parts.push(format!("{base}/{}", self.path));
        let receipt = format!("{base}/record/receipts/{}", self.receipt);
        parts.push(words.f("notice-receipt", &[("receipt", receipt.as_str().into())]));
        parts.push(group.to_owned());
        parts.join("\n\n")
    }

    fn row(&self, cx: &Cx<'_>) -> Markup {
        html! {
            li.row {
                div dir="auto" { a.t href=(cx.group(&format!("notices/{}", self.receipt))) { (self.subject(cx.words)) } }
                div.w.m { (self.on.show()) }
            }
        }
    }
}

impl View for Notice {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.subject(cx.words)
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("notices")) { (words.t("notices-title")) } " › " (self.on.show())
            }
            h1 dir="auto" { (self.subject(words)) }
            p.lede dir="auto" { (self.meaning(words)) }
            @if let Some(until) = &self.until { p { b { (until.in_full()) } } }
            @if !self.words.is_empty() { p.text dir="auto" { (self.words) } }
            p { a.btn.main href=(cx.group(&self.path)) { (words.t("notice-go")) } }
            p.m { a href=(cx.group(&format!("notices/{}/message.eml", self.receipt))) { (words.t("notice-file")) } }
            p.proof { a href=(cx.receipt(self.receipt)) { (words.t("place-record")) } ": " (words.t("notice-proof")) }
        }
    }
}

impl View for Notices {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("notices-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("notices-title")) }
            p.lede { (words.t("notices-lede")) }
            @if let Some(waiting) = self.outbox {
                p { a href=(cx.group("outbox")) { (words.f("outbox-link", &[("n", waiting.into())])) } }
            }
            @if self.rows.is_empty() { p.empty { (words.t("notices-empty")) } }
            @else { ul.rows { @for row in &self.rows { (row.row(cx)) } } }
        }
    }
}
