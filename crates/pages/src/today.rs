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
    /// For the secretariat: how many messages to the group have not been read.
    pub inbox: Option<u32>,
    /// For the secretariat: how many messages wait to be sent.
    pub outbox: Option<u32>,
}

/// Something asked of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub what: Ask,
    /// Title of the text, the meeting or the decision; what an action is.
    pub title: String,
    /// Its page, below the group: `texts/recruitment-fees`, `meetings/eighth`, `actions/2026-3`.
    pub path: String,
    /// Label of the version: "draft 2"; empty for what is no text.
    pub version: String,
    /// When it closes, closed or comes; `None` when nothing presses.
    pub when: Option<When>,
}

/// Whether an answer to a round is here already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Nothing,
    Own,
    /// The secretariat entered it, from a mail or a letter.
    Entered,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Return comments to an open round.
    Return {
        held: Held,
    },
    /// Answer a silence procedure; `held`: whether a position is here already.
    Answer {
        held: Held,
    },
    /// Vote in writing; whether a vote is here already.
    Vote {
        held: bool,
    },
    /// A correction is proposed, and anybody may say that it is of substance.
    Correction,
    /// The secretariat's: nobody said so.
    MakeCorrection,
    /// The chair's: a vote carried it.
    Carried,
    /// The chair's and the secretariat's: a vote doesn't close by itself.
    VoteWaits,
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
    /// The chair's: more time is asked for, something awaits a second person, or the system was down.
    Steer,
    /// The chair's: closed without objection.
    Confirm,
    /// The chair's: broken; restart or go back to the text.
    AfterBroken,
    Endorse,
    Publish,
    /// A meeting that comes, at that instant.
    MeetingComing,
    /// A meeting that is open, begun at that instant.
    MeetingOpen,
    /// The chair's and the secretariat's: the meeting is open, its agenda not adopted.
    AdoptAgenda,
    /// The chair's and the secretariat's: a meeting without a proposed agenda.
    ProposeAgenda,
    /// The secretariat's: a meeting is closed, its minutes not circulated.
    WriteMinutes,
    /// Minutes are circulated; corrections may be asked for until then.
    CorrectMinutes,
    /// The secretariat's: corrections were asked for.
    MinutesCorrections {
        asked: u32,
    },
    /// An action of the organisation; `when` is its day, or the next meeting.
    ActionDue {
        number: String,
    },
    /// The same, and its day has passed.
    ActionOverdue {
        number: String,
    },
    /// The secretariat's: an action of others whose day has passed, with the short forms of its owners.
    RemindAction {
        number: String,
        owners: String,
    },
    /// A decision taken while the organisation was absent: it may attach its own words until then.
    DecisionInAbsence {
        number: String,
    },
    /// The secretariat's: a meeting is closed, its note not issued.
    IssueNote,
}

impl Ask {
    /// Keys of the row's title and of the line under it, and the page below the thing where it is done.
    fn keys(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Return { held } => {
                let line = match held {
                    Held::Nothing => "ask-return-line",
                    Held::Own => "ask-return-held-line",
                    Held::Entered => "ask-return-entered-line",
                };
                ("ask-return", line, "return")
            }
            Self::Answer { held } => {
                let line = match held {
                    Held::Nothing => "ask-answer-line",
                    Held::Own => "ask-answer-said-line",
                    Held::Entered => "ask-answer-entered-line",
                };
                ("ask-answer", line, "clearance")
            }
            Self::Vote { held: false } => ("ask-vote", "ask-vote-line", "clearance#vote"),
            Self::Vote { held: true } => ("ask-vote", "ask-vote-said-line", "clearance#vote"),
            Self::Correction => ("ask-correction", "ask-correction-line", "corrections"),
            Self::MakeCorrection => (
                "ask-make-correction",
                "ask-make-correction-line",
                "corrections",
            ),
            Self::Carried => ("ask-carried", "ask-carried-line", "clearance#vote"),
            Self::VoteWaits => ("ask-vote-waits", "ask-vote-waits-line", "clearance#vote"),
            Self::Steer => ("ask-steer", "ask-steer-line", "clearance#steer"),
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
            Self::MeetingComing => ("ask-meeting", "ask-meeting-line", ""),
            Self::MeetingOpen => ("ask-meeting-open", "ask-meeting-open-line", ""),
            Self::AdoptAgenda => ("ask-agenda-adopt", "ask-agenda-adopt-line", ""),
            Self::ProposeAgenda => ("ask-agenda-propose", "ask-agenda-propose-line", "agenda"),
            Self::WriteMinutes => ("ask-minutes-write", "ask-minutes-write-line", "minutes"),
            Self::CorrectMinutes => ("ask-minutes", "ask-minutes-line", "minutes"),
            Self::MinutesCorrections { .. } => {
                ("ask-corrections", "ask-corrections-line", "minutes")
            }
            Self::ActionDue { .. } => ("ask-action", "ask-action-line", ""),
            Self::ActionOverdue { .. } => ("ask-action", "ask-action-overdue-line", ""),
            Self::RemindAction { .. } => ("ask-action", "ask-action-remind-line", ""),
            Self::DecisionInAbsence { .. } => ("ask-absent", "ask-absent-line", "#attach"),
            Self::IssueNote => ("ask-note", "ask-note-line", "note"),
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
            Self::MinutesCorrections { asked } => (asked, asked),
            _ => (0, 0),
        }
    }

    /// Those who are to be reminded.
    fn owners(&self) -> &str {
        match self {
            Self::RemindAction { owners, .. } => owners,
            _ => "",
        }
    }

    /// The number of the action or the decision.
    fn number(&self) -> &str {
        match self {
            Self::ActionDue { number }
            | Self::ActionOverdue { number }
            | Self::RemindAction { number, .. }
            | Self::DecisionInAbsence { number } => number,
            _ => "",
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
            @if let Some(unread) = self.inbox {
                p { a href=(cx.group("inbox")) { (words.f("inbox-link", &[("n", unread.into())])) } }
            }
            @if let Some(waiting) = self.outbox.filter(|waiting| *waiting > 0) {
                p { a href=(cx.group("outbox")) { (words.f("outbox-link", &[("n", waiting.into())])) } }
            }
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
        let (title, line, then) = self.what.keys();
        let (answered, of) = self.what.counts();
        let title = cx.words.f(
            title,
            &[
                ("text", self.title.as_str().into()),
                ("number", self.what.number().into()),
            ],
        );
        let line = cx.words.f(
            line,
            &[
                ("version", self.version.as_str().into()),
                ("answered", answered.into()),
                ("of", of.into()),
                ("owners", self.what.owners().into()),
            ],
        );
        let slash = if then.is_empty() || then.starts_with('#') {
            ""
        } else {
            "/"
        };
        html! {
            li.row {
                div { a.t href=(cx.group(&format!("{}{slash}{then}", self.path))) dir="auto" { (title) } div.m { (line) } }
                @if let Some(when) = &self.when { div.w { (self.pressing(cx, when)) } }
            }
        }
    }

    fn pressing(&self, cx: &Cx<'_>, when: &When) -> Markup {
        html! {
            @if let Ask::ActionOverdue { .. } | Ask::RemindAction { .. } = self.what {
                div.when { (cx.words.f("due-was", &[("day", when.text.as_str().into())])) }
            } @else {
                @if let Some(relative) = &when.relative { div.when { (relative) } }
                div.m { (when.show()) }
            }
        }
    }
}
