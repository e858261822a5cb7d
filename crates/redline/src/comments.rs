//! The comments of a file: words, threads, and a copy of the file without some of them.

mod without;

pub(crate) use without::para_ids;

use std::collections::{BTreeMap, BTreeSet};

use crate::read::Document;
use crate::story::View;
use crate::view::see;
use crate::xml::{NodeId, Ns, Tag, Tree};

/// A comment as its file has it. Where it stands is in [`crate::story::Story::comments`], by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileComment {
    /// `w:id`.
    pub id: String,
    /// `w:author`, untrimmed; empty where absent.
    pub author: String,
    pub initials: Option<String>,
    /// `w:date`, as written.
    pub date: Option<String>,
    /// Its paragraphs, separated by U+000A.
    pub text: String,
    /// `w:id` of the comment that it replies to.
    pub reply_to: Option<String>,
    pub resolved: bool,
}

/// A comment with its paragraphs.
pub(crate) struct Found {
    pub(crate) comment: FileComment,
    /// `w14:paraId` of its paragraphs, upper case; the last is the one that threads refer to.
    pub(crate) paragraphs: Vec<String>,
}

impl Document {
    /// The comments in the order of the file, each id once.
    #[must_use]
    pub fn comments(&self) -> Vec<FileComment> {
        self.found_comments()
            .into_iter()
            .map(|f| f.comment)
            .collect()
    }

    pub(crate) fn found_comments(&self) -> Vec<Found> {
        let Some(tree) = self.tree_of("comments") else {
            return Vec::new();
        };
        let name = self.related["comments"].first();
        let context = self.context(name.map_or("", String::as_str));
        let mut found: Vec<Found> = Vec::new();
        let mut seen = BTreeSet::new();
        for node in tree
            .children(tree.root())
            .filter(|n| tree.tag(*n) == Tag::Comment)
        {
            let Some(id) = tree.attr(node, Ns::W, "id").map(String::from) else {
                continue;
            };
            if !seen.insert(id.clone()) {
                continue;
            }
            let story = see(tree, node, View::Accept, context);
            let lines: Vec<&str> = story.paragraphs.iter().map(|p| p.text.as_str()).collect();
            let get = |name| tree.attr(node, Ns::W, name).map(String::from);
            let comment = FileComment {
                id,
                author: get("author").unwrap_or_default(),
                initials: get("initials"),
                date: get("date"),
                text: lines.join("\n").trim().to_owned(),
                reply_to: None,
                resolved: false,
            };
            let paragraphs = tree
                .descendants(node)
                .filter(|n| tree.tag(*n) == Tag::P)
                .filter_map(|n| para_id(tree, n))
                .collect();
            found.push(Found {
                comment,
                paragraphs,
            });
        }
        if let Some(tree) = self.tree_of("commentsExtended") {
            read_threads(tree, &mut found);
        }
        found
    }
}

/// `w14:paraId` in upper case.
pub(crate) fn para_id(tree: &Tree, n: NodeId) -> Option<String> {
    tree.attr(n, Ns::W14, "paraId")
        .map(|id| id.to_ascii_uppercase())
}

/// Takes replies and resolved marks from `commentsExtended`. Of doubled paragraph ids the first counts.
fn read_threads(tree: &Tree, found: &mut [Found]) {
    let mut owner: BTreeMap<String, usize> = BTreeMap::new();
    // What threads refer to is a comment's last paragraph; other paragraphs only where no last one fits.
    for (index, f) in found.iter().enumerate() {
        if let Some(last) = f.paragraphs.last() {
            owner.entry(last.clone()).or_insert(index);
        }
    }
    for (index, f) in found.iter().enumerate() {
        for paragraph in &f.paragraphs {
            owner.entry(paragraph.clone()).or_insert(index);
        }
    }
    for n in tree
        .descendants(tree.root())
        .filter(|n| tree.tag(*n) == Tag::CommentEx)
    {
        let get = |name| tree.attr(n, Ns::W15, name).map(|v| v.to_ascii_uppercase());
        let Some(own) = get("paraId").and_then(|id| owner.get(&id).copied()) else {
            continue;
        };
        found[own].comment.resolved |= matches!(get("done").as_deref(), Some("1" | "TRUE" | "ON"));
        let parent = get("paraIdParent").and_then(|id| owner.get(&id).copied());
        if let Some(parent) = parent.filter(|p| *p != own) {
            let id = found[parent].comment.id.clone();
            found[own].comment.reply_to.get_or_insert(id);
        }
    }
}
