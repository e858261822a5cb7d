//! The days of the fiction: working days, counted from the first start.

use group::Instant;
use group::parts::Day;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan as _};

use super::year::sitting;
use crate::demo::fiction::ZONE;
use crate::demo::fiction::script::{Sitting, When};

/// The days of the fiction, counted from the first start at the group's seat.
pub(super) struct Calendar {
    pub(super) today: Date,
}

impl Calendar {
    /// Of the day of a start.
    pub(super) fn of(start: Instant) -> Self {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let today = start.timestamp().to_zoned_datetime(zone).date();
        Self { today }
    }

    /// The day of a meeting: no Saturday, no Sunday.
    pub(super) fn sitting(&self, sitting: &Sitting) -> Date {
        if sitting.ago < 0 {
            workday_after(self.today, -sitting.ago)
        } else {
            workday_before(self.today, sitting.ago)
        }
    }

    /// So many days ago; those below 0 lie ahead.
    pub(super) fn day(&self, ago: i64) -> Day {
        Day(workday_before(self.today, ago))
    }

    /// The day before an instant, at the group's seat.
    pub(super) fn before(&self, at: Instant) -> Day {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let day = at.timestamp().to_zoned_datetime(zone).date();
        Day(moved(day, (-1).days()))
    }

    /// An hour of a day at the group's seat.
    pub(super) fn at(&self, day: Date, hour: i8) -> Instant {
        instant(day, ZONE, hour)
    }

    /// An hour of a day so many days ago.
    pub(super) fn ago(&self, days: i64, hour: i8) -> Instant {
        self.at(workday_before(self.today, days), hour)
    }

    /// When something happens between the meetings: at ten.
    pub(super) fn when(&self, when: When) -> Instant {
        match when {
            When::Ago(days) => self.ago(days, 10),
            When::After(key, days) => {
                let on = sitting(key).map_or(self.today, |found| self.sitting(found));
                self.at(workday_after(on, days), 10)
            }
        }
    }
}

/// A whole hour of a day.
pub(super) fn instant(day: Date, zone: &str, hour: i8) -> Instant {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let at = zone.to_ambiguous_timestamp(day.at(hour, 0, 0, 0));
    let millis = at.compatible().map_or(0, |at| at.as_millisecond());
    Instant::from_millis(millis)
}

pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn moved(day: Date, by: Span) -> Date {
    day.saturating_add(by)
}

/// The last working day that lies at least so many days before another.
pub(super) fn workday_before(day: Date, days: i64) -> Date {
    let mut found = moved(day, (-days).days());
    while is_weekend(found) {
        found = moved(found, (-1).days());
    }
    found
}

/// The first working day that lies at least so many days after another.
pub(super) fn workday_after(day: Date, days: i64) -> Date {
    let mut found = moved(day, days.days());
    while is_weekend(found) {
        found = moved(found, 1.days());
    }
    found
}
