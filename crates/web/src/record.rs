//! The record: its acts in words, and the proof of each.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use pages::Place;
use pages::comments::Pager;
use pages::record::{Receipt, Record, RecordRow};

use crate::app::App;
use crate::deed::{about, deed};
use crate::failure::Failure;
use crate::session::Who;
use crate::show;

/// Acts on a page.
const PAGE: u32 = 50;
const PROOF: &str = ".tlog-proof";

/// The acts, newest first.
pub(crate) async fn acts(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let size = desk.size();
    let pages = size.div_ceil(u64::from(PAGE)).max(1);
    let asked = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "page")
        .and_then(|(_, page)| page.parse::<u64>().ok());
    let page = asked.unwrap_or(1).clamp(1, pages);
    let end = size.saturating_sub((page - 1) * u64::from(PAGE));
    let rows = desk
        .acts_before(end, PAGE)?
        .iter()
        .map(|seen| RecordRow {
            number: seen.position + 1,
            deed: deed(&desk, seen),
        })
        .collect();
    let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let view = Record {
        size,
        rows,
        pager: Pager {
            page: number(page),
            pages: number(pages),
        },
        checkpoint: desk.checkpoint()?,
        key: desk.record_key()?,
    };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Record),
        &view,
    ))
}

/// The receipt of an act as a page, or (`N.tlog-proof`) as the file that other tools verify.
pub(crate) async fn receipt(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.anyone(&app)?;
    let digits = name.strip_suffix(PROOF).unwrap_or(&name);
    let number: u64 = digits.parse().map_err(|_| Failure::NotFound)?;
    let position = number.checked_sub(1).ok_or(Failure::NotFound)?;
    let found = desk.receipt(position)?.ok_or(Failure::NotFound)?;
    if name.ends_with(PROOF) {
        let about = [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"act-{number}{PROOF}\""),
            ),
        ];
        return Ok((about, found.proof).into_response());
    }
    let back = about(&desk, &found.seen.act).map(|(title, href)| (href, title));
    let view = Receipt {
        number,
        fingerprint: fingerprint(&found.leaf_hash),
        deed: deed(&desk, &found.seen),
        checkpoint: found.checkpoint,
        size: found.size,
        proof: Some(format!("/{}/record/receipts/{number}{PROOF}", desk.group)),
        back,
    };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Record),
        &view,
    ))
}

/// The first letters of a leaf hash, as people compare them: "AqzM-m8xt-1q1a".
fn fingerprint(leaf_hash: &str) -> String {
    let letters: Vec<char> = leaf_hash
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(12)
        .collect();
    letters
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}
