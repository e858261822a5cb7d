//! Returning comments, and the check before they are sent.

use super::pieces::{
    command, fees, focal_point, in_round, long_words, marked, npc, secretariat_acts, sunday,
    tomorrow,
};
use crate::check::{
    Check, Gone, InForce, Internal, Mode, ReadComment, ReadProposal, SetAside, SetAsideReason,
    Tracking,
};
use crate::comments::Pager;
use crate::evidence::{Entering, EvidenceForm, EvidenceKind};
use crate::read::{Download, File};
use crate::returning::Return;
use crate::round::Heard;
use crate::typing::{OpenPara, TypedPara, Typing};

impl Return {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            head: fees(in_round()),
            address: "return".into(),
            entering: None,
            acts_for: focal_point(),
            closes: tomorrow(),
            instructions: "Please look at paragraphs 4 and 5 first.".into(),
            without_names: false,
            draft: Some(Download {
                what: File::Version("draft 2".into()),
                href: "/practice/texts/recruitment-fees/v/2/draft-2.docx".into(),
                size: Some("84 kB".into()),
            }),
            for_penholder: Vec::new(),
            held: Heard::NotYet,
            entered: None,
            receipt: None,
            waiting: None,
            typed: 0,
            matrix: Some(Download {
                what: File::Matrix,
                href: "/practice/texts/recruitment-fees/files/matrix.xlsx".into(),
                size: None,
            }),
            more_time: Some(command()),
            asked_more_time: false,
            sends: true,
            late: false,
            closed: false,
            upload: command(),
            no_comments: command(),
            not_in_our_mandate: command(),
        };
        let held = Self {
            for_penholder: vec![(
                "4.".into(),
                "We could live with “should” if paragraph 5 stays.".into(),
            )],
            held: Heard::MarkedUp {
                on: sunday(),
                proposals: 14,
                comments: 3,
            },
            entered: Some((
                EvidenceKind::Mail,
                Some("/practice/texts/recruitment-fees/evidence/fdw".into()),
            )),
            receipt: Some(1204),
            waiting: Some("draft 2 FDW final final.docx".into()),
            typed: 2,
            more_time: None,
            asked_more_time: true,
            ..empty.clone()
        };
        let reviewer = Self {
            sends: false,
            more_time: None,
            waiting: Some("draft 2 FDW.docx".into()),
            ..empty.clone()
        };
        let late = Self {
            closes: sunday(),
            late: true,
            without_names: true,
            more_time: None,
            ..empty.clone()
        };
        let entering = Self {
            address: "return/for/npc".into(),
            entering: Some(Entering {
                organisation: npc(),
                given: None,
                form: evidence(),
            }),
            acts_for: secretariat_acts(),
            more_time: None,
            matrix: None,
            ..empty.clone()
        };
        let on_evidence = Self {
            entering: Some(Entering {
                organisation: npc(),
                given: Some((EvidenceKind::Mail, sunday(), Some("Re draft 2.eml".into()))),
                form: evidence(),
            }),
            ..entering.clone()
        };
        let evidence_refused = Self {
            entering: Some(Entering {
                organisation: npc(),
                given: None,
                form: EvidenceForm {
                    form: command().refused("date", "A message that answers this round arrived after the round was opened, and not later than now. Look at the day and the time."),
                    ..evidence()
                },
            }),
            ..entering.clone()
        };
        let refused = Self {
            upload: command().refused("file", "The file is empty. Save it in Word and choose it again; what we hold from you is unchanged."),
            ..held.clone()
        };
        let closed = Self {
            closed: true,
            waiting: None,
            ..held.clone()
        };
        let mut long = empty.clone();
        long.instructions = long_words();
        vec![
            ("empty", empty),
            ("held", held),
            ("refused", refused),
            ("late", late),
            ("reviewer", reviewer),
            ("closed", closed),
            ("entering", entering),
            ("on evidence", on_evidence),
            ("evidence refused", evidence_refused),
            ("long", long),
        ]
    }
}

fn evidence() -> EvidenceForm {
    EvidenceForm {
        form: command(),
        kind: EvidenceKind::Mail,
        date: "2026-05-03".into(),
        time: "09:12".into(),
        zone: "Lisbon".into(),
    }
}

impl Typing {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let paragraph = |at: u32, label: &str, wording: &str| TypedPara {
            at,
            label: (!label.is_empty()).then(|| label.to_owned()),
            heading: u8::from(label.is_empty()),
            wording: marked(wording),
            comment: None,
            touched: wording.contains("|+"),
        };
        let full = Self {
            head: fees(in_round()),
            address: "return".into(),
            acts_for: focal_point(),
            entering: None,
            paragraphs: vec![
                paragraph(1, "", "Fees and costs"),
                paragraph(2, "1.", "No worker pays a fee for a post at sea."),
                TypedPara {
                    comment: Some("Does this cover the cost of a medical certificate?".into()),
                    ..paragraph(
                        3,
                        "2.",
                        "A fee that was paid is repaid within |-30-||+15+| days.",
                    )
                },
                paragraph(4, "3.", "The Group reports each year on what was repaid."),
            ],
            pager: Pager { page: 1, pages: 2 },
            open: None,
            typed: 1,
        };
        let form = OpenPara {
            at: 3,
            form: command(),
            words: "A fee that was paid is repaid within 15 days.".into(),
            comment: "Does this cover the cost of a medical certificate?".into(),
        };
        let open = Self {
            open: Some(form.clone()),
            ..full.clone()
        };
        let refused = Self {
            open: Some(OpenPara {
                form: command().refused(
                    "words",
                    "The wording is longer than 20000 characters; shorten it and send it again.",
                ),
                ..form
            }),
            ..full.clone()
        };
        let entering = Self {
            entering: Some(npc()),
            acts_for: secretariat_acts(),
            typed: 0,
            ..full.clone()
        };
        let empty = Self {
            paragraphs: Vec::new(),
            typed: 0,
            pager: Pager { page: 1, pages: 1 },
            ..full.clone()
        };
        let mut long = full.clone();
        long.paragraphs[1].wording = marked(&long_words());
        vec![
            ("full", full),
            ("open", open),
            ("refused", refused),
            ("entering", entering),
            ("empty", empty),
            ("long", long),
        ]
    }
}

