//! The hostile corpus: files that somebody could send to do harm, each with what must come of it. Nothing of it
//! is kept as a file; `cargo run -p redline --example hostile -- DIR` writes it out.

use std::fmt::Write as _;

use crate::archives::{Entry, bits_of_zeros, entry, packed, parts, zeros, zip};
use crate::bodies::around;

/// What must come of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Verdict {
    /// Refused with this code.
    Refused(&'static str),
    /// Read without a warning.
    Read,
    /// Read with a warning that holds these words.
    Warned(&'static str),
}

pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) verdict: Verdict,
    /// Too much for a build without optimisation: `scripts/hostile` tries it.
    pub(crate) large: bool,
    pub(crate) make: fn() -> Vec<u8>,
}

use Verdict::{Read, Refused, Warned};

fn small(name: &'static str, verdict: Verdict, make: fn() -> Vec<u8>) -> Case {
    Case {
        name,
        verdict,
        large: false,
        make,
    }
}

fn large(name: &'static str, verdict: Verdict, make: fn() -> Vec<u8>) -> Case {
    Case {
        large: true,
        ..small(name, verdict, make)
    }
}

pub(crate) fn corpus() -> Vec<Case> {
    let mut all = archives();
    all.extend(entities());
    all.extend(nests());
    all.extend(rings());
    all.extend(floods());
    all
}

fn archives() -> Vec<Case> {
    vec![
        small("zeros-10-gb", Refused("bomb"), || {
            with(bits_of_zeros("word/media/x.bin", 10_000_000_000))
        }),
        small("zeros-as-text", Refused("bomb"), || {
            with(zeros("word/x.xml", 64 << 20))
        }),
        small("zips-in-zips", Refused("not-word"), || nest(4)),
        small("zips-in-a-word-file", Read, || {
            with(entry("word/media/x.zip", nest(3)))
        }),
        small("zip-that-holds-itself", Refused("overlap"), holds_itself),
        small("overlapping", Refused("overlap"), || {
            let names: Vec<String> = (0..1_900).map(|i| format!("word/{i}.bin")).collect();
            let all: Vec<Entry> = names.iter().map(|n| entry(n, vec![7; 1 << 8])).collect();
            zip(&all, true)
        }),
        small("entries-65536", Refused("too-many-entries"), || {
            let names: Vec<String> = (0..65_536).map(|i| format!("{i}.xml")).collect();
            packed(&names.iter().map(|n| entry(n, "")).collect::<Vec<_>>())
        }),
        small("entries-2000", Read, || {
            let mut all = parts("<w:p/>");
            all.extend((0..1_997).map(|i| entry(&format!("word/embeddings/{i}.bin"), "x")));
            zip(&all, false)
        }),
        small("symlink", Refused("link-inside"), || {
            with(Entry {
                mode: 0o120_777,
                ..entry("word/x", "/etc/passwd")
            })
        }),
        small("path-up", Refused("path"), || {
            with(entry("../../evil.xml", "x"))
        }),
        small("path-absolute", Refused("path"), || {
            with(entry("/etc/cron.d/evil", "x"))
        }),
        small("path-of-windows", Refused("path"), || {
            with(entry("word\\..\\x.xml", "x"))
        }),
        small("doubled-main-part", Refused("doubled-name"), || {
            with(entry("word/document.xml", "<x/>"))
        }),
        small("doubled-but-for-case", Refused("doubled-name"), || {
            with(entry("word/Document.XML", "<x/>"))
        }),
        small("content-types-missing", Read, || {
            let mut all = parts("<w:p/>");
            all.remove(0);
            zip(&all, false)
        }),
        small("renamed-docm", Warned("Macros"), docm),
        small("external-template", Warned("template"), template),
    ]
}

/// Parts in which a document type may hide.
pub(crate) const PARTS: [&str; 14] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/people.xml",
    "word/settings.xml",
    "docProps/core.xml",
    "customXml/item1.xml",
];

/// A file in one part of which stands this text.
pub(crate) fn with_part(name: &str, text: impl Into<Vec<u8>>) -> Vec<u8> {
    let mut all = around("<w:p/>");
    all.retain(|part| part.name != name.as_bytes());
    all.push(entry(name, text));
    zip(&all, false)
}

