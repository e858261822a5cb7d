//! Texts as the pages show them: a paragraph with some proposals taken, a proposal with the words round it,
//! and any two versions side by side.

use crate::compose::{PreparedPart, paragraph_pairs, plain_story, slice};
use crate::diff::changes;
use crate::model::{Amendment, Kind};
use crate::project::exact;
use crate::tokens::Tokens;

/// Stands for the end of a paragraph, as proofreaders write it.
const END: &str = "¶";

/// What a stretch of shown text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    Same,
    Inserted,
    Deleted,
    /// Words left out; the text is "…".
    Elided,
}

/// A stretch of shown text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub kind: SpanKind,
    pub text: String,
}

/// A paragraph of a comparison of two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparedParagraph {
    Same(String),
    Changed(Vec<Span>),
    Inserted(String),
    Deleted(String),
}

/// How a base paragraph reads where these amendments to it are taken ("If a and d are taken, paragraph 4
/// reads …"). An amendment that overlaps one before it is left out. New paragraphs behind it follow after
/// U+000A.
#[must_use]
pub fn paragraph_with(base_text: &str, amendments: &[&Amendment]) -> Vec<Span> {
    let ends: Vec<Amendment> = amendments.iter().flat_map(|each| ends_in(each)).collect();
    let whole = amendments.iter().copied();
    let whole = whole.filter(|each| each.halves().is_none());
    let mut inside: Vec<&Amendment> = whole.chain(&ends).collect();
    inside.sort_by_key(|amendment| {
        let behind = matches!(amendment.kind, Kind::ParagraphInsert | Kind::RowInsert);
        (behind, amendment.start, amendment.end, amendment.order)
    });
    let length = base_text.chars().count();
    let mut spans = Vec::new();
    let mut at = 0;
    for amendment in inside {
        match amendment.kind {
            Kind::ParagraphInsert | Kind::RowInsert => {
                push(&mut spans, SpanKind::Same, slice(base_text, &(at..length)));
                at = length;
                push(
                    &mut spans,
                    SpanKind::Inserted,
                    &format!("\n{}", exact(&amendment.after)),
                );
            }
            Kind::Format => {}
            // What goes elsewhere is not here any more.
            Kind::Move => {
                push(
                    &mut spans,
                    SpanKind::Deleted,
                    slice(base_text, &(at..length)),
                );
                at = length;
            }
            Kind::Split if amendment.start >= at && amendment.start <= length => {
                push(
                    &mut spans,
                    SpanKind::Same,
                    slice(base_text, &(at..amendment.start)),
                );
                push(&mut spans, SpanKind::Inserted, END);
                at = amendment.start;
            }
            Kind::Join => {}
            Kind::Other if !amendment.properties.is_empty() => {}
            _ if amendment.start >= at && amendment.end <= length => {
                push(
                    &mut spans,
                    SpanKind::Same,
                    slice(base_text, &(at..amendment.start)),
                );
                let gone = slice(base_text, &(amendment.start..amendment.end));
                push(&mut spans, SpanKind::Deleted, gone);
                push(&mut spans, SpanKind::Inserted, &exact(&amendment.after));
                at = amendment.end;
            }
            _ => {}
        }
    }
    push(&mut spans, SpanKind::Same, slice(base_text, &(at..length)));
    spans
}

/// The ends of a move of words that lie in the paragraph that the words come from.
fn ends_in(amendment: &Amendment) -> Vec<Amendment> {
    let ends = amendment.halves().into_iter().flatten();
    ends.filter(|end| end.part == amendment.part && end.paragraph == amendment.paragraph)
        .collect()
}

