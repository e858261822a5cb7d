//! From answers to proposals to the next text: what was taken, in whose words, and what stays in square
//! brackets.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::edit::{Edit, Whole};
use crate::model::{Amendment, Kind, Model};
use crate::project::{Step, apply};

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
    /// Of a move of words, one end of it.
    amendment: Cow<'m, Amendment>,
    /// Whether it is the end of a move.
    moved: bool,
    /// The words that come in; `None` for brackets.
    words: Option<String>,
    author: &'m str,
    date: Option<&'m str>,
}

/// The edits that turn the base into the text after the choices, in the order of the base.
///
/// # Errors
/// Where two chosen amendments overlap, an id is unknown, or a wording is empty.
pub fn edits(
    model: &Model,
    choices: &BTreeMap<String, Choice>,
) -> Result<Vec<Edit>, ChoiceProblem> {
    let decided = decide(model, choices)?;
    let mut edits = Vec::new();
    for (index, each) in decided.iter().enumerate() {
        match &each.words {
            Some(words) => edits.push(each.edit(words)),
            None => bracketed(&decided, index, &mut edits),
        }
    }
    edits.sort_by(|one, other| {
        let place = |edit: &Edit| {
            (
                edit.paragraph,
                is_block(edit),
                edit.start,
                edit.end,
                edit.order,
            )
        };
        (&one.part, place(one)).cmp(&(&other.part, place(other)))
    });
    Ok(edits)
}

impl Decided<'_> {
    fn edit(&self, words: &str) -> Edit {
        let make = if self.moved {
            Edit::end_of_move
        } else {
            Edit::of
        };
        make(&self.amendment, words, self.author, self.date)
    }
}

/// Whether an edit brings blocks: these come behind what is done in the paragraph.
fn is_block(edit: &Edit) -> bool {
    matches!(
        edit.whole,
        Some(Whole::InsertParagraphsAfter(_) | Whole::InsertRowAfter(_))
    )
}

/// The body paragraphs after the choices. `base` are the texts of its body paragraphs (accept view, line
/// breaks U+000A).
///
/// # Errors
/// As for [`edits`].
pub fn clean_paragraphs(
    base: &[&str],
    model: &Model,
    choices: &BTreeMap<String, Choice>,
) -> Result<Vec<String>, ChoiceProblem> {
    let edits: Vec<Edit> = edits(model, choices)?;
    let edits: Vec<Edit> = edits
        .into_iter()
        .filter(|edit| edit.part == "body")
        .collect();
    let rows: BTreeMap<usize, &str> = model
        .amendments
        .iter()
        .filter(|amendment| amendment.part == "body" && amendment.kind == Kind::RowDelete)
        .map(|amendment| (amendment.paragraph, amendment.before.as_str()))
        .collect();
    let texts: Vec<String> = edits.iter().map(written).collect();
    let steps = edits.iter().zip(&texts).enumerate();
    let steps: Vec<Step<'_>> = steps
        .filter_map(|(order, (edit, after))| {
            let (kind, before, to) = match &edit.whole {
                None | Some(Whole::MoveAway(_) | Whole::MoveHere(_)) => (Kind::Replace, "", None),
                Some(Whole::InsertParagraphsAfter(_)) => (Kind::ParagraphInsert, "", None),
                Some(Whole::InsertRowAfter(_)) => (Kind::RowInsert, "", None),
                Some(Whole::DeleteParagraph) => (Kind::ParagraphDelete, "", None),
                Some(Whole::DeleteRow(_)) => {
                    let before = rows.get(&edit.paragraph).copied();
                    (Kind::RowDelete, before.unwrap_or_default(), None)
                }
                Some(Whole::MoveBehind(to)) => (Kind::Move, "", Some(*to)),
                Some(Whole::Split) => (Kind::Split, "", None),
                Some(Whole::Join) => (Kind::Join, "", None),
                Some(Whole::Format(_) | Whole::Point) => return None,
            };
            Some(Step {
                side: 0,
                kind,
                paragraph: edit.paragraph,
                start: edit.start,
                end: edit.end,
                // What is moved here has its rank among what is inserted here.
                order: order_of(edit, order),
                before,
                after,
                to,
            })
        })
        .collect();
    Ok(apply(base, &steps))
}

