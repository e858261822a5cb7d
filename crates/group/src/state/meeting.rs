//! Meetings of the group's own: when and where, what stands on the agenda, who is there, what came of it.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::class::{Personal, Restricted};
use crate::fact::DecisionAdopted;
use crate::id::Id;
use crate::instant::Instant;
use crate::known::Known;
use crate::parts::{
    AgendaItem, Day, DecisionKind, ItemKind, ItemOutcome, ItemWords, MeetingLevel, Presence,
    SupplementKind,
};
use crate::refusal::Refusal;
use crate::settings;
use crate::state::{CorrectionStanding, State, Text};

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    pub slug: String,
    pub title: String,
    pub level: MeetingLevel,
    pub begins: Instant,
    pub ends: Instant,
    pub zone: String,
    pub place: String,
    pub standing: MeetingStanding,
    /// Why it was moved last, or cancelled.
    pub reason: Restricted<String>,
    /// How often its time or place changed.
    pub moved: u32,
    /// As proposed last, or as adopted.
    pub agenda: Vec<AgendaItem>,
    pub agenda_adopted: bool,
    /// Number of the act that proposed it, from 0: whoever changes or adopts it says which one they saw.
    pub agenda_act: Option<u64>,
    /// In the order of tabling.
    pub papers: Vec<Tabled>,
    /// How each organisation is represented, as marked last.
    pub attendance: BTreeMap<Id, Presence>,
    /// What became of each item, as said last.
    pub outcomes: BTreeMap<Id, ItemEnd>,
    /// The decision that is put right now.
    pub put: Option<Put>,
    /// Ids of what was put and taken back.
    pub taken_back: Vec<Id>,
    /// What was put and met an objection, in order.
    pub objected: Vec<Objected>,
    /// What was put to a vote and not carried, in order.
    pub lost: Vec<NotCarried>,
    pub minutes: Option<Minutes>,
    /// In the order of approval.
    pub quotations: Vec<Approved>,
    pub note: Option<Note>,
    /// Number of the act that called it, from 0.
    pub act: u64,
}

/// How a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum MeetingStanding {
    Called,
    Open { since: Instant },
    Closed { at: Instant },
    Cancelled { at: Instant },
}

/// A paper before a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tabled {
    pub id: Id,
    pub item: Option<Id>,
    pub symbol: String,
    pub title: String,
    pub file: String,
    pub format: String,
    pub revises: Option<Id>,
    pub at: Instant,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemEnd {
    pub outcome: ItemOutcome,
    pub summary: Restricted<String>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// A decision that was put to a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Put {
    pub decision: Id,
    pub item: Id,
    pub kind: DecisionKind,
    pub title: String,
    pub words: String,
    pub mandates: Vec<Id>,
}

impl Put {
    /// Whether a decision is this one, word for word.
    pub(crate) fn is_what(&self, fact: &DecisionAdopted) -> bool {
        fact.title == self.title
            && fact.words.as_ref() == Some(&self.words)
            && fact.kind == Some(self.kind)
            && fact.item == Some(self.item)
            && fact.mandates == self.mandates
            && fact.text.is_none()
            && fact.version.is_none()
    }
}

/// A decision that was put and met an objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Objected {
    pub put: Put,
    pub objecting: Vec<Id>,
    pub reason: Restricted<String>,
}

/// A decision that was put and that a vote didn't carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotCarried {
    pub put: Put,
    pub vote: Id,
}

/// The minutes as circulated last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Minutes {
    pub edition: u32,
    pub circulated: Instant,
    /// The last day for corrections.
    pub until: Day,
    pub words: Restricted<Vec<ItemWords>>,
    /// All that were asked for, in order.
    pub corrections: Vec<Correction>,
    /// The later meeting that approved them.
    pub approved: Option<Id>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// A correction that an organisation asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    pub organisation: Id,
    pub item: Option<Id>,
    /// The edition that it is about.
    pub edition: u32,
    pub at: Instant,
    pub words: Restricted<String>,
}

/// Words that an organisation approved for the note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Approved {
    pub id: Id,
    pub organisation: Id,
    pub words: Personal<String>,
    pub attribution: Personal<String>,
}

/// The public note, as issued last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    pub title: String,
    pub lede: Option<String>,
    pub attendance: bool,
    pub quotations: Vec<Id>,
    pub issued: Instant,
    /// Number of the act, from 0.
    pub act: u64,
}

