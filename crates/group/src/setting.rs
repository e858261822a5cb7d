//! The group's rules that can be set, each with the default of 5-procedures.
//!
//! Settings of procedures that have an issue of their own stand here with their defaults, so that what
//! a group records now is still read then.

use serde::{Deserialize, Serialize};

/// One rule set to a value: what `rule.set` records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "setting", content = "value")]
pub enum Setting {
    /// Where a deadline may fall.
    #[serde(rename = "deadlines")]
    Deadlines(Deadlines),
    /// Whether the service may confirm a closed procedure itself. Default: no, the chair does (rule 3).
    #[serde(rename = "silence.automatic_adoption")]
    AutomaticAdoption(bool),
    /// Shortest length of a restarted procedure, in full working days. Default 1 (rule 5).
    #[serde(rename = "silence.restart_minimum_days")]
    RestartMinimumDays(u32),
    /// Shortest length of a procedure, in working days. Default 3 (rule 2).
    #[serde(rename = "silence.minimum_days")]
    MinimumDays(u32),
    /// Usual length at working level, in working days. Default 5 (rule 2).
    #[serde(rename = "silence.usual_days")]
    UsualDays(u32),
    /// Usual length among heads, in working days. Default 10 (rule 2).
    #[serde(rename = "silence.usual_days_heads")]
    UsualDaysHeads(u32),
    /// How many witnesses must have cosigned before an outcome is final; 0 is off, the default.
    #[serde(rename = "closing.quorum")]
    ClosingQuorum(u32),
    /// Whether publishing needs a second person. Default: no, until sign-in of its own comes.
    #[serde(rename = "publishing.two")]
    PublishingTwo(bool),
    /// Whether adopting and publishing need a fresh sign-in. Default: no, until sign-in comes.
    #[serde(rename = "step_up")]
    StepUp(bool),
}

/// Where a deadline may fall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadlines {
    /// Between 10:00 and 17:00 on a working day of the group's seat (rule 2).
    #[default]
    WorkingHours,
    /// At any instant, and procedures of any length: groups that practise.
    AnyInstant,
}

/// All rules as they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    pub deadlines: Deadlines,
    pub automatic_adoption: bool,
    pub restart_minimum_days: u32,
    pub minimum_days: u32,
    pub usual_days: u32,
    pub usual_days_heads: u32,
    pub closing_quorum: u32,
    pub publishing_two: bool,
    pub step_up: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            deadlines: Deadlines::WorkingHours,
            automatic_adoption: false,
            restart_minimum_days: 1,
            minimum_days: 3,
            usual_days: 5,
            usual_days_heads: 10,
            closing_quorum: 0,
            publishing_two: false,
            step_up: false,
        }
    }
}

impl Settings {
    /// Sets one rule.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Deadlines(value) => self.deadlines = value,
            Setting::AutomaticAdoption(value) => self.automatic_adoption = value,
            Setting::RestartMinimumDays(value) => self.restart_minimum_days = value,
            Setting::MinimumDays(value) => self.minimum_days = value,
            Setting::UsualDays(value) => self.usual_days = value,
            Setting::UsualDaysHeads(value) => self.usual_days_heads = value,
            Setting::ClosingQuorum(value) => self.closing_quorum = value,
            Setting::PublishingTwo(value) => self.publishing_two = value,
            Setting::StepUp(value) => self.step_up = value,
        }
    }
}
