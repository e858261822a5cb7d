//! One action, and what its owners, the chair and the secretariat do with it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::state::{Action, StepKind};
use group::{Command, Id, Noun, Refusal};
use office::desk::Desk;
use pages::action::{self, Report, Steer};
use pages::actions::DueTyped;
use pages::{Form, Place};

use super::{due_day, due_typed, field, number, owners, owners_typed, row};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::staff;
use crate::posted::Posted;
use crate::sent::Sent;
use crate::session::Who;
use crate::show;
use crate::themes::tagging;

/// One action.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let action = desk.action(&number(&address)).ok_or(Failure::NotFound)?;
    let view = view(&app, &desk, action);
    let shell = show::shell(&app, &who, &desk, Place::Actions);
    Ok(show::page(&shell, &view))
}

fn view(app: &App, desk: &Desk<'_>, action: &Action) -> action::Action {
    let row = row(desk, action);
    let open = action.is_open();
    let themes = desk.themes_of(action.id);
    action::Action {
        number: row.number,
        what: row.what,
        owners: row.owners,
        due: row.due,
        state: row.state,
        origin: row.origin,
        tag: desk.is_secretariat().then(|| tagging(app, desk, &themes)),
        themes: themes
            .iter()
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        history: history(desk, action),
        report: (open && desk.may_report(action)).then(|| Report {
            form: show::form(app),
            ..Report::default()
        }),
        steer: (open && desk.is_staff()).then(|| steer(app, desk, action)),
        receipt: Some(action.act + 1),
    }
}

fn steer(app: &App, desk: &Desk<'_>, action: &Action) -> Steer {
    let mut owners = owners_typed(desk, None);
    let mut values = action.owners.iter().map(Id::to_string);
    owners.lead = values.next().unwrap_or_default();
    owners.others = values.collect();
    Steer {
        moving: show::form(app),
        due: DueTyped {
            kind: if action.due.is_some() {
                "day"
            } else {
                "next_meeting"
            }
            .to_owned(),
            day: action.due.map(|day| day.to_string()).unwrap_or_default(),
        },
        reassign: show::form(app),
        owners,
        dropping: show::form(app),
        ..Steer::default()
    }
}

/// What happened to an action, newest first. A step that changed the day or the owners kept what was
/// before; what it changed to is what the next such step kept, or what stands now.
fn history(desk: &Desk<'_>, action: &Action) -> Vec<action::Step> {
    let (mut due, mut owners) = (action.due, action.owners.clone());
    let mut steps = Vec::new();
    for step in action.steps.iter().rev() {
        let kind = match &step.what {
            StepKind::Reported => action::StepKind::Reported,
            StepKind::Done => action::StepKind::Done,
            StepKind::Dropped => action::StepKind::Dropped,
            StepKind::Moved { from } => {
                let to = std::mem::replace(&mut due, *from);
                action::StepKind::Moved(to.map(show::date_of))
            }
            StepKind::Reassigned { from } => {
                let to = std::mem::replace(&mut owners, from.clone());
                action::StepKind::Reassigned(to.iter().map(|id| show::org_of(desk, *id)).collect())
            }
        };
        steps.push(action::Step {
            kind,
            by: step.by.map(|id| show::org_of(desk, id)).unwrap_or_default(),
            when: show::when(desk, step.at),
            words: desk.inner(&step.words).to_owned(),
            evidence: desk.inner(&step.evidence).to_owned(),
        });
    }
    steps.push(action::Step {
        when: show::when(desk, action.opened),
        ..action::Step::default()
    });
    steps
}

/// A form of an action that was sent.
struct Step<'a> {
    sent: Sent<'a>,
    action: &'a Action,
    path: String,
}

impl<'a> Step<'a> {
    fn new(sent: Sent<'a>, address: &str) -> Result<Self, Failure> {
        let action = sent.desk.action(&number(address));
        Ok(Self {
            sent,
            action: action.ok_or(Failure::NotFound)?,
            path: format!("actions/{address}"),
        })
    }

    /// Carries out a command; refused, the page comes back with what `keep` puts into it.
    fn run(
        &self,
        actor: group::Actor,
        command: &Command,
        told: &str,
        keep: impl FnOnce(&mut action::Action, Form) -> Option<()>,
        field: impl FnOnce(&Refusal) -> &'static str,
    ) -> Result<Response, Failure> {
        self.sent.run(actor, command, &self.path, told, |refusal| {
            self.refuse(field(refusal), &sentence(refusal), keep)
        })
    }

