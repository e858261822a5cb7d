//! The projection law: base text and model alone rebuild what an organisation sent.
//!
//! In the texts of the model a paragraph break is U+000A and a cell break U+0009, so a line break inside
//! a paragraph is written U+2028 there, and a tab inside the text of a row U+000B.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::compose::slice;
use crate::model::{Kind, Model};

/// The body paragraphs of an organisation's return as accepted, rebuilt from the base's paragraphs (accept
/// view, line breaks U+000A) and the model: what it supports in its own variant, and its set-aside.
#[must_use]
pub fn project(base: &[&str], model: &Model, organisation: &str) -> Vec<String> {
    project_part(base, model, organisation, "body")
}

/// As [`project`], for any part of the base.
#[must_use]
pub fn project_part(base: &[&str], model: &Model, organisation: &str, part: &str) -> Vec<String> {
    let rebuilt = apply_to(base, &steps(model, organisation, part));
    rebuilt.into_iter().map(Cow::into_owned).collect()
}

/// Whether base and model rebuild what was sent.
pub(crate) fn is_rebuilt<'t>(
    base: &[&str],
    model: &Model,
    organisation: &str,
    part: &str,
    sent: impl Iterator<Item = &'t str>,
) -> bool {
    let rebuilt = apply_to(base, &steps(model, organisation, part));
    rebuilt.iter().map(Cow::as_ref).eq(sent)
}

/// What an organisation's return does to a part of the base.
fn steps<'m>(model: &'m Model, organisation: &str, part: &str) -> Vec<Step<'m>> {
    let mut steps = Vec::new();
    for amendment in &model.amendments {
        let supports = amendment.supporters.iter().any(|name| name == organisation);
        if amendment.part == part && supports {
            let after = amendment
                .variants
                .get(organisation)
                .unwrap_or(&amendment.after);
            let step = Step {
                kind: amendment.kind,
                paragraph: amendment.paragraph,
                start: amendment.start,
                end: amendment.end,
                order: amendment.order,
                side: 0,
                before: &amendment.before,
                after,
                to: amendment.to.as_ref().map(|to| to.paragraph),
            };
            // Words that are moved go in one place and come in another.
            match amendment.to.as_ref().map(|to| (to.paragraph, to.offset)) {
                Some((paragraph, Some(offset))) => {
                    steps.push(Step {
                        kind: Kind::Delete,
                        after: "",
                        ..step
                    });
                    steps.push(Step {
                        kind: Kind::Insert,
                        paragraph,
                        start: offset,
                        end: offset,
                        before: "",
                        ..step
                    });
                }
                _ => steps.push(step),
            }
        }
    }
    let returned = model
        .returns
        .iter()
        .filter(|returned| returned.organisation == organisation);
    for aside in returned.flat_map(|returned| &returned.set_aside) {
        if aside.part == part {
            let gone = aside.before.ends_with('\n');
            steps.push(Step {
                kind: if gone {
                    Kind::ParagraphDelete
                } else {
                    Kind::Replace
                },
                paragraph: aside.paragraph,
                start: aside.start,
                end: aside.end,
                order: 0,
                side: match aside.after.as_bytes() {
                    [.., b'\n'] if aside.start == aside.end => -1,
                    [b'\n', ..] => 1,
                    _ => 0,
                },
                before: &aside.before,
                after: &aside.after,
                to: None,
            });
        }
    }
    steps
}

/// One change to be applied to the base's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step<'m> {
    pub(crate) kind: Kind,
    pub(crate) paragraph: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) order: usize,
    /// Whole paragraphs that are set aside stand before (-1) or behind (1) all else at their point.
    pub(crate) side: i8,
    pub(crate) before: &'m str,
    pub(crate) after: &'m str,
    /// The paragraph behind which a moved one stands.
    pub(crate) to: Option<usize>,
}

