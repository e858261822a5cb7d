//! What properties and wraps say, as names and values, with digests for telling them apart.

use crate::read::styles::Styles;
use crate::story::{Properties, View};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// Stands before what only tells a property with parts of its own (borders, tabs) apart. No file can hold it.
pub(crate) const OPAQUE: char = '\u{1}';

/// The properties that hold in a view: in the reject view those from before a tracked change.
pub(crate) fn properties(tree: &Tree, own: NodeId, change: Tag, view: View) -> NodeId {
    match view {
        View::Accept => own,
        View::Reject => tree
            .child(own, change)
            .and_then(|c| tree.children(c).find(|k| tree.tag(*k) == tree.tag(own)))
            .unwrap_or(own),
    }
}

/// What a property element says: `on` or `off` for what is only there or not, the value for what has one,
/// else `name=value` for each attribute, sorted. Revision marks, section breaks, language and proofing say
/// nothing. A style is named by its name, which programs keep, and not by its id.
pub(crate) fn said(tree: &Tree, properties: NodeId, styles: &Styles) -> Properties {
    let mut said = Properties::new();
    for child in tree.children(properties) {
        let tag = tree.tag(child);
        if is_silent(tree, properties, tag) {
            continue;
        }
        let name = match tree.ns(child) {
            Ns::W => tree.local(child).to_owned(),
            _ => tag_name(tree, child),
        };
        match tag {
            Tag::PStyle => {
                let id = tree.val(child).unwrap_or_default();
                said.insert(name, styles.name(&id).unwrap_or(&id).to_owned());
            }
            Tag::NumPr => {
                for (tag, part) in [(Tag::NumId, "numId"), (Tag::Ilvl, "ilvl")] {
                    if let Some(value) = tree.child_val(child, tag) {
                        said.insert(format!("{name}/{part}"), value.into_owned());
                    }
                }
            }
            _ if tree.first_child(child).is_some() => {
                said.insert(name, nested(tree, child));
            }
            _ => {
                said.insert(name, value(tree, child));
            }
        }
    }
    said
}

fn is_silent(tree: &Tree, properties: NodeId, tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Ins
            | Tag::Del
            | Tag::MoveFrom
            | Tag::MoveTo
            | Tag::Lang
            | Tag::NoProof
            | Tag::SectPr
            | Tag::Text
            | Tag::Misc
    ) || (tag == Tag::RPr && tree.tag(properties) == Tag::PPr)
        || tag.is_property_change()
}

/// The name as it is written, for what is not of the main namespace.
fn tag_name(tree: &Tree, n: NodeId) -> String {
    let open = tree.open_tag(n).trim_start_matches('<');
    let end = open.find([' ', '/', '>']).unwrap_or(open.len());
    open[..end].to_owned()
}

/// An element without children.
fn value(tree: &Tree, n: NodeId) -> String {
    let mut attributes = tree.attributes(n);
    // Marks of programs that convert or compare files say nothing of the setting.
    attributes.retain(|(name, _)| {
        let (prefix, bare) = name.split_once(':').unwrap_or(("", name));
        !name.contains("rsid") && prefix != "xmlns" && name != "xmlns" && bare != "Unid"
    });
    let bare = |name: &str| {
        name.split_once(':')
            .map_or(name, |(_, bare)| bare)
            .to_owned()
    };
    match attributes.as_slice() {
        [] => "on".to_owned(),
        [(name, value)] if bare(name) == "val" => match value.as_str() {
            "1" | "true" => "on".to_owned(),
            "0" | "false" => "off".to_owned(),
            _ => value.clone(),
        },
        _ => {
            let mut all: Vec<String> = attributes
                .iter()
                .map(|(name, value)| format!("{}={value}", bare(name)))
                .collect();
            all.sort_unstable();
            all.join(" ")
        }
    }
}

/// An element with children: what is in it, as one word that only tells it apart.
fn nested(tree: &Tree, n: NodeId) -> String {
    let mut state = SEED;
    for below in tree.descendants(n) {
        add(&tag_name(tree, below), &mut state);
        add(&value(tree, below), &mut state);
    }
    format!("{OPAQUE}{state:016x}")
}

/// Adds one more thing around a text. In whatever order these stand, the result is the same: a link in a
/// field and a field in a link are told apart by no reader.
pub(crate) fn add_wrap(said: &mut Properties, kind: &str, says: &str) {
    match said.get_mut(kind) {
        Some(known) => {
            let mut all: Vec<&str> = known.split('\n').chain([says]).collect();
            all.sort_unstable();
            *known = all.join("\n");
        }
        None => {
            said.insert(kind.to_owned(), says.to_owned());
        }
    }
}

/// A digest of one thing around a text. Digests of several are summed up.
pub(crate) fn wrap(kind: &str, says: &str) -> u64 {
    let mut said = Properties::new();
    add_wrap(&mut said, kind, says);
    digest(&said)
}

/// A digest of what is said, 0 for nothing. FNV-1a, which is stable between versions of the compiler.
pub(crate) fn digest(said: &Properties) -> u64 {
    if said.is_empty() {
        return 0;
    }
    let mut state = SEED;
    for (name, value) in said {
        add(name, &mut state);
        add("=", &mut state);
        add(value, &mut state);
        add("\0", &mut state);
    }
    state.max(1)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn add(text: &str, state: &mut u64) {
    for byte in text.bytes() {
        *state = (*state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
}
