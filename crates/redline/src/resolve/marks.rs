//! Paragraphs whose marks were inserted or deleted: joined by the rules of the views.

use crate::story::View;
use crate::view::{chosen, is_dropped, is_taken};
use crate::xml::{NodeId, Tag, Tree};

/// Joins paragraphs whose mark is gone with what follows, and clears the other marks.
pub(super) fn resolve(tree: &mut Tree, root: NodeId, view: View) {
    let stories: Vec<NodeId> = tree
        .descendants(root)
        .filter(|n| is_story(tree.tag(*n)))
        .chain(std::iter::once(root).filter(|n| !is_story(tree.tag(*n))))
        .collect();
    for story in stories {
        let mut joining = Joining {
            tree,
            view,
            carry: Vec::new(),
            ends_in_paragraph: false,
        };
        joining.blocks(story);
        joining.end_container();
    }
}

/// A sequence of paragraphs of its own: joins never leave it.
fn is_story(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Body | Tag::Footnote | Tag::Endnote | Tag::Comment | Tag::TxbxContent
    )
}

struct Joining<'a> {
    tree: &'a mut Tree,
    view: View,
    /// Paragraphs whose marks are gone and that are joined to the next one all at once: one by one, the
    /// first one's content would be moved as often as there are paragraphs.
    carry: Vec<NodeId>,
    ends_in_paragraph: bool,
}

impl Joining<'_> {
    fn blocks(&mut self, container: NodeId) {
        let children: Vec<NodeId> = self.tree.children(container).collect();
        for n in children {
            match self.tree.tag(n) {
                Tag::P => self.paragraph(n),
                Tag::Tbl => {
                    self.flush(false);
                    let before = self.ends_in_paragraph;
                    self.blocks(n);
                    // A table without rows is taken out.
                    let rows = self.tree.descendants(n).any(|n| self.tree.tag(n) == Tag::P);
                    self.ends_in_paragraph = before && !rows;
                }
                Tag::Tc => {
                    self.flush(true);
                    self.ends_in_paragraph = false;
                    self.blocks(n);
                    self.end_container();
                }
                Tag::AlternateContent => {
                    if let Some(branch) = chosen(self.tree, n) {
                        self.blocks(branch);
                    }
                }
                Tag::PPr
                | Tag::RPr
                | Tag::SectPr
                | Tag::TblPr
                | Tag::TblGrid
                | Tag::TrPr
                | Tag::TcPr
                | Tag::TblPrEx
                | Tag::Text
                | Tag::Misc => {}
                tag if is_story(tag) => {}
                _ => self.blocks(n),
            }
        }
    }

    fn paragraph(&mut self, n: NodeId) {
        if self.clear_marks(n) {
            self.carry.push(n);
        } else {
            self.join_to(n);
            self.ends_in_paragraph = true;
        }
    }

    /// Takes the revision marks off a paragraph's own mark; says whether it is gone.
    fn clear_marks(&mut self, n: NodeId) -> bool {
        let marks = self
            .tree
            .child(n, Tag::PPr)
            .and_then(|p| self.tree.child(p, Tag::RPr));
        let Some(marks) = marks else { return false };
        let found: Vec<NodeId> = self
            .tree
            .children(marks)
            .filter(|c| {
                let tag = self.tree.tag(*c);
                is_dropped(tag, self.view) || is_taken(tag, self.view)
            })
            .collect();
        let gone = found
            .iter()
            .any(|c| is_dropped(self.tree.tag(*c), self.view));
        for mark in found {
            self.tree.detach(mark);
        }
        gone
    }

    /// Puts the content of the paragraphs whose marks are gone in front of another one's, which keeps its
    /// properties.
    fn join_to(&mut self, second: NodeId) {
        let joined = std::mem::take(&mut self.carry);
        let content: Vec<NodeId> = joined
            .iter()
            .flat_map(|first| self.tree.children(*first))
            .filter(|c| self.tree.tag(*c) != Tag::PPr)
            .collect();
        match self.tree.child(second, Tag::PPr) {
            Some(properties) => {
                for n in content.into_iter().rev() {
                    self.tree.put_after(n, properties);
                }
            }
            None => {
                for n in content.into_iter().rev() {
                    self.tree.prepend(n, second);
                }
            }
        }
        for first in joined {
            self.take_out(first);
        }
    }

    fn end_container(&mut self) {
        let keep_empty = !self.ends_in_paragraph;
        self.flush(keep_empty);
    }

    fn flush(&mut self, keep_empty: bool) {
        let Some(n) = self.carry.pop() else { return };
        self.join_to(n);
        if keep_empty || has_text(self.tree, n) {
            self.ends_in_paragraph = true;
            return;
        }
        let markers: Vec<NodeId> = self
            .tree
            .children(n)
            .filter(|c| {
                matches!(
                    self.tree.tag(*c),
                    Tag::BookmarkStart
                        | Tag::BookmarkEnd
                        | Tag::CommentRangeStart
                        | Tag::CommentRangeEnd
                )
            })
            .collect();
        for marker in markers {
            self.tree.put_before(marker, n);
        }
        self.take_out(n);
    }

    /// Takes a paragraph out, and a content control that it leaves empty.
    fn take_out(&mut self, n: NodeId) {
        let parent = self.tree.parent(n);
        self.tree.detach(n);
        if let Some(content) = parent.filter(|p| self.tree.tag(*p) == Tag::SdtContent)
            && self
                .tree
                .children(content)
                .all(|c| matches!(self.tree.tag(c), Tag::Text | Tag::Misc))
            && let Some(control) = self.tree.parent(content)
            && self.tree.tag(control) == Tag::Sdt
        {
            self.tree.detach(control);
        }
    }
}

/// Whether a paragraph without revisions shows any character in the views.
fn has_text(tree: &Tree, n: NodeId) -> bool {
    tree.children(n).any(|c| match tree.tag(c) {
        Tag::T | Tag::DelText => !tree.text(c).is_empty(),
        Tag::Tab
        | Tag::Br
        | Tag::Cr
        | Tag::FootnoteReference
        | Tag::EndnoteReference
        | Tag::Drawing
        | Tag::Pict
        | Tag::OMath => true,
        Tag::RPr | Tag::PPr | Tag::P | Tag::InstrText | Tag::DelInstrText | Tag::TxbxContent => {
            false
        }
        Tag::AlternateContent => chosen(tree, c).is_some_and(|b| has_text(tree, b)),
        _ => has_text(tree, c),
    })
}
