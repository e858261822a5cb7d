//! The headers that every answer bears (7-security, *The browser*).

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// No script at all: the pages work without, and none is served yet.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
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
