//! Messages that reach the group's address, times at which nobody could reach the system, and the calendar of
//! its seat (5-procedures, rules 2, 3 and 13).

use std::collections::BTreeMap;

use crate::act::Act;
use crate::admit::check_length;
use crate::calendar::Calendar;
use crate::fact::{CalendarSet, MessageRead, MessageReceived, OutageNoticed};
use crate::limits;
use crate::parts::{MessageUse, Weekday};
use crate::refusal::Refusal;
use crate::state::{Message, Outage, State};

pub(super) fn calendar_set(state: &mut State, fact: &CalendarSet) -> Result<(), Refusal> {
    if fact.holidays.len() > limits::HOLIDAYS {
        return Err(Refusal::TooMany {
            what: "list of holidays",
            limit: limits::HOLIDAYS,
        });
    }
    let mut rest = fact.rest.clone();
    rest.sort_unstable();
    rest.dedup();
    if rest.len() == Weekday::ALL.len() {
        return Err(Refusal::NoWorkingDay {});
    }
    let mut holidays = BTreeMap::new();
    for holiday in &fact.holidays {
        check_length("name of the holiday", &holiday.name, limits::SHORT)?;
        if holidays.insert(holiday.on, holiday.name.clone()).is_some() {
            return Err(Refusal::NameTaken {
                name: holiday.on.to_string(),
            });
        }
    }
    state.calendar = Calendar { rest, holidays };
    Ok(())
}

/// The system tells of itself: what it tells lies behind it.
pub(super) fn outage_noticed(
    state: &mut State,
    act: &Act,
    fact: &OutageNoticed,
) -> Result<(), Refusal> {
    if fact.from >= fact.until || fact.until > act.time {
        return Err(Refusal::NotYet {});
    }
    state.outages.push(Outage {
        from: fact.from,
        until: fact.until,
    });
    Ok(())
}

pub(super) fn message_received(
    state: &mut State,
    act: &Act,
    fact: &MessageReceived,
) -> Result<(), Refusal> {
    if !state.organisations.contains_key(&fact.organisation) {
        return Err(Refusal::Unknown {
            what: "organisation",
        });
    }
    if state.inbox.contains_key(&fact.message) {
        return Err(Refusal::IdTaken { what: "message" });
    }
    if fact.arrived > act.received {
        return Err(Refusal::ArrivesLater {});
    }
    let message = Message {
        organisation: fact.organisation,
        form: fact.form,
        arrived: fact.arrived,
        file: fact.file.id.clone(),
        found: None,
        act: state.acts,
    };
    state.inbox.insert(fact.message, message);
    Ok(())
}

/// That it holds nothing for a procedure. What it holds is read by entering it.
pub(super) fn message_read(state: &mut State, fact: &MessageRead) -> Result<(), Refusal> {
    let unknown = Refusal::Unknown { what: "message" };
    let message = state.inbox.get_mut(&fact.message).ok_or(unknown)?;
    if message.organisation != fact.organisation {
        return Err(Refusal::OtherMessage {});
    }
    if message.found.is_some() {
        return Err(Refusal::ReadAlready {});
    }
    if fact.found != MessageUse::Other {
        return Err(Refusal::WrongOutcome {});
    }
    message.found = Some(fact.found);
    Ok(())
}
