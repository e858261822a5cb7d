//! Small Word files with a little of everything.

use std::fmt::Write as _;

use crate::archives::{Entry, document, entry, parts};
use crate::mutating::Given;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const W14: &str = "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
const W15: &str = "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";

const RICH: &str = r#"<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">States should </w:t></w:r><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>duly </w:t></w:r></w:ins><w:del w:id="2" w:author="B"><w:r><w:delText>never </w:delText></w:r></w:del><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>protect</w:t><w:tab/><w:t>victims</w:t><w:br/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:moveFromRangeStart w:id="3" w:author="A" w:name="m"/><w:moveFrom w:id="4" w:author="A"><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="3"/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>seven</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="B"/></w:rPr></w:pPr><w:r><w:t>joined</w:t></w:r></w:p>
<w:p><w:hyperlink w:anchor="a"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>
<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins w:id="6" w:author="A"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>
<w:p><w:moveTo w:id="7" w:author="A"><w:r><w:t>moved</w:t></w:r></w:moveTo><mc:AlternateContent><mc:Choice><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></mc:Choice><mc:Fallback/></mc:AlternateContent></w:p>
<w:sectPr><w:headerReference r:id="rId7"/></w:sectPr>"#;

const NUMBERING: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>"#;

const STYLES: &str = r#"<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#;

/// Kinds of part beside the main one: relationship, name, content.
fn beside() -> Vec<(&'static str, &'static str, String)> {
    let comment = |id: usize, para: &str, text: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"A\" w:initials=\"A\"><w:p w14:paraId=\"{para}\"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        )
    };
    vec![
        (
            "comments",
            "comments.xml",
            format!(
                "<w:comments {W} {W14}>{}{}</w:comments>",
                comment(0, "00000001", "why?"),
                comment(1, "00000002", "so")
            ),
        ),
        (
            "commentsExtended",
            "commentsExtended.xml",
            format!(
                "<w15:commentsEx {W15}><w15:commentEx w15:paraId=\"00000001\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"00000002\" w15:paraIdParent=\"00000001\"/></w15:commentsEx>"
            ),
        ),
        (
            "footnotes",
            "footnotes.xml",
            format!(
                "<w:footnotes {W}><w:footnote w:id=\"2\"><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote></w:footnotes>"
            ),
        ),
        (
            "numbering",
            "numbering.xml",
            format!("<w:numbering {W}>{NUMBERING}</w:numbering>"),
        ),
        (
            "styles",
            "styles.xml",
            format!("<w:styles {W}>{STYLES}</w:styles>"),
        ),
        (
            "people",
            "people.xml",
            format!("<w15:people {W15}><w15:person w15:author=\"A\"/></w15:people>"),
        ),
        (
            "header",
            "header1.xml",
            format!("<w:hdr {W}><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>"),
        ),
    ]
}

/// The parts of a file around a body, with two comments, a note, numbering, styles and a header.
pub(crate) fn around(body: &str) -> Vec<Entry> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut all = parts("");
    all[2] = entry("word/document.xml", document(body));
    let mut relations = String::from(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (index, (kind, name, content)) in beside().into_iter().enumerate() {
        relations.push_str(&format!(
            "<Relationship Id=\"rId{}\" Type=\"{office}/{kind}\" Target=\"{name}\"/>",
            index + 1
        ));
        all.push(entry(&format!("word/{name}"), content));
    }
    relations.push_str("</Relationships>");
    all.push(entry("word/_rels/document.xml.rels", relations));
    all
}

/// A file with a little of everything.
pub(crate) fn rich() -> Vec<Entry> {
    around(RICH)
}

/// A body as a few blocks, each a row of codes that say what stands in it.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    blocks: Vec<Vec<u8>>,
}

impl Text {
    pub(crate) fn any(given: &mut Given<'_>) -> Self {
        let count = 1 + given.below(6);
        Self {
            blocks: (0..count).map(|_| block(given)).collect(),
        }
    }

    /// What somebody made of it.
    pub(crate) fn changed(&self, given: &mut Given<'_>) -> Self {
        let mut blocks = self.blocks.clone();
        for _ in 0..given.below(6) {
            if blocks.is_empty() {
                blocks.push(block(given));
                continue;
            }
            let at = given.below(blocks.len());
            match given.byte() % 8 {
                0 => drop(blocks.remove(at)),
                1 => blocks.insert(at, block(given)),
                2 => blocks.insert(at, blocks[at].clone()),
                3 => {
                    let to = given.below(blocks.len());
                    blocks.swap(at, to);
                }
                4 => {
                    let place = given.below(blocks[at].len() + 1);
                    let rest = blocks[at].split_off(place);
                    blocks.insert(at + 1, rest);
                }
                change => {
                    let code = given.byte();
                    let block = &mut blocks[at];
                    let place = given.below(block.len() + 1);
                    if change == 5 || place == block.len() {
                        block.insert(place, code);
                    } else if change == 6 {
                        block.remove(place);
                    } else {
                        block[place] = code;
                    }
                }
            }
        }
        Self { blocks }
    }

    /// Its XML.
    pub(crate) fn body(&self) -> String {
        let mut body = String::new();
        let mut ids = 10;
        for codes in &self.blocks {
            put_block(&mut body, &mut Given::new(codes), &mut ids);
        }
        // As Word ends a body.
        if body.ends_with("</w:tbl>") {
            body.push_str("<w:p/>");
        }
        body
    }
}

fn block(given: &mut Given<'_>) -> Vec<u8> {
    let length = given.below(14);
    given.bytes(length).to_vec()
}

