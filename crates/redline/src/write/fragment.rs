//! Small pieces of WordprocessingML as text, with the prefix `w`.

use std::fmt::Write as _;

use crate::xml::escape::{escape_attribute_into, escape_into};

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
    runs_into(&mut out, text, objects, properties);
    out
}

/// As [`runs`], behind what is there.
pub(crate) fn runs_into(out: &mut String, text: &str, objects: &[String], properties: &str) {
    let mut objects = objects.iter();
    for (rank, piece) in text.split('\u{fffc}').enumerate() {
        if rank > 0
            && let Some(object) = objects.next().filter(|object| !object.is_empty())
        {
            let note = object.starts_with("<w:footnoteReference")
                || object.starts_with("<w:endnoteReference");
            let raised = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>";
            let own = if note { raised } else { properties };
            out.extend(["<w:r>", own, object, "</w:r>"]);
        }
        if !piece.is_empty() {
            out.extend(["<w:r>", properties]);
            run_content_into(out, piece);
            out.push_str("</w:r>");
        }
    }
}

/// The attributes of a revision or comment: id, author, and the date where there is one.
pub(crate) fn signed(id: u32, author: &str, date: Option<&str>) -> String {
    let mut out = String::with_capacity(80);
    signed_into(&mut out, id, author, date);
    out
}

fn signed_into(out: &mut String, id: u32, author: &str, date: Option<&str>) {
    let _ = write!(out, "w:id=\"{id}\" w:author=\"");
    escape_attribute_into(out, author);
    out.push('"');
    if let Some(date) = date {
        out.push_str(" w:date=\"");
        escape_attribute_into(out, date);
        out.push('"');
    }
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
    let mut out = String::with_capacity(text.len() + 256);
    out.extend(["<w:comment", declarations, " "]);
    signed_into(&mut out, id, author, date);
    out.push_str(" w:initials=\"");
    escape_attribute_into(&mut out, &initials(author));
    out.push_str("\">");
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        match lines.peek() {
            Some(_) => out.push_str("<w:p>"),
            None => out.extend(["<w:p w14:paraId=\"", para_id, "\">"]),
        }
        out.push_str("<w:r>");
        run_content_into(&mut out, line);
        out.push_str("</w:r></w:p>");
    }
    out.push_str("</w:comment>");
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_first_mark_is_where_a_plain_search_finds_it(
            plain in "[aé“’\u{feff}]{0,140}",
            rest in "[a“\t\n\u{b}\u{2028}\u{fffc}]{0,8}",
        ) {
            let text = plain + &rest;
            let found = text.find(['\t', '\u{b}', '\n', '\u{2028}', '\u{fffc}']);
            prop_assert_eq!(first_mark(&text), found);
        }
    }

    #[test]
    fn an_empty_insertion_has_no_run() {
        let check = |text: &str, objects: &[&str], expect: &str| {
            let objects: Vec<String> = objects.iter().map(|each| (*each).to_owned()).collect();
            assert_eq!(runs(text, &objects, "<p/>"), expect, "{text:?}");
        };
        check("", &[], "");
        check("\u{fffc}", &[""], "");
        check("\u{fffc}", &["<o/>"], "<w:r><p/><o/></w:r>");
        check(
            "a\t\u{fffc}",
            &[],
            "<w:r><p/><w:t xml:space=\"preserve\">a</w:t><w:tab/></w:r>",
        );
    }
}
