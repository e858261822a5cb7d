//! Organisations in the group: the list, a page of one, a new seat's link, who works on what.

use super::history::themes;
use super::pieces::{bca, command, fdw, hwf, iol, isv, long_org, long_words, orgs, when};
use super::work::action;
use crate::coverage::{Coverage, CoverageRow, Gap};
use crate::keeping::Keep;
use crate::member::{Member, MembershipTerm, OfficeTerm};
use crate::members::{Manage, MemberRow, Members, NewLink, OrganisationKind, SeatRow, Told};
use crate::organisation::{Hat, Org};
use crate::profile::{ProfileTheme, StateProfile, WorksOn};

fn approaches() -> Vec<String> {
    ["prevention", "protection and support", "inspection"]
        .map(str::to_owned)
        .to_vec()
}

impl Members {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let as_of = "Monday 4 May 2026".to_owned();
        let seats = vec![SeatRow {
            person: "Pim Larkspur".into(),
            seat: Hat::FocalPoint,
            since: "12 January 2026".into(),
        }];
        let row = |organisation: Org, offices| MemberRow {
            slug: organisation.short.to_lowercase(),
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
            coverage: true,
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
            office: command(),
            record: command(),
            decisions: vec![(
                "2026-2".into(),
                "2026/2: A joint calendar of port inspections".into(),
            )],
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
            organisation_kind: "regional".into(),
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

impl Member {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            slug: "fdw".into(),
            organisation: fdw(),
            as_of: "Monday 4 May 2026".into(),
            also: vec!["Seafarers’ Fund".into()],
            former: vec![("1 March 2026".into(), "Fund for Work at Sea".into())],
            kind: Some(OrganisationKind::International),
            memberships: vec![MembershipTerm {
                category: "member".into(),
                since: "12 January 2026".into(),
                until: None,
            }],
            offices: vec![OfficeTerm {
                office: Hat::CoChair,
                since: "3 March 2026".into(),
                until: Some("2 March 2027".into()),
                exercised_by: "Nadia Thistle".into(),
                decision: Some("2026/2".into()),
            }],
            works_on: themes()
                .into_iter()
                .take(2)
                .map(|theme| WorksOn {
                    theme,
                    approaches: approaches()[..2].to_vec(),
                })
                .collect(),
            own_words: "Legal help in eleven ports, and a fund for crews that were left behind."
                .into(),
            stated: Some("20 April 2026".into()),
            texts: vec![(
                "recruitment-fees".into(),
                "Joint statement on recruitment fees".into(),
            )],
            actions: vec![action()],
            inside: true,
            ..Self::default()
        };
        let profile = StateProfile {
            form: command(),
            approaches: approaches(),
            themes: themes()
                .into_iter()
                .map(|(slug, name)| ProfileTheme {
                    slug,
                    name,
                    ticked: vec!["prevention".into()],
                })
                .collect(),
            words: full.own_words.clone(),
        };
        let own = Self {
            seats: vec![SeatRow {
                person: "Nadia Thistle".into(),
                seat: Hat::FocalPoint,
                since: "12 January 2026".into(),
            }],
            profile: Some(profile.clone()),
            ..full.clone()
        };
        let keep = Keep {
            rename: command(),
            name: fdw().name,
            short_name: fdw().short,
            other: command(),
            classify: command(),
            kind: "international".into(),
            leave: Some(command()),
            ..Keep::default()
        };
        let refused = Keep {
            rename: command().refused(
                "short_name",
                "An organisation with the short form IOL is recorded already.",
            ),
            name: "Federation of Dock Workers".into(),
            short_name: "IOL".into(),
            ..keep.clone()
        };
        let left = Self {
            memberships: vec![
                MembershipTerm {
                    category: "observer".into(),
                    since: "1 March 2026".into(),
                    until: Some("1 April 2026".into()),
                },
                MembershipTerm {
                    until: Some("28 February 2026".into()),
                    ..MembershipTerm::default()
                },
            ],
            actions: Vec::new(),
            on: "2026-05-01".into(),
            keep: Some(Keep {
                leave: None,
                ..keep.clone()
            }),
            profile: Some(StateProfile {
                approaches: Vec::new(),
                ..profile
            }),
            stated: None,
            ..own.clone()
        };
        let long = Self {
            organisation: long_org(),
            own_words: long_words(),
            also: vec![long_words()],
            ..full.clone()
        };
        let public = Self {
            inside: false,
            actions: Vec::new(),
            ..full.clone()
        };
        let empty = Self {
            stated: None,
            offices: Vec::new(),
            texts: Vec::new(),
            actions: Vec::new(),
            ..full.clone()
        };
        vec![
            ("empty", empty),
            ("full", full),
            ("own", own.clone()),
            (
                "secretariat",
                Self {
                    keep: Some(keep),
                    ..own.clone()
                },
            ),
            ("left", left),
            ("long", long),
            ("public", public),
            (
                "refused",
                Self {
                    keep: Some(refused),
                    ..own
                },
            ),
        ]
    }
}

impl Coverage {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            as_of: "Monday 4 May 2026".into(),
            ..Self::default()
        };
        let works = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
        let row = |organisation: Org, cells: [Option<Vec<String>>; 3]| CoverageRow {
            slug: organisation.short.to_lowercase(),
            organisation,
            cells: cells.to_vec(),
        };
        let full = Self {
            themes: themes(),
            approaches: approaches(),
            rows: vec![
                row(isv(), [works(&["prevention", "inspection"]), None, None]),
                row(bca(), [None, works(&["prevention"]), None]),
                row(
                    fdw(),
                    [
                        works(&["prevention", "protection and support", "inspection"]),
                        works(&[]),
                        None,
                    ],
                ),
                row(hwf(), [None, None, None]),
                row(
                    iol(),
                    [works(&["inspection"]), works(&["inspection"]), None],
                ),
            ],
            gaps: vec![
                Gap {
                    theme: themes()[1].clone(),
                    approaches: vec!["protection and support".into()],
                },
                Gap {
                    theme: themes()[2].clone(),
                    approaches: Vec::new(),
                },
            ],
            own: Some("fdw".into()),
            ..empty.clone()
        };
        let many: Vec<_> = (0..4).flat_map(|_| themes()).collect();
        let long = Self {
            rows: vec![CoverageRow {
                slug: "long".into(),
                organisation: long_org(),
                cells: many.iter().map(|_| Some(approaches())).collect(),
            }],
            themes: many,
            gaps: Vec::new(),
            on: "2026-05-04".into(),
            ..full.clone()
        };
        let nobody = Self {
            rows: Vec::new(),
            ..full.clone()
        };
        vec![
            ("empty", empty),
            ("full", full),
            ("long", long),
            ("nobody", nobody),
        ]
    }
}
