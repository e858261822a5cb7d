//! The first start: the practice group's life so far, made by the same commands that people give, on a
//! clock that runs through the weeks before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, OfficeKind, PositionKind, SeatKind, SettingValue,
    TextKind,
};
use group::{Actor, Command, Hat, Id, Instant, MEMBER, OBSERVER, PARTNER};
use office::{Asking, Clock, Done, Failed, Office};
use store::Store;

use crate::demo::fiction::{
    Drafted, FEES, GROUP, GROUP_NAME, INSPECTION, ORGANISATIONS, PURPOSE, REST, RETURNS, Standing,
    ZONE,
};
use crate::demo::word;
use crate::edge::MachineDice;
use crate::told::{Told, Unusable};

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

struct Seeding {
    office: Office,
    hand: Arc<Hand>,
    /// The machine's time at the first start.
    start: Instant,
    organisations: BTreeMap<&'static str, Id>,
    seats: BTreeMap<(&'static str, SeatKind), Id>,
}

/// Makes the practice group as it stands at `start`.
pub(super) fn seed(store: &Arc<dyn Store>, start: Instant) -> Result<(), Failed> {
    let hand = Arc::new(Hand(AtomicI64::new(
        start.plus_millis(-90 * DAY_MS).as_millis(),
    )));
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
    };
    seeding.people()?;
    seeding.published_text()?;
    seeding.texts_under_way()?;
    seeding.icat()
}

impl Seeding {
    /// Puts the hand so many milliseconds before the start.
    fn before(&self, millis: i64) {
        self.hand
            .0
            .store(self.start.as_millis() - millis, Ordering::SeqCst);
    }

    fn actor(&self, short: &'static str, place: SeatKind, hat: Hat) -> Actor {
        Actor {
            seat: self.seats.get(&(short, place)).copied(),
            hat,
        }
    }

    fn secretariat(&self) -> Actor {
        self.actor("ISV", SeatKind::FocalPoint, Hat::Secretariat)
    }

    fn chair(&self) -> Actor {
        self.actor("BCA", SeatKind::Head, Hat::Chair)
    }

