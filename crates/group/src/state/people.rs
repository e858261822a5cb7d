//! Organisations, their standing, and the people who act for them.

use serde::Serialize;

use crate::class::Personal;
use crate::id::Id;
use crate::known::Known;
use crate::parts::{Category, Day, Hat, OfficeKind, OrganisationKind, SeatKind};
use crate::state::State;

/// A body that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// As in addresses; never changes.
    pub slug: String,
    pub name: String,
    pub short_name: Option<String>,
    pub category: Known<OrganisationKind>,
    /// What it was called before, oldest first.
    pub former: Vec<FormerName>,
    /// Other names under which it is found.
    pub also: Vec<String>,
    /// Number of the act that recorded it, from 0.
    pub recorded: u64,
    /// The source from which it is recorded.
    pub source: Option<Id>,
    /// The group's protocol order: that of recording.
    pub order: usize,
    pub memberships: Vec<Membership>,
}

/// A name that an organisation had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormerName {
    pub name: String,
    pub short_name: Option<String>,
    /// The day from which it had the next one.
    pub until: Day,
}

/// A standing in the group, for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Membership {
    pub category: String,
    pub since: Day,
    /// The last day; `None`: still.
    pub until: Option<Day>,
}

/// An office held for a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    pub office: OfficeKind,
    pub organisation: Id,
    pub since: Day,
    pub until: Option<Day>,
    /// The seat of whoever exercises it.
    pub exercised_by: Option<Id>,
    /// The decision that endorsed it.
    pub decision: Option<Id>,
}

/// Somebody who holds a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    pub name: Personal<String>,
}

/// A person's place for an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seat {
    pub person: Id,
    pub organisation: Id,
    pub place: SeatKind,
    pub since: Day,
    pub until: Option<Day>,
}

fn holds(since: Day, until: Option<Day>, on: Day) -> bool {
    since <= on && until.is_none_or(|until| on <= until)
}

const OFFICES: [(OfficeKind, Hat); 4] = [
    (OfficeKind::Secretariat, Hat::Secretariat),
    (OfficeKind::Chair, Hat::Chair),
    (OfficeKind::CoChair, Hat::Chair),
    (OfficeKind::Coordinator, Hat::Coordinator),
];

fn own_hat(place: SeatKind) -> Hat {
    match place {
        SeatKind::Head => Hat::Head,
        SeatKind::FocalPoint => Hat::FocalPoint,
        SeatKind::Alternate => Hat::Alternate,
        SeatKind::Reviewer => Hat::Reviewer,
    }
}

/// Whether a place gives a hat: its own, or that of an office of the organisation, which reviewers don't
/// exercise.
fn gives(place: SeatKind, hat: Hat) -> bool {
    let of_office = OFFICES.iter().any(|(_, each)| *each == hat);
    own_hat(place) == hat || (of_office && place != SeatKind::Reviewer)
}

impl Term {
    /// Whether it is held on a day.
    #[must_use]
    pub fn covers(&self, on: Day) -> bool {
        holds(self.since, self.until, on)
    }
}

impl Organisation {
    /// The short form, or the name where there is none.
    #[must_use]
    pub fn brief(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// Name and short form as they were on a day.
    #[must_use]
    pub fn named_on(&self, on: Day) -> (&str, Option<&str>) {
        match self.former.iter().find(|former| on < former.until) {
            Some(former) => (&former.name, former.short_name.as_deref()),
            None => (&self.name, self.short_name.as_deref()),
        }
    }

    /// Whether it is found under these words: part of a name that it has or had, whatever the case.
    #[must_use]
    pub fn answers_to(&self, words: &str) -> bool {
        // Keyboards write the straight apostrophe where print has the curly one.
        let plain = |words: &str| words.to_lowercase().replace('\u{2019}', "'");
        let words = plain(words.trim());
        let former = self.former.iter().map(|f| (&f.name, f.short_name.as_ref()));
        former
            .chain([(&self.name, self.short_name.as_ref())])
            .flat_map(|(name, short)| [Some(name), short])
            .flatten()
            .chain(&self.also)
            .any(|name| plain(name).contains(&words))
    }

    /// Its standing on a day.
    #[must_use]
    pub fn membership(&self, on: Day) -> Option<&Membership> {
        self.memberships
            .iter()
            .find(|m| holds(m.since, m.until, on))
    }
}

impl State {
    /// The organisation of this short name.
    #[must_use]
    pub fn organisation_named(&self, slug: &str) -> Option<(Id, &Organisation)> {
        let found = self.organisations.iter().find(|(_, o)| o.slug == slug)?;
        Some((*found.0, found.1))
    }

    /// Terms of office that ran on a day, in the order of their assignment.
    pub fn terms_on(&self, on: Day) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.covers(on))
    }

    /// The rights of an organisation on a day; none for one that doesn't take part.
    #[must_use]
    pub fn rights(&self, organisation: Id, on: Day) -> Category {
        self.organisations
            .get(&organisation)
            .and_then(|found| found.membership(on))
            .and_then(|membership| self.categories.get(&membership.category))
            .copied()
            .unwrap_or_default()
    }

    /// Organisations with a right on a day, in protocol order: an electorate.
    #[must_use]
    pub fn electorate(&self, on: Day, right: fn(&Category) -> bool) -> Vec<Id> {
        let mut found: Vec<_> = self
            .organisations
            .iter()
            .filter(|(id, _)| right(&self.rights(**id, on)))
            .collect();
        found.sort_by_key(|(_, organisation)| organisation.order);
        found.into_iter().map(|(id, _)| *id).collect()
    }

    /// Whether an organisation holds an office on a day.
    #[must_use]
    pub fn holds_office(&self, organisation: Id, office: OfficeKind, on: Day) -> bool {
        self.terms
            .iter()
            .any(|t| t.organisation == organisation && t.office == office && t.covers(on))
    }

    /// The seat, if it is held on this day.
    #[must_use]
    pub fn seat(&self, seat: Id, on: Day) -> Option<&Seat> {
        self.seats
            .get(&seat)
            .filter(|found| holds(found.since, found.until, on))
    }

    /// The capacities that a seat gives on a day: its own first, then the offices of its organisation
    /// (a seat in the organisation that holds an office exercises it; reviewers don't).
    #[must_use]
    pub fn hats(&self, seat: Id, on: Day) -> Vec<Hat> {
        let Some(found) = self.seat(seat, on) else {
            return Vec::new();
        };
        let mut hats = vec![own_hat(found.place)];
        let offices = OFFICES.iter().filter(|(office, hat)| {
            gives(found.place, *hat) && self.holds_office(found.organisation, *office, on)
        });
        hats.extend(offices.map(|(_, hat)| *hat));
        hats.dedup();
        hats
    }

    /// Whether somebody sits for the organisation on a day in a place that gives the hat; the hat of an
    /// office also needs the office.
    #[must_use]
    pub(crate) fn has_seat(&self, organisation: Id, hat: Hat, on: Day) -> bool {
        self.seats.values().any(|seat| {
            seat.organisation == organisation
                && gives(seat.place, hat)
                && holds(seat.since, seat.until, on)
        })
    }
}