impl Meeting {
    /// The day on which it begins, in its own zone.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day_of(self.begins)
    }

    /// The day of an instant in the meeting's zone.
    #[must_use]
    pub fn day_of(&self, at: Instant) -> Day {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        Day(at.timestamp().to_zoned_datetime(zone).date())
    }

    /// Whether it is in session.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.standing, MeetingStanding::Open { .. })
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.standing, MeetingStanding::Closed { .. })
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(self.standing, MeetingStanding::Cancelled { .. })
    }

    /// An item of the agenda, with its number from 1.
    #[must_use]
    pub fn item(&self, id: Id) -> Option<(usize, &AgendaItem)> {
        let at = self.agenda.iter().position(|item| item.item == id)?;
        Some((at + 1, &self.agenda[at]))
    }

    /// Organisations that are represented now.
    pub fn present(&self) -> impl Iterator<Item = Id> + '_ {
        self.attendance
            .iter()
            .filter(|(_, presence)| presence.is_there())
            .map(|(id, _)| *id)
    }

    /// Topics that it left over once it is closed: deferred, or not reached.
    #[must_use]
    pub fn left_over(&self) -> Vec<&AgendaItem> {
        let left = |item: &&AgendaItem| match self.outcomes.get(&item.item) {
            Some(end) => end.outcome == ItemOutcome::Deferred,
            None => item.kind == ItemKind::Topic,
        };
        let over = self.agenda.iter().filter(|_| self.is_closed());
        over.filter(left).collect()
    }
}

impl State {
    /// A meeting of the group's own by its short name.
    #[must_use]
    pub fn meeting_named(&self, slug: &str) -> Option<(Id, &Meeting)> {
        let found = self.meetings.iter().find(|(_, m)| m.slug == slug)?;
        Some((*found.0, found.1))
    }

    /// Which one of its level a meeting is, told or lived: what its source says, otherwise one more than
    /// the one before it. Of the group's own meetings the earliest is the first; where the source of the
    /// earliest one doesn't say, it is unknown. A cancelled meeting doesn't count.
    #[must_use]
    pub fn ordinal(&self, meeting: Id) -> Known<u32> {
        self.ordinals()
            .get(&meeting)
            .copied()
            .unwrap_or(Known::Unknown)
    }

    /// The same for all meetings at once.
    #[must_use]
    pub fn ordinals(&self) -> BTreeMap<Id, Known<u32>> {
        let told = self.history.meetings.iter();
        let lived = self.meetings.iter().filter(|(_, m)| !m.is_cancelled());
        let mut all: Vec<_> = told
            .map(|(id, m)| (m.level, (m.on, None, *id), m.ordinal))
            .chain(lived.map(|(id, m)| {
                let when = (m.day(), Some(m.begins), *id);
                (m.level, when, Known::Unknown)
            }))
            .collect();
        all.sort_by_key(|each| (each.0, each.1));
        let mut ordinals = BTreeMap::new();
        let mut last = None;
        for (level, (_, _, id), said) in all {
            let before = last.filter(|(of, _)| *of == level).map(|(_, n)| n);
            let computed = match before {
                None if self.meetings.contains_key(&id) => Known::Known(1),
                Some(Known::Known(before)) => Known::Known(before + 1),
                None | Some(Known::Unknown) => Known::Unknown,
            };
            let ordinal = match said {
                Known::Known(_) => said,
                Known::Unknown => computed,
            };
            ordinals.insert(id, ordinal);
            last = Some((level, ordinal));
        }
        ordinals
    }

    /// Members with the right to object that are represented now, in protocol order: those who take part
    /// in a decision by consensus.
    #[must_use]
    pub fn deciding(&self, meeting: &Meeting, on: Day) -> Vec<Id> {
        self.electorate(on, |rights| rights.may_object)
            .into_iter()
            .filter(|id| meeting.attendance.get(id).is_some_and(|p| p.is_there()))
            .collect()
    }

    /// How many of them must be there: the larger of the number and the share that the group set, 0 where
    /// it set none.
    #[must_use]
    pub fn quorum(&self, on: Day) -> usize {
        let members = self.electorate(on, |rights| rights.may_object).len();
        let set = |name| usize::try_from(settings::number(&self.settings, name)).unwrap_or(0);
        let share = (members * set(settings::MEETING_QUORUM_PERCENT)).div_ceil(100);
        set(settings::MEETING_QUORUM).max(share)
    }

    /// The next meeting of a level after an instant.
    #[must_use]
    pub fn next_meeting(&self, level: MeetingLevel, after: Instant) -> Option<(Id, &Meeting)> {
        self.meetings
            .iter()
            .filter(|(_, m)| m.level == level && !m.is_cancelled() && m.begins > after)
            .min_by_key(|(id, m)| (m.begins, **id))
            .map(|(id, m)| (*id, m))
    }

