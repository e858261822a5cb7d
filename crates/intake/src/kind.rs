//! What a file is, by its content more than by its name.

use std::io::Cursor;

/// What is done with a file.
pub(crate) enum Sort {
    Word,
    Sheet,
    Pdf,
    Mail,
    Outlook,
    Archive,
    /// Why it can't be read.
    Unread(&'static str),
}

/// So much of a text is looked at for the headers of a mail.
const HEADERS: usize = 16 << 10;

pub(crate) fn sort(name: &str, bytes: &[u8]) -> Sort {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = ending.to_ascii_lowercase();
    match bytes {
        [] => Sort::Unread("The file is empty."),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => office(bytes),
        [b'%', b'P', b'D', b'F', b'-', ..] => Sort::Pdf,
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => match ending.as_str() {
            "doc" => Sort::Unread(
                "This is a Word file of the old kind (.doc): save it as .docx and drop that.",
            ),
            "xls" => Sort::Unread(
                "This is an Excel file of the old kind (.xls): save it as .xlsx and drop that.",
            ),
            "docx" | "xlsx" => Sort::Unread("The file is locked with a password."),
            _ => Sort::Outlook,
        },
        _ if ending == "eml" || is_mail(bytes) => Sort::Mail,
        _ => Sort::Unread("This kind of file is kept as it is: it can't be read here."),
    }
}

/// A zip file by what it declares: Word, Excel, or an archive.
fn office(bytes: &[u8]) -> Sort {
    let Ok(archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Sort::Archive;
    };
    let has = |prefix: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.starts_with(prefix))
    };
    if !has("[Content_Types].xml") {
        return Sort::Archive;
    }
    if has("word/") {
        Sort::Word
    } else if has("xl/") {
        Sort::Sheet
    } else if has("ppt/") {
        Sort::Unread("This is a presentation: it can't be read here.")
    } else {
        Sort::Archive
    }
}

/// A text that begins with lines of a mail's head, among them who sent it.
fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEADERS)];
    let Ok(head) = std::str::from_utf8(head).or_else(|error| {
        let (good, _) = head.split_at(error.valid_up_to());
        std::str::from_utf8(good)
    }) else {
        return false;
    };
    let is_header = |line: &str| {
        let folded = line.starts_with([' ', '\t']);
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        folded || (!name.is_empty() && name.chars().all(plain))
    };
    let lines = head.lines().take_while(|line| !line.is_empty());
    let mut from = false;
    for line in lines {
        if !is_header(line) {
            return false;
        }
        from |= line.to_ascii_lowercase().starts_with("from:");
    }
    from
}

/// What programs leave behind in folders and archives.
pub(crate) fn is_litter(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || last.starts_with("._")
        || last.starts_with("~$")
        || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