const WORDS: [&str; 12] = [
    "States ",
    "shall ",
    "should ",
    "protect ",
    "all ",
    "victims",
    ". ",
    "25%",
    " ",
    "\u{201c}two\u{a0}years\u{201d}",
    "\u{4fdd}\u{62a4}",
    "e\u{301}",
];

fn who(given: &mut Given<'_>, ids: &mut usize) -> String {
    *ids += 1;
    let author = given.one(&["A", "B", "", "Una Voce"]);
    format!("w:id=\"{ids}\" w:author=\"{author}\"")
}

fn put_block(out: &mut String, given: &mut Given<'_>, ids: &mut usize) {
    match given.byte() {
        200..=229 => {
            out.push_str("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>");
            for _ in 0..=given.below(3) {
                out.push_str("<w:tr>");
                let mark = given.byte();
                if mark >= 192 {
                    let name = if mark.is_multiple_of(2) { "ins" } else { "del" };
                    let _ = write!(out, "<w:trPr><w:{name} {}/></w:trPr>", who(given, ids));
                }
                for _ in 0..=given.below(2) {
                    out.push_str("<w:tc>");
                    for _ in 0..=given.below(2) {
                        let items = given.below(3);
                        put_paragraph(out, given, ids, items);
                    }
                    out.push_str("</w:tc>");
                }
                out.push_str("</w:tr>");
            }
            out.push_str("</w:tbl>");
        }
        230..=240 => {
            out.push_str("<w:sdt><w:sdtContent>");
            put_paragraph(out, given, ids, 20);
            out.push_str("</w:sdtContent></w:sdt>");
        }
        _ => put_paragraph(out, given, ids, 20),
    }
}

fn put_paragraph(out: &mut String, given: &mut Given<'_>, ids: &mut usize, items: usize) {
    out.push_str("<w:p>");
    match given.byte() {
        byte @ 120..=179 => {
            let name = ["ins", "del", "moveFrom", "moveTo"][usize::from(byte) % 4];
            let _ = write!(
                out,
                "<w:pPr><w:rPr><w:{name} {}/></w:rPr></w:pPr>",
                who(given, ids)
            );
        }
        180..=199 => out.push_str("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>"),
        200..=219 => out.push_str(
            "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        ),
        220..=229 => {
            let _ = write!(
                out,
                "<w:pPr><w:jc w:val=\"left\"/><w:pPrChange {}><w:pPr/></w:pPrChange></w:pPr>",
                who(given, ids)
            );
        }
        _ => {}
    }
    for _ in 0..items {
        if given.is_over() {
            break;
        }
        put_item(out, given, ids);
    }
    out.push_str("</w:p>");
}

fn put_item(out: &mut String, given: &mut Given<'_>, ids: &mut usize) {
    let run = |given: &mut Given<'_>, tag: &str| {
        let text = given.one(&WORDS);
        let bold = if given.byte() >= 224 {
            "<w:rPr><w:b/></w:rPr>"
        } else {
            ""
        };
        format!("<w:r>{bold}<w:{tag} xml:space=\"preserve\">{text}</w:{tag}></w:r>")
    };
    match given.byte() % 24 {
        kind @ 8..=11 => {
            let name = ["ins", "del", "moveFrom", "moveTo"][usize::from(kind - 8)];
            let tag = if kind == 9 { "delText" } else { "t" };
            let _ = write!(
                out,
                "<w:{name} {}>{}</w:{name}>",
                who(given, ids),
                run(given, tag)
            );
        }
        12 => {
            let (one, other) = (who(given, ids), who(given, ids));
            let _ = write!(
                out,
                "<w:ins {one}><w:del {other}>{}</w:del></w:ins>",
                run(given, "delText")
            );
        }
        13 => {
            let _ = write!(
                out,
                "<w:hyperlink w:anchor=\"a\">{}</w:hyperlink>",
                run(given, "t")
            );
        }
        14 => {
            let _ = write!(
                out,
                "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
                run(given, "t")
            );
        }
        15 => {
            let _ = write!(
                out,
                "<w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple>",
                run(given, "t")
            );
        }
        16 => {
            let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
            let _ = write!(
                out,
                "{}<w:r><w:instrText>REF x</w:instrText></w:r>{}{}{}",
                mark("begin"),
                mark("separate"),
                run(given, "t"),
                mark("end")
            );
        }
        17 => {
            let id = given.below(2);
            let _ = write!(
                out,
                "<w:commentRangeStart w:id=\"{id}\"/>{}<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>",
                run(given, "t")
            );
        }
        18 => out.push_str("<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
        19 => out.push_str(given.one(&[
            "<w:r><w:tab/></w:r>",
            "<w:r><w:br/></w:r>",
            "<w:r><w:noBreakHyphen/></w:r>",
        ])),
        20 => out.push_str("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
        21 => {
            let _ = write!(
                out,
                "<w:r><w:rPr><w:i/><w:rPrChange {}><w:rPr/></w:rPrChange></w:rPr><w:t>tilted</w:t></w:r>",
                who(given, ids)
            );
        }
        22 => {
            let _ = write!(
                out,
                "<w:bookmarkStart w:id=\"{ids}\" w:name=\"b{ids}\"/>{}<w:bookmarkEnd w:id=\"{ids}\"/>",
                run(given, "t")
            );
        }
        23 => {
            let _ = write!(
                out,
                "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
                run(given, "t"),
                run(given, "t")
            );
        }
        _ => out.push_str(&run(given, "t")),
    }
}