fn gone(place: &str, wording: &str) -> Gone {
    Gone {
        place: place.into(),
        wording: marked(wording),
    }
}

fn proposal(place: &str, wording: &str, tracking: Tracking) -> ReadProposal {
    ReadProposal {
        place: place.into(),
        wording: marked(wording),
        tracking,
    }
}

impl Check {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let comment = |id: &str, text: &str, looks_internal: Option<Internal>| ReadComment {
            id: id.into(),
            place: "4.".into(),
            author: "Nadia Thistle".into(),
            text: text.into(),
            about: Some("effective remedies".into()),
            held_back: looks_internal.is_some(),
            for_penholder: id == "1",
            looks_internal,
        };
        let full = Self {
            head: fees(in_round()),
            address: "return".into(),
            entering: None,
            sends: true,
            acts_for: focal_point(),
            closes: tomorrow(),
            without_names: false,
            form: command(),
            file: Some("draft 2 FDW.docx".into()),
            sha256: "9f86d081884c7d65".into(),
            proposals: vec![
                proposal("2.", "the contract itself, |-often-||+mostly+| before they know the terms", Tracking::Untracked),
                proposal("4.", "subject to effective |+and accessible +|remedies", Tracking::Tracked),
                proposal("7.", "repaid within |-30-||+15+| days", Tracking::Mixed),
            ],
            comments: vec![
                comment("1", "“Remedies” should include repayment.", None),
                comment("2", "@Ruta: is this what your lawyers meant?", Some(Internal::NamesColleague)),
                comment("3", "Done.", Some(Internal::Resolved)),
                comment("4", "Agreed, see my mail.", Some(Internal::Reply)),
                comment("5", "Internal: we can live with should.", Some(Internal::SaysSo)),
            ],
            warnings: vec!["The file was made on draft 2, as it should be, but it contains macros; they were dropped.".into()],
            set_aside: [
                SetAsideReason::NotCovered,
                SetAsideReason::Field,
                SetAsideReason::Formatting,
                SetAsideReason::OutsideBase,
                SetAsideReason::FromOther,
                SetAsideReason::Rebased,
            ]
            .map(|reason| SetAside { place: "9.".into(), reason, before: "yearly".into(), after: "each year".into() })
            .to_vec(),
            authors: vec!["Nadia Thistle".into(), "Microsoft Office User".into()],
            left_out: vec![gone("4.", "remedies |-that are effective-||+of any kind+|")],
            replaces: None,
            in_force: Some(InForce {
                on: sunday(),
                chosen: Mode::Replaces,
                modes: vec![
                    (
                        Mode::Replaces,
                        vec![gone("1.", "No worker |-pays-||+shall pay+| a fee"), gone("3.", "|+Why each year?+|")],
                    ),
                    (Mode::Adds, Vec::new()),
                    (Mode::Paragraphs, vec![gone("2.", "|+Who checks?+|")]),
                ],
            }),
            same_file: false,
        };
        let replacing = Self {
            replaces: Some(sunday()),
            in_force: None,
            left_out: Vec::new(),
            ..full.clone()
        };
        let reviewer = Self {
            sends: false,
            ..replacing.clone()
        };
        let entering = Self {
            address: "return/for/npc".into(),
            entering: Some(npc()),
            acts_for: secretariat_acts(),
            file: None,
            ..replacing.clone()
        };
        let empty = Self {
            without_names: true,
            proposals: Vec::new(),
            comments: Vec::new(),
            warnings: Vec::new(),
            set_aside: Vec::new(),
            authors: Vec::new(),
            left_out: Vec::new(),
            replaces: None,
            in_force: None,
            same_file: true,
            ..full.clone()
        };
        let refused = Self {
            form: command().refused(
                "",
                "The round closed a moment ago. Your file is kept as a draft of your organisation.",
            ),
            ..full.clone()
        };
        let mut long = full.clone();
        long.file = Some(long_words());
        long.proposals[0].wording = marked(&format!("|+{}+|", long_words().replace('|', " ")));
        long.comments[0].text = long_words();
        vec![
            ("full", full),
            ("replacing", replacing),
            ("reviewer", reviewer),
            ("entering", entering),
            ("empty", empty),
            ("refused", refused),
            ("long", long),
        ]
    }
}
