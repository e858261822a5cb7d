//! Relationships between parts.

use std::collections::{BTreeMap, BTreeSet};

use super::Package;
use crate::xml::{Budget, Ns, Tag, Tree};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELS_TYPE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// One relationship of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last step of its type, as `footnotes`: the same in transitional and strict OOXML.
    pub(crate) kind: String,
    /// The part's name for an inner target, the address for an outer one.
    pub(crate) target: String,
    pub(crate) external: bool,
}

/// Where the relationships of a part stand (`""` for the package's own).
pub(crate) fn relations_name(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The part that a relationships part speaks of.
pub(super) fn source_of(relations: &str) -> Option<String> {
    let (folder, file) = relations.rsplit_once('/')?;
    let file = file.strip_suffix(".rels")?;
    let folder = folder.strip_suffix("_rels")?;
    Some(format!("{folder}{file}"))
}

impl Package {
    /// The relationships of a part (`""` for the package's own); none where they cannot be read.
    pub(crate) fn relations(&self, part: &str) -> Vec<Relation> {
        let Ok(Some(tree)) = self.tree(&relations_name(part), &mut Budget::default()) else {
            return Vec::new();
        };
        tree.children(tree.root())
            .filter_map(|n| read_one(&tree, n, part))
            .collect()
    }

    /// Where the relationships of a part lead, by their ids; of a doubled id the first.
    pub(crate) fn links(&self, part: &str) -> BTreeMap<String, String> {
        let mut links = BTreeMap::new();
        for relation in self.relations(part) {
            links.entry(relation.id).or_insert(relation.target);
        }
        links
    }

    /// The part that a relationship of this kind leads to.
    pub(crate) fn related(&self, part: &str, kind: &str) -> Option<String> {
        self.relations(part)
            .into_iter()
            .filter(|r| r.kind == kind && !r.external)
            .find_map(|r| self.own_name(&r.target).map(str::to_owned))
    }

    /// Adds a relationship from `part` to another part; gives its id.
    pub(crate) fn relate(&mut self, part: &str, kind_uri: &str, target: &str) -> String {
        let name = relations_name(part);
        if self.get(&name).is_none() {
            let empty = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
                 xmlns=\"{RELS_TYPE}\"></Relationships>"
            );
            self.set(&name, empty);
        }
        let taken: BTreeSet<String> = self.relations(part).into_iter().map(|r| r.id).collect();
        let mut number = taken.len() + 1;
        while taken.contains(&format!("rId{number}")) {
            number += 1;
        }
        let id = format!("rId{number}");
        self.change_relations(&name, |tree| {
            let root = tree.root();
            let open = tree.open_tag(root).trim_start_matches('<');
            let prefix = open
                .split_once("Relationships")
                .map_or("", |(p, _)| p)
                .to_owned();
            let entry = tree.raw(
                Tag::Other,
                format!(
                    "<{prefix}Relationship Id=\"{id}\" Type=\"{kind_uri}\" Target=\"/{target}\"/>"
                ),
            );
            tree.append(entry, root);
        });
        id
    }

    /// Takes relationships of a part away.
    pub(crate) fn unrelate(&mut self, part: &str, gone: impl Fn(&Relation) -> bool) {
        self.change_relations(&relations_name(part), |tree| {
            let found: Vec<_> = tree
                .children(tree.root())
                .filter(|n| read_one(tree, *n, part).is_some_and(|r| gone(&r)))
                .collect();
            for n in found {
                tree.detach(n);
            }
        });
    }

    fn change_relations(&mut self, name: &str, change: impl FnOnce(&mut Tree)) {
        if let Ok(Some(mut tree)) = self.tree(name, &mut Budget::default()) {
            change(&mut tree);
            if tree.is_changed() {
                self.set(name, tree.write());
            }
        }
    }
}

/// The full type of a relationship that the office formats define.
pub(crate) fn office(kind: &str) -> String {
    format!("{OFFICE}{kind}")
}

fn read_one(tree: &Tree, n: crate::xml::NodeId, part: &str) -> Option<Relation> {
    let get = |name| tree.attr(n, Ns::None, name).map(String::from);
    let target = get("Target")?;
    let external = get("TargetMode").is_some_and(|m| m.eq_ignore_ascii_case("External"));
    let kind = get("Type")?;
    Some(Relation {
        id: get("Id")?,
        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
        target: if external {
            target
        } else {
            resolve(part, &target)
        },
        external,
    })
}

/// A target as a part's name.
fn resolve(part: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.split('/').collect(),
    };
    if !target.starts_with('/') {
        steps.pop();
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
