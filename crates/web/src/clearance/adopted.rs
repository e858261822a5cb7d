//! After the deadline: the chair's confirmation, endorsements, publication.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::ChairStep;
use group::state::Stage;
use group::{Command, Hat};
use office::desk::{Desk, TextSeen};
use pages::Form;
use pages::clearance::{Attached, Attachment};
use pages::endorsement::Endorsement;
use pages::publication::Publication;

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, done, settled, told_at};
use crate::show::{self, words};

/// The endorsement of the viewer's organisation, once the text is adopted.
pub(super) fn endorsement(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Option<Endorsement> {
    let (decision, published) = match seen.stage() {
        Stage::Adopted(decision) => (decision, false),
        Stage::Published(decision, _) => (decision, true),
        _ => return None,
    };
    let own = desk.viewer.organisation.filter(|_| desk.viewer.speaks())?;
    let given = seen
        .text()
        .endorsements
        .get(&own)
        .map(|endorsement| endorsement.name.clone());
    let version = seen.text().version(decision.text()?.1)?;
    Some(Endorsement {
        version: version.label.clone(),
        name: show::org_of(desk, own).name,
        give: given.is_none().then(|| show::form(app)),
        withdraw: given.is_some().then(|| show::form(app)),
        given,
        published,
    })
}

/// What the public will read, for whoever may publish it.
pub(super) fn publication(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
) -> Result<Option<Publication>, Failure> {
    let Stage::Adopted(decision) = seen.stage() else {
        return Ok(None);
    };
    if !desk.is_chair() && !desk.is_secretariat() {
        return Ok(None);
    }
    let text = seen.text();
    let mut endorsed: Vec<_> = text.endorsements.iter().collect();
    endorsed.sort_by_key(|(id, _)| desk.organisation(**id).map_or(usize::MAX, |o| o.order));
    let not_endorsed: Vec<_> = seen
        .not_endorsing()
        .into_iter()
        .map(|id| show::org_of(desk, id))
        .collect();
    let speaks = match decision.text().and_then(|(_, number)| text.version(number)) {
        Some(version) => speaks_for_members(app, desk, version)?,
        None => false,
    };
    Ok(Some(Publication {
        form: show::form(app),
        endorsed: endorsed
            .into_iter()
            .map(|(_, endorsement)| endorsement.name.clone())
            .collect(),
        speaks_for_all: speaks && !not_endorsed.is_empty(),
        not_endorsed,
        attached: seen
            .for_publication()
            .into_iter()
            .map(|published| {
                let attached = Attached {
                    kind: Attachment::of(published.kind.word()).unwrap_or_default(),
                    text: published.text,
                    to_be_published: true,
                };
                (show::org_of(desk, published.organisation), attached)
            })
            .collect(),
    }))
}

/// Whether a text says "the members" (5-procedures, *Endorsement*: if not all endorse, the system
/// asks before it is published).
fn speaks_for_members(
    app: &App,
    desk: &Desk<'_>,
    version: &group::state::Version,
) -> Result<bool, Failure> {
    let paragraphs = app.office.version_paragraphs(&desk.group, version)?;
    Ok(paragraphs
        .iter()
        .any(|paragraph| paragraph.text.to_lowercase().contains("the members")))
}

/// The chair confirms: the text is adopted and the decision gets its number.
pub(crate) async fn confirm(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let path = format!("texts/{slug}/clearance");
    if matches!(seen.stage(), Stage::Adopted(_) | Stage::Published(..)) {
        // Pressed in two windows.
        return Ok(told_at(&who.group, &path, "already"));
    }
    let procedure = seen.procedure().ok_or(Failure::NotFound)?.id;
    let command = Command::ConfirmSilence {
        procedure,
        decision: app.office.fresh_id(),
    };
    let told = match desk
        .awaited_chairs(ChairStep::Adoption, procedure)
        .is_empty()
    {
        true => "adopted",
        false => "chair-agreed",
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Chair))?;
    let adopted = app.office.execute(&who.group, &asking, &command, &[])?;
    Ok(done(&who.group, &path, told, &adopted))
}

/// The organisation stands behind the adopted version, under this form of its name.
pub(crate) async fn endorse(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let name = posted.text("endorsement_name").to_owned();
    let command = Command::Endorse {
        text: seen.id,
        name: name.clone(),
    };
    let asking = asking(&posted, desk.viewer.speaking())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/clearance#endorse");
    settled(ran, &who.group, &path, "endorsed", |refusal| {
        let mut view = super::view(&app, &desk, &seen)?;
        let Some(endorsement) = &mut view.endorsement else {
            return Err(Failure::Refused(sentence(refusal)));
        };
        endorsement.name = name;
        let form = Form::new(posted.text("command"));
        endorsement.give = Some(form.refused("endorsement_name", &sentence(refusal)));
        Ok(show::refused_text(&app, &who, &desk, &view))
    })
}

/// The organisation does not stand behind the text any more.
pub(crate) async fn withdraw_endorsement(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let command = Command::WithdrawEndorsement { text: seen.id };
    let asking = asking(&posted, desk.viewer.speaking())?;
    let gone = app.office.execute(&who.group, &asking, &command, &[])?;
    Ok(done(
        &who.group,
        &format!("texts/{slug}/clearance#endorse"),
        "endorsement-withdrawn",
        &gone,
    ))
}

/// Publishes the adopted text with what its authors chose to have published.
pub(crate) async fn publish(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let asks =
        publication(&app, &desk, &seen)?.is_some_and(|publication| publication.speaks_for_all);
    if asks && !posted.ticked("publish_anyway") {
        let mut view = super::view(&app, &desk, &seen)?;
        if let Some(publication) = &mut view.publication {
            let form = Form::new(posted.text("command"));
            publication.form = form.refused("publish_anyway", words().t("problem-unnamed-members"));
        }
        return Ok(show::refused_text(&app, &who, &desk, &view));
    }
    let command = Command::Publish {
        text: seen.id,
        attached: seen.for_publication(),
    };
    // With co-chairs both say yes first; a seat of theirs in the secretariat's house says it as chair.
    let awaited = desk.awaited_chairs(ChairStep::Publication, seen.id);
    let as_chair = desk.is_chair() && !awaited.is_empty();
    let hats = match as_chair {
        true => [Hat::Chair, Hat::Secretariat],
        false => [Hat::Secretariat, Hat::Chair],
    };
    let actor = desk.viewer.acting_as(&hats);
    let told = if as_chair {
        "chair-agreed"
    } else {
        "published"
    };
    let published = app
        .office
        .execute(&who.group, &asking(&posted, actor)?, &command, &[])?;
    Ok(done(&who.group, &format!("texts/{slug}"), told, &published))
}
