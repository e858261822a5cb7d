//! What is printed: plain structs, and the printer that the binary gives.

/// Makes files of what pages show.
pub trait Printer: Send + Sync {
    /// A table as an Excel workbook.
    ///
    /// # Errors
    /// A sentence, when it is larger than a workbook can be.
    fn sheet(&self, table: &Table) -> Result<Vec<u8>, String>;

    /// A document as a Word file.
    fn word(&self, document: &Printed) -> Vec<u8>;
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

/// A document of a few pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    pub title: String,
    pub blocks: Vec<PrintedBlock>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedBlock {
    Heading(String),
    Paragraph(Vec<Run>),
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    Plain(String),
    Bold(String),
    /// Words that come in.
    Inserted(String),
    /// Words that go.
    Deleted(String),
}

impl From<&pages::Span> for Run {
    fn from(span: &pages::Span) -> Self {
        match span {
            pages::Span::Inserted(text) => Self::Inserted(text.clone()),
            pages::Span::Deleted(text) => Self::Deleted(text.clone()),
            pages::Span::Same(text) | pages::Span::Marked(text) => Self::Plain(text.clone()),
        }
    }
}
