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

/// Items of an agenda.
pub const AGENDA: usize = 60;
/// Papers of one meeting.
pub const PAPERS: usize = 500;
/// Corrections asked for of the minutes of one meeting.
pub const CORRECTIONS: usize = 500;
/// Owners of an action.
pub const OWNERS: usize = 30;
/// Themes of one thing, mandates of one decision, quotations of one meeting.
pub const LISTED: usize = 100;
/// Comments for the penholder alone in one return.
pub const PENHOLDER_COMMENTS: usize = 500;
/// Positions that are entered for one organisation on top of each other in one procedure.
pub const ENTERED: usize = 20;
/// Votes of one member.
pub const VOTES: u32 = 1_000;
/// Corrections of one text.
pub const TEXT_CORRECTIONS: usize = 100;
/// Languages of one text.
pub const LANGUAGES: usize = 50;
/// Holidays of a group's calendar.
pub const HOLIDAYS: usize = 500;
/// Kinds of texts in a group's list.
pub const KINDS: usize = 30;
/// Days between beginning and end of a meeting.
pub const MEETING_DAYS: i64 = 31;

/// Refuses what is no symbol: letters, digits, `/`, `.` and `-`.
pub(crate) fn symbol(symbol: &str) -> Result<(), Refusal> {
    let fits = (1..=SHORT).contains(&symbol.chars().count());
    let all = symbol
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-'));
    let words = symbol
        .split('/')
        .all(|word| !word.trim_matches('.').is_empty());
    if fits && all && words {
        Ok(())
    } else {
        Err(Refusal::BadSymbol {})
    }
}

/// Whether something can stand in an address as a short name.
#[must_use]
pub fn is_short_name(name: &str) -> bool {
    short_name(name).is_ok()
}

/// Refuses what can't stand in an address.
pub(crate) fn short_name(name: &str) -> Result<(), Refusal> {
    let first = name.starts_with(|c: char| c.is_ascii_lowercase());
    let all = name
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    // Words that stand at the same place in addresses.
    let reserved = [
        "assets",
        "coverage",
        "demo",
        "founding",
        "kinds",
        "health",
        "links",
        "new",
        "offices",
        "organisations",
        "seats",
        "signin",
        "signout",
        "templates",
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

/// Refuses what is no language tag (BCP 47): parts of letters and digits, the first of two or three small letters.
pub(crate) fn language(tag: &str) -> Result<(), Refusal> {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let first = (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase());
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    if first && parts.all(part) && tag.len() <= 35 {
        Ok(())
    } else {
        Err(Refusal::NoLanguage {
            language: tag.chars().take(40).collect(),
        })
    }
}
