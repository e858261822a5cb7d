//! From every organisation's changes to amendments: the same words at the same place are one amendment
//! with its supporters.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::compose::columns::AT_END;
use crate::compose::compare::{Change, To, level_of};
use crate::compose::evidence::Evidence;
use crate::compose::identity::{amendment_id, meant};
use crate::compose::parallel::in_parallel;
use crate::model::{Amendment, Brought, Destination, Kind, SetAside, Standing};
use crate::normalise::matching;
use crate::story::{Properties, Story};

/// Fewer places than these are merged on one thread.
const FEW_PLACES: usize = 64;

/// One organisation's change with what its file says about it.
pub(crate) struct Proposal<'r> {
    pub(crate) organisation: &'r str,
    /// The part of the base that it is about.
    pub(crate) part: &'r str,
    pub(crate) change: Change,
    pub(crate) evidence: Evidence,
    /// New notes and text boxes that come with it.
    pub(crate) brings: Vec<Brought>,
    /// Its words as they count for sameness.
    words: String,
}

impl<'r> Proposal<'r> {
    pub(crate) fn new(
        organisation: &'r str,
        part: &'r str,
        change: Change,
        evidence: Evidence,
        brings: Vec<Brought>,
    ) -> Self {
        let words = meant(change.kind, &change.after);
        Self {
            organisation,
            part,
            change,
            evidence,
            brings,
            words,
        }
    }
}

/// An amendment with the slot that it stands in.
pub(crate) struct Placed {
    /// Apart from the rest: it is large, and they are put in order.
    pub(crate) amendment: Box<Amendment>,
    pub(crate) slot: u32,
    /// Its words as they count for sameness.
    words: String,
}

/// What makes two changes the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sameness<'p> {
    part: &'p str,
    paragraph: usize,
    span: (usize, usize),
    kind: Kind,
    slot: u32,
    to: Option<To>,
    words: &'p str,
    properties: &'p Properties,
    brings: Vec<(&'p str, Cow<'p, str>)>,
}

impl<'p> Sameness<'p> {
    pub(crate) fn of(proposal: &'p Proposal<'_>) -> Self {
        let change = &proposal.change;
        let brings = proposal.brings.iter();
        Self {
            part: proposal.part,
            paragraph: change.paragraph,
            span: (change.span.start, change.span.end),
            kind: change.kind,
            slot: change.slot,
            to: change.to,
            words: &proposal.words,
            properties: &change.properties,
            brings: brings
                .map(|each| (each.kind.as_str(), matching(&each.text).text))
                .collect(),
        }
    }
}

