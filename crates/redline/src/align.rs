//! Which block of the base is which block of a version: equal ones first (unique contents as anchors,
//! their longest increasing run, histogram diff between them), then similar ones in the gaps, always in
//! order. Near-linear: in a gap only blocks that share rarer words are weighed against each other.

mod bag;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Interner, Token};

pub use bag::Bag;
use bag::{Weighed, letters};
pub(crate) use bag::{likeness, likeness_at_most};

/// Bytes that a block must have to be known again at the beginning or end of the only one in its place.
const GROWN: usize = 8;
/// Gaps with no more pairs than this are weighed pair by pair.
const SMALL_GAP: usize = 1024;
/// In larger gaps, words in more blocks than this are no sign of kinship.
const COMMON_WORD: usize = 24;
/// Candidates that are weighed exactly for one block of a large gap.
const CANDIDATES: usize = 6;

/// A list of blocks as alignment sees it.
pub trait Blocks {
    /// Number of blocks.
    fn len(&self) -> usize;
    /// Blocks of different sort never meet.
    fn sort(&self, index: usize) -> u8;
    /// The content in matching form (or a digest of it): equal where the blocks say the same.
    fn key(&self, index: usize) -> &str;
    /// Gives each word of a block.
    fn words(&self, index: usize, each: &mut dyn FnMut(&str));
    /// The words of a block, weighed.
    fn bag(&self, index: usize) -> Cow<'_, Bag> {
        Cow::Owned(Bag::of(|each| self.words(index, each)))
    }
    /// Whether there is no block.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What to do with blocks that are left over between two pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// They are different blocks.
    Apart,
    /// As many on both sides: they belong together by their place (rows of a table).
    ByPlace,
    /// They belong together from the first on (paragraphs of one cell).
    FromStart,
}

/// The pairs of blocks that belong together, increasing on both sides.
#[must_use]
pub fn align(base: &dyn Blocks, version: &dyn Blocks, leftover: Leftover) -> Vec<(usize, usize)> {
    let (before, after) = intern(base, version);
    let mut pairs = equal_pairs(&before, &after);
    slide(&mut pairs, &before, &after);
    let mut all = Vec::with_capacity(before.len());
    for (gap_base, gap_version, pair) in gaps(&pairs, before.len(), after.len()) {
        if !gap_base.is_empty() && !gap_version.is_empty() {
            let close = similar_pairs(base, version, gap_base.clone(), gap_version.clone());
            for (left_base, left_version, pair) in gaps_within(&close, &gap_base, &gap_version) {
                place(base, version, left_base, left_version, leftover, &mut all);
                all.extend(pair);
            }
        }
        all.extend(pair);
    }
    all
}

fn intern(base: &dyn Blocks, version: &dyn Blocks) -> (Vec<u32>, Vec<u32>) {
    let mut interner = Interner::new(base.len() + version.len());
    let before = (0..base.len())
        .map(|i| interner.intern((base.sort(i), base.key(i))).0)
        .collect();
    let after = (0..version.len())
        .map(|i| interner.intern((version.sort(i), version.key(i))).0)
        .collect();
    (before, after)
}

/// What stands between two pairs on either side, and the pair that closes it.
type Gap = (Range<usize>, Range<usize>, Option<(usize, usize)>);

/// The gaps before each pair and behind the last one, with the pair that closes each.
fn gaps(pairs: &[(usize, usize)], base: usize, version: usize) -> Vec<Gap> {
    gaps_within(pairs, &(0..base), &(0..version))
}

fn gaps_within(pairs: &[(usize, usize)], base: &Range<usize>, version: &Range<usize>) -> Vec<Gap> {
    let (mut at, mut there) = (base.start, version.start);
    let mut found = Vec::with_capacity(pairs.len() + 1);
    for &(old, new) in pairs {
        found.push((at..old, there..new, Some((old, new))));
        (at, there) = (old + 1, new + 1);
    }
    found.push((at..base.end, there..version.end, None));
    found
}

