//! The words of one paragraph against those of its later form, as few and as large changes as a
//! reader would name: a rewritten sentence is one change, a rewritten paragraph too, a changed word is one word.
//!
//! Equal edits come out equal whatever else changed: borders stand on tokens, and an insertion or a
//! deletion that could stand in several places stands in the leftmost.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Interner, Token};

use crate::normalise::same;
use crate::tokens::Tokens;

/// Stands between paragraphs that are compared as one text.
pub const MARK: char = '\u{2029}';

/// One change within a paragraph; ranges are in Unicode scalar values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What goes from the base.
    pub base: Range<usize>,
    /// What stands there in the version.
    pub version: Range<usize>,
    /// Only the spelling of a program differs, not the words.
    pub typographic: bool,
}

/// A change in tokens.
#[derive(Clone, Debug)]
struct Hunk {
    base: Range<usize>,
    version: Range<usize>,
}

/// The changes that turn one text into the other exactly, in order, without overlaps.
#[must_use]
pub fn changes(base: &Tokens<'_>, version: &Tokens<'_>) -> Vec<Change> {
    changes_apart(base, version, &[])
}

/// As [`changes`], where some tokens of the version (by rank; none where the slice is empty) were moved there
/// from elsewhere: they are no words of the base that stayed, and no part of a rewritten sentence.
#[must_use]
pub(crate) fn changes_apart(
    base: &Tokens<'_>,
    version: &Tokens<'_>,
    apart: &[bool],
) -> Vec<Change> {
    let (before, after, distinct) = intern(base, version, apart);
    let spaces = |index: usize, inserted: bool| {
        let key = if inserted {
            version.key(index)
        } else {
            base.key(index)
        };
        key.starts_with(char::is_whitespace)
    };
    let hunks = settle(
        raw_hunks(&before, &after, distinct),
        &before,
        &after,
        &spaces,
    );
    let moved = |hunk: &Hunk| {
        let tokens = apart.get(hunk.version.clone());
        tokens.is_some_and(|tokens| tokens.contains(&true))
    };
    let hunks = merge_islands(hunks, base, version, &moved);
    let hunks = merge_rewritten(hunks, base, version, &moved);
    let hunks = settle(hunks, &before, &after, &spaces);
    with_typography(&hunks, base, version)
}

fn intern(
    base: &Tokens<'_>,
    version: &Tokens<'_>,
    apart: &[bool],
) -> (Vec<Token>, Vec<Token>, u32) {
    let mut interner = Interner::new(base.tokens.len() + version.tokens.len());
    let before = (0..base.tokens.len())
        .map(|index| interner.intern((false, base.key(index))))
        .collect();
    let after = (0..version.tokens.len())
        .map(|index| {
            let apart = apart.get(index).copied().unwrap_or(false);
            interner.intern((apart, version.key(index)))
        })
        .collect();
    (before, after, interner.num_tokens())
}

fn raw_hunks(before: &[Token], after: &[Token], distinct: u32) -> Vec<Hunk> {
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, before, after, distinct);
    diff.hunks()
        .map(|hunk| Hunk {
            base: hunk.before.start as usize..hunk.before.end as usize,
            version: hunk.after.start as usize..hunk.after.end as usize,
        })
        .collect()
}

/// Brings hunks to their canonical place: trimmed, slid to the left, neighbours joined.
fn settle(
    hunks: Vec<Hunk>,
    before: &[Token],
    after: &[Token],
    spaces: &dyn Fn(usize, bool) -> bool,
) -> Vec<Hunk> {
    let mut settled: Vec<Hunk> = Vec::with_capacity(hunks.len());
    let mut rest = hunks.into_iter().peekable();
    while let Some(mut hunk) = rest.next() {
        let ceiling = rest.peek().map_or((before.len(), after.len()), |next| {
            (next.base.start, next.version.start)
        });
        loop {
            trim(&mut hunk, before, after);
            let floor = settled
                .last()
                .map_or((0, 0), |last| (last.base.end, last.version.end));
            slide(&mut hunk, floor, before, after);
            let touches = settled.last().is_some_and(|last| {
                last.base.end == hunk.base.start && last.version.end == hunk.version.start
            });
            match settled.pop() {
                Some(last) if touches => {
                    hunk.base.start = last.base.start;
                    hunk.version.start = last.version.start;
                }
                last => {
                    settled.extend(last);
                    break;
                }
            }
        }
        if !(hunk.base.is_empty() && hunk.version.is_empty()) {
            begin_with_space(&mut hunk, ceiling, before, after, spaces);
            settled.push(hunk);
        }
    }
    settled
}

