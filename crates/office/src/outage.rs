//! Times at which nobody could reach the system, known by the gap in its own heartbeat (5-procedures, rule 13).

use group::state::Standing;
use group::{Command, Instant};

use crate::running::{Failed, Office};

/// So long a beat may be late before nobody is said to have reached the system, in milliseconds. What was on
/// the way at a deadline has ten seconds; a machine that is busy may take longer than a beat.
const LONGEST_BEAT_MS: i64 = 30_000;

impl Office {
    /// Records an outage in each group in which a deadline of silence lies in the gap since the last beat: the
    /// machine stood still, or its clock was set ahead. Returns in how many groups.
    ///
    /// # Errors
    /// The first failure of the store.
    pub fn notice_outage(&self, last_beat: Instant) -> Result<usize, Failed> {
        let now = self.now();
        if now.as_millis() - last_beat.as_millis() <= LONGEST_BEAT_MS {
            return Ok(0);
        }
        let mut noticed = 0;
        for group in self.groups() {
            let Some(loaded) = self.loaded(&group) else {
                continue;
            };
            let state = &loaded.state;
            let across = state.procedures.values().any(|procedure| {
                procedure.standing == Standing::Running
                    && (last_beat..=now).contains(&procedure.deadline)
                    && state.outage_across(procedure).is_none()
            });
            let across = across
                || state.votes.values().any(|vote| {
                    let deadline = vote.deadline.map(|(at, _)| at);
                    vote.is_running()
                        && deadline.is_some_and(|at| (last_beat..=now).contains(&at))
                        && state.outage_across_vote(vote).is_none()
                });
            if across {
                let outage = Command::NoticeOutage {
                    from: last_beat,
                    until: now,
                };
                noticed += usize::from(self.as_system(&group, &outage)?);
            }
        }
        Ok(noticed)
    }
}
