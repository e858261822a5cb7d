//! From every organisation's changes to amendments: the same words at the same place are one amendment
//! with its supporters.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;
use std::sync::{Mutex, PoisonError};

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
    mut proposals: Vec<Proposal<'_>>,
) -> Vec<Placed> {
    proposals.sort_by_key(|proposal| (proposal.part, proposal.change.paragraph));
    let mut placed: Vec<Placed> = Vec::with_capacity(proposals.len());
    let mut places: Vec<Mutex<&mut [Proposal<'_>]>> = Vec::new();
    if proposals.chunk_by(at_one_place).nth(FEW_PLACES).is_some() {
        places.extend(proposals.chunk_by_mut(at_one_place).map(Mutex::new));
    } else {
        places.push(Mutex::new(&mut proposals));
    }
    // What is said at one place is never the same as what is said at another.
    let at_places = in_parallel(&places, |place| {
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        merge_place(digest, bases, &mut place)
    });
    let mut groups: BTreeMap<PieceOf<'_>, Vec<usize>> = BTreeMap::new();
    for (amendment, pieces) in at_places.into_iter().flatten() {
        for piece in pieces {
            groups.entry(piece).or_default().push(placed.len());
        }
        placed.push(amendment);
    }
    make_unique(&mut placed);
    rank_insertions(&mut placed);
    set_groups(&mut placed, groups.into_values());
    placed.sort_by(|one, other| place(one).cmp(&place(other)));
    placed
}

fn at_one_place(one: &Proposal<'_>, other: &Proposal<'_>) -> bool {
    (one.part, one.change.paragraph) == (other.part, other.change.paragraph)
}

/// A change that was cut in pieces: whose it is, the part and its number there.
type PieceOf<'r> = (&'r str, &'r str, usize);

/// The amendments of some places, by what makes them the same, each with the changes that it is a piece of. The
/// proposals give their words away.
fn merge_place<'r>(
    digest: &str,
    bases: &BTreeMap<&str, &Story>,
    proposals: &mut [Proposal<'r>],
) -> Vec<(Placed, Vec<PieceOf<'r>>)> {
    let mut same: Vec<(Sameness<'_>, usize)> = proposals
        .iter()
        .enumerate()
        .map(|(index, proposal)| (Sameness::of(proposal), index))
        .collect();
    same.sort_by(|(one, at), (other, there)| {
        let by_name = || {
            proposals[*at]
                .organisation
                .cmp(proposals[*there].organisation)
        };
        one.cmp(other).then_with(by_name)
    });
    let alike = same.chunk_by(|(one, _), (other, _)| one == other);
    let alike: Vec<Vec<usize>> = alike
        .map(|same| same.iter().map(|(_, index)| *index).collect())
        .collect();
    let mut merged = Vec::with_capacity(alike.len());
    for alike in alike {
        let pieces = alike.iter().map(|index| &proposals[*index]);
        let pieces = pieces.filter_map(|piece| {
            let group = piece.change.group?;
            Some((piece.organisation, piece.part, group))
        });
        let pieces = pieces.collect();
        let base = bases.get(proposals[alike[0]].part).copied();
        let mut amendment = Box::new(amendment(base, proposals, &alike));
        let first = &mut proposals[alike[0]];
        amendment.id = amendment_id(digest, &amendment, &first.words);
        let placed = Placed {
            amendment,
            slot: first.change.slot,
            words: take(&mut first.words),
        };
        merged.push((placed, pieces));
    }
    merged
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

/// One amendment from the proposals that ask for it (by rank, sorted by organisation), whose words it takes.
fn amendment(base: Option<&Story>, proposals: &mut [Proposal<'_>], alike: &[usize]) -> Amendment {
    let wording = most_said(proposals, alike);
    let mut supporters: Vec<String> = Vec::with_capacity(alike.len());
    let (mut variants, mut tracked) = (BTreeMap::new(), BTreeMap::new());
    let (mut authors, mut dates) = (BTreeMap::new(), BTreeMap::new());
    for proposal in alike.iter().map(|index| &proposals[*index]) {
        let organisation = proposal.organisation;
        if supporters.last().is_some_and(|last| last == organisation) {
            continue;
        }
        supporters.push(organisation.to_owned());
        if proposal.change.after != proposals[wording].change.after {
            variants.insert(organisation.to_owned(), proposal.change.after.clone());
        }
        let evidence = &proposal.evidence;
        tracked.insert(organisation.to_owned(), evidence.tracking);
        authors.insert(organisation.to_owned(), evidence.authors());
        if let Some(date) = evidence.date() {
            dates.insert(organisation.to_owned(), date);
        }
    }
    let after = take(&mut proposals[wording].change.after);
    let first = &mut proposals[alike[0]];
    let change = &mut first.change;
    let paragraph = change
        .paragraph
        .checked_sub(1)
        .and_then(|index| base?.paragraphs.get(index));
    Amendment {
        id: String::new(),
        part: first.part.to_owned(),
        paragraph: change.paragraph,
        label: paragraph.and_then(|paragraph| paragraph.label.clone()),
        start: change.span.start,
        end: change.span.end,
        kind: change.kind,
        before: take(&mut change.before),
        after,
        to: change.to.map(|to| Destination {
            part: first.part.to_owned(),
            paragraph: to.paragraph,
            offset: to.offset,
        }),
        order: 0,
        group: None,
        supporters,
        variants,
        tracked,
        authors,
        dates,
        conflict: None,
        standing: base.and_then(|base| standing(change, base)),
        home: None,
        properties: take(&mut change.properties),
        brings: take(&mut first.brings),
    }
}

/// The proposal (its rank) with the wording of most; among equals that of the first organisation.
fn most_said(proposals: &[Proposal<'_>], alike: &[usize]) -> usize {
    let said = |index: &usize| proposals[*index].change.after.as_str();
    let mut wordings: BTreeMap<&str, usize> = BTreeMap::new();
    for wording in alike.iter().map(said) {
        *wordings.entry(wording).or_insert(0) += 1;
    }
    let most = wordings.values().copied().max();
    let of_most = |index: &&usize| wordings.get(said(index)).copied() == most;
    alike.iter().find(of_most).copied().unwrap_or(alike[0])
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
    let mut seen: BTreeSet<u64> = BTreeSet::new();
    for Placed { amendment, .. } in placed {
        let own = u64::from_str_radix(&amendment.id, 16).unwrap_or(0);
        let mut free = own;
        while !seen.insert(free) {
            free = free.wrapping_add(1);
        }
        if free != own {
            amendment.id = format!("{free:016x}");
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
