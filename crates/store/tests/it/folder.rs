//! What only a folder on a disk can show: locks, versions, restored copies, the bytes left behind.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use record::Checkpoint;
use rusqlite::Connection;
use store::{AppendError, FoundError, OpenError, SqliteStore, Store};

use crate::fixture::{
    START, Scribe, batch, blob_id, check_log, draft_key, edit, fill, found, group,
};

fn open(folder: &Path) -> SqliteStore {
    SqliteStore::open(folder).unwrap()
}

fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("data/unavoce.db")).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let to = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &to);
        } else {
            fs::copy(file.path(), to).unwrap();
        }
    }
}

#[test]
fn all_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let group = found(&store, 1);
    fill(&store, &group, "group", 9);
    store
        .put_draft(&group, &edit(&draft_key("", "a"), "kept", None))
        .unwrap();
    store
        .put_blob(&group, &blob_id(1), b"bytes", START)
        .unwrap();
    let head = store.head(&group).unwrap();
    drop(store);
    let store = open(folder.path());
    assert_eq!(store.trouble(Some(&group)), None);
    assert_eq!(store.head(&group).unwrap(), head);
    assert_eq!(
        store
            .draft(&group, &draft_key("", "a"))
            .unwrap()
            .unwrap()
            .value,
        "kept"
    );
    assert_eq!(store.blob(&group, &blob_id(1)).unwrap(), b"bytes");
    fill(&store, &group, "group", 3);
    check_log(&store, &group);
}

#[test]
fn one_process_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let Err(refused) = SqliteStore::open(folder.path()) else {
        panic!("opened twice")
    };
    assert!(matches!(refused, OpenError::Taken(_)));
    assert!(
        refused.to_string().contains("another process is using it"),
        "{refused}"
    );
    drop(store);
    open(folder.path());
}

#[test]
fn a_database_that_is_newer_or_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()));
    database(folder.path())
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let newer = SqliteStore::open(folder.path()).err().unwrap();
    assert!(
        matches!(newer, OpenError::NewerSchema { found: 99, .. }),
        "{newer}"
    );

    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("data")).unwrap();
    database(folder.path())
        .execute_batch("CREATE TABLE notes (a)")
        .unwrap();
    let foreign = SqliteStore::open(folder.path()).err().unwrap();
    assert!(
        matches!(foreign, OpenError::ForeignDatabase(_)),
        "{foreign}"
    );
    fs::write(
        folder.path().join("data/unavoce.db"),
        "a text, no database, long enough ".repeat(99),
    )
    .unwrap();
    assert!(SqliteStore::open(folder.path()).is_err());
}

#[test]
fn acts_and_checkpoints_are_never_changed_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let group = found(&store, 1);
    fill(&store, &group, "group", 2);
    drop(store);
    let db = database(folder.path());
    for sql in [
        "UPDATE entry SET leaf_bytes = x'00' WHERE pos = 1",
        "DELETE FROM entry WHERE pos = 1",
        "UPDATE checkpoint SET log_line = ''",
        "DELETE FROM checkpoint",
    ] {
        let refused = db.execute(sql, []).unwrap_err();
        assert!(refused.to_string().contains("is never"), "{sql}: {refused}");
    }
}

#[test]
fn keys_are_apart_and_private() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let group = found(&store, 1);
    fill(&store, &group, "group", 2);
    let keys = folder.path().join("keys");
    for name in [format!("{group}.key"), format!("{group}.checkpoint")] {
        let mode = fs::metadata(keys.join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    assert_eq!(
        fs::metadata(&keys).unwrap().permissions().mode() & 0o777,
        0o700
    );
    let note = fs::read(keys.join(format!("{group}.checkpoint"))).unwrap();
    let kept = Checkpoint::open(&note, &store.verifier(&group).unwrap()).unwrap();
    assert_eq!(
        kept,
        store.latest_checkpoint(&group).unwrap().unwrap().checkpoint
    );
    // Without its key a group is read and not written.
    drop(store);
    fs::remove_file(keys.join(format!("{group}.key"))).unwrap();
    let store = open(folder.path());
    let entry = Scribe::resume(&store, &group, "group").entry("group");
    let refused = store.append(&group, &batch(2, vec![entry])).unwrap_err();
    assert!(matches!(refused, AppendError::NoKey(_)), "{refused}");
    assert!(store.trouble(Some(&group)).is_some());
    assert_eq!(store.entries(&group, 0, 9).unwrap().len(), 2);
}

#[test]
fn nothing_is_signed_on_a_restored_older_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let store = open(path);
    let group = found(&store, 1);
    fill(&store, &group, "group", 3);
    drop(store);
    copy(&path.join("data"), &path.join("backup"));
    let store = open(path);
    fill(&store, &group, "group", 2);
    drop(store);
    fs::rename(path.join("data"), path.join("newest")).unwrap();
    fs::rename(path.join("backup"), path.join("data")).unwrap();

    let store = open(path);
    let why = store.trouble(Some(&group)).unwrap();
    assert!(
        why.contains("holds 3 acts") && why.contains("signed over 5"),
        "{why}"
    );
    let entry = Scribe::resume(&store, &group, "group").entry("group");
    let refused = store.append(&group, &batch(3, vec![entry])).unwrap_err();
    assert!(matches!(refused, AppendError::RolledBack(_)), "{refused}");
    check_log(&store, &group);
    drop(store);

    // Nor when the older copy has grown beyond it without the keys folder, to another tree.
    let keys = path.join("keys");
    fs::rename(keys.join(format!("{group}.checkpoint")), path.join("kept")).unwrap();
    let store = open(path);
    fill(&store, &group, "text/other", 4);
    drop(store);
    fs::rename(path.join("kept"), keys.join(format!("{group}.checkpoint"))).unwrap();
    let store = open(path);
    let why = store.trouble(Some(&group)).unwrap();
    assert!(why.contains("are not those"), "{why}");
    drop(store);

    // The newest copy goes on.
    fs::remove_dir_all(path.join("data")).unwrap();
    fs::rename(path.join("newest"), path.join("data")).unwrap();
    let store = open(path);
    assert_eq!(store.trouble(Some(&group)), None);
    fill(&store, &group, "group", 1);
    check_log(&store, &group);
}

