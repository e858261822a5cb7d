//! Zips made by hand, honest and not.

use std::io::Write as _;

/// One entry of a zip.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    pub(crate) data: Vec<u8>,
    /// Bit 0: encrypted.
    pub(crate) flags: u16,
    /// 0 stored, 8 deflate.
    pub(crate) method: u16,
    /// Unix mode.
    pub(crate) mode: u32,
    /// What the headers say of the unpacked size, where they lie.
    pub(crate) said: Option<u32>,
    /// Unpacked size and checksum of deflated data.
    pub(crate) plain: Option<(u32, u32)>,
}

pub(crate) fn entry(name: &str, data: impl Into<Vec<u8>>) -> Entry {
    Entry {
        name: name.as_bytes().to_vec(),
        data: data.into(),
        flags: 0,
        method: 0,
        mode: 0o100_644,
        said: None,
        plain: None,
    }
}

/// A zip of entries; `same_place` lets all directory entries point to the first.
pub(crate) fn zip(entries: &[Entry], same_place: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for each in entries {
        let at = if same_place && !directory.is_empty() {
            0
        } else {
            out.len()
        };
        let (size, crc) = each
            .plain
            .unwrap_or((each.data.len() as u32, crc32(&each.data)));
        let size = each.said.unwrap_or(size);
        let mut fields = Vec::new();
        put16(&mut fields, &[20, each.flags, each.method, 0, 0x21]);
        put32(&mut fields, &[crc, each.data.len() as u32, size]);
        put16(&mut fields, &[each.name.len() as u16, 0]);
        if !same_place || out.is_empty() {
            out.extend(b"PK\x03\x04");
            out.extend(&fields);
            out.extend(&each.name);
            out.extend(&each.data);
        }
        directory.extend(b"PK\x01\x02");
        put16(&mut directory, &[0x0314]);
        directory.extend(&fields);
        put16(&mut directory, &[0, 0, 0]);
        put32(&mut directory, &[each.mode << 16, at as u32]);
        directory.extend(&each.name);
    }
    let (at, size, count) = (
        out.len() as u32,
        directory.len() as u32,
        entries.len() as u16,
    );
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    put16(&mut out, &[0, 0, count, count]);
    put32(&mut out, &[size, at]);
    put16(&mut out, &[0]);
    out
}

/// The parts of a small Word file around a body.
pub(crate) fn parts(body: &str) -> Vec<Entry> {
    let types = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    vec![
        entry(
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{types}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
                 <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
        ),
        entry(
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{types}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        entry("word/document.xml", document(body)),
    ]
}

pub(crate) fn document(body: &str) -> String {
    format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">\
         <w:body>{body}</w:body></w:document>"
    )
}

/// A small Word file.
pub(crate) fn word(body: &str) -> Vec<u8> {
    zip(&parts(body), false)
}

/// An entry whose data are this many zeros, deflated.
pub(crate) fn zeros(name: &str, count: usize) -> Entry {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("x", zip::write::SimpleFileOptions::default())
        .expect("an entry");
    let block = vec![0; 1 << 20];
    for _ in 0..count >> 20 {
        zip.write_all(&block).expect("zeros");
    }
    let bytes = zip.finish().expect("a zip").into_inner();
    let mut read = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())).expect("a zip");
    let (start, packed, crc) = {
        let file = read.by_index_raw(0).expect("an entry");
        (
            file.data_start().expect("its data"),
            file.compressed_size(),
            file.crc32(),
        )
    };
    let data = bytes[start as usize..(start + packed) as usize].to_vec();
    Entry {
        method: 8,
        plain: Some((count as u32, crc)),
        ..entry(name, data)
    }
}

/// An entry of so many zeros as a deflate stream of two bits for 258 of them, which nobody has to compress.
pub(crate) fn bits_of_zeros(name: &str, count: u64) -> Entry {
    let mut bits: Vec<u8> = Vec::new();
    let put = |bits: &mut Vec<u8>, value: u32, width: u32| {
        bits.extend((0..width).map(|i| (value >> i & 1) as u8));
    };
    // The last block, with codes of its own: 286 for lengths, one for distances, 18 to tell them.
    for (value, width) in [(1, 1), (2, 2), (29, 5), (0, 5), (14, 4)] {
        put(&mut bits, value, width);
    }
    // Codes that tell the lengths: 0 for a run of no codes, 10 for length 1, 11 for length 2.
    for at in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
        put(
            &mut bits,
            match at {
                18 => 1,
                1 | 2 => 2,
                _ => 0,
            },
            3,
        );
    }
    let none = |bits: &mut Vec<u8>, run: u32| {
        bits.push(0);
        put(bits, run - 11, 7);
    };
    bits.extend([1, 1]); // byte 0
    none(&mut bits, 138);
    none(&mut bits, 117);
    bits.extend([1, 1]); // the end
    none(&mut bits, 28);
    bits.extend([1, 0]); // 258 more
    bits.extend([1, 0]); // of the byte before
    bits.extend([1, 0]); // a zero
    let more = count.div_ceil(258);
    while !bits.len().is_multiple_of(8) {
        bits.push(0);
    }
    let mut data: Vec<u8> = bits
        .chunks(8)
        .map(|byte| byte.iter().rev().fold(0, |all, bit| all << 1 | bit))
        .collect();
    data.resize(data.len() + (more / 4) as usize, 0);
    data.push(6); // the end, behind the bit that filling up a byte left over
    Entry {
        method: 8,
        plain: Some((u32::MAX, 0)),
        ..entry(name, data)
    }
}

/// A zip of deflated entries.
pub(crate) fn packed(entries: &[Entry]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for each in entries {
        let name = std::str::from_utf8(&each.name).expect("a plain name");
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(&each.data).expect("its data");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A part of a written file.
pub(crate) fn part(file: &[u8], name: &str) -> Option<String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).ok()?, &mut text).expect("text");
    Some(text)
}

/// All parts of a written file as one text.
pub(crate) fn all_parts(file: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip");
    let mut out = String::new();
    for index in 0..zip.len() {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut zip.by_index(index).expect("a part"), &mut bytes)
            .expect("its bytes");
        out.push_str(&String::from_utf8_lossy(&bytes));
    }
    out
}

fn put16(out: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|v| out.extend(v.to_le_bytes()));
}

fn put32(out: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|v| out.extend(v.to_le_bytes()));
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| {
            if c & 1 == 1 {
                (c >> 1) ^ 0xedb8_8320
            } else {
                c >> 1
            }
        })
    })
}
