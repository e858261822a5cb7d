//! Words as people compare them: UAX #29 words, with numbers, dates and citations in one piece
//! ("A/RES/72/1", "25%"), and each character of a script without spaces for itself.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::normalise::{Matching, matching};

/// A stretch of text that is compared as one.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands in the exact text, in Unicode scalar values. Tokens leave no gaps.
    pub chars: Range<usize>,
    /// Where it stands in the exact text, in bytes.
    bytes: Range<usize>,
    /// Where its matching form stands, in bytes of that form.
    key: Range<usize>,
    /// Holds a letter or a digit.
    pub word: bool,
}

/// A text cut into tokens.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    matching: Cow<'a, str>,
    /// The tokens in order; they cover the whole text.
    pub tokens: Vec<Token>,
    /// Length of the text in Unicode scalar values.
    pub length: usize,
}

impl<'a> Tokens<'a> {
    /// Cuts a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self::cut(text, false)
    }

    /// As [`Tokens::of`], for texts in which sentences may stand without a space between them, as where
    /// paragraphs were joined: "here.There" is three tokens.
    #[must_use]
    pub fn of_joined(text: &'a str) -> Self {
        Self::cut(text, true)
    }

    fn cut(text: &'a str, joined: bool) -> Self {
        let matching = matching(text);
        if text.is_ascii() && matches!(matching.text, Cow::Borrowed(_)) {
            return Self::of_plain(text, matching.text, joined);
        }
        let length = text.chars().count();
        let (pieces, starts) = placed_pieces(&matching, joined);
        let mut tokens = Vec::with_capacity(pieces.len());
        let mut offsets = text.char_indices().map(|(byte, _)| byte);
        let (mut at, mut byte) = (0, 0);
        for (index, key) in pieces.into_iter().enumerate() {
            let end = starts.get(index + 1).copied().unwrap_or(length);
            let behind = if end == length {
                text.len()
            } else {
                offsets.nth(end - at).unwrap_or(text.len())
            };
            let word = matching.text[key.clone()]
                .chars()
                .any(char::is_alphanumeric);
            tokens.push(Token {
                chars: starts[index]..end,
                bytes: byte..behind,
                key,
                word,
            });
            (at, byte) = (end + 1, behind);
        }
        if tokens.is_empty() && length > 0 {
            tokens.push(Token {
                chars: 0..length,
                bytes: 0..text.len(),
                key: 0..0,
                word: false,
            });
        }
        Self {
            text,
            matching: matching.text,
            tokens,
            length,
        }
    }

    /// Cuts a text whose bytes are its characters and its own matching form.
    fn of_plain(text: &'a str, matching: Cow<'a, str>, joined: bool) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 3);
        pieces(text, joined, &mut |key| {
            let mut bytes = text.as_bytes()[key.clone()].iter();
            tokens.push(Token {
                word: bytes.any(u8::is_ascii_alphanumeric),
                chars: key.clone(),
                bytes: key.clone(),
                key,
            });
        });
        Self {
            text,
            matching,
            tokens,
            length: text.len(),
        }
    }

    /// The matching form of a token.
    #[must_use]
    pub fn key(&self, index: usize) -> &str {
        &self.matching[self.tokens[index].key.clone()]
    }

    /// The exact text of a token.
    #[must_use]
    pub fn exact(&self, index: usize) -> &'a str {
        &self.text[self.tokens[index].bytes.clone()]
    }

    /// The exact text of a run of tokens.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> &'a str {
        match (self.tokens.get(range.start), range.is_empty()) {
            (Some(first), false) => {
                &self.text[first.bytes.start..self.tokens[range.end - 1].bytes.end]
            }
            _ => "",
        }
    }

    /// Where a run of tokens stands, in Unicode scalar values; an empty run stands before its token.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Range<usize> {
        let at = |index: usize| {
            self.tokens
                .get(index)
                .map_or(self.length, |token| token.chars.start)
        };
        at(range.start)..at(range.end)
    }
}

/// The pieces of a matching form and where each begins in the exact text. Pieces that come out of one
/// exact character stay together.
fn placed_pieces(matching: &Matching<'_>, joined: bool) -> (Vec<Range<usize>>, Vec<usize>) {
    let (mut kept, mut starts): (Vec<Range<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut byte, mut count) = (0, 0);
    let mut all = Vec::with_capacity(matching.text.len() / 3);
    pieces(&matching.text, joined, &mut |piece| all.push(piece));
    for piece in all {
        count += matching.text[byte..piece.start].chars().count();
        byte = piece.start;
        // Marks without width before the first character belong to it.
        let start = if kept.is_empty() {
            0
        } else {
            matching.origin(count)
        };
        match (kept.last_mut(), starts.last()) {
            (Some(last), Some(&before)) if start <= before => last.end = piece.end,
            _ => {
                kept.push(piece);
                starts.push(start);
            }
        }
    }
    (kept, starts)
}

