//! A story prepared for comparison: matching forms, tokens on demand, and tables as a tree.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::align::{Bag, Blocks};
use crate::normalise::matching;
use crate::story::{Paragraph, Story};
use crate::tokens::Tokens;

/// A story with what comparing it needs again and again.
pub(crate) struct Part<'a> {
    pub(crate) story: &'a Story,
    keys: Vec<Cow<'a, str>>,
    tokens: Vec<OnceLock<Tokens<'a>>>,
    /// The words of paragraphs, weighed.
    bags: Vec<OnceLock<Bag>>,
    lengths: Vec<usize>,
    pub(crate) blocks: Vec<Block>,
    /// Paragraphs that the file says were moved here, sorted.
    moved: Vec<usize>,
    /// Whether the file says of anything that it was moved here.
    moves: bool,
}

/// A paragraph (its index in the story) or a table.
pub(crate) enum Block {
    Paragraph(usize),
    Table(Table),
}

pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    key: String,
}

pub(crate) struct Row {
    pub(crate) cells: Vec<CellBlocks>,
    /// The paragraphs of the story that it holds.
    pub(crate) paragraphs: Range<usize>,
    key: String,
}

pub(crate) struct CellBlocks {
    pub(crate) blocks: Vec<Block>,
    pub(crate) paragraphs: Range<usize>,
    pub(crate) column: usize,
    key: String,
}

impl<'a> Part<'a> {
    pub(crate) fn of(story: &'a Story) -> Self {
        let paragraphs = &story.paragraphs;
        let keys: Vec<Cow<'a, str>> = paragraphs
            .iter()
            .map(|paragraph| matching(&paragraph.text).text)
            .collect();
        let blocks = blocks(paragraphs, &keys, 0..paragraphs.len(), 0);
        Self {
            story,
            keys,
            tokens: paragraphs.iter().map(|_| OnceLock::new()).collect(),
            bags: paragraphs.iter().map(|_| OnceLock::new()).collect(),
            lengths: paragraphs
                .iter()
                .map(|paragraph| length(&paragraph.text))
                .collect(),
            blocks,
            moved: Vec::new(),
            moves: false,
        }
    }

    /// As [`Part::of`], for an accept view: what the file says was moved never meets what stands in its
    /// place.
    pub(crate) fn with_moves(story: &'a Story) -> Self {
        let is_moved = |paragraph: &Paragraph| {
            let revision = paragraph.mark.and_then(|mark| story.revisions.get(mark));
            revision.is_some_and(|revision| revision.moved)
        };
        let paragraphs = story.paragraphs.iter().enumerate();
        let moved = paragraphs.filter(|(_, paragraph)| is_moved(paragraph));
        Self {
            moved: moved.map(|(index, _)| index).collect(),
            moves: story.revisions.iter().any(|revision| revision.moved),
            ..Self::of(story)
        }
    }

    /// Whether the file says of anything that it was moved here.
    pub(crate) fn has_moved(&self) -> bool {
        self.moves
    }

    /// The characters of a paragraph that the file says were moved here; empty where there are none.
    pub(crate) fn moved_words(&self, index: usize) -> Vec<bool> {
        if !self.moves {
            return Vec::new();
        }
        let pieces = self.story.paragraphs[index].pieces.iter();
        let mut moved: Vec<bool> = Vec::new();
        for piece in pieces {
            let revision = piece.revision.and_then(|at| self.story.revisions.get(at));
            if revision.is_some_and(|revision| revision.moved) {
                moved.resize(self.length(index), false);
                moved[piece.start..piece.end].fill(true);
            }
        }
        moved
    }

    pub(crate) fn is_moved(&self, index: usize) -> bool {
        self.moved.binary_search(&index).is_ok()
    }

    /// The exact text of a paragraph.
    pub(crate) fn text(&self, index: usize) -> &'a str {
        &self.story.paragraphs[index].text
    }

    /// The matching form of a paragraph.
    pub(crate) fn key(&self, index: usize) -> &str {
        &self.keys[index]
    }

    /// Length of a paragraph in Unicode scalar values.
    pub(crate) fn length(&self, index: usize) -> usize {
        self.lengths[index]
    }

    pub(crate) fn tokens(&self, index: usize) -> &Tokens<'a> {
        self.tokens[index].get_or_init(|| Tokens::of(self.text(index)))
    }

    /// The words of a paragraph, weighed.
    pub(crate) fn bag(&self, index: usize) -> &Bag {
        let words = |each: &mut dyn FnMut(&str)| self.words(index..index + 1, each);
        self.bags[index].get_or_init(|| Bag::of(words))
    }

    /// Number of paragraphs.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    fn words(&self, paragraphs: Range<usize>, each: &mut dyn FnMut(&str)) {
        for paragraph in paragraphs {
            let tokens = self.tokens(paragraph);
            // What came from elsewhere says nothing about which paragraph this is, unless it is all there is.
            let mut moved = self.moved_words(paragraph);
            let came = |moved: &[bool], chars: &Range<usize>| moved.get(chars.start) == Some(&true);
            let mut own = tokens.tokens.iter().filter(|token| token.word);
            if own.all(|token| came(&moved, &token.chars)) {
                moved.clear();
            }
            for (index, token) in tokens.tokens.iter().enumerate() {
                if token.word && !came(&moved, &token.chars) {
                    each(tokens.key(index));
                }
            }
        }
    }
}

