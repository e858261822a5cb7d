//! The desk.

use super::pieces::{
    bca, command, fdw, fees, hwf, in_round, iol, long_org, long_words, marked, npc, orgs, osr, rfc,
    same,
};
use crate::answer::{Answer, AnswerForm, Verdict};
use crate::check::Tracking;
use crate::comments::{
    Aside, Clash, Cluster, Comments, Counts, DeskComment, DeskPara, DeskState, Filter, MovedTo,
    Pager, Part, Progress, Proposal, ProposalKind, Reads, Supporter,
};
use crate::organisation::Org;
use crate::read::{Download, File};
use crate::text::Stage;

fn by(orgs: &[Org]) -> Vec<Supporter> {
    orgs.iter()
        .map(|org| Supporter {
            penholder: org.short == "FDW",
            organisation: org.clone(),
            ..Supporter::default()
        })
        .collect()
}

fn proposal(id: &str, letter: &str, wording: &str, orgs: &[Org]) -> Proposal {
    Proposal {
        id: id.into(),
        letter: letter.into(),
        wording: marked(wording),
        supporters: by(orgs),
        ..Proposal::default()
    }
}

pub(super) fn answer(verdict: Verdict, reason: Option<&str>) -> Option<Answer> {
    let wording =
        (verdict == Verdict::InOtherWords).then(|| "effective and accessible remedies".to_owned());
    Some(Answer {
        verdict,
        wording,
        reason: reason.map(str::to_owned),
        by: Some("Nadia Thistle".into()),
    })
}

fn fourth() -> DeskPara {
    let mut silent = proposal(
        "a3",
        "c",
        "States |-and employers-||+, within their jurisdiction,+| should ensure",
        &[npc()],
    );
    silent.supporters[0].tracking = Tracking::Untracked;
    let mut last = proposal(
        "a4",
        "d",
        "subject to effective |+and accessible +|remedies",
        &[bca(), fdw(), hwf(), osr()],
    );
    last.supporters[0].variant = Some("and accessible".into());
    DeskPara {
        at: 4,
        label: Some("4.".into()),
        base: marked(
            "States and employers |=should=| ensure that recruiters are licensed, supervised and |=subject to effective remedies=| when fees are charged to fishers.",
        ),
        clusters: vec![
            Cluster {
                clash: Some(Clash::Wordings {
                    count: 2,
                    of: "should".into(),
                }),
                proposals: vec![
                    proposal(
                        "a1",
                        "a",
                        "States and employers |-should-||+shall+| ensure",
                        &[hwf(), iol(), osr()],
                    ),
                    proposal(
                        "a2",
                        "b",
                        "States and employers |-should-||+are encouraged to+| ensure",
                        &[rfc()],
                    ),
                ],
            },
            Cluster {
                clash: None,
                proposals: vec![silent],
            },
            Cluster {
                clash: None,
                proposals: vec![last],
            },
        ],
        reads: Some(Reads {
            taken: vec!["a".into(), "d".into()],
            wording: marked(
                "States and employers |+shall+| ensure that recruiters are licensed, supervised and subject to effective |+and accessible +|remedies when fees are charged to fishers.",
            ),
        }),
        for_penholder: vec![Aside {
            organisation: hwf(),
            about: Some("should".into()),
            text: "We could live with “should” if paragraph 5 stays.".into(),
        }],
        comments: vec![
            DeskComment {
                id: "c1".into(),
                organisation: iol(),
                text: "“Remedies” should include repayment. See the 2024 statement, paragraph 7."
                    .into(),
                about: Some("effective remedies".into()),
                ..DeskComment::default()
            },
            DeskComment {
                id: "c2".into(),
                organisation: rfc(),
                text: "We agree.".into(),
                reply: true,
                answer: answer(Verdict::Noted, None),
                ..DeskComment::default()
            },
        ],
        ..DeskPara::default()
    }
}

