//! Drafts. Each save names the revision that was edited, so that of two people neither overwrites
//! the other unseen.

use rusqlite::{Connection, Row, Transaction, params};

use super::SqliteStore;
use super::blobs::is_put;
use super::log::{signed, unsigned};
use super::pool::Failure;
use crate::error::{DraftError, ReadError, WriteError};
use crate::ids::{BlobId, GroupId};
use crate::rows::{Draft, DraftEdit, DraftKey, DraftRef};

type Outcome<T> = Result<T, Failure<DraftError>>;

pub(super) fn put(
    store: &SqliteStore,
    group: &GroupId,
    edit: &DraftEdit,
) -> Result<u64, DraftError> {
    store.pool.write(|tx| {
        check_revision(tx, group, &edit.key, edit.expected)?;
        let revision = next_number(tx, group, "draft")?;
        let sql = "INSERT INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                   ON CONFLICT DO UPDATE
                   SET value = excluded.value, revision = excluded.revision,
                       updated = excluded.updated";
        let DraftKey {
            organisation,
            seat,
            place,
        } = &edit.key;
        let values = params![
            group.as_str(),
            organisation,
            place,
            seat,
            edit.value,
            revision,
            edit.now
        ];
        tx.prepare_cached(sql)?.execute(values)?;
        put_files(tx, group, edit)?;
        unsigned(revision).map_err(read)
    })
}

pub(super) fn list(
    db: &Connection,
    group: &GroupId,
    organisation: &str,
    prefix: &str,
) -> Result<Vec<Draft>, ReadError> {
    let sql = "SELECT organisation, place, seat, value, revision, updated FROM draft
               WHERE group_id = ?1 AND organisation = ?2 AND substr(place, 1, length(?3)) = ?3
               ORDER BY place, seat";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([group.as_str(), organisation, prefix])?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        drafts.push(draft(db, group, row)?);
    }
    Ok(drafts)
}

pub(super) fn remove(
    store: &SqliteStore,
    group: &GroupId,
    draft: &DraftRef,
) -> Result<(), DraftError> {
    store.pool.write(|tx| {
        check_revision(tx, group, &draft.key, Some(draft.revision))?;
        delete(tx, group, draft)?;
        Ok(())
    })
}

/// Deletes a draft in this revision; a later one stays.
pub(super) fn delete(db: &Connection, group: &GroupId, draft: &DraftRef) -> rusqlite::Result<()> {
    let sql = "DELETE FROM draft WHERE group_id = ?1 AND organisation = ?2 AND place = ?3
               AND seat = ?4 AND revision = ?5";
    let DraftKey {
        organisation,
        seat,
        place,
    } = &draft.key;
    let values = params![
        group.as_str(),
        organisation,
        place,
        seat,
        signed(draft.revision)
    ];
    db.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The next of a group's numbers of one kind, from 1; none comes twice.
pub(super) fn next_number(
    tx: &Transaction<'_>,
    group: &GroupId,
    name: &str,
) -> rusqlite::Result<i64> {
    let sql = "INSERT INTO counter VALUES (?1, ?2, 1)
               ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last";
    tx.prepare_cached(sql)?
        .query_row([group.as_str(), name], |row| row.get(0))
}

fn check_revision(
    db: &Connection,
    group: &GroupId,
    key: &DraftKey,
    expected: Option<u64>,
) -> Outcome<()> {
    let sql = "SELECT organisation, place, seat, value, revision, updated FROM draft
               WHERE group_id = ?1 AND organisation = ?2 AND place = ?3 AND seat = ?4";
    let DraftKey {
        organisation,
        seat,
        place,
    } = key;
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![group.as_str(), organisation, place, seat])?;
    let current = match rows.next()? {
        Some(row) => Some(draft(db, group, row).map_err(read)?),
        None => None,
    };
    if current.as_ref().map(|draft| draft.revision) == expected {
        return Ok(());
    }
    Err(Failure::Reason(DraftError::Conflict {
        current: current.map(Box::new),
    }))
}

fn put_files(tx: &Transaction<'_>, group: &GroupId, edit: &DraftEdit) -> Outcome<()> {
    let DraftKey {
        organisation,
        seat,
        place,
    } = &edit.key;
    let sql = "DELETE FROM draft_file
               WHERE group_id = ?1 AND organisation = ?2 AND place = ?3 AND seat = ?4";
    tx.prepare_cached(sql)?
        .execute([group.as_str(), organisation, place, seat])?;
    for (n, id) in edit.files.iter().enumerate() {
        if !is_put(tx, group, id)? {
            return Err(Failure::Reason(DraftError::NoBlob(id.clone())));
        }
        let n = signed(n as u64);
        let values = params![group.as_str(), organisation, place, seat, n, id.as_str()];
        tx.prepare_cached("INSERT INTO draft_file VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(values)?;
    }
    Ok(())
}

fn draft(db: &Connection, group: &GroupId, row: &Row<'_>) -> Result<Draft, ReadError> {
    let key = DraftKey {
        organisation: row.get(0)?,
        place: row.get(1)?,
        seat: row.get(2)?,
    };
    let files = files(db, group, &key)?;
    let revision = unsigned(row.get(4)?)?;
    Ok(Draft {
        key,
        value: row.get(3)?,
        files,
        revision,
        updated: row.get(5)?,
    })
}

fn files(db: &Connection, group: &GroupId, key: &DraftKey) -> Result<Vec<BlobId>, ReadError> {
    let sql = "SELECT blob FROM draft_file WHERE group_id = ?1 AND organisation = ?2
               AND place = ?3 AND seat = ?4 ORDER BY n";
    let DraftKey {
        organisation,
        seat,
        place,
    } = key;
    let mut statement = db.prepare_cached(sql)?;
    let values = [group.as_str(), organisation, place, seat];
    let ids = statement.query_map(values, |row| row.get::<_, String>(0))?;
    ids.map(|id| BlobId::parse(&id?).map_err(|_| ReadError::Damaged("the id of a file")))
        .collect()
}

fn read(error: ReadError) -> Failure<DraftError> {
    Failure::Reason(DraftError::Write(WriteError::Read(error)))
}
