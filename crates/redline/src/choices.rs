//! From answers to proposals to the next text: what was taken, in whose words, and what stays in square
//! brackets.

use std::collections::BTreeMap;

use crate::edit::{Edit, Whole};
use crate::model::{Amendment, Kind, Model};
use crate::project::{Step, apply, exact};

/// Who is named for words that no organisation wrote: other words for somebody's idea, and brackets.
const OURS: &str = "Una Voce";

/// The answer to one proposal. A proposal without an answer is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// As proposed.
    Take,
    /// The idea, in these words: they stand in place of the proposed ones. Paragraphs are separated by
    /// U+000A.
    InOtherWords(String),
    NotTaken,
    Noted,
    /// Wording and proposal both stand in square brackets: "[should] [shall]".
    Bracket,
    LeaveForDiscussion,
}

/// Why choices do not make a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceProblem {
    /// Ids of two amendments.
    #[error(
        "two proposals for the same words cannot both stand: take one of them, or bracket both"
    )]
    Clash { one: String, other: String },
    /// An id that the model does not have.
    #[error("an answer names a proposal that is not in this compilation")]
    Unknown { id: String },
    /// An empty wording.
    #[error("the other words for a proposal are empty: write them, or do not take it")]
    NoWords { id: String },
}

/// What is done to the base because of one answer.
struct Decided<'m> {
    amendment: &'m Amendment,
    /// The words that come in; `None` for brackets.
    words: Option<String>,
    author: &'m str,
    date: Option<&'m str>,
}

/// The edits that turn the base into the text after the choices, in the order of the base. `base` are the
/// texts of its body paragraphs (accept view, line breaks U+000A).
///
/// # Errors
/// Where two chosen amendments overlap, an id is unknown, or a wording is empty.
pub fn edits(
    base: &[&str],
    model: &Model,
    choices: &BTreeMap<String, Choice>,
) -> Result<Vec<Edit>, ChoiceProblem> {
    let decided = decide(model, choices)?;
    let mut edits = Vec::new();
    for (index, each) in decided.iter().enumerate() {
        match each.words {
            Some(_) => taken(each, &mut edits),
            None => bracketed(base, &decided, index, &mut edits),
        }
    }
    edits.sort_by_key(|edit| (edit.paragraph, edit.whole.is_some(), edit.start, edit.end));
    Ok(edits)
}

/// The body paragraphs after the choices. `base` as for [`edits`].
///
/// # Errors
/// As for [`edits`].
pub fn clean_paragraphs(
    base: &[&str],
    model: &Model,
    choices: &BTreeMap<String, Choice>,
) -> Result<Vec<String>, ChoiceProblem> {
    let edits = edits(base, model, choices)?;
    let rows: BTreeMap<usize, &str> = model
        .amendments
        .iter()
        .filter(|amendment| amendment.part == "body" && amendment.kind == Kind::RowDelete)
        .map(|amendment| (amendment.paragraph, amendment.before.as_str()))
        .collect();
    let texts: Vec<String> = edits.iter().map(written).collect();
    let steps: Vec<Step<'_>> = edits
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(order, (edit, after))| {
            let (kind, before) = match &edit.whole {
                None => (Kind::Replace, ""),
                Some(Whole::InsertParagraphsAfter(_)) => (Kind::ParagraphInsert, ""),
                Some(Whole::InsertRowAfter(_)) => (Kind::RowInsert, ""),
                Some(Whole::DeleteParagraph) => (Kind::ParagraphDelete, ""),
                Some(Whole::DeleteRow) => (
                    Kind::RowDelete,
                    rows.get(&edit.paragraph).copied().unwrap_or_default(),
                ),
            };
            let Edit {
                paragraph,
                start,
                end,
                ..
            } = *edit;
            Step {
                kind,
                paragraph,
                start,
                end,
                order,
                before,
                after,
            }
        })
        .collect();
    Ok(apply(base, &steps))
}

