//! Changes inside one paragraph: runs are cut at the borders of the changes, and only there.

use std::collections::{BTreeMap, BTreeSet};

use super::fields;
use super::fragment::runs;
use crate::story::Paragraph;
use crate::xml::{NodeId, Ns, Tag, Tree};

/// How text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    Deleted,
    /// It comes again elsewhere.
    Moved,
}

/// A leaf of the paragraph with the run that holds it.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) leaf: NodeId,
    /// The run (or formula) that is marked as a whole.
    pub(super) unit: NodeId,
    /// The mark of deletion around the unit.
    wrapped: Option<NodeId>,
}

/// A paragraph in the hands of the writer.
pub(super) struct Inline<'t> {
    pub(super) tree: &'t mut Tree,
    pub(super) node: NodeId,
    pub(super) segments: Vec<Segment>,
    declaration: String,
    /// Its complex fields that begin and end in it.
    pub(super) fields: Vec<fields::Field>,
    /// The last mark of a note behind each node that notes end at.
    noted: BTreeMap<NodeId, NodeId>,
    /// The node behind which notes at an offset go: found once, for a return may bring very many.
    note_slots: BTreeMap<usize, NodeId>,
    /// The node behind which the next insertion at an offset goes.
    inserted: BTreeMap<usize, NodeId>,
}

impl<'t> Inline<'t> {
    /// Cuts the paragraph's runs at these offsets.
    pub(super) fn new(tree: &'t mut Tree, paragraph: &Paragraph, cuts: &BTreeSet<usize>) -> Self {
        let node = paragraph.node;
        let declaration = tree.word_declaration(node);
        let segments = paragraph
            .pieces
            .iter()
            .map(|piece| Segment {
                start: piece.start,
                end: piece.end,
                leaf: piece.node,
                unit: unit_of(tree, piece.node, node),
                wrapped: None,
            })
            .collect();
        let mut inline = Self {
            tree,
            node,
            segments,
            declaration,
            fields: Vec::new(),
            noted: BTreeMap::new(),
            note_slots: BTreeMap::new(),
            inserted: BTreeMap::new(),
        };
        for cut in cuts {
            inline.cut(*cut);
        }
        inline.fields = fields::of(&inline);
        inline
    }

    /// Rank of the first segment that ends behind an offset.
    fn rank(&self, at: usize) -> usize {
        self.segments.partition_point(|s| s.end <= at)
    }

    fn cut(&mut self, at: usize) {
        let mut index = self.rank(at);
        let Some(segment) = self.segments.get(index) else {
            return;
        };
        if segment.start < at {
            self.cut_leaf(index, at);
            index += 1;
        }
        let Some(before) = index.checked_sub(1) else {
            return;
        };
        if self.segments[before].unit == self.segments[index].unit {
            self.cut_run(index);
        }
    }

    fn cut_leaf(&mut self, index: usize, at: usize) {
        let Segment {
            start,
            end,
            leaf,
            unit,
            ..
        } = self.segments[index].clone();
        let text = self.tree.text(leaf);
        let head: String = text.chars().take(at - start).collect();
        let tail: String = text.chars().skip(at - start).collect();
        let second = self.tree.copy_shell(leaf);
        for (node, text) in [(leaf, &head), (second, &tail)] {
            self.tree.set_attribute(node, "xml:space", "preserve");
            self.tree.set_text(node, text);
        }
        self.tree.put_after(second, leaf);
        self.segments[index].end = at;
        self.segments.insert(
            index + 1,
            Segment {
                start: at,
                end,
                leaf: second,
                unit,
                wrapped: None,
            },
        );
    }

    /// Moves a leaf and what follows it in its run into a run of their own.
    fn cut_run(&mut self, index: usize) {
        let Segment { leaf, unit, .. } = self.segments[index].clone();
        let item = child_above(self.tree, leaf, unit);
        let Some(item) = item.filter(|i| *i != unit && self.tree.prev(*i).is_some()) else {
            return;
        };
        let mut before = self.segments[..index].iter().rev();
        let held = before
            .by_ref()
            .take_while(|s| s.unit == unit)
            .any(|s| child_above(self.tree, s.leaf, unit) == Some(item));
        if held || self.tree.tag(unit) != Tag::R {
            return;
        }
        let second = self.tree.copy_shell(unit);
        if let Some(properties) = self.tree.child(unit, Tag::RPr) {
            let copy = self.tree.copy(properties);
            self.tree.append(copy, second);
        }
        let mut at = Some(item);
        while let Some(n) = at {
            at = self.tree.next(n);
            self.tree.append(n, second);
        }
        self.tree.put_after(second, unit);
        let behind = self.segments[index..].iter_mut();
        for segment in behind.take_while(|s| s.unit == unit) {
            segment.unit = second;
        }
    }

