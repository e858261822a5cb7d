//! The process that reads one file before the server does: it ends by itself where the file can be read, and is
//! ended where that takes too much.

use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, ExitStatus, Stdio};

use redline::draft::{DraftParagraph, DraftStyle, word_file};

use crate::server::{Server, unavoce};

const GIB: u64 = 1 << 30;
const RETURN: &str = "/practice/texts/recruitment-fees/return";

fn file(words: &str, paragraphs: usize) -> Vec<u8> {
    let one = DraftParagraph::plain(DraftStyle::Body, words);
    word_file(None, &vec![one; paragraphs])
}

/// Gives the process name, base and file; what it says must be nothing.
fn tried(memory: u64, parts: [&[u8]; 3]) -> ExitStatus {
    let mut given = Vec::new();
    for part in parts {
        given.extend((part.len() as u64).to_le_bytes());
        given.extend(part);
    }
    given_as(memory, &given)
}

fn given_as(memory: u64, given: &[u8]) -> ExitStatus {
    let mut child = unavoce()
        .args(["try", "--seconds", "10", "--memory", &memory.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // A process that is ended takes no more.
    let _ = child.stdin.take().unwrap().write_all(given);
    let ended = child.wait_with_output().unwrap();
    assert!(ended.stdout.is_empty());
    ended.status
}

#[test]
fn what_can_be_read_is_read_and_what_is_refused_in_good_order_too() {
    let base = file("The members should meet.", 3);
    let check = |name: &str, base: &[u8], bytes: &[u8]| {
        let status = tried(GIB, [name.as_bytes(), base, bytes]);
        assert!(status.success(), "{name}: {status}");
    };
    check("return.docx", &base, &file("The members shall meet.", 3));
    check("draft.docx", b"", &base);
    check("paper.docx", &base, b"no Word file");
    check(
        "mail.eml",
        &base,
        b"From: a@b.example\r\nSubject: S\r\n\r\nPara 2: why?\r\n",
    );
    check("", b"", b"");
}

#[test]
fn what_takes_too_much_is_ended_and_takes_nothing_else_down() {
    // More text than fits into so little memory, in a file that is read with the usual limit.
    let large = file(&"word ".repeat(20_000), 150);
    let least = 96 << 20;
    assert!(tried(GIB, [b"large.docx", b"", &large]).success());
    let status = tried(least, [b"large.docx", b"", &large]);
    assert!(!status.success());
    assert!(
        status.signal().is_some() || status.code() == Some(101),
        "{status}"
    );
}

/// A Word file of 100,000 paragraphs, no two of them alike: within all limits of the reader, and more than fits into
/// half a GB.
fn heavy() -> Vec<u8> {
    let word = |n: usize| format!("w{} ", n % 99_991);
    let words = |n: usize| {
        (0..18)
            .map(|k| word(n * 7919 + k * 104_729))
            .collect::<String>()
    };
    let paragraph = |n| DraftParagraph::plain(DraftStyle::Body, words(n));
    word_file(None, &(0..100_000).map(paragraph).collect::<Vec<_>>())
}

/// A server that was left little memory leaves its processes no more: the file is refused, and the server goes on.
#[test]
fn a_file_that_ends_its_process_is_refused_and_the_server_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut little = Command::new("sh");
    little.args(["-c", "ulimit -v 500000; exec \"$0\" \"$@\""]);
    little.arg(unavoce().get_program());
    little
        .args(["demo", "--port", "0", "--data"])
        .arg(folder.path());
    let server = Server::start(little.env("MALLOC_ARENA_MAX", "1").env("RUST_LOG", "error"));
    let mut focal = server.user("focal-point HWF");
    let answer = [("answer", "marked_up")];
    let page = focal.upload(RETURN, &answer, "heavy.docx", &heavy());
    page.says("Reading this file took more than 10 seconds or 1 GiB of memory");
    let light = file("The members shall meet.", 3);
    focal.upload(RETURN, &answer, "light.docx", &light).leads();
}

#[test]
fn what_is_cut_short_or_announced_too_large_is_no_file() {
    for given in [
        &[][..],
        &[1, 0, 0],
        &[9, 0, 0, 0, 0, 0, 0, 0, 1],
        &[0xff; 8],
    ] {
        assert_eq!(given_as(GIB, given).code(), Some(3), "{given:?}");
    }
}
