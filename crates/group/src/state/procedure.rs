//! The silence procedure: who may object, what was said, how it ended.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{Attachment, AttachmentText, Day, Hat, OrgOutcome, Outcome, PositionKind};

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
    /// What came after the deadline, in order.
    pub late: Vec<(Id, Given)>,
    /// How many acts the record held at the deadline; known once an act after it comes.
    pub size_at_deadline: Option<u64>,
    /// Set when it closes or is broken; one for each of the electorate.
    pub outcomes: Vec<OrgOutcome>,
}

/// How a procedure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Standing {
    Running,
    Broken { at: Instant, by: Id },
    Closed { at: Instant },
    Confirmed { at: Instant },
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
}

impl Procedure {
    /// The outcome of each organisation of the electorate, exactly one each, from the acts alone
    /// (5-procedures, rules 5, 9 and 14).
    #[must_use]
    pub fn computed_outcomes(&self) -> Vec<OrgOutcome> {
        let ended_early = matches!(self.standing, Standing::Broken { .. });
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

    /// Whether what stands for an organisation was said by its head.
    #[must_use]
    pub fn head_spoke(&self, organisation: Id) -> bool {
        self.positions
            .get(&organisation)
            .is_some_and(|given| given.hat == Hat::Head)
    }

    /// Whether what was received at this instant is in time: one millisecond after the deadline isn't.
    #[must_use]
    pub fn in_time(&self, received: Instant) -> bool {
        received <= self.deadline
    }

    /// From when on it may be closed.
    #[must_use]
    pub fn closes_from(&self) -> Instant {
        self.deadline.plus_millis(GRACE_MS)
    }

    /// Organisations with reservations or statements attached in time, in protocol order where they
    /// are of the electorate, then the others.
    #[must_use]
    pub fn attached(&self) -> Vec<Id> {
        let with = |id: &&Id| {
            self.positions
                .get(id)
                .is_some_and(|given| !given.attachments.is_empty())
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
