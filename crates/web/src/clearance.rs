//! `/GROUP/texts/SLUG/clearance`: the moment of commitment, and what comes of it.

mod adopted;
mod enter;
mod open;
mod say;
mod steer;
pub(crate) mod vote;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use group::calendar::Announced;
use group::parts::{AttachmentKind, ChairStep};
use group::state::{Given, Procedure, Stage, Standing};
use group::{Id, Refusal};
use office::desk::{Desk, TextSeen};
use pages::Place;
use pages::clearance::{
    Adopted, Attached, Attachment, Broken, Circulated, Clearance, ClearanceState, Closed,
    EarlierProcedure, Ended, HowItRuns, Outcome, OutcomeRow, Running,
};
use pages::position::{PositionKind, Said};
use serde::Deserialize;

use crate::app::App;
use crate::failure::Failure;
use crate::session::Who;
use crate::show::{self, words};

pub(crate) use adopted::{confirm, endorse, publish, withdraw_endorsement};
pub(crate) use enter::{enter, evidence, page as enter_page};
pub(crate) use open::{open, restart};
pub(crate) use say::{position, withdraw};
pub(crate) use steer::steer;

#[derive(Deserialize)]
pub(crate) struct Asked {
    say: Option<String>,
}

/// The page, or (`?say=KIND`) the form of one answer.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let shell = show::shell(&app, &who, &desk, Place::Texts);
    if let Some(kind) = asked.say.as_deref().and_then(PositionKind::of)
        && let Some(view) = say::form(&app, &desk, &seen, kind)
    {
        return Ok(show::page(&shell, &view));
    }
    Ok(show::page(&shell, &view(&app, &desk, &seen)?))
}

