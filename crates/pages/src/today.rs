//! `/GROUP/today`: what is asked of us, soonest first, and what happened since.

use crate::deed::Deed;
use crate::frame::{Cx, View};
use crate::when::When;
use crate::words::Words;
use maud::{Markup, html};

/// The first page after signing in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// "Monday 4 May 2026".
    pub day: String,
    /// Soonest first.
    pub asked: Vec<Asked>,
    /// Newest first.
    pub since: Vec<Deed>,
}

/// Something asked of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub what: Ask,
    /// Title of the text.
    pub text: String,
    pub slug: String,
    /// Label of the version: "draft 2".
    pub version: String,
    /// When it closes or was closed; `None` when nothing presses.
    pub when: Option<When>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Return comments to an open round; `held`: a return is here already.
    Return {
        held: bool,
    },
    /// Answer a silence procedure; `said`: a position is here already.
    Answer {
        said: bool,
    },
    /// The penholder's: answer the proposals.
    AnswerProposals {
        answered: u32,
        proposals: u32,
    },
    IssueResponses,
    MakeNextVersion,
    /// The secretariat's: a round runs.
    WatchRound {
        answered: u32,
        asked: u32,
    },
    Freeze,
    OpenRound,
    OpenSilence,
    /// Secretariat and chair: silence runs.
    WatchSilence,
    /// The chair's: closed without objection.
    Confirm,
    /// The chair's: broken; restart or go back to the text.
    AfterBroken,
    Endorse,
    Publish,
}

impl Ask {
    /// The row's title, the line under it, and the page of the text where it is done.
    fn words(&self, words: &Words, text: &str, version: &str) -> (String, String, &'static str) {
        let text = || [("text", text.into())];
        let line = |key: &str| words.f(key, &[("version", version.into())]);
        match self {
            Self::Return { held: false } => (
                words.f("ask-return", &text()),
                line("ask-return-line"),
                "return",
            ),
            Self::Return { held: true } => (
                words.f("ask-return", &text()),
                line("ask-return-held-line"),
                "return",
            ),
            Self::Answer { said: false } => (
                words.f("ask-answer", &text()),
                line("ask-answer-line"),
                "clearance",
            ),
            Self::Answer { said: true } => (
                words.f("ask-answer", &text()),
                line("ask-answer-said-line"),
                "clearance",
            ),
            Self::AnswerProposals {
                answered,
                proposals,
            } => (
                words.f("ask-proposals", &text()),
                words.f(
                    "ask-proposals-line",
                    &[
                        ("version", version.into()),
                        ("answered", (*answered).into()),
                        ("proposals", (*proposals).into()),
                    ],
                ),
                "comments",
            ),
            Self::IssueResponses => (
                words.f("ask-issue", &text()),
                line("ask-issue-line"),
                "responses",
            ),
            Self::MakeNextVersion => (
                words.f("ask-next", &text()),
                line("ask-next-line"),
                "responses",
            ),
            Self::WatchRound { answered, asked } => (
                words.f("ask-watch-round", &text()),
                words.f(
                    "ask-watch-round-line",
                    &[
                        ("version", version.into()),
                        ("answered", (*answered).into()),
                        ("asked", (*asked).into()),
                    ],
                ),
                "",
            ),
            Self::Freeze => (
                words.f("ask-freeze", &text()),
                line("ask-freeze-line"),
                "comments",
            ),
            Self::OpenRound => (
                words.f("ask-open-round", &text()),
                line("ask-open-round-line"),
                "",
            ),
            Self::OpenSilence => (
                words.f("ask-open-silence", &text()),
                line("ask-open-silence-line"),
                "clearance",
            ),
            Self::WatchSilence => (
                words.f("ask-watch-silence", &text()),
                line("ask-watch-silence-line"),
                "clearance",
            ),
            Self::Confirm => (
                words.f("ask-confirm", &text()),
                line("ask-confirm-line"),
                "clearance",
            ),
            Self::AfterBroken => (
                words.f("ask-broken", &text()),
                line("ask-broken-line"),
                "clearance",
            ),
            Self::Endorse => (
                words.f("ask-endorse", &text()),
                line("ask-endorse-line"),
                "clearance#endorse",
            ),
            Self::Publish => (
                words.f("ask-publish", &text()),
                line("ask-publish-line"),
                "clearance#publish",
            ),
        }
    }
}

impl View for Today {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-today").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-today")) }
            p.lede { (words.f("today-lede", &[("day", self.day.as_str().into()), ("n", self.asked.len().into())])) }
            h2 { (words.t("today-asked")) }
            @if self.asked.is_empty() { p.empty { (words.t("today-nothing-asked")) } }
            @else { ul.rows { @for asked in &self.asked { (asked.row(cx)) } } }
            h2 { (words.t("today-since")) }
            @if self.since.is_empty() { p.empty { (words.t("today-nothing-since")) } }
            @else { ul.rows { @for deed in &self.since { (deed.row(cx)) } } }
        }
    }
}

impl Asked {
    fn row(&self, cx: &Cx<'_>) -> Markup {
        let (title, line, path) = self.what.words(cx.words, &self.text, &self.version);
        html! {
            li.row {
                div { a.t href=(cx.text(&self.slug, path)) dir="auto" { (title) } div.m { (line) } }
                @if let Some(when) = &self.when {
                    div.w {
                        @if let Some(relative) = &when.relative { div.when { (relative) } }
                        div.m { (when.show()) }
                    }
                }
            }
        }
    }
}
