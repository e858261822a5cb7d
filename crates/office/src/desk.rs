//! The one loader: (group, viewer, object) → what the viewer may see of it, or nothing. Not allowed and
//! not there are the same answer.

mod compilation;
mod corrections;
mod dispositions;
mod drafting;
mod evidence;
mod history;
mod meeting;
mod notices;
mod record;
mod register;
mod steering;
mod text;
mod voting;

use std::sync::Arc;

use group::parts::{OfficeKind, SettingValue};
use group::state::{Founded, Organisation, State};
use group::{Actor, Day, Hat, Id, Instant, settings};

use crate::running::{Loaded, Office};

pub use compilation::{CompilationSeen, ItemAnswer};
pub use dispositions::Colleagues;
pub use history::MembersOn;
pub use meeting::paper_name;
pub use record::{ActSeen, ReceiptSeen};
pub use register::{AttachedSeen, ForAgenda};
pub use text::{DeliveredFile, TextSeen};

/// Who looks at the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// `None`: a visitor.
    pub seat: Option<Id>,
    pub organisation: Option<Id>,
    pub hats: Vec<Hat>,
}

impl Viewer {
    /// Whether one of the hats is this.
    #[must_use]
    pub fn wears(&self, hat: Hat) -> bool {
        self.hats.contains(&hat)
    }

    /// Whether the seat speaks for its organisation.
    #[must_use]
    pub fn speaks(&self) -> bool {
        self.hats
            .iter()
            .any(|hat| group::rights::SPEAKERS.contains(hat))
    }

    /// The viewer acting in a hat.
    #[must_use]
    pub fn acting(&self, hat: Hat) -> Actor {
        Actor {
            seat: self.seat,
            hat,
        }
    }

    /// The viewer acting for the own organisation: the seat's hat.
    #[must_use]
    pub fn speaking(&self) -> Actor {
        self.acting(self.hats.first().copied().unwrap_or(Hat::Reviewer))
    }

    /// The viewer acting in the first of these hats that is worn; else for the own organisation.
    #[must_use]
    pub fn acting_as(&self, hats: &[Hat]) -> Actor {
        match hats.iter().find(|hat| self.wears(**hat)) {
            Some(hat) => self.acting(*hat),
            None => self.speaking(),
        }
    }
}

/// A group as one viewer may see it, at one instant.
pub struct Desk<'o> {
    pub(crate) office: &'o Office,
    pub group: String,
    pub viewer: Viewer,
    pub now: Instant,
    pub(crate) loaded: Arc<Loaded>,
}

impl Office {
    /// The group as the holder of a seat sees it, or as a visitor does. `None`: no such group, or the
    /// seat has ended.
    #[must_use]
    pub fn desk(&self, group: &str, seat: Option<Id>) -> Option<Desk<'_>> {
        let loaded = self.loaded(group)?;
        let now = loaded
            .last_time
            .map_or_else(|| self.now(), |last| last.max(self.now()));
        let viewer = match seat {
            None => Viewer::default(),
            Some(seat) => {
                let day = loaded.state.day(now);
                let held = loaded.state.seat(seat, day)?;
                let hats = loaded.state.hats(seat, day);
                Viewer {
                    seat: Some(seat),
                    organisation: Some(held.organisation),
                    hats,
                }
            }
        };
        Some(Desk {
            office: self,
            group: group.to_owned(),
            viewer,
            now,
            loaded,
        })
    }
}

