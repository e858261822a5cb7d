//! What reaches the group beside its pages, and the rules by which it agrees.

use super::pieces::{bca, command, fdw, hwf, inspection, long_org, long_words, sunday, wednesday};
use crate::entering::{EnterPosition, Entered};
use crate::evidence::EvidenceKind;
use crate::inbox::{Inbox, MessageRow, Receive};
use crate::organisation::Org;
use crate::published::Undone;
use crate::rules::{Rule, RuleValue, Rules, SetCalendar, SetWeights};
use crate::text::Stage;

impl EnterPosition {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            head: inspection(Stage::Silence { until: wednesday() }),
            deadline: wednesday(),
            form: command(),
            organisations: vec![
                ("01".into(), fdw()),
                ("02".into(), hwf()),
                ("03".into(), long_org()),
            ],
            typed: Entered {
                date: "2026-05-06".into(),
                time: "16:50".into(),
                ..Entered::default()
            },
            zone: "Lisbon".into(),
            message: String::new(),
        };
        let refused = Self {
            form: command().refused("date", "A message that answers something arrived after that was opened, and not later than now."),
            typed: Entered {
                organisation: "03".into(),
                position: "objects".into(),
                reason: long_words(),
                kind: EvidenceKind::Letter,
                ..full.typed.clone()
            },
            message: "01".into(),
            ..full.clone()
        };
        vec![("full", full), ("refused", refused)]
    }
}

impl Inbox {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = |organisation, entered, unread: bool| MessageRow {
            id: "01".into(),
            organisation,
            kind: EvidenceKind::Mail,
            arrived: sunday(),
            entered,
            read: unread.then(command),
        };
        let receive = Receive {
            form: command(),
            organisations: vec![("01".into(), fdw()), ("02".into(), long_org())],
            date: "2026-05-06".into(),
            time: "16:50".into(),
            zone: "Lisbon".into(),
            ..Receive::default()
        };
        let full = Self {
            rows: vec![
                row(long_org(), false, true),
                row(fdw(), true, false),
                row(bca(), false, false),
            ],
            receive: receive.clone(),
            open: vec![
                (
                    "inspection".into(),
                    "clearance/enter".into(),
                    "Terms of reference of the task team on inspection".into(),
                ),
                ("long".into(), "clearance/vote/enter".into(), long_words()),
            ],
        };
        let refused = Self {
            receive: Receive {
                form: command().refused("file", "Choose the file of the message."),
                ..receive.clone()
            },
            ..full.clone()
        };
        let empty = Self {
            receive,
            ..Self::default()
        };
        vec![("full", full), ("refused", refused), ("empty", empty)]
    }
}

impl Rules {
    pub fn samples() -> Vec<(&'static str, Self)> {
        // Each setting of the law; `web` holds that none is missing here.
        let names = [
            "closing.quorum",
            "correction.days",
            "deadline.any_instant",
            "deadline.from_hour",
            "deadline.to_hour",
            "meeting.attach_days",
            "meeting.carry_over",
            "meeting.quorum",
            "meeting.quorum_percent",
            "minutes.correction_days",
            "papers.prefix",
            "publishing.two",
            "reminder.days",
            "silence.automatic_adoption",
            "silence.days",
            "silence.days_heads",
            "silence.minimum_days",
            "silence.minimum_hours",
            "silence.restart_minimum_days",
            "silence.restart_minimum_hours",
            "vote.allowed",
            "vote.days",
            "vote.majority",
            "vote.minimum_days",
            "vote.quorum",
            "vote.quorum_percent",
        ];
        let rule = |(at, name): (usize, &str)| Rule {
            name: name.into(),
            value: match name {
                "papers.prefix" => RuleValue::Word(String::new()),
                "vote.majority" => RuleValue::Majority("two_thirds".into()),
                "deadline.any_instant" | "publishing.two" | "vote.allowed" => {
                    RuleValue::Switch(false)
                }
                "meeting.carry_over" => RuleValue::Switch(true),
                _ => RuleValue::Number(3),
            },
            is_default: at % 3 > 0,
            set: (at > 0).then(command),
        };
        let mut full = Self {
            rows: names.into_iter().enumerate().map(rule).collect(),
            rest: vec!["saturday".into(), "sunday".into()],
            holidays: vec![
                ("Friday 25 December 2026".into(), "Christmas Day".into()),
                ("Friday 1 January 2027".into(), long_words()),
            ],
            set: Some(SetCalendar {
                form: command(),
                rest: vec!["saturday".into(), "sunday".into()],
                holidays: "2026-12-25 Christmas Day".into(),
            }),
            weights: vec![(bca(), 2), (long_org(), 3)],
            set_weights: Some(SetWeights {
                form: command(),
                members: members(),
            }),
        };
        let read = Self {
            rows: full
                .rows
                .iter()
                .cloned()
                .map(|row| Rule { set: None, ..row })
                .collect(),
            holidays: Vec::new(),
            set: None,
            weights: Vec::new(),
            set_weights: None,
            ..full.clone()
        };
        let at = |name: &str| names.iter().position(|each| *each == name).unwrap_or(0);
        full.rows[at("papers.prefix")].value = RuleValue::Word("PGWS".into());
        let mut refused = full.clone();
        refused.rows[at("deadline.from_hour")].set =
            Some(command().refused("deadline.from_hour", "A whole number is needed here."));
        refused.set = Some(SetCalendar {
            form: command().refused(
                "holidays",
                "Each line begins with a day, as 2026-12-25, and goes on with its name.",
            ),
            rest: Vec::new(),
            holidays: "Christmas".into(),
        });
        refused.set_weights = Some(SetWeights {
            form: command().refused(
                "votes-01",
                "Each member has a whole number of votes, from 1 to 1000.",
            ),
            members: members(),
        });
        vec![("full", full), ("read", read), ("refused", refused)]
    }
}

fn members() -> Vec<(String, Org, String)> {
    let one = |value: &str, org, votes: &str| (value.to_owned(), org, votes.to_owned());
    vec![
        one("01", bca(), "2"),
        one("02", long_org(), "3"),
        one("03", hwf(), "1"),
    ]
}

impl Undone {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            title: "Joint statement on safe rest at sea".into(),
            number: "2026/1".into(),
            published: "Thursday 30 April 2026".into(),
            annulled: "Friday 8 May 2026".into(),
            act: 1301,
        };
        let long = Self {
            title: long_words(),
            ..full.clone()
        };
        vec![("full", full), ("long", long)]
    }
}
