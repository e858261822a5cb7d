//! Steering a silence procedure on its way: chair, secretariat, and an organisation that asks for more time or
//! contests what was entered for it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::ChairStep as LawStep;
use group::state::{Procedure, Standing, StepOfProcedure};
use group::{Actor, Command, Hat, Instant};
use office::desk::{Desk, TextSeen};
use pages::Form;
use pages::clearance::{Clearance, ClearanceState, MoreTime, Outcome};
use pages::steering::{Approve, Because, ChairStep, Moment, Steering, StepKind, StepTaken, Wait};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::round::typed_deadline;
use crate::session::{Who, asking, settled};
use crate::show;

/// What the viewer may do with a procedure that is not over.
pub(super) fn steering(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    found: &Procedure,
) -> Steering {
    if !desk.is_chair() && !desk.is_secretariat() {
        return Steering::default();
    }
    let chair = desk.is_chair();
    let running = found.standing == Standing::Running;
    let passed = !found.in_time(desk.now);
    let outage = desk.outage_across(found);
    let because = || Because {
        form: show::form(app),
        reason: String::new(),
    };
    let may_extend = chair || !desk.has_chair();
    let later = found.deadline.max(desk.now);
    let after_outage = chair && running && passed && outage.is_some();
    Steering {
        more_time: found
            .more_time
            .iter()
            .map(|id| show::org_of(desk, *id))
            .collect(),
        waits: waits(desk, found),
        extend: (may_extend && running && (!passed || outage.is_some()))
            .then(|| moment(app, desk, later)),
        resume: (chair && found.is_suspended()).then(|| moment(app, desk, later)),
        decline: (chair && !found.more_time.is_empty()).then(because),
        suspend: (chair && running && !passed).then(because),
        cancel: (chair && !desk.has_agreed(LawStep::Cancellation, found.id)).then(because),
        stop: may_stop(desk, found).then(because),
        close: after_outage.then(|| show::form(app)),
        approve: found
            .awaiting
            .iter()
            .map(|(id, given)| Approve {
                organisation: show::org_of(desk, *id),
                id: id.to_string(),
                outcome: Outcome::of(given.position.outcome().word()).unwrap_or_default(),
                reason: given.reason.reveal().cloned().unwrap_or_default(),
                form: chair.then(|| show::form(app)),
            })
            .collect(),
        enters: desk.is_secretariat() && !seen.versions().is_empty(),
    }
}

/// The deadline as the form for a later one begins: one working day on, at the same time of day.
fn moment(app: &App, desk: &Desk<'_>, after: Instant) -> Moment {
    let at = show::civil(after, &desk.zone());
    let day = desk.working_days_after(after, 1);
    Moment {
        form: show::form(app),
        date: day.to_string(),
        time: format!("{:02}:{:02}", at.hour, at.minute),
        zone: show::zone_name(&desk.zone()),
    }
}

fn waits(desk: &Desk<'_>, found: &Procedure) -> Vec<Wait> {
    let mut waits = Vec::new();
    let unread = desk.unread_for(found);
    if unread > 0 {
        waits.push(Wait::Unread(show::number(unread)));
    }
    if let Some(doubtful) = found.first_doubtful() {
        waits.push(Wait::Doubtful(show::org_of(desk, doubtful)));
    }
    let running = found.standing == Standing::Running;
    if let Some(outage) = desk.outage_across(found).filter(|_| running) {
        let (from, until) = (
            show::when(desk, outage.from),
            show::when(desk, outage.until),
        );
        waits.push(Wait::Outage(from, until));
    }
    for (step, shown) in [
        (LawStep::Adoption, ChairStep::Adoption),
        (LawStep::Cancellation, ChairStep::Cancellation),
    ] {
        if desk.has_agreed(step, found.id) {
            let awaited = desk.awaited_chairs(step, found.id);
            let awaited = awaited.into_iter().map(|id| show::org_of(desk, id));
            waits.push(Wait::OtherChair(shown, awaited.collect()));
        }
    }
    waits
}

fn may_stop(desk: &Desk<'_>, found: &Procedure) -> bool {
    const DAY_MS: i64 = 24 * 3_600_000;
    let own = desk.viewer.organisation;
    desk.is_chair()
        && found.is_open()
        && found.steered.is_some_and(|steered| {
            Some(steered.by) != own && desk.now.as_millis() - steered.at.as_millis() <= DAY_MS
        })
}

