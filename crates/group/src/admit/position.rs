//! What organisations say in a silence procedure, by themselves or entered on evidence (5-procedures, rules 3,
//! 4, 5 and 12).

use crate::act::Act;
use crate::admit::silence::{procedure, procedure_mut};
use crate::fact::{
    PositionApproved, PositionContested, PositionEntered, PositionGiven, PositionWithdrawn,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::parts::{Attachment, AttachmentKind, Day, Hat, MessageUse, PositionKind};
use crate::refusal::Refusal;
use crate::state::{EnteredOn, Given, Owed, Procedure, Standing, State};

/// Years within which a headquarters confirms: a day beyond is a slip of the pen.
const LONGEST_AD_REFERENDUM: i64 = 2;

/// The open part of a position, whichever way it came.
struct Said<'f> {
    organisation: Id,
    position: PositionKind,
    confirmed_by: Option<Day>,
    attachments: &'f [Attachment],
    /// When it reached the group.
    reached: Instant,
}

/// A position. Rule 3: what was received after the deadline is kept as late and has no effect. Rule
/// 4: an objection of one with the right to object breaks silence; nothing else does.
pub(super) fn given(state: &mut State, act: &Act, fact: &PositionGiven) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    if matches!(found.standing, Standing::Broken { .. }) {
        return Err(Refusal::Broken {});
    }
    let said = Said {
        organisation: fact.organisation,
        position: fact.position,
        confirmed_by: fact.confirmed_by,
        attachments: &fact.attachments,
        reached: act.received,
    };
    holds(state, act, found, &said)?;
    // Only others can doubt what was meant.
    if fact.position == PositionKind::Doubtful {
        return Err(Refusal::WrongOutcome {});
    }
    let explains = found.is_doubtful(fact.organisation) && found.is_unconfirmed();
    if fact.late == (found.in_time(act.received) || explains) {
        return Err(Refusal::WrongOutcome {});
    }
    // Rule 3: receipt counts. What reached the group in time and the record after the closing still
    // counts until the chair has confirmed.
    if !fact.late && !found.is_unconfirmed() {
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
        entered: None,
        before: None,
    };
    if fact.late {
        let late = (fact.organisation, given);
        procedure_mut(state, fact.procedure)?.late.push(late);
        return Ok(());
    }
    counts(state, act, fact.procedure, fact.organisation, given)
}

/// What another organisation said by mail or letter. It counts from its arrival, whoever enters it and
/// whenever.
pub(super) fn entered(state: &mut State, act: &Act, fact: &PositionEntered) -> Result<(), Refusal> {
    let found = procedure(state, fact.procedure)?;
    if Some(fact.organisation) == act.organisation {
        return Err(Refusal::OwnWord {});
    }
    if fact.arrived <= found.opened || fact.arrived > act.received {
        return Err(Refusal::ArrivedAfter {});
    }
    let said = Said {
        organisation: fact.organisation,
        position: fact.position,
        confirmed_by: fact.confirmed_by,
        attachments: &fact.attachments,
        reached: fact.arrived,
    };
    holds(state, act, found, &said)?;
    if fact.late == found.in_time(fact.arrived) {
        return Err(Refusal::WrongOutcome {});
    }
    let standing = found.positions.get(&fact.organisation);
    let newer = standing.is_some_and(|standing| standing.received >= fact.arrived);
    if newer && !fact.late {
        return Err(Refusal::SaidSince {});
    }
    if found.said(fact.organisation).count() > limits::ENTERED {
        return Err(Refusal::TooMany {
            what: "list of entered positions",
            limit: limits::ENTERED,
        });
    }
    if let Some(id) = fact.message {
        let unknown = Refusal::Unknown { what: "message" };
        let message = state.inbox.get_mut(&id).ok_or(unknown)?;
        if message.organisation != fact.organisation || message.arrived != fact.arrived {
            return Err(Refusal::OtherMessage {});
        }
        message.found = Some(MessageUse::Entered);
    }
    let found = procedure(state, fact.procedure)?;
    let gains = gains(state, act, found, fact);
    let given = Given {
        position: fact.position,
        hat: act.hat,
        confirmed_by: fact.confirmed_by,
        attachments: fact.attachments.clone(),
        received: fact.arrived,
        act: state.acts,
        reason: fact.reason.clone(),
        wording: fact.wording.clone(),
        texts: fact.texts.clone(),
        entered: Some(EnteredOn {
            kind: fact.evidence,
            file: fact.evidence_file.as_ref().map(|file| file.id.clone()),
            by: act.organisation,
        }),
        before: None,
    };
    let without_effect = fact.late || !found.is_unconfirmed();
    let found = procedure_mut(state, fact.procedure)?;
    if without_effect {
        // What arrived in time and was entered when all was over stands here too: it is why a decision may
        // have to be annulled.
        found.late.push((fact.organisation, given));
        return Ok(());
    }
    if gains {
        found.awaiting.insert(fact.organisation, given);
        return Ok(());
    }
    counts(state, act, fact.procedure, fact.organisation, given)
}

/// Whether the one who enters a position gains by it (rule 12): its own text comes nearer to adoption.
fn gains(state: &State, act: &Act, found: &Procedure, fact: &PositionEntered) -> bool {
    let text = state.texts.get(&found.text);
    let own_text = text.is_some_and(|text| Some(text.penholder) == act.organisation);
    own_text && !fact.position.is_against()
}