/// An edit's words as the model writes them.
fn written(edit: &Edit) -> String {
    let line = |text: &String| text.replace('\n', "\u{2028}");
    match &edit.whole {
        None => line(&edit.after),
        Some(Whole::InsertParagraphsAfter(paragraphs)) => {
            paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Some(Whole::InsertRowAfter(cells)) => cells
            .iter()
            .map(|cell| cell.replace('\t', "\u{b}"))
            .collect::<Vec<_>>()
            .join("\t"),
        Some(Whole::DeleteParagraph | Whole::DeleteRow) => String::new(),
    }
}

/// Pairs answers with amendments and refuses what cannot stand together.
fn decide<'m>(
    model: &'m Model,
    choices: &BTreeMap<String, Choice>,
) -> Result<Vec<Decided<'m>>, ChoiceProblem> {
    let known: BTreeMap<&str, ()> = model
        .amendments
        .iter()
        .map(|amendment| (amendment.id.as_str(), ()))
        .collect();
    if let Some(id) = choices.keys().find(|id| !known.contains_key(id.as_str())) {
        return Err(ChoiceProblem::Unknown { id: id.clone() });
    }
    let mut decided = Vec::new();
    for amendment in model
        .amendments
        .iter()
        .filter(|amendment| amendment.part == "body")
    {
        let first = amendment.supporters.first();
        let words = match choices.get(&amendment.id) {
            Some(Choice::Take) => Some(amendment.after.clone()),
            Some(Choice::InOtherWords(words)) if words.trim().is_empty() => {
                return Err(ChoiceProblem::NoWords {
                    id: amendment.id.clone(),
                });
            }
            Some(Choice::InOtherWords(words)) => Some(in_other_words(amendment, words)),
            Some(Choice::Bracket) => None,
            _ => continue,
        };
        let theirs = matches!(choices.get(&amendment.id), Some(Choice::Take));
        decided.push(Decided {
            amendment,
            words,
            author: first.filter(|_| theirs).map_or(OURS, String::as_str),
            date: first
                .filter(|_| theirs)
                .and_then(|name| amendment.dates.get(name))
                .map(String::as_str),
        });
    }
    refuse_clashes(&decided)?;
    Ok(decided)
}

/// Somebody's words at the place of a proposal, with the spaces that the proposal had at its borders.
fn in_other_words(amendment: &Amendment, words: &str) -> String {
    let words = match amendment.kind {
        Kind::ParagraphInsert | Kind::RowInsert => words.to_owned(),
        _ => words.replace('\n', "\u{2028}"),
    };
    if amendment.kind != Kind::Insert {
        return words;
    }
    let after = amendment.after.as_str();
    let head = &after[..after.len() - after.trim_start().len()];
    let tail = &after[after.trim_end().len()..];
    format!("{head}{}{tail}", words.trim())
}

