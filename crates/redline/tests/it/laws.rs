//! The laws of composition on random bases, returns and choices.

use std::collections::BTreeMap;

use proptest::prelude::*;
use redline::choices::{Choice, clean_paragraphs};
use redline::compose::{Source, compose};
use redline::draft::{DraftParagraph, DraftStyle, word_file};
use redline::model::{Kind, Tracking};
use redline::project::project;
use redline::{View, compare};

use crate::texts::{silent, source, with_tables};
use crate::writing::{read, shown, texts};

const WORDS: [&str; 14] = [
    "States",
    "shall",
    "protect",
    "the",
    "victims",
    "of",
    "25%",
    "A/RES/72/1",
    "and",
    "“quoted”",
    "two\u{a0}years",
    "é",
    "保护",
    "line\nbreak",
];

/// One thing that somebody does to a text.
#[derive(Clone, Debug)]
enum Deed {
    Word(usize, usize, usize),
    Insert(usize, usize, usize),
    Remove(usize, usize),
    Drop(usize),
    Add(usize, Vec<usize>),
    Double(usize),
    Swap(usize),
    Straighten(usize),
    Split(usize, usize),
    Join(usize),
    Carry(usize, usize, usize, usize, usize),
    Everything(Vec<Vec<usize>>),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let index = 0..40_usize;
    let words = || prop::collection::vec(0..WORDS.len(), 0..8);
    let deed = prop_oneof![
        6 => (index.clone(), index.clone(), 0..WORDS.len()).prop_map(|(p, w, n)| Deed::Word(p, w, n)),
        4 => (index.clone(), index.clone(), 0..WORDS.len()).prop_map(|(p, w, n)| Deed::Insert(p, w, n)),
        3 => (index.clone(), index.clone()).prop_map(|(p, w)| Deed::Remove(p, w)),
        2 => index.clone().prop_map(Deed::Drop),
        2 => (index.clone(), words()).prop_map(|(p, text)| Deed::Add(p, text)),
        1 => index.clone().prop_map(Deed::Double),
        1 => index.clone().prop_map(Deed::Swap),
        1 => index.clone().prop_map(Deed::Straighten),
        1 => (index.clone(), index.clone()).prop_map(|(p, w)| Deed::Split(p, w)),
        1 => index.clone().prop_map(Deed::Join),
        2 => (index.clone(), index.clone(), 4..10_usize, index.clone(), index)
            .prop_map(|(p, w, n, q, to)| Deed::Carry(p, w, n, q, to)),
        1 => prop::collection::vec(words(), 0..6).prop_map(Deed::Everything),
    ];
    prop::collection::vec(deed, 0..6)
}

fn text(words: &[usize]) -> String {
    words
        .iter()
        .map(|&word| WORDS[word])
        .collect::<Vec<_>>()
        .join(" ")
}

fn base() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::collection::vec(0..WORDS.len(), 0..14), 0..9)
        .prop_map(|texts| texts.iter().map(|words| text(words)).collect())
}

fn done(base: &[String], deeds: &[Deed]) -> Vec<String> {
    let mut texts = base.to_vec();
    for deed in deeds {
        do_one(&mut texts, deed);
    }
    texts
}

fn do_one(texts: &mut Vec<String>, deed: &Deed) {
    if let Deed::Everything(all) = deed {
        *texts = all.iter().map(|words| text(words)).collect();
        return;
    }
    if let Deed::Add(at, words) = deed {
        let at = at % (texts.len() + 1);
        texts.insert(at, text(words));
        return;
    }
    if texts.is_empty() {
        return;
    }
    let count = texts.len();
    match deed {
        Deed::Word(at, word, new) => on_words(&mut texts[at % count], |words| {
            let word = word % words.len();
            words[word] = WORDS[*new].to_owned();
        }),
        Deed::Insert(at, word, new) => on_words(&mut texts[at % count], |words| {
            let word = word % words.len();
            words.insert(word, WORDS[*new].to_owned());
        }),
        Deed::Remove(at, word) => on_words(&mut texts[at % count], |words| {
            let word = word % words.len();
            words.remove(word);
        }),
        Deed::Drop(at) => drop(texts.remove(at % count)),
        Deed::Double(at) => texts.insert(at % count, texts[at % count].clone()),
        Deed::Swap(at) => texts.swap(at % count, (at + 1) % count),
        Deed::Straighten(at) => {
            let text = &mut texts[at % count];
            *text = text
                .replace(['“', '”'], "\"")
                .replace('\u{a0}', " ")
                .replace("é", "e\u{301}");
        }
        Deed::Split(at, word) => {
            let words: Vec<String> = texts[at % count].split(' ').map(str::to_owned).collect();
            let cut = word % words.len();
            texts[at % count] = words[..cut].join(" ");
            texts.insert(at % count + 1, words[cut..].join(" "));
        }
        Deed::Join(at) if count > 1 => {
            let at = at % (count - 1);
            let second = texts.remove(at + 1);
            texts[at].push_str(&second);
        }
        Deed::Carry(from, word, length, to, place) => {
            let mut carried = Vec::new();
            on_words(&mut texts[from % count], |words| {
                let start = word % words.len();
                let end = (start + length).min(words.len());
                carried = words.drain(start..end).collect();
            });
            on_words(&mut texts[to % count], |words| {
                let place = place % (words.len() + 1);
                words.splice(place..place, carried);
            });
        }
        _ => {}
    }
}

