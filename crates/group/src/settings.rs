//! Every rule is a setting of the group (5-procedures). A setting that was never set has its default.

use std::collections::BTreeMap;

use crate::limits;
use crate::parts::SettingValue;

/// The shortest silence procedure, in hours (UN General Assembly decision 74/544: at least 72).
pub const SILENCE_MINIMUM_HOURS: &str = "silence.minimum_hours";
/// The shortest restarted procedure, in hours (rule 5: one full working day).
pub const SILENCE_RESTART_MINIMUM_HOURS: &str = "silence.restart_minimum_hours";
/// Whether adoption follows the deadline without the chair (rule 3).
pub const SILENCE_AUTOMATIC_ADOPTION: &str = "silence.automatic_adoption";
/// How many witnesses must have cosigned before an outcome is final; 0: none (4-record).
pub const CLOSING_QUORUM: &str = "closing.quorum";
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

/// Names and defaults of all settings; no other can be set.
pub static DEFAULTS: [(&str, SettingValue); 12] = [
    (CLOSING_QUORUM, SettingValue::Number(0)),
    (DEADLINE_ANY_INSTANT, SettingValue::Switch(false)),
    (MEETING_ATTACH_DAYS, SettingValue::Number(5)),
    (MEETING_CARRY_OVER, SettingValue::Switch(true)),
    (MEETING_QUORUM, SettingValue::Number(0)),
    (MEETING_QUORUM_PERCENT, SettingValue::Number(0)),
    (MINUTES_CORRECTION_DAYS, SettingValue::Number(10)),
    (PAPERS_PREFIX, SettingValue::Word(String::new())),
    (PUBLISHING_TWO, SettingValue::Switch(false)),
    (SILENCE_AUTOMATIC_ADOPTION, SettingValue::Switch(false)),
    (SILENCE_MINIMUM_HOURS, SettingValue::Number(72)),
    (SILENCE_RESTART_MINIMUM_HOURS, SettingValue::Number(24)),
];

/// Settings whose other values come with an issue of their own: until then only the default is taken.
pub const FIXED: [&str; 3] = [CLOSING_QUORUM, PUBLISHING_TWO, SILENCE_AUTOMATIC_ADOPTION];

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
        (SettingValue::Word(_), SettingValue::Word(word)) => {
            word.is_empty() || limits::symbol(word).is_ok()
        }
        (SettingValue::Number(_), SettingValue::Number(number)) => {
            let most = match name {
                MEETING_QUORUM_PERCENT => 100,
                MEETING_ATTACH_DAYS | MINUTES_CORRECTION_DAYS => 366,
                _ => 24 * 366,
            };
            (0..=most).contains(number)
        }
        _ => false,
    }
}
