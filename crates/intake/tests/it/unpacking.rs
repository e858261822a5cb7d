//! What is in what.

use intake::{Kind, Limits, unpack};
use proptest::prelude::*;

use crate::files::{archive, mail, outlook, pdf, sheet, word};

fn opened(name: &str, bytes: &[u8]) -> Vec<String> {
    let found = unpack(name, bytes, &Limits::default());
    found
        .iter()
        .map(|one| {
            let kind = match &one.kind {
                Kind::Word => "word".to_owned(),
                Kind::Sheet => "sheet".to_owned(),
                Kind::Pdf => "pdf".to_owned(),
                Kind::Body(text) => format!("body {:?}", text.trim()),
                Kind::Evidence(why) => format!("evidence: {why}"),
            };
            let from = one.mail.as_ref().map_or("", |head| head.from.as_str());
            format!(
                "{} | {} | {kind} | {from}",
                one.within.join(" > "),
                one.name
            )
        })
        .collect()
}

#[test]
fn each_kind_is_told_by_its_content() {
    let check = |name: &str, bytes: &[u8], expect: &str| {
        assert_eq!(
            opened(name, bytes),
            [format!(" | {name} | {expect} | ")],
            "{name}"
        );
    };
    check("return.docx", &word(), "word");
    check("return.zip", &word(), "word");
    check("matrix.xlsx", &sheet(&[&["Para", "Comment"]]), "sheet");
    check("notes.pdf", &pdf(&[]), "pdf");
    check("notes", &pdf(&[]), "pdf");
    check("x", b"", "evidence: The file is empty.");
    check(
        "x.txt",
        b"Hello.",
        "evidence: This kind of file is kept as it is: it can't be read here.",
    );
    check(
        "x.zip",
        b"PK\x03\x04 and no more",
        "evidence: This archive is not whole: pack it again, or drop the files one by one.",
    );
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    check(
        "x.doc",
        &old,
        "evidence: This is a Word file of the old kind (.doc): save it as .docx and drop that.",
    );
    check(
        "x.docx",
        &old,
        "evidence: The file is locked with a password.",
    );
    check(
        "x.msg",
        &old,
        "evidence: This Outlook file can't be read: save the mail as .eml and drop that.",
    );
    let slides = archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", b"<p/>"),
    ]);
    check(
        "x.pptx",
        &slides,
        "evidence: This is a presentation: it can't be read here.",
    );
}

#[test]
fn a_mail_gives_its_text_and_its_files() {
    let from = "Ada Quay <Ada@Harbour.example>";
    let letter = mail(
        from,
        "Our comments",
        "Please see the file.",
        &[("r.docx", &word())],
    );
    for name in ["letter.eml", "letter"] {
        assert_eq!(
            opened(name, &letter),
            [
                format!(
                    "{name} | Our comments | body \"Please see the file.\" | ada@harbour.example"
                ),
                format!("{name} | r.docx | word | ada@harbour.example"),
            ]
        );
    }
    let found = unpack("l.eml", &letter, &Limits::default());
    let head = found[0].mail.as_ref().unwrap();
    assert_eq!(head.name.as_deref(), Some("Ada Quay"));
    assert_eq!(head.sent, Some(1_777_882_320));
    assert_eq!(found[1].bytes, word());
}

#[test]
fn a_mail_that_is_only_html_becomes_plain() {
    let html = "From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
                <html><body><p>Para 4: <b>shall</b></p></body></html>";
    let seen = opened("h.eml", html.as_bytes());
    assert!(
        seen[0].contains("Para 4: shall") && !seen[0].contains('<'),
        "{seen:?}"
    );
}

