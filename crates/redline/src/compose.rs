//! From a base and its returns to the model: every return is held against the same base, so that the
//! result does not depend on any order.

mod columns;
mod compare;
mod conflicts;
mod evidence;
mod formatting;
mod identity;
mod merge;
mod other_parts;
mod parallel;
mod part;
mod plain;
mod remarks;

use std::collections::BTreeMap;

use crate::model::{Base, Model, Return, SCHEMA, SetAside, Tracking};
use crate::project::project;
use crate::story::Story;
use compare::{Comparison, compare};
use evidence::Witness;
use merge::Proposal;
use part::Part;

pub(crate) use compare::compare as compare_parts;
pub(crate) use compare::slice;
pub use identity::comment_id;
pub(crate) use parallel::in_parallel;
pub(crate) use part::Part as PreparedPart;
pub use plain::plain_story;

/// Below this share of the base's characters in common, a file was made on another text.
const SAME_TEXT: f64 = 0.4;

/// One file as composition reads it.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Who sent it; empty for the base.
    pub organisation: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The body with every revision taken.
    pub accept: Story,
    /// The body with every revision refused.
    pub reject: Story,
    /// Its comments, in the order of the file.
    pub remarks: Vec<Remark>,
    /// Paragraphs of the parts beside the body (`footnote:2`, `header:1` …), accept view.
    pub other_parts: Vec<(String, Vec<String>)>,
    /// What the reader had to say about the file.
    pub warnings: Vec<String>,
}

/// A comment as its file has it; its range is in the stories' `comments`, by the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// `w:id`.
    pub id: String,
    pub author: String,
    pub date: Option<String>,
    pub text: String,
    /// `w:id` of the comment that it replies to.
    pub reply_to: Option<String>,
    pub resolved: bool,
}

/// A model and why a person must look at it.
#[derive(Clone, Debug)]
pub struct Composition {
    pub model: Model,
    /// One sentence for each reason; empty where nothing needs a look.
    pub look: Vec<String>,
}

/// Composes the returns over the base. The same organisation and file twice is one return; an organisation
/// with two different files keeps the one whose digest is first, with a warning (callers refuse it).
#[must_use]
pub fn compose(base: &Source, returns: &[Source]) -> Composition {
    let part = Part::of(&base.accept);
    let mut look = Vec::new();
    let sources: Vec<(&Source, bool)> = distinct(returns).collect();
    let read = in_parallel(&sources, |(source, _)| read(base, &part, source));
    let (mut results, mut proposals, mut comments) = (Vec::new(), Vec::new(), Vec::new());
    for ((_, doubled), mut read) in sources.iter().zip(read) {
        if *doubled {
            read.warnings
                .push("A second file of this organisation was left out.".to_owned());
            look.push(format!(
                "{}: two different files were given; one was used.",
                read.organisation
            ));
        }
        comments.append(&mut read.comments);
        proposals.append(&mut read.proposals);
        results.push(read);
    }
    let digest = identity::base_digest(&base.accept);
    let mut placed = merge::merge(&digest, &base.accept, proposals);
    let conflicts = conflicts::find(&mut placed);
    let amendments = placed.into_iter().map(|placed| placed.amendment).collect();
    comments.sort_by(|one, other| {
        let key = |comment: &crate::model::Comment| {
            (
                comment.paragraph,
                comment.start,
                comment.end,
                comment.organisation.clone(),
            )
        };
        key(one).cmp(&key(other))
    });
    let mut model = Model {
        schema: SCHEMA,
        base: base_entry(base, &mut look),
        returns: Vec::new(),
        amendments,
        conflicts,
        comments,
    };
    for read in results {
        let organisation = read.organisation.clone();
        look.extend(
            read.look
                .iter()
                .map(|reason| format!("{organisation}: {reason}")),
        );
        let returned = read.into_return(&model);
        model.returns.push(returned);
    }
    check_projection(base, returns, &mut model, &mut look);
    Composition { model, look }
}

/// The returns by organisation, each once, with whether a different file was left out.
fn distinct(returns: &[Source]) -> impl Iterator<Item = (&Source, bool)> {
    let mut by_name: BTreeMap<&str, BTreeMap<&str, &Source>> = BTreeMap::new();
    for source in returns {
        by_name
            .entry(&source.organisation)
            .or_default()
            .insert(&source.sha256, source);
    }
    by_name.into_values().filter_map(|files| {
        let doubled = files.len() > 1;
        files.into_values().next().map(|source| (source, doubled))
    })
}

fn base_entry(base: &Source, look: &mut Vec<String>) -> Base {
    let mut warnings = base.warnings.clone();
    let pending = !base.accept.revisions.is_empty() || !base.reject.revisions.is_empty();
    if pending {
        let warning = "The base has tracked changes of its own that nobody has accepted or refused; it \
                       is read as if all were accepted.";
        warnings.push(warning.to_owned());
        look.push(format!("base: {warning}"));
    }
    Base {
        sha256: base.sha256.clone(),
        paragraphs: base.accept.paragraphs.len(),
        warnings,
    }
}

/// What one return came to, before amendments are merged.
struct Read<'r> {
    proposals: Vec<Proposal<'r>>,
    organisation: String,
    sha256: String,
    authors: Vec<String>,
    warnings: Vec<String>,
    set_aside: Vec<SetAside>,
    comments: Vec<crate::model::Comment>,
    sent: usize,
    look: Vec<String>,
}