/// Whether the viewer's organisation may ask for more time.
pub(super) fn more_time(app: &App, desk: &Desk<'_>, found: &Procedure) -> MoreTime {
    let Some(own) = desk.viewer.organisation.filter(|_| desk.viewer.speaks()) else {
        return MoreTime::No;
    };
    if found.more_time.contains(&own) {
        return MoreTime::Asked;
    }
    if found.asked_more_time.contains(&own) {
        return MoreTime::Answered;
    }
    let may = found.standing == Standing::Running && found.in_time(desk.now);
    match may && found.electorate.contains(&own) {
        true => MoreTime::May(show::form(app)),
        false => MoreTime::No,
    }
}

/// The form against what was entered for the viewer's organisation, where something was that stands.
pub(super) fn contest(app: &App, desk: &Desk<'_>, found: &Procedure) -> Option<Because> {
    let own = desk.viewer.organisation.filter(|_| desk.viewer.speaks())?;
    let stands = found
        .positions
        .get(&own)
        .or_else(|| found.awaiting.get(&own))?;
    (stands.entered.is_some() && found.is_unconfirmed()).then(|| Because {
        form: show::form(app),
        reason: String::new(),
    })
}

/// What was done with a procedure on its way.
pub(super) fn steps(desk: &Desk<'_>, found: &Procedure) -> Vec<StepTaken> {
    let taken = found.steps.iter().map(|step| StepTaken {
        kind: match step.kind {
            StepOfProcedure::Extended => StepKind::Extended,
            StepOfProcedure::MoreTimeDeclined => StepKind::MoreTimeDeclined,
            StepOfProcedure::Suspended => StepKind::Suspended,
            StepOfProcedure::Resumed => StepKind::Resumed,
            StepOfProcedure::Cancelled => StepKind::Cancelled,
            StepOfProcedure::Stopped => StepKind::Stopped,
        },
        on: show::when(desk, step.at),
        by: step.by.map(|by| show::org_of(desk, by)),
        reason: step.reason.reveal().cloned().unwrap_or_default(),
    });
    taken.collect()
}

/// What can be asked of a procedure that is not over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    MoreTime,
    Decline,
    Extend,
    Suspend,
    Resume,
    Cancel,
    Stop,
    Close,
    Approve,
    Contest,
}

impl Asked {
    /// By the last part of the address.
    fn of(part: &str) -> Option<Self> {
        Some(match part {
            "more-time" => Self::MoreTime,
            "decline" => Self::Decline,
            "extend" => Self::Extend,
            "suspend" => Self::Suspend,
            "resume" => Self::Resume,
            "cancel" => Self::Cancel,
            "stop" => Self::Stop,
            "close" => Self::Close,
            "approve" => Self::Approve,
            "contest" => Self::Contest,
            _ => return None,
        })
    }

