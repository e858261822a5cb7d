//! From every organisation's changes to amendments: the same words at the same place are one amendment
//! with its supporters.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::columns::AT_END;
use crate::compose::compare::{Change, level_of};
use crate::compose::evidence::Evidence;
use crate::compose::identity::{amendment_id, meant};
use crate::model::{Amendment, Kind, Standing};
use crate::story::Story;

/// One organisation's change with what its file says about it.
pub(crate) struct Proposal<'r> {
    pub(crate) organisation: &'r str,
    pub(crate) change: Change,
    pub(crate) evidence: Evidence,
}

/// An amendment with the slot that it stands in.
pub(crate) struct Placed {
    pub(crate) amendment: Amendment,
    pub(crate) slot: u32,
}

/// What makes two changes the same.
type Sameness = (usize, usize, usize, Kind, u32, String);

/// Amendments in the order of the model, without conflicts yet.
pub(crate) fn merge(digest: &str, base: &Story, proposals: Vec<Proposal<'_>>) -> Vec<Placed> {
    let mut same: BTreeMap<Sameness, Vec<Proposal<'_>>> = BTreeMap::new();
    for proposal in proposals {
        let change = &proposal.change;
        let key = (
            change.paragraph,
            change.span.start,
            change.span.end,
            change.kind,
            change.slot,
            meant(change.kind, &change.after),
        );
        same.entry(key).or_default().push(proposal);
    }
    let mut groups: BTreeMap<(String, usize), Vec<usize>> = BTreeMap::new();
    let mut placed: Vec<Placed> = Vec::with_capacity(same.len());
    for mut proposals in same.into_values() {
        proposals.sort_by(|one, other| one.organisation.cmp(other.organisation));
        for proposal in &proposals {
            if let Some(group) = proposal.change.group {
                let key = (proposal.organisation.to_owned(), group);
                groups.entry(key).or_default().push(placed.len());
            }
        }
        let slot = proposals[0].change.slot;
        let mut amendment = amendment(base, proposals);
        amendment.id = amendment_id(digest, &amendment);
        placed.push(Placed { amendment, slot });
    }
    make_unique(&mut placed);
    rank_insertions(&mut placed);
    set_groups(&mut placed, groups);
    placed.sort_by(|one, other| place(one).cmp(&place(other)));
    placed
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
fn amendment(base: &Story, proposals: Vec<Proposal<'_>>) -> Amendment {
    let mut wordings: BTreeMap<&str, usize> = BTreeMap::new();
    for proposal in &proposals {
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
        .and_then(|index| base.paragraphs.get(index));
    let mut amendment = Amendment {
        id: String::new(),
        part: "body".to_owned(),
        paragraph: change.paragraph,
        label: paragraph.and_then(|paragraph| paragraph.label.clone()),
        start: change.span.start,
        end: change.span.end,
        kind: change.kind,
        before: change.before.clone(),
        after,
        to: None,
        order: 0,
        group: None,
        supporters: Vec::with_capacity(proposals.len()),
        variants: BTreeMap::new(),
        tracked: BTreeMap::new(),
        authors: BTreeMap::new(),
        dates: BTreeMap::new(),
        conflict: None,
        standing: standing(change, base),
    };
    for Proposal {
        organisation,
        change,
        evidence,
    } in proposals
    {
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
                .insert(organisation.to_owned(), change.after);
        }
        amendment
            .tracked
            .insert(organisation.to_owned(), evidence.tracking);
        amendment
            .authors
            .insert(organisation.to_owned(), evidence.authors);
        if let Some(date) = evidence.date {
            amendment.dates.insert(organisation.to_owned(), date);
        }
    }
    amendment
}

/// The standing of a block insertion, where it is not the usual one.
fn standing(change: &Change, base: &Story) -> Option<Standing> {
    let deepest = change
        .paragraph
        .checked_sub(1)
        .and_then(|index| base.paragraphs.get(index))
        .map_or(0, |paragraph| paragraph.cells.len());
    let (usual, row) = match change.kind {
        Kind::ParagraphInsert => (deepest, false),
        Kind::RowInsert => (deepest.saturating_sub(1), true),
        _ => return None,
    };
    let (before_next, level) = level_of(change.slot);
    let new_table = row && level % 2 == 0;
    let depth = (level / 2) as usize;
    let expected = !before_next && depth == usual && !new_table;
    let at_start = change.paragraph == 0 && depth == 0 && !row;
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
    let mut points: BTreeMap<(usize, bool, usize), Vec<usize>> = BTreeMap::new();
    for (index, placed) in placed.iter().enumerate() {
        let amendment = &placed.amendment;
        let block = matches!(amendment.kind, Kind::ParagraphInsert | Kind::RowInsert);
        let inside = amendment.start == amendment.end
            && matches!(
                amendment.kind,
                Kind::Insert | Kind::Other | Kind::Typographic
            );
        if block || inside {
            let key = (amendment.paragraph, block, amendment.start);
            points.entry(key).or_default().push(index);
        }
    }
    for members in points.values() {
        let mut ranked = members.clone();
        ranked.sort_by_key(|&index| {
            let amendment = &placed[index].amendment;
            let side = match (amendment.kind, placed[index].slot >= AT_END) {
                (Kind::Other, true) => 2,
                (Kind::Other, false) => 0,
                _ => 1,
            };
            let words = meant(amendment.kind, &amendment.after);
            (
                side,
                placed[index].slot,
                words,
                amendment.supporters.first().cloned(),
            )
        });
        for (order, index) in ranked.into_iter().enumerate() {
            placed[index].amendment.order = order;
        }
    }
}

/// Changes that one organisation made as one share a group; the first organisation's cut stands where two
/// cut differently.
fn set_groups(placed: &mut [Placed], groups: BTreeMap<(String, usize), Vec<usize>>) {
    for members in groups.into_values() {
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
