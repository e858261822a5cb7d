//! Which of several amendments that cannot all be shown is shown.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::compose::is_of_one;
use crate::model::{Amendment, Kind};

/// What is shown, and for each of those what stands in its note instead (indices).
pub(super) struct Chosen {
    pub(super) shown: Vec<bool>,
    pub(super) instead: BTreeMap<usize, Vec<usize>>,
    /// Other words for the very same stretch: they can stand beside what is shown.
    pub(super) beside: Vec<bool>,
}

/// Shows as much as a file can say: where amendments lie over each other the one with most supporters,
/// among equals the first; every other one is told in a note on it.
pub(super) fn choose(amendments: &[&Amendment]) -> Chosen {
    let mut order: Vec<usize> = (0..amendments.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(amendments[*i].supporters.len()), *i));
    let mut shown = vec![false; amendments.len()];
    let mut beside = vec![false; amendments.len()];
    let mut instead: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut taken: BTreeMap<usize, Taken> = BTreeMap::new();
    let ends: Vec<Ends<'_>> = amendments.iter().map(|each| ends(each)).collect();
    let all = |(index, end): Place| &*ends[index][end];
    for index in order {
        let amendment = amendments[index];
        let rival = ends[index].iter().find_map(|end| {
            covered(end)
                .filter_map(|p| taken.get(&p))
                .find_map(|taken| taken.rival(end, &all))
                .map(|place| place.0)
        });
        match rival {
            Some(rival) => {
                let shown = amendments[rival];
                let stretch = |a: &Amendment| (a.start, a.end);
                let replaces = |a: &Amendment| a.kind == Kind::Replace;
                beside[index] =
                    replaces(amendment) && replaces(shown) && stretch(amendment) == stretch(shown);
                instead.entry(rival).or_default().push(index);
            }
            None => {
                shown[index] = true;
                for (rank, end) in ends[index].iter().enumerate() {
                    for paragraph in covered(end) {
                        let taken = taken.entry(paragraph).or_default();
                        taken.add((index, rank), end);
                    }
                }
            }
        }
    }
    for others in instead.values_mut() {
        others.sort_unstable();
    }
    Chosen {
        shown,
        instead,
        beside,
    }
}

/// An amendment, or the two ends of a move of words.
type Ends<'m> = Vec<Cow<'m, Amendment>>;

fn ends(amendment: &Amendment) -> Ends<'_> {
    match amendment.halves() {
        Some(halves) => halves.into_iter().map(Cow::Owned).collect(),
        None => vec![Cow::Borrowed(amendment)],
    }
}

/// An amendment (index) and which of its ends.
type Place = (usize, usize);

/// What is shown in one paragraph.
#[derive(Default)]
struct Taken {
    /// Stretches that lie over no other, by their start: end, place.
    stretches: BTreeMap<usize, (usize, Place)>,
    /// Points, by their offset.
    points: BTreeMap<usize, Place>,
    /// What lies over everything, or beside.
    others: Vec<Place>,
}

impl Taken {
    fn add(&mut self, place: Place, amendment: &Amendment) {
        match (is_plain(amendment), amendment.start < amendment.end) {
            (true, true) => {
                let stretch = (amendment.end, place);
                self.stretches.insert(amendment.start, stretch);
            }
            (true, false) => {
                self.points.entry(amendment.start).or_insert(place);
            }
            (false, _) => self.others.push(place),
        }
    }

    /// What stands in an amendment's way.
    fn rival<'m>(
        &self,
        amendment: &Amendment,
        all: &dyn Fn(Place) -> &'m Amendment,
    ) -> Option<Place> {
        let mut others = self.others.iter().copied();
        if let Some(rival) = others.find(|other| overlap(amendment, all(*other))) {
            return Some(rival);
        }
        if !is_plain(amendment) {
            let stretches = self.stretches.values().map(|stretch| stretch.1);
            let mut all_here = stretches.chain(self.points.values().copied());
            return all_here.find(|other| overlap(amendment, all(*other)));
        }
        let (start, end) = (amendment.start, amendment.end);
        let before = self.stretches.range(..end.max(start + 1)).next_back();
        let stretch = before.map(|(_, stretch)| stretch.1);
        let point = self.points.range(start..=end).map(|(_, index)| *index);
        let mut near = stretch.into_iter().chain(point);
        near.find(|other| overlap(amendment, all(*other)))
    }
}

/// A change of words inside a paragraph.
fn is_plain(amendment: &Amendment) -> bool {
    match amendment.kind {
        Kind::Insert | Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Split => true,
        Kind::Other => amendment.properties.is_empty() && !amendment.after.starts_with('\n'),
        _ => false,
    }
}

/// The base paragraphs that an amendment is about.
fn covered(amendment: &Amendment) -> impl Iterator<Item = usize> {
    let count = match amendment.kind {
        Kind::RowDelete => amendment.before.split(['\n', '\t']).count(),
        Kind::Join => 2,
        _ => 1,
    };
    amendment.paragraph..amendment.paragraph + count
}

fn overlap(a: &Amendment, b: &Amendment) -> bool {
    let whole =
        |a: &Amendment| matches!(a.kind, Kind::ParagraphDelete | Kind::RowDelete | Kind::Move);
    let beside = |a: &Amendment| {
        matches!(a.kind, Kind::ParagraphInsert | Kind::RowInsert)
            || (a.kind == Kind::Other && a.after.starts_with('\n') && a.properties.is_empty())
    };
    // Other links and fields are only told, in a note of their own.
    let told = |a: &Amendment| a.kind == Kind::Other && !a.properties.is_empty();
    if told(a) || told(b) || is_of_one(a, b) {
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
    if a.kind == Kind::Join || b.kind == Kind::Join {
        let (join, other) = if a.kind == Kind::Join { (a, b) } else { (b, a) };
        let between = beside(other) && other.paragraph == join.paragraph;
        return whole(other) || between;
    }
    if beside(a) || beside(b) {
        return false;
    }
    if whole(a) || whole(b) {
        return true;
    }
    match (a.kind == Kind::Format, b.kind == Kind::Format) {
        // One run remembers one former format.
        (true, true) => {
            let end = a.start == a.end && b.start == b.end && a.start == b.start;
            return end || (a.start < b.end && b.start < a.end);
        }
        // Other words and another format can both be shown.
        (true, false) | (false, true) => return false,
        (false, false) => {}
    }
    if a.start == a.end || b.start == b.end {
        let (point, span) = if a.start == a.end { (a, b) } else { (b, a) };
        return span.start < point.start && point.start < span.end;
    }
    a.start < b.end && b.start < a.end
}
