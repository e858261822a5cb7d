//! Traps in words: who tracked, spellings, formats.

use crate::writing::read;
use redline::compilation;

use super::{DATE, ONE, TWO, check, del, file, ins, p, plain, r, set, three, with};

/// Trap 1: five tracked edits and one typed with tracking off. Trap 3: one inside a pending insertion.
#[test]
fn tracked_untracked_and_mixed() {
    let runs = format!(
        "{}{}{}{}{}{}",
        r("One "),
        del("Ana", "two"),
        ins("Ana", "2"),
        r(" three "),
        ins("Ana", "and a half "),
        r("4 five six."),
    );
    let all = check(
        &three(),
        &[("A", &with(&p(&runs)))],
        &[
            "1:4-7 Replace 'two' > '2' A",
            "1:14-18 Replace 'four' > 'and a half 4' A",
        ],
    );
    let tracking: Vec<String> = all
        .model
        .amendments
        .iter()
        .map(|each| format!("{:?}", each.tracked["A"]))
        .collect();
    assert_eq!(tracking, ["Tracked", "Mixed"]);
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
    assert_eq!(all.model.amendments[0].dates["A"], "2026-03-01T09:00:00Z");
}

/// Trap 2: everything accepted before sending.
#[test]
fn all_accepted_before_sending() {
    let all = check(
        &three(),
        &[("A", &with(&plain(&["One 2 three four five six."])))],
        &["1:4-7 Replace 'two' > '2' A"],
    );
    assert_eq!(
        all.model.returns[0].tracking,
        redline::model::Tracking::Untracked
    );
}

/// Trap 5: the same change by five, two of them in another spelling.
#[test]
fn one_change_in_three_spellings() {
    let say = |text: &str| with(&plain(&[&format!("One two three four five six{text}.")]));
    let (plain, space, quote) = (
        say(" \"at once\" now"),
        say(" \"at once\"\u{a0}now"),
        say(" “at once” now"),
    );
    let all = check(
        &three(),
        &[
            ("A", &plain),
            ("B", &plain),
            ("C", &space),
            ("D", &quote),
            ("E", &plain),
        ],
        &["1:27-27 Insert '' > ' \"at once\" now' A+B+C+D+E"],
    );
    let variants = &all.model.amendments[0].variants;
    assert_eq!(variants.keys().collect::<Vec<_>>(), ["C", "D"]);
}

/// Trap 6: one word, five wishes. Traps 7 and 29.
#[test]
fn one_word_and_one_place() {
    let bold = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:b/>", "two"),
        r(" three four five six.")
    ));
    let other = |word: &str| with(&plain(&[&format!("One {word}three four five six.")]));
    let all = check(
        &three(),
        &[
            ("A", &other("2 ")),
            ("B", &other("deux ")),
            ("C", &other("dos ")),
            ("D", &other("")),
            ("E", &with(&bold)),
        ],
        &[
            "1:3-7 Delete ' two' > '' D",
            "1:4-7 Replace 'two' > '2' A",
            "1:4-7 Format 'two' > 'two' E {\"b\": \"on\"}",
            "1:4-7 Replace 'two' > 'deux' B",
            "1:4-7 Replace 'two' > 'dos' C",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
    let add = |words: &str| with(&plain(&[&format!("One two {words}three four five six.")]));
    let all = check(
        &three(),
        &[("A", &add("b ")), ("B", &add("a ")), ("C", &add("b "))],
        &["1:7-7 Insert '' > ' a' B", "1:7-7 Insert '' > ' b' A+C"],
    );
    assert!(all.model.conflicts.is_empty());
    for (before, after, expect) in [
        ("State", "States", "1:4-9 Replace 'State' > 'States' A"),
        ("follow up", "follow-up", "1:10-11 Replace ' ' > '-' A"),
        ("states", "States", "1:4-10 Replace 'states' > 'States' A"),
        ("a b", "a  b", "1:5-6 Typographic ' ' > '  ' A"),
        ("25%", "35%", "1:4-7 Replace '25%' > '35%' A"),
    ] {
        let text = |word: &str| plain(&[&format!("The {word} here."), TWO]);
        check(&text(before), &[("A", &text(after))], &[expect]);
    }
}

/// Trap 11: an insertion that holds a deletion was withdrawn.
#[test]
fn withdrawn_words_are_in_neither_view() {
    let runs = format!(
        "{}<w:ins w:id=\"5\" w:author=\"Ana\" {DATE}>{}{}</w:ins>{}",
        r("One two "),
        r("and a half "),
        del("Ben", "gone "),
        r("three four five six.")
    );
    check(
        &three(),
        &[("A", &with(&p(&runs)))],
        &["1:7-7 Insert '' > ' and a half' A"],
    );
}

/// Trap 12: formats on words, on paragraphs, recorded or not, with other words at once.
#[test]
fn formats() {
    let bold = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:b/>", "two three"),
        r(" four five six.")
    ));
    let italic = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:i/>", "two"),
        r(" three four five six.")
    ));
    let all = check(
        &three(),
        &[("A", &with(&bold)), ("B", &with(&italic))],
        &[
            "1:4-7 Format 'two' > 'two' B {\"i\": \"on\"}",
            "1:4-13 Format 'two three' > 'two three' A {\"b\": \"on\"}",
        ],
    );
    assert!(
        all.model.conflicts.is_empty(),
        "bold and italics can both stand"
    );
    let centred = format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p>",
        r(&ONE.replace("two", "2"))
    );
    check(
        &three(),
        &[("A", &with(&centred))],
        &[
            "1:4-7 Replace 'two' > '2' A",
            "1:28-28 Format '' > '' A {\"jc\": \"center\"}",
        ],
    );
    let recorded = format!(
        "<w:rPr><w:sz w:val=\"40\"/><w:rPrChange w:id=\"4\" w:author=\"Ana\" {DATE}><w:rPr/></w:rPrChange></w:rPr>"
    );
    let sized = p(&format!("<w:r>{recorded}<w:t>{ONE}</w:t></w:r>"));
    let all = check(
        &three(),
        &[("A", &with(&sized))],
        &[
            "1:0-28 Format 'One two three four five six.' > 'One two three four five six.' A {\"sz\": \"40\"}",
        ],
    );
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
    let written = compilation(&read(&file(&three())), &all.model);
    let text = crate::archives::part(&written, "word/document.xml").expect("the text");
    assert!(
        text.contains("<w:rPr><w:sz w:val=\"40\"/><w:rPrChange w:id="),
        "{text}"
    );
}
