//! Amendments that cannot all stand: overlapping stretches of the base, and a block that goes against
//! anything else in it. Neighbours and insertions at one point are no conflict.

use std::collections::BTreeMap;

use crate::compose::compare::is_inside_row;
use crate::compose::identity::conflict_id;
use crate::compose::merge::Placed;
use crate::model::{Amendment, Conflict, Kind};

/// Amendments (indices) by the paragraph that they are about.
type ByParagraph<'p> = BTreeMap<(&'p str, usize), Vec<usize>>;

/// Finds the conflicts and notes each in its amendments. Sweeps once over the sorted amendments.
pub(crate) fn find(placed: &mut [Placed]) -> Vec<Conflict> {
    let mut sets = Sets {
        parent: (0..placed.len()).collect(),
    };
    let mut by_paragraph: ByParagraph<'_> = BTreeMap::new();
    for (index, placed) in placed.iter().enumerate() {
        let amendment = &placed.amendment;
        let key = (amendment.part.as_str(), amendment.paragraph);
        by_paragraph.entry(key).or_default().push(index);
    }
    for members in by_paragraph.values() {
        sweep(placed, members, &mut sets);
    }
    for (index, candidate) in placed.iter().enumerate() {
        match candidate.amendment.kind {
            Kind::RowDelete => join_row(placed, index, &by_paragraph, &mut sets),
            Kind::Join => join_next(placed, index, &by_paragraph, &mut sets),
            Kind::Move => match candidate.amendment.halves() {
                Some([_, here]) => join_arrival(placed, index, &here, &by_paragraph, &mut sets),
                None => join_destination(placed, index, &by_paragraph, &mut sets),
            },
            _ => {}
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

/// Whether an amendment takes a whole paragraph from its place.
fn takes(amendment: &Amendment) -> bool {
    match amendment.kind {
        Kind::ParagraphDelete => true,
        Kind::Move => amendment.to.as_ref().is_some_and(|to| to.offset.is_none()),
        _ => false,
    }
}

/// Whether an amendment changes a stretch inside a paragraph.
fn is_inside(amendment: &Amendment) -> bool {
    !takes(amendment)
        && !matches!(
            amendment.kind,
            Kind::ParagraphInsert | Kind::RowInsert | Kind::RowDelete
        )
}

/// Joins what overlaps within one paragraph; `members` are sorted by start and end.
fn sweep(placed: &[Placed], members: &[usize], sets: &mut Sets) {
    let mut taken: Option<usize> = None;
    for &index in members {
        if takes(&placed[index].amendment) {
            let first = *taken.get_or_insert(index);
            sets.join(first, index);
        }
    }
    // Formats lie over words and over each other without harm, unless both set the same.
    let mut open: Option<(usize, usize)> = None;
    let mut formats: Vec<usize> = Vec::new();
    for &index in members {
        let amendment = &placed[index].amendment;
        if !is_inside(amendment) {
            continue;
        }
        for taken in members
            .iter()
            .filter(|other| takes(&placed[**other].amendment))
        {
            if !is_of_one(amendment, &placed[*taken].amendment) {
                sets.join(*taken, index);
            }
        }
        if amendment.kind == Kind::Format {
            formats.push(index);
            continue;
        }
        match open {
            Some((reach, first)) if amendment.start < reach => {
                sets.join(first, index);
                open = Some((reach.max(amendment.end), first));
            }
            _ => open = Some((amendment.end, index)),
        }
    }
    for (rank, &index) in formats.iter().enumerate() {
        let format = &placed[index].amendment;
        let others = members.iter().filter(|other| {
            let other = &placed[**other].amendment;
            is_inside(other)
                && other.kind != Kind::Format
                && other.start < other.end
                && lie_over(format, other)
                && !is_of_one(format, other)
        });
        for &other in others {
            sets.join(index, other);
        }
        for &other in &formats[..rank] {
            let earlier = &placed[other].amendment;
            let mut both = format.properties.keys();
            let at_end = (format.start, format.end) == (earlier.start, earlier.end);
            if both.any(|name| earlier.properties.contains_key(name))
                && !is_of_one(format, earlier)
                && (lie_over(format, earlier) || at_end)
            {
                sets.join(index, other);
            }
        }
    }
}

/// Whether somebody asks for both: then both can stand.
pub(crate) fn is_of_one(one: &Amendment, other: &Amendment) -> bool {
    let supporters = &one.supporters;
    supporters
        .iter()
        .any(|name| other.supporters.contains(name))
}

/// Whether two stretches have characters in common, or a point lies within one.
fn lie_over(one: &Amendment, other: &Amendment) -> bool {
    one.start < other.end && other.start < one.end
}

/// Joins what brings a paragraph between two with what would join them.
fn join_destination(
    placed: &[Placed],
    moved: usize,
    by_paragraph: &ByParagraph<'_>,
    sets: &mut Sets,
) {
    let Some(to) = &placed[moved].amendment.to else {
        return;
    };
    let there = by_paragraph.get(&(to.part.as_str(), to.paragraph));
    for &index in there.map_or(&[][..], Vec::as_slice) {
        if placed[index].amendment.kind == Kind::Join {
            sets.join(moved, index);
        }
    }
}

/// Joins words that come from elsewhere with what takes their new place away.
fn join_arrival(
    placed: &[Placed],
    moved: usize,
    here: &Amendment,
    by_paragraph: &ByParagraph<'_>,
    sets: &mut Sets,
) {
    let part = here.part.as_str();
    let rows = by_paragraph.range((part, 0)..=(part, here.paragraph));
    let rows = rows.flat_map(|(_, members)| members).filter(|&&index| {
        let other = &placed[index].amendment;
        let count = other.before.split(['\n', '\t']).count();
        other.kind == Kind::RowDelete && here.paragraph < other.paragraph + count
    });
    let near = by_paragraph.get(&(part, here.paragraph));
    let near = near.into_iter().flatten().filter(|&&index| {
        let other = &placed[index].amendment;
        let within = is_inside(other)
            && other.kind != Kind::Format
            && other.start < here.start
            && here.start < other.end;
        index != moved && (takes(other) || within) && !is_of_one(here, other)
    });
    for &index in rows.chain(near) {
        sets.join(moved, index);
    }
}

/// Joins what would join two paragraphs with what takes the second away, or comes between them.
fn join_next(placed: &[Placed], join: usize, by_paragraph: &ByParagraph<'_>, sets: &mut Sets) {
    let amendment = &placed[join].amendment;
    let next = (amendment.part.as_str(), amendment.paragraph + 1);
    for &index in by_paragraph.get(&next).map_or(&[][..], Vec::as_slice) {
        if takes(&placed[index].amendment) {
            sets.join(join, index);
        }
    }
    let own = (amendment.part.as_str(), amendment.paragraph);
    for &index in by_paragraph.get(&own).map_or(&[][..], Vec::as_slice) {
        let kind = placed[index].amendment.kind;
        if matches!(kind, Kind::ParagraphInsert | Kind::RowInsert) {
            sets.join(join, index);
        }
    }
}

/// Joins a row that goes with everything that changes inside it.
fn join_row(placed: &[Placed], row: usize, by_paragraph: &ByParagraph<'_>, sets: &mut Sets) {
    let amendment = &placed[row].amendment;
    let slot = placed[row].slot;
    let part = amendment.part.as_str();
    let first = amendment.paragraph;
    let last = first + amendment.before.split(['\n', '\t']).count() - 1;
    let around = (part, first.saturating_sub(1))..=(part, last);
    for (&(_, paragraph), members) in by_paragraph.range(around) {
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
