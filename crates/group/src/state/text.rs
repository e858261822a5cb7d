//! Joint texts, their versions and how far they have come.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{Attachment, AttachmentText, Day, DecisionKind, Published, Supplement};
use crate::state::{
    LanguageVersion, Procedure, Question, Round, Standing, State, TextCorrection, Vote,
};

/// A joint text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    pub slug: String,
    pub title: String,
    /// A word of the group's list of kinds.
    pub form: String,
    /// That of the first version; see [`Text::symbol_of`].
    pub symbol: Option<String>,
    /// The language of authority (BCP 47), where it was named: clearance and endorsement bind it alone.
    pub language: Option<String>,
    pub penholder: Id,
    /// The text whose symbol it carries on.
    pub supplements: Option<Supplement>,
    /// What it is made for, where that is said.
    pub target: Option<Target>,
    pub opened: Instant,
    /// In the order of tabling; the first act of a text tables the first one, so it is never empty.
    pub versions: Vec<Version>,
    /// In the order of opening.
    pub rounds: Vec<Id>,
    /// In the order of opening.
    pub procedures: Vec<Id>,
    /// Votes in writing, in the order of opening.
    pub votes: Vec<Id>,
    /// Its place in [`State::decisions`].
    pub decision: Option<usize>,
    pub endorsements: BTreeMap<Id, Endorsement>,
    pub published: Option<Publication>,
    /// Adoptions that were annulled, in order.
    pub annulled: Vec<Undone>,
    /// In the order of proposing.
    pub corrections: Vec<TextCorrection>,
    /// The newest translation into each other language.
    pub languages: BTreeMap<String, LanguageVersion>,
}

/// An adoption that was annulled, with what was published on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undone {
    /// Its place in [`State::decisions`].
    pub decision: usize,
    pub published: Option<Publication>,
}

/// What a text is made for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Target {
    /// A meeting of the group.
    Meeting(Id),
    /// A process outside the group, with the day by which it needs the text.
    Process { name: String, on: Option<Day> },
}

/// A version of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    pub label: String,
    pub sha256: String,
    /// Id of its Word file.
    pub file: String,
    pub tabled: Instant,
    /// The compilation whose responses made it.
    pub after: Option<Id>,
}

/// An organisation's written yes to be named under a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Endorsement {
    pub version: u32,
    /// The form of its name.
    pub name: String,
    pub given: Instant,
}

/// What the public reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publication {
    pub version: u32,
    pub at: Instant,
    /// Number of the act that published it, from 0.
    pub act: u64,
    pub attached: Vec<Published>,
    /// The list of those behind the text, as the public reads it: which edition, from 1.
    pub edition: u32,
    /// Since when that edition holds.
    pub edition_at: Instant,
}

/// A decision of the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    pub id: Id,
    /// As `2026/4`.
    pub number: String,
    pub year: u32,
    pub rank: u32,
    pub title: String,
    pub basis: Basis,
    /// Strategic or procedural, where it was said.
    pub kind: Option<DecisionKind>,
    /// What was decided, where it is not the text.
    pub words: Option<String>,
    pub mandates: Vec<Id>,
    /// Who took part in the adoption, in protocol order.
    pub participants: Vec<Id>,
    /// Members with the right to object that were not there, or took no part in the vote; empty for a silence
    /// procedure.
    pub absent: Vec<Id>,
    pub at: Instant,
    /// Number of the act, from 0.
    pub act: u64,
    /// Organisations with reservations or statements attached.
    pub attached: Vec<Id>,
    /// What was attached to a decision of a meeting, in order.
    pub attachments: Vec<(Id, Vec<Attachment>, Restricted<Vec<AttachmentText>>)>,
    /// Days in which members may attach, as the group's rule was at the adoption.
    pub attach_days: i64,
    /// Once a decision of a meeting is public.
    pub released: Option<Released>,
    /// Once it was annulled.
    pub annulled: Option<Annulled>,
}

