//! What a return changed without changing a word: fields that refreshed themselves, formatting, and what
//! wraps the words (links, fields, content controls) or stands among them (pictures, formulas).
//!
//! A program that writes all of a file anew gives most of a format another spelling. So a change of format
//! is a proposal where it was recorded, or where it sets what people set by hand to say something (bold, a
//! heading, a list) and is not what most of that format became. All else is set aside as formatting.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compose::compare::{Change, Comparison, Origin, slice};
use crate::compose::part::Part;
use crate::model::{Kind, SetAside};
use crate::project::in_text;
use crate::story::{Paragraph, Piece, Properties, Story};
use crate::view::format::OPAQUE;

/// A run format becomes another one as a whole only where so many characters bear it.
const MANY_CHARACTERS: usize = 400;
/// A paragraph format becomes another one as a whole only where so many paragraphs bear it.
const MANY_PARAGRAPHS: usize = 10;
/// Properties of runs that people set by hand to say something.
const SPEAKING_RUNS: [&str; 9] = [
    "b",
    "caps",
    "dstrike",
    "highlight",
    "i",
    "smallCaps",
    "strike",
    "u",
    "vertAlign",
];
/// The same of paragraphs.
const SPEAKING_PARAGRAPHS: [&str; 5] = ["jc", "numPr/ilvl", "numPr/numId", "outlineLvl", "pStyle"];

/// Takes the changes out that lie in the results of fields.
pub(crate) fn set_fields_aside(
    changes: &mut Vec<Change>,
    part: &str,
    base: &Story,
    version: &Story,
) -> Vec<SetAside> {
    let mut aside = Vec::new();
    changes.retain(|change| {
        let Origin::Text(there, range) = &change.origin else {
            return true;
        };
        if change.moves_words() {
            return true;
        }
        let refreshed = in_field(&base.paragraphs[change.paragraph - 1], &change.span)
            && in_field(&version.paragraphs[*there], range);
        if refreshed {
            aside.push(SetAside {
                reason: "field".to_owned(),
                part: part.to_owned(),
                paragraph: change.paragraph,
                start: change.span.start,
                end: change.span.end,
                before: change.before.clone(),
                after: change.after.clone(),
            });
        }
        !refreshed
    });
    aside
}

/// Whether all characters of a stretch stand in a field; of an empty one, whether a field is beside it.
fn in_field(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    if range.is_empty() {
        let mut beside = paragraph.pieces.iter();
        return beside.any(|p| p.field && p.start <= range.end && range.start <= p.end);
    }
    let mut within = paragraph
        .pieces
        .iter()
        .filter(|p| p.start < range.end && range.start < p.end)
        .peekable();
    within.peek().is_some() && within.all(|piece| piece.field)
}

/// A stretch of unchanged words that is set otherwise.
struct Reset {
    /// Base paragraph, from 0.
    paragraph: usize,
    range: Range<usize>,
    /// Where it stands in the version.
    there: (usize, Range<usize>),
    from: u64,
    to: u64,
    recorded: bool,
}

/// The changes of format and of wraps, and what is set aside as mere formatting.
pub(crate) fn find(
    part: &str,
    base: &Part<'_>,
    version: &Part<'_>,
    comparison: &Comparison,
) -> (Vec<Change>, Vec<SetAside>) {
    let mut found = Found::default();
    for old in 0..base.len() {
        found.in_paragraph(old, base, version, comparison);
    }
    let mut sorted = Sorted {
        part,
        base,
        version: version.story,
        changes: Vec::new(),
        aside: Vec::new(),
    };
    let widths = widths(base.story);
    sorted.formats(
        &found.runs,
        &SPEAKING_RUNS,
        &widths,
        MANY_CHARACTERS,
        |run| run.range.len(),
    );
    let marks = marks(base.story);
    sorted.formats(
        &found.paragraphs,
        &SPEAKING_PARAGRAPHS,
        &marks,
        MANY_PARAGRAPHS,
        |_| 1,
    );
    sorted.wraps(&found.wraps);
    sorted
        .aside
        .sort_by_key(|each| (each.paragraph, each.start, each.end));
    (sorted.changes, sorted.aside)
}

/// Stretches that are set otherwise.
#[derive(Default)]
struct Found {
    runs: Vec<Reset>,
    paragraphs: Vec<Reset>,
    wraps: Vec<Reset>,
}

