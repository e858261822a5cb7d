//! Acts to append, without a meaning; ids and salts counted, never drawn.

use std::cell::Cell;
use std::collections::BTreeMap;

use record::{Act, Commitment, Hash, commit, instant_to_text, leaf_hash};
use store::{
    Append, Appended, BlobId, CommandId, DraftEdit, DraftKey, GroupId, GroupRow, NewEntry,
    NewOpening, OpeningValue, Store,
};

/// The first instant of the tests: 2026-11-23T10:00:00Z.
pub(crate) const START: i64 = 1_795_428_000_000;

pub(crate) fn ulid(n: u64) -> String {
    format!("01JTEST{n:019}")
}

pub(crate) fn group(n: u64) -> GroupRow {
    GroupRow {
        id: GroupId::parse(&ulid(n)).unwrap(),
        short_name: format!("practice-{n}"),
        origin: format!("demo.invalid/practice-{n}"),
    }
}

pub(crate) fn command(n: u64) -> CommandId {
    CommandId::parse(&ulid(n)).unwrap()
}

pub(crate) fn blob_id(n: u8) -> BlobId {
    BlobId::from_random([n; 16])
}

/// Founds a group without any act.
pub(crate) fn found(store: &dyn Store, n: u64) -> GroupId {
    let group = group(n);
    assert_eq!(store.found(&group, &[n as u8; 32], None).unwrap(), None);
    group.id
}

/// Makes leaves that follow on what was made before, as the running group does.
#[derive(Default)]
pub(crate) struct Scribe {
    made: Cell<u64>,
    streams: BTreeMap<String, (u64, Hash)>,
}

impl Scribe {
    /// A scribe that goes on where the store's log ends, for one stream.
    pub(crate) fn resume(store: &dyn Store, group: &GroupId, stream: &str) -> Self {
        let mut scribe = Scribe::default();
        scribe.made.set(store.head(group).unwrap().size);
        if let Some(head) = store.stream_head(group, stream).unwrap() {
            scribe
                .streams
                .insert(stream.to_owned(), (head.seq + 1, head.leaf_hash));
        }
        scribe
    }

    pub(crate) fn act(&mut self, stream: &str) -> Act {
        let (seq, prev) = self.streams.get(stream).copied().unwrap_or((0, Hash::ZERO));
        let made = self.made.get();
        self.made.set(made + 1);
        Act {
            id: ulid(made),
            stream: stream.to_owned(),
            seq,
            prev,
            time: instant_to_text(START + made as i64).unwrap(),
            kind: "thing.happened".to_owned(),
            org: "-".to_owned(),
            commits: Vec::new(),
            nonce: [made as u8; 32],
            sig: None,
        }
    }

    /// Writes the act with these fields opened, and counts it as the last of its stream.
    pub(crate) fn seal(&mut self, mut act: Act, fields: &[(&str, &[u8])]) -> NewEntry {
        let salt = [act.seq as u8 ^ 0x5a; 32];
        let mut openings = Vec::new();
        for (field, value) in fields {
            let hash = commit(field, &salt, value).unwrap();
            act.commits.push(Commitment {
                field: (*field).to_owned(),
                hash,
            });
            let value = OpeningValue::Bytes(value.to_vec());
            openings.push(NewOpening {
                field: (*field).to_owned(),
                salt,
                value,
            });
        }
        let leaf = act.to_bytes().unwrap();
        self.streams
            .insert(act.stream, (act.seq + 1, leaf_hash(&leaf)));
        NewEntry { leaf, openings }
    }

    pub(crate) fn entry(&mut self, stream: &str) -> NewEntry {
        let act = self.act(stream);
        self.seal(act, &[("body", b"{\"rules\":1}")])
    }
}

pub(crate) fn batch(expected_size: u64, entries: Vec<NewEntry>) -> Append {
    Append {
        expected_size,
        entries,
        ..Append::default()
    }
}

/// Appends `count` acts of one stream, one batch each.
pub(crate) fn fill(store: &dyn Store, group: &GroupId, stream: &str, count: u64) -> Vec<Appended> {
    let mut scribe = Scribe::resume(store, group, stream);
    let mut append = |_| {
        let size = store.head(group).unwrap().size;
        store
            .append(group, &batch(size, vec![scribe.entry(stream)]))
            .unwrap()
    };
    (0..count).map(&mut append).collect()
}

pub(crate) fn draft_key(seat: &str, place: &str) -> DraftKey {
    DraftKey {
        organisation: "iom".to_owned(),
        seat: seat.to_owned(),
        place: place.to_owned(),
    }
}

pub(crate) fn edit(key: &DraftKey, value: &str, expected: Option<u64>) -> DraftEdit {
    let value = value.to_owned();
    DraftEdit {
        key: key.clone(),
        value,
        files: Vec::new(),
        expected,
        now: START,
    }
}

/// All that the record promises of a group's log, checked from its entries alone.
pub(crate) fn check_log(store: &dyn Store, group: &GroupId) {
    let head = store.head(group).unwrap();
    let verifier = store.verifier(group).unwrap();
    let mut frontier = record::Frontier::empty();
    let mut streams: BTreeMap<String, (u64, Hash)> = BTreeMap::new();
    let mut entries = Vec::new();
    while (entries.len() as u64) < head.size {
        let more = store.entries(group, entries.len() as u64, 100).unwrap();
        assert!(!more.is_empty(), "positions are dense");
        entries.extend(more);
    }
    for (position, entry) in entries.iter().enumerate() {
        assert_eq!(entry.position, position as u64);
        assert_eq!(entry.leaf_hash, leaf_hash(&entry.leaf));
        let act = Act::parse(&entry.leaf).unwrap();
        let next = streams.entry(act.stream.clone()).or_insert((0, Hash::ZERO));
        assert_eq!((act.seq, act.prev), *next);
        *next = (act.seq + 1, entry.leaf_hash);
        frontier.push(entry.leaf_hash);
        let receipt = store.receipt(group, entry.position).unwrap();
        receipt.verify(&entry.leaf_hash, &verifier).unwrap();
    }
    assert_eq!((head.size, head.root), (frontier.size(), frontier.root()));
    let latest = store
        .latest_checkpoint(group)
        .unwrap()
        .map(|latest| latest.checkpoint.root);
    assert_eq!(latest, (head.size > 0).then_some(head.root));
}
