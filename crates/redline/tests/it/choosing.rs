//! From answers to the next text.

use std::collections::BTreeMap;

use redline::Whole;
use redline::choices::{Choice, ChoiceProblem, clean_paragraphs, edits};
use redline::model::Model;

use crate::texts::composed;

const BASE: [&str; 2] = [
    "States should protect victims.",
    "The fund is voluntary and open to members.",
];

fn model() -> Model {
    composed(
        &BASE,
        &[
            (
                "A",
                &["States shall protect victims.", BASE[1], "New by A."],
            ),
            (
                "B",
                &[
                    "States may protect victims.",
                    "The fund is voluntary and fully open to members.",
                ],
            ),
            ("C", &[BASE[0]]),
        ],
    )
    .model
}

/// `answers`: the proposal's words (or `-` and the old words for a deletion) and the answer to it.
fn choices(model: &Model, answers: &[(&str, Choice)]) -> BTreeMap<String, Choice> {
    answers
        .iter()
        .map(|(words, choice)| {
            let amendment = model
                .amendments
                .iter()
                .find(|each| match words.strip_prefix('-') {
                    Some(before) => each.after.is_empty() && each.before.starts_with(before),
                    None => each.after.trim() == *words,
                })
                .unwrap_or_else(|| panic!("no proposal {words}: {:#?}", model.amendments));
            (amendment.id.clone(), choice.clone())
        })
        .collect()
}

fn check(answers: &[(&str, Choice)], expect: &[&str]) {
    let model = model();
    let clean = clean_paragraphs(&BASE, &model, &choices(&model, answers));
    assert_eq!(
        clean.as_deref(),
        Ok(expect
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
            .as_slice())
    );
}

#[test]
fn each_answer_does_what_it_says() {
    check(&[], &BASE);
    check(
        &[
            ("shall", Choice::Take),
            ("fully", Choice::Take),
            ("New by A.", Choice::Take),
        ],
        &[
            "States shall protect victims.",
            "The fund is voluntary and fully open to members.",
            "New by A.",
        ],
    );
    check(
        &[
            ("shall", Choice::InOtherWords("are to".into())),
            ("fully", Choice::InOtherWords("freely".into())),
        ],
        &[
            "States are to protect victims.",
            "The fund is voluntary and freely open to members.",
        ],
    );
    check(
        &[
            ("shall", Choice::NotTaken),
            ("may", Choice::Noted),
            ("fully", Choice::LeaveForDiscussion),
        ],
        &BASE,
    );
    check(&[("-The fund", Choice::Take)], &[BASE[0]]);
    check(
        &[("New by A.", Choice::InOtherWords("One.\nTwo.".into()))],
        &[BASE[0], BASE[1], "One.", "Two."],
    );
}

#[test]
fn brackets_keep_both_wordings() {
    check(
        &[("shall", Choice::Bracket), ("may", Choice::Bracket)],
        &["States [should] [shall] [may] protect victims.", BASE[1]],
    );
    check(
        &[("fully", Choice::Bracket), ("New by A.", Choice::Bracket)],
        &[
            BASE[0],
            "The fund is voluntary and [fully] open to members.",
            "[New by A.]",
        ],
    );
    check(
        &[("-The fund", Choice::Bracket)],
        &[BASE[0], "[The fund is voluntary and open to members.]"],
    );
}

#[test]
fn two_for_the_same_words_are_refused_by_name() {
    let model = model();
    let both = choices(&model, &[("shall", Choice::Take), ("may", Choice::Take)]);
    let problem = clean_paragraphs(&BASE, &model, &both);
    let ids: Vec<&String> = both.keys().collect();
    assert!(
        matches!(&problem, Err(ChoiceProblem::Clash { one, other })
        if ids.contains(&one) && ids.contains(&other) && one != other),
        "{problem:?}"
    );
    let both = choices(
        &model,
        &[("-The fund", Choice::Take), ("fully", Choice::Take)],
    );
    assert!(matches!(
        clean_paragraphs(&BASE, &model, &both),
        Err(ChoiceProblem::Clash { .. })
    ));
    let both = choices(&model, &[("shall", Choice::Bracket), ("may", Choice::Take)]);
    assert!(matches!(
        clean_paragraphs(&BASE, &model, &both),
        Err(ChoiceProblem::Clash { .. })
    ));
    let unknown = BTreeMap::from([("0123".to_owned(), Choice::Take)]);
    assert!(matches!(
        edits(&model, &unknown),
        Err(ChoiceProblem::Unknown { .. })
    ));
    let empty = choices(&model, &[("shall", Choice::InOtherWords(" ".into()))]);
    assert!(matches!(
        edits(&model, &empty),
        Err(ChoiceProblem::NoWords { .. })
    ));
}

#[test]
fn edits_bear_the_name_of_those_whose_words_they_are() {
    let model = model();
    let answers = choices(
        &model,
        &[
            ("shall", Choice::Take),
            ("fully", Choice::InOtherWords("freely".into())),
            ("New by A.", Choice::Take),
        ],
    );
    let edits = edits(&model, &answers).expect("no clash");
    let names: Vec<&str> = edits.iter().map(|edit| edit.author.as_str()).collect();
    assert_eq!(names, ["A", "Una Voce", "A"]);
    assert_eq!(
        (edits[0].paragraph, edits[0].start, edits[0].end),
        (1, 7, 13)
    );
    assert_eq!(
        edits[2].whole,
        Some(Whole::InsertParagraphsAfter(vec!["New by A.".into()]))
    );
}
