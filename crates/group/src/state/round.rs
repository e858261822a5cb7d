//! Rounds, what came back, what was compiled and answered.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{
    Behind, CommentItem, EvidenceKind, Item, PenholderComment, ReturnForm, Statement, Verdict,
    Visibility,
};
use crate::state::{GRACE_MS, State};

/// A consultation on one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Round {
    pub id: Id,
    pub text: Id,
    pub version: u32,
    pub opened: Instant,
    /// Number of the act that opened it, from 0.
    pub act: u64,
    pub deadline: Instant,
    /// The deadline that was announced at the opening, where an extension moved it.
    pub extended_from: Option<Instant>,
    /// Whether answers still count after the deadline, until the responses are issued.
    pub late: bool,
    /// Who asked for more time, in the order of asking.
    pub more_time: Vec<Id>,
    pub zone: String,
    /// In protocol order, as it was at the opening. Of a restricted round these are tokens, in their own
    /// order, and so are all ids of organisations below.
    pub electorate: Vec<Id>,
    pub visibility: Visibility,
    /// Who is behind the tokens of a restricted round, in protocol order.
    pub behind: Restricted<Vec<Behind>>,
    pub instructions: Restricted<String>,
    pub closed: Option<Instant>,
    /// The return in force of each organisation.
    pub returns: BTreeMap<Id, Return>,
    /// The newest frozen compilation.
    pub compilation: Option<Compilation>,
    /// Ids of all that were frozen, in order.
    pub frozen: Vec<Id>,
    pub responses: Option<Responses>,
}

impl Round {
    /// Whether it was announced without names: each organisation acts in it under a token.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.visibility == Visibility::ThenWithoutNames
    }

    /// When it ended, or will end: at its deadline, unless a person closed it before.
    #[must_use]
    pub fn ended(&self) -> Instant {
        let closed = self.closed.unwrap_or(self.deadline);
        closed.min(self.deadline)
    }

    /// From when on its deadline closes it.
    #[must_use]
    pub fn closes_from(&self) -> Instant {
        self.deadline.plus_millis(GRACE_MS)
    }
}

/// One organisation's answer, as it is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Return {
    pub form: ReturnForm,
    /// Id of the marked-up file.
    pub file: Option<String>,
    pub proposals: u32,
    /// Without those for the penholder alone.
    pub comments: u32,
    /// Comments for the penholder alone, by the return that brought them.
    pub for_penholder: Vec<Restricted<Vec<PenholderComment>>>,
    /// When it reached the group.
    pub received: Instant,
    /// Whether that was after the deadline, in a round in which late answers count.
    pub late: bool,
    /// How it reached the group, where the secretariat entered it.
    pub evidence: Option<Evidence>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// What stands behind an answer that the secretariat entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    /// Id of the file that is kept as evidence.
    pub file: Option<String>,
}

/// A compilation that was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compilation {
    pub id: Id,
    pub at: Instant,
    pub amendments: Vec<Item>,
    pub comments: Vec<CommentItem>,
    /// Id of its model.
    pub model: String,
    /// Id of its Word file.
    pub word: String,
    /// How many returns were in force when it was frozen, and the act of the last of them: a later
    /// return isn't in it.
    pub last_return: Option<u64>,
}

/// The responses to a round, issued together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Responses {
    pub at: Instant,
    /// Who issued them; the organisation that acted.
    pub by: Option<Id>,
    /// Number of the act, from 0.
    pub act: u64,
    pub verdicts: BTreeMap<String, Verdict>,
    pub statements: Restricted<Vec<Statement>>,
}

impl Round {
    /// How many of the electorate have answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.returns.len()
    }

    /// Act of the newest return in force.
    #[must_use]
    pub fn last_return(&self) -> Option<u64> {
        self.returns.values().map(|one| one.act).max()
    }

    /// Whether every return in force is in the frozen compilation.
    #[must_use]
    pub fn compilation_is_whole(&self) -> bool {
        self.compilation
            .as_ref()
            .is_some_and(|c| c.last_return == self.last_return())
    }

    /// Whether anything was asked for or said that waits for a response.
    #[must_use]
    pub fn awaits_responses(&self) -> bool {
        self.responses.is_none()
            && self
                .returns
                .values()
                .any(|one| one.proposals > 0 || one.comments > 0)
    }
}

impl Round {
    /// Whether the responses promise wording that only the next version has.
    #[must_use]
    pub fn promises_changes(&self) -> bool {
        let promised = |v: &Verdict| {
            matches!(
                v,
                Verdict::Taken | Verdict::InOtherWords | Verdict::Bracketed
            )
        };
        let (Some(responses), Some(compilation)) = (&self.responses, &self.compilation) else {
            return false;
        };
        // A comment that is taken changes no wording by itself.
        let amendments = compilation.amendments.iter();
        amendments
            .filter_map(|item| responses.verdicts.get(&item.id))
            .any(promised)
    }
}

impl Compilation {
    /// Ids of all that needs a response: amendments, then comments.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        let amendments = self.amendments.iter().map(|item| item.id.as_str());
        amendments.chain(self.comments.iter().map(|item| item.id.as_str()))
    }
}

impl State {
    /// The round that a compilation belongs to.
    #[must_use]
    pub fn round_of(&self, compilation: Id) -> Option<&Round> {
        self.rounds
            .values()
            .find(|r| r.compilation.as_ref().is_some_and(|c| c.id == compilation))
    }
}