    fn focal_point(&self, short: &'static str) -> Actor {
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

    fn people(&mut self) -> Result<(), Failed> {
        let first = &ORGANISATIONS[0];
        let (organisation, seat) = (self.office.fresh_id(), self.office.fresh_id());
        self.organisations.insert(first.short, organisation);
        self.seats.insert((first.short, SeatKind::FocalPoint), seat);
        let found = Command::Found {
            name: GROUP_NAME.to_owned(),
            short_name: GROUP.to_owned(),
            zone: ZONE.to_owned(),
            purpose: Some(PURPOSE.to_owned()),
            organisation,
            organisation_name: first.name.to_owned(),
            organisation_short: Some(first.short.to_owned()),
            seat,
            person: self.office.fresh_id(),
            person_name: first.focal_point.to_owned(),
            settings: vec![(
                group::settings::DEADLINE_ANY_INSTANT.to_owned(),
                SettingValue::Switch(true),
            )],
        };
        self.office
            .found(GROUP, ORIGIN, &self.asking(Actor::FOUNDER), &found)?;
        for one in &ORGANISATIONS[1..] {
            let organisation = self.office.fresh_id();
            self.organisations.insert(one.short, organisation);
            let category = match one.standing {
                Standing::Member => MEMBER,
                Standing::Partner => PARTNER,
                Standing::Observer => OBSERVER,
            };
            let record = Command::RecordOrganisation {
                organisation,
                name: one.name.to_owned(),
                short_name: Some(one.short.to_owned()),
                category: category.to_owned(),
            };
            self.act(self.secretariat(), &record)?;
            self.open_seat(one.short, SeatKind::FocalPoint, one.focal_point)?;
        }
        for one in &ORGANISATIONS {
            if let Some(head) = one.head {
                self.open_seat(one.short, SeatKind::Head, head)?;
            }
        }
        let chair = Command::AssignOffice {
            office: OfficeKind::Chair,
            organisation: self.organisations["BCA"],
        };
        self.act(self.secretariat(), &chair)?;
        Ok(())
    }

    fn open_seat(
        &mut self,
        short: &'static str,
        place: SeatKind,
        person: &str,
    ) -> Result<(), Failed> {
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

    fn open_text(
        &self,
        text: &Drafted,
        form: TextKind,
        penholder: &str,
        label: &str,
    ) -> Result<Id, Failed> {
        let file = self.office.keep_word(GROUP, &word::drafted(text))?;
        let id = self.office.fresh_id();
        let open = Command::OpenText {
            text: id,
            slug: text.slug.to_owned(),
            title: text.title.to_owned(),
            form,
            symbol: Some(text.symbol.to_owned()),
            penholder: self.organisations[penholder],
            label: label.to_owned(),
            sha256: file.kept.sha256.clone(),
            file: file.kept.filed(),
        };
        self.act(self.secretariat(), &open)?;
        Ok(id)
    }

    fn open_silence(&self, text: Id, deadline: Instant) -> Result<Id, Failed> {
        let procedure = self.office.fresh_id();
        self.act(
            self.chair(),
            &Command::OpenSilence {
                procedure,
                text,
                deadline,
                note: None,
            },
        )?;
        Ok(procedure)
    }

    fn say(
        &self,
        short: &'static str,
        procedure: Id,
        position: PositionKind,
        attachment: Option<(AttachmentKind, bool, &str)>,
    ) -> Result<(), Failed> {
        let attachments = attachment
            .map(|(kind, publish, text)| {
                vec![(
                    Attachment { kind, publish },
                    AttachmentText(text.to_owned()),
                )]
            })
            .unwrap_or_default();
        let give = Command::GivePosition {
            procedure,
            position,
            confirmed_by: None,
            reason: None,
            wording: None,
            attachments,
        };
        self.act(self.focal_point(short), &give)?;
        Ok(())
    }

    /// Cleared, adopted, published a month ago.
    fn published_text(&self) -> Result<(), Failed> {
        self.before(60 * DAY_MS);
        let text = self.open_text(&REST, TextKind::Statement, "HWF", "final draft")?;
        let deadline = self.office.now().plus_millis(10 * DAY_MS);
        let procedure = self.open_silence(text, deadline)?;
        self.before(55 * DAY_MS);
        self.say("FDW", procedure, PositionKind::Agrees, None)?;
        let statement = "The Northern Ports Council understands paragraph 4 as a matter of information \
                         between authorities; it does not create new duties of inspection.";
        let attached = Some((AttachmentKind::Statement, true, statement));
        self.say("NPC", procedure, PositionKind::Agrees, attached)?;
        self.hand.0.store(
            deadline.plus_millis(MINUTE_MS).as_millis(),
            Ordering::SeqCst,
        );
        self.office.close_what_is_due()?;
        let confirm = Command::ConfirmSilence {
            procedure,
            decision: self.office.fresh_id(),
        };
        self.act(self.chair(), &confirm)?;
        self.before(40 * DAY_MS);
        for short in ["ISV", "BCA", "FDW", "HWF", "IOL", "OSR", "NPC", "MTN"] {
            let one = ORGANISATIONS.iter().find(|one| one.short == short);
            let name = one.map_or(short, |one| one.name).to_owned();
            self.act(self.focal_point(short), &Command::Endorse { text, name })?;
        }
        let attached = self
            .office
            .desk(
                GROUP,
                self.seats.get(&("ISV", SeatKind::FocalPoint)).copied(),
            )
            .and_then(|desk| Some(desk.text_by_id(text)?.for_publication()))
            .unwrap_or_default();
        self.before(30 * DAY_MS);
        self.act(self.secretariat(), &Command::Publish { text, attached })?;
        Ok(())
    }

    /// One text under silence for three days from the first start, one in its round with five returned
    /// files. Their steps stand in the order of time, as the record's do.
    fn texts_under_way(&self) -> Result<(), Failed> {
        self.before(9 * DAY_MS);
        let fees = self.open_text(&FEES, TextKind::Statement, "FDW", "zero draft")?;
        self.before(8 * DAY_MS);
        let inspection =
            self.open_text(&INSPECTION, TextKind::TermsOfReference, "BCA", "draft 3")?;
        self.before(7 * DAY_MS);
        let round = self.open_round(fees)?;
        self.before(4 * DAY_MS + 60 * MINUTE_MS);
        let procedure = self.open_silence(inspection, self.start.plus_millis(3 * DAY_MS))?;
        let mut order: Vec<_> = RETURNS.iter().collect();
        order.sort_by_key(|marked| std::cmp::Reverse(marked.days_ago));
        for (index, marked) in order.into_iter().enumerate() {
            let ago = marked.days_ago * DAY_MS - i64::try_from(index).unwrap_or(0) * 40 * MINUTE_MS;
            self.before(ago);
            self.send(round, marked)?;
        }
        self.before(DAY_MS);
        let statement = "The Office for Seafarers’ Rights understands that the checklist of paragraph 5 \
                         covers the right to leave the vessel.";
        let attached = Some((AttachmentKind::Statement, false, statement));
        self.say("OSR", procedure, PositionKind::Agrees, attached)?;
        self.before(DAY_MS / 2);
        self.office.answer_round(
            GROUP,
            &self.asking(self.focal_point("MTN")),
            round,
            group::parts::ReturnForm::NoComments,
        )?;
        Ok(())
    }

    fn open_round(&self, text: Id) -> Result<Id, Failed> {
        let round = self.office.fresh_id();
        let open = Command::OpenRound {
            round,
            text,
            deadline: self.start.plus_millis(2 * DAY_MS),
            instructions: Some(
                "Please mark up the Word file with tracked changes. Paragraphs 4 and 7 are the ones on \
                 which we most need your view."
                    .to_owned(),
            ),
        };
        self.act(self.secretariat(), &open)?;
        Ok(round)
    }

    fn send(&self, round: Id, marked: &crate::demo::fiction::Marked) -> Result<(), Failed> {
        let date = self.office.now().plus_millis(-90 * MINUTE_MS);
        // Word writes whole minutes.
        let date = Instant::from_millis(date.as_millis() / MINUTE_MS * MINUTE_MS).to_string();
        let file = word::returned(&FEES, marked, &date);
        let organisation = self.organisations[marked.organisation];
        let name = format!("{} on recruitment fees.docx", marked.organisation);
        self.office
            .keep_return(GROUP, organisation, round, &name, &file)?;
        let loaded = self.office.loaded(GROUP).ok_or(Failed::NoGroup)?;
        let found = loaded.state.rounds.get(&round).ok_or(Failed::NoGroup)?;
        let checked = self.office.check_return(GROUP, organisation, found)?;
        let held_back: BTreeSet<String> = checked
            .iter()
            .flat_map(|checked| &checked.inspection.comments)
            .filter(|comment| comment.internal.is_some())
            .map(|comment| comment.id.clone())
            .collect();
        let looked_at = checked
            .map(|checked| checked.draft.sha256)
            .unwrap_or_default();
        let asking = self.asking(self.focal_point(marked.organisation));
        self.office
            .send_return(GROUP, &asking, organisation, found, &looked_at, &held_back)?;
        Ok(())
    }
}
