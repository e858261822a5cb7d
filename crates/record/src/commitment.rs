use sha2::{Digest, Sha256};

use crate::hash::Hash;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    #[error("failed to commit: a field name is 1 to 32 characters of a-z and _")]
    FieldName,
    #[error("failed to commit: {announced} bytes were announced and {given} given")]
    Length { announced: u64, given: u64 },
}

/// The salted commitment to one field, `act-commit/v1`:
/// `SHA256("act-commit/v1\n" || uint16be(len(field)) || field || salt || uint64be(len(value)) ||
/// value)`. One fresh random salt for each field: once salt and value are deleted, the hash says
/// nothing about the value, however short it was.
pub fn commit(field: &str, salt: &[u8; 32], value: &[u8]) -> Result<Hash, CommitError> {
    let mut committer = Committer::new(field, salt, value.len() as u64)?;
    committer.update(value);
    committer.finish()
}

/// [`commit`] for a value that arrives in pieces, such as a file: its length comes first.
pub struct Committer {
    sha: Sha256,
    announced: u64,
    given: u64,
}

impl Committer {
    pub fn new(field: &str, salt: &[u8; 32], length: u64) -> Result<Self, CommitError> {
        if !is_field_name(field) {
            return Err(CommitError::FieldName);
        }
        let mut sha = Sha256::new();
        sha.update(b"act-commit/v1\n");
        sha.update((field.len() as u16).to_be_bytes());
        sha.update(field.as_bytes());
        sha.update(salt);
        sha.update(length.to_be_bytes());
        Ok(Committer {
            sha,
            announced: length,
            given: 0,
        })
    }

    pub fn update(&mut self, piece: &[u8]) {
        self.given += piece.len() as u64;
        self.sha.update(piece);
    }

    /// Refuses when other than the announced number of bytes came.
    pub fn finish(self) -> Result<Hash, CommitError> {
        if self.given != self.announced {
            return Err(CommitError::Length {
                announced: self.announced,
                given: self.given,
            });
        }
        Ok(Hash::from_bytes(self.sha.finalize().into()))
    }
}

/// `[a-z_]{1,32}`.
pub fn is_field_name(name: &str) -> bool {
    (1..=32).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