    /// Marks a stretch as gone; gives the marks. A mark never crosses an offset of `borders`.
    pub(super) fn delete(
        &mut self,
        gone: Gone,
        start: usize,
        end: usize,
        borders: &BTreeSet<usize>,
        sign: &mut dyn FnMut() -> String,
    ) -> Vec<NodeId> {
        let mut marks: Vec<NodeId> = Vec::new();
        for index in self.segments.partition_point(|s| s.start < start)..self.segments.len() {
            if self.segments[index].start >= end {
                break;
            }
            let Segment {
                start: from,
                end: to,
                unit,
                wrapped,
                ..
            } = self.segments[index].clone();
            if to > end || wrapped.is_some() {
                continue;
            }
            let joined = marks
                .last()
                .copied()
                .filter(|mark| self.tree.next(*mark) == Some(unit) && !borders.contains(&from));
            let mark = match joined {
                Some(mark) => {
                    self.tree.append(unit, mark);
                    mark
                }
                None => {
                    let mark = self.wrap_gone(gone, unit, &sign());
                    marks.push(mark);
                    mark
                }
            };
            self.rename_gone(gone, unit);
            let same = self.segments[index..].iter_mut();
            for segment in same.take_while(|s| s.unit == unit) {
                segment.wrapped = Some(mark);
            }
        }
        for run in fields::machinery(self, start, end) {
            let mark = self.wrap_gone(gone, run, &sign());
            self.rename_gone(gone, run);
            marks.push(mark);
        }
        marks
    }

    fn wrap_gone(&mut self, gone: Gone, n: NodeId, sign: &str) -> NodeId {
        let (name, tag) = match gone {
            Gone::Deleted => ("del", Tag::Del),
            Gone::Moved => ("moveFrom", Tag::MoveFrom),
        };
        let open = format!("<w:{name}{} {sign}>", self.declaration);
        self.tree.wrap(n, tag, &open, &format!("</w:{name}>"))
    }

    /// Deleted text has a name of its own; moved text keeps its, and so does that of a text box in the unit.
    fn rename_gone(&mut self, gone: Gone, unit: NodeId) {
        if gone == Gone::Moved {
            return;
        }
        let found: Vec<NodeId> = self
            .tree
            .descendants(unit)
            .filter(|n| matches!(self.tree.tag(*n), Tag::T | Tag::InstrText))
            .filter(|n| {
                let mut above = self.tree.ancestors(*n).take_while(|a| *a != unit);
                !above.any(|a| self.tree.tag(a) == Tag::TxbxContent)
            })
            .collect();
        for n in found {
            match self.tree.tag(n) {
                Tag::T => self.tree.rename(n, Tag::DelText, "delText"),
                _ => self.tree.rename(n, Tag::DelInstrText, "delInstrText"),
            }
        }
    }

    /// Inserts text at an offset, behind what was inserted there before. `like` is the offset whose
    /// formatting it takes. `None` for nothing that can be written.
    pub(super) fn insert(
        &mut self,
        at: usize,
        (text, objects): (&str, &[String]),
        like: Option<usize>,
        sign: &str,
    ) -> Option<NodeId> {
        let (behind, left) = self.slot(at);
        let properties = self.properties(at, like, left);
        let content = runs(text, objects, &properties);
        if content.is_empty() {
            return None;
        }
        let fragment = format!("<w:ins{} {sign}>{content}</w:ins>", self.declaration);
        let mark = self.tree.raw(Tag::Ins, fragment);
        self.put(mark, behind);
        self.inserted.insert(at, mark);
        Some(mark)
    }