impl Found {
    fn in_paragraph(
        &mut self,
        old: usize,
        base: &Part<'_>,
        version: &Part<'_>,
        comparison: &Comparison,
    ) {
        let before = &base.story.paragraphs[old];
        let length = base.length(old);
        if let Some(new) = comparison.ends[old] {
            let after = &version.story.paragraphs[new];
            if before.format != after.format {
                let end = version.length(new);
                self.paragraphs.push(Reset {
                    paragraph: old,
                    range: length..length,
                    there: (new, end..end),
                    from: before.format,
                    to: after.format,
                    recorded: after.reformatted.is_some(),
                });
            }
            if !comparison.kept.contains_key(&old) && alike(&before.pieces, &after.pieces) {
                return;
            }
        }
        for kept in comparison.kept(old, length) {
            let after = &version.story.paragraphs[kept.paragraph];
            let place = (old, kept.at..kept.at + kept.length);
            let there = (kept.paragraph, kept.there);
            let (old, new) = (&before.pieces, &after.pieces);
            reset(old, new, &place, there, |p| p.format, &mut self.runs);
            reset(old, new, &place, there, |p| p.wrap, &mut self.wraps);
        }
    }
}

/// The common cases: one format and one wrap on either side, or the same ones at the same places.
fn alike(before: &[Piece], after: &[Piece]) -> bool {
    let Some(first) = before.first() else {
        return true;
    };
    let set = |piece: &Piece| (piece.format, piece.wrap);
    let placed = |piece: &Piece| (piece.end, piece.format, piece.wrap);
    before
        .iter()
        .chain(after)
        .all(|piece| set(piece) == set(first))
        || before.iter().map(placed).eq(after.iter().map(placed))
}

/// Holds what `of` says of one unchanged stretch against each other.
fn reset(
    before: &[Piece],
    after: &[Piece],
    place: &(usize, Range<usize>),
    there: (usize, usize),
    of: impl Fn(&Piece) -> u64,
    found: &mut Vec<Reset>,
) {
    let first = |pieces: &[Piece], at| pieces.partition_point(|p| p.end <= at);
    let (index, range) = place;
    let (mut i, mut j) = (first(before, range.start), first(after, there.1));
    let mut at = range.start;
    while let (Some(old), Some(new)) = (before.get(i), after.get(j)) {
        if at >= range.end {
            break;
        }
        let old_end = old.end.min(range.end);
        let new_end = (new.end + range.start)
            .saturating_sub(there.1)
            .min(range.end);
        let end = old_end.min(new_end).max(at);
        let (from, to) = (of(old), of(new));
        if from != to && end > at {
            let begin = there.1 + at - range.start;
            let reached = begin + end - at;
            match found.last_mut() {
                Some(last)
                    if (last.paragraph, last.range.end, last.from, last.to)
                        == (*index, at, from, to)
                        && last.there.0 == there.0 =>
                {
                    last.range.end = end;
                    last.there.1.end = reached;
                    last.recorded &= new.reformatted.is_some();
                }
                _ => found.push(Reset {
                    paragraph: *index,
                    range: at..end,
                    there: (there.0, begin..reached),
                    from,
                    to,
                    recorded: new.reformatted.is_some(),
                }),
            }
        }
        at = end;
        i += usize::from(old_end == end);
        j += usize::from(new_end == end);
    }
}

/// Number of characters that bear each run format.
fn widths(story: &Story) -> BTreeMap<u64, usize> {
    let mut widths = BTreeMap::new();
    let pieces = story.paragraphs.iter().flat_map(|each| &each.pieces);
    for piece in pieces {
        *widths.entry(piece.format).or_insert(0) += piece.end - piece.start;
    }
    widths
}

/// Number of paragraphs that bear each paragraph format.
fn marks(story: &Story) -> BTreeMap<u64, usize> {
    let mut marks = BTreeMap::new();
    for paragraph in &story.paragraphs {
        *marks.entry(paragraph.format).or_insert(0) += 1;
    }
    marks
}

/// Resets told apart: proposals, and mere formatting.
struct Sorted<'p, 'b> {
    part: &'p str,
    base: &'p Part<'b>,
    version: &'p Story,
    changes: Vec<Change>,
    aside: Vec<SetAside>,
}

