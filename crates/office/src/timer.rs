//! The timer: deadlines that passed become acts of the system.

use group::state::Standing;
use group::{Actor, Command, Instant};

use crate::running::{Asking, Failed, Office};

impl Office {
    /// Closes every round, silence procedure and vote in writing whose deadline is past by the grace that lets in
    /// what was received in time. Returns how many it closed or adopted.
    ///
    /// # Errors
    /// The first failure; what was closed before it stays closed.
    pub fn close_what_is_due(&self) -> Result<usize, Failed> {
        let mut closed = 0;
        for group in self.groups() {
            let Some(loaded) = self.loaded(&group) else {
                continue;
            };
            let now = loaded
                .last_time
                .map_or_else(|| self.now(), |last| last.max(self.now()));
            let rounds = loaded
                .state
                .rounds
                .values()
                .filter(|round| round.closed.is_none() && now >= round.closes_from());
            for round in rounds {
                let close = Command::CloseRound { round: round.id };
                closed += usize::from(self.as_system(&group, &close)?);
            }
            let procedures = loaded.state.procedures.values().filter(|procedure| {
                procedure.standing == Standing::Running && now >= procedure.closes_from()
            });
            for procedure in procedures {
                let procedure = procedure.id;
                closed +=
                    usize::from(self.as_system(&group, &Command::CloseSilence { procedure })?);
            }
            let due = |vote: &&group::state::Vote| {
                vote.is_running() && vote.closes_from().is_some_and(|from| now >= from)
            };
            for vote in loaded.state.votes.values().filter(due) {
                let close = Command::CloseVote { vote: vote.id };
                closed += usize::from(self.as_system(&group, &close)?);
            }
            for thing in loaded.state.to_remind(now) {
                self.as_system(&group, &Command::Remind { thing })?;
            }
            closed += self.adopt_by_rule(&group)?;
        }
        Ok(closed)
    }

    /// Adopts what closed without an objection, where the group's rule says that this needs no chair.
    fn adopt_by_rule(&self, group: &str) -> Result<usize, Failed> {
        let Some(loaded) = self.loaded(group) else {
            return Ok(0);
        };
        let waiting = loaded.state.procedures.values().filter(|procedure| {
            procedure.automatic && matches!(procedure.standing, Standing::Closed { .. })
        });
        let mut adopted = 0;
        for procedure in waiting {
            let confirm = Command::ConfirmSilence {
                procedure: procedure.id,
                decision: self.fresh_id(),
            };
            adopted += usize::from(self.as_system(group, &confirm)?);
        }
        Ok(adopted)
    }

    /// The next deadline of a group that is still ahead.
    pub fn next_deadline(&self, group: &str) -> Option<Instant> {
        let loaded = self.loaded(group)?;
        let now = self.now();
        let rounds = loaded
            .state
            .rounds
            .values()
            .filter(|r| r.closed.is_none())
            .map(|r| r.deadline);
        let running = |p: &&group::state::Procedure| p.standing == Standing::Running;
        let procedures = loaded
            .state
            .procedures
            .values()
            .filter(running)
            .map(|p| p.deadline);
        let votes = loaded.state.votes.values().filter(|v| v.is_running());
        let votes = votes.filter_map(|vote| Some(vote.deadline?.0));
        rounds
            .chain(procedures)
            .chain(votes)
            .filter(|deadline| *deadline > now)
            .min()
    }

    /// Whether it was done. Refused: somebody was faster, or a person has to look first (unread mail, a word
    /// that can be read both ways, an outage).
    pub(crate) fn as_system(&self, group: &str, command: &Command) -> Result<bool, Failed> {
        let asking = Asking {
            actor: Actor::SYSTEM,
            received: self.now(),
            command: self.fresh_id(),
        };
        match self.execute(group, &asking, command, &[]) {
            Err(Failed::Refused(_)) => Ok(false),
            Ok(_) => Ok(true),
            Err(error) => Err(error),
        }
    }
}
