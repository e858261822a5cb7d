//! The first start: the practice group's life so far, made by the same commands that people give, on a
//! clock that runs through the weeks before.

mod calendar;
mod deeds;
mod founding;
mod pdf;
mod sitting;
mod texts;
mod year;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use group::parts::SeatKind;
use group::{Actor, Command, Hat, Id, Instant, Noun};
use office::{Asking, Clock, Done, Failed, Office};
use store::Store;

use crate::demo::fiction::script::{Key, When};
use crate::demo::fiction::{GROUP, PREFIX, Symbol};
use crate::edge::MachineDice;
use crate::told::{Told, Unusable};
use calendar::Calendar;
use year::Year;

/// The name of the practice group's log.
pub(super) const ORIGIN: &str = "demo.invalid/practice";
/// What each group of the demonstration has as the first part of its origin.
pub(super) const HOST: &str = "demo.invalid/";

/// ICAT as its public note of 2018 describes it.
const ICAT: &str = include_str!("icat-2018.toml");

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// Roles that get a link, in the order of the contract on standard output.
const ROLES: [(&str, Option<&str>, &str, SeatKind); 7] = [
    ("secretariat", None, "ISV", SeatKind::FocalPoint),
    ("chair", None, "BCA", SeatKind::Head),
    ("focal-point", Some("FDW"), "FDW", SeatKind::FocalPoint),
    ("focal-point", Some("HWF"), "HWF", SeatKind::FocalPoint),
    ("focal-point", Some("UIH"), "UIH", SeatKind::FocalPoint),
    ("head", Some("OSR"), "OSR", SeatKind::Head),
    ("observer", Some("LLA"), "LLA", SeatKind::FocalPoint),
];

/// Who plays which role.
pub(super) struct Cast {
    /// `ROLE[ ORG]` and the seat, in the order of the contract.
    pub(super) roles: Vec<(String, Id)>,
}

impl Cast {
    /// The cast of a folder that was seeded.
    pub(super) fn of(office: &Office) -> Option<Self> {
        let loaded = office.loaded(GROUP)?;
        let state = &loaded.state;
        let seat = |short: &str, place: SeatKind| {
            state.seats.iter().find_map(|(id, seat)| {
                let organisation = state.organisations.get(&seat.organisation)?;
                let is = organisation.short_name.as_deref() == Some(short) && seat.place == place;
                is.then_some(*id)
            })
        };
        let role = |(role, named, short, place): (&str, Option<&str>, &str, SeatKind)| {
            let name = named.map_or_else(|| role.to_owned(), |org| format!("{role} {org}"));
            Some((name, seat(short, place)?))
        };
        Some(Self {
            roles: ROLES.into_iter().map(role).collect::<Option<_>>()?,
        })
    }
}

/// A clock that the seeding moves by hand.
struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// How many days before the first start the group was founded.
const FOUNDED: i64 = 410;
/// Who had the chair before the present one, which the journal names.
const FIRST_CHAIR: Key = "HWF";

struct Seeding {
    office: Office,
    hand: Arc<Hand>,
    /// The machine's time at the first start.
    start: Instant,
    organisations: BTreeMap<&'static str, Id>,
    seats: BTreeMap<(&'static str, SeatKind), Id>,
    /// Who has the chair.
    chair: Key,
    /// What the script refers to by a key: themes, meetings, items, papers, decisions, actions.
    keys: BTreeMap<Key, Id>,
    /// Quotations that were approved for the note of a meeting.
    quotations: Vec<(Key, Id)>,
    calendar: Calendar,
}

/// Makes the practice group as it stands at `start`.
pub(super) fn seed(store: &Arc<dyn Store>, start: Instant) -> Result<(), Failed> {
    let calendar = Calendar::of(start);
    let founded = calendar.when(When::Ago(FOUNDED));
    let hand = Arc::new(Hand(AtomicI64::new(founded.as_millis())));
    let office = Office::open(
        Arc::clone(store),
        Arc::<Hand>::clone(&hand),
        Arc::new(MachineDice),
    )?;
    let mut seeding = Seeding {
        office,
        hand,
        start,
        organisations: BTreeMap::new(),
        seats: BTreeMap::new(),
        chair: FIRST_CHAIR,
        keys: BTreeMap::new(),
        quotations: Vec::new(),
        calendar,
    };
    let mut year = Year::before(start);
    seeding.people()?;
    seeding.terms()?;
    seeding.published_text(&mut year)?;
    seeding.texts_under_way(&mut year)?;
    seeding.prepare()?;
    seeding.icat()
}

impl Seeding {
    /// Puts the hand so many milliseconds before the start.
    fn before(&self, millis: i64) {
        self.set(self.start.plus_millis(-millis));
    }

