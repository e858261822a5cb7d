//! `/GROUP/today`: what is asked of us, soonest first, and what happened since.

use crate::deed::Deed;
use crate::frame::{Cx, View};
use crate::when::When;
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
    /// Keys of the row's title and of the line under it, and the page of the text where it is done.
    fn keys(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Return { held: false } => ("ask-return", "ask-return-line", "return"),
            Self::Return { held: true } => ("ask-return", "ask-return-held-line", "return"),
            Self::Answer { said: false } => ("ask-answer", "ask-answer-line", "clearance"),
            Self::Answer { said: true } => ("ask-answer", "ask-answer-said-line", "clearance"),
            Self::AnswerProposals { .. } => ("ask-proposals", "ask-proposals-line", "comments"),
            Self::IssueResponses => ("ask-issue", "ask-issue-line", "responses"),
            Self::MakeNextVersion => ("ask-next", "ask-next-line", "responses#next"),
            Self::WatchRound { .. } => ("ask-watch-round", "ask-watch-round-line", ""),
            Self::Freeze => ("ask-freeze", "ask-freeze-line", "comments"),
            Self::OpenRound => ("ask-open-round", "ask-open-round-line", ""),
            Self::OpenSilence => ("ask-open-silence", "ask-open-silence-line", "clearance"),
            Self::WatchSilence => ("ask-watch-silence", "ask-watch-silence-line", "clearance"),
            Self::Confirm => ("ask-confirm", "ask-confirm-line", "clearance"),
            Self::AfterBroken => ("ask-broken", "ask-broken-line", "clearance"),
            Self::Endorse => ("ask-endorse", "ask-endorse-line", "clearance#endorse"),
            Self::Publish => ("ask-publish", "ask-publish-line", "clearance#publish"),
        }
    }

    /// What is done, and of how many.
    fn counts(&self) -> (u32, u32) {
        match *self {
            Self::AnswerProposals {
                answered,
                proposals,
            } => (answered, proposals),
            Self::WatchRound { answered, asked } => (answered, asked),
            _ => (0, 0),
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
        let (title, line, path) = self.what.keys();
        let (answered, of) = self.what.counts();
        let title = cx.words.f(title, &[("text", self.text.as_str().into())]);
        let line = cx.words.f(
            line,
            &[
                ("version", self.version.as_str().into()),
                ("answered", answered.into()),
                ("of", of.into()),
            ],
        );
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
