//! Moved paragraphs: what stands in the old place is marked as moved away, and a copy of it as moved here.

use std::collections::{BTreeMap, BTreeSet};

use super::apply::Applying;
use super::inline::{Gone, Inline};
use super::marks::Mark;
use super::properties;
use crate::diff::changes;
use crate::edit::Whole;
use crate::project::exact;
use crate::read::parts::BODY;
use crate::story::Paragraph;
use crate::tokens::Tokens;
use crate::xml::{NodeId, Tag, Tree};

/// A moved paragraph's copy before it has a place.
pub(super) struct Copy {
    /// The new paragraph, without properties.
    pub(super) node: NodeId,
    /// The children of its `w:pPr`, without marks.
    pub(super) properties: String,
}

/// Copies the paragraphs that move, before anything is changed; by the rank of their mark.
pub(super) fn copies(applying: &mut Applying, marks: &[Mark]) -> BTreeMap<usize, Copy> {
    let mut copies = BTreeMap::new();
    for (rank, mark) in marks.iter().enumerate() {
        if !matches!(mark.edit.whole, Some(Whole::MoveBehind(_))) {
            continue;
        }
        let index = mark.edit.paragraph.checked_sub(1);
        let paragraph = index.and_then(|index| applying.story.paragraphs.get(index).cloned());
        if let Some(paragraph) = paragraph {
            let formats: Vec<&Mark> = marks
                .iter()
                .filter(|other| other.edit.paragraph == mark.edit.paragraph)
                .filter(|other| matches!(other.edit.whole, Some(Whole::Format(_))))
                .collect();
            let copy = copy(applying, &paragraph, mark, &formats, rank);
            copies.insert(rank, copy);
        }
    }
    copies
}

/// The name that ties the two ends of a move together.
fn name(mark: &Mark, rank: usize) -> String {
    match mark.edit.part.as_str() {
        "" | BODY => format!("move{}", rank + 1),
        part => format!("{}-move{}", part.replace(':', "-"), rank + 1),
    }
}

fn copy(
    applying: &mut Applying,
    paragraph: &Paragraph,
    mark: &Mark,
    formats: &[&Mark],
    rank: usize,
) -> Copy {
    let (moved, properties) = double(&mut applying.tree, paragraph);
    let node = moved.node;
    drop_places(&mut applying.tree, node);
    if exact(&mark.edit.after) == moved.text {
        formatted(&mut applying.tree, &moved, formats);
    } else {
        edited(applying, &moved, mark);
    }
    mark_as_moved(applying, node, mark, rank);
    Copy { node, properties }
}

/// A second paragraph with the same content, which stands nowhere, and the properties of the first: what is in
/// its `w:pPr`, without marks.
pub(super) fn double(tree: &mut Tree, paragraph: &Paragraph) -> (Paragraph, String) {
    let source = paragraph.node;
    let declaration = tree.word_declaration(source);
    let node = tree.build(Tag::P, format!("<w:p{declaration}>"), "</w:p>");
    let mut places: BTreeMap<NodeId, NodeId> = BTreeMap::new();
    let mut properties = String::new();
    let children: Vec<NodeId> = tree.children(source).collect();
    for child in children {
        if tree.tag(child) == Tag::PPr {
            properties = own_properties(tree, child);
            continue;
        }
        let old: Vec<NodeId> = with_all_below(tree, child);
        let copied = tree.copy(child);
        let new = with_all_below(tree, copied);
        places.extend(old.into_iter().zip(new));
        tree.append(copied, node);
    }
    let mut doubled = paragraph.clone();
    doubled.node = node;
    for piece in &mut doubled.pieces {
        if let Some(place) = places.get(&piece.node) {
            piece.node = *place;
        }
    }
    (doubled, properties)
}

fn with_all_below(tree: &Tree, n: NodeId) -> Vec<NodeId> {
    std::iter::once(n).chain(tree.descendants(n)).collect()
}

fn own_properties(tree: &Tree, properties: NodeId) -> String {
    let kept = tree.children(properties);
    let kept = kept.filter(|c| !matches!(tree.tag(*c), Tag::RPr | Tag::SectPr | Tag::PPrChange));
    kept.map(|c| tree.write_one(c)).collect()
}

/// Bookmarks and comments stay where they were: there may be no two of a name.
fn drop_places(tree: &mut Tree, node: NodeId) {
    let places: Vec<NodeId> = tree
        .descendants(node)
        .filter_map(|n| match tree.tag(n) {
            Tag::BookmarkStart
            | Tag::BookmarkEnd
            | Tag::CommentRangeStart
            | Tag::CommentRangeEnd => Some(n),
            Tag::CommentReference => tree.parent(n).filter(|p| tree.tag(*p) == Tag::R),
            _ => None,
        })
        .collect();
    for n in places {
        tree.detach(n);
    }
}