#[test]
fn outlook_gives_the_same() {
    let properties = [
        ("0037", "Our comments"),
        ("0C1A", "Ada Quay"),
        ("5D01", "Ada@Harbour.example"),
        ("1000", "Please see the file."),
    ];
    let saved = outlook(&properties, Some(("r.docx", &word())));
    assert_eq!(
        opened("l.msg", &saved),
        [
            "l.msg | Our comments | body \"Please see the file.\" | ada@harbour.example",
            "l.msg | r.docx | word | ada@harbour.example",
        ]
    );
    // The head as it travelled knows the day too.
    let travelled = "From: Ada <ada@harbour.example>\r\nDate: Mon, 4 May 2026 09:12:00 +0100\r\nSubject: Draft 2\r\n";
    let saved = outlook(&[("007D", travelled), ("1000", "Hello.")], None);
    let found = unpack("l.msg", &saved, &Limits::default());
    assert_eq!(found[0].mail.as_ref().unwrap().sent, Some(1_777_882_320));
}

#[test]
fn archives_open_with_mails_in_them_and_without_litter() {
    let letter = mail(
        "a@b.example",
        "S",
        "Hello there.",
        &[("m.xlsx", &sheet(&[&["x"]]))],
    );
    let packed = archive(&[
        ("May/letter.eml", &letter),
        ("May/~$draft.docx", b"lock"),
        ("__MACOSX/May/._letter.eml", b"x"),
        (".DS_Store", b"x"),
        ("May/notes.pdf", &pdf(&[])),
    ]);
    assert_eq!(
        opened("may.zip", &packed),
        [
            "may.zip > May/letter.eml | S | body \"Hello there.\" | a@b.example",
            "may.zip > May/letter.eml | m.xlsx | sheet | a@b.example",
            "may.zip | May/notes.pdf | pdf | ",
        ]
    );
}

#[test]
fn nothing_unpacks_without_end() {
    let mut nested = word();
    for _ in 0..6 {
        nested = archive(&[("inner.zip", &nested)]);
    }
    let seen = opened("outer.zip", &nested);
    assert_eq!(seen.len(), 1);
    assert!(
        seen[0].contains("more mails and archives within each other"),
        "{seen:?}"
    );
    let zeros = vec![0; 5 << 20];
    let bomb = archive(&[("a", &zeros), ("b", &zeros)]);
    let limits = Limits {
        bytes: 6 << 20,
        ..Limits::default()
    };
    let found = unpack("bomb.zip", &bomb, &limits);
    let total: usize = found.iter().map(|one| one.bytes.len()).sum();
    assert!(total <= 6 << 20);
    assert!(matches!(&found[1].kind, Kind::Evidence(why) if why.contains("more than is taken")));
    let many: Vec<(String, &[u8])> = (0..40)
        .map(|n| (format!("{n}.pdf"), b"%PDF-".as_slice()))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    let limits = Limits {
        things: 7,
        ..Limits::default()
    };
    assert_eq!(unpack("many.zip", &archive(&many), &limits).len(), 7);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_are_too_strange(
        which in 0..6_usize,
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in any::<prop::sample::Index>(),
    ) {
        let letter = mail("a@b.example", "S", "Para 4: shall", &[("r.docx", &word())]);
        let saved = outlook(&[("0037", "S"), ("1000", "Para 4: shall")], Some(("r.docx", &word())));
        let packed = archive(&[("l.eml", &letter), ("n.pdf", &pdf(&[("Text", "A", "b")]))]);
        let kinds = [letter, saved, packed, pdf(&[("Text", "A", "b")]), sheet(&[&["Para", "Comment"]]), Vec::new()];
        let mut bytes = kinds[which].clone();
        for (at, byte) in cuts {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        bytes.truncate(end.index(bytes.len() + 1));
        let limits = Limits { bytes: 1 << 20, ..Limits::default() };
        for one in unpack("strange", &bytes, &limits) {
            prop_assert!(one.bytes.len() <= (1 << 20).max(bytes.len()));
            let _ = intake::matrix::from_sheet(&one.bytes);
            let _ = intake::pdf::notes(&one.bytes);
        }
    }
}
