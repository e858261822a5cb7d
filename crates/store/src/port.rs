use record::{
    Hash, Nodes, PathError, Receipt, Verifier, consistency_path, empty_root, inclusion_path, root,
};

use crate::error::{AppendError, BlobError, DraftError, FoundError, ReadError, WriteError};
use crate::ids::{BlobId, CommandId, GroupId, TokenHash};
use crate::rows::{
    Append, Appended, Draft, DraftEdit, DraftRef, Entry, GroupRow, Head, Link, OutboxMessage,
    Session, SignedCheckpoint, StreamHead, Sweep, Swept,
};

/// Storage, as the running group sees it. Calls block; a write that returns `Ok` is durable. Times
/// (`now`, `expires`) are milliseconds since 1970 in UTC and always the caller's.
pub trait Store: Send + Sync {
    // Groups

    /// All groups, by id.
    fn groups(&self) -> Result<Vec<GroupRow>, ReadError>;

    /// Opens a log: writes the signing key (from 32 random bytes) and the group, and with them the
    /// first batch of acts if there is one. All of it or nothing is there afterwards.
    fn found(
        &self,
        group: &GroupRow,
        seed: &[u8; 32],
        first: Option<&Append>,
    ) -> Result<Option<Appended>, FoundError>;

    /// The public key of the group's log.
    fn verifier(&self, group: &GroupId) -> Result<Verifier, ReadError>;

    /// Why nothing can be written just now, as a fragment for people; `None` when all is well.
    /// With a group, also why nothing is signed for it.
    fn trouble(&self, group: Option<&GroupId>) -> Option<String>;

    // The log

    fn head(&self, group: &GroupId) -> Result<Head, ReadError>;

    /// The last act of a stream, on which the next one follows; `None` for a new stream.
    fn stream_head(&self, group: &GroupId, stream: &str) -> Result<Option<StreamHead>, ReadError>;

    /// Appends a batch and signs the checkpoint over it in one transaction.
    fn append(&self, group: &GroupId, batch: &Append) -> Result<Appended, AppendError>;

    /// The positions of the acts of a command that was carried out.
    fn command(&self, group: &GroupId, id: &CommandId) -> Result<Option<Vec<u64>>, ReadError>;

    /// At most `limit` acts from a position on, in order; empty at the end of the log.
    fn entries(&self, group: &GroupId, from: u64, limit: u32) -> Result<Vec<Entry>, ReadError>;

    /// The hash of a complete subtree, as [`record::Nodes`] counts them.
    fn node(&self, group: &GroupId, level: u8, n: u64) -> Result<Hash, ReadError>;

    /// The smallest signed checkpoint over at least `size` acts.
    fn checkpoint_over(
        &self,
        group: &GroupId,
        size: u64,
    ) -> Result<Option<SignedCheckpoint>, ReadError>;

    /// The last signed checkpoint; `None` while the log is empty.
    fn latest_checkpoint(&self, group: &GroupId) -> Result<Option<SignedCheckpoint>, ReadError>;

    // Files

    /// Puts a file under a fresh random id. It stays while an act or a draft refers to it;
    /// otherwise [`Store::sweep`] takes it away.
    fn put_blob(
        &self,
        group: &GroupId,
        id: &BlobId,
        bytes: &[u8],
        now: i64,
    ) -> Result<(), BlobError>;

    fn blob(&self, group: &GroupId, id: &BlobId) -> Result<Vec<u8>, BlobError>;

    /// Erases a file, the openings (with their salts) and the references of drafts to it. Doing it
    /// again does no harm.
    fn erase_blob(&self, group: &GroupId, id: &BlobId) -> Result<(), BlobError>;

    // Drafts

    /// Saves a draft if nobody else has meanwhile, and returns its new revision.
    fn put_draft(&self, group: &GroupId, edit: &DraftEdit) -> Result<u64, DraftError>;

    /// The drafts of an organisation, of all its seats, whose place starts with `prefix`; by place,
    /// then seat.
    fn drafts(
        &self,
        group: &GroupId,
        organisation: &str,
        prefix: &str,
    ) -> Result<Vec<Draft>, ReadError>;

    /// Removes a draft as it was seen; one that was edited since is a conflict and stays.
    fn remove_draft(&self, group: &GroupId, draft: &DraftRef) -> Result<(), DraftError>;

    // Sign-in

    /// Writes a session, or replaces the one with the same token.
    fn put_session(&self, group: &GroupId, session: &Session) -> Result<(), WriteError>;

    /// The session with this token, unless it has expired.
    fn session(
        &self,
        group: &GroupId,
        token: &TokenHash,
        now: i64,
    ) -> Result<Option<Session>, ReadError>;

    fn remove_session(&self, group: &GroupId, token: &TokenHash) -> Result<(), WriteError>;