pub(crate) fn billion_laughs() -> String {
    let mut text =
        String::from("<?xml version=\"1.0\"?><!-- <x> --><!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for i in 1..30 {
        let before = format!("&a{};", i - 1).repeat(10);
        let _ = write!(text, "<!ENTITY a{i} \"{before}\">");
    }
    text + "]><x>&a29;</x>"
}

fn entities() -> Vec<Case> {
    vec![
        small("billion-laughs", Refused("doctype"), || {
            with_part("word/document.xml", billion_laughs())
        }),
        small("billion-laughs-utf-16", Refused("doctype"), || {
            let wide = billion_laughs()
                .encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect::<Vec<u8>>();
            with_part(
                "word/comments.xml",
                [&[0xfe, 0xff], wide.as_slice()].concat(),
            )
        }),
        small("quadratic-blow-up", Refused("doctype"), || {
            let long = "x".repeat(50_000);
            let text = format!(
                "<!DOCTYPE x [<!ENTITY a \"{long}\">]><x>{}</x>",
                "&a;".repeat(50_000)
            );
            with_part("word/footnotes.xml", text)
        }),
        small("xxe-file", Refused("doctype"), || {
            xxe("SYSTEM \"file:///etc/passwd\"")
        }),
        small("xxe-http", Refused("doctype"), || {
            xxe("SYSTEM \"http://127.0.0.1:9/x\"")
        }),
        small("xxe-parameter", Refused("doctype"), || {
            with_part(
                "word/document.xml",
                "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/x\"> %a;]><x/>",
            )
        }),
        small("invalid-utf-8", Refused("broken"), || {
            with_part("word/document.xml", vec![b'<', 0xc3, 0x28, b'>'])
        }),
        small("half-utf-16", Refused("broken"), || {
            with_part("word/styles.xml", vec![0xff, 0xfe, 0x00, 0xd8])
        }),
        small("unknown-entity", Refused("broken"), || {
            body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")
        }),
        large("references-6-million", Refused("too-many-events"), || {
            let mut text = String::new();
            let mut dice = Dice(1);
            for _ in 0..6_000_000 {
                let _ = write!(text, "&#{};", 64 + dice.below(900));
            }
            body(&paragraph(&text))
        }),
    ]
}

fn xxe(what: &str) -> Vec<u8> {
    with_part(
        "word/document.xml",
        format!("<!DOCTYPE x [<!ENTITY a {what}>]><x>&a;</x>"),
    )
}

fn nests() -> Vec<Case> {
    vec![
        small("tables-300-deep", Refused("too-deep"), || {
            nested(
                "<w:tbl><w:tr><w:tc>",
                "<w:p/></w:tc></w:tr></w:tbl>",
                300,
                "",
            )
        }),
        small("tables-80-deep", Read, || {
            nested(
                "<w:tbl><w:tr><w:tc>",
                "<w:p/></w:tc></w:tr></w:tbl>",
                80,
                &paragraph("in"),
            )
        }),
        small("controls-120-deep", Read, || {
            nested(
                "<w:sdt><w:sdtContent>",
                "</w:sdtContent></w:sdt>",
                120,
                &paragraph("in"),
            )
        }),
        small("insertions-240-deep", Read, || {
            let (open, close) = (
                "<w:ins w:id=\"1\" w:author=\"A\">".repeat(240),
                "</w:ins>".repeat(240),
            );
            body(&format!("<w:p>{open}<w:r><w:t>in</w:t></w:r>{close}</w:p>"))
        }),
        small("links-240-deep", Read, || {
            let (open, close) = (
                "<w:hyperlink w:anchor=\"a\">".repeat(240),
                "</w:hyperlink>".repeat(240),
            );
            body(&format!("<w:p>{open}<w:r><w:t>in</w:t></w:r>{close}</w:p>"))
        }),
        small("alternatives-120-deep", Read, || {
            nested(
                "<mc:AlternateContent><mc:Choice>",
                "</mc:Choice><mc:Fallback/></mc:AlternateContent>",
                120,
                &paragraph("in"),
            )
        }),
        small("joined-2000", Read, || joined(2_000)),
        large("joined-500000", Refused("too-much-text"), || {
            joined(500_000)
        }),
        small("fields-2000-deep", Read, || fields(2_000)),
        large("joined-20000", Read, || joined(20_000)),
        large("fields-20000-deep", Read, || fields(20_000)),
        small("declarations-5000", Refused("too-many-namespaces"), || {
            declarations(5_000)
        }),
        large("declarations-at-each-element", Read, || {
            let mut text = String::new();
            for i in 0..200_000 {
                let _ = write!(text, "<w:p xmlns:a{i}=\"urn:{i}\"/>");
            }
            body(&text)
        }),
        small("attributes-20000", Read, || attributes(20_000)),
        large("attributes-2-million", Read, || attributes(2_000_000)),
        large("paragraphs-in-80-tables", Refused("too-much-text"), || {
            let mut text = String::new();
            for i in 0..1_500_000 {
                let _ = write!(text, "<w:p a=\"{i}\"/>");
            }
            nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80, &text)
        }),
    ]
}

