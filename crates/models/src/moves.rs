//! What the people of the models may try.

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, CommentItem, EvidenceKind, Item, OfficeKind,
    PositionKind, ReturnForm, ReturnMode, Statement, Verdict, Verdicted, Visibility,
};
use group::state::Procedure;
use group::{Actor, Command, Hat, Instant};

use crate::people::{assign, filed, focal, id, wearing};
use crate::walk::Walked;

const HOUR_MS: i64 = 3_600_000;

/// What somebody may try, as far as it depends on where things stand.
#[derive(Clone)]
pub(crate) struct Move {
    pub(crate) name: &'static str,
    pub(crate) actor: Actor,
    /// The command. `None`: there is nothing to try it on.
    pub(crate) command: fn(&Walked) -> Option<Command>,
}

pub(crate) fn by(
    actor: Actor,
    name: &'static str,
    command: fn(&Walked) -> Option<Command>,
) -> Move {
    Move {
        name,
        actor,
        command,
    }
}

fn chair() -> Actor {
    wearing(Hat::Chair, "south")
}

fn secretariat() -> Actor {
    wearing(Hat::Secretariat, "north")
}

fn said(words: &str) -> String {
    words.to_owned()
}

fn later(at: Instant, hours: i64) -> Instant {
    at.plus_millis(hours * HOUR_MS)
}

fn count(walked: &Walked) -> usize {
    walked.head.procedures.len()
}

fn open(walked: &Walked) -> Option<Command> {
    Some(Command::OpenSilence {
        procedure: walked.next("silence", count(walked)),
        text: id("text"),
        deadline: later(walked.now, 2),
        note: None,
    })
}

fn restart(walked: &Walked) -> Option<Command> {
    Some(Command::RestartSilence {
        procedure: walked.procedure()?.id,
        anew: walked.next("silence", count(walked)),
        deadline: later(walked.now, 2),
        reason: said("It was met."),
    })
}

fn confirm(walked: &Walked) -> Option<Command> {
    Some(Command::ConfirmSilence {
        procedure: walked.procedure()?.id,
        decision: walked.next("decision", walked.head.decisions.len()),
    })
}

fn position(procedure: &Procedure, position: PositionKind) -> Command {
    Command::GivePosition {
        procedure: procedure.id,
        position,
        confirmed_by: None,
        reason: position.breaks_silence().then(|| said("Paragraph 2.")),
        wording: None,
        attachments: Vec::new(),
    }
}

fn entered(walked: &Walked, position: PositionKind) -> Option<Command> {
    let message = walked
        .head
        .unread()
        .first()
        .map(|(id, message)| (*id, message.arrived));
    Some(Command::EnterPosition {
        procedure: walked.procedure()?.id,
        organisation: id("west"),
        position,
        confirmed_by: None,
        reason: position.is_against().then(|| said("Paragraph 2.")),
        wording: None,
        attachments: Vec::new(),
        evidence: EvidenceKind::Mail,
        evidence_file: None,
        arrived: message.map_or(walked.now, |(_, arrived)| arrived),
        message: message.map(|(id, _)| id),
    })
}

fn closing(walked: &Walked) -> Option<Command> {
    Some(Command::CloseSilence {
        procedure: walked.procedure()?.id,
    })
}

/// Opening, objecting and agreeing, closing and confirming, restarting.
pub(crate) fn silence() -> Vec<Move> {
    vec![
        by(chair(), "the chair puts the text under silence", open),
        by(focal("west"), "west objects", |w| {
            Some(position(w.procedure()?, PositionKind::Objects))
        }),
        by(focal("west"), "west agrees", |w| {
            Some(position(w.procedure()?, PositionKind::Agrees))
        }),
        by(focal("west"), "west withdraws what it said", |w| {
            Some(Command::WithdrawPosition {
                procedure: w.procedure()?.id,
            })
        }),
        by(Actor::SYSTEM, "the deadline closes the procedure", closing),
        by(chair(), "the chair confirms", confirm),
        by(chair(), "the chair restarts the procedure", restart),
    ]
}