impl Sorted<'_, '_> {
    fn formats(
        &mut self,
        found: &[Reset],
        speaking: &[&str],
        bearers: &BTreeMap<u64, usize>,
        enough: usize,
        width: impl Fn(&Reset) -> usize,
    ) {
        let mut became: BTreeMap<(u64, u64), usize> = BTreeMap::new();
        for reset in found {
            *became.entry((reset.from, reset.to)).or_insert(0) += width(reset);
        }
        let none = Properties::new();
        for reset in found {
            let before = self.base.story.formats.get(&reset.from).unwrap_or(&none);
            let after = self.version.formats.get(&reset.to).unwrap_or(&none);
            let all = bearers.get(&reset.from).copied().unwrap_or(0);
            let whole = became[&(reset.from, reset.to)] * 2 > all && all >= enough;
            let set = match (reset.recorded, whole) {
                (true, _) => difference(before, after, |_| true),
                (false, true) => Properties::new(),
                (false, false) => difference(before, after, |name| speaking.contains(&name)),
            };
            if set.is_empty() {
                self.set_aside(reset);
            } else {
                self.change(reset, Kind::Format, set);
            }
        }
    }

    fn wraps(&mut self, found: &[Reset]) {
        let none = Properties::new();
        let says = |story: &Story, digest: u64| story.wraps.get(&digest).cloned();
        // A program that knows no content controls drops them all: that is nobody's wish.
        let controls = |story: &Story| {
            let mut pieces = story.paragraphs.iter().flat_map(|each| &each.pieces);
            pieces.any(|piece| says(story, piece.wrap).is_some_and(|w| w.contains_key("control")))
        };
        let dropped = controls(self.base.story) && !controls(self.version);
        for reset in found {
            let before = says(self.base.story, reset.from).unwrap_or_else(|| none.clone());
            let after = says(self.version, reset.to).unwrap_or_else(|| none.clone());
            let mut set = difference(&before, &after, |_| true);
            if dropped {
                set.remove("control");
            }
            if set.is_empty() {
                self.set_aside(reset);
            } else {
                self.change(reset, Kind::Other, set);
            }
        }
    }

    fn text(&self, reset: &Reset) -> String {
        in_text(slice(self.base.text(reset.paragraph), &reset.range))
    }

    fn set_aside(&mut self, reset: &Reset) {
        let text = self.text(reset);
        self.aside.push(SetAside {
            reason: "formatting".to_owned(),
            part: self.part.to_owned(),
            paragraph: reset.paragraph + 1,
            start: reset.range.start,
            end: reset.range.end,
            before: text.clone(),
            after: text,
        });
    }

    fn change(&mut self, reset: &Reset, kind: Kind, properties: Properties) {
        let text = self.text(reset);
        let (there, range) = reset.there.clone();
        self.changes.push(Change {
            span: reset.range.clone(),
            before: text.clone(),
            after: text,
            properties,
            ..Change::new(kind, reset.paragraph + 1, Origin::Text(there, range))
        });
    }
}

/// What one has to set to come from the one to the other; nothing stands for a property that goes.
fn difference(
    before: &Properties,
    after: &Properties,
    counts: impl Fn(&str) -> bool,
) -> Properties {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut set = Properties::new();
    for name in names.into_iter().filter(|name| counts(name)) {
        let (old, new) = (plain(name, before), plain(name, after));
        // What has parts of its own (borders, tabs) is told apart, but can't be said in one value.
        if old != new && !old.starts_with(OPAQUE) && !new.starts_with(OPAQUE) {
            set.insert(name.clone(), new.to_owned());
        }
    }
    set
}

/// A property's value; nothing where it says what holds without it.
fn plain<'p>(name: &str, properties: &'p Properties) -> &'p str {
    let value = properties.get(name).map_or("", String::as_str);
    let idle = match name {
        "u" | "highlight" | "em" => value == "none",
        "vertAlign" => value == "baseline",
        "jc" => matches!(value, "left" | "start"),
        "pStyle" => value == "normal",
        "numPr/ilvl" | "numPr/numId" => value == "0",
        "outlineLvl" => value == "9",
        _ => value == "off",
    };
    if idle { "" } else { value }
}
