//! The silence procedure: who may object, what was said, how it ended.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::calendar::Announced;
use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{
    Attachment, AttachmentText, Day, EvidenceKind, Hat, OrgOutcome, Outcome, PositionKind,
};

/// How long after its deadline a round or a procedure closes at the earliest, in milliseconds (4-record, *Time*):
/// what was received in time may still be on its way into the record.
pub const GRACE_MS: i64 = 10_000;

/// One silence procedure on one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Procedure {
    pub id: Id,
    pub text: Id,
    pub version: u32,
    /// Of the version's file: a text changed by one character is a new procedure.
    pub sha256: String,
    pub opened: Instant,
    /// Number of the act that opened it, from 0.
    pub act: u64,
    /// Who opened it.
    pub opened_by: Option<Id>,
    /// It counts when `received` is not after this.
    pub deadline: Instant,
    /// The deadline as it was announced by the clock of the seat.
    pub announced: Announced,
    /// The deadline that was announced at the opening, where it was moved.
    pub extended_from: Option<Instant>,
    /// Whether adoption follows the closing without the chair, as the group's rule was at the opening.
    pub automatic: bool,
    /// Who asked for more time and has no answer yet, in the order of asking.
    pub more_time: Vec<Id>,
    /// Who asked for more time at all: each may once (rule 8).
    pub asked_more_time: BTreeSet<Id>,
    /// What a chair did to it last that a co-chair may still stop (rule 15).
    pub steered: Option<Steered>,
    /// What was said of it by those who steer it, in order.
    pub steps: Vec<ProcedureStep>,
    pub zone: String,
    /// A snapshot at the opening, in protocol order.
    pub electorate: Vec<Id>,
    pub note: Restricted<String>,
    pub restarts: Option<Id>,
    /// Why it was restarted, once it was.
    pub restart_reason: Restricted<String>,
    pub standing: Standing,
    /// The last position of each organisation that was received in time.
    pub positions: BTreeMap<Id, Given>,
    /// What came after the deadline, or was entered when nothing could follow from it, in order.
    pub late: Vec<(Id, Given)>,
    /// What was entered by one who gains by it and awaits a second person (rule 12).
    pub awaiting: BTreeMap<Id, Given>,
    /// What was entered and contested by the organisation, in order.
    pub contested: Vec<(Id, Given)>,
    /// How many acts the record held at the deadline; known once an act after it comes.
    pub size_at_deadline: Option<u64>,
    /// Set when it closes or is broken; one for each of the electorate.
    pub outcomes: Vec<OrgOutcome>,
}

/// How a procedure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Standing {
    Running,
    /// The clock stands still; so much was left of it, in milliseconds.
    Suspended {
        at: Instant,
        left: i64,
    },
    Broken {
        at: Instant,
        by: Id,
    },
    Cancelled {
        at: Instant,
    },
    Closed {
        at: Instant,
    },
    Confirmed {
        at: Instant,
    },
    /// The decision that it led to was annulled.
    Annulled {
        at: Instant,
    },
}

/// What a chair did that the other may stop within a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Steered {
    pub by: Id,
    pub at: Instant,
    /// Of an extension: the deadline before it. `None`: the opening.
    pub deadline_before: Option<(Instant, Announced)>,
}

/// A step of those who steer a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProcedureStep {
    pub kind: StepOfProcedure,
    pub at: Instant,
    pub by: Option<Id>,
    pub reason: Restricted<String>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// The kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum StepOfProcedure {
    Extended,
    MoreTimeDeclined,
    Suspended,
    Resumed,
    Cancelled,
    Stopped,
}

/// What an organisation said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    pub position: PositionKind,
    /// In which capacity it was said.
    pub hat: Hat,
    pub confirmed_by: Option<Day>,
    pub attachments: Vec<Attachment>,
    pub received: Instant,
    /// Number of the act, from 0.
    pub act: u64,
    pub reason: Restricted<String>,
    pub wording: Restricted<String>,
    pub texts: Restricted<Vec<AttachmentText>>,
    /// What the secretariat held in its hands, where it entered this.
    pub entered: Option<EnteredOn>,
    /// What stood for the organisation before this was entered: it stands again when this is contested.
    pub before: Option<Box<Given>>,
}

