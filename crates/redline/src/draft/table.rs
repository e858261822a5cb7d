//! Tables of a new Word file.

use std::fmt::Write as _;

use super::{DraftGrid, DraftRow, Page, Writing, element};
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
        for row in rows {
            self.body.push_str("<w:tr>");
            if let Some(change) = &row.change {
                let sign = self.sign(change);
                let tag = element(change.kind);
                let _ = write!(self.body, "<w:trPr><w:{tag} {sign}/></w:trPr>");
            }
            for index in 0..columns {
                self.begin_cell(width, "");
                self.runs(row.cells.get(index).map_or(&[], Vec::as_slice));
                self.body.push_str(END_OF_CELL);
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
    }

    /// A table with columns of their own widths, whatever is in the cells.
    pub(super) fn grid(&mut self, grid: &DraftGrid) {
        let all = grid.widths.iter().sum::<u32>().max(1);
        let text = self.page.text_width();
        let widths: Vec<u32> = match grid.widths.as_slice() {
            [] => vec![text],
            shares => shares.iter().map(|share| text * share / all).collect(),
        };
        let all: u32 = widths.iter().sum();
        let width =
            format!("<w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
        self.begin(&width, &widths);
        for (index, row) in grid.rows.iter().enumerate() {
            let heading = grid.heading && index == 0;
            self.body.push_str("<w:tr>");
            if heading {
                self.body.push_str("<w:trPr><w:tblHeader/></w:trPr>");
            }
            let bold = if heading { "<w:rPr><w:b/></w:rPr>" } else { "" };
            for (index, width) in widths.iter().enumerate() {
                self.begin_cell(*width, "<w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>");
                if let Some(text) = row.get(index).filter(|text| !text.is_empty()) {
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
        let _ = write!(
            self.body,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{width}</w:tblPr><w:tblGrid>"
        );
        for width in columns {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.body.push_str("</w:tblGrid>");
    }

    /// A cell up to the text of its only paragraph.
    fn begin_cell(&mut self, width: u32, properties: &str) {
        let _ = write!(
            self.body,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>{properties}"
        );
    }
}

/// What [`Writing::begin_cell`] began.
const END_OF_CELL: &str = "</w:p></w:tc>";
