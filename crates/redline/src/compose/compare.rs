//! One version against the base: which paragraphs are which, and every change, in base coordinates.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::{Leftover, align};
use crate::compose::part::{Block, Container, Part, Row, Rows, Table};
use crate::diff;
use crate::model::Kind;
use crate::normalise::same;
use crate::project::{in_row, in_text};

/// One change of one version.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Base paragraph from 1; 0 for insertions before the first.
    pub(crate) paragraph: usize,
    pub(crate) span: Range<usize>,
    pub(crate) kind: Kind,
    /// Where an insertion of blocks stands among all that can stand behind the same base paragraph:
    /// at the end of its cell, behind its row, behind its table, in the next row …
    pub(crate) slot: u32,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) origin: Origin,
    /// Changes of one version with the same number are one change cut in pieces.
    pub(crate) group: Option<usize>,
}

/// Where in the version a change comes from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// A stretch of a paragraph of the version.
    Text(usize, Range<usize>),
    /// Whole paragraphs of the version.
    Paragraphs(Range<usize>),
    /// Nothing: paragraphs of the base went.
    Gone(Range<usize>),
}

/// A version held against the base.
#[derive(Clone)]
pub(crate) struct Comparison {
    /// For each base paragraph its paragraph in the version.
    pub(crate) pairs: Vec<Option<usize>>,
    /// The changes inside the paired paragraphs that differ, by base paragraph (from 0).
    pub(crate) texts: BTreeMap<usize, Vec<diff::Change>>,
    /// All changes, in the order of the base.
    pub(crate) changes: Vec<Change>,
}

/// Compares a version with the base.
pub(crate) fn compare(base: &Part<'_>, version: &Part<'_>) -> Comparison {
    let mut comparing = Comparing {
        base,
        version,
        found: Comparison {
            pairs: vec![None; base.len()],
            texts: BTreeMap::new(),
            changes: Vec::new(),
        },
        groups: 0,
    };
    comparing.container(&base.blocks, &version.blocks, Place { first: 0, depth: 0 });
    let mut found = comparing.found;
    group_splits(&mut found.changes, comparing.groups);
    found
}

/// A container of the base: its first paragraph and how many cells it stands in.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) first: usize,
    pub(super) depth: u32,
}

pub(super) struct Comparing<'p, 'b, 'v> {
    pub(super) base: &'p Part<'b>,
    pub(super) version: &'p Part<'v>,
    pub(super) found: Comparison,
    groups: usize,
}

/// Slots behind a paragraph: the inner ends first, then the beginnings that follow, outer ones first.
/// `level` is twice the depth for blocks, one more for rows; `rank` orders one version's own pieces.
fn slot(opening: bool, level: u32, rank: usize) -> u32 {
    let level = level.min(999);
    let place = if opening { 1001 + level } else { 1000 - level };
    place * 65_536 + u32::try_from(rank).unwrap_or(u32::MAX).min(65_535)
}

/// Whether a slot is at a beginning, and its level: twice the depth for blocks, one more for rows.
pub(crate) fn level_of(slot: u32) -> (bool, u32) {
    let place = slot / 65_536;
    if place > 1000 {
        (true, place - 1001)
    } else {
        (false, 1000 - place)
    }
}

/// Whether a slot lies inside the row whose slot is given: behind its last paragraph where `last`, before
/// its first where not.
pub(crate) fn is_inside_row(slot: u32, row: u32, last: bool) -> bool {
    let (place, end) = (slot / 65_536, row / 65_536);
    if last {
        place < end
    } else {
        place > 2001 - end
    }
}