/// Pairs of equal blocks.
fn equal_pairs(before: &[u32], after: &[u32]) -> Vec<(usize, usize)> {
    let head = before
        .iter()
        .zip(after)
        .take_while(|(old, new)| old == new)
        .count();
    let tail = before[head..]
        .iter()
        .rev()
        .zip(after[head..].iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (base_end, version_end) = (before.len() - tail, after.len() - tail);
    let mut pairs: Vec<_> = (0..head).map(|index| (index, index)).collect();
    let anchors = anchors(before, after, head..base_end, head..version_end);
    for (gap_base, gap_version, anchor) in
        gaps_within(&anchors, &(head..base_end), &(head..version_end))
    {
        pairs.extend(histogram_pairs(before, after, gap_base, gap_version));
        pairs.extend(anchor);
    }
    pairs.extend((0..tail).map(|index| (base_end + index, version_end + index)));
    pairs
}

/// Contents that stand once on either side, along their longest common order.
fn anchors(
    before: &[u32],
    after: &[u32],
    base: Range<usize>,
    version: Range<usize>,
) -> Vec<(usize, usize)> {
    let highest = before
        .iter()
        .chain(after)
        .max()
        .map_or(0, |&id| id as usize + 1);
    let mut seen = vec![(0_u32, 0_usize, 0_u32, 0_usize); highest];
    for index in base.clone() {
        let entry = &mut seen[before[index] as usize];
        (entry.0, entry.1) = (entry.0 + 1, index);
    }
    for index in version {
        let entry = &mut seen[after[index] as usize];
        (entry.2, entry.3) = (entry.2 + 1, index);
    }
    let unique: Vec<(usize, usize)> = base
        .filter_map(|index| match seen[before[index] as usize] {
            (1, old, 1, new) if old == index => Some((old, new)),
            _ => None,
        })
        .collect();
    let weighted: Vec<_> = unique.into_iter().map(|(old, new)| (old, new, 1)).collect();
    heaviest_chain(&weighted)
}

fn histogram_pairs(
    before: &[u32],
    after: &[u32],
    base: Range<usize>,
    version: Range<usize>,
) -> Vec<(usize, usize)> {
    if base.is_empty() || version.is_empty() {
        return Vec::new();
    }
    // Numbered anew, so that the cost is that of the gap.
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    let mut number = |id: u32| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        Token(*numbers.entry(id).or_insert(next))
    };
    let old: Vec<Token> = before[base.clone()].iter().map(|&id| number(id)).collect();
    let new: Vec<Token> = after[version.clone()]
        .iter()
        .map(|&id| number(id))
        .collect();
    let mut diff = Diff::default();
    let distinct = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    diff.compute_with(Algorithm::Histogram, &old, &new, distinct);
    let (mut at, mut there) = (0, 0);
    let mut pairs = Vec::new();
    let end = (old.len()..old.len(), new.len()..new.len());
    let hunks = diff.hunks().map(|hunk| {
        let whole = |range: Range<u32>| range.start as usize..range.end as usize;
        (whole(hunk.before), whole(hunk.after))
    });
    for (gone, come) in hunks.chain([end]) {
        pairs.extend((at..gone.start).zip(there..come.start));
        (at, there) = (gone.end, come.end);
    }
    pairs
        .into_iter()
        .map(|(old, new)| (base.start + old, version.start + new))
        .collect()
}

/// Moves inserted or deleted runs of repeated blocks to the leftmost place that they could have.
fn slide(pairs: &mut [(usize, usize)], before: &[u32], after: &[u32]) {
    for index in 0..pairs.len() {
        let next = pairs
            .get(index + 1)
            .copied()
            .unwrap_or((before.len(), after.len()));
        let (old, new) = pairs[index];
        let (gone, come) = (next.0 - old - 1, next.1 - new - 1);
        let mut at = index;
        if gone == 0 && come > 0 {
            while after[pairs[at].1] == after[pairs[at].1 + come] {
                pairs[at].1 += come;
                if at == 0 || pairs[at - 1].1 + come + 1 != pairs[at].1 {
                    break;
                }
                at -= 1;
                if pairs[at].0 + 1 != pairs[at + 1].0 {
                    break;
                }
            }
        } else if come == 0 && gone > 0 {
            while before[pairs[at].0] == before[pairs[at].0 + gone] {
                pairs[at].0 += gone;
                if at == 0 || pairs[at - 1].0 + gone + 1 != pairs[at].0 {
                    break;
                }
                at -= 1;
                if pairs[at].1 + 1 != pairs[at + 1].1 {
                    break;
                }
            }
        }
    }
}

/// What is left between two pairs, paired by its place where that is asked for.
fn place(
    base: &dyn Blocks,
    version: &dyn Blocks,
    old: Range<usize>,
    new: Range<usize>,
    leftover: Leftover,
    all: &mut Vec<(usize, usize)>,
) {
    let alike = (leftover == Leftover::FromStart || old.len() == new.len())
        && old
            .clone()
            .zip(new.clone())
            .all(|(i, j)| base.sort(i) == version.sort(j));
    // An empty paragraph that was filled in, or one of which only the mark is left, is still itself; so is
    // a single word that is spelt otherwise, and a short one to which much was added.
    let single = old.len() == 1 && new.len() == 1;
    let itself = || {
        let (one, other) = (base.key(old.start), version.key(new.start));
        one.is_empty() || other.is_empty() || spelt_alike(one, other) || has_grown(one, other)
    };
    if alike && (leftover != Leftover::Apart || (single && itself())) {
        all.extend(old.zip(new));
    }
}

