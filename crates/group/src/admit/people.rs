//! The group, its rules, its organisations and the people who act for them.

use crate::act::Act;
use crate::admit::check_length;
use crate::fact::{
    CategoryDefined, GroupFounded, MembershipEnded, MembershipStarted, OfficeAssigned, OfficeEnded,
    OrganisationAlsoKnown, OrganisationClassified, OrganisationRecorded, OrganisationRenamed,
    PersonRecorded, RuleSet, SeatEnded, SeatOpened,
};
use crate::known::Known;
use crate::limits;
use crate::parts::{Day, OfficeKind};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{
    FormerName, Founded, Membership, Organisation, Owed, Person, Seat, State, Term,
};

pub(super) fn founded(state: &mut State, act: &Act, fact: &GroupFounded) -> Result<(), Refusal> {
    check_length("name", &fact.name, limits::NAME)?;
    limits::short_name(&fact.short_name)?;
    limits::zone(&fact.zone)?;
    super::check_optional("short form", fact.abbreviation.as_deref(), limits::SHORT)?;
    super::check_optional("notice", fact.notice.as_deref(), limits::NAME)?;
    state.founded = Some(Founded {
        name: fact.name.clone(),
        short_name: fact.short_name.clone(),
        zone: fact.zone.clone(),
        abbreviation: fact.abbreviation.clone(),
        notice: fact.notice.clone(),
        at: act.time,
        batch: act.batch,
        over: false,
    });
    Ok(())
}

pub(super) fn rule_set(state: &mut State, fact: &RuleSet) -> Result<(), Refusal> {
    if !settings::takes(&fact.name, &fact.value) {
        return Err(Refusal::NoSetting {
            name: fact.name.clone(),
        });
    }
    state.settings.insert(fact.name.clone(), fact.value.clone());
    Ok(())
}

pub(super) fn category_defined(state: &mut State, fact: &CategoryDefined) -> Result<(), Refusal> {
    check_length("category", &fact.category, limits::SHORT)?;
    state.categories.insert(fact.category.clone(), fact.rights);
    Ok(())
}

pub(super) fn organisation_recorded(
    state: &mut State,
    fact: &OrganisationRecorded,
) -> Result<(), Refusal> {
    check_length("name of the organisation", &fact.name, limits::NAME)?;
    free_short_form(state, fact.short_name.as_ref())?;
    if let Some(source) = fact.source
        && !state.history.sources.contains_key(&source)
    {
        return Err(Refusal::Unknown { what: "source" });
    }
    if state.organisations.contains_key(&fact.organisation) {
        return Err(Refusal::IdTaken {
            what: "organisation",
        });
    }
    let organisation = Organisation {
        slug: free_slug(state, fact.short_name.as_ref().unwrap_or(&fact.name)),
        name: fact.name.clone(),
        short_name: fact.short_name.clone(),
        category: fact.category,
        former: Vec::new(),
        also: Vec::new(),
        order: state.organisations.len(),
        memberships: Vec::new(),
        recorded: state.acts,
        source: fact.source,
    };
    state.organisations.insert(fact.organisation, organisation);
    Ok(())
}

/// The address of an organisation: its first name in small letters, digits and hyphens, with a number where
/// another has it. It never changes, whatever the organisation is called later.
fn free_slug(state: &State, name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(30);
    let slug = slug.trim_end_matches('-');
    let free =
        |slug: &str| limits::short_name(slug).is_ok() && state.organisation_named(slug).is_none();
    if free(slug) {
        return slug.to_owned();
    }
    let base = if slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        slug
    } else {
        "organisation"
    };
    (state.organisations.len() + 1..)
        .map(|number| format!("{base}-{number}"))
        .find(|slug| free(slug))
        .unwrap_or_default()
}

fn free_short_form(state: &State, short: Option<&String>) -> Result<(), Refusal> {
    let Some(short) = short else {
        return Ok(());
    };
    check_length("short form", short, limits::SHORT)?;
    let folded = short.to_lowercase();
    let taken = |o: &Organisation| {
        let other = o.short_name.as_ref();
        other.is_some_and(|other| other.to_lowercase() == folded)
    };
    if state.organisations.values().any(taken) {
        return Err(Refusal::NameTaken {
            name: short.clone(),
        });
    }
    Ok(())
}

