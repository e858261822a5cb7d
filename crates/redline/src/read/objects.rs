//! What stands behind the U+FFFC of a text, so that two pictures or two formulas can be told apart.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::Document;
use crate::story::{Paragraph, Story};
use crate::view::format;
use crate::xml::{Budget, NodeId, Ns, Tag, Tree};

/// What stands for an object in a text.
const ATOM: char = '\u{fffc}';

/// The attributes by which a drawing names the parts that it shows.
const REFERENCES: [&str; 6] = ["embed", "link", "id", "pict", "dm", "href"];

/// Reads the objects of a body.
pub(crate) struct Objects<'d> {
    document: &'d Document,
    links: &'d BTreeMap<String, String>,
    /// What each part shows that was looked at: one part may stand in many drawings.
    shown: BTreeMap<String, String>,
}

impl<'d> Objects<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        Self {
            document,
            links: document.context(&document.main).links,
            shown: BTreeMap::new(),
        }
    }

    /// What the objects of a paragraph show, in their order: of a drawing what the parts show that it
    /// names, of a formula its structure and signs. A note reference is only that: the words of notes and
    /// text boxes are parts of their own. Size and place of a drawing are its format.
    pub(crate) fn of(&mut self, paragraph: &Paragraph) -> Vec<String> {
        let pieces = paragraph.pieces.iter();
        pieces.filter_map(|piece| self.object(piece.node)).collect()
    }

    /// Makes what an object shows a part of what wraps its place: where another one came into its place,
    /// the place has changed, although it has no words.
    pub(crate) fn tell_apart(&mut self, story: &mut Story) {
        let Story {
            paragraphs, wraps, ..
        } = story;
        let with = paragraphs
            .iter_mut()
            .filter(|paragraph| paragraph.text.contains(ATOM));
        for piece in with.flat_map(|paragraph| &mut paragraph.pieces) {
            let kind = match self.document.main_tree().tag(piece.node) {
                Tag::OMath => "formula",
                Tag::Drawing | Tag::Pict => "picture",
                _ => continue,
            };
            if let Some(shown) = self.object(piece.node) {
                let mut said = wraps.get(&piece.wrap).cloned().unwrap_or_default();
                format::add_wrap(&mut said, kind, &shown);
                piece.wrap = format::digest(&said);
                wraps.entry(piece.wrap).or_insert(said);
            }
        }
    }

    /// The notes and text boxes that hang on the objects of a body's text: paragraph (from 0), offset, and
    /// the part's name.
    pub(crate) fn held(&self, story: &Story) -> Vec<(usize, usize, String)> {
        let tree = self.document.main_tree();
        let mut boxes: BTreeMap<NodeId, Vec<String>> = BTreeMap::new();
        for (rank, n) in self.document.text_boxes().into_iter().enumerate() {
            let drawings = tree.ancestors(n);
            for drawing in drawings.filter(|n| matches!(tree.tag(*n), Tag::Drawing | Tag::Pict)) {
                let name = format!("textbox:{}", rank + 1);
                boxes.entry(drawing).or_default().push(name);
            }
        }
        let mut held = Vec::new();
        for (index, paragraph) in story.paragraphs.iter().enumerate() {
            if !paragraph.text.contains(ATOM) {
                continue;
            }
            for piece in &paragraph.pieces {
                let kind = match tree.tag(piece.node) {
                    Tag::FootnoteReference => "footnote",
                    Tag::EndnoteReference => "endnote",
                    Tag::Drawing | Tag::Pict => {
                        let names = boxes.get(&piece.node).into_iter().flatten();
                        held.extend(names.map(|name| (index, piece.start, name.clone())));
                        continue;
                    }
                    _ => continue,
                };
                if let Some(id) = tree.attr(piece.node, Ns::W, "id") {
                    held.push((index, piece.start, format!("{kind}:{id}")));
                }
            }
        }
        held
    }

    fn object(&mut self, node: NodeId) -> Option<String> {
        let tree = self.document.main_tree();
        match tree.tag(node) {
            Tag::OMath => Some(formula(tree, node)),
            Tag::Drawing | Tag::Pict => Some(self.drawing(tree, node)),
            Tag::FootnoteReference | Tag::EndnoteReference => Some("note".to_owned()),
            _ => None,
        }
    }

    fn drawing(&mut self, tree: &Tree, drawing: NodeId) -> String {
        let mut shown = "drawing".to_owned();
        for n in tree.descendants(drawing) {
            for reference in REFERENCES {
                let Some(id) = tree.attr(n, Ns::R, reference) else {
                    continue;
                };
                let Some(target) = self.links.get(&*id) else {
                    continue;
                };
                if !self.shown.contains_key(target) {
                    let shows = part_shows(self.document, target);
                    self.shown.insert(target.clone(), shows);
                }
                shown.push(' ');
                shown.push_str(&self.shown[target]);
            }
        }
        shown
    }
}

/// A picture is its bytes; a diagram or a chart, which programs write anew in their own way, its words
/// and numbers; what stands elsewhere its address.
fn part_shows(document: &Document, name: &str) -> String {
    let Some(bytes) = document.package.get(name) else {
        return name.to_owned();
    };
    let mut digest = Sha256::new();
    match Tree::parse(name, bytes, &mut Budget::default()) {
        Ok(tree) if name.ends_with(".xml") => {
            let texts = tree.descendants(Tree::TOP).map(|n| tree.text(n));
            for text in texts.filter(|text| !text.trim().is_empty()) {
                digest.update(text);
                digest.update([0]);
            }
        }
        _ => digest.update(bytes),
    }
    hex::encode(digest.finalize())
}

/// The elements of a formula with their values, and its signs. How it is cut into runs and how they are
/// set says nothing.
fn formula(tree: &Tree, formula: NodeId) -> String {
    let mut shown = "formula".to_owned();
    for n in tree.descendants(formula) {
        let local = tree.local(n);
        if tree.tag(n) == Tag::T || (tree.ns(n) == Ns::M && local == "t") {
            shown.push_str(&tree.text(n));
            continue;
        }
        if tree.ns(n) != Ns::M || matches!(local, "r" | "rPr" | "sty" | "scr" | "nor" | "ctrlPr") {
            continue;
        }
        shown.push('<');
        shown.push_str(local);
        if let Some(value) = tree.attr(n, Ns::M, "val") {
            shown.push('=');
            shown.push_str(&value);
        }
        shown.push('>');
    }
    shown
}
