//! The server's printer: tables of pages through `press`.

use press::{Cell, Column, Sheet};
use web::{Printer, Table};

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
}
