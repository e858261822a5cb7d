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

/// The module of the desk. It changes with the program alone.
pub(crate) async fn desk() -> impl IntoResponse {
    module(pages::DESK)
}

/// The module that tells deadlines by the reader's own clock.
pub(crate) async fn time() -> impl IntoResponse {
    module(pages::TIME)
}

fn module(text: &'static str) -> impl IntoResponse {
    let about = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (about, text)
}

/// The server answers.
pub(crate) async fn health() -> &'static str {
    "ok\n"
}
