//! Matching form, tokens, and which words of a paragraph count as changed.

use redline::diff::changes;
use redline::normalise::{matching, same};
use redline::tokens::Tokens;

fn check_tokens(text: &str, expect: &[&str]) {
    let tokens = Tokens::of(text);
    let found: Vec<&str> = (0..tokens.tokens.len())
        .map(|index| tokens.exact(index))
        .collect();
    assert_eq!(found, expect, "{text}");
    let covered: String = found.concat();
    assert_eq!(covered, text, "tokens leave no gaps");
    for (index, token) in tokens.tokens.iter().enumerate() {
        let by_chars: String = text
            .chars()
            .skip(token.chars.start)
            .take(token.chars.len())
            .collect();
        assert_eq!(by_chars, tokens.exact(index), "offsets are characters");
    }
}

#[test]
fn numbers_and_citations_stay_in_one_piece() {
    check_tokens(
        "see A/RES/72/1, 25%.",
        &["see", " ", "A/RES/72/1", ",", " ", "25%", "."],
    );
    check_tokens(
        "(art. 5(a)) 2026-10-01",
        &["(", "art", ".", " ", "5(a)", ")", " ", "2026-10-01"],
    );
    check_tokens("10.5 1,000", &["10.5", " ", "1,000"]);
    check_tokens("decision-making", &["decision", "-", "making"]);
    check_tokens("at a@b.org", &["at", " ", "a@b.org"]);
    check_tokens("", &[]);
}

#[test]
fn scripts_without_spaces_are_cut_by_character() {
    check_tokens("保护受害者", &["保", "护", "受", "害", "者"]);
    check_tokens("2024年", &["2024", "年"]);
}

#[test]
fn marks_without_width_belong_to_the_word_before() {
    check_tokens("co\u{ad}operate now", &["co\u{ad}operate", " ", "now"]);
    check_tokens("\u{200f}نعم ولا", &["\u{200f}نعم", " ", "ولا"]);
    check_tokens("\u{ad}", &["\u{ad}"]);
    check_tokens("a\u{fffc}b", &["a", "\u{fffc}", "b"]);
    check_tokens("e\u{301}te\u{301} 1", &["e\u{301}te\u{301}", " ", "1"]);
}

#[test]
fn spelling_of_programs_is_folded() {
    assert!(same("“States’ duty”", "\"States' duty\""));
    assert!(same("Article\u{a0}5", "Article 5"));
    assert!(same("e\u{301}t\u{e9}", "\u{e9}te\u{301}"));
    assert!(same("a  b", "a b"));
    assert!(same("co\u{ad}operate", "cooperate"));
    assert!(!same("a–b", "a-b"), "a dash is no hyphen");
    assert!(!same("May", "may"), "case is meaning");
    assert!(!same("re-sign", "resign"));
    assert_eq!(matching("a\u{a0}\u{301}").text.chars().count(), 3);
}

/// `expect`: base stretch → version stretch, one a change.
fn check_changes(base: &str, version: &str, expect: &[(&str, &str)]) {
    let (old, new) = (Tokens::of(base), Tokens::of(version));
    let found = changes(&old, &new);
    let cut = |text: &str, range: &std::ops::Range<usize>| -> String {
        text.chars().skip(range.start).take(range.len()).collect()
    };
    let words: Vec<(String, String)> = found
        .iter()
        .map(|change| (cut(base, &change.base), cut(version, &change.version)))
        .collect();
    let words: Vec<(&str, &str)> = words
        .iter()
        .map(|(old, new)| (old.as_str(), new.as_str()))
        .collect();
    assert_eq!(words, expect, "{base} → {version}");
}

#[test]
fn a_changed_word_is_one_word() {
    check_changes(
        "States should act.",
        "States shall act.",
        &[("should", "shall")],
    );
    check_changes("25% of victims", "35% of victims", &[("25%", "35%")]);
    check_changes(
        "the victim acts",
        "the victims acts",
        &[("victim", "victims")],
    );
    check_changes("the States act", "the states act", &[("States", "states")]);
    check_changes("a b c", "a b c", &[]);
    check_changes("", "new words", &[("", "new words")]);
    check_changes("old words", "", &[("old words", "")]);
}

