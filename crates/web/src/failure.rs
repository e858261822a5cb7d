//! What can go wrong at the edge: one type, each with a page for people.
//!
//! A handler returns `Result<Response, Failure>`. A refusal that belongs to a form is no failure: the
//! handler shows the form again with what was typed.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use office::Failed;
use pages::{Shell, Words, Wrong};

/// Why a request got no page of its own.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Not there, or not the reader's: the same answer.
    NotFound,
    /// Nobody is signed in, and the page is for members.
    SignedOut,
    /// The law said no where no form is left to show it in.
    Refused(String),
    /// The same, with what was typed into the form that has no place any more.
    Gone {
        sentence: String,
        typed: Vec<String>,
    },
    /// A form that isn't ours, or was damaged on the way.
    NotOurForm,
    /// What was typed is longer than a form may be.
    TooLong,
    /// The connection broke while the request was sent.
    Interrupted,
    /// Our fault, told to the log.
    Broken(String),
    /// The disk is full or failing: reading goes on.
    ReadOnly,
}

impl From<Failed> for Failure {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::NoGroup => Self::NotFound,
            Failed::Refused(refusal) => Self::Refused(sentence(&refusal)),
            Failed::Stopped(_) => Self::ReadOnly,
            other => Self::Broken(other.to_string()),
        }
    }
}

/// The law's refusal in the reader's words.
pub(crate) fn sentence(refusal: &group::Refusal) -> String {
    let args = refusal.args();
    let args: Vec<(&str, pages::Arg<'_>)> = args
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    Words::english().refusal(refusal.key(), &args, &refusal.to_string())
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let words = Words::english();
        let (status, wrong) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, Wrong::NotFound),
            Self::SignedOut => (StatusCode::UNAUTHORIZED, Wrong::SignedOut),
            Self::Refused(sentence) => (
                StatusCode::CONFLICT,
                Wrong::Refused {
                    sentence,
                    kept: None,
                    typed: Vec::new(),
                    then: None,
                },
            ),
            Self::Gone { sentence, typed } => (
                StatusCode::CONFLICT,
                Wrong::Refused {
                    sentence,
                    kept: None,
                    typed,
                    then: None,
                },
            ),
            Self::NotOurForm | Self::Interrupted => (StatusCode::BAD_REQUEST, Wrong::NotOurForm),
            Self::TooLong => (
                StatusCode::PAYLOAD_TOO_LARGE,
                Wrong::TooLarge {
                    limit: words.t("limit-form").to_owned(),
                    back: None,
                },
            ),
            Self::ReadOnly => (StatusCode::SERVICE_UNAVAILABLE, Wrong::ReadOnly),
            Self::Broken(why) => {
                tracing::error!(%why, "a request failed");
                let reference = format!("{:08x}", crate::remembered::digest(&why));
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    Wrong::Broken { reference },
                )
            }
        };
        let mut response = page_response(status, pages::render(words, &Shell::default(), &wrong));
        // For whoever knows in which group it went wrong.
        response.extensions_mut().insert(wrong);
        response
    }
}

/// An HTML page that nobody keeps.
pub(crate) fn page_response(status: StatusCode, html: String) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
        html,
    )
        .into_response()
}

/// The value of a cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            pair.trim()
                .split_once('=')
                .filter(|(key, _)| *key == name)
                .map(|(_, v)| v)
        })
}
