//! All revisions of a part taken or refused, in the file itself. What no revision touches keeps its bytes.

mod marks;
mod properties;

use std::collections::BTreeSet;

use crate::read::Document;
use crate::story::View;
use crate::view::{is_dropped, is_taken};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// Relationship kinds of the parts, beside the main one, in which revisions are resolved.
const RESOLVED: &[&str] = &["footnotes", "endnotes", "header", "footer", "comments"];

impl Document {
    /// The file with every revision taken: insertions are text, deletions are gone, property changes
    /// hold.
    #[must_use]
    pub fn accept(&self) -> Vec<u8> {
        self.resolved(View::Accept).package.write()
    }

    /// The file with every revision refused.
    #[must_use]
    pub fn reject(&self) -> Vec<u8> {
        self.resolved(View::Reject).package.write()
    }

    /// Whether the body has revisions that nobody took or refused.
    #[must_use]
    pub fn has_revisions(&self) -> bool {
        let tree = self.main_tree();
        tree.may_hold(is_mark) && tree.descendants(self.body()).any(|n| is_mark(tree.tag(n)))
    }

    /// This file without revisions: as [`Document::accept`] or [`Document::reject`], already open.
    #[must_use]
    pub fn resolved(&self, view: View) -> Self {
        let mut document = self.clone();
        let notes = references(self.main_tree());
        let others = RESOLVED
            .iter()
            .filter_map(|kind| self.related.get(kind))
            .flatten();
        for name in std::iter::once(&self.main).chain(others) {
            if let Some(tree) = document.trees.get_mut(name) {
                resolve(tree, view);
                if tree.is_changed() {
                    document.package.set(name, tree.write());
                }
            }
        }
        let left = references(document.main_tree());
        document.drop_notes(&notes.difference(&left).cloned().collect());
        document
    }

    /// Takes out the notes that have lost their reference.
    fn drop_notes(&mut self, gone: &BTreeSet<(Tag, String)>) {
        for (kind, tag) in [("footnotes", Tag::Footnote), ("endnotes", Tag::Endnote)] {
            let name = self
                .related
                .get(kind)
                .and_then(|names| names.first().cloned());
            let Some((name, tree)) = name.and_then(|name| {
                let tree = self.trees.get_mut(&name)?;
                Some((name, tree))
            }) else {
                continue;
            };
            let lost: Vec<NodeId> = tree
                .children(tree.root())
                .filter(|n| tree.tag(*n) == tag)
                .filter(|n| {
                    let id = tree.attr(*n, Ns::W, "id").map(String::from);
                    id.is_some_and(|id| gone.contains(&(tag, id)))
                })
                .collect();
            for n in lost {
                tree.detach(n);
            }
            if tree.is_changed() {
                self.package.set(&name, tree.write());
            }
        }
    }
}

/// The notes that a body refers to: what they are, and their ids.
fn references(tree: &Tree) -> BTreeSet<(Tag, String)> {
    let found = tree.descendants(tree.root()).filter_map(|n| {
        let tag = match tree.tag(n) {
            Tag::FootnoteReference => Tag::Footnote,
            Tag::EndnoteReference => Tag::Endnote,
            _ => return None,
        };
        Some((tag, tree.attr(n, Ns::W, "id")?.into_owned()))
    });
    found.collect()
}

/// Resolves every revision of a part.
pub(crate) fn resolve(tree: &mut Tree, view: View) {
    let root = tree.root();
    properties::resolve(tree, view);
    let found: Vec<NodeId> = tree
        .descendants(root)
        .filter(|n| is_mark(tree.tag(*n)))
        .collect();
    for n in found {
        let tag = tree.tag(n);
        let parent = tree.parent(n).map_or(Tag::Other, |p| tree.tag(p));
        match parent {
            // Marks of paragraphs are resolved with the joins below.
            Tag::RPr => {}
            Tag::TrPr => row(tree, n, view),
            Tag::NumPr => numbering(tree, n, view),
            _ if tag.is_revision_range() || is_cell_mark(tag) => tree.detach(n),
            _ if is_taken(tag, view) => tree.unwrap(n),
            _ if is_dropped(tag, view) => drop_content(tree, n),
            _ => {}
        }
    }
    marks::resolve(tree, root, view);
    keep_shape(tree, root);
    let deleted: Vec<NodeId> = tree
        .descendants(root)
        .filter(|n| matches!(tree.tag(*n), Tag::DelText | Tag::DelInstrText))
        .collect();
    for n in deleted {
        match tree.tag(n) {
            Tag::DelText => tree.rename(n, Tag::T, "t"),
            _ => tree.rename(n, Tag::InstrText, "instrText"),
        }
    }
}

