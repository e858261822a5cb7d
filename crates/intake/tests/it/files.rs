//! Files of all kinds, made here.

use std::io::{Cursor, Write as _};

use lopdf::{Dictionary, Document, Object, StringFormat, dictionary};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

/// A mail with a text and files.
pub(crate) fn mail(from: &str, subject: &str, body: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut mail = format!(
        "From: {from}\r\nTo: secretariat@practice.example\r\nSubject: {subject}\r\n\
         Date: Mon, 4 May 2026 09:12:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=edge\r\n\r\n\
         --edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    );
    for (name, bytes) in files {
        mail.push_str(&format!(
            "--edge\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{}\r\n",
            base64(bytes)
        ));
    }
    mail.push_str("--edge--\r\n");
    mail.into_bytes()
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            if place <= three.len() {
                let six = (bits >> (18 - 6 * place)) & 63;
                text.push(char::from(SIGNS[six as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

pub(crate) fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// As much of a Word file as tells what it is.
pub(crate) fn word() -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:document/>"),
    ])
}

pub(crate) fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            page.write_string(row, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A mail as Outlook saves it.
pub(crate) fn outlook(properties: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut made = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut put = |path: String, bytes: &[u8]| {
        made.create_stream(path).unwrap().write_all(bytes).unwrap();
    };
    put("/__properties_version1.0".to_owned(), &[0; 32]);
    for (id, text) in properties {
        put(format!("/__substg1.0_{id}001F"), &wide(text));
    }
    if let Some((name, bytes)) = file {
        let folder = "/__attach_version1.0_#00000000";
        made.create_storage(folder).unwrap();
        let mut put = |path: String, bytes: &[u8]| {
            made.create_stream(path).unwrap().write_all(bytes).unwrap();
        };
        put(format!("{folder}/__substg1.0_3707001F"), &wide(name));
        put(format!("{folder}/__substg1.0_37010102"), bytes);
    }
    made.flush().unwrap();
    made.into_inner().into_inner()
}

/// A PDF of two pages; the notes stand on the second: kind, author, words.
pub(crate) fn pdf(notes: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let annotations: Vec<Object> = notes
        .iter()
        .map(|(kind, author, words)| {
            let wide = words.encode_utf16().flat_map(u16::to_be_bytes);
            let wide: Vec<u8> = [0xfe, 0xff].into_iter().chain(wide).collect();
            let note: Dictionary = dictionary! {
                "Type" => "Annot",
                "Subtype" => *kind,
                "T" => Object::string_literal(*author),
                "Contents" => Object::String(wide, StringFormat::Hexadecimal),
            };
            Object::Reference(document.add_object(note))
        })
        .collect();
    let empty = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Annots" => annotations,
    });
    let kids: Vec<Object> = vec![empty.into(), page.into()];
    let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 2 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
