//! Which of several amendments that cannot all be shown is shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Amendment, Kind};

/// What is shown, and for each of those what stands in its note instead (indices).
pub(super) struct Chosen {
    pub(super) shown: Vec<bool>,
    pub(super) instead: BTreeMap<usize, Vec<usize>>,
}

/// Shows as much as a file can say: where amendments lie over each other the one with most supporters,
/// among equals the first; every other one is told in a note on it.
pub(super) fn choose(amendments: &[&Amendment]) -> Chosen {
    let mut order: Vec<usize> = (0..amendments.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(amendments[*i].supporters.len()), *i));
    let mut shown = vec![false; amendments.len()];
    let mut instead: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut by_paragraph: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for index in order {
        let amendment = amendments[index];
        let rival = covered(amendment)
            .filter_map(|p| by_paragraph.get(&p))
            .flatten()
            .copied()
            .find(|other| overlap(amendment, amendments[*other]));
        match rival {
            Some(rival) => instead.entry(rival).or_default().push(index),
            None => {
                shown[index] = true;
                for paragraph in covered(amendment) {
                    by_paragraph.entry(paragraph).or_default().insert(index);
                }
            }
        }
    }
    for others in instead.values_mut() {
        others.sort_unstable();
    }
    Chosen { shown, instead }
}

/// The base paragraphs that an amendment is about.
fn covered(amendment: &Amendment) -> impl Iterator<Item = usize> {
    let count = match amendment.kind {
        Kind::RowDelete => amendment.before.split(['\n', '\t']).count(),
        _ => 1,
    };
    amendment.paragraph..amendment.paragraph + count
}

fn overlap(a: &Amendment, b: &Amendment) -> bool {
    let whole = |a: &Amendment| matches!(a.kind, Kind::ParagraphDelete | Kind::RowDelete);
    let beside = |a: &Amendment| {
        matches!(a.kind, Kind::ParagraphInsert | Kind::RowInsert)
            || (a.kind == Kind::Other && a.after.starts_with('\n'))
    };
    let told =
        |a: &Amendment| matches!(a.kind, Kind::Format | Kind::Move | Kind::Split | Kind::Join);
    if told(a) || told(b) {
        return false;
    }
    if a.kind == Kind::RowDelete || b.kind == Kind::RowDelete {
        // A new paragraph in a row that goes would go with it.
        let (row, other) = if a.kind == Kind::RowDelete {
            (a, b)
        } else {
            (b, a)
        };
        let last = covered(row).last().unwrap_or(row.paragraph);
        return !(beside(other) && other.paragraph == last);
    }
    if beside(a) || beside(b) {
        return false;
    }
    if whole(a) || whole(b) {
        return true;
    }
    if a.start == a.end || b.start == b.end {
        let (point, span) = if a.start == a.end { (a, b) } else { (b, a) };
        return span.start < point.start && point.start < span.end;
    }
    a.start < b.end && b.start < a.end
}
