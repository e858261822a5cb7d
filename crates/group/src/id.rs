//! Ids: ULIDs that arrive inside commands. Things are named by id, never by title.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ulid::Ulid;

use crate::instant::Instant;

/// The id of a thing, a command or an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Ulid);

/// A text that is no ULID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id has 26 characters of Crockford's base 32")]
pub struct NotAnId;

impl Id {
    /// A ULID of an instant and 80 random bits (the upper 48 of `random` are ignored).
    #[must_use]
    pub fn from_parts(at: Instant, random: u128) -> Self {
        Self(Ulid::from_parts(
            u64::try_from(at.as_millis()).unwrap_or(0),
            random,
        ))
    }

    /// An id of the same instant with other bits (the upper 48 are ignored).
    #[must_use]
    pub fn derived(self, bits: u128) -> Self {
        Self(Ulid::from_parts(self.0.timestamp_ms(), bits))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let ulid = Ulid::from_string(text).map_err(|_| NotAnId)?;
        // One thing has one name: a lower-case or overflowing spelling is refused.
        if ulid.to_string() == text {
            Ok(Self(ulid))
        } else {
            Err(NotAnId)
        }
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