/// The rank of an edit among others at its place: inside a paragraph they stand in their order already.
fn order_of(edit: &Edit, position: usize) -> usize {
    match edit.whole {
        None | Some(Whole::MoveAway(_) | Whole::MoveHere(_) | Whole::Split) => position,
        _ => edit.order,
    }
}

/// An edit's words as the model writes them.
fn written(edit: &Edit) -> String {
    match &edit.whole {
        Some(Whole::InsertParagraphsAfter(paragraphs)) => paragraphs.join("\n"),
        Some(Whole::InsertRowAfter(cells)) => cells.join("\t"),
        Some(Whole::DeleteParagraph | Whole::DeleteRow(_)) => String::new(),
        _ => edit.after.clone(),
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
    for amendment in &model.amendments {
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
        let author = first.filter(|_| theirs);
        let whole = Decided {
            amendment: Cow::Borrowed(amendment),
            moved: false,
            words,
            author: author.map_or(OURS, String::as_str),
            date: author
                .and_then(|name| amendment.dates.get(name))
                .map(String::as_str),
        };
        match amendment.halves() {
            Some([away, here]) => {
                decided.push(Decided {
                    amendment: Cow::Owned(away),
                    moved: true,
                    words: whole.words.as_ref().map(|_| String::new()),
                    ..whole
                });
                decided.push(Decided {
                    amendment: Cow::Owned(here),
                    moved: true,
                    ..whole
                });
            }
            None => decided.push(whole),
        }
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
    if amendment.kind != Kind::Insert && amendment.halves().is_none() {
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

/// Whether two amendments stand in each other's way: one of them can be taken, not both.
#[must_use]
pub fn exclude_each_other(one: &Amendment, other: &Amendment) -> bool {
    let halves = |amendment: &Amendment| match amendment.halves() {
        Some(halves) => halves.to_vec(),
        None => vec![amendment.clone()],
    };
    if one.id == other.id || asked_together(one, other) {
        return false;
    }
    let others = halves(other);
    let mut ones = halves(one).into_iter();
    ones.any(|a| others.iter().any(|b| overlap(&a, b, false)))
}

/// What one organisation asks for together can stand together: its own file shows it.
fn asked_together(one: &Amendment, other: &Amendment) -> bool {
    let mut names = one.supporters.iter();
    names.any(|name| other.supporters.contains(name))
}

fn clash(one: &Decided<'_>, other: &Decided<'_>) -> bool {
    if asked_together(&one.amendment, &other.amendment) {
        return false;
    }
    let bracketed = one.words.is_none() && other.words.is_none();
    overlap(&one.amendment, &other.amendment, bracketed)
}

/// Whether two amendments of one conflict stand in each other's way. Bracketed proposals for the very same
/// words stand side by side.
fn overlap(a: &Amendment, b: &Amendment, bracketed: bool) -> bool {
    if a.part != b.part {
        return false;
    }
    let block = |kind| matches!(kind, Kind::ParagraphDelete | Kind::RowDelete | Kind::Move);
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
    if a.kind == Kind::Join || b.kind == Kind::Join {
        let (join, other) = if a.kind == Kind::Join { (a, b) } else { (b, a) };
        let near = (join.paragraph..join.paragraph + 2).contains(&other.paragraph);
        let behind = match (other.kind, &other.to) {
            (Kind::Move, Some(to)) => to.paragraph,
            (kind, _) if inserts(kind) => other.paragraph,
            _ => usize::MAX,
        };
        return (near && block(other.kind)) || behind == join.paragraph;
    }
    if a.paragraph != b.paragraph || inserts(a.kind) || inserts(b.kind) {
        return false;
    }
    if block(a.kind) || block(b.kind) {
        return true;
    }
    let same = (a.start, a.end) == (b.start, b.end);
    if a.kind == Kind::Format || b.kind == Kind::Format {
        let mut both = a.properties.keys();
        return same && both.any(|name| b.properties.contains_key(name));
    }
    if same && bracketed {
        return false;
    }
    if a.start == a.end || b.start == b.end {
        let (point, span) = if a.start == a.end { (a, b) } else { (b, a) };
        return span.start < point.start && point.start < span.end;
    }
    a.start < b.end && b.start < a.end
}

/// The edits of a bracketed proposal. Proposals for the same words share the brackets of those words, which
/// the first of them sets.
fn bracketed(decided: &[Decided<'_>], index: usize, edits: &mut Vec<Edit>) {
    let amendment = &*decided[index].amendment;
    let ours = |paragraph, start, after: String| Edit {
        part: amendment.part.clone(),
        paragraph,
        start,
        end: start,
        after,
        author: OURS.to_owned(),
        ..Edit::default()
    };
    let block = |words: String| Edit {
        author: OURS.to_owned(),
        ..Edit::of(amendment, &words, OURS, None)
    };
    let bracket = |text: &str| format!("[{text}]");
    match amendment.kind {
        Kind::ParagraphInsert => {
            let lines: Vec<String> = amendment.after.split('\n').map(bracket).collect();
            edits.push(block(lines.join("\n")));
        }
        Kind::RowInsert => {
            let cells: Vec<String> = amendment.after.split('\t').map(bracket).collect();
            edits.push(block(cells.join("\t")));
        }
        Kind::ParagraphDelete | Kind::RowDelete => {
            let row = amendment.kind == Kind::RowDelete;
            let texts = amendment.before.split(|c| row && matches!(c, '\n' | '\t'));
            for (paragraph, text) in (amendment.paragraph..).zip(texts) {
                edits.push(ours(paragraph, 0, "[".to_owned()));
                edits.push(ours(paragraph, text.chars().count(), "]".to_owned()));
            }
        }
        Kind::Move => {
            // Both places stand in brackets: the words where they are, and again where they would go.
            edits.push(ours(amendment.paragraph, 0, "[".to_owned()));
            edits.push(ours(amendment.paragraph, amendment.end, "]".to_owned()));
            let behind = amendment.to.as_ref().map_or(0, |to| to.paragraph);
            edits.push(Edit {
                paragraph: behind,
                whole: Some(Whole::InsertParagraphsAfter(vec![bracket(
                    &amendment.after,
                )])),
                ..block(String::new())
            });
        }
        Kind::Insert | Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Other
            if amendment.properties.is_empty() =>
        {
            bracketed_words(decided, index, edits, ours);
        }
        // Neither a format nor the end of a paragraph can stand in brackets.
        _ => {}
    }
}

fn bracketed_words(
    decided: &[Decided<'_>],
    index: usize,
    edits: &mut Vec<Edit>,
    ours: impl Fn(usize, usize, String) -> Edit,
) {
    let amendment = &*decided[index].amendment;
    let place = |other: &Amendment| {
        let part = other.part.clone();
        (part, other.paragraph, other.start, other.end)
    };
    let alike = |each: &&Decided<'_>| {
        each.words.is_none()
            && place(&each.amendment) == place(amendment)
            && matches!(
                each.amendment.kind,
                Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Other
            )
            && each.amendment.properties.is_empty()
    };
    let (start, end) = (amendment.start, amendment.end);
    if start == end {
        let after = amendment.after.replace('\n', " ");
        let trimmed = after.trim();
        let bracketed = after.replacen(trimmed, &format!("[{trimmed}]"), 1);
        edits.push(ours(amendment.paragraph, start, bracketed));
        return;
    }
    if decided[..index].iter().any(|earlier| alike(&earlier)) {
        return;
    }
    let mut behind = "]".to_owned();
    for each in decided[index..].iter().filter(alike) {
        if !each.amendment.after.is_empty() {
            behind.push_str(&format!(" [{}]", each.amendment.after));
        }
    }
    edits.push(ours(amendment.paragraph, start, "[".to_owned()));
    edits.push(ours(amendment.paragraph, end, behind));
}
