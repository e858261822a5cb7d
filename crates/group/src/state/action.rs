//! Actions: what follows from decisions and meetings, by whom and until when.

use serde::Serialize;

use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{Day, MeetingLevel};
use crate::state::State;

/// An action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    pub id: Id,
    /// As `2026/3`.
    pub number: String,
    pub year: u32,
    pub rank: u32,
    pub meeting: Option<Id>,
    pub item: Option<Id>,
    pub decision: Option<Id>,
    /// The lead first.
    pub owners: Vec<Id>,
    /// `None`: before the next meeting of its level.
    pub due: Option<Day>,
    pub what: Restricted<String>,
    pub opened: Instant,
    pub standing: ActionStanding,
    /// What was reported and changed, in order.
    pub steps: Vec<Step>,
    /// Number of the act that opened it, from 0.
    pub act: u64,
}

/// How an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ActionStanding {
    Open,
    InProgress,
    Done { at: Instant },
    Dropped { at: Instant },
}

/// A step in the life of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub what: StepKind,
    /// Who took it.
    pub by: Option<Id>,
    pub at: Instant,
    /// The report, or the reason.
    pub words: Restricted<String>,
    pub evidence: Restricted<String>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// What a step was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum StepKind {
    Reported,
    Done,
    Dropped,
    /// The due day was this before.
    Moved {
        from: Option<Day>,
    },
    /// The owners were these before.
    Reassigned {
        from: Vec<Id>,
    },
}

impl Action {
    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self.standing,
            ActionStanding::Open | ActionStanding::InProgress
        )
    }
}

impl State {
    /// The actions in the order of their numbers.
    #[must_use]
    pub fn actions_in_order(&self) -> Vec<&Action> {
        let mut all: Vec<_> = self.actions.values().collect();
        all.sort_by_key(|action| (action.year, action.rank));
        all
    }

    /// The action of this number.
    #[must_use]
    pub fn action_numbered(&self, number: &str) -> Option<&Action> {
        self.actions.values().find(|action| action.number == number)
    }

    /// Year and rank that an action opened at this instant gets.
    #[must_use]
    pub fn next_action(&self, at: Instant) -> (u32, u32) {
        let year = u32::try_from(self.day(at).0.year()).unwrap_or(0);
        let ranks = self.actions.values().filter(|a| a.year == year);
        (year, ranks.map(|a| a.rank).max().unwrap_or(0) + 1)
    }

    /// The level of the meeting from which an action follows, also by a decision; the working level where there
    /// is none.
    #[must_use]
    pub fn action_level(&self, action: &Action) -> MeetingLevel {
        let of_decision = || self.decision(action.decision?)?.meeting();
        let meeting = action.meeting.or_else(of_decision);
        let meeting = meeting.and_then(|id| self.meetings.get(&id));
        meeting.map_or(MeetingLevel::WorkingLevel, |meeting| meeting.level)
    }

    /// The last day of an action: that which was set, otherwise the day of the next meeting of its level
    /// once that is called.
    #[must_use]
    pub fn due_day(&self, action: &Action) -> Option<Day> {
        if action.due.is_some() {
            return action.due;
        }
        let level = self.action_level(action);
        let after = action
            .meeting
            .and_then(|id| self.meetings.get(&id))
            .map_or(action.opened, |meeting| meeting.ends.max(action.opened));
        let next = self.next_meeting(level, after);
        next.map(|(_, meeting)| meeting.day())
    }

    /// Whether an action is open past its last day.
    #[must_use]
    pub fn is_overdue(&self, action: &Action, on: Day) -> bool {
        action.is_open() && self.due_day(action).is_some_and(|due| due < on)
    }

    /// The open actions that the agenda of a meeting carries: those of its level, and whatever is overdue;
    /// by number.
    #[must_use]
    pub fn carried_by(&self, level: MeetingLevel, on: Day) -> Vec<Id> {
        self.actions_in_order()
            .into_iter()
            .filter(|action| action.is_open())
            .filter(|action| self.action_level(action) == level || self.is_overdue(action, on))
            .map(|action| action.id)
            .collect()
    }
}
