//! The form of a text that is used for matching only: what differs between two programs' spelling of
//! the same words is folded away, and every offset finds its way back to the exact text.
//!
//! Folded: composition (NFC), kinds and runs of space, curly quotes, hyphens that do not break, soft
//! hyphens and marks without width. Dashes, ellipses and case are left alone: they carry meaning.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// A text's matching form with the way back to the exact text.
#[derive(Clone, Debug)]
pub struct Matching<'a> {
    /// The folded text; borrowed where the exact text is already in this form.
    pub text: Cow<'a, str>,
    /// For each character of `text` the offset of the exact character that it comes from; `None`
    /// where the two texts are the same.
    origins: Option<Vec<usize>>,
}

impl Matching<'_> {
    /// The offset in the exact text of the `index`-th character of the matching form.
    #[must_use]
    pub fn origin(&self, index: usize) -> usize {
        self.origins.as_ref().map_or(index, |origins| {
            origins.get(index).copied().unwrap_or(index)
        })
    }
}

/// The matching form of a text.
#[must_use]
pub fn matching(text: &str) -> Matching<'_> {
    if is_folded(text) {
        return Matching {
            text: Cow::Borrowed(text),
            origins: None,
        };
    }
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    let mut offset = 0;
    for cluster in text.graphemes(true) {
        let length = cluster.chars().count();
        let composed: String = cluster.nfc().collect();
        let kept = composed == cluster;
        for (index, character) in composed.chars().enumerate() {
            let Some(character) = fold(character) else {
                continue;
            };
            if character == ' ' && folded.ends_with(' ') {
                continue;
            }
            folded.push(character);
            origins.push(if kept { offset + index } else { offset });
        }
        offset += length;
    }
    Matching {
        text: Cow::Owned(folded),
        origins: Some(origins),
    }
}

/// Whether two texts say the same but for the spelling of a program.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one == other || matching(one).text == matching(other).text
}

/// What a character is for matching; `None` where it counts for nothing.
fn fold(character: char) -> Option<char> {
    match character {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(' ')
        }
        '\u{2018}'..='\u{201b}' => Some('\''),
        '\u{201c}'..='\u{201f}' => Some('"'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        other => Some(other),
    }
}

/// Whether a text is its own matching form (the common case, answered without copying).
fn is_folded(text: &str) -> bool {
    if text.is_ascii() {
        return !text.contains("  ");
    }
    let mut space = false;
    for character in text.chars() {
        if fold(character) != Some(character) || (space && character == ' ') {
            return false;
        }
        space = character == ' ';
    }
    is_nfc_quick(text.chars()) == IsNormalized::Yes
}
