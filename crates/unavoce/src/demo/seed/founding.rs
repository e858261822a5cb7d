//! The founding: organisations, people, offices, and what the group is for.

use group::parts::{Day, OfficeKind, SeatKind, SettingValue};
use group::{Actor, Command, MEMBER, OBSERVER, PARTNER};
use office::Failed;

use super::{FIRST_CHAIR, FOUNDED, ORIGIN, Seeding};
use crate::demo::fiction::script::{Key, When};
use crate::demo::fiction::{
    APPROACHES, FORMER, GROUP, GROUP_NAME, JOINED, MANDATE_ASKS, MANDATE_BODY, MANDATE_INSTRUMENT,
    ORGANISATIONS, Organisation, PREFIX, PURPOSE, RENAMED, Standing, ZONE,
};

/// Who has the office of Coordinator, until so many days ahead of the start.
const COORDINATOR: (Key, i64) = ("IOL", -320);

impl Seeding {
    pub(super) fn people(&mut self) -> Result<(), Failed> {
        let first = &ORGANISATIONS[0];
        let (organisation, seat) = (self.office.fresh_id(), self.office.fresh_id());
        self.organisations.insert(first.short, organisation);
        self.seats.insert((first.short, SeatKind::FocalPoint), seat);
        let found = Command::Found {
            name: GROUP_NAME.to_owned(),
            short_name: GROUP.to_owned(),
            zone: ZONE.to_owned(),
            purpose: None,
            organisation,
            organisation_name: first.name.to_owned(),
            organisation_short: Some(first.short.to_owned()),
            seat,
            person: self.office.fresh_id(),
            person_name: first.focal_point.to_owned(),
            settings: vec![
                (
                    group::settings::DEADLINE_ANY_INSTANT.to_owned(),
                    SettingValue::Switch(true),
                ),
                (
                    group::settings::PAPERS_PREFIX.to_owned(),
                    SettingValue::Word(PREFIX.to_owned()),
                ),
            ],
        };
        self.office
            .found(GROUP, ORIGIN, &self.asking(Actor::FOUNDER), &found)?;
        let classify = Command::ClassifyOrganisation {
            organisation,
            kind: first.kind,
        };
        self.act(self.secretariat(), &classify)?;
        for one in ORGANISATIONS[1..].iter().chain([&FORMER]) {
            if one.short != JOINED {
                self.take_in(one)?;
            }
        }
        for one in ORGANISATIONS.iter().filter(|one| one.short != JOINED) {
            self.seat_head(one)?;
        }
        Ok(())
    }

    /// An organisation with its focal point, under the name that it has on this day.
    pub(super) fn take_in(&mut self, one: &Organisation) -> Result<(), Failed> {
        let organisation = self.office.fresh_id();
        self.organisations.insert(one.short, organisation);
        let category = match one.standing {
            Standing::Member => MEMBER,
            Standing::Partner => PARTNER,
            Standing::Observer => OBSERVER,
        };
        let name = match RENAMED {
            (short, before) if short == one.short => before,
            _ => one.name,
        };
        let record = Command::RecordOrganisation {
            organisation,
            name: name.to_owned(),
            short_name: Some(one.short.to_owned()),
            category: category.to_owned(),
            kind: Some(one.kind),
        };
        self.act(self.secretariat(), &record)?;
        self.open_seat(one.short, SeatKind::FocalPoint, one.focal_point)
    }

    pub(super) fn seat_head(&mut self, one: &Organisation) -> Result<(), Failed> {
        match one.head {
            Some(head) => self.open_seat(one.short, SeatKind::Head, head),
            None => Ok(()),
        }
    }

    /// What the group is for, who asked for it, and who has its offices.
    pub(super) fn terms(&mut self) -> Result<(), Failed> {
        let purpose = Command::SetPurpose {
            words: PURPOSE.to_owned(),
            approaches: APPROACHES.map(str::to_owned).to_vec(),
        };
        self.act(self.secretariat(), &purpose)?;
        let mandate = Command::RecordMandate {
            mandate: self.new_key("mandate"),
            body: MANDATE_BODY.to_owned(),
            instrument: Some(MANDATE_INSTRUMENT.to_owned()),
            on: Some(self.calendar.day(FOUNDED + 45)),
            asks: MANDATE_ASKS.to_owned(),
        };
        self.act(self.secretariat(), &mandate)?;
        let (coordinator, until) = COORDINATOR;
        let until = self.calendar.day(until);
        self.assign(OfficeKind::Coordinator, coordinator, until)?;
        let handed_over = self.calendar.when(When::After("h2", 1));
        self.assign(
            OfficeKind::Chair,
            FIRST_CHAIR,
            self.calendar.before(handed_over),
        )
    }

    /// An office for a fixed term, exercised by the organisation's head.
    fn assign(&self, office: OfficeKind, to: Key, until: Day) -> Result<(), Failed> {
        let assign = Command::AssignOffice {
            office,
            organisation: self.organisations[to],
            until: Some(until),
            exercised_by: self.seats.get(&(to, SeatKind::Head)).copied(),
            decision: None,
        };
        self.act(self.secretariat(), &assign)?;
        Ok(())
    }

    fn open_seat(&mut self, short: Key, place: SeatKind, person: &str) -> Result<(), Failed> {
        let seat = self.office.fresh_id();
        let open = Command::OpenSeat {
            seat,
            person: self.office.fresh_id(),
            person_name: person.to_owned(),
            organisation: self.organisations[short],
            place,
        };
        self.act(self.secretariat(), &open)?;
        self.seats.insert((short, place), seat);
        Ok(())
    }
}
