//! The parts that hold comments: words, threads and people.

use std::collections::BTreeSet;

use super::fragment::comment;
use super::marks::Note;
use crate::comments::para_ids;
use crate::package::{office, word_type};
use crate::read::Document;
use crate::xml::escape::escape_attribute;
use crate::xml::names::{MC_URI, W_STRICT_URI, W_URI, W14_URI, W15_URI};
use crate::xml::{Budget, Ns, Tag, Tree};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD_2012: &str = "http://schemas.microsoft.com/office/2011/relationships/";

/// The first free id for a comment.
pub(super) fn first_id(document: &Document) -> u32 {
    let numbers = |tree: &Tree| {
        tree.descendants(tree.root())
            .filter(|n| {
                matches!(
                    tree.tag(*n),
                    Tag::Comment
                        | Tag::CommentReference
                        | Tag::CommentRangeStart
                        | Tag::CommentRangeEnd
                )
            })
            .filter_map(|n| tree.attr(n, Ns::W, "id")?.parse::<u32>().ok())
            .filter(|id| *id < 0x4000_0000)
            .max()
    };
    document
        .trees
        .values()
        .filter_map(numbers)
        .max()
        .map_or(0, |id| id + 1)
}

/// Adds notes to the comments of a document, threads to `commentsExtended`, and authors to `people`.
pub(super) fn add(
    document: &mut Document,
    notes: &[Note],
    first_id: u32,
    authors: &BTreeSet<&str>,
) {
    if !notes.is_empty() {
        let mut taken: BTreeSet<String> = document.trees.values().flat_map(para_ids).collect();
        let ids: Vec<String> = notes.iter().map(|_| fresh(&mut taken)).collect();
        add_words(document, notes, first_id, &ids);
        add_threads(document, notes, &ids);
    }
    if !authors.is_empty() {
        add_people(document, authors);
    }
}