/// Length in Unicode scalar values.
pub(crate) fn length(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

impl Block {
    /// The paragraphs of the story that it holds.
    pub(crate) fn paragraphs(&self) -> Range<usize> {
        match self {
            Self::Paragraph(index) => *index..*index + 1,
            Self::Table(table) => table.paragraphs(),
        }
    }
}

impl Table {
    fn paragraphs(&self) -> Range<usize> {
        let start = self.rows.first().map_or(0, |row| row.paragraphs.start);
        start..self.rows.last().map_or(start, |row| row.paragraphs.end)
    }
}

/// Cuts a run of paragraphs at one depth of nesting into blocks.
fn blocks(
    paragraphs: &[Paragraph],
    keys: &[Cow<'_, str>],
    range: Range<usize>,
    depth: usize,
) -> Vec<Block> {
    let mut found = Vec::new();
    for (range, table) in runs(paragraphs, range, depth, |cell| cell.table) {
        if table.is_none() {
            found.extend(range.map(Block::Paragraph));
            continue;
        }
        let rows: Vec<Row> = runs(paragraphs, range, depth, |cell| cell.row)
            .into_iter()
            .map(|(range, _)| row(paragraphs, keys, range, depth))
            .collect();
        let key = digest(rows.iter().map(|row| row.key.as_str()));
        found.push(Block::Table(Table { rows, key }));
    }
    found
}

fn row(paragraphs: &[Paragraph], keys: &[Cow<'_, str>], range: Range<usize>, depth: usize) -> Row {
    let cells: Vec<CellBlocks> = runs(paragraphs, range.clone(), depth, |cell| cell.cell)
        .into_iter()
        .map(|(range, _)| {
            let blocks = blocks(paragraphs, keys, range.clone(), depth + 1);
            let key = digest(blocks.iter().map(|block| match block {
                Block::Paragraph(index) => keys[*index].as_ref(),
                Block::Table(table) => table.key.as_str(),
            }));
            let column = paragraphs[range.start].cells[depth].column;
            CellBlocks {
                blocks,
                paragraphs: range,
                column,
                key,
            }
        })
        .collect();
    let key = digest(cells.iter().map(|cell| cell.key.as_str()));
    Row {
        cells,
        paragraphs: range,
        key,
    }
}

/// Runs of paragraphs that agree in one step of their way down the tables at a depth.
fn runs(
    paragraphs: &[Paragraph],
    range: Range<usize>,
    depth: usize,
    step: impl Fn(&crate::story::Cell) -> usize,
) -> Vec<(Range<usize>, Option<usize>)> {
    let mut found: Vec<(Range<usize>, Option<usize>)> = Vec::new();
    for index in range {
        let here = paragraphs[index].cells.get(depth).map(&step);
        match found.last_mut() {
            Some((run, last)) if *last == here => run.end = index + 1,
            _ => found.push((index..index + 1, here)),
        }
    }
    found
}

fn digest<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let mut hash = Sha256::new();
    for key in keys {
        hash.update(key.len().to_le_bytes());
        hash.update(key);
    }
    hex::encode(hash.finalize())
}

/// Blocks of one container, for alignment.
pub(crate) struct Container<'p, 'a>(pub(crate) &'p Part<'a>, pub(crate) &'p [Block]);

impl Blocks for Container<'_, '_> {
    fn len(&self) -> usize {
        self.1.len()
    }

    fn sort(&self, index: usize) -> u8 {
        match &self.1[index] {
            Block::Table(_) => 1,
            Block::Paragraph(paragraph) => 2 * u8::from(self.0.is_moved(*paragraph)),
        }
    }

    fn key(&self, index: usize) -> &str {
        match &self.1[index] {
            Block::Paragraph(paragraph) => self.0.key(*paragraph),
            Block::Table(table) => &table.key,
        }
    }

    fn words(&self, index: usize, each: &mut dyn FnMut(&str)) {
        self.0.words(self.1[index].paragraphs(), each);
    }

    fn bag(&self, index: usize) -> Cow<'_, Bag> {
        match &self.1[index] {
            Block::Paragraph(paragraph) => Cow::Borrowed(self.0.bag(*paragraph)),
            Block::Table(_) => Cow::Owned(Bag::of(|each| self.words(index, each))),
        }
    }
}

/// Rows of a table, for alignment.
pub(crate) struct Rows<'p, 'a>(pub(crate) &'p Part<'a>, pub(crate) &'p [Row]);

impl Blocks for Rows<'_, '_> {
    fn len(&self) -> usize {
        self.1.len()
    }

    fn sort(&self, _: usize) -> u8 {
        0
    }

    fn key(&self, index: usize) -> &str {
        &self.1[index].key
    }

    fn words(&self, index: usize, each: &mut dyn FnMut(&str)) {
        self.0.words(self.1[index].paragraphs.clone(), each);
    }
}

/// Cells of a row, for alignment where the rows have different numbers of them.
pub(crate) struct Cells<'p, 'a>(pub(crate) &'p Part<'a>, pub(crate) &'p [CellBlocks]);

impl Blocks for Cells<'_, '_> {
    fn len(&self) -> usize {
        self.1.len()
    }

    fn sort(&self, _: usize) -> u8 {
        0
    }

    fn key(&self, index: usize) -> &str {
        &self.1[index].key
    }

    fn words(&self, index: usize, each: &mut dyn FnMut(&str)) {
        self.0.words(self.1[index].paragraphs.clone(), each);
    }
}
