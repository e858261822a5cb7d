//! What is printed: plain structs, and the printer that the binary gives.

/// Makes files of what pages show as tables.
pub trait Printer: Send + Sync {
    /// A table as an Excel workbook.
    ///
    /// # Errors
    /// A sentence, when it is larger than a workbook can be.
    fn sheet(&self, table: &Table) -> Result<Vec<u8>, String>;
}

/// A table with a heading row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    pub columns: Vec<Column>,
    /// Cells from the first column on; those that a row lacks are empty.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    /// In characters.
    pub width: u16,
}
