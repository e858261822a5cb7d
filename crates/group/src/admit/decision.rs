//! Decisions: adopted by either way, what is attached to those of meetings, and their release.

use crate::act::Act;
use crate::admit::check_length;
use crate::admit::meeting::{decided_by, meeting_mut, put};
use crate::admit::silence::procedure;
use crate::admit::steering::both;
use crate::admit::vote::{decided, no_vote_runs};
use crate::class::Restricted;
use crate::fact::{DecisionAdopted, DecisionAnnulled, DecisionAttached, DecisionReleased};
use crate::id::Id;
use crate::limits;
use crate::parts::{Attachment, ChairStep, Hat, ItemOutcome, Published};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{
    Annulled, Basis, CorrectionStanding, Decision, ItemEnd, Owed, Question, Released, Standing,
    State, Undone, VoteStanding,
};

/// The number comes with the adoption, without gaps in its year (5-procedures, rule 6).
pub(super) fn adopted(state: &mut State, act: &Act, fact: &DecisionAdopted) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    // One of a meeting was put to it under its id; that of a procedure is new.
    let taken = match fact.meeting {
        Some(_) => state.decision(fact.decision).is_some(),
        None => state.knows_decision(fact.decision),
    };
    if taken {
        return Err(Refusal::IdTaken { what: "decision" });
    }
    let (year, rank) = state.next_number(act.time);
    if (fact.year, fact.rank) != (year, rank) || fact.number != format!("{year}/{rank}") {
        return Err(Refusal::WrongNumber {});
    }
    let day = state.day(act.time);
    let without_participants = |members: Vec<Id>| -> Vec<Id> {
        let there = |id: &Id| fact.participants.contains(id);
        members.into_iter().filter(|id| !there(id)).collect()
    };
    let (basis, absent) = match (fact.procedure, fact.vote, fact.meeting) {
        (Some(procedure), None, None) => (by_silence(state, act, fact, procedure)?, Vec::new()),
        (None, Some(vote), _) => {
            let basis = decided(state, act, fact, vote)?;
            let electorate = state.votes.get(&vote).map(|vote| &vote.electorate);
            let members = electorate.into_iter().flatten().map(|one| one.organisation);
            (basis, without_participants(members.collect()))
        }
        (None, None, Some(meeting)) => {
            let basis = by_consensus(state, act, fact, meeting)?;
            let members = state.electorate(day, |rights| rights.may_object);
            (basis, without_participants(members))
        }
        _ => return Err(Refusal::NotClosed {}),
    };
    let decision = Decision {
        id: fact.decision,
        number: fact.number.clone(),
        year,
        rank,
        title: fact.title.clone(),
        basis,
        kind: fact.kind,
        words: fact.words.clone(),
        mandates: fact.mandates.clone(),
        participants: fact.participants.clone(),
        absent,
        at: act.time,
        act: state.acts,
        attached: fact.attached.clone(),
        attachments: Vec::new(),
        attach_days: settings::number(&state.settings, settings::MEETING_ATTACH_DAYS),
        released: None,
        annulled: None,
    };
    let at = state.decisions.len();
    state.decisions.push(decision);
    state.owed = None;
    match basis {
        Basis::Silence { text, .. }
        | Basis::Vote {
            question: Question::Version { text, .. },
            ..
        } => {
            if let Some(text) = state.texts.get_mut(&text) {
                text.decision = Some(at);
            }
        }
        Basis::Consensus { meeting, item }
        | Basis::Vote {
            question: Question::Put { meeting, item, .. },
            ..
        } => {
            let decided = ItemEnd {
                outcome: ItemOutcome::Decided,
                summary: Restricted::Withheld,
                act: state.acts,
            };
            let found = meeting_mut(state, meeting)?;
            found.put = None;
            found.outcomes.entry(item).or_insert(decided);
        }
    }
    Ok(())
}

/// In the batch of the chair's confirmation, on the text and version of the procedure.
fn by_silence(state: &State, act: &Act, fact: &DecisionAdopted, id: Id) -> Result<Basis, Refusal> {
    if state.owed != Some((Owed::Decision { procedure: id }, act.batch)) {
        return Err(Refusal::NotClosed {});
    }
    let found = procedure(state, id)?;
    if Some(found.text) != fact.text || Some(found.version) != fact.version {
        return Err(Refusal::OtherVersion {});
    }
    let plain = fact.kind.is_none()
        && fact.words.is_none()
        && fact.mandates.is_empty()
        && fact.item.is_none();
    if !plain || fact.participants != found.electorate || fact.attached != found.attached() {
        return Err(Refusal::WrongOutcome {});
    }
    Ok(Basis::Silence {
        procedure: id,
        text: found.text,
        version: found.version,
    })
}

/// What was put to the meeting, word for word, by those who are present at that moment with the right to
/// object; an absent member doesn't block (5-procedures, *Consensus in a meeting*).
fn by_consensus(
    state: &State,
    act: &Act,
    fact: &DecisionAdopted,
    meeting: Id,
) -> Result<Basis, Refusal> {
    let put = put(state, meeting, fact.decision)?;
    if !put.is_what(fact) {
        return Err(Refusal::OtherVersion {});
    }
    no_vote_runs(state, fact.decision)?;
    // The system adopts what silence has cleared, and nothing else.
    if act.hat == Hat::System {
        return Err(Refusal::NotEntitled {});
    }
    let item = put.item;
    let present = decided_by(state, meeting, state.day(act.time))?;
    if fact.participants != present || !fact.attached.is_empty() {
        return Err(Refusal::WrongOutcome {});
    }
    Ok(Basis::Consensus { meeting, item })
}

