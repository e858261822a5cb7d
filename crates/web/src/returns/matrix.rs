//! The empty table of comments, with the paragraph numbers of the draft, to be filled in elsewhere.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use office::desk::DeliveredFile;

use crate::app::App;
use crate::failure::Failure;
use crate::print::{Column, Table};
use crate::read::delivered;
use crate::session::Who;
use crate::show::words;

/// `files/matrix.xlsx`: a row for each paragraph that has words.
pub(crate) async fn empty(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    let version = seen
        .text()
        .version(round.version)
        .ok_or(Failure::NotFound)?;
    let paragraphs = app.office.version_paragraphs(&desk.group, version)?;
    let rows = paragraphs
        .iter()
        .enumerate()
        .filter(|(_, paragraph)| !paragraph.text.trim().is_empty())
        .enumerate()
        .map(|(row, (at, paragraph))| {
            let place = paragraph.label.clone();
            vec![
                (row + 1).to_string(),
                place.unwrap_or_else(|| format!("¶ {}", at + 1)),
                paragraph.text.replace('\u{fffc}', ""),
            ]
        });
    let column = |key: &str, width: u16| Column {
        heading: words().t(key).to_owned(),
        width,
    };
    let table = Table {
        title: format!("{}, {}", seen.text().title, version.label),
        columns: vec![
            column("matrix-number", 6),
            column("matrix-paragraph", 12),
            column("matrix-current", 50),
            column("matrix-proposed", 50),
            column("matrix-comment", 40),
        ],
        rows: rows.collect(),
    };
    let bytes = app
        .settings
        .printer
        .sheet(&table)
        .map_err(Failure::Broken)?;
    let name = format!("{slug} {} comments.xlsx", version.label);
    Ok(delivered(DeliveredFile { name, bytes }))
}
