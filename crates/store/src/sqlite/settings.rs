//! Small values, and messages that wait.

use rusqlite::{Connection, params};

use super::log::{signed, unsigned};
use super::pool::maybe;
use super::sessions::scope;
use crate::error::ReadError;
use crate::ids::GroupId;
use crate::rows::OutboxMessage;

pub(super) fn get(
    db: &Connection,
    group: Option<&GroupId>,
    name: &str,
) -> Result<Option<String>, ReadError> {
    let sql = "SELECT value FROM setting WHERE group_id = ?1 AND name = ?2";
    let row = db
        .prepare_cached(sql)?
        .query_row([scope(group), name], |row| row.get(0));
    Ok(maybe(row)?)
}

pub(super) fn put(
    db: &Connection,
    group: Option<&GroupId>,
    name: &str,
    value: &str,
) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO setting VALUES (?1, ?2, ?3)";
    db.prepare_cached(sql)?
        .execute([scope(group), name, value])?;
    Ok(())
}

pub(super) fn outbox(
    db: &Connection,
    group: &GroupId,
    limit: u32,
) -> Result<Vec<OutboxMessage>, ReadError> {
    let sql = "SELECT id, pos, message FROM outbox WHERE group_id = ?1 ORDER BY id LIMIT ?2";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![group.as_str(), limit])?;
    let mut messages = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, position) = (unsigned(row.get(0)?)?, unsigned(row.get(1)?)?);
        messages.push(OutboxMessage {
            id,
            position,
            message: row.get(2)?,
        });
    }
    Ok(messages)
}

pub(super) fn outbox_sent(db: &Connection, group: &GroupId, id: u64) -> rusqlite::Result<()> {
    let sql = "DELETE FROM outbox WHERE group_id = ?1 AND id = ?2";
    db.execute(sql, params![group.as_str(), signed(id)])?;
    Ok(())
}
