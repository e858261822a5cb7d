//! The clearance in each state, and saying something in it.

use super::pieces::{
    bca, command, fdw, focal_point, hwf, inspection, iol, isv, long_org, long_words, npc, osr, rfc,
    sunday, wednesday,
};
use super::voting;
use crate::clearance::{
    ANSWERS, Adopted, Attached, Attachment, Broken, Circulated, Clearance, ClearanceState, Closed,
    EarlierProcedure, Ended, HowItRuns, MoreTime, OpenSilence, Outcome, OutcomeRow, Running,
};
use crate::endorsement::Endorsement;
use crate::position::{Position, PositionKind, Said, Say, Typed};
use crate::publication::Publication;
use crate::responses::Became;
use crate::steering::{Approve, Because, ChairStep, Moment, Steering, StepKind, StepTaken, Wait};
use crate::text::Stage;

fn statement(text: &str) -> Attached {
    Attached {
        kind: Attachment::Statement,
        text: text.into(),
        to_be_published: true,
    }
}

fn outcomes() -> Vec<OutcomeRow> {
    let all = [
        (isv(), Outcome::NoObjection),
        (bca(), Outcome::Agreed),
        (fdw(), Outcome::AdReferendum),
        (hwf(), Outcome::Dissociated),
        (iol(), Outcome::DidNotTakePart),
        (osr(), Outcome::NothingYet),
        (rfc(), Outcome::Objected),
        (npc(), Outcome::EndedBefore),
    ];
    let mut rows: Vec<_> = all
        .into_iter()
        .map(|(organisation, outcome)| OutcomeRow {
            organisation,
            outcome,
            attached: Vec::new(),
            late: Vec::new(),
            after_all: Vec::new(),
            contested: Vec::new(),
            evidence: None,
        })
        .collect();
    rows[1].attached.push(statement(
        "The Bureau understands “inspector” to include retired inspectors.",
    ));
    rows[1].attached.push(Attached {
        kind: Attachment::Reservation,
        ..statement("Not on paragraph 3.")
    });
    rows[3].evidence = Some("/practice/texts/inspection-task-team/clearance/evidence/hwf".into());
    rows[3].contested.push("We agree to draft 2.".into());
    rows[4].after_all.push("We object to paragraph 3.".into());
    rows[2]
        .late
        .push("We would have preferred another word.".into());
    rows
}

fn rules() -> HowItRuns {
    HowItRuns {
        opened: sunday(),
        opened_by: bca(),
        restarts: Some("Tuesday 28 April 2026".into()),
        electorate: 11,
        note: "The convener’s term was clarified.".into(),
        ..HowItRuns::default()
    }
}

fn because() -> Because {
    Because {
        form: command(),
        reason: String::new(),
    }
}

fn moment() -> Moment {
    Moment {
        form: command(),
        date: "2026-05-07".into(),
        time: "17:00".into(),
        zone: "Lisbon".into(),
    }
}

/// A procedure of which much has become, as the chair sees it.
fn steered() -> Steering {
    Steering {
        more_time: vec![hwf(), long_org()],
        waits: vec![
            Wait::Unread(2),
            Wait::Doubtful(fdw()),
            Wait::Outage(sunday(), wednesday()),
            Wait::OtherChair(ChairStep::Cancellation, vec![osr()]),
            Wait::OtherChair(ChairStep::Adoption, vec![osr()]),
        ],
        extend: Some(moment()),
        decline: Some(because()),
        suspend: Some(because()),
        stop: Some(because()),
        cancel: Some(Because {
            form: command().refused("cancel_reason", "The reason is missing."),
            reason: String::new(),
        }),
        close: Some(command()),
        approve: vec![Approve {
            organisation: npc(),
            id: "01".into(),
            outcome: Outcome::Agreed,
            reason: "We can live with it.".into(),
            form: Some(command()),
        }],
        enters: true,
        ..Steering::default()
    }
}

fn steps() -> Vec<StepTaken> {
    let kinds = [
        StepKind::Extended,
        StepKind::MoreTimeDeclined,
        StepKind::Suspended,
        StepKind::Resumed,
        StepKind::Cancelled,
        StepKind::Stopped,
    ];
    let step = |kind| StepTaken {
        kind,
        on: sunday(),
        by: Some(bca()),
        reason: "The session was moved.".into(),
    };
    kinds.map(step).into()
}

fn running() -> Running {
    Running {
        rules: rules(),
        until: wednesday(),
        left: "2 days 4 h 11 min".into(),
        may_answer: true,
        said: None,
        withdraw: None,
        before: Some((2, "draft 2".into())),
        version: 3,
        became: Some(Became {
            all: 6,
            taken: 4,
            in_other_words: 1,
            not_taken: 1,
            ..Became::default()
        }),
        more_time: MoreTime::May(command()),
        ..Running::default()
    }
}

