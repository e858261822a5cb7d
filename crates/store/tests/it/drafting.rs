//! Conformance: drafts and their files.

use store::{Append, Draft, DraftError, DraftKey, DraftRef, Store, Sweep};

use crate::fixture::{START, Scribe, batch, blob_id, draft_key, edit, found};

fn current(error: DraftError) -> Option<Draft> {
    match error {
        DraftError::Conflict { current } => current.map(|draft| *draft),
        other => panic!("{other:?}"),
    }
}

fn nothing(now: i64) -> Sweep {
    Sweep {
        drafts_before: i64::MIN,
        blobs_before: i64::MIN,
        now,
    }
}

pub(crate) fn two_people_never_overwrite_each_other(store: &dyn Store) {
    let group = found(store, 1);
    let key = draft_key("", "return/a");
    let first = store.put_draft(&group, &edit(&key, "first", None)).unwrap();
    // A second who also began with nothing, and one who never saw the first's save.
    let seen = current(
        store
            .put_draft(&group, &edit(&key, "mine", None))
            .unwrap_err(),
    )
    .unwrap();
    assert_eq!((seen.value.as_str(), seen.revision), ("first", first));
    let second = store
        .put_draft(&group, &edit(&key, "second", Some(first)))
        .unwrap();
    let seen = current(
        store
            .put_draft(&group, &edit(&key, "x", Some(first)))
            .unwrap_err(),
    );
    assert_eq!(seen.unwrap().value, "second");
    // Nor is it removed by one who has not seen it.
    let old = DraftRef {
        key: key.clone(),
        revision: first,
    };
    assert!(store.remove_draft(&group, &old).is_err());
    assert_eq!(store.draft(&group, &key).unwrap().unwrap().value, "second");
    store
        .remove_draft(
            &group,
            &DraftRef {
                key: key.clone(),
                revision: second,
            },
        )
        .unwrap();
    assert_eq!(store.draft(&group, &key).unwrap(), None);
    // An edit of a draft that is gone is a conflict with nothing.
    assert_eq!(
        current(
            store
                .put_draft(&group, &edit(&key, "x", Some(second)))
                .unwrap_err()
        ),
        None
    );
}

pub(crate) fn a_draft_begun_anew_is_another(store: &dyn Store) {
    let group = found(store, 1);
    let key = draft_key("", "return/a");
    let old = store.put_draft(&group, &edit(&key, "old", None)).unwrap();
    store
        .remove_draft(
            &group,
            &DraftRef {
                key: key.clone(),
                revision: old,
            },
        )
        .unwrap();
    let new = store.put_draft(&group, &edit(&key, "new", None)).unwrap();
    assert_ne!(old, new);
    assert!(
        store
            .put_draft(&group, &edit(&key, "late", Some(old)))
            .is_err()
    );
}

pub(crate) fn drafts_are_listed_by_place(store: &dyn Store) {
    let (group, other) = (found(store, 1), found(store, 2));
    let keys = [
        draft_key("s2", "return/a"),
        draft_key("s1", "return/a"),
        draft_key("", "return/b"),
    ];
    for key in &keys {
        store.put_draft(&group, &edit(key, "x", None)).unwrap();
    }
    let elsewhere = DraftKey {
        organisation: "unhcr".to_owned(),
        ..keys[0].clone()
    };
    store
        .put_draft(&group, &edit(&elsewhere, "x", None))
        .unwrap();
    store
        .put_draft(&group, &edit(&draft_key("", "answer/a"), "x", None))
        .unwrap();
    let check = |prefix: &str, expect: &[&DraftKey]| {
        let drafts = store.drafts(&group, "iom", prefix).unwrap();
        assert_eq!(
            drafts.iter().map(|draft| &draft.key).collect::<Vec<_>>(),
            expect,
            "{prefix}"
        );
    };
    check("return/", &[&keys[1], &keys[0], &keys[2]]);
    check("return/b", &[&keys[2]]);
    check("return/%", &[]);
    check("return/_", &[]);
    assert_eq!(store.drafts(&group, "iom", "").unwrap().len(), 4);
    assert_eq!(store.drafts(&other, "iom", "").unwrap(), []);
}

