//! Front, home, sign-in, founding, Today, members, decisions, what went wrong.

use super::history::{counted, meeting_row};
use super::pieces::{
    bca, command, fdw, hwf, iol, isv, long_org, long_words, orgs, sunday, tomorrow, wednesday, when,
};
use crate::decisions::{Basis, DecisionRow, Decisions};
use crate::deed::Deed;
use crate::founding::Founding;
use crate::front::{Front, GroupRow, Home, PublishedRow};
use crate::members::{Manage, MemberRow, Members, NewLink, OrganisationKind, SeatRow, Told};
use crate::organisation::Hat;
use crate::signin::{SignIn, SignInEnded};
use crate::today::{Ask, Asked, Today};
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
            members: orgs(),
            as_of: "Monday 4 May 2026".into(),
            ..Self::default()
        };
        let told = Self {
            purpose_from: Some("note".into()),
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
            text: text.into(),
            slug: slug.into(),
            version: version.into(),
            when,
        };
        let (fees, team) = (
            "Joint statement on recruitment fees",
            "Terms of reference of the task team on inspection",
        );
        let full = Self {
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
            Ask::Return { held: false },
            Ask::Return { held: true },
            Ask::Answer { said: false },
            Ask::Answer { said: true },
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
                .collect(),
            ..full.clone()
        };
        let mut long = full.clone();
        for asked in &mut long.asked {
            asked.text = long_words();
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
        };
        let other = DecisionRow {
            number: "2026/2".into(),
            slug: None,
            attached: 0,
            basis: Basis::Consensus,
            ..row.clone()
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

impl Members {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let as_of = "Monday 4 May 2026".to_owned();
        let seats = vec![SeatRow {
            person: "Pim Larkspur".into(),
            seat: Hat::FocalPoint,
            since: "12 January 2026".into(),
        }];
        let row = |organisation, offices| MemberRow {
            organisation,
            also: Vec::new(),
            former: Vec::new(),
            kind: None,
            category: "member".into(),
            offices,
            since: "12 January 2026".into(),
            seats: Vec::new(),
        };
        let mut rows = vec![
            row(isv(), vec![(Hat::Secretariat, String::new())]),
            row(bca(), vec![(Hat::Chair, "Tamsin Reed".into())]),
        ];
        rows.extend([fdw(), hwf(), long_org()].map(|org| row(org, Vec::new())));
        let full = Self {
            as_of: as_of.clone(),
            rows: rows.clone(),
            ..Self::default()
        };
        rows[0].seats = seats;
        rows[1].kind = Some(OrganisationKind::Regional);
        rows[1].also = vec!["Crew Bureau".into()];
        rows[1].former = vec![("1 March 2026".into(), "Bureau of Crews".into())];
        let kinds = [
            OrganisationKind::UnitedNations,
            OrganisationKind::International,
            OrganisationKind::NonGovernmental,
        ];
        let told = Self {
            told: Told::OnThisDay {
                form: "note".into(),
            },
            rows: rows
                .iter()
                .zip(kinds)
                .map(|(row, kind)| MemberRow {
                    category: String::new(),
                    since: String::new(),
                    seats: Vec::new(),
                    kind: Some(kind),
                    ..row.clone()
                })
                .collect(),
            ..full.clone()
        };
        let not_told = Self {
            told: Told::OnOtherDays {
                form: "note".into(),
                days: vec!["1 April 2019".into()],
            },
            rows: Vec::new(),
            on: "2020-01-01".into(),
            ..full.clone()
        };
        let none_found = Self {
            rows: Vec::new(),
            find: "lighthouse".into(),
            ..full.clone()
        };
        let organisations = orgs()
            .into_iter()
            .map(|org| (org.short.clone(), org))
            .collect();
        let manage = Manage {
            seat: command(),
            organisations,
            record: command(),
            held: vec![("01JSEAT".into(), "Pim Larkspur, focal point, ISV".into())],
            categories: vec![
                ("member".into(), "member".into()),
                ("observer".into(), "observer".into()),
            ],
            ..Manage::default()
        };
        let refused = Manage {
            record: command().refused(
                "organisation_short",
                "An organisation with the short form FDW is recorded already.",
            ),
            organisation_name: "Federation of Dock Workers".into(),
            organisation_short: "FDW".into(),
            category: "observer".into(),
            ..manage.clone()
        };
        vec![
            (
                "empty",
                Self {
                    as_of: as_of.clone(),
                    ..Self::default()
                },
            ),
            ("full", full),
            ("told", told),
            ("not-told", not_told),
            ("none-found", none_found),
            (
                "secretariat",
                Self {
                    as_of: as_of.clone(),
                    rows: rows.clone(),
                    manage: Some(manage),
                    ..Self::default()
                },
            ),
            (
                "refused",
                Self {
                    as_of,
                    rows,
                    manage: Some(refused),
                    ..Self::default()
                },
            ),
        ]
    }
}

impl NewLink {
    pub fn samples() -> Vec<(&'static str, Self)> {
        vec![(
            "full",
            Self {
                person: "Nadia Thistle".into(),
                organisation: fdw(),
                seat: Some(Hat::FocalPoint),
                link: "https://practice.example/signin/Qm9SAMPLEsampleSAMPLEsampleSAMPLE".into(),
                until: when("", "Monday 11 May 2026, 10:00 (Lisbon)", "", "").text,
                receipt: Some(31),
            },
        )]
    }
}

impl Wrong {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let refused = Self::Refused {
            sentence: "The round on “Joint statement on recruitment fees” closed on Tuesday 5 May 2026, 18:00 (Lisbon).".into(),
            kept: Some("Your file is kept as a draft of your organisation.".into()),
            then: Some(("/practice/texts/recruitment-fees/return".into(), "Back to the round".into())),
        };
        let long = Self::Refused {
            sentence: long_words(),
            kept: None,
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
