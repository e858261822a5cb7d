//! Amendments that cannot all stand: overlapping stretches of the base, and a block that goes against
//! anything else in it. Neighbours and insertions at one point are no conflict.

use std::collections::BTreeMap;

use crate::compose::compare::is_inside_row;
use crate::compose::identity::conflict_id;
use crate::compose::merge::Placed;
use crate::model::{Conflict, Kind};

/// Finds the conflicts and notes each in its amendments. Sweeps once over the sorted amendments.
pub(crate) fn find(placed: &mut [Placed]) -> Vec<Conflict> {
    let mut sets = Sets {
        parent: (0..placed.len()).collect(),
    };
    let mut by_paragraph: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, placed) in placed.iter().enumerate() {
        by_paragraph
            .entry(placed.amendment.paragraph)
            .or_default()
            .push(index);
    }
    for members in by_paragraph.values() {
        sweep(placed, members, &mut sets);
    }
    for (index, candidate) in placed.iter().enumerate() {
        if candidate.amendment.kind == Kind::RowDelete {
            join_row(placed, index, &by_paragraph, &mut sets);
        }
    }
    let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..placed.len() {
        components.entry(sets.root(index)).or_default().push(index);
    }
    let mut conflicts = Vec::new();
    for members in components.into_values().filter(|members| members.len() > 1) {
        let ids: Vec<String> = members
            .iter()
            .map(|&index| placed[index].amendment.id.clone())
            .collect();
        let mut sorted: Vec<&str> = ids.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        let id = conflict_id(sorted.into_iter());
        for index in members {
            placed[index].amendment.conflict = Some(id.clone());
        }
        conflicts.push(Conflict {
            id,
            amendments: ids,
        });
    }
    conflicts
}

/// Whether an amendment changes a stretch inside a paragraph.
fn is_inside(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::ParagraphInsert | Kind::ParagraphDelete | Kind::RowInsert | Kind::RowDelete
    )
}

/// Joins what overlaps within one paragraph; `members` are sorted by start and end.
fn sweep(placed: &[Placed], members: &[usize], sets: &mut Sets) {
    let mut open: Option<(usize, usize)> = None;
    let deletion = members
        .iter()
        .copied()
        .find(|&index| placed[index].amendment.kind == Kind::ParagraphDelete);
    for &index in members {
        let amendment = &placed[index].amendment;
        if !is_inside(amendment.kind) {
            continue;
        }
        if let Some(deletion) = deletion {
            sets.join(deletion, index);
        }
        match open {
            Some((reach, first)) if amendment.start < reach => {
                sets.join(first, index);
                open = Some((reach.max(amendment.end), first));
            }
            _ => open = Some((amendment.end, index)),
        }
    }
}

/// Joins a row that goes with everything that changes inside it.
fn join_row(
    placed: &[Placed],
    row: usize,
    by_paragraph: &BTreeMap<usize, Vec<usize>>,
    sets: &mut Sets,
) {
    let amendment = &placed[row].amendment;
    let slot = placed[row].slot;
    let first = amendment.paragraph;
    let last = first + amendment.before.split(['\n', '\t']).count() - 1;
    for (&paragraph, members) in by_paragraph.range(first.saturating_sub(1)..=last) {
        for &index in members {
            let other = &placed[index];
            let inserted = matches!(
                other.amendment.kind,
                Kind::ParagraphInsert | Kind::RowInsert
            );
            let within = if paragraph < first {
                inserted && is_inside_row(other.slot, slot, false)
            } else if paragraph == last && inserted {
                is_inside_row(other.slot, slot, true)
            } else {
                true
            };
            if within && index != row {
                sets.join(row, index);
            }
        }
    }
}

/// Disjoint sets of amendments.
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn root(&mut self, index: usize) -> usize {
        let mut root = index;
        while self.parent[root] != root {
            self.parent[root] = self.parent[self.parent[root]];
            root = self.parent[root];
        }
        root
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The smaller index leads, so that conflicts come in the order of the text.
        self.parent[one.max(other)] = one.min(other);
    }
}
