//! One narrow, synchronous port on storage ([`Store`]) and SQLite behind it ([`SqliteStore`]).
//!
//! The port knows bytes, positions and hashes; what an act means, who may see what, and what the
//! time is are the caller's. The group id is in every key, so that one database holds thousands of
//! groups. Every write that returns `Ok` is on the disk.
//!
//! Which error where: reading answers [`ReadError`]; the small writes (sessions, links, settings,
//! outbox, sweeping) answer [`WriteError`]; [`AppendError`], [`FoundError`], [`DraftError`] and
//! [`BlobError`] add what their operation alone can meet; [`OpenError`] is for the start.

mod error;
mod ids;
mod port;
mod rows;
mod sqlite;

pub use error::{AppendError, BlobError, DraftError, FoundError, OpenError, ReadError, WriteError};
pub use ids::{BlobId, CommandId, GroupId, IdError, TokenHash};
pub use port::{Store, StoreNodes};
pub use rows::{
    Append, Appended, Draft, DraftEdit, DraftKey, DraftRef, Entry, GroupRow, Head, Link, NewEntry,
    NewOpening, Opening, OpeningValue, OutboxMessage, Session, SignedCheckpoint, StreamHead, Sweep,
    Swept, Uses,
};
pub use sqlite::SqliteStore;