impl Comparing<'_, '_, '_> {
    pub(super) fn container(&mut self, base: &[Block], version: &[Block], place: Place) {
        let leftover = if place.depth == 0 {
            Leftover::Apart
        } else {
            Leftover::FromStart
        };
        let pairs = align(
            &Container(self.base, base),
            &Container(self.version, version),
            leftover,
        );
        let (mut at, mut there) = (0, 0);
        let end = (base.len(), version.len());
        for (old, new) in pairs.into_iter().chain([end]) {
            if there < new {
                let behind = if at == 0 {
                    place.first
                } else {
                    base[at - 1].paragraphs().end
                };
                self.inserted(&version[there..new], behind, at == 0, place.depth);
            }
            for block in base.get(at..old).unwrap_or_default() {
                match block {
                    Block::Paragraph(paragraph) => self.deleted(*paragraph, Kind::ParagraphDelete),
                    Block::Table(table) => self.deleted_rows(&table.rows, place.depth, true),
                }
            }
            match (base.get(old), version.get(new)) {
                (Some(Block::Paragraph(old)), Some(Block::Paragraph(new))) => self.text(*old, *new),
                (Some(Block::Table(old)), Some(Block::Table(new))) => {
                    self.table(old, new, place.depth);
                }
                _ => {}
            }
            (at, there) = (old + 1, new + 1);
        }
    }

    /// New blocks behind a base paragraph: a run of paragraphs is one change, a row is one change.
    fn inserted(&mut self, blocks: &[Block], behind: usize, opening: bool, depth: u32) {
        let mut rank = 0;
        let mut rest = blocks;
        while let Some(first) = rest.first() {
            match first {
                Block::Table(table) => {
                    let group = (table.rows.len() > 1).then(|| self.new_group());
                    for row in &table.rows {
                        self.inserted_row(row, behind, slot(opening, 2 * depth, rank), group);
                        rank += 1;
                    }
                    rest = &rest[1..];
                }
                Block::Paragraph(from) => {
                    let count = rest
                        .iter()
                        .take_while(|block| matches!(block, Block::Paragraph(_)))
                        .count();
                    let range = *from..*from + count;
                    let text: Vec<String> = range
                        .clone()
                        .map(|index| in_text(self.version.text(index)))
                        .collect();
                    self.insertion(
                        Kind::ParagraphInsert,
                        behind,
                        slot(opening, 2 * depth, rank),
                        text.join("\n"),
                        range,
                        None,
                    );
                    rank += 1;
                    rest = &rest[count..];
                }
            }
        }
    }

    fn inserted_row(&mut self, row: &Row, behind: usize, slot: u32, group: Option<usize>) {
        let text = row_text(self.version, row);
        self.insertion(
            Kind::RowInsert,
            behind,
            slot,
            text,
            row.paragraphs.clone(),
            group,
        );
    }

    fn insertion(
        &mut self,
        kind: Kind,
        paragraph: usize,
        slot: u32,
        after: String,
        range: Range<usize>,
        group: Option<usize>,
    ) {
        let end = paragraph
            .checked_sub(1)
            .map_or(0, |index| self.base.length(index));
        self.found.changes.push(Change {
            paragraph,
            span: end..end,
            kind,
            slot,
            before: String::new(),
            after,
            origin: Origin::Paragraphs(range),
            group,
        });
    }

    pub(super) fn deleted(&mut self, paragraph: usize, kind: Kind) {
        self.found.changes.push(Change {
            paragraph: paragraph + 1,
            span: 0..self.base.length(paragraph),
            kind,
            slot: 0,
            before: in_text(self.base.text(paragraph)),
            after: String::new(),
            origin: Origin::Gone(paragraph..paragraph + 1),
            group: None,
        });
    }

    fn deleted_rows(&mut self, rows: &[Row], depth: u32, table: bool) {
        let group = (table && rows.len() > 1).then(|| self.new_group());
        for row in rows {
            let first = row.paragraphs.start;
            self.found.changes.push(Change {
                paragraph: first + 1,
                span: 0..self.base.length(first),
                kind: Kind::RowDelete,
                slot: slot(false, 2 * depth + 1, 0),
                before: row_text(self.base, row),
                after: String::new(),
                origin: Origin::Gone(row.paragraphs.clone()),
                group,
            });
        }
    }

    fn table(&mut self, base: &Table, version: &Table, depth: u32) {
        let pairs = align(
            &Rows(self.base, &base.rows),
            &Rows(self.version, &version.rows),
            Leftover::ByPlace,
        );
        let (mut at, mut there) = (0, 0);
        let end = (base.rows.len(), version.rows.len());
        for (old, new) in pairs.into_iter().chain([end]) {
            for (rank, row) in version
                .rows
                .get(there..new)
                .unwrap_or_default()
                .iter()
                .enumerate()
            {
                let behind = match at {
                    0 => base.rows[0].paragraphs.start,
                    _ => base.rows[at - 1].paragraphs.end,
                };
                self.inserted_row(row, behind, slot(at == 0, 2 * depth + 1, rank), None);
            }
            self.deleted_rows(base.rows.get(at..old).unwrap_or_default(), depth, false);
            if let (Some(old), Some(new)) = (base.rows.get(old), version.rows.get(new)) {
                self.row(old, new, depth);
            }
            (at, there) = (old + 1, new + 1);
        }
    }

    fn text(&mut self, old: usize, new: usize) {
        self.found.pairs[old] = Some(new);
        if self.base.text(old) == self.version.text(new) {
            return;
        }
        let (before, after) = (self.base.tokens(old), self.version.tokens(new));
        let changes = diff::changes(before, after);
        for change in &changes {
            let kind = match (
                change.typographic,
                change.base.is_empty(),
                change.version.is_empty(),
            ) {
                (true, ..) => Kind::Typographic,
                (_, true, _) => Kind::Insert,
                (_, _, true) => Kind::Delete,
                _ => Kind::Replace,
            };
            self.found.changes.push(Change {
                paragraph: old + 1,
                span: change.base.clone(),
                kind,
                slot: 0,
                before: in_text(slice(self.base.text(old), &change.base)),
                after: in_text(slice(self.version.text(new), &change.version)),
                origin: Origin::Text(new, change.version.clone()),
                group: None,
            });
        }
        self.found.texts.insert(old, changes);
    }

    fn new_group(&mut self) -> usize {
        self.groups += 1;
        self.groups
    }
}

