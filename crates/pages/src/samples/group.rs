//! Front, home, sign-in, founding, Today, decisions, what went wrong.

use super::history::{counted, meeting_row, themes};
use super::pieces::{
    bca, command, fdw, hwf, iol, long_org, long_words, orgs, sunday, tomorrow, wednesday, when,
};
use super::work::eighth;
use crate::decisions::{Basis, DecisionFilters, DecisionRow, Decisions};
use crate::deed::Deed;
use crate::founding::Founding;
use crate::front::{Front, GroupRow, Home, PublishedRow, ReleasedRow};
use crate::meetings::Importance;
use crate::signin::{SignIn, SignInEnded};
use crate::today::{Ask, Asked, Held, Today};
use crate::wrong::Wrong;

impl Front {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let group = GroupRow {
            short: "practice".into(),
            name: "Practice Group on Decent Work at Sea".into(),
            purpose: "A fictional group for practice.".into(),
            notice: None,
        };
        let long = GroupRow {
            purpose: long_words(),
            notice: Some(
                "Made from a public note. Not a site of any organisation named here.".into(),
            ),
            ..group.clone()
        };
        vec![
            ("empty", Self::default()),
            (
                "full",
                Self {
                    groups: vec![group],
                },
            ),
            ("long", Self { groups: vec![long] }),
        ]
    }
}

impl Home {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            purpose: "A fictional group for practice. It brings together bodies that work for decent work on fishing vessels and merchant ships.".into(),
            published: vec![PublishedRow {
                slug: "safe-rest".into(),
                title: "Joint statement on safe rest at sea".into(),
                symbol: Some("PGWS/2026/ST.1".into()),
                number: "2026/1".into(),
                adopted: "Wednesday 11 February 2026".into(),
            }],
            decisions: vec![ReleasedRow {
                number: "2026/2".into(),
                title: "A joint calendar of port inspections".into(),
                adopted: "Thursday 23 April 2026".into(),
            }],
            members: orgs(),
            as_of: "Monday 4 May 2026".into(),
            ..Self::default()
        };
        let told = Self {
            purpose_from: Some("note".into()),
            decisions: Vec::new(),
            mandates: vec!["Assembly of Ports".into()],
            meetings: vec![meeting_row()],
            published: Vec::new(),
            ..full.clone()
        };
        let mut long = full.clone();
        long.purpose = long_words();
        long.members.push(long_org());
        vec![
            ("told", told),
            (
                "empty",
                Self {
                    as_of: full.as_of.clone(),
                    ..Self::default()
                },
            ),
            ("full", full),
            ("long", long),
        ]
    }
}

impl SignIn {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            token: "sample".into(),
            form: command(),
            person: "Nadia Thistle".into(),
            organisation: fdw(),
        };
        let refused = Self {
            form: command().refused("", "The link was used a moment ago."),
            ..full.clone()
        };
        vec![("full", full), ("refused", refused)]
    }
}

impl SignInEnded {
    pub fn samples() -> Vec<(&'static str, Self)> {
        vec![
            ("used", Self::Used),
            ("expired", Self::Expired),
            ("unknown", Self::Unknown),
            ("signed-out", Self::SignedOut),
        ]
    }
}

impl Founding {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            token: "sample".into(),
            form: command(),
            zone: "Europe/Lisbon".into(),
            ..Self::default()
        };
        let refused = Self {
            form: command()
                .refused(
                    "short_name",
                    "A short name has small letters, digits and hyphens only.",
                )
                .refused(
                    "zone",
                    "“Lisbon” is no zone that we know; write Europe/Lisbon.",
                ),
            group_name: "Practice Group".into(),
            short_name: "The Group!".into(),
            zone: "Lisbon".into(),
            purpose: "For practice, with \"quotes\" & signs.".into(),
            organisation_name: "Institute for Safe Voyages".into(),
            organisation_short: "ISV".into(),
            person_name: "Pim Larkspur".into(),
            ..empty.clone()
        };
        vec![("empty", empty), ("refused", refused)]
    }
}

