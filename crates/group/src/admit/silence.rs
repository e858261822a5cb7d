//! The silence procedure and the decision that may come of it (5-procedures, rules 1 to 7, 9, 13
//! and 14).

use std::collections::{BTreeMap, BTreeSet};

use crate::act::Act;
use crate::admit::steering::{both, deadline_holds, steered};
use crate::admit::text::text;
use crate::calendar::Announced;
use crate::class::Restricted;
use crate::fact::{
    SilenceBroken, SilenceClosed, SilenceConfirmed, SilenceOpened, SilenceRestarted,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{ChairStep, Hat};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{Owed, Procedure, Stage, Standing, State};

const HOUR_MS: i64 = 3_600_000;

pub(super) fn procedure(state: &State, id: Id) -> Result<&Procedure, Refusal> {
    state
        .procedures
        .get(&id)
        .ok_or(Refusal::Unknown { what: "procedure" })
}

pub(super) fn procedure_mut(state: &mut State, id: Id) -> Result<&mut Procedure, Refusal> {
    state
        .procedures
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "procedure" })
}

/// Opens a procedure on the newest version. Rules 1 and 7: the electorate and the version are fixed.
pub(super) fn opened(state: &mut State, act: &Act, fact: &SilenceOpened) -> Result<(), Refusal> {
    limits::zone(&fact.zone)?;
    if state.procedures.contains_key(&fact.procedure) {
        return Err(Refusal::IdTaken { what: "procedure" });
    }
    let restarts = match state.owed {
        Some((Owed::Restart { procedure, .. }, _)) => Some(procedure),
        _ => None,
    };
    let found = text(state, fact.text)?;
    clears_now(state.stage(found))?;
    // Rule 5: after an objection the same version comes back by a restart alone, and by the restart of
    // that very procedure.
    match (state.ended_in_vain(found), restarts) {
        (Some(_), None) => return Err(Refusal::Broken {}),
        (standing, Some(restarted)) if standing.map(|p| p.id) != Some(restarted) => {
            return Err(Refusal::OtherVersion {});
        }
        _ => {}
    }
    let exact = found
        .newest()
        .is_some_and(|v| v.number == fact.version && v.sha256 == fact.sha256);
    if !exact {
        return Err(Refusal::OtherVersion {});
    }
    if fact.deadline <= act.time {
        return Err(Refusal::DeadlinePast {});
    }
    let announced = deadline_holds(state, fact.deadline, fact.announced)?;
    long_enough(state, act, fact, announced, restarts.is_some())?;
    if fact.electorate != state.electorate(state.day(act.time), |rights| rights.may_object) {
        return Err(Refusal::WrongOutcome {});
    }
    // An adoption without anybody who could have objected would be no agreement.
    if fact.electorate.is_empty() {
        return Err(Refusal::NobodyToAsk {});
    }
    let opened = Procedure {
        id: fact.procedure,
        text: fact.text,
        version: fact.version,
        sha256: fact.sha256.clone(),
        opened: act.time,
        act: state.acts,
        opened_by: act.organisation,
        deadline: fact.deadline,
        announced,
        extended_from: None,
        automatic: settings::switch(&state.settings, settings::SILENCE_AUTOMATIC_ADOPTION),
        more_time: Vec::new(),
        asked_more_time: BTreeSet::new(),
        steered: steered(act, None),
        steps: Vec::new(),
        zone: fact.zone.clone(),
        electorate: fact.electorate.clone(),
        note: fact.note.clone(),
        restart_reason: Restricted::Withheld,
        restarts,
        standing: Standing::Running,
        positions: BTreeMap::new(),
        late: Vec::new(),
        awaiting: BTreeMap::new(),
        contested: Vec::new(),
        size_at_deadline: None,
        outcomes: Vec::new(),
    };
    state.procedures.insert(fact.procedure, opened);
    if let Some(text) = state.texts.get_mut(&fact.text) {
        text.procedures.push(fact.procedure);
    }
    state.owed = None;
    Ok(())
}

/// Whether a text that stands so can be put under silence or to a vote.
pub(super) fn clears_now(stage: Stage<'_>) -> Result<(), Refusal> {
    match stage {
        Stage::InRound(_) => Err(Refusal::RoundOpen {}),
        Stage::Answering(round) if round.awaits_responses() => Err(Refusal::NotIssued {}),
        Stage::UnderSilence(_) => Err(Refusal::SilenceRuns {}),
        // What was promised in the responses must be in the text that is cleared.
        Stage::ResponsesIssued(round) if round.promises_changes() => {
            Err(Refusal::NextVersionFirst {})
        }
        Stage::AwaitingChair(_) | Stage::Carried(_) => Err(Refusal::AwaitsChair {}),
        Stage::Voting(_) => Err(Refusal::VoteRuns {}),
        Stage::Adopted(_) | Stage::Published(..) => Err(Refusal::Adopted {}),
        Stage::Ended(_) | Stage::Drafting | Stage::Answering(_) | Stage::ResponsesIssued(_) => {
            Ok(())
        }
    }
}

/// So many whole working days, by the clock of the seat (rule 2).
pub(super) fn whole_days(
    state: &State,
    act: &Act,
    announced: Announced,
    days: usize,
) -> Result<(), Refusal> {
    let earliest = state.calendar.whole_days_after(state.clock(act.time), days);
    if days > 0 && (announced.day, announced.minute) < earliest {
        return Err(Refusal::TooFewDays { days });
    }
    Ok(())
}

