//! Deadlines that come, and whether those asked were reminded of them.

use crate::id::Id;
use crate::instant::Instant;
use crate::settings;
use crate::state::{Standing, State};

impl State {
    /// The deadline of a round, a silence procedure or a vote in writing that runs. `None`: it has none any more.
    #[must_use]
    pub fn deadline_of(&self, thing: Id) -> Option<Instant> {
        let round = self
            .rounds
            .get(&thing)
            .filter(|round| round.closed.is_none());
        let procedure = self.procedures.get(&thing);
        let procedure = procedure.filter(|found| found.standing == Standing::Running);
        let vote = self.votes.get(&thing).filter(|vote| vote.is_running());
        round
            .map(|round| round.deadline)
            .or(procedure.map(|found| found.deadline))
            .or(vote.and_then(|vote| vote.deadline).map(|(at, _)| at))
    }

    /// Whether those asked are reminded of the deadline of a thing at a moment: it lies ahead, no more working
    /// days than the group's rules say, it was opened before those days, and nobody was reminded of it.
    #[must_use]
    pub fn is_to_remind(&self, thing: Id, at: Instant) -> bool {
        let days = settings::number(&self.settings, settings::REMINDER_DAYS);
        let days = usize::try_from(days).unwrap_or(0);
        let Some(deadline) = self.deadline_of(thing).filter(|_| days > 0) else {
            return false;
        };
        let from = |since: Instant| {
            let day = self.calendar.working_days_after(self.day(since), days);
            day >= self.day(deadline)
        };
        at < deadline
            && from(at)
            && !self.opened_at(thing).is_some_and(from)
            && self.reminded.get(&thing) != Some(&deadline)
    }

    fn opened_at(&self, thing: Id) -> Option<Instant> {
        let round = self.rounds.get(&thing).map(|round| round.opened);
        let procedure = self.procedures.get(&thing).map(|found| found.opened);
        let vote = self.votes.get(&thing).map(|vote| vote.opened);
        round.or(procedure).or(vote)
    }

    /// Rounds, procedures and votes of whose deadlines those asked are to be reminded at a moment.
    #[must_use]
    pub fn to_remind(&self, at: Instant) -> Vec<Id> {
        let all = self.rounds.keys().chain(self.procedures.keys());
        let all = all.chain(self.votes.keys()).copied();
        all.filter(|thing| self.is_to_remind(*thing, at)).collect()
    }
}