impl Today {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let day = "Monday 4 May 2026".to_owned();
        let asked = |what: Ask, text: &str, slug: &str, version: &str, when| Asked {
            what,
            title: text.into(),
            path: format!("texts/{slug}"),
            version: version.into(),
            when,
        };
        let other = |what: Ask, title: &str, path: &str, when| Asked {
            what,
            title: title.into(),
            path: path.into(),
            version: String::new(),
            when,
        };
        let meeting = |what: Ask| {
            other(
                what,
                "Ninth working-level meeting",
                "meetings/ninth",
                Some(wednesday()),
            )
        };
        let first = when(
            "2026-05-01T00:00:00Z",
            "Friday 1 May 2026",
            "",
            "3 days ago",
        );
        let (fees, team) = (
            "Joint statement on recruitment fees",
            "Terms of reference of the task team on inspection",
        );
        let full = Self {
            inbox: Some(2),
            outbox: Some(12),
            day: day.clone(),
            asked: vec![
                asked(
                    Ask::AnswerProposals {
                        answered: 38,
                        proposals: 61,
                    },
                    fees,
                    "recruitment-fees",
                    "draft 2",
                    Some(tomorrow()),
                ),
                asked(
                    Ask::WatchRound {
                        answered: 10,
                        asked: 11,
                    },
                    fees,
                    "recruitment-fees",
                    "draft 2",
                    Some(tomorrow()),
                ),
                asked(
                    Ask::WatchSilence,
                    team,
                    "inspection-task-team",
                    "draft 3",
                    Some(wednesday()),
                ),
                asked(
                    Ask::Publish,
                    "Joint statement on safe rest at sea",
                    "safe-rest",
                    "final",
                    None,
                ),
            ],
            since: vec![
                Deed {
                    kind: "return.received".into(),
                    organisation: Some(iol()),
                    text: fees.into(),
                    proposals: 14,
                    comments: 3,
                    when: sunday(),
                    href: Some("/practice/texts/recruitment-fees/comments".into()),
                    ..Deed::default()
                },
                Deed {
                    kind: "action.reported".into(),
                    organisation: Some(hwf()),
                    text: "List the focal points for port inspection".into(),
                    about: "2026/3".into(),
                    when: sunday(),
                    href: Some("/practice/actions/2026-3".into()),
                    ..Deed::default()
                },
                Deed {
                    kind: "silence.opened".into(),
                    organisation: Some(bca()),
                    text: team.into(),
                    about: "draft 3".into(),
                    when: sunday(),
                    ..Deed::default()
                },
            ],
        };
        let all = [
            Ask::Return {
                held: Held::Nothing,
            },
            Ask::Return { held: Held::Own },
            Ask::Return {
                held: Held::Entered,
            },
            Ask::Answer {
                held: Held::Nothing,
            },
            Ask::Answer { held: Held::Own },
            Ask::Answer {
                held: Held::Entered,
            },
            Ask::Steer,
            Ask::Vote { held: false },
            Ask::Vote { held: true },
            Ask::Carried,
            Ask::Correction,
            Ask::MakeCorrection,
            Ask::VoteWaits,
            Ask::IssueResponses,
            Ask::MakeNextVersion,
            Ask::Freeze,
            Ask::OpenRound,
            Ask::OpenSilence,
            Ask::Confirm,
            Ask::AfterBroken,
            Ask::Endorse,
        ];
        let every = Self {
            asked: all
                .into_iter()
                .map(|what| asked(what, fees, "recruitment-fees", "draft 2", None))
                .chain([
                    meeting(Ask::MeetingComing),
                    meeting(Ask::MeetingOpen),
                    meeting(Ask::AdoptAgenda),
                    meeting(Ask::ProposeAgenda),
                    meeting(Ask::WriteMinutes),
                    meeting(Ask::CorrectMinutes),
                    meeting(Ask::MinutesCorrections { asked: 2 }),
                    meeting(Ask::IssueNote),
                    other(
                        Ask::ActionDue {
                            number: "2026/3".into(),
                        },
                        "List the focal points for port inspection",
                        "actions/2026-3",
                        Some(wednesday()),
                    ),
                    other(
                        Ask::ActionOverdue {
                            number: "2026/1".into(),
                        },
                        "Compare the complaint forms in use",
                        "actions/2026-1",
                        Some(first),
                    ),
                    other(
                        Ask::DecisionInAbsence {
                            number: "2026/2".into(),
                        },
                        "A joint calendar of port inspections",
                        "decisions/2026-2",
                        Some(wednesday()),
                    ),
                ])
                .collect(),
            ..full.clone()
        };
        let mut long = full.clone();
        for asked in &mut long.asked {
            asked.title = long_words();
        }
        vec![
            (
                "empty",
                Self {
                    day,
                    ..Self::default()
                },
            ),
            ("full", full),
            ("every", every),
            ("long", long),
        ]
    }
}

