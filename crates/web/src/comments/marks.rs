//! What the desk says about proposals by itself: their letters, what clashes, which words are touched.

use office::wording::{Amendment, Kind};
use pages::Span;
use pages::comments::{Clash, Part, ProposalKind};

use crate::show;

/// "a" … "z", "aa" …
pub(super) fn letter(index: usize) -> String {
    let last = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

/// What kind of change it is, where its wording alone does not say it.
pub(super) fn kind(amendment: &Amendment) -> ProposalKind {
    match amendment.kind {
        Kind::Insert | Kind::Delete | Kind::Replace => ProposalKind::Wording,
        Kind::ParagraphInsert => ProposalKind::NewParagraph,
        Kind::ParagraphDelete => ProposalKind::DeleteParagraph,
        Kind::RowInsert => ProposalKind::NewRow,
        Kind::RowDelete => ProposalKind::DeleteRow,
        Kind::Typographic => ProposalKind::Typography,
        Kind::Format => ProposalKind::Formatting,
        Kind::Move if amendment.halves().is_some() => ProposalKind::MovedWords,
        Kind::Move => ProposalKind::Moved,
        Kind::Split => ProposalKind::Split,
        Kind::Join => ProposalKind::Joined,
        Kind::Other => ProposalKind::Other,
    }
}

/// The part beside the text that a model names.
pub(super) fn part(name: &str) -> Option<Part> {
    let (kind, number) = name.split_once(':')?;
    let number = number.parse().ok()?;
    Some(match kind {
        "footnote" => Part::Footnote(number),
        "endnote" => Part::Endnote(number),
        "header" => Part::Header(number),
        "footer" => Part::Footer(number),
        "textbox" => Part::TextBox(number),
        _ => return None,
    })
}

/// The first words of a paragraph, enough to know it again.
pub(super) fn beginning(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut first = words.by_ref().take(6).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        first.push_str(" …");
    }
    first
}

/// What a conflict is about. `members` are all of it, also those that stand under other paragraphs, as
/// the edits in a row do that somebody deletes.
pub(super) fn clash(members: &[&Amendment]) -> Clash {
    let block = |amendment: &Amendment| match amendment.kind {
        Kind::ParagraphDelete | Kind::RowDelete => true,
        Kind::Move => amendment.halves().is_none(),
        _ => false,
    };
    if members.iter().any(|amendment| block(amendment)) {
        return Clash::DeleteAgainstEdit;
    }
    let place = |amendment: &Amendment| (amendment.paragraph, amendment.start, amendment.end);
    match members {
        [first, rest @ ..]
            if first.start < first.end && rest.iter().all(|one| place(one) == place(first)) =>
        {
            Clash::Wordings {
                count: show::number(members.len()),
                of: first.before.clone(),
            }
        }
        _ => Clash::Overlap,
    }
}

/// The base wording with marks where some proposal touches it.
pub(super) fn marked(base: &str, amendments: &[&Amendment]) -> Vec<Span> {
    let letters: Vec<char> = base.chars().collect();
    let length = letters.len();
    let mut touched: Vec<(usize, usize)> = amendments
        .iter()
        .filter(|one| !matches!(one.kind, Kind::ParagraphInsert | Kind::RowInsert))
        .map(|amendment| match amendment.kind {
            Kind::ParagraphDelete | Kind::RowDelete | Kind::Move => (0, length),
            _ => (amendment.start.min(length), amendment.end.min(length)),
        })
        .filter(|(start, end)| start < end)
        .collect();
    touched.sort_unstable();
    let text = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let (mut spans, mut at) = (Vec::new(), 0);
    for (start, end) in touched {
        let start = start.max(at);
        if start > at {
            spans.push(Span::Same(text(at, start)));
        }
        if end > start {
            spans.push(Span::Marked(text(start, end)));
        }
        at = at.max(end);
    }
    if at < length {
        spans.push(Span::Same(text(at, length)));
    }
    spans
}

/// Of what is taken in one paragraph, with its letters: what can stand together. Of two that overlap
/// the earlier one stays; the issue of the responses asks for a choice.
pub(super) fn standing(taken: Vec<(String, Amendment)>) -> Vec<(String, Amendment)> {
    let mut standing: Vec<(String, Amendment)> = Vec::new();
    for (letter, amendment) in taken {
        let apart = |(_, one): &(String, Amendment)| {
            let words =
                |kind| !matches!(kind, Kind::ParagraphInsert | Kind::RowInsert | Kind::Format);
            !words(one.kind)
                || !words(amendment.kind)
                || one.end <= amendment.start
                || amendment.end <= one.start
        };
        if standing.iter().all(apart) {
            standing.push((letter, amendment));
        }
    }
    standing
}

