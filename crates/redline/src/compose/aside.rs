//! Changes that are no amendments, as they are listed. A paragraph that came stands at an offset of a
//! neighbour with its U+000A, one that went ends its words with U+000A.

use std::collections::BTreeSet;

use crate::compose::compare::{Change, To};
use crate::compose::part::Part;
use crate::model::{Kind, SetAside};
use crate::project::in_text;

/// The base paragraphs that go from their place by some changes of one return.
pub(crate) fn gone<'c>(changes: impl Iterator<Item = &'c Change>) -> BTreeSet<usize> {
    let mut gone = BTreeSet::new();
    for change in changes {
        let count = match change.kind {
            Kind::ParagraphDelete => 1,
            Kind::Move if !change.moves_words() => 1,
            Kind::RowDelete => change.before.split(['\n', '\t']).count(),
            _ => 0,
        };
        gone.extend(change.paragraph..change.paragraph + count);
    }
    gone
}

/// A change as it is listed, in as many entries as it takes. `gone` are the base paragraphs that the return
/// has not: none of them can be a neighbour.
pub(crate) fn entries(
    reason: &str,
    part: &str,
    base: &Part<'_>,
    gone: &BTreeSet<usize>,
    change: &Change,
) -> Vec<SetAside> {
    let left = |paragraph: &usize| !gone.contains(paragraph);
    let entry = |paragraph: usize, start, end, before: String, after: String| SetAside {
        reason: reason.to_owned(),
        part: part.to_owned(),
        paragraph,
        start,
        end,
        before,
        after,
    };
    let behind = |paragraph: usize, words: String| match (1..=paragraph).rev().find(left) {
        Some(paragraph) => {
            let end = base.length(paragraph - 1);
            entry(paragraph, end, end, String::new(), format!("\n{words}"))
        }
        None => {
            let next = (paragraph + 1..=base.len()).find(left).unwrap_or(1);
            entry(next, 0, 0, String::new(), format!("{words}\n"))
        }
    };
    let goes = |paragraph: usize| {
        let before = format!("{}\n", in_text(base.text(paragraph - 1)));
        entry(
            paragraph,
            0,
            base.length(paragraph - 1),
            before,
            String::new(),
        )
    };
    let as_paragraphs = |row: &str| row.replace('\t', "\n").replace('\u{b}', "\t");
    let (paragraph, span) = (change.paragraph, &change.span);
    match change.kind {
        Kind::ParagraphInsert => vec![behind(paragraph, change.after.clone())],
        Kind::RowInsert => vec![behind(paragraph, as_paragraphs(&change.after))],
        Kind::ParagraphDelete => vec![goes(paragraph)],
        Kind::RowDelete => {
            let count = change.before.split(['\n', '\t']).count();
            (paragraph..paragraph + count).map(goes).collect()
        }
        Kind::Move => match change.to {
            Some(To {
                paragraph: there,
                offset: Some(offset),
            }) => vec![
                entry(
                    paragraph,
                    span.start,
                    span.end,
                    change.before.clone(),
                    String::new(),
                ),
                entry(there, offset, offset, String::new(), change.after.clone()),
            ],
            to => {
                let place = to.map_or(paragraph, |to| to.paragraph);
                vec![goes(paragraph), behind(place, change.after.clone())]
            }
        },
        Kind::Split => vec![entry(
            paragraph,
            span.start,
            span.end,
            String::new(),
            "\n".to_owned(),
        )],
        Kind::Join if paragraph < base.len() => {
            let next = in_text(base.text(paragraph));
            vec![
                entry(paragraph, span.start, span.end, String::new(), next),
                goes(paragraph + 1),
            ]
        }
        // A cell that went with its column.
        Kind::Other if change.after.is_empty() && !change.sets() => vec![goes(paragraph)],
        _ => vec![entry(
            paragraph,
            span.start,
            span.end,
            change.before.clone(),
            change.after.clone(),
        )],
    }
}