/// Finds where the tokens of a matching form stand, in bytes.
fn pieces(text: &str, joined: bool, found: &mut impl FnMut(Range<usize>)) {
    let mut start = 0;
    let mut cut = |sign: Range<usize>| {
        cut_chunk(text, start..sign.start, joined, found);
        start = sign.end;
        if !sign.is_empty() {
            found(sign);
        }
    };
    if text.is_ascii() {
        let bytes = text.bytes().enumerate();
        let spaces = bytes.filter(|(_, byte)| matches!(byte, b'\t'..=b'\r' | b' '));
        spaces.for_each(|(at, _)| cut(at..at + 1));
    } else {
        for (at, character) in text.char_indices() {
            if character.is_whitespace() || character == '\u{fffc}' {
                cut(at..at + character.len_utf8());
            }
        }
    }
    cut(text.len()..text.len());
}

/// Cuts a chunk without spaces: into words, or round a glued core.
fn cut_chunk(text: &str, chunk: Range<usize>, joined: bool, found: &mut impl FnMut(Range<usize>)) {
    if chunk.is_empty() {
        return;
    }
    let inside = &text[chunk.clone()];
    if inside.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        found(chunk);
        return;
    }
    let core = glued_core(inside).map(|core| chunk.start + core.start..chunk.start + core.end);
    let core = core.unwrap_or(chunk.start..chunk.start);
    for (part, glued) in [
        (chunk.start..core.start, false),
        (core.clone(), true),
        (core.end..chunk.end, false),
    ] {
        if glued && !part.is_empty() {
            found(part);
        } else {
            let mut take = |word: Range<usize>| {
                let word = part.start + word.start..part.start + word.end;
                match joined {
                    true => cut_sentences(text, word, found),
                    false => found(word),
                }
            };
            if text[part.clone()].bytes().all(is_plain) {
                cut_plain(&text[part.clone()], &mut take);
            } else {
                for (at, word) in text[part.clone()].split_word_bound_indices() {
                    take(at..at + word.len());
                }
            }
        }
    }
}

/// Letters and signs of ASCII, between which the rules for words are few.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (byte.is_ascii_punctuation() && byte != b'_')
}

/// The words of plain text by the rules of UAX #29: letters in a row, with one apostrophe, full stop or colon
/// between two of them, and each other sign for itself.
fn cut_plain(text: &str, take: &mut dyn FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let mut start = 0;
    while start < bytes.len() {
        let mut end = start + 1;
        while is_letter(start)
            && (is_letter(end)
                || (matches!(bytes.get(end), Some(b'\'' | b'.' | b':')) && is_letter(end + 1)))
        {
            end += 1;
        }
        take(start..end);
        start = end;
    }
}

/// Cuts a word at the ends of sentences in it.
fn cut_sentences(text: &str, word: Range<usize>, found: &mut impl FnMut(Range<usize>)) {
    let mut start = word.start;
    for (at, character) in text[word.clone()].char_indices() {
        let (from, to) = (word.start + at, word.start + at + character.len_utf8());
        if matches!(character, '.' | ':' | ',' | ';') && start < from && to < word.end {
            found(start..from);
            found(from..to);
            start = to;
        }
    }
    if start < word.end {
        found(start..word.end);
    }
}

/// The part of a chunk that is a number, a date, a citation or an address; `None` for common words.
fn glued_core(chunk: &str) -> Option<Range<usize>> {
    let glues = chunk.chars().any(char::is_numeric) || chunk.contains("://") || chunk.contains('@');
    if !glues || chunk.chars().any(stands_alone) {
        return None;
    }
    let opening = |c: char| "([{\"'«¿¡".contains(c);
    let trimmed = chunk.trim_start_matches(opening);
    let start = chunk.len() - trimmed.len();
    let mut core = trimmed;
    while let Some(last) = core.chars().next_back() {
        let unbalanced = match last {
            ')' => core.matches(')').count() > core.matches('(').count(),
            ']' => core.matches(']').count() > core.matches('[').count(),
            _ => ".,;:!?\"'»}".contains(last),
        };
        if !unbalanced {
            break;
        }
        core = &core[..core.len() - last.len_utf8()];
    }
    (!core.is_empty()).then(|| start..start + core.len())
}

/// Characters of scripts that write without spaces.
fn stands_alone(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::{cut_plain, is_plain};

    fn plain(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        cut_plain(text, &mut |word| found.push(&text[word]));
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        /// The short way comes to what the whole rules say.
        #[test]
        fn plain_words_are_those_of_the_standard(text in "[ab'.:,;!?()\"/&%#~-]{0,16}") {
            prop_assume!(text.bytes().all(is_plain));
            let standard: Vec<&str> = text.split_word_bounds().collect();
            prop_assert_eq!(plain(&text), standard);
        }

        #[test]
        fn plain_words_of_any_signs(text in "[!-/:-@A-Z\\[-^`a-z{-~]{0,24}") {
            prop_assume!(text.bytes().all(is_plain));
            let standard: Vec<&str> = text.split_word_bounds().collect();
            prop_assert_eq!(plain(&text), standard);
        }
    }
}
