//! Notes that readers put into a PDF file.

use lopdf::{Dictionary, Document, Object, decode_text_string};

/// Most notes that are read.
const NOTES: usize = 2_000;
/// Most characters of a note.
const WORDS: usize = 20_000;
/// Most pages.
const PAGES: usize = 5_000;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// From 1.
    pub page: u32,
    pub author: Option<String>,
    pub words: String,
}

/// Why a PDF's notes can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("This PDF can't be opened: save it again and drop that.")]
    Broken,
    #[error("This PDF is locked with a password.")]
    Locked,
}

/// The notes in a PDF, page by page: notes, text, and what was said on marked passages.
///
/// # Errors
/// When the file can't be read.
pub fn notes(bytes: &[u8]) -> Result<Vec<Note>, Unreadable> {
    crate::guarded(|| read(bytes)).unwrap_or(Err(Unreadable::Broken))
}

fn read(bytes: &[u8]) -> Result<Vec<Note>, Unreadable> {
    let document = Document::load_mem(bytes).map_err(|_| Unreadable::Broken)?;
    if document.is_encrypted() {
        return Err(Unreadable::Locked);
    }
    let mut notes = Vec::new();
    for (page, id) in document.get_pages().into_iter().take(PAGES) {
        let Ok(annotations) = document.get_page_annotations(id) else {
            continue;
        };
        for annotation in annotations {
            if notes.len() >= NOTES {
                return Ok(notes);
            }
            notes.extend(note(&document, page, annotation));
        }
    }
    Ok(notes)
}

fn note(document: &Document, page: u32, annotation: &Dictionary) -> Option<Note> {
    let kind = annotation.get(b"Subtype").and_then(Object::as_name).ok()?;
    let said = [
        b"Text".as_slice(),
        b"FreeText",
        b"Highlight",
        b"StrikeOut",
        b"Underline",
        b"Squiggly",
        b"Caret",
    ];
    if !said.contains(&kind) {
        return None;
    }
    let text = |key: &[u8]| -> Option<String> {
        let value = annotation.get(key).ok()?;
        let (_, value) = document.dereference(value).ok()?;
        let text = decode_text_string(value).ok()?;
        let text: String = text.trim().chars().take(WORDS).collect();
        (!text.is_empty()).then_some(text)
    };
    Some(Note {
        page,
        author: text(b"T"),
        words: text(b"Contents")?.replace("\r\n", "\n").replace('\r', "\n"),
    })
}