/// More time, a standing clock, an end before its time.
pub(crate) fn steering() -> Vec<Move> {
    vec![
        by(focal("west"), "west asks for more time", |w| {
            Some(Command::AskMoreTimeInSilence {
                procedure: w.procedure()?.id,
            })
        }),
        by(chair(), "the chair leaves the deadline where it is", |w| {
            Some(Command::DeclineMoreTime {
                procedure: w.procedure()?.id,
                reason: None,
            })
        }),
        by(chair(), "the chair extends the procedure", |w| {
            let found = w.procedure()?;
            Some(Command::ExtendSilence {
                procedure: found.id,
                deadline: later(found.deadline, 1),
            })
        }),
        by(chair(), "the chair suspends the procedure", |w| {
            Some(Command::SuspendSilence {
                procedure: w.procedure()?.id,
                reason: said("The session was moved."),
            })
        }),
        by(chair(), "the chair resumes the procedure", |w| {
            Some(Command::ResumeSilence {
                procedure: w.procedure()?.id,
                deadline: later(w.now, 2),
            })
        }),
        by(chair(), "the chair cancels the procedure", cancel),
    ]
}

fn cancel(walked: &Walked) -> Option<Command> {
    Some(Command::CancelSilence {
        procedure: walked.procedure()?.id,
        reason: said("It is not ripe."),
    })
}

/// Mail, what is entered of it and what is said of that; outages; annulment.
pub(crate) fn evidence() -> Vec<Move> {
    vec![
        by(secretariat(), "a message of west arrives", |w| {
            Some(Command::ReceiveMessage {
                message: w.next("mail", w.head.inbox.len()),
                organisation: id("west"),
                form: EvidenceKind::Mail,
                arrived: w.now,
                file: filed("mail"),
            })
        }),
        by(
            secretariat(),
            "the secretariat reads it: it holds nothing",
            |w| {
                Some(Command::ReadMessage {
                    message: w.head.unread().first()?.0,
                })
            },
        ),
        by(
            secretariat(),
            "the secretariat enters west’s objection",
            |w| entered(w, PositionKind::Objects),
        ),
        by(
            secretariat(),
            "the secretariat enters words of west that can be read both ways",
            |w| entered(w, PositionKind::Doubtful),
        ),
        by(
            secretariat(),
            "the secretariat enters west’s agreement",
            |w| entered(w, PositionKind::Agrees),
        ),
        by(focal("west"), "west contests what was entered", |w| {
            Some(Command::ContestPosition {
                procedure: w.procedure()?.id,
                reason: None,
            })
        }),
        by(
            Actor::SYSTEM,
            "the system notices that it was down across the deadline",
            |w| {
                let found = w.procedure()?;
                let known = w.head.outage_across(found).is_some();
                (!known && w.now > found.deadline).then(|| Command::NoticeOutage {
                    from: found.deadline.plus_millis(-1),
                    until: w.now,
                })
            },
        ),
        by(chair(), "the chair closes the procedure", closing),
        by(chair(), "the chair annuls the decision", |w| {
            Some(Command::AnnulDecision {
                decision: w.head.decisions.last()?.id,
                reason: said("An objection had arrived in time."),
            })
        }),
    ]
}

/// West shares the chair with south, and gives its part to east.
pub(crate) fn chairs() -> Vec<Move> {
    let west = || wearing(Hat::Chair, "west");
    vec![
        by(secretariat(), "west becomes co-chair", |_| {
            Some(assign(OfficeKind::CoChair, "west"))
        }),
        by(secretariat(), "west lays down the chair", |_| {
            Some(Command::EndOffice {
                office: OfficeKind::CoChair,
                organisation: id("west"),
            })
        }),
        by(secretariat(), "south lays down the chair", |_| {
            Some(Command::EndOffice {
                office: OfficeKind::Chair,
                organisation: id("south"),
            })
        }),
        by(west(), "west, as chair, confirms", confirm),
        by(west(), "west, as chair, cancels the procedure", cancel),
        by(chair(), "south, as chair, cancels the procedure", cancel),
        by(west(), "west, as chair, stops what south did", |w| {
            Some(Command::StopSilence {
                procedure: w.procedure()?.id,
                reason: said("Not yet."),
            })
        }),
        by(
            secretariat(),
            "the secretariat extends the procedure",
            |w| {
                let found = w.procedure()?;
                Some(Command::ExtendSilence {
                    procedure: found.id,
                    deadline: later(found.deadline, 1),
                })
            },
        ),
        by(secretariat(), "the secretariat confirms", confirm),
    ]
}

/// The shortest way from opening to adoption, with an objection on it.
pub(crate) fn clearance() -> Vec<Move> {
    let short = ["withdraws", "agrees", "restarts"];
    let kept = |each: &Move| !short.iter().any(|word| each.name.contains(word));
    silence().into_iter().filter(kept).collect()
}

