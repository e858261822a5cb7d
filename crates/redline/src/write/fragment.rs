//! Small pieces of WordprocessingML as text, with the prefix `w`.

use crate::xml::escape::{escape_attribute, escape_into};

/// Bytes that are looked through at once.
const LOOKED_THROUGH: usize = 64;

/// The content of a run: text, tabs (U+0009, U+000B) and line breaks (U+000A, U+2028). U+FFFC stands
/// for what is no text and is left out.
pub(crate) fn run_content(text: &str) -> String {
    let mut out = String::new();
    run_content_into(&mut out, text);
    out
}

/// As [`run_content`], behind what is there.
pub(crate) fn run_content_into(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        let mark = first_mark(rest);
        let plain = &rest[..mark.unwrap_or(rest.len())];
        if !plain.is_empty() {
            out.push_str("<w:t xml:space=\"preserve\">");
            escape_into(out, plain);
            out.push_str("</w:t>");
        }
        rest = &rest[plain.len()..];
        let Some(c) = rest.chars().next() else {
            return;
        };
        out.push_str(match c {
            '\t' | '\u{b}' => "<w:tab/>",
            '\n' | '\u{2028}' => "<w:br/>",
            _ => "",
        });
        rest = &rest[c.len_utf8()..];
    }
}

/// The byte at which the first mark stands that is no plain text: U+0009, U+000A, U+000B, U+2028, U+FFFC.
pub(crate) fn first_mark(text: &str) -> Option<usize> {
    // A mark is one of these bytes or begins with one; many bytes at once are looked through much faster.
    let may_be = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\x0b' | 0xe2 | 0xef);
    let is_mark = |here: &[u8]| {
        here[0] < b' '
            || here.starts_with("\u{2028}".as_bytes())
            || here.starts_with("\u{fffc}".as_bytes())
    };
    let bytes = text.as_bytes();
    for (rank, chunk) in bytes.chunks(LOOKED_THROUGH).enumerate() {
        if !chunk.iter().fold(false, |any, byte| any | may_be(byte)) {
            continue;
        }
        let start = rank * LOOKED_THROUGH;
        let mut candidates = (start..).zip(chunk).filter(|(_, byte)| may_be(byte));
        if let Some((at, _)) = candidates.find(|(at, _)| is_mark(&bytes[*at..])) {
            return Some(at);
        }
    }
    None
}

/// Runs with these properties; references to notes stand in runs of their own, raised as readers know them.
pub(crate) fn runs(text: &str, objects: &[String], properties: &str) -> String {
    let mut out = String::new();
    let mut objects = objects.iter();
    for (rank, piece) in text.split('\u{fffc}').enumerate() {
        if rank > 0
            && let Some(object) = objects.next().filter(|object| !object.is_empty())
        {
            let note = object.starts_with("<w:footnoteReference")
                || object.starts_with("<w:endnoteReference");
            let raised = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>";
            let own = if note { raised } else { properties };
            out.push_str(&format!("<w:r>{own}{object}</w:r>"));
        }
        let content = run_content(piece);
        if !content.is_empty() {
            out.push_str(&format!("<w:r>{properties}{content}</w:r>"));
        }
    }
    out
}

/// The attributes of a revision or comment: id, author, and the date where there is one.
pub(crate) fn signed(id: u32, author: &str, date: Option<&str>) -> String {
    let mut out = format!("w:id=\"{id}\" w:author=\"{}\"", escape_attribute(author));
    if let Some(date) = date {
        out.push_str(&format!(" w:date=\"{}\"", escape_attribute(date)));
    }
    out
}

/// First letters of the words of a name, at most four: "UN Women" → "UW", "IOM" → "IOM".
pub(crate) fn initials(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    match words.as_slice() {
        [one] => one.chars().take(4).collect(),
        // "Organisation 12" is O12.
        many => many
            .iter()
            .flat_map(|word| {
                let number = word.bytes().all(|byte| byte.is_ascii_digit());
                word.chars().take(if number { 3 } else { 1 })
            })
            .take(4)
            .collect(),
    }
}

/// A comment of `comments.xml` with a paragraph id on its last paragraph. `declarations` go on the
/// outermost element.
pub(crate) fn comment(
    id: u32,
    author: &str,
    date: Option<&str>,
    text: &str,
    para_id: &str,
    declarations: &str,
) -> String {
    let mut out = format!(
        "<w:comment{declarations} {} w:initials=\"{}\">",
        signed(id, author, date),
        escape_attribute(&initials(author))
    );
    let lines: Vec<&str> = text.split('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        let own = if index + 1 == lines.len() {
            format!(" w14:paraId=\"{para_id}\"")
        } else {
            String::new()
        };
        out.push_str(&format!("<w:p{own}><w:r>{}</w:r></w:p>", run_content(line)));
    }
    out.push_str("</w:comment>");
    out
}