    /// Topics that earlier meetings of the level left over and no later agenda took up again.
    #[must_use]
    pub fn left_over_for(&self, meeting: Id) -> Vec<(Id, &AgendaItem)> {
        let Some(found) = self.meetings.get(&meeting) else {
            return Vec::new();
        };
        let taken_up = |item: Id| {
            self.meetings.iter().any(|(id, m)| {
                *id != meeting
                    && !m.is_cancelled()
                    && m.agenda.iter().any(|line| line.deferred == Some(item))
            })
        };
        let mut before: Vec<_> = self
            .meetings
            .iter()
            .filter(|(_, m)| m.level == found.level && m.begins < found.begins)
            .collect();
        before.sort_by_key(|(id, m)| (m.begins, **id));
        before
            .into_iter()
            .flat_map(|(id, m)| m.left_over().into_iter().map(|item| (*id, item)))
            .filter(|(_, item)| !taken_up(item.item))
            .collect()
    }

    /// Closed meetings whose minutes are circulated and wait for approval, oldest first.
    #[must_use]
    pub fn minutes_to_approve(&self, meeting: Id) -> Vec<(Id, &Meeting)> {
        let Some(found) = self.meetings.get(&meeting) else {
            return Vec::new();
        };
        let waits = |m: &Meeting| m.minutes.as_ref().is_some_and(|m| m.approved.is_none());
        let mut waiting: Vec<_> = self
            .meetings
            .iter()
            .filter(|(_, m)| m.level == found.level && m.begins < found.begins && waits(m))
            .map(|(id, m)| (*id, m))
            .collect();
        waiting.sort_by_key(|(id, m)| (m.begins, *id));
        waiting
    }

    /// The symbol of the next paper of a year: prefix, year, and one more than the highest number.
    #[must_use]
    pub fn next_symbol(&self, year: i16) -> String {
        let prefix = match self.setting(settings::PAPERS_PREFIX) {
            Some(crate::parts::SettingValue::Word(prefix)) if !prefix.is_empty() => prefix,
            _ => self
                .founded
                .as_ref()
                .map_or_else(String::new, |f| f.short_name.to_uppercase()),
        };
        let series = format!("{prefix}/{year}/WP.");
        let highest = self
            .symbols()
            .filter_map(|symbol| symbol.strip_prefix(&series)?.split('/').next())
            .filter_map(|number| number.parse::<u32>().ok())
            .max();
        format!("{series}{}", highest.unwrap_or(0) + 1)
    }

    /// Symbols of papers and texts.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = &str> {
        let papers = self.meetings.values().flat_map(|m| &m.papers);
        let texts = self.texts.values().filter_map(|t| t.symbol.as_deref());
        let corrections = self.texts.values().flat_map(|text| &text.corrections);
        let issued = corrections.filter_map(|one| match &one.standing {
            CorrectionStanding::Issued { symbol, .. } => symbol.as_deref(),
            _ => None,
        });
        papers
            .map(|paper| paper.symbol.as_str())
            .chain(texts)
            .chain(issued)
    }

    /// A paper by its id.
    #[must_use]
    pub fn paper(&self, id: Id) -> Option<&Tabled> {
        let mut papers = self.meetings.values().flat_map(|m| &m.papers);
        papers.find(|paper| paper.id == id)
    }

    /// The symbol that a paper gets which takes the place of this one.
    #[must_use]
    pub fn revised_symbol(&self, of: &Tabled) -> String {
        let base = of.symbol.split("/Rev.").next().unwrap_or(&of.symbol);
        self.next_after(&format!("{base}/Rev."))
    }

    /// The symbol that a text gets which supplements this one: that of its newest version, carried on.
    /// `None`: it has none.
    #[must_use]
    pub fn supplement_symbol(&self, of: &Text, kind: SupplementKind) -> Option<String> {
        let base = of.symbol_of(of.newest()?.number)?;
        let word = match kind {
            SupplementKind::Addendum => "Add",
            SupplementKind::Corrigendum => "Corr",
        };
        Some(self.next_after(&format!("{base}/{word}.")))
    }

    /// So, and one more than the highest number behind it.
    fn next_after(&self, beginning: &str) -> String {
        let number = |symbol: &str| {
            let (before, number) = symbol.split_at_checked(beginning.len())?;
            let follows = before.eq_ignore_ascii_case(beginning);
            number.parse::<u32>().ok().filter(|_| follows)
        };
        let highest = self.symbols().filter_map(number).max();
        format!("{beginning}{}", highest.unwrap_or(0) + 1)
    }

    /// Refuses a symbol that is taken, or that only follows from another. A stroke is a hyphen in addresses,
    /// and whoever looks for a symbol doesn't mind the case.
    pub(crate) fn free_symbol(&self, symbol: &str) -> Result<(), Refusal> {
        let plain = |symbol: &str| symbol.to_ascii_lowercase().replace('/', "-");
        let new = plain(symbol);
        if ["-rev.", "-add.", "-corr."]
            .iter()
            .any(|word| new.contains(word))
        {
            return Err(Refusal::BadSymbol {});
        }
        if self.symbols().any(|each| plain(each) == new) {
            return Err(Refusal::SymbolTaken {
                symbol: symbol.to_owned(),
            });
        }
        Ok(())
    }
}
