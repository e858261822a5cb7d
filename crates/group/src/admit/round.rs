//! Rounds: opened, answered, closed, compiled, responded to.

use std::collections::{BTreeMap, BTreeSet};

use crate::act::Act;
use crate::admit::text::text;
use crate::fact::{
    CompilationFrozen, MoreTimeAsked, ResponsesIssued, RoundClosed, RoundExtended, RoundOpened,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{Hat, Verdict, Visibility};
use crate::refusal::Refusal;
use crate::state::{Compilation, Responses, Round, Stage, State};

pub(super) fn round(state: &State, id: Id) -> Result<&Round, Refusal> {
    state
        .rounds
        .get(&id)
        .ok_or(Refusal::Unknown { what: "round" })
}

pub(super) fn round_mut(state: &mut State, id: Id) -> Result<&mut Round, Refusal> {
    state
        .rounds
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "round" })
}

pub(super) fn opened(state: &mut State, act: &Act, fact: &RoundOpened) -> Result<(), Refusal> {
    limits::zone(&fact.zone)?;
    if state.rounds.contains_key(&fact.round) {
        return Err(Refusal::IdTaken { what: "round" });
    }
    let found = text(state, fact.text)?;
    match state.stage(found) {
        Stage::Drafting | Stage::Ended(_) => {}
        Stage::InRound(_) => return Err(Refusal::RoundOpen {}),
        Stage::Answering(_) | Stage::ResponsesIssued(_) => return Err(Refusal::RoundHeld {}),
        Stage::UnderSilence(_) => return Err(Refusal::SilenceRuns {}),
        Stage::AwaitingChair(_) | Stage::Carried(_) => return Err(Refusal::AwaitsChair {}),
        Stage::Voting(_) => return Err(Refusal::VoteRuns {}),
        Stage::Adopted(_) | Stage::Published(..) => return Err(Refusal::Adopted {}),
    }
    if found.newest().map(|version| version.number) != Some(fact.version) {
        return Err(Refusal::OtherVersion {});
    }
    if state
        .last_round(found)
        .is_some_and(|last| last.version == fact.version)
    {
        return Err(Refusal::RoundHeld {});
    }
    if fact.deadline <= act.time {
        return Err(Refusal::DeadlinePast {});
    }
    if !state.may_end_on(fact.deadline) {
        return Err(Refusal::NotAWorkingDay {});
    }
    let asked = state.electorate(state.day(act.time), |rights| rights.may_comment);
    let right = match fact.visibility {
        Visibility::ThenWithNames => fact.electorate == asked,
        Visibility::ThenWithoutNames => {
            fact.electorate.len() == asked.len() && are_tokens(state, &fact.electorate)
        }
    };
    if !right {
        return Err(Refusal::WrongOutcome {});
    }
    if fact.electorate.is_empty() {
        return Err(Refusal::NobodyToAsk {});
    }
    let opened = Round {
        id: fact.round,
        text: fact.text,
        version: fact.version,
        opened: act.time,
        act: state.acts,
        deadline: fact.deadline,
        extended_from: None,
        late: fact.late,
        more_time: Vec::new(),
        zone: fact.zone.clone(),
        electorate: fact.electorate.clone(),
        visibility: fact.visibility,
        behind: fact.behind.clone(),
        instructions: fact.instructions.clone(),
        closed: None,
        returns: BTreeMap::new(),
        compilation: None,
        frozen: Vec::new(),
        responses: None,
    };
    state.rounds.insert(fact.round, opened);
    if let Some(text) = state.texts.get_mut(&fact.text) {
        text.rounds.push(fact.round);
    }
    Ok(())
}

/// Whether these can be tokens: each once, in their own order, which tells nothing, and none the id of an
/// organisation or of another round's token.
fn are_tokens(state: &State, tokens: &[Id]) -> bool {
    let mut rounds = state.rounds.values();
    tokens.is_sorted_by(|one, next| one < next)
        && !tokens
            .iter()
            .any(|token| state.organisations.contains_key(token))
        && !rounds.any(|round| tokens.iter().any(|token| round.electorate.contains(token)))
}

pub(super) fn closed(state: &mut State, act: &Act, fact: &RoundClosed) -> Result<(), Refusal> {
    let found = round(state, fact.round)?;
    if let Some(closed) = found.closed {
        return Err(Refusal::RoundClosed { closed });
    }
    if fact.at_deadline != (act.hat == Hat::System) {
        return Err(Refusal::WrongOutcome {});
    }
    if fact.at_deadline && act.time < found.closes_from() {
        return Err(Refusal::RoundNotDue {});
    }
    round_mut(state, fact.round)?.closed = Some(act.time);
    Ok(())
}

