//! Laws of the tree: what is proved verifies, and nothing else does.

use proptest::prelude::*;
use record::{
    Hash, MemoryNodes, consistency_path, empty_root, inclusion_path, leaf_hash, node_hash, root,
    verify_consistency, verify_inclusion,
};

/// The definition of RFC 6962, 2.1, word for word.
fn definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let k = leaves.len().next_power_of_two() / 2;
            node_hash(&definition(&leaves[..k]), &definition(&leaves[k..]))
        }
    }
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|i| leaf_hash(&i.to_be_bytes())).collect()
}

fn spoil(hash: &Hash, bit: usize) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[bit / 8 % 32] ^= 1 << (bit % 8);
    Hash::from_bytes(bytes)
}

#[test]
fn small_trees_in_full() {
    let all = leaves(40);
    let (nodes, _) = MemoryNodes::of(all.clone());
    for size in 0..=40u64 {
        let expected = definition(&all[..size as usize]);
        assert_eq!(root(&nodes, size).unwrap(), expected);
        for index in 0..size {
            let path = inclusion_path(&nodes, index, size).unwrap();
            let leaf = &all[index as usize];
            assert_eq!(
                verify_inclusion(leaf, index, size, &path, &expected),
                Ok(())
            );
        }
        for old in 0..=size {
            let path = consistency_path(&nodes, old, size).unwrap();
            let before = definition(&all[..old as usize]);
            assert_eq!(
                verify_consistency(old, size, &path, &before, &expected),
                Ok(())
            );
        }
    }
    assert!(inclusion_path(&nodes, 7, 7).is_err());
    assert!(consistency_path(&nodes, 8, 7).is_err());
}

#[test]
fn an_append_writes_as_many_nodes_as_it_completes() {
    let mut frontier = record::Frontier::empty();
    for position in 0..1000u64 {
        let rows = frontier.push(leaf_hash(&position.to_be_bytes()));
        assert_eq!(rows.len() as u32, 1 + position.trailing_ones());
    }
}

proptest! {
    #[test]
    fn a_tampered_inclusion_proof_fails(
        size in 1u64..600, at in any::<prop::sample::Index>(), which in any::<usize>(), bit in 0usize..256,
    ) {
        let index = at.index(size as usize) as u64;
        let all = leaves(size);
        let (nodes, frontier) = MemoryNodes::of(all.clone());
        let leaf = all[index as usize];
        let path = inclusion_path(&nodes, index, size).unwrap();
        let verify = |leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash| {
            verify_inclusion(leaf, index, size, path, root).is_ok()
        };
        let root = frontier.root();
        prop_assert!(verify(&leaf, index, size, &path, &root));
        prop_assert!(!verify(&spoil(&leaf, bit), index, size, &path, &root));
        prop_assert!(!verify(&leaf, index, size, &path, &spoil(&root, bit)));
        prop_assert!(!verify(&leaf, size, size, &path, &root));
        for other in (0..size).filter(|other| *other != index).take(8) {
            prop_assert!(!verify(&leaf, other, size, &path, &root));
        }
        let mut longer = path.clone();
        longer.push(root);
        prop_assert!(!verify(&leaf, index, size, &longer, &root));
        if !path.is_empty() {
            let mut changed = path.clone();
            let at = which % path.len();
            changed[at] = spoil(&changed[at], bit);
            prop_assert!(!verify(&leaf, index, size, &changed, &root));
            prop_assert!(!verify(&leaf, index, size, &path[1..], &root));
            prop_assert!(!verify(&leaf, index, size, &path[..path.len() - 1], &root));
        }
    }

    #[test]
    fn a_rewritten_history_has_no_consistency_proof(
        new in 2u64..400, at in any::<prop::sample::Index>(), which in any::<prop::sample::Index>(), bit in 0usize..256,
    ) {
        let old = 1 + at.index(new as usize - 1) as u64;
        let mut all = leaves(new);
        let (nodes, frontier) = MemoryNodes::of(all.clone());
        let (before, after) = (definition(&all[..old as usize]), frontier.root());
        let path = consistency_path(&nodes, old, new).unwrap();
        prop_assert_eq!(verify_consistency(old, new, &path, &before, &after), Ok(()));
        prop_assert!(verify_consistency(old, new, &path, &spoil(&before, bit), &after).is_err());
        prop_assert!(verify_consistency(old, new, &path, &before, &spoil(&after, bit)).is_err());
        for at in 0..path.len() {
            let mut changed = path.clone();
            changed[at] = spoil(&changed[at], bit);
            prop_assert!(verify_consistency(old, new, &changed, &before, &after).is_err());
        }
        prop_assert!(verify_consistency(old, new, &path[..path.len() - 1], &before, &after).is_err());
        // The host rewrites one old leaf and proves again, honestly, from its new tree.
        let rewritten = which.index(old as usize);
        all[rewritten] = spoil(&all[rewritten], bit);
        let (forged, frontier) = MemoryNodes::of(all);
        let path = consistency_path(&forged, old, new).unwrap();
        prop_assert!(verify_consistency(old, new, &path, &before, &frontier.root()).is_err());
    }
}