fn sixth() -> DeskPara {
    let kinds = [
        (ProposalKind::DeleteParagraph, "Delete"),
        (
            ProposalKind::NewParagraph,
            "|+Recruiters that repay fees may be listed again.+|",
        ),
        (ProposalKind::Typography, "per|- -||+ +|cent"),
        (ProposalKind::DeleteRow, ""),
        (ProposalKind::NewRow, ""),
        (ProposalKind::Formatting, ""),
        (
            ProposalKind::Moved,
            "The Group will report yearly on progress.",
        ),
        (
            ProposalKind::Moved,
            "|-The Group will report yearly on progress.-||+The Group will report on progress each year.+|",
        ),
        (
            ProposalKind::Moved,
            "The Group will report yearly on progress.",
        ),
        (
            ProposalKind::MovedWords,
            "The Group will report |-yearly-| on progress.",
        ),
        (
            ProposalKind::MovedWords,
            "The Group will report |-yearly-| on progress.",
        ),
        (
            ProposalKind::MovedWords,
            "The Group will report |-yearly-||+each year+| on progress.",
        ),
        (ProposalKind::Split, "will report |+¶+| yearly on progress"),
        (ProposalKind::Joined, "yearly on progress.|-¶-|"),
        (ProposalKind::Other, ""),
    ];
    let places = [
        MovedTo::First,
        MovedTo::BehindNumber("4.".into()),
        MovedTo::BehindWords("The following costs are never borne …".into()),
        MovedTo::Within,
        MovedTo::IntoNumber("4.".into()),
        MovedTo::IntoWords("The following costs are never borne …".into()),
    ];
    let mut places = places.into_iter();
    let proposals = kinds
        .into_iter()
        .enumerate()
        .map(|(at, (kind, wording))| Proposal {
            kind,
            to: matches!(kind, ProposalKind::Moved | ProposalKind::MovedWords)
                .then(|| places.next())
                .flatten(),
            part: (kind == ProposalKind::Typography).then_some(Part::Footnote(2)),
            answer: answer(Verdict::ALL[at % 6], Some("Flag States differ in powers.")),
            ..proposal(
                &format!("b{at}"),
                "e",
                if wording == "Delete" { "" } else { wording },
                &[npc()],
            )
        })
        .collect();
    DeskPara {
        at: 6,
        base: marked("|=The Group will report yearly on progress.=|"),
        clusters: vec![
            Cluster {
                clash: Some(Clash::DeleteAgainstEdit),
                proposals,
            },
            Cluster {
                clash: Some(Clash::Overlap),
                proposals: vec![Proposal {
                    answered_before: answer(Verdict::NotTaken, Some("Too early.")),
                    ..proposal(
                        "b20",
                        "f",
                        "will report |-yearly-||+every two years+| on progress",
                        &[npc()],
                    )
                }],
            },
        ],
        reads: Some(Reads {
            taken: vec!["f".into()],
            wording: same("The Group will report."),
        }),
        ..DeskPara::default()
    }
}

fn desk() -> Comments {
    let quiet = |at: u32, text: &str| DeskPara {
        at,
        label: Some(format!("{at}.")),
        base: same(text),
        ..DeskPara::default()
    };
    let heading = DeskPara {
        at: 1,
        heading: 1,
        base: same("What we ask"),
        ..DeskPara::default()
    };
    Comments {
        head: fees(Stage::Answering {
            answered: Some(38),
            proposals: 61,
        }),
        version: "draft 2".into(),
        state: DeskState::Frozen,
        desk: true,
        filter: Filter::All,
        counts: Counts {
            open: 23,
            conflicts: 4,
            all: 61,
            comments: 9,
        },
        without_names: false,
        organisations: orgs()
            .into_iter()
            .map(|org| (org.brief().to_owned(), org))
            .collect(),
        only: None,
        paras: vec![
            heading,
            quiet(
                3,
                "The members of the Group recall that no worker shall pay for obtaining a job, and that costs of recruitment are borne by the employer.",
            ),
            fourth(),
            quiet(
                5,
                "They invite port authorities to display, in the languages of crews, whom a fisher may call.",
            ),
            sixth(),
        ],
        pager: Pager { page: 1, pages: 3 },
        signs: Some((command(), 3)),
        progress: Some(Progress {
            answered: 38,
            proposals: 61,
            heard: 10,
            asked: 11,
            without_comments: 2,
            not_heard: vec![npc()],
        }),
        downloads: vec![
            Download {
                what: File::Compilation,
                href: "/practice/texts/recruitment-fees/comments/compilation.docx".into(),
                size: None,
            },
            Download {
                what: File::Amendments,
                href: "/practice/texts/recruitment-fees/comments/amendments.json".into(),
                size: None,
            },
        ],
        freeze: None,
    }
}

