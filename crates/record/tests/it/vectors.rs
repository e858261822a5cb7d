//! Every vector for leaves, roots, proofs, keys, notes and checkpoints.

use record::{
    Checkpoint, Frontier, LogKey, MemoryNodes, Note, Receipt, Verifier, consistency_path,
    empty_root, inclusion_path, leaf_hash, root, verify_consistency, verify_inclusion,
};

use crate::shared::{hash, hashes, json, path, text};

fn leaf(i: u64) -> record::Hash {
    leaf_hash(format!("leaf-{i}").as_bytes())
}

#[test]
fn leaf_hashes_and_roots() {
    let Some(vectors) = json("vectors.json") else {
        return;
    };
    assert_eq!(empty_root(), hash(&vectors["empty_root"]));
    for (i, expected) in vectors["leaf_hashes"].as_object().unwrap() {
        assert_eq!(leaf(i.parse().unwrap()), hash(expected), "leaf {i}");
    }
    let roots = vectors["roots"].as_object().unwrap();
    let mut frontier = Frontier::empty();
    let mut seen = 0;
    for size in 0..=70_000 {
        if let Some(expected) = roots.get(&size.to_string()) {
            assert_eq!(frontier.root(), hash(expected), "root of {size}");
            seen += 1;
        }
        frontier.push(leaf(size));
    }
    assert_eq!(seen, roots.len());
}

#[test]
fn inclusion_and_consistency_proofs() {
    let Some(vectors) = json("vectors.json") else {
        return;
    };
    let (nodes, _) = MemoryNodes::of((0..70_000).map(leaf));
    let root = |size| root(&nodes, size).unwrap();
    for vector in vectors["inclusion"].as_array().unwrap() {
        let (index, size) = (
            vector["index"].as_u64().unwrap(),
            vector["size"].as_u64().unwrap(),
        );
        let proof = hashes(&vector["proof"]);
        assert_eq!(
            inclusion_path(&nodes, index, size).unwrap(),
            proof,
            "{index} of {size}"
        );
        assert_eq!(
            verify_inclusion(&leaf(index), index, size, &proof, &root(size)),
            Ok(())
        );
    }
    for vector in vectors["consistency"].as_array().unwrap() {
        let (old, new) = (
            vector["old"].as_u64().unwrap(),
            vector["new"].as_u64().unwrap(),
        );
        let proof = hashes(&vector["proof"]);
        assert_eq!(
            consistency_path(&nodes, old, new).unwrap(),
            proof,
            "{old} to {new}"
        );
        assert_eq!(
            verify_consistency(old, new, &proof, &root(old), &root(new)),
            Ok(())
        );
    }
}

fn seed(hex: &str) -> [u8; 32] {
    let byte = |i: usize| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap();
    std::array::from_fn(byte)
}

#[test]
fn keys() {
    let Some(vectors) = json("vectors.json") else {
        return;
    };
    let log = &vectors["log"];
    let (origin, vkey) = (
        log["origin"].as_str().unwrap(),
        log["vkey"].as_str().unwrap(),
    );
    let key = LogKey::from_seed(origin, &seed(log["seed_hex"].as_str().unwrap())).unwrap();
    assert_eq!(key.verifier().to_vkey(), vkey);
    assert_eq!(
        key.verifier().id().to_string(),
        log["key_id_hex"].as_str().unwrap()
    );
    assert_eq!(&Verifier::parse(vkey).unwrap(), key.verifier());
    let again = LogKey::from_private_text(&key.to_private_text()).unwrap();
    assert_eq!(again.verifier(), key.verifier());
}

#[test]
fn checkpoints_and_notes() {
    let Some(vectors) = json("vectors.json") else {
        return;
    };
    let log = &vectors["log"];
    let origin = log["origin"].as_str().unwrap();
    let key = LogKey::from_seed(origin, &seed(log["seed_hex"].as_str().unwrap())).unwrap();
    for vector in vectors["checkpoints"].as_array().unwrap() {
        let checkpoint = Checkpoint::parse_body(vector["body"].as_str().unwrap()).unwrap();
        assert_eq!(checkpoint.size, vector["size"].as_u64().unwrap());
        assert_eq!(checkpoint.to_string(), vector["body"].as_str().unwrap());
        let line = checkpoint.sign(&key).unwrap();
        assert_eq!(line, vector["log_line"].as_str().unwrap());
        let note = vector["note"].as_str().unwrap();
        let both = format!("{line}{}", vector["cosig_line"].as_str().unwrap());
        assert_eq!(checkpoint.to_note(&both), note);
        // The witness is not known here: its line is ignored.
        assert_eq!(
            Checkpoint::open(note.as_bytes(), key.verifier()).as_ref(),
            Ok(&checkpoint)
        );
        assert_eq!(Note::parse(note.as_bytes()).unwrap().signatures().len(), 2);
        let file = text(&format!("checkpoint.{}", checkpoint.size)).unwrap();
        assert_eq!(file, note);
    }
}

#[test]
fn a_receipt_verifies() {
    let Some(file) = text("leaf-300.tlog-proof") else {
        return;
    };
    let vectors = json("vectors.json").unwrap();
    let log = Verifier::parse(vectors["log"]["vkey"].as_str().unwrap()).unwrap();
    let receipt = Receipt::parse(&file).unwrap();
    assert_eq!(receipt.to_string(), file);
    assert_eq!(receipt.verify(&leaf(300), &log).unwrap().size, 1000);
    assert!(receipt.verify(&leaf(301), &log).is_err());
    // Written from our own tree it is the same file, but for the checkpoint's lines.
    let (nodes, _) = MemoryNodes::of((0..1000).map(leaf));
    let path = inclusion_path(&nodes, 300, 1000).unwrap();
    let checkpoint = receipt.checkpoint.clone();
    assert_eq!(
        Receipt {
            extra: None,
            index: 300,
            path,
            checkpoint
        }
        .to_string(),
        file
    );
}

#[test]
fn a_log_of_a_thousand_leaves_has_the_root_of_its_entries() {
    let Some(folder) = path("log1000/tile/entries") else {
        return;
    };
    let mut leaves = Vec::new();
    for bundle in ["000", "001", "002", "003.p/232"] {
        let bytes = std::fs::read(folder.join(bundle)).unwrap();
        leaves.extend(
            crate::third_party::entries(&bytes)
                .iter()
                .map(|entry| leaf_hash(entry)),
        );
    }
    let vectors = json("vectors.json").unwrap();
    let (_, frontier) = MemoryNodes::of(leaves);
    assert_eq!(
        (frontier.size(), frontier.root()),
        (1000, hash(&vectors["roots"]["1000"]))
    );
}
