//! Meetings: called, their agenda, papers, attendance, items, decisions by consensus, minutes and note
//! (5-procedures, *Meetings* and *Consensus in a meeting*).

use std::collections::{BTreeMap, BTreeSet};

use crate::act::Act;
use crate::admit::vote::no_vote_runs;
use crate::admit::{check_length, check_optional};
use crate::class::Restricted;
use crate::fact::{
    AttendanceMarked, DecisionObjected, DecisionPut, DecisionTakenBack, ItemClosed, MeetingCalled,
    MeetingCancelled, MeetingClosed, MeetingMoved, MeetingOpened, PaperTabled,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::parts::{Day, ItemOutcome};
use crate::refusal::Refusal;
use crate::state::{Decision, ItemEnd, Meeting, MeetingStanding, Objected, Put, State, Tabled};

const DAY_MS: i64 = 86_400_000;

pub(super) fn meeting(state: &State, id: Id) -> Result<&Meeting, Refusal> {
    state
        .meetings
        .get(&id)
        .ok_or(Refusal::Unknown { what: "meeting" })
}

pub(super) fn meeting_mut(state: &mut State, id: Id) -> Result<&mut Meeting, Refusal> {
    state
        .meetings
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "meeting" })
}

/// A meeting in session whose agenda is adopted, and an item of it.
pub(super) fn in_session(state: &State, id: Id, item: Id) -> Result<&Meeting, Refusal> {
    let found = meeting(state, id)?;
    if !found.is_open() {
        return Err(Refusal::MeetingNotOpen {});
    }
    if !found.agenda_adopted {
        return Err(Refusal::AgendaNotAdopted {});
    }
    if found.item(item).is_none() {
        return Err(Refusal::Unknown {
            what: "agenda item",
        });
    }
    Ok(found)
}

/// A short name that no other meeting has, told or lived.
fn free_slug(state: &State, slug: &str) -> Result<(), Refusal> {
    limits::short_name(slug)?;
    let told = state.history.meetings.values().any(|m| m.slug == slug);
    if told || state.meeting_named(slug).is_some() {
        return Err(Refusal::NameTaken {
            name: slug.to_owned(),
        });
    }
    Ok(())
}

fn hours(begins: Instant, ends: Instant) -> Result<(), Refusal> {
    let length = ends.as_millis() - begins.as_millis();
    if (1..=limits::MEETING_DAYS * DAY_MS).contains(&length) {
        Ok(())
    } else {
        Err(Refusal::EndsBefore {})
    }
}

pub(super) fn called(state: &mut State, fact: &MeetingCalled) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    check_length("place", &fact.place, limits::NAME)?;
    limits::zone(&fact.zone)?;
    free_slug(state, &fact.slug)?;
    hours(fact.begins, fact.ends)?;
    let taken = state.history.meetings.contains_key(&fact.meeting);
    if taken || state.meetings.contains_key(&fact.meeting) {
        return Err(Refusal::IdTaken { what: "meeting" });
    }
    let meeting = Meeting {
        slug: fact.slug.clone(),
        title: fact.title.clone(),
        level: fact.level,
        begins: fact.begins,
        ends: fact.ends,
        zone: fact.zone.clone(),
        place: fact.place.clone(),
        standing: MeetingStanding::Called,
        reason: Restricted::Withheld,
        moved: 0,
        agenda: Vec::new(),
        agenda_adopted: false,
        agenda_act: None,
        papers: Vec::new(),
        attendance: BTreeMap::new(),
        outcomes: BTreeMap::new(),
        put: None,
        objected: Vec::new(),
        lost: Vec::new(),
        taken_back: Vec::new(),
        minutes: None,
        quotations: Vec::new(),
        note: None,
        act: state.acts,
    };
    state.meetings.insert(fact.meeting, meeting);
    Ok(())
}

/// A meeting that was only called: neither opened nor cancelled.
fn only_called(state: &mut State, id: Id) -> Result<&mut Meeting, Refusal> {
    let found = meeting_mut(state, id)?;
    if found.standing == MeetingStanding::Called {
        Ok(found)
    } else {
        Err(Refusal::MeetingBegun {})
    }
}