/// That a decision was wrongly adopted, and has no effect any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Annulled {
    pub at: Instant,
    pub reason: Restricted<String>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// How the group agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Basis {
    Silence {
        procedure: Id,
        text: Id,
        version: u32,
    },
    Consensus {
        meeting: Id,
        item: Id,
    },
    /// On a version of a text, or on what was put to a meeting.
    Vote {
        vote: Id,
        question: Question,
    },
}

/// The publication of a decision of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Released {
    pub at: Instant,
    pub attached: Vec<Published>,
    /// Number of the act, from 0.
    pub act: u64,
}

impl Decision {
    /// The text that it adopted, with the version.
    #[must_use]
    pub fn text(&self) -> Option<(Id, u32)> {
        match self.basis {
            Basis::Silence { text, version, .. }
            | Basis::Vote {
                question: Question::Version { text, version },
                ..
            } => Some((text, version)),
            Basis::Consensus { .. } | Basis::Vote { .. } => None,
        }
    }

    /// The meeting that took it.
    #[must_use]
    pub fn meeting(&self) -> Option<Id> {
        match self.basis {
            Basis::Consensus { meeting, .. }
            | Basis::Vote {
                question: Question::Put { meeting, .. },
                ..
            } => Some(meeting),
            Basis::Silence { .. } | Basis::Vote { .. } => None,
        }
    }

    /// The item of the agenda under which a meeting took it.
    #[must_use]
    pub fn item(&self) -> Option<Id> {
        match self.basis {
            Basis::Consensus { item, .. }
            | Basis::Vote {
                question: Question::Put { item, .. },
                ..
            } => Some(item),
            Basis::Silence { .. } | Basis::Vote { .. } => None,
        }
    }

    /// The vote that led to it.
    #[must_use]
    pub fn vote(&self) -> Option<Id> {
        match self.basis {
            Basis::Vote { vote, .. } => Some(vote),
            Basis::Silence { .. } | Basis::Consensus { .. } => None,
        }
    }

    /// Whether members may attach reservations and statements to it after its adoption: in a silence procedure
    /// they do it before.
    #[must_use]
    pub fn takes_attachments(&self) -> bool {
        !matches!(self.basis, Basis::Silence { .. })
    }

    /// The silence procedure that led to it.
    #[must_use]
    pub fn procedure(&self) -> Option<Id> {
        match self.basis {
            Basis::Silence { procedure, .. } => Some(procedure),
            Basis::Consensus { .. } | Basis::Vote { .. } => None,
        }
    }
}

impl State {
    /// The decision of this number.
    #[must_use]
    pub fn decision_numbered(&self, number: &str) -> Option<&Decision> {
        self.decisions.iter().find(|d| d.number == number)
    }

    /// A decision by its id.
    #[must_use]
    pub fn decision(&self, id: Id) -> Option<&Decision> {
        self.decisions.iter().find(|d| d.id == id)
    }

