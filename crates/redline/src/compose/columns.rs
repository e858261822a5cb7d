//! Rows whose cells changed: cells that came and went with a column are written as one `other` a cell, at the
//! border of a neighbour that stays.

use crate::align::{Leftover, align};
use crate::compose::compare::{Change, Comparing, Origin, Place};
use crate::compose::part::{CellBlocks, Cells, Row};
use crate::model::Kind;
use crate::project::in_text;

/// Slots of new cells from here on stand behind their neighbour's words, those below before them.
pub(crate) const AT_END: u32 = 65_536;

impl Comparing<'_, '_, '_> {
    pub(super) fn row(&mut self, base: &Row, version: &Row, depth: u32) {
        let pairs: Vec<(usize, usize)> = if base.cells.len() == version.cells.len() {
            (0..base.cells.len()).map(|index| (index, index)).collect()
        } else {
            self.cells_of_other_number(base, version)
        };
        let (mut at, mut there, mut last) = (0, 0, None);
        let end = (base.cells.len(), version.cells.len());
        for (old, new) in pairs.into_iter().chain([end]) {
            let come = version.cells.get(there..new).unwrap_or_default();
            if let Some(left) = last {
                self.cells_behind(left, come);
            }
            for cell in base.cells.get(at..old).unwrap_or_default() {
                for paragraph in cell.paragraphs.clone() {
                    self.deleted(paragraph, Kind::Other);
                }
            }
            if let (Some(old), Some(new)) = (base.cells.get(old), version.cells.get(new)) {
                let place = Place {
                    first: old.paragraphs.start,
                    depth: depth + 1,
                };
                let so_far = self.found.changes.len();
                self.container(&old.blocks, &new.blocks, place);
                if last.is_none() && !come.is_empty() {
                    self.cells_before(old, come, so_far);
                }
                last = Some(old);
            }
            (at, there) = (old + 1, new + 1);
        }
    }

    /// Cells of rows with different numbers of them: by content, else by grid column.
    fn cells_of_other_number(&self, base: &Row, version: &Row) -> Vec<(usize, usize)> {
        let by_content = align(
            &Cells(self.base, &base.cells),
            &Cells(self.version, &version.cells),
            Leftover::ByPlace,
        );
        if !by_content.is_empty() {
            return by_content;
        }
        let (mut pairs, mut there) = (Vec::new(), 0);
        for (old, cell) in base.cells.iter().enumerate() {
            let rest = version.cells.iter().enumerate().skip(there);
            if let Some((new, _)) = rest.into_iter().find(|(_, new)| new.column == cell.column) {
                pairs.push((old, new));
                there = new + 1;
            }
        }
        if pairs.is_empty() {
            pairs.push((0, 0));
        }
        pairs
    }

    /// Cells that the row did not have, behind one that stays: one `other` a cell, at the end of that cell's
    /// words. What was inserted there inside the cell comes first and is written in the same way.
    fn cells_behind(&mut self, left: &CellBlocks, come: &[CellBlocks]) {
        if come.is_empty() {
            return;
        }
        let mut within = left.paragraphs.clone();
        let last = within.end - 1;
        let last = within
            .rfind(|&index| self.found.ends[index].is_some())
            .unwrap_or(last);
        let length = self.base.length(last);
        let near = self.found.changes.iter_mut().rev();
        for change in near.take_while(|change| change.paragraph > last) {
            if matches!(change.kind, Kind::ParagraphInsert | Kind::RowInsert) {
                change.paragraph = last + 1;
                change.span = length..length;
                change.kind = Kind::Other;
                change.slot = AT_END;
                change.after = format!("\n{}", change.after.replace('\t', "\n"));
            }
        }
        for (rank, cell) in (1..).zip(come) {
            let after = format!("\n{}", self.cell_text(cell));
            self.new_cell(last, length, after, AT_END + rank, cell);
        }
    }

    /// Cells that the row did not have, before the first one that stays, whose own changes were found from
    /// `so_far` on: one `other` a cell, at the beginning of that cell's words.
    fn cells_before(&mut self, right: &CellBlocks, come: &[CellBlocks], so_far: usize) {
        let mut within = right.paragraphs.clone();
        let first = within.start;
        let first = within
            .find(|&index| self.found.ends[index].is_some())
            .unwrap_or(first);
        let own = self.found.changes.split_off(so_far);
        for (rank, cell) in (0..).zip(come) {
            let after = format!("{}\n", self.cell_text(cell));
            self.new_cell(first, 0, after, rank, cell);
        }
        // Changes stand in the order of the paragraphs: what comes behind a cell looks back along them.
        self.found.changes.extend(own);
        let behind = u32::try_from(come.len()).unwrap_or(u32::MAX);
        let from = so_far + come.len();
        for (rank, change) in (behind..).zip(&mut self.found.changes[from..]) {
            let block = matches!(change.kind, Kind::ParagraphInsert | Kind::RowInsert);
            if block && change.paragraph <= first {
                change.paragraph = first + 1;
                change.span = 0..0;
                change.kind = Kind::Other;
                change.slot = rank;
                change.after = format!("{}\n", change.after.replace('\t', "\n"));
            }
        }
    }

    fn cell_text(&self, cell: &CellBlocks) -> String {
        let lines: Vec<String> = cell
            .paragraphs
            .clone()
            .map(|index| in_text(self.version.text(index)))
            .collect();
        lines.join("\n")
    }

    fn new_cell(&mut self, at: usize, offset: usize, after: String, slot: u32, cell: &CellBlocks) {
        let origin = Origin::Paragraphs(cell.paragraphs.clone());
        self.found.changes.push(Change {
            span: offset..offset,
            slot,
            after,
            ..Change::new(Kind::Other, at + 1, origin)
        });
    }
}
