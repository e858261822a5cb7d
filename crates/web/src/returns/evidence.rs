//! How an answer reached the group that the secretariat enters.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::parts::EvidenceKind;
use office::Failed;
use pages::evidence::{Entering, EvidenceForm};
use pages::{Form, When};

use super::{Address, Hand, evidence_kind, view, with_hand};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::Who;
use crate::show;

const MINUTE_MS: i64 = 60_000;

/// The part of the page that says how the answer came; nothing where the organisation answers itself.
pub(super) fn entering(
    app: &App,
    hand: &Hand<'_>,
    typed: Option<EvidenceForm>,
) -> Result<Option<Entering>, Failure> {
    let Some(organisation) = hand.entering() else {
        return Ok(None);
    };
    let found = app.office.evidence(&hand.desk.group, hand.sender)?;
    let given = found.map(|(evidence, _)| {
        let arrived: When = show::when(hand.desk, evidence.arrived);
        let at = show::civil(evidence.arrived, &hand.desk.zone());
        (evidence, arrived, at)
    });
    let form = typed.unwrap_or_else(|| {
        let at = given.as_ref().map(|(_, _, at)| at.clone());
        let at = at.unwrap_or_else(|| show::civil(hand.desk.now, &hand.desk.zone()));
        EvidenceForm {
            form: show::form(app),
            kind: given
                .as_ref()
                .map(|(evidence, ..)| evidence_kind(evidence.kind))
                .unwrap_or_default(),
            date: format!("{:04}-{:02}-{:02}", at.year, at.month, at.day),
            time: format!("{:02}:{:02}", at.hour, at.minute),
            zone: show::zone_name(&hand.desk.zone()),
        }
    });
    Ok(Some(Entering {
        organisation,
        given: given.map(|(evidence, arrived, _)| {
            (evidence_kind(evidence.kind), arrived, evidence.file_name)
        }),
        form,
    }))
}

/// Keeps how the answer came.
pub(crate) async fn keep(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
    posted: Posted,
) -> Result<Response, Failure> {
    with_hand(app, who, path, move |app, who, hand| {
        if !hand.is_entering() {
            return Err(Failure::NotFound);
        }
        keeping(app, who, hand, &posted)
    })
    .await
}

fn keeping(app: &App, who: &Who, hand: &Hand<'_>, posted: &Posted) -> Result<Response, Failure> {
    let kind = EvidenceKind::of(posted.text("evidence")).ok_or(Failure::NotOurForm)?;
    let refuse = |field: &str, why: &str| {
        let typed = EvidenceForm {
            form: Form::new(posted.text("command")).refused(field, why),
            kind: evidence_kind(kind),
            date: posted.text("date").to_owned(),
            time: posted.text("time").to_owned(),
            zone: show::zone_name(&hand.desk.zone()),
        };
        let mut view = view(app, hand, None)?;
        view.entering = entering(app, hand, Some(typed))?;
        Ok(show::refused_text(app, who, hand.desk, &view))
    };
    if let Some(why) = posted.file_too_large() {
        return refuse("evidence_file", &why);
    }
    let arrived = match crate::round::typed_deadline(hand.desk, posted) {
        Ok(arrived) => arrived,
        Err((field, why)) => return refuse(field, why),
    };
    // What is typed is a minute: one that the opening of the round, or this moment, falls into holds both.
    let opened = hand.round.opened;
    let arrived = if arrived < opened && opened < arrived.plus_millis(MINUTE_MS) {
        opened
    } else {
        arrived.min(hand.desk.now)
    };
    let file = posted
        .file()
        .map(|file| (file.name.as_str(), file.bytes.as_ref()));
    let kept = app
        .office
        .keep_evidence(&who.group, hand.sender, hand.round, (kind, arrived), file);
    match kept {
        Ok(()) => Ok(Redirect::to(&format!("/{}/{}", who.group, hand.path())).into_response()),
        Err(Failed::Refused(refusal)) => refuse("date", &sentence(&refusal)),
        Err(error) => Err(error.into()),
    }
}

/// The message behind an answer that was entered.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let part = |name: &str| path.get(name).map_or("", String::as_str);
    let seen = desk.text(part("slug")).ok_or(Failure::NotFound)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    let (organisation, _) = desk.organisation_at(part("org")).ok_or(Failure::NotFound)?;
    let file = seen.evidence_file(round, organisation)?;
    Ok(crate::read::delivered(file.ok_or(Failure::NotFound)?))
}
