//! The record of a group, as bytes and hashes: leaves in the `act/v1` format, salted commitments,
//! the RFC 6962 Merkle tree, signed notes, checkpoints and receipts.
//!
//! Nothing here knows what an act means, reads a clock, draws a random byte or touches a file:
//! ids, times, salts and nonces are parameters. The formats are those of C2SP (`tlog-checkpoint`,
//! `signed-note`, `tlog-proof`), so that other people's tools verify what we write.

mod act;
mod canonical;
mod checkpoint;
mod commitment;
mod hash;
mod instant;
mod key;
mod note;
mod proof;
mod receipt;
mod tree;

pub use act::{Act, ActError, ActSignature, Commitment, MAX_LEAF_BYTES, ULID_LEN, is_ulid};
pub use canonical::{CanonicalError, canonical_json};
pub use checkpoint::{Checkpoint, CheckpointError};
pub use commitment::{CommitError, Committer, commit, is_field_name};
pub use hash::{Hash, HashError, empty_root, leaf_hash, node_hash};
pub use instant::{InstantError, instant_from_text, instant_to_text};
pub use key::{KeyError, KeyId, LogKey, Verifier};
pub use note::{Note, NoteError, NoteSignature};
pub use proof::{ProofError, verify_consistency, verify_inclusion};
pub use receipt::{Receipt, ReceiptError};
pub use tree::{
    Frontier, MemoryNodes, Nodes, PathError, TreeNode, consistency_path, inclusion_path, root,
};
