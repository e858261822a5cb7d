//! Every rule is a setting of the group (5-procedures). A setting that was never set has its default.

use std::collections::BTreeMap;

use crate::limits;
use crate::parts::{Majority, SettingValue};

/// The shortest silence procedure, in working days (rule 2).
pub const SILENCE_MINIMUM_DAYS: &str = "silence.minimum_days";
/// The shortest silence procedure, in hours, beside its days; 0: the days alone. A group that counts as the UN
/// General Assembly does (decision 74/544: at least 72 hours) sets this one and no days.
pub const SILENCE_MINIMUM_HOURS: &str = "silence.minimum_hours";
/// The shortest restarted procedure, in working days (rule 5: one full working day).
pub const SILENCE_RESTART_MINIMUM_DAYS: &str = "silence.restart_minimum_days";
/// The shortest restarted procedure, in hours, beside its days; 0: the days alone.
pub const SILENCE_RESTART_MINIMUM_HOURS: &str = "silence.restart_minimum_hours";
/// Working days that the form proposes for a procedure at working level (rule 2).
pub const SILENCE_DAYS: &str = "silence.days";
/// Working days that the form proposes where heads are asked (rule 2; CEB: 30 days; here 10).
pub const SILENCE_DAYS_HEADS: &str = "silence.days_heads";
/// Whether adoption follows the deadline without the chair (rule 3).
pub const SILENCE_AUTOMATIC_ADOPTION: &str = "silence.automatic_adoption";
/// How many witnesses must have cosigned before an outcome is final; 0: none (4-record).
pub const CLOSING_QUORUM: &str = "closing.quorum";
/// The hour of the seat from which on a deadline of silence may fall (rule 2).
pub const DEADLINE_FROM_HOUR: &str = "deadline.from_hour";
/// The hour of the seat until which a deadline of silence may fall (rule 2).
pub const DEADLINE_TO_HOUR: &str = "deadline.to_hour";
/// Whether a deadline may fall on any instant, not only on working hours (rule 2).
pub const DEADLINE_ANY_INSTANT: &str = "deadline.any_instant";
/// Whether publishing needs two persons (7-security; on by default from the sign-in issue).
pub const PUBLISHING_TWO: &str = "publishing.two";

/// Days in which a member may attach a reservation or statement to a decision of a meeting.
pub const MEETING_ATTACH_DAYS: &str = "meeting.attach_days";
/// Whether the open actions stand on each agenda.
pub const MEETING_CARRY_OVER: &str = "meeting.carry_over";
/// Days for corrections of minutes, as the form proposes them.
pub const MINUTES_CORRECTION_DAYS: &str = "minutes.correction_days";
/// How many members with the right to object must be there for a decision; 0: no such number.
pub const MEETING_QUORUM: &str = "meeting.quorum";
/// Which share of them, in percent; 0: none.
pub const MEETING_QUORUM_PERCENT: &str = "meeting.quorum_percent";
/// The first part of the symbols of papers; empty: the group's short name in capitals.
pub const PAPERS_PREFIX: &str = "papers.prefix";

/// Whole working days in which anybody may say that an editorial correction is of substance.
pub const CORRECTION_DAYS: &str = "correction.days";
/// Working days before a deadline from which on those asked are reminded of it; 0: they are not.
pub const REMINDER_DAYS: &str = "reminder.days";
/// Whether the group decides by vote at all: by default it agrees, and doesn't count.
pub const VOTE_ALLOWED: &str = "vote.allowed";
/// The majority that a vote needs: a word of [`Majority`]; empty: the simple one.
pub const VOTE_MAJORITY: &str = "vote.majority";
/// How many organisations must take part in a vote; 0: no such number.
pub const VOTE_QUORUM: &str = "vote.quorum";
/// Which share of the electorate, in percent; 0: none.
pub const VOTE_QUORUM_PERCENT: &str = "vote.quorum_percent";
/// The shortest vote in writing, in working days.
pub const VOTE_MINIMUM_DAYS: &str = "vote.minimum_days";
/// Working days that the form proposes for a vote in writing.
pub const VOTE_DAYS: &str = "vote.days";

