//! The files of a compilation, made side by side: each is a view of the same model.

use std::thread;

use indicatif::ProgressBar;
use press::{Cell, Column, Sheet};
use redline::Document;
use redline::dispositions::{self, BaseTexts, COLUMNS, Disposition, TITLE};
use redline::model::Model;

use crate::cli::Layout;
use crate::exit::Told;

/// The table as a spreadsheet.
pub(super) const SPREADSHEET: &str = "dispositions.xlsx";

/// The table as a Word file.
pub(super) const TABLE: &str = "dispositions.docx";

/// The files of more amendments than these are made one after the other: together they would need all the memory
/// of a small machine.
const AT_ONCE: usize = 20_000;

/// The files that are written, with what each is for.
pub(super) const FILES: [(&str, &str); 4] = [
    (
        "compilation.docx",
        "the draft with every proposal, to read in Word",
    ),
    (SPREADSHEET, "the table of dispositions, to answer in Excel"),
    (TABLE, "the same table for Word"),
    ("amendments.json", "all of it as data"),
];

/// What was made of a model.
pub(super) struct Made {
    /// In the order of [`FILES`].
    bytes: [Vec<u8>; 4],
    pub(super) rows: Vec<Disposition>,
    /// Texts that the spreadsheet could not hold whole.
    pub(super) cut: usize,
}

impl Made {
    /// Names and bytes.
    pub(super) fn files(&self) -> Vec<(&'static str, &[u8])> {
        let names = FILES.iter().map(|(name, _)| *name);
        names.zip(self.bytes.iter().map(Vec::as_slice)).collect()
    }
}

/// Makes all files; one step of the progress for each.
pub(super) fn made(
    base: &Document,
    model: &Model,
    layout: Layout,
    progress: &ProgressBar,
) -> Result<Made, Told> {
    let step = |bytes: Vec<u8>| {
        progress.inc(1);
        bytes
    };
    let word = || {
        step(match layout {
            Layout::Tracked => redline::compilation(base, model),
            Layout::Brackets => redline::bracketed(base, model),
        })
    };
    // Two cores: the Word file takes about as long as the sheet and the data, the table a little less.
    let few = model.amendments.len() <= AT_ONCE;
    let (word, (table, sheet, json, rows)) = both(few, word, || {
        let rows = dispositions::rows(model, &BaseTexts::of(base));
        let table = || step(dispositions::word(&rows));
        let (table, (sheet, json)) = both(few, table, || {
            let sheet = sheet(&rows);
            progress.inc(1);
            let json = serde_json::to_vec(model).map(|mut json| {
                json.push(b'\n');
                step(json)
            });
            (sheet, json)
        });
        (table, sheet, json, rows)
    });
    let json = json.map_err(Told::io("write JSON"))?;
    let sheet = sheet.map_err(Told::io(format!("make {SPREADSHEET}")))?;
    Ok(Made {
        bytes: [word, sheet.bytes, table, json],
        cut: sheet.cut,
        rows,
    })
}

/// Does two things, beside each other or one after the other.
fn both<A: Send, B>(
    beside: bool,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if !beside {
        return (one(), other());
    }
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let one = one.join();
        (
            one.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            other,
        )
    })
}

fn sheet(rows: &[Disposition]) -> Result<press::Made, press::Unprintable> {
    let columns = COLUMNS.iter().map(|(heading, width)| Column {
        heading: (*heading).to_owned(),
        width: *width,
    });
    let sheet = Sheet {
        title: TITLE.to_owned(),
        columns: columns.collect(),
    };
    press::sheet(&sheet, rows.iter().map(row))
}

fn row(of: &Disposition) -> Vec<Cell<'_>> {
    let [_, cells @ ..] = of.cells();
    let number = u32::try_from(of.number).unwrap_or(u32::MAX);
    std::iter::once(Cell::Number(number))
        .chain(cells.map(Cell::Text))
        .collect()
}