/// The next free paragraph id: eight hex digits below 80000000, the same in every run.
fn fresh(taken: &mut BTreeSet<String>) -> String {
    let mut number = 0x1000_0001_u32.saturating_add(taken.len() as u32);
    loop {
        let id = format!("{number:08X}");
        if taken.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}

fn add_words(document: &mut Document, notes: &[Note], first_id: u32, ids: &[String]) {
    let uri = if document.main_tree().is_strict() {
        W_STRICT_URI
    } else {
        W_URI
    };
    let empty = format!(
        "{HEAD}<w:comments xmlns:w=\"{uri}\" xmlns:w14=\"{W14_URI}\" xmlns:mc=\"{MC_URI}\" \
         mc:Ignorable=\"w14\"></w:comments>"
    );
    let kind = office("comments");
    add_to(
        document,
        "comments",
        &kind,
        &word_type("comments"),
        &empty,
        |tree| {
            let root = tree.root();
            let mut declarations = tree.word_declaration(root);
            if tree.namespace(root, "w14") != Ns::W14 {
                declarations.push_str(&format!(" xmlns:w14=\"{W14_URI}\""));
            }
            for (index, (note, para_id)) in notes.iter().zip(ids).enumerate() {
                let id = first_id + index as u32;
                let date = note.sign.date.as_deref();
                let words = comment(
                    id,
                    &note.sign.author,
                    date,
                    &note.text,
                    para_id,
                    &declarations,
                );
                let node = tree.raw(Tag::Comment, words);
                tree.append(node, root);
            }
        },
    );
}

fn add_threads(document: &mut Document, notes: &[Note], ids: &[String]) {
    if notes.iter().all(|n| n.reply_to.is_none() && !n.resolved) {
        return;
    }
    let empty = format!(
        "{HEAD}<w15:commentsEx xmlns:w15=\"{W15_URI}\" xmlns:mc=\"{MC_URI}\" \
         mc:Ignorable=\"w15\"></w15:commentsEx>"
    );
    let kind = format!("{WORD_2012}commentsExtended");
    add_to(
        document,
        "commentsExtended",
        &kind,
        &word_type("commentsExtended"),
        &empty,
        |tree| {
            let root = tree.root();
            let declaration = declare_w15(tree);
            for ((note, id), first) in notes.iter().zip(ids).zip(firsts(notes)) {
                let parent = ids
                    .get(first)
                    .filter(|parent| note.reply_to.is_some() && *parent != id)
                    .map(|parent| format!(" w15:paraIdParent=\"{parent}\""))
                    .unwrap_or_default();
                let done = u8::from(note.resolved);
                let entry = tree.raw(
                Tag::CommentEx,
                format!(
                    "<w15:commentEx{declaration} w15:paraId=\"{id}\"{parent} w15:done=\"{done}\"/>"
                ),
            );
                tree.append(entry, root);
            }
        },
    );
}

/// The first comment of each comment's thread: Word knows no deeper replies.
fn firsts(notes: &[Note]) -> Vec<usize> {
    let mut known: Vec<Option<usize>> = vec![None; notes.len()];
    for start in 0..notes.len() {
        let (mut at, mut climbed) = (start, Vec::new());
        let first = loop {
            if let Some(first) = known[at] {
                break first;
            }
            climbed.push(at);
            match notes[at].reply_to {
                // No thread is longer than all comments: then they answer each other in a ring.
                Some(up) if up < notes.len() && climbed.len() <= notes.len() => at = up,
                _ => break at,
            }
        };
        for index in climbed {
            known[index] = Some(first);
        }
    }
    known.into_iter().flatten().collect()
}

fn add_people(document: &mut Document, authors: &BTreeSet<&str>) {
    let empty = format!(
        "{HEAD}<w15:people xmlns:w15=\"{W15_URI}\" xmlns:mc=\"{MC_URI}\" \
         mc:Ignorable=\"w15\"></w15:people>"
    );
    let kind = format!("{WORD_2012}people");
    add_to(
        document,
        "people",
        &kind,
        &word_type("people"),
        &empty,
        |tree| {
            let root = tree.root();
            let declaration = declare_w15(tree);
            for author in authors {
                let known = tree.children(root).any(|n| {
                    tree.tag(n) == Tag::Person
                        && tree
                            .attr(n, Ns::W15, "author")
                            .is_some_and(|a| a == *author)
                });
                if !known {
                    let name = escape_attribute(author);
                    let person = tree.raw(
                        Tag::Person,
                        format!(
                            "<w15:person{declaration} w15:author=\"{name}\"><w15:presenceInfo \
                         w15:providerId=\"None\" w15:userId=\"{name}\"/></w15:person>"
                        ),
                    );
                    tree.append(person, root);
                }
            }
        },
    );
}

fn declare_w15(tree: &Tree) -> String {
    if tree.namespace(tree.root(), "w15") == Ns::W15 {
        String::new()
    } else {
        format!(" xmlns:w15=\"{W15_URI}\"")
    }
}

/// Changes the part of a kind, which is made first where the document has none.
pub(super) fn add_to(
    document: &mut Document,
    kind: &'static str,
    relation: &str,
    content_type: &str,
    empty: &str,
    change: impl FnOnce(&mut Tree),
) {
    let known = document
        .related
        .get(kind)
        .and_then(|names| names.first())
        .cloned();
    let name = known.unwrap_or_else(|| {
        let folder = document
            .main
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let own = |stem: &str| match folder {
            "" => format!("{stem}.xml"),
            _ => format!("{folder}/{stem}.xml"),
        };
        let mut name = own(kind);
        let mut number = 2;
        while document.package.get(&name).is_some() {
            name = own(&format!("{kind}{number}"));
            number += 1;
        }
        document.package.set(&name, empty.to_owned());
        document.package.set_content_type(&name, content_type);
        document.package.relate(&document.main, relation, &name);
        document.related.entry(kind).or_default().push(name.clone());
        name
    });
    if !document.trees.contains_key(&name)
        && let Ok(Some(tree)) = document.package.tree(&name, &mut Budget::default())
    {
        document.trees.insert(name.clone(), tree);
    }
    if let Some(tree) = document.trees.get_mut(&name) {
        change(tree);
        document.package.set(&name, tree.write());
    }
}