#[test]
fn insertions_and_deletions_have_one_place() {
    check_changes(
        "States shall act",
        "States shall duly act",
        &[("", " duly")],
    );
    check_changes(
        "States shall duly act",
        "States shall act",
        &[(" duly", "")],
    );
    check_changes("States act", "All States act", &[("", "All ")]);
    check_changes("the the end", "the the the end", &[("", " the")]);
    check_changes("One. Three.", "One. Two. Three.", &[("", " Two.")]);
}

#[test]
fn a_rewritten_sentence_is_one_change() {
    check_changes(
        "First point. States should protect victims of trade. Last point.",
        "First point. Governments must assist survivors of crime. Last point.",
        &[(
            "States should protect victims of trade",
            "Governments must assist survivors of crime",
        )],
    );
    check_changes(
        "should duly act",
        "shall fully act",
        &[("should duly", "shall fully")],
    );
    // Between two fifths and a half of the letters are others: in two pieces they stand for themselves, in
    // three not.
    check_changes(
        "Assistance comes to all people who ask now.",
        "Protection comes to all others who ask now.",
        &[("Assistance", "Protection"), ("people", "others")],
    );
    check_changes(
        "Assistance comes to all the people who will ask now.",
        "Protection comes to all the others who must ask now.",
        &[(
            "Assistance comes to all the people who will",
            "Protection comes to all the others who must",
        )],
    );
}

#[test]
fn the_more_pieces_a_sentence_falls_into_the_sooner_it_is_one_change() {
    // Five words of sixteen: nobody reads that as five proposals.
    check_changes(
        "Opening words. The members shall send their report to the office before the last day of May.",
        "Opening words. The partners may send their budget to the chair before the first day of May.",
        &[(
            "members shall send their report to the office before the last",
            "partners may send their budget to the chair before the first",
        )],
    );
    // Two of them are two.
    check_changes(
        "Opening words. The members shall send their report to the office before the last day of May.",
        "Opening words. The members may send their report to the office before the first day of May.",
        &[("shall", "may"), ("last", "first")],
    );
}

#[test]
fn a_rewritten_paragraph_is_one_change() {
    let old = "States should protect victims of trade. They report each year. The office helps.";
    check_changes(
        old,
        "Governments must assist survivors of crime. Members publish annual numbers. The office helps.",
        &[(
            "States should protect victims of trade. They report each year",
            "Governments must assist survivors of crime. Members publish annual numbers",
        )],
    );
    // Where half of it stays, each sentence is a change of its own.
    check_changes(
        "States should protect victims. The office keeps the record of the group for ten years. They report each year.",
        "Governments must assist survivors. The office keeps the record of the group for ten years. Members publish annual numbers.",
        &[
            (
                "States should protect victims",
                "Governments must assist survivors",
            ),
            ("They report each year", "Members publish annual numbers"),
        ],
    );
}

#[test]
fn changes_far_apart_stay_apart() {
    check_changes(
        "The members should report on progress and may publish it.",
        "The members shall report on progress and will publish it.",
        &[("should", "shall"), ("may", "will")],
    );
    check_changes(
        "It ends. It begins.",
        "It stops. We begins.",
        &[("ends", "stops"), ("It", "We")],
    );
}

#[test]
fn a_typographic_change_is_marked_and_exact() {
    let (old, new) = (Tokens::of("the \"old\" text"), Tokens::of("the “old” text"));
    let found = changes(&old, &new);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|change| change.typographic));
    let (old, new) = (Tokens::of("a b c"), Tokens::of("a\u{a0}b d"));
    let found = changes(&old, &new);
    assert_eq!(
        found
            .iter()
            .map(|change| change.typographic)
            .collect::<Vec<_>>(),
        [true, false]
    );
}