#[test]
fn an_empty_folder_beside_used_keys_founds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let id = found(&store, 1);
    fill(&store, &id, "group", 1);
    drop(store);
    fs::remove_dir_all(folder.path().join("data")).unwrap();
    let store = open(folder.path());
    assert!(store.trouble(None).is_some());
    let refused = store.found(&group(2), &[2; 32], None).unwrap_err();
    assert!(
        matches!(refused, FoundError::Append(AppendError::RolledBack(_))),
        "{refused}"
    );
}

#[test]
fn erased_bytes_are_gone_from_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let group = found(&store, 1);
    let secret = b"a name that must go, a name that must go";
    store.put_blob(&group, &blob_id(1), secret, START).unwrap();
    let key = draft_key("", "a");
    store
        .put_draft(
            &group,
            &edit(&key, std::str::from_utf8(secret).unwrap(), None),
        )
        .unwrap();
    let anywhere = || {
        let mut folders = vec![folder.path().to_owned()];
        let mut found = Vec::new();
        while let Some(next) = folders.pop() {
            for file in fs::read_dir(next).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if fs::read(&path)
                    .unwrap()
                    .windows(20)
                    .any(|part| part == &secret[..20])
                {
                    found.push(path);
                }
            }
        }
        found
    };
    assert!(anywhere().len() >= 2, "{:?}", anywhere());
    let revision = store.draft(&group, &key).unwrap().unwrap().revision;
    store
        .remove_draft(&group, &store::DraftRef { key, revision })
        .unwrap();
    store.erase_blob(&group, &blob_id(1)).unwrap();
    assert_eq!(anywhere(), Vec::<std::path::PathBuf>::new());
}

#[test]
fn files_that_were_never_confirmed_are_swept() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let group = found(&store, 1);
    store.put_blob(&group, &blob_id(1), b"kept", START).unwrap();
    let files = folder.path().join("data/files").join(group.as_str());
    fs::write(files.join(blob_id(2).as_str()), "no row").unwrap();
    fs::write(files.join(format!("{}.tmp", blob_id(3))), "half").unwrap();
    let sweep = store::Sweep {
        drafts_before: 0,
        blobs_before: START,
        now: START,
    };
    assert_eq!(store.sweep(&group, &sweep).unwrap().blobs, 2);
    assert_eq!(fs::read_dir(files).unwrap().count(), 1);
    assert_eq!(store.blob(&group, &blob_id(1)).unwrap(), b"kept");
}

#[test]
fn a_write_that_breaks_the_keys_folder_ends_writing() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let group = found(&store, 1);
    // A folder in its place: the kept checkpoint cannot be replaced.
    fs::create_dir_all(
        folder
            .path()
            .join("keys")
            .join(format!("{group}.checkpoint/x")),
    )
    .unwrap();
    let appended = fill(&store, &group, "group", 1);
    assert_eq!(appended[0].size, 1, "it was committed and stays confirmed");
    let entry = Scribe::resume(&store, &group, "group").entry("group");
    let refused = store.append(&group, &batch(1, vec![entry])).unwrap_err();
    assert!(refused.to_string().contains("cannot be kept"), "{refused}");
    assert!(store.put_setting(None, "a", "b").is_err());
    assert!(store.trouble(None).is_some());
    check_log(&store, &group);
}
