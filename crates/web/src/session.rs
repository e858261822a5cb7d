//! Who asks: the cookie of a session, and the desk it leads to.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use group::{Actor, Hat, Id, Refusal};
use office::desk::{Desk, TextSeen};
use office::{Asking, Done, Failed};

use crate::app::App;
use crate::failure::{Failure, cookie};
use crate::posted::Posted;

/// The cookie's name. Its value is `GROUP.SECRET`: a session belongs to one group.
const COOKIE: &str = "unavoce";

/// Who asks for a page of a group, not yet checked against what may be seen.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub(crate) group: String,
    /// The seat that is signed in; `None`: a visitor.
    pub(crate) seat: Option<Id>,
    /// What was just done, told once on the page that follows (`?done=…`).
    pub(crate) told: Option<(String, Option<u64>)>,
}

impl FromRequestParts<Arc<App>> for Who {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Failure> {
        let path: Path<BTreeMap<String, String>> = Path::from_request_parts(parts, app)
            .await
            .map_err(|_| Failure::NotFound)?;
        let group = path.get("group").cloned().ok_or(Failure::NotFound)?;
        let secret = secret_of(&parts.headers, &group);
        let seat = match &secret {
            Some(secret) => app.office.signed_in(&group, secret)?,
            None => None,
        };
        Ok(Self {
            group,
            seat,
            told: told(parts.uri.query().unwrap_or_default()),
        })
    }
}

/// The secret of the session in a group.
pub(crate) fn secret_of(headers: &HeaderMap, group: &str) -> Option<String> {
    let (of, secret) = cookie(headers, COOKIE)?.split_once('.')?;
    (of == group).then(|| secret.to_owned())
}

/// What a redirect tells the page after it: a key of the catalogue and the number of a receipt.
fn told(query: &str) -> Option<(String, Option<u64>)> {
    let find = |name: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    let key = format!("flash-{}", find("done")?);
    pages::Words::english()
        .has(&key)
        .then(|| (key, find("receipt").and_then(|n| n.parse().ok())))
}

impl Who {
    /// The desk at which a member sits. A visitor is asked to sign in.
    pub(crate) fn member<'a>(&self, app: &'a App) -> Result<Desk<'a>, Failure> {
        if self.seat.is_none() && app.office.loaded(&self.group).is_some() {
            return Err(Failure::SignedOut);
        }
        let desk = app
            .office
            .desk(&self.group, self.seat)
            .ok_or(Failure::NotFound)?;
        if desk.is_inside() {
            Ok(desk)
        } else {
            Err(Failure::NotFound)
        }
    }

    /// The desk of whoever asks, visitors included. A seat that has ended is a visitor.
    pub(crate) fn anyone<'a>(&self, app: &'a App) -> Result<Desk<'a>, Failure> {
        app.office
            .desk(&self.group, self.seat)
            .or_else(|| app.office.desk(&self.group, None))
            .ok_or(Failure::NotFound)
    }
}

/// The secretariat, or nobody.
pub(crate) fn secretariat(desk: &Desk<'_>) -> Result<Actor, Failure> {
    if desk.is_secretariat() {
        Ok(desk.viewer.acting(Hat::Secretariat))
    } else {
        Err(Failure::NotFound)
    }
}

/// The text of this short name, for its team: the penholder's seats and the secretariat.
pub(crate) fn team_text<'d>(desk: &'d Desk<'_>, slug: &str) -> Result<TextSeen<'d>, Failure> {
    desk.text(slug)
        .filter(TextSeen::is_team)
        .ok_or(Failure::NotFound)
}

/// A posted form as the office takes it.
pub(crate) fn asking(posted: &Posted, actor: Actor) -> Result<Asking, Failure> {
    Ok(Asking {
        actor,
        received: posted.received,
        command: posted.sent_once(actor)?,
    })
}

/// What became of a command: on to the page at `path`, which tells it, or what `refused` makes of the law's
/// refusal.
pub(crate) fn settled(
    ran: Result<Done, Failed>,
    group: &str,
    path: &str,
    told: &str,
    refused: impl FnOnce(&Refusal) -> Result<Response, Failure>,
) -> Result<Response, Failure> {
    match ran {
        Ok(ran) => Ok(done(group, path, told, &ran)),
        Err(Failed::Refused(refusal)) => refused(&refusal),
        Err(error) => Err(error.into()),
    }
}

/// The answer to a form that was carried out before, as the first time.
pub(crate) fn done_before(
    app: &App,
    group: &str,
    path: &str,
    asking: &Asking,
) -> Result<Option<Response>, Failure> {
    let before = app.office.done_before(group, asking)?;
    Ok(before.map(|ran| done(group, path, "already", &ran)))
}

/// Goes on to a page of the group, which tells what was done and links the receipt. A form that was sent
/// before is told as such.
pub(crate) fn done(group: &str, path: &str, told: &str, done: &Done) -> Response {
    let told = if done.again { "already" } else { told };
    // Numbers on pages count from 1.
    let receipt = done.receipt() + 1;
    let (path, anchor) = path
        .split_once('#')
        .map_or((path, String::new()), |(p, a)| (p, format!("#{a}")));
    let joint = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&format!(
        "/{group}/{path}{joint}done={told}&receipt={receipt}{anchor}"
    ))
    .into_response()
}

/// Goes on to a page of the group that tells something without a receipt.
pub(crate) fn told_at(group: &str, path: &str, told: &str) -> Response {
    let joint = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("/{group}/{path}{joint}done={told}")).into_response()
}

/// The header that begins a session in the browser. Over https it is bound to the host by its name.
pub(crate) fn begin(app: &App, group: &str, secret: &str) -> [(header::HeaderName, String); 1] {
    let secure = if app.settings.base.starts_with("https://") {
        "; Secure"
    } else {
        ""
    };
    let value = format!("{COOKIE}={group}.{secret}; Path=/; HttpOnly; SameSite=Lax{secure}");
    [(header::SET_COOKIE, value)]
}

/// The header that ends it.
pub(crate) fn end() -> [(header::HeaderName, String); 1] {
    [(
        header::SET_COOKIE,
        format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
    )]
}
