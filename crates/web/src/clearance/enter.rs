//! Entering, as the secretariat, what another organisation said by mail or letter.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use group::parts::{Attachment, AttachmentKind, AttachmentText, EvidenceKind, PositionKind};
use group::state::Procedure;
use group::{Command, Filed, Id, Instant};
use office::desk::{Desk, TextSeen};
use pages::entering::{EnterPosition, Entered};
use pages::{Form, Place};
use serde::Deserialize;

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::returns::evidence_kind;
use crate::round::typed_deadline;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};

const MINUTE_MS: i64 = 60_000;

#[derive(Deserialize)]
pub(crate) struct Asked {
    pub(super) message: Option<String>,
}

/// The text and its procedure, where a position can be entered.
fn found<'d>(desk: &'d Desk<'_>, slug: &str) -> Result<(TextSeen<'d>, &'d Procedure), Failure> {
    secretariat(desk)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let procedure = seen.procedure().ok_or(Failure::NotFound)?;
    Ok((seen, procedure))
}

/// The form; with `?message=ID` filled in with what is known of that message.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (seen, procedure) = found(&desk, &slug)?;
    let id: Option<Id> = asked.message.as_deref().and_then(|id| id.parse().ok());
    let inbox = desk.inbox();
    let message = id.and_then(|id| inbox.iter().find(|(each, _)| *each == id));
    let arrived = message.map_or(desk.now, |(_, message)| message.arrived);
    let at = show::civil(arrived, &desk.zone());
    let typed = Entered {
        organisation: message
            .map(|(_, m)| m.organisation.to_string())
            .unwrap_or_default(),
        kind: message
            .map(|(_, m)| evidence_kind(m.form))
            .unwrap_or_default(),
        date: format!("{:04}-{:02}-{:02}", at.year, at.month, at.day),
        time: format!("{:02}:{:02}", at.hour, at.minute),
        ..Entered::default()
    };
    let message = message.map(|(id, _)| id.to_string()).unwrap_or_default();
    let view = view(&desk, &seen, procedure, show::form(&app), typed, message);
    let shell = show::shell(&app, &who, &desk, Place::Texts);
    Ok(show::page(&shell, &view))
}

fn view(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    procedure: &Procedure,
    form: Form,
    typed: Entered,
    message: String,
) -> EnterPosition {
    let others = desk.participants().into_iter().map(|(id, _)| id);
    let others = others.filter(|id| Some(*id) != desk.viewer.organisation);
    EnterPosition {
        head: show::text_head(desk, seen),
        deadline: show::when(desk, procedure.deadline),
        form,
        organisations: others
            .map(|id| (id.to_string(), show::org_of(desk, id)))
            .collect(),
        typed,
        zone: show::zone_name(&desk.zone()),
        message,
    }
}

/// How what is entered came.
pub(super) struct Came {
    pub(super) kind: EvidenceKind,
    /// What is kept of it.
    pub(super) file: Option<Filed>,
    pub(super) arrived: Instant,
    /// The message to the group that it is.
    pub(super) message: Option<Id>,
}

/// Reads how it came: a message to the group says itself when it arrived; otherwise it is the minute that was
/// typed, of something that was opened then or before.
pub(super) fn came(
    app: &App,
    who: &Who,
    desk: &Desk<'_>,
    posted: &Posted,
    (typed, opened): (Instant, Instant),
) -> Result<Came, Failure> {
    let inbox = desk.inbox();
    let id: Option<Id> = posted.text("message").parse().ok();
    let message = id.and_then(|id| inbox.iter().find(|(each, _)| *each == id).copied());
    // What is typed is a minute: that in which it was opened begins before, and this moment ends its minute.
    let arrived = match message {
        Some((_, message)) => message.arrived,
        None if typed < opened && opened < typed.plus_millis(MINUTE_MS) => opened.plus_millis(1),
        None => typed.min(desk.now),
    };
    let file = match (message, posted.file()) {
        (Some((_, message)), _) => Some(Filed {
            id: message.file.clone(),
        }),
        (None, Some(file)) => Some(app.office.keep(&who.group, &file.bytes)?.filed()),
        (None, None) => None,
    };
    Ok(Came {
        kind: EvidenceKind::of(posted.text("evidence")).ok_or(Failure::NotOurForm)?,
        file,
        arrived,
        message: message.map(|(id, _)| id),
    })
}

/// Enters it.
pub(crate) async fn enter(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let (seen, procedure) = found(&desk, &slug)?;
    let text = |name: &str| posted.text(name).to_owned();
    let refuse = |field: &str, why: &str| {
        let typed = Entered {
            organisation: text("organisation"),
            position: text("position"),
            until: text("until"),
            reason: text("reason"),
            wording: text("wording"),
            attachment: text("attachment"),
            statement: text("statement"),
            kind: pages::evidence::EvidenceKind::of(posted.text("evidence")).unwrap_or_default(),
            date: text("date"),
            time: text("time"),
        };
        let form = Form::new(posted.text("command")).refused(field, why);
        let view = view(&desk, &seen, procedure, form, typed, text("message"));
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    if let Some(why) = posted.file_too_large() {
        return refuse("file", &why);
    }
    if posted.text("organisation").is_empty() {
        return refuse("organisation", words().t("problem-enter-organisation"));
    }
    let Some(position) = PositionKind::of(posted.text("position")) else {
        return refuse("position", words().t("problem-enter-position"));
    };
    let typed = match typed_deadline(&desk, &posted) {
        Ok(typed) => typed,
        Err((field, why)) => return refuse(field, why),
    };
    let came = came(&app, &who, &desk, &posted, (typed, procedure.opened))?;
    let some = |name: &str| Some(text(name)).filter(|words| !words.is_empty());
    let attachment = Attachment {
        kind: match position {
            PositionKind::Dissociates => AttachmentKind::Dissociation,
            _ => AttachmentKind::of(posted.text("attachment")).ok_or(Failure::NotOurForm)?,
        },
        // What is printed with a text its author chooses, on its own page.
        publish: false,
    };
    let command = Command::EnterPosition {
        procedure: procedure.id,
        organisation: posted.id("organisation")?,
        position,
        confirmed_by: posted
            .text("until")
            .parse()
            .ok()
            .filter(|_| position == PositionKind::AgreesAdReferendum),
        reason: some("reason"),
        wording: some("wording").filter(|_| position.is_against()),
        attachments: some("statement")
            .map(|words| vec![(attachment, AttachmentText(words))])
            .unwrap_or_default(),
        evidence: came.kind,
        evidence_file: came.file,
        arrived: came.arrived,
        message: came.message,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/clearance");
    settled(ran, &who.group, &path, "position-entered", |refusal| {
        refuse(super::field_of(refusal), &sentence(refusal))
    })
}

/// The message behind a position that was entered: for the secretariat, the chair and the organisation itself.
pub(crate) async fn evidence(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, org)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let procedure = seen.procedure().ok_or(Failure::NotFound)?;
    let (organisation, _) = desk.organisation_at(&org).ok_or(Failure::NotFound)?;
    let file = seen.position_evidence(procedure, organisation)?;
    Ok(crate::read::delivered(file.ok_or(Failure::NotFound)?))
}
