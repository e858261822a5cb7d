//! What somebody tries at meetings and about actions in the random histories of [`crate::laws`].

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, Choice, DecisionKind, ItemKind, ItemOutcome, Mark,
    MeetingLevel, Presence, Published,
};
use group::state::{Meeting, MeetingStanding};
use group::{Actor, Command, Hat, Id};

use crate::laws::Step;
use crate::meetings::item;
use crate::world::{DAY, GUEST, HOUR, MEMBERS, WATCH, World, ZONE, chair, focal, hat, id};

/// How many kinds of steps there are here.
pub(crate) const KINDS: u8 = 29;

const ZONES: [&str; 3] = [ZONE, "UTC", "Pacific/Honolulu"];
const EVERYBODY: [&str; 6] = [MEMBERS[0], MEMBERS[1], MEMBERS[2], MEMBERS[3], GUEST, WATCH];

/// What somebody tries at a meeting: often what comes next, sometimes anything.
pub(crate) fn attempt(world: &World, index: usize, step: Step) -> (Actor, Command) {
    let mut all: Vec<_> = world.state.meetings.iter().collect();
    all.sort_by_key(|(_, meeting)| meeting.act);
    // Mostly the newest meeting, now and then another.
    let back = usize::from(step.who.is_multiple_of(16)) * usize::from(step.detail);
    let found = all.len().checked_sub(1 + back % all.len().max(1));
    let found = found.map(|at| (*all[at].0, all[at].1));
    let trying = Trying {
        world,
        index,
        step,
        meeting: found,
    };
    trying.command()
}

struct Trying<'w> {
    world: &'w World,
    index: usize,
    step: Step,
    meeting: Option<(Id, &'w Meeting)>,
}

