//! The demonstration's clock: the machine's, set ahead by an offset that the data folder keeps.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use group::Instant;
use jiff::{SignedDuration, Timestamp};
use office::Clock;
use store::Store;

use crate::edge;

/// The setting of the data folder that holds the offset in milliseconds.
const OFFSET: &str = "demo.clock_offset_ms";

/// A clock that runs as the machine's does, some way from it.
pub(crate) struct DemoClock {
    offset: AtomicI64,
    store: Arc<dyn Store>,
}

impl DemoClock {
    /// The clock as the data folder left it.
    ///
    /// # Errors
    /// When the setting can't be read.
    pub(crate) fn from_store(store: Arc<dyn Store>) -> Result<Self, store::ReadError> {
        let offset = store
            .setting(None, OFFSET)?
            .and_then(|text| text.parse().ok())
            .unwrap_or(0);
        Ok(Self {
            offset: AtomicI64::new(offset),
            store,
        })
    }

    /// Sets the clock, and keeps it in the data folder.
    ///
    /// # Errors
    /// When the setting can't be written; the clock is then as it was.
    pub(crate) fn set(&self, to: Instant) -> Result<(), store::WriteError> {
        let offset = to.as_millis() - edge::machine_time().as_millis();
        self.store.put_setting(None, OFFSET, &offset.to_string())?;
        self.offset.store(offset, Ordering::SeqCst);
        Ok(())
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Instant {
        let offset = self.offset.load(Ordering::SeqCst);
        Instant::from_millis(edge::machine_time().as_millis() + offset)
    }

    fn machine(&self) -> Instant {
        edge::machine_time()
    }
}

impl web::DemoClock for DemoClock {
    fn set_ahead(&self, to: Instant) -> Result<(), String> {
        self.set(to.max(self.now()))
            .map_err(|error| error.to_string())
    }
}

/// Reads `--at`: an instant (RFC 3339) or `+` and a number with `d`, `h`, `m` or `s` ahead of `now`.
///
/// # Errors
/// A sentence that says what would be understood.
pub(crate) fn read_at(text: &str, now: Instant) -> Result<Instant, String> {
    let told = || {
        format!(
            "--at {text} is neither an instant as 2026-12-01T09:00:00Z nor a duration as +3d, +12h, +30m or +10s"
        )
    };
    if let Some(ahead) = text.strip_prefix('+') {
        let unit = ahead.chars().last().ok_or_else(told)?;
        let number: i64 = ahead[..ahead.len() - unit.len_utf8()]
            .parse()
            .map_err(|_| told())?;
        let seconds = match unit {
            'd' => 86_400,
            'h' => 3_600,
            'm' => 60,
            's' => 1,
            _ => return Err(told()),
        };
        let far = number
            .checked_mul(seconds * 1_000)
            .filter(|ms| (0..=MOST_AHEAD_MS).contains(ms));
        return far
            .map(|ms| Instant::from_millis(now.as_millis() + ms))
            .ok_or_else(told);
    }
    let instant: Timestamp = text.parse().map_err(|_| told())?;
    let ahead = instant.duration_since(Timestamp::UNIX_EPOCH);
    if ahead < SignedDuration::ZERO || ahead.as_millis() > i128::from(i64::MAX) {
        return Err(told());
    }
    Ok(Instant::from_millis(instant.as_millisecond()))
}

/// A hundred years: further ahead nobody practises.
const MOST_AHEAD_MS: i64 = 100 * 366 * 86_400 * 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let now: Instant = "2026-05-04T10:00:00Z".parse().unwrap();
        let read = read_at(text, now).ok().map(|instant| instant.to_string());
        assert_eq!(read.as_deref(), expect, "{text}");
    }

    #[test]
    fn instants_and_durations_are_read() {
        check("+3d", Some("2026-05-07T10:00:00Z"));
        check("+12h", Some("2026-05-04T22:00:00Z"));
        check("+30m", Some("2026-05-04T10:30:00Z"));
        check("+10s", Some("2026-05-04T10:00:10Z"));
        check("2026-12-01T09:00:00Z", Some("2026-12-01T09:00:00Z"));
        check(
            "2026-12-01T09:00:00.250+01:00",
            Some("2026-12-01T08:00:00.250Z"),
        );
    }

    #[test]
    fn what_is_no_instant_is_told() {
        for text in [
            "",
            "+",
            "3d",
            "+3",
            "+d",
            "+3w",
            "+-3d",
            "+99999999999d",
            "tomorrow",
            "2026-12-01",
            "+3é",
        ] {
            check(text, None);
        }
    }
}