/// The name from a day on; the one before stays with its days.
pub(super) fn organisation_renamed(
    state: &mut State,
    fact: &OrganisationRenamed,
) -> Result<(), Refusal> {
    check_length("name of the organisation", &fact.name, limits::NAME)?;
    let unknown = Refusal::Unknown {
        what: "organisation",
    };
    let found = state.organisations.get(&fact.organisation).ok_or(unknown)?;
    if found.name == fact.name && found.short_name == fact.short_name {
        return Err(Refusal::NothingSaid {});
    }
    if found.short_name != fact.short_name {
        free_short_form(state, fact.short_name.as_ref())?;
    }
    let Some(found) = state.organisations.get_mut(&fact.organisation) else {
        return Ok(());
    };
    if found
        .former
        .last()
        .is_some_and(|last| last.until >= fact.since)
    {
        return Err(Refusal::TimeBackwards {});
    }
    let former = FormerName {
        name: std::mem::replace(&mut found.name, fact.name.clone()),
        short_name: std::mem::replace(&mut found.short_name, fact.short_name.clone()),
        until: fact.since,
    };
    found.former.push(former);
    Ok(())
}

pub(super) fn organisation_also_known(
    state: &mut State,
    fact: &OrganisationAlsoKnown,
) -> Result<(), Refusal> {
    check_length("name of the organisation", &fact.name, limits::NAME)?;
    let found = state
        .organisations
        .get_mut(&fact.organisation)
        .ok_or(Refusal::Unknown {
            what: "organisation",
        })?;
    if found.also.contains(&fact.name) {
        return Err(Refusal::NameTaken {
            name: fact.name.clone(),
        });
    }
    found.also.push(fact.name.clone());
    Ok(())
}

pub(super) fn organisation_classified(
    state: &mut State,
    fact: &OrganisationClassified,
) -> Result<(), Refusal> {
    let found = state
        .organisations
        .get_mut(&fact.organisation)
        .ok_or(Refusal::Unknown {
            what: "organisation",
        })?;
    found.category = Known::Known(fact.category);
    Ok(())
}

pub(super) fn membership_started(
    state: &mut State,
    fact: &MembershipStarted,
) -> Result<(), Refusal> {
    if !state.categories.contains_key(&fact.category) {
        return Err(Refusal::Unknown {
            what: "category of membership",
        });
    }
    let organisation = state
        .organisations
        .get_mut(&fact.organisation)
        .ok_or(Refusal::Unknown {
            what: "organisation",
        })?;
    let overlaps = |m: &Membership| m.until.is_none_or(|until| until >= fact.since);
    if organisation.memberships.iter().any(overlaps) {
        return Err(Refusal::MemberAlready {});
    }
    organisation.memberships.push(Membership {
        category: fact.category.clone(),
        since: fact.since,
        until: None,
    });
    Ok(())
}

pub(super) fn membership_ended(state: &mut State, fact: &MembershipEnded) -> Result<(), Refusal> {
    let organisation = state
        .organisations
        .get_mut(&fact.organisation)
        .ok_or(Refusal::Unknown {
            what: "organisation",
        })?;
    let holds_office = |t: &Term| {
        t.organisation == fact.organisation && t.until.is_none_or(|until| until > fact.until)
    };
    if state.terms.iter().any(holds_office) {
        return Err(Refusal::HoldsOffice {});
    }
    let running = organisation
        .memberships
        .iter_mut()
        .find(|m| m.until.is_none());
    let membership = running.ok_or(Refusal::NotAMember {})?;
    end(&mut membership.until, membership.since, fact.until)
}

