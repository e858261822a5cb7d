//! What in a return is not about the base: a covering letter before the text, another text behind it, the
//! rest of the text where only a chapter came back, and what an earlier version of the text had.

use std::collections::BTreeSet;

use crate::compose::compare::{Change, compare};
use crate::compose::merge::Proposal;
use crate::compose::parts::{Compared, weight};
use crate::compose::{Part, Source, aside};
use crate::model::{Kind, SetAside, Tracking};
use crate::normalise::matching;

/// How letters begin, in matching form and lower case.
const OPENINGS: [&str; 16] = [
    "dear ",
    "to:",
    "from:",
    "subject:",
    "re:",
    "date:",
    "excellenc",
    "madam",
    "cher ",
    "chère",
    "monsieur",
    "estimad",
    "уважаем",
    "السيد",
    "السادة",
    "尊敬",
];

/// So many paragraphs must be missing at the borders of a text before a file holds only a part of it.
const CHAPTER: usize = 20;

/// Takes out of the proposals what is not about the base.
pub(crate) fn set_aside(
    base: &Source,
    body: &Compared<'_, '_, '_>,
    proposals: &mut Vec<Proposal<'_>>,
    aside: &mut Vec<SetAside>,
    warnings: &mut Vec<String>,
) {
    let lost = aside::gone(proposals.iter().map(|proposal| &proposal.change));
    let mut take = |reason: &str, fits: &dyn Fn(&Proposal<'_>) -> bool, all: &mut Vec<_>| {
        let (gone, left): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(fits);
        *all = left;
        for proposal in &gone {
            let entries = aside::entries(reason, "body", body.base, &lost, &proposal.change);
            aside.extend(entries);
        }
        gone.len()
    };
    if let Some((version, reverted)) = earlier_version(base, body) {
        let earlier = |proposal: &Proposal<'_>| {
            let mut all = reverted.iter();
            all.any(|change| is_same(change, &proposal.change))
        };
        let count = take("rebased", &earlier, proposals);
        let which = match version {
            0 => "the one before this base".to_owned(),
            n => format!("the {} before this base", ordinal(n + 1)),
        };
        warnings.push(format!(
            "This file was made on an earlier version of the text, {which}: what differs between the two \
             versions ({count}) is set aside."
        ));
    }
    let (head, tail) = missing(body, proposals);
    if head > 0 || tail < body.base.len() {
        let rest = |proposal: &Proposal<'_>| {
            let went = matches!(
                proposal.change.kind,
                Kind::ParagraphDelete | Kind::RowDelete
            );
            let paragraph = proposal.change.paragraph;
            went && (paragraph <= head || paragraph > tail)
        };
        take("outside-base", &rest, proposals);
        warnings.push(
            "Only a part of the text is in this file: what is missing is not taken as deleted."
                .to_owned(),
        );
    }
    let recorded = proposals
        .iter()
        .any(|each| each.evidence.tracking == Tracking::Tracked);
    // What the base itself has moved there shows that the words around it are of the text.
    let moved: BTreeSet<usize> = proposals
        .iter()
        .filter_map(|each| each.change.to)
        .map(|to| to.paragraph)
        .collect();
    let foreign = |proposal: &Proposal<'_>| {
        !moved.contains(&proposal.change.paragraph) && is_foreign(body, proposal, recorded)
    };
    if take("outside-base", &foreign, proposals) > 0 {
        warnings.push(
            "This file has other text before or behind the base's, such as a covering letter."
                .to_owned(),
        );
    }
}

fn ordinal(number: usize) -> String {
    match number {
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        n => format!("{n}th"),
    }
}

/// The earlier version that a file was made on, if it is nearer to it than to the base: its rank, and the
/// changes that lead from the base back to it.
fn earlier_version(base: &Source, body: &Compared<'_, '_, '_>) -> Option<(usize, Vec<Change>)> {
    let own = body.typed;
    if own == 0 || base.earlier.is_empty() {
        return None;
    }
    let refused = Part::of(body.reject);
    let (distance, version) = base
        .earlier
        .iter()
        .enumerate()
        .map(|(rank, story)| (weight(&compare(&Part::of(story), &refused).changes), rank))
        .min()?;
    // An edit or two typed with tracking off do not make another version.
    (distance * 2 < own).then(|| {
        let earlier = Part::of(&base.earlier[version]);
        (version, compare(body.base, &earlier).changes)
    })
}

fn is_same(one: &Change, other: &Change) -> bool {
    let key = |change: &Change| {
        (
            change.paragraph,
            change.span.clone(),
            change.kind,
            change.to,
        )
    };
    key(one) == key(other) && matching(&one.after).text == matching(&other.after).text
}

/// How many paragraphs at the beginning of the base are missing, and from where on the end is, where most of
/// the text is missing and nobody recorded that it was deleted.
fn missing(body: &Compared<'_, '_, '_>, proposals: &[Proposal<'_>]) -> (usize, usize) {
    let all = body.base.len();
    let mut gone = vec![false; all];
    for proposal in proposals {
        if proposal.evidence.tracking != Tracking::Untracked {
            continue;
        }
        let count = match proposal.change.kind {
            Kind::ParagraphDelete => 1,
            Kind::RowDelete => proposal.change.before.split(['\n', '\t']).count(),
            _ => continue,
        };
        let first = proposal.change.paragraph - 1;
        for paragraph in gone.iter_mut().skip(first).take(count) {
            *paragraph = true;
        }
    }
    let head = gone.iter().take_while(|gone| **gone).count();
    let tail = all - gone[head..].iter().rev().take_while(|gone| **gone).count();
    let length = |range: std::ops::Range<usize>| -> usize {
        range.map(|index| body.base.length(index)).sum()
    };
    let lost = length(0..head) + length(tail..all);
    let paragraphs = head + all - tail;
    // Where other words came in their place, they were written anew.
    let come: usize = proposals
        .iter()
        .map(|proposal| &proposal.change)
        .filter(|change| matches!(change.kind, Kind::ParagraphInsert | Kind::RowInsert))
        .filter(|change| change.paragraph <= head || change.paragraph >= tail)
        .map(|change| change.after.chars().count())
        .sum();
    if head < all && lost * 2 > body.letters && come * 4 < lost && paragraphs >= CHAPTER {
        (head, tail)
    } else {
        (0, all)
    }
}

/// Whether words at the very beginning or end of a file are none of the text.
fn is_foreign(body: &Compared<'_, '_, '_>, proposal: &Proposal<'_>, recorded: bool) -> bool {
    let change = &proposal.change;
    let came = matches!(change.kind, Kind::ParagraphInsert | Kind::RowInsert);
    let (first, last) = (change.paragraph == 0, change.paragraph == body.base.len());
    if !came || !(first || last) || proposal.evidence.tracking != Tracking::Untracked {
        return false;
    }
    let words = matching(&change.after).text.to_lowercase();
    let letter = first
        && OPENINGS
            .iter()
            .any(|opening| words.trim_start().starts_with(opening));
    // Much text beside a base that is still there is another text; in place of one that is gone it is its
    // new form.
    let large =
        body.left * 2 > body.letters && change.after.chars().count() * 2 > body.letters.max(2_000);
    // Several paragraphs before a text whose edits were all recorded are none of it.
    letter || large || (first && recorded && change.after.contains('\n') && body.letters > 0)
}
