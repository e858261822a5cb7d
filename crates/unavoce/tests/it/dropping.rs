//! The drop while it is read: kept first, told how far it is, gone on with after a kill.

use std::time::{Duration, Instant};

use crate::server::{Actor, Server};

const DROP: &str = "/practice/texts/recruitment-fees/drop";

/// The page once all is read; until then it asks for itself again.
fn read(secretariat: &mut Actor) -> String {
    let begun = Instant::now();
    loop {
        let page = secretariat.page(DROP);
        let told = page.told();
        if told.contains("To be placed") {
            assert_eq!(page.header("refresh"), None);
            return told;
        }
        page.says("files are kept");
        assert_eq!(page.header("refresh"), Some("1"));
        assert!(begun.elapsed() < Duration::from_secs(60), "{told}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn mail(n: u32) -> Vec<u8> {
    format!("From: post@npc.example\r\nSubject: Note {n}\r\n\r\nPara 4: remark number {n}.\r\n")
        .into_bytes()
}

#[test]
fn what_was_dropped_is_read_also_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::demo(folder.path());
    let mut secretariat = server.user("secretariat");
    for n in 1..=4 {
        let name = format!("{n}.eml");
        secretariat.upload(DROP, &[], &name, &mail(n)).leads();
    }
    // Nobody has looked at the page: nothing is read yet.
    server.kill();
    let server = Server::demo(folder.path());
    let mut secretariat = server.user("secretariat");
    let told = read(&mut secretariat);
    for n in 1..=4 {
        assert!(told.contains(&format!("Note {n}")), "{told}");
    }
    secretariat
        .upload(
            DROP,
            &[],
            "empty.zip",
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        )
        .leads();
    let told = read(&mut secretariat);
    assert!(told.contains("empty.zip"), "{told}");
}
