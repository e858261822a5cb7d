//! The accept and reject views of a part, in one walk over its tree.
//!
//! The rules are those of the design (pipeline 2) and are the same that `resolve` applies to the file:
//! the view of a file equals the view of the file with its revisions taken or refused.

pub(crate) mod format;
mod inline;
mod open;

use std::collections::BTreeMap;

use open::Open;

use crate::read::numbering::{Counters, Numbering};
use crate::read::styles::{Styles, outline};
use crate::story::{Anchor, Cell, Paragraph, Revision, Story, View};
use crate::xml::{NodeId, Ns, Tag, Tree};

pub(crate) use format::properties;

/// What a part's text needs from outside the part to be read.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) styles: &'a Styles,
    pub(crate) numbering: &'a Numbering,
    /// Where the part's relationships lead, by their ids.
    pub(crate) links: &'a BTreeMap<String, String>,
}

/// Whether an element's content is absent from a view.
pub(crate) fn is_dropped(tag: Tag, view: View) -> bool {
    match view {
        View::Accept => matches!(tag, Tag::Del | Tag::MoveFrom),
        View::Reject => matches!(tag, Tag::Ins | Tag::MoveTo),
    }
}

/// Whether an element's content is there in a view as a recorded revision.
pub(crate) fn is_taken(tag: Tag, view: View) -> bool {
    match view {
        View::Accept => matches!(tag, Tag::Ins | Tag::MoveTo),
        View::Reject => matches!(tag, Tag::Del | Tag::MoveFrom),
    }
}

/// Reads the paragraphs below `container` as a view shows them.
pub(crate) fn see(tree: &Tree, container: NodeId, view: View, context: Context<'_>) -> Story {
    let mut walk = Walk {
        tree,
        view,
        context,
        known: BTreeMap::new(),
        counters: Counters::default(),
        story: Story::default(),
        revisions: BTreeMap::new(),
        carry: None,
        spare: Open::default(),
        cells: Vec::new(),
        tables: 0,
        ends_in_paragraph: false,
        ranges: BTreeMap::new(),
        points: BTreeMap::new(),
        fields: Vec::new(),
        results: 0,
        simple_fields: 0,
        wraps: Vec::new(),
        around: 0,
    };
    walk.blocks(container, None);
    walk.end_container();
    walk.finish()
}

/// A place in the story: paragraph, offset.
type Place = (usize, usize);

struct Walk<'a> {
    tree: &'a Tree,
    view: View,
    context: Context<'a>,
    /// Digests of formats by their text in the file: most runs share a few.
    known: BTreeMap<&'a str, u64>,
    counters: Counters,
    story: Story,
    revisions: BTreeMap<Revision, usize>,
    carry: Option<Open>,
    /// An empty paragraph whose memory is used for the next one: what is kept of each is as small as it can be.
    spare: Open,
    cells: Vec<Cell>,
    tables: usize,
    /// The last block of the innermost cell (or of the part) is a paragraph.
    ends_in_paragraph: bool,
    /// Comment id → start, end.
    ranges: BTreeMap<String, (Option<Place>, Option<Place>)>,
    /// Comment id → where its reference stands.
    points: BTreeMap<String, Place>,
    /// Complex fields that are open. A table of contents is one field over many paragraphs.
    fields: Vec<Field>,
    /// How many of them have come to their result.
    results: usize,
    /// Simple fields that are open.
    simple_fields: usize,
    /// The links, content controls and simple fields around the text: what they are and say.
    wraps: Vec<(&'static str, String)>,
    /// The digests of these, and of all results of complex fields around the text, together: there may be
    /// many, and every piece of text asks for it.
    around: u64,
}

/// A complex field that is open.
#[derive(Default)]
struct Field {
    /// Its instruction, as far as it was read.
    code: String,
    /// Where its result began, once it has, and the digest of its instruction.
    result: Option<(Place, u64)>,
}

