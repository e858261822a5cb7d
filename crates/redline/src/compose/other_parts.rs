//! Changes outside the body: listed, not compiled yet.

use std::collections::BTreeMap;

use crate::compose::compare::slice;
use crate::diff::changes;
use crate::model::SetAside;
use crate::project::in_text;
use crate::tokens::Tokens;

/// What differs in notes, headers, footers and text boxes, part by part. The texts of a part are compared
/// as one, with U+000A between its paragraphs.
pub(crate) fn set_aside(
    base: &[(String, Vec<String>)],
    version: &[(String, Vec<String>)],
) -> Vec<SetAside> {
    let empty = Vec::new();
    let mut parts: BTreeMap<&str, (&Vec<String>, &Vec<String>)> = BTreeMap::new();
    for (name, paragraphs) in base {
        parts.insert(name, (paragraphs, &empty));
    }
    for (name, paragraphs) in version {
        parts.entry(name).or_insert((&empty, &empty)).1 = paragraphs;
    }
    let mut aside = Vec::new();
    for (name, (before, after)) in parts {
        if before == after {
            continue;
        }
        let join = |paragraphs: &[String]| {
            paragraphs
                .iter()
                .map(|text| in_text(text))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let (before, after) = (join(before), join(after));
        for change in changes(&Tokens::of(&before), &Tokens::of(&after)) {
            let head = slice(&before, &(0..change.base.start));
            let paragraph = head.matches('\n').count() + 1;
            let line = head.rfind('\n').map_or(0, |at| head[..=at].chars().count());
            aside.push(SetAside {
                reason: "not-covered".to_owned(),
                part: name.to_owned(),
                paragraph,
                start: change.base.start - line,
                end: change.base.end - line,
                before: slice(&before, &change.base).to_owned(),
                after: slice(&after, &change.version).to_owned(),
            });
        }
    }
    aside
}
