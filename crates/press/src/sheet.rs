//! A table as an Excel workbook (.xlsx) of one sheet, made to be filtered, filled in and printed.
//!
//! Text is hostile: it goes into cells as text and never as a formula, a link or a number, whatever it
//! begins with. The limits are those of Excel, as "Excel specifications and limits" in its help lists them.

use std::borrow::Cow;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

/// The most that a cell holds, in UTF-16 code units.
const CELL_LIMIT: usize = 32_767;

/// The most that the name on a sheet's tab holds, in UTF-16 code units.
const TAB_LIMIT: usize = 31;

/// Stands at the end of a text that was cut.
const CUT: &str = "… [cut: a cell holds no more]";

/// ISO A4 in the numbers of Excel.
const A4: u8 = 9;

/// A table, but for its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Of the document, at the head of each printed page, and on the tab as far as it fits there.
    pub title: String,
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// In the heading row, which stays in sight and stands again on each page.
    pub heading: String,
    /// In characters of the default font.
    pub width: u16,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'t> {
    /// Anybody's words. U+000A breaks the line; characters that XML cannot carry are left out.
    Text(Cow<'t, str>),
    /// A number of ours, so that rows sort by it.
    Number(u32),
}

/// A workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The same for the same sheet, always.
    pub bytes: Vec<u8>,
    /// How many texts were too long for a cell and end in "…" and a word about it.
    pub cut: usize,
}

/// More rows or columns than Excel has, or a row with more cells than there are columns.
#[derive(Debug, thiserror::Error)]
#[error("{title}: {reason}")]
pub struct Unprintable {
    title: String,
    reason: String,
}

/// Makes a workbook of one sheet: the heading row bold, frozen and filtered; text wrapped; on paper
/// A4 landscape, as wide as the page, with the heading on each. The rows are taken one by one: there may be
/// very many. Cells that a row lacks stay empty.
///
/// # Errors
/// When the sheet is larger than Excel's, or has cells outside its columns.
pub fn sheet<'t>(
    sheet: &Sheet,
    rows: impl IntoIterator<Item = Vec<Cell<'t>>>,
) -> Result<Made, Unprintable> {
    written(sheet, rows.into_iter()).map_err(|Reason(reason)| Unprintable {
        title: sheet.title.clone(),
        reason,
    })
}

struct Reason(String);

impl From<XlsxError> for Reason {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// The height of a line, in points.
const LINE: f64 = 15.0;
/// So many lines fit into the highest row that Excel has (409 points).
const HIGHEST: u32 = 27;

fn written<'t>(sheet: &Sheet, rows: impl Iterator<Item = Vec<Cell<'t>>>) -> Result<Made, Reason> {
    let mut workbook = Workbook::new();
    // A quarter larger than at the usual level, in a quarter of the time.
    workbook.set_zip_compression_level(2);
    // The instant of making would make other bytes each time: the day on which zip's calendar begins.
    let made = ExcelDateTime::from_ymd(1980, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(printable(&sheet.title))
            .set_creation_datetime(&made),
    );
    let page = workbook.add_worksheet();
    page.set_name(tab(&sheet.title))?;
    let (cut, last_row) = fill(page, sheet, rows)?;
    lay_out(page, sheet, last_row)?;
    Ok(Made {
        bytes: workbook.save_to_buffer()?,
        cut,
    })
}

