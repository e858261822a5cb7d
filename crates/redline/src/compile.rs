//! The main job in one call: a base and its returns, as Word files, to the model.

use std::sync::Arc;

use crate::compose::{Held, Remark, Source, SourcePart, compose, in_parallel};
use crate::model::Model;
use crate::read::Document;
use crate::read::objects::Objects;
use crate::story::View;

/// A returned file and who sent it.
#[derive(Clone, Copy, Debug)]
pub struct Submission<'d> {
    /// The organisation that submits it, which is what counts, whoever the file names.
    pub organisation: &'d str,
    pub document: &'d Document,
    /// SHA-256 of the file as it came, lower-case hex.
    pub sha256: &'d str,
}

/// A model and whether a person must look at it.
#[derive(Clone, Debug)]
pub struct Compilation {
    pub model: Model,
    /// Why a person must look, one sentence each; empty where nothing needs a look.
    pub look: Vec<String>,
}

impl Compilation {
    /// Whether a person must look: a wrong base, a base with pending revisions, something that is outside
    /// the base or not compiled, a comment without a place (exit status 1 on the command line).
    #[must_use]
    pub fn needs_a_look(&self) -> bool {
        !self.look.is_empty()
    }
}

/// Compiles returns over a base. `base_sha256` is the digest of the base's file, lower-case hex. The order
/// of the returns does not matter. A return that was made on one of the `earlier` versions of the text
/// (newest first) is read as one on the base.
#[must_use]
pub fn compile(
    base: &Document,
    base_sha256: &str,
    earlier: &[Document],
    returns: &[Submission<'_>],
) -> Compilation {
    let sources: Vec<Source> = in_parallel(returns, |submission| {
        source(
            submission.organisation,
            submission.document,
            submission.sha256,
        )
    });
    compile_sources(base, base_sha256, earlier, &sources)
}

/// As [`compile`], from returns that were read before ([`source`]): their files need not be kept.
#[must_use]
pub fn compile_sources(
    base: &Document,
    base_sha256: &str,
    earlier: &[Document],
    sources: &[Source],
) -> Compilation {
    let mut base = source("", base, base_sha256);
    let stories = earlier.iter().map(|version| version.story(View::Accept));
    base.earlier = stories.collect();
    let composed = compose(&base, sources);
    Compilation {
        model: composed.model,
        look: composed.look,
    }
}

/// A Word file as composition reads it.
#[must_use]
pub fn source(organisation: &str, document: &Document, sha256: &str) -> Source {
    let mut objects = Objects::new(document);
    let mut accept = document.story(View::Accept);
    objects.tell_apart(&mut accept);
    let accept = Arc::new(accept);
    let reject = if document.has_revisions() {
        let mut reject = document.story(View::Reject);
        objects.tell_apart(&mut reject);
        Arc::new(reject)
    } else {
        Arc::clone(&accept)
    };
    let held = objects.held(&accept).into_iter();
    let held = held.map(|(paragraph, offset, part)| Held {
        paragraph,
        offset,
        part,
    });
    Source {
        organisation: organisation.to_owned(),
        sha256: sha256.to_owned(),
        accept,
        reject,
        remarks: remarks(document),
        parts: parts(document),
        held: held.collect(),
        earlier: Vec::new(),
        warnings: document.warnings().to_vec(),
    }
}

/// The parts beside the body.
fn parts(document: &Document) -> Vec<SourcePart> {
    let parts = document.parts().into_iter().skip(1);
    parts
        .map(|part| {
            let accept = Arc::new(document.story_of(&part, View::Accept));
            let reject = match document.is_marked(&part) {
                true => Arc::new(document.story_of(&part, View::Reject)),
                false => Arc::clone(&accept),
            };
            SourcePart {
                name: part.name,
                accept,
                reject,
            }
        })
        .collect()
}

fn remarks(document: &Document) -> Vec<Remark> {
    let comments = document.comments().into_iter();
    comments
        .map(|comment| Remark {
            id: comment.id,
            author: comment.author,
            date: comment.date,
            text: comment.text,
            reply_to: comment.reply_to,
            resolved: comment.resolved,
        })
        .collect()
}
