//! The names by which rows and files are found. None of them is ever made of what a user typed:
//! a blob's file path consists of two of these and nothing else.

use std::fmt;

use record::is_ulid;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    #[error("failed to read an id: a ULID has 26 characters of Crockford's base 32, in capitals")]
    Ulid,
    #[error("failed to read a file's id: 32 lower-case hexadecimal digits expected")]
    Blob,
}

/// The ULID of a group: the first part of every key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupId(String);

/// The ULID of a command, which each form carries: a form sent twice is done once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CommandId(String);

/// The random id of a file, never derived from its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlobId(String);

/// SHA-256 of the secret token in a cookie or a link. The token itself is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TokenHash(pub [u8; 32]);

impl GroupId {
    pub fn parse(text: &str) -> Result<Self, IdError> {
        ulid(text).map(GroupId)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CommandId {
    pub fn parse(text: &str) -> Result<Self, IdError> {
        ulid(text).map(CommandId)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl BlobId {
    /// From 16 fresh random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        BlobId(format!("{:032x}", u128::from_be_bytes(bytes)))
    }

    pub fn parse(text: &str) -> Result<Self, IdError> {
        let lower_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if text.len() == 32 && text.bytes().all(lower_hex) {
            Ok(BlobId(text.to_owned()))
        } else {
            Err(IdError::Blob)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn ulid(text: &str) -> Result<String, IdError> {
    if is_ulid(text) {
        Ok(text.to_owned())
    } else {
        Err(IdError::Ulid)
    }
}

macro_rules! show_text {
    ($($id:ty),*) => {$(
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

show_text!(GroupId, CommandId, BlobId);
