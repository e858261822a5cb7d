//! Returns that were made on top of another organisation's return: what stands in both under the same
//! names and dates is the other's, and no support for it.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::compose::merge::{Proposal, Sameness};
use crate::compose::read::Read;
use crate::compose::{Source, stories};
use crate::model::Tracking;

/// So many changes must be the same, none of them recorded, before it is said that one file was made on
/// another.
const SILENT_COPY: usize = 3;

/// Author and date of a revision.
type Signature = (String, String);

/// Sets aside, in each return, what it took over from another one with its revisions.
pub(crate) fn set_aside(base: &Source, returns: &mut [Read<'_>]) {
    if returns.len() < 2 {
        return;
    }
    let signed: Vec<BTreeSet<Signature>> = returns.iter().map(|read| signatures(read)).collect();
    let mut taken: Vec<BTreeMap<usize, String>> = Vec::with_capacity(returns.len());
    for (own, read) in returns.iter().enumerate() {
        let mut sources: Vec<usize> = (0..returns.len())
            .filter(|other| *other != own && !signed[*other].is_empty())
            .filter(|other| signed[*other].len() < signed[own].len())
            .filter(|other| signed[*other].is_subset(&signed[own]))
            .collect();
        // The first of a chain of returns is the one that has least.
        sources.sort_by_key(|other| (signed[*other].len(), &returns[*other].organisation));
        let theirs: Vec<BTreeSet<Sameness<'_>>> = sources
            .iter()
            .map(|other| returns[*other].proposals.iter().map(Sameness::of).collect())
            .collect();
        let mut found = BTreeMap::new();
        for (index, proposal) in read
            .proposals
            .iter()
            .enumerate()
            .take_while(|_| !sources.is_empty())
        {
            let Some(revisions) = dated(proposal) else {
                continue;
            };
            let same = Sameness::of(proposal);
            let origin = sources.iter().zip(&theirs).find(|(other, theirs)| {
                revisions.is_subset(&signed[**other]) && theirs.contains(&same)
            });
            if let Some((origin, _)) = origin {
                found.insert(index, returns[*origin].organisation.clone());
            }
        }
        taken.push(found);
    }
    let copies = silent_copies(returns);
    let bases = stories(base);
    for (read, taken) in returns.iter_mut().zip(taken) {
        let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
        for origin in taken.values() {
            *counts.entry(origin).or_insert(0) += 1;
        }
        for (origin, count) in counts {
            read.warnings.push(format!(
                "This file was made on top of the return of {origin}: {count} of its changes stand in that \
                 return under the same names and dates, and are set aside."
            ));
        }
        read.put_aside(&bases, &taken);
    }
    for (own, other) in copies {
        let other = returns[other].organisation.clone();
        returns[own].warnings.push(format!(
            "All changes of {other} stand in this file without being recorded: it seems to have been made \
             on top of that return."
        ));
    }
}

/// All signatures in a return's changes.
fn signatures(read: &Read<'_>) -> BTreeSet<Signature> {
    let revisions = read
        .proposals
        .iter()
        .flat_map(|each| &each.evidence.revisions);
    let signed = revisions.filter_map(|(author, date)| Some((author.clone(), date.clone()?)));
    signed.filter(|each| !each.0.trim().is_empty()).collect()
}

/// The signatures of a change, if all of its revisions have one.
fn dated(proposal: &Proposal<'_>) -> Option<BTreeSet<Signature>> {
    let revisions = &proposal.evidence.revisions;
    let recorded = proposal.evidence.tracking == Tracking::Tracked && !revisions.is_empty();
    let signed = revisions
        .iter()
        .map(|(author, date)| Some((author.clone(), date.clone()?)));
    signed.collect::<Option<BTreeSet<_>>>().filter(|_| recorded)
}

/// Returns (first) in which all changes of another (second) stand unrecorded, among others.
fn silent_copies(returns: &[Read<'_>]) -> Vec<(usize, usize)> {
    let is_silent = |each: &&Proposal<'_>| each.evidence.tracking == Tracking::Untracked;
    // Made when they are asked for: where nothing is recorded, or all of it, they are not.
    let all: Vec<LazyCell<BTreeSet<Sameness<'_>>, _>> = returns
        .iter()
        .map(|read| LazyCell::new(|| read.proposals.iter().map(Sameness::of).collect()))
        .collect();
    let silent: Vec<LazyCell<BTreeSet<Sameness<'_>>, _>> = returns
        .iter()
        .map(|read| {
            let silent = move || read.proposals.iter().filter(is_silent);
            LazyCell::new(move || silent().map(Sameness::of).collect())
        })
        .collect();
    let recorded: Vec<bool> = returns
        .iter()
        .map(|read| !read.proposals.iter().all(|each| is_silent(&each)))
        .collect();
    let mut copies = Vec::new();
    for own in 0..returns.len() {
        let typed = returns[own].proposals.iter().filter(is_silent).count();
        for other in (0..returns.len()).filter(|other| *other != own && recorded[*other]) {
            if typed >= SILENT_COPY
                && all[other].len() >= SILENT_COPY
                && all[other].len() < all[own].len()
                && all[other].is_subset(&silent[own])
            {
                copies.push((own, other));
            }
        }
    }
    copies
}