    /// Puts runs that come from elsewhere at an offset, behind what was inserted there before.
    pub(super) fn bring(&mut self, at: usize, content: &str, sign: &str) -> Option<NodeId> {
        if content.is_empty() {
            return None;
        }
        let (behind, _) = self.slot(at);
        let declaration = &self.declaration;
        let fragment = format!("<w:moveTo{declaration} {sign}>{content}</w:moveTo>");
        let mark = self.tree.raw(Tag::MoveTo, fragment);
        self.put(mark, behind);
        self.inserted.insert(at, mark);
        Some(mark)
    }

    /// Puts a node of nothing at the place where the paragraph is to be split, behind what was inserted
    /// there before; links and controls round that place are cut in two.
    pub(super) fn split_place(&mut self, at: usize) -> NodeId {
        let marker = self.tree.raw(Tag::Misc, "");
        let (behind, _) = self.slot(at);
        self.put(marker, behind);
        while let Some(parent) = self.tree.parent(marker).filter(|p| *p != self.node) {
            let second = self.tree.copy_shell(parent);
            let mut next = self.tree.next(marker);
            while let Some(n) = next {
                next = self.tree.next(n);
                self.tree.append(n, second);
            }
            self.tree.put_after(marker, parent);
            self.tree.put_after(second, marker);
        }
        self.inserted.insert(at, marker);
        marker
    }

    /// The runs that hold a stretch.
    pub(super) fn runs(&self, start: usize, end: usize) -> Vec<NodeId> {
        let inside = self
            .segments
            .iter()
            .filter(|s| s.start >= start && s.end <= end);
        let mut runs: Vec<NodeId> = inside
            .map(|s| s.unit)
            .filter(|unit| self.tree.tag(*unit) == Tag::R)
            .collect();
        runs.dedup();
        runs
    }

    /// Puts comment marks around nodes.
    pub(super) fn note_around(&mut self, id: u32, first: NodeId, last: NodeId) {
        let [start, end, reference] = self.note_marks(id);
        self.tree.put_before(start, first);
        // A note that is put later ends later: an answer stands behind what it answers.
        let behind = self.noted.get(&last).copied().unwrap_or(last);
        self.tree.put_after(end, behind);
        self.tree.put_after(reference, end);
        self.noted.insert(last, reference);
    }

    /// Puts comment marks around a stretch of text.
    pub(super) fn note_over(&mut self, id: u32, start: usize, end: usize) {
        let inside = |s: &&Segment| s.start >= start && s.end <= end;
        let node = |s: &Segment| s.wrapped.unwrap_or(s.unit);
        let from = self.segments.partition_point(|s| s.start < start);
        let to = self.segments.partition_point(|s| s.end <= end);
        let first = self.segments.get(from).filter(inside).map(node);
        let last = to.checked_sub(1).and_then(|to| self.segments.get(to));
        let last = last.filter(inside).map(node);
        match (first, last) {
            (Some(first), Some(last)) if start < end => self.note_around(id, first, last),
            _ => {
                let [start_mark, end_mark, reference] = self.note_marks(id);
                let known = self.note_slots.get(&start).copied();
                let behind = known.or_else(|| self.slot(start).0);
                let after = behind.map(|node| self.noted.get(&node).copied().unwrap_or(node));
                self.put(start_mark, after);
                self.tree.put_after(end_mark, start_mark);
                self.tree.put_after(reference, end_mark);
                if let Some(behind) = behind {
                    self.noted.insert(behind, reference);
                }
                self.note_slots.insert(start, behind.unwrap_or(reference));
            }
        }
    }

    fn note_marks(&mut self, id: u32) -> [NodeId; 3] {
        let d = self.declaration.clone();
        [
            self.tree.raw(
                Tag::CommentRangeStart,
                format!("<w:commentRangeStart{d} w:id=\"{id}\"/>"),
            ),
            self.tree.raw(
                Tag::CommentRangeEnd,
                format!("<w:commentRangeEnd{d} w:id=\"{id}\"/>"),
            ),
            self.tree.raw(
                Tag::R,
                format!("<w:r{d}><w:commentReference w:id=\"{id}\"/></w:r>"),
            ),
        ]
    }

    /// Puts a node behind another, or first in the paragraph.
    fn put(&mut self, n: NodeId, behind: Option<NodeId>) {
        match behind.or_else(|| self.tree.child(self.node, Tag::PPr)) {
            Some(behind) => self.tree.put_after(n, behind),
            None => self.tree.prepend(n, self.node),
        }
    }

