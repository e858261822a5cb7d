//! The founding of a group on an empty server: by a link that works once.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use group::{Actor, Command};
use office::{Asking, Failed, Opens};
use pages::founding::Founding;
use pages::signin::SignInEnded;
use pages::{Form, Shell};

use crate::app::App;
use crate::failure::{Failure, page_response, sentence};
use crate::posted::Posted;
use crate::session;
use crate::show::{self, words};

pub(crate) async fn form(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    if !works(&app, &token)? {
        return Ok(gone());
    }
    let view = Founding {
        token,
        form: show::form(&app),
        zone: "UTC".to_owned(),
        ..Founding::default()
    };
    Ok(show::page(&Shell::default(), &view))
}

/// Founds the group, signs its first seat in and leads to Members. Refused, the link stays unused.
pub(crate) async fn found(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    if !works(&app, &token)? {
        return Ok(gone());
    }
    let short = posted.text("short_name").to_owned();
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let seat = app.office.fresh_id();
    let command = Command::Found {
        name: posted.text("group_name").to_owned(),
        short_name: short.clone(),
        zone: posted.text("zone").to_owned(),
        purpose: optional(posted.text("purpose")),
        organisation: app.office.fresh_id(),
        organisation_name: posted.text("organisation_name").to_owned(),
        organisation_short: optional(posted.text("organisation_short")),
        seat,
        person: app.office.fresh_id(),
        person_name: posted.text("person_name").to_owned(),
        settings: Vec::new(),
    };
    if posted.text("person_name").is_empty() {
        return Ok(refused(
            &token,
            &posted,
            "person_name",
            words().t("problem-name-missing"),
        ));
    }
    let asking = Asking {
        actor: Actor::FOUNDER,
        received: posted.received,
        command: posted.command()?,
    };
    // The address of the log is fixed now and for good, whatever address the server listens on.
    let host = app.settings.base.split("://").last().unwrap_or_default();
    let host = host.split([':', '/']).next().unwrap_or_default();
    match app
        .office
        .found(&short, &format!("{host}/{short}"), &asking, &command)
    {
        Ok(_) => {}
        Err(Failed::Refused(refusal)) => {
            return Ok(refused(
                &token,
                &posted,
                field_of(&refusal),
                &sentence(&refusal),
            ));
        }
        Err(error) => return Err(error.into()),
    }
    app.office.use_founding_link(&token)?;
    let cookie = app.office.sign_in(&short, seat)?;
    let to = Redirect::to(&format!("/{short}/members?done=founded&receipt=1"));
    Ok((session::begin(&app, &short, &cookie), to).into_response())
}

/// The link opens the founding, and there is nothing founded yet: one server, one founding.
fn works(app: &App, token: &str) -> Result<bool, Failure> {
    let opens = app.office.look_at_link(None, token)?;
    Ok(opens == Some(Opens::Founding) && app.office.groups().is_empty())
}

fn field_of(refusal: &group::Refusal) -> &'static str {
    match refusal {
        group::Refusal::BadName {} => "short_name",
        group::Refusal::NoZone { .. } => "zone",
        group::Refusal::Missing { what } | group::Refusal::TooLong { what, .. } => match *what {
            "name" => "group_name",
            "purpose" => "purpose",
            "short form" => "organisation_short",
            "name of the person" => "person_name",
            _ => "organisation_name",
        },
        group::Refusal::NameTaken { .. } => "organisation_name",
        _ => "",
    }
}

fn refused(token: &str, posted: &Posted, field: &str, why: &str) -> Response {
    let text = |name: &str| posted.text(name).to_owned();
    let view = Founding {
        token: token.to_owned(),
        form: Form::new(posted.text("command")).refused(field, why),
        group_name: text("group_name"),
        short_name: text("short_name"),
        zone: text("zone"),
        purpose: text("purpose"),
        organisation_name: text("organisation_name"),
        organisation_short: text("organisation_short"),
        person_name: text("person_name"),
    };
    show::refused_page(&Shell::default(), &view)
}

fn gone() -> Response {
    let html = pages::render(words(), &Shell::default(), &SignInEnded::Used);
    page_response(StatusCode::GONE, html)
}
