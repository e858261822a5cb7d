//! Exit statuses and the errors that end a command. Scripts rely on the numbers (3-redline, *On the
//! command line*).

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Done.
    Done = 0,
    /// Done, but a person must look.
    Look = 1,
    /// The command was used wrongly, or what it needs (a port, a folder) is not to be had.
    Usage = 2,
    /// A file was refused; nothing was written.
    Refused = 3,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a command could not be done: one plain sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Told {
    #[error("{0}")]
    Usage(String),
    /// A file was refused, with the reason.
    #[error("{file}: {reason}")]
    Refused { file: String, reason: String },
    /// Reading or writing failed.
    #[error("failed to {what}: {why}")]
    Io { what: String, why: String },
}

impl Told {
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Usage(_) => Status::Usage,
            Self::Refused { .. } | Self::Io { .. } => Status::Refused,
        }
    }

    /// For `map_err` on an operation on files: `failed to {what}: …`.
    pub(crate) fn io<E: std::fmt::Display>(what: impl Into<String>) -> impl FnOnce(E) -> Self {
        move |why| Self::Io {
            what: what.into(),
            why: why.to_string(),
        }
    }
}
