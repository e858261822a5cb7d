//! A redline of two files: the first with tracked changes that make the second of it.

use crate::compile::source;
use crate::compose::compose;
use crate::model::{Amendment, Kind, Model};
use crate::read::objects::Objects;
use crate::read::{Document, open};
use crate::story::{Paragraph, View};
use crate::write;

/// What stands for a note reference, a drawing or maths.
const ATOM: char = '\u{fffc}';

/// A redline of two files, and whether a person must look at it.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The earlier file with the changes in it. With all of them refused it has the earlier file's text,
    /// with all of them accepted the later one's; where that does not hold, `look` says so.
    pub word: Vec<u8>,
    /// The two files as a compilation of one return, which the author sent.
    pub model: Model,
    /// Why a person must look, one sentence each; empty where nothing needs a look.
    pub look: Vec<String>,
}

/// Compares two files. The changes bear the author's name and no date.
///
/// Pending revisions of either file are taken as accepted, which a person must know. Comments of the
/// earlier file stay; those that only the later one has come along under the names of who wrote them.
#[must_use]
pub fn compare(before: &Document, after: &Document, author: &str) -> Compared {
    // Accepted first: whoever made a pending change is not the author of this redline.
    let accepted = after.resolved(View::Accept);
    let base = source("", before, "");
    let version = source(author, &accepted, "");
    let composed = compose(&base, std::slice::from_ref(&version));
    let (mut model, mut look) = (composed.model, composed.look);
    for comment in &mut model.comments {
        comment.organisation.clone_from(&comment.author);
    }
    if after.has_revisions() {
        look.push(format!(
            "{author}: The later file has tracked changes of its own that nobody has accepted or \
             refused; it is read as if all were accepted."
        ));
    }
    let told =
        |amendment: &Amendment| amendment.kind == Kind::Other && !amendment.properties.is_empty();
    if model.amendments.iter().any(told) {
        look.push(
            "Links, fields, content controls, pictures or formulas differ: comments tell where, and they are \
             kept as the earlier file has them."
                .to_owned(),
        );
    }
    let word = write::compilation(before, &model);
    look.extend(unlike(&word, before, &accepted));
    Compared { word, model, look }
}

/// Holds what was written against both files: where the redline falls short of its promise.
fn unlike(word: &[u8], before: &Document, after: &Document) -> Vec<String> {
    let Ok(written) = open(word) else {
        return vec!["The redline can't be read again: do not use it.".to_owned()];
    };
    let sides = [
        (View::Accept, after, "accepted", "later"),
        (View::Reject, before, "refused", "earlier"),
    ];
    let mut sentences = Vec::new();
    for (view, file, done, name) in sides {
        let (got, wanted) = (lines(&written, view), lines(file, View::Accept));
        let all = 0..got.len().max(wanted.len());
        let differ = |index: &usize| got.get(*index) != wanted.get(*index);
        let Some(first) = all.into_iter().find(differ) else {
            continue;
        };
        let words = |lines: &[Line]| {
            let text = lines.get(first).map(|line| line.text.as_str());
            text.map(|text| text.replace(ATOM, ""))
        };
        let full = |lines: &[Line]| -> Vec<Line> {
            let full = lines.iter().filter(|line| !line.text.is_empty());
            full.cloned().collect()
        };
        let by = if full(&got) == full(&wanted) {
            "an empty paragraph"
        } else if words(&got) == words(&wanted) {
            "pictures, text boxes, formulas or references to notes, which a redline can't bring in"
        } else {
            "words"
        };
        sentences.push(format!(
            "With all changes {done}, the redline is not the {name} file: it differs first in \
             paragraph {}, by {by}.",
            first + 1
        ));
    }
    sentences
}

/// A body paragraph as the promise is about it.
#[derive(Clone, PartialEq, Eq)]
struct Line {
    text: String,
    objects: Vec<String>,
}

fn lines(document: &Document, view: View) -> Vec<Line> {
    let mut objects = Objects::new(document);
    let line = |paragraph: Paragraph| Line {
        objects: objects.of(&paragraph),
        text: paragraph.text,
    };
    let story = document.story(view);
    story.paragraphs.into_iter().map(line).collect()
}
