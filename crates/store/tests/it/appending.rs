//! Conformance: the log.

use record::{Act, ActError, Commitment, Receipt, commit, leaf_hash, verify_consistency};
use store::{
    Append, AppendError, FoundError, NewOpening, OpeningValue, ReadError, SignedCheckpoint, Store,
};

use crate::fixture::{START, Scribe, batch, blob_id, check_log, command, fill, found, group, ulid};

pub(crate) fn appends_and_reads_back(store: &dyn Store) {
    let group = found(store, 1);
    let empty = store.head(&group).unwrap();
    assert_eq!(
        (empty.size, empty.root, empty.last_time),
        (0, record::empty_root(), None)
    );
    assert_eq!(store.latest_checkpoint(&group).unwrap(), None);
    assert_eq!(store.entries(&group, 0, 10).unwrap(), []);

    let mut scribe = Scribe::default();
    let entries = vec![
        scribe.entry("group"),
        scribe.entry("text/a"),
        scribe.entry("group"),
    ];
    let appended = store.append(&group, &batch(0, entries.clone())).unwrap();
    assert_eq!((appended.first, appended.size), (0, 3));
    let read = store.entries(&group, 1, 10).unwrap();
    assert_eq!(read.len(), 2);
    for (entry, new) in read.iter().zip(&entries[1..]) {
        assert_eq!((&entry.leaf, entry.openings.len()), (&new.leaf, 1));
        assert_eq!(entry.leaf_hash, leaf_hash(&new.leaf));
        assert_eq!(entry.openings[0].value, new.openings[0].value);
        assert_eq!(entry.openings[0].salt, new.openings[0].salt);
    }
    assert_eq!(store.entry(&group, 2).unwrap(), read[1]);
    assert!(matches!(
        store.entry(&group, 3),
        Err(ReadError::OutOfRange {
            position: 3,
            size: 3
        })
    ));
    let head = store.head(&group).unwrap();
    assert_eq!(
        (head.root, head.last_time),
        (appended.checkpoint.checkpoint.root, Some(START + 2))
    );
    let stream = store.stream_head(&group, "group").unwrap().unwrap();
    assert_eq!((stream.seq, stream.leaf_hash), (1, read[1].leaf_hash));
    assert_eq!(store.stream_head(&group, "text/b").unwrap(), None);
    // One checkpoint for the batch, and the receipt of each act leads to it.
    let SignedCheckpoint { checkpoint, .. } = store.checkpoint_over(&group, 1).unwrap().unwrap();
    assert_eq!(checkpoint, appended.checkpoint.checkpoint);
    let receipt = store.receipt(&group, 1).unwrap();
    assert_eq!(Receipt::parse(&receipt.to_string()).unwrap(), receipt);
    check_log(store, &group);
}

pub(crate) fn a_founding_is_whole_or_not_at_all(store: &dyn Store) {
    let row = group(1);
    let mut scribe = Scribe::default();
    let stale = batch(7, vec![scribe.entry("group")]);
    let refused = store.found(&row, &[1; 32], Some(&stale));
    assert!(matches!(
        refused,
        Err(FoundError::Append(AppendError::Stale { size: 0 }))
    ));
    assert_eq!(store.groups().unwrap(), []);
    assert!(matches!(store.head(&row.id), Err(ReadError::NoGroup)));
    // The same group can be founded after that, with another key.
    let first = Append {
        expected_size: 0,
        ..stale
    };
    let appended = store.found(&row, &[2; 32], Some(&first)).unwrap().unwrap();
    assert_eq!(appended.size, 1);
    assert_eq!(store.groups().unwrap(), std::slice::from_ref(&row));
    let key = record::LogKey::from_seed(&row.origin, &[2; 32]).unwrap();
    assert_eq!(&store.verifier(&row.id).unwrap(), key.verifier());
    fill(store, &row.id, "group", 2);
    check_log(store, &row.id);
}

pub(crate) fn names_are_taken_once(store: &dyn Store) {
    found(store, 1);
    let mut same_name = group(2);
    same_name.short_name = group(1).short_name;
    let refused = store.found(&same_name, &[2; 32], None);
    assert!(
        matches!(refused, Err(FoundError::NameTaken(_))),
        "{refused:?}"
    );
    let mut same_log = group(2);
    same_log.origin = group(1).origin;
    assert!(matches!(
        store.found(&same_log, &[2; 32], None),
        Err(FoundError::OriginTaken(_))
    ));
    let mut spaced = group(2);
    spaced.origin = "two words".to_owned();
    assert!(matches!(
        store.found(&spaced, &[2; 32], None),
        Err(FoundError::Key(_))
    ));
    assert_eq!(store.groups().unwrap(), [group(1)]);
}