fn rings() -> Vec<Case> {
    vec![
        small("styles-in-a-ring", Read, || {
            let style = |id: &str, on: &str| {
                format!(
                    "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:basedOn w:val=\"{on}\"/></w:style>"
                )
            };
            let styles = format!(
                "<w:styles {W}>{}{}{}</w:styles>",
                style("a", "b"),
                style("b", "a"),
                style("c", "c")
            );
            replaced(
                "word/styles.xml",
                styles,
                &"<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr></w:p>".repeat(50),
            )
        }),
        small("numbers-that-overflow", Read, || {
            let level = "<w:lvl w:ilvl=\"18446744073709551615\"><w:start w:val=\"4294967295\"/><w:lvlText w:val=\"%1\"/></w:lvl>";
            let near = "<w:lvl w:ilvl=\"8\"><w:start w:val=\"4294967295\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%9%9%9\"/></w:lvl>";
            let numbering = format!(
                "<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\">{level}{near}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            );
            let at = |level: &str| {
                format!(
                    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
                )
            };
            let wide = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"18446744073709551615\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"18446744073709551615\"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
            let ids = "<w:p><w:ins w:id=\"99999999999999999999\" w:author=\"A\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>";
            replaced(
                "word/numbering.xml",
                numbering,
                &format!(
                    "{}{}{}{wide}{ids}",
                    at("18446744073709551615"),
                    at("8").repeat(3),
                    at("-1")
                ),
            )
        }),
        large("labels-of-a-megabyte", Read, || {
            let text = "%1".repeat(500_000);
            let numbering = format!(
                "<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4999\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            );
            replaced(
                "word/numbering.xml",
                numbering,
                &"<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
                    .repeat(10_000),
            )
        }),
        small("replies-in-a-ring", Read, || {
            comments(3, |i, of| (i + 1) % of, false)
        }),
        large("replies-100000-in-a-chain", Read, || {
            comments(100_000, |i, _| i + 1, false)
        }),
        small("crossing-comments", Read, || comments(300, |i, _| i, true)),
        large("crossing-comments-20000", Read, || {
            comments(20_000, |i, _| i, true)
        }),
        small("relations-to-themselves", Read, || {
            let to = |id: usize, kind: &str, target: &str| {
                format!(
                    "<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"
                )
            };
            let own = [
                to(1, "comments", "document.xml"),
                to(2, "header", "DOCUMENT.xml"),
                to(3, "footnotes", "_rels/document.xml.rels"),
                to(4, "styles", "/word/document.xml"),
                to(5, "numbering", "../word/../word/document.xml"),
            ];
            relations_file(&own.concat(), "<w:p/>")
        }),
        large("relations-400000", Refused("too-many-relations"), || {
            related_to_one_header(400_000)
        }),
        large("relations-15000-to-one-part", Read, || {
            related_to_one_header(15_000)
        }),
        large("relations-15000-dropped", Warned("embedded object"), || {
            let mut own = String::new();
            let mut text = String::new();
            for i in 0..15_000 {
                let _ = write!(
                    own,
                    "<Relationship Id=\"r{i}\" Type=\"{OFFICE}/oleObject\" Target=\"{i}.bin\"/>"
                );
                let _ = write!(text, "<w:p r:id=\"s{i}\"/>");
            }
            relations_file(&own, &text)
        }),
        large("content-types-600000-and-embeddings", Read, || {
            let mut all = parts("<w:p/>");
            let mut types = String::new();
            for i in 0..600_000 {
                let _ = write!(types, "<Override PartName=\"/x/{i}\" ContentType=\"a/b\"/>");
            }
            let own = String::from_utf8(all[0].data.clone()).expect("text");
            all[0] = entry(
                "[Content_Types].xml",
                own.replace("</Types>", &(types + "</Types>")),
            );
            all.extend((0..1_900).map(|i| entry(&format!("word/embeddings/{i}.bin"), "x")));
            packed(&all)
        }),
    ]
}

fn floods() -> Vec<Case> {
    vec![
        small("author-as-formula", Read, || {
            by("=HYPERLINK(&quot;http://127.0.0.1/&quot;,&quot;x&quot;)")
        }),
        small("author-bidi-and-zero-width", Read, || {
            by("\u{202e}MOI\u{202c}\u{200b}\u{2066}\u{feff}\u{200d}")
        }),
        small("author-as-markup", Read, || {
            by("&lt;script&gt;alert(1)&lt;/script&gt;&#13;&#10;Bcc: a@b")
        }),
        large("author-of-a-megabyte", Read, || {
            let name = Dice(4).words(1 << 20);
            body(&format!(
                "<w:p><w:ins w:id=\"1\" w:author=\"{name}\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>"
            ))
        }),
        large("revisions-a-million", Read, || {
            let mut text = String::from("<w:p>");
            for i in 0..1_000_000 {
                let _ = write!(text, "<w:ins w:id=\"{i}\" w:author=\"{}\"/>", i % 977);
            }
            body(&(text + "</w:p>"))
        }),
        large("revisions-600000-with-words", Read, || {
            let mut text = String::from("<w:p>");
            for i in 0..600_000 {
                let _ = write!(
                    text,
                    "<w:ins w:id=\"{i}\"><w:r><w:t>{} </w:t></w:r></w:ins>",
                    i % 9_973
                );
            }
            body(&(text + "</w:p>"))
        }),
        large("comments-100000", Read, || {
            comments(100_000, |i, _| i, false)
        }),
        large("footnotes-100000", Read, || {
            let mut notes = format!("<w:footnotes {W}>");
            let mut text = String::new();
            for i in 0..100_000 {
                let _ = write!(
                    notes,
                    "<w:footnote w:id=\"{i}\">{}</w:footnote>",
                    paragraph(&i.to_string())
                );
                let _ = write!(text, "<w:r><w:footnoteReference w:id=\"{i}\"/></w:r>");
            }
            replaced(
                "word/footnotes.xml",
                notes + "</w:footnotes>",
                &format!("<w:p>{text}</w:p>"),
            )
        }),
        large("text-of-60-mb", Refused("too-much-text"), || {
            body(&paragraph(&Dice(5).words(60 << 20)))
        }),
        large("text-of-7-mb-in-one-paragraph", Read, || {
            body(&paragraph(&Dice(6).words(7 << 20)))
        }),
        large("paragraphs-2-million", Refused("too-much-text"), || {
            let mut text = String::new();
            for i in 0..2_000_000 {
                let _ = write!(text, "<w:p a=\"{i}\"/>");
            }
            body(&text)
        }),
        large("paragraphs-100000-all-equal", Read, || {
            body(&paragraph("The same words again.").repeat(100_000))
        }),
        small("rewritten-gap-of-200", Read, || {
            let mut dice = Dice(7);
            body(
                &(0..200)
                    .map(|_| paragraph(&dice.words(160)))
                    .collect::<String>(),
            )
        }),
        large("rewritten-gap-of-20000", Read, || {
            let mut dice = Dice(8);
            body(
                &(0..20_000)
                    .map(|_| paragraph(&dice.words(160)))
                    .collect::<String>(),
            )
        }),
        large("words-100000-all-changed", Read, || {
            body(&paragraph(&Dice(9).words(600_000)))
        }),
    ]
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// Words of one to eight letters, so many bytes of them.
    fn words(&mut self, length: usize) -> String {
        let mut text = String::with_capacity(length + 8);
        while text.len() < length {
            for _ in 0..=self.below(8) {
                text.push(char::from(b'a' + self.below(26) as u8));
            }
            text.push(' ');
        }
        text
    }
}

fn with(more: Entry) -> Vec<u8> {
    let mut all = parts("<w:p/>");
    all.push(more);
    zip(&all, false)
}

fn body(body: &str) -> Vec<u8> {
    packed(&parts(body))
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn replaced(name: &str, content: String, text: &str) -> Vec<u8> {
    let mut all = around(text);
    all.retain(|part| part.name != name.as_bytes());
    all.push(entry(name, content));
    packed(&all)
}

fn relations(own: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{own}</Relationships>"
    )
}

fn relations_file(own: &str, text: &str) -> Vec<u8> {
    let mut all = parts(text);
    all.push(entry("word/_rels/document.xml.rels", relations(own)));
    packed(&all)
}

fn nested(open: &str, close: &str, times: usize, inside: &str) -> Vec<u8> {
    body(&format!(
        "{}{inside}{}",
        open.repeat(times),
        close.repeat(times)
    ))
}

fn nest(depth: usize) -> Vec<u8> {
    let mut inner = zip(&[zeros("0.bin", 8 << 20)], false);
    for level in 0..depth {
        let copies: Vec<Entry> = (0..4)
            .map(|i| entry(&format!("{level}-{i}.zip"), inner.clone()))
            .collect();
        inner = zip(&copies, false);
    }
    inner
}

/// An archive whose only entry, as its directory says, is the archive.
fn holds_itself() -> Vec<u8> {
    let mut file = zip(&[entry("word/document.xml", ""), entry("r.zip", "")], false);
    let length = file.len() as u32;
    let first = file
        .windows(4)
        .position(|w| w == b"PK\x01\x02")
        .expect("a directory");
    for place in [18, 22, first + 20, first + 24] {
        file[place..place + 4].copy_from_slice(&length.to_le_bytes());
    }
    file
}

fn docm() -> Vec<u8> {
    let own = "<Relationship Id=\"rId1\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>";
    let mut all = parts("<w:p/>");
    let types = String::from_utf8(all[0].data.clone())
        .expect("text")
        .replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        );
    all[0] = entry("[Content_Types].xml", types);
    all.push(entry("word/_rels/document.xml.rels", relations(own)));
    all.push(entry("word/vbaProject.bin", "EVIL"));
    zip(&all, false)
}

fn template() -> Vec<u8> {
    let mut all = parts("<w:p/>");
    let to_settings =
        format!("<Relationship Id=\"rId1\" Type=\"{OFFICE}/settings\" Target=\"settings.xml\"/>");
    let to_template = format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/attachedTemplate\" Target=\"file://share/EVIL.dotm\" TargetMode=\"External\"/>"
    );
    all.push(entry(
        "word/_rels/document.xml.rels",
        relations(&to_settings),
    ));
    all.push(entry(
        "word/settings.xml",
        format!(
            "<w:settings {W} xmlns:r=\"{OFFICE}\"><w:attachedTemplate r:id=\"rId1\"/></w:settings>"
        ),
    ));
    all.push(entry(
        "word/_rels/settings.xml.rels",
        relations(&to_template),
    ));
    zip(&all, false)
}

