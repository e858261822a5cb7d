//! Votes: opened, cast, entered, closed, and the decision that follows (5-procedures, *Vote*).

use std::collections::{BTreeMap, BTreeSet};

use crate::act::Act;
use crate::admit::meeting::{decided_by, meeting, meeting_mut, put};
use crate::admit::silence::{clears_now, whole_days};
use crate::admit::steering::{both, deadline_holds};
use crate::admit::text::text;
use crate::calendar::Announced;
use crate::class::Restricted;
use crate::fact::{
    DecisionAdopted, VoteCancelled, VoteCast, VoteClosed, VoteEntered, VoteOpened, WeightsSet,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::parts::{ChairStep, Choice, Hat, MessageUse};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{
    Basis, Cast, EnteredVote, NotCarried, Owed, Question, State, Vote, VoteStanding,
};

pub(super) fn vote(state: &State, id: Id) -> Result<&Vote, Refusal> {
    state
        .votes
        .get(&id)
        .ok_or(Refusal::Unknown { what: "vote" })
}

fn vote_mut(state: &mut State, id: Id) -> Result<&mut Vote, Refusal> {
    state
        .votes
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "vote" })
}

/// A whole table, without doubles. Votes that are open keep theirs.
pub(super) fn weights_set(state: &mut State, fact: &WeightsSet) -> Result<(), Refusal> {
    if fact.weights.len() > limits::LISTED {
        return Err(Refusal::TooMany {
            what: "list of votes",
            limit: limits::LISTED,
        });
    }
    let mut seen = BTreeSet::new();
    for one in &fact.weights {
        let unknown = !state.organisations.contains_key(&one.organisation);
        if unknown || !seen.insert(one.organisation) {
            return Err(Refusal::Unknown {
                what: "organisation",
            });
        }
        if !(1..=limits::VOTES).contains(&one.votes) {
            return Err(Refusal::TooManyVotes {
                limit: limits::VOTES,
            });
        }
    }
    let more_than_one = fact.weights.iter().filter(|one| one.votes != 1);
    state.weights = more_than_one
        .map(|one| (one.organisation, one.votes))
        .collect();
    Ok(())
}

/// Opens a vote. The electorate, the votes of each, the majority and the quorum are fixed with it.
pub(super) fn opened(state: &mut State, act: &Act, fact: &VoteOpened) -> Result<(), Refusal> {
    limits::zone(&fact.zone)?;
    if !state.votes_allowed() {
        return Err(Refusal::VotesOff {});
    }
    if state.votes.contains_key(&fact.vote) {
        return Err(Refusal::IdTaken { what: "vote" });
    }
    let electorate = state.voters(state.day(act.time));
    let quorum = state.vote_quorum(electorate.len());
    let settled = fact.majority == state.majority() && fact.quorum == quorum;
    if fact.electorate != electorate || !settled {
        return Err(Refusal::WrongOutcome {});
    }
    if electorate.is_empty() {
        return Err(Refusal::NobodyToAsk {});
    }
    let (question, deadline) = match (fact.text, fact.meeting) {
        (Some(id), None) => on_text(state, act, fact, id)?,
        (None, Some(id)) => (in_meeting(state, act, fact, id)?, None),
        _ => return Err(Refusal::OneTarget {}),
    };
    let opened = Vote {
        id: fact.vote,
        question,
        opened: act.time,
        act: state.acts,
        opened_by: act.organisation,
        deadline,
        zone: fact.zone.clone(),
        electorate,
        majority: fact.majority,
        quorum,
        note: fact.note.clone(),
        cast: BTreeMap::new(),
        standing: VoteStanding::Running,
        reason: Restricted::Withheld,
    };
    state.votes.insert(fact.vote, opened);
    if let Question::Version { text, .. } = question
        && let Some(text) = state.texts.get_mut(&text)
    {
        text.votes.push(fact.vote);
    }
    Ok(())
}

/// On the newest version, which was never voted on, until a deadline as those of silence are.
fn on_text(
    state: &State,
    act: &Act,
    fact: &VoteOpened,
    id: Id,
) -> Result<(Question, Option<(Instant, Announced)>), Refusal> {
    let found = text(state, id)?;
    clears_now(state.stage(found))?;
    let exact = found.newest().is_some_and(|version| {
        Some(version.number) == fact.version && Some(&version.sha256) == fact.sha256.as_ref()
    });
    let (Some(version), true) = (fact.version, exact && fact.decision.is_none()) else {
        return Err(Refusal::OtherVersion {});
    };
    let question = Question::Version { text: id, version };
    let voted = |vote: &Vote| {
        vote.question == question && matches!(vote.standing, VoteStanding::Closed { .. })
    };
    if state.votes_on(found).any(voted) {
        return Err(Refusal::VotedAlready {});
    }
    let deadline = fact.deadline.ok_or(Refusal::Missing { what: "deadline" })?;
    if deadline <= act.time {
        return Err(Refusal::DeadlinePast {});
    }
    let announced = deadline_holds(state, deadline, fact.announced)?;
    if !settings::switch(&state.settings, settings::DEADLINE_ANY_INSTANT) {
        let days = settings::number(&state.settings, settings::VOTE_MINIMUM_DAYS);
        whole_days(state, act, announced, usize::try_from(days).unwrap_or(0))?;
    }
    Ok((question, Some((deadline, announced))))
}

