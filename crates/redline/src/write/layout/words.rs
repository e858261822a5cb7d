//! What our own notes say.

use std::borrow::Cow;

use crate::model::{Amendment, Brought, Kind};
use crate::write::fragment::first_mark;

/// What stands for a note reference, a drawing or maths.
const ATOM: char = '\u{fffc}';

/// The note on a shown amendment; `None` where its mark says all. `silent`: no mark shows it.
pub(super) fn about(amendment: &Amendment, others: &[&Amendment], silent: bool) -> Option<String> {
    let mut lines = Vec::new();
    let names = list(&amendment.supporters);
    if silent {
        lines.push(format!("{names}: {}.", asks(amendment)));
    } else if amendment.supporters.len() > 1 {
        lines.push(format!("Proposed by {names}."));
    }
    lines.extend(besides(amendment));
    for other in others {
        lines.push(format!(
            "Instead of this, {}: {}.",
            list(&other.supporters),
            asks(other)
        ));
        lines.extend(boxes(other));
        lines.extend(variants(other));
    }
    if lines.is_empty() {
        return None;
    }
    let text = lines.join("\n");
    Some(match amendment.part.as_str() {
        "body" => text,
        part => format!("In {}: {text}", part_words(part)),
    })
}

/// A part's name in words: "footnote 3".
pub(crate) fn part_words(part: &str) -> String {
    match part.split_once(':') {
        Some(("textbox", number)) => format!("text box {number}"),
        Some((kind, number)) => format!("{kind} {number}"),
        None => part.to_owned(),
    }
}

/// Whether what an amendment changes is objects alone, and a mark can't bring them.
pub(super) fn only_objects(amendment: &Amendment) -> bool {
    let words = |text: &str| text.replace(ATOM, "");
    lost_objects(amendment) > 0
        && notes(amendment).next().is_none()
        && words(&amendment.before) == words(&amendment.after)
}

/// How many objects the new wording has that a mark cannot carry.
fn lost_objects(amendment: &Amendment) -> usize {
    let count = |text: &str| text.matches(ATOM).count();
    let kept = count(&amendment.before) + notes(amendment).count();
    count(&amendment.after).saturating_sub(kept)
}

fn notes(amendment: &Amendment) -> impl Iterator<Item = &Brought> {
    let brings = amendment.brings.iter();
    brings.filter(|each| matches!(each.kind.as_str(), "footnote" | "endnote"))
}

/// The words of text boxes that an amendment brings.
fn boxes(amendment: &Amendment) -> impl Iterator<Item = String> {
    let brings = amendment
        .brings
        .iter()
        .filter(|each| each.kind == "textbox");
    brings.map(|each| format!("The text box says “{}”.", shown(&each.text)))
}

/// What there is to say of an amendment besides what it asks for: objects, and other spellings.
pub(crate) fn besides(amendment: &Amendment) -> impl Iterator<Item = String> {
    let lost = (lost_objects(amendment) > 0).then(|| {
        "This brings a picture, a text box or a formula, which is not carried over: see the file that has it."
            .to_owned()
    });
    let said = lost.into_iter().chain(boxes(amendment));
    said.chain(variants(amendment))
}

fn variants(amendment: &Amendment) -> impl Iterator<Item = String> {
    amendment
        .variants
        .iter()
        .map(|(name, text)| format!("{name} writes “{}”.", shown(text)))
}

/// What an amendment asks for, in words.
pub(crate) fn asks(amendment: &Amendment) -> String {
    let before = shown(&amendment.before);
    let after = shown(&amendment.after);
    let with_notes = |mut asked: String| {
        for note in notes(amendment) {
            let words = shown(note.text.trim());
            asked.push_str(&format!(", with the {} “{words}”", note.kind));
        }
        asked
    };
    let asked = match amendment.kind {
        _ if !amendment.properties.is_empty() => return sets(amendment, &before),
        Kind::Insert if only_notes(amendment) => return inserts_notes(amendment),
        Kind::Insert => format!("insert “{after}”"),
        Kind::Delete => format!("delete “{before}”"),
        Kind::Replace | Kind::Typographic | Kind::Other => exchange(&before, &after),
        Kind::ParagraphInsert => format!("insert the paragraph “{after}”"),
        Kind::ParagraphDelete => format!("delete the paragraph “{before}”"),
        Kind::RowInsert => format!("insert the row “{after}”"),
        Kind::RowDelete => format!("delete the row “{before}”"),
        Kind::Move => {
            let to = amendment.to.as_ref();
            let place = match to.map_or((0, None), |to| (to.paragraph, to.offset)) {
                (0, _) => "before the first paragraph".to_owned(),
                (number, None) => format!("behind paragraph {number}"),
                (number, Some(_)) if number == amendment.paragraph => {
                    "to another place in this paragraph".to_owned()
                }
                (number, Some(_)) => format!("into paragraph {number}"),
            };
            match before == after {
                true => format!("move “{after}” {place}"),
                false => format!("move “{before}” {place} and say “{after}”"),
            }
        }
        Kind::Format => format!("change the formatting of “{before}”"),
        Kind::Split => "begin a new paragraph here".to_owned(),
        Kind::Join => "join this paragraph and the next".to_owned(),
    };
    with_notes(asked)
}

