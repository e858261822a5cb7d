//! Reminders of a deadline that comes (5-procedures, rule 11): once for each deadline, to all.

use crate::act::{Act, Noun};
use crate::fact::ReminderGiven;
use crate::refusal::Refusal;
use crate::state::State;

/// In the days before the deadline that the group's rules name, and once for it.
pub(super) fn given(state: &mut State, act: &Act, fact: &ReminderGiven) -> Result<(), Refusal> {
    let deadline = state.deadline_of(fact.thing);
    let deadline = deadline.ok_or(Refusal::Unknown { what: "deadline" })?;
    let noun = match state.rounds.contains_key(&fact.thing) {
        true => Noun::Round,
        false => Noun::Procedure,
    };
    if fact.noun != noun {
        return Err(Refusal::WrongStream {});
    }
    if !state.is_to_remind(fact.thing, act.time) {
        return Err(Refusal::NoReminder {});
    }
    state.reminded.insert(fact.thing, deadline);
    Ok(())
}
