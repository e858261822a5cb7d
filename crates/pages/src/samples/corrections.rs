//! Corrections of a text, and its languages.

use super::pieces::{command, fdw, hwf, inspection, long_org, long_words, sunday, wednesday};
use crate::corrections::{
    AddLanguage, Correction, CorrectionKind, CorrectionState, Corrections, Language,
    ProposeCorrection,
};
use crate::steering::Because;
use crate::text::Stage;

fn correction(state: CorrectionState, changes: &str) -> Correction {
    Correction {
        id: "01".into(),
        kinds: vec![CorrectionKind::Misprint, CorrectionKind::Numbering],
        changes: changes.into(),
        state,
        proposed: sunday(),
        file: "/practice/texts/inspection/files/correction-1.docx".into(),
        redline: "/practice/texts/inspection/files/correction-1-marked.docx".into(),
    }
}

pub(super) fn languages() -> Vec<Language> {
    let language = |tag: &str, cleared: Option<&str>, stale| Language {
        tag: tag.into(),
        version: "draft 3".into(),
        provided_by: hwf(),
        cleared: cleared.map(str::to_owned),
        stale,
        file: format!("/practice/texts/inspection/files/language-{tag}.docx"),
        clear: None,
    };
    vec![
        language("fr", Some("4 May 2026"), false),
        language("ar", None, true),
        Language {
            provided_by: long_org(),
            clear: Some(command()),
            ..language("sw-KE", None, false)
        },
    ]
}

impl Corrections {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let contest = Because {
            form: command().refused(
                "contest_reason",
                "The days in which something can be said about this correction are over.",
            ),
            reason: long_words(),
        };
        let changes = "In paragraph 2, “there” is “their”.";
        let open = CorrectionState::Open {
            until: wednesday(),
            contest: Some(contest),
            entered: Some((fdw(), "01".into())),
            issue: None,
        };
        let due = CorrectionState::Open {
            until: sunday(),
            contest: None,
            entered: None,
            issue: Some(command()),
        };
        let contested = CorrectionState::Contested {
            by: long_org(),
            on: sunday(),
            reason: long_words(),
        };
        let issued = |symbol: Option<&str>| CorrectionState::Issued {
            symbol: symbol.map(str::to_owned),
            on: sunday(),
        };
        let stage = || Stage::Published {
            number: "2026/4".into(),
            on: sunday(),
        };
        let empty = Self {
            head: inspection(stage()),
            corrections: Vec::new(),
            propose: None,
            authority: None,
            languages: Vec::new(),
            add: None,
        };
        let propose = ProposeCorrection {
            form: command(),
            date: "2026-05-12".into(),
            time: "17:00".into(),
            zone: "Lisbon".into(),
            days: 5,
            ..ProposeCorrection::default()
        };
        let add = AddLanguage {
            form: command(),
            organisations: vec![("01".into(), hwf()), ("02".into(), long_org())],
            ..AddLanguage::default()
        };
        let full = Self {
            corrections: vec![
                correction(open, changes),
                correction(issued(Some("PGWS/2026/WP.2/Rev.3/Corr.1")), changes),
                correction(contested, &long_words()),
                correction(issued(None), changes),
                correction(CorrectionState::Lapsed(sunday()), changes),
            ],
            authority: Some("en".into()),
            languages: languages(),
            ..empty.clone()
        };
        let due = Self {
            corrections: vec![correction(due, changes)],
            ..empty.clone()
        };
        let plain = Self {
            propose: Some(propose.clone()),
            add: Some(add.clone()),
            ..empty.clone()
        };
        let refused = Self {
            propose: Some(ProposeCorrection {
                form: command().refused("kinds", "Tick what it mends."),
                changes: long_words(),
                ..propose
            }),
            add: Some(AddLanguage {
                form: command().refused(
                    "language",
                    "“french” is not the tag of a language, as fr or pt-BR is one.",
                ),
                language: "french".into(),
                ..add
            }),
            ..full.clone()
        };
        vec![
            ("full", full),
            ("due", due),
            ("plain", plain),
            ("refused", refused),
            ("empty", empty),
        ]
    }
}
