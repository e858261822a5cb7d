//! What sources tell, of a fictional meeting of the practice group.

use super::pieces::{bca, fdw, isv, long_words, orgs};
use crate::frame::{Place, Shell};
use crate::mandates::{Mandate, Mandates};
use crate::meetings::{Counted, Importance, Level, Meeting, MeetingRow, Meetings, Paper};
use crate::organisation::Hat;
use crate::samples::visitor;
use crate::themes::{Theme, ThemeRow, Themes};
use crate::told::{Quote, Source};

/// The frame of a group that is made from a source.
pub fn from_source() -> Shell {
    let mut shell = visitor();
    shell.demo = None;
    if let Some(group) = &mut shell.group {
        group.abbreviation = "PGWS".into();
        group.notice = Some("Demonstration made from a public note of 1 April 2019. Not a site of any organisation named here.".into());
        group.places = vec![
            Place::Meetings,
            Place::Themes,
            Place::Mandates,
            Place::Decisions,
        ];
    }
    shell
}

pub(super) fn source() -> Source {
    Source {
        title: "Heads of sea organisations meet for the first time".into(),
        form: "note".into(),
        publisher: None,
        published: None,
        entered: "4 May 2026".into(),
    }
}

pub(super) fn meeting_row() -> MeetingRow {
    MeetingRow {
        slug: "first-heads".into(),
        title: "Heads of sea organisations meet for the first time".into(),
        level: Level::Heads,
        ordinal: Some(1),
        on: "1 April 2019".into(),
        place: Some("Port Larkspur".into()),
        recorded: true,
    }
}

pub(super) fn counted() -> Counted {
    Counted {
        count: 4,
        kinds: vec![Importance::Strategic, Importance::Procedural],
        passage: "4 decisions of strategic and procedural importance were adopted.".into(),
    }
}

fn themes() -> Vec<(String, String)> {
    ["wages", "rest at sea", "recruitment"]
        .map(|name| (name.replace(' ', "-"), name.to_owned()))
        .to_vec()
}

impl Meetings {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let long = MeetingRow {
            title: long_words(),
            level: Level::WorkingLevel,
            ordinal: None,
            place: None,
            recorded: false,
            ..meeting_row()
        };
        vec![
            ("empty", Self::default()),
            (
                "full",
                Self {
                    rows: vec![meeting_row()],
                },
            ),
            (
                "long",
                Self {
                    rows: vec![long, meeting_row()],
                },
            ),
        ]
    }
}

impl Meeting {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let bare = Self {
            title: meeting_row().title,
            on: meeting_row().on,
            source: source(),
            act: 7,
            ..Self::default()
        };
        let full = Self {
            ordinal: Some(1),
            place: Some("Port Larkspur".into()),
            met: "On 1 April 2019, heads of sea organisations met for the first time.".into(),
            offices: vec![
                (Hat::Coordinator, isv(), "Odile Marrow".into()),
                (Hat::Chair, bca(), "Tamsin Reed".into()),
            ],
            significance: vec!["It was a significant occasion.".into()],
            outcomes: vec!["The meeting confirmed that it will speak with one voice.".into()],
            decisions: Some(counted()),
            quotations: vec![Quote {
                words: "We shall meet again".into(),
                attribution: "Tamsin Reed, Director, BCA, and Chair".into(),
            }],
            themes: themes(),
            themes_said: "Members wish to look into wages, rest at sea and recruitment.".into(),
            composition: vec!["The group is made up of the following organizations.".into()],
            members: orgs(),
            papers: vec![Paper {
                title: "An overview of the first year".into(),
                dated: Some("March 2019".into()),
                passage: "Members reflected on the overview.".into(),
            }],
            ..bare.clone()
        };
        let long = Self {
            title: long_words(),
            met: long_words(),
            attendance: Some(vec![isv(), fdw()]),
            ordinal: Some(12),
            source: Source {
                publisher: Some("A press office".into()),
                published: Some("2 April 2019".into()),
                ..source()
            },
            ..full.clone()
        };
        vec![("bare", bare), ("full", full), ("long", long)]
    }
}

impl Themes {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let rows = themes()
            .into_iter()
            .map(|(slug, name)| ThemeRow {
                slug,
                name,
                since: "1 April 2019".into(),
            })
            .collect();
        vec![("empty", Self::default()), ("full", Self { rows })]
    }
}

impl Theme {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            name: "rest at sea".into(),
            since: "1 April 2019".into(),
            meeting: Some((meeting_row().slug, meeting_row().title)),
            passage: "Members wish to look into wages, rest at sea and recruitment.".into(),
            others: themes(),
            source: source(),
            act: 9,
        };
        let alone = Self {
            name: long_words(),
            meeting: None,
            others: Vec::new(),
            source: Source {
                published: Some("2 April 2019".into()),
                ..source()
            },
            ..full.clone()
        };
        vec![("full", full), ("alone", alone)]
    }
}

impl Mandates {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let unknown = Mandate {
            body: "Assembly of Ports".into(),
            instrument: None,
            on: None,
            asks: "to coordinate".into(),
            passage: "It is mandated by the Assembly of Ports to coordinate.".into(),
            source: source(),
            act: 3,
        };
        let known = Mandate {
            instrument: Some("Resolution 12".into()),
            on: Some("3 March 2018".into()),
            source: Source {
                publisher: Some("A press office".into()),
                ..source()
            },
            ..unknown.clone()
        };
        vec![
            ("empty", Self::default()),
            (
                "full",
                Self {
                    rows: vec![unknown, known],
                },
            ),
        ]
    }
}
