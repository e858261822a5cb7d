//! Working days of the group's seat, and moments as they are announced there (5-procedures, rule 2).

use std::collections::BTreeMap;

use jiff::civil::Weekday as CivilWeekday;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::instant::Instant;
use crate::parts::{Day, Weekday};

const MINUTE_MS: i64 = 60_000;
/// Offsets from UTC that zones have had lie within these, in minutes.
const OFFSETS: std::ops::RangeInclusive<i32> = -16 * 60..=16 * 60;
/// Minutes of a day.
const DAY_MINUTES: u32 = 24 * 60;

/// Which days are worked at the group's seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// Days of the week on which nobody works.
    pub rest: Vec<Weekday>,
    /// Other days on which nobody works, with what they are.
    pub holidays: BTreeMap<Day, String>,
}

/// Saturday and Sunday.
impl Default for Calendar {
    fn default() -> Self {
        Self {
            rest: vec![Weekday::Saturday, Weekday::Sunday],
            holidays: BTreeMap::new(),
        }
    }
}

impl Calendar {
    /// Whether people work on a day.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        !self.rest.contains(&weekday(day)) && !self.holidays.contains_key(&day)
    }

    /// The next working day behind this one.
    #[must_use]
    pub fn next_working_day(&self, day: Day) -> Day {
        let mut found = next_day(day);
        while !self.is_working_day(found) && found != next_day(found) {
            found = next_day(found);
        }
        found
    }

    /// The day that lies so many working days behind this one.
    #[must_use]
    pub fn working_days_after(&self, day: Day, count: usize) -> Day {
        (0..count).fold(day, |day, _| self.next_working_day(day))
    }

    /// The first moment, by the clock of the seat, by which so many whole working days have passed since
    /// another: at the same time of day, or, where that one isn't on a working day, since the beginning of the
    /// next that is.
    #[must_use]
    pub fn whole_days_after(&self, since: Announced, count: usize) -> (Day, u32) {
        let (day, minute) = if self.is_working_day(since.day) {
            (since.day, since.minute)
        } else {
            (self.next_working_day(since.day), 0)
        };
        (self.working_days_after(day, count), minute)
    }
}

fn next_day(day: Day) -> Day {
    Day(day.0.tomorrow().unwrap_or(day.0))
}

fn weekday(day: Day) -> Weekday {
    match day.0.weekday() {
        CivilWeekday::Monday => Weekday::Monday,
        CivilWeekday::Tuesday => Weekday::Tuesday,
        CivilWeekday::Wednesday => Weekday::Wednesday,
        CivilWeekday::Thursday => Weekday::Thursday,
        CivilWeekday::Friday => Weekday::Friday,
        CivilWeekday::Saturday => Weekday::Saturday,
        CivilWeekday::Sunday => Weekday::Sunday,
    }
}

/// A moment as it was announced: what the clock at the group's seat shows then, by the rules that its zone
/// had when it was said. An act carries it beside its instant, so that whether a deadline falls on a working
/// day can be judged for ever without the rules of zones, which states change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Announced {
    pub day: Day,
    /// Minutes after midnight.
    pub minute: u32,
    /// Minutes by which that clock is ahead of UTC.
    pub offset: i32,
}

impl Announced {
    /// What the clock of a zone shows at an instant, by the rules that are known now.
    #[must_use]
    pub fn of(at: Instant, zone: &TimeZone) -> Self {
        let offset = zone.to_offset(at.timestamp()).seconds().div_euclid(60);
        let clock = at.as_millis().div_euclid(MINUTE_MS) + i64::from(offset);
        let minute = clock.rem_euclid(i64::from(DAY_MINUTES));
        let midnight = Instant::from_millis((clock - minute) * MINUTE_MS);
        let date = TimeZone::UTC.to_datetime(midnight.timestamp()).date();
        Self {
            day: Day(date),
            minute: u32::try_from(minute).unwrap_or(0),
            offset,
        }
    }

    /// The instant, to the minute. `None`: no clock shows this.
    #[must_use]
    pub fn instant(self) -> Option<Instant> {
        if self.minute >= DAY_MINUTES || !OFFSETS.contains(&self.offset) {
            return None;
        }
        let midnight = TimeZone::UTC
            .to_timestamp(self.day.0.to_datetime(jiff::civil::Time::midnight()))
            .ok()?;
        let minutes = i64::from(self.minute) - i64::from(self.offset);
        Some(Instant::from_millis(
            midnight.as_millisecond() + minutes * MINUTE_MS,
        ))
    }

    /// Whether it is this instant, to the minute.
    #[must_use]
    pub fn is(self, at: Instant) -> bool {
        let minutes = |at: Instant| at.as_millis().div_euclid(MINUTE_MS);
        self.instant()
            .is_some_and(|own| minutes(own) == minutes(at))
    }
}
