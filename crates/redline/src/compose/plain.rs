//! Texts that never were a Word file, as stories.

use crate::story::{Paragraph, Piece, Story};
use crate::xml::Tree;

/// A story of plain paragraphs: no tables, no revisions, one format.
#[must_use]
pub fn plain_story<T: AsRef<str>>(paragraphs: &[T]) -> Story {
    let paragraphs = paragraphs
        .iter()
        .map(|text| {
            let text = text.as_ref().to_owned();
            let end = text.chars().count();
            let piece = Piece {
                start: 0,
                end,
                node: Tree::TOP,
                revision: None,
                format: 0,
                wrap: 0,
                reformatted: None,
                field: false,
            };
            Paragraph {
                node: Tree::TOP,
                pieces: if end > 0 { vec![piece] } else { Vec::new() },
                text,
                cells: Vec::new(),
                style: None,
                heading: None,
                label: None,
                format: 0,
                reformatted: None,
                mark: None,
            }
        })
        .collect();
    Story {
        paragraphs,
        ..Story::default()
    }
}
