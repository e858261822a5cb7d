//! What hostile files are made of: nests, rings and floods of one kind.

use std::fmt::Write as _;

use crate::archives::{Entry, entry, packed, parts, zeros, zip};
use crate::bodies::around;

pub(crate) const W: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
pub(crate) const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Numbers that are the same each time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// Words of one to eight letters, so many bytes of them.
    pub(crate) fn words(&mut self, length: usize) -> String {
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

pub(crate) fn with(more: Entry) -> Vec<u8> {
    let mut all = parts("<w:p/>");
    all.push(more);
    zip(&all, false)
}

pub(crate) fn body(body: &str) -> Vec<u8> {
    packed(&parts(body))
}

pub(crate) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

pub(crate) fn replaced(name: &str, content: String, text: &str) -> Vec<u8> {
    let mut all = around(text);
    all.retain(|part| part.name != name.as_bytes());
    all.push(entry(name, content));
    packed(&all)
}

pub(crate) fn relations(own: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{own}</Relationships>"
    )
}

pub(crate) fn relations_file(own: &str, text: &str) -> Vec<u8> {
    let mut all = parts(text);
    all.push(entry("word/_rels/document.xml.rels", relations(own)));
    packed(&all)
}

pub(crate) fn nested(open: &str, close: &str, times: usize, inside: &str) -> Vec<u8> {
    body(&format!(
        "{}{inside}{}",
        open.repeat(times),
        close.repeat(times)
    ))
}

pub(crate) fn nest(depth: usize) -> Vec<u8> {
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
pub(crate) fn holds_itself() -> Vec<u8> {
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

/// Says of parts, whose first one is the list of content types, that they may hold macros.
pub(crate) fn macro_enabled(all: &mut [Entry]) {
    let types = String::from_utf8(all[0].data.clone())
        .expect("text")
        .replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        );
    all[0] = entry("[Content_Types].xml", types);
}

pub(crate) fn docm() -> Vec<u8> {
    let own = "<Relationship Id=\"rId1\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>";
    let mut all = parts("<w:p/>");
    macro_enabled(&mut all);
    all.push(entry("word/_rels/document.xml.rels", relations(own)));
    all.push(entry("word/vbaProject.bin", "EVIL"));
    zip(&all, false)
}

pub(crate) fn template() -> Vec<u8> {
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
pub(crate) fn joined(count: usize) -> Vec<u8> {
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
pub(crate) fn fields(count: usize) -> Vec<u8> {
    let mut text = String::from("<w:p>");
    for i in 0..count {
        let _ = write!(
            text,
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF x{i}</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>w{i} </w:t></w:r>"
        );
    }
    body(&(text + "</w:p>"))
}

pub(crate) fn declarations(count: usize) -> Vec<u8> {
    let mut names = String::new();
    for i in 0..count {
        let _ = write!(names, " xmlns:n{i}=\"urn:{i}\"");
    }
    body(&format!(
        "<w:p{names}>{}</w:p>",
        "<w:r xmlns:a=\"urn:a\" w:x=\"1\"><w:t>x</w:t></w:r>".repeat(count)
    ))
}

pub(crate) fn attributes(count: usize) -> Vec<u8> {
    let mut names = String::new();
    for i in 0..count {
        let _ = write!(names, " w:n{i}=\"{i}\"");
    }
    let text = "<w:r><w:t>x</w:t></w:r>".repeat(500);
    body(&format!("<w:p><w:ins{names}>{text}</w:ins></w:p>"))
}

pub(crate) fn by(author: &str) -> Vec<u8> {
    body(&format!(
        "<w:p><w:ins w:id=\"1\" w:author=\"{author}\"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"{author}\"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    ))
}

/// Comments by as many people, each a reply to another (or to none where it would be to itself), on one
/// word each or on ranges that cross.
pub(crate) fn comments(count: usize, parent: fn(usize, usize) -> usize, crossing: bool) -> Vec<u8> {
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
pub(crate) fn related_to_one_header(times: usize) -> Vec<u8> {
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
