//! What chair and secretariat do on the page of a meeting: open, mark attendance, adopt, decide, close,
//! move, cancel.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{self, Presence};
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
use crate::session::{Who, asking, settled, told_at};
use crate::show::{self, words};

/// The page of a meeting for those inside.
pub(super) fn view(app: &App, desk: &Desk<'_>, id: Id, meeting: &Meeting, objects: bool) -> Page {
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
        put: floor::put(app, desk, meeting, objects),
        adopted: meeting.agenda_adopted,
        items: items(desk, meeting),
        papers: papers(meeting, None),
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

/// What a step needs: the desk and the meeting, for chair and secretariat.
struct Stepping<'a> {
    app: &'a App,
    who: &'a Who,
    posted: &'a Posted,
    path: String,
}

impl<'a> Stepping<'a> {
    fn new(app: &'a App, who: &'a Who, slug: &str, posted: &'a Posted) -> Self {
        Self {
            app,
            who,
            posted,
            path: format!("meetings/{slug}"),
        }
    }

    /// Carries out a command; refused, the page comes back with what `keep` puts into it, or, where the
    /// form has no place any more, the sentence alone.
    fn run(
        &self,
        desk: &Desk<'_>,
        actor: group::Actor,
        command: &Command,
        told: &str,
        keep: impl FnOnce(&mut Page, &group::Refusal) -> bool,
    ) -> Result<Response, Failure> {
        let asking = asking(self.posted, actor)?;
        let ran = self
            .app
            .office
            .execute(&self.who.group, &asking, command, &[]);
        settled(ran, &self.who.group, &self.path, told, |refusal| {
            let slug = self.path.trim_start_matches("meetings/");
            let (id, meeting) = inside(desk, slug)?;
            let mut view = view(self.app, desk, id, meeting, false);
            if keep(&mut view, refusal) {
                let shell = show::shell(self.app, self.who, desk, Place::Meetings);
                Ok(show::refused_page(&shell, &view))
            } else {
                Err(self.posted.gone(&sentence(refusal)))
            }
        })
    }
}

/// The form of a step with nothing but a button, refused.
fn refuse(step: &mut Option<Form>, refusal: &group::Refusal) -> bool {
    let there = step.take();
    *step = there.map(|form| form.refused("", &sentence(refusal)));
    step.is_some()
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
    let step = Stepping::new(&app, &who, &slug, &posted);
    if found.is_open() {
        // Pressed in two windows, or by the other of the two.
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    let command = Command::OpenMeeting { meeting };
    step.run(&desk, actor, &command, "meeting-opened", |page, refusal| {
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
    let step = Stepping::new(&app, &who, &slug, &posted);
    if found.is_closed() {
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    let command = Command::CloseMeeting { meeting };
    step.run(&desk, actor, &command, "meeting-closed", |page, refusal| {
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
    let step = Stepping::new(&app, &who, &slug, &posted);
    if found.agenda_adopted {
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    if !is_seen(&posted, found.agenda_act) {
        return Ok(told_at(&who.group, &step.path, "agenda-changed"));
    }
    let command = Command::AdoptAgenda { meeting };
    step.run(&desk, actor, &command, "agenda-adopted", |page, refusal| {
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
    let (meeting, _) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Stepping::new(&app, &who, &slug, &posted);
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
    step.run(
        &desk,
        actor,
        &command,
        "attendance-marked",
        |page, refusal| {
            let Some(attendance) = &mut page.steps.attendance else {
                return false;
            };
            attendance.form = Form::new(posted.text("command")).refused("", &sentence(refusal));
            for mark in marks {
                let id = mark.organisation.to_string();
                for row in attendance.rows.iter_mut().filter(|row| row.id == id) {
                    row.chosen = Some(presence(mark.presence));
                }
            }
            true
        },
    )
}

/// "It was so decided": by the chair, on what the page showed.
pub(crate) async fn decided(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, _) = inside(&desk, &slug)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let decision = posted.id("seen")?;
    let step = Stepping::new(&app, &who, &slug, &posted);
    let command = Command::AdoptByConsensus { meeting, decision };
    let actor = desk.viewer.acting(Hat::Chair);
    if desk.decision_by_id(decision).is_some() {
        // Pressed in two windows.
        return Ok(told_at(&who.group, &step.path, "already"));
    }
    step.run(&desk, actor, &command, "so-decided", |page, refusal| {
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
    let (meeting, _) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Stepping::new(&app, &who, &slug, &posted);
    let command = Command::TakeBack {
        meeting,
        decision: posted.id("seen")?,
    };
    step.run(&desk, actor, &command, "taken-back", |_, _| false)
}

/// Organisations that are present object to what the page showed.
pub(crate) async fn objected(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (meeting, _) = inside(&desk, &slug)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let step = Stepping::new(&app, &who, &slug, &posted);
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
    step.run(
        &desk,
        actor,
        &command,
        "objection-recorded",
        |page, refusal| {
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
        },
    )
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
    let step = Stepping::new(&app, &who, &slug, &posted);
    let times = typed_times(&posted);
    let kept = |page: &mut Page, field: &str, why: &str| {
        let Some(moves) = &mut page.steps.moves else {
            return false;
        };
        moves.form = Form::new(posted.text("command")).refused(field, why);
        moves.times = typed_times(&posted);
        moves.reason = posted.text("reason").to_owned();
        true
    };
    let (begins, ends) = match instants(&times, &zone(found)) {
        Ok(both) => both,
        Err((field, why)) => {
            let mut page = view(&app, &desk, meeting, found, false);
            if !kept(&mut page, field, why) {
                return Err(posted.gone(why));
            }
            let shell = show::shell(&app, &who, &desk, Place::Meetings);
            return Ok(show::refused_page(&shell, &page));
        }
    };
    let command = Command::MoveMeeting {
        meeting,
        begins,
        ends,
        place: times.place.clone(),
        reason: posted.text("reason").to_owned(),
    };
    step.run(&desk, actor, &command, "meeting-moved", |page, refusal| {
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
    let (meeting, _) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let step = Stepping::new(&app, &who, &slug, &posted);
    let reason = posted.text("cancel_reason").to_owned();
    let command = Command::CancelMeeting {
        meeting,
        reason: reason.clone(),
    };
    step.run(
        &desk,
        actor,
        &command,
        "meeting-cancelled",
        |page, refusal| {
            let Some(cancel) = &mut page.steps.cancel else {
                return false;
            };
            let form = Form::new(posted.text("command"));
            cancel.form = form.refused("cancel_reason", &sentence(refusal));
            cancel.reason = reason;
            true
        },
    )
}

/// What a failed file or command leaves to say.
pub(super) fn refused_by(failed: &Failed) -> Option<String> {
    match failed {
        Failed::Refused(refusal) => Some(sentence(refusal)),
        Failed::File(why) => Some(why.clone()),
        _ => None,
    }
}
