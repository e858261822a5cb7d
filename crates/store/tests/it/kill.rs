//! Killed at any moment, nothing that was confirmed is lost. This test starts itself again as a
//! process that appends and says what was confirmed, and kills it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use record::{Hash, Receipt, leaf_hash};
use store::{Append, BlobId, DraftEdit, NewOpening, OpeningValue, SqliteStore, Store};

use crate::fixture::{START, Scribe, batch, check_log, command, draft_key, edit, found, group};

const ROUNDS: u64 = 20;
const FOLDER: &str = "UNAVOCE_KILL_FOLDER";

#[test]
fn killed_at_any_moment_nothing_confirmed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    found(&SqliteStore::open(folder.path()).unwrap(), 1);
    let (mut acts, mut drafts, mut files) = (0, 0, 0);
    for round in 0..ROUNDS {
        let said = run_and_kill(folder.path(), round);
        let store = SqliteStore::open(folder.path()).unwrap();
        let id = group(1).id;
        assert_eq!(store.trouble(Some(&id)), None);
        let verifier = store.verifier(&id).unwrap();
        for line in said {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["act", position, hash, number] => {
                    let hash = Hash::from_base64(hash).unwrap();
                    let position = position.parse().unwrap();
                    assert_eq!(leaf_hash(&store.entry(&id, position).unwrap().leaf), hash);
                    let receipt = store.receipt(&id, position).unwrap();
                    let receipt = Receipt::parse(&receipt.to_string()).unwrap();
                    receipt.verify(&hash, &verifier).unwrap();
                    let done = store
                        .command(&id, &command(number.parse().unwrap()))
                        .unwrap();
                    assert_eq!(done, Some(vec![position]));
                    acts += 1;
                }
                ["draft", revision] => {
                    let key = draft_key("", "kill");
                    let draft = store.draft(&id, &key).unwrap().unwrap();
                    assert!(draft.revision >= revision.parse().unwrap());
                    drafts += 1;
                }
                ["file", id_text] => {
                    let file = store.blob(&id, &BlobId::parse(id_text).unwrap()).unwrap();
                    assert_eq!(file, content(id_text));
                    files += 1;
                }
                _ => panic!("{line}"),
            }
        }
        check_log(&store, &id);
    }
    println!("{acts} acts, {drafts} drafts, {files} files confirmed and found");
    assert!(
        acts > ROUNDS && drafts > 0 && files > 0,
        "{acts} {drafts} {files}"
    );
}

/// Runs in the process that is killed; by itself it does nothing.
#[test]
#[ignore = "no test by itself: the process that the test above starts, and kills while it writes"]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let store = SqliteStore::open(Path::new(&folder)).unwrap();
    let id = group(1).id;
    let say = |line: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "said {line}")
            .and_then(|()| out.flush())
            .unwrap();
    };
    loop {
        let size = store.head(&id).unwrap().size;
        let name = BlobId::from_random(u128::from(size).to_be_bytes());
        // A file of this name may have been put, and not said, before the last kill.
        let is_new = store.blob(&id, &name).is_err();
        if is_new
            && store
                .put_blob(&id, &name, &content(name.as_str()), START)
                .is_ok()
        {
            say(format!("file {name}"));
        }
        let key = draft_key("", "kill");
        let expected = store.draft(&id, &key).unwrap().map(|draft| draft.revision);
        let files = if is_new {
            Vec::new()
        } else {
            vec![name.clone()]
        };
        let saved = DraftEdit {
            files,
            ..edit(&key, &size.to_string(), expected)
        };
        say(format!("draft {}", store.put_draft(&id, &saved).unwrap()));
        append(&store, size, &name, &say);
    }
}

fn append(store: &SqliteStore, size: u64, file: &BlobId, say: &dyn Fn(String)) {
    let id = group(1).id;
    let mut scribe = Scribe::resume(store, &id, "group");
    let mut act = scribe.act("group");
    let salt = [size as u8; 32];
    let hash = record::commit("file", &salt, &content(file.as_str())).unwrap();
    act.commits.push(record::Commitment {
        field: "file".to_owned(),
        hash,
    });
    let mut entry = scribe.seal(act, &[("body", b"{}")]);
    if store.blob(&id, file).is_ok() {
        let value = OpeningValue::Blob(file.clone());
        entry.openings.push(NewOpening {
            field: "file".to_owned(),
            salt,
            value,
        });
    }
    let hash = leaf_hash(&entry.leaf);
    let append = Append {
        command: Some(command(size)),
        ..batch(size, vec![entry])
    };
    let first = store.append(&id, &append).unwrap().first;
    say(format!("act {first} {hash} {size}"));
}

/// Starts the child, lets it work for a while that differs from round to round, kills it, and
/// returns the lines that it had said in full.
fn run_and_kill(folder: &Path, round: u64) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "kill::child",
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || {
        let mut lines = Vec::new();
        let mut line = String::new();
        // A line cut off by the kill was not said.
        while out.read_line(&mut line).is_ok() && line.ends_with('\n') {
            // The first of ours stands behind words of the test runner.
            if let Some((_, said)) = line.trim_end().split_once("said ") {
                lines.push(said.to_owned());
            }
            line.clear();
        }
        lines
    });
    // Between 30 and 130 ms, in steps that do not repeat.
    std::thread::sleep(Duration::from_micros(30_000 + round * 61_803 % 100_000));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

fn content(name: &str) -> Vec<u8> {
    name.as_bytes().repeat(500)
}
