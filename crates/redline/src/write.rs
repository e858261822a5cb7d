//! Writing changes into a base's file: the compilation in tracked layout, and redlines.
//!
//! A base with pending revisions is taken in its accept view first. What no change touches keeps its
//! bytes; refusing all that was written gives the base's text again.

mod apply;
mod blocks;
mod brackets;
mod fields;
pub(crate) mod fragment;
mod inline;
pub(crate) mod layout;
mod marks;
mod moved_words;
mod moves;
mod objects;
mod place;
mod properties;
mod remarks;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use marks::{Mark, Note};

use crate::edit::{Edit, Whole};
use crate::model::{Amendment, Comment, Model, Standing};
use crate::read::Document;
use crate::read::parts::BODY;
use crate::story::{Story, View};
use crate::xml::{Budget, Tree};

/// The compilation as a Word file: each amendment as a tracked change of the organisation that asks for it
/// (of its first supporter where several do), the organisations' comments with their threads, and notes by
/// `Una Voce` for what tracked changes cannot say: shared support, other wordings, and alternatives in
/// conflict. The model is what is shown.
#[must_use]
pub fn compilation(base: &Document, model: &Model) -> Vec<u8> {
    let (marks, notes) = layout::lay_out(base, model);
    written(base, marks, &notes).package.write()
}

/// The compilation in brackets, as drafters of the United Nations write it: no tracked changes, each other
/// wording in square brackets with the names of those who ask for it, and the organisations' comments.
#[must_use]
pub fn bracketed(base: &Document, model: &Model) -> Vec<u8> {
    let mut marks: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
    for (part, edits) in brackets::edits(base, model) {
        let all = edits.into_iter().map(|edit| Mark {
            edit,
            note: None,
            objects: Vec::new(),
        });
        marks.insert(part, all.collect());
    }
    let notes = layout::comments(base, model);
    without_marks(written(base, marks, &notes))
}

/// A base with edits as tracked changes. Refusing all gives the base again; taking all gives [`clean`].
#[must_use]
pub fn redline(base: &Document, edits: &[Edit]) -> Vec<u8> {
    redlined(base, edits, &[]).package.write()
}

/// As [`redline`], with comments under the names of their organisations, at their places.
#[must_use]
pub fn redline_with(base: &Document, edits: &[Edit], comments: &[Comment]) -> Vec<u8> {
    let notes = layout::carried(comments, &layout::homes(base));
    redlined(base, edits, &notes).package.write()
}

/// Whether tracked changes can say what an amendment asks for; else only a note could.
pub(crate) fn says(base: &Document, amendment: &Amendment) -> bool {
    let edits = layout::shown(base, amendment);
    edits.iter().all(|edit| edit.whole != Some(Whole::Point))
}

/// A base with edits made, without tracked changes.
#[must_use]
pub fn clean(base: &Document, edits: &[Edit]) -> Vec<u8> {
    without_marks(redlined(base, edits, &[]))
}

/// A document with all that was written into it taken.
fn without_marks(mut document: Document) -> Vec<u8> {
    // What was written is opaque to the tree: it is read again before it is taken.
    let names: Vec<String> = document.trees.keys().cloned().collect();
    for name in names {
        if let Ok(Some(tree)) = document.package.tree(&name, &mut Budget::own()) {
            document.trees.insert(name, tree);
        }
    }
    document.resolved(View::Accept).package.write()
}

fn redlined(base: &Document, edits: &[Edit], notes: &[Note]) -> Document {
    let story = base.story(View::Accept);
    let mut marks: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
    for edit in edits {
        let part = match edit.part.as_str() {
            "" => BODY,
            part => part,
        };
        let mut edit = edit.clone();
        let behind = match edit.whole {
            Some(Whole::InsertParagraphsAfter(_)) => Some(edit.paragraph),
            Some(Whole::MoveBehind(behind)) => Some(behind),
            _ => None,
        };
        if let Some(behind) = behind.filter(|_| part == BODY && edit.standing.is_none()) {
            edit.standing = behind_table(&story, behind);
        }
        if let Some(Whole::Format(set)) = &edit.whole {
            let said = properties::sayable(base, set, edit.start < edit.end);
            edit.whole = Some(Whole::Format(said));
        }
        marks.entry(part.to_owned()).or_default().push(Mark {
            edit,
            note: None,
            objects: Vec::new(),
        });
    }
    written(base, marks, notes)
}

/// New paragraphs behind the last one of a table stand behind the table.
fn behind_table(story: &Story, paragraph: usize) -> Option<Standing> {
    let outer = |index: usize| {
        story
            .paragraphs
            .get(index)
            .and_then(|p| p.cells.first())
            .map(|cell| cell.table)
    };
    let own = paragraph.checked_sub(1).and_then(outer)?;
    (outer(paragraph) != Some(own)).then_some(Standing {
        depth: 0,
        before_next: false,
        new_table: false,
    })
}

/// Writes marks, by part, and notes into a base.
fn written(base: &Document, mut marks: BTreeMap<String, Vec<Mark>>, notes: &[Note]) -> Document {
    let mut document = if base.has_revisions() {
        base.resolved(View::Accept)
    } else {
        base.clone()
    };
    let first_note = remarks::first_id(&document);
    let signed = marks
        .values()
        .flatten()
        .map(|mark| mark.edit.author.clone());
    let authors: BTreeSet<String> = signed
        .chain(notes.iter().map(|note| note.sign.author.clone()))
        .filter(|author| !author.is_empty())
        .collect();
    for marks in marks.values_mut() {
        objects::bring(&mut document, marks);
    }
    // What stands in boxes is written before the body that holds them.
    for part in document.parts().into_iter().rev() {
        let own = marks.remove(&part.name).unwrap_or_default();
        let own_notes = if part.name == BODY { notes } else { &[] };
        if own.is_empty() && own_notes.is_empty() {
            continue;
        }
        let story = document.story_of(&part, View::Accept);
        let Some(tree) = document.trees.get_mut(&part.file) else {
            continue;
        };
        let tree = std::mem::replace(tree, Tree::empty());
        let tree = apply::apply(tree, story, own, own_notes, first_note);
        if tree.is_changed() {
            document.package.set(&part.file, tree.write());
        }
        document.trees.insert(part.file, tree);
    }
    let authors: BTreeSet<&str> = authors.iter().map(String::as_str).collect();
    remarks::add(&mut document, notes, first_note, &authors);
    document
}
