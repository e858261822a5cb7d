//! From a model to marks and notes: the tracked layout. Every supporter and every alternative is named,
//! in a mark or in a note on one.

mod choose;
mod words;

use std::collections::BTreeMap;

use super::marks::{Action, Mark, Note, Sign};
use crate::model::{Amendment, Comment, Kind, Model};

/// Who speaks in our own notes, which have no date.
pub(crate) const OURS: &str = "Una Voce";

/// The marks and notes that show a model.
pub(super) fn lay_out(model: &Model) -> (Vec<Mark>, Vec<Note>) {
    let body: Vec<&Amendment> = model
        .amendments
        .iter()
        .filter(|a| a.part == "body")
        .collect();
    let chosen = choose::choose(&body);
    let mut notes = carried(&model.comments);
    let mut marks = Vec::new();
    for (index, amendment) in body.iter().enumerate() {
        if !chosen.shown[index] {
            continue;
        }
        let others: Vec<&Amendment> = chosen
            .instead
            .get(&index)
            .map(|others| others.iter().map(|other| body[*other]).collect())
            .unwrap_or_default();
        let action = action(amendment);
        let silent = matches!(action, Action::Point { .. });
        let note = words::about(amendment, &others, silent).map(|text| {
            notes.push(Note {
                sign: Sign {
                    author: OURS.to_owned(),
                    date: None,
                },
                text,
                place: None,
                reply_to: None,
                resolved: false,
            });
            notes.len() - 1
        });
        marks.push(Mark {
            paragraph: place(amendment, &action),
            action,
            sign: sign(amendment),
            note,
        });
    }
    (marks, notes)
}

/// A shared change bears its first supporter and that supporter's date.
fn sign(amendment: &Amendment) -> Sign {
    let author = amendment
        .supporters
        .iter()
        .min()
        .cloned()
        .unwrap_or_default();
    let date = amendment.dates.get(&author).cloned();
    Sign { author, date }
}

/// A note has no place before the first paragraph.
fn place(amendment: &Amendment, action: &Action) -> usize {
    match action {
        Action::Point { .. } => amendment.paragraph.max(1),
        _ => amendment.paragraph,
    }
}

fn action(amendment: &Amendment) -> Action {
    let (start, end) = (amendment.start, amendment.end);
    let after = amendment.after.as_str();
    let lines = |text: &str| text.split('\n').map(str::to_owned).collect();
    match amendment.kind {
        Kind::ParagraphInsert => Action::InsertParagraphs {
            lines: lines(after),
            standing: amendment.standing,
        },
        Kind::ParagraphDelete => Action::DeleteParagraph,
        Kind::RowInsert => Action::InsertRow {
            cells: after.split('\t').map(lines).collect(),
            standing: amendment.standing,
            table: amendment.group.clone(),
        },
        Kind::RowDelete => Action::DeleteRow {
            paragraphs: amendment.before.split(['\n', '\t']).count(),
        },
        // The text of a new cell, where no column can be made: paragraphs behind its neighbour.
        Kind::Other if after.starts_with('\n') => Action::InsertParagraphs {
            lines: lines(&after[1..]),
            standing: amendment.standing,
        },
        // No mark can bring a picture or a note in.
        Kind::Insert | Kind::Replace | Kind::Other if only_objects(amendment) => {
            Action::Point { start, end }
        }
        Kind::Insert | Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Other => {
            Action::Text {
                start,
                end,
                after: after.to_owned(),
            }
        }
        Kind::Format | Kind::Move | Kind::Split | Kind::Join => Action::Point { start, end },
    }
}

fn only_objects(amendment: &Amendment) -> bool {
    let words = |text: &str| text.replace('\u{fffc}', "");
    let more = amendment.after.chars().count() > amendment.before.chars().count();
    more && words(&amendment.before) == words(&amendment.after)
}

/// The organisations' comments, with their threads.
fn carried(comments: &[Comment]) -> Vec<Note> {
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
            place: Some(if comment.part == "body" {
                (comment.paragraph, comment.start, comment.end)
            } else {
                (0, 0, 0)
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
