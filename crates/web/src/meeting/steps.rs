//! What chair and secretariat do on the page of a meeting: open, mark attendance, adopt, decide, close,
//! move, cancel.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{self, Choice, Presence};
use group::state::{Meeting, MeetingStanding};
use group::{Command, Hat, Id};
use office::Failed;
use office::desk::Desk;
use pages::attendance::{AttendanceForm, Mark};
use pages::call::{Cancel, Move, Times};
use pages::meeting::{Meeting as Page, Steps};
use pages::{Form, Place};

use super::{attended, floor, head, inside, items, offices, paper, papers, presence};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::{instants, staff, times_field, typed_times, zone};
use crate::posted::Posted;
use crate::sent::Sent;
use crate::session::{Who, told_at};
use crate::show::{self, words};

/// The page of a meeting for those inside.
pub(super) fn view(
    app: &App,
    desk: &Desk<'_>,
    id: Id,
    meeting: &Meeting,
    asked: floor::AskedFor,
) -> Page {
    let reason = desk.inner(&meeting.reason).to_owned();
    let opened = !matches!(
        meeting.standing,
        MeetingStanding::Called | MeetingStanding::Cancelled { .. }
    );
    Page {
        head: head(desk, id, meeting),
        offices: offices(desk, meeting),
        moved: (meeting.moved > 0 && !meeting.is_cancelled()).then(|| reason.clone()),
        calendar: matches!(meeting.standing, MeetingStanding::Called),
        cancelled: meeting.is_cancelled().then_some(reason),
        put: floor::put(app, desk, meeting, asked),
        adopted: meeting.agenda_adopted,
        items: items(desk, meeting),
        papers: papers(meeting, None),
        texts: desk.texts_for(id),
        attendance: opened.then(|| attended(desk, meeting)),
        steps: if desk.is_staff() {
            steps(app, desk, meeting)
        } else {
            Steps::default()
        },
    }
}

fn steps(app: &App, desk: &Desk<'_>, meeting: &Meeting) -> Steps {
    let called = meeting.standing == MeetingStanding::Called;
    let form = || show::form(app);
    let its_day = meeting.day_of(desk.now) >= meeting.day();
    let adoptable = meeting.is_open() && !meeting.agenda_adopted && !meeting.agenda.is_empty();
    Steps {
        open: (called && its_day).then(form),
        adopt: adoptable.then(|| form().about(meeting.agenda_act.unwrap_or_default())),
        attendance: meeting
            .is_open()
            .then(|| attendance_form(app, desk, meeting)),
        paper: (!meeting.is_cancelled()).then(|| paper::form(app, desk, meeting)),
        close: (meeting.is_open() && meeting.put.is_none()).then(form),
        moves: called.then(|| Move {
            form: form(),
            times: times(meeting),
            zone: show::zone_name(&zone(meeting)),
            reason: String::new(),
        }),
        cancel: called.then(|| Cancel {
            form: form(),
            reason: String::new(),
        }),
    }
}

fn times(meeting: &Meeting) -> Times {
    let zone = zone(meeting);
    let (begins, ends) = (
        show::civil(meeting.begins, &zone),
        show::civil(meeting.ends, &zone),
    );
    let clock = |at: &pages::Civil| format!("{:02}:{:02}", at.hour, at.minute);
    Times {
        date: meeting.day().to_string(),
        from: clock(&begins),
        until: clock(&ends),
        place: meeting.place.clone(),
    }
}

/// One row for each organisation that takes part today, with what is recorded.
fn attendance_form(app: &App, desk: &Desk<'_>, meeting: &Meeting) -> AttendanceForm {
    let row = |(id, organisation): (Id, &group::state::Organisation)| {
        let was = meeting.attendance.get(&id).map(|mark| presence(*mark));
        Mark {
            id: id.to_string(),
            organisation: show::org(organisation),
            was,
            chosen: was,
        }
    };
    AttendanceForm {
        form: show::form(app),
        rows: desk.participants().into_iter().map(row).collect(),
    }
}

/// A step that was taken on the page of a meeting.
struct Step<'a> {
    sent: Sent<'a>,
    meeting: (Id, &'a Meeting),
    path: String,
}

