//! What is recorded from sources: the law sees to it that it hangs together, not that it is true.

use crate::act::Act;
use crate::admit::{check_length, check_optional};
use crate::class::Restricted;
use crate::fact::{
    AccountRecorded, DecisionsRecorded, MeetingRecorded, MembershipRecorded, OfficeRecorded,
    PaperRecorded, QuotationRecorded, SourceRecorded,
};
use crate::id::Id;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{
    Account, Cited, DecisionsTold, MeetingTold, MembershipTold, OfficeTold, Paper, Quotation,
    Source, State,
};

pub(super) fn cited(
    state: &State,
    source: Id,
    passage: &Restricted<String>,
) -> Result<Cited, Refusal> {
    known_source(state, source)?;
    Ok(Cited {
        source,
        passage: passage.clone(),
        act: state.acts,
    })
}

pub(super) fn known_source(state: &State, source: Id) -> Result<(), Refusal> {
    if state.history.sources.contains_key(&source) {
        Ok(())
    } else {
        Err(Refusal::Unknown { what: "source" })
    }
}

pub(super) fn known_organisation(state: &State, organisation: Id) -> Result<(), Refusal> {
    if state.organisations.contains_key(&organisation) {
        Ok(())
    } else {
        Err(Refusal::Unknown {
            what: "organisation",
        })
    }
}

fn known_person(state: &State, person: Id) -> Result<(), Refusal> {
    if state.persons.contains_key(&person) {
        Ok(())
    } else {
        Err(Refusal::Unknown { what: "person" })
    }
}

fn meeting(state: &mut State, id: Id) -> Result<&mut MeetingTold, Refusal> {
    state
        .history
        .meetings
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "meeting" })
}

/// A day that a source tells of lies in the past.
pub(super) fn past(state: &State, act: &Act, on: crate::parts::Day) -> Result<(), Refusal> {
    if on <= state.day(act.time) {
        Ok(())
    } else {
        Err(Refusal::NotYet {})
    }
}

pub(super) fn source_recorded(
    state: &mut State,
    act: &Act,
    fact: &SourceRecorded,
) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    check_length("kind of publication", &fact.form, limits::SHORT)?;
    if state.history.sources.contains_key(&fact.source) {
        return Err(Refusal::IdTaken { what: "source" });
    }
    past(state, act, fact.entered)?;
    let source = Source {
        title: fact.title.clone(),
        form: fact.form.clone(),
        publisher: fact.publisher.clone(),
        published: fact.published,
        entered: fact.entered,
    };
    state.history.sources.insert(fact.source, source);
    Ok(())
}

pub(super) fn membership_recorded(
    state: &mut State,
    act: &Act,
    fact: &MembershipRecorded,
) -> Result<(), Refusal> {
    known_organisation(state, fact.organisation)?;
    past(state, act, fact.on)?;
    if let Some(category) = fact.category.get()
        && !state.categories.contains_key(category)
    {
        return Err(Refusal::Unknown {
            what: "category of membership",
        });
    }
    let told = &state.history.memberships;
    if told
        .iter()
        .any(|m| m.organisation == fact.organisation && m.on == fact.on)
    {
        return Err(Refusal::MemberAlready {});
    }
    let membership = MembershipTold {
        organisation: fact.organisation,
        on: fact.on,
        category: fact.category.clone(),
        cited: cited(state, fact.source, &fact.passage)?,
    };
    state.history.memberships.push(membership);
    Ok(())
}

pub(super) fn office_recorded(
    state: &mut State,
    act: &Act,
    fact: &OfficeRecorded,
) -> Result<(), Refusal> {
    known_organisation(state, fact.organisation)?;
    known_person(state, fact.person)?;
    past(state, act, fact.on)?;
    let office = OfficeTold {
        office: fact.office,
        organisation: fact.organisation,
        on: fact.on,
        person: fact.person,
        function: fact.function.clone(),
        cited: cited(state, fact.source, &fact.passage)?,
    };
    state.history.offices.push(office);
    Ok(())
}

pub(super) fn meeting_recorded(
    state: &mut State,
    act: &Act,
    fact: &MeetingRecorded,
) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    limits::short_name(&fact.slug)?;
    check_optional("place", fact.place.get().map(String::as_str), limits::NAME)?;
    past(state, act, fact.on)?;
    if state.history.meetings.contains_key(&fact.meeting)
        || state.meetings.contains_key(&fact.meeting)
    {
        return Err(Refusal::IdTaken { what: "meeting" });
    }
    if state.history.meetings.values().any(|m| m.slug == fact.slug)
        || state.meeting_named(&fact.slug).is_some()
    {
        return Err(Refusal::NameTaken {
            name: fact.slug.clone(),
        });
    }
    for organisation in fact.attendance.get().into_iter().flatten() {
        known_organisation(state, *organisation)?;
    }
    let meeting = MeetingTold {
        slug: fact.slug.clone(),
        title: fact.title.clone(),
        level: fact.level,
        on: fact.on,
        place: fact.place.clone(),
        ordinal: fact.ordinal,
        attendance: fact.attendance.clone(),
        cited: cited(state, fact.source, &fact.passage)?,
        accounts: Vec::new(),
        quotations: Vec::new(),
        papers: Vec::new(),
        decisions: None,
    };
    state.history.meetings.insert(fact.meeting, meeting);
    Ok(())
}

pub(super) fn account_recorded(state: &mut State, fact: &AccountRecorded) -> Result<(), Refusal> {
    let account = Account {
        about: fact.about,
        cited: cited(state, fact.source, &fact.passage)?,
    };
    meeting(state, fact.meeting)?.accounts.push(account);
    Ok(())
}

pub(super) fn quotation_recorded(
    state: &mut State,
    fact: &QuotationRecorded,
) -> Result<(), Refusal> {
    known_source(state, fact.source)?;
    known_organisation(state, fact.organisation)?;
    known_person(state, fact.person)?;
    let act = state.acts;
    let at = meeting(state, fact.meeting)?;
    if at.quotations.iter().any(|q| q.id == fact.quotation) {
        return Err(Refusal::IdTaken { what: "quotation" });
    }
    at.quotations.push(Quotation {
        id: fact.quotation,
        organisation: fact.organisation,
        person: fact.person,
        words: fact.words.clone(),
        attribution: fact.attribution.clone(),
        source: fact.source,
        act,
    });
    Ok(())
}

pub(super) fn paper_recorded(state: &mut State, fact: &PaperRecorded) -> Result<(), Refusal> {
    check_length("title", &fact.title, limits::NAME)?;
    let cited = cited(state, fact.source, &fact.passage)?;
    let at = meeting(state, fact.meeting)?;
    if at.papers.iter().any(|paper| paper.id == fact.paper) {
        return Err(Refusal::IdTaken { what: "paper" });
    }
    at.papers.push(Paper {
        id: fact.paper,
        title: fact.title.clone(),
        dated: fact.dated.clone(),
        cited,
    });
    Ok(())
}

pub(super) fn decisions_recorded(
    state: &mut State,
    fact: &DecisionsRecorded,
) -> Result<(), Refusal> {
    if fact.count == 0 {
        return Err(Refusal::Missing {
            what: "number of decisions",
        });
    }
    let cited = cited(state, fact.source, &fact.passage)?;
    let at = meeting(state, fact.meeting)?;
    if at.decisions.is_some() {
        return Err(Refusal::IdTaken {
            what: "number of decisions",
        });
    }
    at.decisions = Some(DecisionsTold {
        count: fact.count,
        kinds: fact.kinds.clone(),
        cited,
    });
    Ok(())
}
