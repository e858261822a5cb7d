//! Texts that are long, repetitive or wholly rewritten stay fast. The bounds are generous: they catch a cost
//! that grows with the square, not a slow machine.
#![allow(clippy::disallowed_methods)] // A test reads the clock; the crate does not.

use std::time::{Duration, Instant};

use redline::compose::compose;
use redline::project::project;

use crate::texts::silent;

fn check(base: &[String], version: &[String], within: Duration) -> usize {
    let texts: Vec<&str> = base.iter().map(String::as_str).collect();
    let after: Vec<&str> = version.iter().map(String::as_str).collect();
    let start = Instant::now();
    let model = compose(&silent("", &texts), &[silent("A", &after)]).model;
    let spent = start.elapsed();
    assert!(spent < within, "{spent:?}");
    assert_eq!(project(&texts, &model, "A"), version);
    model.amendments.len()
}

/// A sentence of numbered words, mostly its own.
fn sentence(number: usize, words: usize) -> String {
    (0..words)
        .map(|word| format!("w{}", (number * 31 + word * 17) % 997))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_gap_of_two_hundred_rewritten_paragraphs() {
    let base: Vec<String> = (0..200).map(|number| sentence(number, 40)).collect();
    let version: Vec<String> = base
        .iter()
        .map(|text| text.replace("w1", "x1").replace("w5", "y5"))
        .collect();
    check(&base, &version, Duration::from_secs(4));
    let other: Vec<String> = (0..200)
        .map(|number| sentence(number + 5000, 40).replace('w', "z"))
        .collect();
    assert_eq!(
        check(&base, &other, Duration::from_secs(4)),
        201,
        "nothing in common: all anew"
    );
}

#[test]
fn a_paragraph_of_ten_thousand_words() {
    let base = vec![sentence(1, 10_000)];
    let version = vec![
        base[0]
            .replacen("w100 ", "changed ", 1)
            .replacen("w900 ", "", 1),
    ];
    assert_eq!(check(&base, &version, Duration::from_secs(4)), 2);
}

#[test]
fn five_thousand_paragraphs_of_one_word() {
    let base = vec!["same".to_owned(); 5000];
    let mut version = base.clone();
    version.insert(2500, "other".to_owned());
    version.remove(100);
    check(&base, &version, Duration::from_secs(4));
    version.extend(vec!["same".to_owned(); 300]);
    check(&base, &version, Duration::from_secs(4));
}
