//! Notices, and messages that wait to be sent.

use super::pieces::{command, fdw, hwf, long_org, long_words, sunday, wednesday};
use crate::notice::{Notice, NoticeKind, Notices};
use crate::outbox::{Outbox, OutboxRow};

const ALL: [NoticeKind; 28] = [
    NoticeKind::RoundOpened,
    NoticeKind::RoundExtended,
    NoticeKind::RoundClosed,
    NoticeKind::ResponsesIssued,
    NoticeKind::SilenceOpened,
    NoticeKind::SilenceRestarted,
    NoticeKind::SilenceExtended,
    NoticeKind::MoreTimeDeclined,
    NoticeKind::SilenceSuspended,
    NoticeKind::SilenceResumed,
    NoticeKind::SilenceCancelled,
    NoticeKind::SilenceStopped,
    NoticeKind::SilenceBroken,
    NoticeKind::SilenceClosed,
    NoticeKind::PositionEntered,
    NoticeKind::VoteOpened,
    NoticeKind::VoteEntered,
    NoticeKind::VoteCarried,
    NoticeKind::VoteLost,
    NoticeKind::VoteCancelled,
    NoticeKind::Reminder,
    NoticeKind::Adopted,
    NoticeKind::DecidedInAbsence,
    NoticeKind::Annulled,
    NoticeKind::Published,
    NoticeKind::CorrectionProposed,
    NoticeKind::CorrectionContested,
    NoticeKind::CorrectionIssued,
];

fn notice(kind: NoticeKind) -> Notice {
    Notice {
        kind,
        title: "Joint statement on recruitment fees".into(),
        version: "draft 2".into(),
        number: "2026/4".into(),
        meeting: "Eighth working-level meeting".into(),
        until: Some(wednesday()),
        day: "Thursday 7 May 2026".into(),
        words: "As agreed in April.".into(),
        on: sunday(),
        path: "texts/recruitment-fees/clearance".into(),
        receipt: 1301,
    }
}

impl Notice {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = notice(NoticeKind::SilenceOpened);
        let plain = Self {
            until: None,
            words: String::new(),
            ..notice(NoticeKind::SilenceBroken)
        };
        let long = Self {
            title: long_words(),
            words: long_words(),
            ..notice(NoticeKind::DecidedInAbsence)
        };
        vec![("full", full), ("plain", plain), ("long", long)]
    }
}

impl Notices {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            rows: ALL.iter().map(|kind| notice(*kind)).collect(),
            outbox: Some(12),
        };
        vec![("full", full), ("empty", Self::default())]
    }
}

impl Outbox {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let row = |id, organisation| OutboxRow {
            id,
            organisation,
            subject: "“Joint statement on recruitment fees”: silence is broken".into(),
        };
        let full = Self {
            rows: vec![row(1, fdw()), row(2, hwf()), row(3, long_org())],
            sent: Some(command()),
        };
        let refused = Self {
            sent: Some(command().refused("", "Tick at least one message.")),
            ..full.clone()
        };
        vec![
            ("full", full),
            ("refused", refused),
            ("empty", Self::default()),
        ]
    }
}
