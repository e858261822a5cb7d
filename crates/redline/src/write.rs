//! Writing changes into a base's file: the compilation in tracked layout, and redlines.
//!
//! A base with pending revisions is taken in its accept view first. What no change touches keeps its
//! bytes; refusing all that was written gives the base's text again.

mod apply;
mod blocks;
mod fields;
pub(crate) mod fragment;
mod inline;
mod layout;
mod marks;
mod remarks;
mod rows;

use std::collections::BTreeSet;

use marks::{Action, Mark, Note, Sign};

use crate::compile::Submission;
use crate::edit::{Edit, Whole};
use crate::model::{Model, Standing};
use crate::read::Document;
use crate::story::{Story, View};
use crate::xml::Budget;

/// The compilation as a Word file: each amendment of the body as a tracked change of the organisation
/// that asks for it (of its first supporter where several do), the organisations' comments with their
/// threads, and notes by `Una Voce` for what tracked changes cannot say: shared support, other
/// wordings, and alternatives in conflict. The model is what is shown; the returns' files add nothing.
#[must_use]
pub fn compilation(base: &Document, _returns: &[Submission<'_>], model: &Model) -> Vec<u8> {
    let (marks, notes) = layout::lay_out(model);
    written(base, marks, &notes).package.write()
}

/// A base with edits as tracked changes. Refusing all gives the base again; taking all gives [`clean`].
#[must_use]
pub fn redline(base: &Document, edits: &[Edit]) -> Vec<u8> {
    redlined(base, edits).package.write()
}

/// A base with edits made, without tracked changes.
#[must_use]
pub fn clean(base: &Document, edits: &[Edit]) -> Vec<u8> {
    let mut document = redlined(base, edits);
    // What was written is opaque to the tree: it is read again before it is taken.
    let name = document.main.clone();
    if let Ok(Some(tree)) = document.package.tree(&name, &mut Budget::own()) {
        document.trees.insert(name, tree);
    }
    document.resolved(View::Accept).package.write()
}

fn redlined(base: &Document, edits: &[Edit]) -> Document {
    let story = base.story(View::Accept);
    let marks = edits
        .iter()
        .map(|edit| Mark {
            paragraph: edit.paragraph,
            action: action(edit, &story),
            sign: Sign {
                author: edit.author.clone(),
                date: edit.date.clone(),
            },
            note: None,
        })
        .collect();
    written(base, marks, &[])
}

fn action(edit: &Edit, story: &Story) -> Action {
    let lines = |cell: &String| cell.split('\n').map(str::to_owned).collect();
    match &edit.whole {
        None => Action::Text {
            start: edit.start,
            end: edit.end,
            after: edit.after.clone(),
        },
        Some(Whole::InsertParagraphsAfter(lines)) => Action::InsertParagraphs {
            lines: lines.clone(),
            standing: behind_table(story, edit.paragraph),
        },
        Some(Whole::DeleteParagraph) => Action::DeleteParagraph,
        Some(Whole::InsertRowAfter(cells)) => Action::InsertRow {
            cells: cells.iter().map(lines).collect(),
            standing: None,
            table: None,
        },
        Some(Whole::DeleteRow) => Action::DeleteRow { paragraphs: 0 },
    }
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

fn written(base: &Document, marks: Vec<Mark>, notes: &[Note]) -> Document {
    let mut document = if base.has_revisions() {
        base.resolved(View::Accept)
    } else {
        base.clone()
    };
    let first_note = remarks::first_id(&document);
    let authors: Vec<String> = marks
        .iter()
        .map(|m| &m.sign)
        .chain(notes.iter().map(|n| &n.sign))
        .map(|s| s.author.clone())
        .collect();
    let authors: BTreeSet<&str> = authors
        .iter()
        .map(String::as_str)
        .filter(|a| !a.is_empty())
        .collect();
    let tree = apply::apply(&document, marks, notes, first_note);
    if tree.is_changed() {
        document
            .package
            .set(&document.main, tree.write().into_bytes());
    }
    document.trees.insert(document.main.clone(), tree);
    remarks::add(&mut document, notes, first_note, &authors);
    document
}
