//! Time zones, and working days.

use std::collections::BTreeSet;
use std::fmt;

use jiff::ToSpan;
use jiff::civil::Weekday;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};

use crate::instant::{Day, Instant};

/// A zone by its name in the IANA database, as `Europe/Lisbon`. The database is bundled, so that two
/// machines read a day alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(String);

/// A day and a time of day as a clock on the wall of a zone shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    pub day: Day,
    /// 0–23.
    pub hour: i8,
    /// 0–59.
    pub minute: i8,
    /// 0–59.
    pub second: i8,
}

/// The working days of a group: the days of the week, less single days that are free.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingDays {
    /// Days on which nobody works although the week says so.
    pub free: BTreeSet<Day>,
}

impl Zone {
    /// A zone's name as given; [`Zone::is_known`] says whether there is such a zone.
    pub fn named(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Whether the database has it.
    pub fn is_known(&self) -> bool {
        TimeZoneDatabase::bundled().get(&self.0).is_ok()
    }

    /// The day that an instant belongs to here.
    pub fn day(&self, instant: Instant) -> Day {
        self.local(instant).day
    }

    /// What a clock here shows at an instant.
    pub fn local(&self, instant: Instant) -> Local {
        let time = instant.timestamp().to_zoned(self.zone()).datetime();
        Local {
            day: Day::from_date(time.date()),
            hour: time.hour(),
            minute: time.minute(),
            second: time.second(),
        }
    }

    /// The instant at which a clock here shows this day, hour (0–23) and minute (0–59). A time that the
    /// change of clocks leaves out is moved forward, one that stands twice is the first. `None`: there
    /// is no such time of day.
    pub fn instant(&self, day: Day, hour: i8, minute: i8) -> Option<Instant> {
        let time = jiff::civil::Time::new(hour, minute, 0, 0).ok()?;
        let zoned = day.date().to_datetime(time).to_zoned(self.zone()).ok()?;
        Some(Instant::from_millis(zoned.timestamp().as_millisecond()))
    }

    fn zone(&self) -> TimeZone {
        TimeZoneDatabase::bundled().get(&self.0).unwrap_or(TimeZone::UTC)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl WorkingDays {
    /// Whether a day is one: Monday to Friday, and not free.
    pub fn works(&self, day: Day) -> bool {
        !matches!(day.date().weekday(), Weekday::Saturday | Weekday::Sunday)
            && !self.free.contains(&day)
    }

    /// The instant `days` full working days after `from`: the same time of day that many working days
    /// later. From a day that is none, counting starts with the beginning of the next one that is.
    pub fn after(&self, from: Instant, days: u32, zone: &Zone) -> Instant {
        let mut day = zone.day(from);
        let mut time = from.timestamp().to_zoned(zone.zone()).time();
        while !self.works(day) {
            day = next(day);
            time = jiff::civil::Time::midnight();
        }
        for _ in 0..days {
            day = next(day);
            while !self.works(day) {
                day = next(day);
            }
        }
        day.date()
            .to_datetime(time)
            .to_zoned(zone.zone())
            .map_or(from, |end| Instant::from_millis(end.timestamp().as_millisecond()))
    }
}

fn next(day: Day) -> Day {
    Day::from_date(day.date().saturating_add(1.day()))
}
