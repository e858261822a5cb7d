//! Marks and notes, put into the tree of a base.

use std::collections::{BTreeMap, BTreeSet};

use super::fragment::signed;
use super::inline::Inline;
use super::marks::{Action, Mark, Note, Sign, replacing};
use super::{blocks, rows};
use crate::read::Document;
use crate::story::{Story, View};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// A base while it is written into.
pub(super) struct Applying {
    pub(super) tree: Tree,
    pub(super) story: Story,
    next_revision: u32,
    /// First id of the notes.
    first_note: u32,
    /// Paragraphs (index) that are deleted, and by whom.
    pub(super) deleted: BTreeMap<usize, Sign>,
    /// Where each new block went: the next one for the same place goes behind it.
    pub(super) placed: BTreeMap<(usize, usize, bool), NodeId>,
    /// Marks (rank) whose last new paragraph is written into a deleted paragraph (index) that ends its
    /// cell or part, and so keeps its end.
    pub(super) adopted: BTreeMap<usize, usize>,
    /// New tables by the name of their group.
    pub(super) tables: BTreeMap<(usize, String), NodeId>,
}

/// Writes marks and notes into the body of a document without revisions. Note `i` bears the id
/// `first_note + i`.
pub(super) fn apply(
    document: &Document,
    marks: Vec<Mark>,
    notes: &[Note],
    first_note: u32,
) -> Tree {
    let tree = document.main_tree().clone();
    let story = document.story(View::Accept);
    let next_revision = next_id(&tree);
    let mut applying = Applying {
        tree,
        story,
        next_revision,
        first_note,
        deleted: BTreeMap::new(),
        placed: BTreeMap::new(),
        adopted: BTreeMap::new(),
        tables: BTreeMap::new(),
    };
    applying.run(marks, notes);
    applying.tree
}

/// The first number above all `w:id` of a part.
fn next_id(tree: &Tree) -> u32 {
    tree.descendants(tree.root())
        .filter(|n| !matches!(tree.tag(*n), Tag::Text | Tag::Misc) && tree.ns(*n) == Ns::W)
        .filter_map(|n| tree.attr(n, Ns::W, "id")?.parse::<u32>().ok())
        .filter(|id| *id < 0x4000_0000)
        .max()
        .map_or(1, |id| id + 1)
}

impl Applying {
    fn run(&mut self, marks: Vec<Mark>, notes: &[Note]) {
        let marks: Vec<Mark> = marks
            .into_iter()
            .flat_map(|m| replacing(&self.story, m))
            .collect();
        let mut inside: BTreeMap<usize, Vec<&Mark>> = BTreeMap::new();
        for mark in &marks {
            let Some(index) = mark.paragraph.checked_sub(1) else {
                continue;
            };
            match &mark.action {
                Action::Text { .. } | Action::Point { .. } => {
                    inside.entry(index).or_default().push(mark)
                }
                Action::DeleteParagraph => {
                    self.deleted.insert(index, mark.sign.clone());
                    inside.entry(index).or_default().push(mark);
                }
                Action::DeleteRow { paragraphs } => {
                    for held in rows::delete(self, index, *paragraphs, &mark.sign) {
                        inside.entry(held).or_default().push(mark);
                    }
                }
                Action::InsertParagraphs { .. } | Action::InsertRow { .. } => {}
            }
        }
        let mut remarks: BTreeMap<usize, Vec<(u32, usize, usize)>> = BTreeMap::new();
        for (index, note) in notes.iter().enumerate() {
            if let Some((paragraph, start, end)) = note.place {
                let last = self.story.paragraphs.len().saturating_sub(1);
                let at = paragraph.saturating_sub(1).min(last);
                remarks
                    .entry(at)
                    .or_default()
                    .push((self.note_id(index), start, end));
            }
        }
        let touched: BTreeSet<usize> = inside.keys().chain(remarks.keys()).copied().collect();
        for index in touched {
            let marks = inside.get(&index).map_or(&[][..], Vec::as_slice);
            let notes = remarks.get(&index).map_or(&[][..], Vec::as_slice);
            self.paragraph(index, marks, notes);
        }
        blocks::delete_marks(self, &marks);
        blocks::insert(self, &marks);
    }