fn trim(hunk: &mut Hunk, before: &[Token], after: &[Token]) {
    let replaces = |hunk: &Hunk| !hunk.base.is_empty() && !hunk.version.is_empty();
    while replaces(hunk) && before[hunk.base.end - 1] == after[hunk.version.end - 1] {
        hunk.base.end -= 1;
        hunk.version.end -= 1;
    }
    while replaces(hunk) && before[hunk.base.start] == after[hunk.version.start] {
        hunk.base.start += 1;
        hunk.version.start += 1;
    }
}

/// Moves a pure insertion or deletion as far to the left as equal tokens allow, not past `floor`.
fn slide(hunk: &mut Hunk, floor: (usize, usize), before: &[Token], after: &[Token]) {
    let bound = if hunk.base.is_empty() {
        floor.1
    } else {
        floor.0
    };
    let (run, side) = match (hunk.base.is_empty(), hunk.version.is_empty()) {
        (true, false) => (&mut hunk.version, after),
        (false, true) => (&mut hunk.base, before),
        _ => return,
    };
    let mut steps = 0;
    while run.start > bound && side[run.start - 1] == side[run.end - 1] {
        run.start -= 1;
        run.end -= 1;
        steps += 1;
    }
    if hunk.base.is_empty() {
        hunk.base = hunk.base.start - steps..hunk.base.end - steps;
    } else {
        hunk.version = hunk.version.start - steps..hunk.version.end - steps;
    }
}

/// Moves a pure insertion or deletion, that stands leftmost, on to the first place where it begins with a
/// space: " Two." and not ". Two". Not past `ceiling`.
fn begin_with_space(
    hunk: &mut Hunk,
    ceiling: (usize, usize),
    before: &[Token],
    after: &[Token],
    space: &dyn Fn(usize, bool) -> bool,
) {
    let insertion = hunk.base.is_empty();
    let (run, side, bound) = match (insertion, hunk.version.is_empty()) {
        (true, false) => (hunk.version.clone(), after, ceiling.1),
        (false, true) => (hunk.base.clone(), before, ceiling.0),
        _ => return,
    };
    let turns = (0..run.len())
        .take_while(|turn| {
            *turn == 0
                || (run.end + turn - 1 < bound
                    && side[run.start + turn - 1] == side[run.end + turn - 1])
        })
        .find(|turn| space(run.start + turn, insertion));
    let turn = turns.unwrap_or(0);
    hunk.base = hunk.base.start + turn..hunk.base.end + turn;
    hunk.version = hunk.version.start + turn..hunk.version.end + turn;
}

/// Joins changes that only a space, a comma or a few small words keep apart.
fn merge_islands(
    hunks: Vec<Hunk>,
    base: &Tokens<'_>,
    version: &Tokens<'_>,
    moved: &dyn Fn(&Hunk) -> bool,
) -> Vec<Hunk> {
    let mut merged: Vec<Hunk> = Vec::with_capacity(hunks.len());
    for hunk in hunks {
        match merged.last_mut() {
            Some(last)
                if is_small_island(last, &hunk, base, version) && !moved(last) && !moved(&hunk) =>
            {
                last.base.end = hunk.base.end;
                last.version.end = hunk.version.end;
            }
            _ => merged.push(hunk),
        }
    }
    merged
}

fn is_small_island(left: &Hunk, right: &Hunk, base: &Tokens<'_>, version: &Tokens<'_>) -> bool {
    let island = left.base.end..right.base.start;
    let words = island
        .clone()
        .filter(|&index| base.tokens[index].word)
        .count();
    let ends = |index: usize| {
        base.key(index)
            .contains([';', ':', '\t', '\n', '\u{fffc}', MARK])
    };
    if island
        .clone()
        .any(|index| ends(index) || ends_sentence(base.key(index)))
        || words > 3
    {
        return false;
    }
    let both = |hunk: &Hunk| !hunk.base.is_empty() && !hunk.version.is_empty();
    if words == 0 {
        // A replaced word beside a replaced word is one phrase; an insertion beside it is not.
        return both(left) && both(right);
    }
    let small = base.span(&island).len() * 2;
    let weight = |hunk: &Hunk| {
        base.span(&hunk.base)
            .len()
            .max(version.span(&hunk.version).len())
    };
    both(left) && both(right) && small <= weight(left) && small <= weight(right)
}

