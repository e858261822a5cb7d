//! Agendas: proposed as a whole, with what stays open carried on, and adopted by the meeting.

use std::collections::BTreeSet;

use crate::act::Act;
use crate::admit::check_length;
use crate::admit::meeting::{meeting, meeting_mut};
use crate::class::Restricted;
use crate::fact::{AgendaAdopted, AgendaProposed};
use crate::id::Id;
use crate::limits;
use crate::parts::{AgendaItem, ItemKind, ItemOutcome};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{ItemEnd, MeetingStanding, State};

/// The agenda as a whole. Until the meeting adopts it, it is a draft, and a later proposal takes its place.
pub(super) fn proposed(state: &mut State, act: &Act, fact: &AgendaProposed) -> Result<(), Refusal> {
    let found = meeting(state, fact.meeting)?;
    match found.standing {
        MeetingStanding::Called | MeetingStanding::Open { .. } => {}
        _ => return Err(Refusal::MeetingOver {}),
    }
    if found.agenda_adopted {
        return Err(Refusal::AgendaAdopted {});
    }
    if fact.items.is_empty() {
        return Err(Refusal::Missing {
            what: "item of the agenda",
        });
    }
    if fact.items.len() > limits::AGENDA {
        return Err(Refusal::TooMany {
            what: "agenda",
            limit: limits::AGENDA,
        });
    }
    let carried = state.carried_by(found.level, state.day(act.time));
    for (at, item) in fact.items.iter().enumerate() {
        let twice = fact.items[..at].iter().any(|before| {
            before.item == item.item
                || (before.deferred.is_some() && before.deferred == item.deferred)
                || (item.minutes_of.is_some() && before.minutes_of == item.minutes_of)
                || (before.kind == item.kind
                    && matches!(item.kind, ItemKind::AdoptionOfAgenda | ItemKind::FollowUp))
        });
        if twice {
            return Err(Refusal::IdTaken {
                what: "agenda item",
            });
        }
        line(state, fact.meeting, item, &carried)?;
    }
    let follows_up = fact.items.iter().any(|i| i.kind == ItemKind::FollowUp);
    let must = settings::switch(&state.settings, settings::MEETING_CARRY_OVER);
    if must && !carried.is_empty() && !follows_up {
        return Err(Refusal::CarryOver {
            count: carried.len(),
        });
    }
    let number = state.acts;
    let found = meeting_mut(state, fact.meeting)?;
    found.agenda.clone_from(&fact.items);
    found.agenda_act = Some(number);
    // A paper whose item is gone is a paper of the meeting.
    let items: BTreeSet<Id> = fact.items.iter().map(|item| item.item).collect();
    for paper in &mut found.papers {
        paper.item = paper.item.filter(|item| items.contains(item));
    }
    Ok(())
}

fn line(state: &State, own: Id, item: &AgendaItem, carried: &[Id]) -> Result<(), Refusal> {
    check_length("title of the item", &item.title, limits::NAME)?;
    let elsewhere = state
        .meetings
        .iter()
        .any(|(id, m)| *id != own && m.item(item.item).is_some());
    if elsewhere {
        return Err(Refusal::IdTaken {
            what: "agenda item",
        });
    }
    if item
        .text
        .is_some_and(|text| !state.texts.contains_key(&text))
    {
        return Err(Refusal::Unknown { what: "text" });
    }
    let left = state.left_over_for(own);
    let again = |deferred: Id| left.iter().any(|(_, line)| line.item == deferred);
    if item.deferred.is_some_and(|deferred| !again(deferred)) {
        return Err(Refusal::Unknown {
            what: "deferred item",
        });
    }
    let about = item.minutes_of.map(|id| meeting(state, id)).transpose()?;
    let fits = match item.kind {
        // A meeting approves those of one before it.
        ItemKind::Minutes => {
            let own = meeting(state, own)?;
            about.is_some_and(|m| m.is_closed() && m.begins < own.begins && m.level == own.level)
        }
        _ => about.is_none(),
    };
    if !fits {
        return Err(Refusal::MeetingNotOver {});
    }
    let carries: &[Id] = match item.kind {
        ItemKind::FollowUp => carried,
        _ => &[],
    };
    if item.carries != carries {
        return Err(Refusal::WrongOutcome {});
    }
    Ok(())
}

pub(super) fn adopted(state: &mut State, fact: &AgendaAdopted) -> Result<(), Refusal> {
    let number = state.acts;
    let found = meeting_mut(state, fact.meeting)?;
    if !found.is_open() {
        return Err(Refusal::MeetingNotOpen {});
    }
    if found.agenda.is_empty() {
        return Err(Refusal::NoAgenda {});
    }
    if found.agenda_adopted {
        return Err(Refusal::AgendaAdopted {});
    }
    found.agenda_adopted = true;
    // The item under which it happened is concluded with it.
    let adoption = found
        .agenda
        .iter()
        .find(|item| item.kind == ItemKind::AdoptionOfAgenda);
    if let Some(item) = adoption.map(|item| item.item) {
        let concluded = ItemEnd {
            outcome: ItemOutcome::Concluded,
            summary: Restricted::Withheld,
            act: number,
        };
        found.outcomes.insert(item, concluded);
    }
    Ok(())
}
