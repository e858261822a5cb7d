//! A paragraph while its text is gathered.

use crate::story::Piece;
use crate::xml::{NodeId, Tree};

/// A paragraph in the making: its own pieces, or those of paragraphs before it whose marks are gone.
pub(super) struct Open {
    pub(super) node: NodeId,
    pub(super) text: String,
    pub(super) length: usize,
    pub(super) pieces: Vec<Piece>,
}

impl Default for Open {
    fn default() -> Self {
        Self {
            node: Tree::TOP,
            text: String::new(),
            length: 0,
            pieces: Vec::new(),
        }
    }
}

impl Open {
    /// Without its text, with its memory.
    pub(super) fn emptied(mut self) -> Self {
        self.text.clear();
        self.pieces.clear();
        self.length = 0;
        self
    }
}
