//! Characters of XML text and attributes, there and back.

use std::borrow::Cow;

/// Text as it stands between tags. Characters that XML 1.0 cannot carry are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}

/// As [`escape`], behind what is there.
pub(crate) fn escape_into(out: &mut String, text: &str) {
    // U+FFFE and U+FFFF begin with this byte.
    let special = |b: u8| b < b' ' || matches!(b, b'&' | b'<' | b'>' | b'"' | 0xef);
    // Looking at all of them at once is faster than stopping at the first.
    if !text.bytes().fold(false, |any, b| any | special(b)) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

/// An attribute's value: as text, with the spaces that a parser would flatten written as references.
pub(crate) fn escape_attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_attribute_into(&mut out, text);
    out
}

/// As [`escape_attribute`], behind what is there.
pub(crate) fn escape_attribute_into(out: &mut String, text: &str) {
    for piece in text.split_inclusive(['\t', '\n']) {
        let plain = piece.trim_end_matches(['\t', '\n']);
        escape_into(out, plain);
        out.push_str(match &piece[plain.len()..] {
            "\t" => "&#9;",
            "\n" => "&#10;",
            _ => "",
        });
    }
}

/// The characters behind escaped text or an attribute's value; line ends become U+000A.
/// `None` for an unknown or forbidden reference.
pub(crate) fn unescape(raw: &str) -> Option<Cow<'_, str>> {
    if memchr::memchr2(b'&', b'\r', raw.as_bytes()).is_none() {
        return Some(Cow::Borrowed(raw));
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\r']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('\r') {
            out.push('\n');
            rest = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
            continue;
        }
        let end = rest.find(';')?;
        out.push(reference(&rest[1..end])?);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Some(Cow::Owned(out))
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_keep_the_spaces_that_a_parser_would_flatten() {
        let check =
            |text: &str, expect: &str| assert_eq!(escape_attribute(text), expect, "{text:?}");
        check("", "");
        check("plain", "plain");
        check("\t", "&#9;");
        check("a\t\nb\n", "a&#9;&#10;b&#10;");
        check("\"<&>\r\u{1}", "&quot;&lt;&amp;&gt;&#13;");
    }
}