pub(super) fn moved(state: &mut State, fact: &MeetingMoved) -> Result<(), Refusal> {
    check_length("place", &fact.place, limits::NAME)?;
    hours(fact.begins, fact.ends)?;
    let found = only_called(state, fact.meeting)?;
    found.begins = fact.begins;
    found.ends = fact.ends;
    found.place.clone_from(&fact.place);
    found.reason = fact.reason.clone();
    found.moved += 1;
    Ok(())
}

pub(super) fn cancelled(
    state: &mut State,
    act: &Act,
    fact: &MeetingCancelled,
) -> Result<(), Refusal> {
    let found = only_called(state, fact.meeting)?;
    found.standing = MeetingStanding::Cancelled { at: act.time };
    found.reason = fact.reason.clone();
    Ok(())
}

pub(super) fn paper_tabled(
    state: &mut State,
    act: &Act,
    fact: &PaperTabled,
) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    limits::symbol(&fact.symbol)?;
    let found = meeting(state, fact.meeting)?;
    if found.is_cancelled() {
        return Err(Refusal::MeetingOver {});
    }
    if found.papers.len() >= limits::PAPERS {
        return Err(Refusal::TooMany {
            what: "list of papers",
            limit: limits::PAPERS,
        });
    }
    if fact.item.is_some_and(|item| found.item(item).is_none()) {
        return Err(Refusal::Unknown {
            what: "agenda item",
        });
    }
    if !["docx", "pdf"].contains(&fact.format.as_str()) {
        return Err(Refusal::Unknown {
            what: "form of file",
        });
    }
    if state.paper(fact.paper).is_some() {
        return Err(Refusal::IdTaken { what: "paper" });
    }
    match fact.revises {
        None => state.free_symbol(&fact.symbol)?,
        Some(before) => {
            let before = state
                .paper(before)
                .ok_or(Refusal::Unknown { what: "paper" })?;
            if fact.symbol != state.revised_symbol(before) {
                return Err(Refusal::SymbolTaken {
                    symbol: fact.symbol.clone(),
                });
            }
        }
    }
    let paper = Tabled {
        id: fact.paper,
        item: fact.item,
        symbol: fact.symbol.clone(),
        title: fact.title.clone(),
        file: fact.file.id.clone(),
        format: fact.format.clone(),
        revises: fact.revises,
        at: act.time,
    };
    meeting_mut(state, fact.meeting)?.papers.push(paper);
    Ok(())
}

/// On its day or later: what took place may also be entered afterwards.
pub(super) fn opened(state: &mut State, act: &Act, fact: &MeetingOpened) -> Result<(), Refusal> {
    let found = only_called(state, fact.meeting)?;
    if found.day_of(act.time) < found.day() {
        return Err(Refusal::NotItsDay {});
    }
    found.standing = MeetingStanding::Open { since: act.time };
    Ok(())
}

pub(super) fn attendance_marked(
    state: &mut State,
    act: &Act,
    fact: &AttendanceMarked,
) -> Result<(), Refusal> {
    let day = state.day(act.time);
    let mut seen = BTreeSet::new();
    for mark in &fact.marks {
        if !state.organisations.contains_key(&mark.organisation) || !seen.insert(mark.organisation)
        {
            return Err(Refusal::Unknown {
                what: "organisation",
            });
        }
        if !state.rights(mark.organisation, day).may_see {
            return Err(Refusal::NotAMember {});
        }
    }
    if seen.is_empty() {
        return Err(Refusal::NothingSaid {});
    }
    let found = meeting_mut(state, fact.meeting)?;
    if !found.is_open() {
        return Err(Refusal::MeetingNotOpen {});
    }
    for mark in &fact.marks {
        found.attendance.insert(mark.organisation, mark.presence);
    }
    Ok(())
}

pub(super) fn item_closed(state: &mut State, fact: &ItemClosed) -> Result<(), Refusal> {
    let found = in_session(state, fact.meeting, fact.item)?;
    if found.put.as_ref().is_some_and(|put| put.item == fact.item) {
        return Err(Refusal::DecisionPut {});
    }
    let of_item = |decision: &Decision| decision.item() == Some(fact.item);
    let decided = state.decisions.iter().any(of_item);
    if fact.outcome == ItemOutcome::Decided && !decided {
        return Err(Refusal::NothingDecided {});
    }
    let end = ItemEnd {
        outcome: fact.outcome,
        summary: fact.summary.clone(),
        act: state.acts,
    };
    meeting_mut(state, fact.meeting)?
        .outcomes
        .insert(fact.item, end);
    Ok(())
}

