//! Public files, where they are there: every return is rebuilt from its base and the model.
#![allow(clippy::disallowed_methods)] // Tests read files; the crate does not.

use std::path::{Path, PathBuf};

use redline::project::project;
use redline::{Compilation, Document, Submission, View, compile, open};

pub(crate) fn material() -> Option<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/docx");
    if !data.is_dir() {
        println!("skipped: shared data not present");
        return None;
    }
    Some(data)
}

fn read(path: &Path) -> Document {
    let bytes = std::fs::read(path).expect("a file of the material");
    open(&bytes).unwrap_or_else(|refused| panic!("{}: {refused}", path.display()))
}

fn texts(document: &Document) -> Vec<String> {
    document
        .story(View::Accept)
        .paragraphs
        .into_iter()
        .map(|paragraph| paragraph.text)
        .collect()
}

/// Compiles and holds every return to the projection law.
fn compiled(base: &Document, returns: &[(&str, Document)]) -> Compilation {
    let submissions: Vec<Submission<'_>> = returns
        .iter()
        .map(|(organisation, document)| Submission {
            organisation,
            document,
            sha256: organisation,
        })
        .collect();
    let compilation = compile(base, "base", &[], &submissions);
    let base = texts(base);
    let base: Vec<&str> = base.iter().map(String::as_str).collect();
    for (organisation, document) in returns {
        let rebuilt = project(&base, &compilation.model, organisation);
        assert_eq!(rebuilt, texts(document), "{organisation}");
    }
    compilation
}

#[test]
fn public_pairs_are_rebuilt() {
    let Some(data) = material() else { return };
    let mut count = 0;
    let pairs = std::fs::read_dir(data.join("pairs")).expect("the pairs");
    for pair in pairs
        .map(|entry| entry.expect("a pair").path())
        .filter(|path| path.is_dir())
    {
        let (before, after) = (
            read(&pair.join("before.docx")),
            read(&pair.join("after.docx")),
        );
        let forth = compiled(&before, &[("A", after.clone()), ("B", after.clone())]);
        assert!(
            forth
                .model
                .amendments
                .iter()
                .all(|amendment| amendment.supporters == ["A", "B"]),
            "{}",
            pair.display()
        );
        compiled(&after, &[("A", before)]);
        count += 1;
    }
    assert!(count > 50, "{count} pairs");
}

#[test]
fn public_tracked_files_are_rebuilt_from_their_reject_view() {
    let Some(data) = material() else { return };
    for case in std::fs::read_dir(data.join("goldens")).expect("the goldens") {
        let case = case.expect("a case").path();
        let Ok(bytes) = std::fs::read(case.join("tracked.docx")) else {
            continue;
        };
        let tracked = open(&bytes).expect("a golden");
        let base = open(&tracked.reject()).expect("what we wrote");
        compiled(&base, &[("A", tracked)]);
    }
}

#[test]
fn reviewers_cases() {
    let Some(data) = material() else { return };
    let file = |name: &str| read(&data.join("returns").join(format!("{name}.docx")));
    let conflict = compiled(
        &file("RC100-Conflict-Base"),
        &[
            ("Alice", file("RC100-Conflict-Alice")),
            ("Bob", file("RC100-Conflict-Bob")),
        ],
    );
    assert_eq!(conflict.model.conflicts.len(), 1);
    assert_eq!(conflict.model.amendments.len(), 2);
    assert!(!conflict.needs_a_look());
    let shared = compiled(
        &file("RC004-Before"),
        &[("A", file("RC004-After1")), ("B", file("RC004-After2"))],
    );
    assert!(
        shared
            .model
            .amendments
            .iter()
            .any(|amendment| amendment.supporters == ["A", "B"])
    );
    let notes = compiled(
        &file("RC007-Endnotes-Before"),
        &[("A", file("RC007-Endnotes-After"))],
    );
    assert!(!notes.needs_a_look());
    assert!(
        notes
            .model
            .amendments
            .iter()
            .any(|amendment| amendment.part == "endnote:1")
    );
}
