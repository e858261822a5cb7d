//! The demonstration's visible control of its clock.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::app::App;
use crate::failure::Failure;
use crate::posted::Posted;
use crate::session;

const HOUR_MS: i64 = 3_600_000;
/// Past a deadline by the grace and a second, so that what it closes is closed.
const PAST_MS: i64 = group::state::GRACE_MS + 1_000;

/// Sets the clock ahead by what was pressed, and closes what became due.
pub(crate) async fn clock(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Failure> {
    let demo = app.settings.demo.as_ref().ok_or(Failure::NotFound)?;
    let group = app
        .office
        .groups()
        .into_iter()
        .find(|group| session::secret_of(&headers, group).is_some())
        .ok_or(Failure::SignedOut)?;
    let secret = session::secret_of(&headers, &group).unwrap_or_default();
    if app.office.signed_in(&group, &secret)?.is_none() {
        return Err(Failure::SignedOut);
    }
    let now = app.office.now();
    let to = match posted.text("advance") {
        "1h" => now.plus_millis(HOUR_MS),
        "1d" => now.plus_millis(24 * HOUR_MS),
        "3d" => now.plus_millis(72 * HOUR_MS),
        "deadline" => app
            .office
            .next_deadline(&group)
            .map_or(now, |at| at.plus_millis(PAST_MS)),
        _ => return Err(Failure::NotOurForm),
    };
    demo.clock.set_ahead(to).map_err(Failure::Broken)?;
    app.office.close_what_is_due()?;
    let back = back(&headers, &group);
    Ok(session::told_at(&group, &back, "clock"))
}

/// The page of the group from which the button was pressed, without what it told.
fn back(headers: &HeaderMap, group: &str) -> String {
    let from = headers
        .get(axum::http::header::REFERER)
        .and_then(|value| value.to_str().ok());
    let path = from
        .and_then(|from| from.split_once("://"))
        .and_then(|(_, rest)| rest.split_once('/'));
    let path = path
        .map_or("", |(_, path)| path)
        .split(['?', '#'])
        .next()
        .unwrap_or_default();
    match path
        .strip_prefix(group)
        .and_then(|rest| rest.strip_prefix('/'))
    {
        // An address to which a form was posted has no page of its own.
        Some(inside) if !inside.is_empty() && !inside.ends_with("/answer") => inside.to_owned(),
        _ => "today".to_owned(),
    }
}