fn is_cell_mark(tag: Tag) -> bool {
    matches!(tag, Tag::CellIns | Tag::CellDel | Tag::CellMerge)
}

/// An element that records a revision.
pub(crate) fn is_mark(tag: Tag) -> bool {
    matches!(tag, Tag::Ins | Tag::Del | Tag::MoveFrom | Tag::MoveTo)
        || tag.is_property_change()
        || tag.is_revision_range()
        || is_cell_mark(tag)
}

/// A tracked row: gone, or a row like any other.
fn row(tree: &mut Tree, mark: NodeId, view: View) {
    let row = tree
        .parent(mark)
        .and_then(|properties| tree.parent(properties))
        .filter(|row| tree.tag(*row) == Tag::Tr);
    if is_dropped(tree.tag(mark), view)
        && let Some(row) = row
    {
        tree.detach(row);
    } else {
        tree.detach(mark);
    }
}

/// Inserted numbering: refused, the paragraph has none.
fn numbering(tree: &mut Tree, mark: NodeId, view: View) {
    match tree.parent(mark) {
        Some(numbering) if is_dropped(tree.tag(mark), view) => tree.detach(numbering),
        _ => tree.detach(mark),
    }
}

/// Takes content out, but leaves what only marks a place for others: bookmarks and comments.
fn drop_content(tree: &mut Tree, n: NodeId) {
    let kept: Vec<NodeId> = tree
        .descendants(n)
        .filter_map(|below| match tree.tag(below) {
            Tag::BookmarkStart
            | Tag::BookmarkEnd
            | Tag::CommentRangeStart
            | Tag::CommentRangeEnd => Some(below),
            Tag::CommentReference => tree.parent(below).filter(|p| tree.tag(*p) == Tag::R),
            _ => None,
        })
        .collect();
    for marker in kept {
        tree.put_before(marker, n);
    }
    tree.detach(n);
}

/// What Word needs to open a file: no table without rows, no cell that does not end in a paragraph.
fn keep_shape(tree: &mut Tree, root: NodeId) {
    let empty: Vec<NodeId> = tree
        .descendants(root)
        .filter(|n| tree.tag(*n) == Tag::Tbl && !has(tree, *n, Tag::Tr, Tag::Tbl))
        .collect();
    for table in empty {
        tree.detach(table);
    }
    let open: Vec<NodeId> = tree
        .descendants(root)
        .filter(|n| tree.tag(*n) == Tag::Tc && !ends_in_paragraph(tree, *n))
        .collect();
    for cell in open {
        let fragment = format!("<w:p{}/>", tree.word_declaration(cell));
        let paragraph = tree.raw(Tag::P, fragment);
        tree.append(paragraph, cell);
    }
}

/// Whether a tag stands below `n`, not counting what stands in a further `border`.
fn has(tree: &Tree, n: NodeId, wanted: Tag, border: Tag) -> bool {
    tree.children(n).any(|c| {
        let tag = tree.tag(c);
        tag == wanted || (tag != border && has(tree, c, wanted, border))
    })
}

fn ends_in_paragraph(tree: &Tree, cell: NodeId) -> bool {
    let blocks = |n: &NodeId| matches!(tree.tag(*n), Tag::P | Tag::Tbl | Tag::Sdt | Tag::AltChunk);
    match tree.children(cell).filter(blocks).last() {
        Some(last) => tree.tag(last) != Tag::Tbl,
        None => has(tree, cell, Tag::P, Tag::Tbl),
    }
}
