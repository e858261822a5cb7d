//! Rendered public pages, remembered until the record moves (docs/decisions/0003).

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// How many pages are kept; a visitor who asks for endless addresses can't fill the memory, since only
/// pages that exist are kept and this many of them.
const MOST: usize = 512;

/// On what a public page depends beside its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Size of the record.
    pub(crate) size: u64,
    /// The day (in the demonstration, whose pages show a clock: the minute) as a running number.
    pub(crate) day: i64,
}

struct Page {
    html: Bytes,
    etag: String,
}

/// A group's pages by address, and the moment that they are for.
type OfMoment = (Option<Moment>, BTreeMap<String, Arc<Page>>);

/// The pages remembered for all groups.
#[derive(Default)]
pub(crate) struct PublicPages {
    groups: RwLock<BTreeMap<String, OfMoment>>,
}

impl PublicPages {
    /// The answer for an address, rendered by `render` when it isn't remembered. `None` of `render`
    /// (no such page) is passed on and not kept.
    pub(crate) fn answer(
        &self,
        group: &str,
        moment: Moment,
        address: &str,
        headers: &HeaderMap,
        render: impl FnOnce() -> Option<String>,
    ) -> Option<Response> {
        if let Some(page) = self.find(group, moment, address) {
            return Some(page.respond(headers));
        }
        let html = render()?;
        let etag = format!("\"{}-{}-{:x}\"", moment.size, moment.day, digest(address));
        let page = Arc::new(Page {
            html: html.into(),
            etag,
        });
        self.keep(group, moment, address, &page);
        Some(page.respond(headers))
    }

    fn find(&self, group: &str, moment: Moment, address: &str) -> Option<Arc<Page>> {
        let groups = self.groups.read().unwrap_or_else(PoisonError::into_inner);
        let (kept_for, pages) = groups.get(group)?;
        (*kept_for == Some(moment))
            .then(|| pages.get(address).cloned())
            .flatten()
    }

    fn keep(&self, group: &str, moment: Moment, address: &str, page: &Arc<Page>) {
        let mut groups = self.groups.write().unwrap_or_else(PoisonError::into_inner);
        let (kept_for, pages) = groups.entry(group.to_owned()).or_default();
        if *kept_for != Some(moment) {
            pages.clear();
            *kept_for = Some(moment);
        }
        if pages.len() < MOST {
            pages.insert(address.to_owned(), Arc::clone(page));
        }
    }
}

impl Page {
    fn respond(&self, headers: &HeaderMap) -> Response {
        let known = headers
            .get(header::IF_NONE_MATCH)
            .and_then(|value| value.to_str().ok());
        let about = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
            (
                header::CACHE_CONTROL,
                "public, max-age=0, must-revalidate".to_owned(),
            ),
            (header::VARY, "Cookie".to_owned()),
            (header::ETAG, self.etag.clone()),
        ];
        if known == Some(self.etag.as_str()) {
            return (StatusCode::NOT_MODIFIED, about).into_response();
        }
        (about, self.html.clone()).into_response()
    }
}

/// FNV-1a: two addresses of one moment must not share a tag; nothing here is secret.
pub(crate) fn digest(address: &str) -> u64 {
    address.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