/// Writes all cells; tells how many were cut, and the last row.
fn fill<'t>(
    page: &mut Worksheet,
    sheet: &Sheet,
    rows: impl Iterator<Item = Vec<Cell<'t>>>,
) -> Result<(usize, u32), Reason> {
    // Of the columns, not of each cell: a cell without words is not written at all, and a library that looks
    // the format up for every cell has less to do. Lines between the cells are the program's own.
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let heading = body
        .clone()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin);
    let mut cut = 0;
    let mut fitted = |text: &str| {
        let (text, was_cut) = fitting(printable(text));
        cut += usize::from(was_cut);
        text
    };
    for (column, of) in (0..).zip(&sheet.columns) {
        page.set_column_width(column, of.width)?;
        page.set_column_format(column, &body)?;
        page.write_string_with_format(0, column, fitted(&of.heading), &heading)?;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip(rows) {
        let (width, most) = (cells.len(), sheet.columns.len());
        if width > most {
            return Err(Reason(format!(
                "a row has {width} cells, and there are {most} columns"
            )));
        }
        page.set_row_height(row, f64::from(lines(&cells, &sheet.columns)) * LINE)?;
        last = row;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => page.write_string(row, column, fitted(&text))?,
                Cell::Number(number) => page.write_number(row, column, number)?,
            };
        }
    }
    Ok((cut, last))
}

/// How many lines the highest cell of a row takes, as far as can be said without the letters' widths: not
/// every program finds the height of wrapped text by itself.
fn lines(cells: &[Cell<'_>], columns: &[Column]) -> u32 {
    let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
        Cell::Number(_) => 1,
        Cell::Text(text) => {
            let width = usize::from(column.width).max(1);
            let line = |line: &str| line.chars().count().div_ceil(width).max(1);
            text.split('\n').map(line).sum::<usize>()
        }
    });
    let most = lines.max().unwrap_or(1).max(1);
    u32::try_from(most).unwrap_or(u32::MAX).min(HIGHEST)
}

/// What is around the cells: on the screen and on paper.
fn lay_out(page: &mut Worksheet, sheet: &Sheet, last_row: u32) -> Result<(), XlsxError> {
    page.set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_gridlines(true)
        .set_header(format!(
            "&L{}",
            cut_at(&printable(&sheet.title), 200).replace('&', "&&")
        ))
        .set_footer("&R&P / &N");
    page.set_freeze_panes(1, 0)?;
    if let Some(last_column) = sheet.columns.len().checked_sub(1) {
        let last_column = u16::try_from(last_column).unwrap_or(u16::MAX);
        page.set_repeat_rows(0, 0)?;
        page.autofilter(0, 0, last_row, last_column)?;
        // "3" in a column of words is meant as it stands: no green corner on it.
        page.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// Text without the characters that XML 1.0 cannot carry, with U+000A at the end of lines.
fn printable(text: &str) -> Cow<'_, str> {
    let forbidden =
        |c: char| (c < ' ' && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    // Most texts have no byte that could begin such a character.
    let suspicious = |b: u8| (b < b' ' && !matches!(b, b'\t' | b'\n')) || b == 0xef;
    // Looking at all of them at once is faster than stopping at the first.
    let any = text
        .bytes()
        .fold(false, |found, byte| found | suspicious(byte));
    if !any || !text.contains(forbidden) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n");
    Cow::Owned(lines.replace(forbidden, ""))
}

/// A text that fits into a cell, and whether it was cut for that.
fn fitting(text: Cow<'_, str>) -> (String, bool) {
    // Bytes are never fewer than UTF-16 code units, and much faster to count.
    if text.len() <= CELL_LIMIT || units(&text) <= CELL_LIMIT {
        return (text.into_owned(), false);
    }
    let kept = cut_at(&text, CELL_LIMIT - units(CUT));
    (format!("{kept}{CUT}"), true)
}

/// The name on the tab: without what Excel forbids there.
fn tab(title: &str) -> String {
    let plain = printable(title).replace(['*', '?', ':', '[', ']', '\\', '/', '\n', '\t'], " ");
    let name = cut_at(plain.trim(), TAB_LIMIT).trim_matches([' ', '\'']);
    if name.is_empty() {
        "Sheet".to_owned()
    } else {
        name.to_owned()
    }
}

/// The longest beginning of a text with at most so many UTF-16 code units.
fn cut_at(text: &str, limit: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > limit
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