/// Somebody's other words as they would stand in the text: an insertion keeps the spaces at its borders.
pub(super) fn in_other_words(amendment: &Amendment, wording: &str) -> String {
    if amendment.kind != Kind::Insert {
        return wording.to_owned();
    }
    let after = amendment.after.as_str();
    let head = &after[..after.len() - after.trim_start().len()];
    let tail = &after[after.trim_end().len()..];
    format!("{head}{}{tail}", wording.trim())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn parts_and_beginnings_are_told() {
        for (name, expect) in [
            ("body", None),
            ("footnote:2", Some(Part::Footnote(2))),
            ("textbox:1", Some(Part::TextBox(1))),
            ("footnote:-1", None),
        ] {
            assert_eq!(part(name), expect, "{name}");
        }
        for (text, expect) in [
            ("", ""),
            ("What we ask", "What we ask"),
            (
                "one two three four five six seven",
                "one two three four five six …",
            ),
        ] {
            assert_eq!(beginning(text), expect);
        }
    }

    fn amendment(kind: Kind, paragraph: usize, start: usize, end: usize) -> Amendment {
        Amendment {
            id: String::new(),
            part: "body".into(),
            paragraph,
            label: None,
            start,
            end,
            kind,
            before: "should".into(),
            after: " fully ".into(),
            to: None,
            order: 0,
            group: None,
            supporters: Vec::new(),
            variants: BTreeMap::new(),
            tracked: BTreeMap::new(),
            authors: BTreeMap::new(),
            dates: BTreeMap::new(),
            conflict: None,
            standing: None,
            home: None,
            properties: BTreeMap::new(),
            brings: Vec::new(),
        }
    }

    #[test]
    fn letters_go_on_after_z() {
        let check = |index, expect: &str| assert_eq!(letter(index), expect);
        check(0, "a");
        check(25, "z");
        check(26, "aa");
        check(27, "ab");
        check(52, "ba");
    }

    #[test]
    fn a_conflict_says_what_it_is_about() {
        let check = |members: &[(Kind, usize, usize, usize)], expect: Clash| {
            let members: Vec<Amendment> = members
                .iter()
                .map(|(kind, p, from, to)| amendment(*kind, *p, *from, *to))
                .collect();
            assert_eq!(clash(&members.iter().collect::<Vec<_>>()), expect);
        };
        let wordings = |count| Clash::Wordings {
            count,
            of: "should".into(),
        };
        check(
            &[(Kind::Replace, 4, 7, 13), (Kind::Replace, 4, 7, 13)],
            wordings(2),
        );
        check(
            &[(Kind::Replace, 4, 7, 13), (Kind::Delete, 4, 7, 13)],
            wordings(2),
        );
        check(
            &[(Kind::Replace, 4, 7, 13), (Kind::Replace, 4, 9, 13)],
            Clash::Overlap,
        );
        check(
            &[(Kind::Replace, 4, 7, 13), (Kind::Replace, 5, 7, 13)],
            Clash::Overlap,
        );
        check(
            &[(Kind::Insert, 4, 7, 7), (Kind::Insert, 4, 7, 7)],
            Clash::Overlap,
        );
        // The row's first paragraph is 4; the edit stands in its second cell.
        check(
            &[(Kind::RowDelete, 4, 0, 0), (Kind::Replace, 5, 7, 13)],
            Clash::DeleteAgainstEdit,
        );
        check(
            &[(Kind::Replace, 4, 7, 13), (Kind::ParagraphDelete, 4, 0, 20)],
            Clash::DeleteAgainstEdit,
        );
    }

    #[test]
    fn of_two_that_overlap_one_is_said_to_stand() {
        let check = |taken: &[(&str, Kind, usize, usize)], expect: &str| {
            let taken = taken.iter().map(|(letter, kind, from, to)| {
                ((*letter).to_owned(), amendment(*kind, 1, *from, *to))
            });
            let letters: String = standing(taken.collect())
                .into_iter()
                .map(|(letter, _)| letter)
                .collect();
            assert_eq!(letters, expect);
        };
        check(
            &[("a", Kind::Replace, 7, 13), ("b", Kind::Replace, 7, 13)],
            "a",
        );
        check(
            &[("a", Kind::Replace, 7, 13), ("b", Kind::Delete, 12, 20)],
            "a",
        );
        check(
            &[("a", Kind::Replace, 7, 13), ("b", Kind::Delete, 13, 20)],
            "ab",
        );
        check(
            &[("a", Kind::Insert, 7, 7), ("b", Kind::Replace, 7, 13)],
            "ab",
        );
        check(
            &[
                ("a", Kind::ParagraphDelete, 0, 20),
                ("b", Kind::ParagraphInsert, 0, 0),
            ],
            "ab",
        );
        check(
            &[
                ("a", Kind::ParagraphDelete, 0, 20),
                ("b", Kind::Replace, 7, 13),
            ],
            "a",
        );
    }

    #[test]
    fn touched_words_are_marked_once() {
        let check = |touching: &[(Kind, usize, usize)], expect: &str| {
            let touching: Vec<Amendment> = touching
                .iter()
                .map(|(kind, from, to)| amendment(*kind, 1, *from, *to))
                .collect();
            let spans = marked("né à Rome", &touching.iter().collect::<Vec<_>>());
            let shown: String = spans
                .iter()
                .map(|span| match span {
                    Span::Marked(text) => format!("[{text}]"),
                    Span::Same(text) | Span::Inserted(text) | Span::Deleted(text) => text.clone(),
                })
                .collect();
            assert_eq!(shown, expect);
        };
        check(&[], "né à Rome");
        check(&[(Kind::Replace, 3, 4)], "né [à] Rome");
        check(
            &[(Kind::Replace, 0, 4), (Kind::Delete, 3, 6)],
            "[né à][ R]ome",
        );
        check(
            &[(Kind::Replace, 0, 4), (Kind::Delete, 1, 2)],
            "[né à] Rome",
        );
        check(
            &[(Kind::Insert, 3, 3), (Kind::ParagraphInsert, 0, 9)],
            "né à Rome",
        );
        check(&[(Kind::ParagraphDelete, 0, 0)], "[né à Rome]");
        check(&[(Kind::Replace, 5, 99)], "né à [Rome]");
    }

    #[test]
    fn other_words_keep_the_spaces_of_an_insertion() {
        let insert = amendment(Kind::Insert, 1, 0, 0);
        assert_eq!(in_other_words(&insert, "truly"), " truly ");
        assert_eq!(
            in_other_words(&amendment(Kind::Replace, 1, 0, 3), "truly"),
            "truly"
        );
    }
}
