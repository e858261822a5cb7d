//! Themes, who works on them and what carries them; mandates and the purpose.

use serde::Serialize;

use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::known::Known;
use crate::parts::{Day, Work};
use crate::state::{Cited, State};

/// What the group is for, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Purpose {
    pub words: String,
    pub approaches: Vec<String>,
    pub since: Known<Day>,
    pub source: Option<Id>,
    pub passage: Restricted<String>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// Who asked the group to do what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mandate {
    pub body: String,
    pub instrument: Known<String>,
    pub on: Known<Day>,
    pub asks: String,
    /// The source, where it is recorded from one.
    pub cited: Option<Cited>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// A subject to which the group turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    pub slug: String,
    pub name: String,
    pub since: Day,
    /// The last day; `None`: still.
    pub until: Option<Day>,
    /// The meeting at which it was named.
    pub meeting: Option<Id>,
    /// The group's order: that of recording.
    pub order: usize,
    /// The source, where it is recorded from one.
    pub cited: Option<Cited>,
    /// Number of the act, from 0.
    pub act: u64,
}

/// That two themes bear on each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThemeLink {
    pub first: Id,
    pub second: Id,
    pub said_by: Id,
    pub words: String,
    pub on: Day,
}

/// What an organisation works on, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    pub since: Day,
    pub works_on: Vec<Work>,
    pub words: Option<String>,
    pub stated: Instant,
    /// Who stated it: the organisation itself, or the secretariat for it.
    pub by: Option<Id>,
    /// Number of the act, from 0.
    pub act: u64,
}

impl State {
    /// What the group is for now, as it was set last.
    #[must_use]
    pub fn purpose(&self) -> Option<&Purpose> {
        self.purposes.last()
    }

    /// The theme of this short name.
    #[must_use]
    pub fn theme_named(&self, slug: &str) -> Option<(Id, &Theme)> {
        let found = self.themes.iter().find(|(_, theme)| theme.slug == slug)?;
        Some((*found.0, found.1))
    }

    /// What an organisation stated of itself as of a day.
    #[must_use]
    pub fn profile(&self, organisation: Id, on: Day) -> Option<&Profile> {
        let stated = self.profiles.get(&organisation)?;
        stated.iter().rev().find(|profile| profile.since <= on)
    }

    /// The themes that a text, a decision or an action carries.
    #[must_use]
    pub fn themes_of(&self, thing: Id) -> &[Id] {
        self.tags.get(&thing).map_or(&[], Vec::as_slice)
    }
}