impl<'a> Step<'a> {
    fn new(sent: Sent<'a>, meeting: (Id, &'a Meeting)) -> Self {
        Self {
            sent,
            meeting,
            path: format!("meetings/{}", meeting.1.slug),
        }
    }

    /// Carries out a command; refused, the page comes back with what `keep` puts into it.
    fn run(
        &self,
        actor: group::Actor,
        command: &Command,
        told: &str,
        keep: impl FnOnce(&mut Page, &group::Refusal) -> Option<()>,
    ) -> Result<Response, Failure> {
        self.sent.run(actor, command, &self.path, told, |refusal| {
            self.refuse(&sentence(refusal), |page| keep(page, refusal))
        })
    }

    fn refuse(
        &self,
        why: &str,
        keep: impl FnOnce(&mut Page) -> Option<()>,
    ) -> Result<Response, Failure> {
        let Sent { app, desk, .. } = self.sent;
        let page = view(
            app,
            desk,
            self.meeting.0,
            self.meeting.1,
            floor::AskedFor::default(),
        );
        self.sent.again(Place::Meetings, page, why, keep)
    }
}

/// The form of a step with nothing but a button, refused.
fn refuse(step: &mut Option<Form>, refusal: &group::Refusal) -> Option<()> {
    *step = Some(step.take()?.refused("", &sentence(refusal)));
    Some(())
}

/// Opens the meeting, on its day or later.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    if found.is_open() {
        // Pressed in two windows, or by the other of the two.
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    let command = Command::OpenMeeting { meeting };
    step.run(actor, &command, "meeting-opened", |page, refusal| {
        refuse(&mut page.steps.open, refusal)
    })
}

