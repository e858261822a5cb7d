//! The zip itself, read within the limits on files that come in. No declared size is believed.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use zip::{CompressionMethod, ZipArchive};

use super::{Content, is_xml};
use crate::refused::Refused;
use crate::xml;

const MAX_FILE: usize = 50 << 20;
const MAX_ENTRIES: usize = 2_000;
const MAX_PART: u64 = 64 << 20;
const MAX_TOTAL: u64 = 200 << 20;
/// How many times its compressed size a part may grow to, beyond its first MiB.
const MAX_RATIO: u64 = 200;
const DOCTYPE: &[u8] = b"<!DOCTYPE";
const FREE_OF_RATIO: u64 = 1 << 20;

/// The parts of a zip in the order of its directory, without folders.
///
/// `known` gives the bytes of a part that another file holds under that name, packed into the very same bytes:
/// it is not unpacked again.
pub(super) fn read(bytes: &[u8], known: &Known<'_>) -> Result<Vec<Unpacked>, Refused> {
    recognise(bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| Refused::broken("its archive cannot be opened"))?;
    if zip.len() > MAX_ENTRIES {
        return Err(Refused::unsafe_archive(
            "too-many-entries",
            "it holds more than 2,000 parts",
        ));
    }
    if zip.has_duplicate_names() {
        return Err(doubled());
    }
    match zip.has_overlapping_entries() {
        Ok(false) => {}
        Ok(true) => {
            return Err(Refused::unsafe_archive(
                "overlap",
                "its parts lie over each other",
            ));
        }
        Err(_) => return Err(Refused::broken("its archive cannot be followed")),
    }
    let mut parts = Vec::with_capacity(zip.len());
    let mut seen = std::collections::BTreeSet::new();
    let mut total = 0;
    for index in 0..zip.len() {
        let Some(part) = read_entry(&mut zip, index, &mut total, known)? else {
            continue;
        };
        if !seen.insert(part.name.to_ascii_lowercase()) {
            return Err(doubled());
        }
        if is_xml(&part.name) {
            refuse_doctype(&part.name, part.content.bytes())?;
        }
        parts.push(part);
    }
    Ok(parts)
}

fn doubled() -> Refused {
    Refused::unsafe_archive("doubled-name", "two of its parts have the same name")
}

/// Packed sizes of parts for which it pays to look whether another file has them too: to begin unpacking costs
/// as much as some ten thousand characters.
const WORTH_SHARING: std::ops::Range<u64> = 64..1 << 20;

/// A part as it was read.
pub(super) struct Unpacked {
    pub(super) name: String,
    pub(super) content: Content,
    /// As it was packed, where it may be worth sharing.
    pub(super) packed: Option<Arc<Vec<u8>>>,
}

/// Gives what a part of that name and of these packed bytes unpacks to.
pub(super) type Known<'k> = dyn Fn(&str, &[u8]) -> Option<Content> + 'k;

/// Says by the first bytes what a file is that is no zip.
fn recognise(bytes: &[u8]) -> Result<(), Refused> {
    let refuse = |code, sentence: &str| Err(Refused::new(code, sentence));
    if bytes.is_empty() {
        return refuse(
            "empty",
            "This file is empty: check that it was saved, and send it again.",
        );
    }
    if bytes.len() > MAX_FILE {
        return refuse(
            "too-large",
            "This file is larger than 50 MB: compress its pictures in Word (File, Compress Pictures), and \
             send it again.",
        );
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        if has_wide(bytes, "EncryptedPackage") {
            return refuse(
                "encrypted",
                "This file is protected with a password or by rights management: open it in Word, choose \
                 File, Info, Protect Document, take the protection off, save and send it again.",
            );
        }
        return refuse(
            "doc",
            "This is a Word file of the old kind (.doc): open it in Word, choose File, Save As, “Word \
             Document (.docx)”, and send that.",
        );
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"%PDF") {
        return refuse(
            "pdf",
            "This is a PDF, in which changes cannot be read: send the Word file (.docx) that it was made from.",
        );
    }
    if start.starts_with(b"{\\rtf") {
        return refuse(
            "rtf",
            "This is a rich-text file (.rtf): open it in Word, choose File, Save As, “Word Document (.docx)”, \
             and send that.",
        );
    }
    if start.starts_with(b"[InternetShortcut]") {
        return refuse(
            "link",
            "This is a link to a file and not the file: open the link, download the Word file (.docx), and \
             send that.",
        );
    }
    refuse(
        "not-word",
        "This is not a Word file (.docx): open the text in Word, choose File, Save As, “Word Document \
         (.docx)”, and send that.",
    )
}

