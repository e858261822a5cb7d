//! The words of the interface: Fluent messages, loaded once, shared by all requests.
//!
//! Views ask by key: [`Words::t`] for a message without arguments (prepared at loading, so that it
//! costs a look-up), [`Words::f`] for one with arguments. A test reads the sources and holds every
//! key and every argument name against the catalogue.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The catalogue in English, file by file.
pub const ENGLISH: [(&str, &str); 16] = [
    ("brief.ftl", include_str!("../locales/en/brief.ftl")),
    ("frame.ftl", include_str!("../locales/en/frame.ftl")),
    ("places.ftl", include_str!("../locales/en/places.ftl")),
    ("history.ftl", include_str!("../locales/en/history.ftl")),
    ("text.ftl", include_str!("../locales/en/text.ftl")),
    ("comments.ftl", include_str!("../locales/en/comments.ftl")),
    ("drop.ftl", include_str!("../locales/en/drop.ftl")),
    ("clearance.ftl", include_str!("../locales/en/clearance.ftl")),
    ("meetings.ftl", include_str!("../locales/en/meetings.ftl")),
    ("work.ftl", include_str!("../locales/en/work.ftl")),
    ("law.ftl", include_str!("../locales/en/law.ftl")),
    ("rules.ftl", include_str!("../locales/en/rules.ftl")),
    ("votes.ftl", include_str!("../locales/en/votes.ftl")),
    (
        "corrections.ftl",
        include_str!("../locales/en/corrections.ftl"),
    ),
    ("notices.ftl", include_str!("../locales/en/notices.ftl")),
    ("told.ftl", include_str!("../locales/en/told.ftl")),
];

/// What stands on a page where a message is missing, so that tests can look for it.
pub const MISSING: char = '⟦';

/// A value put into a message.
pub type Arg<'a> = FluentValue<'a>;

/// The words in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, and the marked text of keys that do not exist.
    plain: BTreeMap<String, String>,
    /// BCP 47 tag of the language.
    pub lang: &'static str,
}

static IN_ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::load("en", &ENGLISH));

impl Words {
    /// The English words; loaded at the first call.
    pub fn english() -> &'static Self {
        &IN_ENGLISH
    }

    fn load(lang: &'static str, files: &[(&str, &str)]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![
            lang.parse::<LanguageIdentifier>().unwrap_or_default(),
        ]);
        // Marks of isolation are for scripts of mixed direction; user texts carry dir=auto instead.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        let mut plain = BTreeMap::new();
        for (_, source) in files {
            // A broken message or a doubled key is left out here and found by the tests.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        for key in files.iter().flat_map(|(_, source)| keys(source)) {
            let mut errors = Vec::new();
            let text = bundle
                .get_message(key)
                .and_then(|message| message.value())
                .map(|pattern| {
                    bundle
                        .format_pattern(pattern, None, &mut errors)
                        .into_owned()
                });
            if let (Some(text), true) = (text, errors.is_empty()) {
                plain.insert(key.to_owned(), text);
            }
        }
        Self {
            bundle,
            plain,
            lang,
        }
    }

    /// The message without arguments under `key`.
    pub fn t<'w>(&'w self, key: &'w str) -> &'w str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The message under `key` with its arguments.
    pub fn f(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, args)
            .unwrap_or_else(|| format!("{MISSING}{key}"))
    }

    /// Whether a message stands under `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A refusal of the law in a plain sentence: `key` is its stable word in kebab case. `otherwise`
    /// is given back where the catalogue does not know the key or misses one of its arguments.
    pub fn refusal(&self, key: &str, args: &[(&str, Arg<'_>)], otherwise: &str) -> String {
        self.find(&format!("refusal-{key}"), args)
            .unwrap_or_else(|| otherwise.to_owned())
    }

    /// "a", "a and b", "a, b and c".
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                let first = first.join(self.t("list-comma"));
                self.f(
                    "list-and",
                    &[("first", first.into()), ("last", last.as_ref().into())],
                )
            }
        }
    }

    fn find(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&given), &mut errors)
            .into_owned();
        errors.is_empty().then_some(text)
    }
}

/// The keys of the messages in a source.
pub fn keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        key.starts_with(|c: char| c.is_ascii_lowercase())
            .then_some(key)
    })
}

/// Whole numbers from a thousand on with a comma before each three digits.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else {
        return None;
    };
    (value.abs() >= 1000.0 && value.fract() == 0.0 && value.abs() < 9e15).then(|| {
        let digits = format!("{:.0}", value.abs());
        let mut text = String::from(if *value < 0.0 { "−" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    })
}
