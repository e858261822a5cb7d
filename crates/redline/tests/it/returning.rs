//! Words typed paragraph by paragraph, and two files of one organisation read as one.

use proptest::prelude::*;
use redline::choices::{Choice, clean_paragraphs, exclude_each_other};
use redline::draft::{DraftParagraph, DraftStyle, word_file};
use redline::model::Kind;
use redline::returns::{Joined, Joining, Typed, joined, typed};
use redline::{Document, View};

use crate::files::{Deed, WORDS, base_paragraphs, deeds, done, drafted};
use crate::writing::{compiled, read, shown, texts};

const BASE: [&str; 3] = [
    "States should protect victims.",
    "The fund is voluntary and open to members.",
    "A report is made each year.",
];

fn file(paragraphs: &[&str]) -> Document {
    let plain = |text: &&str| DraftParagraph::plain(DraftStyle::Body, *text);
    let paragraphs: Vec<DraftParagraph> = paragraphs.iter().map(plain).collect();
    read(&word_file(None, &paragraphs))
}

fn words(paragraph: usize, words: &str) -> Typed {
    Typed {
        paragraph,
        words: Some(words.to_owned()),
        comment: None,
    }
}

fn remark(paragraph: usize, comment: &str) -> Typed {
    Typed {
        paragraph,
        words: None,
        comment: Some(comment.to_owned()),
    }
}

fn check(said: &[Typed], expect: &[&str]) -> Document {
    let base = file(&BASE);
    let document = read(&typed(&base, said, "Lantern Trust"));
    assert_eq!(texts(&document, View::Accept), expect, "{said:?}");
    assert_eq!(texts(&document, View::Reject), BASE, "{said:?}");
    document
}

#[test]
fn what_was_typed_is_marked_up_against_the_base() {
    let [one, two, three] = BASE;
    check(&[], &BASE);
    check(&[words(1, one)], &BASE);
    check(&[words(9, "Nowhere."), words(0, "Nowhere.")], &BASE);
    let shall = "States shall protect victims.";
    check(&[words(1, shall)], &[shall, two, three]);
    check(&[words(2, "")], &[one, three]);
    check(&[words(2, " \n\n ")], &[one, three]);
    check(&[words(3, "Line\r\nbreak.")], &[one, two, "Line\nbreak."]);
    check(
        &[words(2, &format!("{two}\n\nIt grows.\n\n\nSlowly."))],
        &[one, two, "It grows.", "Slowly.", three],
    );
}

#[test]
fn only_the_words_that_differ_are_changed() {
    let base = file(&BASE);
    let said = [words(2, "The fund is voluntary and fully open to members.")];
    let document = read(&typed(&base, &said, "Lantern Trust"));
    let model = compiled(&base, &[("LT".to_owned(), document)]).model;
    let [amendment] = model.amendments.as_slice() else {
        panic!("{:#?}", model.amendments);
    };
    assert_eq!(amendment.after.trim(), "fully");
    assert_eq!(amendment.authors["LT"], ["Lantern Trust"]);
}

#[test]
fn a_remark_stands_on_its_paragraph() {
    let document = check(&[remark(2, " Who pays? "), remark(3, "  ")], &BASE);
    let comments = document.comments();
    let [comment] = comments.as_slice() else {
        panic!("{comments:#?}");
    };
    assert_eq!(
        (comment.author.as_str(), comment.text.as_str()),
        ("Lantern Trust", "Who pays?")
    );
    let model = compiled(&file(&BASE), &[("LT".to_owned(), document)]).model;
    assert_eq!(model.comments[0].paragraph, 2);
}

/// Two answers typed on the base, joined; who typed the second is another than who typed the first.
fn join(first: &[Typed], second: &[Typed], joining: Joining) -> (Joined, Vec<String>) {
    let base = file(&BASE);
    let one = read(&typed(&base, first, "Ana"));
    let other = read(&typed(&base, second, "Ben"));
    let both = joined(&base, &one, &other, joining, "LT").expect("joined");
    let document = read(&both.word);
    assert_eq!(texts(&document, View::Reject), BASE);
    let now = texts(&document, View::Accept);
    (both, now)
}

fn lost(joined: &Joined) -> Vec<&str> {
    joined.lost.iter().map(|each| each.after.trim()).collect()
}

#[test]
fn adding_keeps_both_and_the_second_where_both_cant_stand() {
    let [_, two, three] = BASE;
    let shall = words(1, "States shall protect victims.");
    let must = words(1, "States must protect victims.");
    let yearly = words(3, "A public report is made each year.");
    let (both, now) = join(
        std::slice::from_ref(&shall),
        std::slice::from_ref(&yearly),
        Joining::Adds,
    );
    assert_eq!(
        now,
        [
            "States shall protect victims.",
            two,
            "A public report is made each year."
        ]
    );
    assert_eq!(lost(&both), Vec::<&str>::new());
    let (both, now) = join(
        &[shall.clone(), yearly.clone()],
        std::slice::from_ref(&must),
        Joining::Adds,
    );
    assert_eq!(
        now,
        [
            "States must protect victims.",
            two,
            "A public report is made each year."
        ]
    );
    assert_eq!(lost(&both), ["shall"]);
    // The same change of both is there once.
    let (both, now) = join(
        std::slice::from_ref(&shall),
        std::slice::from_ref(&shall),
        Joining::Adds,
    );
    assert_eq!(now, ["States shall protect victims.", two, three]);
    assert_eq!(lost(&both), Vec::<&str>::new());
}

