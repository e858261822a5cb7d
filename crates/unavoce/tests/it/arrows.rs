//! The arrows between the crates never turn round (ARCHITECTURE.md, *Invariants*).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What each crate may use of ours. A crate that isn't listed here may not exist.
const ARROWS: [(&str, &[&str]); 11] = [
    ("group", &[]),
    ("intake", &[]),
    ("redline", &[]),
    ("record", &[]),
    ("pages", &[]),
    ("press", &[]),
    ("models", &["group"]),
    ("store", &["record"]),
    ("office", &["group", "intake", "redline", "record", "store"]),
    ("web", &["group", "office", "pages"]),
    (
        "unavoce",
        &[
            "group", "models", "office", "pages", "press", "record", "redline", "store", "web",
        ],
    ),
];

/// Names of dependencies in all sections of a manifest, development ones included.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
            names.insert(name.to_owned());
        }
    }
    names
}

fn crates_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn no_crate_uses_one_that_it_must_not_know() {
    let allowed: BTreeMap<_, _> = ARROWS.into_iter().collect();
    for entry in fs::read_dir(crates_folder()).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let may = allowed
            .get(name.as_str())
            .unwrap_or_else(|| panic!("{name} has no arrows"));
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        for used in dependencies(&manifest)
            .iter()
            .filter(|d| allowed.contains_key(d.as_str()))
        {
            assert!(may.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}

#[test]
fn pure_crates_have_no_clock_no_randomness_and_no_network() {
    let forbidden = [
        "getrandom",
        "rand",
        "tokio",
        "axum",
        "rusqlite",
        "tempfile",
        "reqwest",
    ];
    for name in ["group", "redline", "record", "pages", "press", "intake"] {
        let manifest = fs::read_to_string(crates_folder().join(name).join("Cargo.toml")).unwrap();
        let shipped = manifest
            .split("[dev-dependencies]")
            .next()
            .unwrap_or_default();
        let used = dependencies(shipped);
        for no in forbidden {
            assert!(!used.contains(no), "{name} must not use {no}");
        }
    }
}
