//! Complex fields in a paragraph that is changed: whole ones go whole, and new text stays outside.

use std::collections::BTreeMap;

use super::inline::Inline;
use crate::xml::{NodeId, Ns, Tag, Tree};

/// A field that begins and ends in the paragraph.
#[derive(Default)]
pub(super) struct Field {
    /// Runs that hold its marks and its code.
    runs: Vec<NodeId>,
    /// Offsets of its result.
    start: Option<usize>,
    end: usize,
}

/// The runs of marks and codes of those fields whose whole result lies in a stretch: without them a
/// deleted result would come back at the next refresh.
pub(super) fn machinery(inline: &Inline<'_>, start: usize, end: usize) -> Vec<NodeId> {
    let tree: &Tree = inline.tree;
    let whole = |field: &&Field| field.start.is_some_and(|s| s >= start) && field.end <= end;
    let whole = inline.fields.iter().filter(whole);
    let mut runs: Vec<NodeId> = whole.flat_map(|field| field.runs.iter().copied()).collect();
    runs.retain(|r| tree.parent(*r).is_none_or(|p| tree.tag(p) != Tag::Del));
    runs.retain(|r| !inline.segments.iter().any(|s| s.unit == *r));
    runs.dedup();
    runs
}

/// The fields that begin and end in a paragraph and show something.
pub(super) fn of(inline: &Inline<'_>) -> Vec<Field> {
    let tree: &Tree = inline.tree;
    let mut marks = tree.descendants(inline.node);
    if !tree.may_hold(|tag| tag == Tag::FldChar) || !marks.any(|n| tree.tag(n) == Tag::FldChar) {
        return Vec::new();
    }
    let offsets: BTreeMap<NodeId, (usize, usize)> = inline
        .segments
        .iter()
        .map(|s| (s.leaf, (s.start, s.end)))
        .collect();
    let mut open: Vec<Field> = Vec::new();
    let mut closed = Vec::new();
    for n in tree.descendants(inline.node) {
        match tree.tag(n) {
            Tag::FldChar => {
                let kind = tree.attr(n, Ns::W, "fldCharType");
                if kind.as_deref() == Some("begin") {
                    open.push(Field::default());
                }
                note_run(tree, &mut open, n);
                if kind.as_deref() == Some("end")
                    && let Some(field) = open.pop()
                {
                    if let (Some(outer), Some(start)) = (open.last_mut(), field.start) {
                        outer.start.get_or_insert(start);
                        outer.end = field.end;
                    }
                    closed.push(field);
                }
            }
            Tag::InstrText => note_run(tree, &mut open, n),
            _ => {
                if let (Some((from, to)), Some(field)) = (offsets.get(&n), open.last_mut()) {
                    field.start.get_or_insert(*from);
                    field.end = *to;
                }
            }
        }
    }
    closed
}

fn note_run(tree: &Tree, open: &mut [Field], n: NodeId) {
    if let (Some(field), Some(run)) = (open.last_mut(), tree.parent(n))
        && tree.tag(run) == Tag::R
        && field.runs.last() != Some(&run)
    {
        field.runs.push(run);
    }
}

/// The last end of a field between `node` and the text to its right, or `node`.
pub(super) fn behind_ends(tree: &Tree, node: NodeId, right: Option<NodeId>) -> NodeId {
    let mut behind = node;
    let mut depth = 0_usize;
    let mut at = tree.next(node);
    while let Some(n) = at {
        let shows = |r: NodeId| r == n || tree.ancestors(r).any(|a| a == n);
        if right.is_some_and(shows) {
            break;
        }
        for below in std::iter::once(n).chain(tree.descendants(n)) {
            if tree.tag(below) != Tag::FldChar {
                continue;
            }
            match tree.attr(below, Ns::W, "fldCharType").as_deref() {
                Some("begin") => depth += 1,
                Some("end") if depth == 0 => behind = n,
                Some("end") => depth -= 1,
                _ => {}
            }
        }
        at = tree.next(n);
    }
    behind
}
