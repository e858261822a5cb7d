//! Decisions, actions, and an organisation at work.

use super::history::themes;
use super::pieces::{
    bca, command, fdw, focal_point, hwf, iol, isv, long_org, long_words, npc, orgs, osr, rfc,
    sunday, when,
};
use super::voting;
use crate::action::{Action, Report, Steer, Step, StepKind};
use crate::actions::{
    ActionFilters, ActionRow, ActionState, Actions, Due, DueTyped, Grouped, NewAction, Origin,
    OwnersTyped,
};
use crate::attaching::{Attach, Release};
use crate::clearance::{Attached, Attachment};
use crate::decision::{Decision, Openness};
use crate::decisions::Basis;
use crate::meetings::Importance;
use crate::organisation::Org;
use crate::themes::Tagging;

pub(super) fn eighth() -> (String, String) {
    ("eighth".into(), "Eighth working-level meeting".into())
}

/// Value of an option, organisation.
pub(super) fn choices() -> Vec<(String, Org)> {
    let orgs = orgs().into_iter();
    orgs.map(|org| (org.short.to_lowercase(), org)).collect()
}

pub(super) fn tagging() -> Tagging {
    Tagging {
        form: command(),
        themes: themes(),
        ticked: vec!["wages".into()],
    }
}

pub(super) fn action() -> ActionRow {
    ActionRow {
        number: "2026/3".into(),
        what: "List the focal points for port inspection".into(),
        owners: vec![hwf(), fdw()],
        due: Due::on("Friday 8 May 2026".into(), 4),
        state: ActionState::InProgress,
        origin: Origin {
            decision: Some("2026/2".into()),
            meeting: None,
        },
    }
}

fn overdue() -> ActionRow {
    ActionRow {
        number: "2026/1".into(),
        what: "Compare the complaint forms in use".into(),
        owners: vec![fdw()],
        due: Due::on("Friday 1 May 2026".into(), -3),
        state: ActionState::Open,
        origin: Origin {
            decision: None,
            meeting: Some(eighth()),
        },
    }
}

fn at_next_meeting() -> ActionRow {
    ActionRow {
        number: "2026/4".into(),
        what: "Report on the pilot of rest-hour records".into(),
        owners: vec![iol(), osr(), rfc()],
        due: Due::NextMeeting,
        state: ActionState::Open,
        origin: Origin {
            decision: Some("2026/2".into()),
            meeting: Some(eighth()),
        },
    }
}

fn done() -> ActionRow {
    ActionRow {
        number: "2026/2".into(),
        what: "Send the statement on safe rest to the port authorities".into(),
        owners: vec![isv()],
        state: ActionState::Done {
            on: "Thursday 30 April 2026".into(),
        },
        ..action()
    }
}

