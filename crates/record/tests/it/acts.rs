//! Leaves: bytes and hashes as given, and what is not in the one form refused.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::{
    Act, ActError, ActSignature, Commitment, Committer, Hash, MAX_LEAF_BYTES, commit, is_ulid,
    leaf_hash,
};

use crate::shared::{hash, json};

fn sample() -> Act {
    Act {
        id: "01JTEST0000000000000000001".to_owned(),
        stream: "procedure/01JTEST0000000000000000009".to_owned(),
        seq: 1,
        prev: Hash::from_bytes([7; 32]),
        time: "2026-11-23T10:01:00.250Z".to_owned(),
        kind: "position.given".to_owned(),
        org: "-".to_owned(),
        commits: vec![
            Commitment {
                field: "reason".to_owned(),
                hash: Hash::from_bytes([2; 32]),
            },
            Commitment {
                field: "body".to_owned(),
                hash: Hash::from_bytes([1; 32]),
            },
            // Twice the same field is two files; 0xfb and 0x03 sort otherwise as base64.
            Commitment {
                field: "file".to_owned(),
                hash: Hash::from_bytes([0xfb; 32]),
            },
            Commitment {
                field: "file".to_owned(),
                hash: Hash::from_bytes([0x03; 32]),
            },
        ],
        nonce: [9; 32],
        sig: None,
    }
}

#[test]
fn the_acts_of_a_procedure_have_the_given_bytes_and_hashes() {
    let Some(vectors) = json("acts.json") else {
        return;
    };
    let mut before = Hash::ZERO;
    let mut acts = Vec::new();
    for (seq, vector) in vectors["acts"].as_array().unwrap().iter().enumerate() {
        let entry = vector["entry"].as_str().unwrap();
        let act = Act::parse(entry.as_bytes()).unwrap();
        assert_eq!(act.to_bytes().unwrap(), entry.as_bytes());
        assert_eq!((act.seq, act.prev), (seq as u64, before));
        before = leaf_hash(entry.as_bytes());
        assert_eq!(before, hash(&vector["leaf_hash"]));
        acts.push(act);
    }
    let openings = vectors["openings"].as_array().unwrap();
    for opening in openings {
        let field = opening["field"].as_str().unwrap();
        let salt = STANDARD.decode(opening["salt"].as_str().unwrap()).unwrap();
        let value = opening["value"].as_str().unwrap().as_bytes();
        let committed = commit(field, &salt.try_into().unwrap(), value).unwrap();
        let act = &acts[opening["seq"].as_u64().unwrap() as usize];
        assert!(act.commits_to(field, &committed), "{field} of {}", act.seq);
    }
    assert_eq!(
        openings.len(),
        acts.iter().map(|act| act.commits.len()).sum::<usize>()
    );
}

#[test]
fn parts_come_back_and_commitments_are_sorted_by_their_lines() {
    let mut act = sample();
    act.sig = Some(ActSignature {
        key_id: [0, 1, 0xab, 0xff],
        signature: [5; 64],
    });
    let bytes = act.to_bytes().unwrap();
    let read = Act::parse(&bytes).unwrap();
    assert_eq!(read.to_bytes().unwrap(), bytes);
    assert_eq!(read.sig, act.sig);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("commit "))
        .collect();
    let mut sorted = lines.clone();
    sorted.sort_unstable();
    assert_eq!((lines.len(), &lines), (4, &sorted));
    assert!(text.contains("\nsig ed25519 0001abff "));
}

#[test]
fn parts_out_of_form_are_not_written() {
    let check = |change: &dyn Fn(&mut Act), part: &'static str| {
        let mut act = sample();
        change(&mut act);
        assert_eq!(act.to_bytes(), Err(ActError::Form(part)));
    };
    check(&|act| act.id = "01JTEST000000000000000000".to_owned(), "id");
    check(
        &|act| act.id = "81JTEST0000000000000000001".to_owned(),
        "id",
    );
    check(&|act| act.stream = "procedure/".to_owned(), "stream");
    check(&|act| act.stream = "procedure/a b".to_owned(), "stream");
    check(&|act| act.stream = "system".to_owned(), "stream");
    check(&|act| act.seq = 0, "prev");
    check(
        &|act| act.time = "2026-11-23T10:01:00.000Z".to_owned(),
        "time",
    );
    check(&|act| act.kind = "position".to_owned(), "kind");
    check(
        &|act| act.kind = "position.given\norg iom".to_owned(),
        "kind",
    );
    check(&|act| act.org = String::new(), "org");
    check(&|act| act.commits[0].field = "Reason".to_owned(), "commit");
    let mut twice = sample();
    twice.commits.push(twice.commits[0].clone());
    assert!(matches!(twice.to_bytes(), Err(ActError::Twice(_))));
}

