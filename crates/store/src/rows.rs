//! What goes in and out of the store. Times are milliseconds since 1970 in UTC.

use record::{Checkpoint, Hash};

use crate::ids::{BlobId, CommandId, GroupId, TokenHash};

/// One group on this server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    pub id: GroupId,
    /// The part of the address that names the group; unique on the server.
    pub short_name: String,
    /// The name of the group's log, fixed at founding; unique on the server.
    pub origin: String,
}

/// The end of a group's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub size: u64,
    pub root: Hash,
    /// Time of the last leaf; no leaf may be earlier. `None` while the log is empty.
    pub last_time: Option<i64>,
}

/// The last act of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamHead {
    pub seq: u64,
    pub leaf_hash: Hash,
}

/// One batch of acts and all that becomes true together with them, in one transaction.
#[derive(Debug, Clone, Default)]
pub struct Append {
    /// The size of the log on which the command was decided.
    pub expected_size: u64,
    /// At least one.
    pub entries: Vec<NewEntry>,
    /// A second batch with the same id is answered with the positions of the first.
    pub command: Option<CommandId>,
    /// Messages to send because of these acts, as the caller encodes them.
    pub outbox: Vec<String>,
    /// Drafts that these acts use up. A draft that somebody has edited since stays.
    pub drafts: Vec<DraftRef>,
}

/// One act: its leaf says stream, seq, time and commitments; the store reads them from there.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// `act/v1` bytes.
    pub leaf: Vec<u8>,
    /// The fields behind the commitments of the leaf.
    pub openings: Vec<NewOpening>,
}

/// A field to which the leaf commits.
#[derive(Debug, Clone)]
pub struct NewOpening {
    pub field: String,
    pub salt: [u8; 32],
    pub value: OpeningValue,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpeningValue {
    /// The committed bytes. The store refuses them when the leaf has no commitment to them.
    Bytes(Vec<u8>),
    /// A file that was put before; its bytes are the value. The store does not read it again.
    Blob(BlobId),
}

/// What the caller may show as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Position of the batch's first act; the others follow densely.
    pub first: u64,
    /// Size of the log after the batch.
    pub size: u64,
    pub checkpoint: SignedCheckpoint,
}

/// A checkpoint and the log's signature line (with its LF).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    pub checkpoint: Checkpoint,
    pub log_line: String,
}

/// One act as stored, with those of its openings that were not erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub position: u64,
    pub leaf: Vec<u8>,
    pub leaf_hash: Hash,
    pub openings: Vec<Opening>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub field: String,
    pub salt: [u8; 32],
    pub value: OpeningValue,
}

/// Where a draft belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftKey {
    pub organisation: String,
    /// The seat, or empty: a draft that the organisation's people share.
    pub seat: String,
    /// What is being drafted, as `return/01J…`; the caller's choice.
    pub place: String,
}

/// A draft as somebody has seen it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRef {
    pub key: DraftKey,
    pub revision: u64,
}

/// One save of a draft.
#[derive(Debug, Clone)]
pub struct DraftEdit {
    pub key: DraftKey,
    /// As the caller encodes it (JSON).
    pub value: String,
    /// Uploads that belong to it; they are kept as long as the draft.
    pub files: Vec<BlobId>,
    /// The revision that was edited; `None`: there was no draft.
    pub expected: Option<u64>,
    pub now: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub key: DraftKey,
    pub value: String,
    pub files: Vec<BlobId>,
    /// Rises with every save in the group, so that a draft that was removed and begun anew is
    /// never taken for the old one.
    pub revision: u64,
    pub updated: i64,
}

/// A signed-in seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub token: TokenHash,
    pub seat: String,
    pub expires: i64,
    /// As the caller encodes it (JSON).
    pub data: String,
}

/// A link that opens something: a seat's first sign-in, the founding of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub token: TokenHash,
    /// As the caller encodes it (JSON).
    pub purpose: String,
    pub expires: i64,
    pub uses: Uses,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uses {
    Once,
    Many,
}

/// A message that waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxMessage {
    pub id: u64,
    /// Position of the first act of the batch that caused it.
    pub position: u64,
    pub message: String,
}

/// What is old enough to go.
#[derive(Debug, Clone, Copy)]
pub struct Sweep {
    /// Drafts last saved before this.
    pub drafts_before: i64,
    /// Files put before this that no act and no draft refers to.
    pub blobs_before: i64,
    /// Sessions and links that have expired by this.
    pub now: i64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    pub drafts: u64,
    pub blobs: u64,
    pub sessions: u64,
    pub links: u64,
}

impl SignedCheckpoint {
    /// The signed note: what `checkpoint` serves and a receipt contains.
    pub fn to_note(&self) -> String {
        self.checkpoint.to_note(&self.log_line)
    }
}
