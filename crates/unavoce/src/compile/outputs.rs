//! The files of a compilation, made side by side: each is a view of the same model.

use std::sync::OnceLock;

use indicatif::ProgressBar;
use press::{Cell, Column, Sheet};
use redline::Document;
use redline::dispositions::{self, BaseTexts, COLUMNS, Disposition, TITLE};
use redline::model::Model;

use crate::cli::Layout;
use crate::edge::{Folder, Ready};
use crate::exit::Told;

/// The table as a spreadsheet.
pub(super) const SPREADSHEET: &str = "dispositions.xlsx";

/// The table as a Word file.
pub(super) const TABLE: &str = "dispositions.docx";

/// The files of more amendments than these are made one after the other: two at once would need all the memory
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
    /// In the order of [`FILES`], each beside its place.
    pub(super) files: Vec<Ready>,
    pub(super) rows: Vec<Disposition>,
    /// Texts that the spreadsheet could not hold whole.
    pub(super) cut: usize,
}

/// Makes a file's bytes; tells how many texts it had to cut.
type Maker<'m> = dyn Fn() -> Result<(Vec<u8>, usize), Told> + Sync + 'm;

/// Makes all files, on two threads, and writes each beside its place as soon as it is made; one step of the
/// progress for each.
pub(super) fn made(
    base: &Document,
    model: &Model,
    layout: Layout,
    folder: &Folder<'_>,
    progress: &ProgressBar,
) -> Result<Made, Told> {
    let rows = OnceLock::new();
    let rows_of = || rows.get_or_init(|| dispositions::rows(model, &BaseTexts::of(base)));
    let word = || {
        Ok(match layout {
            Layout::Tracked => (redline::compilation(base, model), 0),
            Layout::Brackets => (redline::bracketed(base, model), 0),
        })
    };
    let spreadsheet = || {
        let made = sheet(rows_of()).map_err(Told::io(format!("make {SPREADSHEET}")))?;
        Ok((made.bytes, made.cut))
    };
    let table = || Ok((dispositions::word(rows_of()), 0));
    let data = || {
        let mut json = serde_json::to_vec(model).map_err(Told::io("write JSON"))?;
        json.push(b'\n');
        Ok((json, 0))
    };
    let makers: [&Maker<'_>; 4] = [&word, &spreadsheet, &table, &data];
    let tasks: Vec<_> = FILES.iter().zip(makers).collect();
    let make = |((name, _), maker): &(&(&str, &str), &Maker<'_>)| {
        let (bytes, cut) = maker()?;
        let ready = folder.write(name, &bytes)?;
        progress.inc(1);
        Ok((ready, cut))
    };
    let made: Vec<Result<(Ready, usize), Told>> = match model.amendments.len() <= AT_ONCE {
        true => redline::in_parallel(&tasks, make),
        false => tasks.iter().map(make).collect(),
    };
    let made: Vec<(Ready, usize)> = made.into_iter().collect::<Result<_, _>>()?;
    let cut = made.iter().map(|(_, cut)| cut).sum();
    Ok(Made {
        files: made.into_iter().map(|(ready, _)| ready).collect(),
        rows: rows.into_inner().unwrap_or_default(),
        cut,
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