/// On what is put to a meeting with a quorum, and closed in it.
fn in_meeting(state: &State, act: &Act, fact: &VoteOpened, id: Id) -> Result<Question, Refusal> {
    let decision = fact.decision.ok_or(Refusal::NothingPut {})?;
    let put = put(state, id, decision)?;
    let written = fact.version.is_some() || fact.sha256.is_some() || fact.deadline.is_some();
    if written || fact.announced.is_some() {
        return Err(Refusal::OneTarget {});
    }
    no_vote_runs(state, decision)?;
    decided_by(state, id, state.day(act.time))?;
    Ok(Question::Put {
        meeting: id,
        item: put.item,
        decision,
    })
}

/// What is being voted on is neither taken back nor settled in another way.
pub(super) fn no_vote_runs(state: &State, decision: Id) -> Result<(), Refusal> {
    match state.vote_on_put(decision) {
        Some(_) => Err(Refusal::VoteRuns {}),
        None => Ok(()),
    }
}

/// The organisation's own word: the last one stands. What is received after the deadline doesn't count.
pub(super) fn cast(state: &mut State, act: &Act, fact: &VoteCast) -> Result<(), Refusal> {
    let found = vote(state, fact.vote)?;
    if !found.in_time(act.received) {
        return Err(Refusal::VoteOver {});
    }
    holds(state, found, fact.organisation)?;
    // 5-procedures, *Who binds an organisation*: what the head said, the head alone changes.
    let before = found.cast.get(&fact.organisation);
    if before.is_some_and(|cast| cast.hat == Hat::Head) && act.hat != Hat::Head {
        return Err(Refusal::HeadSpoke {});
    }
    let cast = Cast {
        choice: fact.choice,
        hat: act.hat,
        received: act.received,
        act: state.acts,
        entered: None,
    };
    vote_mut(state, fact.vote)?
        .cast
        .insert(fact.organisation, cast);
    Ok(())
}

/// Whether an organisation may have a word in a vote now.
fn holds(state: &State, found: &Vote, organisation: Id) -> Result<(), Refusal> {
    if !found.is_running() {
        return Err(Refusal::VoteOver {});
    }
    if found.votes_of(organisation).is_none() {
        return Err(Refusal::NoVote {});
    }
    if let Question::Put { meeting: id, .. } = found.question {
        let there = meeting(state, id)?.attendance.get(&organisation);
        if !there.is_some_and(|presence| presence.is_there()) {
            return Err(Refusal::NotPresent {});
        }
    }
    Ok(())
}

/// In the roll call of a meeting, or on evidence in a vote in writing. It counts from its arrival. Who holds the
/// pen gains by a vote in favour, so it doesn't enter one (5-procedures, rule 12).
pub(super) fn entered(state: &mut State, act: &Act, fact: &VoteEntered) -> Result<(), Refusal> {
    let found = vote(state, fact.vote)?;
    holds(state, found, fact.organisation)?;
    // A roll call is taken while it is recorded.
    let latest = match found.question {
        Question::Version { .. } => act.received,
        Question::Put { .. } => act.time,
    };
    if fact.arrived < found.opened || fact.arrived > latest {
        return Err(Refusal::ArrivedAfter {});
    }
    if !found.in_time(fact.arrived) {
        return Err(Refusal::VoteOver {});
    }
    let before = found.cast.get(&fact.organisation);
    if let Question::Version { text: id, .. } = found.question {
        if act.hat != Hat::Secretariat || fact.evidence.is_none() {
            return Err(Refusal::NotEntitled {});
        }
        if Some(fact.organisation) == act.organisation {
            return Err(Refusal::OwnWord {});
        }
        let own = act.organisation == Some(text(state, id)?.penholder);
        if own && fact.choice == Choice::InFavour {
            return Err(Refusal::SecondPerson {});
        }
        if before.is_some_and(|cast| cast.received >= fact.arrived) {
            return Err(Refusal::SaidSince {});
        }
    } else if fact.evidence.is_some() || fact.message.is_some() {
        return Err(Refusal::NotEntitled {});
    }
    // Evidence of the head's word would be entered as the head's: the act doesn't tell whose it is.
    if before.is_some_and(|cast| cast.hat == Hat::Head) {
        return Err(Refusal::HeadSpoke {});
    }
    if let Some(id) = fact.message {
        let unknown = Refusal::Unknown { what: "message" };
        let message = state.inbox.get_mut(&id).ok_or(unknown)?;
        if message.organisation != fact.organisation || message.arrived != fact.arrived {
            return Err(Refusal::OtherMessage {});
        }
        message.found = Some(MessageUse::Entered);
    }
    let cast = Cast {
        choice: fact.choice,
        hat: act.hat,
        received: fact.arrived,
        act: state.acts,
        entered: Some(EnteredVote {
            by: act.organisation,
            evidence: fact.evidence,
            file: fact.evidence_file.as_ref().map(|file| file.id.clone()),
        }),
    };
    vote_mut(state, fact.vote)?
        .cast
        .insert(fact.organisation, cast);
    Ok(())
}