/// A second person, of another organisation than the one that entered it.
pub(super) fn approved(
    state: &mut State,
    act: &Act,
    fact: &PositionApproved,
) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    if !found.is_unconfirmed() {
        return Err(Refusal::NotRunning {});
    }
    let awaiting = found.awaiting.get(&fact.organisation);
    let by = awaiting.ok_or(Refusal::NothingSaid {})?.entered.as_ref();
    if by.is_some_and(|entered| entered.by == act.organisation) {
        return Err(Refusal::SecondPerson {});
    }
    match found.awaiting.remove(&fact.organisation) {
        Some(given) => counts(state, act, fact.procedure, fact.organisation, given),
        None => Err(Refusal::NothingSaid {}),
    }
}

/// The organisation says that it didn't say what was entered for it: what stood before stands again. A
/// procedure that was broken by it stays so (rule 5): its restart leads on.
pub(super) fn contested(state: &mut State, fact: &PositionContested) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    if let Some(given) = found.awaiting.remove(&fact.organisation) {
        found.contested.push((fact.organisation, given));
        return Ok(());
    }
    let standing = found.positions.get(&fact.organisation);
    if standing.is_none_or(|given| given.entered.is_none()) {
        return Err(Refusal::NotEntered {});
    }
    let broken = matches!(found.standing, Standing::Broken { .. });
    if !found.is_unconfirmed() && !broken {
        return Err(Refusal::NotRunning {});
    }
    if let Some(mut given) = found.positions.remove(&fact.organisation) {
        if let Some(before) = given.before.take() {
            found.positions.insert(fact.organisation, *before);
        }
        found.contested.push((fact.organisation, given));
    }
    if !found.is_open() {
        found.outcomes = found.computed_outcomes();
    }
    Ok(())
}

/// Puts a position that counts in its place; one that breaks silence owes the end of the procedure.
fn counts(
    state: &mut State,
    act: &Act,
    id: Id,
    organisation: Id,
    mut given: Given,
) -> Result<(), Refusal> {
    let found = procedure_mut(state, id)?;
    let breaks = found.electorate.contains(&organisation) && given.position.breaks_silence();
    if given.entered.is_some() {
        given.before = found.positions.remove(&organisation).map(Box::new);
    } else {
        found.awaiting.remove(&organisation);
    }
    found.positions.insert(organisation, given);
    if matches!(found.standing, Standing::Closed { .. }) {
        found.outcomes = found.computed_outcomes();
    }
    if breaks {
        let owed = Owed::Broken {
            procedure: id,
            by: organisation,
        };
        state.owed = Some((owed, act.batch));
    }
    Ok(())
}

/// Whether a position is one that may be said: by one who takes part, with the right that it needs, and whole.
fn holds(state: &State, act: &Act, found: &Procedure, said: &Said<'_>) -> Result<(), Refusal> {
    let electors = found.electorate.contains(&said.organisation);
    if !state.rights(said.organisation, state.day(act.time)).may_see && !electors {
        return Err(Refusal::NotAMember {});
    }
    if !electors && said.position != PositionKind::None {
        return Err(Refusal::NoObjectionRight {});
    }
    if said.position == PositionKind::None && said.attachments.is_empty() {
        return Err(Refusal::NothingSaid {});
    }
    if said.attachments.len() > limits::ATTACHMENTS {
        return Err(Refusal::TooMany {
            what: "list of attachments",
            limit: limits::ATTACHMENTS,
        });
    }
    // A remark is for the penholder: it isn't printed under the text.
    let printed = |one: &Attachment| one.publish && !one.kind.is_for_good();
    if said.attachments.iter().any(printed) {
        return Err(Refusal::NotForPublication {});
    }
    let dissociates = |one: &Attachment| one.kind == AttachmentKind::Dissociation;
    if said.position != PositionKind::Dissociates && said.attachments.iter().any(dissociates) {
        return Err(Refusal::NotDissociating {});
    }
    if said.position == PositionKind::AgreesAdReferendum {
        let by = said.confirmed_by.ok_or(Refusal::Missing {
            what: "day by which the headquarters confirms",
        })?;
        let reached = state.day(said.reached);
        let latest = reached
            .0
            .saturating_add(jiff::Span::new().years(LONGEST_AD_REFERENDUM));
        if by < reached || by.0 > latest {
            return Err(Refusal::NoDayAhead {});
        }
    }
    Ok(())
}

pub(super) fn withdrawn(
    state: &mut State,
    act: &Act,
    fact: &PositionWithdrawn,
) -> Result<(), Refusal> {
    let found = procedure_mut(state, fact.procedure)?;
    // Rule 5: withdrawing an objection does not revive a broken procedure.
    if !found.is_open() || !found.in_time(act.received) {
        return Err(Refusal::NotRunning {});
    }
    if found.head_spoke(fact.organisation) && act.hat != Hat::Head {
        return Err(Refusal::HeadSpoke {});
    }
    let waiting = found.awaiting.remove(&fact.organisation);
    let stood = found.positions.remove(&fact.organisation);
    stood.or(waiting).map(|_| ()).ok_or(Refusal::NothingSaid {})
}