    fn refuse(
        &self,
        field: &str,
        why: &str,
        keep: impl FnOnce(&mut action::Action, Form) -> Option<()>,
    ) -> Result<Response, Failure> {
        let page = view(self.sent.app, self.sent.desk, self.action);
        let form = self.sent.form(field, why);
        self.sent
            .again(Place::Actions, page, why, |page| keep(page, form))
    }
}

/// An owner or the secretariat tells how it goes.
pub(crate) async fn report(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), &address)?;
    reported(&step, false, "action-reported")
}

/// An owner or the secretariat tells that it is done.
pub(crate) async fn done(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), &address)?;
    reported(&step, true, "action-done")
}

fn reported(step: &Step<'_>, done: bool, told: &str) -> Result<Response, Failure> {
    if !step.sent.desk.may_report(step.action) {
        return Err(Failure::NotFound);
    }
    let (report, evidence) = (step.sent.text("report"), step.sent.text("evidence"));
    let command = Command::ReportAction {
        action: step.action.id,
        report: report.clone(),
        evidence: (!evidence.is_empty()).then(|| evidence.clone()),
        done,
    };
    let actor = step.sent.desk.acting_for(&step.action.owners);
    let keep = |view: &mut action::Action, form: Form| {
        let kept = view.report.as_mut()?;
        *kept = Report {
            form,
            report,
            evidence,
        };
        Some(())
    };
    step.run(actor, &command, told, keep, |refusal| match refusal {
        Refusal::TooLong {
            what: "evidence", ..
        } => "evidence",
        Refusal::Missing { .. } | Refusal::TooLong { .. } => "report",
        _ => "",
    })
}

/// The field of a reason, where a refusal is about it.
fn reason_or(refusal: &Refusal, reason: &'static str) -> &'static str {
    match refusal {
        Refusal::Missing { what: "reason" } | Refusal::TooLong { what: "reason", .. } => reason,
        _ => field(refusal),
    }
}

/// Another due day.
pub(crate) async fn moves(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), &address)?;
    let actor = staff(&desk)?;
    let reason = step.sent.text("move_reason");
    let keep = |view: &mut action::Action, form: Form| {
        let steer = view.steer.as_mut()?;
        steer.moving = form;
        steer.due = due_typed(&posted);
        steer.move_reason = posted.text("move_reason").to_owned();
        Some(())
    };
    let due = match due_day(&posted) {
        Ok(due) => due,
        Err(why) => return step.refuse("due", why, keep),
    };
    let command = Command::MoveAction {
        action: step.action.id,
        due,
        reason,
    };
    step.run(actor, &command, "action-moved", keep, |refusal| {
        reason_or(refusal, "move_reason")
    })
}

/// Other owners.
pub(crate) async fn reassign(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), &address)?;
    let actor = staff(&desk)?;
    let command = Command::ReassignAction {
        action: step.action.id,
        owners: owners(&posted),
        reason: step.sent.text("reassign_reason"),
    };
    let keep = |view: &mut action::Action, form: Form| {
        let steer = view.steer.as_mut()?;
        steer.reassign = form;
        steer.owners = owners_typed(&desk, Some(&posted));
        steer.reassign_reason = posted.text("reassign_reason").to_owned();
        Some(())
    };
    step.run(actor, &command, "action-reassigned", keep, |refusal| {
        reason_or(refusal, "reassign_reason")
    })
}

/// It is not done any more.
pub(crate) async fn drop_it(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), &address)?;
    let actor = staff(&desk)?;
    let reason = step.sent.text("drop_reason");
    let command = Command::DropAction {
        action: step.action.id,
        reason: reason.clone(),
    };
    let keep = |view: &mut action::Action, form: Form| {
        let steer = view.steer.as_mut()?;
        steer.dropping = form;
        steer.drop_reason = reason;
        Some(())
    };
    step.run(actor, &command, "action-dropped", keep, |refusal| {
        reason_or(refusal, "drop_reason")
    })
}

/// The themes that an action carries.
pub(crate) async fn themes(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let action = desk.action(&number(&address)).ok_or(Failure::NotFound)?;
    let path = format!("actions/{address}");
    crate::themes::tag(&app, &who, &desk, &posted, (Noun::Action, action.id), &path)
}
