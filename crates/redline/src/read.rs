//! Opening a Word file: a package, the trees of the parts that hold text, and warnings.

pub(crate) mod numbering;
pub(crate) mod objects;
pub(crate) mod parts;
pub(crate) mod styles;

use std::collections::BTreeMap;
use std::sync::Arc;

use numbering::Numbering;
use styles::Styles;

use crate::package::{Package, drop_active, make_plain};
use crate::refused::Refused;
use crate::story::{Story, View};
use crate::view::see;
use crate::xml::{Budget, NodeId, Tag, Tree};

/// Relationship kinds of the parts that are read into trees.
const READ: &[&str] = &[
    "footnotes",
    "endnotes",
    "header",
    "footer",
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "people",
];

/// A Word file that was read: its parts byte for byte, without active content, and its text.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) package: Package,
    /// The name of the main part.
    pub(crate) main: String,
    /// The parts that hold text or speak of comments, by name.
    pub(crate) trees: BTreeMap<String, Tree>,
    /// Part names by the kind of their relationship to the main part, in the order of the file.
    pub(crate) related: BTreeMap<&'static str, Vec<String>>,
    /// Where the relationships of each part lead, by their ids.
    pub(crate) links: BTreeMap<String, BTreeMap<String, String>>,
    no_links: BTreeMap<String, String>,
    pub(crate) styles: Arc<Styles>,
    pub(crate) numbering: Arc<Numbering>,
    pub(crate) warnings: Vec<String>,
}

/// A paragraph for people to read, as the accept view has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadParagraph {
    /// Tab U+0009, line break U+000A, U+FFFC for what is no text.
    pub text: String,
    /// The number or bullet in front of it.
    pub label: Option<String>,
    /// Level of a heading, 1 to 9.
    pub heading: Option<u8>,
    /// The style's id.
    pub style: Option<String>,
    /// The cells that hold it, outermost first.
    pub cells: Vec<crate::story::Cell>,
}

/// Reads a Word file.
///
/// # Errors
/// Only what the limits on incoming files name: no Word file, encrypted, damaged, or made to harm.
/// Odd content is no error but a warning.
pub fn open(bytes: &[u8]) -> Result<Document, Refused> {
    open_beside(bytes, None)
}

/// As [`open`]. Styles and lists that are those of another file, byte for byte, are not read again.
///
/// # Errors
/// As [`open`].
pub fn open_beside(bytes: &[u8], other: Option<&Document>) -> Result<Document, Refused> {
    let mut package = Package::read(bytes, other.map(|other| &other.package))?;
    let mut budget = Budget::default();
    let main = main_part(&package)?;
    let warnings = drop_active(&mut package, &mut budget)?;
    make_plain(&mut package, &main);
    let mut trees = BTreeMap::new();
    let mut related: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let tree = package
        .tree(&main, &mut budget)?
        .ok_or_else(|| Refused::broken("its main part is missing"))?;
    if tree.child(tree.root(), Tag::Body).is_none() {
        return Err(Refused::broken("it has no text body"));
    }
    trees.insert(main.clone(), tree);
    let relations = package.relations(&main);
    for kind in READ {
        for relation in relations.iter().filter(|r| r.kind == *kind && !r.external) {
            // Several relationships may lead to one part, even to the main one: it is one tree all the same.
            let Some(name) = package.own_name(&relation.target).map(str::to_owned) else {
                continue;
            };
            if !trees.contains_key(&name)
                && let Some(tree) = package.tree(&name, &mut budget)?
            {
                related.entry(kind).or_default().push(name.clone());
                trees.insert(name, tree);
            }
        }
    }
    let links = trees
        .keys()
        .map(|name| (name.clone(), package.links(name)))
        .filter(|(_, links)| !links.is_empty())
        .collect();
    let one = |kind: &str| {
        let relation = relations.iter().find(|r| r.kind == kind && !r.external)?;
        package
            .get(&relation.target)
            .map(|bytes| (relation.target.as_str(), bytes))
    };
    let same = |name: &str, bytes: &[u8]| {
        other.filter(|other| {
            other
                .package
                .get(name)
                .is_some_and(|theirs| theirs == bytes)
        })
    };
    let styles = match one("styles") {
        Some((name, bytes)) => match same(name, bytes) {
            Some(other) => Arc::clone(&other.styles),
            None => Arc::new(Styles::of_part(name, bytes, &mut budget)?),
        },
        None => Arc::default(),
    };
    let numbering = match one("numbering") {
        Some((name, bytes)) => match same(name, bytes) {
            Some(other) => Arc::clone(&other.numbering),
            None => Arc::new(Numbering::read(&Tree::parse(name, bytes, &mut budget)?)),
        },
        None => Arc::default(),
    };
    Ok(Document {
        package,
        main,
        trees,
        related,
        links,
        no_links: BTreeMap::new(),
        styles,
        numbering,
        warnings,
    })
}

/// The main part, if this is a Word file at all.
fn main_part(package: &Package) -> Result<String, Refused> {
    if package
        .get("mimetype")
        .is_some_and(|m| m.starts_with(b"application/vnd.oasis.opendocument"))
    {
        return Err(Refused::new(
            "odt",
            "This is an OpenDocument file (.odt): choose File, Save As, “Word 2007–365 (.docx)” in \
             LibreOffice, and send that.",
        ));
    }
    let main = package.related("", "officeDocument");
    let kind = main
        .as_deref()
        .and_then(|m| package.content_type(m))
        .unwrap_or_default();
    let other = [
        "spreadsheetml",
        "ms-excel",
        "presentationml",
        "ms-powerpoint",
    ];
    if other.iter().any(|o| kind.contains(o)) {
        return Err(Refused::new(
            "not-text",
            "This is a spreadsheet or a presentation and not a text: send the text as a Word file (.docx).",
        ));
    }
    match main {
        Some(main) => Ok(main),
        None if package.get(crate::package::CONTENT_TYPES).is_some() => {
            Err(Refused::broken("its main part is missing"))
        }
        None => Err(Refused::new(
            "not-word",
            "This is an archive and not a Word file: take the Word file (.docx) out of it and send that.",
        )),
    }
}

impl Document {
    /// The body's text as a view shows it.
    #[must_use]
    pub fn story(&self, view: View) -> Story {
        let context = self.context(&self.main);
        see(self.main_tree(), self.body(), view, context)
    }

    /// The body's paragraphs for people to read, all revisions taken.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<ReadParagraph> {
        self.story(View::Accept)
            .paragraphs
            .into_iter()
            .map(|p| ReadParagraph {
                text: p.text,
                label: p.label,
                heading: p.heading,
                style: p.style,
                cells: p.cells,
            })
            .collect()
    }

    /// What was left out or looked odd on opening, one sentence each.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The file as it was read: every part byte for byte but for active content.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.package.write()
    }

    pub(crate) fn main_tree(&self) -> &Tree {
        &self.trees[&self.main]
    }

    pub(crate) fn body(&self) -> NodeId {
        let tree = self.main_tree();
        tree.child(tree.root(), Tag::Body)
            .unwrap_or_else(|| tree.root())
    }

    /// The tree of the only part of a kind, as `comments`.
    pub(crate) fn tree_of(&self, kind: &str) -> Option<&Tree> {
        self.trees.get(self.related.get(kind)?.first()?)
    }
}
