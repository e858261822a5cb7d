//! Days, times of day and distances in words.

use crate::when::Civil;
use crate::words::Words;

impl Words {
    /// "Wednesday 6 May 2026, 17:00 (Lisbon)".
    pub fn moment(&self, at: &Civil) -> String {
        self.f(
            "calendar-moment",
            &[
                ("day", self.day(at).into()),
                ("time", clock(at).into()),
                ("zone", at.zone.as_str().into()),
            ],
        )
    }

    /// "Wednesday 6 May 2026".
    pub fn day(&self, at: &Civil) -> String {
        self.f(
            "calendar-day",
            &[
                (
                    "weekday",
                    self.t(&format!("calendar-weekday-{}", at.weekday)).into(),
                ),
                ("date", self.date(at).into()),
            ],
        )
    }

    /// "6 May 2026".
    pub fn date(&self, at: &Civil) -> String {
        self.f(
            "calendar-date",
            &[
                ("day", at.day.to_string().into()),
                (
                    "month",
                    self.t(&format!("calendar-month-{}", at.month)).into(),
                ),
                ("year", at.year.to_string().into()),
            ],
        )
    }

    /// "May 2026".
    pub fn month(&self, year: i16, month: i8) -> String {
        self.f(
            "calendar-month-year",
            &[
                ("month", self.t(&format!("calendar-month-{month}")).into()),
                ("year", year.to_string().into()),
            ],
        )
    }

    /// The second of two readings of one instant: "16:00 UTC", with the day where it differs.
    pub fn utc(&self, local: &Civil, utc: &Civil) -> String {
        let time = clock(utc);
        if (local.year, local.month, local.day) == (utc.year, utc.month, utc.day) {
            self.f("calendar-utc", &[("time", time.into())])
        } else {
            self.f(
                "calendar-utc-day",
                &[("time", time.into()), ("day", self.day(utc).into())],
            )
        }
    }

    /// "in 3 days", "in 2 days 4 h", "5 minutes ago"; `seconds` from now, negative for the past.
    pub fn distance(&self, seconds: i64) -> String {
        let span = self.span(seconds.unsigned_abs());
        if seconds >= 0 {
            self.f("calendar-ahead", &[("span", span.into())])
        } else {
            self.f("calendar-ago", &[("span", span.into())])
        }
    }

    /// How long: "2 days 4 h 11 min", "3 h 20 min", "less than a minute". Rounded down.
    pub fn left(&self, seconds: u64) -> String {
        let (days, hours, minutes) = split(seconds);
        let mut parts = Vec::new();
        if days > 0 {
            parts.push(self.f("calendar-days", &[("n", days.into())]));
        }
        if hours > 0 {
            parts.push(self.f("calendar-hours-short", &[("n", hours.into())]));
        }
        if minutes > 0 {
            parts.push(self.f("calendar-minutes-short", &[("n", minutes.into())]));
        }
        if parts.is_empty() {
            self.t("calendar-moments").to_owned()
        } else {
            parts.join(" ")
        }
    }

    /// One unit, or days with hours when little is left.
    fn span(&self, seconds: u64) -> String {
        let (days, hours, minutes) = split(seconds);
        match (days, hours, minutes) {
            (0, 0, 0) => self.t("calendar-moments").to_owned(),
            (0, 0, n) => self.f("calendar-minutes", &[("n", n.into())]),
            (0, n, _) => self.f("calendar-hours", &[("n", n.into())]),
            (n @ 1..=2, h, _) if h > 0 => format!(
                "{} {}",
                self.f("calendar-days", &[("n", n.into())]),
                self.f("calendar-hours-short", &[("n", h.into())])
            ),
            (n, ..) => self.f("calendar-days", &[("n", n.into())]),
        }
    }
}

fn split(seconds: u64) -> (u64, u64, u64) {
    (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60)
}

fn clock(at: &Civil) -> String {
    format!("{:02}:{:02}", at.hour, at.minute)
}