    /// What is attached to a decision, by whom: in the silence procedure, or after the adoption.
    #[must_use]
    pub fn attachments_of<'s>(&'s self, decision: &'s Decision) -> Vec<(Id, &'s [Attachment])> {
        let after = decision.attachments.iter();
        let after = after.map(|(by, attachments, _)| (*by, attachments.as_slice()));
        let procedure = decision.procedure().and_then(|id| self.procedures.get(&id));
        let positions = procedure.into_iter().flat_map(|found| &found.positions);
        positions
            .map(|(by, given)| (*by, given.attachments.as_slice()))
            .chain(after)
            .collect()
    }

    /// The last day on which a member may attach a reservation or statement to a decision of a meeting
    /// (5-procedures, *Consensus in a meeting*).
    #[must_use]
    pub fn attach_until(&self, decision: &Decision) -> Day {
        let day = self.day(decision.at);
        Day(day
            .0
            .saturating_add(jiff::Span::new().days(decision.attach_days)))
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage<'s> {
    Drafting,
    InRound(&'s Round),
    /// The round is closed; the proposals are compiled and answered.
    Answering(&'s Round),
    ResponsesIssued(&'s Round),
    /// Running, or suspended.
    UnderSilence(&'s Procedure),
    /// Ended without objection; the chair has not confirmed.
    AwaitingChair(&'s Procedure),
    /// A vote in writing runs.
    Voting(&'s Vote),
    /// A vote carried it; the chair has not confirmed.
    Carried(&'s Vote),
    /// Ended by an objection, cancelled, or its decision annulled: a restart leads on.
    Ended(&'s Procedure),
    Adopted(&'s Decision),
    Published(&'s Decision, &'s Publication),
}

impl Text {
    /// The newest version.
    #[must_use]
    pub fn newest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// A version by its number.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions
            .iter()
            .find(|version| version.number == number)
    }

    /// The symbol of a version: the first one has the text's, the second one its first revision.
    #[must_use]
    pub fn symbol_of(&self, number: u32) -> Option<String> {
        let symbol = self.symbol.as_ref()?;
        Some(match number.saturating_sub(1) {
            0 => symbol.clone(),
            revision => format!("{symbol}/Rev.{revision}"),
        })
    }
}

impl State {
    /// The last round of a text.
    #[must_use]
    pub fn last_round(&self, text: &Text) -> Option<&Round> {
        text.rounds.last().and_then(|id| self.rounds.get(id))
    }

    /// The last silence procedure of a text.
    #[must_use]
    pub fn last_procedure(&self, text: &Text) -> Option<&Procedure> {
        text.procedures
            .last()
            .and_then(|id| self.procedures.get(id))
    }

    /// The procedure on the newest version that ended without a decision that stands, and that nothing
    /// restarted: until there is a new version, its restart alone leads on (5-procedures, rule 5).
    #[must_use]
    pub fn ended_in_vain(&self, text: &Text) -> Option<&Procedure> {
        let newest = text.newest().map(|version| version.number);
        self.last_procedure(text).filter(|procedure| {
            let ended = matches!(
                procedure.standing,
                Standing::Broken { .. } | Standing::Cancelled { .. } | Standing::Annulled { .. }
            );
            Some(procedure.version) == newest && ended
        })
    }

    /// Where a text stands. What happened to an earlier version doesn't count.
    #[must_use]
    pub fn stage<'s>(&'s self, text: &'s Text) -> Stage<'s> {
        if let Some(decision) = text.decision.and_then(|at| self.decisions.get(at)) {
            return match &text.published {
                Some(publication) => Stage::Published(decision, publication),
                None => Stage::Adopted(decision),
            };
        }
        if let Some(vote) = self.votes_on(text).next_back() {
            if vote.is_running() {
                return Stage::Voting(vote);
            }
            if vote.is_carried() {
                return Stage::Carried(vote);
            }
        }
        let newest = text.newest().map_or(0, |version| version.number);
        let round = self
            .last_round(text)
            .filter(|round| round.version == newest);
        // A round on a version whose procedure was broken comes after it.
        let procedure = self.last_procedure(text).filter(|procedure| {
            procedure.version == newest && round.is_none_or(|round| round.act < procedure.act)
        });
        if let Some(procedure) = procedure {
            return match procedure.standing {
                Standing::Running | Standing::Suspended { .. } => Stage::UnderSilence(procedure),
                Standing::Closed { .. } | Standing::Confirmed { .. } => {
                    Stage::AwaitingChair(procedure)
                }
                Standing::Broken { .. }
                | Standing::Cancelled { .. }
                | Standing::Annulled { .. } => Stage::Ended(procedure),
            };
        }
        match round {
            None => Stage::Drafting,
            Some(round) if round.closed.is_none() => Stage::InRound(round),
            Some(round) if round.responses.is_some() => Stage::ResponsesIssued(round),
            Some(round) => Stage::Answering(round),
        }
    }
}