impl Trying<'_> {
    fn id(&self) -> Id {
        self.meeting.map_or(id("nothing"), |(id, _)| id)
    }

    fn who(&self) -> &'static str {
        EVERYBODY[usize::from(self.step.who) % EVERYBODY.len()]
    }

    fn by_secretariat(&self, command: Command) -> (Actor, Command) {
        (hat(Hat::Secretariat, "north"), command)
    }

    fn command(&self) -> (Actor, Command) {
        let detail = self.step.detail;
        match self.step.what {
            0..=9 => self.what_comes_next(),
            10 => self.call(),
            11 => self.propose(!detail.is_multiple_of(3)),
            12..=14 => self.mark_one(),
            15 => self.object(),
            16 => (chair(), Command::CloseMeeting { meeting: self.id() }),
            17 => self.move_or_cancel(),
            18 | 19 => self.open_action(),
            20..=22 => self.about_an_action(),
            23..=26 => self.attach(),
            27 => self.close_item(),
            _ => self.minutes(),
        }
    }

    fn what_comes_next(&self) -> (Actor, Command) {
        let Some((meeting, found)) = self.meeting else {
            return self.call();
        };
        match found.standing {
            MeetingStanding::Closed { .. } if self.step.who.is_multiple_of(2) => self.minutes(),
            MeetingStanding::Closed { .. } | MeetingStanding::Cancelled { .. } => self.call(),
            _ if found.agenda.is_empty() => self.propose(true),
            MeetingStanding::Called => self.by_secretariat(Command::OpenMeeting { meeting }),
            _ if !found.agenda_adopted => (chair(), Command::AdoptAgenda { meeting }),
            _ if found.attendance.is_empty() => self.mark_all(),
            _ => match &found.put {
                None => self.put(),
                Some(_) if self.step.detail.is_multiple_of(8) => self.object(),
                Some(put) if self.step.detail.is_multiple_of(5) => {
                    let there = found.present().enumerate();
                    let choices = there.map(|(at, of)| {
                        let choice = Choice::ALL[usize::from(self.step.who >> at) % 2];
                        (of, choice)
                    });
                    let command = Command::RollCall {
                        vote: id(&format!("v {}", self.index)),
                        meeting,
                        decision: put.decision,
                        choices: choices.collect(),
                    };
                    (chair(), command)
                }
                Some(put) => {
                    let decision = put.decision;
                    (chair(), Command::AdoptByConsensus { meeting, decision })
                }
            },
        }
    }

    fn call(&self) -> (Actor, Command) {
        let detail = self.step.detail;
        let begins = [1, HOUR, HOUR, DAY][usize::from(detail) % 4];
        let begins = self.world.now.plus_millis(begins);
        let level = MeetingLevel::ALL[usize::from(detail / 4) % 2];
        self.by_secretariat(Command::CallMeeting {
            meeting: id(&format!("m {}", self.index)),
            title: "A meeting".to_owned(),
            level,
            begins,
            ends: begins.plus_millis(HOUR),
            zone: ZONES[usize::from(detail / 8) % 3].to_owned(),
            place: "The harbour".to_owned(),
        })
    }

    fn propose(&self, follow_up: bool) -> (Actor, Command) {
        let meeting = self.id();
        let line = |n: u8, kind| item(&format!("i {}/{n}", self.index), kind);
        let mut items = vec![line(1, ItemKind::Topic), line(2, ItemKind::Topic)];
        if follow_up {
            items.push(line(3, ItemKind::FollowUp));
        }
        let left = self.world.state.left_over_for(meeting);
        items[1].deferred = left.first().map(|(_, line)| line.item);
        self.by_secretariat(Command::ProposeAgenda { meeting, items })
    }

    fn mark_all(&self) -> (Actor, Command) {
        let marks = EVERYBODY.iter().enumerate().map(|(at, organisation)| Mark {
            organisation: id(organisation),
            presence: if self.step.detail >> at & 1 == 0 {
                Presence::Representative
            } else {
                Presence::Absent
            },
        });
        self.by_secretariat(Command::MarkAttendance {
            meeting: self.id(),
            marks: marks.collect(),
        })
    }

    fn mark_one(&self) -> (Actor, Command) {
        let mark = Mark {
            organisation: id(self.who()),
            presence: Presence::ALL[usize::from(self.step.detail) % 4],
        };
        self.by_secretariat(Command::MarkAttendance {
            meeting: self.id(),
            marks: vec![mark],
        })
    }

    fn put(&self) -> (Actor, Command) {
        let agenda = self.meeting.map_or(&[][..], |(_, m)| m.agenda.as_slice());
        let at = usize::from(self.step.detail) % agenda.len().max(1);
        let command = Command::PutDecision {
            decision: id(&format!("d {}", self.index)),
            meeting: self.id(),
            item: agenda.get(at).map_or(id("nothing"), |line| line.item),
            kind: DecisionKind::ALL[usize::from(self.step.detail) % 2],
            title: format!("Decision {}", self.index),
            words: "The meeting decides.".to_owned(),
            mandates: Vec::new(),
        };
        self.by_secretariat(command)
    }

    fn object(&self) -> (Actor, Command) {
        let put = self.meeting.and_then(|(_, found)| found.put.as_ref());
        let command = Command::RecordObjection {
            meeting: self.id(),
            decision: put.map_or(id("nothing"), |put| put.decision),
            objecting: vec![id(self.who())],
            reason: Some("Too soon.".to_owned()),
        };
        (chair(), command)
    }

    fn move_or_cancel(&self) -> (Actor, Command) {
        let (meeting, now) = (self.id(), self.world.now);
        let reason = "A storm.".to_owned();
        self.by_secretariat(match self.step.detail % 3 {
            0 => Command::CancelMeeting { meeting, reason },
            _ => Command::MoveMeeting {
                meeting,
                begins: now.plus_millis(1),
                ends: now.plus_millis(HOUR),
                place: "The town hall".to_owned(),
                reason,
            },
        })
    }

    fn open_action(&self) -> (Actor, Command) {
        let detail = usize::from(self.step.detail);
        let today = self.world.state.day(self.world.now);
        let command = Command::OpenAction {
            action: id(&format!("a {}", self.index)),
            meeting: self.meeting.map(|(id, _)| id).filter(|_| detail % 3 != 0),
            item: None,
            decision: None,
            owners: vec![id(self.who()), id("north")],
            due: Some(today).filter(|_| detail % 2 == 0),
            what: "To write it down.".to_owned(),
        };
        (chair(), command)
    }

    fn about_an_action(&self) -> (Actor, Command) {
        let all = self.world.state.actions_in_order();
        let at = usize::from(self.step.detail) % all.len().max(1);
        let action = all.get(at).map_or(id("nothing"), |action| action.id);
        let reason = "They know.".to_owned();
        let report = |done| Command::ReportAction {
            action,
            report: "Half of it.".to_owned(),
            evidence: Some("A letter.".to_owned()),
            done,
        };
        match self.step.who % 7 {
            0 => self.by_secretariat(Command::DropAction { action, reason }),
            1 => self.by_secretariat(Command::ReassignAction {
                action,
                owners: vec![id(self.who())],
                reason,
            }),
            2 => self.by_secretariat(Command::MoveAction {
                action,
                due: None,
                reason,
            }),
            3 => self.by_secretariat(report(true)),
            4 => (focal(self.who()), report(true)),
            _ => (focal(self.who()), report(false)),
        }
    }

    fn attach(&self) -> (Actor, Command) {
        let decisions = self.world.state.decisions.iter();
        let decision = decisions.rev().find(|d| d.meeting().is_some());
        let given = decision.map_or(&[][..], |decision| decision.attachments.as_slice());
        let chosen = given.iter().flat_map(|(by, attachments, _)| {
            let chosen = attachments.iter().filter(|one| one.publish);
            chosen.map(|one| Published {
                organisation: *by,
                kind: one.kind,
                text: "We read it so.".to_owned(),
            })
        });
        let decision = decision.map_or(id("nothing"), |decision| decision.id);
        if self.step.detail.is_multiple_of(4) {
            let attached = chosen.collect();
            return self.by_secretariat(Command::ReleaseDecision { decision, attached });
        }
        let attachment = Attachment {
            kind: AttachmentKind::Reservation,
            publish: self.step.detail.is_multiple_of(2),
        };
        let attachments = vec![(attachment, AttachmentText("We read it so.".to_owned()))];
        let command = Command::Attach {
            decision,
            attachments,
        };
        (focal(self.who()), command)
    }

    fn close_item(&self) -> (Actor, Command) {
        let agenda = self.meeting.map_or(&[][..], |(_, m)| m.agenda.as_slice());
        let command = Command::CloseItem {
            meeting: self.id(),
            item: agenda.first().map_or(id("nothing"), |line| line.item),
            outcome: ItemOutcome::ALL[usize::from(self.step.detail) % 5],
            summary: Some("All welcomed it.".to_owned()),
        };
        (chair(), command)
    }

    fn minutes(&self) -> (Actor, Command) {
        let meeting = self.id();
        match self.step.detail % 5 {
            0 | 1 => {
                let words = "We said so.".to_owned();
                let item = None;
                let command = Command::AskCorrection {
                    meeting,
                    item,
                    words,
                };
                (focal(self.who()), command)
            }
            2 => {
                let command = Command::ApproveQuotation {
                    quotation: id(&format!("q {}", self.index)),
                    meeting,
                    words: "We met.".to_owned(),
                    attribution: "A. Head".to_owned(),
                };
                // Mostly one that was there.
                let there = ["north", "south", "east", "west"].into_iter().find(|name| {
                    self.meeting
                        .is_some_and(|(_, m)| m.present().any(|o| o == id(name)))
                });
                (focal(there.unwrap_or_else(|| self.who())), command)
            }
            3 => {
                let approved = self
                    .meeting
                    .map_or(&[][..], |(_, m)| m.quotations.as_slice());
                self.by_secretariat(Command::IssueNote {
                    meeting,
                    title: "They met".to_owned(),
                    lede: None,
                    attendance: true,
                    quotations: approved.iter().map(|quotation| quotation.id).collect(),
                })
            }
            _ => self.by_secretariat(Command::CirculateMinutes {
                meeting,
                until: self.world.state.day(self.world.now),
                words: Vec::new(),
            }),
        }
    }
}
