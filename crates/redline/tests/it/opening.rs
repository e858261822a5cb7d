//! What is refused, with which reason, and what is dropped with a warning.

use redline::{View, open};

use crate::archives::{Entry, all_parts, entry, part, parts, word, zeros, zip};
use crate::crafted::macro_enabled;

fn check(what: &str, bytes: &[u8], code: &str) {
    let refused = open(bytes)
        .err()
        .unwrap_or_else(|| panic!("{what} was read"));
    assert_eq!(refused.code(), code, "{what}: {refused}");
    let sentence = refused.to_string();
    assert!(
        sentence.ends_with('.') && !sentence.contains('\n'),
        "{what}: {sentence}"
    );
}

fn with(mut more: Vec<Entry>) -> Vec<u8> {
    let mut all = parts("<w:p/>");
    all.append(&mut more);
    zip(&all, false)
}

#[test]
fn other_files_are_told_apart() {
    check("nothing", b"", "empty");
    check("plain text", b"Dear colleagues", "not-word");
    check("a PDF", b"%PDF-1.7 ...", "pdf");
    check("rich text", b"{\\rtf1 ...}", "rtf");
    check(
        "a link",
        b"[InternetShortcut]\r\nURL=file://share/text.docx",
        "link",
    );
    let mut ole = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    ole.extend([0; 600]);
    check("an old Word file", &ole, "doc");
    ole.extend("EncryptedPackage".bytes().flat_map(|b| [b, 0]));
    check("an encrypted file", &ole, "encrypted");
    let odt = [entry("mimetype", "application/vnd.oasis.opendocument.text")];
    check("an OpenDocument file", &zip(&odt, false), "odt");
    check(
        "an archive",
        &zip(&[entry("a.txt", "a")], false),
        "not-word",
    );
    check("half a file", &word("<w:p/>")[..300], "broken");
    let mut large = vec![0_u8; (50 << 20) + 1];
    large[..4].copy_from_slice(b"PK\x03\x04");
    check("a file over 50 MB", &large, "too-large");
}

#[test]
fn dishonest_archives_are_refused() {
    let named = |name: &str| with(vec![entry(name, "x")]);
    for name in [
        "../evil.xml",
        "/etc/passwd",
        "word\\x.xml",
        "word/a\0b.xml",
        "C:/x.xml",
        "a/../../b",
    ] {
        check(name, &named(name), "path");
    }
    check(
        "a doubled name",
        &named("word/document.xml"),
        "doubled-name",
    );
    check(
        "a name doubled but for case",
        &named("word/DOCUMENT.xml"),
        "doubled-name",
    );
    check(
        "a link",
        &with(vec![Entry {
            mode: 0o120_777,
            ..entry("word/x", "/etc/passwd")
        }]),
        "link-inside",
    );
    check(
        "an encrypted part",
        &with(vec![Entry {
            flags: 1,
            ..entry("word/x", "x")
        }]),
        "encrypted",
    );
    check(
        "another compression",
        &with(vec![Entry {
            method: 12,
            ..entry("word/x", "x")
        }]),
        "compression",
    );
    let many = (0..2_000)
        .map(|i| entry(&format!("word/{i}.xml"), ""))
        .collect();
    check("too many parts", &with(many), "too-many-entries");
    let over = [entry("a.xml", "<a/>"), entry("b.xml", "<a/>")];
    check("parts over each other", &zip(&over, true), "overlap");
}

#[test]
fn bombs_are_refused_early() {
    check(
        "zeros",
        &with(vec![zeros("word/media/x.bin", 8 << 20)]),
        "bomb",
    );
    let mut lying = zeros("word/media/x.bin", 8 << 20);
    lying.said = Some(10);
    assert!(open(&with(vec![lying])).is_err(), "a size that lies");
    // A part within its first MiB may be as empty as it likes.
    assert!(open(&with(vec![zeros("word/media/x.bin", 1 << 20)])).is_ok());
}