fn said(position: Position) -> Said {
    Said {
        position,
        on: sunday(),
        receipt: 1250,
        reason: Some("Paragraph 3 gives the team no access to vessels.".into()),
        wording: Some("3. Each member may name two inspectors.".into()),
        confirmed_by: Some("Friday 15 May 2026".into()),
        attached: vec![statement("Rest means uninterrupted rest.")],
    }
}

fn page(state: ClearanceState, stage: Stage) -> Clearance {
    Clearance {
        head: inspection(stage),
        acts_for: focal_point(),
        state,
        vote: None,
        open_vote: None,
        earlier: Vec::new(),
        circulated: Vec::new(),
        endorsement: None,
        publication: None,
    }
}

fn silence() -> Stage {
    Stage::Silence { until: wednesday() }
}

fn opening() -> OpenSilence {
    OpenSilence {
        form: command(),
        version: "draft 3".into(),
        zone: "Lisbon".into(),
        electorate: 11,
        shortest_days: 3,
        shortest: Some("3 days".into()),
        hours: Some((10, 17)),
        for_heads: "Wednesday 20 May 2026".into(),
        ..OpenSilence::default()
    }
}

impl Clearance {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let asked = Self {
            circulated: vec![Circulated {
                organisation: osr(),
                attached: statement("On paragraph 9: the Office will pay its own travel."),
                on: sunday(),
            }],
            ..page(ClearanceState::Running(Box::new(running())), silence())
        };
        let mut answered = running();
        answered.said = Some(said(Position::AdReferendum));
        answered.more_time = MoreTime::Asked;
        let mut watched = running();
        watched.may_answer = false;
        watched.positions = Some(outcomes());
        watched.steering = steered();
        watched.rules.automatic = true;
        watched.rules.steps = steps();
        watched.rules.clock_now = Some((
            "Wednesday 6 May 2026, 17:00".into(),
            "Wednesday 6 May 2026, 16:00".into(),
        ));
        let mut suspended = running();
        suspended.suspended = true;
        suspended.more_time = MoreTime::Answered;
        suspended.said = Some(said(Position::Doubtful));
        suspended.contest = Some(because());
        suspended.awaits = Some(said(Position::Agrees));
        suspended.steering = Steering {
            resume: Some(moment()),
            ..Steering::default()
        };
        let closed = Closed {
            rules: rules(),
            on: sunday(),
            number: "2026/4".into(),
            outcomes: outcomes(),
            confirm: Some(command()),
            ..Closed::default()
        };
        let waiting = Closed {
            confirm: None,
            outcomes: Vec::new(),
            ..closed.clone()
        };
        let broken = Broken {
            ended: Ended::Objection,
            rules: rules(),
            on: sunday(),
            by: Some(rfc()),
            reason: Some("Paragraph 3 gives the team no access.".into()),
            proposed: Some("3. Each member may name two inspectors.".into()),
            outcomes: outcomes(),
            restart: Some(opening()),
        };
        let cancelled = Broken {
            ended: Ended::Cancelled,
            by: None,
            proposed: None,
            ..broken.clone()
        };
        let annulled = Broken {
            ended: Ended::Annulled,
            ..cancelled.clone()
        };
        let refused = OpenSilence {
            form: command().refused("date", "A silence procedure runs for at least 3 working days; the earliest deadline is Thursday 7 May 2026."),
            date: "2026-05-05".into(),
            time: "17:00".into(),
            note: "Short because of the meeting.".into(),
            no_chair: true,
            ..opening()
        };
        let earlier = EarlierProcedure {
            opened: sunday(),
            ended: sunday(),
            by: Some(rfc()),
            outcomes: outcomes(),
        };
        let adopted = Adopted {
            number: "2026/4".into(),
            on: sunday(),
            receipt: 1301,
            outcomes: outcomes(),
        };
        let done = || Stage::Adopted {
            number: "2026/4".into(),
            on: sunday(),
        };
        let none = page(ClearanceState::None { open: None }, Stage::Drafting);
        let mut long = asked.clone();
        long.head.title = long_words();
        long.acts_for.organisation = long_org();
        let votes = voting::all().into_iter().map(|(name, vote, stage)| {
            let over = matches!(stage, Stage::Drafting);
            let state = match over {
                true => ClearanceState::None { open: None },
                false => ClearanceState::Voted,
            };
            let clearance = Self {
                vote: Some(Box::new(vote)),
                ..page(state, stage)
            };
            (name, clearance)
        });
        let put_to_vote = Self {
            open_vote: Some(Box::new(voting::opening())),
            ..none.clone()
        };
        let own = vec![
            ("full", asked),
            (
                "answered",
                page(ClearanceState::Running(Box::new(answered)), silence()),
            ),
            (
                "watched",
                page(ClearanceState::Running(Box::new(watched)), silence()),
            ),
            (
                "closed",
                page(
                    ClearanceState::Closed(Box::new(closed)),
                    Stage::Unconfirmed { closed: sunday() },
                ),
            ),
            (
                "waiting",
                page(
                    ClearanceState::Closed(Box::new(waiting)),
                    Stage::Unconfirmed { closed: sunday() },
                ),
            ),
            (
                "broken",
                page(
                    ClearanceState::Broken(Box::new(broken)),
                    Stage::Broken { on: sunday() },
                ),
            ),
            (
                "suspended",
                page(
                    ClearanceState::Running(Box::new(suspended)),
                    Stage::Suspended { on: sunday() },
                ),
            ),
            (
                "cancelled",
                page(
                    ClearanceState::Broken(Box::new(cancelled)),
                    Stage::Cancelled { on: sunday() },
                ),
            ),
            (
                "annulled",
                page(
                    ClearanceState::Broken(Box::new(annulled)),
                    Stage::Annulled { on: sunday() },
                ),
            ),
            (
                "adopted",
                Self {
                    earlier: vec![earlier],
                    endorsement: Some(endorsement(false)),
                    ..page(ClearanceState::Adopted(Box::new(adopted.clone())), done())
                },
            ),
            (
                "endorsed",
                Self {
                    endorsement: Some(endorsement(true)),
                    publication: Some(publication()),
                    ..page(ClearanceState::Adopted(Box::new(adopted)), done())
                },
            ),
            (
                "open",
                page(
                    ClearanceState::None {
                        open: Some(Box::new(opening())),
                    },
                    Stage::Drafting,
                ),
            ),
            (
                "refused",
                page(
                    ClearanceState::None {
                        open: Some(Box::new(refused)),
                    },
                    Stage::Drafting,
                ),
            ),
            ("open-vote", put_to_vote),
            ("empty", none),
            ("long", long),
        ];
        own.into_iter().chain(votes).collect()
    }
}