/// Whether an ASCII word stands in UTF-16 somewhere, as names do in OLE files.
fn has_wide(bytes: &[u8], word: &str) -> bool {
    let wide: Vec<u8> = word.bytes().flat_map(|b| [b, 0]).collect();
    bytes.windows(wide.len()).any(|w| w == wide)
}

/// One entry by its index; `None` for a folder.
fn read_entry(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    total: &mut u64,
    known: &Known<'_>,
) -> Result<Option<Unpacked>, Refused> {
    let (name, packed) = {
        let mut raw = zip
            .by_index_raw(index)
            .map_err(|_| Refused::broken("a part cannot be found"))?;
        if raw.encrypted() {
            return Err(Refused::new(
                "encrypted",
                "This file is protected with a password: open it, take the password off, save it as .docx \
                 and send that.",
            ));
        }
        if !matches!(
            raw.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            return Err(Refused::unsafe_archive(
                "compression",
                "it is compressed in a way that Word does not use",
            ));
        }
        if raw.is_symlink() || raw.unix_mode().is_some_and(|m| m & 0o170_000 == 0o120_000) {
            return Err(Refused::unsafe_archive(
                "link-inside",
                "it holds links to other files",
            ));
        }
        let name = std::str::from_utf8(raw.name_raw())
            .map_err(|_| Refused::unsafe_archive("name", "a part has an unreadable name"))?
            .to_owned();
        check_name(&name)?;
        if name.ends_with('/') {
            return Ok(None);
        }
        let worth = WORTH_SHARING.contains(&raw.compressed_size());
        let mut packed = Vec::new();
        if worth && raw.compression() == CompressionMethod::Deflated {
            // The limit of what is worth sharing is the most that a false size can ask for.
            packed.reserve_exact(usize::try_from(raw.compressed_size()).unwrap_or(0));
            raw.by_ref()
                .take(WORTH_SHARING.end)
                .read_to_end(&mut packed)
                .map_err(|_| Refused::broken("a part cannot be found"))?;
        }
        (name, packed)
    };
    if let Some(content) = known(&name, &packed).filter(|_| !packed.is_empty())
        && content.bytes().len() as u64 <= MAX_TOTAL - *total
    {
        *total += content.bytes().len() as u64;
        return Ok(Some(Unpacked {
            name,
            content,
            packed: None,
        }));
    }
    let mut entry = zip
        .by_index(index)
        .map_err(|_| Refused::broken("a part cannot be found"))?;
    let size = entry.compressed_size();
    let limit = MAX_PART
        .min(MAX_TOTAL - *total)
        .min(FREE_OF_RATIO.saturating_add(size.saturating_mul(MAX_RATIO)));
    // A declared size is a hint for memory and nothing else.
    let hint = entry.size().min(limit).min(FREE_OF_RATIO);
    let mut bytes = Vec::with_capacity(usize::try_from(hint).unwrap_or(0));
    entry
        .by_ref()
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Refused::broken(&format!("{name} cannot be unpacked")))?;
    if bytes.len() as u64 > limit {
        return Err(Refused::unsafe_archive(
            "bomb",
            "it unpacks to far more than a text can be",
        ));
    }
    *total += bytes.len() as u64;
    Ok(Some(Unpacked {
        content: Content::of(&name, bytes),
        name,
        packed: (!packed.is_empty()).then(|| Arc::new(packed)),
    }))
}

fn check_name(name: &str) -> Result<(), Refused> {
    let escapes = name.is_empty()
        || name.starts_with('/')
        || name.contains(['\\', '\0'])
        || name.as_bytes().get(1) == Some(&b':')
        || name.split('/').any(|step| step == "..");
    if escapes {
        return Err(Refused::unsafe_archive(
            "path",
            "a part has a name that points outside the file",
        ));
    }
    Ok(())
}

/// No part may declare a document type, read by us or not: who opens the file next may follow it.
fn refuse_doctype(name: &str, bytes: &[u8]) -> Result<(), Refused> {
    let wide = matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..]
    );
    let found = if wide {
        let narrow: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).collect();
        has(&narrow, DOCTYPE)
    } else {
        declares(bytes)
    };
    if found {
        Err(xml::doctype(name))
    } else {
        Ok(())
    }
}

/// Whether a declaration stands in the prolog: behind the first element it would be no XML. What does
/// not look like a prolog is searched through.
fn declares(bytes: &[u8]) -> bool {
    let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    loop {
        rest = rest.trim_ascii_start();
        let end: &[u8] = match rest {
            [b'<', b'?', ..] => b"?>",
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'_' => return false,
            _ => return has(rest, DOCTYPE),
        };
        match rest.windows(end.len()).skip(2).position(|w| w == end) {
            Some(at) => rest = &rest[2 + at + end.len()..],
            None => return false,
        }
    }
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|w| w == word)
}
