//! Wording with its marks: what stays, what is inserted and deleted; paragraphs and tables.

use maud::{Markup, html};

use crate::words::Words;

/// A piece of wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As in the base.
    Same(String),
    /// Only in the newer wording.
    Inserted(String),
    /// Only in the older wording.
    Deleted(String),
    /// In the base, and some proposal asks to change it.
    Marked(String),
}

/// A paragraph of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Para {
    /// Its place in the text, counted from 1; the anchor is `p` and this number.
    pub at: u32,
    /// The number that the reader sees: "4.", "(b)".
    pub label: Option<String>,
    pub wording: Vec<Span>,
    /// Since when it stands so, where that is asked: "Unchanged since draft 1".
    pub since: Option<String>,
}

/// A part of a text, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// `level` 1 is the highest within the text.
    Heading {
        level: u8,
        para: Para,
    },
    Paragraph(Para),
    /// Rows of cells; the first row is shown as the head when `head` is set.
    Table {
        head: bool,
        rows: Vec<Vec<Cell>>,
    },
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub paras: Vec<Para>,
    /// Grid columns it spans, at least 1.
    pub columns: u16,
}

impl Block {
    /// Its paragraphs, those of a table cell by cell.
    pub fn paras_mut(&mut self) -> Vec<&mut Para> {
        match self {
            Self::Heading { para, .. } | Self::Paragraph(para) => vec![para],
            Self::Table { rows, .. } => {
                let cells = rows.iter_mut().flatten();
                cells.flat_map(|cell| &mut cell.paras).collect()
            }
        }
    }
}

impl Para {
    /// A paragraph of unmarked words.
    pub fn plain(at: u32, label: Option<&str>, text: &str) -> Self {
        Self {
            at,
            label: label.map(str::to_owned),
            wording: vec![Span::Same(text.to_owned())],
            since: None,
        }
    }
}

/// The spans in a line, with hidden words before what is inserted or deleted, so that the marks are
/// heard as well as seen.
pub fn spans(words: &Words, spans: &[Span]) -> Markup {
    html! {
        @for span in spans {
            @match span {
                Span::Same(text) => (text),
                Span::Inserted(text) => ins { span.vh { (words.t("wording-inserted")) " " } (text) },
                Span::Deleted(text) => del { span.vh { (words.t("wording-deleted")) " " } (text) },
                Span::Marked(text) => mark { (text) },
            }
        }
    }
}

/// A whole text: headings below the page's own, labels in the margin, tables as tables.
///
/// Only one rendering of a text per page may carry anchors.
pub fn blocks(words: &Words, blocks: &[Block], anchors: bool) -> Markup {
    html! { div.doc { @for block in blocks { (one(words, block, anchors)) } } }
}

fn one(words: &Words, block: &Block, anchors: bool) -> Markup {
    match block {
        Block::Heading { level, para } => {
            let inner = html! {
                @if let Some(label) = &para.label { span.label { (label) } " " }
                (spans(words, &para.wording))
            };
            let id = anchor(para, anchors);
            match level {
                0 | 1 => html! { h2.text id=[id] dir="auto" { (inner) } },
                2 => html! { h3.text id=[id] dir="auto" { (inner) } },
                _ => html! { h4.text id=[id] dir="auto" { (inner) } },
            }
        }
        Block::Paragraph(para) => html! {
            div.para.plain id=[anchor(para, anchors)] {
                div.no { @if let Some(label) = &para.label { (label) } }
                div {
                    p.text dir="auto" { (spans(words, &para.wording)) }
                    @if let Some(since) = &para.since { p.m { (since) } }
                }
            }
        },
        Block::Table { head, rows } => table(words, *head, rows, anchors),
    }
}

fn table(words: &Words, head: bool, rows: &[Vec<Cell>], anchors: bool) -> Markup {
    let (top, rest) = rows.split_at(usize::from(head && !rows.is_empty()));
    let cell = |cell: &Cell| {
        html! {
            @for para in &cell.paras {
                p id=[anchor(para, anchors)] dir="auto" { (spans(words, &para.wording)) }
            }
        }
    };
    let wide = |cell: &Cell| (cell.columns > 1).then_some(cell.columns);
    html! {
        div.scroll role="region" tabindex="0" aria-label=(words.t("wording-table")) {
            table.text {
                @if !top.is_empty() {
                    thead { @for row in top { tr { @for c in row { th scope="col" colspan=[wide(c)] { (cell(c)) } } } } }
                }
                tbody { @for row in rest { tr { @for c in row { td colspan=[wide(c)] { (cell(c)) } } } } }
            }
        }
    }
}

fn anchor(para: &Para, anchors: bool) -> Option<String> {
    anchors.then(|| format!("p{}", para.at))
}
