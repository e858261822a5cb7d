//! Returning comments, and the check before they are sent.

use super::pieces::{command, fees, focal_point, in_round, long_words, marked, sunday, tomorrow};
use crate::check::{
    Check, Internal, ReadComment, ReadProposal, SetAside, SetAsideReason, Tracking,
};
use crate::read::{Download, File};
use crate::returning::Return;
use crate::round::Heard;

impl Return {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            head: fees(in_round()),
            acts_for: focal_point(),
            closes: tomorrow(),
            instructions: "Please look at paragraphs 4 and 5 first.".into(),
            draft: Some(Download {
                what: File::Version("draft 2".into()),
                href: "/practice/texts/recruitment-fees/v/2/draft-2.docx".into(),
                size: Some("84 kB".into()),
            }),
            held: Heard::NotYet,
            receipt: None,
            waiting: None,
            closed: false,
            upload: command(),
            no_comments: command(),
            not_in_our_mandate: command(),
        };
        let held = Self {
            held: Heard::MarkedUp {
                on: sunday(),
                proposals: 14,
                comments: 3,
            },
            receipt: Some(1204),
            waiting: Some("draft 2 FDW final final.docx".into()),
            ..empty.clone()
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
            ("closed", closed),
            ("long", long),
        ]
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
            looks_internal,
        };
        let full = Self {
            head: fees(in_round()),
            acts_for: focal_point(),
            closes: tomorrow(),
            form: command(),
            file: "draft 2 FDW.docx".into(),
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
            replaces: Some(sunday()),
            same_file: false,
        };
        let empty = Self {
            proposals: Vec::new(),
            comments: Vec::new(),
            warnings: Vec::new(),
            set_aside: Vec::new(),
            authors: Vec::new(),
            replaces: None,
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
        long.file = long_words();
        long.proposals[0].wording = marked(&format!("|+{}+|", long_words().replace('|', " ")));
        long.comments[0].text = long_words();
        vec![
            ("full", full),
            ("empty", empty),
            ("refused", refused),
            ("long", long),
        ]
    }
}
