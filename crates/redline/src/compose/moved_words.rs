//! Words that went in one place and came in another, inside paragraphs that stay.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::compare::{Change, Comparing, Origin, To};
use crate::diff;
use crate::model::Kind;
use crate::normalise::matching;
use crate::tokens::Tokens;

/// Letters that words must have to be known again elsewhere, unless the file recorded the move: a sentence,
/// not a phrase that two places have by chance.
const LETTERS: usize = 30;
/// The share of letters, in percent, from which other words are the same ones, where the move is recorded.
const EDITED: usize = 60;
/// Where there are more pairs than this, only the same words are moves.
const PAIRS: usize = 400;

impl Comparing<'_, '_, '_> {
    /// Turns deletions and insertions of the same words into moves. A move that the file recorded is one
    /// however short it is, and where the words were edited on the way.
    pub(super) fn find_moved_words(&mut self) {
        let come: Vec<usize> = self.of_kind(Kind::Insert);
        let gone: Vec<usize> = self.of_kind(Kind::Delete);
        if come.is_empty() || gone.is_empty() {
            return;
        }
        let recorded: BTreeSet<usize> = come
            .iter()
            .copied()
            .filter(|&index| self.is_recorded(&self.found.changes[index]))
            .collect();
        let mut moved = self.same_moved(&gone, &come, &recorded);
        self.edited_on_the_way(&gone, &recorded, &mut moved);
        self.make_moves(&moved);
    }

    /// Changes (index) of a kind that are whole in themselves and hold words but no objects.
    fn of_kind(&self, kind: Kind) -> Vec<usize> {
        let changes = self.found.changes.iter().enumerate();
        let plain = changes.filter(|(_, change)| {
            let words = words(change);
            change.kind == kind
                && change.group.is_none()
                && words.contains(char::is_alphanumeric)
                && !words.contains('\u{fffc}')
        });
        plain.map(|(index, _)| index).collect()
    }

    /// Whether the file says of all new words that they were moved here.
    fn is_recorded(&self, change: &Change) -> bool {
        let Origin::Text(paragraph, range) = &change.origin else {
            return false;
        };
        let moved = self.version.moved_words(*paragraph);
        let own = moved.get(range.clone()).unwrap_or_default();
        own.first() == Some(&true) && own.last() == Some(&true)
    }

    /// Insertions by the deletions that they come from, where the words are the same.
    fn same_moved(
        &self,
        gone: &[usize],
        come: &[usize],
        recorded: &BTreeSet<usize>,
    ) -> BTreeMap<usize, usize> {
        let key = |index: usize| {
            let words = words(&self.found.changes[index]);
            matching(words.trim()).text.into_owned()
        };
        let mut left: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &index in gone.iter().rev() {
            left.entry(key(index)).or_default().push(index);
        }
        let mut moved = BTreeMap::new();
        // What is recorded chooses first.
        let (first, then): (Vec<usize>, Vec<usize>) =
            come.iter().partition(|index| recorded.contains(index));
        for index in first.into_iter().chain(then) {
            let key = key(index);
            let letters = key.chars().filter(|c| c.is_alphanumeric()).take(LETTERS);
            if !recorded.contains(&index) && letters.count() < LETTERS {
                continue;
            }
            let from = left.get_mut(&key);
            let from = from.and_then(|from| from.pop_if(|from| self.is_elsewhere(*from, index)));
            if let Some(from) = from {
                moved.insert(from, index);
            }
        }
        moved
    }

    /// Whether words came in another place than they went from.
    fn is_elsewhere(&self, gone: usize, come: usize) -> bool {
        let (gone, come) = (&self.found.changes[gone], &self.found.changes[come]);
        let at = come.span.start;
        gone.paragraph != come.paragraph || at < gone.span.start || gone.span.end < at
    }

    /// Adds recorded moves whose words were edited on the way, the likest first.
    fn edited_on_the_way(
        &self,
        gone: &[usize],
        recorded: &BTreeSet<usize>,
        moved: &mut BTreeMap<usize, usize>,
    ) {
        let known: BTreeSet<usize> = moved.values().copied().collect();
        let gone: Vec<usize> = gone
            .iter()
            .copied()
            .filter(|index| !moved.contains_key(index))
            .collect();
        let come: Vec<usize> = recorded.difference(&known).copied().collect();
        if gone.len() * come.len() > PAIRS {
            return;
        }
        let mut weighed = Vec::new();
        for &from in &gone {
            for &to in &come {
                let share = likeness(
                    words(&self.found.changes[from]),
                    words(&self.found.changes[to]),
                );
                if share >= EDITED && self.is_elsewhere(from, to) {
                    weighed.push((std::cmp::Reverse(share), from, to));
                }
            }
        }
        weighed.sort_unstable();
        let mut used = known;
        for (_, from, to) in weighed {
            if !moved.contains_key(&from) && used.insert(to) {
                moved.insert(from, to);
            }
        }
    }

    /// Deletion and insertion become one change each.
    fn make_moves(&mut self, moved: &BTreeMap<usize, usize>) {
        if moved.is_empty() {
            return;
        }
        let come: BTreeSet<usize> = moved.values().copied().collect();
        let changes = std::mem::take(&mut self.found.changes);
        let one = |(index, change): (usize, &Change)| {
            let Some(to) = moved.get(&index).map(|to| &changes[*to]) else {
                return change.clone();
            };
            Change {
                kind: Kind::Move,
                slot: to.slot,
                after: to.after.clone(),
                to: Some(To {
                    paragraph: to.paragraph,
                    offset: Some(to.span.start),
                }),
                origin: to.origin.clone(),
                ..change.clone()
            }
        };
        let left = changes.iter().enumerate();
        let left = left.filter(|(index, _)| !come.contains(index));
        self.found.changes = left.map(one).collect();
    }
}

/// The words that a change takes or brings.
fn words(change: &Change) -> &str {
    match change.kind {
        Kind::Delete => &change.before,
        _ => &change.after,
    }
}

/// How much of two wordings is the same, in percent of the longer one.
fn likeness(one: &str, other: &str) -> usize {
    let (one, other) = (Tokens::of(one.trim()), Tokens::of(other.trim()));
    let changed: usize = diff::changes(&one, &other)
        .iter()
        .filter(|change| !change.typographic)
        .map(|change| change.base.len())
        .sum();
    let kept = one.length.saturating_sub(changed);
    kept * 100 / one.length.max(other.length).max(1)
}
