//! What pages load, and what a supervisor asks.

use axum::http::header;
use axum::response::IntoResponse;

/// The one style sheet. It changes with the program alone.
pub(crate) async fn style() -> impl IntoResponse {
    let about = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (about, pages::CSS)
}

/// The one module, of the desk. It changes with the program alone.
pub(crate) async fn desk() -> impl IntoResponse {
    let about = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (about, pages::DESK)
}

/// The server answers.
pub(crate) async fn health() -> &'static str {
    "ok\n"
}
