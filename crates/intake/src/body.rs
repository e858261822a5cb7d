//! The text of a mail, split by the paragraphs of the draft that it names.

use crate::place::{self, Paragraph};

/// Something that a mail says, about a paragraph or in general.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The paragraph, as written; `None` for what stands before the first.
    pub place: Option<String>,
    /// The paragraph that it means (rank from 0), where that can be said.
    pub paragraph: Option<usize>,
    pub words: String,
}

/// What a short mail says as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    NoComments,
    NotInOurMandate,
}

/// Words at the beginning of a line that name a paragraph, before its number.
const NAMES: [&str; 14] = [
    "on paragraph",
    "on para",
    "in paragraph",
    "in para",
    "paragraph",
    "para",
    "par",
    "section",
    "article",
    "op",
    "pp",
    "§",
    "¶",
    "no",
];

/// Splits a mail. Who writes back below quotes what came: that, and signatures, are left out.
#[must_use]
pub fn split(text: &str, paragraphs: &[Paragraph<'_>]) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    let mut general: Vec<&str> = Vec::new();
    for line in own(text) {
        match beginning(line, paragraphs) {
            Some((place, rest)) => remarks.push(Remark {
                paragraph: place::find(place, paragraphs),
                place: Some(place.trim().to_owned()),
                words: rest.to_owned(),
            }),
            None => match remarks.last_mut() {
                Some(remark) => {
                    remark.words.push('\n');
                    remark.words.push_str(line);
                }
                None => general.push(line),
            },
        }
    }
    for remark in &mut remarks {
        remark.words = remark.words.trim().to_owned();
    }
    let general = general.join("\n").trim().to_owned();
    if says_something(&general) || (remarks.is_empty() && !general.is_empty()) {
        let first = Remark {
            place: None,
            paragraph: place::find_quoted(&general, paragraphs),
            words: general,
        };
        remarks.insert(0, first);
    }
    remarks
}

/// The answer of a mail that says only that there is nothing to say.
#[must_use]
pub fn plain(text: &str) -> Option<Plain> {
    let words: String = own(text).join(" ").to_lowercase();
    // More than a few sentences say more.
    if words.chars().count() > 600 || words.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let says = |all: &[&str]| all.iter().any(|phrase| words.contains(phrase));
    if says(&["but ", "however", "except", "apart from", "other than"]) {
        return None;
    }
    let mandate = [
        "not in our mandate",
        "not within our mandate",
        "outside our mandate",
        "not part of our mandate",
    ];
    let nothing = [
        "no comments",
        "no comment",
        "nothing to add",
        "no further comments",
        "no objection to the draft",
        "no changes to propose",
        "no amendments",
    ];
    if says(&mandate) {
        Some(Plain::NotInOurMandate)
    } else if says(&nothing) {
        Some(Plain::NoComments)
    } else {
        None
    }
}

/// The lines that the sender wrote, without the mail that is answered and without the signature.
fn own(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut all = text.lines().peekable();
    while let Some(line) = all.next() {
        let trimmed = line.trim();
        let next = all.peek().map_or("", |next| next.trim());
        // "On Monday, … wrote:", on one line or two.
        let said = |line: &str| line.ends_with("wrote:") || line.ends_with("schrieb:");
        let wrote = trimmed.starts_with("On ") && (said(trimmed) || said(next));
        let forwarded =
            trimmed.starts_with("-----Original") || trimmed.starts_with("________________");
        let head = trimmed.starts_with("From:")
            && ["Sent:", "Date:", "To:"]
                .iter()
                .any(|name| next.starts_with(name));
        if line == "-- " || trimmed == "--" || wrote || forwarded || head {
            break;
        }
        if !trimmed.starts_with('>') {
            lines.push(line.trim_end());
        }
    }
    lines
}

/// The place that a line begins with, and what it says of it.
fn beginning<'l>(line: &'l str, paragraphs: &[Paragraph<'_>]) -> Option<(&'l str, &'l str)> {
    let line = line.trim_start_matches([' ', '\t', '-', '•', '*', '·']);
    let lower = line.to_lowercase();
    // Small letters may be longer than large ones: such lines are no places.
    if lower.len() != line.len() {
        return None;
    }
    let name = NAMES.iter().find(|name| {
        let rest = lower.strip_prefix(**name);
        rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphabetic()))
    });
    let after = name.map_or(0, |name| name.len());
    let rest = &line[after..];
    let number = rest.trim_start_matches(['.', ' ', '\u{a0}', 's']);
    let skipped = after + (rest.len() - number.len());
    let length = number_length(number)?;
    let end = skipped + length;
    let behind = line[end..].trim_start();
    let ended = behind.starts_with([':', '-', '–', '—', ',', '.', ')']);
    // A bare number is a place only if it ends like one and the draft has it.
    if name.is_none() {
        place::find(&line[..end], paragraphs)?;
        if !behind.starts_with(['.', ')', ':', '–', '-']) {
            return None;
        }
    } else if !ended && !behind.is_empty() && !line[end..].starts_with(' ') {
        return None;
    }
    let words = behind.trim_start_matches([':', '-', '–', '—', ',', '.', ')', ' ']);
    Some((&line[..end], words))
}

/// How many bytes at the beginning are a paragraph's number: "4", "4bis", "4 (a)", "12.3".
fn number_length(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let mut end = digits;
    loop {
        let rest = &text[end..];
        let part = rest.strip_prefix('.').map_or(0, |more| {
            let digits = more.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 { digits + 1 } else { 0 }
        });
        let bracket = [" (", "("].iter().find_map(|open| {
            let inner = rest.strip_prefix(open)?;
            let close = inner.find(')').filter(|close| (1..=4).contains(close))?;
            let plain = inner[..close].bytes().all(|b| b.is_ascii_alphanumeric());
            plain.then_some(open.len() + close + 1)
        });
        let latin = [" bis", " ter", "bis", "ter"].iter().find_map(|suffix| {
            let more = rest.strip_prefix(suffix)?;
            (!more.starts_with(char::is_alphabetic)).then_some(suffix.len())
        });
        match part.max(bracket.unwrap_or(0)).max(latin.unwrap_or(0)) {
            0 => return Some(end),
            more => end += more,
        }
    }
}

/// Whether what stands before the first place is more than a greeting.
fn says_something(text: &str) -> bool {
    let polite = [
        "dear",
        "hello",
        "hi ",
        "good morning",
        "good afternoon",
        "many thanks",
        "thank you",
        "thanks",
        "please find",
        "kind regards",
        "best regards",
        "regards",
        "best,",
        "sincerely",
    ];
    text.lines().any(|line| {
        let line = line.trim().to_lowercase();
        line.split_whitespace().count() > 3 && !polite.iter().any(|word| line.starts_with(word))
    })
}