    fn paragraph(&mut self, index: usize, marks: &[&Mark], notes: &[(u32, usize, usize)]) {
        let Some(paragraph) = self.story.paragraphs.get(index).cloned() else {
            return;
        };
        let length = paragraph.text.chars().count();
        let reach = |mark: &Mark| match &mark.action {
            Action::Text { start, end, .. } | Action::Point { start, end } => {
                (*start.min(&length), *end.min(&length))
            }
            _ => (0, length),
        };
        let mut borders = BTreeSet::new();
        for (_, start, end) in notes {
            borders.extend([*start.min(&length), *end.min(&length)]);
        }
        let mut cuts = borders.clone();
        for mark in marks {
            let (start, end) = reach(mark);
            cuts.extend([start, end]);
        }
        let mut tree = std::mem::replace(&mut self.tree, Tree::empty());
        let mut inline = Inline::new(&mut tree, &paragraph, &cuts);
        let mut made: Vec<Vec<NodeId>> = Vec::new();
        for mark in marks {
            let (start, end) = reach(mark);
            let deletes = !matches!(mark.action, Action::Point { .. });
            made.push(if deletes && start < end {
                inline.delete(start, end, &borders, &mut || self.sign(&mark.sign))
            } else {
                Vec::new()
            });
        }
        for (mark, made) in marks.iter().zip(&mut made) {
            if let Action::Text { after, .. } = &mark.action {
                let (start, end) = reach(mark);
                let sign = self.sign(&mark.sign);
                made.extend(inline.insert(end, after, (start < end).then_some(start), &sign));
            }
        }
        for (mark, made) in marks.iter().zip(&made) {
            let Some(note) = mark.note.filter(|_| self.is_first(mark, index)) else {
                continue;
            };
            match (made.first(), made.last()) {
                (Some(first), Some(last)) => inline.note_around(self.note_id(note), *first, *last),
                _ => {
                    let (start, end) = reach(mark);
                    inline.note_over(self.note_id(note), start, end);
                }
            }
        }
        for (id, start, end) in notes {
            inline.note_over(*id, (*start).min(length), (*end).min(length));
        }
        self.tree = tree;
    }

    /// A note on a row stands at its first paragraph alone.
    fn is_first(&self, mark: &Mark, index: usize) -> bool {
        mark.paragraph == index + 1
    }

    pub(super) fn note_id(&self, note: usize) -> u32 {
        self.first_note + note as u32
    }

    /// The attributes of a new mark.
    pub(super) fn sign(&mut self, sign: &Sign) -> String {
        let id = self.next_revision;
        self.next_revision += 1;
        signed(id, &sign.author, sign.date.as_deref())
    }

    /// The cell or part that holds a paragraph.
    pub(super) fn container(&self, n: NodeId) -> Option<NodeId> {
        self.tree.ancestors(n).find(|a| {
            matches!(
                self.tree.tag(*a),
                Tag::Tc | Tag::Body | Tag::Footnote | Tag::Endnote | Tag::TxbxContent
            )
        })
    }

    /// Whether two paragraphs (index) stand in the same cell or part.
    pub(super) fn together(&self, one: usize, other: usize) -> bool {
        let node = |index: usize| self.story.paragraphs.get(index).map(|p| p.node);
        match (node(one), node(other)) {
            (Some(one), Some(other)) => self.container(one) == self.container(other),
            _ => false,
        }
    }

    /// Whether no paragraph or table follows a paragraph in its cell or part.
    pub(super) fn is_last(&self, index: usize) -> bool {
        let Some(paragraph) = self.story.paragraphs.get(index) else {
            return false;
        };
        let Some(container) = self.container(paragraph.node) else {
            return false;
        };
        self.story
            .paragraphs
            .get(index + 1)
            .is_none_or(|next| !self.tree.ancestors(next.node).any(|a| a == container))
    }
}
