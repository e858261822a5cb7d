//! A plain, good Word file from paragraphs: for drafts made from text, and for tests.

mod parts;
mod table;

use std::fmt::Write as _;

use crate::write::fragment::{comment, run_content, run_content_into, signed};
use crate::xml::escape::escape;

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftStyle {
    Title,
    /// 1 to 3; others count as the nearest.
    Heading(u8),
    Body,
    /// Numbered through the whole text: 1., 2., …
    Numbered,
    Bullet,
    /// A table in place of the paragraph, whose own runs are not written.
    Table(Vec<DraftRow>),
    /// A table with columns of its own widths, in small type, in place of the paragraph as above.
    Grid(DraftGrid),
}

/// The sheet of paper: A4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Portrait,
    /// On its side, with narrow margins: for wide tables.
    Landscape,
}

/// A table that is as wide as the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftGrid {
    /// The columns' shares of the width; a cell without one is not written.
    pub widths: Vec<u32>,
    /// The first row is bold and stands again on each page.
    pub heading: bool,
    /// The texts of the cells, each one paragraph: tab U+0009, line break U+000A.
    pub rows: Vec<Vec<String>>,
}

/// A table's row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRow {
    /// Each cell one paragraph.
    pub cells: Vec<Vec<DraftRun>>,
    /// The whole row was inserted or deleted.
    pub change: Option<Change>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftParagraph {
    pub style: DraftStyle,
    pub runs: Vec<DraftRun>,
    /// Its end was inserted or deleted.
    pub mark: Option<Change>,
}

/// A stretch of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRun {
    /// Tab U+0009, line break U+000A.
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    /// As words that come in are printed where no change is recorded.
    pub underlined: bool,
    /// As words that go.
    pub struck: bool,
    pub change: Option<Change>,
    pub comment: Option<DraftComment>,
    /// A footnote behind the words: its text.
    pub note: Option<String>,
}

/// A tracked change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    pub author: String,
    /// `w:date`, as `2026-03-01T09:00:00Z`.
    pub date: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Inserted,
    Deleted,
    /// The run's words go to where a run that is `MovedHere` has them.
    MovedAway,
    MovedHere,
}

/// A comment on a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftComment {
    pub author: String,
    pub date: Option<String>,
    pub text: String,
}

impl DraftRun {
    /// Plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl DraftParagraph {
    /// A paragraph of plain text.
    #[must_use]
    pub fn plain(style: DraftStyle, text: impl Into<String>) -> Self {
        Self {
            style,
            runs: vec![DraftRun::plain(text)],
            mark: None,
        }
    }
}

/// Makes a Word file. `title` goes into its properties; nothing in it names a person but the authors of
/// changes and comments. The same input gives the same bytes.
#[must_use]
pub fn word_file(title: Option<&str>, paragraphs: &[DraftParagraph]) -> Vec<u8> {
    word_file_on(Page::Portrait, title, paragraphs)
}

/// As [`word_file`], on paper that lies as one wants it.
#[must_use]
pub fn word_file_on(page: Page, title: Option<&str>, paragraphs: &[DraftParagraph]) -> Vec<u8> {
    written(page, title, |writing| {
        for paragraph in paragraphs {
            match &paragraph.style {
                DraftStyle::Table(rows) => writing.table(rows),
                DraftStyle::Grid(grid) => writing.grid(&grid.widths, grid.heading, &grid.rows),
                _ => writing.paragraph(paragraph),
            }
        }
    })
}

/// A Word file that `write` writes, block by block.
pub(crate) fn written(
    page: Page,
    title: Option<&str>,
    write: impl FnOnce(&mut Writing),
) -> Vec<u8> {
    let mut writing = Writing {
        page,
        body: parts::document_start(),
        comments: String::new(),
        notes: String::new(),
        revision: 0,
        comment: 0,
        note: 0,
        open_end: true,
        small_type: false,
    };
    write(&mut writing);
    if writing.open_end {
        writing.body.push_str("<w:p/>");
    }
    writing.body.push_str(&parts::document_end(page));
    let text = parts::Text {
        document: writing.body,
        comments: (writing.comment > 0).then_some(writing.comments.as_str()),
        notes: (writing.note > 0).then_some(writing.notes.as_str()),
        small_type: writing.small_type,
    };
    parts::package(title, text).write()
}

