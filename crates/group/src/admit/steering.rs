//! How chair and secretariat steer a silence procedure on its way: more time, a standing clock, its end before
//! its time, and what co-chairs do together (5-procedures, rules 2, 8, 13 and 15).

use crate::act::Act;
use crate::admit::silence::{procedure, procedure_mut};
use crate::calendar::Announced;
use crate::class::Restricted;
use crate::fact::{
    ChairAgreed, SilenceCancelled, SilenceExtended, SilenceMoreTimeAsked, SilenceMoreTimeDeclined,
    SilenceResumed, SilenceStopped, SilenceSuspended,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{ChairStep, Hat};
use crate::refusal::Refusal;
use crate::state::{Procedure, ProcedureStep, Standing, State, Steered, StepOfProcedure};

/// How long a co-chair may stop what the other did (rule 15).
const STOP_MS: i64 = 24 * 3_600_000;

/// An extension only lengthens, and only before the deadline (rule 8), or when the service was down across it
/// (rule 13). It answers all who asked for more time.
pub(super) fn extended(
    state: &mut State,
    act: &Act,
    fact: &SilenceExtended,
) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    let passed = !found.in_time(act.received) && state.outage_across(found).is_none();
    if found.standing != Standing::Running || passed {
        return Err(Refusal::NotRunning {});
    }
    if fact.deadline <= found.deadline || fact.deadline <= act.time {
        return Err(Refusal::OnlyLater {});
    }
    let announced = deadline_holds(state, fact.deadline, fact.announced)?;
    let step = step(state, act, StepOfProcedure::Extended, Restricted::Withheld);
    let found = procedure_mut(state, fact.procedure)?;
    found.steered = steered(act, Some((found.deadline, found.announced)));
    found.extended_from.get_or_insert(found.deadline);
    found.deadline = fact.deadline;
    found.announced = announced;
    found.size_at_deadline = None;
    found.more_time.clear();
    found.steps.push(step);
    Ok(())
}

/// Each of the electorate once, with one press and no reason (rule 8).
pub(super) fn more_time_asked(
    state: &mut State,
    act: &Act,
    fact: &SilenceMoreTimeAsked,
) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    if found.standing != Standing::Running || !found.in_time(act.received) {
        return Err(Refusal::NotRunning {});
    }
    if !found.electorate.contains(&fact.organisation) {
        return Err(Refusal::NoObjectionRight {});
    }
    if !found.asked_more_time.insert(fact.organisation) {
        return Err(Refusal::MoreTimeAsked {});
    }
    found.more_time.push(fact.organisation);
    Ok(())
}

pub(super) fn more_time_declined(
    state: &mut State,
    act: &Act,
    fact: &SilenceMoreTimeDeclined,
) -> Result<(), Refusal> {
    let kind = StepOfProcedure::MoreTimeDeclined;
    let step = step(state, act, kind, fact.reason.clone());
    let found = procedure_mut(state, fact.procedure)?;
    if !found.is_open() {
        return Err(Refusal::NotRunning {});
    }
    if found.more_time.is_empty() {
        return Err(Refusal::NothingSaid {});
    }
    found.more_time.clear();
    found.steps.push(step);
    Ok(())
}

/// Before the deadline; what is said meanwhile counts.
pub(super) fn suspended(
    state: &mut State,
    act: &Act,
    fact: &SilenceSuspended,
) -> Result<(), Refusal> {
    let kind = StepOfProcedure::Suspended;
    let step = step(state, act, kind, fact.reason.clone());
    let found = procedure_mut(state, fact.procedure)?;
    if found.standing != Standing::Running || act.time > found.deadline {
        return Err(Refusal::NotRunning {});
    }
    found.standing = Standing::Suspended {
        at: act.time,
        left: found.deadline.as_millis() - act.time.as_millis(),
    };
    found.steered = None;
    found.steps.push(step);
    Ok(())
}

/// Nobody has less time left than when it was suspended.
pub(super) fn resumed(state: &mut State, act: &Act, fact: &SilenceResumed) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    let Standing::Suspended { left, .. } = found.standing else {
        return Err(Refusal::NotSuspended {});
    };
    let given = fact.deadline.as_millis() - act.time.as_millis();
    if fact.deadline < found.deadline || given < left {
        return Err(Refusal::LessTime {});
    }
    let announced = deadline_holds(state, fact.deadline, fact.announced)?;
    let step = step(state, act, StepOfProcedure::Resumed, Restricted::Withheld);
    let found = procedure_mut(state, fact.procedure)?;
    found.standing = Standing::Running;
    found.extended_from.get_or_insert(found.deadline);
    found.deadline = fact.deadline;
    found.announced = announced;
    found.more_time.clear();
    found.steps.push(step);
    Ok(())
}

/// At any time before the chair confirms; nothing said before counts in what follows.
pub(super) fn cancelled(
    state: &mut State,
    act: &Act,
    fact: &SilenceCancelled,
) -> Result<(), Refusal> {
    if !procedure(state, fact.procedure)?.is_unconfirmed() {
        return Err(Refusal::NotRunning {});
    }
    both(state, act, ChairStep::Cancellation, fact.procedure)?;
    let kind = StepOfProcedure::Cancelled;
    let step = step(state, act, kind, fact.reason.clone());
    end(procedure_mut(state, fact.procedure)?, act, step);
    Ok(())
}

