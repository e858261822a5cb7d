//! Removing what has grown old: drafts, files without an act or a draft, sessions, links.

use std::fs;
use std::sync::PoisonError;

use rusqlite::{Transaction, params};

use super::SqliteStore;
use super::blobs::remove_file;
use super::folder::remove;
use super::pool::Failure;
use crate::error::{ReadError, WriteError};
use crate::ids::{BlobId, GroupId};
use crate::port::Store as _;
use crate::rows::{Sweep, Swept};

pub(super) fn sweep(
    store: &SqliteStore,
    group: &GroupId,
    sweep: &Sweep,
) -> Result<Swept, WriteError> {
    // Nobody puts a file meanwhile: what has no row now was never confirmed.
    let _alone = store.files.write().unwrap_or_else(PoisonError::into_inner);
    let mut swept = store.pool.write(|tx| sweep_rows(store, tx, group, sweep))?;
    // In a restored older copy the files without rows are those that the newest copy needs.
    if store.trouble(Some(group)).is_none() {
        swept.blobs += remove_unknown(store, group)?;
    }
    if swept.drafts + swept.blobs > 0 {
        store.pool.truncate_wal()?;
    }
    Ok(swept)
}

fn sweep_rows(
    store: &SqliteStore,
    tx: &Transaction<'_>,
    group: &GroupId,
    sweep: &Sweep,
) -> Result<Swept, Failure<WriteError>> {
    let id = group.as_str();
    let delete = |sql: &str, before: i64| tx.execute(sql, params![id, before]).map(|n| n as u64);
    let drafts = delete(
        "DELETE FROM draft WHERE group_id = ?1 AND updated < ?2",
        sweep.drafts_before,
    )?;
    let sessions = delete(
        "DELETE FROM session WHERE group_id = ?1 AND expires <= ?2",
        sweep.now,
    )?;
    // Links of the server itself belong to no group and go with any.
    let links = delete(
        "DELETE FROM link WHERE group_id IN (?1, '') AND expires <= ?2",
        sweep.now,
    )?;
    let sql = "DELETE FROM blob WHERE group_id = ?1 AND put < ?2
               AND NOT EXISTS (SELECT 1 FROM opening AS o
                               WHERE o.group_id = blob.group_id AND o.blob = blob.id)
               AND NOT EXISTS (SELECT 1 FROM draft_file AS d
                               WHERE d.group_id = blob.group_id AND d.blob = blob.id)
               RETURNING id";
    let mut statement = tx.prepare(sql)?;
    let ids = statement.query_map(params![id, sweep.blobs_before], |row| row.get(0))?;
    let ids = ids.collect::<Result<Vec<String>, _>>()?;
    for id in &ids {
        let damaged = |_| Failure::Reason(ReadError::Damaged("the id of a file").into());
        let id = BlobId::parse(id).map_err(damaged)?;
        // Before the commit, so that a crash between leaves the row for the next sweep.
        remove_file(store, group, &id).map_err(|error| Failure::Reason(not_removed(&error)))?;
    }
    Ok(Swept {
        drafts,
        blobs: ids.len() as u64,
        sessions,
        links,
    })
}

/// Removes files that were written and never confirmed, because the process ended in between.
fn remove_unknown(store: &SqliteStore, group: &GroupId) -> Result<u64, WriteError> {
    let Ok(files) = fs::read_dir(store.folder.files(group)) else {
        return Ok(0);
    };
    let mut removed = 0;
    for file in files.flatten() {
        let id = file
            .file_name()
            .to_str()
            .and_then(|name| BlobId::parse(name).ok());
        let known = match id {
            Some(id) => store
                .pool
                .read(|db| Ok(super::blobs::is_put(db, group, &id)?))?,
            None => false,
        };
        if !known {
            remove(&file.path()).map_err(|error| not_removed(&error))?;
            removed += 1;
        }
    }
    Ok(removed)
}

fn not_removed(error: &std::io::Error) -> WriteError {
    WriteError::Database(format!("a file could not be removed: {error}"))
}