/// Amendments in the order of the model, without conflicts yet. `bases` are the stories of the base's parts.
pub(crate) fn merge(
    digest: &str,
    bases: &BTreeMap<&str, &Story>,
    proposals: &[Proposal<'_>],
) -> Vec<Placed> {
    let mut by_place: Vec<&Proposal<'_>> = proposals.iter().collect();
    by_place.sort_by_key(|proposal| (proposal.part, proposal.change.paragraph));
    let mut places: Vec<&[&Proposal<'_>]> = by_place
        .chunk_by(|one, other| {
            (one.part, one.change.paragraph) == (other.part, other.change.paragraph)
        })
        .collect();
    if places.len() < FEW_PLACES {
        places = vec![&by_place];
    }
    // What is said at one place is never the same as what is said at another.
    let at_places = in_parallel(&places, |place| merge_place(digest, bases, place));
    let mut groups: BTreeMap<(&str, &str, usize), Vec<usize>> = BTreeMap::new();
    let mut placed: Vec<Placed> = Vec::with_capacity(proposals.len());
    for (amendment, said) in at_places.into_iter().flatten() {
        for proposal in said {
            if let Some(group) = proposal.change.group {
                let key = (proposal.organisation, proposal.part, group);
                groups.entry(key).or_default().push(placed.len());
            }
        }
        placed.push(amendment);
    }
    make_unique(&mut placed);
    rank_insertions(&mut placed);
    set_groups(&mut placed, groups.into_values());
    placed.sort_by(|one, other| place(one).cmp(&place(other)));
    placed
}

/// An amendment with the proposals that ask for it, sorted by organisation.
type Said<'p, 'r> = (Placed, Vec<&'p Proposal<'r>>);

/// The amendments of some places, by what makes them the same.
fn merge_place<'p, 'r>(
    digest: &str,
    bases: &BTreeMap<&str, &Story>,
    proposals: &[&'p Proposal<'r>],
) -> Vec<Said<'p, 'r>> {
    let mut same: Vec<(Sameness<'p>, &'p Proposal<'r>)> = proposals
        .iter()
        .map(|proposal| (Sameness::of(proposal), *proposal))
        .collect();
    same.sort_by(|(one, of_one), (other, of_other)| {
        one.cmp(other)
            .then_with(|| of_one.organisation.cmp(of_other.organisation))
    });
    let mut said = Vec::with_capacity(same.len());
    for alike in same.chunk_by(|(one, _), (other, _)| one == other) {
        let proposals: Vec<_> = alike.iter().map(|(_, proposal)| *proposal).collect();
        let words = proposals[0].words.clone();
        let base = bases.get(proposals[0].part).copied();
        let mut amendment = Box::new(amendment(base, &proposals));
        amendment.id = amendment_id(digest, &amendment, &words);
        let slot = proposals[0].change.slot;
        let placed = Placed {
            amendment,
            slot,
            words,
        };
        said.push((placed, proposals));
    }
    said
}

fn place(placed: &Placed) -> (&str, usize, usize, usize, usize, &str) {
    let amendment = &placed.amendment;
    (
        &amendment.part,
        amendment.paragraph,
        amendment.start,
        amendment.end,
        amendment.order,
        &amendment.id,
    )
}

/// One amendment from the proposals that ask for it, sorted by organisation.
fn amendment(base: Option<&Story>, proposals: &[&Proposal<'_>]) -> Amendment {
    let mut wordings: BTreeMap<&str, usize> = BTreeMap::new();
    for proposal in proposals {
        *wordings.entry(&proposal.change.after).or_insert(0) += 1;
    }
    // The wording of most; among equals that of the first organisation.
    let most = wordings.values().copied().max().unwrap_or(0);
    let after = proposals
        .iter()
        .map(|proposal| proposal.change.after.as_str())
        .find(|after| wordings[after] == most)
        .unwrap_or_default()
        .to_owned();
    let change = &proposals[0].change;
    let paragraph = change
        .paragraph
        .checked_sub(1)
        .and_then(|index| base?.paragraphs.get(index));
    let mut amendment = Amendment {
        id: String::new(),
        part: proposals[0].part.to_owned(),
        paragraph: change.paragraph,
        label: paragraph.and_then(|paragraph| paragraph.label.clone()),
        start: change.span.start,
        end: change.span.end,
        kind: change.kind,
        before: change.before.clone(),
        after,
        to: change.to.map(|to| Destination {
            part: proposals[0].part.to_owned(),
            paragraph: to.paragraph,
            offset: to.offset,
        }),
        order: 0,
        group: None,
        supporters: Vec::with_capacity(proposals.len()),
        variants: BTreeMap::new(),
        tracked: BTreeMap::new(),
        authors: BTreeMap::new(),
        dates: BTreeMap::new(),
        conflict: None,
        standing: base.and_then(|base| standing(change, base)),
        home: None,
        properties: change.properties.clone(),
        brings: proposals[0].brings.clone(),
    };
    for Proposal {
        organisation,
        change,
        evidence,
        ..
    } in proposals.iter().copied()
    {
        let organisation = *organisation;
        if amendment
            .supporters
            .last()
            .is_some_and(|last| last == organisation)
        {
            continue;
        }
        amendment.supporters.push(organisation.to_owned());
        if change.after != amendment.after {
            amendment
                .variants
                .insert(organisation.to_owned(), change.after.clone());
        }
        amendment
            .tracked
            .insert(organisation.to_owned(), evidence.tracking);
        amendment
            .authors
            .insert(organisation.to_owned(), evidence.authors());
        if let Some(date) = evidence.date() {
            amendment.dates.insert(organisation.to_owned(), date);
        }
    }
    amendment
}

/// The standing of a block insertion, where it is not the usual one.
fn standing(change: &Change, base: &Story) -> Option<Standing> {
    if change.moves_words() {
        return None;
    }
    let behind = change.to.map_or(change.paragraph, |to| to.paragraph);
    let deepest = behind
        .checked_sub(1)
        .and_then(|index| base.paragraphs.get(index))
        .map_or(0, |paragraph| paragraph.cells.len());
    let (usual, row) = match change.kind {
        Kind::ParagraphInsert | Kind::Move => (deepest, false),
        Kind::RowInsert => (deepest.saturating_sub(1), true),
        _ => return None,
    };
    let (before_next, level) = level_of(change.slot);
    let new_table = row && level % 2 == 0;
    let depth = (level / 2) as usize;
    let expected = !before_next && depth == usual && !new_table;
    let at_start = behind == 0 && depth == 0 && !row;
    (!expected && !at_start).then_some(Standing {
        depth,
        before_next,
        new_table,
    })
}

/// Two insertions of the same words behind one paragraph, one inside its cell and one behind the table,
/// would share an id: the later slot's is marked.
fn make_unique(placed: &mut [Placed]) {
    let mut seen = BTreeSet::new();
    for placed in placed {
        while !seen.insert(placed.amendment.id.clone()) {
            let next = u64::from_str_radix(&placed.amendment.id, 16)
                .unwrap_or(0)
                .wrapping_add(1);
            placed.amendment.id = format!("{next:016x}");
        }
    }
}

/// Ranks insertions at one point: by place, then by their words, then by organisation.
fn rank_insertions(placed: &mut [Placed]) {
    let mut points: BTreeMap<(&str, usize, bool, usize), Vec<usize>> = BTreeMap::new();
    for (index, placed) in placed.iter().enumerate() {
        let amendment = &placed.amendment;
        let part = amendment.part.as_str();
        let key = match (amendment.kind, &amendment.to) {
            (Kind::Move, Some(to)) => match to.offset {
                Some(offset) => (part, to.paragraph, false, offset),
                None => (part, to.paragraph, true, 0),
            },
            (Kind::ParagraphInsert | Kind::RowInsert, _) => (part, amendment.paragraph, true, 0),
            (Kind::Insert | Kind::Other | Kind::Typographic | Kind::Split, _)
                if amendment.start == amendment.end =>
            {
                (part, amendment.paragraph, false, amendment.start)
            }
            _ => continue,
        };
        points.entry(key).or_default().push(index);
    }
    let points: Vec<Vec<usize>> = points.into_values().collect();
    for mut ranked in points {
        ranked.sort_by_cached_key(|&index| {
            let amendment = &placed[index].amendment;
            let side = match (amendment.kind, placed[index].slot >= AT_END) {
                (Kind::Other, true) => 2,
                (Kind::Other, false) => 0,
                _ => 1,
            };
            let first = amendment.supporters.first().cloned();
            (side, placed[index].slot, placed[index].words.clone(), first)
        });
        for (order, index) in ranked.into_iter().enumerate() {
            placed[index].amendment.order = order;
        }
    }
}

/// Whole paragraphs that are set aside at a point come first there: what is inserted at it ranks from 1.
pub(crate) fn stand_behind<'s>(
    placed: &mut [Placed],
    set_aside: impl Iterator<Item = &'s SetAside>,
) {
    let points: BTreeSet<(&str, usize, usize)> = set_aside
        .filter(|aside| aside.start == aside.end && aside.after.ends_with('\n'))
        .map(|aside| (aside.part.as_str(), aside.paragraph, aside.start))
        .collect();
    for Placed { amendment, .. } in placed {
        let part = amendment.part.as_str();
        let inside = matches!(
            amendment.kind,
            Kind::Insert | Kind::Other | Kind::Typographic | Kind::Split
        ) && amendment.start == amendment.end;
        let point = match &amendment.to {
            Some(to) => to.offset.map(|offset| (part, to.paragraph, offset)),
            None => inside.then_some((part, amendment.paragraph, amendment.start)),
        };
        if point.is_some_and(|point| points.contains(&point)) {
            amendment.order += 1;
        }
    }
}

/// Changes that one organisation made as one share a group; the first organisation's cut stands where two
/// cut differently.
fn set_groups(placed: &mut [Placed], groups: impl Iterator<Item = Vec<usize>>) {
    for members in groups {
        let free = members
            .iter()
            .all(|&index| placed[index].amendment.group.is_none());
        if members.len() > 1 && free {
            let group = placed[members[0]].amendment.id.clone();
            for index in members {
                placed[index].amendment.group = Some(group.clone());
            }
        }
    }
}
