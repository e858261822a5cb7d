//! Marks and notes, put into the tree of a part of a base.

use std::collections::{BTreeMap, BTreeSet};

use super::fragment::signed;
use super::inline::{Gone, Inline};
use super::marks::{Mark, Note, Sign, replacing};
use super::{blocks, moved_words, moves, objects, properties, rows};
use crate::edit::Whole;
use crate::story::{Properties, Story};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// A part of a base while it is written into.
pub(super) struct Applying {
    pub(super) tree: Tree,
    pub(super) story: Story,
    next_revision: u32,
    /// First id of the notes.
    first_note: u32,
    /// Paragraphs (index) that go, how, and by whom.
    pub(super) deleted: BTreeMap<usize, (Gone, Sign)>,
    /// Where each new block went: the next one for the same place goes behind it.
    pub(super) placed: BTreeMap<(usize, usize, bool), NodeId>,
    /// Marks (rank) whose last new paragraph is written into a deleted paragraph (index) that ends its
    /// cell or part, and so keeps its end.
    pub(super) adopted: BTreeMap<usize, usize>,
    /// New tables by the name of their group.
    pub(super) tables: BTreeMap<(usize, String), NodeId>,
    /// How many columns the new table of each group has.
    pub(super) columns: BTreeMap<String, usize>,
    /// Copies of moved paragraphs, by the rank of their marks.
    pub(super) copies: BTreeMap<usize, moves::Copy>,
    /// Runs that come from elsewhere, by the name of their move.
    brought: BTreeMap<String, String>,
    /// Where paragraphs are split (a node at the place), and by whom.
    splits: Vec<(NodeId, Sign)>,
}

/// Writes marks into a part whose text is `story`, and notes. Note `i` bears the id `first_note + i`.
pub(super) fn apply(
    tree: Tree,
    story: Story,
    marks: Vec<Mark>,
    notes: &[Note],
    first_note: u32,
) -> Tree {
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
        columns: columns(&marks),
        copies: BTreeMap::new(),
        brought: BTreeMap::new(),
        splits: Vec::new(),
    };
    applying.run(marks, notes);
    applying.tree
}

/// The widest row of each group of new rows.
fn columns(marks: &[Mark]) -> BTreeMap<String, usize> {
    let mut columns = BTreeMap::new();
    for mark in marks {
        if let Some(Whole::InsertRowAfter(cells)) = &mark.edit.whole {
            let name = mark.edit.group.clone().unwrap_or_default();
            let widest = columns.entry(name).or_insert(0);
            *widest = cells.len().max(*widest);
        }
    }
    columns
}

/// The first number above all `w:id` of a part.
fn next_id(tree: &Tree) -> u32 {
    let own = tree
        .descendants(tree.root())
        .filter(|n| !matches!(tree.tag(*n), Tag::Text | Tag::Misc) && tree.ns(*n) == Ns::W)
        .filter_map(|n| tree.attr(n, Ns::W, "id")?.parse::<u32>().ok())
        .filter(|id| *id < 0x4000_0000)
        .max();
    own.map_or(1, |id| id + 1)
}

impl Applying {
    fn run(&mut self, marks: Vec<Mark>, notes: &[Note]) {
        let mut marks: Vec<Mark> = marks
            .into_iter()
            .flat_map(|m| replacing(&self.story, m))
            .collect();
        for mark in &mut marks {
            objects::keep(&self.tree, &self.story, mark);
        }
        self.copies = moves::copies(self, &marks);
        self.brought = moved_words::contents(self, &marks);
        let inside = self.sorted(&marks);
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
        for (rank, mark) in marks.iter().enumerate() {
            self.end_of_paragraph(rank, mark);
        }
        blocks::insert(self, &marks);
        blocks::split(self);
    }

