//! Groups and their founding.

use std::sync::{Arc, PoisonError};

use record::{LogKey, Verifier, empty_root};
use rusqlite::{Transaction, params};

use super::SqliteStore;
use super::append::{insert_batch, read_acts};
use super::keys::{Signer, write_key};
use super::pool::{Failure, maybe};
use crate::error::{AppendError, FoundError, ReadError, WriteError};
use crate::ids::GroupId;
use crate::rows::{Append, Appended, GroupRow};

pub(super) fn groups(store: &SqliteStore) -> Result<Vec<GroupRow>, ReadError> {
    store.pool.read(|db| {
        let sql = "SELECT id, short_name, origin FROM grp ORDER BY id";
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut groups = Vec::new();
        while let Some(row) = rows.next()? {
            let id = GroupId::parse(&row.get::<_, String>(0)?);
            let id = id.map_err(|_| ReadError::Damaged("the id of a group"))?;
            groups.push(GroupRow {
                id,
                short_name: row.get(1)?,
                origin: row.get(2)?,
            });
        }
        Ok(groups)
    })
}

pub(super) fn verifier(store: &SqliteStore, group: &GroupId) -> Result<Verifier, ReadError> {
    let vkey: Option<String> = store.pool.read(|db| {
        let sql = "SELECT vkey FROM grp WHERE id = ?1";
        let row = db
            .prepare_cached(sql)?
            .query_row([group.as_str()], |row| row.get(0));
        Ok(maybe(row)?)
    })?;
    let vkey = vkey.ok_or(ReadError::NoGroup)?;
    Verifier::parse(&vkey).map_err(|_| ReadError::Damaged("the public key of a group"))
}

pub(super) fn found(
    store: &SqliteStore,
    group: &GroupRow,
    seed: &[u8; 32],
    first: Option<&Append>,
) -> Result<Option<Appended>, FoundError> {
    if let Some(why) = &store.orphaned {
        return Err(AppendError::RolledBack(why.clone()).into());
    }
    let key = LogKey::from_seed(&group.origin, seed)?;
    let vkey = key.verifier().to_vkey();
    let acts = first.map(read_acts).transpose()?;
    let signer = Signer::new(key);
    let appended = store.pool.write(|tx| {
        insert_group(tx, group, &vkey)?;
        let appended = match (first, &acts) {
            (Some(batch), Some(acts)) => {
                let inserted = insert_batch(tx, &group.id, &signer, batch, acts);
                Some(inserted.map_err(found_failure)?)
            }
            _ => None,
        };
        // Last before the commit: a group whose key was lost could never sign again, while a key
        // without its group harms nobody.
        let key = signer
            .key()
            .map_err(|error| Failure::Reason(error.into()))?;
        write_key(&store.folder, &group.id, key).map_err(Failure::Reason)?;
        Ok(appended)
    })?;
    if let Some(appended) = &appended {
        signer.keep_checkpoint(store, &group.id, &appended.checkpoint);
    }
    let mut signers = store
        .signers
        .write()
        .unwrap_or_else(PoisonError::into_inner);
    signers.insert(group.id.clone(), Arc::new(signer));
    Ok(appended)
}

fn insert_group(
    tx: &Transaction<'_>,
    group: &GroupRow,
    vkey: &str,
) -> Result<(), Failure<FoundError>> {
    let sql = "SELECT short_name = ?2 FROM grp WHERE id = ?1 OR short_name = ?2 OR origin = ?3";
    let values = params![group.id.as_str(), group.short_name, group.origin];
    let taken = maybe(tx.query_row(sql, values, |row| row.get::<_, bool>(0)))?;
    match taken {
        Some(true) => {
            return Err(Failure::Reason(FoundError::NameTaken(
                group.short_name.clone(),
            )));
        }
        Some(false) => {
            return Err(Failure::Reason(FoundError::OriginTaken(
                group.origin.clone(),
            )));
        }
        None => {}
    }
    let values = params![group.id.as_str(), group.short_name, group.origin, vkey];
    tx.execute("INSERT INTO grp VALUES (?1, ?2, ?3, ?4)", values)?;
    let root = empty_root();
    let values = params![group.id.as_str(), root.as_bytes()];
    tx.execute("INSERT INTO head VALUES (?1, 0, ?2, NULL)", values)?;
    Ok(())
}

fn found_failure(failure: Failure<AppendError>) -> Failure<FoundError> {
    match failure {
        Failure::Sql(error) => Failure::Sql(error),
        Failure::Reason(reason) => Failure::Reason(FoundError::Append(reason)),
    }
}

impl From<WriteError> for FoundError {
    fn from(error: WriteError) -> Self {
        FoundError::Append(AppendError::Write(error))
    }
}
