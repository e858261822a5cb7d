//! The hostile corpus: files that somebody could send to do harm, each with what must come of it. Nothing of it
//! is kept as a file; `cargo run -p redline --example hostile -- DIR` writes it out.

use std::fmt::Write as _;

use crate::archives::{Entry, bits_of_zeros, entry, packed, parts, zeros, zip};
use crate::bodies::around;
use crate::crafted::{
    Dice, OFFICE, W, attributes, body, by, comments, declarations, docm, fields, holds_itself,
    joined, nest, nested, paragraph, related_to_one_header, relations_file, replaced, template,
    with,
};

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
