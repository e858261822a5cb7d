//! Which comments look meant for colleagues: the sender is asked before they travel.

use std::fmt;

use serde::Serialize;

use crate::comments::FileComment;

/// Why a comment looks internal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Internal {
    /// It was marked as done.
    Resolved,
    /// It answers another comment of the same file.
    Reply,
    /// It speaks to somebody who worked on the same file, or to "@Name".
    NamesColleague,
}

impl fmt::Display for Internal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolved => "resolved",
            Self::Reply => "a reply among colleagues",
            Self::NamesColleague => "names a colleague",
        })
    }
}

/// `authors` are all names in the file.
pub(super) fn reason(comment: &FileComment, authors: &[&str]) -> Option<Internal> {
    if comment.resolved {
        return Some(Internal::Resolved);
    }
    if comment.reply_to.is_some() {
        return Some(Internal::Reply);
    }
    let others = || {
        authors
            .iter()
            .copied()
            .filter(|a| a.trim() != comment.author.trim())
    };
    let named = mentions(&comment.text)
        || others().any(|name| names_fully(&comment.text, name) || addresses(&comment.text, name));
    named.then_some(Internal::NamesColleague)
}

/// "@Name" at the start of a word; an address of mail is none.
fn mentions(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '-' | '+'))
            && after.is_some_and(char::is_alphabetic)
    })
}

/// A full name (two words or more) anywhere in the text.
fn names_fully(text: &str, name: &str) -> bool {
    let name = name.trim();
    name.contains(' ') && words_at(text, name).next().is_some()
}

/// The first name at the start of the text or before a pause, as one speaks to somebody.
fn addresses(text: &str, name: &str) -> bool {
    let Some(first) = name
        .split_whitespace()
        .next()
        .filter(|f| f.chars().count() > 2)
    else {
        return false;
    };
    // "UNICEF: please note" speaks of an organisation; a name has small letters.
    if !first.chars().any(char::is_lowercase) {
        return false;
    }
    words_at(text, first).any(|(start, end)| {
        let after = text[end..].trim_start().chars().next();
        text[..start].trim().is_empty()
            || after.is_none_or(|c| matches!(c, ',' | ':' | ';' | '?' | '!' | '-' | '–' | '—'))
    })
}

/// Where a word or words stand as such, without regard to case.
fn words_at<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = (usize, usize)> {
    text.char_indices().filter_map(move |(start, _)| {
        let rest = &text[start..];
        let mut at = rest.char_indices();
        for wanted in words.chars() {
            let (_, c) = at.next()?;
            if c != wanted && !c.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
        }
        let end = start + at.next().map_or(rest.len(), |(i, _)| i);
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        (edge(text[..start].chars().next_back()) && edge(text[end..].chars().next()))
            .then_some((start, end))
    })
}