/// Paragraphs of one word, each joined to the next by a deleted mark.
fn joined(count: usize) -> Vec<u8> {
    let mut text = String::new();
    for i in 0..count {
        let _ = write!(
            text,
            "<w:p><w:pPr><w:rPr><w:del w:id=\"{i}\"/></w:rPr></w:pPr><w:r><w:t>w{i} </w:t></w:r></w:p>"
        );
    }
    body(&text)
}

/// Fields in the results of fields, with a word in each.
fn fields(count: usize) -> Vec<u8> {
    let mut text = String::from("<w:p>");
    for i in 0..count {
        let _ = write!(
            text,
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF x{i}</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>w{i} </w:t></w:r>"
        );
    }
    body(&(text + "</w:p>"))
}

fn declarations(count: usize) -> Vec<u8> {
    let mut names = String::new();
    for i in 0..count {
        let _ = write!(names, " xmlns:n{i}=\"urn:{i}\"");
    }
    body(&format!(
        "<w:p{names}>{}</w:p>",
        "<w:r xmlns:a=\"urn:a\" w:x=\"1\"><w:t>x</w:t></w:r>".repeat(count)
    ))
}

fn attributes(count: usize) -> Vec<u8> {
    let mut names = String::new();
    for i in 0..count {
        let _ = write!(names, " w:n{i}=\"{i}\"");
    }
    let text = "<w:r><w:t>x</w:t></w:r>".repeat(500);
    body(&format!("<w:p><w:ins{names}>{text}</w:ins></w:p>"))
}