fn on_words(text: &mut String, change: impl FnOnce(&mut Vec<String>)) {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    change(&mut words);
    *text = words.join(" ");
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn sources(base: &[String], deeds: &[Vec<Deed>]) -> Vec<(Source, Vec<String>)> {
    deeds
        .iter()
        .enumerate()
        .map(|(index, deeds)| {
            let texts = done(base, deeds);
            (silent(&format!("ORG {index}"), &strs(&texts)), texts)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn base_and_model_rebuild_every_return(base in base(), deeds in prop::collection::vec(deeds(), 1..5)) {
        let returns = sources(&base, &deeds);
        let files: Vec<Source> = returns.iter().map(|(file, _)| file.clone()).collect();
        let model = compose(&silent("", &strs(&base)), &files).model;
        for (file, texts) in &returns {
            let rebuilt = project(&strs(&base), &model, &file.organisation);
            prop_assert_eq!(&rebuilt, texts, "{}: {:#?}", file.organisation, model.amendments);
        }
    }

    #[test]
    fn the_order_of_returns_does_not_matter(
        base in base(),
        deeds in prop::collection::vec(deeds(), 2..5),
        turn in 0..4_usize,
    ) {
        let mut files: Vec<Source> = sources(&base, &deeds).into_iter().map(|each| each.0).collect();
        let base = silent("", &strs(&base));
        let one = serde_json::to_string(&compose(&base, &files).model).expect("a model is JSON");
        let by = turn % files.len();
        files.rotate_left(by);
        files.swap(0, 1);
        files.push(files[0].clone());
        let other = serde_json::to_string(&compose(&base, &files).model).expect("a model is JSON");
        prop_assert_eq!(one, other);
    }

    #[test]
    fn equal_returns_support_equal_amendments(base in base(), deeds in deeds()) {
        let texts = done(&base, &deeds);
        let files = ["A", "B", "C"].map(|name| silent(name, &strs(&texts)));
        let model = compose(&silent("", &strs(&base)), &files).model;
        for amendment in &model.amendments {
            prop_assert_eq!(&amendment.supporters, &["A", "B", "C"]);
            prop_assert!(amendment.conflict.is_none(), "{:#?}", amendment);
            prop_assert!(amendment.tracked.values().all(|each| *each == Tracking::Untracked));
        }
        let mut ids: Vec<&str> = model.amendments.iter().map(|each| each.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), model.amendments.len(), "ids are unique");
    }

    #[test]
    fn every_stretch_is_what_the_base_says(base in base(), deeds in prop::collection::vec(deeds(), 1..4)) {
        let files: Vec<Source> = sources(&base, &deeds).into_iter().map(|each| each.0).collect();
        let model = compose(&silent("", &strs(&base)), &files).model;
        for amendment in &model.amendments {
            let text = amendment.paragraph.checked_sub(1).map_or("", |index| base[index].as_str());
            let before: String =
                text.chars().skip(amendment.start).take(amendment.end - amendment.start).collect();
            prop_assert_eq!(amendment.before.replace('\u{2028}', "\n"), before);
            prop_assert!(amendment.before != amendment.after || amendment.kind == Kind::Move
                || amendment.before.is_empty(), "{:?}", amendment);
        }
    }

    #[test]
    fn taking_all_of_one_organisation_is_its_return(base in base(), deeds in deeds()) {
        let texts = done(&base, &deeds);
        let model = compose(&silent("", &strs(&base)), &[silent("A", &strs(&texts))]).model;
        let choices: BTreeMap<String, Choice> =
            model.amendments.iter().map(|each| (each.id.clone(), Choice::Take)).collect();
        prop_assert_eq!(clean_paragraphs(&strs(&base), &model, &choices), Ok(texts));
    }

    #[test]
    fn a_redline_of_two_files_is_the_one_or_the_other(base in base(), deeds in deeds()) {
        let file = |lines: &[String]| {
            let plain = |line: &String| DraftParagraph::plain(DraftStyle::Body, line.as_str());
            read(&word_file(None, &lines.iter().map(plain).collect::<Vec<_>>()))
        };
        let (before, after) = (file(&base), file(&done(&base, &deeds)));
        let compared = compare(&before, &after, "A");
        let word = read(&compared.word);
        prop_assert_eq!(texts(&word, View::Reject), texts(&before, View::Accept));
        let (got, wanted) = (texts(&word, View::Accept), texts(&after, View::Accept));
        // What falls short of it is told.
        let told = compared.look.iter().any(|reason| reason.contains("is not the later file"));
        prop_assert_eq!(got != wanted, told, "{:?}", compared.look);
        prop_assert_eq!(shown(got), shown(wanted));
    }

    #[test]
    fn any_choices_make_a_text_or_name_two_that_clash(
        base in base(),
        deeds in prop::collection::vec(deeds(), 1..4),
        answers in prop::collection::vec(0..6_u8, 40),
    ) {
        let files: Vec<Source> = sources(&base, &deeds).into_iter().map(|each| each.0).collect();
        let model = compose(&silent("", &strs(&base)), &files).model;
        let choices: BTreeMap<String, Choice> = model
            .amendments
            .iter()
            .zip(answers.into_iter().cycle())
            .map(|(amendment, answer)| (amendment.id.clone(), match answer {
                0 => Choice::Take,
                1 => Choice::InOtherWords("other words".to_owned()),
                2 => Choice::NotTaken,
                3 => Choice::Noted,
                4 => Choice::Bracket,
                _ => Choice::LeaveForDiscussion,
            }))
            .collect();
        match clean_paragraphs(&strs(&base), &model, &choices) {
            Ok(_) => {}
            Err(redline::choices::ChoiceProblem::Clash { one, other }) => {
                let conflict = |id: &str| {
                    model.amendments.iter().find(|each| each.id == id).and_then(|each| each.conflict.clone())
                };
                prop_assert!(conflict(&one).is_some());
                prop_assert_eq!(conflict(&one), conflict(&other));
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn tables_are_rebuilt_too(
        base in table_text(),
        version in table_text(),
        cells in prop::collection::vec((0..9_usize, 0..4_usize, 0..WORDS.len()), 0..5),
    ) {
        let near = changed_cells(&base, &cells);
        for version in [near, version] {
            let (before, after) = (with_tables(&base), with_tables(&version));
            let base: Vec<&str> = before.paragraphs.iter().map(|each| each.text.as_str()).collect();
            let expect: Vec<&str> = after.paragraphs.iter().map(|each| each.text.as_str()).collect();
            let file = source("A", after.clone(), after.clone());
            let model = compose(&source("", before.clone(), before.clone()), &[file]).model;
            prop_assert_eq!(project(&base, &model, "A"), expect, "{:#?}", model.amendments);
        }
    }
}

/// Lines of a text with tables of two or three columns.
fn table_text() -> impl Strategy<Value = Vec<String>> {
    let words = || prop::collection::vec(0..8_usize, 0..3).prop_map(|words| text(&words));
    let line = prop_oneof![
        2 => words(),
        3 => prop::collection::vec(words(), 1..4).prop_map(|cells| format!("|{}", cells.join("|"))),
        1 => prop::collection::vec(words(), 1..4).prop_map(|cells| format!("|{}/two", cells.join("|"))),
    ];
    prop::collection::vec(line, 0..7)
}

fn changed_cells(lines: &[String], cells: &[(usize, usize, usize)]) -> Vec<String> {
    let mut lines = lines.to_vec();
    for &(line, cell, word) in cells {
        if lines.is_empty() {
            break;
        }
        let line = line % lines.len();
        match (word, lines[line].strip_prefix('|')) {
            (0, _) => drop(lines.remove(line)),
            (1, Some(row)) => {
                let row = format!("|{row}|new");
                lines[line] = row;
            }
            (2, Some(row)) if row.contains('|') => {
                let parts: Vec<&str> = row.split('|').collect();
                let row = format!("|{}", parts[1..].join("|"));
                lines[line] = row;
            }
            (_, Some(row)) => {
                let mut parts: Vec<String> = row.split('|').map(str::to_owned).collect();
                let cell = cell % parts.len();
                parts[cell] = format!("{} {}", parts[cell], WORDS[word.min(7)]);
                lines[line] = format!("|{}", parts.join("|"));
            }
            (_, None) => lines.insert(line, WORDS[word.min(7)].to_owned()),
        }
    }
    lines
}