    /// Marks by the paragraphs (index) in which they act.
    fn sorted<'m>(&mut self, marks: &'m [Mark]) -> BTreeMap<usize, Vec<&'m Mark>> {
        let mut inside: BTreeMap<usize, Vec<&Mark>> = BTreeMap::new();
        for mark in marks {
            let index = mark.edit.paragraph.checked_sub(1);
            let Some(index) = index.filter(|index| *index < self.story.paragraphs.len()) else {
                continue;
            };
            match &mark.edit.whole {
                _ if mark.edit.is_inside() => inside.entry(index).or_default().push(mark),
                Some(Whole::DeleteParagraph | Whole::MoveBehind(_)) => {
                    let gone = match mark.edit.whole {
                        Some(Whole::MoveBehind(_)) => Gone::Moved,
                        _ => Gone::Deleted,
                    };
                    self.deleted.insert(index, (gone, mark.sign()));
                    inside.entry(index).or_default().push(mark);
                }
                Some(Whole::DeleteRow(paragraphs)) => {
                    for held in rows::delete(self, index, *paragraphs, &mark.sign()) {
                        inside.entry(held).or_default().push(mark);
                    }
                }
                _ => {}
            }
        }
        // Words that come from elsewhere have their rank among what is inserted here.
        let here = |mark: &&Mark| matches!(mark.edit.whole, Some(Whole::MoveHere(_)));
        for marks in inside.values_mut().filter(|marks| marks.iter().any(here)) {
            marks.sort_by_key(|mark| (mark.edit.start, mark.edit.end, mark.edit.order));
        }
        inside
    }

    /// What is done to a paragraph's end or to the paragraph as a whole, once its words are done.
    fn end_of_paragraph(&mut self, rank: usize, mark: &Mark) {
        let index = mark.edit.paragraph.checked_sub(1);
        let Some(paragraph) = index.and_then(|index| self.story.paragraphs.get(index)) else {
            return;
        };
        let (node, length) = (paragraph.node, paragraph.text.chars().count());
        match &mark.edit.whole {
            Some(Whole::MoveBehind(_)) => moves::range(self, node, "moveFrom", mark, rank),
            Some(Whole::Join) if self.together(mark.edit.paragraph - 1, mark.edit.paragraph) => {
                let sign = self.sign(&mark.sign());
                blocks::mark_end(&mut self.tree, node, "del", &sign);
            }
            Some(Whole::Format(set))
                if mark.edit.start == mark.edit.end && mark.edit.end == length =>
            {
                let sign = self.sign(&mark.sign());
                properties::set(&mut self.tree, node, set, &sign);
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, index: usize, marks: &[&Mark], notes: &[(u32, usize, usize)]) {
        let Some(paragraph) = self.story.paragraphs.get(index).cloned() else {
            return;
        };
        let length = paragraph.text.chars().count();
        let reach = |mark: &Mark| match mark.edit.is_inside() {
            true => (mark.edit.start.min(length), mark.edit.end.min(length)),
            false => (0, length),
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
            let gone = match mark.edit.whole {
                None | Some(Whole::DeleteParagraph | Whole::DeleteRow(_)) => Some(Gone::Deleted),
                Some(Whole::MoveBehind(_) | Whole::MoveAway(_)) => Some(Gone::Moved),
                _ => None,
            };
            let deletes = gone.filter(|_| start < end);
            made.push(match deletes {
                Some(gone) => {
                    inline.delete(gone, start, end, &borders, &mut || self.sign(&mark.sign()))
                }
                None => Vec::new(),
            });
        }
        for (mark, made) in marks.iter().zip(&mut made) {
            let (start, end) = reach(mark);
            let sign = mark.sign();
            match &mark.edit.whole {
                None => {
                    let words = (mark.edit.after.as_str(), mark.objects.as_slice());
                    let like = (start < end).then_some(start);
                    let sign = self.sign(&sign);
                    made.extend(inline.insert(end, words, like, &sign));
                }
                Some(Whole::MoveHere(name)) => {
                    let sign = self.sign(&sign);
                    let content = self.brought.get(name).map_or("", String::as_str);
                    made.extend(inline.bring(start, content, &sign));
                }
                Some(Whole::Split) => self.splits.push((inline.split_place(start), sign)),
                Some(Whole::Format(set)) if start < end => {
                    made.extend(self.format(&mut inline, start..end, set, &sign));
                }
                _ => {}
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
        for (mark, made) in marks.iter().zip(&made) {
            moved_words::range(self, paragraph.node, mark, made);
        }
    }

    /// Sets properties on the runs of a stretch; gives the runs.
    fn format(
        &mut self,
        inline: &mut Inline<'_>,
        range: std::ops::Range<usize>,
        set: &Properties,
        sign: &Sign,
    ) -> Vec<NodeId> {
        let runs = inline.runs(range.start, range.end);
        for run in &runs {
            let sign = self.sign(sign);
            properties::set(inline.tree, *run, set, &sign);
        }
        runs
    }

    /// Where paragraphs are split.
    pub(super) fn splits(&mut self) -> Vec<(NodeId, Sign)> {
        std::mem::take(&mut self.splits)
    }

    /// A note on a row stands at its first paragraph alone.
    fn is_first(&self, mark: &Mark, index: usize) -> bool {
        mark.edit.paragraph == index + 1
    }

    pub(super) fn note_id(&self, note: usize) -> u32 {
        self.first_note + note as u32
    }

    /// The attributes of a new mark.
    pub(super) fn sign(&mut self, sign: &Sign) -> String {
        self.numbered(sign).1
    }

    /// The number of a new mark, and its attributes.
    pub(super) fn numbered(&mut self, sign: &Sign) -> (u32, String) {
        let id = self.next_revision;
        self.next_revision += 1;
        (id, signed(id, &sign.author, sign.date.as_deref()))
    }

    /// The cell or part that holds a paragraph.
    pub(super) fn container(&self, n: NodeId) -> Option<NodeId> {
        self.tree.ancestors(n).find(|a| {
            matches!(
                self.tree.tag(*a),
                Tag::Tc
                    | Tag::Body
                    | Tag::Footnote
                    | Tag::Endnote
                    | Tag::Hdr
                    | Tag::Ftr
                    | Tag::TxbxContent
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
