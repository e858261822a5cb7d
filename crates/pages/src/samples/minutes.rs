//! What remains of a meeting: its minutes and its public note.

use super::history::{counted, meeting_row, source, themes};
use super::meetings::{attendance, concluded, head, offices};
use super::pieces::{bca, command, fdw, focal_point, hwf, isv, long_words, orgs, sunday};
use crate::entries::Outcome;
use crate::meetings::{Counted, Level, Stage};
use crate::minutes::{Circulate, Correct, Correction, Minuted, Minutes, State};
use crate::note::{Draft, Issue, Note, Paper, Quotation};
use crate::organisation::Hat;
use crate::told::{Quote, Source};

const SAID: &str = "The secretariat recalled the paper. Members described what an inspection desk would need in a port with two berths, and who could pay for it.";

impl Minutes {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let items: Vec<_> = concluded()
            .into_iter()
            .map(|item| Minuted {
                words: if item.number > 2 {
                    SAID.into()
                } else {
                    String::new()
                },
                item,
                typed: String::new(),
            })
            .collect();
        let member = Self {
            head: head(Stage::MinutesCirculated),
            state: State::Circulated {
                edition: 1,
                until: "Friday 5 June 2026".into(),
                open: true,
            },
            offices: offices(),
            attendance: attendance(),
            items,
            correct: Some(Correct {
                form: command(),
                acts_for: focal_point(),
                item: String::new(),
                words: String::new(),
            }),
            ..Self::default()
        };
        let draft = Self {
            head: head(Stage::Closed),
            state: State::Draft,
            items: concluded()
                .into_iter()
                .map(|item| Minuted {
                    item,
                    ..Minuted::default()
                })
                .collect(),
            circulate: Some(Circulate {
                form: command(),
                edition: 1,
                until: "2026-06-05".into(),
            }),
            correct: None,
            ..member.clone()
        };
        let mut refused = draft.clone();
        refused.circulate = draft.circulate.clone().map(|circulate| Circulate {
            form: command().refused("until", "The last day for corrections lies in the past."),
            until: "2025-06-05".into(),
            ..circulate
        });
        refused.items[4].typed = SAID.into();
        let mut secretariat = member.clone();
        secretariat.correct = None;
        secretariat.corrections = corrections();
        secretariat.circulate = draft.circulate.clone().map(|circulate| Circulate {
            edition: 2,
            ..circulate
        });
        for minuted in &mut secretariat.items {
            minuted.typed.clone_from(&minuted.words);
        }
        let approved = Self {
            head: head(Stage::MinutesApproved),
            state: State::Approved {
                edition: 2,
                meeting: ("ninth-working".into(), "Ninth working-level meeting".into()),
                on: "Thursday 18 June 2026".into(),
            },
            correct: None,
            ..member.clone()
        };
        let mut asked = member.clone();
        asked.corrections = corrections().split_off(1);
        asked.correct = asked.correct.map(|correct| Correct {
            form: command().refused("words", "Write how it should read."),
            item: "5".into(),
            ..correct
        });
        let mut long = approved.clone();
        long.items[4].words = long_words();
        vec![
            ("draft", draft),
            ("refused", refused),
            ("member", member),
            ("member-refused", asked),
            ("secretariat", secretariat),
            ("approved", approved),
            ("long", long),
        ]
    }
}

fn corrections() -> Vec<Correction> {
    let whole = Correction {
        organisation: hwf(),
        item: None,
        words: "The federation’s representative left at noon.".into(),
        edition: 1,
        on: sunday(),
    };
    let item = Correction {
        organisation: fdw(),
        item: Some((5, "Inspection in small ports".into())),
        words: "… in a port with two berths or fewer".into(),
        ..whole.clone()
    };
    vec![whole, item]
}

