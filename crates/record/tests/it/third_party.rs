//! A small log that another implementation wrote: roots rebuilt, signatures verified.

use record::{Checkpoint, Frontier, Note, Verifier, leaf_hash};

use crate::shared::path;

const VKEY: &str = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

/// The entries of a bundle: `uint16be(len) || entry`, one after the other.
pub(crate) fn entries(mut bundle: &[u8]) -> Vec<&[u8]> {
    let mut entries = Vec::new();
    while let Some((length, rest)) = bundle.split_first_chunk::<2>() {
        let (entry, rest) = rest.split_at(u16::from_be_bytes(*length).into());
        entries.push(entry);
        bundle = rest;
    }
    entries
}

#[test]
fn roots_are_rebuilt_and_signatures_verify() {
    let Some(log) = path("third-party-log/testdata/log") else {
        return;
    };
    let verifier = Verifier::parse(VKEY).unwrap();
    let bundle = std::fs::read(log.join("tile/entries/000.p/15")).unwrap();
    let entries = entries(&bundle);
    assert_eq!(entries.len(), 15);
    let mut frontier = Frontier::empty();
    for size in 0..=15 {
        let note = std::fs::read(log.join(format!("checkpoint.{size}"))).unwrap();
        let checkpoint = Checkpoint::open(&note, &verifier).unwrap();
        let origin = "example.com/log/testdata".to_owned();
        let rebuilt = Checkpoint {
            origin,
            size,
            root: frontier.root(),
        };
        assert_eq!(checkpoint, rebuilt);
        assert_eq!(Note::parse(&note).unwrap().text(), rebuilt.to_string());
        if let Some(entry) = entries.get(size as usize) {
            frontier.push(leaf_hash(entry));
        }
    }
}
