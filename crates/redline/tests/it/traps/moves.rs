//! Words that move inside paragraphs.

use std::collections::BTreeMap;

use redline::choices::{Choice, clean_paragraphs, edits};
use redline::model::Tracking;
use redline::{View, compilation, redline};

use super::{DATE, END, ONE, TWO, check, file, p, plain, r, three, with};
use crate::archives::part;
use crate::writing::{read, texts};

fn moved(kind: &str, text: &str) -> String {
    format!(
        "<w:{kind} w:id=\"8\" w:author=\"Ana\" {DATE}>{}</w:{kind}>",
        r(text)
    )
}

fn away(text: &str) -> String {
    moved("moveFrom", text)
}

fn here(text: &str) -> String {
    moved("moveTo", text)
}

/// The text with " two three" of the first paragraph behind "Alpha beta" of the second.
fn carried() -> String {
    let first = p(&(r("One") + &away(" two three") + &r(" four five six.")));
    let second = p(&(r("Alpha beta") + &here(" two three") + &r(" gamma delta epsilon.")));
    first + &second + &plain(&[END])
}

/// Words that the file says were moved into another paragraph are one change, however few they are.
#[test]
fn recorded_words_in_another_paragraph() {
    let all = check(
        &three(),
        &[("A", &carried())],
        &["1:3-13 Move ' two three' > ' two three' A to 2@10"],
    );
    let amendment = &all.model.amendments[0];
    assert_eq!(amendment.tracked["A"], Tracking::Tracked);
    assert_eq!(amendment.authors["A"], ["Ana"]);
    let word = compilation(&read(&file(&three())), &all.model);
    let word = part(&word, "word/document.xml").expect("a body");
    let name = format!("w:name=\"move-{}\"", amendment.id);
    assert_eq!(word.matches(&name).count(), 2, "{word}");
    assert!(word.contains("<w:moveFromRangeEnd"), "{word}");
    assert!(word.contains("<w:moveToRangeEnd"), "{word}");
}

/// Which of two neighbours moved is what the file says, not what is shorter.
#[test]
fn recorded_words_within_a_paragraph() {
    let version = with(&p(&(away("One two three four ")
        + &r("five six.")
        + &here(" One two three four"))));
    check(
        &three(),
        &[("A", &version)],
        &["1:0-19 Move 'One two three four ' > ' One two three four' A to 1@28"],
    );
}

/// New words beside moved ones stand for themselves; words that were changed on the way move with them.
#[test]
fn moved_words_beside_new_ones() {
    let new = |text: &str| moved("ins", text);
    let first = p(&(r("One") + &away(" two three four") + &r(" five six.")));
    let version = format!(
        "{first}{}{}",
        p(&(r("Alpha beta")
            + &new(" and")
            + &here(" two three four")
            + &r(" gamma delta epsilon."))),
        plain(&[END])
    );
    check(
        &three(),
        &[("A", &version)],
        &[
            "1:3-18 Move ' two three four' > ' two three four' A to 2@10",
            "2:10-10 Insert '' > ' and' A",
        ],
    );
    let edited = format!(
        "{first}{}{}",
        p(&(r("Alpha beta")
            + &here(" two")
            + &new(" or")
            + &here(" three four")
            + &r(" gamma delta epsilon."))),
        plain(&[END])
    );
    check(
        &three(),
        &[("A", &edited)],
        &["1:3-18 Move ' two three four' > ' two or three four' A to 2@10"],
    );
}

