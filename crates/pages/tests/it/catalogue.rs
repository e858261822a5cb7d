//! The views and the words fit: no key is missing, none is left over, no argument is misspelled, and
//! no view carries words of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use pages::words::{ENGLISH, MISSING, keys};
use pages::{Words, samples};

/// The sources of the views, without comments and without the samples.
fn sources() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).expect("src") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("samples.rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            let code: Vec<_> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            sources.push((path.display().to_string(), code.join("\n")));
        }
    }
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

/// Arguments that each message names.
fn arguments() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (file, source) in ENGLISH {
        let resource = fluent_syntax::parser::parse(source)
            .unwrap_or_else(|(_, errors)| panic!("{file} does not parse: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut names = BTreeSet::new();
            in_pattern(message.value.as_ref().expect("a value"), &mut names);
            let doubled = found.insert(message.id.name.to_owned(), names);
            assert!(doubled.is_none(), "{} stands twice", message.id.name);
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    let selector = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            for variant in variants {
                in_pattern(&variant.value, names);
            }
            selector
        }
    };
    match selector {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        _ => {}
    }
}

/// String literals that look like keys.
fn literals(code: &str) -> Vec<(usize, &str)> {
    code.match_indices('"')
        .filter_map(|(at, _)| {
            let inner = &code[at + 1..];
            let end = inner.find('"')?;
            let word = &inner[..end];
            let kebab = word.contains('-')
                && word.starts_with(|c: char| c.is_ascii_lowercase())
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && !word.ends_with('-');
            kebab.then_some((at, word))
        })
        .collect()
}

/// Words in kebab case that are no keys: of HTML, and of `amendments.json`.
const NOT_KEYS: [&str; 9] = [
    "f-add",
    "f-late",
    "utf-8",
    "f-publish",
    "paragraph-insert",
    "paragraph-delete",
    "row-insert",
    "row-delete",
    "outside-base",
];

#[test]
fn every_key_in_the_views_stands_in_the_catalogue() {
    let known = arguments();
    for (file, code) in sources() {
        for (_, word) in literals(&code) {
            assert!(
                known.contains_key(word) || NOT_KEYS.contains(&word),
                "{file} asks for {word}"
            );
        }
    }
}

#[test]
fn every_message_is_used() {
    let code: String = sources().into_iter().map(|(_, code)| code).collect();
    let used: BTreeSet<_> = literals(&code).into_iter().map(|(_, word)| word).collect();
    let by_prefix = [
        "deed-",
        "refusal-",
        // Of the settings; `web` holds that each has its words.
        "rule-",
        "calendar-weekday-",
        "calendar-month-",
        "flash-",
        "told-",
        "problem-",
        "limit-",
        "matrix-",
    ];
    for (_, source) in ENGLISH {
        for key in keys(source) {
            let built = by_prefix.iter().any(|prefix| key.starts_with(prefix));
            assert!(
                built || key == "brand" || used.contains(key),
                "{key} is used nowhere"
            );
        }
    }
}

#[test]
fn arguments_are_those_that_the_message_names() {
    let known = arguments();
    let mut calls = 0;
    for (file, code) in sources() {
        for (at, key) in literals(&code) {
            let before = code[..at].trim_end();
            let Some(named) = known.get(key) else {
                continue;
            };
            if before.ends_with(".t(") {
                assert!(named.is_empty(), "{file}: {key} needs {named:?}");
            }
            if !before.ends_with(".f(")
                || key.starts_with("say-words")
                || key.starts_with("para-reads")
            {
                continue;
            }
            let call = &code[at..at + closing(&code[at..])];
            let given: BTreeSet<String> = call
                .match_indices('(')
                .filter_map(|(at, _)| {
                    call[at + 1..]
                        .trim_start()
                        .strip_prefix('"')?
                        .split_once('"')
                })
                .filter(|(name, rest)| {
                    rest.starts_with(',')
                        && !name.is_empty()
                        && name.chars().all(char::is_alphabetic)
                })
                .map(|(name, _)| name.to_owned())
                .collect();
            if call.contains("&[") {
                assert_eq!(&given, named, "{file}: {key}");
                calls += 1;
            }
        }
    }
    assert!(calls > 60, "only {calls} calls were found");
}

/// Where the call that begins before `code` ends.
fn closing(code: &str) -> usize {
    let mut depth = 1;
    code.char_indices()
        .find(|(_, c)| {
            depth += i32::from(*c == '(') - i32::from(*c == ')');
            depth == 0
        })
        .map_or(code.len(), |(at, _)| at)
}

#[test]
fn no_sample_misses_a_word() {
    let words = Words::english();
    let plain: Vec<_> = ENGLISH
        .iter()
        .flat_map(|(_, source)| keys(source))
        .collect();
    for (view, state, html) in samples::pages(words) {
        assert!(!html.contains(MISSING), "{view}, {state}: {html}");
        assert!(
            !html.contains("{$") && !html.contains("{ $"),
            "{view}, {state}"
        );
        for key in plain.iter().filter(|key| key.contains('-')) {
            assert!(
                !html.contains(&format!(">{key}<")),
                "{view}, {state}: {key}"
            );
        }
    }
}

#[test]
fn views_carry_no_words_of_their_own() {
    // Signs that separate are allowed.
    let known = arguments();
    for (file, code) in sources() {
        if file.ends_with("words.rs") {
            continue;
        }
        for (at, _) in code.match_indices("{ \"") {
            let inner = &code[at + 3..];
            let text = &inner[..inner.find('"').unwrap_or(0)];
            assert!(
                !text.chars().any(char::is_alphabetic) || known.contains_key(text),
                "{file} says {text:?}"
            );
        }
    }
}

#[test]
fn refusals_speak_from_the_catalogue_or_as_the_law_does() {
    let words = Words::english();
    assert_eq!(
        words.refusal("no-such-thing-at-all", &[], "It is refused."),
        "It is refused."
    );
    for (_, source) in ENGLISH {
        for key in keys(source).filter(|key| key.starts_with("refusal-")) {
            let named = &arguments()[key];
            let args: Vec<_> = named
                .iter()
                .map(|name| (name.as_str(), "x".into()))
                .collect();
            let word = key.trim_start_matches("refusal-");
            assert_ne!(
                words.refusal(word, &args, "otherwise"),
                "otherwise",
                "{key}"
            );
        }
    }
}

#[test]
fn each_kind_of_act_has_its_sentence() {
    let words = Words::english();
    for (view, _, html) in samples::pages(words) {
        let unknown = html.matches("An act of another kind").count();
        assert_eq!(
            unknown,
            usize::from(view == "record" && html.contains("key.registered"))
        );
    }
}