#[test]
fn a_leaf_has_one_form() {
    let text = String::from_utf8(sample().to_bytes().unwrap()).unwrap();
    let check = |changed: String| {
        assert_ne!(changed, text);
        assert!(Act::parse(changed.as_bytes()).is_err(), "{changed}");
    };
    check(text.replace('\n', "\r\n"));
    check(text.trim_end().to_owned());
    check(format!("{text}\n"));
    check(format!("{text}note x\n"));
    check(text.replace("act/v1", "act/v2"));
    check(text.replace("seq 1", "seq 01"));
    check(text.replace("seq 1", "seq +1"));
    check(text.replace("org -", "org  -"));
    check(text.replace("kind ", "type "));
    check(text.replace("nonce CQkJ", "nonce CQk\u{a0}"));
    // Base64 whose last character has stray bits.
    check(text.replace("CQk=", "CQl="));
    // Commitments in another order, and twice.
    let body = text
        .lines()
        .find(|line| line.starts_with("commit body"))
        .unwrap();
    let reason = text
        .lines()
        .find(|line| line.starts_with("commit reason"))
        .unwrap();
    check(
        text.replace(body, "X")
            .replace(reason, body)
            .replace('X', reason),
    );
    check(text.replace(body, &format!("{body}\n{body}")));
    assert!(Act::parse(b"").is_err());
    assert!(Act::parse(b"act/v1\n\xff\n").is_err());
}

#[test]
fn a_leaf_fits_into_sixteen_bits() {
    let with = |count: u32| {
        let mut act = sample();
        let hash = |i: u32| {
            let mut bytes = [0; 32];
            bytes[..4].copy_from_slice(&i.to_be_bytes());
            Hash::from_bytes(bytes)
        };
        act.commits = (0..count)
            .map(|i| Commitment {
                field: "file".to_owned(),
                hash: hash(i),
            })
            .collect();
        act.to_bytes()
    };
    let line = "commit file \n".len() + 44;
    let room = (MAX_LEAF_BYTES - with(0).unwrap().len()) / line;
    let longest = with(room as u32).unwrap();
    assert!(Act::parse(&longest).is_ok());
    assert!(matches!(with(room as u32 + 1), Err(ActError::TooLong(_))));
}

#[test]
fn commitments_in_pieces_are_the_same() {
    let salt = [3; 32];
    let whole = commit("file", &salt, b"some bytes of a file").unwrap();
    let mut pieces = Committer::new("file", &salt, 20).unwrap();
    pieces.update(b"some bytes");
    pieces.update(b" of a file");
    assert_eq!(pieces.finish(), Ok(whole));
    let mut short = Committer::new("file", &salt, 20).unwrap();
    short.update(b"some bytes");
    assert!(short.finish().is_err());
    // What one commits to depends on the field, the salt and where the value ends.
    assert_ne!(
        commit("filf", &salt, b"some bytes of a file").unwrap(),
        whole
    );
    assert_ne!(
        commit("file", &[4; 32], b"some bytes of a file").unwrap(),
        whole
    );
    assert!(commit("", &salt, b"").is_err() && commit(&"a".repeat(33), &salt, b"").is_err());
}

#[test]
fn ulids() {
    let check = |text: &str, expect: bool| assert_eq!(is_ulid(text), expect, "{text}");
    check("01JTEST0000000000000000001", true);
    check("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", true);
    check("80000000000000000000000000", false);
    check("01jtest0000000000000000001", false);
    check("01JTESTL000000000000000001", false);
    check("01JTEST000000000000000000\u{e9}", false);
    check("", false);
}