/// A sentence that is cut and pasted with tracking off is a move; a few words are not known again.
#[test]
fn silent_words_elsewhere() {
    let long = "States shall protect the victims of trafficking.";
    let base = plain(&[&format!("{ONE} {long}"), TWO, END]);
    check(
        &base,
        &[("A", &plain(&[ONE, TWO, &format!("{END} {long}")]))],
        &[&format!("1:28-77 Move ' {long}' > ' {long}' A to 3@20")],
    );
    let few = plain(&[
        "One four five six.",
        "Alpha beta two three gamma delta epsilon.",
        END,
    ]);
    let all = check(
        &three(),
        &[("A", &few), ("B", &carried())],
        &[
            "1:3-13 Delete ' two three' > '' A",
            "1:3-13 Move ' two three' > ' two three' B to 2@10",
            "2:10-10 Insert '' > ' two three' A",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
}

/// Recorded here, typed there: one move with both names.
#[test]
fn two_organisations_move_the_same_words() {
    let long = " States shall protect the victims of trafficking.";
    let base = plain(&[&format!("{ONE}{long}"), TWO, END]);
    let tracked = p(&(r(ONE) + &away(long))) + &plain(&[TWO]) + &p(&(r(END) + &here(long)));
    let silent = plain(&[ONE, TWO, &format!("{END}{long}")]);
    let all = check(
        &base,
        &[("A", &tracked), ("B", &silent)],
        &[&format!("1:28-77 Move '{long}' > '{long}' A+B to 3@20")],
    );
    let tracked = &all.model.amendments[0].tracked;
    assert_eq!(tracked["A"], Tracking::Tracked);
    assert_eq!(tracked["B"], Tracking::Untracked);
}

/// What changes the words in their old place, or takes their new place away, is against the move.
#[test]
fn against_a_move_of_words() {
    let conflicts = |other: &str, expect: &[&str]| {
        let all = check(&three(), &[("A", &carried()), ("B", other)], expect);
        all.model.conflicts.len()
    };
    let line = "1:3-13 Move ' two three' > ' two three' A to 2@10";
    let edited = with(&plain(&["One two 3 four five six."]));
    let one = conflicts(&edited, &[line, "1:8-13 Replace 'three' > '3' B"]);
    let gone = plain(&[ONE, END]);
    let deleted = format!("2:0-31 ParagraphDelete '{TWO}' > '' B");
    let two = conflicts(&gone, &[line, &deleted]);
    let cut = plain(&[ONE, "Alpha delta epsilon.", END]);
    let three = conflicts(&cut, &[line, "2:5-16 Delete ' beta gamma' > '' B"]);
    let beside = plain(&[ONE, "Alpha beta or gamma delta epsilon.", END]);
    let four = conflicts(&beside, &[line, "2:10-10 Insert '' > ' or' B"]);
    assert_eq!([one, two, three, four], [1, 1, 1, 0]);
}

/// Taken, in other words and in brackets, in the text and in its redline.
#[test]
fn a_move_of_words_is_decided() {
    let all = check(
        &three(),
        &[("A", &carried())],
        &["1:3-13 Move ' two three' > ' two three' A to 2@10"],
    );
    let base = read(&file(&three()));
    let becomes = |choice: Choice| {
        let id = all.model.amendments[0].id.clone();
        let choices = BTreeMap::from([(id, choice)]);
        let clean =
            clean_paragraphs(&[ONE, TWO, END], &all.model, &choices).expect("a choice that stands");
        let made = edits(&all.model, &choices).expect("a choice that stands");
        let word = read(&redline(&base, &made));
        assert_eq!(texts(&word, View::Reject), [ONE, TWO, END]);
        assert_eq!(texts(&word, View::Accept), clean);
        clean[..2].join(" / ")
    };
    assert_eq!(
        becomes(Choice::Take),
        "One four five six. / Alpha beta two three gamma delta epsilon."
    );
    assert_eq!(
        becomes(Choice::InOtherWords("2, 3".to_owned())),
        "One four five six. / Alpha beta 2, 3 gamma delta epsilon."
    );
    assert_eq!(
        becomes(Choice::Bracket),
        "One[ two three] four five six. / Alpha beta [two three] gamma delta epsilon."
    );
    assert_eq!(becomes(Choice::NotTaken), format!("{ONE} / {TWO}"));
}
