//! Texts, a new text, reading and its rounds, the public page.

use super::pieces::{
    command, document, fdw, fees, hwf, in_round, inspection, iol, isv, long_org, long_words, npc,
    osr, rfc, sunday, tomorrow, wednesday,
};
use crate::aims::{Aims, Targeting};
use crate::clearance::{Attached, Attachment};
use crate::decisions::Basis;
use crate::evidence::EvidenceKind;
use crate::published::Published;
use crate::read::{Download, File, Read, TableVersion, TextLink, VersionLink};
use crate::round::{BoardRow, ExtendRound, Heard, OpenRound, RoundBoard};
use crate::text::{Invite, Stage, TextHead, TextKind};
use crate::texts::{TextRow, Texts};
use crate::wording::{Block, Para};

impl Texts {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = |head: TextHead| TextRow {
            slug: head.slug,
            title: head.title,
            kind: head.kind,
            symbol: head.symbol,
            version: head.version,
            stage: head.stage,
        };
        let number = || "2026/1".to_owned();
        let stages = [
            Stage::Drafting,
            in_round(),
            Stage::Answering {
                answered: Some(38),
                proposals: 61,
            },
            Stage::ResponsesIssued { on: sunday() },
            Stage::Broken { on: sunday() },
            Stage::Unconfirmed { closed: sunday() },
            Stage::Adopted {
                number: number(),
                on: sunday(),
            },
            Stage::Published {
                number: number(),
                on: sunday(),
            },
        ];
        let every = stages.into_iter().map(|stage| row(fees(stage))).collect();
        let mut long = row(fees(in_round()));
        long.title = long_words();
        vec![
            ("empty", Self::default()),
            (
                "empty-open",
                Self {
                    rows: Vec::new(),
                    may_open: true,
                },
            ),
            (
                "full",
                Self {
                    rows: vec![
                        row(fees(in_round())),
                        row(inspection(Stage::Silence { until: wednesday() })),
                    ],
                    may_open: true,
                },
            ),
            (
                "every",
                Self {
                    rows: every,
                    may_open: false,
                },
            ),
            (
                "long",
                Self {
                    rows: vec![long],
                    may_open: false,
                },
            ),
        ]
    }
}

fn board(rows: bool) -> RoundBoard {
    let heard = [
        (isv(), Heard::NoComments { on: sunday() }),
        (
            hwf(),
            Heard::MarkedUp {
                on: sunday(),
                proposals: 14,
                comments: 1,
            },
        ),
        (
            iol(),
            Heard::MarkedUp {
                on: sunday(),
                proposals: 1,
                comments: 3,
            },
        ),
        (rfc(), Heard::NotInOurMandate { on: sunday() }),
        (npc(), Heard::NotYet),
    ];
    RoundBoard {
        closes: tomorrow(),
        answered: 10,
        without_comments: 2,
        asked: 11,
        without_names: false,
        instructions: "Please look at paragraphs 4 and 5 first.".into(),
        rows: heard
            .into_iter()
            .filter(|_| rows)
            .enumerate()
            .map(|(at, (organisation, heard))| BoardRow {
                late: at == 2,
                entered: (at == 3).then_some(EvidenceKind::Mail),
                enter: (at > 0)
                    .then(|| format!("return/for/{}", organisation.brief().to_lowercase())),
                organisation,
                heard,
            })
            .collect(),
        more_time: if rows { vec![npc()] } else { Vec::new() },
        drops: rows,
        extend: rows.then(|| ExtendRound {
            form: command(),
            date: "2026-05-12".into(),
            time: "17:00".into(),
            zone: "Lisbon".into(),
        }),
        extended_from: rows.then(sunday),
        late: rows,
        close: rows.then(command),
        closed: false,
    }
}

fn link(slug: &str, title: &str, behind: &str) -> TextLink {
    TextLink {
        slug: slug.into(),
        title: title.into(),
        symbol: Some(format!("PGWS/2026/WP.3/{behind}")),
    }
}