/// Applies changes that do not overlap. What is done inside a paragraph that goes is lost with it.
pub(crate) fn apply(base: &[&str], steps: &[Step<'_>]) -> Vec<String> {
    let applied = apply_to(base, steps).into_iter();
    applied.map(Cow::into_owned).collect()
}

/// As [`apply`]; paragraphs that stay as they are are borrowed.
fn apply_to<'b>(base: &[&'b str], steps: &[Step<'_>]) -> Vec<Cow<'b, str>> {
    let mut applied = Applied::default();
    for step in steps {
        applied.sort_in(step);
    }
    let mut result: Vec<Cow<'b, str>> = Vec::with_capacity(base.len());
    applied.put_behind(0, &mut result);
    // The end of the paragraph before is gone.
    let mut open = false;
    for (index, text) in base.iter().enumerate() {
        let number = index + 1;
        if !applied.gone.contains(&number) {
            let mut put = |rank: usize, line: Cow<'b, str>| match result.last_mut() {
                Some(last) if open && rank == 0 => last.to_mut().push_str(&line),
                _ => result.push(line),
            };
            match applied.inside.get(&number) {
                None => put(0, Cow::Borrowed(*text)),
                Some(steps) => {
                    for (rank, line) in changed(text, steps).split('\n').enumerate() {
                        put(rank, Cow::Owned(exact(line)));
                    }
                }
            }
            open = applied.joined.contains(&number);
        }
        if applied.behind.contains_key(&number) {
            open = false;
            applied.put_behind(number, &mut result);
        }
    }
    result
}

/// Steps by where they act.
#[derive(Default)]
struct Applied<'s, 'm> {
    /// What comes behind a paragraph, with its order.
    behind: BTreeMap<usize, Vec<(usize, Vec<String>)>>,
    inside: BTreeMap<usize, Vec<&'s Step<'m>>>,
    gone: BTreeSet<usize>,
    joined: BTreeSet<usize>,
}

impl<'s, 'm> Applied<'s, 'm> {
    fn sort_in(&mut self, step: &'s Step<'m>) {
        match step.kind {
            Kind::Format => {}
            Kind::ParagraphInsert | Kind::RowInsert => {
                let row = step.kind == Kind::RowInsert;
                let lines = step.after.split(|c| c == '\n' || (row && c == '\t'));
                let lines = lines.map(exact).collect();
                let behind = self.behind.entry(step.paragraph).or_default();
                behind.push((step.order, lines));
            }
            Kind::Move => {
                self.gone.insert(step.paragraph);
                let behind = self.behind.entry(step.to.unwrap_or(0)).or_default();
                behind.push((step.order, step.after.split('\n').map(exact).collect()));
            }
            Kind::ParagraphDelete => {
                self.gone.insert(step.paragraph);
            }
            Kind::RowDelete => {
                let count = step.before.split(['\n', '\t']).count();
                self.gone.extend(step.paragraph..step.paragraph + count);
            }
            Kind::Join => {
                self.joined.insert(step.paragraph);
            }
            // A cell that goes with its column.
            Kind::Other if step.after.is_empty() => {
                self.gone.insert(step.paragraph);
            }
            _ => self.inside.entry(step.paragraph).or_default().push(step),
        }
    }

    fn put_behind(&mut self, paragraph: usize, result: &mut Vec<Cow<'_, str>>) {
        if let Some(mut inserted) = self.behind.remove(&paragraph) {
            inserted.sort();
            let lines = inserted.into_iter().flat_map(|(_, lines)| lines);
            result.extend(lines.map(Cow::Owned));
        }
    }
}

/// A paragraph with changes applied; U+000A in the result is a paragraph break.
fn changed(text: &str, steps: &[&Step<'_>]) -> String {
    let mut steps = steps.to_vec();
    steps.sort_by_key(|step| (step.start, step.end, step.side, step.order, step.after));
    let mut result = String::with_capacity(text.len());
    let length = text.chars().count();
    let mut at = 0;
    for step in steps {
        let start = step.start.clamp(at, length);
        result.push_str(&in_text(slice(text, &(at..start))));
        result.push_str(if step.kind == Kind::Split {
            "\n"
        } else {
            step.after
        });
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
