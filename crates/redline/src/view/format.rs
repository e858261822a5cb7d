//! Digests of properties, for telling formats apart without keeping them.

use crate::story::View;
use crate::xml::{NodeId, Tag, Tree};

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

/// A digest of a property element, 0 for one that says nothing. Revision marks, section breaks,
/// language and proofing count nothing.
pub(crate) fn digest(tree: &Tree, properties: NodeId) -> u64 {
    let mut state = 0;
    below(tree, properties, &mut state);
    state
}

fn below(tree: &Tree, n: NodeId, state: &mut u64) {
    for child in tree.children(n) {
        let tag = tree.tag(child);
        let silent = matches!(
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
        ) || (tag == Tag::RPr && tree.tag(n) == Tag::PPr)
            || tag.is_property_change();
        if silent {
            continue;
        }
        add(
            tree.open_tag(child).trim_end_matches(['>', '/', ' ']),
            state,
        );
        below(tree, child, state);
        add("/", state);
    }
}

/// A digest of what wraps text: its kind and what it says, whatever the spaces in it.
pub(crate) fn wrap(kind: &str, says: &str) -> u64 {
    let mut state = 0;
    add(kind, &mut state);
    for word in says.split_whitespace() {
        add(" ", &mut state);
        add(word, &mut state);
    }
    state
}

/// A format with one more thing around it. In whatever order these stand, the result is the same: a link
/// in a field and a field in a link are told apart by no reader.
pub(crate) fn together(format: u64, wrap: u64) -> u64 {
    format.wrapping_add(wrap)
}

/// FNV-1a, which is stable between versions of the compiler.
fn add(text: &str, state: &mut u64) {
    if *state == 0 {
        *state = 0xcbf2_9ce4_8422_2325;
    }
    for byte in text.bytes() {
        *state = (*state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
}
