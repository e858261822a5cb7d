//! Which note, header, footer or text box of the base is which of a return. Word counts notes anew when it
//! saves, so a note is known by the place of its reference and not by its number.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::compare::{Change, Comparison, Origin};
use crate::compose::part::Part;
use crate::compose::{Source, SourcePart};
use crate::model::{Brought, SetAside};
use crate::project::in_text;
use crate::story::Story;

/// The parts of the base beside its body with those of a return.
pub(crate) struct Counterparts<'s> {
    /// A part of the base and what became of it, in the order of the base.
    pub(crate) pairs: Vec<(&'s SourcePart, &'s SourcePart)>,
    /// What stands in parts that only one of the two has: headers and footers of another letterhead.
    pub(crate) aside: Vec<SetAside>,
    /// Parts that the return brings with new objects in its body: paragraph, offset, part.
    pub(crate) new: Vec<(usize, usize, &'s SourcePart)>,
}

/// Finds what belongs together. `body` is the return's body against the base's.
pub(crate) fn find<'s>(
    base: &'s Source,
    source: &'s Source,
    part: &Part<'_>,
    body: &Comparison,
) -> Counterparts<'s> {
    let mut names = by_places(base, source, part, body);
    let own: BTreeMap<&str, &SourcePart> = named(source);
    let bases: BTreeMap<&str, &SourcePart> = named(base);
    by_words(base, source, &bases, &own, &mut names);
    for each in base.parts.iter().filter(|each| is_furniture(&each.name)) {
        if own.contains_key(each.name.as_str()) {
            names.insert(&each.name, &each.name);
        }
    }
    let pairs = base
        .parts
        .iter()
        .filter_map(|each| {
            let name = names.get(each.name.as_str())?;
            Some((each, *own.get(name)?))
        })
        .collect();
    let known: BTreeSet<&str> = names.values().copied().collect();
    let new = source
        .held
        .iter()
        .filter(|held| !known.contains(held.part.as_str()))
        .filter_map(|held| Some((held.paragraph, held.offset, *own.get(held.part.as_str())?)))
        .collect();
    let gone = base.parts.iter().map(|each| (each, true));
    let come = source.parts.iter().map(|each| (each, false));
    let aside = gone
        .chain(come)
        .filter(|(each, _)| is_furniture(&each.name))
        .filter(|(each, _)| !names.contains_key(each.name.as_str()))
        .flat_map(|(each, gone)| whole(each, gone))
        .collect();
    Counterparts { pairs, aside, new }
}

fn named(source: &Source) -> BTreeMap<&str, &SourcePart> {
    let parts = source.parts.iter();
    parts.map(|part| (part.name.as_str(), part)).collect()
}

/// Headers and footers hang on sections and not on the words.
fn is_furniture(name: &str) -> bool {
    name.starts_with("header:") || name.starts_with("footer:")
}

fn kind(name: &str) -> &str {
    name.split(':').next().unwrap_or_default()
}

/// What hangs on objects of the body that are the same on both sides.
fn by_places<'s>(
    base: &'s Source,
    source: &'s Source,
    part: &Part<'_>,
    body: &Comparison,
) -> BTreeMap<&'s str, &'s str> {
    let mut there: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    for held in &source.held {
        there
            .entry((held.paragraph, held.offset))
            .or_default()
            .push(&held.part);
    }
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let pair = |old: &[&'s str], new: &[&'s str], names: &mut BTreeMap<&'s str, &'s str>| {
        let kinds = |all: &[&str]| {
            all.iter()
                .map(|name| kind(name).to_owned())
                .collect::<Vec<_>>()
        };
        if kinds(old) == kinds(new) {
            names.extend(old.iter().copied().zip(new.iter().copied()));
        }
    };
    let mut here: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    for held in &base.held {
        here.entry((held.paragraph, held.offset))
            .or_default()
            .push(&held.part);
    }
    for (&(paragraph, offset), old) in &here {
        let mut kept = body.kept(paragraph, part.length(paragraph));
        let around = kept.find(|k| k.at <= offset && offset < k.at + k.length);
        let place = around.map(|k| (k.paragraph, k.there + offset - k.at));
        if let Some(new) = place.and_then(|place| there.get(&place)) {
            pair(old, new, &mut names);
        }
    }
    // Words that were rewritten round as many notes as before keep them in their order.
    for change in &body.changes {
        let Origin::Text(paragraph, range) = &change.origin else {
            continue;
        };
        let index = change.paragraph - 1;
        let within = |all: &BTreeMap<(usize, usize), Vec<&'s str>>, from, to| -> Vec<&'s str> {
            all.range(from..to)
                .flat_map(|each| each.1.clone())
                .collect()
        };
        let old = within(&here, (index, change.span.start), (index, change.span.end));
        let new = within(&there, (*paragraph, range.start), (*paragraph, range.end));
        pair(&old, &new, &mut names);
    }
    names
}

