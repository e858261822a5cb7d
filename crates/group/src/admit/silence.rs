//! The silence procedure and the decision that may come of it (5-procedures, rules 1, 3 to 7, 9, 10
//! and 14).

use std::collections::BTreeMap;

use crate::act::Act;
use crate::admit::text::text;
use crate::class::Restricted;
use crate::fact::{
    PositionGiven, PositionWithdrawn, SilenceBroken, SilenceClosed, SilenceConfirmed,
    SilenceOpened, SilenceRestarted,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{Hat, PositionKind};
use crate::refusal::Refusal;
use crate::state::{Given, Owed, Procedure, Stage, Standing, State};

/// Years within which a headquarters confirms: a day beyond is a slip of the pen.
const LONGEST_AD_REFERENDUM: i64 = 2;
const HOUR_MS: i64 = 3_600_000;

pub(super) fn procedure(state: &State, id: Id) -> Result<&Procedure, Refusal> {
    state
        .procedures
        .get(&id)
        .ok_or(Refusal::Unknown { what: "procedure" })
}

fn procedure_mut(state: &mut State, id: Id) -> Result<&mut Procedure, Refusal> {
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
    match state.stage(found) {
        Stage::InRound(_) => return Err(Refusal::RoundOpen {}),
        Stage::Answering(round) if round.awaits_responses() => return Err(Refusal::NotIssued {}),
        Stage::UnderSilence(_) => return Err(Refusal::SilenceRuns {}),
        // What was promised in the responses must be in the text that is cleared.
        Stage::ResponsesIssued(round) if round.promises_changes() => {
            return Err(Refusal::NextVersionFirst {});
        }
        Stage::AwaitingChair(_) => return Err(Refusal::AwaitsChair {}),
        Stage::Adopted(_) | Stage::Published(..) => return Err(Refusal::Adopted {}),
        Stage::Broken(_) | Stage::Drafting | Stage::Answering(_) | Stage::ResponsesIssued(_) => {}
    }
    // Rule 5: after an objection the same version comes back by a restart alone, and by the restart of
    // that very procedure.
    match (state.standing_objection(found), restarts) {
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
    let hours = state.shortest_silence(restarts.is_some());
    if fact.deadline.as_millis() - act.time.as_millis() < hours * HOUR_MS {
        return Err(Refusal::TooShort { hours });
    }
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
        zone: fact.zone.clone(),
        electorate: fact.electorate.clone(),
        note: fact.note.clone(),
        restart_reason: Restricted::Withheld,
        restarts,
        standing: Standing::Running,
        positions: BTreeMap::new(),
        late: Vec::new(),
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

/// A position. Rule 3: what was received after the deadline is kept as late and has no effect. Rule
/// 4: an objection of one with the right to object breaks silence; nothing else does.
pub(super) fn position_given(
    state: &mut State,
    act: &Act,
    fact: &PositionGiven,
) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    if matches!(found.standing, Standing::Broken { .. }) {
        return Err(Refusal::Broken {});
    }
    if !state.rights(fact.organisation, state.day(act.time)).may_see
        && !found.electorate.contains(&fact.organisation)
    {
        return Err(Refusal::NotAMember {});
    }
    if fact.late == found.in_time(act.received) {
        return Err(Refusal::WrongOutcome {});
    }
    let electors = found.electorate.contains(&fact.organisation);
    if !electors && fact.position != PositionKind::None {
        return Err(Refusal::NoObjectionRight {});
    }
    if fact.position == PositionKind::None && fact.attachments.is_empty() {
        return Err(Refusal::NothingSaid {});
    }
    if fact.attachments.len() > limits::ATTACHMENTS {
        return Err(Refusal::TooMany {
            what: "list of attachments",
            limit: limits::ATTACHMENTS,
        });
    }
    if fact.position == PositionKind::AgreesAdReferendum {
        let by = fact.confirmed_by.ok_or(Refusal::Missing {
            what: "day by which the headquarters confirms",
        })?;
        let received = state.day(act.received);
        let latest = received
            .0
            .saturating_add(jiff::Span::new().years(LONGEST_AD_REFERENDUM));
        if by < received || by.0 > latest {
            return Err(Refusal::NoDayAhead {});
        }
    }
    // Rule 3: receipt counts. What reached the group in time and the record after the closing still
    // counts until the chair has confirmed.
    let unconfirmed = matches!(found.standing, Standing::Running | Standing::Closed { .. });
    if !fact.late && !unconfirmed {
        return Err(Refusal::NotRunning {});
    }
    // 5-procedures, *Who binds an organisation*: what the head said, the head alone changes.
    if !fact.late && found.head_spoke(fact.organisation) && act.hat != Hat::Head {
        return Err(Refusal::HeadSpoke {});
    }
    let given = Given {
        position: fact.position,
        hat: act.hat,
        confirmed_by: fact.confirmed_by,
        attachments: fact.attachments.clone(),
        received: act.received,
        act: state.acts,
        reason: fact.reason.clone(),
        wording: fact.wording.clone(),
        texts: fact.texts.clone(),
    };
    let breaks = !fact.late && electors && fact.position.breaks_silence();
    let (id, organisation) = (fact.procedure, fact.organisation);
    let found = procedure_mut(state, id)?;
    if fact.late {
        found.late.push((organisation, given));
    } else {
        found.positions.insert(organisation, given);
        if matches!(found.standing, Standing::Closed { .. }) {
            found.outcomes = found.computed_outcomes();
        }
    }
    if breaks {
        state.owed = Some((
            Owed::Broken {
                procedure: id,
                by: organisation,
            },
            act.batch,
        ));
    }
    Ok(())
}

pub(super) fn position_withdrawn(
    state: &mut State,
    act: &Act,
    fact: &PositionWithdrawn,
) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    // Rule 5: withdrawing an objection does not revive a broken procedure.
    if !matches!(found.standing, Standing::Running) || !found.in_time(act.received) {
        return Err(Refusal::NotRunning {});
    }
    if found.head_spoke(fact.organisation) && act.hat != Hat::Head {
        return Err(Refusal::HeadSpoke {});
    }
    found
        .positions
        .remove(&fact.organisation)
        .map(|_| ())
        .ok_or(Refusal::NothingSaid {})
}

/// Rule 5: stands in one batch with the objection, and ends the procedure.
pub(super) fn broken(state: &mut State, act: &Act, fact: &SilenceBroken) -> Result<(), Refusal> {
    let owed = Some((
        Owed::Broken {
            procedure: fact.procedure,
            by: fact.by,
        },
        act.batch,
    ));
    if state.owed != owed {
        return Err(Refusal::NothingSaid {});
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

/// Rules 3, 9 and 14: after the deadline, with the outcomes that follow from the record.
pub(super) fn closed(state: &mut State, act: &Act, fact: &SilenceClosed) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    if !matches!(found.standing, Standing::Running) {
        return Err(Refusal::NotRunning {});
    }
    if act.time < found.closes_from() {
        return Err(Refusal::TooEarly {});
    }
    if fact.outcomes != found.computed_outcomes()
        || Some(fact.size_at_deadline) != found.size_at_deadline
    {
        return Err(Refusal::WrongOutcome {});
    }
    found.standing = Standing::Closed { at: act.time };
    found.outcomes.clone_from(&fact.outcomes);
    Ok(())
}

/// Rule 3: the chair confirms; the decision follows in the same batch.
pub(super) fn confirmed(
    state: &mut State,
    act: &Act,
    fact: &SilenceConfirmed,
) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    if !matches!(found.standing, Standing::Closed { .. }) {
        return Err(Refusal::NotClosed {});
    }
    found.standing = Standing::Confirmed { at: act.time };
    state.owed = Some((
        Owed::Decision {
            procedure: fact.procedure,
        },
        act.batch,
    ));
    Ok(())
}

/// Rule 5: the chair may put the same version under silence anew; the new procedure follows in the
/// same batch, and everyone may object anew.
pub(super) fn restarted(
    state: &mut State,
    act: &Act,
    fact: &SilenceRestarted,
) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    let of_text = text(state, found.text)?;
    let last = state.standing_objection(of_text);
    if last.is_none_or(|last| last.id != fact.procedure) {
        return Err(Refusal::NotBroken {});
    }
    match state.stage(of_text) {
        Stage::InRound(_) => return Err(Refusal::RoundOpen {}),
        Stage::Answering(round) if round.awaits_responses() => return Err(Refusal::NotIssued {}),
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