#[test]
fn no_part_declares_a_document_type() {
    let evil =
        "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><x>&a;</x>";
    for name in [
        "word/styles.xml",
        "word/theme/theme1.xml",
        "customXml/item1.xml",
        "word/_rels/x.xml.rels",
    ] {
        check(name, &with(vec![entry(name, evil)]), "doctype");
    }
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(evil.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    check(
        "UTF-16",
        &with(vec![entry("word/theme/theme1.xml", wide)]),
        "doctype",
    );
    let mut main = parts("<w:p/>");
    main[2] = entry("word/document.xml", evil);
    check("the main part", &zip(&main, false), "doctype");
    check(
        "an unknown entity",
        &word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"),
        "broken",
    );
}

#[test]
fn depth_and_damage_are_refused() {
    let open_tables = "<w:tbl><w:tr><w:tc>".repeat(300);
    let close_tables = "<w:p/></w:tc></w:tr></w:tbl>".repeat(300);
    check(
        "tables 300 deep",
        &word(&format!("{open_tables}{close_tables}")),
        "too-deep",
    );
    check("an open tag", &word("<w:p>"), "broken");
    let mut no_main = parts("");
    no_main.remove(2);
    check("no main part", &zip(&no_main, false), "broken");
}

#[test]
fn many_revisions_in_one_paragraph_are_read_in_linear_time() {
    let one = "<w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>x</w:t></w:r></w:ins>";
    let count = 60_000;
    let file = word(&format!("<w:p>{}</w:p>", one.repeat(count)));
    let document = open(&file).expect("a long paragraph");
    assert_eq!(document.story(View::Accept).paragraphs[0].text.len(), count);
    assert_eq!(document.story(View::Reject).paragraphs[0].text, "");
    let accepted = open(&document.accept()).expect("what we wrote");
    assert_eq!(accepted.story(View::Accept).paragraphs[0].text.len(), count);
}

#[test]
fn active_content_is_dropped_with_a_warning() {
    let rels = |inner: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut all = parts(
        "<w:p><w:r><w:object><w:pict/><w:control r:id=\"rId3\"/></w:object></w:r></w:p><w:altChunk r:id=\"rId4\"/><w:p/>",
    );
    macro_enabled(&mut all);
    all.push(entry("word/_rels/document.xml.rels", rels(&format!(
        "<Relationship Id=\"rId1\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>\
         <Relationship Id=\"rId2\" Type=\"{office}/settings\" Target=\"settings.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{office}/control\" Target=\"activeX/activeX1.xml\"/>\
         <Relationship Id=\"rId4\" Type=\"{office}/aFChunk\" Target=\"chunk.html\"/>"
    ))));
    all.push(entry("word/vbaProject.bin", "EVIL"));
    all.push(entry("word/activeX/activeX1.xml", "<ax/>"));
    all.push(entry("word/activeX/activeX1.bin", "EVIL"));
    all.push(entry("word/chunk.html", "EVIL"));
    all.push(entry("word/settings.xml", "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:attachedTemplate r:id=\"rId1\"/><w:zoom/></w:settings>"));
    all.push(entry("word/_rels/settings.xml.rels", rels(&format!(
        "<Relationship Id=\"rId1\" Type=\"{office}/attachedTemplate\" Target=\"http://example.org/EVIL.dotm\" TargetMode=\"External\"/>"
    ))));
    let document = open(&zip(&all, false)).expect("a file with macros is read");
    assert_eq!(document.warnings().len(), 4, "{:?}", document.warnings());
    let out = document.bytes();
    let everything = all_parts(&out);
    for word in [
        "EVIL",
        "rId4",
        "attachedTemplate",
        "macroEnabled",
        "<w:control",
    ] {
        assert!(!everything.contains(word), "{word} travels on");
    }
    assert!(
        part(&out, "word/settings.xml")
            .expect("settings")
            .contains("<w:zoom/>")
    );
    assert!(
        part(&out, "word/document.xml")
            .expect("the text")
            .contains("<w:pict/>")
    );
    assert!(open(&out).expect("what we wrote").warnings().is_empty());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let file = word("<w:p><w:r><w:t>One</w:t></w:r></w:p>");
    let once = open(&file).expect("a file").bytes();
    assert_eq!(once, open(&file).expect("a file").bytes());
    assert_eq!(once, open(&once).expect("a file").bytes());
}

/// What two files share is read once, and nothing else changes by it.
#[test]
fn a_file_read_beside_another_is_the_same() {
    use redline::draft::{DraftParagraph, DraftStyle, word_file};

    let file = |text: &str| word_file(None, &[DraftParagraph::plain(DraftStyle::Body, text)]);
    let (base, other) = (file("States shall act."), file("States should act."));
    let base = open(&base).expect("the base");
    let alone = open(&other).expect("a file");
    let beside = redline::open_beside(&other, Some(&base)).expect("a file");
    assert_eq!(beside.bytes(), alone.bytes());
    assert_eq!(beside.part_texts(), alone.part_texts());
    check_beside(&base);
}

/// A file that is refused alone is refused beside another one too.
fn check_beside(base: &redline::Document) {
    let bomb = with(vec![zeros("word/media/a.bin", 80 << 20)]);
    let refused = redline::open_beside(&bomb, Some(base)).expect_err("a bomb");
    assert_eq!(refused.code(), "bomb");
}
