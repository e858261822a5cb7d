use std::fmt;

use crate::hash::Hash;
use crate::key::{LogKey, Verifier, is_key_name};
use crate::note::{Note, NoteError};

/// What a log says of itself: so many leaves, this root (C2SP `tlog-checkpoint`, without extension
/// lines). Shown as the body of the note: `origin`, size, root, each with its LF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// A name without scheme, as `record.example.org/icat`; never used again after a reset.
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    #[error("failed to read the checkpoint: three lines expected, origin, size and root")]
    Form,
    #[error("failed to read the checkpoint: it is of another log, {0}")]
    OtherOrigin(String),
    #[error(transparent)]
    Note(#[from] NoteError),
}

impl Checkpoint {
    /// Reads the text of a note, byte for byte as [`Checkpoint`] is shown.
    pub fn parse_body(body: &str) -> Result<Self, CheckpointError> {
        let read = || {
            let mut lines = body.strip_suffix('\n')?.split('\n');
            let origin = lines
                .next()
                .filter(|origin| is_key_name(origin))?
                .to_owned();
            let size = lines.next()?.parse().ok()?;
            let root = Hash::from_base64(lines.next()?).ok()?;
            Some(Checkpoint { origin, size, root })
        };
        // Writing it again refuses what the lenient parts let through: `+7`, `007`, a fourth line.
        read()
            .filter(|read| read.to_string() == body)
            .ok_or(CheckpointError::Form)
    }

    /// The log's signature line over the body, with its LF. The key's name must be the origin.
    pub fn sign(&self, key: &LogKey) -> Result<String, CheckpointError> {
        self.check_origin(key.verifier().name())?;
        Ok(key.sign_line(&self.to_string()))
    }

    /// The signed note: body, empty line, signature lines as they are (each with its LF).
    pub fn to_note(&self, lines: &str) -> String {
        format!("{self}\n{lines}")
    }

    /// Reads a signed checkpoint and verifies the log's line. Cosignatures of witnesses may stand
    /// beside it.
    pub fn open(note: &[u8], log: &Verifier) -> Result<Self, CheckpointError> {
        let note = Note::parse(note)?;
        note.verify(&[log])?;
        let checkpoint = Self::parse_body(note.text())?;
        checkpoint.check_origin(log.name())?;
        Ok(checkpoint)
    }

    fn check_origin(&self, key_name: &str) -> Result<(), CheckpointError> {
        if self.origin == key_name {
            Ok(())
        } else {
            Err(CheckpointError::OtherOrigin(self.origin.clone()))
        }
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{}\n", self.origin, self.size, self.root)
    }
}
