//! Whole paragraphs that come or go.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::apply::Applying;
use super::fragment::runs_into;
use super::inline::{Gone, mark_properties, plain_children, run_properties};
use super::marks::{Mark, Sign};
use super::place::{Place, place_of, template_of};
use super::{moves, rows};
use crate::edit::Whole;
use crate::model::Standing;
use crate::xml::{NodeId, Tag, Tree};

/// Marks the ends of deleted paragraphs. The last paragraph of a cell or part has no end that could go:
/// there the end of the paragraph before it goes instead, or a new paragraph takes its end over.
pub(super) fn delete_marks(applying: &mut Applying, marks: &[Mark]) {
    let mut targets: BTreeMap<usize, usize> = BTreeMap::new();
    for (first, last) in runs_of_deleted(applying) {
        // Where something is left behind them, their own ends go.
        if !applying.is_last(last) {
            targets.extend((first..=last).map(|index| (index, index)));
            continue;
        }
        let adopts = |mark: &Mark| {
            let (paragraph, _) = place_in_order(mark);
            let brings = match &mark.edit.whole {
                Some(Whole::InsertParagraphsAfter(lines)) => !lines.is_empty(),
                Some(Whole::MoveBehind(_)) => true,
                _ => false,
            };
            brings
                && mark.edit.standing.is_none()
                && (first..=last + 1).contains(&paragraph)
                && (paragraph > first || first == 0 || applying.together(first - 1, first))
        };
        let adopted = marks.iter().enumerate().filter(|(_, mark)| adopts(mark));
        let adopted = adopted
            .max_by_key(|(rank, mark)| (place_in_order(mark), *rank))
            .map(|(rank, _)| rank);
        if let Some(adopted) = adopted {
            applying.adopted.insert(adopted, last);
            mark_empty(applying, last);
            targets.extend((first..last).map(|index| (index, index)));
            continue;
        }
        targets.extend((first + 1..=last).map(|index| (index, index - 1)));
        let before = first.checked_sub(1);
        match before.filter(|before| applying.together(*before, first)) {
            Some(before) => {
                targets.insert(first, before);
            }
            None => mark_empty(applying, first),
        }
    }
    for (index, target) in targets {
        let (gone, sign) = applying.deleted[&index].clone();
        let Some(node) = applying.story.paragraphs.get(target).map(|p| p.node) else {
            continue;
        };
        let sign = applying.sign(&sign);
        let element = match gone {
            Gone::Moved if target == index => "moveFrom",
            _ => "del",
        };
        mark_end(&mut applying.tree, node, element, &sign);
    }
}

/// Marks a deleted paragraph that has no end that could be marked, where it has no words that are.
fn mark_empty(applying: &mut Applying, index: usize) {
    let paragraph = &applying.story.paragraphs[index];
    if !paragraph.text.is_empty() {
        return;
    }
    let node = paragraph.node;
    let (_, sign) = applying.deleted[&index].clone();
    let sign = applying.sign(&sign);
    let declaration = applying.tree.word_declaration(node);
    let mark = format!("<w:del{declaration} {sign}><w:r><w:delText></w:delText></w:r></w:del>");
    let mark = applying.tree.raw(Tag::Del, mark);
    applying.tree.append(mark, node);
}

/// First and last of each unbroken run of deleted paragraphs of one cell or part.
fn runs_of_deleted(applying: &Applying) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for index in applying.deleted.keys().copied() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == index && applying.together(*last, index) => {
                *last = index;
            }
            _ => runs.push((index, index)),
        }
    }
    runs
}

/// Puts a mark of revision on a paragraph's end.
pub(super) fn mark_end(tree: &mut Tree, paragraph: NodeId, element: &str, sign: &str) {
    let declaration = tree.word_declaration(paragraph);
    let properties = tree.child(paragraph, Tag::PPr).unwrap_or_else(|| {
        let new = tree.build(Tag::PPr, format!("<w:pPr{declaration}>"), "</w:pPr>");
        tree.prepend(new, paragraph);
        new
    });
    let end = tree.child(properties, Tag::RPr).unwrap_or_else(|| {
        let new = tree.build(Tag::RPr, format!("<w:rPr{declaration}>"), "</w:rPr>");
        // The schema has it before the section and the tracked change of the properties.
        let behind = tree
            .children(properties)
            .find(|c| matches!(tree.tag(*c), Tag::SectPr | Tag::PPrChange));
        match behind {
            Some(behind) => tree.put_before(new, behind),
            None => tree.append(new, properties),
        }
        new
    });
    let tag = match element {
        "ins" => Tag::Ins,
        "moveFrom" => Tag::MoveFrom,
        _ => Tag::Del,
    };
    let mark = tree.raw(tag, format!("<w:{element}{declaration} {sign}/>"));
    // An insertion stands before a deletion, and both before a move.
    let before = tree
        .children(end)
        .filter(|c| element != "ins" && matches!(tree.tag(*c), Tag::Ins | Tag::Del))
        .last();
    match before {
        Some(before) => tree.put_after(mark, before),
        None => tree.prepend(mark, end),
    }
}