/// The note of a meeting of the group's own, as it stands before it is issued.
fn own() -> Note {
    let head = head(Stage::Closed);
    Note {
        title: "Working-level meeting sets up a task team on inspection".into(),
        level: Level::WorkingLevel,
        ordinal: head.ordinal,
        on: head.on,
        place: head.place,
        lede: "Members of the Practice Group on Decent Work at Sea met to agree how small ports can be inspected as well as large ones.".into(),
        offices: vec![(Hat::Chair, bca(), String::new())],
        decisions: Some(Counted {
            count: 2,
            passage: String::new(),
            ..counted()
        }),
        released: vec![("2026/4".into(), "Task team on inspection".into())],
        concluded: vec![
            (
                "Inspection in small ports".into(),
                Outcome::Decided,
                "Members agreed that small ports need the same eyes as large ones.".into(),
            ),
            (
                "Follow-up of decisions".into(),
                Outcome::TookNote,
                String::new(),
            ),
        ],
        quotations: vec![quote()],
        themes: themes(),
        members: orgs(),
        papers: vec![Paper {
            title: "Ports with and without an inspection desk".into(),
            symbol: Some("PGWS/2026/WP.4/Rev.1".into()),
            ..Paper::default()
        }],
        ..Note::default()
    }
}

fn quote() -> Quote {
    Quote {
        words: "No port is too small to be seen".into(),
        attribution: "Tamsin Reed, Director, BCA, and Chair".into(),
    }
}

impl Note {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = meeting_row();
        let bare = Self {
            title: row.title,
            on: row.on,
            source: Some(source()),
            act: Some(7),
            ..Self::default()
        };
        let full = Self {
            ordinal: row.ordinal,
            place: row.place,
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
                ..quote()
            }],
            themes: themes(),
            themes_said: "Members wish to look into wages, rest at sea and recruitment.".into(),
            composition: vec!["The group is made up of the following organizations.".into()],
            members: orgs(),
            papers: vec![Paper {
                title: "An overview of the first year".into(),
                dated: Some("March 2019".into()),
                passage: "Members reflected on the overview.".into(),
                ..Paper::default()
            }],
            ..bare.clone()
        };
        let long = Self {
            title: long_words(),
            met: long_words(),
            attendance: Some(vec![isv(), fdw()]),
            ordinal: Some(12),
            source: Some(Source {
                publisher: Some("A press office".into()),
                published: Some("2 April 2019".into()),
                ..source()
            }),
            ..full.clone()
        };
        let issued = Self {
            issued: "Friday 19 June 2026".into(),
            act: Some(2210),
            attendance: Some(vec![isv(), bca(), fdw(), hwf()]),
            ..own()
        };
        vec![
            ("bare", bare),
            ("full", full),
            ("long", long),
            ("own", issued),
        ]
    }
}

impl Draft {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let member = Self {
            head: head(Stage::MinutesCirculated),
            note: own(),
            approved: vec![(bca(), quote())],
            quotation: Some(Quotation {
                form: command(),
                acts_for: focal_point(),
                words: String::new(),
                attribution: "Nadia Thistle, focal point, FDW".into(),
            }),
            ..Self::default()
        };
        let secretariat = Self {
            issue: Some(Issue {
                form: command(),
                title: own().title,
                lede: own().lede,
                ..Issue::default()
            }),
            ..member.clone()
        };
        let mut refused = secretariat.clone();
        refused.issue = refused.issue.map(|issue| Issue {
            form: command().refused("title", "The note needs a title."),
            title: String::new(),
            attendance: true,
            again: true,
            ..issue
        });
        let empty = Self {
            note: Note {
                title: member.head.title.clone(),
                on: member.head.on.clone(),
                ..Note::default()
            },
            approved: Vec::new(),
            quotation: None,
            ..member.clone()
        };
        let public = Self {
            note: Note {
                act: Some(2210),
                issued: "Friday 19 June 2026".into(),
                ..own()
            },
            quotation: None,
            ..member.clone()
        };
        vec![
            ("empty", empty),
            ("member", member),
            ("secretariat", secretariat),
            ("refused", refused),
            ("public", public),
        ]
    }
}