/// Reads one return against the base.
fn read<'r>(base: &Source, part: &Part<'_>, source: &'r Source) -> Read<'r> {
    let accepted = Part::of(&source.accept);
    let mut effective = compare(part, &accepted);
    let refused = Part::of(&source.reject);
    let untracked = match is_same_text(&source.accept, &source.reject) {
        true => effective.clone(),
        false => compare(part, &refused),
    };
    let mut changes = std::mem::take(&mut effective.changes);
    let mut set_aside = formatting::set_fields_aside(&mut changes, &base.accept, &source.accept);
    set_aside.extend(formatting::set_formats_aside(part, &accepted, &effective));
    set_aside.extend(other_parts::set_aside(
        &base.other_parts,
        &source.other_parts,
    ));
    let witness = Witness::new(&source.accept, &source.reject, &untracked);
    let proposals = changes
        .into_iter()
        .map(|change| {
            let evidence = witness.of(&change);
            Proposal {
                organisation: &source.organisation,
                change,
                evidence,
            }
        })
        .collect();
    let comments = remarks::comments(source, base, part, &effective, &untracked);
    let mut read = Read {
        proposals,
        organisation: source.organisation.clone(),
        sha256: source.sha256.clone(),
        authors: authors(source),
        warnings: source.warnings.clone(),
        set_aside,
        sent: comments.len(),
        comments,
        look: Vec::new(),
    };
    read.judge(kinship(part, &accepted, &effective).max(kinship(part, &refused, &untracked)));
    read
}

/// Whether two views of a file show the same: nothing in it was tracked.
fn is_same_text(accept: &Story, reject: &Story) -> bool {
    let same = |(one, other): (&crate::story::Paragraph, &crate::story::Paragraph)| {
        one.text == other.text && one.cells == other.cells
    };
    accept.paragraphs.len() == reject.paragraphs.len()
        && accept.paragraphs.iter().zip(&reject.paragraphs).all(same)
}

/// How much of one text stands in paragraphs that the other has too: of the base or of the version,
/// whichever is more.
fn kinship(base: &Part<'_>, version: &Part<'_>, comparison: &Comparison) -> f64 {
    let sum = |part: &Part<'_>, indexes: &mut dyn Iterator<Item = usize>| -> usize {
        indexes.map(|index| part.length(index)).sum()
    };
    let pairs = || comparison.pairs.iter().enumerate();
    let kept = sum(
        base,
        &mut pairs().filter(|pair| pair.1.is_some()).map(|pair| pair.0),
    );
    let found = sum(version, &mut pairs().filter_map(|pair| *pair.1));
    let all = (
        sum(base, &mut (0..base.len())),
        sum(version, &mut (0..version.len())),
    );
    match all {
        (0, _) => 1.0,
        (_, 0) => 0.0,
        (base, all) => (kept as f64 / base as f64).max(found as f64 / all as f64),
    }
}

/// Names of revisions and comments, sorted, unique, without empty ones.
fn authors(source: &Source) -> Vec<String> {
    let revisions = source
        .accept
        .revisions
        .iter()
        .chain(&source.reject.revisions);
    let mut names: Vec<String> = revisions
        .map(|revision| revision.author.clone())
        .chain(source.remarks.iter().map(|remark| remark.author.clone()))
        .filter(|name| !name.trim().is_empty())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

impl Read<'_> {
    /// Notes what a person must look at.
    fn judge(&mut self, kinship: f64) {
        if kinship < SAME_TEXT {
            let warning = "Most of the base's text is not in this file: it seems to have been made on \
                           another text or on another version of it.";
            self.warnings.push(warning.to_owned());
            self.look.push(warning.to_owned());
        }
        let mut count = |reason: &str, one: &str, many: &str| {
            let found = self
                .set_aside
                .iter()
                .filter(|aside| aside.reason == reason)
                .count();
            match found {
                0 => {}
                1 => self.look.push(one.to_owned()),
                _ => self.look.push(format!("{found} {many}")),
            }
        };
        count(
            "not-covered",
            "One change is of a kind that is not compiled yet; it is listed.",
            "changes are of a kind that is not compiled yet; they are listed.",
        );
        count(
            "outside-base",
            "One change lies outside the base.",
            "changes lie outside the base.",
        );
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

    fn into_return(self, model: &Model) -> Return {
        let mine = model
            .amendments
            .iter()
            .filter_map(|amendment| amendment.tracked.get(&self.organisation).copied());
        let tracked: Vec<Tracking> = mine.collect();
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

/// Holds every return to the projection law; where it fails, says so instead of losing anything silently.
fn check_projection(base: &Source, returns: &[Source], model: &mut Model, look: &mut Vec<String>) {
    let texts: Vec<&str> = base
        .accept
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.text.as_str())
        .collect();
    let sources: Vec<(&Source, bool)> = distinct(returns).collect();
    let held = in_parallel(&sources, |(source, _)| {
        let rebuilt = project(&texts, model, &source.organisation);
        let sent = source
            .accept
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.text.as_str());
        rebuilt.iter().map(String::as_str).eq(sent)
    });
    let failed: Vec<&str> = sources
        .iter()
        .zip(held)
        .filter(|(_, held)| !held)
        .map(|((source, _), _)| source.organisation.as_str())
        .collect();
    for returned in &mut model.returns {
        if failed.contains(&returned.organisation.as_str()) {
            let warning = "Some changes of this file could not be laid out exactly: hold the \
                           compilation against it.";
            returned.warnings.push(warning.to_owned());
            look.push(format!("{}: {warning}", returned.organisation));
        }
    }
}
