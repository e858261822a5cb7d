//! Numbers and bullets of paragraphs, as the reader sees them.

use std::collections::{BTreeMap, BTreeSet};

use super::styles::{MAX_STYLE, Styles};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// Word's lists have nine levels.
const LEVELS: usize = 9;
/// Longer ids (a number in what Word writes) and texts of levels are not read: each paragraph repeats them.
const MAX_ID: usize = 64;
const MAX_TEXT: usize = 255;
/// A label is cut to this many characters.
const MAX_LABEL: usize = 100;

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// The level (from 1) whose appearance restarts this one; 0 never; `None` any higher level.
    restart: Option<usize>,
    legal: bool,
    style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: BTreeMap<usize, Level>,
    /// A numbering style that has the levels.
    link: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Num {
    base: String,
    levels: BTreeMap<usize, Level>,
    starts: BTreeMap<usize, u32>,
}

/// `numbering.xml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbering {
    abstracts: BTreeMap<String, Abstract>,
    nums: BTreeMap<String, Num>,
}

/// Counters while the paragraphs of a story go by.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    at: BTreeMap<String, BTreeMap<usize, u32>>,
    started: BTreeSet<(String, usize)>,
}

impl Numbering {
    pub(crate) fn read(tree: &Tree) -> Self {
        let mut numbering = Self::default();
        for n in tree.children(tree.root()) {
            match tree.tag(n) {
                Tag::AbstractNum => {
                    let Some(id) = tree.attr(n, Ns::W, "abstractNumId").filter(|id| is_id(id))
                    else {
                        continue;
                    };
                    let link = tree.child_val(n, Tag::NumStyleLink);
                    let link = link.filter(|l| l.len() <= MAX_STYLE).map(Into::into);
                    numbering.abstracts.insert(
                        id.into(),
                        Abstract {
                            levels: levels(tree, n),
                            link,
                        },
                    );
                }
                Tag::Num => {
                    let Some(id) = tree.attr(n, Ns::W, "numId").filter(|id| is_id(id)) else {
                        continue;
                    };
                    numbering.nums.insert(id.into(), num(tree, n));
                }
                _ => {}
            }
        }
        numbering
    }

    /// Whether a list with this number is defined.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.nums.contains_key(id)
    }

    /// The label of a paragraph with this number and level, counting it.
    /// `level` may be left open where a style brings the number: the level that names the style holds.
    pub(crate) fn label(
        &self,
        counters: &mut Counters,
        styles: &Styles,
        id: &str,
        level: Option<usize>,
        style: Option<&str>,
    ) -> Option<String> {
        let num = self.nums.get(id)?;
        let mut key = num.base.as_str();
        let mut base = self.abstracts.get(key)?;
        if let Some(link) = &base.link
            && let Some((other, _)) = styles.number(link)
            && let Some(other) = self.nums.get(other)
            && let Some(real) = self.abstracts.get(&other.base)
        {
            key = &other.base;
            base = real;
        }
        let find = |level: usize| num.levels.get(&level).or_else(|| base.levels.get(&level));
        let by_style = || {
            let style = style?;
            base.levels
                .iter()
                .find(|(_, l)| l.style.as_deref() == Some(style))
                .map(|(at, _)| *at)
        };
        let level = level.or_else(by_style).unwrap_or(0);
        let here = find(level)?;
        self.count(counters, num, id, key, level, &find);
        let values = counters.at.get(key)?;
        if here.format == "bullet" {
            return Some(bullet(&here.text));
        }
        let text = fill(&here.text, |at| {
            let from = find(at)?;
            let value = values.get(&at).copied().unwrap_or(from.start);
            Some(number(
                value,
                if here.legal { "decimal" } else { &from.format },
            ))
        });
        let cut = text
            .char_indices()
            .nth(MAX_LABEL)
            .map_or(text.len(), |(at, _)| at);
        let text = text[..cut].trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn count<'a>(
        &self,
        counters: &mut Counters,
        num: &Num,
        id: &str,
        key: &str,
        level: usize,
        find: &impl Fn(usize) -> Option<&'a Level>,
    ) {
        if !counters.at.contains_key(key) {
            counters.at.insert(key.to_owned(), BTreeMap::new());
        }
        let Some(values) = counters.at.get_mut(key) else {
            return;
        };
        let start = num.starts.get(&level).copied();
        let first_override = start.is_some() && counters.started.insert((id.to_owned(), level));
        let own = start.or_else(|| find(level).map(|l| l.start)).unwrap_or(1);
        match values.get_mut(&level) {
            Some(value) if !first_override => *value = value.saturating_add(1),
            _ => {
                values.insert(level, own);
            }
        }
        for higher in 0..level {
            if let Some(l) = find(higher) {
                values.entry(higher).or_insert(l.start);
            }
        }
        values.retain(|at, _| {
            *at <= level
                || match find(*at).and_then(|l| l.restart) {
                    None => false,
                    Some(0) => true,
                    Some(restart) => level + 1 > restart,
                }
        });
    }
}

