//! The words of one or more paragraphs of the base against those of one or more of a version: words that
//! changed, paragraphs that were split, and paragraphs that were joined.

use std::ops::Range;

use crate::align::Bag;
use crate::compose::compare::{Change, Comparing, Origin, slice};
use crate::compose::kept::Kept;
use crate::compose::part::{Block, Part};
use crate::diff::{self, MARK};
use crate::model::Kind;
use crate::normalise::same;
use crate::project::in_text;
use crate::tokens::Tokens;

/// Paragraphs as one text, with [`MARK`] between them.
struct Spread {
    /// The first paragraph.
    first: usize,
    /// Where each paragraph begins in the text.
    starts: Vec<usize>,
    length: usize,
}

impl Spread {
    fn of(part: &Part<'_>, paragraphs: &Range<usize>) -> Self {
        let mut starts = Vec::with_capacity(paragraphs.len());
        let mut at = 0;
        for paragraph in paragraphs.clone() {
            starts.push(at);
            at += part.length(paragraph) + 1;
        }
        Self {
            first: paragraphs.start,
            starts,
            length: at.saturating_sub(1),
        }
    }

    /// Rank of the paragraph that an offset stands in.
    fn rank(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The pieces of a stretch, cut at the ends of paragraphs: paragraph and offsets in it.
    fn pieces(&self, range: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut pieces = Vec::new();
        let mut from = range.start;
        let mut rank = self.rank(from);
        loop {
            let start = self.starts[rank];
            let next = self.starts.get(rank + 1).copied();
            // The mark stands before the next paragraph's start.
            match next.filter(|next| *next <= range.end) {
                Some(next) => {
                    pieces.push((self.first + rank, from - start..next - 1 - start));
                    from = next;
                    rank += 1;
                }
                None => {
                    pieces.push((self.first + rank, from - start..range.end - start));
                    return pieces;
                }
            }
        }
    }
}

/// The text of some paragraphs, [`MARK`] between them.
fn joined(part: &Part<'_>, paragraphs: &Range<usize>) -> String {
    let texts: Vec<&str> = paragraphs.clone().map(|index| part.text(index)).collect();
    texts.join(MARK.encode_utf8(&mut [0; 4]))
}

/// Blocks of the base and of the version that belong together.
type Run = (Range<usize>, Range<usize>);

impl Comparing<'_, '_, '_> {
    /// Pairs of blocks, grown to runs where a paragraph was split or paragraphs were joined.
    pub(super) fn grown(
        &self,
        base: &[Block],
        version: &[Block],
        pairs: &[(usize, usize)],
    ) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::with_capacity(pairs.len());
        for (rank, &(old, new)) in pairs.iter().enumerate() {
            let mut run = (old..old + 1, new..new + 1);
            let floor = runs.last().map_or((0, 0), |last| (last.0.end, last.1.end));
            let ceiling = pairs
                .get(rank + 1)
                .copied()
                .unwrap_or((base.len(), version.len()));
            let gaps = floor != (old, new) || ceiling != (old + 1, new + 1);
            if gaps && self.differs(base, version, &run) {
                while self.grow(base, version, &mut run, floor, ceiling) {}
            }
            runs.push(run);
        }
        runs
    }

    fn differs(&self, base: &[Block], version: &[Block], run: &Run) -> bool {
        match (&base[run.0.start], &version[run.1.start]) {
            (Block::Paragraph(old), Block::Paragraph(new)) => {
                self.base.text(*old) != self.version.text(*new)
            }
            _ => false,
        }
    }

    /// Takes one more paragraph into a run, if it is the other part of what the run holds.
    fn grow(
        &self,
        base: &[Block],
        version: &[Block],
        run: &mut Run,
        floor: (usize, usize),
        ceiling: (usize, usize),
    ) -> bool {
        let old = run.0.clone();
        let new = run.1.clone();
        let single = |range: &Range<usize>| range.len() == 1;
        let mut tries: Vec<Run> = Vec::with_capacity(4);
        if single(&old) {
            if new.end < ceiling.1 {
                tries.push((old.clone(), new.start..new.end + 1));
            }
            if new.start > floor.1 {
                tries.push((old.clone(), new.start - 1..new.end));
            }
        }
        if single(&new) {
            if old.end < ceiling.0 {
                tries.push((old.start..old.end + 1, new.clone()));
            }
            if old.start > floor.0 {
                tries.push((old.start - 1..old.end, new.clone()));
            }
        }
        for wider in tries {
            if self.belongs(base, version, run, &wider) {
                *run = wider;
                return true;
            }
        }
        false
    }

    /// Whether the paragraph that a wider run has more is mostly made of the run's own words.
    fn belongs(&self, base: &[Block], version: &[Block], run: &Run, wider: &Run) -> bool {
        let (Some(old), Some(new)) = (paragraphs(base, &wider.0), paragraphs(version, &wider.1))
        else {
            return false;
        };
        let in_base = wider.0.len() > run.0.len();
        let (more, length, shares) = match in_base {
            true => {
                let more = more(&wider.0, &run.0, &old);
                (
                    more,
                    self.base.length(more),
                    shares(self.base, more, self.version, &new),
                )
            }
            false => {
                let more = more(&wider.1, &run.1, &new);
                (
                    more,
                    self.version.length(more),
                    shares(self.version, more, self.base, &old),
                )
            }
        };
        if !shares {
            return false;
        }
        let (before, after) = (joined(self.base, &old), joined(self.version, &new));
        if before.matches(MARK).count() + 1 != old.len()
            || after.matches(MARK).count() + 1 != new.len()
        {
            return false;
        }
        let changes = diff::changes(&Tokens::of_joined(&before), &Tokens::of_joined(&after));
        let side = match in_base {
            true => Spread::of(self.base, &old),
            false => Spread::of(self.version, &new),
        };
        let start = side.starts[more - side.first];
        let all = start..start + length;
        let changed: usize = changes
            .iter()
            .filter(|change| !change.typographic)
            .map(|change| {
                let range = if in_base {
                    &change.base
                } else {
                    &change.version
                };
                let within = range.start.max(all.start)..range.end.min(all.end);
                within.len()
            })
            .sum();
        changed * 2 <= all.len()
    }

    /// The changes from some base paragraphs to some of the version; their last ends are the same.
    pub(super) fn text(&mut self, old: Range<usize>, new: Range<usize>) {
        self.found.ends[old.end - 1] = Some(new.end - 1);
        if old.len() == 1 && new.len() == 1 {
            if self.base.text(old.start) == self.version.text(new.start) {
                return;
            }
            let moved = self.version.moved_words(new.start);
            let (before, after) = (self.base.tokens(old.start), self.version.tokens(new.start));
            let changes = diff::changes_apart(before, after, &apart(after, &moved));
            return self.note(&changes, &moved, &old, &new);
        }
        let (before, after) = (joined(self.base, &old), joined(self.version, &new));
        let mut moved: Vec<bool> = Vec::new();
        let spread = Spread::of(self.version, &new);
        for (start, paragraph) in spread.starts.iter().zip(new.clone()) {
            let own = self.version.moved_words(paragraph);
            if !own.is_empty() {
                moved.resize(spread.length, false);
                moved[*start..start + own.len()].copy_from_slice(&own);
            }
        }
        let (before, after) = (Tokens::of_joined(&before), Tokens::of_joined(&after));
        let changes = diff::changes_apart(&before, &after, &apart(&after, &moved));
        self.note(&changes, &moved, &old, &new);
    }

    /// Notes the changes between two runs of paragraphs, and what they leave. `moved` are the characters of
    /// the version that were moved there, as of [`Part::moved_words`].
    fn note(
        &mut self,
        changes: &[diff::Change],
        moved: &[bool],
        old: &Range<usize>,
        new: &Range<usize>,
    ) {
        let (base, version) = (Spread::of(self.base, old), Spread::of(self.version, new));
        for paragraph in old.clone() {
            self.found.kept.insert(paragraph, Vec::new());
        }
        let (mut at, mut there) = (0, 0);
        for change in changes {
            self.keep(
                &base,
                &version,
                at..change.base.start,
                there..change.version.start,
            );
            self.one(change, moved, &base, &version);
            (at, there) = (change.base.end, change.version.end);
        }
        self.keep(&base, &version, at..base.length, there..version.length);
    }

    fn keep(&mut self, base: &Spread, version: &Spread, old: Range<usize>, new: Range<usize>) {
        let (old, new) = (base.pieces(&old), version.pieces(&new));
        let last = old.len() - 1;
        for (rank, ((paragraph, range), (there, other))) in old.into_iter().zip(new).enumerate() {
            if !range.is_empty() {
                let kept = self.found.kept.entry(paragraph).or_default();
                kept.push(Kept {
                    at: range.start,
                    length: range.len(),
                    paragraph: there,
                    there: other.start,
                });
            }
            if rank < last {
                self.found.ends[paragraph] = Some(there);
            }
        }
    }

    /// One change in words, cut where it goes over the ends of paragraphs.
    fn one(&mut self, change: &diff::Change, moved: &[bool], base: &Spread, version: &Spread) {
        let (old, new) = (base.pieces(&change.base), version.pieces(&change.version));
        if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
            let stretches = stretches(moved.get(change.version.clone()).unwrap_or_default());
            if stretches.iter().any(|stretch| stretch.0) {
                return self.beside_moved(old, new, &stretches);
            }
        }
        let so_far = self.found.changes.len();
        let both = old.len().min(new.len()) - 1;
        for (old, new) in old.iter().zip(&new).take(both) {
            self.words(old, Some(new), change.typographic, 0);
            self.found.ends[old.0] = Some(new.0);
        }
        let (old, new) = (&old[both..], &new[both..]);
        self.words(&old[0], Some(&new[0]), change.typographic, 0);
        for (rank, ends) in (0_u32..).zip(new.windows(2)) {
            let at = &old[0].1;
            self.found.changes.push(Change {
                span: at.end..at.end,
                slot: 2 * rank + 1,
                ..Change::new(Kind::Split, old[0].0 + 1, Origin::End(ends[0].0))
            });
            let point = (old[0].0, at.end..at.end);
            self.words(&point, Some(&ends[1]), change.typographic, 2 * rank + 2);
        }
        for ends in old.windows(2) {
            let end = self.base.length(ends[0].0);
            self.found.changes.push(Change {
                span: end..end,
                ..Change::new(Kind::Join, ends[0].0 + 1, Origin::NoEnd(ends[0].0))
            });
            self.words(&ends[1], None, change.typographic, 0);
        }
        if self.found.changes.len() > so_far + 1 {
            let group = self.new_group();
            for change in &mut self.found.changes[so_far..] {
                change.group = Some(group);
            }
        }
    }

    /// A change inside one paragraph some of whose new words were moved there: these stand for themselves.
    fn beside_moved(
        &mut self,
        old: &(usize, Range<usize>),
        new: &(usize, Range<usize>),
        stretches: &[(bool, Range<usize>)],
    ) {
        let texts = (
            slice(self.base.text(old.0), &old.1),
            slice(self.version.text(new.0), &new.1),
        );
        if texts.0 == texts.1 {
            return;
        }
        let (from, to) = (old.1.start, old.1.end);
        // What was written in place of the old words.
        let instead = stretches.iter().position(|stretch| !stretch.0);
        if instead.is_none() {
            self.words(old, None, false, 0);
        }
        for (slot, (rank, (_, stretch))) in (0_u32..).zip(stretches.iter().enumerate()) {
            let place = match instead {
                Some(instead) if rank < instead => from..from,
                Some(instead) if rank == instead => from..to,
                _ => to..to,
            };
            let come = new.1.start + stretch.start..new.1.start + stretch.end;
            let typographic = !place.is_empty()
                && same(
                    slice(self.base.text(old.0), &place),
                    slice(self.version.text(new.0), &come),
                );
            self.words(&(old.0, place), Some(&(new.0, come)), typographic, slot);
        }
    }

    /// A change inside one paragraph; `None` where nothing came.
    fn words(
        &mut self,
        old: &(usize, Range<usize>),
        new: Option<&(usize, Range<usize>)>,
        typographic: bool,
        slot: u32,
    ) {
        let (paragraph, span) = old;
        let come = new.map_or("", |(index, range)| slice(self.version.text(*index), range));
        // Tokens may be cut otherwise where paragraphs are joined: the same words are no change.
        if come == slice(self.base.text(*paragraph), span) {
            return;
        }
        let kind = match (typographic, span.is_empty(), come.is_empty()) {
            (_, true, true) => return,
            (true, ..) => Kind::Typographic,
            (_, true, _) => Kind::Insert,
            (_, _, true) => Kind::Delete,
            _ => Kind::Replace,
        };
        let origin = match new {
            Some((index, range)) => Origin::Text(*index, range.clone()),
            None => Origin::Gone(*paragraph..*paragraph),
        };
        self.found.changes.push(Change {
            span: span.clone(),
            slot,
            before: in_text(slice(self.base.text(*paragraph), span)),
            after: in_text(come),
            ..Change::new(kind, paragraph + 1, origin)
        });
    }
}

