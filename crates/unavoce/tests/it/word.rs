//! Word files for the tests, made here.

use std::io::{Cursor, Read as _, Write as _};

use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRun, DraftStyle, word_file,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A file of plain paragraphs.
pub(crate) fn plain(lines: &[&str]) -> Vec<u8> {
    let paragraphs: Vec<_> = lines
        .iter()
        .map(|line| DraftParagraph::plain(DraftStyle::Body, *line))
        .collect();
    word_file(None, &paragraphs)
}

/// A paragraph in which one stretch was replaced with tracking on.
pub(crate) fn replaced(style: DraftStyle, author: &str, parts: [&str; 4]) -> DraftParagraph {
    let [before, out, in_, after] = parts;
    let change = |kind| Some(change(kind, author));
    let run = |text: &str, change| DraftRun {
        change,
        ..DraftRun::plain(text)
    };
    let runs = [
        run(before, None),
        run(out, change(ChangeKind::Deleted)),
        run(in_, change(ChangeKind::Inserted)),
        run(after, None),
    ];
    let runs = runs
        .into_iter()
        .filter(|run| !run.text.is_empty())
        .collect();
    DraftParagraph {
        style,
        runs,
        mark: None,
    }
}

/// A paragraph inserted or deleted whole with tracking on.
pub(crate) fn whole(
    style: DraftStyle,
    author: &str,
    kind: ChangeKind,
    text: &str,
) -> DraftParagraph {
    let change = Some(change(kind, author));
    let runs = vec![DraftRun {
        change: change.clone(),
        ..DraftRun::plain(text)
    }];
    DraftParagraph {
        style,
        runs,
        mark: change,
    }
}

/// A paragraph with a comment on all its words.
pub(crate) fn commented(
    style: DraftStyle,
    author: &str,
    text: &str,
    comment: &str,
) -> DraftParagraph {
    let comment = DraftComment {
        author: author.into(),
        date: None,
        text: comment.into(),
    };
    let runs = vec![DraftRun {
        comment: Some(comment),
        ..DraftRun::plain(text)
    }];
    DraftParagraph {
        style,
        runs,
        mark: None,
    }
}

fn change(kind: ChangeKind, author: &str) -> Change {
    Change {
        kind,
        author: author.into(),
        date: Some("2026-03-01T09:00:00Z".into()),
    }
}

/// The file with words typed over in its text, tracking off. Fails when they aren't there.
pub(crate) fn typed_over(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    rewritten(file, |name, text| {
        if name == "word/document.xml" {
            assert!(text.contains(from), "no “{from}” in the file");
            *text = text.replace(from, to);
        }
    })
}

/// The file with its parts of XML passed through `edit`.
pub(crate) fn rewritten(file: &[u8], mut edit: impl FnMut(&str, &mut String)) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        edit(&name, &mut text);
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// The file with parts more.
pub(crate) fn with_parts(file: &[u8], parts: &[(&str, &str)]) -> Vec<u8> {
    let mut to = ZipWriter::new_append(Cursor::new(file.to_vec())).unwrap();
    for (name, text) in parts {
        to.start_file(*name, SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

const NOTES: &str = "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
<w:footnote w:id=\"2\"><w:p><w:r><w:t>A note of the base.</w:t></w:r></w:p></w:footnote></w:footnotes>";
const HEADER: &str = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
<w:p><w:r><w:t>Not for circulation</w:t></w:r></w:p></w:hdr>";

/// A file with a footnote in its first paragraph and a header.
pub(crate) fn noted(lines: &[&str]) -> Vec<u8> {
    let relation = |id: &str, kind: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/{kind}\" Target=\"{kind}.xml\"/></Relationships>"
        )
    };
    let wired = rewritten(&plain(lines), |name, text| match name {
        "word/document.xml" => {
            *text = text.replacen(
                "</w:r></w:p>",
                "</w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
                1,
            );
            *text = text.replace(
                "<w:sectPr>",
                "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId91\"/>",
            );
        }
        "word/_rels/document.xml.rels" => {
            *text = text.replace("</Relationships>", &relation("rId90", "footnotes"));
            *text = text.replace("</Relationships>", &relation("rId91", "header"));
        }
        "[Content_Types].xml" => {
            let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
            let parts = ["footnotes", "header"].map(|kind| {
                format!(
                    "<Override PartName=\"/word/{kind}.xml\" ContentType=\"{word}.{kind}+xml\"/>"
                )
            });
            *text = text.replace("</Types>", &format!("{}</Types>", parts.concat()));
        }
        _ => {}
    });
    with_parts(
        &wired,
        &[("word/footnotes.xml", NOTES), ("word/header.xml", HEADER)],
    )
}

/// A small file that would be 90 MiB when it is opened.
pub(crate) fn bomb() -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    to.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..90 {
        to.write_all(&spaces).unwrap();
    }
    let bytes = to.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "a bomb is small");
    bytes
}
