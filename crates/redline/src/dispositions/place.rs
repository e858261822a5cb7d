//! Places of the base in words, and the words that stand there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::one_line;
use crate::model::{Amendment, Kind};
use crate::read::Document;

/// How much of a paragraph is shown round a point, in characters.
const ROUND: usize = 60;

/// The paragraphs of a base, so that a table can show words and labels that the model does not hold.
#[derive(Clone, Debug, Default)]
pub struct BaseTexts {
    /// By part of the model, each paragraph's text and label.
    parts: BTreeMap<String, Vec<(String, Option<String>)>>,
    /// Notes by part of the model, with their rank in the file: what the reader sees as their number.
    notes: BTreeMap<String, usize>,
}

impl BaseTexts {
    /// The texts of a base, all revisions taken.
    #[must_use]
    pub fn of(base: &Document) -> Self {
        let mut texts = Self::default();
        let body = base.paragraphs().into_iter().map(|p| (p.text, p.label));
        texts.parts.insert("body".to_owned(), body.collect());
        let mut ranks: BTreeMap<String, usize> = BTreeMap::new();
        for (part, paragraphs) in base.part_texts().into_iter().skip(1) {
            if let Some((kind @ ("footnote" | "endnote"), _)) = part.split_once(':') {
                let rank = ranks.entry(kind.to_owned()).or_default();
                *rank += 1;
                texts.notes.insert(part.clone(), *rank);
            }
            let paragraphs = paragraphs.into_iter().map(|text| (text, None));
            texts.parts.insert(part, paragraphs.collect());
        }
        texts
    }

    fn paragraph(&self, part: &str, paragraph: usize) -> Option<&(String, Option<String>)> {
        self.parts.get(part)?.get(paragraph.checked_sub(1)?)
    }

    /// Where an amendment stands.
    pub(super) fn place_of(&self, amendment: &Amendment) -> String {
        let (part, paragraph) = (amendment.part.as_str(), amendment.paragraph);
        let label = amendment.label.as_deref();
        match amendment.kind {
            Kind::ParagraphInsert | Kind::RowInsert if paragraph == 0 => self.behind(part, 0),
            Kind::ParagraphInsert | Kind::RowInsert => {
                format!("after {}", self.place(part, paragraph, label))
            }
            _ => self.place(part, paragraph, label),
        }
    }

    /// The place behind a paragraph, 0 before the first.
    pub(super) fn behind(&self, part: &str, paragraph: usize) -> String {
        match (paragraph, Part::of(part).kind) {
            (0, Kinds::Body) => "at the beginning".to_owned(),
            (0, _) => format!("{}, at the beginning", self.part_in_words(part)),
            _ => format!("after {}", self.place(part, paragraph, None)),
        }
    }

    /// A paragraph: in the body its number and the label that the reader sees, elsewhere the part, and the
    /// paragraph of it that is not the first. The base's label goes before the one that is given.
    pub(super) fn place(&self, part: &str, paragraph: usize, label: Option<&str>) -> String {
        let known = self.paragraph(part, paragraph);
        let label = known.and_then(|known| known.1.as_deref()).or(label);
        if Part::of(part).kind == Kinds::Body {
            // A bullet says nothing about where one is.
            let label = label.filter(|label| label.contains(char::is_alphanumeric));
            return match label {
                Some(label) => format!("{paragraph} (para. {})", bare(label.trim())),
                None => paragraph.to_string(),
            };
        }
        let name = self.part_in_words(part);
        match paragraph {
            0 | 1 => name,
            _ => format!("{name}, paragraph {paragraph}"),
        }
    }

    fn part_in_words(&self, part: &str) -> String {
        let Some((kind, number)) = part.split_once(':') else {
            return part.to_owned();
        };
        let kind = match kind {
            "textbox" => "text box",
            other => other,
        };
        match self.notes.get(part) {
            Some(rank) => format!("{kind} {rank}"),
            None => format!("{kind} {number}"),
        }
    }

    /// A stretch of a paragraph as one line; where it is empty, the words round it.
    pub(super) fn stretch(&self, part: &str, paragraph: usize, stretch: Range<usize>) -> String {
        if stretch.is_empty() {
            return self.round(part, paragraph, stretch.start);
        }
        let known = self.paragraph(part, paragraph);
        known.map_or_else(String::new, |(text, _)| {
            let length = stretch.end - stretch.start;
            let words: String = text.chars().skip(stretch.start).take(length).collect();
            one_line(&words)
        })
    }

    /// What stands before a point of a paragraph, or else behind it: `after “States should”`.
    pub(super) fn round(&self, part: &str, paragraph: usize, offset: usize) -> String {
        let Some((text, _)) = self.paragraph(part, paragraph) else {
            return String::new();
        };
        let at = text
            .char_indices()
            .nth(offset)
            .map_or(text.len(), |(at, _)| at);
        let (head, tail) = text.split_at(at);
        if head.trim().is_empty() {
            return match beginning(tail) {
                words if words.trim().is_empty() => String::new(),
                words => format!("before “{}”", one_line(words.trim())),
            };
        }
        format!("after “{}”", one_line(end(head).trim()))
    }
}

/// The last words of a text.
fn end(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(ROUND) else {
        return text.to_owned();
    };
    let kept = &text[cut..];
    let word = kept.find(' ').map_or(0, |space| space + 1);
    format!("…{}", &kept[word..])
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(ROUND) else {
        return text.to_owned();
    };
    let kept = &text[..cut];
    format!("{}…", &kept[..kept.rfind(' ').unwrap_or(cut)])
}

/// "(b)" as "b" and "4." as "4": it stands in brackets anyway.
fn bare(label: &str) -> &str {
    let label = label.strip_suffix('.').unwrap_or(label);
    let inside = label.strip_prefix('(').and_then(|l| l.strip_suffix(')'));
    inside.unwrap_or(label)
}

/// A part of the model in the order of the table: the body, then text boxes, notes, headers and footers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part<'m> {
    kind: Kinds,
    number: u64,
    name: &'m str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kinds {
    Body,
    TextBox,
    Footnote,
    Endnote,
    Header,
    Footer,
    Unknown,
}

impl<'m> Part<'m> {
    pub(super) fn of(name: &'m str) -> Self {
        let (kind, number) = name.split_once(':').unwrap_or((name, ""));
        let kind = match kind {
            "body" => Kinds::Body,
            "textbox" => Kinds::TextBox,
            "footnote" => Kinds::Footnote,
            "endnote" => Kinds::Endnote,
            "header" => Kinds::Header,
            "footer" => Kinds::Footer,
            _ => Kinds::Unknown,
        };
        Self {
            kind,
            number: number.parse().unwrap_or(u64::MAX),
            name,
        }
    }
}
