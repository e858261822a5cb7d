//! Commands about the group, its organisations and its people.

use crate::class::{Personal, Restricted};
use crate::command::Command;
use crate::decide::Deciding;
use crate::fact::{
    CategoryDefined, Fact, GroupFounded, MembershipEnded, MembershipStarted, OfficeAssigned,
    OfficeEnded, OrganisationAlsoKnown, OrganisationClassified, OrganisationRecorded,
    OrganisationRenamed, PersonRecorded, PurposeSet, RuleSet, SeatEnded, SeatOpened,
};
use crate::id::Id;
use crate::known::Known;
use crate::parts::{Category, Day, OfficeKind, OrganisationKind, SeatKind};
use crate::state::Term;

/// The category of full members.
pub const MEMBER: &str = "member";
/// Takes part in rounds, can't object.
pub const PARTNER: &str = "partner";
/// Sees, and may attach statements.
pub const OBSERVER: &str = "observer";

/// The categories that each group begins with.
pub const CATEGORIES: [(&str, Category); 3] = [
    (
        MEMBER,
        Category {
            may_object: true,
            may_comment: true,
            may_see: true,
        },
    ),
    (
        PARTNER,
        Category {
            may_object: false,
            may_comment: true,
            may_see: true,
        },
    ),
    (
        OBSERVER,
        Category {
            may_object: false,
            may_comment: false,
            may_see: true,
        },
    ),
];

