//! Tables of a new Word file.

use std::fmt::Write as _;

use super::{DraftGrid, DraftRow, DraftRun, Page, Writing, element};

/// How a table is laid out.
struct Columns {
    /// In twentieths of a point.
    widths: Vec<u32>,
    /// Widths as they stand, whatever is in the cells; the first row repeated and bold; small type.
    fixed: bool,
    heading: bool,
}

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
        let columns = Columns {
            widths: vec![width; columns],
            fixed: false,
            heading: false,
        };
        self.rows(&columns, rows);
    }

    pub(super) fn grid(&mut self, grid: &DraftGrid) {
        let all = grid.widths.iter().sum::<u32>().max(1);
        let text = self.page.text_width();
        let widths = match grid.widths.as_slice() {
            [] => vec![text],
            shares => shares.iter().map(|share| text * share / all).collect(),
        };
        let columns = Columns {
            widths,
            fixed: true,
            heading: grid.heading,
        };
        self.rows(&columns, &grid.rows);
    }

    fn rows(&mut self, columns: &Columns, rows: &[DraftRow]) {
        self.body
            .push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
        if columns.fixed {
            let all: u32 = columns.widths.iter().sum();
            let _ = write!(
                self.body,
                "<w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
            );
        } else {
            self.body.push_str("<w:tblW w:w=\"0\" w:type=\"auto\"/>");
        }
        self.body.push_str("</w:tblPr><w:tblGrid>");
        for width in &columns.widths {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.body.push_str("</w:tblGrid>");
        for (index, row) in rows.iter().enumerate() {
            self.row(columns, row, columns.heading && index == 0);
        }
        self.body.push_str("</w:tbl>");
    }

    fn row(&mut self, columns: &Columns, row: &DraftRow, heading: bool) {
        self.body.push_str("<w:tr>");
        if heading || row.change.is_some() {
            self.body.push_str("<w:trPr>");
            if heading {
                self.body.push_str("<w:tblHeader/>");
            }
            if let Some(change) = &row.change {
                let sign = self.sign(change);
                let _ = write!(self.body, "<w:{} {sign}/>", element(change.kind));
            }
            self.body.push_str("</w:trPr>");
        }
        for (index, width) in columns.widths.iter().enumerate() {
            let _ = write!(
                self.body,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>"
            );
            if columns.fixed {
                self.body
                    .push_str("<w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>");
            }
            match row.cells.get(index) {
                Some(runs) if heading => self.runs(&bold(runs)),
                Some(runs) => self.runs(runs),
                None => {}
            }
            self.body.push_str("</w:p></w:tc>");
        }
        self.body.push_str("</w:tr>");
    }
}

fn bold(runs: &[DraftRun]) -> Vec<DraftRun> {
    runs.iter()
        .map(|run| DraftRun {
            bold: true,
            ..run.clone()
        })
        .collect()
}
