//! Signed notes: what is refused, and what is passed over.

use record::{Checkpoint, Hash, KeyError, LogKey, Note, NoteError, Receipt, Verifier};

fn key(name: &str, seed: u8) -> LogKey {
    LogKey::from_seed(name, &[seed; 32]).unwrap()
}

#[test]
fn lines_of_unknown_keys_are_ignored_and_a_bad_known_one_is_not() {
    let (ours, other, namesake) = (
        key("log.example/a", 1),
        key("w.example", 2),
        key("w.example", 3),
    );
    let text = "first\n\nlast\n";
    let note = format!("{text}\n{}{}", ours.sign_line(text), other.sign_line(text));
    let note = Note::parse(note.as_bytes()).unwrap();
    assert_eq!(note.text(), text, "the text ends at the last empty line");
    assert_eq!(note.verify(&[ours.verifier()]), Ok(vec![ours.verifier()]));
    assert_eq!(
        note.verify(&[ours.verifier(), other.verifier()])
            .unwrap()
            .len(),
        2
    );
    // A key of the same name and another id is another key.
    assert_eq!(
        note.verify(&[namesake.verifier()]),
        Err(NoteError::Unsigned)
    );
    let forged = format!(
        "{text}\n{}{}",
        ours.sign_line(text),
        other.sign_line("else\n")
    );
    let forged = Note::parse(forged.as_bytes()).unwrap();
    assert!(forged.verify(&[ours.verifier()]).is_ok());
    let refused = forged.verify(&[ours.verifier(), other.verifier()]);
    assert_eq!(
        refused,
        Err(NoteError::BadSignature("w.example".to_owned()))
    );
    // A good line does not make up for a bad one of the same key.
    let twice = format!(
        "{text}\n{}{}",
        ours.sign_line(text),
        ours.sign_line("else\n")
    );
    let twice = Note::parse(twice.as_bytes()).unwrap();
    assert!(twice.verify(&[ours.verifier()]).is_err());
}

#[test]
fn malformed_notes_are_refused() {
    let line = key("log.example/a", 1).sign_line("text\n");
    let good = format!("text\n\n{line}");
    assert!(Note::parse(good.as_bytes()).is_ok());
    let check = |note: String| {
        assert_ne!(note, good);
        assert!(Note::parse(note.as_bytes()).is_err(), "{note:?}");
    };
    check("text\n".to_owned());
    check("text\n\n".to_owned());
    check(good.trim_end().to_owned());
    check(format!("text\r\n\n{line}"));
    check(good.replace('\u{2014}', "-"));
    check(good.replace("log.example/a", "log+example"));
    check(good.replace("log.example/a", "log.example/\u{2003}a"));
    check(format!(
        "text\n\n{}\n",
        line.trim_end().trim_end_matches('=')
    ));
    check("text\n\n\u{2014} a AAAAAA==\n".to_owned());
    check(format!("{good}\n"));
    assert!(Note::parse(b"text\n\n\xff\n").is_err());
    assert!(Note::parse("x".repeat(2 << 20).as_bytes()).is_err());
}

#[test]
fn a_checkpoint_has_three_lines() {
    let root = Hash::from_bytes([4; 32]);
    let checkpoint = Checkpoint {
        origin: "log.example/a".to_owned(),
        size: 7,
        root,
    };
    let body = checkpoint.to_string();
    assert_eq!(Checkpoint::parse_body(&body), Ok(checkpoint.clone()));
    let check = |body: String| assert!(Checkpoint::parse_body(&body).is_err(), "{body:?}");
    check(format!("{body}extension\n"));
    check(body.replace("\n7\n", "\n07\n"));
    check(body.replace("\n7\n", "\n+7\n"));
    check(body.replace("\n7\n", "\n-7\n"));
    check(body.trim_end().to_owned());
    check(body.replace("log.example/a", ""));
    // The key of another log does not sign it, and does not open it.
    let (ours, other) = (key("log.example/a", 1), key("log.example/b", 1));
    assert!(checkpoint.sign(&other).is_err());
    let forged = checkpoint.to_note(&other.sign_line(&body));
    assert!(Checkpoint::open(forged.as_bytes(), other.verifier()).is_err());
    let good = checkpoint.to_note(&checkpoint.sign(&ours).unwrap());
    assert_eq!(
        Checkpoint::open(good.as_bytes(), ours.verifier()),
        Ok(checkpoint)
    );
}

#[test]
fn keys_are_checked_against_their_id() {
    let key = key("log.example/a", 1);
    let vkey = key.verifier().to_vkey();
    assert_eq!(Verifier::parse(&vkey).as_ref(), Ok(key.verifier()));
    let renamed = vkey.replace("log.example/a", "log.example/b");
    assert_eq!(Verifier::parse(&renamed), Err(KeyError::OtherId));
    assert!(Verifier::parse("a+b").is_err() && Verifier::parse("").is_err());
    assert!(LogKey::from_seed("", &[0; 32]).is_err());
    assert!(LogKey::from_seed("a b", &[0; 32]).is_err());
    let private = key
        .to_private_text()
        .replace("log.example/a", "log.example/b");
    assert!(matches!(
        LogKey::from_private_text(&private),
        Err(KeyError::OtherId)
    ));
    assert!(!format!("{key:?}").contains("seed"));
}

#[test]
fn receipts_are_read_strictly() {
    let text = "c2sp.org/tlog-proof@v1\nextra AQI=\nindex 1\n\nnote";
    let receipt = Receipt::parse(text).unwrap();
    assert_eq!(receipt.extra.as_deref(), Some(&[1, 2][..]));
    assert_eq!(receipt.to_string(), text);
    let check = |text: &str| assert!(Receipt::parse(text).is_err(), "{text}");
    check("c2sp.org/tlog-proof@v2\nindex 1\n\nnote");
    check("c2sp.org/tlog-proof@v1\nindex 01\n\nnote");
    check("c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nnote");
    check("c2sp.org/tlog-proof@v1\nindex 1\n");
    let long = format!(
        "c2sp.org/tlog-proof@v1\nindex 1\n{}\nnote",
        format!("{}\n", Hash::ZERO).repeat(64)
    );
    check(&long);
}