    /// The node behind which text at an offset goes (`None`: first in the paragraph), and whether it
    /// stands directly behind the text on its left. Never inside a link, a field or a content control
    /// that ends or begins there.
    fn slot(&self, at: usize) -> (Option<NodeId>, bool) {
        if let Some(last) = self.inserted.get(&at) {
            return (Some(*last), true);
        }
        let rank = self.rank(at);
        let Some(left) = rank.checked_sub(1).and_then(|left| self.segments.get(left)) else {
            return (self.first_slot(), false);
        };
        let right = self
            .segments
            .get(self.segments.partition_point(|s| s.start < at));
        let right = right.map(|s| s.unit);
        let mut node = left.wrapped.unwrap_or(left.unit);
        let mut beside = true;
        while let Some(parent) = self.tree.parent(node).filter(|p| *p != self.node) {
            if right.is_some_and(|r| self.tree.ancestors(r).any(|a| a == parent)) {
                break;
            }
            node = parent;
            beside = false;
        }
        let behind = fields::behind_ends(self.tree, node, right);
        (Some(behind), beside && behind == node)
    }

    /// In a paragraph without text in front: its start, but behind nothing that shows.
    fn first_slot(&self) -> Option<NodeId> {
        if self.segments.is_empty() {
            return self.tree.children(self.node).last();
        }
        None
    }

    /// The run properties for text at an offset, as written.
    fn properties(&self, at: usize, like: Option<usize>, left: bool) -> String {
        let text = |s: &&Segment| matches!(self.tree.tag(s.leaf), Tag::T | Tag::DelText | Tag::Tab);
        let find = |offset: usize| self.segments.get(self.rank(offset));
        let same = like.and_then(find).filter(text);
        let before = self.rank(at).checked_sub(1);
        let before = before.and_then(|rank| self.segments.get(rank)).filter(text);
        let after = self.segments.partition_point(|s| s.start < at);
        let after = self.segments.get(after).filter(text);
        let source = same.or(if left {
            before.or(after)
        } else {
            after.or(before)
        });
        match source {
            Some(segment) => run_properties(self.tree, segment.unit),
            None => mark_properties(self.tree, self.node),
        }
    }
}

/// `w:rPr` of a run as written.
pub(super) fn run_properties(tree: &Tree, run: NodeId) -> String {
    match tree.child(run, Tag::RPr) {
        Some(properties) => format!("<w:rPr>{}</w:rPr>", plain_children(tree, properties)),
        None => String::new(),
    }
}

/// The properties of a paragraph's mark as those of a run.
pub(super) fn mark_properties(tree: &Tree, paragraph: NodeId) -> String {
    let mark = tree
        .child(paragraph, Tag::PPr)
        .and_then(|p| tree.child(p, Tag::RPr));
    let inner = mark.map(|m| plain_children(tree, m)).unwrap_or_default();
    if inner.is_empty() {
        inner
    } else {
        format!("<w:rPr>{inner}</w:rPr>")
    }
}

/// The children of a property element without marks of revisions.
pub(super) fn plain_children(tree: &Tree, properties: NodeId) -> String {
    tree.children(properties)
        .filter(|c| !crate::resolve::is_mark(tree.tag(*c)))
        .map(|c| tree.write_one(c))
        .collect()
}

/// The outermost run around a leaf, or the formula, or the leaf itself.
fn unit_of(tree: &Tree, leaf: NodeId, paragraph: NodeId) -> NodeId {
    let mut unit = leaf;
    let mut run = None;
    for above in tree.ancestors(leaf).take_while(|a| *a != paragraph) {
        match tree.tag(above) {
            Tag::R if tree.ns(above) == Ns::W => run = Some(above),
            Tag::OMathPara => unit = above,
            _ => {}
        }
    }
    run.unwrap_or(unit)
}

/// The child of `top` that is or holds `n`.
fn child_above(tree: &Tree, n: NodeId, top: NodeId) -> Option<NodeId> {
    if tree.parent(n) == Some(top) {
        return Some(n);
    }
    tree.ancestors(n).find(|a| tree.parent(*a) == Some(top))
}
