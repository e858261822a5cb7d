//! From rows, remarks and notes to what is said of each paragraph of a draft.

use std::collections::BTreeMap;

use crate::body::{Remark, split};
use crate::matrix::Row;
use crate::pdf::Note;
use crate::place::{Paragraph, find, find_quoted};

/// What is said of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// How it should read, whole.
    pub words: Option<String>,
    /// Remarks, an empty line between them.
    pub comment: Option<String>,
}

/// What is said of the paragraphs, by rank from 0. What is about the whole stands with the first that has
/// words, and says so.
pub type Proposals = BTreeMap<usize, Said>;

/// Share of the words of a paragraph that a proposed text keeps, in hundredths, to be read as the whole
/// paragraph anew.
const KEPT: usize = 40;

/// Reads the rows of a table of comments.
#[must_use]
pub fn of_rows(rows: &[Row], paragraphs: &[Paragraph<'_>]) -> Proposals {
    let mut gathering = Gathering::new(paragraphs);
    for row in rows {
        let named = row
            .place
            .as_deref()
            .and_then(|place| find(place, paragraphs));
        let at = named.or_else(|| find_quoted(&row.current, paragraphs));
        let Some(at) = at else {
            gathering.general(row.place.as_deref(), &[&row.proposed, &row.comment]);
            continue;
        };
        if !row.proposed.is_empty() {
            match anew(paragraphs[at].words, &row.current, &row.proposed) {
                Some(words) if gathering.words(at, &words) => {}
                _ => gathering.remark(at, &format!("Proposed text: {}", row.proposed)),
            }
        }
        gathering.remark(at, &row.comment);
    }
    gathering.said
}

/// Reads the text of a mail.
#[must_use]
pub fn of_body(text: &str, paragraphs: &[Paragraph<'_>]) -> Proposals {
    let mut gathering = Gathering::new(paragraphs);
    for remark in split(text, paragraphs) {
        gathering.take(&remark);
    }
    gathering.said
}

/// Reads the notes of a PDF.
#[must_use]
pub fn of_notes(notes: &[Note], paragraphs: &[Paragraph<'_>]) -> Proposals {
    let mut gathering = Gathering::new(paragraphs);
    for note in notes {
        let page = format!("page {}", note.page);
        match split(&note.words, paragraphs).as_slice() {
            [remark] if remark.paragraph.is_some() => gathering.take(remark),
            _ => gathering.general(Some(&page), &[&note.words]),
        }
    }
    gathering.said
}

/// How a paragraph reads with a row's proposed text; `None` where that can't be said.
fn anew(paragraph: &str, current: &str, proposed: &str) -> Option<String> {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (whole, current) = (squeezed(paragraph), squeezed(current));
    if current == whole {
        return Some(proposed.to_owned());
    }
    // A passage of the paragraph that stands in it once.
    if !current.is_empty() && whole.matches(&current).count() == 1 {
        return Some(whole.replacen(&current, &squeezed(proposed), 1));
    }
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (own, new) = (words(paragraph), words(proposed));
    let kept = own.iter().filter(|word| new.contains(word)).count();
    let alike = kept * 100 >= own.len() * KEPT && new.len() * 2 >= own.len();
    (!own.is_empty() && alike).then(|| proposed.to_owned())
}

struct Gathering<'p> {
    /// Where what is about the whole stands.
    first: Option<usize>,
    paragraphs: &'p [Paragraph<'p>],
    said: Proposals,
}

impl<'p> Gathering<'p> {
    fn new(paragraphs: &'p [Paragraph<'p>]) -> Self {
        let first = paragraphs.iter().position(|p| !p.words.trim().is_empty());
        Self {
            first,
            paragraphs,
            said: Proposals::new(),
        }
    }

    /// Whether it could be taken: a second wording of one paragraph is not lost in the first.
    fn words(&mut self, at: usize, words: &str) -> bool {
        let said = self.said.entry(at).or_default();
        if said.words.as_deref().is_some_and(|held| held != words) {
            return false;
        }
        said.words = Some(words.to_owned());
        true
    }

    fn remark(&mut self, at: usize, words: &str) {
        if words.trim().is_empty() || at >= self.paragraphs.len() {
            return;
        }
        let said = self.said.entry(at).or_default();
        let comment = said.comment.get_or_insert_default();
        if !comment.is_empty() {
            comment.push_str("\n\n");
        }
        comment.push_str(words.trim());
    }

    fn take(&mut self, remark: &Remark) {
        match remark.paragraph {
            Some(at) => self.remark(at, &remark.words),
            None => self.general(remark.place.as_deref(), &[&remark.words]),
        }
    }

    /// About the whole, or about a place that the draft doesn't have.
    fn general(&mut self, place: Option<&str>, words: &[&str]) {
        let said: Vec<&str> = words
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        let (Some(first), false) = (self.first, said.is_empty()) else {
            return;
        };
        let place = place.map_or_else(
            || "General".to_owned(),
            |place| format!("On {}", place.trim()),
        );
        self.remark(first, &format!("{place}: {}", said.join("\n")));
    }
}
