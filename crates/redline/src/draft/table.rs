//! Tables of a new Word file.

use std::fmt::Write as _;

use super::{DraftRow, Page, Writing, element};
use crate::write::fragment::run_content_into;

impl Page {
    /// Width of the text, in twentieths of a point: A4 without its margins.
    fn text_width(self) -> u32 {
        match self {
            Self::Portrait => 11906 - 2 * 1440,
            Self::Landscape => 16838 - 2 * 720,
        }
    }
}

impl Writing {
    /// A table with columns of one width.
    pub(super) fn table(&mut self, rows: &[DraftRow]) {
        let columns = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0).max(1);
        let width = self.page.text_width() / u32::try_from(columns).unwrap_or(u32::MAX);
        self.begin("<w:tblW w:w=\"0\" w:type=\"auto\"/>", &vec![width; columns]);
        let cell = cell(width, "");
        for row in rows {
            self.body.push_str("<w:tr>");
            if let Some(change) = &row.change {
                let sign = self.sign(change);
                let tag = element(change.kind);
                let _ = write!(self.body, "<w:trPr><w:{tag} {sign}/></w:trPr>");
            }
            for index in 0..columns {
                self.body.push_str(&cell);
                self.runs(row.cells.get(index).map_or(&[], Vec::as_slice));
                self.body.push_str(END_OF_CELL);
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
    }

    /// A table with columns of their own widths, as of [`super::DraftGrid`], whatever is in the cells.
    pub(crate) fn grid<T: AsRef<str>>(
        &mut self,
        shares: &[u32],
        heading: bool,
        rows: impl IntoIterator<Item = impl AsRef<[T]>>,
    ) {
        self.small_type = true;
        let all = shares.iter().sum::<u32>().max(1);
        let text = self.page.text_width();
        let widths: Vec<u32> = match shares {
            [] => vec![text],
            shares => shares.iter().map(|share| text * share / all).collect(),
        };
        let all: u32 = widths.iter().sum();
        let width =
            format!("<w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
        self.begin(&width, &widths);
        let small = "<w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>";
        let cells: Vec<String> = widths.iter().map(|width| cell(*width, small)).collect();
        for (index, row) in rows.into_iter().enumerate() {
            let heading = heading && index == 0;
            self.body.push_str("<w:tr>");
            if heading {
                self.body.push_str("<w:trPr><w:tblHeader/></w:trPr>");
            }
            let bold = if heading { "<w:rPr><w:b/></w:rPr>" } else { "" };
            for (index, cell) in cells.iter().enumerate() {
                self.body.push_str(cell);
                let text = row.as_ref().get(index).map(T::as_ref);
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    self.body.push_str("<w:r>");
                    self.body.push_str(bold);
                    run_content_into(&mut self.body, text);
                    self.body.push_str("</w:r>");
                }
                self.body.push_str(END_OF_CELL);
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
    }

    fn begin(&mut self, width: &str, columns: &[u32]) {
        self.open_end = true;
        let _ = write!(
            self.body,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{width}</w:tblPr><w:tblGrid>"
        );
        for width in columns {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.body.push_str("</w:tblGrid>");
    }
}

/// A cell up to the text of its only paragraph.
fn cell(width: u32, properties: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>{properties}")
}

/// What [`cell`] began.
const END_OF_CELL: &str = "</w:p></w:tc>";
