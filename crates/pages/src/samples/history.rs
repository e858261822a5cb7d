//! What sources tell, of a fictional meeting of the practice group.

use super::pieces::{command, fdw, isv, long_words};
use super::work::{action, choices};
use crate::frame::{Place, Shell};
use crate::mandates::{Mandate, Mandates, Purpose, RecordMandate, SetPurpose};
use crate::meetings::{Counted, Importance, Level, MeetingRow};
use crate::organisation::Org;
use crate::samples::visitor;
use crate::themes::{LinkTheme, Linked, OpenTheme, Theme, ThemeRow, Themes, WhoWorks};
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
        ..MeetingRow::default()
    }
}

pub(super) fn counted() -> Counted {
    Counted {
        count: 4,
        kinds: vec![Importance::Strategic, Importance::Procedural],
        passage: "4 decisions of strategic and procedural importance were adopted.".into(),
    }
}

pub(super) fn themes() -> Vec<(String, String)> {
    ["wages", "rest at sea", "recruitment"]
        .map(|name| (name.replace(' ', "-"), name.to_owned()))
        .to_vec()
}

impl Themes {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let rows: Vec<_> = themes()
            .into_iter()
            .map(|(slug, name)| ThemeRow {
                slug,
                name,
                since: "1 April 2019".into(),
                until: None,
                recorded: true,
            })
            .collect();
        let mut own = rows.clone();
        for row in &mut own {
            row.recorded = false;
        }
        own[2].until = Some("4 May 2026".into());
        let open = OpenTheme {
            form: command(),
            ..OpenTheme::default()
        };
        let refused = OpenTheme {
            form: command().refused("slug", "“wages” is taken; choose another short name."),
            name: "Wages on board".into(),
            slug: "wages".into(),
        };
        let with = |open| Self {
            rows: own.clone(),
            coverage: true,
            open: Some(open),
        };
        vec![
            ("empty", Self::default()),
            (
                "empty-secretariat",
                Self {
                    open: Some(open.clone()),
                    ..Self::default()
                },
            ),
            (
                "full",
                Self {
                    rows,
                    ..Self::default()
                },
            ),
            ("secretariat", with(open)),
            ("refused", with(refused)),
        ]
    }
}

impl Theme {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            name: "rest at sea".into(),
            since: "1 April 2019".into(),
            meeting: Some(("first-heads".into(), source().title)),
            passage: "Members wish to look into wages, rest at sea and recruitment.".into(),
            others: themes(),
            source: Some(source()),
            act: 9,
            ..Self::default()
        };
        let alone = Self {
            name: long_words(),
            meeting: None,
            others: Vec::new(),
            source: Some(Source {
                published: Some("2 April 2019".into()),
                ..source()
            }),
            ..full.clone()
        };
        let empty = Self {
            slug: "rest-at-sea".into(),
            name: "rest at sea".into(),
            since: "3 March 2026".into(),
            act: 40,
            ..Self::default()
        };
        let who = |organisation: Org| WhoWorks {
            slug: organisation.short.to_lowercase(),
            organisation,
            approaches: vec!["prevention".into(), "inspection".into()],
        };
        let own = Self {
            who: vec![who(isv()), who(fdw())],
            linked: vec![Linked {
                slug: "wages".into(),
                name: "wages".into(),
                said: Quote {
                    words: "Crews that are paid on time rest better".into(),
                    attribution: "BCA, 23 April 2026".into(),
                },
            }],
            texts: vec![(
                "safe-rest".into(),
                "Joint statement on safe rest at sea".into(),
            )],
            decisions: vec![(
                "2026-1".into(),
                "2026/1: Joint statement on safe rest at sea".into(),
            )],
            actions: vec![action()],
            ..empty.clone()
        };
        let link = LinkTheme {
            form: command(),
            themes: themes(),
            organisations: choices(),
            ..LinkTheme::default()
        };
        let secretariat = Self {
            link: Some(link.clone()),
            close: Some(command()),
            ..own.clone()
        };
        let refused = Self {
            link: Some(LinkTheme {
                form: command().refused("words", "Write the words themselves."),
                said_by: "bca".into(),
                ..link
            }),
            until: Some("4 May 2026".into()),
            ..own.clone()
        };
        vec![
            ("full", full),
            ("alone", alone),
            ("empty", empty),
            ("own", own),
            ("secretariat", secretariat),
            ("refused", refused),
        ]
    }
}

impl Mandates {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let unknown = Mandate {
            body: "Assembly of Ports".into(),
            asks: "to coordinate".into(),
            passage: "It is mandated by the Assembly of Ports to coordinate.".into(),
            source: Some(source()),
            act: 3,
            ..Mandate::default()
        };
        let known = Mandate {
            instrument: Some("Resolution 12".into()),
            on: Some("3 March 2018".into()),
            source: Some(Source {
                publisher: Some("A press office".into()),
                ..source()
            }),
            ..unknown.clone()
        };
        let own = Mandate {
            body: "Assembly of Ports".into(),
            instrument: Some("Resolution 12".into()),
            asks: "To bring together what its members do for decent work at sea, and to report each year.".into(),
            decisions: vec![("2026-2".into(), "2026/2: A joint calendar of port inspections".into())],
            act: 30,
            ..Mandate::default()
        };
        let record = RecordMandate {
            form: command(),
            ..RecordMandate::default()
        };
        let refused = RecordMandate {
            form: command().refused("asks", "Say what the mandate asks."),
            body: "Conference of Harbours".into(),
            ..record.clone()
        };
        let secretariat = |record| Self {
            purpose: Some(Purpose {
                words: "The Group brings together bodies that work for decent work at sea.".into(),
                approaches: vec![
                    "prevention".into(),
                    "protection and support".into(),
                    "inspection".into(),
                ],
                since: "12 January 2026".into(),
            }),
            rows: vec![own.clone()],
            record: Some(record),
            set: Some(SetPurpose {
                form: command(),
                purpose: "The Group brings together bodies that work for decent work at sea."
                    .into(),
                approaches: "prevention\nprotection and support\ninspection".into(),
            }),
        };
        vec![
            ("empty", Self::default()),
            (
                "full",
                Self {
                    rows: vec![unknown, known],
                    ..Self::default()
                },
            ),
            ("secretariat", secretariat(record)),
            ("refused", secretariat(refused)),
        ]
    }
}
