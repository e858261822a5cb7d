//! What a thing says, read against the version that the round is about.

use group::parts::ReturnForm;
use group::state::Round;
use intake::body::{Plain, plain};
use intake::place::Paragraph;
use intake::proposals::{Proposals, of_body, of_notes, of_rows};
use intake::{Found, Kind, Limits, matrix, pdf};
use redline::{Document, ReadParagraph, Submission};

use super::DroppedWhat;
use crate::running::{Failed, Office};

/// The draft that things are read against.
pub(super) struct Reading {
    base: Document,
    sha256: String,
    earlier: Vec<Document>,
    paragraphs: Vec<ReadParagraph>,
}

/// Reads a file, and all that is in it, as one that was dropped, and keeps nothing.
pub(crate) fn read_against(base: Document, name: &str, bytes: &[u8]) {
    let reading = Reading::on(base);
    for found in intake::unpack(name, bytes, &Limits::default()) {
        let _ = reading.what(&found);
    }
}

impl Reading {
    pub(super) fn of(office: &Office, group: &str, round: &Round) -> Result<Self, Failed> {
        let (base, sha256) = office.opened_base(group, round)?;
        let loaded = office.loaded(group).ok_or(Failed::NoGroup)?;
        Ok(Self {
            paragraphs: base.paragraphs(),
            earlier: office.earlier(group, &loaded.state, round)?,
            base,
            sha256,
        })
    }

    /// Against a Word file that is no draft of a group.
    fn on(base: Document) -> Self {
        Self {
            paragraphs: base.paragraphs(),
            earlier: Vec::new(),
            base,
            sha256: String::new(),
        }
    }

    /// What a thing was read as, and who is named in it as an author.
    pub(super) fn what(&self, found: &Found) -> (DroppedWhat, Vec<String>) {
        let nothing = "Nothing was found in it that could be read as a comment.";
        let said = |said: Result<Proposals, String>| match said {
            Err(why) => DroppedWhat::Evidence(why),
            Ok(said) if said.is_empty() => DroppedWhat::Evidence(nothing.to_owned()),
            Ok(said) => counted(&said),
        };
        match &found.kind {
            Kind::Evidence(why) => (DroppedWhat::Evidence(why.clone()), Vec::new()),
            Kind::Body(text) => match plain(text) {
                Some(plain) => (DroppedWhat::Short(short(plain)), Vec::new()),
                None => (said(Ok(self.body(text))), Vec::new()),
            },
            Kind::Sheet => (said(self.sheet(&found.bytes)), Vec::new()),
            Kind::Pdf => (said(self.notes(&found.bytes)), Vec::new()),
            Kind::Word => self.word(&found.bytes),
        }
    }

    fn word(&self, bytes: &[u8]) -> (DroppedWhat, Vec<String>) {
        let document = match redline::open(bytes) {
            Ok(document) => document,
            Err(refused) => return (DroppedWhat::Evidence(refused.to_string()), Vec::new()),
        };
        let authors = redline::inspect(&document).authors;
        let authors = authors.into_iter().map(|author| author.name).collect();
        if let Some(said) = self.table(&document) {
            return (counted(&said), authors);
        }
        let submission = Submission {
            organisation: "",
            document: &document,
            sha256: "",
        };
        let compiled = redline::compile(&self.base, &self.sha256, &self.earlier, &[submission]);
        let look = compiled.look.iter();
        let what = DroppedWhat::MarkedUp {
            proposals: compiled.model.amendments.len(),
            comments: compiled.model.comments.len(),
            // A sentence begins with whose file it is; whose this one is, is still to be said.
            look: look
                .map(|look| look.trim_start_matches(": ").to_owned())
                .collect(),
        };
        (what, authors)
    }

    /// What a Word file says in a table of comments, where it is one.
    pub(super) fn table(&self, document: &Document) -> Option<Proposals> {
        let mut tables: Vec<(usize, Vec<Vec<String>>)> = Vec::new();
        for paragraph in document.paragraphs() {
            let Some(cell) = paragraph.cells.first() else {
                continue;
            };
            if tables.last().is_none_or(|(table, _)| *table != cell.table) {
                tables.push((cell.table, Vec::new()));
            }
            let Some((_, rows)) = tables.last_mut() else {
                continue;
            };
            put(rows, cell.row, cell.cell, &paragraph.text);
        }
        let tables = tables
            .into_iter()
            .filter_map(|(_, rows)| matrix::from_table(&rows).ok());
        let rows: Vec<matrix::Row> = tables.flatten().collect();
        (!rows.is_empty()).then(|| self.with(|paragraphs| of_rows(&rows, paragraphs)))
    }

    pub(super) fn sheet(&self, bytes: &[u8]) -> Result<Proposals, String> {
        let rows = matrix::from_sheet(bytes).map_err(|why| why.to_string())?;
        Ok(self.with(|paragraphs| of_rows(&rows, paragraphs)))
    }

    pub(super) fn notes(&self, bytes: &[u8]) -> Result<Proposals, String> {
        let notes = pdf::notes(bytes).map_err(|why| why.to_string())?;
        Ok(self.with(|paragraphs| of_notes(&notes, paragraphs)))
    }

    pub(super) fn body(&self, text: &str) -> Proposals {
        self.with(|paragraphs| of_body(text, paragraphs))
    }

    fn with(&self, read: impl FnOnce(&[Paragraph<'_>]) -> Proposals) -> Proposals {
        let paragraphs: Vec<Paragraph<'_>> = self
            .paragraphs
            .iter()
            .map(|paragraph| Paragraph {
                label: paragraph.label.as_deref(),
                words: &paragraph.text,
            })
            .collect();
        read(&paragraphs)
    }
}

/// Puts a paragraph into its cell, in a new line of it where there is one already.
fn put(rows: &mut Vec<Vec<String>>, row: usize, cell: usize, text: &str) {
    // What a file counts is not believed without an end.
    let (row, cell) = (row.min(20_000), cell.min(200));
    if rows.len() <= row {
        rows.resize(row + 1, Vec::new());
    }
    let cells = &mut rows[row];
    if cells.len() <= cell {
        cells.resize(cell + 1, String::new());
    }
    if !cells[cell].is_empty() {
        cells[cell].push('\n');
    }
    cells[cell].push_str(text);
}

fn counted(said: &Proposals) -> DroppedWhat {
    let all = said.values();
    DroppedWhat::Said {
        proposals: all.clone().filter(|said| said.words.is_some()).count(),
        comments: all.filter(|said| said.comment.is_some()).count(),
    }
}

fn short(plain: Plain) -> ReturnForm {
    match plain {
        Plain::NoComments => ReturnForm::NoComments,
        Plain::NotInOurMandate => ReturnForm::NotInOurMandate,
    }
}