pub(crate) fn an_append_takes_the_draft_that_it_used(store: &dyn Store) {
    let group = found(store, 1);
    let (used, edited) = (draft_key("", "return/a"), draft_key("", "return/b"));
    let used_revision = store.put_draft(&group, &edit(&used, "sent", None)).unwrap();
    let seen = store
        .put_draft(&group, &edit(&edited, "sent too", None))
        .unwrap();
    store
        .put_draft(&group, &edit(&edited, "more", Some(seen)))
        .unwrap();
    let mut scribe = Scribe::default();
    let drafts = vec![
        DraftRef {
            key: used.clone(),
            revision: used_revision,
        },
        DraftRef {
            key: edited.clone(),
            revision: seen,
        },
    ];
    let append = Append {
        drafts,
        ..batch(0, vec![scribe.entry("group")])
    };
    store.append(&group, &append).unwrap();
    assert_eq!(store.draft(&group, &used).unwrap(), None);
    assert_eq!(store.draft(&group, &edited).unwrap().unwrap().value, "more");
}

pub(crate) fn files_stay_with_their_draft(store: &dyn Store) {
    let group = found(store, 1);
    let key = draft_key("", "return/a");
    let with = |files: &[u8], expected| {
        let files = files.iter().map(|n| blob_id(*n)).collect();
        store::DraftEdit {
            files,
            ..edit(&key, "x", expected)
        }
    };
    assert!(matches!(
        store.put_draft(&group, &with(&[1], None)),
        Err(DraftError::NoBlob(_))
    ));
    assert_eq!(store.draft(&group, &key).unwrap(), None);
    for n in 1..=3 {
        store
            .put_blob(&group, &blob_id(n), &[n; 10], START)
            .unwrap();
    }
    let first = store.put_draft(&group, &with(&[2, 1], None)).unwrap();
    let files = store.draft(&group, &key).unwrap().unwrap().files;
    assert_eq!(files, [blob_id(2), blob_id(1)]);
    store
        .put_draft(&group, &with(&[3, 2], Some(first)))
        .unwrap();
    // File 1 is in no draft any more.
    let old = Sweep {
        blobs_before: START + 1,
        ..nothing(START)
    };
    assert_eq!(store.sweep(&group, &old).unwrap().blobs, 1);
    assert!(store.blob(&group, &blob_id(1)).is_err());
    assert_eq!(store.blob(&group, &blob_id(3)).unwrap(), [3; 10]);
    // An erased file leaves the draft.
    store.erase_blob(&group, &blob_id(3)).unwrap();
    assert_eq!(
        store.draft(&group, &key).unwrap().unwrap().files,
        [blob_id(2)]
    );
}

pub(crate) fn old_drafts_and_files_are_swept(store: &dyn Store) {
    let group = found(store, 1);
    let (old, new) = (draft_key("", "a"), draft_key("", "b"));
    store
        .put_blob(&group, &blob_id(1), b"in a draft", START)
        .unwrap();
    let mut edited = edit(&old, "x", None);
    edited.files = vec![blob_id(1)];
    store.put_draft(&group, &edited).unwrap();
    edited = edit(&new, "x", None);
    edited.now = START + 10;
    store.put_draft(&group, &edited).unwrap();
    store
        .put_blob(&group, &blob_id(2), b"just uploaded", START + 10)
        .unwrap();
    assert_eq!(
        store.sweep(&group, &nothing(START)).unwrap(),
        store::Swept::default()
    );
    let sweep = Sweep {
        drafts_before: START + 5,
        blobs_before: START + 5,
        now: START,
    };
    let swept = store.sweep(&group, &sweep).unwrap();
    assert_eq!((swept.drafts, swept.blobs), (1, 1));
    assert_eq!(store.draft(&group, &old).unwrap(), None);
    assert!(store.draft(&group, &new).unwrap().is_some());
    assert!(store.blob(&group, &blob_id(1)).is_err());
    assert!(store.blob(&group, &blob_id(2)).is_ok());
}