/// Cuts paragraphs in two: what stands before the place goes into a new paragraph before it, whose end is
/// new.
pub(super) fn split(applying: &mut Applying) {
    for (place, sign) in applying.splits() {
        let tree = &mut applying.tree;
        let Some(paragraph) = tree.parent(place) else {
            continue;
        };
        let own = paragraph_properties(tree, paragraph);
        let declaration = tree.word_declaration(paragraph);
        let first = tree.build(Tag::P, format!("<w:p{declaration}>"), "</w:p>");
        let content: Vec<NodeId> = tree
            .children(paragraph)
            .take_while(|n| *n != place)
            .filter(|n| tree.tag(*n) != Tag::PPr)
            .collect();
        for n in content {
            tree.append(n, first);
        }
        tree.detach(place);
        tree.put_before(first, paragraph);
        let sign = applying.sign(&sign);
        let end = format!("<w:ins {sign}/>{}", own.end);
        moves::finish(applying, first, &own.inner, &end);
    }
}

/// One new paragraph.
struct Line<'m> {
    what: What<'m>,
    sign: Sign,
    note: Option<usize>,
}

/// What a new paragraph holds.
enum What<'m> {
    /// Words, and what their U+FFFC are.
    Words(&'m str, &'m [String]),
    /// The copy of a paragraph that moves here, with its properties.
    Moved(NodeId, String),
}

/// The paragraph behind which a mark brings something, and its rank there.
fn place_in_order(mark: &Mark) -> (usize, usize) {
    match mark.edit.whole {
        Some(Whole::MoveBehind(behind)) => (behind, mark.edit.order),
        _ => (mark.edit.paragraph, mark.edit.order),
    }
}

/// Puts new paragraphs and rows in, in their order.
pub(super) fn insert(applying: &mut Applying, marks: &[Mark]) {
    let mut at_ends: BTreeMap<usize, Vec<Line<'_>>> = BTreeMap::new();
    let mut order: Vec<(usize, &Mark)> = marks.iter().enumerate().collect();
    // Moves stand in the model where they come from: here they are put where they go.
    order.sort_by_key(|(_, mark)| place_in_order(mark));
    for (rank, mark) in order {
        let (behind, mut lines) = match &mark.edit.whole {
            Some(Whole::InsertParagraphsAfter(lines)) => {
                (mark.edit.paragraph, new_lines(mark, lines))
            }
            Some(Whole::MoveBehind(behind)) => {
                let Some(copy) = applying.copies.remove(&rank) else {
                    continue;
                };
                let line = Line {
                    what: What::Moved(copy.node, copy.properties),
                    sign: mark.sign(),
                    note: None,
                };
                (*behind, vec![line])
            }
            Some(Whole::InsertRowAfter(cells)) => {
                rows::insert(applying, mark, cells);
                continue;
            }
            _ => continue,
        };
        // Rows behind these paragraphs are no longer of the table before them.
        applying
            .tables
            .retain(|(paragraph, _), _| *paragraph != behind);
        if let Some(last) = applying.adopted.get(&rank).copied()
            && let Some(line) = lines.pop()
        {
            adopt(applying, last, &line);
        }
        let standing = mark.edit.standing;
        // Behind a table that came first, the part no longer ends with its old last paragraph.
        let depth = place_of(applying, behind, standing).map_or(0, |place| place.depth);
        let after_table = applying.placed.contains_key(&(behind, depth, false));
        match end_of_container(applying, behind, standing).filter(|_| !after_table) {
            Some(index) => at_ends.entry(index).or_default().extend(lines),
            None => put_behind(applying, behind, standing, &lines),
        }
    }
    for (index, lines) in at_ends {
        at_end(applying, index, &lines);
    }
}

