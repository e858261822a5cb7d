//! The brief.

use super::pieces::{command, fdw, long_words, marked, same, sunday, tomorrow};
use crate::brief::{Brief, Line, OwnWords, Section};
use crate::read::{Download, File};
use crate::wording::Span;

impl Brief {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let line = |place: &str, wording: Vec<Span>, below: &str| Line {
            place: place.into(),
            wording,
            below: below.into(),
            href: None,
        };
        let section = |heading: &str, lines: Vec<Line>| Section {
            heading: heading.into(),
            lines,
        };
        let full = Self {
            title: "Joint statement on recruitment fees".into(),
            about: "texts/recruitment-fees".into(),
            organisation: fdw(),
            asked: vec![("An answer in the clearance of draft 3, until".into(), Some(tomorrow()))],
            if_nothing: Some("If you do nothing, the text can be adopted, and your organisation is listed as having made no objection.".into()),
            own: OwnWords {
                recommendation: "Agree. Paragraph 4 has the wording that we asked for.".into(),
                red_lines: "No fee for a medical certificate.".into(),
                form: Some(command()),
                theirs: None,
            },
            sections: vec![
                section(
                    "What became of our comments",
                    vec![
                        line("", same("7 taken, 2 in other words, 1 not taken, with the reason"), ""),
                        line("7.", marked("repaid within |-30-||+15+| days"), "not taken: Flag States differ in powers."),
                    ],
                ),
                section(
                    "What changed since draft 2",
                    vec![line("4.", marked("States and employers |-should-||+shall+| ensure"), "")],
                ),
                section(
                    "Our promises that are open",
                    vec![Line {
                        href: Some("actions/2026-3".into()),
                        ..line("2026/3", same("Send the list of ports with a welfare officer."), "in 3 days")
                    }],
                ),
            ],
            download: Some(Download {
                what: File::Brief,
                href: "/practice/texts/recruitment-fees/brief.docx".into(),
                size: None,
            }),
        };
        let met = Self {
            own: OwnWords {
                theirs: Some(("Object to paragraph 4.".into(), String::new())),
                ..full.own.clone()
            },
            ..full.clone()
        };
        let refused = Self {
            own: OwnWords {
                form: Some(command().refused(
                    "recommendation",
                    "The brief is longer than 5000 characters; shorten it and send it again.",
                )),
                ..full.own.clone()
            },
            ..full.clone()
        };
        let reader = Self {
            own: OwnWords {
                form: None,
                ..full.own.clone()
            },
            asked: vec![(
                "To take part in the meeting at Lisbon,".into(),
                Some(sunday()),
            )],
            if_nothing: None,
            ..full.clone()
        };
        let empty = Self {
            asked: Vec::new(),
            if_nothing: None,
            own: OwnWords {
                form: Some(command()),
                ..OwnWords::default()
            },
            sections: Vec::new(),
            ..full.clone()
        };
        let mut long = full.clone();
        long.own.recommendation = long_words();
        long.title = long_words();
        vec![
            ("full", full),
            ("met", met),
            ("refused", refused),
            ("reader", reader),
            ("empty", empty),
            ("long", long),
        ]
    }
}