/// Rule 2: so many whole working days, by the clock of the seat, and so many hours.
fn long_enough(
    state: &State,
    act: &Act,
    fact: &SilenceOpened,
    announced: Announced,
    restart: bool,
) -> Result<(), Refusal> {
    let (days, hours) = state.shortest_silence(restart);
    whole_days(state, act, announced, days)?;
    if fact.deadline.as_millis() - act.time.as_millis() < hours * HOUR_MS {
        return Err(Refusal::TooShort { hours });
    }
    Ok(())
}

/// Rule 5: stands in one batch with the objection, and ends the procedure. Rule 4: what can be read both ways
/// ends it at its deadline, unless its author has said by then what was meant.
pub(super) fn broken(state: &mut State, act: &Act, fact: &SilenceBroken) -> Result<(), Refusal> {
    let owed = Some((
        Owed::Broken {
            procedure: fact.procedure,
            by: fact.by,
        },
        act.batch,
    ));
    if state.owed != owed {
        let found = procedure(state, fact.procedure)?;
        if act.hat != Hat::System || found.first_doubtful() != Some(fact.by) {
            return Err(Refusal::NothingSaid {});
        }
        closes_now(state, act, found)?;
    }
    let found = procedure_mut(state, fact.procedure)?;
    found.standing = Standing::Broken {
        at: act.time,
        by: fact.by,
    };
    found.outcomes = found.computed_outcomes();
    state.owed = None;
    Ok(())
}

/// Whether a procedure can be closed at that moment: its deadline is over, and all that reached the group by
/// then is known (rules 3, 12 and 13).
fn closes_now(state: &State, act: &Act, found: &Procedure) -> Result<(), Refusal> {
    if found.is_suspended() {
        return Err(Refusal::IsSuspended {});
    }
    if found.standing != Standing::Running {
        return Err(Refusal::NotRunning {});
    }
    if act.time < found.closes_from() {
        return Err(Refusal::TooEarly {});
    }
    all_known(state, found)?;
    // Rule 13: then the chair says whether to close or to extend.
    let outage = state.outage_across(found).is_some();
    match act.hat {
        Hat::System if outage => Err(Refusal::WasDown {}),
        Hat::Chair if !outage => Err(Refusal::ClosesByItself {}),
        _ => Ok(()),
    }
}

fn all_known(state: &State, found: &Procedure) -> Result<(), Refusal> {
    let count = state.unread_for(found);
    if count > 0 {
        return Err(Refusal::Unread { count });
    }
    if !found.awaiting.is_empty() {
        return Err(Refusal::AwaitsSecondPerson {});
    }
    Ok(())
}

/// Rules 3, 9 and 14: after the deadline, with the outcomes that follow from the record.
pub(super) fn closed(state: &mut State, act: &Act, fact: &SilenceClosed) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    closes_now(state, act, found)?;
    if found.first_doubtful().is_some() {
        return Err(Refusal::Doubtful {});
    }
    if fact.outcomes != found.computed_outcomes()
        || Some(fact.size_at_deadline) != found.size_at_deadline
    {
        return Err(Refusal::WrongOutcome {});
    }
    let found = procedure_mut(state, fact.procedure)?;
    found.standing = Standing::Closed { at: act.time };
    found.outcomes.clone_from(&fact.outcomes);
    Ok(())
}

/// Rule 3: the chair confirms, both where there are co-chairs; by the group's rule the system does. The decision
/// follows in the same batch.
pub(super) fn confirmed(
    state: &mut State,
    act: &Act,
    fact: &SilenceConfirmed,
) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    if !matches!(found.standing, Standing::Closed { .. }) {
        return Err(Refusal::NotClosed {});
    }
    if act.hat == Hat::System && !found.automatic {
        return Err(Refusal::NotEntitled {});
    }
    all_known(state, found)?;
    if found.first_doubtful().is_some() {
        return Err(Refusal::Doubtful {});
    }
    both(state, act, ChairStep::Adoption, fact.procedure)?;
    let found = procedure_mut(state, fact.procedure)?;
    found.standing = Standing::Confirmed { at: act.time };
    state.owed = Some((
        Owed::Decision {
            procedure: fact.procedure,
        },
        act.batch,
    ));
    Ok(())
}

/// Rules 5 and 8: the chair may put the same version under silence anew; the new procedure follows in the
/// same batch, and everyone may object anew.
pub(super) fn restarted(
    state: &mut State,
    act: &Act,
    fact: &SilenceRestarted,
) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    let of_text = text(state, found.text)?;
    let last = state.ended_in_vain(of_text);
    if last.is_none_or(|last| last.id != fact.procedure) {
        return Err(Refusal::NotBroken {});
    }
    match state.stage(of_text) {
        Stage::InRound(_) => return Err(Refusal::RoundOpen {}),
        Stage::Answering(round) if round.awaits_responses() => return Err(Refusal::NotIssued {}),
        Stage::Voting(_) => return Err(Refusal::VoteRuns {}),
        Stage::Carried(_) => return Err(Refusal::AwaitsChair {}),
        _ => {}
    }
    procedure_mut(state, fact.procedure)?.restart_reason = fact.reason.clone();
    let owed = Owed::Restart {
        procedure: fact.procedure,
        anew: fact.anew,
    };
    state.owed = Some((owed, act.batch));
    Ok(())
}
