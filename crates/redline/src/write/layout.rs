//! From a model to marks and notes: the tracked layout. Every supporter and every alternative is named,
//! in a mark or in a note on one.

mod choose;
pub(crate) mod words;

use std::collections::BTreeMap;

use super::marks::{Mark, Note, Sign};
use super::properties::sayable;
use crate::edit::{Edit, Whole};
use crate::model::{Amendment, Comment, Model};
use crate::read::Document;
use crate::read::objects::Objects;
use crate::read::parts::BODY;
use crate::story::View;

/// Who speaks in our own notes, which have no date.
pub(crate) const OURS: &str = "Una Voce";

/// The marks, by part, and the notes that show a model.
pub(super) fn lay_out(base: &Document, model: &Model) -> (BTreeMap<String, Vec<Mark>>, Vec<Note>) {
    let homes = homes(base);
    let mut parts: BTreeMap<&str, Vec<&Amendment>> = BTreeMap::new();
    for amendment in &model.amendments {
        parts.entry(&amendment.part).or_default().push(amendment);
    }
    let mut notes = carried(&model.comments, &homes);
    let mut marks: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
    for (part, amendments) in parts {
        let chosen = choose::choose(&amendments);
        for (index, amendment) in amendments.iter().enumerate() {
            if chosen.beside[index] {
                let all = marks.entry(part.to_owned()).or_default();
                all.extend(beside(base, amendment));
            }
            if !chosen.shown[index] {
                continue;
            }
            let others = chosen.instead.get(&index).map_or(&[][..], Vec::as_slice);
            let others: Vec<&Amendment> = others.iter().map(|other| amendments[*other]).collect();
            let edits = shown(base, amendment);
            let silent = edits.iter().any(|edit| edit.whole == Some(Whole::Point));
            let note = words::about(amendment, &others, silent).map(|text| {
                let place = match part {
                    BODY => None,
                    _ => homes.get(part).copied().or(Some((1, 0, 0))),
                };
                notes.push(Note {
                    sign: Sign {
                        author: OURS.to_owned(),
                        date: None,
                    },
                    text,
                    place,
                    reply_to: None,
                    resolved: false,
                });
                notes.len() - 1
            });
            // A note on a move of words stands where they are.
            let mut note = note.filter(|_| part == BODY);
            let all = marks.entry(part.to_owned()).or_default();
            all.extend(edits.into_iter().map(|edit| Mark {
                edit,
                note: note.take(),
                objects: Vec::new(),
            }));
        }
    }
    (marks, notes)
}

/// The organisations' comments alone.
pub(super) fn comments(base: &Document, model: &Model) -> Vec<Note> {
    carried(&model.comments, &homes(base))
}

/// Where in the body the notes and text boxes hang: no comment may stand in them.
pub(super) fn homes(base: &Document) -> BTreeMap<String, (usize, usize, usize)> {
    let held = Objects::new(base)
        .held(&base.story(View::Accept))
        .into_iter();
    held.map(|(paragraph, offset, part)| (part, (paragraph + 1, offset, offset + 1)))
        .collect()
}

/// Other words for a stretch that another mark replaces already: its own words alone.
fn beside(base: &Document, amendment: &Amendment) -> impl Iterator<Item = Mark> {
    shown(base, amendment).into_iter().map(|edit| Mark {
        edit: Edit {
            start: edit.end,
            ..edit
        },
        note: None,
        objects: Vec::new(),
    })
}

/// An amendment as marks can show it: one, or the two ends of a move of words. A shared change bears its
/// first supporter and that supporter's date.
pub(super) fn shown(base: &Document, amendment: &Amendment) -> Vec<Edit> {
    let author = amendment
        .supporters
        .iter()
        .min()
        .cloned()
        .unwrap_or_default();
    let date = amendment.dates.get(&author).map(String::as_str);
    let mut edits = Edit::all_of(amendment, &amendment.after, &author, date);
    let [edit] = edits.as_mut_slice() else {
        return edits;
    };
    match &edit.whole {
        Some(Whole::Format(set)) => {
            let said = sayable(base, set, amendment.start < amendment.end);
            let whole = if said.is_empty() {
                Whole::Point
            } else {
                Whole::Format(said)
            };
            edit.whole = Some(whole);
        }
        // No mark can bring a picture or a formula in.
        None if words::only_objects(amendment) => edit.whole = Some(Whole::Point),
        _ => {}
    }
    if edit.whole == Some(Whole::Point) {
        // A note has no place before the first paragraph.
        edit.paragraph = edit.paragraph.max(1);
    }
    edits
}

/// The organisations' comments, with their threads.
pub(super) fn carried(
    comments: &[Comment],
    homes: &BTreeMap<String, (usize, usize, usize)>,
) -> Vec<Note> {
    let rank: BTreeMap<&str, usize> = comments
        .iter()
        .enumerate()
        .map(|(index, c)| (c.id.as_str(), index))
        .collect();
    comments
        .iter()
        .enumerate()
        .map(|(index, comment)| Note {
            sign: Sign {
                author: comment.organisation.clone(),
                date: comment.date.clone(),
            },
            text: comment.text.clone(),
            place: Some(match comment.part.as_str() {
                BODY => (comment.paragraph, comment.start, comment.end),
                part => homes.get(part).copied().unwrap_or((0, 0, 0)),
            }),
            reply_to: comment
                .reply_to
                .as_deref()
                .and_then(|parent| rank.get(parent).copied())
                .filter(|parent| *parent != index),
            resolved: comment.resolved,
        })
        .collect()
}
