use std::path::PathBuf;

use record::{ActError, KeyError};

use crate::ids::BlobId;

/// The store could not be opened. Each is a sentence for the person who starts the server.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("failed to open the data folder {path}: {source}")]
    Folder {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error(
        "failed to open the data folder {0}: another process is using it; stop that one first, or \
         choose another folder"
    )]
    Taken(PathBuf),
    #[error(
        "failed to open the data folder {path}: it lies on a network file system ({kind}), where \
         SQLite can lose data; choose a folder on a local disk"
    )]
    NetworkFolder { path: PathBuf, kind: String },
    #[error("failed to open the database: SQLite {0} has a known fault; 3.51.3 or later is needed")]
    OldSqlite(String),
    #[error(
        "failed to open the database: it was written by a newer version of Una Voce (schema \
         {found}, this version knows {known}); start that version"
    )]
    NewerSchema { found: i64, known: i64 },
    #[error("failed to open the database: {0} is not a Una Voce database")]
    ForeignDatabase(PathBuf),
    #[error("failed to open the database: {0}")]
    Database(String),
}

/// Something could not be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ReadError {
    #[error("failed to read from the database: {0}")]
    Database(String),
    #[error("failed to read from the database: {0} is damaged")]
    Damaged(&'static str),
    #[error("failed to find the group")]
    NoGroup,
    #[error("failed to find position {position} in a log of {size} acts")]
    OutOfRange { position: u64, size: u64 },
}

/// A small write was not made.
#[derive(Debug, Clone, thiserror::Error)]
pub enum WriteError {
    /// A disk error or a full disk was met; the sentence says which. Reads go on; a restart, with
    /// the cause removed, is needed.
    #[error("failed to write: {0}")]
    Stopped(String),
    #[error("failed to write to the database: {0}")]
    Database(String),
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// A batch was not appended; nothing of it is in the record.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AppendError {
    /// The log has moved since the command was decided: fold what is new and decide again.
    #[error("failed to append: the log has {size} acts by now")]
    Stale { size: u64 },
    /// This command is in the record already; these are its acts.
    #[error("failed to append: the command was already carried out")]
    AlreadyDone { positions: Vec<u64> },
    #[error("failed to append: a batch has at least one act")]
    Empty,
    #[error("failed to append: act {index} of the batch: {source}")]
    Leaf { index: usize, source: ActError },
    #[error("failed to append: act {index} of the batch does not follow on its stream's last act")]
    OutOfChain { index: usize },
    #[error("failed to append: act {index} of the batch is earlier than the act before it")]
    Backwards { index: usize },
    #[error("failed to append: act {index} of the batch has no commitment to its field {field}")]
    Uncommitted { index: usize, field: String },
    #[error("failed to append: the file {0} was not put before")]
    NoBlob(BlobId),
    /// The keys folder knows a longer or another log than the database has: it was restored from
    /// an older copy. Nothing is signed until the newest copy is found.
    #[error("failed to append: {0}")]
    RolledBack(String),
    #[error("failed to append: the log's signing key cannot be used: {0}")]
    NoKey(String),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// A group was not founded.
#[derive(Debug, Clone, thiserror::Error)]
pub enum FoundError {
    #[error("failed to found the group: the name {0} is taken on this server")]
    NameTaken(String),
    #[error("failed to found the group: the log name {0} is taken on this server")]
    OriginTaken(String),
    #[error("failed to found the group: {0}")]
    Key(#[from] KeyError),
    #[error("failed to found the group: its key file was not written: {0}")]
    KeyFile(String),
    #[error(transparent)]
    Append(#[from] AppendError),
}

/// A draft was not saved.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DraftError {
    /// Somebody else has saved, removed or begun this draft meanwhile. Nothing was changed.
    #[error("failed to save the draft: it was changed meanwhile")]
    Conflict {
        current: Option<Box<crate::rows::Draft>>,
    },
    #[error("failed to save the draft: the file {0} was not put before")]
    NoBlob(BlobId),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// A file was not put, read or erased.
#[derive(Debug, Clone, thiserror::Error)]
pub enum BlobError {
    #[error("failed to store the file: the disk is full")]
    NoSpace,
    #[error("failed to store the file: the id {0} is taken")]
    Taken(BlobId),
    #[error("failed to reach the file {id}: {reason}")]
    File { id: BlobId, reason: String },
    #[error("failed to find the file {0}: it was never put here, or has been erased")]
    Missing(BlobId),
    #[error(transparent)]
    Write(#[from] WriteError),
}