/// A round, its return, its responses, and the next version.
pub(crate) fn rounds() -> Vec<Move> {
    vec![
        by(focal("east"), "east opens a round", |w| {
            (w.head.rounds.len() < 2).then(|| Command::OpenRound {
                round: w.next("round", w.head.rounds.len()),
                text: id("text"),
                deadline: later(w.now, 1),
                instructions: None,
                late: false,
                visibility: Visibility::ThenWithNames,
            })
        }),
        by(focal("west"), "west returns a marked-up file", |w| {
            let round = w.head.last_round(w.head.texts.values().next()?)?;
            Some(Command::Return {
                round: round.id,
                form: ReturnForm::MarkedUp,
                file: Some(filed("return")),
                proposals: 1,
                comments: 1,
                mode: ReturnMode::Replaces,
                for_penholder: Vec::new(),
            })
        }),
        by(Actor::SYSTEM, "the deadline closes the round", |w| {
            let round = w.head.last_round(w.head.texts.values().next()?)?;
            Some(Command::CloseRound { round: round.id })
        }),
        by(focal("east"), "east freezes the compilation", |w| {
            let round = w.head.last_round(w.head.texts.values().next()?)?;
            let (amendments, comments) = match round.returns.is_empty() {
                true => (Vec::new(), Vec::new()),
                false => (vec![item()], vec![comment()]),
            };
            Some(Command::Freeze {
                compilation: w.next("comp", round.frozen.len()),
                round: round.id,
                amendments,
                comments,
                model: filed("model"),
                word: filed("word"),
            })
        }),
        by(
            focal("east"),
            "east answers all, and takes what west proposes",
            |w| answers(w, &[("a", Verdict::Taken), ("c", Verdict::Noted)]),
        ),
        by(focal("east"), "east answers the comment alone", |w| {
            answers(w, &[("c", Verdict::Noted)])
        }),
        by(focal("east"), "east tables the next version", |w| {
            let number = w.head.texts.values().next()?.versions.len();
            (number < 2).then(|| Command::TableVersion {
                text: id("text"),
                label: format!("draft {number}"),
                sha256: format!("{number:02x}").repeat(32),
                file: filed("next"),
                after: None,
            })
        }),
    ]
}

fn item() -> Item {
    Item {
        id: said("a"),
        kind: said("replace"),
        conflict: None,
        supporters: vec![id("west")],
    }
}

fn comment() -> CommentItem {
    CommentItem {
        id: said("c"),
        organisation: id("west"),
    }
}

fn answers(walked: &Walked, given: &[(&str, Verdict)]) -> Option<Command> {
    let round = walked.head.last_round(walked.head.texts.values().next()?)?;
    let compilation = round.compilation.as_ref()?;
    let statement = |item: &str| Statement {
        item: said(item),
        place: said("paragraph 1"),
        before: said("shall"),
        after: said("should"),
        wording: None,
        reason: None,
    };
    let verdicted = |item: &str, verdict| Verdicted {
        item: said(item),
        verdict,
        reasoned: false,
    };
    Some(Command::IssueResponses {
        compilation: compilation.id,
        verdicts: given
            .iter()
            .map(|(item, verdict)| verdicted(item, *verdict))
            .collect(),
        statements: given.iter().map(|(item, _)| statement(item)).collect(),
    })
}

/// Who stands under the text, and its publication.
pub(crate) fn endorsement() -> Vec<Move> {
    vec![
        by(focal("west"), "west stands behind the text", |_| {
            Some(Command::Endorse {
                text: id("text"),
                name: said("West"),
            })
        }),
        by(focal("west"), "west stands behind it no longer", |_| {
            Some(Command::WithdrawEndorsement { text: id("text") })
        }),
        by(
            focal("west"),
            "west attaches a reservation for publication",
            |w| {
                let found = w.procedure()?;
                Some(Command::GivePosition {
                    procedure: found.id,
                    position: PositionKind::None,
                    confirmed_by: None,
                    reason: None,
                    wording: None,
                    attachments: vec![(
                        Attachment {
                            kind: AttachmentKind::Reservation,
                            publish: true,
                        },
                        AttachmentText(said("We read it so.")),
                    )],
                })
            },
        ),
        by(secretariat(), "the secretariat publishes the text", |_| {
            Some(Command::Publish {
                text: id("text"),
                attached: Vec::new(),
            })
        }),
        by(
            secretariat(),
            "the secretariat publishes it with a reservation of west",
            |_| {
                Some(Command::Publish {
                    text: id("text"),
                    attached: vec![group::parts::Published {
                        organisation: id("west"),
                        kind: AttachmentKind::Reservation,
                        text: said("We read it so."),
                    }],
                })
            },
        ),
    ]
}
