//! Time and randomness as parameters of the running group.

use group::{Id, Instant};

/// Where the office reads the time. The binary gives the machine's clock, the demonstration one that
/// can be set ahead, a test one that stands still.
pub trait Clock: Send + Sync {
    /// The present instant of the group, to the millisecond.
    fn now(&self) -> Instant;

    /// The machine's own time, by which sessions and links end: the demonstration sets the group's
    /// clock ahead, and nobody is signed out by it.
    fn machine(&self) -> Instant {
        self.now()
    }
}

/// Where the office draws random bytes: salts, nonces, ids of files, secrets of links.
pub trait Dice: Send + Sync {
    /// Fills the whole slice with fresh random bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// 32 fresh random bytes.
pub(crate) fn thirty_two(dice: &dyn Dice) -> [u8; 32] {
    let mut bytes = [0; 32];
    dice.fill(&mut bytes);
    bytes
}

/// A fresh id: a ULID of this instant.
pub fn fresh_id(now: Instant, dice: &dyn Dice) -> Id {
    let mut bytes = [0; 16];
    dice.fill(&mut bytes);
    Id::from_parts(now, u128::from_be_bytes(bytes))
}