impl Decision {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let attached = |publish| Attached {
            kind: Attachment::Reservation,
            text: "The calendar is kept without dates of inspections.".into(),
            to_be_published: publish,
        };
        let taken = Self {
            number: "2026/2".into(),
            title: "A joint calendar of port inspections".into(),
            words: "The Group decides to keep one calendar of port inspections, and asks its members to enter theirs by the end of each month.".into(),
            kind: Some(Importance::Strategic),
            basis: Basis::Consensus,
            adopted: "Thursday 23 April 2026".into(),
            meeting: Some(eighth()),
            participants: orgs().into_iter().filter(|org| *org != fdw()).collect(),
            absent: vec![fdw()],
            attach_until: Some("Thursday 7 May 2026".into()),
            attached: vec![(rfc(), attached(true)), (npc(), attached(false))],
            mandates: vec!["Assembly of Ports, Resolution 12".into()],
            themes: themes(),
            actions: vec![action(), at_next_meeting()],
            inside: true,
            receipt: Some(611),
            ..Self::default()
        };
        let annulled = Self {
            annulled: Some((
                "Friday 8 May 2026".into(),
                "An objection had arrived in time.".into(),
            )),
            ..taken.clone()
        };
        let voted = Self {
            basis: Basis::Vote,
            vote: Some((voting::count(true), voting::rows())),
            ..taken.clone()
        };
        let chairs = Self {
            annul: Some(crate::steering::Because {
                form: command().refused("annul_reason", "The reason is missing."),
                reason: String::new(),
            }),
            ..taken.clone()
        };
        let attach = Attach {
            form: command(),
            acts_for: focal_point(),
            until: "Thursday 7 May 2026".into(),
            attachment: String::new(),
            statement: String::new(),
            publish: false,
        };
        let refused = Attach {
            form: command().refused("statement", "Write the words themselves."),
            attachment: "statement".into(),
            publish: true,
            ..attach.clone()
        };
        let release = Release {
            form: command(),
            attached: vec![("0".into(), rfc(), attached(true))],
            ticked: vec!["0".into()],
            kept_inside: 1,
        };
        let member = Self {
            attach: Some(attach),
            ..taken.clone()
        };
        let secretariat = Self {
            release: Some(release),
            attach_until: None,
            tag: Some(tagging()),
            ..taken.clone()
        };
        let public = Self {
            openness: Openness::Since("Monday 4 May 2026".into()),
            attached: vec![(rfc(), attached(true))],
            participants: Vec::new(),
            inside: false,
            ..taken.clone()
        };
        let text = Self {
            number: "2026/1".into(),
            title: "Joint statement on safe rest at sea".into(),
            adopted: "Wednesday 11 February 2026".into(),
            text: Some((
                "safe-rest".into(),
                "Joint statement on safe rest at sea".into(),
            )),
            participants: orgs(),
            inside: true,
            openness: Openness::WithItsText,
            receipt: Some(412),
            ..Self::default()
        };
        let long = Self {
            title: long_words(),
            words: long_words(),
            absent: vec![fdw(), long_org()],
            attach_until: None,
            openness: Openness::Since("Monday 4 May 2026".into()),
            ..secretariat.clone()
        };
        vec![
            ("annulled", annulled),
            ("voted", voted),
            ("chairs", chairs),
            ("member", member),
            ("secretariat", secretariat),
            ("text", text),
            ("public", public),
            ("long", long),
            (
                "refused",
                Self {
                    attach: Some(refused),
                    ..taken
                },
            ),
        ]
    }
}

impl Actions {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            own: fdw(),
            mine: Grouped {
                overdue: vec![overdue()],
                open: vec![action()],
                done: Vec::new(),
            },
            others: Grouped {
                open: vec![at_next_meeting()],
                done: vec![done()],
                ..Grouped::default()
            },
            filters: ActionFilters {
                organisations: choices(),
                themes: themes(),
                ..ActionFilters::default()
            },
            may_open: false,
        };
        let none_of_ours = Self {
            mine: Grouped::default(),
            may_open: true,
            ..full.clone()
        };
        let narrowed = Self {
            mine: Grouped::default(),
            others: Grouped::default(),
            filters: ActionFilters {
                organisation: "osr".into(),
                state: "overdue".into(),
                ..full.filters.clone()
            },
            ..full.clone()
        };
        let mut long = full.clone();
        for row in long.mine.open.iter_mut().chain(&mut long.others.open) {
            row.what = long_words();
            row.owners.push(long_org());
        }
        long.others.done.push(ActionRow {
            state: ActionState::Dropped {
                on: "Monday 4 May 2026".into(),
            },
            ..done()
        });
        let empty = Self {
            own: fdw(),
            ..Self::default()
        };
        vec![
            ("empty", empty.clone()),
            (
                "empty-secretariat",
                Self {
                    may_open: true,
                    ..empty
                },
            ),
            ("full", full),
            ("none-of-ours", none_of_ours),
            ("narrowed", narrowed),
            ("long", long),
        ]
    }
}

