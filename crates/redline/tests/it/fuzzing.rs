//! Fuzz targets. Here they run for a bounded number of inputs; `scripts/fuzz` runs them guided by coverage
//! for as long as it is told.

use redline::project::project;
use redline::{Document, Submission, View, compare, compilation, inspect, open};

use crate::archives::{part, zip};
use crate::bodies::{Text, around, rich};
use crate::mutating::{Given, mutate, mutate_bytes};
use crate::writing::texts;

/// More than this many changes of one file find nothing that fewer don't.
const MOST_CHANGES: usize = 40;

/// The parts that the structure-aware reader target changes.
const CHANGED: [&str; 9] = [
    "word/document.xml",
    "word/document.xml",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/footnotes.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
];

#[test]
fn reader() {
    bolero::check!()
        .with_iterations(80)
        .with_max_len(512)
        .for_each(|input: &[u8]| read_anything(input));
}

/// Arbitrary bytes, a file with changed bytes, or a file whose parts were changed inside a valid zip.
fn read_anything(input: &[u8]) {
    let mut given = Given::new(input);
    match given.byte() % 16 {
        0 => drop(read_all(given.rest())),
        1 | 2 => {
            let mut file = zip(&rich(), false);
            for _ in 0..MOST_CHANGES {
                if given.is_over() {
                    break;
                }
                mutate_bytes(&mut file, &mut given);
            }
            drop(read_all(&file));
        }
        mode => {
            let mut parts = rich();
            for _ in 0..MOST_CHANGES {
                if given.is_over() {
                    break;
                }
                let name = given.one(&CHANGED);
                let part = parts.iter_mut().find(|part| part.name == name.as_bytes());
                let part = part.expect("a part of the rich file");
                let mut text = String::from_utf8(std::mem::take(&mut part.data)).expect("text");
                mutate(&mut text, &mut given);
                part.data = text.into_bytes();
            }
            let file = zip(&parts, false);
            // Compiling is most of the work: one time in four is enough.
            match mode % 4 {
                0 => exercise(&file),
                _ => drop(read_all(&file)),
            }
        }
    }
}

#[test]
fn compile() {
    bolero::check!()
        .with_iterations(80)
        .with_max_len(512)
        .for_each(|input: &[u8]| compile_anything(input));
}

/// Compiles two returns that were made of one base, and holds what comes out to the laws.
fn compile_anything(input: &[u8]) {
    let mut given = Given::new(input);
    let base = Text::any(&mut given);
    let [one, other] = [base.changed(&mut given), base.changed(&mut given)];
    let shown = format!(
        "base {}\nIOM {}\nILO {}",
        base.body(),
        one.body(),
        other.body()
    );
    let [base, one, other] =
        [base, one, other].map(|text| again(&zip(&around(&text.body()), false), "a return"));
    for document in [&base, &one, &other] {
        for (view, resolved) in [
            (View::Accept, document.accept()),
            (View::Reject, document.reject()),
        ] {
            let resolved = again(&resolved, "a resolved file");
            assert_eq!(
                texts(&resolved, View::Accept),
                texts(document, view),
                "{view:?} is not the view: {shown}"
            );
            assert!(!resolved.has_revisions(), "revisions are left: {shown}");
        }
    }
    let submission = |organisation, document| Submission {
        organisation,
        document,
        sha256: organisation,
    };
    let model = redline::compile(
        &base,
        "",
        &[],
        &[submission("IOM", &one), submission("ILO", &other)],
    )
    .model;
    let written = again(&compilation(&base, &model), "the compilation");
    let own = texts(&base, View::Accept);
    assert_eq!(
        texts(&written, View::Reject),
        own,
        "the compilation refused is not the base: {shown}"
    );
    let refused = again(&written.reject(), "the compilation refused");
    assert_eq!(
        texts(&refused, View::Accept),
        own,
        "the compilation refused in its file is not the base: {shown}"
    );
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    for (organisation, document) in [("IOM", &one), ("ILO", &other)] {
        let returned = model
            .returns
            .iter()
            .find(|returned| returned.organisation == organisation);
        let returned = returned.expect("each return is in the model");
        if !returned
            .warnings
            .iter()
            .any(|warning| warning.contains("could not be laid out"))
        {
            let rebuilt = project(&own, &model, organisation);
            assert_eq!(
                rebuilt,
                texts(document, View::Accept),
                "what {organisation} sent is not rebuilt: {shown}"
            );
        }
    }
}

/// As [`read_all`]; what can be opened can be compiled too.
pub(crate) fn exercise(file: &[u8]) {
    if let Some(document) = read_all(file) {
        compile_both(&document, &again(&zip(&rich(), false), "the other file"));
    }
}

/// Opens a file; what can be opened can be read, inspected and resolved, and what is written of it can be
/// opened again.
fn read_all(file: &[u8]) -> Option<Document> {
    let document = match open(file) {
        Ok(document) => document,
        Err(refused) => {
            let sentence = refused.to_string();
            assert!(sentence.ends_with('.'), "no sentence: {sentence}");
            return None;
        }
    };
    for view in [View::Accept, View::Reject] {
        for paragraph in document.story(view).paragraphs {
            let length = paragraph.text.chars().count();
            let last = paragraph.pieces.last().map_or(0, |piece| piece.end);
            assert!(last == length, "pieces end at {last} of {length}");
        }
    }
    let _ = inspect(&document).to_string();
    again(&document.bytes(), "its bytes");
    again(&document.accept(), "all accepted");
    again(&document.reject(), "all refused");
    for id in document
        .comments()
        .into_iter()
        .map(|comment| comment.id)
        .take(2)
    {
        let without = document.without_comments(&[id].into());
        again(
            &without.expect("a comment of this file"),
            "without a comment",
        );
    }
    Some(document)
}

/// A file as base and as return of another: all that is written opens again.
pub(crate) fn compile_both(document: &Document, other: &Document) {
    for (base, returned) in [(document, other), (other, document)] {
        let submission = Submission {
            organisation: "IOM",
            document: returned,
            sha256: "",
        };
        let compiled = redline::compile(base, "", &[], &[submission]);
        again(&compilation(base, &compiled.model), "the compilation");
    }
    again(&compare(document, other, "IOM").word, "the redline");
}

fn again(file: &[u8], what: &str) -> Document {
    open(file).unwrap_or_else(|refused| {
        panic!(
            "{what} is refused: {refused}\n{:.3000}",
            part(file, "word/document.xml").unwrap_or_default()
        )
    })
}
