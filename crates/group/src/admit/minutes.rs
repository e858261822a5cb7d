//! Minutes and the public note of a meeting.

use crate::act::Act;
use crate::admit::check_length;
use crate::admit::meeting::{decided_by, in_session, lede, meeting, meeting_mut};
use crate::fact::{
    CorrectionAsked, MinutesApproved, MinutesCirculated, NoteIssued, QuotationApproved,
};
use crate::limits;
use crate::parts::{ItemKind, ItemOutcome};
use crate::refusal::Refusal;
use crate::state::{Approved, Correction, ItemEnd, Minutes, Note, State};

pub(super) fn circulated(
    state: &mut State,
    act: &Act,
    fact: &MinutesCirculated,
) -> Result<(), Refusal> {
    let today = state.day(act.time);
    let number = state.acts;
    let found = meeting_mut(state, fact.meeting)?;
    if !found.is_closed() {
        return Err(Refusal::MeetingNotOver {});
    }
    let (last, corrections) = match &found.minutes {
        Some(minutes) if minutes.approved.is_some() => return Err(Refusal::MinutesApproved {}),
        Some(minutes) => (minutes.edition, minutes.corrections.clone()),
        None => (0, Vec::new()),
    };
    if fact.edition != last + 1 {
        return Err(Refusal::OtherVersion {});
    }
    if fact.until < today {
        return Err(Refusal::DayPast {});
    }
    found.minutes = Some(Minutes {
        edition: fact.edition,
        circulated: act.time,
        until: fact.until,
        words: fact.words.clone(),
        corrections,
        approved: None,
        act: number,
    });
    Ok(())
}

pub(super) fn correction_asked(
    state: &mut State,
    act: &Act,
    fact: &CorrectionAsked,
) -> Result<(), Refusal> {
    let day = state.day(act.received);
    if !state.rights(fact.organisation, day).may_see {
        return Err(Refusal::NotAMember {});
    }
    let found = meeting_mut(state, fact.meeting)?;
    if fact.item.is_some_and(|item| found.item(item).is_none()) {
        return Err(Refusal::Unknown {
            what: "agenda item",
        });
    }
    let Some(minutes) = &mut found.minutes else {
        return Err(Refusal::NotCirculated {});
    };
    if minutes.approved.is_some() || day > minutes.until {
        return Err(Refusal::CorrectionsOver {});
    }
    if minutes.corrections.len() >= limits::CORRECTIONS {
        return Err(Refusal::TooMany {
            what: "list of corrections",
            limit: limits::CORRECTIONS,
        });
    }
    minutes.corrections.push(Correction {
        organisation: fact.organisation,
        item: fact.item,
        edition: minutes.edition,
        at: act.received,
        words: fact.words.clone(),
    });
    Ok(())
}

/// The newest edition, by a later meeting, under the item of its agenda that is about them: the item is
/// concluded with it.
pub(super) fn approved(
    state: &mut State,
    act: &Act,
    fact: &MinutesApproved,
) -> Result<(), Refusal> {
    let later = in_session(state, fact.at, fact.item)?;
    let about = later.item(fact.item).map(|(_, item)| item);
    let fits = about.is_some_and(|item| {
        item.kind == ItemKind::Minutes && item.minutes_of == Some(fact.meeting)
    });
    if !fits {
        return Err(Refusal::Unknown {
            what: "agenda item",
        });
    }
    // A meeting that approves is one at which members are.
    decided_by(state, fact.at, state.day(act.time))?;
    match &meeting(state, fact.meeting)?.minutes {
        None => return Err(Refusal::NotCirculated {}),
        Some(minutes) if minutes.approved.is_some() => return Err(Refusal::MinutesApproved {}),
        Some(minutes) if minutes.edition != fact.edition => return Err(Refusal::OtherVersion {}),
        Some(_) => {}
    }
    if let Some(minutes) = &mut meeting_mut(state, fact.meeting)?.minutes {
        minutes.approved = Some(fact.at);
    }
    let concluded = ItemEnd {
        outcome: ItemOutcome::Concluded,
        summary: crate::class::Restricted::Withheld,
        act: state.acts,
    };
    meeting_mut(state, fact.at)?
        .outcomes
        .entry(fact.item)
        .or_insert(concluded);
    Ok(())
}

pub(super) fn quotation_approved(
    state: &mut State,
    act: &Act,
    fact: &QuotationApproved,
) -> Result<(), Refusal> {
    if !state.rights(fact.organisation, state.day(act.time)).may_see {
        return Err(Refusal::NotAMember {});
    }
    let found = meeting_mut(state, fact.meeting)?;
    if !found.is_closed() {
        return Err(Refusal::MeetingNotOver {});
    }
    let there = found.attendance.get(&fact.organisation);
    if there.is_none_or(|presence| !presence.is_there()) {
        return Err(Refusal::WasNotThere {});
    }
    if found.quotations.iter().any(|q| q.id == fact.quotation) {
        return Err(Refusal::IdTaken { what: "quotation" });
    }
    if found.quotations.len() >= limits::LISTED {
        return Err(Refusal::TooMany {
            what: "list of quotations",
            limit: limits::LISTED,
        });
    }
    found.quotations.push(Approved {
        id: fact.quotation,
        organisation: fact.organisation,
        words: fact.words.clone(),
        attribution: fact.attribution.clone(),
    });
    Ok(())
}

/// The note; issued again, the last stands. It quotes only what was approved.
pub(super) fn note_issued(state: &mut State, act: &Act, fact: &NoteIssued) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    lede(fact.lede.as_deref())?;
    let number = state.acts;
    let found = meeting_mut(state, fact.meeting)?;
    if !found.is_closed() {
        return Err(Refusal::MeetingNotOver {});
    }
    let known = |id: &crate::id::Id| found.quotations.iter().any(|q| q.id == *id);
    let twice = |at: usize| fact.quotations[..at].contains(&fact.quotations[at]);
    if (0..fact.quotations.len()).any(twice) {
        return Err(Refusal::IdTaken { what: "quotation" });
    }
    if !fact.quotations.iter().all(known) || fact.quotations.len() > limits::LISTED {
        return Err(Refusal::Unknown { what: "quotation" });
    }
    found.note = Some(Note {
        title: fact.title.clone(),
        lede: fact.lede.clone(),
        attendance: fact.attendance,
        quotations: fact.quotations.clone(),
        issued: act.time,
        act: number,
    });
    Ok(())
}
