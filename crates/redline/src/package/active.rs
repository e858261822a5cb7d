//! What is read and dropped: code, embedded objects and whatever makes the next reader fetch a file.

use std::collections::{BTreeMap, BTreeSet};

use super::{Package, relations::source_of, word_type};
use crate::refused::Refused;
use crate::xml::{Budget, NodeId, Ns, Tag, Tree};

/// Relationships of one part: a text with 20,000 links is none.
const MAX_RELATIONS: usize = 20_000;

/// Kinds of relationship that are dropped, each with what the person is told.
const DROPPED: &[(&str, &str)] = &[
    (
        "vbaProject",
        "Macros were left out: the text is read, the code is not kept.",
    ),
    (
        "wordVbaData",
        "Macros were left out: the text is read, the code is not kept.",
    ),
    (
        "attachedToolbars",
        "Macros were left out: the text is read, the code is not kept.",
    ),
    (
        "extensibility",
        "A change to Word's own menus was left out.",
    ),
    (
        "attachedTemplate",
        "The link to a template outside the file was left out.",
    ),
    (
        "frame",
        "A frame with text from outside the file was left out.",
    ),
    (
        "subDocument",
        "A link to a text outside the file was left out.",
    ),
    (
        "oleObject",
        "An embedded object was left out; its picture is kept.",
    ),
    (
        "package",
        "An embedded file was left out; its picture is kept.",
    ),
    (
        "control",
        "An active control was left out; its picture is kept.",
    ),
    (
        "activeXControlBinary",
        "An active control was left out; its picture is kept.",
    ),
    (
        "aFChunk",
        "A text of another format inside the file was left out.",
    ),
];

/// Takes active content out of a package; gives one warning for each kind.
///
/// # Errors
/// When a part that refers to active content cannot be read.
pub(crate) fn drop_active(
    package: &mut Package,
    budget: &mut Budget,
) -> Result<Vec<String>, Refused> {
    let mut warnings = BTreeSet::new();
    let mut gone: BTreeSet<String> = BTreeSet::new();
    let sources: Vec<String> = package.names().filter_map(source_of).collect();
    let mut cut: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        let relations = package.relations(source);
        if relations.len() > MAX_RELATIONS {
            return Err(Refused::unsafe_archive(
                "too-many-relations",
                "it refers to more than 20,000 other parts and addresses",
            ));
        }
        for relation in relations {
            if let Some(warning) = warning(&relation.kind) {
                warnings.insert(warning.to_owned());
                if !relation.external {
                    gone.insert(relation.target);
                }
                cut.entry(source.clone()).or_default().insert(relation.id);
            }
        }
    }
    let hidden: Vec<String> = package
        .names()
        .filter(|n| is_active_name(n))
        .map(str::to_owned)
        .collect();
    for name in hidden {
        if gone.insert(name.clone()) && name.to_ascii_lowercase().ends_with("vbaproject.bin") {
            warnings.insert(DROPPED[0].1.to_owned());
        }
    }
    for (source, ids) in &cut {
        package.unrelate(source, |r| warning(&r.kind).is_some());
        if !gone.contains(source) {
            cut_references(package, source, ids, budget)?;
        }
    }
    if !gone.is_empty() {
        package.expel_all(gone.iter().map(String::as_str));
    }
    Ok(warnings.into_iter().collect())
}

/// Gives the main part the content type of a plain Word document, whatever it was (`.docm`, `.dotx`).
pub(crate) fn make_plain(package: &mut Package, main: &str) {
    let plain = word_type("document.main");
    if package.content_type(main).as_deref() != Some(plain.as_str()) {
        package.set_content_type(main, &plain);
    }
}

fn warning(kind: &str) -> Option<&'static str> {
    DROPPED
        .iter()
        .find(|(dropped, _)| *dropped == kind)
        .map(|(_, warning)| *warning)
}

fn is_active_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("vbaproject.bin")
        || name.ends_with("vbadata.xml")
        || name.contains("/activex/")
        || name.contains("/embeddings/")
}

/// Takes out the elements that refer to relationships that are no longer there: a reference into
/// nothing makes Word call the file damaged.
fn cut_references(
    package: &mut Package,
    part: &str,
    ids: &BTreeSet<String>,
    budget: &mut Budget,
) -> Result<(), Refused> {
    let Some(mut tree) = package.tree(part, budget)? else {
        return Ok(());
    };
    let refers = |tree: &Tree, n: NodeId| {
        ["id", "link", "embed", "pict", "dm"].iter().any(|name| {
            tree.attr(n, Ns::R, name)
                .is_some_and(|id| ids.contains(&*id))
        })
    };
    let found: Vec<NodeId> = tree
        .descendants(tree.root())
        .filter(|n| !matches!(tree.tag(*n), Tag::Text | Tag::Misc) && refers(&tree, *n))
        .collect();
    for n in found {
        let parent = tree.parent(n);
        tree.detach(n);
        if let Some(cell) = parent.filter(|p| tree.tag(*p) == Tag::Tc)
            && tree
                .children(cell)
                .last()
                .is_none_or(|c| tree.tag(c) != Tag::P)
        {
            let empty = format!("<w:p{}/>", tree.word_declaration(cell));
            let empty = tree.raw(Tag::P, empty);
            tree.append(empty, cell);
        }
    }
    if tree.is_changed() {
        package.set(part, tree.write());
    }
    Ok(())
}
