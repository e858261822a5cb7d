//! One version against the base: which paragraphs are which, and every change, in base coordinates.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::{Leftover, align};
use crate::compose::kept::Kept;
use crate::compose::part::{Block, Container, Part, Row, Rows, Table};
use crate::model::Kind;
use crate::normalise::same;
use crate::project::{in_row, in_text};
use crate::story::Properties;

/// One change of one version.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Base paragraph from 1; 0 for insertions before the first.
    pub(crate) paragraph: usize,
    pub(crate) span: Range<usize>,
    pub(crate) kind: Kind,
    /// Where an insertion of blocks stands among all that can stand behind the same base paragraph:
    /// at the end of its cell, behind its row, behind its table, in the next row … Of changes at one point
    /// inside a paragraph: which comes first.
    pub(crate) slot: u32,
    pub(crate) before: String,
    pub(crate) after: String,
    /// Where what is moved stands now.
    pub(crate) to: Option<To>,
    /// What a change of format, link, field, control or picture sets; empty for all others.
    pub(crate) properties: Properties,
    pub(crate) origin: Origin,
    /// Changes of one version with the same number are one change cut in pieces.
    pub(crate) group: Option<usize>,
}

/// The place that something is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct To {
    /// Of a whole paragraph: the base paragraph behind which it stands now (0: before the first). Of words:
    /// the base paragraph that they stand in.
    pub(crate) paragraph: usize,
    /// Of words: before which character of that paragraph.
    pub(crate) offset: Option<usize>,
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
    /// A paragraph of the base that stands in another place as a paragraph of the version.
    Moved(usize, usize),
    /// The end of a paragraph of the version, which is new.
    End(usize),
    /// The end of a paragraph of the base, which is gone.
    NoEnd(usize),
}

/// A version held against the base.
#[derive(Clone, Debug, Default)]
pub(crate) struct Comparison {
    /// For each base paragraph the paragraph of the version that ends with its end.
    pub(crate) ends: Vec<Option<usize>>,
    /// What of a base paragraph is left where not all of it is, by base paragraph (from 0).
    pub(crate) kept: BTreeMap<usize, Vec<Kept>>,
    /// All changes, in the order of the base.
    pub(crate) changes: Vec<Change>,
}

/// Compares a version with the base.
pub(crate) fn compare(base: &Part<'_>, version: &Part<'_>) -> Comparison {
    let mut comparing = Comparing {
        base,
        version,
        found: Comparison {
            ends: vec![None; base.len()],
            ..Comparison::default()
        },
        groups: 0,
    };
    comparing.container(&base.blocks, &version.blocks, Place { first: 0, depth: 0 });
    comparing.find_moves();
    comparing.find_moved_words();
    let mut found = comparing.found;
    group_pieces(&mut found.changes, comparing.groups);
    found
}

