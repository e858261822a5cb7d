//! Instants as pages show them: the group's zone, UTC beside it, and "in 3 days".

use maud::{Markup, html};

use crate::words::Words;

/// An instant, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// RFC 3339 in UTC, for machines (`<time datetime>`).
    pub iso: String,
    /// In the group's zone, with weekday and zone: "Wednesday 6 May 2026, 17:00 (Lisbon)".
    pub text: String,
    /// The same in UTC, shown where the instant is a deadline: "16:00 UTC".
    pub utc: Option<String>,
    /// "in 3 days", "2 hours ago".
    pub relative: Option<String>,
}

/// A day and a time of day in some zone, as a calendar library splits an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Civil {
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i8,
    pub hour: i8,
    pub minute: i8,
    /// The zone as people say it: "Lisbon", "UTC".
    pub zone: String,
}

impl When {
    /// Words an instant: `local` and `utc` are the same instant split in the group's zone and in
    /// UTC, `seconds` the distance from now (negative: past).
    pub fn new(words: &Words, iso: String, local: &Civil, utc: &Civil, seconds: i64) -> Self {
        Self {
            iso,
            text: words.moment(local),
            // Where the local time is UTC, it needs no second reading.
            utc: (local.zone != utc.zone).then(|| words.utc(local, utc)),
            relative: Some(words.distance(seconds)),
        }
    }

    /// The instant alone.
    pub fn show(&self) -> Markup {
        html! { time datetime=(self.iso) { (self.text) } }
    }

    /// The instant with UTC beside it. A module of the page adds what the reader's own clock will show.
    pub fn deadline(&self) -> Markup {
        html! {
            time datetime=(self.iso) data-deadline="" { (self.text) }
            @if let Some(utc) = &self.utc { " (" (utc) ")" }
        }
    }

    /// The same with the distance.
    pub fn in_full(&self) -> Markup {
        html! {
            (self.deadline())
            @if let Some(relative) = &self.relative { ", " (relative) }
        }
    }
}
