//! The one way into the record. In one transaction: positions, acts, nodes, openings, the signed
//! checkpoint, the command's id, messages to send, drafts that are used up; nothing else.

use std::collections::BTreeMap;

use record::{Act, Checkpoint, Frontier, Hash, commit, instant_from_text, leaf_hash};
use rusqlite::{Transaction, params};

use super::SqliteStore;
use super::drafts;
use super::keys::Signer;
use super::log::{self, TableNodes, signed};
use super::pool::Failure;
use crate::error::{AppendError, ReadError, WriteError};
use crate::ids::GroupId;
use crate::rows::{
    Append, Appended, Head, NewEntry, NewOpening, OpeningValue, SignedCheckpoint, StreamHead,
};

type Outcome<T> = Result<T, Failure<AppendError>>;

pub(super) fn append(
    store: &SqliteStore,
    group: &GroupId,
    batch: &Append,
) -> Result<Appended, AppendError> {
    let no_group = || AppendError::Write(WriteError::Read(ReadError::NoGroup));
    let signer = store.signer(group).ok_or_else(no_group)?;
    let acts = read_acts(batch)?;
    let appended = store
        .pool
        .write(|tx| insert_batch(tx, group, &signer, batch, &acts))?;
    signer.keep_checkpoint(store, group, &appended.checkpoint);
    Ok(appended)
}

/// Takes the leaves apart; before the transaction, so that others need not wait for it.
pub(super) fn read_acts(batch: &Append) -> Result<Vec<Act>, AppendError> {
    if batch.entries.is_empty() {
        return Err(AppendError::Empty);
    }
    let read = |(index, entry): (usize, &NewEntry)| {
        let act = Act::parse(&entry.leaf).map_err(|source| AppendError::Leaf { index, source })?;
        check_openings(index, &act, &entry.openings)?;
        Ok(act)
    };
    batch.entries.iter().enumerate().map(read).collect()
}

pub(super) fn insert_batch(
    tx: &Transaction<'_>,
    group: &GroupId,
    signer: &Signer,
    batch: &Append,
    acts: &[Act],
) -> Outcome<Appended> {
    if let Some(id) = &batch.command
        && let Some(positions) = log::command(tx, group, id).map_err(read)?
    {
        return Err(Failure::Reason(AppendError::AlreadyDone { positions }));
    }
    let head = log::head(tx, group).map_err(read)?;
    if head.size != batch.expected_size {
        return Err(Failure::Reason(AppendError::Stale { size: head.size }));
    }
    let key = signer.key().map_err(Failure::Reason)?;
    let (frontier, last_time) = insert_entries(tx, group, &head, batch, acts)?;
    let size = frontier.size();
    let origin = key.verifier().name().to_owned();
    let checkpoint = Checkpoint {
        origin,
        size,
        root: frontier.root(),
    };
    let log_line = key.sign_line(&checkpoint.to_string());
    tx.prepare_cached("INSERT INTO checkpoint VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            group.as_str(),
            signed(size),
            checkpoint.to_string(),
            log_line
        ])?;
    tx.prepare_cached("UPDATE head SET size = ?2, root = ?3, last_time = ?4 WHERE group_id = ?1")?
        .execute(params![
            group.as_str(),
            signed(size),
            checkpoint.root.as_bytes(),
            last_time
        ])?;
    insert_rest(tx, group, &head, batch)?;
    let checkpoint = SignedCheckpoint {
        checkpoint,
        log_line,
    };
    Ok(Appended {
        first: head.size,
        size,
        checkpoint,
    })
}