/// Which paragraph of a text without tables is which of another, always in order.
pub(crate) fn paragraph_pairs(base: &Part<'_>, version: &Part<'_>) -> Vec<Option<usize>> {
    let mut pairs = vec![None; base.len()];
    let (before, after) = (
        Container(base, &base.blocks),
        Container(version, &version.blocks),
    );
    for (old, new) in align(&before, &after, Leftover::Apart) {
        pairs[old] = Some(new);
    }
    pairs
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

/// A slot with a rank that is higher by so much.
pub(super) fn ranked(slot: u32, more: usize) -> u32 {
    let rank = (slot % 65_536) as usize + more;
    slot / 65_536 * 65_536 + u32::try_from(rank).unwrap_or(u32::MAX).min(65_535)
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
        let runs = self.grown(base, version, &pairs);
        let (mut at, mut there) = (0, 0);
        let end = (base.len()..base.len(), version.len()..version.len());
        for (old, new) in runs.into_iter().chain([end]) {
            if there < new.start {
                let behind = if at == 0 {
                    place.first
                } else {
                    base[at - 1].paragraphs().end
                };
                self.inserted(&version[there..new.start], behind, at == 0, place.depth);
            }
            for block in base.get(at..old.start).unwrap_or_default() {
                match block {
                    Block::Paragraph(paragraph) => self.deleted(*paragraph, Kind::ParagraphDelete),
                    Block::Table(table) => self.deleted_rows(&table.rows, place.depth, true),
                }
            }
            match (base.get(old.start), version.get(new.start)) {
                (Some(Block::Paragraph(first)), Some(Block::Paragraph(second))) => {
                    self.text(*first..first + old.len(), *second..second + new.len());
                }
                (Some(Block::Table(old)), Some(Block::Table(new))) => {
                    self.table(old, new, place.depth);
                }
                _ => {}
            }
            (at, there) = (old.end, new.end);
        }
    }

    /// New blocks behind a base paragraph: a run of paragraphs is one change, a row is one change. Each
    /// paragraph and each row has a rank of its own.
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
                    let slot = slot(opening, 2 * depth, rank);
                    self.inserted_paragraphs(*from..*from + count, behind, slot);
                    rank += count;
                    rest = &rest[count..];
                }
            }
        }
    }

    /// A run of new paragraphs of the version.
    pub(super) fn inserted_paragraphs(&mut self, range: Range<usize>, behind: usize, slot: u32) {
        let text: Vec<String> = range
            .clone()
            .map(|index| in_text(self.version.text(index)))
            .collect();
        let text = text.join("\n");
        self.insertion(Kind::ParagraphInsert, behind, slot, text, range, None);
    }

    fn inserted_row(&mut self, row: &Row, behind: usize, slot: u32, group: Option<usize>) {
        let text = row_text(self.version, row);
        let range = row.paragraphs.clone();
        self.insertion(Kind::RowInsert, behind, slot, text, range, group);
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
            span: end..end,
            slot,
            after,
            group,
            ..Change::new(kind, paragraph, Origin::Paragraphs(range))
        });
    }

    pub(super) fn deleted(&mut self, paragraph: usize, kind: Kind) {
        let gone = Origin::Gone(paragraph..paragraph + 1);
        self.found.changes.push(Change {
            span: 0..self.base.length(paragraph),
            before: in_text(self.base.text(paragraph)),
            ..Change::new(kind, paragraph + 1, gone)
        });
    }

    fn deleted_rows(&mut self, rows: &[Row], depth: u32, table: bool) {
        let group = (table && rows.len() > 1).then(|| self.new_group());
        for row in rows {
            let first = row.paragraphs.start;
            let gone = Origin::Gone(row.paragraphs.clone());
            self.found.changes.push(Change {
                span: 0..self.base.length(first),
                slot: slot(false, 2 * depth + 1, 0),
                before: row_text(self.base, row),
                group,
                ..Change::new(Kind::RowDelete, first + 1, gone)
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
            let rows = version.rows.get(there..new).unwrap_or_default();
            for (rank, row) in rows.iter().enumerate() {
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

    pub(super) fn new_group(&mut self) -> usize {
        self.groups += 1;
        self.groups
    }
}

impl Change {
    /// A change without words at the beginning of a paragraph.
    pub(super) fn new(kind: Kind, paragraph: usize, origin: Origin) -> Self {
        Self {
            paragraph,
            span: 0..0,
            kind,
            slot: 0,
            before: String::new(),
            after: String::new(),
            to: None,
            properties: Properties::new(),
            origin,
            group: None,
        }
    }

    /// Whether it is a move of words and not of a whole paragraph.
    pub(super) fn moves_words(&self) -> bool {
        self.to.is_some_and(|to| to.offset.is_some())
    }

    /// Whether it sets properties and leaves the words alone.
    pub(super) fn sets(&self) -> bool {
        !self.properties.is_empty()
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

/// Words that went from one paragraph and came as a whole one, or the other way round, are one change.
fn group_pieces(changes: &mut [Change], mut groups: usize) {
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
