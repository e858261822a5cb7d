//! The responses.

use super::comments::answer;
use super::pieces::{command, document, fdw, fees, hwf, iol, long_words, marked, osr, same};
use crate::answer::Verdict;
use crate::became::{BecameItem, BecameOf};
use crate::read::{Download, File};
use crate::responses::{
    Became, NextVersion, ResponseRow, Responses, ResponsesState, RowKind, Unanswered,
};
use crate::text::Stage;

impl Responses {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = |number: u32, kind, verdict: Option<Verdict>| ResponseRow {
            number,
            organisations: vec![hwf(), iol(), osr()],
            place: "4.".into(),
            kind,
            proposed: match kind {
                RowKind::Proposal => marked("States and employers |-should-||+shall+| ensure"),
                RowKind::Comment => same("“Remedies” should include repayment."),
            },
            answer: verdict.and_then(|v| {
                answer(
                    v,
                    (v == Verdict::NotTaken).then_some("Flag States differ in powers."),
                )
            }),
        };
        let mut rows: Vec<_> = (1..)
            .zip(Verdict::ALL)
            .map(|(n, v)| row(n, RowKind::Proposal, Some(v)))
            .collect();
        rows.push(row(7, RowKind::Comment, None));
        let unanswered = vec![
            Unanswered {
                id: "a1".into(),
                place: "paragraph 4, a".into(),
            },
            Unanswered {
                id: "c1".into(),
                place: "comment of IOL on paragraph 4".into(),
            },
        ];
        let before = Self {
            head: fees(Stage::Answering {
                answered: Some(38),
                proposals: 61,
            }),
            version: "draft 2".into(),
            state: ResponsesState::Before {
                answered: 59,
                of: 61,
                unanswered: unanswered.clone(),
                issue: Some(command()),
            },
            rows,
            downloads: Vec::new(),
            others: Vec::new(),
            became: None,
            next: None,
        };
        let ready = Self {
            state: ResponsesState::Before {
                answered: 61,
                of: 61,
                unanswered: Vec::new(),
                issue: Some(command()),
            },
            ..before.clone()
        };
        let issued = Self {
            state: ResponsesState::Issued {
                on: "Thursday 14 May 2026".into(),
                by: fdw(),
                receipt: 1290,
            },
            downloads: vec![
                Download {
                    what: File::DispositionsSheet,
                    href: "/practice/texts/recruitment-fees/files/dispositions.xlsx".into(),
                    size: None,
                },
                Download {
                    what: File::DispositionsWord,
                    href: "/practice/texts/recruitment-fees/files/dispositions.docx".into(),
                    size: None,
                },
                Download {
                    what: File::CoveringNote,
                    href: "/practice/texts/recruitment-fees/files/covering.docx".into(),
                    size: None,
                },
            ],
            others: vec![
                (hwf(), "responses/of/hwf".into()),
                (iol(), "responses/of/iol".into()),
            ],
            became: Some(Became {
                all: 14,
                taken: 7,
                in_other_words: 2,
                not_taken: 2,
                noted: 1,
                bracketed: 1,
                left_for_discussion: 1,
            }),
            ..before.clone()
        };
        let next = Self {
            next: Some(NextVersion {
                form: command(),
                label: "draft 3".into(),
                text: document(),
                left: unanswered,
            }),
            ..issued.clone()
        };
        let refused = Self {
            next: Some(NextVersion {
                form: command().refused("", "Another version was tabled in the meantime."),
                label: "draft 3".into(),
                ..NextVersion::default()
            }),
            ..issued.clone()
        };
        let none = Self {
            rows: Vec::new(),
            became: None,
            ..issued.clone()
        };
        let empty = Self {
            state: ResponsesState::Empty,
            rows: Vec::new(),
            ..before.clone()
        };
        let mut long = issued.clone();
        long.rows[0].proposed = same(&long_words());
        vec![
            ("before", before),
            ("ready", ready),
            ("issued", issued),
            ("next", next),
            ("refused", refused),
            ("none", none),
            ("empty", empty),
            ("long", long),
        ]
    }
}

impl BecameOf {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let item = |place: &str, kind, wording: &str, verdict: Verdict| BecameItem {
            place: place.into(),
            kind,
            proposed: marked(wording),
            others: Vec::new(),
            colleagues: vec!["Nadia Thistle".into()],
            answer: answer(
                verdict,
                (verdict == Verdict::NotTaken).then_some("Flag States differ in powers."),
            ),
        };
        let proposal = |place, wording, verdict| item(place, RowKind::Proposal, wording, verdict);
        let own = Self {
            head: fees(Stage::ResponsesIssued {
                on: super::pieces::sunday(),
            }),
            version: "draft 2".into(),
            organisation: fdw(),
            own: true,
            became: Became {
                all: 4,
                taken: 1,
                in_other_words: 1,
                not_taken: 1,
                noted: 1,
                ..Became::default()
            },
            items: vec![
                BecameItem {
                    others: vec![hwf(), osr()],
                    ..proposal(
                        "4.",
                        "States and employers |-should-||+shall+| ensure",
                        Verdict::Taken,
                    )
                },
                proposal(
                    "4.",
                    "effective |+and accessible +|remedies",
                    Verdict::InOtherWords,
                ),
                proposal("7.", "repaid within |-30-||+15+| days", Verdict::NotTaken),
                item(
                    "9.",
                    RowKind::Comment,
                    "Who reads the report?",
                    Verdict::Noted,
                ),
            ],
            download: Some(Download {
                what: File::Became,
                href: "/practice/texts/recruitment-fees/files/became-fdw.docx".into(),
                size: None,
            }),
        };
        let mut other = Self {
            organisation: hwf(),
            own: false,
            ..own.clone()
        };
        for item in &mut other.items {
            item.colleagues.clear();
        }
        let none = Self {
            became: Became::default(),
            items: Vec::new(),
            download: None,
            ..own.clone()
        };
        let mut long = own.clone();
        long.items[0].proposed = same(&long_words());
        vec![
            ("own", own),
            ("other", other),
            ("none", none),
            ("long", long),
        ]
    }
}