/// Who answers a round without names.
fn numbered(n: usize) -> Org {
    let name = format!("Organisation {n}");
    Org::new(&name, &name)
}

impl Comments {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = desk();
        let blank = Self {
            state: DeskState::Empty,
            desk: false,
            paras: Vec::new(),
            ..full.clone()
        };
        let mut nameless = Self {
            desk: false,
            without_names: true,
            organisations: (1..=9)
                .map(|n| (format!("Organisation {n}"), numbered(n)))
                .collect(),
            progress: None,
            ..full.clone()
        };
        for para in &mut nameless.paras {
            para.for_penholder.clear();
            let proposals = para.clusters.iter_mut().flat_map(|one| &mut one.proposals);
            let supporters = proposals.flat_map(|one| &mut one.supporters);
            for (at, supporter) in supporters.enumerate() {
                supporter.organisation = numbered(at + 1);
                supporter.penholder = false;
            }
            for comment in &mut para.comments {
                comment.organisation = numbered(7);
            }
        }
        let filtered = |filter| Self {
            filter,
            paras: Vec::new(),
            only: Some("HWF".into()),
            pager: Pager { page: 1, pages: 1 },
            ..full.clone()
        };
        let mut open = full.clone();
        open.filter = Filter::Open;
        open.paras[2].clusters[0].proposals[0].form = Some(AnswerForm {
            form: command(),
            seen: "0".into(),
            ..AnswerForm::default()
        });
        let mut refused = open.clone();
        refused.paras[2].clusters[0].proposals[0].form = Some(AnswerForm {
            form: command().refused(
                "reason",
                "A proposal that is not taken needs its reason. Your words are kept.",
            ),
            seen: "1".into(),
            wording: "must".into(),
            reason: "  ".into(),
            theirs: answer(Verdict::Taken, None),
        });
        let mut comment = full.clone();
        comment.paras[2].comments[1].form = Some(AnswerForm {
            form: command(),
            seen: "1".into(),
            ..AnswerForm::default()
        });
        comment.filter = Filter::Comments;
        let reader = Self {
            desk: false,
            state: DeskState::Issued,
            ..full.clone()
        };
        let provisional = Self {
            state: DeskState::Provisional,
            freeze: Some(command()),
            head: fees(in_round()),
            ..full.clone()
        };
        let mut long = full.clone();
        long.paras[2].base = same(&long_words());
        long.paras[2].comments[0].text = long_words();
        long.paras[2].clusters[1].proposals[0].supporters[0].organisation = long_org();
        vec![
            ("full", full.clone()),
            ("open", open),
            ("refused", refused),
            ("comment", comment),
            ("reader", reader),
            ("nameless", nameless),
            (
                "reader-frozen",
                Self {
                    desk: false,
                    ..full.clone()
                },
            ),
            (
                "reader-provisional",
                Self {
                    desk: false,
                    freeze: None,
                    ..provisional.clone()
                },
            ),
            ("provisional", provisional),
            ("empty", blank.clone()),
            (
                "empty-desk",
                Self {
                    desk: true,
                    ..blank.clone()
                },
            ),
            (
                "not-shown-yet",
                Self {
                    state: DeskState::NotShownYet,
                    ..blank
                },
            ),
            ("none-open", filtered(Filter::Open)),
            ("no-conflicts", filtered(Filter::Conflicts)),
            ("none", filtered(Filter::All)),
            ("no-comments", filtered(Filter::Comments)),
            ("long", long),
        ]
    }
}
