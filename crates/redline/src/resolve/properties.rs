//! Tracked changes of properties: the new ones stay, or the old ones come back.

use crate::story::View;
use crate::xml::{NodeId, Ns, Tag, Tree};

/// Resolves all `…PrChange` elements of a part.
pub(super) fn resolve(tree: &mut Tree, view: View) {
    let found: Vec<NodeId> = tree
        .descendants(tree.root())
        .filter(|n| tree.tag(*n).is_property_change())
        .collect();
    for change in found {
        if view == View::Reject
            && let Some(now) = tree.parent(change)
        {
            restore(tree, now, change);
        }
        tree.detach(change);
    }
}

/// Puts the properties that a change remembers in the place of the present ones.
fn restore(tree: &mut Tree, now: NodeId, change: NodeId) {
    // Elsewhere than in properties a change remembers nothing that could be put back.
    if !is_properties(tree.tag(now)) {
        return;
    }
    let before = tree
        .children(change)
        .find(|c| tree.tag(*c) == tree.tag(now));
    let Some(before) = before else { return };
    let present: Vec<NodeId> = tree.children(now).collect();
    for n in present {
        if n != change && !is_kept(tree, now, n) {
            tree.detach(n);
        }
    }
    // The schema puts what is kept behind the properties, but in `rPr` and `sectPr` in front of them.
    let front = matches!(tree.tag(now), Tag::RPr | Tag::SectPr);
    let old: Vec<NodeId> = tree.children(before).collect();
    for n in old.iter().rev().filter(|_| !front) {
        tree.prepend(*n, now);
    }
    for n in old.iter().filter(|_| front) {
        tree.append(*n, now);
    }
}

fn is_properties(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::PPr
            | Tag::RPr
            | Tag::SectPr
            | Tag::TblPr
            | Tag::TblGrid
            | Tag::TrPr
            | Tag::TcPr
            | Tag::TblPrEx
    )
}

/// What a remembered property element never holds: it stands beside the properties.
fn is_kept(tree: &Tree, properties: NodeId, n: NodeId) -> bool {
    let tag = tree.tag(n);
    match tree.tag(properties) {
        Tag::PPr => matches!(tag, Tag::RPr | Tag::SectPr),
        Tag::RPr | Tag::TrPr => matches!(tag, Tag::Ins | Tag::Del | Tag::MoveFrom | Tag::MoveTo),
        Tag::TcPr => matches!(tag, Tag::CellIns | Tag::CellDel | Tag::CellMerge),
        Tag::SectPr => {
            tree.ns(n) == Ns::W && matches!(tree.local(n), "headerReference" | "footerReference")
        }
        _ => false,
    }
}
