//! What our own notes say.

use crate::model::{Amendment, Kind};

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
    if brings_objects(amendment) {
        lines.push(
            "This brings a picture, a note or a formula, which is not carried over: see the file that has it."
                .to_owned(),
        );
    }
    lines.extend(variants(amendment));
    for other in others {
        lines.push(format!(
            "Instead of this, {}: {}.",
            list(&other.supporters),
            asks(other)
        ));
        lines.extend(variants(other));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Whether there is more in the new wording than words: a mark cannot carry it.
fn brings_objects(amendment: &Amendment) -> bool {
    amendment.after.matches(ATOM).count() > amendment.before.matches(ATOM).count()
}

fn variants(amendment: &Amendment) -> impl Iterator<Item = String> {
    amendment
        .variants
        .iter()
        .map(|(name, text)| format!("{name} writes “{}”.", shown(text)))
}

/// What an amendment asks for, in words.
fn asks(amendment: &Amendment) -> String {
    let before = shown(&amendment.before);
    let after = shown(&amendment.after);
    match amendment.kind {
        Kind::Insert => format!("insert “{after}”"),
        Kind::Delete => format!("delete “{before}”"),
        Kind::Replace | Kind::Typographic | Kind::Other => {
            match (before.as_str(), after.as_str()) {
                (_, "") => format!("delete “{before}”"),
                ("", _) => format!("insert “{after}”"),
                _ => format!("replace “{before}” with “{after}”"),
            }
        }
        Kind::ParagraphInsert => format!("insert the paragraph “{after}”"),
        Kind::ParagraphDelete => format!("delete the paragraph “{before}”"),
        Kind::RowInsert => format!("insert the row “{after}”"),
        Kind::RowDelete => format!("delete the row “{before}”"),
        Kind::Move => format!("move “{after}”"),
        Kind::Format => format!("change the formatting of “{before}”"),
        Kind::Split => "begin a new paragraph here".to_owned(),
        Kind::Join => "join this paragraph and the next".to_owned(),
    }
}

/// Words of the model as one line.
fn shown(text: &str) -> String {
    text.replace(['\n', '\u{2028}'], " / ")
        .replace('\t', " | ")
        .replace('\u{b}', " ")
        .replace(ATOM, "[object]")
}

/// "IOM", "IOM and UNICEF", "ILO, IOM and UNICEF".
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