fn new_lines<'m>(mark: &'m Mark, lines: &'m [String]) -> Vec<Line<'m>> {
    let mut objects = mark.objects.as_slice();
    let mut new = Vec::with_capacity(lines.len());
    for (index, text) in lines.iter().enumerate() {
        let own = text.matches('\u{fffc}').count().min(objects.len());
        let (here, rest) = objects.split_at(own);
        objects = rest;
        new.push(Line {
            what: What::Words(text, here),
            sign: mark.sign(),
            note: mark.note.filter(|_| index == 0),
        });
    }
    new
}

/// The paragraph (index) that new paragraphs follow as the last of its cell or part.
fn end_of_container(
    applying: &Applying,
    paragraph: usize,
    standing: Option<Standing>,
) -> Option<usize> {
    let index = paragraph.checked_sub(1)?;
    let own = applying.story.paragraphs.get(index)?;
    let beside = standing.is_none_or(|s| !s.before_next && s.depth == own.cells.len());
    let plain = applying.container(own.node) == applying.tree.parent(own.node);
    (beside && plain && applying.is_last(index) && !applying.deleted.contains_key(&index))
        .then_some(index)
}

/// New paragraphs behind the last one of a cell or part: as Word does it, the old last paragraph gets a
/// new end, and its own end closes the last new one, with its properties.
fn at_end(applying: &mut Applying, index: usize, lines: &[Line<'_>]) {
    let paragraph = applying.story.paragraphs[index].node;
    let Some(first) = lines.first() else { return };
    let own = paragraph_properties(&applying.tree, paragraph);
    let run = last_run_properties(&applying.tree, paragraph);
    let mut at = paragraph;
    for (rank, line) in lines.iter().enumerate() {
        let end = lines.get(rank + 1).map(|next| applying.sign(&next.sign));
        let mark = match end {
            Some(sign) => format!("<w:ins {sign}/>"),
            None => String::new(),
        };
        let new = write_paragraph(applying, paragraph, line, &own, &mark, &run);
        applying.tree.put_after(new, at);
        at = new;
    }
    let sign = applying.sign(&first.sign);
    mark_end(&mut applying.tree, paragraph, "ins", &sign);
}

/// Writes a new paragraph into a deleted one, whose end it takes over.
fn adopt(applying: &mut Applying, index: usize, line: &Line<'_>) {
    let paragraph = applying.story.paragraphs[index].node;
    let run = last_run_properties(&applying.tree, paragraph);
    let declaration = applying.tree.word_declaration(paragraph);
    let sign = applying.sign(&line.sign);
    let note = line.note.map(|n| applying.note_id(n));
    let (text, objects) = match &line.what {
        What::Words(text, objects) => (*text, *objects),
        What::Moved(node, _) => {
            let content: Vec<NodeId> = applying.tree.children(*node).collect();
            for n in content {
                applying.tree.append(n, paragraph);
            }
            return;
        }
    };
    let mut written = String::new();
    content(&mut written, (text, objects), &run, &sign, note);
    if text.is_empty() {
        // Nobody goes unnamed: of an empty paragraph that takes this one's place there is no other sign.
        written = format!("<w:ins {sign}><w:r><w:t></w:t></w:r></w:ins>{written}");
    }
    // The fragment is several elements: each must know the prefix.
    let written = if declaration.is_empty() {
        written
    } else {
        [
            "<w:ins",
            "<w:commentRangeStart",
            "<w:commentRangeEnd",
            "<w:r>",
        ]
        .iter()
        .fold(written, |w, tag| {
            let open = tag.trim_end_matches('>');
            w.replacen(
                tag,
                &format!("{open}{declaration}{}", &tag[open.len()..]),
                1,
            )
        })
    };
    let fragment = applying.tree.raw(Tag::Ins, written);
    applying.tree.append(fragment, paragraph);
}

/// Where new paragraphs go that stand behind a deleted last one whose end the last of them takes: before it.
fn before_adopted(
    applying: &Applying,
    paragraph: usize,
    standing: Option<Standing>,
) -> Option<Place> {
    let index = paragraph.checked_sub(1)?;
    let adopted = applying.adopted.values().any(|last| *last == index);
    let own = applying.story.paragraphs.get(index)?;
    let depth = own.cells.len();
    (adopted && standing.is_none()).then_some(Place {
        anchor: own.node,
        before: true,
        depth,
        key: (paragraph, depth, false),
    })
}

/// New paragraphs at any other place: each with an inserted end.
fn put_behind(
    applying: &mut Applying,
    paragraph: usize,
    standing: Option<Standing>,
    lines: &[Line<'_>],
) {
    let place = before_adopted(applying, paragraph, standing)
        .or_else(|| place_of(applying, paragraph, standing));
    let Some(place) = place else { return };
    let template = template_of(applying, paragraph, place.depth);
    let (own, run) = match template {
        Some(template) => (
            paragraph_properties(&applying.tree, template),
            last_run_properties(&applying.tree, template),
        ),
        None => Default::default(),
    };
    for line in lines {
        let sign = applying.sign(&line.sign);
        let new = match &line.what {
            What::Words(..) => {
                let mark = format!("<w:ins {sign}/>");
                write_paragraph(applying, place.anchor, line, &own, &mark, &run)
            }
            What::Moved(node, properties) => {
                let end = format!("<w:moveTo {sign}/>");
                moves::finish(applying, *node, properties, &end);
                *node
            }
        };
        place.put(applying, new);
    }
}

/// The children of `w:pPr` but for the end's properties, the section and tracked changes, and the end's
/// properties apart.
#[derive(Default)]
pub(super) struct Properties {
    inner: String,
    end: String,
}

pub(super) fn paragraph_properties(tree: &Tree, paragraph: NodeId) -> Properties {
    let Some(properties) = tree.child(paragraph, Tag::PPr) else {
        return Properties::default();
    };
    let inner = tree
        .children(properties)
        .filter(|c| !matches!(tree.tag(*c), Tag::RPr | Tag::SectPr | Tag::PPrChange))
        .map(|c| tree.write_one(c))
        .collect();
    let end = tree
        .child(properties, Tag::RPr)
        .map(|r| plain_children(tree, r))
        .unwrap_or_default();
    Properties { inner, end }
}

/// The properties of a paragraph's last text.
pub(super) fn last_run_properties(tree: &Tree, paragraph: NodeId) -> String {
    let run = tree
        .descendants(paragraph)
        .filter(|n| matches!(tree.tag(*n), Tag::T | Tag::DelText))
        .filter_map(|n| tree.parent(n).filter(|p| tree.tag(*p) == Tag::R))
        .last();
    match run {
        Some(run) => run_properties(tree, run),
        None => mark_properties(tree, paragraph),
    }
}

fn write_paragraph(
    applying: &mut Applying,
    beside: NodeId,
    line: &Line<'_>,
    own: &Properties,
    mark: &str,
    run: &str,
) -> NodeId {
    let (text, objects) = match &line.what {
        What::Words(text, objects) => (*text, *objects),
        What::Moved(node, _) => {
            let end = format!("{mark}{}", own.end);
            moves::finish(applying, *node, &own.inner, &end);
            return *node;
        }
    };
    let sign = applying.sign(&line.sign);
    let note = line.note.map(|n| applying.note_id(n));
    let declaration = applying.tree.word_declaration(beside);
    let mut new = String::with_capacity(text.len() + 256);
    new.extend(["<w:p", &declaration, ">"]);
    rest_of_paragraph(&mut new, (text, objects), own, mark, run, &sign, note);
    applying.tree.raw(Tag::P, new)
}

/// An inserted paragraph behind its opening tag. `mark` is the revision of its end, if it has one.
pub(super) fn rest_of_paragraph(
    out: &mut String,
    words: (&str, &[String]),
    own: &Properties,
    mark: &str,
    run: &str,
    sign: &str,
    note: Option<u32>,
) {
    let no_end = mark.is_empty() && own.end.is_empty();
    if !own.inner.is_empty() || !no_end {
        out.extend(["<w:pPr>", &own.inner]);
        if !no_end {
            out.extend(["<w:rPr>", mark, &own.end, "</w:rPr>"]);
        }
        out.push_str("</w:pPr>");
    }
    content(out, words, run, sign, note);
    out.push_str("</w:p>");
}

/// Inserted text with a note around it.
fn content(
    out: &mut String,
    (text, objects): (&str, &[String]),
    run: &str,
    sign: &str,
    note: Option<u32>,
) {
    if let Some(id) = note {
        let _ = write!(out, "<w:commentRangeStart w:id=\"{id}\"/>");
    }
    let before = out.len();
    out.extend(["<w:ins ", sign, ">"]);
    let opened = out.len();
    runs_into(out, text, objects, run);
    match out.len() == opened {
        true => out.truncate(before),
        false => out.push_str("</w:ins>"),
    }
    if let Some(id) = note {
        let _ = write!(
            out,
            "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        );
    }
}
