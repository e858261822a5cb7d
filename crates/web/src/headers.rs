//! The headers that every answer bears (7-security, *The browser*).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use pages::{Shell, Wrong};

use crate::app::App;
use crate::failure::page_response;
use crate::show;

/// Scripts are our own files, and reach this server alone; the pages work without any.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; \
style-src 'self'; img-src 'self' data:; \
form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A downloaded file may do nothing in the browser.
const FILE_POLICY: &str = "sandbox; default-src 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Adds the headers to each answer, whatever made it.
pub(crate) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let policy = if headers.contains_key(header::CONTENT_DISPOSITION) {
        FILE_POLICY
    } else {
        PAGE_POLICY
    };
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy),
    );
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// A group that is made from a public source is kept out of search engines, and also its pages on which
/// something went wrong say what it is; this can't be switched off.
pub(crate) async fn mark_told(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let group = path.split('/').nth(1).unwrap_or_default().to_owned();
    let mut response = next.run(request).await;
    let told = app.office.loaded(&group).is_some_and(|loaded| {
        let founded = loaded.state.founded.as_ref();
        founded.is_some_and(|founded| founded.notice.is_some())
    });
    if told
        && let Some(wrong) = response.extensions_mut().remove::<Wrong>()
        && let Some(desk) = app.office.desk(&group, None)
    {
        let shell = Shell {
            group: show::group_of(&desk),
            ..Shell::default()
        };
        let page = pages::render(show::words(), &shell, &wrong);
        response = page_response(response.status(), page);
    }
    if told || app.settings.demo.is_some() {
        let name = HeaderName::from_static("x-robots-tag");
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static("noindex"));
    }
    response
}

/// A change of state that carries a cookie says where it comes from; browsers always do
/// (7-security, *The browser*).
pub(crate) async fn refuse_nameless(request: Request, next: Next) -> Response {
    use axum::response::IntoResponse as _;
    let headers = request.headers();
    let named = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    if !request.method().is_safe() && headers.contains_key(header::COOKIE) && !named {
        return crate::failure::Failure::NotOurForm.into_response();
    }
    next.run(request).await
}