fn insert_entries(
    tx: &Transaction<'_>,
    group: &GroupId,
    head: &Head,
    batch: &Append,
    acts: &[Act],
) -> Outcome<(Frontier, Option<i64>)> {
    let mut frontier = Frontier::load(&TableNodes { db: tx, group }, head.size).map_err(read)?;
    // Nothing is ever signed on top of a table that no longer gives the root that was signed.
    if frontier.root() != head.root {
        return Err(read(ReadError::Damaged("the table of nodes")));
    }
    let mut streams = BTreeMap::new();
    let mut last_time = head.last_time;
    for (index, (entry, act)) in batch.entries.iter().zip(acts).enumerate() {
        let time = time_of(index, act).map_err(Failure::Reason)?;
        if last_time.is_some_and(|last| time < last) {
            return Err(Failure::Reason(AppendError::Backwards { index }));
        }
        last_time = Some(time);
        let before = match streams.get(act.stream.as_str()) {
            Some(before) => Some(*before),
            None => log::stream_head(tx, group, &act.stream).map_err(read)?,
        };
        if !follows(act, before) {
            return Err(Failure::Reason(AppendError::OutOfChain { index }));
        }
        let hash = leaf_hash(&entry.leaf);
        streams.insert(
            act.stream.as_str(),
            StreamHead {
                seq: act.seq,
                leaf_hash: hash,
            },
        );
        let position = frontier.size();
        tx.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![
                group.as_str(),
                signed(position),
                act.stream,
                signed(act.seq),
                entry.leaf,
                hash.as_bytes()
            ])?;
        insert_openings(tx, group, position, &entry.openings)?;
        insert_nodes(tx, group, &mut frontier, hash)?;
    }
    Ok((frontier, last_time))
}

fn insert_nodes(
    tx: &Transaction<'_>,
    group: &GroupId,
    frontier: &mut Frontier,
    leaf: Hash,
) -> Outcome<()> {
    let mut insert = tx.prepare_cached("INSERT INTO node VALUES (?1, ?2, ?3, ?4)")?;
    for node in frontier.push(leaf) {
        insert.execute(params![
            group.as_str(),
            node.level,
            signed(node.n),
            node.hash.as_bytes()
        ])?;
    }
    Ok(())
}

fn insert_openings(
    tx: &Transaction<'_>,
    group: &GroupId,
    position: u64,
    openings: &[NewOpening],
) -> Outcome<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO opening VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for (n, opening) in openings.iter().enumerate() {
        let (bytes, blob) = match &opening.value {
            OpeningValue::Bytes(bytes) => (Some(bytes.as_slice()), None),
            OpeningValue::Blob(id) if super::blobs::is_put(tx, group, id)? => (None, Some(id)),
            OpeningValue::Blob(id) => return Err(Failure::Reason(AppendError::NoBlob(id.clone()))),
        };
        insert.execute(params![
            group.as_str(),
            signed(position),
            signed(n as u64),
            opening.field,
            opening.salt,
            bytes,
            blob.map(|id| id.as_str())
        ])?;
    }
    Ok(())
}

fn insert_rest(tx: &Transaction<'_>, group: &GroupId, head: &Head, batch: &Append) -> Outcome<()> {
    let first = signed(head.size);
    if let Some(id) = &batch.command {
        let count = signed(batch.entries.len() as u64);
        tx.prepare_cached("INSERT INTO command VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![group.as_str(), id.as_str(), first, count])?;
    }
    for message in &batch.outbox {
        let id = drafts::next_number(tx, group, "outbox")?;
        tx.prepare_cached("INSERT INTO outbox VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![group.as_str(), id, first, message])?;
    }
    for draft in &batch.drafts {
        drafts::delete(tx, group, draft)?;
    }
    Ok(())
}

/// A value that the record could not be checked against must not come in. A file's bytes were
/// hashed when it came; that the leaf has its field is all that can be seen here.
fn check_openings(index: usize, act: &Act, openings: &[NewOpening]) -> Result<(), AppendError> {
    for NewOpening { field, salt, value } in openings {
        let committed = match value {
            OpeningValue::Bytes(bytes) => {
                commit(field, salt, bytes).is_ok_and(|hash| act.commits_to(field, &hash))
            }
            OpeningValue::Blob(_) => act.commits.iter().any(|commit| commit.field == *field),
        };
        if !committed {
            return Err(AppendError::Uncommitted {
                index,
                field: field.clone(),
            });
        }
    }
    Ok(())
}

fn follows(act: &Act, before: Option<StreamHead>) -> bool {
    match before {
        Some(before) => act.seq == before.seq + 1 && act.prev == before.leaf_hash,
        None => act.seq == 0 && act.prev == Hash::ZERO,
    }
}

fn time_of(index: usize, act: &Act) -> Result<i64, AppendError> {
    let form = record::ActError::Form("time");
    instant_from_text(&act.time).map_err(|_| AppendError::Leaf {
        index,
        source: form,
    })
}

fn read(error: ReadError) -> Failure<AppendError> {
    Failure::Reason(AppendError::Write(WriteError::Read(error)))
}