/// Sets the copy as it is set in its new place.
fn formatted(tree: &mut Tree, copy: &Paragraph, formats: &[&Mark]) {
    let mut cuts = BTreeSet::new();
    for format in formats {
        cuts.extend([format.edit.start, format.edit.end]);
    }
    let inline = Inline::new(tree, copy, &cuts);
    for format in formats {
        let (start, end) = (format.edit.start, format.edit.end);
        if let Some(Whole::Format(set)) = &format.edit.whole
            && start < end
        {
            for run in inline.runs(start, end) {
                properties::put_all(inline.tree, run, set);
            }
        }
    }
}

/// Brings the copy to the words that it has in its new place: new ones are marked as inserted, those that
/// went as deleted.
fn edited(applying: &mut Applying, copy: &Paragraph, mark: &Mark) {
    let words = exact(&mark.edit.after);
    let changes = changes(&Tokens::of(&copy.text), &Tokens::of(&words));
    let mut cuts = BTreeSet::new();
    for change in &changes {
        cuts.extend([change.base.start, change.base.end]);
    }
    let mut tree = std::mem::replace(&mut applying.tree, Tree::empty());
    let mut inline = Inline::new(&mut tree, copy, &cuts);
    for change in &changes {
        let (start, end) = (change.base.start, change.base.end);
        inline.delete(Gone::Deleted, start, end, &cuts, &mut || {
            applying.sign(&mark.sign())
        });
    }
    for change in &changes {
        let sign = applying.sign(&mark.sign());
        let (start, end) = (change.base.start, change.base.end);
        let text: String = words
            .chars()
            .skip(change.version.start)
            .take(change.version.len())
            .collect();
        let like = (start < end).then_some(start);
        inline.insert(end, (&text, &[]), like, &sign);
    }
    applying.tree = tree;
}

/// Marks the runs of a copy as moved here, and the stretch from its beginning to its end.
fn mark_as_moved(applying: &mut Applying, node: NodeId, mark: &Mark, rank: usize) {
    let tree = &applying.tree;
    let outermost = |n: &NodeId| {
        let above = tree.ancestors(*n).take_while(|a| *a != node);
        let mut above = above.map(|a| tree.tag(a));
        !above.any(|tag| matches!(tag, Tag::R | Tag::Ins | Tag::Del | Tag::OMath))
    };
    let runs: Vec<NodeId> = tree
        .descendants(node)
        .filter(|n| matches!(tree.tag(*n), Tag::R | Tag::Del | Tag::OMath))
        .filter(outermost)
        .collect();
    let declaration = tree.word_declaration(node);
    for run in runs {
        let sign = applying.sign(&mark.sign());
        let open = format!("<w:moveTo{declaration} {sign}>");
        applying.tree.wrap(run, Tag::MoveTo, &open, "</w:moveTo>");
    }
    range(applying, node, "moveTo", mark, rank);
}

/// Puts the marks of a move's end around what a paragraph holds. They must bear a date (ECMA-376 part 1,
/// `CT_MoveBookmark`): a move that is known by its words alone has none, and we make none up.
pub(super) fn range(applying: &mut Applying, node: NodeId, kind: &str, mark: &Mark, rank: usize) {
    let name = name(mark, rank);
    let Some([start, end]) = range_marks(applying, node, kind, mark, &name) else {
        return;
    };
    let tree = &mut applying.tree;
    match tree.child(node, Tag::PPr) {
        Some(properties) => tree.put_after(start, properties),
        None => tree.prepend(start, node),
    }
    tree.append(end, node);
}

/// The two marks of a move's end, where they can be made.
pub(super) fn range_marks(
    applying: &mut Applying,
    paragraph: NodeId,
    kind: &str,
    mark: &Mark,
    name: &str,
) -> Option<[NodeId; 2]> {
    mark.edit.date.as_ref()?;
    let declaration = applying.tree.word_declaration(paragraph);
    let (id, sign) = applying.numbered(&mark.sign());
    let start = format!("<w:{kind}RangeStart{declaration} {sign} w:name=\"{name}\"/>");
    let end = format!("<w:{kind}RangeEnd{declaration} w:id=\"{id}\"/>");
    let (from, to) = match kind {
        "moveTo" => (Tag::MoveToRangeStart, Tag::MoveToRangeEnd),
        _ => (Tag::MoveFromRangeStart, Tag::MoveFromRangeEnd),
    };
    let tree = &mut applying.tree;
    Some([tree.raw(from, start), tree.raw(to, end)])
}

/// Gives a copy its properties: those of its old place, or those of the paragraph whose end it takes over.
pub(super) fn finish(applying: &mut Applying, node: NodeId, properties: &str, end: &str) {
    if properties.is_empty() && end.is_empty() {
        return;
    }
    let marks = match end {
        "" => String::new(),
        end => format!("<w:rPr>{end}</w:rPr>"),
    };
    let declaration = applying.tree.word_declaration(node);
    let fragment = format!("<w:pPr{declaration}>{properties}{marks}</w:pPr>");
    let new = applying.tree.raw(Tag::PPr, fragment);
    applying.tree.prepend(new, node);
}