/// The view of a text's clearance.
fn view(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Result<Clearance, Failure> {
    let procedure = seen.procedure();
    Ok(Clearance {
        head: show::text_head(desk, seen),
        acts_for: show::acts_for(desk),
        state: state(app, desk, seen)?,
        vote: vote::voting(app, desk, seen).map(Box::new),
        open_vote: vote::opening(app, desk, seen, is_ready(seen)).map(Box::new),
        earlier: seen
            .earlier_procedures()
            .into_iter()
            .map(|earlier| EarlierProcedure {
                opened: show::when(desk, earlier.opened),
                ended: show::when(desk, ended(desk, earlier)),
                by: broken_by(earlier).map(|by| show::org_of(desk, by)),
                outcomes: outcomes(desk, seen, earlier),
            })
            .collect(),
        circulated: procedure
            .map(|p| circulated(desk, seen, p))
            .unwrap_or_default(),
        endorsement: adopted::endorsement(app, desk, seen),
        publication: adopted::publication(app, desk, seen)?,
    })
}

fn state(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Result<ClearanceState, Failure> {
    Ok(match seen.stage() {
        Stage::UnderSilence(procedure) => {
            ClearanceState::Running(Box::new(running(app, desk, seen, procedure)?))
        }
        Stage::AwaitingChair(procedure) => ClearanceState::Closed(Box::new(Closed {
            rules: how_it_runs(desk, procedure),
            on: show::when(desk, procedure.deadline),
            number: desk.next_number(),
            outcomes: outcomes(desk, seen, procedure),
            confirm: (desk.is_chair() && !desk.has_agreed(ChairStep::Adoption, procedure.id))
                .then(|| show::form(app)),
            contest: steer::contest(app, desk, procedure),
            steering: steer::steering(app, desk, seen, procedure),
        })),
        Stage::Ended(procedure) => {
            let by = broken_by(procedure);
            let given = by.and_then(|by| seen.position(procedure, by));
            let (ended_as, ended_because) = how_it_ended(desk, procedure);
            ClearanceState::Broken(Box::new(Broken {
                ended: ended_as,
                rules: how_it_runs(desk, procedure),
                on: show::when(desk, ended(desk, procedure)),
                by: by.map(|by| show::org_of(desk, by)),
                reason: given
                    .and_then(|given| given.reason.reveal().cloned())
                    .or(ended_because),
                proposed: given.and_then(|given| given.wording.reveal().cloned()),
                outcomes: outcomes(desk, seen, procedure),
                restart: desk
                    .is_chair()
                    .then(|| open::opening(app, desk, seen, true)),
            }))
        }
        Stage::Voting(_) | Stage::Carried(_) => ClearanceState::Voted,
        Stage::Adopted(decision) | Stage::Published(decision, _) if decision.vote().is_some() => {
            ClearanceState::Voted
        }
        Stage::Adopted(decision) | Stage::Published(decision, _) => {
            let outcomes = seen
                .procedure()
                .map(|p| outcomes(desk, seen, p))
                .unwrap_or_default();
            ClearanceState::Adopted(Box::new(Adopted {
                number: decision.number.clone(),
                on: show::when(desk, decision.at),
                receipt: decision.act + 1,
                outcomes,
            }))
        }
        _ => {
            let may = is_ready(seen) && (desk.is_chair() || desk.is_secretariat());
            ClearanceState::None {
                open: may.then(|| Box::new(open::opening(app, desk, seen, false))),
            }
        }
    })
}

/// Whether a text can be put under silence or to the vote, as far as its rounds go.
fn is_ready(seen: &TextSeen<'_>) -> bool {
    match seen.stage() {
        Stage::Answering(round) => !round.awaits_responses(),
        Stage::ResponsesIssued(round) => !round.promises_changes(),
        Stage::Drafting | Stage::Ended(_) => true,
        _ => false,
    }
}

fn running(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    procedure: &Procedure,
) -> Result<Running, Failure> {
    let own = desk.viewer.organisation;
    let elects = own.is_some_and(|own| procedure.electorate.contains(&own));
    let left = (procedure.deadline.as_millis() - desk.now.as_millis()).max(0) / 1_000;
    let before = seen
        .versions()
        .into_iter()
        .rfind(|version| version.number < procedure.version);
    let became = match before.and_then(|before| seen.round_on(before.number)) {
        Some(round) => crate::responses::became(seen, round, desk.viewer.organisation),
        None => None,
    };
    Ok(Running {
        rules: how_it_runs(desk, procedure),
        until: show::when(desk, procedure.deadline),
        left: words().left(u64::try_from(left).unwrap_or(0)),
        may_answer: elects && desk.viewer.speaks(),
        said: seen.own_position(procedure).map(|given| said(desk, given)),
        withdraw: (elects && desk.viewer.speaks() && seen.own_position(procedure).is_some())
            .then(|| show::form(app)),
        before: before.map(|before| (before.number, before.label.clone())),
        version: procedure.version,
        became,
        positions: seen
            .sees_all_positions()
            .then(|| outcomes(desk, seen, procedure)),
        suspended: procedure.is_suspended(),
        more_time: steer::more_time(app, desk, procedure),
        awaits: own
            .and_then(|own| procedure.awaiting.get(&own))
            .map(|given| said(desk, given)),
        contest: steer::contest(app, desk, procedure),
        steering: steer::steering(app, desk, seen, procedure),
    })
}

fn how_it_runs(desk: &Desk<'_>, procedure: &Procedure) -> HowItRuns {
    HowItRuns {
        opened: show::when(desk, procedure.opened),
        opened_by: procedure
            .opened_by
            .map(|by| show::org_of(desk, by))
            .unwrap_or_default(),
        restarts: procedure
            .restarts
            .and_then(|id| desk.procedure_end(id))
            .map(|at| show::date(desk, at)),
        electorate: show::number(procedure.electorate.len()),
        note: procedure
            .note
            .reveal()
            .cloned()
            .or_else(|| desk.restart_reason(procedure))
            .unwrap_or_default(),
        automatic: procedure.automatic,
        steps: steer::steps(desk, procedure),
        clock_now: desk
            .clock_has_changed(procedure)
            .map(|now| (clock(procedure.announced), clock(now))),
    }
}

/// "Tuesday 7 April 2026, 10:00".
fn clock(at: Announced) -> String {
    let (hour, minute) = (at.minute / 60, at.minute % 60);
    format!("{}, {hour:02}:{minute:02}", show::date_of(at.day))
}

/// When a procedure ended, or will.
fn ended(desk: &Desk<'_>, procedure: &Procedure) -> group::Instant {
    let end = desk.procedure_end(procedure.id);
    end.unwrap_or(procedure.deadline)
}

/// How a procedure ended without a decision that stands, and why, where somebody said so.
fn how_it_ended(desk: &Desk<'_>, procedure: &Procedure) -> (Ended, Option<String>) {
    match procedure.standing {
        Standing::Cancelled { .. } => {
            let last = procedure.steps.last();
            let reason = last.and_then(|step| step.reason.reveal().cloned());
            (Ended::Cancelled, reason)
        }
        Standing::Annulled { .. } => (Ended::Annulled, desk.annulment_reason(procedure)),
        _ => (Ended::Objection, None),
    }
}

/// The field of a form that a refusal is about.
pub(crate) fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::DeadlinePast {}
        | Refusal::TooShort { .. }
        | Refusal::TooFewDays { .. }
        | Refusal::NotAWorkingDay {}
        | Refusal::Holiday { .. }
        | Refusal::OnlyLater {}
        | Refusal::LessTime {}
        | Refusal::ArrivedAfter {} => "date",
        Refusal::NotWorkingHours { .. } => "time",
        Refusal::Missing { what: "reason" } | Refusal::TooLong { what: "reason", .. } => "reason",
        Refusal::NoDayAhead {} => "until",
        _ => "",
    }
}

/// A position as pages name it.
fn position_of(position: group::parts::PositionKind) -> pages::position::Position {
    pages::position::Position::of(position.word()).unwrap_or_default()
}

fn broken_by(procedure: &Procedure) -> Option<Id> {
    match procedure.standing {
        Standing::Broken { by, .. } => Some(by),
        _ => None,
    }
}