pub(crate) fn groups_are_apart(store: &dyn Store) {
    let (one, two) = (found(store, 1), found(store, 2));
    fill(store, &one, "group", 5);
    fill(store, &two, "group", 3);
    fill(store, &one, "text/a", 1);
    assert_eq!(
        (
            store.head(&one).unwrap().size,
            store.head(&two).unwrap().size
        ),
        (6, 3)
    );
    assert_eq!(store.stream_head(&two, "text/a").unwrap(), None);
    check_log(store, &one);
    check_log(store, &two);
    let nobody = group(3).id;
    assert!(matches!(store.head(&nobody), Err(ReadError::NoGroup)));
    let append = store.append(&nobody, &batch(0, vec![Scribe::default().entry("group")]));
    assert!(append.is_err());
}

pub(crate) fn a_stale_batch_is_refused(store: &dyn Store) {
    let group = found(store, 1);
    fill(store, &group, "group", 2);
    let mut scribe = Scribe::resume(store, &group, "text/a");
    let entry = scribe.entry("text/a");
    for expected in [0, 1, 3, u64::MAX] {
        let refused = store.append(&group, &batch(expected, vec![entry.clone()]));
        assert!(
            matches!(refused, Err(AppendError::Stale { size: 2 })),
            "{refused:?}"
        );
    }
    assert!(store.append(&group, &batch(2, vec![entry])).is_ok());
    assert!(matches!(
        store.append(&group, &batch(3, vec![])),
        Err(AppendError::Empty)
    ));
}