fn by(author: &str) -> Vec<u8> {
    body(&format!(
        "<w:p><w:ins w:id=\"1\" w:author=\"{author}\"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"{author}\"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    ))
}

/// Comments by as many people, each a reply to another (or to none where it would be to itself), on one
/// word each or on ranges that cross.
fn comments(count: usize, parent: fn(usize, usize) -> usize, crossing: bool) -> Vec<u8> {
    let mut words = format!(
        "<w:comments {W} xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
    );
    let mut threads = String::from(
        "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">",
    );
    let mut text = String::new();
    let start = |i: usize| format!("<w:commentRangeStart w:id=\"{i}\"/>");
    let end = |i: usize| {
        format!("<w:commentRangeEnd w:id=\"{i}\"/><w:r><w:commentReference w:id=\"{i}\"/></w:r>")
    };
    for i in 0..count {
        let _ = write!(
            words,
            "<w:comment w:id=\"{i}\" w:author=\"Person {i}\"><w:p w14:paraId=\"{:08X}\"><w:r><w:t>c{i}</w:t></w:r></w:p></w:comment>",
            i + 1
        );
        let _ = write!(
            threads,
            "<w15:commentEx w15:paraId=\"{:08X}\" w15:paraIdParent=\"{:08X}\"/>",
            i + 1,
            parent(i, count) + 1
        );
        if crossing {
            let _ = write!(
                text,
                "<w:p>{}<w:r><w:t>words {i}</w:t></w:r></w:p>",
                start(i)
            );
        } else {
            let _ = write!(
                text,
                "<w:p>{}<w:r><w:t>words {i}</w:t></w:r>{}</w:p>",
                start(i),
                end(i)
            );
        }
    }
    if crossing {
        let ends: String = (0..count).map(end).collect();
        let _ = write!(text, "<w:p>{ends}</w:p>");
    }
    let mut all = around(&text);
    for part in &mut all {
        match part.name.as_slice() {
            b"word/comments.xml" => part.data = format!("{words}</w:comments>").into_bytes(),
            b"word/commentsExtended.xml" => {
                part.data = format!("{threads}</w15:commentsEx>").into_bytes()
            }
            _ => {}
        }
    }
    packed(&all)
}

/// A file that names the same long header so many times.
fn related_to_one_header(times: usize) -> Vec<u8> {
    let mut own = String::new();
    for i in 0..times {
        let _ = write!(
            own,
            "<Relationship Id=\"r{i}\" Type=\"{OFFICE}/header\" Target=\"header1.xml\"/>"
        );
    }
    let long = Dice(3).words(4 << 20);
    let mut all = parts("<w:p/>");
    all.push(entry("word/_rels/document.xml.rels", relations(&own)));
    all.push(entry(
        "word/header1.xml",
        format!("<w:hdr {W}>{}</w:hdr>", paragraph(&long)),
    ));
    packed(&all)
}
