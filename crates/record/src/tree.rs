//! The RFC 6962 tree over stored *complete* subtrees: level 0 holds the leaf hashes, node (l, n)
//! covers the leaves `n << l` up to `(n + 1) << l`. Such a node never changes once it is written.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::hash::{Hash, empty_root, node_hash};

/// Where complete subtrees are read from: a table, a tile server, a map.
pub trait Nodes {
    type Error;

    /// The hash of node (level, n). Asked only for nodes that are complete below the size in hand,
    /// so a node that is missing is an error of the source.
    fn node(&self, level: u8, n: u64) -> Result<Hash, Self::Error>;
}

/// One row of the node table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeNode {
    pub level: u8,
    pub n: u64,
    pub hash: Hash,
}

/// The right edge of a tree: all that is needed to append and to say the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// One complete subtree for each set bit of `size`, largest first.
    peaks: Vec<Hash>,
}

/// Why a proof could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathError<E> {
    #[error("failed to make a proof: position {position} lies outside a tree of {size} leaves")]
    OutOfRange { position: u64, size: u64 },
    #[error(transparent)]
    Nodes(E),
}

impl Frontier {
    pub fn empty() -> Self {
        Frontier {
            size: 0,
            peaks: Vec::new(),
        }
    }

    /// Reads the right edge of the first `size` leaves: one node for each set bit of `size`.
    pub fn load<N: Nodes>(nodes: &N, size: u64) -> Result<Self, N::Error> {
        let mut peaks = Vec::new();
        let mut start = 0;
        for level in (0..64u8).rev().filter(|level| size >> level & 1 == 1) {
            peaks.push(nodes.node(level, start >> level)?);
            start += 1u64 << level;
        }
        Ok(Frontier { size, peaks })
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    pub fn root(&self) -> Hash {
        let joined = self
            .peaks
            .iter()
            .copied()
            .rev()
            .reduce(|right, left| node_hash(&left, &right));
        joined.unwrap_or_else(empty_root)
    }

    /// Appends one leaf and returns the subtrees that it completes, the leaf itself first:
    /// `1 + trailing_ones(position)` rows.
    pub fn push(&mut self, leaf: Hash) -> Vec<TreeNode> {
        let position = self.size;
        let mut rows = vec![TreeNode {
            level: 0,
            n: position,
            hash: leaf,
        }];
        let mut hash = leaf;
        for level in 1..=position.trailing_ones() as u8 {
            let Some(left) = self.peaks.pop() else { break };
            hash = node_hash(&left, &hash);
            rows.push(TreeNode {
                level,
                n: position >> level,
                hash,
            });
        }
        self.peaks.push(hash);
        self.size += 1;
        rows
    }
}

/// The root of the first `size` leaves.
pub fn root<N: Nodes>(nodes: &N, size: u64) -> Result<Hash, N::Error> {
    Ok(Frontier::load(nodes, size)?.root())
}

/// The audit path of RFC 6962, 2.1.1, from the leaf towards the root.
pub fn inclusion_path<N: Nodes>(
    nodes: &N,
    position: u64,
    size: u64,
) -> Result<Vec<Hash>, PathError<N::Error>> {
    if position >= size {
        return Err(PathError::OutOfRange { position, size });
    }
    let mut path = Vec::new();
    let (mut low, mut high) = (0, size);
    while high - low > 1 {
        let middle = low + split(high - low);
        if position < middle {
            path.push((middle, high));
            high = middle;
        } else {
            path.push((low, middle));
            low = middle;
        }
    }
    hashes(nodes, path.into_iter().rev())
}

/// The consistency proof of RFC 6962, 2.1.2, between the first `old` and the first `new` leaves.
/// Empty when `old` is 0 or equals `new`.
pub fn consistency_path<N: Nodes>(
    nodes: &N,
    old: u64,
    new: u64,
) -> Result<Vec<Hash>, PathError<N::Error>> {
    if old > new {
        return Err(PathError::OutOfRange {
            position: old,
            size: new,
        });
    }
    if old == 0 {
        return Ok(Vec::new());
    }
    let mut path = Vec::new();
    let (mut low, mut high) = (0, new);
    while old != high {
        let middle = low + split(high - low);
        if old <= middle {
            path.push((middle, high));
            high = middle;
        } else {
            path.push((low, middle));
            low = middle;
        }
    }
    // The verifier knows the old root already when the old tree is itself a complete left subtree.
    if low != 0 {
        path.push((low, high));
    }
    hashes(nodes, path.into_iter().rev())
}

/// A node source in memory, for verifiers and tests.
#[derive(Debug, Clone, Default)]
pub struct MemoryNodes(BTreeMap<(u8, u64), Hash>);

impl MemoryNodes {
    /// The nodes of the tree over these leaf hashes, and its right edge.
    pub fn of(leaves: impl IntoIterator<Item = Hash>) -> (Self, Frontier) {
        let mut nodes = MemoryNodes::default();
        let mut frontier = Frontier::empty();
        for leaf in leaves {
            for row in frontier.push(leaf) {
                nodes.0.insert((row.level, row.n), row.hash);
            }
        }
        (nodes, frontier)
    }
}

impl Nodes for MemoryNodes {
    type Error = Infallible;

    /// A node that was never put in reads as the empty root; no proof made of it verifies.
    fn node(&self, level: u8, n: u64) -> Result<Hash, Infallible> {
        Ok(self.0.get(&(level, n)).copied().unwrap_or_else(empty_root))
    }
}

/// The largest power of two smaller than `n`; `n` is at least 2.
fn split(n: u64) -> u64 {
    1 << (n - 1).ilog2()
}

fn hashes<N: Nodes>(
    nodes: &N,
    ranges: impl Iterator<Item = (u64, u64)>,
) -> Result<Vec<Hash>, PathError<N::Error>> {
    ranges
        .map(|(low, high)| range_hash(nodes, low, high).map_err(PathError::Nodes))
        .collect()
}

/// `MTH(D[low:high])` for a range that the recursion of RFC 6962 visits: `low` is a multiple of the
/// largest power of two in it, so that it falls apart into stored nodes.
fn range_hash<N: Nodes>(nodes: &N, low: u64, high: u64) -> Result<Hash, N::Error> {
    let length = high - low;
    let mut peaks = Vec::new();
    let mut start = low;
    for level in (0..64u8).rev().filter(|level| length >> level & 1 == 1) {
        peaks.push(nodes.node(level, start >> level)?);
        start += 1u64 << level;
    }
    Ok(Frontier {
        size: length,
        peaks,
    }
    .root())
}