/// A stretch of a text, given in Unicode scalar values.
pub(crate) fn slice<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    if text.is_ascii() {
        return text.get(range.clone()).unwrap_or_default();
    }
    let mut bytes = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()]);
    let from = bytes.nth(range.start).unwrap_or(text.len());
    let to = match range.len() {
        0 => from,
        length => bytes.nth(length - 1).unwrap_or(text.len()),
    };
    &text[from..to]
}

/// A row's text: cells joined by U+0009, the paragraphs of a cell by U+000A.
fn row_text(part: &Part<'_>, row: &Row) -> String {
    let cells: Vec<String> = row
        .cells
        .iter()
        .map(|cell| {
            let lines: Vec<String> = cell
                .paragraphs
                .clone()
                .map(|index| in_row(part.text(index)))
                .collect();
            lines.join("\n")
        })
        .collect();
    cells.join("\t")
}

/// A paragraph that was split or joined is a change of its text and a paragraph that came or went:
/// the two are given a common group.
fn group_splits(changes: &mut [Change], mut groups: usize) {
    for index in 0..changes.len() {
        let block = &changes[index];
        let (whole, near) = match block.kind {
            Kind::ParagraphInsert => (block.after.as_str(), block.paragraph..block.paragraph + 2),
            Kind::ParagraphDelete => (
                block.before.as_str(),
                block.paragraph - 1..block.paragraph + 2,
            ),
            _ => continue,
        };
        let inserted = block.kind == Kind::ParagraphInsert;
        if whole.trim().is_empty() {
            continue;
        }
        let low = changes.partition_point(|change| change.paragraph < near.start);
        let partner = (low..changes.len())
            .take_while(|&other| changes[other].paragraph < near.end)
            .find(|&other| {
                let part = &changes[other];
                let text = if inserted { &part.before } else { &part.after };
                let end = if inserted {
                    whole.lines().next()
                } else {
                    Some(whole)
                };
                matches!(part.kind, Kind::Insert | Kind::Delete | Kind::Replace)
                    && part.group.is_none()
                    && end.is_some_and(|end| same(text.trim(), end.trim()))
            });
        if let Some(partner) = partner {
            groups += 1;
            changes[index].group = Some(groups);
            changes[partner].group = Some(groups);
        }
    }
}