    /// The name of the field for its reason.
    fn reason_field(self) -> &'static str {
        match self {
            Self::Decline => "decline_reason",
            Self::Suspend => "suspend_reason",
            Self::Cancel => "cancel_reason",
            Self::Stop => "stop_reason",
            Self::Contest => "contest_reason",
            _ => "",
        }
    }

    fn told(self) -> &'static str {
        match self {
            Self::MoreTime => "silence-more-time",
            Self::Decline => "silence-declined",
            Self::Extend => "silence-extended",
            Self::Suspend => "silence-suspended",
            Self::Resume => "silence-resumed",
            Self::Cancel => "silence-cancelled",
            Self::Stop => "silence-stopped",
            Self::Close => "silence-closed",
            Self::Approve => "position-approved",
            Self::Contest => "position-contested",
        }
    }

    fn actor(self, desk: &Desk<'_>) -> Actor {
        match self {
            Self::MoreTime | Self::Contest => desk.viewer.speaking(),
            Self::Extend => desk.viewer.acting_as(&[Hat::Chair, Hat::Secretariat]),
            _ => desk.viewer.acting(Hat::Chair),
        }
    }

    /// The command. `Err`: the field and the sentence of what is wrong with it.
    fn command(
        self,
        desk: &Desk<'_>,
        posted: &Posted,
        procedure: group::Id,
    ) -> Result<Result<Command, (&'static str, &'static str)>, Failure> {
        let words = posted.text(self.reason_field()).to_owned();
        let perhaps = (!words.is_empty()).then(|| words.clone());
        let deadline = || typed_deadline(desk, posted);
        Ok(Ok(match self {
            Self::MoreTime => Command::AskMoreTimeInSilence { procedure },
            Self::Decline => Command::DeclineMoreTime {
                procedure,
                reason: perhaps,
            },
            Self::Extend => match deadline() {
                Ok(deadline) => Command::ExtendSilence {
                    procedure,
                    deadline,
                },
                Err(wrong) => return Ok(Err(wrong)),
            },
            Self::Resume => match deadline() {
                Ok(deadline) => Command::ResumeSilence {
                    procedure,
                    deadline,
                },
                Err(wrong) => return Ok(Err(wrong)),
            },
            Self::Suspend => Command::SuspendSilence {
                procedure,
                reason: words,
            },
            Self::Cancel => Command::CancelSilence {
                procedure,
                reason: words,
            },
            Self::Stop => Command::StopSilence {
                procedure,
                reason: words,
            },
            Self::Close => Command::CloseSilence { procedure },
            Self::Approve => Command::ApprovePosition {
                procedure,
                organisation: posted.id("organisation")?,
            },
            Self::Contest => Command::ContestPosition {
                procedure,
                reason: perhaps,
            },
        }))
    }

    /// Puts the form as it was typed, and what is wrong with it, in its place on the page. `None`: it has none
    /// any more.
    fn put_back(self, view: &mut Clearance, posted: &Posted, form: Form) -> Option<()> {
        let reason = posted.text(self.reason_field()).to_owned();
        let because = |form| Because { form, reason };
        let (steering, contest) = match &mut view.state {
            ClearanceState::Running(running) => {
                if self == Self::MoreTime {
                    running.more_time = MoreTime::May(form);
                    return None;
                }
                (&mut running.steering, &mut running.contest)
            }
            ClearanceState::Closed(closed) => (&mut closed.steering, &mut closed.contest),
            _ => return None,
        };
        let place = match self {
            Self::Decline => &mut steering.decline,
            Self::Suspend => &mut steering.suspend,
            Self::Cancel => &mut steering.cancel,
            Self::Stop => &mut steering.stop,
            Self::Contest => contest,
            Self::Extend | Self::Resume => {
                let place = match self {
                    Self::Extend => &mut steering.extend,
                    _ => &mut steering.resume,
                };
                let moment = place.as_mut()?;
                posted.text("date").clone_into(&mut moment.date);
                posted.text("time").clone_into(&mut moment.time);
                moment.form = form;
                return Some(());
            }
            Self::MoreTime | Self::Close | Self::Approve => return None,
        };
        place.is_some().then(|| *place = Some(because(form)))
    }
}

/// What was asked of the procedure on a text.
pub(crate) async fn steer(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, part)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let asked = Asked::of(&part).ok_or(Failure::NotFound)?;
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let procedure = seen.procedure().ok_or(Failure::NotFound)?;
    let refuse = |field: &str, why: &str| {
        let form = Form::new(posted.text("command")).refused(field, why);
        let mut view = super::view(&app, &desk, &seen)?;
        match asked.put_back(&mut view, &posted, form) {
            Some(()) => Ok(show::refused_text(&app, &who, &desk, &view)),
            // The procedure has moved on meanwhile: the form has no place any more, the sentence has.
            None => Err(posted.gone(why)),
        }
    };
    let command = match asked.command(&desk, &posted, procedure.id)? {
        Ok(command) => command,
        Err((field, why)) => return refuse(field, why),
    };
    let waits_for_other = asked == Asked::Cancel
        && !desk
            .awaited_chairs(LawStep::Cancellation, procedure.id)
            .is_empty();
    let told = match waits_for_other {
        true => "chair-agreed",
        false => asked.told(),
    };
    let asking = asking(&posted, asked.actor(&desk))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/clearance");
    settled(ran, &who.group, &path, told, |refusal| {
        let field = match super::field_of(refusal) {
            "reason" => asked.reason_field(),
            field => field,
        };
        refuse(field, &sentence(refusal))
    })
}
