//! How long things may be, and the form of names.

use crate::refusal::Refusal;

/// Characters of a name or a title.
pub const NAME: usize = 300;
/// Characters of a short form, a label, a symbol.
pub const SHORT: usize = 60;
/// Characters of a purpose, a note, instructions.
pub const PROSE: usize = 5_000;
/// Characters of a reason, a wording, a statement.
pub const STATEMENT: usize = 20_000;
/// Attachments of one position.
pub const ATTACHMENTS: usize = 10;

/// Refuses what can't stand in an address.
pub(crate) fn short_name(name: &str) -> Result<(), Refusal> {
    let first = name.starts_with(|c: char| c.is_ascii_lowercase());
    let all = name
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    // Words that stand at the same place in addresses.
    let reserved = [
        "assets", "demo", "founding", "health", "new", "signin", "signout",
    ]
    .contains(&name);
    if first && all && !reserved && (2..=40).contains(&name.len()) {
        Ok(())
    } else {
        Err(Refusal::BadName {})
    }
}

pub(crate) fn zone(zone: &str) -> Result<(), Refusal> {
    let known = jiff::tz::TimeZone::get(zone).is_ok();
    if known {
        Ok(())
    } else {
        Err(Refusal::NoZone {
            zone: zone.to_owned(),
        })
    }
}
