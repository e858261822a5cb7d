//! A copy of a file without some of its comments: what a sender holds back must not travel.

use std::collections::{BTreeMap, BTreeSet};

use super::para_id;
use crate::package::Package;
use crate::read::Document;
use crate::refused::Refused;
use crate::xml::{NodeId, Ns, Tag, Tree};

impl Document {
    /// The file without these comments (by `w:id`) and the replies to them: words, ranges, references,
    /// entries of threads, and people who are named nowhere else.
    ///
    /// # Errors
    /// When an id is not that of a comment of this file.
    pub fn without_comments(&self, ids: &BTreeSet<String>) -> Result<Vec<u8>, Refused> {
        let found = self.found_comments();
        let known: BTreeSet<&str> = found.iter().map(|f| f.comment.id.as_str()).collect();
        if let Some(unknown) = ids.iter().find(|id| !known.contains(id.as_str())) {
            return Err(Refused::new(
                "no-such-comment",
                format!("This file has no comment with the number {unknown}: read the file again."),
            ));
        }
        let mut replies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for f in &found {
            if let Some(parent) = &f.comment.reply_to {
                replies.entry(parent).or_default().push(&f.comment.id);
            }
        }
        let mut gone = BTreeSet::new();
        let mut going: Vec<&str> = ids.iter().map(String::as_str).collect();
        while let Some(id) = going.pop() {
            if gone.insert(id.to_owned()) {
                going.extend(replies.get(id).into_iter().flatten());
            }
        }
        let paragraphs: BTreeSet<String> = found
            .iter()
            .filter(|f| gone.contains(&f.comment.id))
            .flat_map(|f| f.paragraphs.iter().cloned())
            .collect();
        let mut left = Leaving {
            trees: self.trees.clone(),
            related: &self.related,
        };
        left.cut_ranges(&self.main, &gone);
        left.cut_words(&gone);
        let durable = left.cut_entries(
            "commentsIds",
            Tag::CommentId,
            Ns::W16Cid,
            "paraId",
            &paragraphs,
        );
        left.cut_entries(
            "commentsExtended",
            Tag::CommentEx,
            Ns::W15,
            "paraId",
            &paragraphs,
        );
        left.cut_entries(
            "commentsExtensible",
            Tag::CommentExtensible,
            Ns::W16Cex,
            "durableId",
            &durable,
        );
        left.cut_people();
        let mut package = self.package.clone();
        for (name, tree) in left.trees.iter().filter(|(_, tree)| tree.is_changed()) {
            package.set(name, tree.write());
        }
        if let Some(name) = self.related.get("comments").and_then(|n| n.first()) {
            cut_targets(&mut package, name, &left.trees[name]);
        }
        Ok(package.write())
    }
}

struct Leaving<'a> {
    trees: BTreeMap<String, Tree>,
    related: &'a BTreeMap<&'static str, Vec<String>>,
}

