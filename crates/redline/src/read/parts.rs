//! The text of notes, headers, footers and text boxes: kept as it is for now, and told apart.

use super::Document;
use crate::story::View;
use crate::view::{chosen, see};
use crate::xml::{NodeId, Ns, Tag, Tree};

impl Document {
    /// The paragraphs of every part but the body, all revisions taken: `footnote:N` and `endnote:N` by
    /// their id, `header:N` and `footer:N` by rank of the sections' references, `textbox:N` by rank.
    #[must_use]
    pub fn other_parts(&self) -> Vec<(String, Vec<String>)> {
        let mut parts = Vec::new();
        for (kind, tag, name) in [
            ("footnotes", Tag::Footnote, "footnote"),
            ("endnotes", Tag::Endnote, "endnote"),
        ] {
            let Some(tree) = self.tree_of(kind) else {
                continue;
            };
            for note in tree.children(tree.root()).filter(|n| tree.tag(*n) == tag) {
                let plain = tree.attr(note, Ns::W, "type").is_none_or(|t| t == "normal");
                if let Some(id) = tree.attr(note, Ns::W, "id").filter(|_| plain) {
                    parts.push((format!("{name}:{id}"), self.texts(tree, note)));
                }
            }
        }
        for name in ["header", "footer"] {
            for (index, part) in self.by_sections(name).iter().enumerate() {
                if let Some(tree) = self.trees.get(part) {
                    parts.push((
                        format!("{name}:{}", index + 1),
                        self.texts(tree, tree.root()),
                    ));
                }
            }
        }
        let tree = self.main_tree();
        let boxes = tree
            .descendants(self.body())
            .filter(|n| tree.tag(*n) == Tag::TxbxContent && counts(tree, *n));
        for (index, n) in boxes.enumerate() {
            parts.push((format!("textbox:{}", index + 1), self.texts(tree, n)));
        }
        parts
    }

    fn texts(&self, tree: &Tree, container: NodeId) -> Vec<String> {
        let seen = see(tree, container, View::Accept, &self.styles, &self.numbering);
        seen.paragraphs.into_iter().map(|p| p.text).collect()
    }

    /// The header or footer parts in the order in which sections first refer to them.
    fn by_sections(&self, name: &str) -> Vec<String> {
        let tree = self.main_tree();
        let relations = self.package.relations(&self.main);
        let mut parts: Vec<String> = Vec::new();
        let wanted = format!("{name}Reference");
        for section in tree
            .descendants(self.body())
            .filter(|n| tree.tag(*n) == Tag::SectPr)
        {
            for n in tree
                .children(section)
                .filter(|n| tree.ns(*n) == Ns::W && tree.local(*n) == wanted)
            {
                let Some(id) = tree.attr(n, Ns::R, "id") else {
                    continue;
                };
                if let Some(relation) = relations.iter().find(|r| r.id == id)
                    && !parts.contains(&relation.target)
                {
                    parts.push(relation.target.clone());
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
