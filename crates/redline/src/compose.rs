//! From a base and its returns to the model: every return is held against the same base, so that the
//! result does not depend on any order.

mod aside;
mod built_on;
mod columns;
mod compare;
mod conflicts;
mod counterparts;
mod evidence;
mod formatting;
mod identity;
mod kept;
mod merge;
mod moved_words;
mod moves;
mod outside;
mod parallel;
mod part;
mod parts;
mod plain;
mod read;
mod remarks;
mod spread;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Base, Model, SCHEMA};
use crate::project::is_rebuilt;
use crate::story::Story;
use part::Part;

pub(crate) use compare::Change;
pub(crate) use compare::paragraph_pairs;
pub(crate) use compare::slice;
pub(crate) use conflicts::is_of_one;
pub use identity::comment_id;
pub use parallel::in_parallel;
pub(crate) use part::Part as PreparedPart;
pub use plain::plain_story;

/// One file as composition reads it.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Who sent it; empty for the base.
    pub organisation: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The body with every revision taken.
    pub accept: Arc<Story>,
    /// The body with every revision refused; the same story where nothing was recorded.
    pub reject: Arc<Story>,
    /// Its comments, in the order of the file.
    pub remarks: Vec<Remark>,
    /// The parts beside the body.
    pub parts: Vec<SourcePart>,
    /// What hangs on objects of the body's accept view.
    pub held: Vec<Held>,
    /// Of a base: the bodies of earlier versions of the text, newest first, accept views.
    pub earlier: Vec<Story>,
    /// What the reader had to say about the file.
    pub warnings: Vec<String>,
}

/// A note, header, footer or text box.
#[derive(Clone, Debug, Default)]
pub struct SourcePart {
    /// `footnote:2`, `header:1` …
    pub name: String,
    pub accept: Arc<Story>,
    pub reject: Arc<Story>,
}

/// A note or text box that hangs on an object of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Paragraph of the body, from 0, and offset of the object in it.
    pub paragraph: usize,
    pub offset: usize,
    /// The part's name.
    pub part: String,
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
    let mut look = Vec::new();
    let sources: Vec<(&Source, bool)> = distinct(returns).collect();
    let stories = stories(base);
    // Each part of the base is prepared once for all returns.
    let parts: BTreeMap<&str, Part<'_>> = stories
        .iter()
        .map(|(name, story)| (*name, Part::of(story)))
        .collect();
    let mut read = in_parallel(&sources, |(source, _)| read::read(base, &parts, source));
    built_on::set_aside(base, &mut read);
    let (mut proposals, mut comments) = (Vec::new(), Vec::new());
    for ((_, doubled), read) in sources.iter().zip(&mut read) {
        if *doubled {
            let left_out = "A second file of this organisation was left out.";
            read.warnings.push(left_out.to_owned());
            look.push(format!(
                "{}: two different files were given; one was used.",
                read.organisation
            ));
        }
        comments.append(&mut read.comments);
        proposals.append(&mut read.proposals);
    }
    let digest = identity::base_digest(&base.accept);
    let mut placed = merge::merge(&digest, &stories, proposals);
    merge::stand_behind(&mut placed, read.iter().flat_map(|read| &read.set_aside));
    let conflicts = conflicts::find(&mut placed);
    let homes: BTreeMap<&str, usize> = base
        .held
        .iter()
        .map(|held| (held.part.as_str(), held.paragraph + 1))
        .collect();
    for placed in &mut placed {
        placed.amendment.home = homes.get(placed.amendment.part.as_str()).copied();
    }
    for comment in &mut comments {
        comment.home = homes.get(comment.part.as_str()).copied();
    }
    let amendments = placed.into_iter().map(|placed| *placed.amendment).collect();
    comments.sort_by(|one, other| {
        let place =
            |comment: &crate::model::Comment| (comment.paragraph, comment.start, comment.end);
        (&one.part, place(one), &one.organisation).cmp(&(
            &other.part,
            place(other),
            &other.organisation,
        ))
    });
    let mut model = Model {
        schema: SCHEMA,
        base: base_entry(base, &mut look),
        returns: Vec::new(),
        amendments,
        conflicts,
        comments,
    };
    let recorded = read::recorded(&model.amendments);
    for read in read {
        let reasons = read.look.iter();
        look.extend(reasons.map(|reason| format!("{}: {reason}", read.organisation)));
        model.returns.push(read.into_return(&recorded));
    }
    check_projection(base, returns, &mut model, &mut look);
    Composition { model, look }
}

/// The stories of a base's parts, accept view, by name.
fn stories(base: &Source) -> BTreeMap<&str, &Story> {
    let parts = base.parts.iter();
    parts
        .map(|part| (part.name.as_str(), &*part.accept))
        .chain([("body", &*base.accept)])
        .collect()
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

/// Holds every return to the projection law; where it fails, says so instead of losing anything silently.
fn check_projection(base: &Source, returns: &[Source], model: &mut Model, look: &mut Vec<String>) {
    let texts = texts(&base.accept);
    let sources: Vec<(&Source, bool)> = distinct(returns).collect();
    let held = in_parallel(&sources, |(source, _)| {
        let sent = source
            .accept
            .paragraphs
            .iter()
            .map(|each| each.text.as_str());
        is_rebuilt(&texts, model, &source.organisation, "body", sent)
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

fn texts(story: &Story) -> Vec<&str> {
    let paragraphs = story.paragraphs.iter();
    paragraphs.map(|each| each.text.as_str()).collect()
}