/// Closes the meeting.
pub(crate) async fn close(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    if found.is_closed() {
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    let command = Command::CloseMeeting { meeting };
    step.run(actor, &command, "meeting-closed", |page, refusal| {
        refuse(&mut page.steps.close, refusal)
    })
}

/// The meeting adopts the agenda that the page showed.
pub(crate) async fn adopt(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    if found.agenda_adopted {
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    if !is_seen(&posted, found.agenda_act) {
        return Ok(told_at(&who.group, &step.path, "agenda-changed"));
    }
    let command = Command::AdoptAgenda { meeting };
    step.run(actor, &command, "agenda-adopted", |page, refusal| {
        refuse(&mut page.steps.adopt, refusal)
    })
}

/// Whether the form was about what stands now.
pub(super) fn is_seen(posted: &Posted, now: Option<u64>) -> bool {
    posted.text("seen") == now.map(|act| act.to_string()).unwrap_or_default()
}

/// Marks only what was changed on the page, so that two people who mark at once lose nothing.
pub(crate) async fn attendance(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let changed = |(id, _): (Id, &group::state::Organisation)| {
        let mark = posted.text(&format!("mark_{id}"));
        let presence = Presence::of(mark)?;
        (mark != posted.text(&format!("was_{id}"))).then_some(parts::Mark {
            organisation: id,
            presence,
        })
    };
    let marks: Vec<_> = desk
        .participants()
        .into_iter()
        .filter_map(changed)
        .collect();
    if marks.is_empty() {
        return Ok(told_at(&who.group, &step.path, "nothing-changed"));
    }
    let command = Command::MarkAttendance {
        meeting,
        marks: marks.clone(),
    };
    step.run(actor, &command, "attendance-marked", |page, refusal| {
        let attendance = page.steps.attendance.as_mut()?;
        attendance.form = step.sent.form("", &sentence(refusal));
        for mark in marks {
            let id = mark.organisation.to_string();
            for row in attendance.rows.iter_mut().filter(|row| row.id == id) {
                row.chosen = Some(presence(mark.presence));
            }
        }
        Some(())
    })
}

/// "It was so decided": by the chair, on what the page showed.
pub(crate) async fn decided(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let decision = posted.id("seen")?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let command = Command::AdoptByConsensus { meeting, decision };
    let actor = desk.viewer.acting(Hat::Chair);
    if desk.decision_by_id(decision).is_some() {
        // Pressed in two windows.
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    step.run(actor, &command, "so-decided", |page, refusal| {
        floor::refused(&mut page.put, |answer| {
            answer.decided = floor::again(&posted, "", &sentence(refusal));
        })
    })
}

/// What the page showed as put is taken back.
pub(crate) async fn taken_back(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let command = Command::TakeBack {
        meeting,
        decision: posted.id("seen")?,
    };
    step.run(actor, &command, "taken-back", |_, _| None)
}

/// Organisations that are present object to what the page showed.
pub(crate) async fn objected(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let ticked = posted.all("objecting");
    let objecting: Vec<Id> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
    let reason = posted.text("objection").to_owned();
    let command = Command::RecordObjection {
        meeting,
        decision: posted.id("seen")?,
        objecting,
        reason: (!reason.is_empty()).then(|| reason.clone()),
    };
    let actor = desk.viewer.acting(Hat::Chair);
    step.run(actor, &command, "objection-recorded", |page, refusal| {
        floor::refused(&mut page.put, |answer| {
            let (field, why) = if ticked.is_empty() {
                ("objecting", words().t("problem-nobody-objects").to_owned())
            } else {
                ("", sentence(refusal))
            };
            answer.objected = floor::again(&posted, field, &why);
            answer.objects = true;
            answer.objecting = ticked;
            answer.reason = reason;
        })
    })
}

/// The roll call on what the page showed: what each organisation that is there said, and the end of the vote.
pub(crate) async fn roll_call(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let said = |id: Id| posted.text(&format!("choice-{id}")).to_owned();
    let there = desk.deciding(found);
    let choices: Vec<(Id, Choice)> = there
        .iter()
        .filter_map(|id| Some((*id, Choice::of(&said(*id))?)))
        .collect();
    let silent = there.iter().find(|id| Choice::of(&said(**id)).is_none());
    let refused = |page: &mut Page, field: &str, why: &str| {
        floor::refused(&mut page.put, |answer| {
            if let Some(call) = &mut answer.roll_call {
                call.form = floor::again(&posted, field, why);
                call.open = true;
                for (id, _, chosen) in &mut call.present {
                    posted.text(&format!("choice-{id}")).clone_into(chosen);
                }
            }
        })
    };
    if let Some(silent) = silent {
        let why = words().t("problem-roll-call");
        return step.refuse(why, |page| refused(page, &format!("choice-{silent}"), why));
    }
    let command = Command::RollCall {
        vote: app.office.fresh_id(),
        meeting,
        decision: posted.id("seen")?,
        choices,
    };
    let actor = desk.viewer.acting(Hat::Chair);
    step.run(actor, &command, "roll-call", |page, refusal| {
        refused(page, "", &sentence(refusal))
    })
}

/// Moves the meeting to another time or place.
pub(crate) async fn moves(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let times = typed_times(&posted);
    let kept = |page: &mut Page, field: &str, why: &str| {
        let moves = page.steps.moves.as_mut()?;
        moves.form = step.sent.form(field, why);
        moves.times = typed_times(&posted);
        moves.reason = posted.text("reason").to_owned();
        Some(())
    };
    let (begins, ends) = match instants(&times, &zone(found)) {
        Ok(both) => both,
        Err((field, why)) => return step.refuse(why, |page| kept(page, field, why)),
    };
    let command = Command::MoveMeeting {
        meeting,
        begins,
        ends,
        place: times.place.clone(),
        reason: posted.text("reason").to_owned(),
    };
    step.run(actor, &command, "meeting-moved", |page, refusal| {
        kept(page, times_field(refusal), &sentence(refusal))
    })
}

/// Cancels the meeting, with the reason.
pub(crate) async fn cancel(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, found) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), (meeting, found));
    let reason = posted.text("cancel_reason").to_owned();
    let command = Command::CancelMeeting {
        meeting,
        reason: reason.clone(),
    };
    step.run(actor, &command, "meeting-cancelled", |page, refusal| {
        let cancel = page.steps.cancel.as_mut()?;
        cancel.form = step.sent.form("cancel_reason", &sentence(refusal));
        cancel.reason = reason;
        Some(())
    })
}

/// What a failed file or command leaves to say.
pub(super) fn refused_by(failed: &Failed) -> Option<String> {
    match failed {
        Failed::Refused(refusal) => Some(sentence(refusal)),
        Failed::File(why) => Some(why.clone()),
        _ => None,
    }
}