/// Whether two short texts share at least half of their letters at their two ends, in either case.
fn spelt_alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .flat_map(char::to_lowercase)
            .collect::<Vec<char>>()
    };
    let (one, other) = (letters(one), letters(other));
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    (head + tail) * 2 >= head + one.len().max(other.len())
}

/// Whether one text begins or ends with all of the other.
fn has_grown(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.len() >= GROWN && (long.starts_with(short) || long.ends_with(short))
}

/// Pairs of blocks that are not equal but have enough in common, the heaviest order-preserving choice.
fn similar_pairs(
    base: &dyn Blocks,
    version: &dyn Blocks,
    old: Range<usize>,
    new: Range<usize>,
) -> Vec<(usize, usize)> {
    let bags_before: Vec<Cow<'_, Bag>> = old.clone().map(|index| base.bag(index)).collect();
    let bags_after: Vec<Cow<'_, Bag>> = new.clone().map(|index| version.bag(index)).collect();
    let small = bags_before.len() * bags_after.len() <= SMALL_GAP;
    let mut holders: Vec<(Weighed, usize)> = Vec::new();
    if !small {
        for (index, bag) in bags_after.iter().enumerate() {
            holders.extend(bag.words.iter().map(|word| (*word, index)));
        }
        holders.sort_unstable();
        holders.dedup();
    }
    let mut weighed = Vec::new();
    let mut shared = vec![0_u32; bags_after.len()];
    for (index, bag) in bags_before.iter().enumerate() {
        let candidates = match small {
            true => (0..bags_after.len()).collect(),
            false => candidates(bag, &holders, &mut shared),
        };
        for candidate in candidates {
            let (i, j) = (old.start + index, new.start + candidate);
            let weight = match base.sort(i) == version.sort(j) {
                true => likeness(bag, &bags_after[candidate]),
                false => 0,
            };
            if weight > 0 {
                weighed.push((i, j, weight));
            }
        }
    }
    heaviest_chain(&weighed)
}

/// Blocks of the version that share words with this one, those with the most letters in common first.
/// `holders` lists, sorted, which block holds which word.
fn candidates(bag: &Bag, holders: &[(Weighed, usize)], shared: &mut [u32]) -> Vec<usize> {
    let mut touched = Vec::new();
    for &word in &bag.words {
        let from = holders.partition_point(|holder| holder.0 < word);
        let with = holders[from..].iter().take_while(|holder| holder.0 == word);
        if with.clone().take(COMMON_WORD + 1).count() > COMMON_WORD {
            continue;
        }
        for &(_, holder) in with {
            if shared[holder] == 0 {
                touched.push(holder);
            }
            shared[holder] += letters(word);
        }
    }
    if touched.len() > CANDIDATES {
        let most_first = |&index: &usize| (std::cmp::Reverse(shared[index]), index);
        touched.select_nth_unstable_by_key(CANDIDATES - 1, most_first);
    }
    touched.iter().for_each(|&index| shared[index] = 0);
    touched.truncate(CANDIDATES);
    touched.sort_unstable();
    touched
}

/// The heaviest choice of pairs that increases on both sides. `pairs` are sorted by their left side.
fn heaviest_chain(pairs: &[(usize, usize, u32)]) -> Vec<(usize, usize)> {
    let width = pairs.iter().map(|pair| pair.1 + 1).max().unwrap_or(0);
    // A Fenwick tree of the best (weight, pair) that ends before a place on the right side.
    let mut best: Vec<(u64, usize)> = vec![(0, usize::MAX); width + 1];
    let mut sums = vec![(0_u64, usize::MAX); pairs.len()];
    let mut start = 0;
    while start < pairs.len() {
        let end = start
            + pairs[start..]
                .iter()
                .take_while(|pair| pair.0 == pairs[start].0)
                .count();
        for index in start..end {
            let (mut at, mut found) = (pairs[index].1, (0, usize::MAX));
            while at > 0 {
                if best[at].0 > found.0 {
                    found = best[at];
                }
                at -= at & at.wrapping_neg();
            }
            sums[index] = (found.0 + u64::from(pairs[index].2), found.1);
        }
        for index in start..end {
            let mut at = pairs[index].1 + 1;
            while at <= width {
                if sums[index].0 > best[at].0 {
                    best[at] = (sums[index].0, index);
                }
                at += at & at.wrapping_neg();
            }
        }
        start = end;
    }
    let mut last = (0..pairs.len()).fold(usize::MAX, |last, index| {
        if last == usize::MAX || sums[index].0 > sums[last].0 {
            index
        } else {
            last
        }
    });
    let mut chain = Vec::new();
    while last != usize::MAX {
        chain.push((pairs[last].0, pairs[last].1));
        last = sums[last].1;
    }
    chain.reverse();
    chain
}