pub(crate) fn a_command_is_done_once(store: &dyn Store) {
    let group = found(store, 1);
    fill(store, &group, "group", 1);
    let mut scribe = Scribe::resume(store, &group, "text/a");
    let entries = vec![scribe.entry("text/a"), scribe.entry("text/a")];
    let first = Append {
        command: Some(command(7)),
        ..batch(1, entries)
    };
    assert_eq!(store.command(&group, &command(7)).unwrap(), None);
    store.append(&group, &first).unwrap();
    assert_eq!(
        store.command(&group, &command(7)).unwrap(),
        Some(vec![1, 2])
    );
    // Sent again as it was, and sent again after being decided anew.
    let anew = Append {
        expected_size: 3,
        entries: vec![scribe.entry("text/a")],
        ..first.clone()
    };
    for again in [first, anew] {
        match store.append(&group, &again) {
            Err(AppendError::AlreadyDone { positions }) => assert_eq!(positions, [1, 2]),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(store.head(&group).unwrap().size, 3);
    // The same id in another group is another command.
    let other = found(store, 2);
    let batch = Append {
        command: Some(command(7)),
        ..batch(0, vec![Scribe::default().entry("group")])
    };
    assert!(store.append(&other, &batch).is_ok());
}

pub(crate) fn acts_follow_on_their_streams(store: &dyn Store) {
    let group = found(store, 1);
    fill(store, &group, "text/a", 2);
    let scribe = || Scribe::resume(store, &group, "text/a");
    let check = |change: &dyn Fn(&mut Act)| {
        let mut scribe = scribe();
        let mut act = scribe.act("text/a");
        change(&mut act);
        let append = batch(2, vec![scribe.seal(act, &[])]);
        store.append(&group, &append).unwrap_err()
    };
    // Twice the same (stream, seq), a gap, another past, a new stream that does not begin.
    let chain = |error| {
        assert!(
            matches!(error, AppendError::OutOfChain { index: 0 }),
            "{error:?}"
        )
    };
    chain(check(&|act| act.seq = 1));
    chain(check(&|act| act.seq = 3));
    chain(check(&|act| act.prev = record::Hash::from_bytes([1; 32])));
    chain(check(&|act| act.stream = "text/b".to_owned()));
    // Time does not run backwards, but two acts may share an instant.
    let early = check(&|act| act.time = record::instant_to_text(START).unwrap());
    assert!(
        matches!(early, AppendError::Backwards { index: 0 }),
        "{early:?}"
    );
    let mut scribe = scribe();
    let mut act = scribe.act("text/a");
    act.time = record::instant_to_text(START + 1).unwrap();
    let first = scribe.seal(act, &[]);
    let twice = batch(2, vec![first.clone(), first.clone()]);
    assert!(matches!(
        store.append(&group, &twice),
        Err(AppendError::OutOfChain { index: 1 })
    ));
    store.append(&group, &batch(2, vec![first])).unwrap();
    check_log(store, &group);
}

pub(crate) fn what_cannot_be_checked_is_refused(store: &dyn Store) {
    let group = found(store, 1);
    let good = Scribe::default().entry("group");
    let mut other_value = good.clone();
    other_value.openings[0].value = OpeningValue::Bytes(b"{\"rules\":2}".to_vec());
    let mut other_salt = good.clone();
    other_salt.openings[0].salt[0] ^= 1;
    let mut other_field = good.clone();
    other_field.openings[0].field = "restricted".to_owned();
    for entry in [other_value, other_salt, other_field] {
        let refused = store.append(&group, &batch(0, vec![entry]));
        assert!(
            matches!(refused, Err(AppendError::Uncommitted { index: 0, .. })),
            "{refused:?}"
        );
    }
    let mut broken = good.clone();
    broken.leaf.push(b'\n');
    match store.append(&group, &batch(0, vec![good.clone(), broken])) {
        Err(AppendError::Leaf {
            index: 1,
            source: ActError::NotCanonical | ActError::Line { .. },
        }) => {}
        other => panic!("{other:?}"),
    }
    store.append(&group, &batch(0, vec![good])).unwrap();
}

pub(crate) fn proofs_hold_at_every_size(store: &dyn Store) {
    let group = found(store, 1);
    let appended = fill(store, &group, "group", 20);
    let roots: Vec<_> = appended
        .iter()
        .map(|appended| appended.checkpoint.checkpoint.root)
        .collect();
    for size in 1..=20u64 {
        let root = roots[size as usize - 1];
        assert_eq!(store.root(&group, size).unwrap(), root);
        for old in 1..=size {
            let path = store.consistency(&group, old, size).unwrap();
            let before = &roots[old as usize - 1];
            assert_eq!(verify_consistency(old, size, &path, before, &root), Ok(()));
        }
    }
    assert!(store.inclusion(&group, 0, 21).is_err());
    assert!(store.inclusion(&group, 20, 20).is_err());
    assert!(store.receipt(&group, 20).is_err() && store.receipt(&group, u64::MAX).is_err());
    check_log(store, &group);
}

pub(crate) fn files_of_acts(store: &dyn Store) {
    let group = found(store, 1);
    let (bytes, salt) = (b"a Word file".as_slice(), [3; 32]);
    let mut scribe = Scribe::default();
    let mut act = scribe.act("group");
    act.commits.push(Commitment {
        field: "file".to_owned(),
        hash: commit("file", &salt, bytes).unwrap(),
    });
    let mut entry = scribe.seal(act, &[]);
    let value = OpeningValue::Blob(blob_id(1));
    entry.openings.push(NewOpening {
        field: "file".to_owned(),
        salt,
        value: value.clone(),
    });
    let append = batch(0, vec![entry]);
    let refused = store.append(&group, &append);
    assert!(
        matches!(refused, Err(AppendError::NoBlob(_))),
        "{refused:?}"
    );
    store.put_blob(&group, &blob_id(1), bytes, START).unwrap();
    assert!(
        store
            .put_blob(&group, &blob_id(1), b"other", START)
            .is_err()
    );
    store.append(&group, &append).unwrap();
    assert_eq!(store.entry(&group, 0).unwrap().openings[0].value, value);
    assert_eq!(store.blob(&group, &blob_id(1)).unwrap(), bytes);
    // Another group does not reach it.
    let other = found(store, 2);
    assert!(store.blob(&other, &blob_id(1)).is_err());
    // Erased, twice: the file and its salt are gone, and the record still verifies.
    store.erase_blob(&group, &blob_id(1)).unwrap();
    store.erase_blob(&group, &blob_id(1)).unwrap();
    assert!(store.blob(&group, &blob_id(1)).is_err());
    assert_eq!(store.entry(&group, 0).unwrap().openings, []);
    check_log(store, &group);
}

pub(crate) fn messages_wait_until_they_are_sent(store: &dyn Store) {
    let group = found(store, 1);
    let mut scribe = Scribe::default();
    let mut append = batch(0, vec![scribe.entry("group")]);
    append.outbox = vec!["one".to_owned(), "two".to_owned()];
    store.append(&group, &append).unwrap();
    let waiting = store.outbox(&group, 10).unwrap();
    assert_eq!(
        waiting
            .iter()
            .map(|m| m.message.as_str())
            .collect::<Vec<_>>(),
        ["one", "two"]
    );
    store.outbox_sent(&group, waiting[1].id).unwrap();
    append = batch(1, vec![scribe.entry("group")]);
    append.outbox = vec!["three".to_owned()];
    store.append(&group, &append).unwrap();
    let waiting = store.outbox(&group, 10).unwrap();
    assert_eq!(
        (waiting[0].message.as_str(), waiting[0].position),
        ("one", 0)
    );
    assert_eq!(
        (waiting[1].message.as_str(), waiting[1].position),
        ("three", 1)
    );
}

pub(crate) fn nothing_of_a_refused_batch_stays(store: &dyn Store) {
    let group = found(store, 1);
    let mut scribe = Scribe::default();
    let good = scribe.entry("group");
    let mut without_file = scribe.entry("group");
    let missing = OpeningValue::Blob(blob_id(9));
    without_file.openings = vec![NewOpening {
        field: "body".to_owned(),
        salt: [0; 32],
        value: missing,
    }];
    let mut append = batch(0, vec![good.clone(), without_file]);
    append.command = Some(command(1));
    append.outbox = vec![ulid(1)];
    assert!(store.append(&group, &append).is_err());
    assert_eq!(store.head(&group).unwrap().size, 0);
    assert_eq!(store.entries(&group, 0, 9).unwrap(), []);
    assert_eq!(store.command(&group, &command(1)).unwrap(), None);
    assert_eq!(store.outbox(&group, 9).unwrap(), []);
    append.entries = vec![good];
    assert_eq!(store.append(&group, &append).unwrap().size, 1);
    check_log(store, &group);
}
