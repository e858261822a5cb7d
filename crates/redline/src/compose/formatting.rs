//! What a return changed without changing a word: fields that refreshed themselves, and formatting.
//!
//! A program that writes all of a file anew gives most of a format another spelling. What most of a
//! format became is that format; only what departs from it was changed by somebody.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compose::compare::{Change, Comparison, Origin, slice};
use crate::compose::part::Part;
use crate::model::SetAside;
use crate::project::in_text;
use crate::story::{Paragraph, Story};

/// A run format becomes another one as a whole only where so many characters bear it.
const MANY_CHARACTERS: usize = 400;
/// A paragraph format becomes another one as a whole only where so many paragraphs bear it.
const MANY_PARAGRAPHS: usize = 10;

/// Takes the changes out that lie in the results of fields.
pub(crate) fn set_fields_aside(
    changes: &mut Vec<Change>,
    base: &Story,
    version: &Story,
) -> Vec<SetAside> {
    let mut aside = Vec::new();
    changes.retain(|change| {
        let Origin::Text(there, range) = &change.origin else {
            return true;
        };
        let refreshed = in_field(&base.paragraphs[change.paragraph - 1], &change.span)
            && in_field(&version.paragraphs[*there], range);
        if refreshed {
            aside.push(SetAside {
                reason: "field".to_owned(),
                part: "body".to_owned(),
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

/// A stretch of unchanged words whose format differs.
struct Reformatted {
    /// Base paragraph, from 0.
    paragraph: usize,
    range: Range<usize>,
    from: u64,
    to: u64,
}

/// Lists the stretches and paragraphs whose words stayed and whose format did not.
pub(crate) fn set_formats_aside(
    base: &Part<'_>,
    version: &Part<'_>,
    comparison: &Comparison,
) -> Vec<SetAside> {
    let (mut runs, mut paragraphs) = (Vec::new(), Vec::new());
    for (old, new) in comparison.pairs.iter().enumerate() {
        let Some(new) = new else { continue };
        let before = &base.story.paragraphs[old];
        let after = &version.story.paragraphs[*new];
        let length = base.length(old);
        if (before.format, &before.style) != (after.format, &after.style) {
            paragraphs.push(Reformatted {
                paragraph: old,
                range: length..length,
                from: before.format,
                to: after.format,
            });
        }
        let changes = comparison.texts.get(&old).map_or(&[][..], Vec::as_slice);
        let (mut at, mut there) = (0, 0);
        let end = length..length;
        for (gone, come) in changes
            .iter()
            .map(|change| (&change.base, change.version.end))
            .chain([(&end, 0)])
        {
            reformatted(old, before, after, &(at..gone.start), there, &mut runs);
            (at, there) = (gone.end, come);
        }
    }
    let mut aside = Vec::new();
    list(
        base,
        &runs,
        &widths(base.story),
        MANY_CHARACTERS,
        |run| run.range.len(),
        &mut aside,
    );
    list(
        base,
        &paragraphs,
        &marks(base.story),
        MANY_PARAGRAPHS,
        |_| 1,
        &mut aside,
    );
    aside.sort_by_key(|each| (each.paragraph, each.start, each.end));
    aside
}

/// Holds the formats of one unchanged stretch against each other; `there` is where it begins in `after`.
fn reformatted(
    index: usize,
    before: &Paragraph,
    after: &Paragraph,
    range: &Range<usize>,
    there: usize,
    found: &mut Vec<Reformatted>,
) {
    let first = |pieces: &[crate::story::Piece], at| pieces.partition_point(|p| p.end <= at);
    let (mut i, mut j) = (
        first(&before.pieces, range.start),
        first(&after.pieces, there),
    );
    let mut at = range.start;
    while let (Some(old), Some(new)) = (before.pieces.get(i), after.pieces.get(j)) {
        if at >= range.end {
            break;
        }
        let old_end = old.end.min(range.end);
        let new_end = (new.end + range.start).saturating_sub(there).min(range.end);
        let end = old_end.min(new_end).max(at);
        if old.format != new.format && end > at {
            match found.last_mut() {
                Some(last)
                    if (last.paragraph, last.range.end, last.from, last.to)
                        == (index, at, old.format, new.format) =>
                {
                    last.range.end = end;
                }
                _ => found.push(Reformatted {
                    paragraph: index,
                    range: at..end,
                    from: old.format,
                    to: new.format,
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
    for piece in story
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.pieces)
    {
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

fn list(
    base: &Part<'_>,
    found: &[Reformatted],
    widths: &BTreeMap<u64, usize>,
    enough: usize,
    width: impl Fn(&Reformatted) -> usize,
    aside: &mut Vec<SetAside>,
) {
    let mut became: BTreeMap<(u64, u64), usize> = BTreeMap::new();
    for run in found {
        *became.entry((run.from, run.to)).or_insert(0) += width(run);
    }
    for run in found {
        let all = widths.get(&run.from).copied().unwrap_or(0);
        let many = became.get(&(run.from, run.to)).copied().unwrap_or(0);
        let whole = many * 2 > all && all >= enough;
        let text = in_text(slice(base.text(run.paragraph), &run.range));
        aside.push(SetAside {
            reason: if whole { "formatting" } else { "not-covered" }.to_owned(),
            part: "body".to_owned(),
            paragraph: run.paragraph + 1,
            start: run.range.start,
            end: run.range.end,
            before: text.clone(),
            after: text,
        });
    }
}