impl Decisions {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = DecisionRow {
            number: "2026/1".into(),
            title: "Joint statement on safe rest at sea".into(),
            adopted: "Wednesday 11 February 2026".into(),
            basis: Basis::Silence,
            slug: Some("safe-rest".into()),
            attached: 1,
            receipt: Some(412),
            ..DecisionRow::default()
        };
        let other = DecisionRow {
            number: "2026/2".into(),
            title: "A joint calendar of port inspections".into(),
            kind: Some(Importance::Strategic),
            adopted: "Thursday 23 April 2026".into(),
            slug: None,
            meeting: Some(eighth()),
            themes: themes(),
            attached: 2,
            open_actions: 2,
            basis: Basis::Consensus,
            receipt: Some(611),
            annulled: Some("Friday 8 May 2026".into()),
        };
        let filters = DecisionFilters {
            meetings: vec![eighth()],
            themes: themes(),
            years: vec!["2026".into()],
            ..DecisionFilters::default()
        };
        let narrowed = DecisionFilters {
            kind: "procedural".into(),
            year: "2026".into(),
            ..filters.clone()
        };
        let long = DecisionRow {
            number: "2026/3".into(),
            title: long_words(),
            basis: Basis::Vote,
            ..row.clone()
        };
        vec![
            ("empty", Self::default()),
            (
                "told",
                Self {
                    told: vec![crate::decisions::Told {
                        counted: counted(),
                        meeting: (meeting_row().slug, meeting_row().title),
                        on: meeting_row().on,
                        form: "note".into(),
                    }],
                    ..Self::default()
                },
            ),
            (
                "full",
                Self {
                    rows: vec![other.clone(), row.clone()],
                    inside: true,
                    filters,
                    ..Self::default()
                },
            ),
            (
                "narrowed",
                Self {
                    inside: true,
                    filters: narrowed,
                    ..Self::default()
                },
            ),
            (
                "long",
                Self {
                    rows: vec![long, other, row],
                    ..Self::default()
                },
            ),
        ]
    }
}

impl Wrong {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let refused = Self::Refused {
            sentence: "The round on “Joint statement on recruitment fees” closed on Tuesday 5 May 2026, 18:00 (Lisbon).".into(),
            kept: Some("Your file is kept as a draft of your organisation.".into()),
            typed: Vec::new(),
            then: Some(("/practice/texts/recruitment-fees/return".into(), "Back to the round".into())),
        };
        let long = Self::Refused {
            sentence: long_words(),
            kept: None,
            typed: Vec::new(),
            then: None,
        };
        vec![
            ("not-found", Self::NotFound),
            ("refused", refused),
            ("long", long),
            (
                "too-large",
                Self::TooLarge {
                    limit: "50 MiB".into(),
                    back: Some("/practice/texts/new".into()),
                },
            ),
            ("signed-out", Self::SignedOut),
            ("not-our-form", Self::NotOurForm),
            (
                "broken",
                Self::Broken {
                    reference: "7KQ2".into(),
                },
            ),
            ("read-only", Self::ReadOnly),
        ]
    }
}
