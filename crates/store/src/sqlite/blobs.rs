//! Files, under random ids: the row says that a file is whole and on the disk.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::sync::PoisonError;

use rusqlite::{Connection, params};

use super::SqliteStore;
use super::folder::{remove, write_whole};
use super::log::signed;
use super::pool::Failure;
use crate::error::{BlobError, WriteError};
use crate::ids::{BlobId, GroupId};

pub(super) fn put(
    store: &SqliteStore,
    group: &GroupId,
    id: &BlobId,
    bytes: &[u8],
    now: i64,
) -> Result<(), BlobError> {
    if let Some(why) = store.pool.stopped() {
        return Err(WriteError::Stopped(why).into());
    }
    let _shared = store.files.read().unwrap_or_else(PoisonError::into_inner);
    let path = store.folder.file(group, id);
    if path.exists() {
        return Err(BlobError::Taken(id.clone()));
    }
    write_whole(&path, bytes).map_err(|error| not_written(store, id, &error))?;
    let row = store.pool.write(|tx| {
        let values = params![group.as_str(), id.as_str(), signed(bytes.len() as u64), now];
        tx.execute("INSERT INTO blob VALUES (?1, ?2, ?3, ?4)", values)?;
        Ok::<_, Failure<BlobError>>(())
    });
    if row.is_err() {
        // Nobody was told of the file; what stays behind here, a sweep finds.
        let _ = remove(&path);
    }
    row
}

pub(super) fn get(store: &SqliteStore, group: &GroupId, id: &BlobId) -> Result<Vec<u8>, BlobError> {
    let known = store.pool.read(|db| Ok(is_put(db, group, id)?));
    if !known.map_err(WriteError::Read)? {
        return Err(BlobError::Missing(id.clone()));
    }
    fs::read(store.folder.file(group, id)).map_err(|error| match error.kind() {
        ErrorKind::NotFound => BlobError::Missing(id.clone()),
        _ => BlobError::File {
            id: id.clone(),
            reason: error.to_string(),
        },
    })
}

pub(super) fn erase(store: &SqliteStore, group: &GroupId, id: &BlobId) -> Result<(), BlobError> {
    store.pool.write(|tx| {
        let values = [group.as_str(), id.as_str()];
        tx.execute(
            "DELETE FROM opening WHERE group_id = ?1 AND blob = ?2",
            values,
        )?;
        tx.execute(
            "DELETE FROM draft_file WHERE group_id = ?1 AND blob = ?2",
            values,
        )?;
        tx.execute("DELETE FROM blob WHERE group_id = ?1 AND id = ?2", values)?;
        // Before the commit: after a crash between, the rows still lead to a second attempt.
        remove_file(store, group, id).map_err(|error| {
            Failure::Reason(BlobError::File {
                id: id.clone(),
                reason: error.to_string(),
            })
        })
    })?;
    Ok(store.pool.truncate_wal()?)
}

/// Removes the bytes of a file for good.
pub(super) fn remove_file(store: &SqliteStore, group: &GroupId, id: &BlobId) -> io::Result<()> {
    remove(&store.folder.file(group, id))?;
    match File::open(store.folder.files(group)) {
        Ok(folder) => folder.sync_all(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

pub(super) fn is_put(db: &Connection, group: &GroupId, id: &BlobId) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM blob WHERE group_id = ?1 AND id = ?2)";
    db.prepare_cached(sql)?
        .query_row([group.as_str(), id.as_str()], |row| row.get(0))
}

/// A full disk concerns this file alone: nothing of it was confirmed, and its bytes are removed
/// again. Other errors of the disk end all writing.
fn not_written(store: &SqliteStore, id: &BlobId, error: &io::Error) -> BlobError {
    const EIO: i32 = 5;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => BlobError::NoSpace,
        _ => {
            if error.raw_os_error() == Some(EIO) {
                store
                    .pool
                    .stop(format!("the disk reported an error ({error})"));
            }
            BlobError::File {
                id: id.clone(),
                reason: error.to_string(),
            }
        }
    }
}
