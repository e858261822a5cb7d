//! Paragraphs that went in one place and came in another, with or without changes to their words.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Bag, likeness, likeness_at_most};
use crate::compose::compare::{Change, Comparing, Origin, To, ranked};
use crate::compose::kept::Kept;
use crate::diff;
use crate::model::Kind;
use crate::project::in_text;

/// Letters that a paragraph must have to be known again elsewhere, unless the file recorded the move.
const LETTERS: u32 = 8;
/// The likeness, in thousandths, from which a paragraph with other words is the same one moved and edited.
const EDITED: u32 = 600;
/// Letters that a paragraph must have for that.
const EDITED_LETTERS: u32 = 16;
/// Where there are more pairs than this, only paragraphs with the same words are moves.
const PAIRS: usize = 40_000;

impl Comparing<'_, '_, '_> {
    /// Turns deletions and insertions of the same paragraph into moves.
    pub(super) fn find_moves(&mut self) {
        let gone: Vec<usize> = self
            .found
            .changes
            .iter()
            .filter(|change| change.kind == Kind::ParagraphDelete)
            .map(|change| change.paragraph - 1)
            .collect();
        let come: Vec<usize> = self
            .found
            .changes
            .iter()
            .filter(|change| change.kind == Kind::ParagraphInsert)
            .flat_map(|change| match &change.origin {
                Origin::Paragraphs(range) => range.clone(),
                _ => 0..0,
            })
            .collect();
        if gone.is_empty() || come.is_empty() {
            return;
        }
        let mut moved = self.same_words(&gone, &come);
        self.edited(&gone, &come, &mut moved);
        if !moved.is_empty() {
            self.rewrite(&moved);
        }
    }

    /// Base paragraphs by the paragraphs of the version that they became, where the words are the same.
    fn same_words(&self, gone: &[usize], come: &[usize]) -> BTreeMap<usize, usize> {
        let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &paragraph in gone.iter().rev() {
            left.entry(self.base.key(paragraph))
                .or_default()
                .push(paragraph);
        }
        let mut moved = BTreeMap::new();
        for &paragraph in come {
            let key = self.version.key(paragraph);
            let letters = key
                .chars()
                .filter(|c| c.is_alphanumeric())
                .take(LETTERS as usize);
            let enough = letters.count() == LETTERS as usize;
            let known = enough || (self.version.is_moved(paragraph) && !key.trim().is_empty());
            if known && let Some(from) = left.get_mut(key).and_then(Vec::pop) {
                moved.insert(paragraph, from);
            }
        }
        moved
    }

    /// Adds those whose words are mostly the same, the likest first.
    fn edited(&self, gone: &[usize], come: &[usize], moved: &mut BTreeMap<usize, usize>) {
        let taken: BTreeSet<usize> = moved.values().copied().collect();
        let free = |all: &[usize], used: &dyn Fn(&usize) -> bool| -> Vec<usize> {
            all.iter().copied().filter(|index| !used(index)).collect()
        };
        let gone = free(gone, &|index| taken.contains(index));
        let come = free(come, &|index| moved.contains_key(index));
        if gone.is_empty() || come.is_empty() || gone.len() * come.len() > PAIRS {
            return;
        }
        let before: Vec<&Bag> = gone.iter().map(|index| self.base.bag(*index)).collect();
        let after: Vec<&Bag> = come.iter().map(|index| self.version.bag(*index)).collect();
        let mut weighed = Vec::new();
        for (i, one) in before.iter().enumerate() {
            for (j, other) in after.iter().enumerate() {
                let enough = one.letters.min(other.letters) >= EDITED_LETTERS;
                let recorded = self.version.is_moved(come[j]);
                // A cheap look at their lengths first: most pairs can't be alike enough.
                let like_enough = enough && likeness_at_most(one, other) >= EDITED;
                if !(recorded || like_enough) {
                    continue;
                }
                let weight = likeness(one, other);
                if weight > 0 && (recorded || weight >= EDITED) {
                    weighed.push((std::cmp::Reverse(weight), gone[i], come[j]));
                }
            }
        }
        weighed.sort_unstable();
        let mut used = BTreeSet::new();
        for (_, from, to) in weighed {
            if !used.contains(&from) && !moved.contains_key(&to) {
                used.insert(from);
                moved.insert(to, from);
            }
        }
    }

    /// Takes the deletions out and cuts the moved paragraphs out of the runs of insertions.
    fn rewrite(&mut self, moved: &BTreeMap<usize, usize>) {
        let from: BTreeSet<usize> = moved.values().copied().collect();
        let changes = std::mem::take(&mut self.found.changes);
        let mut moves: BTreeMap<usize, Change> = BTreeMap::new();
        for change in changes {
            let gone = change.kind == Kind::ParagraphDelete;
            if gone && from.contains(&(change.paragraph - 1)) {
                continue;
            }
            let range = match (&change.kind, &change.origin) {
                (Kind::ParagraphInsert, Origin::Paragraphs(range)) => range.clone(),
                _ => {
                    self.found.changes.push(change);
                    continue;
                }
            };
            let mut start = range.start;
            for paragraph in range.clone().chain([range.end]) {
                let base = moved.get(&paragraph).filter(|_| paragraph < range.end);
                if base.is_none() && paragraph < range.end {
                    continue;
                }
                let ranked = |index: usize| ranked(change.slot, index - range.start);
                if start < paragraph {
                    let slot = ranked(start);
                    self.inserted_paragraphs(start..paragraph, change.paragraph, slot);
                }
                if let Some(base) = base {
                    let slot = ranked(paragraph);
                    let one = self.one_move(*base, paragraph, change.paragraph, slot);
                    moves.insert(*base, one);
                }
                start = paragraph + 1;
            }
        }
        self.group_moves(&mut moves);
        self.found.changes.extend(moves.into_values());
        self.found.changes.sort_by_key(|change| change.paragraph);
    }

    fn one_move(&mut self, base: usize, version: usize, behind: usize, slot: u32) -> Change {
        self.found.ends[base] = Some(version);
        let (before, after) = (self.base.text(base), self.version.text(version));
        if before != after {
            let changes = diff::changes(self.base.tokens(base), self.version.tokens(version));
            let (mut at, mut there) = (0, 0);
            let mut kept = Vec::new();
            let end = self.base.length(base);
            let ends = changes
                .iter()
                .map(|change| (change.base.clone(), change.version.end));
            for (gone, come) in ends.chain([(end..end, 0)]) {
                if gone.start > at {
                    kept.push(Kept {
                        at,
                        length: gone.start - at,
                        paragraph: version,
                        there,
                    });
                }
                (at, there) = (gone.end, come);
            }
            self.found.kept.insert(base, kept);
        }
        Change {
            span: 0..self.base.length(base),
            slot,
            before: in_text(before),
            after: in_text(after),
            to: Some(To {
                paragraph: behind,
                offset: None,
            }),
            ..Change::new(Kind::Move, base + 1, Origin::Moved(base, version))
        }
    }

    /// Paragraphs that went and came beside each other are one move.
    fn group_moves(&mut self, moves: &mut BTreeMap<usize, Change>) {
        let mut last: Option<(usize, u32, Option<To>)> = None;
        let bases: Vec<usize> = moves.keys().copied().collect();
        for base in bases {
            let here = (moves[&base].slot, moves[&base].to);
            let beside = last.filter(|(before, slot, to)| {
                before + 1 == base && slot + 1 == here.0 && *to == here.1
            });
            if let Some((before, ..)) = beside {
                let group = moves[&before].group.unwrap_or_else(|| self.new_group());
                for index in [before, base] {
                    if let Some(change) = moves.get_mut(&index) {
                        change.group = Some(group);
                    }
                }
            }
            last = Some((base, here.0, here.1));
        }
    }
}