/// A Word file that is being written.
pub(crate) struct Writing {
    page: Page,
    /// The main part, as far as it is written.
    body: String,
    comments: String,
    notes: String,
    revision: u32,
    comment: u32,
    /// Number of the last footnote, from 1.
    note: u32,
    /// A paragraph must follow: there is none yet, or the last block is a table.
    open_end: bool,
    /// A style for small type is needed.
    small_type: bool,
}

impl Writing {
    pub(crate) fn paragraph(&mut self, paragraph: &DraftParagraph) {
        self.open_end = false;
        self.body.push_str("<w:p>");
        let style = match &paragraph.style {
            DraftStyle::Title => "Title",
            DraftStyle::Heading(0 | 1) => "Heading1",
            DraftStyle::Heading(2) => "Heading2",
            DraftStyle::Heading(_) => "Heading3",
            DraftStyle::Numbered => "ListNumber",
            DraftStyle::Bullet => "ListBullet",
            DraftStyle::Body | DraftStyle::Table(_) | DraftStyle::Grid(_) => "",
        };
        let mark = paragraph.mark.as_ref().map(|m| {
            let tag = element(m.kind);
            format!("<w:rPr><w:{tag} {}/></w:rPr>", self.sign(m))
        });
        if !style.is_empty() || mark.is_some() {
            self.body.push_str("<w:pPr>");
            if !style.is_empty() {
                let _ = write!(self.body, "<w:pStyle w:val=\"{style}\"/>");
            }
            self.body.push_str(&mark.unwrap_or_default());
            self.body.push_str("</w:pPr>");
        }
        self.runs(&paragraph.runs);
        self.body.push_str("</w:p>");
    }

    fn runs(&mut self, runs: &[DraftRun]) {
        for run in runs {
            let id = run.comment.as_ref().map(|c| self.remark(c));
            if let Some(id) = id {
                let _ = write!(self.body, "<w:commentRangeStart w:id=\"{id}\"/>");
            }
            self.run(run);
            if let Some(id) = id {
                let _ = write!(
                    self.body,
                    "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
                );
            }
        }
    }

    fn run(&mut self, run: &DraftRun) {
        let around = run.change.as_ref().map(|c| (element(c.kind), self.sign(c)));
        if let Some((tag, sign)) = &around {
            let _ = write!(self.body, "<w:{tag} {sign}>");
        }
        self.body.push_str("<w:r>");
        let looks = [
            (run.bold, "<w:b/>"),
            (run.italic, "<w:i/>"),
            (run.struck, "<w:strike/>"),
            (run.underlined, "<w:u w:val=\"single\"/>"),
        ];
        if looks.iter().any(|(set, _)| *set) {
            self.body.push_str("<w:rPr>");
            for (_, element) in looks.iter().filter(|(set, _)| *set) {
                self.body.push_str(element);
            }
            self.body.push_str("</w:rPr>");
        }
        match &around {
            Some(("del", _)) => {
                let content = run_content(&run.text).replace("<w:t ", "<w:delText ");
                self.body
                    .push_str(&content.replace("</w:t>", "</w:delText>"));
            }
            _ => run_content_into(&mut self.body, &run.text),
        }
        self.body.push_str("</w:r>");
        if let Some(note) = &run.note {
            self.footnote(note);
        }
        if let Some((tag, _)) = &around {
            let _ = write!(self.body, "</w:{tag}>");
        }
    }

    fn footnote(&mut self, text: &str) {
        self.note += 1;
        let id = self.note;
        let _ = write!(
            self.body,
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference \
             w:id=\"{id}\"/></w:r>"
        );
        let _ = write!(
            self.notes,
            "<w:footnote w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr>\
             <w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r>{}</w:r></w:p></w:footnote>",
            run_content(&format!(" {text}"))
        );
    }

    fn remark(&mut self, remark: &DraftComment) -> u32 {
        let id = self.comment;
        self.comment += 1;
        let para_id = format!("{:08X}", 0x1000_0001 + id);
        self.comments.push_str(&comment(
            id,
            &remark.author,
            remark.date.as_deref(),
            &remark.text,
            &para_id,
            "",
        ));
        id
    }

    fn sign(&mut self, change: &Change) -> String {
        self.revision += 1;
        signed(self.revision, &change.author, change.date.as_deref())
    }
}

fn element(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Inserted => "ins",
        ChangeKind::Deleted => "del",
        ChangeKind::MovedAway => "moveFrom",
        ChangeKind::MovedHere => "moveTo",
    }
}

/// The title as it stands in the file's properties.
fn titled(title: Option<&str>) -> String {
    title
        .map(|t| format!("<dc:title>{}</dc:title>", escape(t)))
        .unwrap_or_default()
}