impl Leaving<'_> {
    /// Takes ranges and references out of every part that has text.
    fn cut_ranges(&mut self, main: &str, gone: &BTreeSet<String>) {
        let kinds = ["footnotes", "endnotes", "header", "footer"];
        let others = kinds.iter().filter_map(|k| self.related.get(k)).flatten();
        for name in std::iter::once(main).chain(others.map(String::as_str)) {
            let Some(tree) = self.trees.get_mut(name) else {
                continue;
            };
            let marks: Vec<NodeId> = tree
                .descendants(tree.root())
                .filter(|n| {
                    matches!(
                        tree.tag(*n),
                        Tag::CommentRangeStart | Tag::CommentRangeEnd | Tag::CommentReference
                    ) && tree
                        .attr(*n, Ns::W, "id")
                        .is_some_and(|id| gone.contains(&*id))
                })
                .collect();
            for mark in marks {
                cut_mark(tree, mark);
            }
        }
    }

    fn cut_words(&mut self, gone: &BTreeSet<String>) {
        let Some(tree) = self.tree("comments") else {
            return;
        };
        let words: Vec<NodeId> = tree
            .descendants(tree.root())
            .filter(|n| {
                tree.tag(*n) == Tag::Comment
                    && tree
                        .attr(*n, Ns::W, "id")
                        .is_some_and(|id| gone.contains(&*id))
            })
            .collect();
        for n in words {
            tree.detach(n);
        }
    }

    /// Takes the entries with these keys out of a part beside the comments; gives their durable ids.
    fn cut_entries(
        &mut self,
        kind: &str,
        tag: Tag,
        ns: Ns,
        key: &str,
        keys: &BTreeSet<String>,
    ) -> BTreeSet<String> {
        let mut durable = BTreeSet::new();
        // Another comment that stays may (wrongly) have the same paragraph id: its entry goes too, and
        // Word makes a new one.
        let Some(tree) = self.tree(kind) else {
            return durable;
        };
        let entries: Vec<NodeId> = tree
            .descendants(tree.root())
            .filter(|n| tree.tag(*n) == tag)
            .filter(|n| {
                tree.attr(*n, ns, key)
                    .is_some_and(|k| keys.contains(&k.to_ascii_uppercase()))
            })
            .collect();
        for n in entries {
            durable.extend(
                tree.attr(n, ns, "durableId")
                    .map(|id| id.to_ascii_uppercase()),
            );
            tree.detach(n);
        }
        durable
    }

    /// Takes people out who are the author of nothing that is left.
    fn cut_people(&mut self) {
        let mut authors = BTreeSet::new();
        for tree in self.trees.values() {
            for n in tree.descendants(tree.root()) {
                if tree.ns(n) == Ns::W {
                    authors.extend(tree.attr(n, Ns::W, "author").map(String::from));
                }
            }
        }
        let Some(tree) = self.tree("people") else {
            return;
        };
        let strangers: Vec<NodeId> = tree
            .descendants(tree.root())
            .filter(|n| tree.tag(*n) == Tag::Person)
            .filter(|n| {
                tree.attr(*n, Ns::W15, "author")
                    .is_some_and(|a| !authors.contains(&*a))
            })
            .collect();
        for n in strangers {
            tree.detach(n);
        }
    }

    fn tree(&mut self, kind: &str) -> Option<&mut Tree> {
        self.trees.get_mut(self.related.get(kind)?.first()?)
    }
}

/// A reference goes with its run, where the run holds nothing else.
fn cut_mark(tree: &mut Tree, mark: NodeId) {
    let run = tree.parent(mark).filter(|p| tree.tag(*p) == Tag::R);
    tree.detach(mark);
    if let Some(run) = run
        && tree
            .children(run)
            .all(|c| matches!(tree.tag(c), Tag::RPr | Tag::Text | Tag::Misc))
    {
        tree.detach(run);
    }
}

/// Takes away what only the comments that are gone referred to: addresses of links, pictures.
fn cut_targets(package: &mut Package, part: &str, tree: &Tree) {
    let used: BTreeSet<String> = tree
        .descendants(tree.root())
        .flat_map(|n| {
            ["id", "embed", "link"].map(|name| tree.attr(n, Ns::R, name).map(String::from))
        })
        .flatten()
        .collect();
    let unused: Vec<_> = package
        .relations(part)
        .into_iter()
        .filter(|r| !used.contains(&r.id))
        .collect();
    if unused.is_empty() {
        return;
    }
    package.unrelate(part, |r| !used.contains(&r.id));
    let sources: Vec<String> = package
        .names()
        .filter(|n| !n.ends_with(".rels"))
        .map(str::to_owned)
        .collect();
    let wanted: BTreeSet<String> = sources
        .iter()
        .flat_map(|s| package.relations(s))
        .map(|r| r.target)
        .collect();
    for relation in unused {
        if !relation.external && !wanted.contains(&relation.target) {
            package.expel(&relation.target);
        }
    }
}

/// Paragraph ids of a part, for new ones that must not collide.
pub(crate) fn para_ids(tree: &Tree) -> BTreeSet<String> {
    tree.descendants(tree.root())
        .filter(|n| matches!(tree.tag(*n), Tag::P | Tag::Tr))
        .filter_map(|n| para_id(tree, n))
        .collect()
}
