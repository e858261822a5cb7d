//! Reading the log.

use record::{Checkpoint, Hash, Nodes};
use rusqlite::{Connection, Row, params};

use super::pool::maybe;
use crate::error::ReadError;
use crate::ids::{BlobId, CommandId, GroupId};
use crate::rows::{Entry, Head, Opening, OpeningValue, SignedCheckpoint, StreamHead};

pub(super) fn head(db: &Connection, group: &GroupId) -> Result<Head, ReadError> {
    let sql = "SELECT size, root, last_time FROM head WHERE group_id = ?1";
    let row = db.prepare_cached(sql)?.query_row([group.as_str()], |row| {
        Ok((row.get(0)?, row.get::<_, [u8; 32]>(1)?, row.get(2)?))
    });
    let (size, root, last_time) = maybe(row)?.ok_or(ReadError::NoGroup)?;
    Ok(Head {
        size: unsigned(size)?,
        root: Hash::from_bytes(root),
        last_time,
    })
}

pub(super) fn stream_head(
    db: &Connection,
    group: &GroupId,
    stream: &str,
) -> Result<Option<StreamHead>, ReadError> {
    let sql = "SELECT seq, leaf_hash FROM entry WHERE group_id = ?1 AND stream = ?2
               ORDER BY seq DESC LIMIT 1";
    let row = db
        .prepare_cached(sql)?
        .query_row([group.as_str(), stream], |row| {
            Ok((row.get(0)?, row.get::<_, [u8; 32]>(1)?))
        });
    let Some((seq, hash)) = maybe(row)? else {
        return Ok(None);
    };
    Ok(Some(StreamHead {
        seq: unsigned(seq)?,
        leaf_hash: Hash::from_bytes(hash),
    }))
}

pub(super) fn command(
    db: &Connection,
    group: &GroupId,
    id: &CommandId,
) -> Result<Option<Vec<u64>>, ReadError> {
    let sql = "SELECT first, count FROM command WHERE group_id = ?1 AND id = ?2";
    let row = db
        .prepare_cached(sql)?
        .query_row([group.as_str(), id.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
    let Some((first, count)) = maybe(row)? else {
        return Ok(None);
    };
    let (first, count) = (unsigned(first)?, unsigned(count)?);
    Ok(Some((first..first.saturating_add(count)).collect()))
}

pub(super) fn entries(
    db: &Connection,
    group: &GroupId,
    from: u64,
    limit: u32,
) -> Result<Vec<Entry>, ReadError> {
    let from = signed(from);
    let sql = "SELECT pos, leaf_bytes, leaf_hash FROM entry
               WHERE group_id = ?1 AND pos >= ?2 ORDER BY pos LIMIT ?3";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![group.as_str(), from, limit], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get::<_, [u8; 32]>(2)?))
    })?;
    let mut entries = Vec::new();
    for row in rows {
        let (position, leaf, hash) = row?;
        let (position, leaf_hash) = (unsigned(position)?, Hash::from_bytes(hash));
        entries.push(Entry {
            position,
            leaf,
            leaf_hash,
            openings: Vec::new(),
        });
    }
    let Some(last) = entries.last().map(|entry| signed(entry.position)) else {
        return Ok(entries);
    };
    let sql = "SELECT pos, field, salt, value, blob FROM opening
               WHERE group_id = ?1 AND pos BETWEEN ?2 AND ?3 ORDER BY pos, n";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![group.as_str(), from, last])?;
    while let Some(row) = rows.next()? {
        let position = unsigned(row.get(0)?)?;
        // Positions are dense, so that the first one read tells the place of all others.
        let place = entries
            .first()
            .and_then(|first| position.checked_sub(first.position));
        let entry = place.and_then(|place| entries.get_mut(usize::try_from(place).ok()?));
        let entry = entry.filter(|entry| entry.position == position);
        entry
            .ok_or(ReadError::Damaged("the table of acts"))?
            .openings
            .push(opening(row)?);
    }
    Ok(entries)
}

pub(super) fn node(db: &Connection, group: &GroupId, level: u8, n: u64) -> Result<Hash, ReadError> {
    let sql = "SELECT hash FROM node WHERE group_id = ?1 AND level = ?2 AND n = ?3";
    let row = db
        .prepare_cached(sql)?
        .query_row(params![group.as_str(), level, signed(n)], |row| {
            row.get::<_, [u8; 32]>(0)
        });
    maybe(row)?
        .map(Hash::from_bytes)
        .ok_or(ReadError::Damaged("the table of nodes"))
}

pub(super) fn checkpoint_over(
    db: &Connection,
    group: &GroupId,
    size: u64,
) -> Result<Option<SignedCheckpoint>, ReadError> {
    let sql = "SELECT body, log_line FROM checkpoint WHERE group_id = ?1 AND size >= ?2
               ORDER BY size LIMIT 1";
    let row = db
        .prepare_cached(sql)?
        .query_row(params![group.as_str(), signed(size)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
    maybe(row)?.map(checkpoint).transpose()
}

pub(super) fn latest_checkpoint(
    db: &Connection,
    group: &GroupId,
) -> Result<Option<SignedCheckpoint>, ReadError> {
    let sql = "SELECT body, log_line FROM checkpoint WHERE group_id = ?1
               ORDER BY size DESC LIMIT 1";
    let row = db
        .prepare_cached(sql)?
        .query_row([group.as_str()], |row| Ok((row.get(0)?, row.get(1)?)));
    maybe(row)?.map(checkpoint).transpose()
}

/// The node table inside a transaction or a read.
pub(super) struct TableNodes<'a> {
    pub(super) db: &'a Connection,
    pub(super) group: &'a GroupId,
}

impl Nodes for TableNodes<'_> {
    type Error = ReadError;

    fn node(&self, level: u8, n: u64) -> Result<Hash, ReadError> {
        node(self.db, self.group, level, n)
    }
}

/// A position as SQLite has it. No log reaches 2^63 acts: what is beyond finds nothing.
pub(super) fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(super) fn unsigned(value: i64) -> Result<u64, ReadError> {
    u64::try_from(value).map_err(|_| ReadError::Damaged("a number"))
}

fn opening(row: &Row<'_>) -> Result<Opening, ReadError> {
    let blob: Option<String> = row.get(4)?;
    let value = match blob {
        Some(id) => {
            let id = BlobId::parse(&id).map_err(|_| ReadError::Damaged("the id of a file"))?;
            OpeningValue::Blob(id)
        }
        None => OpeningValue::Bytes(row.get(3)?),
    };
    Ok(Opening {
        field: row.get(1)?,
        salt: row.get(2)?,
        value,
    })
}

fn checkpoint((body, log_line): (String, String)) -> Result<SignedCheckpoint, ReadError> {
    let checkpoint =
        Checkpoint::parse_body(&body).map_err(|_| ReadError::Damaged("a checkpoint"))?;
    Ok(SignedCheckpoint {
        checkpoint,
        log_line,
    })
}
