//! What sources tell of the time before the system, or of elsewhere (8-acts, *History before the system*):
//! shown as recorded from a source, never as adopted here. What the source doesn't say is unknown.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::class::{Personal, Restricted};
use crate::id::Id;
use crate::known::Known;
use crate::parts::{AccountKind, Day, DecisionKind, MeetingLevel, OfficeKind};
use crate::state::State;

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    pub title: String,
    pub form: String,
    pub publisher: Known<String>,
    pub published: Known<Day>,
    pub entered: Day,
}

/// Where a recorded fact is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    pub source: Id,
    pub passage: Restricted<String>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// A meeting that a source tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeetingTold {
    pub slug: String,
    pub title: String,
    pub level: MeetingLevel,
    pub on: Day,
    pub place: Known<String>,
    pub ordinal: Known<u32>,
    pub attendance: Known<Vec<Id>>,
    pub cited: Cited,
    /// In the order of recording, as all that follows.
    pub accounts: Vec<Account>,
    pub quotations: Vec<Quotation>,
    pub papers: Vec<Paper>,
    pub decisions: Option<DecisionsTold>,
}

/// What a source tells in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    pub about: AccountKind,
    pub cited: Cited,
}

/// Somebody's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quotation {
    pub id: Id,
    pub organisation: Id,
    pub person: Id,
    pub words: Personal<String>,
    pub attribution: Personal<String>,
    pub source: Id,
    /// Number of the act, from 0.
    pub act: u64,
}

/// A document that a source names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paper {
    pub id: Id,
    pub title: String,
    pub dated: Known<String>,
    pub cited: Cited,
}

/// How many decisions a meeting took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionsTold {
    pub count: u32,
    pub kinds: Vec<DecisionKind>,
    pub cited: Cited,
}

/// Who held an office on a day, as a source says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeTold {
    pub office: OfficeKind,
    pub organisation: Id,
    pub on: Day,
    pub person: Id,
    pub function: Personal<String>,
    pub cited: Cited,
}

/// That an organisation took part on a day, as a source says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MembershipTold {
    pub organisation: Id,
    pub on: Day,
    pub category: Known<String>,
    pub cited: Cited,
}

/// All that is recorded from sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct History {
    pub sources: BTreeMap<Id, Source>,
    pub meetings: BTreeMap<Id, MeetingTold>,
    /// In the order of recording.
    pub offices: Vec<OfficeTold>,
    /// In the order of recording, which is the order of the source.
    pub memberships: Vec<MembershipTold>,
}

impl State {
    /// Days of which sources say who took part, oldest first.
    #[must_use]
    pub fn days_told(&self) -> Vec<Day> {
        let mut days: Vec<_> = self.history.memberships.iter().map(|m| m.on).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}
