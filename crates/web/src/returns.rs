//! An organisation's answer to a round: the file kept, looked at, confirmed.

mod checking;

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::parts::ReturnForm;
use group::state::Round;
use group::{Id, Refusal};
use office::Failed;
use office::desk::{Desk, TextSeen};
use pages::read::{Download, File};
use pages::returning::Return;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};

pub(crate) use checking::{check, send};

/// What stands in the forms after a refusal: the command, the field, the sentence.
type Refused<'a> = Option<(&'a Posted, &'static str, String)>;

/// The viewer's organisation and the round that it may answer.
fn asked<'d>(desk: &'d Desk<'d>, seen: &TextSeen<'d>) -> Result<(Id, &'d Round), Failure> {
    let round = seen
        .round()
        .filter(|round| seen.may_return(round))
        .ok_or(Failure::NotFound)?;
    Ok((desk.viewer.organisation.ok_or(Failure::NotFound)?, round))
}

/// The page on which an organisation answers a round.
pub(crate) async fn form(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let (own, round) = asked(&desk, &seen)?;
    let view = view(&app, &desk, &seen, (own, round), None)?;
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view,
    ))
}

fn view(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    (own, round): (Id, &Round),
    refused: Refused<'_>,
) -> Result<Return, Failure> {
    let version = seen.text().version(round.version);
    let waiting = app.office.waiting(&desk.group, own, round.id)?;
    let form = |answer: &str| match &refused {
        Some((posted, field, why)) if posted.text("answer") == answer => {
            Form::new(posted.text("command")).refused(field, why)
        }
        _ => show::form(app),
    };
    Ok(Return {
        head: show::text_head(desk, seen),
        acts_for: show::acts_for(desk),
        closes: show::when(desk, round.closed.unwrap_or(round.deadline)),
        instructions: round.instructions.reveal().cloned().unwrap_or_default(),
        draft: version.map(|version| Download {
            what: File::Version(version.label.clone()),
            href: format!(
                "/{}/texts/{}/files/{}.docx",
                desk.group,
                seen.text().slug,
                version.number
            ),
            size: None,
        }),
        held: crate::round::heard(desk, round, own),
        receipt: round.returns.get(&own).map(|one| one.act + 1),
        waiting: waiting.map(|(draft, _)| draft.file_name),
        closed: round.closed.is_some() || desk.now > round.deadline,
        upload: form("marked_up"),
        no_comments: form(ReturnForm::NoComments.word()),
        not_in_our_mandate: form(ReturnForm::NotInOurMandate.word()),
    })
}

/// A marked-up file is kept and leads to the check; the two short answers are recorded at once.
pub(crate) async fn post(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || answer(&app, &who, &slug, &posted))
        .await
        .map_err(|error| Failure::Broken(error.to_string()))?
}

fn answer(app: &App, who: &Who, slug: &str, posted: &Posted) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let (own, round) = asked(&desk, &seen)?;
    let refuse = |field: &'static str, why: String| {
        let view = view(app, &desk, &seen, (own, round), Some((posted, field, why)))?;
        Ok(show::refused_text(app, who, &desk, &view))
    };
    let path = format!("texts/{slug}/return");
    if posted.text("answer") == "marked_up" {
        if let Some(why) = crate::texts::file_problem(posted) {
            return refuse("file", why);
        }
        let Some(file) = posted.file() else {
            return Err(Failure::NotOurForm);
        };
        return match app
            .office
            .keep_return(&who.group, own, round.id, &file.name, &file.bytes)
        {
            Ok(()) => {
                // Also for a round that has closed: the file is kept as a draft, and the page says so.
                Ok(Redirect::to(&format!("/{}/{path}/check", who.group)).into_response())
            }
            Err(Failed::File(why)) => refuse("file", why),
            Err(error) => Err(error.into()),
        };
    }
    let form = ReturnForm::of(posted.text("answer"))
        .filter(|form| *form != ReturnForm::MarkedUp)
        .ok_or(Failure::NotOurForm)?;
    let asking = asking(posted, desk.viewer.speaking())?;
    let ran = app.office.answer_round(&who.group, &asking, round.id, form);
    let told = match form {
        ReturnForm::NoComments => "no-comments",
        _ => "not-in-our-mandate",
    };
    settled(ran, &who.group, &path, told, |refusal| {
        // No file came, so the sentence about a file that is kept would be wrong.
        let why = match refusal {
            Refusal::RoundClosed { .. } => words().t("problem-answer-late").to_owned(),
            _ => sentence(refusal),
        };
        refuse("", why)
    })
}

/// Where a proposal stands, as the reader finds it.
pub(crate) fn place(paragraph: usize, label: Option<&str>) -> String {
    match label {
        Some(label) => label.to_owned(),
        None if paragraph == 0 => words().t("told-before-first").to_owned(),
        None => words().f("told-paragraph", &[("n", paragraph.into())]),
    }
}

/// Where a comment stands; 0 is no place at all.
pub(crate) fn comment_place(paragraph: usize, label: Option<&str>) -> String {
    match paragraph {
        0 => words().t("told-no-place").to_owned(),
        _ => place(paragraph, label),
    }
}
