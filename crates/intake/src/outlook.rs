//! Mails as Outlook saves them: a compound file of property streams ([MS-OXMSG]).

use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

use crate::mail::{self, Letter};

type Reader<'b> = CompoundFile<Cursor<&'b [u8]>>;

/// Properties, as [MS-OXPROPS] numbers them.
const SUBJECT: &str = "0037";
const HEADERS: &str = "007D";
const SENDER_NAME: &str = "0C1A";
const SENDER_ADDRESS: &str = "0C1F";
const SENDER_SMTP: &str = "5D01";
const BODY: &str = "1000";
const FILE_NAME: &str = "3704";
const FILE_LONG_NAME: &str = "3707";
const FILE_DATA: &str = "3701";

/// Most bytes that are read of a property that is text.
const MOST_TEXT: u64 = 4 << 20;
/// Most bytes of an attachment.
const MOST_FILE: u64 = 64 << 20;
/// Most attachments.
const MOST_FILES: usize = 200;

pub(crate) fn read(bytes: &[u8], most: usize) -> Option<Letter> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    file.is_stream("/__properties_version1.0").then_some(())?;
    let text = |file: &mut Reader<'_>, id: &str| text(file, "", id);
    // The head as it travelled knows more than the properties, where it is kept.
    let headers = text(&mut file, HEADERS);
    let travelled = headers.and_then(|headers| mail::read(format!("{headers}\n\n").as_bytes(), 0));
    let mut head = travelled.map(|letter| letter.head).unwrap_or_default();
    if head.from.is_empty() {
        let address = text(&mut file, SENDER_SMTP).or_else(|| text(&mut file, SENDER_ADDRESS));
        // Addresses inside one company's server are no addresses of mail.
        let address = address.filter(|address| address.contains('@'));
        head.from = address.unwrap_or_default().to_lowercase();
    }
    head.name = head.name.or_else(|| text(&mut file, SENDER_NAME));
    head.subject = head.subject.or_else(|| text(&mut file, SUBJECT));
    let body = text(&mut file, BODY).unwrap_or_default();
    Some(Letter {
        head,
        body: body.replace("\r\n", "\n").chars().take(most).collect(),
        files: attachments(&mut file),
    })
}

fn attachments(file: &mut Reader<'_>) -> Vec<(String, Vec<u8>)> {
    let entries = file.read_root_storage();
    let folders: Vec<String> = entries
        .filter(|entry| entry.is_storage() && entry.name().starts_with("__attach_version1.0_"))
        .take(MOST_FILES)
        .map(|entry| format!("/{}", entry.name()))
        .collect();
    let mut files = Vec::new();
    for (at, folder) in folders.iter().enumerate() {
        let name = text(file, folder, FILE_LONG_NAME).or_else(|| text(file, folder, FILE_NAME));
        let name = name.unwrap_or_else(|| format!("attachment {}", at + 1));
        let path = format!("{folder}/__substg1.0_{FILE_DATA}0102");
        if let Some(bytes) = stream(file, &path, MOST_FILE) {
            files.push((name, bytes));
        }
    }
    files
}

/// A property that is text: Unicode, or in the code page that most of the world's Outlooks write.
fn text(file: &mut Reader<'_>, folder: &str, id: &str) -> Option<String> {
    let unicode = stream(file, &format!("{folder}/__substg1.0_{id}001F"), MOST_TEXT);
    let text = match unicode {
        Some(bytes) => {
            let units = bytes.chunks_exact(2);
            let units = units.map(|two| u16::from_le_bytes([two[0], two[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect::<String>()
        }
        None => {
            let bytes = stream(file, &format!("{folder}/__substg1.0_{id}001E"), MOST_TEXT)?;
            String::from_utf8(bytes)
                .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
        }
    };
    let text = text.trim_end_matches('\0').to_owned();
    (!text.is_empty()).then_some(text)
}

fn stream(file: &mut Reader<'_>, path: &str, most: u64) -> Option<Vec<u8>> {
    let stream = file.open_stream(path).ok()?;
    let mut bytes = Vec::new();
    stream.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
