//! Editorial corrections of an adopted text (5-procedures, *Corrections and languages*): proposed by the
//! secretariat, told to all, and issued where nobody says within the days that it is of substance.

use crate::act::Act;
use crate::admit::silence::whole_days;
use crate::admit::steering::deadline_holds;
use crate::admit::text::{hexadecimal, text, text_mut};
use crate::admit::{check_length, check_optional};
use crate::fact::{CorrectionContested, CorrectionIssued, CorrectionProposed};
use crate::id::Id;
use crate::limits;
use crate::parts::{Hat, MessageUse, SupplementKind};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{CorrectionStanding, GRACE_MS, Stage, State, Text, TextCorrection};

/// On the version that was adopted, one at a time, with another file.
pub(super) fn proposed(
    state: &mut State,
    act: &Act,
    fact: &CorrectionProposed,
) -> Result<(), Refusal> {
    let found = text(state, fact.text)?;
    let (Stage::Adopted(decision) | Stage::Published(decision, _)) = state.stage(found) else {
        return Err(Refusal::NotAdopted {});
    };
    if decision.text() != Some((fact.text, fact.version)) {
        return Err(Refusal::OtherVersion {});
    }
    let taken = |one: &TextCorrection| one.id == fact.correction;
    if state
        .texts
        .values()
        .flat_map(|text| &text.corrections)
        .any(taken)
    {
        return Err(Refusal::IdTaken { what: "correction" });
    }
    if found.open_correction().is_some() {
        return Err(Refusal::CorrectionOpen {});
    }
    if found.corrections.len() >= limits::TEXT_CORRECTIONS {
        return Err(Refusal::TooMany {
            what: "list of corrections",
            limit: limits::TEXT_CORRECTIONS,
        });
    }
    if fact.kinds.is_empty() {
        return Err(Refusal::Missing {
            what: "kind of the correction",
        });
    }
    hexadecimal(&fact.sha256)?;
    let stands = found.as_corrected(fact.version);
    if stands.is_none_or(|(sha256, _)| sha256 == fact.sha256) {
        return Err(Refusal::SameFile {});
    }
    if fact.deadline <= act.time {
        return Err(Refusal::DeadlinePast {});
    }
    let announced = deadline_holds(state, fact.deadline, fact.announced)?;
    if !settings::switch(&state.settings, settings::DEADLINE_ANY_INSTANT) {
        let days = settings::number(&state.settings, settings::CORRECTION_DAYS);
        whole_days(state, act, announced, usize::try_from(days).unwrap_or(0))?;
    }
    let proposed = TextCorrection {
        id: fact.correction,
        version: fact.version,
        sha256: fact.sha256.clone(),
        file: fact.file.id.clone(),
        kinds: fact.kinds.clone(),
        proposed: act.time,
        deadline: fact.deadline,
        announced,
        changes: fact.changes.clone(),
        standing: CorrectionStanding::Open,
        act: state.acts,
    };
    text_mut(state, fact.text)?.corrections.push(proposed);
    Ok(())
}

fn open(text: &Text, id: Id) -> Result<&TextCorrection, Refusal> {
    let found = text.corrections.iter().find(|one| one.id == id);
    let found = found.ok_or(Refusal::Unknown { what: "correction" })?;
    if found.standing == CorrectionStanding::Open {
        Ok(found)
    } else {
        Err(Refusal::CorrectionOver {})
    }
}

/// Anybody that takes part says that it is of substance: it falls, and a clearance leads on. The secretariat
/// enters what another organisation wrote.
pub(super) fn contested(
    state: &mut State,
    act: &Act,
    fact: &CorrectionContested,
) -> Result<(), Refusal> {
    if !state.rights(fact.organisation, state.day(act.time)).may_see {
        return Err(Refusal::NotAMember {});
    }
    let found = open(text(state, fact.text)?, fact.correction)?;
    let deadline = found.deadline;
    let opened = found.proposed;
    let own = act.organisation == Some(fact.organisation);
    let reached = match fact.message {
        None if own => act.received,
        None => {
            return Err(Refusal::TwoOrganisations {
                organisation: fact.organisation,
            });
        }
        Some(_) if act.hat != Hat::Secretariat => return Err(Refusal::NotEntitled {}),
        Some(id) => {
            let unknown = Refusal::Unknown { what: "message" };
            let message = state.inbox.get_mut(&id).ok_or(unknown)?;
            if message.organisation != fact.organisation || message.arrived < opened {
                return Err(Refusal::OtherMessage {});
            }
            message.found = Some(MessageUse::Entered);
            message.arrived
        }
    };
    if reached > deadline {
        return Err(Refusal::CorrectionOver {});
    }
    let reason = fact.reason.clone();
    correction_mut(state, fact.text, fact.correction)?.standing = CorrectionStanding::Contested {
        at: act.time,
        by: fact.organisation,
        reason,
    };
    Ok(())
}

fn correction_mut(state: &mut State, text: Id, id: Id) -> Result<&mut TextCorrection, Refusal> {
    let mut corrections = text_mut(state, text)?.corrections.iter_mut();
    let found = corrections.find(|one| one.id == id);
    found.ok_or(Refusal::Unknown { what: "correction" })
}

/// After the days, with its number and what it changes; the bytes of before stay reachable.
pub(super) fn issued(state: &mut State, act: &Act, fact: &CorrectionIssued) -> Result<(), Refusal> {
    check_length("list of changes", &fact.changes, limits::PROSE)?;
    check_optional("symbol", fact.symbol.as_deref(), limits::SHORT)?;
    let of = text(state, fact.text)?;
    let found = open(of, fact.correction)?;
    if act.time < found.deadline.plus_millis(GRACE_MS) {
        return Err(Refusal::CorrectionOpen {});
    }
    let unread = state.inbox.values().filter(|message| {
        message.found.is_none()
            && message.arrived >= found.proposed
            && message.arrived <= found.deadline
    });
    let count = unread.count();
    if count > 0 {
        return Err(Refusal::Unread { count });
    }
    if of.decision.is_none() {
        return Err(Refusal::NotAdopted {});
    }
    if fact.symbol != state.supplement_symbol(of, SupplementKind::Corrigendum) {
        return Err(Refusal::BadSymbol {});
    }
    let act_number = state.acts;
    correction_mut(state, fact.text, fact.correction)?.standing = CorrectionStanding::Issued {
        at: act.time,
        symbol: fact.symbol.clone(),
        changes: fact.changes.clone(),
        act: act_number,
    };
    Ok(())
}
