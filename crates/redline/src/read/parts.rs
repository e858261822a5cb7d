//! The parts of a file that hold text: the body, notes, headers, footers and text boxes.

use std::collections::BTreeSet;

use super::Document;
use crate::resolve::is_mark;
use crate::story::{Story, View};
use crate::view::{Context, chosen, see};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// The name of the body as a part.
pub(crate) const BODY: &str = "body";

/// Where a part's text stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartPlace {
    /// `body`; `footnote:N` and `endnote:N` by their id, `header:N` and `footer:N` by rank of the sections'
    /// references, `textbox:N` by rank.
    pub(crate) name: String,
    /// The part of the package.
    pub(crate) file: String,
    /// The element that holds its paragraphs.
    pub(crate) node: NodeId,
}

impl Document {
    /// All parts that hold text, the body first.
    pub(crate) fn parts(&self) -> Vec<PartPlace> {
        let mut parts = vec![PartPlace {
            name: BODY.to_owned(),
            file: self.main.clone(),
            node: self.body(),
        }];
        for (kind, tag, name) in [
            ("footnotes", Tag::Footnote, "footnote"),
            ("endnotes", Tag::Endnote, "endnote"),
        ] {
            let file = self.related.get(kind).and_then(|files| files.first());
            let Some((file, tree)) = file.and_then(|file| Some((file, self.trees.get(file)?)))
            else {
                continue;
            };
            // Two notes under one id are against the format: the first counts.
            let mut seen = BTreeSet::new();
            for note in tree.children(tree.root()).filter(|n| tree.tag(*n) == tag) {
                let plain = tree.attr(note, Ns::W, "type").is_none_or(|t| t == "normal");
                if let Some(id) = tree.attr(note, Ns::W, "id").filter(|_| plain)
                    && seen.insert(id.clone())
                {
                    parts.push(PartPlace {
                        name: format!("{name}:{id}"),
                        file: file.clone(),
                        node: note,
                    });
                }
            }
        }
        let sections = self.sections();
        for name in ["header", "footer"] {
            for (index, file) in self.by_sections(&sections, name).into_iter().enumerate() {
                if let Some(tree) = self.trees.get(&file) {
                    parts.push(PartPlace {
                        name: format!("{name}:{}", index + 1),
                        node: tree.root(),
                        file,
                    });
                }
            }
        }
        let boxes = self.text_boxes().into_iter().enumerate();
        parts.extend(boxes.map(|(index, node)| PartPlace {
            name: format!("textbox:{}", index + 1),
            file: self.main.clone(),
            node,
        }));
        parts
    }

    /// The paragraphs of every part that holds text, all revisions taken, by the names that the model uses.
    #[must_use]
    pub fn part_texts(&self) -> Vec<(String, Vec<String>)> {
        let texts = |part: &PartPlace| {
            let story = self.story_of(part, View::Accept);
            story.paragraphs.into_iter().map(|each| each.text).collect()
        };
        let parts = self.parts().into_iter();
        parts
            .map(|part| (part.name.clone(), texts(&part)))
            .collect()
    }

    /// The text boxes of the body, one that is written twice for older programs counted once.
    pub(crate) fn text_boxes(&self) -> Vec<NodeId> {
        let tree = self.main_tree();
        if !tree.may_hold(|tag| tag == Tag::TxbxContent) {
            return Vec::new();
        }
        tree.descendants(self.body())
            .filter(|n| tree.tag(*n) == Tag::TxbxContent && counts(tree, *n))
            .collect()
    }

    /// A part's text as a view shows it.
    pub(crate) fn story_of(&self, part: &PartPlace, view: View) -> Story {
        match self.trees.get(&part.file) {
            Some(tree) => see(tree, part.node, view, self.context(&part.file)),
            None => Story::default(),
        }
    }

    /// Whether a part has revisions.
    pub(crate) fn is_marked(&self, part: &PartPlace) -> bool {
        let tree = self.trees.get(&part.file);
        tree.is_some_and(|tree| {
            tree.may_hold(is_mark) && tree.descendants(part.node).any(|n| is_mark(tree.tag(n)))
        })
    }

    /// What reading a part of the package needs from outside it.
    pub(crate) fn context(&self, file: &str) -> Context<'_> {
        Context {
            styles: &self.styles,
            numbering: &self.numbering,
            links: self.links.get(file).unwrap_or(&self.no_links),
        }
    }

    /// The properties of the body's sections.
    fn sections(&self) -> Vec<NodeId> {
        let tree = self.main_tree();
        let all = tree.descendants(self.body());
        all.filter(|n| tree.tag(*n) == Tag::SectPr).collect()
    }

    /// The header or footer parts in the order in which sections first refer to them.
    fn by_sections(&self, sections: &[NodeId], name: &str) -> Vec<String> {
        let tree = self.main_tree();
        let links = self.context(&self.main).links;
        let mut parts: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        let wanted = format!("{name}Reference");
        for section in sections {
            for n in tree
                .children(*section)
                .filter(|n| tree.ns(*n) == Ns::W && tree.local(*n) == wanted)
            {
                let Some(id) = tree.attr(n, Ns::R, "id") else {
                    continue;
                };
                if let Some(target) = links.get(&*id)
                    && let Some(part) = self.package.own_name(target)
                    && seen.insert(part)
                {
                    parts.push(part.to_owned());
                }
            }
        }
        parts
    }
}

/// Not inside the branch of an alternative that does not count.
fn counts(tree: &Tree, n: NodeId) -> bool {
    let mut below = n;
    for above in tree.ancestors(n) {
        if tree.tag(above) == Tag::AlternateContent && chosen(tree, above) != Some(below) {
            return false;
        }
        below = above;
    }
    true
}
