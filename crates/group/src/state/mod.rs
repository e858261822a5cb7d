//! What the group's acts have made of it: the state, folded by [`crate::admit`].

mod action;
mod afterwards;
mod history;
mod inbox;
mod meeting;
mod people;
mod procedure;
mod reminder;
mod round;
mod template;
mod text;
mod theme;
mod vote;

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use serde::Serialize;

pub use action::{Action, ActionStanding, Step, StepKind};
pub use afterwards::{CorrectionStanding, LanguageVersion, TextCorrection};
pub use history::{
    Account, Cited, DecisionsTold, History, MeetingTold, MembershipTold, OfficeTold, Paper,
    Quotation, Source,
};
pub use inbox::{Message, Outage};
pub use meeting::{
    Approved, Correction, ItemEnd, Meeting, MeetingStanding, Minutes, NotCarried, Note, Objected,
    Put, Tabled,
};
pub use people::{FormerName, Membership, Organisation, Person, Seat, Term};
pub use procedure::{
    EnteredOn, GRACE_MS, Given, Procedure, ProcedureStep, Standing, Steered, StepOfProcedure,
};
pub use round::{Compilation, Evidence, Responses, Return, Round};
pub use template::Template;
pub use text::{
    Annulled, Basis, Decision, Endorsement, Publication, Released, Stage, Target, Text, Undone,
    Version,
};
pub use theme::{Mandate, Profile, Purpose, Theme, ThemeLink};
pub use vote::{Cast, EnteredVote, Question, Vote, VoteStanding};

use crate::calendar::{Announced, Calendar};
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{Category, ChairStep, Day, KindOfText, OfficeKind, SettingValue, TextKind};
use crate::settings;

/// A group as it stands after its acts so far. Equal histories make equal states, to the byte of their
/// serialisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct State {
    pub founded: Option<Founded>,
    pub(crate) settings: BTreeMap<String, SettingValue>,
    pub categories: BTreeMap<String, Category>,
    /// Which days are worked at the group's seat.
    pub calendar: Calendar,
    /// Messages that reached the group's address.
    pub inbox: BTreeMap<Id, Message>,
    /// In the order of their noticing.
    pub outages: Vec<Outage>,
    /// Which of the chairs (last) has said yes to which step about which thing, where it was not taken yet.
    pub(crate) agreed: BTreeSet<(ChairStep, Id, Id)>,
    pub organisations: BTreeMap<Id, Organisation>,
    /// In the order of their assignment.
    pub terms: Vec<Term>,
    pub persons: BTreeMap<Id, Person>,
    pub seats: BTreeMap<Id, Seat>,
    /// The group's list of kinds of texts, as it was set; see [`State::kinds`].
    pub(crate) kinds: Vec<KindOfText>,
    /// Names of all kinds of the group's own that ever stood in it, by their words.
    pub kind_names: BTreeMap<String, String>,
    pub templates: BTreeMap<Id, Template>,
    pub texts: BTreeMap<Id, Text>,
    pub rounds: BTreeMap<Id, Round>,
    pub procedures: BTreeMap<Id, Procedure>,
    pub votes: BTreeMap<Id, Vote>,
    /// The deadline of each round, procedure and vote of which those asked were reminded last.
    pub(crate) reminded: BTreeMap<Id, Instant>,
    /// How many votes members have, where it isn't one.
    pub weights: BTreeMap<Id, u32>,
    /// In the order of their setting.
    pub purposes: Vec<Purpose>,
    pub mandates: BTreeMap<Id, Mandate>,
    pub themes: BTreeMap<Id, Theme>,
    /// In the order of their linking.
    pub theme_links: Vec<ThemeLink>,
    /// The themes that texts, decisions and actions carry.
    pub tags: BTreeMap<Id, Vec<Id>>,
    /// What organisations stated of themselves, oldest first.
    pub profiles: BTreeMap<Id, Vec<Profile>>,
    /// The group's own meetings.
    pub meetings: BTreeMap<Id, Meeting>,
    pub actions: BTreeMap<Id, Action>,
    /// What is recorded from sources.
    pub history: History,
    /// In the order of their adoption.
    pub decisions: Vec<Decision>,
    /// How many acts were admitted; the next act's number in the record is one more.
    pub acts: u64,
    pub(crate) last_time: Option<Instant>,
    /// What the batch under way still owes: no act of another batch may come before it.
    /// With the batch that owes it.
    pub(crate) owed: Option<(Owed, Id)>,
    /// The office whose term the last act ended, who ended it, and its batch: whoever hands over their
    /// own office names the next holder in the same batch.
    pub(crate) handed_over: Option<(OfficeKind, Id, Id)>,
}

