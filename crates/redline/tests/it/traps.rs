//! The traps of the design, each as small Word files: what the model says of them, and the laws held on each.

mod beside;
mod blocks;
mod moves;
mod origins;
mod words;

use redline::model::Model;
use redline::project::project_part;
use redline::{Compilation, Document, View, bracketed, compilation};

use crate::archives::{entry, parts, zip};
use crate::texts::line;
use crate::writing::{compiled, read, shown, texts, unnamed, well_formed};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const DATE: &str = "w:date=\"2026-03-01T09:00:00Z\"";

/// A paragraph of runs.
pub(crate) fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A plain run.
pub(crate) fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A run with properties.
pub(crate) fn set(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

pub(crate) fn ins(author: &str, text: &str) -> String {
    format!(
        "<w:ins w:id=\"1\" w:author=\"{author}\" {DATE}>{}</w:ins>",
        r(text)
    )
}

pub(crate) fn del(author: &str, text: &str) -> String {
    let text = r(text)
        .replace("w:t>", "w:delText>")
        .replace("<w:t ", "<w:delText ");
    format!("<w:del w:id=\"2\" w:author=\"{author}\" {DATE}>{text}</w:del>")
}

/// A paragraph whose end is inserted or deleted.
pub(crate) fn marked(mark: &str, author: &str, runs: &str) -> String {
    format!(
        "<w:p><w:pPr><w:rPr><w:{mark} w:id=\"3\" w:author=\"{author}\" {DATE}/></w:rPr></w:pPr>{runs}</w:p>"
    )
}

/// Plain paragraphs.
pub(crate) fn plain(lines: &[&str]) -> String {
    lines.iter().map(|line| p(&r(line))).collect()
}

/// A row of cells with one paragraph each.
fn row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| format!("<w:tc>{}</w:tc>", p(&r(cell))))
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat())
}

/// A file with notes: their numbers and words. A reference in the body is `note(number)`.
pub(crate) fn noted(body: &str, notes: &[(u32, &str)]) -> Vec<u8> {
    let notes: String = notes
        .iter()
        .map(|(id, text)| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p(&r(text))))
        .collect();
    with_part(
        body,
        "footnotes",
        &format!("<w:footnotes {W}>{notes}</w:footnotes>"),
        "",
    )
}

pub(crate) fn note(number: u32) -> String {
    format!("<w:r><w:footnoteReference w:id=\"{number}\"/></w:r>")
}

/// A file with one part more, and what stands at the end of its body.
fn with_part(body: &str, kind: &str, part: &str, end: &str) -> Vec<u8> {
    let mut all = parts(&format!("{body}{end}"));
    all.push(entry(
        "word/_rels/document.xml.rels",
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId7\" Type=\"http://x/relationships/{kind}\" Target=\"{kind}.xml\"/>\
             </Relationships>"
        ),
    ));
    all.push(entry(&format!("word/{kind}.xml"), part));
    zip(&all, false)
}

fn headed(body: &str, header: &str) -> Vec<u8> {
    let part = format!("<w:hdr {W}>{}</w:hdr>", p(&r(header)));
    let reference = "<w:sectPr><w:headerReference xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" w:type=\"default\" r:id=\"rId7\"/></w:sectPr>";
    with_part(body, "header", &part, reference)
}

fn file(body: &str) -> Vec<u8> {
    zip(&parts(body), false)
}

/// Compiles, and holds what comes out to the laws.
pub(crate) fn held(base: &[u8], returns: &[(&str, Vec<u8>)]) -> Compilation {
    let base = read(base);
    let opened: Vec<(String, Document)> = returns
        .iter()
        .map(|(name, file)| ((*name).to_owned(), read(file)))
        .collect();
    let all = compiled(&base, &opened);
    hold(&base, &all.model);
    for (name, file) in &opened {
        projected(&base, &all.model, name, file);
        let alone = compiled(&base, &[(name.clone(), file.clone())]);
        let written = hold(&base, &alone.model);
        if alone.look.is_empty() && alone.model.returns[0].set_aside.is_empty() {
            let (got, sent) = (texts(&written, View::Accept), texts(file, View::Accept));
            assert_eq!(shown(got), shown(sent), "{name} accepted");
        }
    }
    all
}

fn hold(base: &Document, model: &Model) -> Document {
    let word = compilation(base, model);
    well_formed(&word);
    let written = read(&word);
    let own = texts(base, View::Accept);
    assert_eq!(texts(&written, View::Reject), own, "refused");
    assert_eq!(unnamed(model, &written), Vec::<&str>::new(), "not named");
    let refused = read(&written.reject());
    assert_eq!(refused.part_texts(), base.part_texts(), "parts refused");
    assert!(!read(&bracketed(base, model)).has_revisions());
    written
}

fn projected(base: &Document, model: &Model, name: &str, file: &Document) {
    let sent = file.part_texts();
    for (part, own) in base.part_texts() {
        // Notes bear other numbers in another file: the body is held here, they in tests of their own.
        if part.starts_with("footnote") || part.starts_with("textbox") {
            continue;
        }
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let rebuilt = project_part(&own, model, name, &part);
        let wanted = sent
            .iter()
            .find(|each| each.0 == part)
            .map(|each| each.1.clone());
        assert_eq!(
            Some(rebuilt),
            wanted,
            "{name} {part}: {:#?} {:#?}",
            model.amendments,
            model.returns
        );
    }
}

/// One line an amendment, with its part where that is not the body.
fn told(model: &Model) -> Vec<String> {
    let all = model.amendments.iter();
    all.map(|each| {
        let part = if each.part == "body" {
            String::new()
        } else {
            format!("{} ", each.part)
        };
        let to = each
            .to
            .as_ref()
            .map(|to| match to.offset {
                Some(offset) => format!(" to {}@{offset}", to.paragraph),
                None => format!(" to {}", to.paragraph),
            })
            .unwrap_or_default();
        let set = if each.properties.is_empty() {
            String::new()
        } else {
            format!(" {:?}", each.properties)
        };
        format!("{part}{}{to}{set}", line(each))
    })
    .collect()
}

fn check(base: &str, returns: &[(&str, &str)], expect: &[&str]) -> Compilation {
    let returns: Vec<(&str, Vec<u8>)> = returns
        .iter()
        .map(|(name, body)| (*name, file(body)))
        .collect();
    let all = held(&file(base), &returns);
    // Among those of one stretch the order is that of their ids.
    let (mut told, mut expect) = (told(&all.model), expect.to_vec());
    told.sort_unstable();
    expect.sort_unstable();
    assert_eq!(told, expect);
    all
}

const ONE: &str = "One two three four five six.";
const TWO: &str = "Alpha beta gamma delta epsilon.";
const END: &str = "The end of the text.";

fn three() -> String {
    plain(&[ONE, TWO, END])
}

/// The text with other first paragraphs.
fn with(first: &str) -> String {
    format!("{first}{}", plain(&[TWO, END]))
}