fn endorsement(given: bool) -> Endorsement {
    Endorsement {
        version: "draft 3".into(),
        given: given.then(|| "Fund for Decent Work at Sea".to_owned()),
        name: "Fund for Decent Work at Sea".into(),
        give: Some(command()),
        withdraw: given.then(command),
        published: false,
    }
}

fn publication() -> Publication {
    Publication {
        form: command(),
        endorsed: vec![isv().name, hwf().name],
        not_endorsed: vec![rfc(), npc()],
        attached: vec![(osr(), statement("Rest means uninterrupted rest."))],
        speaks_for_all: true,
    }
}

impl Say {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let names = [
            "agrees",
            "agrees-with",
            "objects",
            "ad-referendum",
            "statement-only",
            "not-part",
        ];
        let say = |kind| Self {
            head: inspection(silence()),
            acts_for: focal_point(),
            until: wednesday(),
            kind,
            form: command(),
            typed: Typed::default(),
            preview: false,
            replaces: None,
            late: false,
        };
        let typed = Typed {
            attachment: "reservation".into(),
            statement: "Not on paragraph 3.".into(),
            publish: true,
            reason: "Paragraph 3 gives the team no access.".into(),
            wording: "3. Each member may name two inspectors.".into(),
            until: "2026-05-15".into(),
            until_words: "Friday 15 May 2026".into(),
            way: "dissociates".into(),
        };
        let mut samples: Vec<_> = names.into_iter().zip(ANSWERS.map(say)).collect();
        let previews = [
            "preview-agrees",
            "preview-agrees-with",
            "preview-objects",
            "preview-ad-referendum",
            "preview-statement-only",
            "preview-not-part",
        ];
        for (name, kind) in previews.into_iter().zip(ANSWERS) {
            let nothing = kind == PositionKind::Agrees;
            let typed = if nothing {
                Typed::default()
            } else {
                typed.clone()
            };
            samples.push((
                name,
                Self {
                    preview: true,
                    typed,
                    ..say(kind)
                },
            ));
        }
        let refused = Self {
            form: command().refused(
                "reason",
                "An objection needs its reason; what you typed is kept.",
            ),
            typed: typed.clone(),
            replaces: Some(said(Position::Agrees)),
            ..say(PositionKind::Objects)
        };
        samples.push(("refused", refused));
        let remark = Typed {
            attachment: "editorial".into(),
            publish: false,
            ..typed.clone()
        };
        samples.push((
            "preview-editorial",
            Self {
                preview: true,
                typed: remark,
                ..say(PositionKind::StatementOnly)
            },
        ));
        samples.push((
            "late",
            Self {
                late: true,
                preview: true,
                typed: Typed::default(),
                ..say(PositionKind::Objects)
            },
        ));
        let way = Typed {
            way: String::new(),
            statement: String::new(),
            ..typed.clone()
        };
        samples.push((
            "preview-not-part-plain",
            Self {
                preview: true,
                typed: way,
                ..say(PositionKind::DoesNotTakePart)
            },
        ));
        let long = Typed {
            statement: long_words(),
            attachment: "statement".into(),
            ..typed
        };
        samples.push((
            "long",
            Self {
                preview: true,
                typed: long,
                ..say(PositionKind::AgreesWith)
            },
        ));
        samples
    }
}
