//! Bytes of a fuzzer read as decisions, and changes to XML that keep it well-formed or break it.

/// Decisions from bytes; when they are used up, every decision is the first one.
pub(crate) struct Given<'g> {
    rest: &'g [u8],
}

impl<'g> Given<'g> {
    pub(crate) fn new(bytes: &'g [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn is_over(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn rest(&self) -> &'g [u8] {
        self.rest
    }

    pub(crate) fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => 0,
        }
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        if end == 0 {
            return 0;
        }
        let number = match end {
            0..=256 => usize::from(self.byte()),
            _ => usize::from(self.byte()) << 8 | usize::from(self.byte()),
        };
        number % end
    }

    pub(crate) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// As many bytes as there are, up to a number.
    pub(crate) fn bytes(&mut self, count: usize) -> &'g [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }
}

/// What is put around elements.
const SHELLS: [(&str, &str); 22] = [
    (r#"<w:ins w:id="1" w:author="A">"#, "</w:ins>"),
    (r#"<w:del w:id="1" w:author="B">"#, "</w:del>"),
    (r#"<w:moveFrom w:id="1" w:author="A">"#, "</w:moveFrom>"),
    (r#"<w:moveTo w:id="1">"#, "</w:moveTo>"),
    ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ("<w:tr>", "</w:tr>"),
    ("<w:tc>", "</w:tc>"),
    ("<w:p>", "</w:p>"),
    ("<w:r>", "</w:r>"),
    ("<w:t>", "</w:t>"),
    ("<w:pPr>", "</w:pPr>"),
    ("<w:rPr>", "</w:rPr>"),
    ("<w:trPr>", "</w:trPr>"),
    (r#"<w:hyperlink w:anchor="a">"#, "</w:hyperlink>"),
    (r#"<w:fldSimple w:instr="PAGE">"#, "</w:fldSimple>"),
    (
        "<mc:AlternateContent><mc:Choice>",
        "</mc:Choice></mc:AlternateContent>",
    ),
    ("<mc:Fallback>", "</mc:Fallback>"),
    ("<w:pict><w:txbxContent>", "</w:txbxContent></w:pict>"),
    ("<w:smartTag>", "</w:smartTag>"),
    ("<m:oMath>", "</m:oMath>"),
    (r#"<x:y xmlns:x="urn:x" xmlns:w="urn:not-word">"#, "</x:y>"),
];

/// What is put between elements.
const PIECES: [&str; 34] = [
    r#"<w:ins w:id="1" w:author="A"/>"#,
    r#"<w:del w:id="1" w:author="B" w:date="2026-01-01T00:00:00Z"/>"#,
    r#"<w:moveFrom w:id="3"/>"#,
    "<w:moveTo/>",
    "<w:p/>",
    "<w:p><w:r><w:t>new words</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
    "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>",
    "<w:pPrChange><w:pPr/></w:pPrChange>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:trPr><w:ins/></w:trPr>",
    r#"<w:tcPr><w:gridSpan w:val="4294967296"/><w:cellDel/></w:tcPr>"#,
    "<w:tbl/>",
    "<w:tr/>",
    "<w:tc/>",
    "<w:r><w:t>x</w:t></w:r>",
    "<w:delText>x</w:delText>",
    "<w:tab/>",
    "<w:br/>",
    r#"<w:commentRangeStart w:id="0"/>"#,
    r#"<w:commentRangeEnd w:id="0"/>"#,
    r#"<w:r><w:commentReference w:id="1"/></w:r>"#,
    r#"<w:footnoteReference w:id="2"/>"#,
    r#"<w:fldChar w:fldCharType="begin"/>"#,
    r#"<w:fldChar w:fldCharType="separate"/>"#,
    r#"<w:fldChar w:fldCharType="end"/>"#,
    r#"<w:moveFromRangeStart w:id="0" w:name="m"/>"#,
    r#"<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/><w:ins/></w:numPr>"#,
    "<w:sectPr><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>",
    "<![CDATA[a<b]]>",
    "<!-- > -->",
    "<?x >?>",
];

/// What breaks, or should.
const TORN: [&str; 16] = [
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "\u{fffe}",
    "\u{202e}",
    "]]>",
    "<w:p",
    "</w:p>",
    "<!DOCTYPE x>",
    "\"",
    "'",
    "=",
    " xmlns=\"\"",
];

const VALUES: [&str; 16] = [
    "",
    "0",
    "-1",
    "1",
    "8",
    "9",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "99999999999999999999",
    "begin",
    "end",
    "Heading1",
    "true",
    "&lt;&#10;",
    "a\tb",
];

/// Changes a part as the decisions say.
pub(crate) fn mutate(text: &mut String, given: &mut Given<'_>) {
    let from = floor(text, given.below(text.len() + 1));
    let start = text[from..].find('<').map_or(text.len(), |at| from + at);
    match given.byte() % 10 {
        0 => text.insert_str(from, given.one(&TORN)),
        1 | 2 => text.insert_str(start, given.one(&PIECES)),
        3 => {
            let inside = text[from..]
                .find('>')
                .map_or(text.len(), |at| from + at + 1);
            text.insert_str(inside, given.one(&PIECES));
        }
        4 | 5 => {
            if let Some(element) = element_at(text, start) {
                let (open, close) = given.one(&SHELLS);
                text.insert_str(element.end, close);
                text.insert_str(element.start, open);
            }
        }
        6 => {
            if let Some(element) = element_at(text, start) {
                text.replace_range(element, "");
            }
        }
        7 => {
            if let Some(element) = element_at(text, start) {
                let copy = text[element].to_owned();
                let to = floor(text, given.below(text.len() + 1));
                let to = text[to..].find('<').map_or(text.len(), |at| to + at);
                if text.len() < 1 << 16 {
                    text.insert_str(to, &copy);
                }
            }
        }
        8 => {
            let value = given.one(&VALUES);
            if let Some(open) = text[from..].find("=\"").map(|at| from + at + 2)
                && let Some(close) = text[open..].find('"').map(|at| open + at)
            {
                text.replace_range(open..close, value);
            }
        }
        _ => {
            let end = floor(text, (from + 1 + given.below(64)).min(text.len()));
            text.replace_range(from..end.max(from), "");
        }
    }
}

/// Changes bytes that need be no text.
pub(crate) fn mutate_bytes(bytes: &mut Vec<u8>, given: &mut Given<'_>) {
    let at = given.below(bytes.len() + 1);
    match given.byte() % 4 {
        0 if at < bytes.len() => bytes[at] = given.byte(),
        1 if at < bytes.len() => bytes[at] ^= 1 << (given.byte() % 8),
        2 => {
            let end = (at + given.below(256)).min(bytes.len());
            bytes.drain(at..end);
        }
        _ => {
            let count = usize::from(given.byte() % 16);
            let new = given.bytes(count).to_vec();
            bytes.splice(at..at, new);
        }
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// From the start of an element to its end, where it looks like one.
fn element_at(text: &str, start: usize) -> Option<std::ops::Range<usize>> {
    let mut depth = 0_usize;
    let mut at = start;
    loop {
        let open = at + text[at..].find('<')?;
        let end = open + text[open..].find('>')? + 1;
        let tag = &text[open..end];
        match (tag.starts_with("</"), tag.ends_with("/>")) {
            (true, _) => depth = depth.checked_sub(1)?,
            (false, true) => {}
            _ if tag.starts_with("<!") || tag.starts_with("<?") => {}
            _ => depth += 1,
        }
        if depth == 0 {
            return Some(start..end);
        }
        at = end;
    }
}
