//! Sessions and links, by the hash of their token.

use rusqlite::{Connection, Transaction, params};

use super::pool::maybe;
use crate::error::ReadError;
use crate::ids::{GroupId, TokenHash};
use crate::rows::{Link, Session, Uses};

pub(super) fn put(db: &Connection, group: &GroupId, session: &Session) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO session VALUES (?1, ?2, ?3, ?4, ?5)";
    let Session {
        token,
        seat,
        expires,
        data,
    } = session;
    db.prepare_cached(sql)?
        .execute(params![group.as_str(), token.0, seat, expires, data])?;
    Ok(())
}

pub(super) fn get(
    db: &Connection,
    group: &GroupId,
    token: &TokenHash,
    now: i64,
) -> Result<Option<Session>, ReadError> {
    let sql = "SELECT seat, expires, data FROM session
               WHERE group_id = ?1 AND token = ?2 AND expires > ?3";
    let row = db
        .prepare_cached(sql)?
        .query_row(params![group.as_str(), token.0, now], |row| {
            Ok(Session {
                token: *token,
                seat: row.get(0)?,
                expires: row.get(1)?,
                data: row.get(2)?,
            })
        });
    Ok(maybe(row)?)
}

pub(super) fn remove(db: &Connection, group: &GroupId, token: &TokenHash) -> rusqlite::Result<()> {
    let sql = "DELETE FROM session WHERE group_id = ?1 AND token = ?2";
    db.execute(sql, params![group.as_str(), token.0])?;
    Ok(())
}

pub(super) fn remove_of(db: &Connection, group: &GroupId, seat: &str) -> rusqlite::Result<u64> {
    let sql = "DELETE FROM session WHERE group_id = ?1 AND seat = ?2";
    Ok(db.execute(sql, [group.as_str(), seat])? as u64)
}

pub(super) fn put_link(
    db: &Connection,
    group: Option<&GroupId>,
    link: &Link,
) -> rusqlite::Result<()> {
    let Link {
        token,
        purpose,
        expires,
        uses,
    } = link;
    let once = *uses == Uses::Once;
    let sql = "INSERT OR REPLACE INTO link VALUES (?1, ?2, ?3, ?4, ?5)";
    db.execute(sql, params![scope(group), token.0, purpose, expires, once])?;
    Ok(())
}

pub(super) fn peek_link(
    db: &Connection,
    group: Option<&GroupId>,
    token: &TokenHash,
    now: i64,
) -> Result<Option<Link>, ReadError> {
    Ok(find_link(db, group, token, now)?)
}

pub(super) fn take_link(
    tx: &Transaction<'_>,
    group: Option<&GroupId>,
    token: &TokenHash,
    now: i64,
    session: Option<&Session>,
) -> rusqlite::Result<Option<Link>> {
    let Some(link) = find_link(tx, group, token, now)? else {
        return Ok(None);
    };
    if link.uses == Uses::Once {
        let sql = "DELETE FROM link WHERE group_id = ?1 AND token = ?2";
        tx.execute(sql, params![scope(group), token.0])?;
    }
    if let (Some(group), Some(session)) = (group, session) {
        put(tx, group, session)?;
    }
    Ok(Some(link))
}

/// What stands in the group column of rows that may belong to the server itself.
pub(super) fn scope(group: Option<&GroupId>) -> &str {
    group.map_or("", GroupId::as_str)
}

fn find_link(
    db: &Connection,
    group: Option<&GroupId>,
    token: &TokenHash,
    now: i64,
) -> rusqlite::Result<Option<Link>> {
    let sql = "SELECT purpose, expires, once FROM link
               WHERE group_id = ?1 AND token = ?2 AND expires > ?3";
    let row = db
        .prepare_cached(sql)?
        .query_row(params![scope(group), token.0, now], |row| {
            let uses = if row.get(2)? { Uses::Once } else { Uses::Many };
            Ok(Link {
                token: *token,
                purpose: row.get(0)?,
                expires: row.get(1)?,
                uses,
            })
        });
    maybe(row)
}
