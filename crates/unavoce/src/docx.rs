//! `unavoce docx …`: one Word file on the command line.

use std::io::Write as _;
use std::path::Path;

use redline::{Document, View};
use serde::Serialize;

use crate::cli::{self, DocxCommand};
use crate::compile;
use crate::edge;
use crate::exit::{Status, Told};

pub(crate) fn run(asked: &cli::Docx) -> Result<Status, Told> {
    match &asked.command {
        DocxCommand::Text { file, view, json } => text(file, *view, *json),
        DocxCommand::Accept { from, to } => rewrite(from, to, Document::accept),
        DocxCommand::Reject { from, to } => rewrite(from, to, Document::reject),
        DocxCommand::Compare(asked) => compare(asked),
        DocxCommand::Inspect { file, json } => inspect(file, *json),
    }
}

/// Opens a Word file from disk.
///
/// # Errors
/// When it can't be read, or is refused by the reader.
pub(crate) fn open(path: &Path) -> Result<(Document, Vec<u8>), Told> {
    open_beside(path, None)
}

/// As [`open`], a file that is likely to share parts with another one.
pub(crate) fn open_beside(
    path: &Path,
    other: Option<&Document>,
) -> Result<(Document, Vec<u8>), Told> {
    let bytes = edge::read_file(path)?;
    let document = redline::open_beside(&bytes, other).map_err(|reason| Told::Refused {
        file: path.display().to_string(),
        reason: reason.to_string(),
    })?;
    Ok((document, bytes))
}

#[derive(Serialize)]
struct TextJson<'a> {
    schema: u32,
    view: &'a str,
    paragraphs: Vec<ParagraphJson>,
}

#[derive(Serialize)]
struct ParagraphJson {
    paragraph: usize,
    label: Option<String>,
    text: String,
}

fn text(path: &Path, view: cli::View, json: bool) -> Result<Status, Told> {
    let (document, _) = open(path)?;
    let (view, name) = match view {
        cli::View::Accept => (View::Accept, "accept"),
        cli::View::Reject => (View::Reject, "reject"),
    };
    let story = document.story(view);
    let paragraphs: Vec<_> = story
        .paragraphs
        .into_iter()
        .enumerate()
        .map(|(index, p)| ParagraphJson {
            paragraph: index + 1,
            label: p.label,
            text: p.text,
        })
        .collect();
    if json {
        return print_json(&TextJson {
            schema: 1,
            view: name,
            paragraphs,
        });
    }
    let mut lines = String::new();
    for paragraph in &paragraphs {
        // One paragraph is one line: a break inside it is U+2028.
        lines.push_str(&paragraph.text.replace('\n', "\u{2028}"));
        lines.push('\n');
    }
    print(&lines)
}

fn rewrite(from: &Path, to: &Path, with: fn(&Document) -> Vec<u8>) -> Result<Status, Told> {
    let (document, _) = open(from)?;
    edge::write_whole(to, &with(&document))?;
    Ok(Status::Done)
}

fn compare(asked: &cli::Compare) -> Result<Status, Told> {
    let (before, _) = open(&asked.before)?;
    let (after, _) = open(&asked.after)?;
    let compared = redline::compare(&before, &after, &asked.author);
    edge::write_whole(&asked.to, &compared.word)?;
    Ok(compile::tell(&compared.model, &compared.look))
}

fn inspect(path: &Path, json: bool) -> Result<Status, Told> {
    let (document, _) = open(path)?;
    let inspection = redline::inspect(&document);
    if json {
        return print_json(&inspection);
    }
    print(&inspection.to_string())
}

fn print_json(value: &impl Serialize) -> Result<Status, Told> {
    let mut json = serde_json::to_string_pretty(value).map_err(Told::io("write JSON"))?;
    json.push('\n');
    print(&json)
}

/// Prints to standard output; a reader that went away (`| head`) is no error.
pub(crate) fn print(text: &str) -> Result<Status, Told> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Told::io("write to standard output")(error))
        }
        _ => Ok(Status::Done),
    }
}