fn outcomes(desk: &Desk<'_>, seen: &TextSeen<'_>, procedure: &Procedure) -> Vec<OutcomeRow> {
    let row = |(id, outcome): (Id, Option<group::parts::Outcome>)| OutcomeRow {
        organisation: show::org_of(desk, id),
        outcome: outcome
            .and_then(|o| Outcome::of(o.word()))
            .unwrap_or(Outcome::NothingYet),
        attached: seen
            .position(procedure, id)
            .map(attached)
            .unwrap_or_default()
            .into_iter()
            .filter(|one| one.kind != Attachment::Editorial || seen.is_team() || desk.is_chair())
            .collect(),
        late: told(desk, seen, procedure, id, &procedure.late, |given| {
            !had_arrived(procedure, given)
        }),
        after_all: told(desk, seen, procedure, id, &procedure.late, |given| {
            had_arrived(procedure, given)
        }),
        contested: told(desk, seen, procedure, id, &procedure.contested, |_| true),
        evidence: evidence_href(desk, seen, procedure, id),
    };
    seen.outcomes(procedure).into_iter().map(row).collect()
}

/// Whether what counts no more is a message that had arrived in time. What was said on the page after a deadline
/// that was moved later was late when it came.
fn had_arrived(procedure: &Procedure, given: &Given) -> bool {
    given.entered.is_some() && procedure.in_time(given.received)
}

/// What an organisation said that doesn't count, in words, as far as the viewer may see it.
fn told(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    procedure: &Procedure,
    organisation: Id,
    all: &[(Id, Given)],
    which: impl Fn(&Given) -> bool,
) -> Vec<String> {
    let may = seen.sees_position(procedure, organisation);
    let of_it = all.iter().filter(|(by, _)| may && *by == organisation);
    let which = of_it.filter(|(_, given)| which(given));
    which.map(|(_, given)| in_words(desk, given)).collect()
}

/// Where the message behind a position that was entered is read, by whoever may.
fn evidence_href(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    procedure: &Procedure,
    organisation: Id,
) -> Option<String> {
    let own = desk.viewer.organisation == Some(organisation);
    let given = procedure.positions.get(&organisation)?;
    let file = given.entered.as_ref()?.file.as_ref();
    let slug = &desk.organisation(organisation)?.slug;
    let text = &seen.text().slug;
    (file.is_some() && (own || seen.sees_all_positions()))
        .then(|| format!("/{}/texts/{text}/clearance/evidence/{slug}", desk.group))
}

/// What was said, with when it reached the group.
fn in_words(desk: &Desk<'_>, given: &Given) -> String {
    let said = given.reason.reveal().cloned().unwrap_or_default();
    let texts = given.texts.reveal().map(Vec::as_slice).unwrap_or_default();
    let words = [
        vec![said],
        texts.iter().map(|text| text.0.clone()).collect(),
    ]
    .concat();
    let words: Vec<String> = words.into_iter().filter(|text| !text.is_empty()).collect();
    let received = show::when(desk, given.received).text;
    if words.is_empty() {
        received
    } else {
        format!("{received}: {}", words.join(" · "))
    }
}

fn attached(given: &Given) -> Vec<Attached> {
    let texts = given.texts.reveal().map(Vec::as_slice).unwrap_or_default();
    given
        .attachments
        .iter()
        .zip(texts)
        .map(|(attachment, text)| Attached {
            kind: match attachment.kind {
                AttachmentKind::Reservation => Attachment::Reservation,
                AttachmentKind::Statement => Attachment::Statement,
                AttachmentKind::Dissociation => Attachment::Dissociation,
                AttachmentKind::Editorial => Attachment::Editorial,
            },
            text: text.0.clone(),
            to_be_published: attachment.publish,
        })
        .collect()
}

/// Attachments that the viewer may see, of those that are not in the table of outcomes.
fn circulated(desk: &Desk<'_>, seen: &TextSeen<'_>, procedure: &Procedure) -> Vec<Circulated> {
    let in_table = !seen.outcomes(procedure).is_empty();
    let for_all = |one: &Attached| one.kind != Attachment::Editorial;
    procedure
        .attached()
        .into_iter()
        .filter(|id| !(in_table && procedure.electorate.contains(id)))
        .filter_map(|id| seen.position(procedure, id).map(|given| (id, given)))
        .flat_map(|(id, given)| {
            attached(given)
                .into_iter()
                .filter(for_all)
                .map(move |attached| (id, attached, given.received))
        })
        .map(|(id, attached, on)| Circulated {
            organisation: show::org_of(desk, id),
            attached,
            on: show::when(desk, on),
        })
        .collect()
}

fn said(desk: &Desk<'_>, given: &Given) -> Said {
    Said {
        position: position_of(given.position),
        on: show::when(desk, given.received),
        receipt: given.act + 1,
        reason: given.reason.reveal().cloned(),
        wording: given.wording.reveal().cloned(),
        confirmed_by: given.confirmed_by.map(show::date_of),
        attached: attached(given),
    }
}
