//! Actions: opened by chair or secretariat, reported by their owners (5-procedures, *Decisions and
//! actions*).

use crate::act::Act;
use crate::class::Restricted;
use crate::fact::{
    ActionDone, ActionDropped, ActionMoved, ActionOpened, ActionReassigned, ActionReported,
};
use crate::id::Id;
use crate::limits;
use crate::parts::Day;
use crate::refusal::Refusal;
use crate::state::{Action, ActionStanding, State, Step, StepKind};

/// Owners take part on the day, each once, the lead first.
fn owners(state: &State, owners: &[Id], on: Day) -> Result<(), Refusal> {
    if owners.is_empty() {
        return Err(Refusal::Missing {
            what: "owner of the action",
        });
    }
    if owners.len() > limits::OWNERS {
        return Err(Refusal::TooMany {
            what: "list of owners",
            limit: limits::OWNERS,
        });
    }
    for (at, owner) in owners.iter().enumerate() {
        if owners[..at].contains(owner) {
            return Err(Refusal::IdTaken { what: "owner" });
        }
        if !state.rights(*owner, on).may_see {
            return Err(Refusal::NotAMember {});
        }
    }
    Ok(())
}

fn ahead(due: Option<Day>, today: Day) -> Result<(), Refusal> {
    if due.is_some_and(|due| due < today) {
        return Err(Refusal::DayPast {});
    }
    Ok(())
}

pub(super) fn opened(state: &mut State, act: &Act, fact: &ActionOpened) -> Result<(), Refusal> {
    let today = state.day(act.time);
    if state.actions.contains_key(&fact.action) {
        return Err(Refusal::IdTaken { what: "action" });
    }
    owners(state, &fact.owners, today)?;
    ahead(fact.due, today)?;
    whence(state, fact)?;
    let (year, rank) = state.next_action(act.time);
    if (fact.year, fact.rank) != (year, rank) || fact.number != format!("{year}/{rank}") {
        return Err(Refusal::WrongNumber {});
    }
    let action = Action {
        id: fact.action,
        number: fact.number.clone(),
        year,
        rank,
        meeting: fact.meeting,
        item: fact.item,
        decision: fact.decision,
        owners: fact.owners.clone(),
        due: fact.due,
        what: fact.what.clone(),
        opened: act.time,
        standing: ActionStanding::Open,
        steps: Vec::new(),
        act: state.acts,
    };
    state.actions.insert(fact.action, action);
    Ok(())
}

/// What it follows from is there and hangs together.
fn whence(state: &State, fact: &ActionOpened) -> Result<(), Refusal> {
    let meeting = match fact.meeting {
        Some(id) => {
            let found = state.meetings.get(&id);
            Some(found.ok_or(Refusal::Unknown { what: "meeting" })?)
        }
        None => None,
    };
    if meeting.is_some_and(|m| !m.is_open() && !m.is_closed()) {
        return Err(Refusal::MeetingNotOpen {});
    }
    if let Some(item) = fact.item
        && meeting.is_none_or(|m| m.item(item).is_none())
    {
        return Err(Refusal::Unknown {
            what: "agenda item",
        });
    }
    if let Some(decision) = fact.decision {
        let found = state.decision(decision);
        let found = found.ok_or(Refusal::Unknown { what: "decision" })?;
        if fact.meeting.is_some() && found.meeting() != fact.meeting {
            return Err(Refusal::Unknown {
                what: "decision of this meeting",
            });
        }
    }
    Ok(())
}

fn open_action(state: &mut State, id: Id) -> Result<&mut Action, Refusal> {
    let found = state
        .actions
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "action" })?;
    if found.is_open() {
        Ok(found)
    } else {
        Err(Refusal::ActionOver {})
    }
}

/// A step, told by whoever takes it.
fn step(
    state: &mut State,
    act: &Act,
    id: Id,
    (what, words): (StepKind, &Restricted<String>),
    evidence: &Restricted<String>,
) -> Result<(), Refusal> {
    let number = state.acts;
    let found = open_action(state, id)?;
    found.steps.push(Step {
        what,
        by: act.organisation,
        at: act.received,
        words: words.clone(),
        evidence: evidence.clone(),
        act: number,
    });
    Ok(())
}

pub(super) fn reported(state: &mut State, act: &Act, fact: &ActionReported) -> Result<(), Refusal> {
    let told = (StepKind::Reported, &fact.report);
    step(state, act, fact.action, told, &fact.evidence)?;
    open_action(state, fact.action)?.standing = ActionStanding::InProgress;
    Ok(())
}

pub(super) fn done(state: &mut State, act: &Act, fact: &ActionDone) -> Result<(), Refusal> {
    let told = (StepKind::Done, &fact.report);
    step(state, act, fact.action, told, &fact.evidence)?;
    open_action(state, fact.action)?.standing = ActionStanding::Done { at: act.received };
    Ok(())
}

pub(super) fn dropped(state: &mut State, act: &Act, fact: &ActionDropped) -> Result<(), Refusal> {
    let told = (StepKind::Dropped, &fact.reason);
    step(state, act, fact.action, told, &Restricted::Withheld)?;
    open_action(state, fact.action)?.standing = ActionStanding::Dropped { at: act.time };
    Ok(())
}

pub(super) fn moved(state: &mut State, act: &Act, fact: &ActionMoved) -> Result<(), Refusal> {
    ahead(fact.due, state.day(act.time))?;
    let from = open_action(state, fact.action)?.due;
    let told = (StepKind::Moved { from }, &fact.reason);
    step(state, act, fact.action, told, &Restricted::Withheld)?;
    open_action(state, fact.action)?.due = fact.due;
    Ok(())
}

pub(super) fn reassigned(
    state: &mut State,
    act: &Act,
    fact: &ActionReassigned,
) -> Result<(), Refusal> {
    owners(state, &fact.owners, state.day(act.time))?;
    let from = open_action(state, fact.action)?.owners.clone();
    let told = (StepKind::Reassigned { from }, &fact.reason);
    step(state, act, fact.action, told, &Restricted::Withheld)?;
    open_action(state, fact.action)?
        .owners
        .clone_from(&fact.owners);
    Ok(())
}
