//! Consensus in a meeting, with reservations: who is there decides, whoever isn't is told and may attach words.

use group::parts::{
    AgendaItem, Attachment, AttachmentKind, AttachmentText, DecisionKind, ItemKind, Mark,
    MeetingLevel, Presence, Published,
};
use group::state::Decision;
use group::{Actor, Command, Hat, State};
use stateright::Property;

use crate::holds::{always, possible};
use crate::moves::{Move, by};
use crate::people::{BEGINNING, begun, focal, id, wearing};
use crate::walk::{Walk, Walked};

fn secretariat() -> Actor {
    wearing(Hat::Secretariat, "north")
}

fn chair() -> Actor {
    wearing(Hat::Chair, "south")
}

/// In session; west is not there.
pub(crate) fn in_session(state: State) -> State {
    let there = ["north", "south", "east"].map(|organisation| mark(organisation, true));
    let topic = AgendaItem {
        item: id("topic"),
        title: "A topic".to_owned(),
        kind: ItemKind::Topic,
        text: None,
        deferred: None,
        minutes_of: None,
        carries: Vec::new(),
    };
    let meeting = id("meeting");
    let called = Command::CallMeeting {
        meeting,
        title: "A meeting".to_owned(),
        level: MeetingLevel::WorkingLevel,
        begins: BEGINNING,
        ends: BEGINNING.plus_millis(7_200_000),
        zone: "Etc/UTC".to_owned(),
        place: "The harbour".to_owned(),
    };
    let items = vec![topic];
    begun(
        state,
        vec![
            (secretariat(), called),
            (secretariat(), Command::ProposeAgenda { meeting, items }),
            (secretariat(), Command::OpenMeeting { meeting }),
            (secretariat(), marked(there.to_vec())),
            (chair(), Command::AdoptAgenda { meeting }),
        ],
    )
}

fn mark(organisation: &str, there: bool) -> Mark {
    Mark {
        organisation: id(organisation),
        presence: match there {
            true => Presence::Representative,
            false => Presence::Absent,
        },
    }
}

fn marked(marks: Vec<Mark>) -> Command {
    Command::MarkAttendance {
        meeting: id("meeting"),
        marks,
    }
}

fn put(walked: &Walked) -> Option<group::Id> {
    let meeting = walked.head.meetings.values().next()?;
    meeting.put.as_ref().map(|put| put.decision)
}

fn last(walked: &Walked) -> Option<&Decision> {
    walked.head.decisions.last()
}

pub(crate) fn moves() -> Vec<Move> {
    vec![
        by(chair(), "the chair puts a decision", |w| {
            let meeting = w.head.meetings.values().next()?;
            let so_far = meeting.objected.len() + meeting.taken_back.len() + w.head.decisions.len();
            (so_far < 2).then(|| Command::PutDecision {
                decision: w.next("decision", so_far),
                meeting: id("meeting"),
                item: id("topic"),
                kind: DecisionKind::Strategic,
                title: "To meet again".to_owned(),
                words: "The group meets again.".to_owned(),
                mandates: Vec::new(),
            })
        }),
        by(chair(), "the chair finds that it is so decided", |w| {
            Some(Command::AdoptByConsensus {
                meeting: id("meeting"),
                decision: put(w)?,
            })
        }),
        by(secretariat(), "an objection of west is recorded", |w| {
            Some(Command::RecordObjection {
                meeting: id("meeting"),
                decision: put(w)?,
                objecting: vec![id("west")],
                reason: None,
            })
        }),
        by(chair(), "the chair takes it back", |w| {
            Some(Command::TakeBack {
                meeting: id("meeting"),
                decision: put(w)?,
            })
        }),
        by(secretariat(), "west comes", |_| {
            Some(marked(vec![mark("west", true)]))
        }),
        by(secretariat(), "west goes", |_| {
            Some(marked(vec![mark("west", false)]))
        }),
        by(
            focal("west"),
            "west attaches a reservation for publication",
            |w| {
                Some(Command::Attach {
                    decision: last(w)?.id,
                    attachments: vec![(
                        Attachment {
                            kind: AttachmentKind::Reservation,
                            publish: true,
                        },
                        AttachmentText("We read it so.".to_owned()),
                    )],
                })
            },
        ),
        by(chair(), "the chair releases the decision", |w| {
            Some(Command::ReleaseDecision {
                decision: last(w)?.id,
                attached: Vec::new(),
            })
        }),
        by(
            chair(),
            "the chair releases it with west’s reservation",
            |w| {
                Some(Command::ReleaseDecision {
                    decision: last(w)?.id,
                    attached: vec![Published {
                        organisation: id("west"),
                        kind: AttachmentKind::Reservation,
                        text: "We read it so.".to_owned(),
                    }],
                })
            },
        ),
    ]
}

pub(crate) fn properties() -> Vec<Property<Walk>> {
    vec![
        always("those decide who are there at that moment", |_, w| {
            w.seen.decided_by_others.is_empty()
        }),
        always("what met an objection is not decided", |_, w| {
            w.head.meetings.values().all(|meeting| {
                let mut objected = meeting.objected.iter();
                objected.all(|objected| w.head.decision(objected.put.decision).is_none())
            })
        }),
        always(
            "a decision is released after the days for reservations",
            |_, w| {
                w.head.decisions.iter().all(|decision| {
                    let released = decision
                        .released
                        .as_ref()
                        .map(|released| w.head.day(released.at));
                    released.is_none_or(|day| day > w.head.attach_until(decision))
                })
            },
        ),
        always("only what its author chose is released", |_, w| {
            w.head.decisions.iter().all(|decision| {
                let released = decision
                    .released
                    .iter()
                    .flat_map(|released| &released.attached);
                let chosen = |by| {
                    let mut given = decision.attachments.iter();
                    given.any(|(of, all, _)| *of == by && all.iter().any(|one| one.publish))
                };
                released.map(|one| one.organisation).all(chosen)
            })
        }),
        possible("an absent member does not block", |_, w| {
            w.head
                .decisions
                .iter()
                .any(|decision| decision.absent.contains(&id("west")))
        }),
        possible(
            "an absent member attaches a reservation that is released",
            |_, w| {
                w.head.decisions.iter().any(|decision| {
                    let released = decision.released.as_ref();
                    decision.absent.contains(&id("west"))
                        && released.is_some_and(|released| !released.attached.is_empty())
                })
            },
        ),
    ]
}
