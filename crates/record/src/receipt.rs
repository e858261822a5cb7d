use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::hash::Hash;
use crate::key::Verifier;
use crate::proof::{ProofError, verify_inclusion};

const MAGIC: &str = "c2sp.org/tlog-proof@v1";

/// A tree of 2^63 leaves has no longer path.
const MAX_PATH: usize = 63;

/// The receipt of one act as a file of its own, `….tlog-proof` (C2SP `tlog-proof`): the position,
/// the path to the root, and the signed checkpoint. Shown as the bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Bytes of the issuer's choice; we write none.
    pub extra: Option<Vec<u8>>,
    /// The position of the act in the log, from 0.
    pub index: u64,
    /// From the leaf towards the root.
    pub path: Vec<Hash>,
    /// The signed note, verbatim, with whatever cosignatures it has.
    pub checkpoint: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    #[error("failed to read the receipt: it is not in the form of tlog-proof@v1")]
    Form,
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    #[error(transparent)]
    Proof(#[from] ProofError),
}

impl Receipt {
    /// Reads a receipt; nothing is verified yet.
    pub fn parse(file: &str) -> Result<Self, ReceiptError> {
        let (head, checkpoint) = file.split_once("\n\n").ok_or(ReceiptError::Form)?;
        let read = || {
            let mut lines = head.split('\n');
            if lines.next()? != MAGIC {
                return None;
            }
            let mut line = lines.next()?;
            let mut extra = None;
            if let Some(bytes) = line.strip_prefix("extra ") {
                extra = Some(STANDARD.decode(bytes).ok()?);
                line = lines.next()?;
            }
            let index = line.strip_prefix("index ")?.parse().ok()?;
            let path = lines
                .map(|line| Hash::from_base64(line).ok())
                .collect::<Option<Vec<_>>>()?;
            let checkpoint = checkpoint.to_owned();
            (path.len() <= MAX_PATH).then_some(Receipt {
                extra,
                index,
                path,
                checkpoint,
            })
        };
        read()
            .filter(|read| read.to_string() == file)
            .ok_or(ReceiptError::Form)
    }

    /// Checks that the act with this leaf hash stands in the log that `log` signs, and returns the
    /// checkpoint that says so.
    pub fn verify(&self, leaf: &Hash, log: &Verifier) -> Result<Checkpoint, ReceiptError> {
        let checkpoint = Checkpoint::open(self.checkpoint.as_bytes(), log)?;
        verify_inclusion(
            leaf,
            self.index,
            checkpoint.size,
            &self.path,
            &checkpoint.root,
        )?;
        Ok(checkpoint)
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{MAGIC}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.path {
            writeln!(f, "{hash}")?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}