    /// Puts the hand to a time, never back.
    fn set(&self, at: Instant) {
        self.hand.0.fetch_max(at.as_millis(), Ordering::SeqCst);
    }

    /// A new id for what the script calls so; an agenda that is proposed again keeps its own.
    fn new_key(&mut self, key: Key) -> Id {
        let id = self.office.fresh_id();
        *self.keys.entry(key).or_insert(id)
    }

    /// What the script calls so. Of a word that it never gave, an id of nothing, which the law refuses.
    fn key(&self, key: Key) -> Id {
        let found = self.keys.get(key).copied();
        found.unwrap_or_else(|| self.office.fresh_id())
    }

    fn named(&self, organisations: &[Key]) -> Vec<Id> {
        organisations
            .iter()
            .map(|short| self.organisations[short])
            .collect()
    }

    fn actor(&self, short: Key, place: SeatKind, hat: Hat) -> Actor {
        Actor {
            seat: self.seats.get(&(short, place)).copied(),
            hat,
        }
    }

    fn secretariat(&self) -> Actor {
        self.actor("ISV", SeatKind::FocalPoint, Hat::Secretariat)
    }

    fn chair(&self, place: SeatKind) -> Actor {
        self.actor(self.chair, place, Hat::Chair)
    }

    fn head(&self, short: Key) -> Actor {
        self.actor(short, SeatKind::Head, Hat::Head)
    }

    fn focal_point(&self, short: Key) -> Actor {
        self.actor(short, SeatKind::FocalPoint, Hat::FocalPoint)
    }

    fn asking(&self, actor: Actor) -> Asking {
        Asking {
            actor,
            received: self.office.now(),
            command: self.office.fresh_id(),
        }
    }

    fn act(&self, actor: Actor, command: &Command) -> Result<Done, Failed> {
        self.hand.0.fetch_add(MINUTE_MS, Ordering::SeqCst);
        self.office
            .execute(GROUP, &self.asking(actor), command, &[])
    }

    /// The group that is made from a public note: it is only shown.
    fn icat(&self) -> Result<(), Failed> {
        self.before(0);
        let unusable = |error: Unusable| Failed::File(format!("icat-2018.toml: {error}"));
        let told = Told::read(ICAT).map_err(unusable)?;
        let today = group::Day(
            self.start
                .timestamp()
                .to_zoned_datetime(jiff::tz::TimeZone::UTC)
                .date(),
        );
        let found = told
            .found(today, &mut || self.office.fresh_id())
            .map_err(unusable)?;
        let name = told.short_name();
        let asking = self.asking(Actor::FOUNDER);
        self.office
            .found(name, &format!("{HOST}{name}"), &asking, &found)?;
        Ok(())
    }

    /// Gives a text, a decision or an action its themes.
    fn tag(&self, noun: Noun, thing: Id, themes: &[Key]) -> Result<(), Failed> {
        if themes.is_empty() {
            return Ok(());
        }
        let tag = Command::Tag {
            noun,
            thing,
            themes: themes.iter().map(|theme| self.key(theme)).collect(),
        };
        self.act(self.secretariat(), &tag)?;
        Ok(())
    }

    /// The symbol of a text or a paper of this day.
    fn symbol(&self, symbol: Symbol) -> String {
        let Some(loaded) = self.office.loaded(GROUP) else {
            return String::new();
        };
        let year = loaded.state.day(self.office.now()).0.year();
        match symbol {
            Symbol::Next => loaded.state.next_symbol(year),
            Symbol::Named(name) => format!("{PREFIX}/{year}/{name}"),
        }
    }
}