/// Joins all changes of a sentence of which little is left, then those of a paragraph of which little is left.
fn merge_rewritten(
    hunks: Vec<Hunk>,
    base: &Tokens<'_>,
    version: &Tokens<'_>,
    moved: &dyn Fn(&Hunk) -> bool,
) -> Vec<Hunk> {
    if hunks.len() < 2 {
        return hunks;
    }
    let ends: Vec<usize> = (0..base.tokens.len())
        .filter(|&index| ends_sentence(base.key(index)))
        .collect();
    // By half: what stands between the changes is then mostly small words. The more pieces there are, the
    // sooner a reader loses the thread.
    let of_sentence = |pieces: usize| match pieces {
        ..=2 => 50,
        3 => 40,
        4 => 33,
        _ => 25,
    };
    let merged = merge_stretches(hunks, base, version, moved, &ends, &of_sentence);
    // Where paragraphs are compared as one text, a sentence is as much as can be said of all of them.
    let is_mark = |tokens: &Tokens<'_>| tokens.slice(&(0..tokens.tokens.len())).contains(MARK);
    if merged.len() < 2 || is_mark(base) || is_mark(version) {
        return merged;
    }
    merge_stretches(merged, base, version, moved, &[], &|_| 60)
}

/// Joins all changes of a stretch of the base (up to each of `ends`, and to the end of all) where the changed
/// letters have a share of all, in percent, that the number of changes asks for.
fn merge_stretches(
    hunks: Vec<Hunk>,
    base: &Tokens<'_>,
    version: &Tokens<'_>,
    moved: &dyn Fn(&Hunk) -> bool,
    ends: &[usize],
    share: &dyn Fn(usize) -> usize,
) -> Vec<Hunk> {
    let mut merged = Vec::with_capacity(hunks.len());
    let mut rest = hunks.into_iter().peekable();
    while let Some(first) = rest.next() {
        let next_end = ends.partition_point(|&end| end < first.base.start);
        let start = next_end.checked_sub(1).map_or(0, |before| ends[before] + 1);
        let end_of = |hunk: &Hunk| {
            let past = ends.partition_point(|&end| end + 1 < hunk.base.end.max(start + 1));
            ends.get(past).copied().unwrap_or(base.tokens.len())
        };
        let mut end = end_of(&first);
        let mut group = vec![first];
        // What goes over the end of a sentence makes the next one part of what was rewritten.
        while let Some(next) = rest.next_if(|next| next.base.start <= end) {
            end = end_of(&next).max(end);
            group.push(next);
        }
        let gone: usize = group.iter().map(|hunk| letters(base, &hunk.base)).sum();
        let come: usize = group
            .iter()
            .map(|hunk| letters(version, &hunk.version))
            .sum();
        let old = letters(base, &(start..end.max(start)));
        let new = (old + come).saturating_sub(gone);
        let rewritten = (gone + come) * 100 >= (old + new) * share(group.len());
        if group.len() >= 2 && rewritten && !group.iter().any(moved) {
            let last = &group[group.len() - 1];
            merged.push(Hunk {
                base: group[0].base.start..last.base.end,
                version: group[0].version.start..last.version.end,
            });
        } else {
            merged.extend(group);
        }
    }
    merged
}

/// How long the words of a run of tokens are together.
fn letters(tokens: &Tokens<'_>, range: &Range<usize>) -> usize {
    let range = range.start..range.end.min(tokens.tokens.len());
    let words = tokens.tokens[range].iter().filter(|token| token.word);
    words.map(|token| token.chars.len()).sum()
}

fn ends_sentence(key: &str) -> bool {
    let mut signs = key.chars();
    let ends = |sign: char| {
        matches!(
            sign,
            '.' | MARK | '!' | '?' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{61f}'
        )
    };
    signs.next().is_some_and(ends) && signs.next().is_none()
}

/// Hunks as changes in characters, with the typographic ones of the tokens between them.
fn with_typography(hunks: &[Hunk], base: &Tokens<'_>, version: &Tokens<'_>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::with_capacity(hunks.len());
    let (mut at, mut there) = (0, 0);
    let end = Hunk {
        base: base.tokens.len()..base.tokens.len(),
        version: version.tokens.len()..version.tokens.len(),
    };
    for hunk in hunks.iter().chain([&end]) {
        let mut open = false;
        for (old, new) in (at..hunk.base.start).zip(there..hunk.version.start) {
            if base.exact(old) == version.exact(new) {
                open = false;
                continue;
            }
            let (from, to) = (base.span(&(old..old + 1)), version.span(&(new..new + 1)));
            match changes.last_mut() {
                Some(last) if open => (last.base.end, last.version.end) = (from.end, to.end),
                _ => changes.push(Change {
                    base: from,
                    version: to,
                    typographic: true,
                }),
            }
            open = true;
        }
        if !(hunk.base.is_empty() && hunk.version.is_empty()) {
            changes.push(Change {
                base: base.span(&hunk.base),
                version: version.span(&hunk.version),
                typographic: same(base.slice(&hunk.base), version.slice(&hunk.version)),
            });
        }
        (at, there) = (hunk.base.end, hunk.version.end);
    }
    changes
}