fn levels(tree: &Tree, n: NodeId) -> BTreeMap<usize, Level> {
    tree.children(n)
        .filter(|c| tree.tag(*c) == Tag::Lvl)
        .filter_map(|c| Some((level_of(tree, c)?, level(tree, c))))
        .collect()
}

/// `w:ilvl`, within the levels that there are.
fn level_of(tree: &Tree, n: NodeId) -> Option<usize> {
    let level = tree.attr(n, Ns::W, "ilvl")?.parse().ok()?;
    (level < LEVELS).then_some(level)
}

fn is_id(id: &str) -> bool {
    id.len() <= MAX_ID
}

fn level(tree: &Tree, n: NodeId) -> Level {
    Level {
        start: tree
            .child_val(n, Tag::Start)
            .and_then(|v| v.parse().ok())
            .unwrap_or(0),
        format: tree
            .child_val(n, Tag::NumFmt)
            .filter(|id| is_id(id))
            .map_or_else(|| "decimal".into(), Into::into),
        text: tree
            .child_val(n, Tag::LvlText)
            .filter(|text| text.len() <= MAX_TEXT)
            .map(Into::into)
            .unwrap_or_default(),
        restart: tree
            .child_val(n, Tag::LvlRestart)
            .and_then(|v| v.parse().ok()),
        legal: tree.child(n, Tag::IsLgl).is_some_and(|c| tree.is_on(c)),
        style: tree.child_val(n, Tag::PStyle).map(Into::into),
    }
}

fn num(tree: &Tree, n: NodeId) -> Num {
    let mut num = Num {
        base: tree
            .child_val(n, Tag::AbstractNumId)
            .filter(|id| is_id(id))
            .map(Into::into)
            .unwrap_or_default(),
        ..Num::default()
    };
    for c in tree
        .children(n)
        .filter(|c| tree.tag(*c) == Tag::LvlOverride)
    {
        let Some(at) = level_of(tree, c) else {
            continue;
        };
        if let Some(start) = tree
            .child_val(c, Tag::StartOverride)
            .and_then(|v| v.parse().ok())
        {
            num.starts.insert(at, start);
        }
        if let Some(own) = tree.child(c, Tag::Lvl) {
            num.levels.insert(at, level(tree, own));
        }
    }
    num
}

/// Replaces `%1` to `%9` in a level's text.
fn fill(text: &str, value: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars
            .peek()
            .and_then(|d| d.to_digit(10))
            .filter(|d| c == '%' && *d > 0);
        match digit {
            Some(digit) => {
                chars.next();
                out.push_str(&value(digit as usize - 1).unwrap_or_default());
            }
            None => out.push(c),
        }
    }
    out
}

/// A bullet's character; those of symbol fonts (private use) as a round bullet.
fn bullet(text: &str) -> String {
    match text.trim() {
        "" => "•".into(),
        own if own.chars().all(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) => "•".into(),
        // Courier New's "o" is Word's hollow bullet.
        "o" => "◦".into(),
        own => own.to_owned(),
    }
}

/// A number in one of Word's formats; formats that the crate does not know are written as digits.
fn number(value: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{value:02}"),
        "lowerLetter" => letters(value),
        "upperLetter" => letters(value).to_uppercase(),
        "lowerRoman" => roman(value),
        "upperRoman" => roman(value).to_uppercase(),
        "ordinal" => {
            let ending = match (value % 10, value % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{value}{ending}")
        }
        _ => value.to_string(),
    }
}

/// a … z, then aa, bb: Word repeats the letter.
fn letters(value: u32) -> String {
    let Some(zero) = value.checked_sub(1) else {
        return "0".into();
    };
    let letter = char::from(b'a' + (zero % 26) as u8);
    std::iter::repeat_n(letter, (zero / 26 + 1).min(40) as usize).collect()
}

fn roman(value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if value == 0 || value > 20_000 {
        return value.to_string();
    }
    let mut rest = value;
    let mut out = String::new();
    for (step, sign) in STEPS {
        while rest >= step {
            out.push_str(sign);
            rest -= step;
        }
    }
    out
}
