//! Answers to a round: sent by the organisation, or entered by the secretariat on evidence.

use crate::act::Act;
use crate::admit::round::{round, round_mut};
use crate::fact::{ReturnEntered, ReturnReceived};
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{ReturnForm, ReturnMode};
use crate::refusal::Refusal;
use crate::state::{Evidence, Return, Round, Stage, State};

/// A return counts when it was received in time; a later one replaces the earlier, or adds to it.
pub(super) fn return_received(
    state: &mut State,
    act: &Act,
    fact: &ReturnReceived,
) -> Result<(), Refusal> {
    let found = round(state, fact.round)?;
    let late = lateness(state, found, act.received)?;
    let has_file = fact.file.is_some();
    follows(found, fact.organisation, fact.form, has_file, fact.mode)?;
    let received = Return {
        form: fact.form,
        file: fact.file.as_ref().map(|file| file.id.clone()),
        proposals: fact.proposals,
        comments: fact.comments,
        for_penholder: vec![fact.for_penholder.clone()],
        received: act.received,
        late,
        evidence: None,
        act: state.acts,
    };
    keep(state, fact.round, fact.organisation, received, fact.mode)
}

/// What reached the group counts from then, whoever enters it and whenever (5-procedures, rule 3).
pub(super) fn return_entered(
    state: &mut State,
    act: &Act,
    fact: &ReturnEntered,
) -> Result<(), Refusal> {
    let found = round(state, fact.round)?;
    if fact.arrived > act.time || fact.arrived < found.opened {
        return Err(Refusal::ArrivedAfter {});
    }
    let late = lateness(state, found, fact.arrived)?;
    let has_file = fact.file.is_some();
    follows(found, fact.organisation, fact.form, has_file, fact.mode)?;
    let held = found.returns.get(&fact.organisation);
    if fact.mode == ReturnMode::Replaces && held.is_some_and(|held| held.evidence.is_none()) {
        return Err(Refusal::OwnReturnStands {});
    }
    let received = Return {
        form: fact.form,
        file: fact.file.as_ref().map(|file| file.id.clone()),
        proposals: fact.proposals,
        comments: fact.comments,
        for_penholder: vec![fact.for_penholder.clone()],
        received: fact.arrived,
        late,
        evidence: Some(Evidence {
            kind: fact.evidence,
            file: fact.evidence_file.as_ref().map(|file| file.id.clone()),
        }),
        act: state.acts,
    };
    keep(state, fact.round, fact.organisation, received, fact.mode)
}

fn keep(
    state: &mut State,
    of: Id,
    organisation: Id,
    mut received: Return,
    mode: ReturnMode,
) -> Result<(), Refusal> {
    let returns = &mut round_mut(state, of)?.returns;
    if let Some(before) = returns.remove(&organisation)
        && mode != ReturnMode::Replaces
    {
        let new = std::mem::replace(&mut received.for_penholder, before.for_penholder);
        received.for_penholder.extend(new);
    }
    returns.insert(organisation, received);
    Ok(())
}

/// Whether what reached the group at that moment is late.
///
/// # Errors
/// When it doesn't count: the round is over, and is none in which late answers count, or its responses
/// are issued, or the text has gone on.
fn lateness(state: &State, found: &Round, reached: Instant) -> Result<bool, Refusal> {
    let over = found.ended();
    let late = reached > found.deadline || found.closed.is_some_and(|closed| reached >= closed);
    if late && !found.late {
        return Err(Refusal::RoundClosed { closed: over });
    }
    if found.responses.is_some() {
        return Err(Refusal::Issued {});
    }
    let waits = state.texts.get(&found.text).is_some_and(|text| {
        matches!(state.stage(text),
            Stage::InRound(current) | Stage::Answering(current) if current.id == found.id)
    });
    if waits {
        Ok(late)
    } else {
        Err(Refusal::RoundClosed { closed: over })
    }
}

/// Whether an answer of this form may follow what the organisation answered before.
fn follows(
    found: &Round,
    organisation: Id,
    form: ReturnForm,
    has_file: bool,
    mode: ReturnMode,
) -> Result<(), Refusal> {
    if !found.electorate.contains(&organisation) {
        return Err(Refusal::NotAsked {});
    }
    let marked_up = form == ReturnForm::MarkedUp;
    if marked_up != has_file {
        return Err(Refusal::Missing {
            what: "marked-up file",
        });
    }
    // "No comments" never erases an earlier return (5-procedures, *Rounds*).
    let held = found.returns.get(&organisation);
    let holds_file = held.is_some_and(|held| held.form == ReturnForm::MarkedUp);
    if !marked_up && holds_file {
        return Err(Refusal::ReturnHeld {});
    }
    if mode != ReturnMode::Replaces && !(marked_up && holds_file) {
        return Err(Refusal::NothingToAddTo {});
    }
    Ok(())
}
