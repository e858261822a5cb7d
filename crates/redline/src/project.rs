//! The projection law: base text and model alone rebuild what an organisation sent.
//!
//! In the texts of the model a paragraph break is U+000A and a cell break U+0009, so a line break inside
//! a paragraph is written U+2028 there, and a tab inside the text of a row U+000B.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::slice;
use crate::model::{Kind, Model};

/// The body paragraphs of an organisation's return as accepted, rebuilt from the base's paragraphs (accept
/// view, line breaks U+000A) and the model: what it supports in its own variant, and its set-aside.
#[must_use]
pub fn project(base: &[&str], model: &Model, organisation: &str) -> Vec<String> {
    let mut steps = Vec::new();
    for amendment in &model.amendments {
        let supports = amendment.supporters.iter().any(|name| name == organisation);
        if amendment.part == "body" && supports {
            let after = amendment
                .variants
                .get(organisation)
                .unwrap_or(&amendment.after);
            steps.push(Step {
                kind: amendment.kind,
                paragraph: amendment.paragraph,
                start: amendment.start,
                end: amendment.end,
                order: amendment.order,
                before: &amendment.before,
                after,
            });
        }
    }
    let returned = model
        .returns
        .iter()
        .filter(|returned| returned.organisation == organisation);
    for aside in returned.flat_map(|returned| &returned.set_aside) {
        if aside.part == "body" {
            steps.push(Step {
                kind: Kind::Replace,
                paragraph: aside.paragraph,
                start: aside.start,
                end: aside.end,
                order: 0,
                before: &aside.before,
                after: &aside.after,
            });
        }
    }
    apply(base, &steps)
}

/// One change to be applied to the base's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step<'m> {
    pub(crate) kind: Kind,
    pub(crate) paragraph: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) order: usize,
    pub(crate) before: &'m str,
    pub(crate) after: &'m str,
}

/// Applies changes that do not overlap. What is done inside a paragraph that goes is lost with it.
pub(crate) fn apply(base: &[&str], steps: &[Step<'_>]) -> Vec<String> {
    let mut behind: BTreeMap<usize, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    let mut inside: BTreeMap<usize, Vec<&Step<'_>>> = BTreeMap::new();
    let mut gone = BTreeSet::new();
    for step in steps {
        match step.kind {
            Kind::Format => {}
            Kind::ParagraphInsert | Kind::RowInsert => {
                let row = step.kind == Kind::RowInsert;
                let lines = step.after.split(|c| c == '\n' || (row && c == '\t'));
                let lines = lines.map(exact).collect();
                behind
                    .entry(step.paragraph)
                    .or_default()
                    .push((step.order, lines));
            }
            Kind::ParagraphDelete => {
                gone.insert(step.paragraph);
            }
            Kind::RowDelete => {
                let count = step.before.split(['\n', '\t']).count();
                gone.extend(step.paragraph..step.paragraph + count);
            }
            // A cell that goes with its column.
            Kind::Other if step.after.is_empty() => {
                gone.insert(step.paragraph);
            }
            _ => inside.entry(step.paragraph).or_default().push(step),
        }
    }
    let mut result = Vec::with_capacity(base.len());
    let mut put_behind = |paragraph: usize, result: &mut Vec<String>| {
        if let Some(mut inserted) = behind.remove(&paragraph) {
            inserted.sort();
            result.extend(inserted.into_iter().flat_map(|(_, lines)| lines));
        }
    };
    put_behind(0, &mut result);
    for (index, text) in base.iter().enumerate() {
        if !gone.contains(&(index + 1)) {
            match inside.get(&(index + 1)) {
                None => result.push((*text).to_owned()),
                Some(steps) => {
                    result.extend(changed(text, steps).split('\n').map(exact));
                }
            }
        }
        put_behind(index + 1, &mut result);
    }
    result
}

/// A paragraph with changes applied; U+000A in the result is a paragraph break.
fn changed(text: &str, steps: &[&Step<'_>]) -> String {
    let mut steps = steps.to_vec();
    steps.sort_by_key(|step| (step.start, step.end, step.order, step.after));
    let mut result = String::with_capacity(text.len());
    let length = text.chars().count();
    let mut at = 0;
    for step in steps {
        let start = step.start.clamp(at, length);
        result.push_str(&in_text(slice(text, &(at..start))));
        result.push_str(step.after);
        at = step.end.clamp(start, length);
    }
    result.push_str(&in_text(slice(text, &(at..length))));
    result
}

/// A paragraph's text as the model writes it.
pub(crate) fn in_text(text: &str) -> String {
    text.replace('\n', "\u{2028}")
}

/// A paragraph's text as the model writes it within a row.
pub(crate) fn in_row(text: &str) -> String {
    text.replace('\n', "\u{2028}").replace('\t', "\u{b}")
}

/// The exact text of a paragraph as the model wrote it.
pub(crate) fn exact(text: &str) -> String {
    text.replace('\u{2028}', "\n").replace('\u{b}', "\t")
}