/// What hangs on objects that went in one place and came in another, by its words.
fn by_words<'s>(
    base: &'s Source,
    source: &'s Source,
    bases: &BTreeMap<&str, &'s SourcePart>,
    own: &BTreeMap<&str, &'s SourcePart>,
    names: &mut BTreeMap<&'s str, &'s str>,
) {
    let taken: BTreeSet<&str> = names.values().copied().collect();
    let mut left: Vec<&str> = source
        .held
        .iter()
        .map(|held| held.part.as_str())
        .filter(|name| !taken.contains(name))
        .collect();
    for held in &base.held {
        let name = held.part.as_str();
        if names.contains_key(name) || left.is_empty() {
            continue;
        }
        let Some(part) = bases.get(name) else {
            continue;
        };
        let same = |other: &&str| {
            kind(other) == kind(name)
                && own
                    .get(*other)
                    .is_some_and(|other| words(&other.accept) == words(&part.accept))
        };
        if let Some(at) = left.iter().position(same) {
            names.insert(name, left.remove(at));
        }
    }
}

/// A part's text, its paragraphs separated by U+000A.
pub(crate) fn words(story: &Story) -> String {
    let lines: Vec<String> = story
        .paragraphs
        .iter()
        .map(|each| in_text(&each.text))
        .collect();
    lines.join("\n")
}

/// A header or footer that only one of the two has, as set aside.
fn whole(part: &SourcePart, gone: bool) -> Vec<SetAside> {
    let mut aside = Vec::new();
    for (index, paragraph) in part.accept.paragraphs.iter().enumerate() {
        let text = in_text(&paragraph.text);
        if text.trim().is_empty() {
            continue;
        }
        let (before, after, end) = match gone {
            true => (text, String::new(), paragraph.text.chars().count()),
            false => (String::new(), text, 0),
        };
        aside.push(SetAside {
            reason: "formatting".to_owned(),
            part: part.name.clone(),
            paragraph: index + 1,
            start: 0,
            end,
            before,
            after,
        });
    }
    aside
}

/// The new notes and text boxes that a change of the body brings, in their order in its words.
pub(crate) fn brought(
    change: &Change,
    version: &Story,
    new: &[(usize, usize, &SourcePart)],
) -> Vec<Brought> {
    let within = |paragraph: usize, offset: usize| match &change.origin {
        Origin::Text(there, range) => *there == paragraph && range.contains(&offset),
        Origin::Paragraphs(range) => range.contains(&paragraph),
        Origin::Moved(_, there) => *there == paragraph,
        Origin::Gone(_) | Origin::End(_) | Origin::NoEnd(_) => false,
    };
    if new.is_empty() || change.sets() {
        return Vec::new();
    }
    let points: Vec<_> = new
        .iter()
        .filter(|(paragraph, offset, _)| within(*paragraph, *offset))
        .collect();
    if points.is_empty() {
        return Vec::new();
    }
    // Where the change's own words hold an object, in the order of the text.
    let objects: Vec<(usize, usize)> = match &change.origin {
        Origin::Text(there, range) => atoms(version, *there, range.clone()).collect(),
        Origin::Paragraphs(range) => range
            .clone()
            .flat_map(|index| atoms(version, index, 0..usize::MAX))
            .collect(),
        Origin::Moved(_, there) => atoms(version, *there, 0..usize::MAX).collect(),
        Origin::Gone(_) | Origin::End(_) | Origin::NoEnd(_) => Vec::new(),
    };
    points
        .into_iter()
        .map(|(paragraph, offset, part)| Brought {
            kind: kind(&part.name).to_owned(),
            rank: objects.partition_point(|place| *place < (*paragraph, *offset)),
            text: words(&part.accept),
        })
        .collect()
}

/// Paragraph and offset of each object in a stretch of a paragraph.
fn atoms(
    version: &Story,
    paragraph: usize,
    range: std::ops::Range<usize>,
) -> impl Iterator<Item = (usize, usize)> {
    let text = version.paragraphs[paragraph].text.chars().enumerate();
    let text = text.skip(range.start).take(range.len());
    text.filter(|(_, c)| *c == '\u{fffc}')
        .map(move |(offset, _)| (paragraph, offset))
}
