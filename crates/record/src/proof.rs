use crate::hash::{Hash, empty_root, node_hash};

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    #[error("failed to verify: position {position} lies outside a tree of {size} leaves")]
    OutOfRange { position: u64, size: u64 },
    #[error("failed to verify: the proof has the wrong number of hashes")]
    WrongLength,
    #[error("failed to verify: the proof leads to another root")]
    OtherRoot,
}

/// Checks that `leaf` stands at `position` in the tree of `size` leaves with this root
/// (RFC 9162, 2.1.3.2).
pub fn verify_inclusion(
    leaf: &Hash,
    position: u64,
    size: u64,
    path: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if position >= size {
        return Err(ProofError::OutOfRange { position, size });
    }
    let (mut node, mut last) = (position, size - 1);
    let mut hash = *leaf;
    for sibling in path {
        if last == 0 {
            return Err(ProofError::WrongLength);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofError::WrongLength);
    }
    same(&hash, root)
}

/// Checks that the tree of `old` leaves is the beginning of the tree of `new` leaves
/// (RFC 9162, 2.1.4.2). From the empty tree the proof is empty and every tree follows.
pub fn verify_consistency(
    old: u64,
    new: u64,
    path: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::OutOfRange {
            position: old,
            size: new,
        });
    }
    if old == 0 || old == new {
        if !path.is_empty() {
            return Err(ProofError::WrongLength);
        }
        let expected = if old == 0 { empty_root() } else { *new_root };
        return same(old_root, &expected);
    }
    let mut path = path.iter();
    // A complete left subtree is not repeated in the proof: it is the old root itself.
    let first = if old.is_power_of_two() {
        old_root
    } else {
        next(&mut path)?
    };
    let (mut node, mut last) = (old - 1, new - 1);
    let climb = node.trailing_ones();
    node >>= climb;
    last >>= climb;
    let (mut from_old, mut from_new) = (*first, *first);
    for sibling in path {
        if last == 0 {
            return Err(ProofError::WrongLength);
        }
        if node & 1 == 1 || node == last {
            from_old = node_hash(sibling, &from_old);
            from_new = node_hash(sibling, &from_new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            from_new = node_hash(&from_new, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofError::WrongLength);
    }
    same(&from_old, old_root)?;
    same(&from_new, new_root)
}

fn next<'a>(path: &mut std::slice::Iter<'a, Hash>) -> Result<&'a Hash, ProofError> {
    path.next().ok_or(ProofError::WrongLength)
}

fn same(found: &Hash, expected: &Hash) -> Result<(), ProofError> {
    if found == expected {
        Ok(())
    } else {
        Err(ProofError::OtherRoot)
    }
}