/// Whether nothing but new notes is inserted.
fn only_notes(amendment: &Amendment) -> bool {
    let count = notes(amendment).count();
    let after = amendment.after.trim();
    count > 0 && after.chars().all(|c| c == ATOM) && after.chars().count() == count
}

/// `insert the footnote “See page 3.”`
fn inserts_notes(amendment: &Amendment) -> String {
    let all = notes(amendment).map(|note| {
        let words = shown(note.text.trim());
        format!("insert the {} “{words}”", note.kind)
    });
    all.collect::<Vec<_>>().join(", ")
}

/// What a change of properties asks for.
fn sets(amendment: &Amendment, words: &str) -> String {
    let all = settings(amendment);
    match (amendment.kind, words) {
        (Kind::Format, "") => format!("set the paragraph {all}"),
        (Kind::Format, words) => format!("set {all}: “{words}”"),
        (_, words) => format!("{all}: “{words}”"),
    }
}

/// The properties that an amendment sets, in words: "in bold, in italics".
pub(crate) fn settings(amendment: &Amendment) -> String {
    let all = amendment.properties.iter();
    let all: Vec<String> = all.map(|(name, value)| property(name, value)).collect();
    all.join(", ")
}

/// A property in words.
fn property(name: &str, value: &str) -> String {
    let off = matches!(value, "" | "off");
    let plain = match name {
        "b" => "in bold",
        "i" => "in italics",
        "u" => "underlined",
        "strike" | "dstrike" => "struck through",
        "caps" => "in capitals",
        "smallCaps" => "in small capitals",
        "highlight" => "highlighted",
        "numPr/numId" => "as an item of a list",
        _ => "",
    };
    match (name, off) {
        (_, true) if !plain.is_empty() => format!("not {plain}"),
        (_, false) if !plain.is_empty() => plain.to_owned(),
        ("vertAlign", true) => "neither raised nor lowered".to_owned(),
        ("vertAlign", false) => format!("as {value}"),
        ("pStyle", true) => "without a style of its own".to_owned(),
        ("pStyle", false) => format!("in the style “{value}”"),
        ("jc", true) => "aligned at the start".to_owned(),
        ("jc", false) => format!("aligned: {value}"),
        ("numPr/ilvl", _) => format!(
            "at level {} of the list",
            value.parse().map_or(1, |n: u32| n + 1)
        ),
        ("outlineLvl", true) => "as body text".to_owned(),
        ("outlineLvl", false) => format!(
            "at outline level {}",
            value.parse().map_or(1, |n: u32| n + 1)
        ),
        ("link", true) => "remove the link".to_owned(),
        ("link", false) => format!("link to {value}"),
        ("field", true) => "put plain text in place of the field".to_owned(),
        ("field", false) => format!("put the field {value}"),
        ("control", true) => "remove the content control".to_owned(),
        ("control", false) => "put a content control".to_owned(),
        ("picture", _) => "put another picture".to_owned(),
        ("formula", _) => "put another formula".to_owned(),
        (_, true) => format!("without {name}"),
        (_, false) => format!("with {name} {value}"),
    }
}

/// The exchange of one wording for another, each as [`shown`].
pub(crate) fn exchange(before: &str, after: &str) -> String {
    match (before, after) {
        (_, "") => format!("delete “{before}”"),
        ("", _) => format!("insert “{after}”"),
        _ => format!("replace “{before}” with “{after}”"),
    }
}

/// Words of the model as one line.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if first_mark(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = first_mark(rest) {
        let (plain, from) = rest.split_at(at);
        let mut after = from.chars();
        shown.push_str(plain);
        shown.push_str(match after.next() {
            Some('\n' | '\u{2028}') => " / ",
            Some('\t') => " | ",
            Some('\u{b}') => " ",
            _ => "[object]",
        });
        rest = after.as_str();
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// "IOM", "IOM, UNICEF".
pub(crate) fn short_list(names: &[String]) -> String {
    names.join(", ")
}

/// "IOM", "IOM and UNICEF", "ILO, IOM and UNICEF".
pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