/// The evidence of a position that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnteredOn {
    pub kind: EvidenceKind,
    /// Id of the file, where it is kept.
    pub file: Option<String>,
    /// The organisation that entered it.
    pub by: Option<Id>,
}

impl Given {
    /// Whether it is carried on to the decision and stays with the text: a dissociation, or what is attached for
    /// good.
    #[must_use]
    pub fn stays_with_the_text(&self) -> bool {
        let for_good = self.attachments.iter().any(|one| one.kind.is_for_good());
        for_good || self.position == PositionKind::Dissociates
    }
}

impl Procedure {
    /// The outcome of each organisation of the electorate, exactly one each, from the acts alone
    /// (5-procedures, rules 5, 9 and 14).
    #[must_use]
    pub fn computed_outcomes(&self) -> Vec<OrgOutcome> {
        let ended_early = matches!(
            self.standing,
            Standing::Broken { .. } | Standing::Cancelled { .. }
        );
        self.electorate
            .iter()
            .map(|organisation| {
                let outcome = match self.positions.get(organisation) {
                    Some(given) if given.position != PositionKind::None => given.position.outcome(),
                    _ if ended_early => Outcome::EndedBeforeDeadline,
                    _ => Outcome::NoObjection,
                };
                OrgOutcome {
                    organisation: *organisation,
                    outcome,
                }
            })
            .collect()
    }

    /// What stands for an organisation, and before it what that was entered in the place of.
    pub(crate) fn said(&self, organisation: Id) -> impl Iterator<Item = &Given> {
        let standing = self.positions.get(&organisation);
        std::iter::successors(standing, |given| given.before.as_deref())
    }

    /// Whether what stands for an organisation was said by its head, or was entered in the place of that.
    #[must_use]
    pub fn head_spoke(&self, organisation: Id) -> bool {
        self.said(organisation).any(|given| given.hat == Hat::Head)
    }

    /// Whether what was received at this instant is in time: one millisecond after the deadline isn't. While
    /// it is suspended the deadline doesn't come.
    #[must_use]
    pub fn in_time(&self, received: Instant) -> bool {
        self.is_suspended() || received <= self.deadline
    }

    /// Whether its clock stands still.
    #[must_use]
    pub fn is_suspended(&self) -> bool {
        matches!(self.standing, Standing::Suspended { .. })
    }

    /// Whether it is neither closed nor ended: positions are taken.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self.standing,
            Standing::Running | Standing::Suspended { .. }
        )
    }

    /// Whether the chair hasn't confirmed yet, and nothing ended it.
    #[must_use]
    pub fn is_unconfirmed(&self) -> bool {
        self.is_open() || matches!(self.standing, Standing::Closed { .. })
    }

    /// Whether what counts for an organisation was entered and can be read both ways (rule 4).
    #[must_use]
    pub fn is_doubtful(&self, organisation: Id) -> bool {
        let given = self.positions.get(&organisation);
        given.is_some_and(|given| given.position == PositionKind::Doubtful)
    }

    /// The first of the electorate whose word can be read both ways: an objection until it says otherwise.
    #[must_use]
    pub fn first_doubtful(&self) -> Option<Id> {
        let mut electorate = self.electorate.iter().copied();
        electorate.find(|organisation| self.is_doubtful(*organisation))
    }

    /// From when on it may be closed.
    #[must_use]
    pub fn closes_from(&self) -> Instant {
        self.deadline.plus_millis(GRACE_MS)
    }

    /// Organisations with reservations or statements attached in time, or that dissociate themselves, in protocol order where they
    /// are of the electorate, then the others.
    #[must_use]
    pub fn attached(&self) -> Vec<Id> {
        let with = |id: &&Id| {
            self.positions
                .get(id)
                .is_some_and(Given::stays_with_the_text)
        };
        let inside = self.electorate.iter().filter(with).copied();
        let outside = self
            .positions
            .keys()
            .filter(|id| !self.electorate.contains(id))
            .filter(with)
            .copied();
        inside.chain(outside).collect()
    }
}