fn decision_mut(state: &mut State, id: Id) -> Result<&mut Decision, Refusal> {
    let found = state.decisions.iter_mut().find(|d| d.id == id);
    found.ok_or(Refusal::Unknown { what: "decision" })
}

/// Rule 14: a decision that was wrongly adopted is annulled by an act, never removed. A text that it adopted can
/// be cleared anew.
pub(super) fn annulled(
    state: &mut State,
    act: &Act,
    fact: &DecisionAnnulled,
) -> Result<(), Refusal> {
    let at = state.decisions.iter().position(|d| d.id == fact.decision);
    let at = at.ok_or(Refusal::Unknown { what: "decision" })?;
    if state.decisions[at].annulled.is_some() {
        return Err(Refusal::AnnulledAlready {});
    }
    both(state, act, ChairStep::Annulment, fact.decision)?;
    let number = state.acts;
    let decision = &mut state.decisions[at];
    decision.annulled = Some(Annulled {
        at: act.time,
        reason: fact.reason.clone(),
        act: number,
    });
    let (basis, adopted) = (decision.basis, decision.text());
    match basis {
        Basis::Silence { procedure, .. } => {
            if let Some(procedure) = state.procedures.get_mut(&procedure) {
                procedure.standing = Standing::Annulled { at: act.time };
            }
        }
        Basis::Vote { vote, .. } => {
            if let Some(vote) = state.votes.get_mut(&vote)
                && let Some(tally) = vote.tally()
            {
                vote.standing = VoteStanding::Annulled {
                    at: act.time,
                    tally,
                };
            }
        }
        Basis::Consensus { .. } => {}
    }
    let text = adopted.and_then(|(text, _)| state.texts.get_mut(&text));
    if let Some(text) = text {
        text.decision = None;
        for correction in &mut text.corrections {
            if correction.standing == CorrectionStanding::Open {
                correction.standing = CorrectionStanding::Lapsed { at: act.time };
            }
        }
        let published = text.published.take();
        text.annulled.push(Undone {
            decision: at,
            published,
        });
        // Who stood behind the text stood behind an adoption that is none.
        text.endorsements.clear();
    }
    Ok(())
}

/// By a member of the day of adoption, present or not, within the days that the group gives.
pub(super) fn attached(
    state: &mut State,
    act: &Act,
    fact: &DecisionAttached,
) -> Result<(), Refusal> {
    let until = state
        .decision(fact.decision)
        .map(|decision| state.attach_until(decision));
    let received = state.day(act.received);
    let published = state
        .decision(fact.decision)
        .and_then(|decision| decision.text())
        .and_then(|(text, _)| state.texts.get(&text))
        .is_some_and(|text| text.published.is_some());
    let found = decision_mut(state, fact.decision)?;
    if !found.takes_attachments() {
        return Err(Refusal::Unknown {
            what: "decision of a meeting",
        });
    }
    let member = |id: &Id| *id == fact.organisation;
    if !found.participants.iter().chain(&found.absent).any(&member) {
        return Err(Refusal::NotAMember {});
    }
    if until.is_none_or(|until| received > until) || found.released.is_some() || published {
        return Err(Refusal::AttachOver {});
    }
    let so_far = found.attachments.iter().filter(|(by, ..)| member(by));
    let count: usize = so_far.map(|(_, attachments, _)| attachments.len()).sum();
    if fact.attachments.is_empty() {
        return Err(Refusal::NothingSaid {});
    }
    if count + fact.attachments.len() > limits::ATTACHMENTS {
        return Err(Refusal::TooMany {
            what: "list of attachments",
            limit: limits::ATTACHMENTS,
        });
    }
    let attached = (
        fact.organisation,
        fact.attachments.clone(),
        fact.texts.clone(),
    );
    found.attachments.push(attached);
    if !found.attached.contains(&fact.organisation) {
        found.attached.push(fact.organisation);
    }
    Ok(())
}

/// After the days for reservations, so that those whose authors want them public go with it.
pub(super) fn released(
    state: &mut State,
    act: &Act,
    fact: &DecisionReleased,
) -> Result<(), Refusal> {
    let today = state.day(act.time);
    let number = state.acts;
    let until = state
        .decision(fact.decision)
        .map(|decision| state.attach_until(decision));
    let found = decision_mut(state, fact.decision)?;
    if found.meeting().is_none() {
        return Err(Refusal::NotReleasable {});
    }
    if found.released.is_some() {
        return Err(Refusal::Released {});
    }
    if found.annulled.is_some() {
        return Err(Refusal::AnnulledAlready {});
    }
    if let Some(until) = until.filter(|until| today <= *until) {
        return Err(Refusal::AttachOpen {
            until: until.to_string(),
        });
    }
    let given = found.attachments.iter();
    let given = given.map(|(by, attachments, _)| (*by, attachments.as_slice()));
    only_chosen(&fact.attached, &given.collect::<Vec<_>>())?;
    found.released = Some(Released {
        at: act.time,
        attached: fact.attached.clone(),
        act: number,
    });
    Ok(())
}

/// Of each organisation and kind no more than it chose to have published.
pub(super) fn only_chosen(
    published: &[Published],
    given: &[(Id, &[Attachment])],
) -> Result<(), Refusal> {
    for one in published {
        let same =
            |each: &&Published| each.organisation == one.organisation && each.kind == one.kind;
        let chosen = given
            .iter()
            .filter(|(by, _)| *by == one.organisation)
            .flat_map(|(_, attachments)| attachments.iter())
            .filter(|a| a.publish && a.kind == one.kind);
        if published.iter().filter(same).count() > chosen.count() {
            return Err(Refusal::NotForPublication {});
        }
    }
    Ok(())
}