impl Read {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let version = |number: u32, shown| VersionLink {
            number,
            label: format!("draft {number}"),
            symbol: (number > 1).then(|| "PGWS/2026/WP.3/Rev.1".into()),
            tabled: "Monday 20 April 2026".into(),
            shown,
        };
        let member = Self {
            head: TextHead {
                invites: vec![Invite::Return],
                ..fees(in_round())
            },
            versions: vec![version(2, true), version(1, false)],
            shown: "draft 2".into(),
            compared_with: None,
            differences: 0,
            since: false,
            blocks: document(),
            downloads: vec![Download {
                what: File::Version("draft 2".into()),
                href: "/practice/texts/recruitment-fees/v/2/draft-2.docx".into(),
                size: Some("84 kB".into()),
            }],
            goes_with: None,
            supplements: Vec::new(),
            target: None,
            open_round: None,
            round: Some(board(false)),
            table_version: None,
            themes: vec![("fair-recruitment".into(), "Fair recruitment".into())],
            tag: None,
        };
        let open = OpenRound {
            form: command(),
            version: "draft 2".into(),
            zone: "Lisbon".into(),
            asked: 11,
            ..OpenRound::default()
        };
        let drafting = Self {
            head: fees(Stage::Drafting),
            round: None,
            supplements: vec![link("costs", "Costs that no worker bears", "Add.1")],
            target: Some(Targeting {
                form: command(),
                aims: Aims::default(),
            }),
            open_round: Some(open.clone()),
            table_version: Some(TableVersion {
                form: command(),
                label: "draft 3".into(),
            }),
            ..member.clone()
        };
        let refused = Self {
            open_round: Some(OpenRound {
                form: command().refused("date", "The deadline lies in the past."),
                date: "2026-05-01".into(),
                time: "18:00".into(),
                instructions: "Paragraphs 4 and 5 first.".into(),
                late: true,
                without_names: true,
                ..open
            }),
            ..drafting.clone()
        };
        let target_refused = Self {
            goes_with: Some((link("fees-2025", "Joint statement of 2025", "Corr.1"), true)),
            target: Some(Targeting {
                form: command().refused("meeting", "The meeting is over."),
                aims: Aims {
                    meeting: "heads-2026".into(),
                    meetings: vec![("heads-2026".into(), "Heads of organisations, 2026".into())],
                    process: "Review of the Convention".into(),
                    day: "2026-06-12".into(),
                },
            }),
            ..drafting.clone()
        };
        let mut since = Self {
            since: true,
            ..member.clone()
        };
        for para in since.blocks.iter_mut().flat_map(Block::paras_mut) {
            para.since = Some("Unchanged since draft 1".into());
        }
        let compared = Self {
            compared_with: Some("draft 1".into()),
            differences: 2,
            downloads: vec![Download {
                what: File::Redline("draft 1".into(), "draft 2".into()),
                href: "/practice/texts/recruitment-fees/files/1-2.docx".into(),
                size: None,
            }],
            ..member.clone()
        };
        let secretariat = Self {
            round: Some(board(true)),
            ..member.clone()
        };
        let closed = Self {
            round: Some(RoundBoard {
                without_names: true,
                closed: true,
                close: None,
                extend: None,
                more_time: Vec::new(),
                ..board(true)
            }),
            ..member.clone()
        };
        let mut long = member.clone();
        long.head.title = long_words();
        long.blocks = vec![Block::Paragraph(Para::plain(1, Some("1."), &long_words()))];
        let empty = Self {
            blocks: Vec::new(),
            downloads: Vec::new(),
            versions: vec![version(1, true)],
            round: None,
            ..member.clone()
        };
        vec![
            ("full", member),
            ("since", since),
            ("target refused", target_refused),
            ("compared", compared),
            ("secretariat", secretariat),
            ("closed", closed),
            ("drafting", drafting),
            ("refused", refused),
            ("long", long),
            ("empty", empty),
        ]
    }
}

impl Published {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            title: "Joint statement on safe rest at sea".into(),
            kind: TextKind::Statement,
            symbol: Some("PGWS/2026/ST.1".into()),
            number: "2026/1".into(),
            adopted: "Wednesday 11 February 2026".into(),
            published: "Thursday 12 February 2026".into(),
            basis: Basis::Silence,
            blocks: document(),
            endorsed: [isv(), fdw(), hwf()].map(|org| org.name).to_vec(),
            as_of: "Monday 4 May 2026".into(),
            edition: 2,
            corrections: vec![(
                "8 May 2026".into(),
                "In paragraph 2, “there” is “their”.".into(),
            )],
            languages: super::corrections::languages(),
            attached: vec![(
                osr(),
                Attached {
                    kind: Attachment::Statement,
                    text: "The Office understands “rest” as uninterrupted rest.".into(),
                    to_be_published: true,
                },
            )],
            downloads: vec![Download {
                what: File::Version("final".into()),
                href: "/practice/texts/safe-rest/v/3/safe-rest.docx".into(),
                size: None,
            }],
            act: 418,
        };
        let empty = Self {
            endorsed: Vec::new(),
            attached: Vec::new(),
            symbol: None,
            ..full.clone()
        };
        let mut long = full.clone();
        long.title = long_words();
        long.endorsed.push(long_org().name);
        long.attached = vec![(
            long_org(),
            Attached {
                kind: Attachment::Reservation,
                text: long_words(),
                to_be_published: true,
            },
        )];
        vec![("full", full), ("empty", empty), ("long", long)]
    }
}