impl Desk<'_> {
    pub(crate) fn state(&self) -> &State {
        &self.loaded.state
    }

    /// Number of acts in the record: a page of this desk is as new as that.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.loaded.size
    }

    /// Today at the group's seat.
    #[must_use]
    pub fn day(&self) -> Day {
        self.state().day(self.now)
    }

    /// The day so many working days from today.
    #[must_use]
    pub fn working_days_ahead(&self, count: usize) -> Day {
        self.state().calendar.working_days_after(self.day(), count)
    }

    /// The last instant of a day at the group's seat.
    #[must_use]
    pub fn end_of(&self, day: Day) -> Instant {
        let next = day.0.tomorrow().unwrap_or(day.0);
        let end = next
            .to_datetime(jiff::civil::Time::midnight())
            .to_zoned_datetime(self.zone())
            .map(|at| at.timestamp());
        end.map_or(self.now, |at| Instant::from_millis(at.as_millisecond() - 1))
    }

    /// The zone of the group's seat.
    #[must_use]
    pub fn zone(&self) -> jiff::tz::TimeZone {
        self.state().zone()
    }

    /// What the founding said; public.
    #[must_use]
    pub fn founded(&self) -> Option<&Founded> {
        self.state().founded.as_ref()
    }

    /// Whether the viewer belongs to an organisation that may see the group's work.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.viewer
            .organisation
            .is_some_and(|own| self.state().rights(own, self.day()).may_see)
    }

    /// Whether the viewer acts for the secretariat.
    #[must_use]
    pub fn is_secretariat(&self) -> bool {
        self.viewer.wears(Hat::Secretariat)
    }

    /// Whether the viewer acts for the chair.
    #[must_use]
    pub fn is_chair(&self) -> bool {
        self.viewer.wears(Hat::Chair)
    }

    /// An organisation's names; public, as the list of members is.
    #[must_use]
    pub fn organisation(&self, id: Id) -> Option<&Organisation> {
        self.state().organisations.get(&id)
    }

    /// Organisations that take part today, in protocol order.
    #[must_use]
    pub fn participants(&self) -> Vec<(Id, &Organisation)> {
        self.participants_on(self.day())
    }

    /// Organisations that took part on a day, in protocol order.
    pub(crate) fn participants_on(&self, day: Day) -> Vec<(Id, &Organisation)> {
        let mut found: Vec<_> = self
            .state()
            .organisations
            .iter()
            .filter(|(_, organisation)| organisation.membership(day).is_some())
            .map(|(id, organisation)| (*id, organisation))
            .collect();
        found.sort_by_key(|(_, organisation)| organisation.order);
        found
    }

    /// Those of them that are members with the right to object, for public lists of members.
    #[must_use]
    pub fn members(&self) -> Vec<(Id, &Organisation)> {
        self.members_as_of(self.day())
    }

    /// Members with the right to object as of a day.
    #[must_use]
    pub fn members_as_of(&self, day: Day) -> Vec<(Id, &Organisation)> {
        let full = |id: &Id| self.state().rights(*id, day).may_object;
        self.participants_on(day)
            .into_iter()
            .filter(|(id, _)| full(id))
            .collect()
    }

    /// Whom a round opened now would ask.
    #[must_use]
    pub fn electorate_of_round(&self) -> Vec<Id> {
        self.state()
            .electorate(self.day(), |rights| rights.may_comment)
    }

    /// Who could object to a procedure opened now.
    #[must_use]
    pub fn electorate_of_silence(&self) -> Vec<Id> {
        self.state()
            .electorate(self.day(), |rights| rights.may_object)
    }

    /// Working days that the forms propose for a silence procedure: at working level, and for heads.
    #[must_use]
    pub fn days_of_silence(&self) -> (usize, usize) {
        let days = |name| match self.state().setting(name) {
            Some(SettingValue::Number(days)) => usize::try_from(days).unwrap_or(0).min(366),
            _ => 0,
        };
        (
            days(settings::SILENCE_DAYS),
            days(settings::SILENCE_DAYS_HEADS),
        )
    }

    /// The hours of the seat's day between which a deadline of silence falls; `None`: at any instant.
    #[must_use]
    pub fn deadline_hours(&self) -> Option<(u32, u32)> {
        self.state().deadline_hours()
    }

    /// The shortest time until a silence deadline, in whole working days and in hours.
    #[must_use]
    pub fn shortest_silence(&self, restart: bool) -> (usize, i64) {
        self.state().shortest_silence(restart)
    }

    /// The number that a decision adopted now would get.
    #[must_use]
    pub fn next_number(&self) -> String {
        let (year, rank) = self.state().next_number(self.now);
        format!("{year}/{rank}")
    }

    /// Whether the office of the chair is held today.
    #[must_use]
    pub fn has_chair(&self) -> bool {
        let held = |id: &Id| self.offices(*id, self.day()).contains(&OfficeKind::Chair);
        self.state().organisations.keys().any(held)
    }

    /// Offices that an organisation held on a day.
    #[must_use]
    pub fn offices(&self, organisation: Id, day: Day) -> Vec<OfficeKind> {
        OfficeKind::ALL
            .iter()
            .copied()
            .filter(|office| self.state().holds_office(organisation, *office, day))
            .collect()
    }

    /// Seats of an organisation held today, with the names of those who hold them: for the secretariat
    /// and the organisation itself.
    #[must_use]
    pub fn seats(&self, organisation: Id) -> Vec<(Id, &group::state::Seat, &str)> {
        let own = self.viewer.organisation == Some(organisation);
        if !own && !self.is_secretariat() {
            return Vec::new();
        }
        let day = self.day();
        let held = self.state().seats.iter().filter(|(id, seat)| {
            seat.organisation == organisation && self.state().seat(**id, day).is_some()
        });
        held.map(|(id, seat)| (*id, seat, self.person(seat.person)))
            .collect()
    }

    /// A seat that is held today, with the name of whoever holds it; for the secretariat and the own
    /// organisation.
    #[must_use]
    pub fn held_seat(&self, seat: Id) -> Option<(&group::state::Seat, &str)> {
        let held = self.state().seat(seat, self.day())?;
        Some((held, self.seat_person(seat)?))
    }

    /// Categories of membership, by name.
    #[must_use]
    pub fn categories(&self) -> Vec<&str> {
        self.state().categories.keys().map(String::as_str).collect()
    }

    /// The name of whoever holds a seat; for the secretariat and the own organisation.
    #[must_use]
    pub fn seat_person(&self, seat: Id) -> Option<&str> {
        let held = self.state().seats.get(&seat)?;
        let own = self.viewer.organisation == Some(held.organisation);
        (own || self.is_secretariat()).then(|| self.person(held.person))
    }

    /// Who of the penholder's team gave an answer at the desk: the team works together, so its members
    /// and the secretariat see each other's names, whichever of them asks.
    #[must_use]
    pub fn answerer(&self, seat: Id) -> Option<String> {
        let held = self.state().seats.get(&seat)?;
        self.viewer
            .speaks()
            .then(|| self.person(held.person).to_owned())
    }

    /// The viewer's own name.
    #[must_use]
    pub fn own_name(&self) -> &str {
        let seat = self
            .viewer
            .seat
            .and_then(|seat| self.state().seats.get(&seat));
        seat.map_or("", |seat| self.person(seat.person))
    }

    fn person(&self, id: Id) -> &str {
        let person = self.state().persons.get(&id);
        person
            .and_then(|person| person.name.reveal())
            .map_or("", String::as_str)
    }
}
