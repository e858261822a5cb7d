//! The server's printer: tables through `press`, Word files through `redline::draft`.

use press::{Cell, Column, Sheet};
use redline::draft::{DraftParagraph, DraftRun, DraftStyle, word_file};
use web::{Printed, PrintedBlock, Printer, Run, Table};

/// Prints with `press`.
pub(crate) struct Press;

impl Printer for Press {
    fn sheet(&self, table: &Table) -> Result<Vec<u8>, String> {
        let columns = table.columns.iter().map(|column| Column {
            heading: column.heading.clone(),
            width: column.width,
        });
        let sheet = Sheet {
            title: table.title.clone(),
            columns: columns.collect(),
        };
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| Cell::Text(cell.as_str().into()));
            cells.collect()
        });
        let made = press::sheet(&sheet, rows).map_err(|error| error.to_string())?;
        Ok(made.bytes)
    }

    fn word(&self, document: &Printed) -> Vec<u8> {
        let title = DraftParagraph::plain(DraftStyle::Title, document.title.as_str());
        let blocks = document.blocks.iter().map(|block| match block {
            PrintedBlock::Heading(text) => {
                DraftParagraph::plain(DraftStyle::Heading(2), text.as_str())
            }
            PrintedBlock::Paragraph(runs) => DraftParagraph {
                style: DraftStyle::Body,
                runs: runs.iter().map(run).collect(),
                mark: None,
            },
        });
        let all: Vec<DraftParagraph> = std::iter::once(title).chain(blocks).collect();
        word_file(Some(&document.title), &all)
    }
}

fn run(run: &Run) -> DraftRun {
    let (Run::Plain(text) | Run::Bold(text) | Run::Inserted(text) | Run::Deleted(text)) = run;
    DraftRun {
        bold: matches!(run, Run::Bold(_)),
        underlined: matches!(run, Run::Inserted(_)),
        struck: matches!(run, Run::Deleted(_)),
        ..DraftRun::plain(text.as_str())
    }
}
