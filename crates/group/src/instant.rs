//! Instants to the millisecond, and days of the world.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Milliseconds since 1970 in UTC. Written `YYYY-MM-DDThh:mm:ss[.mmm]Z`: always three digits, left out
/// when they are zero (4-record, *The leaf*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i64);

/// A text that is no instant in this form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an instant is written YYYY-MM-DDThh:mm:ss[.mmm]Z")]
pub struct NotAnInstant;

impl Instant {
    /// The last instant that can be written (end of the year 9999).
    const LAST: i64 = 253_402_300_799_999;

    /// Milliseconds since 1970 in UTC; beyond the years 0 to 9999 the nearest end.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(if millis > Self::LAST {
            Self::LAST
        } else if millis < 0 {
            0
        } else {
            millis
        })
    }

    /// Milliseconds since 1970 in UTC.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// This many milliseconds later (or earlier).
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// The same instant for calendars.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = if self.0 % 1_000 == 0 {
            "%Y-%m-%dT%H:%M:%SZ"
        } else {
            "%Y-%m-%dT%H:%M:%S.%3fZ"
        };
        write!(f, "{}", self.timestamp().strftime(form))
    }
}

impl FromStr for Instant {
    type Err = NotAnInstant;

    fn from_str(text: &str) -> Result<Self, NotAnInstant> {
        let timestamp: Timestamp = text.parse().map_err(|_| NotAnInstant)?;
        let instant = Self::from_millis(timestamp.as_millisecond());
        if instant.to_string() == text {
            Ok(instant)
        } else {
            Err(NotAnInstant)
        }
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