impl Deciding<'_> {
    pub(super) fn people(&self, command: &Command) -> Vec<Fact> {
        match command {
            Command::Found { .. } => self.found(command),
            Command::FoundFromSource {
                name,
                short_name,
                abbreviation,
                zone,
                notice,
                history,
            } => {
                let founded = GroupFounded {
                    name: name.clone(),
                    short_name: short_name.clone(),
                    zone: zone.clone(),
                    abbreviation: abbreviation.clone(),
                    notice: Some(notice.clone()),
                };
                let mut facts = vec![Fact::from(founded)];
                facts.extend(history.iter().cloned());
                facts
            }
            Command::RenameOrganisation {
                organisation,
                name,
                short_name,
            } => vec![
                OrganisationRenamed {
                    organisation: *organisation,
                    name: name.clone(),
                    short_name: short_name.clone(),
                    since: self.day,
                }
                .into(),
            ],
            Command::AddName { organisation, name } => vec![
                OrganisationAlsoKnown {
                    organisation: *organisation,
                    name: name.clone(),
                }
                .into(),
            ],
            Command::SetRule { name, value } => {
                vec![
                    RuleSet {
                        name: name.clone(),
                        value: value.clone(),
                    }
                    .into(),
                ]
            }
            Command::DefineCategory { category, rights } => {
                vec![
                    CategoryDefined {
                        category: category.clone(),
                        rights: *rights,
                    }
                    .into(),
                ]
            }
            Command::RecordOrganisation {
                organisation,
                name,
                short_name,
                category,
                kind,
            } => self.take_in(
                recorded(*organisation, name, short_name.as_ref(), *kind),
                *organisation,
                category,
            ),
            Command::ClassifyOrganisation { organisation, kind } => vec![
                OrganisationClassified {
                    organisation: *organisation,
                    category: *kind,
                }
                .into(),
            ],
            Command::StartMembership {
                organisation,
                category,
            } => vec![
                MembershipStarted {
                    organisation: *organisation,
                    category: category.clone(),
                    since: self.day,
                }
                .into(),
            ],
            Command::EndMembership { organisation } => {
                vec![
                    MembershipEnded {
                        organisation: *organisation,
                        until: self.yesterday(),
                    }
                    .into(),
                ]
            }
            Command::AssignOffice {
                office,
                organisation,
                until,
                exercised_by,
                decision,
            } => self.hand_over(OfficeAssigned {
                office: *office,
                organisation: *organisation,
                since: self.day,
                until: *until,
                exercised_by: *exercised_by,
                decision: *decision,
            }),
            Command::EndOffice {
                office,
                organisation,
            } => vec![
                OfficeEnded {
                    office: *office,
                    organisation: *organisation,
                    until: self.yesterday(),
                }
                .into(),
            ],
            Command::OpenSeat {
                seat,
                person,
                person_name,
                organisation,
                place,
            } => self.open_seat(*seat, (*person, person_name), *organisation, *place),
            Command::EndSeat { seat } => {
                vec![
                    SeatEnded {
                        seat: *seat,
                        // Of a seat that isn't there the law says so itself.
                        person: self.state.seats.get(seat).map_or(*seat, |held| held.person),
                        until: self.yesterday(),
                    }
                    .into(),
                ]
            }
            _ => Vec::new(),
        }
    }

    fn found(&self, command: &Command) -> Vec<Fact> {
        let Command::Found {
            name,
            short_name,
            zone,
            purpose,
            organisation,
            organisation_name,
            organisation_short,
            seat,
            person,
            person_name,
            settings,
        } = command
        else {
            return Vec::new();
        };
        let mut facts: Vec<Fact> = vec![
            GroupFounded {
                name: name.clone(),
                short_name: short_name.clone(),
                zone: zone.clone(),
                abbreviation: None,
                notice: None,
            }
            .into(),
        ];
        facts.extend(settings.iter().map(|(name, value)| {
            Fact::from(RuleSet {
                name: name.clone(),
                value: value.clone(),
            })
        }));
        facts.extend(CATEGORIES.iter().map(|(category, rights)| {
            Fact::from(CategoryDefined {
                category: (*category).to_owned(),
                rights: *rights,
            })
        }));
        // The group's zone is known from its first act on; the day is that of the founding there.
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let since = Day(self.context.now.timestamp().to_zoned_datetime(zone).date());
        facts.extend(purpose.iter().map(|words| purpose_set(words, &[], since)));
        facts.push(recorded(
            *organisation,
            organisation_name,
            organisation_short.as_ref(),
            None,
        ));
        let membership = MembershipStarted {
            organisation: *organisation,
            category: MEMBER.to_owned(),
            since,
        };
        facts.push(membership.into());
        let office = OfficeAssigned {
            office: OfficeKind::Secretariat,
            organisation: *organisation,
            since,
            until: None,
            exercised_by: None,
            decision: None,
        };
        facts.push(office.into());
        facts.push(
            PersonRecorded {
                person: *person,
                name: Personal::Given(person_name.clone()),
            }
            .into(),
        );
        facts.push(
            SeatOpened {
                seat: *seat,
                person: *person,
                organisation: *organisation,
                place: SeatKind::FocalPoint,
                since,
            }
            .into(),
        );
        facts
    }

    fn take_in(&self, recorded: Fact, organisation: Id, category: &str) -> Vec<Fact> {
        let started = MembershipStarted {
            organisation,
            category: category.to_owned(),
            since: self.day,
        };
        vec![recorded, started.into()]
    }

    /// Ends the term of whoever holds the office, but for the other co-chairs.
    fn hand_over(&self, assigned: OfficeAssigned) -> Vec<Fact> {
        let ends = |term: &&Term| {
            term.office == assigned.office
                && (term.office != OfficeKind::CoChair
                    || term.organisation == assigned.organisation)
                && term.until.is_none_or(|until| until >= self.day)
        };
        let running = self.state.terms.iter().find(ends);
        let ended = running.map(|term| {
            let until = self.yesterday();
            OfficeEnded {
                office: term.office,
                organisation: term.organisation,
                until,
            }
            .into()
        });
        ended.into_iter().chain([assigned.into()]).collect()
    }

    fn open_seat(
        &self,
        seat: Id,
        (person, name): (Id, &str),
        organisation: Id,
        place: SeatKind,
    ) -> Vec<Fact> {
        vec![
            PersonRecorded {
                person,
                name: Personal::Given(name.to_owned()),
            }
            .into(),
            SeatOpened {
                seat,
                person,
                organisation,
                place,
                since: self.day,
            }
            .into(),
        ]
    }

    pub(super) fn yesterday(&self) -> Day {
        self.day.0.yesterday().map_or(self.day, Day)
    }
}

fn recorded(
    organisation: Id,
    name: &str,
    short: Option<&String>,
    kind: Option<OrganisationKind>,
) -> Fact {
    OrganisationRecorded {
        organisation,
        name: name.to_owned(),
        short_name: short.cloned(),
        category: kind.into(),
        source: None,
        passage: Restricted::Withheld,
    }
    .into()
}

pub(super) fn purpose_set(words: &str, approaches: &[String], since: Day) -> Fact {
    PurposeSet {
        words: words.to_owned(),
        approaches: approaches.to_vec(),
        since: Known::Known(since),
        source: None,
        passage: Restricted::Withheld,
    }
    .into()
}
