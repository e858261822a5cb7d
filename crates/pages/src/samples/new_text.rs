//! Samples of the page on which a text begins, and of the group's templates.

use super::pieces::{command, long_words, orgs};
use crate::aims::Aims;
use crate::new_text::{Begin, NewText};
use crate::templates::{KeepTemplate, SetKinds, TemplateRow, Templates};
use crate::text::TextKind;
use crate::wording::{Block, Para};

fn kinds() -> Vec<(String, TextKind)> {
    vec![
        ("statement".into(), TextKind::Statement),
        ("letter".into(), TextKind::Letter),
        (
            "guidance-note".into(),
            TextKind::Own("Guidance note".into()),
        ),
    ]
}

fn meetings() -> Vec<(String, String)> {
    vec![(
        "heads-2026".into(),
        "Heads of organisations, 12 June 2026".into(),
    )]
}

impl NewText {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: command(),
            organisations: orgs()
                .into_iter()
                .map(|org| (org.short.clone(), org))
                .collect(),
            kinds: kinds(),
            next_symbol: "PGWS/2026/WP.8".into(),
            language: "en".into(),
            texts: vec![("fees".into(), "Joint statement on recruitment fees".into())],
            aims: Aims {
                meetings: meetings(),
                ..Aims::default()
            },
            ..Self::default()
        };
        let typed = Self {
            title: "Joint statement on recruitment fees".into(),
            slug: "recruitment-fees".into(),
            kind: "letter".into(),
            penholder: "FDW".into(),
            templates: vec![
                ("01".into(), "Joint statement".into()),
                ("02".into(), "Letter to a presidency".into()),
            ],
            ..empty.clone()
        };
        let refused = Self {
            form: command().refused("file", "“minutes.pdf” is not a Word file. In Word: File, Save as, Word document (.docx); then send it again."),
            ..typed.clone()
        };
        let heading = Para::plain(1, None, "What we ask");
        let written = Self {
            begin: Begin::Words,
            words:
                "# What we ask\n1. States license recruiters[^1].\n[^1]: As the Convention says."
                    .into(),
            look: vec![
                Block::Heading {
                    level: 1,
                    para: heading,
                },
                Block::Paragraph(Para::plain(2, Some("1."), "States license recruiters.")),
            ],
            symbol: "PGWS/2026/WP.8".into(),
            ..typed.clone()
        };
        let further = Self {
            form: command().refused("meeting", "The meeting is over."),
            begin: Begin::Template,
            template: "02".into(),
            with: "fees".into(),
            corrects: true,
            aims: Aims {
                meeting: "heads-2026".into(),
                meetings: meetings(),
                process: "Review of the Convention, second session".into(),
                day: "2026-06-01".into(),
            },
            ..typed
        };
        let long = Self {
            title: long_words(),
            begin: Begin::Words,
            words: long_words(),
            look: vec![Block::Paragraph(Para::plain(1, None, &long_words()))],
            ..further.clone()
        };
        vec![
            ("empty", empty),
            ("refused", refused),
            ("written", written),
            ("further", further),
            ("long", long),
        ]
    }
}

impl Templates {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = |id: &str, name: &str, kind: Option<TextKind>| TemplateRow {
            id: id.into(),
            name: name.into(),
            kind,
            kept: "4 May 2026".into(),
            drop: Some(command()),
        };
        let full = Self {
            rows: vec![
                row("01", "Joint statement", Some(TextKind::Statement)),
                row("02", "Letter to a presidency", None),
            ],
            keep: Some(KeepTemplate {
                form: command(),
                kinds: kinds(),
                ..KeepTemplate::default()
            }),
            kinds: kinds().into_iter().map(|(_, kind)| kind).collect(),
            set_kinds: Some(SetKinds {
                form: command(),
                kinds: "Joint statement\nLetter\nGuidance note".into(),
            }),
        };
        let mut member = full.clone();
        member.keep = None;
        member.set_kinds = None;
        for row in &mut member.rows {
            row.drop = None;
        }
        let refused = Self {
            keep: Some(KeepTemplate {
                form: command().refused("name", "“Joint statement” is taken in this group."),
                name: "Joint statement".into(),
                kind: "letter".into(),
                kinds: kinds(),
                replaces: String::new(),
            }),
            set_kinds: Some(SetKinds {
                form: command().refused("kinds", "“Letter” is taken in this group."),
                kinds: "Letter\nletter".into(),
            }),
            ..full.clone()
        };
        let long = Self {
            rows: vec![row("03", &long_words(), Some(TextKind::TermsOfReference))],
            ..full.clone()
        };
        let empty = Self {
            rows: Vec::new(),
            ..full.clone()
        };
        vec![
            ("full", full),
            ("member", member),
            ("refused", refused),
            ("long", long),
            ("empty", empty),
        ]
    }
}