/// What the founding said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Founded {
    pub name: String,
    pub short_name: String,
    pub zone: String,
    /// The name as people say it.
    pub abbreviation: Option<String>,
    /// What every page of the group says above all else.
    pub notice: Option<String>,
    pub at: Instant,
    /// The batch of the founding: the founder acts in it alone.
    pub(crate) batch: Id,
    /// Whether an act of another batch followed: the founder's part is over.
    pub(crate) over: bool,
}

/// An act that must follow in the same batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Owed {
    /// The objection was given: the procedure is broken by it.
    Broken { procedure: Id, by: Id },
    /// The chair confirmed: the decision follows.
    Decision { procedure: Id },
    /// A vote carried what is put to a meeting: the decision follows.
    Carried { vote: Id },
    /// The restart was said: the new procedure follows.
    Restart { procedure: Id, anew: Id },
    /// The term of the secretariat was ended: the next one's begins.
    Secretariat,
    /// The text was opened: its first version follows.
    FirstVersion { text: Id },
}

impl State {
    /// The zone of the group's seat; UTC before the founding.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        let name = self
            .founded
            .as_ref()
            .map_or("UTC", |founded| founded.zone.as_str());
        TimeZone::get(name).unwrap_or(TimeZone::UTC)
    }

    /// The day at the group's seat.
    #[must_use]
    pub fn day(&self, at: Instant) -> Day {
        Day(at.timestamp().to_zoned_datetime(self.zone()).date())
    }

    /// A setting, as set or by its default.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<SettingValue> {
        settings::value(&self.settings, name)
    }

    /// The shortest time until a silence deadline: in whole working days, and in hours.
    #[must_use]
    pub fn shortest_silence(&self, restart: bool) -> (usize, i64) {
        let (days, hours) = if restart {
            (
                settings::SILENCE_RESTART_MINIMUM_DAYS,
                settings::SILENCE_RESTART_MINIMUM_HOURS,
            )
        } else {
            (
                settings::SILENCE_MINIMUM_DAYS,
                settings::SILENCE_MINIMUM_HOURS,
            )
        };
        if settings::switch(&self.settings, settings::DEADLINE_ANY_INSTANT) {
            return (0, 0);
        }
        let days = settings::number(&self.settings, days);
        let hours = settings::number(&self.settings, hours);
        (usize::try_from(days).unwrap_or(0), hours)
    }

    /// The hours of the seat's day between which a deadline of silence may fall; `None`: at any instant.
    #[must_use]
    pub fn deadline_hours(&self) -> Option<(u32, u32)> {
        if settings::switch(&self.settings, settings::DEADLINE_ANY_INSTANT) {
            return None;
        }
        let hour = |name| u32::try_from(settings::number(&self.settings, name)).unwrap_or(0);
        Some((
            hour(settings::DEADLINE_FROM_HOUR),
            hour(settings::DEADLINE_TO_HOUR),
        ))
    }

    /// What the clock at the group's seat shows at an instant, by the rules of its zone that are known now.
    #[must_use]
    pub fn clock(&self, at: Instant) -> Announced {
        Announced::of(at, &self.zone())
    }

    /// The organisations that hold the chair on a day: one, or co-chairs.
    #[must_use]
    pub fn chairs(&self, on: Day) -> BTreeSet<Id> {
        let chairs = |term: &&Term| matches!(term.office, OfficeKind::Chair | OfficeKind::CoChair);
        let terms = self.terms_on(on).filter(chairs);
        terms.map(|term| term.organisation).collect()
    }

    /// Which of the chairs (last) has said yes to which step about which thing, where it was not taken yet.
    #[must_use]
    pub fn agreements(&self) -> &BTreeSet<(ChairStep, Id, Id)> {
        &self.agreed
    }

    /// Chairs other than this organisation that have not said yes to a step that needs both.
    #[must_use]
    pub fn chairs_to_agree(&self, step: ChairStep, thing: Id, by: Option<Id>, on: Day) -> Vec<Id> {
        let missing = self
            .chairs(on)
            .into_iter()
            .filter(|chair| Some(*chair) != by && !self.has_agreed(step, thing, *chair));
        missing.collect()
    }

    /// Whether an organisation has said yes to a step that needs both, which is not taken yet.
    #[must_use]
    pub fn has_agreed(&self, step: ChairStep, thing: Id, organisation: Id) -> bool {
        self.agreed.contains(&(step, thing, organisation))
    }

    /// The kinds of texts that are offered, in this order.
    #[must_use]
    pub fn kinds(&self) -> Vec<KindOfText> {
        if !self.kinds.is_empty() {
            return self.kinds.clone();
        }
        let known = TextKind::ALL.iter().map(|kind| KindOfText {
            word: kind.word().to_owned(),
            name: None,
        });
        known.collect()
    }

    /// Whether a round may end at that moment: on a working day of the group's seat, unless any instant will do.
    #[must_use]
    pub fn may_end_on(&self, deadline: Instant) -> bool {
        let day = self.day(deadline);
        settings::switch(&self.settings, settings::DEADLINE_ANY_INSTANT)
            || self.calendar.is_working_day(day)
    }

    /// The text with this short name.
    #[must_use]
    pub fn text_named(&self, slug: &str) -> Option<(Id, &Text)> {
        self.texts
            .iter()
            .find(|(_, text)| text.slug == slug)
            .map(|(id, text)| (*id, text))
    }

    /// Whether a decision of this id was adopted, is put to a meeting, met an objection there, or was taken
    /// back.
    pub(crate) fn knows_decision(&self, id: Id) -> bool {
        let put = self.meetings.values().flat_map(|meeting| {
            let objected = meeting.objected.iter().map(|objected| &objected.put);
            let lost = meeting.lost.iter().map(|lost| &lost.put);
            objected.chain(lost).chain(&meeting.put)
        });
        let mut back = self
            .meetings
            .values()
            .flat_map(|meeting| &meeting.taken_back);
        self.decision(id).is_some()
            || put.into_iter().any(|put| put.decision == id)
            || back.any(|taken| *taken == id)
    }

    /// Before an act of this time: for each procedure whose deadline is past by it, how many acts the
    /// record held at the deadline.
    pub(crate) fn note_deadlines(&mut self, time: Instant) {
        let acts = self.acts;
        let running = self
            .procedures
            .values_mut()
            .filter(|p| p.standing == Standing::Running && p.size_at_deadline.is_none());
        for procedure in running.filter(|p| p.deadline < time) {
            procedure.size_at_deadline = Some(acts);
        }
    }

    /// Year and rank that a decision adopted at this instant gets.
    #[must_use]
    pub fn next_number(&self, at: Instant) -> (u32, u32) {
        let year = u32::try_from(self.day(at).0.year()).unwrap_or(0);
        let last = self
            .decisions
            .iter()
            .filter(|d| d.year == year)
            .map(|d| d.rank)
            .max();
        (year, last.unwrap_or(0) + 1)
    }
}
