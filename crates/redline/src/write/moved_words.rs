//! Words that move inside paragraphs: their runs are marked as moved away, and copies of them as moved here.

use std::collections::{BTreeMap, BTreeSet};

use super::apply::Applying;
use super::fragment::{run_content, runs};
use super::inline::{Inline, run_properties};
use super::marks::Mark;
use super::moves::{double, range_marks};
use crate::edit::Whole;
use crate::project::exact;
use crate::xml::{NodeId, Tag, Tree};

/// The runs that come in with each move (by its name), copied before anything is changed: they are set as the
/// words are where they come from.
pub(super) fn contents(applying: &mut Applying, marks: &[Mark]) -> BTreeMap<String, String> {
    let mut sources: BTreeMap<&str, &Mark> = BTreeMap::new();
    for mark in marks {
        if let Some(Whole::MoveAway(name)) = &mark.edit.whole {
            sources.insert(name, mark);
        }
    }
    let mut contents = BTreeMap::new();
    for mark in marks {
        if let Some(Whole::MoveHere(name)) = &mark.edit.whole {
            let source = sources.get(name.as_str());
            let copied = source.and_then(|source| copied(applying, source, &mark.edit.after));
            let content = copied.unwrap_or_else(|| runs(&mark.edit.after, &[], ""));
            contents.insert(name.clone(), content);
        }
    }
    contents
}

/// The runs of a source with these words; where they are others, one run set as the first of them.
fn copied(applying: &mut Applying, source: &Mark, words: &str) -> Option<String> {
    let index = source.edit.paragraph.checked_sub(1)?;
    let paragraph = applying.story.paragraphs.get(index)?.clone();
    let (doubled, _) = double(&mut applying.tree, &paragraph);
    let own: String = paragraph
        .text
        .chars()
        .skip(source.edit.start)
        .take(source.edit.end.saturating_sub(source.edit.start))
        .collect();
    let words = exact(words);
    let same = own.find(words.trim()).map(|byte| {
        let start = source.edit.start + own[..byte].chars().count();
        start..start + words.trim().chars().count()
    });
    let range = same.clone().unwrap_or(source.edit.start..source.edit.end);
    let inline = Inline::new(
        &mut applying.tree,
        &doubled,
        &BTreeSet::from([range.start, range.end]),
    );
    let found = inline.runs(range.start, range.end);
    let tree = &applying.tree;
    let first = run_properties(tree, *found.first()?);
    let last = run_properties(tree, *found.last()?);
    if same.is_none() {
        return Some(runs(&words, &[], &first));
    }
    let space = |text: &str, properties: &str| match text {
        "" => String::new(),
        text => format!("<w:r>{properties}{}</w:r>", run_content(text)),
    };
    let before = &words[..words.len() - words.trim_start().len()];
    let behind = &words[words.trim_end().len()..];
    let mut content = space(before, &first);
    for run in found {
        content.push_str(&plain_run(tree, run));
    }
    content.push_str(&space(behind, &last));
    Some(content)
}

/// A run with nothing but its text.
fn plain_run(tree: &Tree, run: NodeId) -> String {
    let text = tree.children(run).filter(|child| {
        let local = tree.local(*child);
        let of_text = ["t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"];
        !matches!(tree.tag(*child), Tag::Text) && of_text.contains(&local)
    });
    let text: String = text.map(|child| tree.write_one(child)).collect();
    format!("<w:r>{}{text}</w:r>", run_properties(tree, run))
}

/// Puts the marks of a move's end around what was made for it in a paragraph.
pub(super) fn range(applying: &mut Applying, paragraph: NodeId, mark: &Mark, made: &[NodeId]) {
    let (kind, name) = match &mark.edit.whole {
        Some(Whole::MoveAway(name)) => ("moveFrom", name),
        Some(Whole::MoveHere(name)) => ("moveTo", name),
        _ => return,
    };
    let (Some(first), Some(last)) = (made.first(), made.last()) else {
        return;
    };
    let name = format!("move-{name}");
    if let Some([start, end]) = range_marks(applying, paragraph, kind, mark, &name) {
        applying.tree.put_before(start, *first);
        applying.tree.put_after(end, *last);
    }
}