impl Walk<'_> {
    fn blocks(&mut self, container: NodeId, revision: Option<usize>) {
        for n in self.tree.children(container) {
            self.block(n, revision);
        }
    }

    fn block(&mut self, n: NodeId, revision: Option<usize>) {
        let tag = self.tree.tag(n);
        if is_dropped(tag, self.view) {
            return self.markers_below(n);
        }
        match tag {
            Tag::P => self.paragraph(n, revision),
            Tag::Tbl => self.table(n, revision),
            Tag::Tr => self.row(n, revision),
            Tag::Tc => self.cell(n, revision),
            Tag::CommentRangeStart | Tag::CommentRangeEnd | Tag::CommentReference => self.marker(n),
            Tag::AlternateContent => {
                if let Some(branch) = chosen(self.tree, n) {
                    self.blocks(branch, revision);
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
            | Tag::TxbxContent
            | Tag::Text
            | Tag::Misc => {}
            _ if is_taken(tag, self.view) => {
                let revision = self.revision(n);
                self.blocks(n, Some(revision));
            }
            _ => self.blocks(n, revision),
        }
    }

    fn paragraph(&mut self, n: NodeId, revision: Option<usize>) {
        let mut open = match self.carry.take() {
            Some(open) => Open { node: n, ..open },
            None => Open {
                node: n,
                ..std::mem::take(&mut self.spare)
            },
        };
        self.inline(n, &mut open, revision);
        let marks = self
            .tree
            .child(n, Tag::PPr)
            .and_then(|p| self.tree.child(p, Tag::RPr));
        let find = |fits: fn(Tag, View) -> bool| {
            marks.and_then(|m| {
                self.tree
                    .children(m)
                    .find(|c| fits(self.tree.tag(*c), self.view))
            })
        };
        if find(is_dropped).is_some() {
            self.carry = Some(open);
            return;
        }
        let mark = find(is_taken).map(|m| self.revision(m)).or(revision);
        self.push(open, mark);
    }

    fn push(&mut self, open: Open, mark: Option<usize>) {
        let tree = self.tree;
        let own = tree.child(open.node, Tag::PPr);
        let properties = own.map(|p| properties(tree, p, Tag::PPrChange, self.view));
        let style = properties
            .and_then(|p| tree.child_val(p, Tag::PStyle))
            .map(String::from);
        let heading = match outline(
            properties
                .and_then(|p| tree.child_val(p, Tag::OutlineLvl))
                .as_deref(),
        ) {
            Some(level) => (level > 0).then_some(level),
            None => style
                .as_deref()
                .and_then(|s| self.context.styles.heading(s)),
        };
        let label = self.label(properties, style.as_deref());
        let format = properties.map_or(0, |p| self.format(p));
        let reformatted = own.and_then(|p| self.reformatted(p, Tag::PPrChange));
        self.story.paragraphs.push(Paragraph {
            node: open.node,
            text: open.text.as_str().to_owned(),
            pieces: open.pieces.clone(),
            cells: self.cells.clone(),
            style,
            heading,
            label,
            format,
            reformatted,
            mark,
        });
        self.spare = open.emptied();
        self.ends_in_paragraph = true;
    }

    fn label(&mut self, properties: Option<NodeId>, style: Option<&str>) -> Option<String> {
        let numbering = properties.and_then(|p| self.tree.child(p, Tag::NumPr));
        let own = numbering.and_then(|n| self.tree.child_val(n, Tag::NumId));
        let own_level = numbering
            .and_then(|n| self.tree.child_val(n, Tag::Ilvl))
            .and_then(|l| l.parse().ok());
        let (id, level) = match own.as_deref() {
            Some(id) => (id, own_level),
            None => {
                let (id, level) = self.context.styles.number(style?)?;
                (id, own_level.or(level))
            }
        };
        // A number of its own without a level stands on the first level, whatever styles are linked.
        let level = if numbering.is_some() {
            level.or(Some(0))
        } else {
            level
        };
        let Context {
            styles, numbering, ..
        } = self.context;
        numbering.label(&mut self.counters, styles, id, level, style)
    }

    fn table(&mut self, n: NodeId, revision: Option<usize>) {
        self.flush(false);
        let before = (self.story.paragraphs.len(), self.ends_in_paragraph);
        let table = self.tables;
        self.tables += 1;
        self.cells.push(Cell {
            table,
            row: 0,
            cell: 0,
            column: 0,
        });
        self.blocks(n, revision);
        self.cells.pop();
        // A table of which the view shows no row is not there.
        self.ends_in_paragraph = before.1 && self.story.paragraphs.len() == before.0;
    }

    fn row(&mut self, n: NodeId, revision: Option<usize>) {
        let properties = self.tree.child(n, Tag::TrPr);
        let find = |fits: fn(Tag, View) -> bool| {
            properties.and_then(|p| {
                self.tree
                    .children(p)
                    .find(|c| fits(self.tree.tag(*c), self.view))
            })
        };
        if find(is_dropped).is_some() {
            return self.markers_below(n);
        }
        let revision = find(is_taken).map(|r| self.revision(r)).or(revision);
        let before = properties
            .and_then(|p| self.tree.child_val(p, Tag::GridBefore))
            .and_then(|v| v.parse().ok())
            .map_or(0, |before: usize| before.min(1000));
        if let Some(cell) = self.cells.last_mut() {
            cell.cell = 0;
            cell.column = before;
        }
        self.blocks(n, revision);
        if let Some(cell) = self.cells.last_mut() {
            cell.row += 1;
        }
    }

    fn cell(&mut self, n: NodeId, revision: Option<usize>) {
        self.flush(true);
        self.ends_in_paragraph = false;
        self.blocks(n, revision);
        self.end_container();
        let span = self
            .tree
            .child(n, Tag::TcPr)
            .and_then(|p| self.tree.child_val(p, Tag::GridSpan))
            .and_then(|v| v.parse().ok())
            .unwrap_or(1_usize);
        if let Some(cell) = self.cells.last_mut() {
            cell.cell += 1;
            cell.column = cell.column.saturating_add(span.clamp(1, 1000));
        }
    }

    /// A removed mark joins no further than the end of its cell or part: the last paragraph there keeps
    /// its mark, unless it is empty and another one ends the cell.
    fn end_container(&mut self) {
        let keep_empty = !self.ends_in_paragraph;
        self.flush(keep_empty);
    }

    fn flush(&mut self, keep_empty: bool) {
        if let Some(open) = self.carry.take()
            && (keep_empty || open.length > 0)
        {
            self.push(open, None);
        }
    }

    fn revision(&mut self, n: NodeId) -> usize {
        let revision = Revision {
            author: self
                .tree
                .attr(n, Ns::W, "author")
                .map(Into::into)
                .unwrap_or_default(),
            date: self.tree.attr(n, Ns::W, "date").map(Into::into),
            moved: matches!(self.tree.tag(n), Tag::MoveFrom | Tag::MoveTo),
        };
        if let Some(known) = self.revisions.get(&revision) {
            return *known;
        }
        let index = self.story.revisions.len();
        self.story.revisions.push(revision.clone());
        self.revisions.insert(revision, index);
        index
    }

    /// The digest of a property element, noted in the story with what it says.
    fn format(&mut self, properties: NodeId) -> u64 {
        let tree = self.tree;
        let raw = tree.source_text(properties);
        if let Some(known) = raw.and_then(|raw| self.known.get(raw)) {
            return *known;
        }
        let said = format::said(tree, properties, self.context.styles);
        let digest = format::digest(&said);
        if digest != 0 {
            self.story.formats.entry(digest).or_insert(said);
        }
        if let Some(raw) = raw {
            self.known.insert(raw, digest);
        }
        digest
    }

    /// The recorded change of a property element, in the view that has the new properties.
    fn reformatted(&mut self, properties: NodeId, change: Tag) -> Option<usize> {
        let change = match self.view {
            View::Accept => self.tree.child(properties, change)?,
            View::Reject => return None,
        };
        Some(self.revision(change))
    }

    /// A field that never ends is none: what followed its beginning is text.
    fn close_torn_fields(&mut self) {
        let places = self.fields.drain(..).filter_map(|field| field.result);
        let Some(from) = places.map(|result| result.0).min() else {
            return;
        };
        for (index, paragraph) in self.story.paragraphs.iter_mut().enumerate().skip(from.0) {
            for piece in &mut paragraph.pieces {
                piece.field &= (index, piece.start) < from;
            }
        }
    }

    /// The place that was reached, outside a paragraph.
    fn here(&self) -> Place {
        (
            self.story.paragraphs.len(),
            self.carry.as_ref().map_or(0, |c| c.length),
        )
    }

    fn marker(&mut self, n: NodeId) {
        let here = self.here();
        self.marker_at(n, here);
    }

    fn marker_at(&mut self, n: NodeId, here: Place) {
        let Some(id) = self.tree.attr(n, Ns::W, "id").map(String::from) else {
            return;
        };
        match self.tree.tag(n) {
            Tag::CommentRangeStart => {
                self.ranges.entry(id).or_default().0.get_or_insert(here);
            }
            Tag::CommentRangeEnd => {
                self.ranges.entry(id).or_default().1.get_or_insert(here);
            }
            Tag::CommentReference => {
                self.points.entry(id).or_insert(here);
            }
            _ => {}
        }
    }

    /// Comments keep their place where the text around them is gone.
    fn markers_below(&mut self, n: NodeId) {
        let here = self.here();
        self.markers_below_at(n, here);
    }

    fn markers_below_at(&mut self, n: NodeId, here: Place) {
        for below in self.tree.descendants(n) {
            self.marker_at(below, here);
        }
    }

    fn finish(mut self) -> Story {
        self.close_torn_fields();
        let lengths: Vec<usize> = self
            .story
            .paragraphs
            .iter()
            .map(|p| p.text.chars().count())
            .collect();
        let clamp = |(paragraph, offset): Place| match lengths.get(paragraph) {
            Some(length) => (paragraph, offset.min(*length)),
            None => lengths
                .last()
                .map_or((0, 0), |last| (lengths.len() - 1, *last)),
        };
        let mut ids: Vec<&String> = self.ranges.keys().chain(self.points.keys()).collect();
        ids.sort();
        ids.dedup();
        let mut comments: Vec<Anchor> = Vec::new();
        for id in ids {
            let point = self.points.get(id).copied();
            let (from, to) = self.ranges.get(id).copied().unwrap_or_default();
            let Some(from) = from.or(to).or(point) else {
                continue;
            };
            let to = to.or(point).unwrap_or(from).max(from);
            comments.push(Anchor {
                comment: id.clone(),
                from: clamp(from),
                to: end_of(clamp(to), to, from),
            });
        }
        comments.sort_by(|a, b| (a.from, a.to, &a.comment).cmp(&(b.from, b.to, &b.comment)));
        for anchor in &mut comments {
            anchor.to = step_back(anchor.from, anchor.to, &lengths);
        }
        self.story.comments = comments;
        self.story
    }
}

/// A clamped end never lies before a clamped start.
fn end_of(clamped: Place, to: Place, from: Place) -> Place {
    if to == from {
        clamped
    } else {
        clamped.max(from)
    }
}

/// An end at the very beginning of a paragraph belongs to the end of the one before.
fn step_back(from: Place, to: Place, lengths: &[usize]) -> Place {
    if to.1 == 0 && to.0 > from.0 {
        (to.0 - 1, lengths[to.0 - 1])
    } else {
        to
    }
}

/// The branch of `mc:AlternateContent` that counts: the first choice, else the fallback.
pub(crate) fn chosen(tree: &Tree, n: NodeId) -> Option<NodeId> {
    tree.child(n, Tag::Choice)
        .or_else(|| tree.child(n, Tag::Fallback))
}