    /// Signs a seat out everywhere and withdraws nothing else. Returns how many sessions ended.
    fn remove_sessions_of(&self, group: &GroupId, seat: &str) -> Result<u64, WriteError>;

    /// Writes a link. Without a group: one that belongs to the server, as the founding link.
    fn put_link(&self, group: Option<&GroupId>, link: &Link) -> Result<(), WriteError>;

    /// Looks at a link without using it.
    fn peek_link(
        &self,
        group: Option<&GroupId>,
        token: &TokenHash,
        now: i64,
    ) -> Result<Option<Link>, ReadError>;

    /// Uses a link: of two who try at once with a link for one use, one gets it. A session of the
    /// link's group that is given with it is written in the same transaction.
    fn take_link(
        &self,
        group: Option<&GroupId>,
        token: &TokenHash,
        now: i64,
        session: Option<&Session>,
    ) -> Result<Option<Link>, WriteError>;

    // The rest

    /// A small value of the server (`None`) or of a group.
    fn setting(&self, group: Option<&GroupId>, name: &str) -> Result<Option<String>, ReadError>;

    fn put_setting(
        &self,
        group: Option<&GroupId>,
        name: &str,
        value: &str,
    ) -> Result<(), WriteError>;

    /// Messages that wait, oldest first.
    fn outbox(&self, group: &GroupId, limit: u32) -> Result<Vec<OutboxMessage>, ReadError>;

    /// Takes a message out once it was sent.
    fn outbox_sent(&self, group: &GroupId, id: u64) -> Result<(), WriteError>;

    /// Removes what has grown old.
    fn sweep(&self, group: &GroupId, sweep: &Sweep) -> Result<Swept, WriteError>;

    // Made of the above

    /// One act.
    fn entry(&self, group: &GroupId, position: u64) -> Result<Entry, ReadError> {
        let found = self.entries(group, position, 1)?.pop();
        match found.filter(|entry| entry.position == position) {
            Some(entry) => Ok(entry),
            None => Err(ReadError::OutOfRange {
                position,
                size: self.head(group)?.size,
            }),
        }
    }

    /// The draft of one place.
    fn draft(
        &self,
        group: &GroupId,
        key: &crate::rows::DraftKey,
    ) -> Result<Option<Draft>, ReadError> {
        let drafts = self.drafts(group, &key.organisation, &key.place)?;
        Ok(drafts.into_iter().find(|draft| draft.key == *key))
    }

    /// The path that shows an act to stand in the log of `size` acts.
    fn inclusion(&self, group: &GroupId, position: u64, size: u64) -> Result<Vec<Hash>, ReadError> {
        self.check_size(group, size)?;
        inclusion_path(&StoreNodes { store: self, group }, position, size).map_err(path_error)
    }

    /// The path that shows the log of `old` acts to be the beginning of the log of `new` acts.
    fn consistency(&self, group: &GroupId, old: u64, new: u64) -> Result<Vec<Hash>, ReadError> {
        self.check_size(group, new)?;
        consistency_path(&StoreNodes { store: self, group }, old, new).map_err(path_error)
    }

    /// The root of the first `size` acts.
    fn root(&self, group: &GroupId, size: u64) -> Result<Hash, ReadError> {
        self.check_size(group, size)?;
        if size == 0 {
            return Ok(empty_root());
        }
        root(&StoreNodes { store: self, group }, size)
    }

    /// The receipt of an act: the path to the first checkpoint that was signed over it.
    fn receipt(&self, group: &GroupId, position: u64) -> Result<Receipt, ReadError> {
        let Some(signed) = self.checkpoint_over(group, position.saturating_add(1))? else {
            return Err(ReadError::OutOfRange {
                position,
                size: self.head(group)?.size,
            });
        };
        let path = self.inclusion(group, position, signed.checkpoint.size)?;
        Ok(Receipt {
            extra: None,
            index: position,
            path,
            checkpoint: signed.to_note(),
        })
    }

    /// Refuses a size beyond the end of the log.
    fn check_size(&self, group: &GroupId, size: u64) -> Result<(), ReadError> {
        let head = self.head(group)?.size;
        if size > head {
            return Err(ReadError::OutOfRange {
                position: size,
                size: head,
            });
        }
        Ok(())
    }
}

/// The node table of a group, as [`record`] reads it.
pub struct StoreNodes<'a, S: ?Sized> {
    pub store: &'a S,
    pub group: &'a GroupId,
}

impl<S: Store + ?Sized> Nodes for StoreNodes<'_, S> {
    type Error = ReadError;

    fn node(&self, level: u8, n: u64) -> Result<Hash, ReadError> {
        self.store.node(self.group, level, n)
    }
}

fn path_error(error: PathError<ReadError>) -> ReadError {
    match error {
        PathError::OutOfRange { position, size } => ReadError::OutOfRange { position, size },
        PathError::Nodes(error) => error,
    }
}
