//! Issuing the responses, and tabling the version that they make.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::Refusal;
use group::state::Round;
use office::desk::TextSeen;
use pages::Form;
use pages::responses::ResponsesState;

use super::{due, place_of, view};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled, team_text, told_at};
use crate::show::{self, words};

/// Issues the responses.
pub(crate) async fn issue(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    let asking = asking(&posted, seen.team_actor())?;
    let ran = app.office.issue(&who.group, &asking, round);
    let path = format!("texts/{slug}/responses");
    settled(ran, &who.group, &path, "responses-issued", |refusal| {
        let why = why_not(&seen, round, refusal)?;
        let mut view = view(&app, &desk, &seen)?;
        let form = Form::new(posted.text("command")).refused("", &why);
        match &mut view.state {
            ResponsesState::Before { issue, .. } => *issue = Some(form),
            _ => return Err(Failure::Refused(why)),
        }
        Ok(show::refused_text(&app, &who, &desk, &view))
    })
}

/// The law's refusal, with the places of the proposals that it is about.
fn why_not(seen: &TextSeen<'_>, round: &Round, refusal: &Refusal) -> Result<String, Failure> {
    let Refusal::BothTaken { first, second } = refusal else {
        return Ok(sentence(refusal));
    };
    let Some(compilation) = seen.compilation(round)? else {
        return Ok(sentence(refusal));
    };
    let (first, second) = (
        place_of(&compilation, first),
        place_of(&compilation, second),
    );
    let args = [("first", first.into()), ("second", second.into())];
    Ok(words().f("problem-both-taken", &args))
}

/// Tables the next version.
pub(crate) async fn next(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || {
        let desk = who.member(&app)?;
        let seen = team_text(&desk, &slug)?;
        let round = seen.round().ok_or(Failure::NotFound)?;
        let asking = asking(&posted, seen.team_actor())?;
        // Somebody of the team was there before, or the form came twice: one version is made of it.
        if round.responses.is_some() && !due(&seen, round) {
            return Ok(told_at(&who.group, &format!("texts/{slug}"), "already"));
        }
        let ran = app.office.table_next(&who.group, &asking, round);
        let path = format!("texts/{slug}");
        settled(ran, &who.group, &path, "version-tabled", |refusal| {
            let mut view = view(&app, &desk, &seen)?;
            let why = sentence(refusal);
            let Some(next) = &mut view.next else {
                return Err(Failure::Refused(why));
            };
            next.form = Form::new(posted.text("command")).refused("", &why);
            Ok(show::refused_text(&app, &who, &desk, &view))
        })
    })
    .await
    .map_err(|error| Failure::Broken(error.to_string()))?
}
