//! `/GROUP/today`: what is asked of us, soonest first, and what happened since.

use crate::deed::Deed;
use crate::when::When;

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
