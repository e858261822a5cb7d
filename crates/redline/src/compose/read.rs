//! What one return comes to, before amendments are merged.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::counterparts::{self, brought};
use crate::compose::merge::Proposal;
use crate::compose::parts::Compared;
use crate::compose::{Part, Source, aside, outside, remarks};
use crate::model::{Amendment, Comment, Model, Return, SetAside, Tracking};
use crate::project::is_rebuilt;
use crate::story::Story;

/// Below this share of the base's characters in common, a file was made on another text.
const SAME_TEXT: f64 = 0.4;

pub(crate) struct Read<'r> {
    pub(crate) proposals: Vec<Proposal<'r>>,
    pub(crate) organisation: String,
    sha256: String,
    authors: Vec<String>,
    pub(crate) warnings: Vec<String>,
    pub(crate) set_aside: Vec<SetAside>,
    pub(crate) comments: Vec<Comment>,
    sent: usize,
    pub(crate) look: Vec<String>,
}

/// Reads one return against the base.
pub(crate) fn read<'r>(
    base: &'r Source,
    parts: &BTreeMap<&str, Part<'r>>,
    source: &'r Source,
) -> Read<'r> {
    let body = Compared::of("body", &parts["body"], &source.accept, &source.reject);
    let kinship = kinship(&body);
    let mut warnings = source.warnings.clone();
    let mut compared = vec![body];
    let body = &mut compared[0];
    // The place of a note is that of its reference, whose words the changes tell: they are lent for that.
    std::mem::swap(&mut body.effective.changes, &mut body.changes);
    let counterparts = counterparts::find(base, source, body.base, &body.effective);
    std::mem::swap(&mut body.effective.changes, &mut body.changes);
    for (old, new) in &counterparts.pairs {
        compared.push(Compared::of(
            &old.name,
            &parts[old.name.as_str()],
            &new.accept,
            &new.reject,
        ));
    }
    let comments = remarks::comments(source, base, &compared);
    let mut proposals = Vec::new();
    let mut set_aside = Vec::new();
    for (rank, part) in compared.iter_mut().enumerate() {
        set_aside.append(&mut part.aside);
        let changes = std::mem::take(&mut part.changes);
        let witness = part.witness();
        let mut own: Vec<Proposal<'_>> = changes
            .into_iter()
            .map(|change| {
                let evidence = witness.of(&change);
                let brings = match rank {
                    0 => brought(&change, &source.accept, &counterparts.new),
                    _ => Vec::new(),
                };
                Proposal::new(&source.organisation, part.name, change, evidence, brings)
            })
            .collect();
        if rank == 0 {
            outside::set_aside(base, part, &mut own, &mut set_aside, &mut warnings);
        }
        proposals.append(&mut own);
    }
    set_aside.extend(counterparts.aside);
    let mut read = Read {
        proposals,
        organisation: source.organisation.clone(),
        sha256: source.sha256.clone(),
        authors: authors(source),
        warnings,
        set_aside,
        sent: comments.len(),
        comments,
        look: Vec::new(),
    };
    read.hold_other_parts(&compared[1..]);
    read.judge(kinship);
    read
}

/// How much of one text stands in paragraphs that the other has too: of the base or of the return,
/// whichever is more.
fn kinship(body: &Compared<'_, '_, '_>) -> f64 {
    match (body.letters, body.own) {
        (0, _) => 1.0,
        (_, 0) => 0.0,
        (base, all) => (body.left as f64 / base as f64).max(body.found as f64 / all as f64),
    }
}

