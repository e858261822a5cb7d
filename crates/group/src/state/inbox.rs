//! Messages that reached the group's address, and times at which nobody could reach the system.

use serde::Serialize;

use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{EvidenceKind, MessageUse};
use crate::state::{Procedure, State};

/// A message of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    pub organisation: Id,
    pub form: EvidenceKind,
    pub arrived: Instant,
    /// Id of its file.
    pub file: String,
    /// What it was found to be, once somebody read it.
    pub found: Option<MessageUse>,
    /// Number of the act that received it, from 0.
    pub act: u64,
}

/// A time at which nobody could reach the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outage {
    pub from: Instant,
    pub until: Instant,
}

impl State {
    /// Messages that nobody has read, oldest arrival first.
    #[must_use]
    pub fn unread(&self) -> Vec<(Id, &Message)> {
        let mut found: Vec<_> = self
            .inbox
            .iter()
            .filter(|(_, message)| message.found.is_none())
            .map(|(id, message)| (*id, message))
            .collect();
        found.sort_by_key(|(id, message)| (message.arrived, *id));
        found
    }

    /// How many unread messages may hold a position in a procedure: of its electorate, and in time (rule 3).
    #[must_use]
    pub fn unread_for(&self, procedure: &Procedure) -> usize {
        let unread = self
            .inbox
            .values()
            .filter(|message| message.found.is_none());
        unread
            .filter(|message| {
                procedure.electorate.contains(&message.organisation)
                    && message.arrived >= procedure.opened
                    && procedure.in_time(message.arrived)
            })
            .count()
    }

    /// The outage across the deadline of a procedure (rule 13).
    #[must_use]
    pub fn outage_across(&self, procedure: &Procedure) -> Option<Outage> {
        let across = |outage: &&Outage| (outage.from..=outage.until).contains(&procedure.deadline);
        self.outages.iter().rfind(across).copied()
    }
}