/// Names and defaults of all settings; no other can be set.
pub static DEFAULTS: [(&str, SettingValue); 26] = [
    (CLOSING_QUORUM, SettingValue::Number(0)),
    (CORRECTION_DAYS, SettingValue::Number(5)),
    (DEADLINE_ANY_INSTANT, SettingValue::Switch(false)),
    (DEADLINE_FROM_HOUR, SettingValue::Number(10)),
    (DEADLINE_TO_HOUR, SettingValue::Number(17)),
    (MEETING_ATTACH_DAYS, SettingValue::Number(5)),
    (MEETING_CARRY_OVER, SettingValue::Switch(true)),
    (MEETING_QUORUM, SettingValue::Number(0)),
    (MEETING_QUORUM_PERCENT, SettingValue::Number(0)),
    (MINUTES_CORRECTION_DAYS, SettingValue::Number(10)),
    (PAPERS_PREFIX, SettingValue::Word(String::new())),
    (PUBLISHING_TWO, SettingValue::Switch(false)),
    (REMINDER_DAYS, SettingValue::Number(1)),
    (SILENCE_AUTOMATIC_ADOPTION, SettingValue::Switch(false)),
    (SILENCE_DAYS, SettingValue::Number(5)),
    (SILENCE_DAYS_HEADS, SettingValue::Number(10)),
    (SILENCE_MINIMUM_DAYS, SettingValue::Number(3)),
    (SILENCE_MINIMUM_HOURS, SettingValue::Number(0)),
    (SILENCE_RESTART_MINIMUM_DAYS, SettingValue::Number(1)),
    (SILENCE_RESTART_MINIMUM_HOURS, SettingValue::Number(0)),
    (VOTE_ALLOWED, SettingValue::Switch(false)),
    (VOTE_DAYS, SettingValue::Number(5)),
    (VOTE_MAJORITY, SettingValue::Word(String::new())),
    (VOTE_MINIMUM_DAYS, SettingValue::Number(3)),
    (VOTE_QUORUM, SettingValue::Number(0)),
    (VOTE_QUORUM_PERCENT, SettingValue::Number(50)),
];

/// Settings whose other values come with an issue of their own: until then only the default is taken.
pub const FIXED: [&str; 2] = [CLOSING_QUORUM, PUBLISHING_TWO];

/// The value of a setting: as set, or its default.
#[must_use]
pub fn value(set: &BTreeMap<String, SettingValue>, name: &str) -> Option<SettingValue> {
    let default = || {
        DEFAULTS
            .iter()
            .find(|(each, _)| *each == name)
            .map(|(_, value)| value.clone())
    };
    set.get(name).cloned().or_else(default)
}

pub(crate) fn number(set: &BTreeMap<String, SettingValue>, name: &str) -> i64 {
    match value(set, name) {
        Some(SettingValue::Number(number)) => number,
        _ => 0,
    }
}

pub(crate) fn switch(set: &BTreeMap<String, SettingValue>, name: &str) -> bool {
    matches!(value(set, name), Some(SettingValue::Switch(true)))
}

/// Whether a value is of the setting's type, and one that this version can live by.
pub(crate) fn takes(name: &str, value: &SettingValue) -> bool {
    let Some((_, default)) = DEFAULTS.iter().find(|(each, _)| *each == name) else {
        return false;
    };
    if FIXED.contains(&name) {
        return value == default;
    }
    match (default, value) {
        (SettingValue::Switch(_), SettingValue::Switch(_)) => true,
        (SettingValue::Word(_), SettingValue::Word(word)) if name == VOTE_MAJORITY => {
            word.is_empty() || Majority::of(word).is_some()
        }
        (SettingValue::Word(_), SettingValue::Word(word)) => {
            word.is_empty() || limits::symbol(word).is_ok()
        }
        (SettingValue::Number(_), SettingValue::Number(number)) => {
            let most = match name {
                DEADLINE_FROM_HOUR | DEADLINE_TO_HOUR => 24,
                MEETING_QUORUM_PERCENT | VOTE_QUORUM_PERCENT => 100,
                MEETING_ATTACH_DAYS
                | CORRECTION_DAYS
                | MINUTES_CORRECTION_DAYS
                | REMINDER_DAYS
                | SILENCE_DAYS
                | SILENCE_DAYS_HEADS
                | SILENCE_MINIMUM_DAYS
                | SILENCE_RESTART_MINIMUM_DAYS
                | VOTE_DAYS
                | VOTE_MINIMUM_DAYS => 366,
                _ => 24 * 366,
            };
            (0..=most).contains(number)
        }
        _ => false,
    }
}
