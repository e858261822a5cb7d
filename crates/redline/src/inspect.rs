//! What is in a file besides its text: who changed and commented what, and what looks meant for
//! colleagues only.

mod internal;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

pub use internal::Internal;

use crate::read::Document;
use crate::story::{Anchor, Story, View};
use crate::xml::{Ns, Tag};

/// How many bytes of comments are looked through for names, every name counted by itself: no honest file
/// comes near.
const MAX_LOOK: usize = 50_000_000;
/// Of the words that a comment is about, so many characters are shown: each of many comments may be about
/// the whole text.
const MAX_ABOUT: usize = 2_000;

/// How many recorded changes there are of each kind. Every mark counts by itself, as an inserted
/// paragraph's text and its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub insertions: usize,
    pub deletions: usize,
    /// Moved stretches, each counted where it left.
    pub moves: usize,
    /// Changes of properties of text, paragraphs, tables and sections.
    pub formatting: usize,
}

/// One name in the file with what stands under it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Author {
    /// As written; empty where changes bear no name.
    pub name: String,
    #[serde(flatten)]
    pub revisions: Counts,
    pub comments: usize,
}

/// A comment with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InspectedComment {
    /// `w:id`.
    pub id: String,
    pub author: String,
    pub initials: Option<String>,
    pub date: Option<String>,
    pub text: String,
    /// Body paragraph of the accept view, from 1; `None` where it stands nowhere in the body.
    pub paragraph: Option<usize>,
    /// The words that it is about, paragraphs separated by U+000A; after 2,000 characters "…".
    pub about: String,
    pub resolved: bool,
    pub reply_to: Option<String>,
    /// Why it looks meant for colleagues and not for the group.
    pub internal: Option<Internal>,
}

/// What [`inspect`] finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Inspection {
    /// By name.
    pub authors: Vec<Author>,
    pub revisions: Counts,
    pub comments: Vec<InspectedComment>,
    pub warnings: Vec<String>,
}

/// Looks through a file.
#[must_use]
pub fn inspect(document: &Document) -> Inspection {
    let mut authors: BTreeMap<String, Author> = BTreeMap::new();
    let mut total = Counts::default();
    count_revisions(document, &mut authors, &mut total);
    let comments = document.comments();
    for comment in &comments {
        authors.entry(comment.author.clone()).or_default().comments += 1;
    }
    let length: usize = comments.iter().map(|comment| comment.text.len() + 16).sum();
    let names = authors.keys().map(String::as_str);
    let names: Vec<&str> = names.take(MAX_LOOK / length.max(1)).collect();
    let story = document.story(View::Accept);
    let anchors: BTreeMap<&str, &Anchor> = story
        .comments
        .iter()
        .map(|anchor| (anchor.comment.as_str(), anchor))
        .collect();
    let comments = comments
        .into_iter()
        .map(|comment| {
            let anchor = anchors.get(comment.id.as_str()).copied();
            let internal = internal::reason(&comment, &names);
            InspectedComment {
                paragraph: anchor.map(|a| a.from.0 + 1),
                about: anchor.map(|a| anchored(&story, a)).unwrap_or_default(),
                internal,
                id: comment.id,
                author: comment.author,
                initials: comment.initials,
                date: comment.date,
                text: comment.text,
                resolved: comment.resolved,
                reply_to: comment.reply_to,
            }
        })
        .collect();
    let authors = authors
        .into_iter()
        .map(|(name, author)| Author { name, ..author })
        .collect();
    Inspection {
        authors,
        revisions: total,
        comments,
        warnings: document.warnings().to_vec(),
    }
}

fn count_revisions(
    document: &Document,
    authors: &mut BTreeMap<String, Author>,
    total: &mut Counts,
) {
    let kinds = ["footnotes", "endnotes", "header", "footer"];
    let others = kinds
        .iter()
        .filter_map(|k| document.related.get(k))
        .flatten();
    for tree in std::iter::once(&document.main)
        .chain(others)
        .filter_map(|n| document.trees.get(n))
    {
        for n in tree.descendants(tree.root()) {
            let tag = tree.tag(n);
            let field: fn(&mut Counts) -> &mut usize = match tag {
                Tag::Ins | Tag::CellIns => |c| &mut c.insertions,
                Tag::Del | Tag::CellDel => |c| &mut c.deletions,
                Tag::MoveFrom => |c| &mut c.moves,
                _ if tag.is_property_change() => |c| &mut c.formatting,
                _ => continue,
            };
            let name = tree
                .attr(n, Ns::W, "author")
                .map(String::from)
                .unwrap_or_default();
            *field(&mut authors.entry(name).or_default().revisions) += 1;
            *field(total) += 1;
        }
    }
}

fn anchored(story: &Story, anchor: &Anchor) -> String {
    let mut lines = Vec::new();
    let mut room = MAX_ABOUT;
    for index in anchor.from.0..=anchor.to.0 {
        if room == 0 {
            lines.push("…".to_owned());
            break;
        }
        let Some(paragraph) = story.paragraphs.get(index) else {
            break;
        };
        let start = if index == anchor.from.0 {
            anchor.from.1
        } else {
            0
        };
        let end = if index == anchor.to.0 {
            anchor.to.1
        } else {
            usize::MAX
        };
        let length = end.saturating_sub(start).min(room);
        let line: String = paragraph.text.chars().skip(start).take(length).collect();
        room = room.saturating_sub(line.chars().count().max(1));
        lines.push(line);
    }
    lines.join("\n")
}

impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts {
            insertions,
            deletions,
            moves,
            formatting,
        } = self.revisions;
        writeln!(
            f,
            "{insertions} insertions, {deletions} deletions, {moves} moves, {formatting} changes of \
             formatting, {} comments",
            self.comments.len()
        )?;
        for author in &self.authors {
            let name = if author.name.is_empty() {
                "(no name)"
            } else {
                &author.name
            };
            let Counts {
                insertions,
                deletions,
                moves,
                formatting,
            } = author.revisions;
            writeln!(
                f,
                "  {name}: {insertions} insertions, {deletions} deletions, {moves} moves, {formatting} \
                 changes of formatting, {} comments",
                author.comments
            )?;
        }
        for comment in &self.comments {
            let place = comment
                .paragraph
                .map_or("no place".into(), |p| format!("paragraph {p}"));
            write!(f, "comment {} by {}, {place}", comment.id, comment.author)?;
            if let Some(parent) = &comment.reply_to {
                write!(f, ", reply to {parent}")?;
            }
            if comment.resolved {
                f.write_str(", resolved")?;
            }
            if let Some(internal) = comment.internal {
                write!(f, ", looks internal ({internal})")?;
            }
            writeln!(f, ": {}", comment.text.replace('\n', " / "))?;
        }
        for warning in &self.warnings {
            writeln!(f, "warning: {warning}")?;
        }
        Ok(())
    }
}