fn end(found: &mut Procedure, act: &Act, step: ProcedureStep) {
    let closed = matches!(found.standing, Standing::Closed { .. });
    let outcomes = std::mem::take(&mut found.outcomes);
    found.standing = Standing::Cancelled { at: act.time };
    // What the deadline closed had an outcome for each already.
    found.outcomes = if closed {
        outcomes
    } else {
        found.computed_outcomes()
    };
    found.steered = None;
    found.steps.push(step);
}

/// Within a day, by another than the one who did it: an opening ends as cancelled, an extension is as if it had
/// not been, where its earlier deadline still lies ahead.
pub(super) fn stopped(state: &mut State, act: &Act, fact: &SilenceStopped) -> Result<(), Refusal> {
    let kind = StepOfProcedure::Stopped;
    let step = step(state, act, kind, fact.reason.clone());
    let found = procedure_mut(state, fact.procedure)?;
    let steered = found.steered.ok_or(Refusal::NothingToStop {})?;
    let late = act.time.as_millis() - steered.at.as_millis() > STOP_MS;
    if Some(steered.by) == act.organisation || late || !found.is_open() {
        return Err(Refusal::NothingToStop {});
    }
    match steered.deadline_before {
        None => end(found, act, step),
        Some((deadline, _)) if deadline <= act.time => return Err(Refusal::NothingToStop {}),
        Some((deadline, announced)) => {
            found.deadline = deadline;
            found.announced = announced;
            found.steered = None;
            found.steps.push(step);
        }
    }
    Ok(())
}

/// One of two or more chairs says yes to a step that needs all of them.
pub(super) fn agreed(state: &mut State, act: &Act, fact: &ChairAgreed) -> Result<(), Refusal> {
    let Some(organisation) = act.organisation else {
        return Err(Refusal::NotEntitled {});
    };
    let open = match fact.step {
        ChairStep::Adoption => match state.votes.get(&fact.thing) {
            Some(vote) => vote.is_carried() && !state.decided_by_vote(fact.thing),
            None => {
                let found = procedure(state, fact.thing)?;
                matches!(found.standing, Standing::Closed { .. })
            }
        },
        ChairStep::Cancellation => match state.votes.get(&fact.thing) {
            Some(vote) => vote.is_running(),
            None => procedure(state, fact.thing)?.is_unconfirmed(),
        },
        ChairStep::Publication => {
            let text = state.texts.get(&fact.thing);
            let text = text.ok_or(Refusal::Unknown { what: "text" })?;
            text.decision.is_some() && text.published.is_none()
        }
        ChairStep::Annulment => {
            let decision = state.decision(fact.thing);
            let decision = decision.ok_or(Refusal::Unknown { what: "decision" })?;
            decision.annulled.is_none()
        }
    };
    if !open {
        return Err(Refusal::NothingToAgree {});
    }
    if state.chairs(state.day(act.time)).len() < 2 {
        return Err(Refusal::NothingToAgree {});
    }
    if state.agreed.insert((fact.step, fact.thing, organisation)) {
        Ok(())
    } else {
        Err(Refusal::AwaitsOtherChair {})
    }
}

/// Holds that all chairs stand behind a step that needs both; takes their words with it.
pub(super) fn both(
    state: &mut State,
    act: &Act,
    step: ChairStep,
    thing: Id,
) -> Result<(), Refusal> {
    let chairs = state.chairs(state.day(act.time)).len();
    let by = act.organisation.filter(|_| act.hat == Hat::Chair);
    let missing = state.chairs_to_agree(step, thing, by, state.day(act.time));
    // One chair alone agrees by what it does, and to what others are entitled to do without it.
    if chairs > 1 && act.hat != Hat::System && !missing.is_empty() {
        return Err(Refusal::AwaitsOtherChair {});
    }
    state
        .agreed
        .retain(|(of, about, _)| (*of, *about) != (step, thing));
    Ok(())
}

/// What a chair did, for a co-chair to stop.
pub(super) fn steered(act: &Act, deadline_before: Option<(Instant, Announced)>) -> Option<Steered> {
    let by = act.organisation.filter(|_| act.hat == Hat::Chair)?;
    Some(Steered {
        by,
        at: act.time,
        deadline_before,
    })
}

fn step(
    state: &State,
    act: &Act,
    kind: StepOfProcedure,
    reason: Restricted<String>,
) -> ProcedureStep {
    ProcedureStep {
        kind,
        at: act.time,
        by: act.organisation,
        reason,
        act: state.acts,
    }
}

/// Whether a deadline falls where the group lets deadlines fall (rule 2), as it was announced. What was
/// announced comes to the same instant.
pub(super) fn deadline_holds(
    state: &State,
    deadline: Instant,
    announced: Option<Announced>,
) -> Result<Announced, Refusal> {
    let announced = announced.unwrap_or_else(|| state.clock(deadline));
    if !announced.is(deadline) {
        return Err(Refusal::OtherDeadline {});
    }
    let Some((from, to)) = state.deadline_hours() else {
        return Ok(announced);
    };
    if !state.calendar.is_working_day(announced.day) {
        let holiday = state.calendar.holidays.get(&announced.day);
        return Err(match holiday {
            Some(name) => Refusal::Holiday { name: name.clone() },
            None => Refusal::NotAWorkingDay {},
        });
    }
    if announced.minute < from * 60 || announced.minute > to * 60 {
        return Err(Refusal::NotWorkingHours { from, to });
    }
    Ok(announced)
}