fn refuse_clashes(decided: &[Decided<'_>]) -> Result<(), ChoiceProblem> {
    let mut conflicts: BTreeMap<&str, Vec<&Decided<'_>>> = BTreeMap::new();
    for each in decided {
        if let Some(conflict) = &each.amendment.conflict {
            conflicts.entry(conflict).or_default().push(each);
        }
    }
    for members in conflicts.values() {
        for (index, one) in members.iter().enumerate() {
            if let Some(other) = members[index + 1..].iter().find(|other| clash(one, other)) {
                let (one, other) = (one.amendment.id.clone(), other.amendment.id.clone());
                return Err(ChoiceProblem::Clash { one, other });
            }
        }
    }
    Ok(())
}

/// Whether two amendments of one conflict stand in each other's way. Bracketed proposals for the very same
/// words stand side by side.
fn clash(one: &Decided<'_>, other: &Decided<'_>) -> bool {
    let (a, b) = (one.amendment, other.amendment);
    let block = |kind| matches!(kind, Kind::ParagraphDelete | Kind::RowDelete);
    let inserts = |kind| matches!(kind, Kind::ParagraphInsert | Kind::RowInsert);
    if a.kind == Kind::RowDelete || b.kind == Kind::RowDelete {
        let (row, inner) = if a.kind == Kind::RowDelete {
            (a, b)
        } else {
            (b, a)
        };
        let count = row.before.split(['\n', '\t']).count();
        return (row.paragraph..row.paragraph + count).contains(&inner.paragraph);
    }
    if a.paragraph != b.paragraph || inserts(a.kind) || inserts(b.kind) {
        return false;
    }
    if block(a.kind) || block(b.kind) {
        return true;
    }
    let same = (a.start, a.end) == (b.start, b.end);
    if same && one.words.is_none() && other.words.is_none() {
        return false;
    }
    if a.start == a.end || b.start == b.end {
        let (point, span) = if a.start == a.end { (a, b) } else { (b, a) };
        return span.start < point.start && point.start < span.end;
    }
    a.start < b.end && b.start < a.end
}

/// The edits of one proposal that is taken.
fn taken(decided: &Decided<'_>, edits: &mut Vec<Edit>) {
    let amendment = decided.amendment;
    let words = decided.words.as_deref().unwrap_or_default();
    let edit = |start, end, after: String, whole| Edit {
        paragraph: amendment.paragraph,
        start,
        end,
        after,
        whole,
        author: decided.author.to_owned(),
        date: decided.date.map(str::to_owned),
    };
    let whole = match amendment.kind {
        Kind::ParagraphInsert => Some(Whole::InsertParagraphsAfter(
            words.split('\n').map(exact).collect(),
        )),
        Kind::ParagraphDelete if words.is_empty() => Some(Whole::DeleteParagraph),
        Kind::RowInsert => Some(Whole::InsertRowAfter(cells(words))),
        Kind::RowDelete => Some(Whole::DeleteRow),
        // The text of a new cell, kept where no column can be made: as paragraphs of its neighbour.
        Kind::Other if words.starts_with('\n') => Some(Whole::InsertParagraphsAfter(
            words[1..].split('\n').map(exact).collect(),
        )),
        Kind::Format | Kind::Move | Kind::Split | Kind::Join => return,
        _ => None,
    };
    match whole {
        Some(whole) => edits.push(edit(0, 0, String::new(), Some(whole))),
        None => edits.push(edit(amendment.start, amendment.end, exact(words), None)),
    }
}

/// The cells of a row: cells are joined by U+0009, the paragraphs of a cell by U+000A.
fn cells(row: &str) -> Vec<String> {
    row.split('\t').map(exact).collect()
}

/// The edits of a bracketed proposal. Proposals for the same words share the brackets of those words, which
/// the first of them sets.
fn bracketed(base: &[&str], decided: &[Decided<'_>], index: usize, edits: &mut Vec<Edit>) {
    let amendment = decided[index].amendment;
    let ours = |paragraph, start, after: String, whole| Edit {
        paragraph,
        start,
        end: start,
        after,
        whole,
        author: OURS.to_owned(),
        date: None,
    };
    let words = || {
        amendment
            .after
            .split('\n')
            .map(|text| format!("[{}]", exact(text)))
    };
    match amendment.kind {
        Kind::ParagraphInsert => {
            let whole = Whole::InsertParagraphsAfter(words().collect());
            edits.push(ours(amendment.paragraph, 0, String::new(), Some(whole)));
        }
        Kind::RowInsert => {
            let row = cells(&amendment.after)
                .iter()
                .map(|cell| format!("[{cell}]"))
                .collect();
            let whole = Whole::InsertRowAfter(row);
            edits.push(ours(amendment.paragraph, 0, String::new(), Some(whole)));
        }
        Kind::ParagraphDelete | Kind::RowDelete => {
            let count = match amendment.kind {
                Kind::RowDelete => amendment.before.split(['\n', '\t']).count(),
                _ => 1,
            };
            for paragraph in amendment.paragraph..amendment.paragraph + count {
                let Some(text) = base.get(paragraph - 1) else {
                    continue;
                };
                edits.push(ours(paragraph, 0, "[".to_owned(), None));
                edits.push(ours(paragraph, text.chars().count(), "]".to_owned(), None));
            }
        }
        Kind::Insert | Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Other => {
            bracketed_words(decided, index, edits, ours);
        }
        Kind::Move | Kind::Format | Kind::Split | Kind::Join => {}
    }
}

fn bracketed_words(
    decided: &[Decided<'_>],
    index: usize,
    edits: &mut Vec<Edit>,
    ours: impl Fn(usize, usize, String, Option<Whole>) -> Edit,
) {
    let amendment = decided[index].amendment;
    let place = |other: &Amendment| (other.paragraph, other.start, other.end);
    let alike = |each: &&Decided<'_>| {
        each.words.is_none()
            && place(each.amendment) == place(amendment)
            && !matches!(
                each.amendment.kind,
                Kind::ParagraphInsert | Kind::RowInsert | Kind::ParagraphDelete | Kind::RowDelete
            )
    };
    let (start, end) = (amendment.start, amendment.end);
    if start == end {
        let after = exact(&amendment.after.replace('\n', " "));
        let trimmed = after.trim();
        let bracketed = after.replacen(trimmed, &format!("[{trimmed}]"), 1);
        edits.push(ours(amendment.paragraph, start, bracketed, None));
        return;
    }
    if decided[..index].iter().any(|earlier| alike(&earlier)) {
        return;
    }
    let mut behind = "]".to_owned();
    for each in decided[index..].iter().filter(alike) {
        if !each.amendment.after.is_empty() {
            behind.push_str(&format!(" [{}]", exact(&each.amendment.after)));
        }
    }
    edits.push(ours(amendment.paragraph, start, "[".to_owned(), None));
    edits.push(ours(amendment.paragraph, end, behind, None));
}