impl NewAction {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: command(),
            owners: OwnersTyped {
                organisations: choices(),
                ..OwnersTyped::default()
            },
            decisions: vec![(
                "2026-2".into(),
                "2026/2: A joint calendar of port inspections".into(),
            )],
            ..Self::default()
        };
        let refused = Self {
            form: command()
                .refused("what", "Say what is to be done.")
                .refused("due_kind", "Choose the day, or “before the next meeting”."),
            owners: OwnersTyped {
                lead: "hwf".into(),
                others: vec!["fdw".into()],
                ..empty.owners.clone()
            },
            due: DueTyped {
                kind: "day".into(),
                day: String::new(),
            },
            decision: "2026-2".into(),
            ..empty.clone()
        };
        vec![("empty", empty), ("refused", refused)]
    }
}

impl Action {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let step = |kind, by, words: &str, evidence: &str| Step {
            kind,
            by,
            when: sunday(),
            words: words.into(),
            evidence: evidence.into(),
        };
        let row = action();
        let reader = Self {
            number: row.number,
            what: row.what,
            owners: row.owners,
            due: row.due,
            state: row.state,
            origin: row.origin,
            themes: themes(),
            history: vec![
                step(
                    StepKind::Reported,
                    hwf(),
                    "Nine ports have named theirs; three are asked again.",
                    "PGWS/2026/INF.4",
                ),
                step(
                    StepKind::Moved(Some("Friday 8 May 2026".into())),
                    bca(),
                    "Two ports change their office in April.",
                    "",
                ),
                step(
                    StepKind::Reassigned(vec![hwf(), fdw()]),
                    bca(),
                    "HWF visits the ports anyway.",
                    "",
                ),
                step(StepKind::Opened, isv(), "", ""),
            ],
            receipt: Some(640),
            ..Self::default()
        };
        let owner = Self {
            report: Some(Report {
                form: command(),
                ..Report::default()
            }),
            due: Due::on("Friday 1 May 2026".into(), -3),
            ..reader.clone()
        };
        let steer = Steer {
            moving: command(),
            reassign: command(),
            dropping: command(),
            owners: OwnersTyped {
                organisations: choices(),
                lead: "hwf".into(),
                others: vec!["fdw".into()],
            },
            ..Steer::default()
        };
        let refused = Steer {
            moving: command().refused("due", "This day has passed."),
            due: DueTyped {
                kind: "day".into(),
                day: "2026-04-01".into(),
            },
            move_reason: "Waiting for the ports.".into(),
            ..steer.clone()
        };
        let secretariat = Self {
            steer: Some(steer),
            tag: Some(tagging()),
            ..owner.clone()
        };
        let finished = Self {
            state: ActionState::Done {
                on: "Monday 4 May 2026".into(),
            },
            history: vec![
                step(
                    StepKind::Done,
                    hwf(),
                    "All ports have named theirs.",
                    "https://ports.example/list",
                ),
                step(StepKind::Moved(None), isv(), "The list is read there.", ""),
                step(StepKind::Dropped, isv(), "A mistake.", ""),
            ],
            ..reader.clone()
        };
        let long = Self {
            what: long_words(),
            owners: vec![long_org(), hwf()],
            history: vec![Step {
                when: when("", "Sunday 3 May 2026", "", ""),
                ..step(StepKind::Reported, long_org(), &long_words(), &long_words())
            }],
            ..reader.clone()
        };
        vec![
            (
                "bare",
                Self {
                    number: "2026/5".into(),
                    what: "Call the ports".into(),
                    owners: vec![npc()],
                    ..Self::default()
                },
            ),
            ("reader", reader),
            ("owner", owner.clone()),
            ("secretariat", secretariat.clone()),
            (
                "refused",
                Self {
                    steer: Some(refused),
                    ..secretariat
                },
            ),
            ("finished", finished),
            ("long", long),
        ]
    }
}