/// A proposal with some words of its paragraph on either side; what is left out is marked.
#[must_use]
pub fn context(base_text: &str, amendment: &Amendment, words: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    match amendment.kind {
        // The words round it stand in another part than the base text that is given.
        _ if amendment.part != "body" => {
            push(&mut spans, SpanKind::Deleted, &exact(&amendment.before));
            push(&mut spans, SpanKind::Inserted, &exact(&amendment.after));
        }
        Kind::Move if amendment.halves().is_none() && amendment.before == amendment.after => {
            push(&mut spans, SpanKind::Same, &exact(&amendment.after));
        }
        Kind::Move if amendment.halves().is_none() => {
            push(&mut spans, SpanKind::Deleted, &exact(&amendment.before));
            push(&mut spans, SpanKind::Inserted, &exact(&amendment.after));
        }
        Kind::ParagraphInsert | Kind::RowInsert => {
            push(&mut spans, SpanKind::Inserted, &exact(&amendment.after));
        }
        Kind::ParagraphDelete | Kind::RowDelete => {
            push(&mut spans, SpanKind::Deleted, &exact(&amendment.before));
        }
        _ => {
            let tokens = Tokens::of(base_text);
            let (start, end) = (
                amendment.start.min(tokens.length),
                amendment.end.min(tokens.length),
            );
            let from = words_before(&tokens, start, words);
            let to = words_behind(&tokens, end, words);
            if from > 0 {
                push(&mut spans, SpanKind::Elided, "… ");
            }
            push(&mut spans, SpanKind::Same, slice(base_text, &(from..start)));
            let own = slice(base_text, &(start..end.max(start)));
            match amendment.kind {
                Kind::Split => push(&mut spans, SpanKind::Inserted, END),
                Kind::Join => push(&mut spans, SpanKind::Deleted, END),
                // They are not new where they go to.
                Kind::Move if amendment.before == amendment.after => {
                    push(&mut spans, SpanKind::Deleted, own);
                }
                // Other properties of the same words.
                _ if !amendment.properties.is_empty() => push(&mut spans, SpanKind::Same, own),
                _ => {
                    push(&mut spans, SpanKind::Deleted, own);
                    push(&mut spans, SpanKind::Inserted, &exact(&amendment.after));
                }
            }
            push(
                &mut spans,
                SpanKind::Same,
                slice(base_text, &(end..to.max(end))),
            );
            if to < tokens.length {
                push(&mut spans, SpanKind::Elided, " …");
            }
        }
    }
    spans
}

/// Where the `words`-th word before an offset begins.
fn words_before(tokens: &Tokens<'_>, offset: usize, words: usize) -> usize {
    let before = tokens
        .tokens
        .iter()
        .filter(|token| token.word && token.chars.end <= offset);
    let starts: Vec<usize> = before.map(|token| token.chars.start).collect();
    if starts.len() <= words {
        0
    } else {
        starts[starts.len() - words.max(1)]
    }
}

/// Where the `words`-th word behind an offset ends.
fn words_behind(tokens: &Tokens<'_>, offset: usize, words: usize) -> usize {
    let behind = tokens
        .tokens
        .iter()
        .filter(|token| token.word && token.chars.start >= offset);
    let ends: Vec<usize> = behind.map(|token| token.chars.end).collect();
    if ends.len() <= words {
        tokens.length
    } else {
        ends[words.max(1) - 1]
    }
}

/// Any two versions of a text, paragraph by paragraph.
#[must_use]
pub fn compare(before: &[String], after: &[String]) -> Vec<ComparedParagraph> {
    let (old_story, new_story) = (plain_story(before), plain_story(after));
    let (old, new) = (PreparedPart::of(&old_story), PreparedPart::of(&new_story));
    let pairs = paragraph_pairs(&old, &new);
    let mut compared = Vec::with_capacity(after.len());
    let mut there = 0;
    for (index, pair) in pairs.into_iter().enumerate() {
        let Some(pair) = pair else {
            compared.push(ComparedParagraph::Deleted(before[index].clone()));
            continue;
        };
        let inserted = after[there..pair]
            .iter()
            .cloned()
            .map(ComparedParagraph::Inserted);
        compared.extend(inserted);
        there = pair + 1;
        compared.push(match before[index] == after[pair] {
            true => ComparedParagraph::Same(after[pair].clone()),
            false => {
                let changes = changes(old.tokens(index), new.tokens(pair));
                ComparedParagraph::Changed(spans(&before[index], &after[pair], &changes))
            }
        });
    }
    compared.extend(
        after[there..]
            .iter()
            .cloned()
            .map(ComparedParagraph::Inserted),
    );
    compared
}

fn spans(before: &str, after: &str, changes: &[crate::diff::Change]) -> Vec<Span> {
    let (mut spans, mut at) = (Vec::new(), 0);
    for change in changes {
        push(
            &mut spans,
            SpanKind::Same,
            slice(before, &(at..change.base.start)),
        );
        push(&mut spans, SpanKind::Deleted, slice(before, &change.base));
        push(
            &mut spans,
            SpanKind::Inserted,
            slice(after, &change.version),
        );
        at = change.base.end;
    }
    push(
        &mut spans,
        SpanKind::Same,
        slice(before, &(at..before.chars().count())),
    );
    spans
}

fn push(spans: &mut Vec<Span>, kind: SpanKind, text: &str) {
    if !text.is_empty() {
        spans.push(Span {
            kind,
            text: text.to_owned(),
        });
    }
}
