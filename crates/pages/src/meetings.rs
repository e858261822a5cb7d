//! `/GROUP/meetings`: what is coming and what was, and the words that all pages of meetings share.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::when::Civil;
use crate::words::Words;

/// Meetings of the group: its own, and those that a source tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    /// Called and not yet closed, soonest first; for visitors empty.
    pub coming: Vec<MeetingRow>,
    /// Closed, cancelled, or told by a source, newest first.
    pub past: Vec<MeetingRow>,
    /// The reader belongs to the group; visitors see only notes that are issued, and sources.
    pub inside: bool,
    /// The reader may call a meeting.
    pub call: bool,
}

/// A meeting in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingRow {
    pub slug: String,
    pub title: String,
    pub level: Level,
    pub ordinal: Option<u32>,
    /// When it is held, in words: of the group's own meetings as [`span`] says it.
    pub on: String,
    /// "in 17 days", for those that are coming.
    pub relative: Option<String>,
    pub place: Option<String>,
    /// Where it stands; `None` for visitors and where a source tells of it.
    pub stage: Option<Stage>,
    /// Recorded from a source.
    pub recorded: bool,
}

/// Who meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    #[default]
    Heads,
    WorkingLevel,
}

/// Where a meeting of the group's own stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    #[default]
    Called,
    AgendaProposed,
    InSession,
    /// Closed; its minutes are not circulated yet.
    Closed,
    MinutesCirculated,
    MinutesApproved,
    Cancelled,
}

/// Decisions of a meeting, of which the number is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub count: u32,
    pub kinds: Vec<Importance>,
    /// In the words of the source; empty for the group's own meetings.
    pub passage: String,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Importance {
    Strategic,
    Procedural,
}

/// "Thursday 21 May 2026, 10:00 to 13:00 (Lisbon)": from begin to end, both in the zone of the seat.
pub fn span(words: &Words, begins: &Civil, ends: &Civil) -> String {
    let clock = |at: &Civil| format!("{:02}:{:02}", at.hour, at.minute);
    let same = (begins.year, begins.month, begins.day) == (ends.year, ends.month, ends.day);
    let until = if same {
        clock(ends)
    } else {
        words.f(
            "meets-day-time",
            &[
                ("day", words.day(ends).into()),
                ("time", clock(ends).into()),
            ],
        )
    };
    words.f(
        "meets-span",
        &[
            ("day", words.day(begins).into()),
            ("from", clock(begins).into()),
            ("until", until.into()),
            ("zone", begins.zone.as_str().into()),
        ],
    )
}

impl Level {
    /// Every level, as forms offer them.
    pub const ALL: [Self; 2] = [Self::WorkingLevel, Self::Heads];

    /// The value in forms: `working_level`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::WorkingLevel => "working_level",
        }
    }

    /// The level behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.value() == value)
    }

    /// "Heads of organisations".
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Heads => "level-heads",
            Self::WorkingLevel => "level-working",
        })
    }

    /// "Heads of organisations, first in the series".
    pub(crate) fn in_series(self, words: &Words, ordinal: Option<u32>) -> String {
        let level = self.words(words);
        match ordinal {
            Some(n) => words.f(
                "level-in-series",
                &[("level", level.into()), ("n", n.into())],
            ),
            None => level.to_owned(),
        }
    }
}

impl Stage {
    /// "minutes circulated".
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Called => "meets-called",
            Self::AgendaProposed => "meets-agenda-proposed",
            Self::InSession => "meets-in-session",
            Self::Closed => "meets-closed",
            Self::MinutesCirculated => "meets-minutes-circulated",
            Self::MinutesApproved => "meets-minutes-approved",
            Self::Cancelled => "meets-cancelled",
        })
    }
}

impl Importance {
    /// Both, as forms offer them.
    pub const ALL: [Self; 2] = [Self::Strategic, Self::Procedural];

    /// The value in forms: `strategic`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Strategic => "strategic",
            Self::Procedural => "procedural",
        }
    }

    /// The kind behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == value)
    }

    /// "strategic", within a sentence.
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Strategic => "importance-strategic",
            Self::Procedural => "importance-procedural",
        })
    }
}

impl Counted {
    /// "10 decisions, of strategic and procedural importance".
    pub(crate) fn line(&self, words: &Words) -> String {
        let kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.words(words)).collect();
        words.f(
            "counted-decisions",
            &[
                ("n", self.count.into()),
                ("kinds", words.list(&kinds).into()),
            ],
        )
    }
}

impl View for Meetings {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-meetings").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-meetings")) }
            @if self.call { p.invite { a.btn href=(cx.group("meetings/new")) { (words.t("meets-call")) } } }
            @if self.inside {
                h2 { (words.t("meets-coming")) }
                @if self.coming.is_empty() { p.empty { (words.t(if self.call { "meets-none-coming-call" } else { "meets-none-coming" })) } }
                @else { ul.rows { @for row in &self.coming { (row.show(cx)) } } }
                @if !self.past.is_empty() { h2 { (words.t("meets-past")) } }
            } @else if self.past.is_empty() { p.empty { (words.t("meetings-empty")) } }
            @if !self.past.is_empty() { ul.rows { @for row in &self.past { (row.show(cx)) } } }
        }
    }
}

impl MeetingRow {
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            li.row {
                div {
                    a.t href=(cx.group(&format!("meetings/{}", self.slug))) dir="auto" { (self.title) }
                    div.m {
                        (self.level.in_series(words, self.ordinal))
                        @if self.recorded { " · " (words.t("told-from-source")) }
                        @else if let Some(stage) = self.stage { " · " (stage.words(words)) }
                    }
                }
                div.w {
                    @if let Some(relative) = &self.relative { div.when { (relative) } }
                    div.m {
                        (self.on)
                        // The span of an own meeting ends with its zone, often the same town.
                        @if let Some(place) = &self.place { (if self.stage.is_some() { " · " } else { ", " }) bdi { (place) } }
                    }
                }
            }
        }
    }
}
