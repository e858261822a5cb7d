//! Votes: on a text, by mail, and the roll call of a meeting.

use super::pieces::{
    bca, command, fdw, hwf, inspection, iol, long_org, long_words, npc, osr, rfc, sunday, wednesday,
};
use crate::ballot::{Choice, Count, Majority, VoteRow};
use crate::entering_vote::EnterVote;
use crate::entries::NotCarried;
use crate::evidence::EvidenceKind;
use crate::floor::RollCall;
use crate::organisation::Org;
use crate::steering::{Because, ChairStep, Wait};
use crate::text::Stage;
use crate::voting::{OpenVote, VoteState, Voting};

pub(super) fn count(carried: bool) -> Count {
    Count {
        in_favour: if carried { 4 } else { 2 },
        against: 2,
        abstaining: 1,
        took_part: 6,
        quorum: 4,
        quorum_met: true,
        carried,
        majority: Majority::TwoThirds,
    }
}

pub(super) fn rows() -> Vec<VoteRow> {
    let row = |organisation: Org, choice, votes| VoteRow {
        organisation,
        choice,
        votes,
        evidence: None,
    };
    vec![
        row(bca(), Some(Choice::InFavour), 2),
        VoteRow {
            evidence: Some("/practice/texts/inspection/clearance/vote/evidence/hwf".into()),
            ..row(hwf(), Some(Choice::InFavour), 1)
        },
        row(iol(), Some(Choice::Against), 1),
        row(npc(), Some(Choice::Abstains), 1),
        row(osr(), Some(Choice::DoesNotTakePart), 1),
        row(rfc(), None, 1),
    ]
}

/// As a member sees it that may vote.
pub(super) fn running() -> Voting {
    Voting {
        state: VoteState::Running(wednesday(), "2 days 4 h".into()),
        version: "draft 2".into(),
        opened: sunday(),
        opened_by: bca(),
        majority: Majority::TwoThirds,
        quorum: 4,
        electorate: 8,
        note: "The Group could not agree on paragraph 3.".into(),
        cast: Some(command()),
        ..Voting::default()
    }
}

/// The samples of a vote on the page of a clearance: name, vote, stage.
pub(super) fn all() -> Vec<(&'static str, Voting, Stage)> {
    let runs = || Stage::Voting { until: wednesday() };
    let over = Voting {
        cast: None,
        rows: rows(),
        count: Some(count(true)),
        own: Some((Choice::InFavour, sunday(), 1288)),
        ..running()
    };
    let refused = Voting {
        cast: Some(command().refused("choice", "Choose what it says.")),
        own: Some((Choice::Abstains, sunday(), 1288)),
        chosen: "abstains".into(),
        ..running()
    };
    let watched = Voting {
        cast: None,
        rows: rows(),
        enters: true,
        close: Some(command()),
        waits: vec![Wait::Unread(1), Wait::VoteOutage(sunday(), wednesday())],
        cancel: Some(Because {
            form: command().refused("vote_cancel_reason", "The reason is missing."),
            reason: long_words(),
        }),
        ..running()
    };
    let carried = Voting {
        state: VoteState::Carried(sunday()),
        adopt: Some(("2026/4".into(), command())),
        waits: vec![Wait::OtherChair(ChairStep::Adoption, vec![iol()])],
        ..over.clone()
    };
    let lost = Voting {
        state: VoteState::Lost(sunday()),
        count: Some(Count {
            quorum_met: false,
            took_part: 1,
            ..count(false)
        }),
        ..over.clone()
    };
    let adopted = Voting {
        state: VoteState::Adopted("2026/4".into(), sunday()),
        ..over.clone()
    };
    let cancelled = Voting {
        state: VoteState::Cancelled(sunday()),
        reason: long_words(),
        count: None,
        ..over.clone()
    };
    let annulled = Voting {
        state: VoteState::Annulled(sunday()),
        ..over
    };
    let done = Stage::Adopted {
        number: "2026/4".into(),
        on: sunday(),
    };
    vec![
        ("voting", running(), runs()),
        ("voting-refused", refused, runs()),
        ("voting-watched", watched, runs()),
        ("carried", carried, Stage::Carried { closed: sunday() }),
        ("lost", lost, Stage::Drafting),
        ("voted", adopted, done),
        ("vote-cancelled", cancelled, Stage::Drafting),
        ("vote-annulled", annulled, Stage::Drafting),
    ]
}

pub(super) fn opening() -> OpenVote {
    OpenVote {
        form: command().refused(
            "date",
            "The deadline must leave at least 3 whole working days.",
        ),
        version: "draft 2".into(),
        date: "2026-05-05".into(),
        time: "17:00".into(),
        zone: "Lisbon".into(),
        note: "The Group could not agree on paragraph 3.".into(),
        electorate: 8,
        majority: Majority::Simple,
        quorum: 4,
        shortest_days: 3,
    }
}

pub(super) fn roll_call() -> RollCall {
    let there = [bca(), hwf(), iol()].into_iter();
    RollCall {
        form: command().refused(
            "choice-iol",
            "Say for each organisation that is there what it says.",
        ),
        open: true,
        majority: Majority::Absolute,
        quorum: 0,
        present: there
            .map(|org| (org.short.to_lowercase(), org, "in_favour".into()))
            .collect(),
    }
}

pub(super) fn not_carried() -> NotCarried {
    NotCarried {
        title: "A lead for two years".into(),
        words: "The Group decides that the lead changes every two years.".into(),
        count: count(false),
        rows: rows(),
    }
}

impl EnterVote {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            head: inspection(Stage::Voting { until: wednesday() }),
            deadline: wednesday(),
            form: command(),
            organisations: vec![("01".into(), fdw()), ("03".into(), long_org())],
            organisation: String::new(),
            choice: String::new(),
            kind: EvidenceKind::Mail,
            date: "2026-05-06".into(),
            time: "16:50".into(),
            zone: "Lisbon".into(),
            message: String::new(),
        };
        let refused = Self {
            form: command().refused("organisation", "Choose whose message it is."),
            choice: "against".into(),
            kind: EvidenceKind::Letter,
            message: "01".into(),
            ..full.clone()
        };
        vec![("full", full), ("refused", refused)]
    }
}