/// Closes a vote, once and for all: one in writing by itself after its deadline, one in a meeting by the chair.
/// What a meeting carried is decided in the same batch.
pub(super) fn closed(state: &mut State, act: &Act, fact: &VoteClosed) -> Result<(), Refusal> {
    let found = vote(state, fact.vote)?;
    if !found.is_running() {
        return Err(Refusal::VoteOver {});
    }
    match found.closes_from() {
        Some(from) => {
            if act.time < from {
                return Err(Refusal::TooEarly {});
            }
            let count = state.unread_for_vote(found);
            if count > 0 {
                return Err(Refusal::Unread { count });
            }
            // Rule 13: then the chair says whether to close or to cancel.
            let outage = state.outage_across_vote(found).is_some();
            match act.hat {
                Hat::System if outage => return Err(Refusal::WasDown {}),
                Hat::Chair if !outage => return Err(Refusal::ClosesByItself {}),
                _ => {}
            }
        }
        None if act.hat != Hat::Chair => return Err(Refusal::NotEntitled {}),
        None => {}
    }
    if fact.cast != found.ballots() || fact.tally != found.computed_tally() {
        return Err(Refusal::WrongOutcome {});
    }
    let question = found.question;
    vote_mut(state, fact.vote)?.standing = VoteStanding::Closed {
        at: act.time,
        tally: fact.tally,
    };
    if let Question::Put { meeting: id, .. } = question {
        if fact.tally.carried {
            state.owed = Some((Owed::Carried { vote: fact.vote }, act.batch));
        } else {
            let meeting = meeting_mut(state, id)?;
            let vote = fact.vote;
            let lost = meeting.put.take().map(|put| NotCarried { put, vote });
            meeting.lost.extend(lost);
        }
    }
    Ok(())
}

/// Ends a vote without a result; what was put to a meeting is put again or taken back.
pub(super) fn cancelled(state: &mut State, act: &Act, fact: &VoteCancelled) -> Result<(), Refusal> {
    if !vote(state, fact.vote)?.is_running() {
        return Err(Refusal::VoteOver {});
    }
    both(state, act, ChairStep::Cancellation, fact.vote)?;
    let found = vote_mut(state, fact.vote)?;
    found.standing = VoteStanding::Cancelled { at: act.time };
    found.reason = fact.reason.clone();
    Ok(())
}

/// The decision that a vote carried: on a text by the chair, both where there are two; of a meeting in the batch
/// of its closing.
pub(super) fn decided(
    state: &mut State,
    act: &Act,
    fact: &DecisionAdopted,
    id: Id,
) -> Result<Basis, Refusal> {
    let found = vote(state, id)?;
    if !found.is_carried() {
        return Err(Refusal::NotCarried {});
    }
    if fact.participants != found.took_part() || !fact.attached.is_empty() {
        return Err(Refusal::WrongOutcome {});
    }
    let question = found.question;
    match question {
        Question::Version {
            text: of,
            version: number,
        } => {
            let same = fact.text == Some(of) && fact.version == Some(number);
            let plain = fact.kind.is_none()
                && fact.words.is_none()
                && fact.mandates.is_empty()
                && fact.item.is_none();
            if !same || !plain || text(state, of)?.decision.is_some() {
                return Err(Refusal::OtherVersion {});
            }
            if act.hat == Hat::System {
                return Err(Refusal::NotEntitled {});
            }
            both(state, act, ChairStep::Adoption, id)?;
        }
        Question::Put {
            meeting, decision, ..
        } => {
            if state.owed != Some((Owed::Carried { vote: id }, act.batch)) {
                return Err(Refusal::NotClosed {});
            }
            let put = put(state, meeting, decision)?;
            if fact.decision != decision || !put.is_what(fact) {
                return Err(Refusal::OtherVersion {});
            }
        }
    }
    Ok(Basis::Vote { vote: id, question })
}
