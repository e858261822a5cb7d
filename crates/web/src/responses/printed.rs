//! The table of dispositions, and what became of an organisation's own, as files.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use office::desk::{DeliveredFile, Desk};
use office::wording::{COLUMNS, Disposition, TITLE, dispositions_word as word};
use pages::became::{BecameItem, BecameOf};
use pages::responses::RowKind;

use crate::app::App;
use crate::failure::Failure;
use crate::print::{Column, Printed, PrintedBlock, Run, Table};
use crate::read::delivered;
use crate::session::Who;
use crate::show::words;

/// `files/dispositions.xlsx`.
pub(crate) async fn dispositions_sheet(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let rows = rows(&desk, &slug)?;
    let table = Table {
        title: TITLE.to_owned(),
        columns: COLUMNS
            .iter()
            .map(|(heading, width)| Column {
                heading: (*heading).to_owned(),
                width: *width,
            })
            .collect(),
        rows: rows
            .iter()
            .map(|row| row.cells().map(|cell| cell.into_owned()).to_vec())
            .collect(),
    };
    let printer = &app.settings.printer;
    let bytes = printer.sheet(&table).map_err(Failure::Broken)?;
    let name = format!("{slug} dispositions.xlsx");
    Ok(delivered(DeliveredFile { name, bytes }))
}

/// `files/dispositions.docx`.
pub(crate) async fn dispositions_word(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let bytes = word(&rows(&desk, &slug)?);
    let name = format!("{slug} dispositions.docx");
    Ok(delivered(DeliveredFile { name, bytes }))
}

fn rows(desk: &Desk<'_>, slug: &str) -> Result<Vec<Disposition>, Failure> {
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    seen.dispositions(round)?.ok_or(Failure::NotFound)
}

/// `files/became/ORGANISATION`: one's own for each, of others for the team.
pub(crate) async fn became_word(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, org)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (organisation, _) = desk.organisation_at(&org).ok_or(Failure::NotFound)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let view = super::became::view(&desk, &seen, organisation)?;
    let bytes = app.settings.printer.word(&printed(&view));
    let name = format!("{slug} responses to {org}.docx");
    Ok(delivered(DeliveredFile { name, bytes }))
}

fn printed(view: &BecameOf) -> Printed {
    let words = words();
    let on = words.f("became-on", &[("version", view.version.as_str().into())]);
    let plain = |text: String| PrintedBlock::Paragraph(vec![Run::Plain(text)]);
    let mut blocks = vec![
        PrintedBlock::Heading(view.head.title.clone()),
        plain(format!("{on} {}", view.became.line(words))),
    ];
    for item in &view.items {
        blocks.extend(printed_item(item));
    }
    Printed {
        title: view.name(words),
        blocks,
    }
}

fn printed_item(item: &BecameItem) -> Vec<PrintedBlock> {
    let words = words();
    let mut asked = vec![Run::Bold(format!("{} ", item.place))];
    if item.kind == RowKind::Comment {
        asked.push(Run::Plain(format!("{}: ", words.t("responses-comment"))));
    }
    asked.extend(item.proposed.iter().map(Run::from));
    let mut blocks = vec![PrintedBlock::Paragraph(asked)];
    if let Some(answer) = &item.answer {
        let mut said = vec![Run::Bold(answer.verdict.words(words).to_owned())];
        if let Some(wording) = &answer.wording {
            said.push(Run::Plain(format!(": “{wording}”")));
        }
        if let Some(reason) = &answer.reason {
            said.push(Run::Plain(format!(". {reason}")));
        }
        blocks.push(PrintedBlock::Paragraph(said));
    }
    if !item.colleagues.is_empty() {
        let names = ("names", words.list(&item.colleagues).into());
        let by = words.f("became-colleague", &[names]);
        blocks.push(PrintedBlock::Paragraph(vec![Run::Plain(by)]));
    }
    blocks
}
