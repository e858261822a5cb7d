//! Where new and moved blocks go.

use super::apply::Applying;
use crate::model::Standing;
use crate::xml::{NodeId, Tag, Tree};

/// Where a new block goes.
pub(super) struct Place {
    pub(super) anchor: NodeId,
    pub(super) before: bool,
    /// Number of cells around it.
    pub(super) depth: usize,
    /// Names the place for later blocks.
    pub(super) key: (usize, usize, bool),
}

impl Place {
    /// Puts a block here, behind those that were put here before.
    pub(super) fn put(&self, applying: &mut Applying, n: NodeId) {
        match applying.placed.get(&self.key) {
            Some(last) => applying.tree.put_after(n, *last),
            None if self.before => applying.tree.put_before(n, self.anchor),
            None => applying.tree.put_after(n, self.anchor),
        }
        applying.placed.insert(self.key, n);
    }
}

/// The place behind a paragraph (0: before the first), as its standing says.
pub(super) fn place_of(
    applying: &Applying,
    paragraph: usize,
    standing: Option<Standing>,
) -> Option<Place> {
    let own = paragraph
        .checked_sub(1)
        .and_then(|index| applying.story.paragraphs.get(index));
    let next = applying.story.paragraphs.get(paragraph);
    let before = standing.map_or(own.is_none(), |s| s.before_next || own.is_none());
    let depth = standing.map_or_else(|| own.map_or(0, |p| p.cells.len()), |s| s.depth);
    let held = if before { next.or(own) } else { own.or(next) }?;
    let anchor = at_depth(&applying.tree, held.node, held.cells.len(), depth);
    Some(Place {
        anchor,
        before: before && next.is_some(),
        depth,
        key: (paragraph, depth, before),
    })
}

/// A paragraph, or the table around it at a depth.
fn at_depth(tree: &Tree, paragraph: NodeId, cells: usize, depth: usize) -> NodeId {
    if depth >= cells {
        return paragraph;
    }
    tree.ancestors(paragraph)
        .filter(|a| tree.tag(*a) == Tag::Tbl)
        .nth(cells - depth - 1)
        .unwrap_or(paragraph)
}

/// The paragraph whose properties a new one takes: the one before it, unless that is a heading and the
/// next one is none, or stands in another depth of tables.
pub(super) fn template_of(applying: &Applying, paragraph: usize, depth: usize) -> Option<NodeId> {
    let paragraphs = &applying.story.paragraphs;
    let fits = |index: &usize| {
        paragraphs
            .get(*index)
            .is_some_and(|p| p.cells.len() == depth)
    };
    let before = (0..paragraph).rev().find(fits);
    let after = (paragraph..paragraphs.len()).find(fits);
    let heading = |index: usize| paragraphs[index].heading.is_some();
    let chosen = match (before, after) {
        (Some(before), Some(after)) if heading(before) && !heading(after) => after,
        (Some(before), _) => before,
        (None, after) => after?,
    };
    Some(paragraphs[chosen].node)
}