/// Names of revisions and comments, sorted, unique, without empty ones.
fn authors(source: &Source) -> Vec<String> {
    let parts = source.parts.iter();
    let stories = parts
        .flat_map(|part| [&part.accept, &part.reject])
        .chain([&source.accept, &source.reject]);
    let mut names: Vec<String> = stories
        .flat_map(|story| &story.revisions)
        .map(|revision| revision.author.clone())
        .chain(source.remarks.iter().map(|remark| remark.author.clone()))
        .filter(|name| !name.trim().is_empty())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

impl Read<'_> {
    /// Takes proposals (by rank) out and lists them as set aside, as taken over from an organisation.
    pub(crate) fn put_aside(
        &mut self,
        bases: &BTreeMap<&str, &Story>,
        taken: &BTreeMap<usize, String>,
    ) {
        if taken.is_empty() {
            return;
        }
        let all = std::mem::take(&mut self.proposals);
        let mut gone: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for proposal in &all {
            let change = std::iter::once(&proposal.change);
            let gone = gone.entry(proposal.part).or_default();
            gone.extend(aside::gone(change));
        }
        for (rank, proposal) in all.into_iter().enumerate() {
            match (taken.get(&rank), bases.get(proposal.part)) {
                (Some(origin), Some(story)) => {
                    let (reason, part) = (format!("from:{origin}"), Part::of(story));
                    let entries = aside::entries(
                        &reason,
                        proposal.part,
                        &part,
                        &gone[proposal.part],
                        &proposal.change,
                    );
                    self.set_aside.extend(entries);
                }
                _ => self.proposals.push(proposal),
            }
        }
    }

    /// Holds the parts beside the body to the projection law. In notes and headers, joins at borders that
    /// only programs make may not come out: then the part is listed whole.
    fn hold_other_parts(&mut self, parts: &[Compared<'_, '_, '_>]) {
        for part in parts {
            let changed = self.proposals.iter().any(|each| each.part == part.name);
            if !changed && !self.set_aside.iter().any(|each| each.part == part.name) {
                continue;
            }
            let base = super::texts(part.base.story);
            let model = self.alone(part.name);
            let sent = super::texts(part.accept).into_iter();
            if is_rebuilt(&base, &model, &self.organisation, part.name, sent) {
                continue;
            }
            let warning = format!(
                "Some changes in {} could not be laid out exactly: hold the compilation against it.",
                part.name
            );
            self.warnings.push(warning.clone());
            self.look.push(warning);
        }
    }

    /// A model of this return and one part alone.
    fn alone(&self, part: &str) -> Model {
        let proposals = self.proposals.iter().filter(|each| each.part == part);
        let proposals = proposals.map(|each| {
            let (change, evidence) = (each.change.clone(), each.evidence.clone());
            Proposal::new(each.organisation, each.part, change, evidence, Vec::new())
        });
        let none = BTreeMap::new();
        let placed = super::merge::merge("", &none, proposals.collect());
        let aside = self.set_aside.iter().filter(|each| each.part == part);
        Model {
            schema: crate::model::SCHEMA,
            base: crate::model::Base {
                sha256: String::new(),
                paragraphs: 0,
                warnings: Vec::new(),
            },
            returns: vec![Return {
                organisation: self.organisation.clone(),
                sha256: String::new(),
                tracking: Tracking::None,
                amendments: 0,
                comments: 0,
                authors: Vec::new(),
                warnings: Vec::new(),
                set_aside: aside.cloned().collect(),
            }],
            amendments: placed.into_iter().map(|placed| *placed.amendment).collect(),
            conflicts: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// Notes what a person must look at.
    fn judge(&mut self, kinship: f64) {
        if kinship < SAME_TEXT {
            let warning = "Most of the base's text is not in this file: it seems to have been made on \
                           another text or on another version of it.";
            self.warnings.push(warning.to_owned());
            self.look.push(warning.to_owned());
        }
        let outside = self
            .set_aside
            .iter()
            .filter(|aside| aside.reason == "outside-base")
            .count();
        match outside {
            0 => {}
            1 => self
                .look
                .push("One change lies outside the base.".to_owned()),
            _ => self
                .look
                .push(format!("{outside} changes lie outside the base.")),
        }
        let lost = self
            .comments
            .iter()
            .filter(|comment| comment.paragraph == 0)
            .count();
        match lost {
            0 => {}
            1 => self
                .look
                .push("One comment has no place in the base.".to_owned()),
            _ => self
                .look
                .push(format!("{lost} comments have no place in the base.")),
        }
    }

    /// `recorded` says how each organisation's share of the amendments was recorded.
    pub(crate) fn into_return(self, recorded: &BTreeMap<&str, Vec<Tracking>>) -> Return {
        let own = recorded.get(self.organisation.as_str());
        let tracked = own.map_or(&[][..], Vec::as_slice);
        let tracking = match tracked.first() {
            None => Tracking::None,
            Some(&first) if tracked.iter().all(|&each| each == first) => first,
            Some(_) => Tracking::Mixed,
        };
        Return {
            organisation: self.organisation,
            sha256: self.sha256,
            tracking,
            amendments: tracked.len(),
            comments: self.sent,
            authors: self.authors,
            warnings: self.warnings,
            set_aside: self.set_aside,
        }
    }
}

/// How each organisation recorded what it asks for, amendment by amendment.
pub(crate) fn recorded(amendments: &[Amendment]) -> BTreeMap<&str, Vec<Tracking>> {
    let mut found: BTreeMap<&str, Vec<Tracking>> = BTreeMap::new();
    for (organisation, tracking) in amendments.iter().flat_map(|each| &each.tracked) {
        found.entry(organisation).or_default().push(*tracking);
    }
    found
}