/// One decision at a time, under an item of the adopted agenda.
pub(super) fn decision_put(state: &mut State, fact: &DecisionPut) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    check_length("text of the decision", &fact.words, limits::PROSE)?;
    let found = in_session(state, fact.meeting, fact.item)?;
    if found.put.is_some() {
        return Err(Refusal::DecisionPut {});
    }
    if state.knows_decision(fact.decision) {
        return Err(Refusal::IdTaken { what: "decision" });
    }
    if fact.mandates.len() > limits::LISTED {
        return Err(Refusal::TooMany {
            what: "list of mandates",
            limit: limits::LISTED,
        });
    }
    if !fact
        .mandates
        .iter()
        .all(|id| state.mandates.contains_key(id))
    {
        return Err(Refusal::Unknown { what: "mandate" });
    }
    let put = Put {
        decision: fact.decision,
        item: fact.item,
        kind: fact.kind,
        title: fact.title.clone(),
        words: fact.words.clone(),
        mandates: fact.mandates.clone(),
    };
    meeting_mut(state, fact.meeting)?.put = Some(put);
    Ok(())
}

/// The decision that is put to a meeting.
pub(super) fn put(state: &State, id: Id, decision: Id) -> Result<&Put, Refusal> {
    let found = meeting(state, id)?;
    if !found.is_open() {
        return Err(Refusal::MeetingNotOpen {});
    }
    found
        .put
        .as_ref()
        .filter(|put| put.decision == decision)
        .ok_or(Refusal::NothingPut {})
}

pub(super) fn decision_objected(
    state: &mut State,
    act: &Act,
    fact: &DecisionObjected,
) -> Result<(), Refusal> {
    let put = put(state, fact.meeting, fact.decision)?.clone();
    no_vote_runs(state, fact.decision)?;
    let present = state.deciding(meeting(state, fact.meeting)?, state.day(act.time));
    let each: BTreeSet<&Id> = fact.objecting.iter().collect();
    let once = each.len() == fact.objecting.len();
    if each.is_empty() || !once || !each.into_iter().all(|id| present.contains(id)) {
        return Err(Refusal::NotPresent {});
    }
    let found = meeting_mut(state, fact.meeting)?;
    found.objected.push(Objected {
        put,
        objecting: fact.objecting.clone(),
        reason: fact.reason.clone(),
    });
    found.put = None;
    Ok(())
}

/// What was put with a slip of the pen, or can't be settled now, is put anew later under another id.
pub(super) fn decision_taken_back(
    state: &mut State,
    fact: &DecisionTakenBack,
) -> Result<(), Refusal> {
    let taken = put(state, fact.meeting, fact.decision)?.decision;
    no_vote_runs(state, taken)?;
    let found = meeting_mut(state, fact.meeting)?;
    found.put = None;
    found.taken_back.push(taken);
    Ok(())
}

/// Members present with the right to object, once there are as many as the group needs.
pub(super) fn decided_by(state: &State, id: Id, on: Day) -> Result<Vec<Id>, Refusal> {
    let present = state.deciding(meeting(state, id)?, on);
    if present.is_empty() {
        return Err(Refusal::NobodyPresent {});
    }
    let needed = state.quorum(on);
    if present.len() < needed {
        return Err(Refusal::NoQuorum {
            present: present.len(),
            needed,
        });
    }
    Ok(present)
}

pub(super) fn closed(state: &mut State, act: &Act, fact: &MeetingClosed) -> Result<(), Refusal> {
    let found = meeting_mut(state, fact.meeting)?;
    if !found.is_open() {
        return Err(Refusal::MeetingNotOpen {});
    }
    if found.put.is_some() {
        return Err(Refusal::DecisionPut {});
    }
    found.standing = MeetingStanding::Closed { at: act.time };
    Ok(())
}

/// A text given beside a fact that the law can't read is held by `decide`; this one holds optional words.
pub(super) fn lede(words: Option<&str>) -> Result<(), Refusal> {
    check_optional("words of the note", words, limits::PROSE)
}