#[test]
fn only_these_paragraphs_leaves_nothing_of_the_first_in_them() {
    let [one, two, _] = BASE;
    let first = [
        words(1, "States shall protect victims."),
        words(3, "A public report is made each year."),
        remark(1, "Why should?"),
        remark(2, "Who pays?"),
    ];
    let second = [
        words(1, "States should protect all victims."),
        remark(2, "How much?"),
    ];
    let (both, now) = join(&first, &second, Joining::Paragraphs);
    assert_eq!(
        now,
        [
            "States should protect all victims.",
            two,
            "A public report is made each year."
        ]
    );
    assert_eq!(lost(&both), ["shall"]);
    let gone: Vec<&str> = both.lost_comments.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(gone, ["Why should?", "Who pays?"]);
    // Adding would have kept them all.
    let (both, now) = join(&first, &second, Joining::Adds);
    assert_eq!(now[0], "States shall protect all victims.");
    assert!(both.lost.is_empty() && both.lost_comments.is_empty());
    assert_ne!(now[0], one);
}

#[test]
fn each_change_and_comment_keeps_the_author_that_its_file_names() {
    let (both, _) = join(
        &[words(1, "States shall protect victims."), remark(1, "Why?")],
        &[
            words(3, "A public report is made each year."),
            remark(3, "Whose?"),
        ],
        Joining::Adds,
    );
    let document = read(&both.word);
    let authors: Vec<String> = document.comments().into_iter().map(|c| c.author).collect();
    assert_eq!(authors, ["Ana", "Ben"]);
    let model = compiled(&file(&BASE), &[("LT".to_owned(), document)]).model;
    let named: Vec<&str> = model
        .amendments
        .iter()
        .map(|each| each.authors["LT"][0].as_str())
        .collect();
    assert_eq!(named, ["Ana", "Ben"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn words_typed_read_as_they_were_typed(
        base in base_paragraphs(),
        all in prop::collection::vec((0..9_usize, prop::collection::vec(0..WORDS.len(), 1..9)), 1..5),
    ) {
        let base = read(&word_file(None, &drafted(&base)));
        let own = texts(&base, View::Accept);
        let mut expect: Vec<Vec<String>> = own.iter().map(|text| vec![text.clone()]).collect();
        let mut said = std::collections::BTreeMap::new();
        for (at, of) in &all {
            let text = of.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ");
            expect[at % own.len()] = vec![text.clone()];
            said.insert(at % own.len() + 1, text);
        }
        let said: Vec<Typed> = said.iter().map(|(at, text)| words(*at, text)).collect();
        let document = read(&typed(&base, &said, "Lantern Trust"));
        prop_assert_eq!(texts(&document, View::Accept), expect.concat());
        prop_assert_eq!(texts(&document, View::Reject), own);
    }

    #[test]
    fn joining_loses_only_what_gives_way(base in base_paragraphs(), one in deeds(), other in deeds()) {
        let draft = drafted(&base);
        let base = read(&word_file(None, &draft));
        let first = read(&word_file(None, &done(&draft, &one, "Ana")));
        let second = read(&word_file(None, &done(&draft, &other, "Ben")));
        let Ok(both) = joined(&base, &first, &second, Joining::Adds, "LT") else {
            // Only where whole paragraphs go, come or move in both is it refused.
            let blocks = |deeds: &[Deed]| deeds.iter().any(|deed| matches!(deed.what, 3..=7));
            prop_assert!(blocks(&one) && blocks(&other));
            return Ok(());
        };
        let document = read(&both.word);
        prop_assert_eq!(texts(&document, View::Reject), texts(&base, View::Accept));
        let pair = [("1".to_owned(), first), ("2".to_owned(), second)];
        let asked = compiled(&base, &pair).model;
        let newer: Vec<_> = asked.amendments.iter().filter(|a| a.supporters.contains(&"2".to_owned())).collect();
        for lost in &both.lost {
            // What a mark can't say, or what the later file excludes.
            let silent = !lost.properties.is_empty() || lost.kind == Kind::Other;
            let excluded = newer.iter().any(|each| exclude_each_other(each, lost));
            prop_assert!(silent || excluded, "{lost:#?} of {:#?}", asked.amendments);
        }
        let lost: Vec<&str> = both.lost.iter().map(|each| each.id.as_str()).collect();
        let stands = asked.amendments.iter().filter(|each| !lost.contains(&each.id.as_str()));
        let choices = stands.map(|each| (each.id.clone(), Choice::Take)).collect();
        let own = texts(&base, View::Accept);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let expect = clean_paragraphs(&own, &asked, &choices).expect("what gave way is out");
        prop_assert_eq!(shown(texts(&document, View::Accept)), shown(expect));
        let all = document.comments().len() + both.lost_comments.len();
        let said: std::collections::BTreeSet<_> = asked.comments.iter().map(|c| (&c.part, c.paragraph, &c.text)).collect();
        prop_assert!(all >= said.len());
    }
}
