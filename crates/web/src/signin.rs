//! Sign-in by link, and signing out.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use office::Opens;
use pages::Shell;
use pages::signin::{SignIn, SignInEnded};

use crate::app::App;
use crate::failure::{Failure, page_response};
use crate::session;
use crate::show;

/// Looks at a link. The demonstration's links sign in at once; any other shows a button, since mail
/// scanners open every link (docs/decisions/0002).
pub(crate) async fn look(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let Some((group, secret)) = token.split_once('.') else {
        return Ok(gone(SignInEnded::Unknown));
    };
    if let Some((demo_group, seat)) = app.demo_link(secret) {
        let cookie = app.office.sign_in(&demo_group, seat)?;
        let to = Redirect::to(&format!("/{demo_group}/today"));
        return Ok((session::begin(&app, &demo_group, &cookie), to).into_response());
    }
    if app.office.loaded(group).is_none() {
        return Ok(gone(SignInEnded::Unknown));
    }
    let Some(Opens::Seat(seat)) = app.office.look_at_link(Some(group), secret)? else {
        return Ok(gone(SignInEnded::Used));
    };
    let Some(desk) = app.office.desk(group, Some(seat)) else {
        return Ok(gone(SignInEnded::Unknown));
    };
    let organisation = desk.viewer.organisation.map(|own| show::org_of(&desk, own));
    let view = SignIn {
        token: token.clone(),
        form: show::form(&app),
        person: desk.own_name().to_owned(),
        organisation: organisation.unwrap_or_default(),
    };
    let shell = Shell {
        group: show::group_of(&desk),
        ..Shell::default()
    };
    Ok(show::page(&shell, &view))
}

/// Uses a link up and begins a session.
pub(crate) async fn enter(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let Some((group, secret)) = token.split_once('.') else {
        return Ok(gone(SignInEnded::Unknown));
    };
    if app.office.loaded(group).is_none() {
        return Ok(gone(SignInEnded::Unknown));
    }
    match app.office.use_seat_link(group, secret)? {
        Some(cookie) => {
            let to = Redirect::to(&format!("/{group}/today"));
            Ok((session::begin(&app, group, &cookie), to).into_response())
        }
        None => Ok(gone(SignInEnded::Used)),
    }
}

/// Ends the session, here and in the store.
pub(crate) async fn leave(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for group in app.office.groups() {
        if let Some(secret) = session::secret_of(&headers, &group) {
            app.office.sign_out(&group, &secret)?;
        }
    }
    let html = pages::render(show::words(), &Shell::default(), &SignInEnded::SignedOut);
    Ok((session::end(), page_response(StatusCode::OK, html)).into_response())
}

fn gone(why: SignInEnded) -> Response {
    page_response(
        StatusCode::GONE,
        pages::render(show::words(), &Shell::default(), &why),
    )
}