/// An extension only lengthens, and only before the deadline (5-procedures, rule 8).
pub(super) fn extended(state: &mut State, act: &Act, fact: &RoundExtended) -> Result<(), Refusal> {
    let found = open_before_deadline(state, fact.round, act)?;
    if fact.deadline <= found.deadline {
        return Err(Refusal::OnlyLater {});
    }
    if !state.may_end_on(fact.deadline) {
        return Err(Refusal::NotAWorkingDay {});
    }
    let found = round_mut(state, fact.round)?;
    found.extended_from.get_or_insert(found.deadline);
    found.deadline = fact.deadline;
    Ok(())
}

/// Each organisation asks once, and gives no reason.
pub(super) fn more_time_asked(
    state: &mut State,
    act: &Act,
    fact: &MoreTimeAsked,
) -> Result<(), Refusal> {
    let found = open_before_deadline(state, fact.round, act)?;
    if !found.electorate.contains(&fact.organisation) {
        return Err(Refusal::NotAsked {});
    }
    if found.more_time.contains(&fact.organisation) {
        return Err(Refusal::MoreTimeAsked {});
    }
    let found = round_mut(state, fact.round)?;
    found.more_time.push(fact.organisation);
    Ok(())
}

fn open_before_deadline<'s>(state: &'s State, id: Id, act: &Act) -> Result<&'s Round, Refusal> {
    let found = round(state, id)?;
    if let Some(closed) = found.closed {
        return Err(Refusal::RoundClosed { closed });
    }
    if act.received > found.deadline {
        return Err(Refusal::OnlyLater {});
    }
    Ok(found)
}

/// May happen before the round closes, and again; not once the responses are issued.
pub(super) fn frozen(
    state: &mut State,
    act: &Act,
    fact: &CompilationFrozen,
) -> Result<(), Refusal> {
    let found = round(state, fact.round)?;
    if found.responses.is_some() {
        return Err(Refusal::Issued {});
    }
    let mut rounds = state.rounds.values();
    if rounds.any(|one| one.frozen.contains(&fact.compilation)) {
        return Err(Refusal::IdTaken {
            what: "compilation",
        });
    }
    let of_round = |organisation: &Id| found.returns.contains_key(organisation);
    let supporters = fact.amendments.iter().flat_map(|item| &item.supporters);
    let commenting = fact.comments.iter().map(|item| &item.organisation);
    if !supporters.chain(commenting).all(of_round) {
        return Err(Refusal::NotAsked {});
    }
    let compilation = Compilation {
        id: fact.compilation,
        at: act.time,
        amendments: fact.amendments.clone(),
        comments: fact.comments.clone(),
        model: fact.model.id.clone(),
        word: fact.word.id.clone(),
        last_return: found.last_return(),
    };
    let mut items = BTreeSet::new();
    if !compilation.items().all(|item| items.insert(item)) {
        return Err(Refusal::IdTaken {
            what: "proposal or comment",
        });
    }
    let found = round_mut(state, fact.round)?;
    found.frozen.push(fact.compilation);
    found.compilation = Some(compilation);
    Ok(())
}

/// Complete: every amendment and comment has one answer, each *not taken* its reason. Whether two that
/// are taken can both stand, only the engine can tell: it refuses them before they come here.
pub(super) fn responses_issued(
    state: &mut State,
    act: &Act,
    fact: &ResponsesIssued,
) -> Result<(), Refusal> {
    let found = state
        .round_of(fact.compilation)
        .filter(|found| found.id == fact.round)
        .ok_or(Refusal::OldCompilation {})?;
    if found.responses.is_some() {
        return Err(Refusal::Issued {});
    }
    if found.closed.is_none() {
        return Err(Refusal::RoundNotClosed {});
    }
    let Some(compilation) = found.compilation.as_ref() else {
        return Err(Refusal::NotFrozen {});
    };
    if !found.compilation_is_whole() {
        return Err(Refusal::OldCompilation {});
    }
    let asked: BTreeSet<&str> = compilation.items().collect();
    let mut verdicts = BTreeMap::new();
    for given in &fact.verdicts {
        if !asked.contains(given.item.as_str()) {
            return Err(Refusal::UnknownItem {
                item: given.item.clone(),
            });
        }
        if given.verdict == Verdict::NotTaken && !given.reasoned {
            return Err(Refusal::NoReason {
                item: given.item.clone(),
            });
        }
        if verdicts.insert(given.item.clone(), given.verdict).is_some() {
            return Err(Refusal::ResponsesNotWhole {});
        }
    }
    let open = asked.len() - verdicts.len();
    if open > 0 {
        return Err(Refusal::Unanswered { count: open });
    }
    let (id, responses) = (
        found.id,
        Responses {
            at: act.time,
            by: act.organisation,
            act: state.acts,
            verdicts,
            statements: fact.statements.clone(),
        },
    );
    round_mut(state, id)?.responses = Some(responses);
    Ok(())
}