pub(super) fn office_assigned(state: &mut State, fact: &OfficeAssigned) -> Result<(), Refusal> {
    let found = state
        .organisations
        .get(&fact.organisation)
        .ok_or(Refusal::Unknown {
            what: "organisation",
        })?;
    if found.membership(fact.since).is_none() {
        return Err(Refusal::NotAMember {});
    }
    let chairs = matches!(fact.office, OfficeKind::Chair | OfficeKind::CoChair);
    if chairs && !state.rights(fact.organisation, fact.since).may_object {
        return Err(Refusal::ChairDecides {});
    }
    // Without a secretariat nobody could give an office any more.
    if fact.office == OfficeKind::Secretariat && fact.until.is_some() {
        return Err(Refusal::SecretariatGoesOn {});
    }
    // Co-chairs share their office; each of the others is held by one organisation at a time.
    let overlaps = |t: &Term| {
        let same = t.office == fact.office
            && (t.office != OfficeKind::CoChair || t.organisation == fact.organisation);
        let fixed = fact.until.is_none_or(|until| t.since <= until);
        same && fixed && t.until.is_none_or(|until| until >= fact.since)
    };
    if state.terms.iter().any(overlaps) {
        return Err(Refusal::OfficeHeld {});
    }
    if fact.until.is_some_and(|until| until < fact.since) {
        return Err(Refusal::DayPast {});
    }
    if let Some(seat) = fact.exercised_by {
        let held = state.seat(seat, fact.since);
        if held.is_none_or(|held| held.organisation != fact.organisation) {
            return Err(Refusal::Unknown { what: "seat" });
        }
    }
    if fact.decision.is_some_and(|id| state.decision(id).is_none()) {
        return Err(Refusal::Unknown { what: "decision" });
    }
    state.terms.push(Term {
        office: fact.office,
        organisation: fact.organisation,
        since: fact.since,
        until: fact.until,
        exercised_by: fact.exercised_by,
        decision: fact.decision,
    });
    if fact.office == OfficeKind::Secretariat {
        state.owed = None;
    }
    Ok(())
}

/// The term of the secretariat ends only with that of the next one beginning, in the same batch.
pub(super) fn office_ended(
    state: &mut State,
    act: &Act,
    fact: &OfficeEnded,
) -> Result<(), Refusal> {
    let running = state.terms.iter_mut().find(|t| {
        t.office == fact.office
            && t.organisation == fact.organisation
            && t.until.is_none_or(|until| until > fact.until)
    });
    let term = running.ok_or(Refusal::Unknown {
        what: "term of office",
    })?;
    end(&mut term.until, term.since, fact.until)?;
    if fact.office == OfficeKind::Secretariat {
        state.owed = Some((Owed::Secretariat, act.batch));
    }
    Ok(())
}

pub(super) fn person_recorded(state: &mut State, fact: &PersonRecorded) -> Result<(), Refusal> {
    if state.persons.contains_key(&fact.person) {
        return Err(Refusal::IdTaken { what: "person" });
    }
    state.persons.insert(
        fact.person,
        Person {
            name: fact.name.clone(),
        },
    );
    Ok(())
}

pub(super) fn seat_opened(state: &mut State, fact: &SeatOpened) -> Result<(), Refusal> {
    if state.seats.contains_key(&fact.seat) {
        return Err(Refusal::IdTaken { what: "seat" });
    }
    if !state.organisations.contains_key(&fact.organisation) {
        return Err(Refusal::Unknown {
            what: "organisation",
        });
    }
    if !state.persons.contains_key(&fact.person) {
        return Err(Refusal::Unknown { what: "person" });
    }
    let seat = Seat {
        person: fact.person,
        organisation: fact.organisation,
        place: fact.place,
        since: fact.since,
        until: None,
    };
    state.seats.insert(fact.seat, seat);
    Ok(())
}

pub(super) fn seat_ended(state: &mut State, fact: &SeatEnded) -> Result<(), Refusal> {
    let seat = state
        .seats
        .get_mut(&fact.seat)
        .ok_or(Refusal::Unknown { what: "seat" })?;
    if seat.until.is_some() {
        return Err(Refusal::SeatEnded {});
    }
    if seat.person != fact.person {
        return Err(Refusal::Unknown { what: "person" });
    }
    end(&mut seat.until, seat.since, fact.until)
}

/// Ends a term on its last day; one that ends before it began was never held, and that is said by a
/// last day before the first.
fn end(until: &mut Option<Day>, since: Day, on: Day) -> Result<(), Refusal> {
    let before = since.0.yesterday().map_or(since, Day);
    *until = Some(on.max(before));
    Ok(())
}