/// The tokens of which every character was moved there; empty where none was.
fn apart(tokens: &Tokens<'_>, moved: &[bool]) -> Vec<bool> {
    if moved.is_empty() {
        return Vec::new();
    }
    let all_moved = |range: &Range<usize>| moved[range.clone()].iter().all(|moved| *moved);
    let tokens = tokens.tokens.iter();
    tokens.map(|token| all_moved(&token.chars)).collect()
}

/// Stretches of characters that were moved there, and that were not. What is written between moved words is
/// moved with them.
fn stretches(moved: &[bool]) -> Vec<(bool, Range<usize>)> {
    let first = moved.iter().position(|moved| *moved);
    let last = moved.iter().rposition(|moved| *moved);
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    [
        (false, 0..first),
        (true, first..last + 1),
        (false, last + 1..moved.len()),
    ]
    .into_iter()
    .filter(|(_, range)| !range.is_empty())
    .collect()
}

/// Whether half of a paragraph's words stand in some paragraphs of the other side at all.
fn shares(own: &Part<'_>, more: usize, other: &Part<'_>, theirs: &Range<usize>) -> bool {
    let theirs: Vec<&Bag> = theirs.clone().map(|index| other.bag(index)).collect();
    own.bag(more).is_half_in(&theirs)
}

/// The paragraphs of blocks that are all paragraphs.
fn paragraphs(blocks: &[Block], range: &Range<usize>) -> Option<Range<usize>> {
    let all = blocks[range.clone()]
        .iter()
        .all(|block| matches!(block, Block::Paragraph(_)));
    all.then(|| blocks[range.start].paragraphs().start..blocks[range.end - 1].paragraphs().end)
}

/// The paragraph that a wider range of blocks has more.
fn more(wider: &Range<usize>, range: &Range<usize>, paragraphs: &Range<usize>) -> usize {
    if wider.start < range.start {
        paragraphs.start
    } else {
        paragraphs.end - 1
    }
}
