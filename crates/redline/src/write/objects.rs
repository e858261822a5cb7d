//! What the U+FFFC of new words are: notes that come with them, and objects of the base that stay.

use std::collections::BTreeMap;

use super::fragment::run_content;
use super::marks::Mark;
use super::remarks::add_to;
use crate::package::{office, word_type};
use crate::read::Document;
use crate::story::Story;
use crate::xml::names::{W_STRICT_URI, W_URI};
use crate::xml::{NodeId, Ns, Tag, Tree};

/// What stands for a note reference, a drawing or maths.
const ATOM: char = '\u{fffc}';
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A new note: its kind, number, words, and the attributes of the mark that brings it.
struct NewNote {
    kind: &'static str,
    id: u32,
    text: String,
    sign: String,
}

/// Writes new notes into the parts of a document, and gives each mark what its objects are.
pub(super) fn bring(document: &mut Document, marks: &mut [Mark]) {
    let mut notes: Vec<NewNote> = Vec::new();
    let mut next: BTreeMap<&'static str, u32> = BTreeMap::new();
    for mark in marks.iter_mut().filter(|mark| !mark.edit.brings.is_empty()) {
        let count = mark.edit.after.matches(ATOM).count();
        mark.objects = vec![String::new(); count];
        for brought in &mark.edit.brings {
            let kind = match brought.kind.as_str() {
                "footnote" => "footnote",
                "endnote" => "endnote",
                _ => continue,
            };
            let Some(object) = mark.objects.get_mut(brought.rank) else {
                continue;
            };
            let id = *next.entry(kind).or_insert_with(|| first_id(document, kind));
            next.insert(kind, id + 1);
            *object = format!("<w:{kind}Reference w:id=\"{id}\"/>");
            notes.push(NewNote {
                kind,
                id,
                text: brought.text.clone(),
                sign: super::fragment::signed(id, &mark.edit.author, mark.edit.date.as_deref()),
            });
        }
    }
    for kind in ["footnote", "endnote"] {
        let of_kind: Vec<&NewNote> = notes.iter().filter(|note| note.kind == kind).collect();
        if !of_kind.is_empty() {
            write_notes(document, kind, &of_kind);
        }
    }
}

/// The first number above those of all notes.
fn first_id(document: &Document, kind: &str) -> u32 {
    let tree = document.tree_of(&format!("{kind}s"));
    let ids = tree.into_iter().flat_map(|tree| {
        let notes = tree.children(tree.root());
        notes.filter_map(|n| tree.attr(n, Ns::W, "id")?.parse::<u32>().ok())
    });
    ids.filter(|id| *id < 0x4000_0000)
        .max()
        .map_or(1, |id| id + 1)
}

fn write_notes(document: &mut Document, kind: &'static str, notes: &[&NewNote]) {
    let strict = document.main_tree().is_strict();
    let uri = if strict { W_STRICT_URI } else { W_URI };
    let plural = match kind {
        "footnote" => "footnotes",
        _ => "endnotes",
    };
    let line = |id: i32, what: &str| {
        format!(
            "<w:{kind} w:type=\"{what}\" w:id=\"{id}\"><w:p><w:r><w:{what}/></w:r></w:p></w:{kind}>"
        )
    };
    let empty = format!(
        "{HEAD}<w:{plural} xmlns:w=\"{uri}\">{}{}</w:{plural}>",
        line(-1, "separator"),
        line(0, "continuationSeparator"),
    );
    let (relation, content_type) = (office(plural), word_type(plural));
    add_to(document, plural, &relation, &content_type, &empty, |tree| {
        let root = tree.root();
        let declaration = tree.word_declaration(root);
        let like = like_other_notes(tree, kind);
        for note in notes {
            let mut out = format!("<w:{kind}{declaration} w:id=\"{}\">", note.id);
            for (index, text) in note.text.split('\n').enumerate() {
                let number = match index {
                    0 => like.number.replace("{kind}", kind),
                    _ => String::new(),
                };
                let words = run_content(text);
                out.push_str(&format!(
                    "<w:p>{}{number}<w:ins {}><w:r>{words}</w:r></w:ins></w:p>",
                    like.properties, note.sign
                ));
            }
            out.push_str(&format!("</w:{kind}>"));
            let tag = if kind == "footnote" {
                Tag::Footnote
            } else {
                Tag::Endnote
            };
            let node = tree.raw(tag, out);
            tree.append(node, root);
        }
    });
}

/// How the notes of a part are set.
struct Like {
    properties: String,
    /// The run with the note's own number.
    number: String,
}

fn like_other_notes(tree: &Tree, kind: &str) -> Like {
    let plain = |n: &NodeId| tree.attr(*n, Ns::W, "type").is_none();
    let note = tree.children(tree.root()).find(plain);
    let paragraph = note.and_then(|note| tree.child(note, Tag::P));
    let own = paragraph.and_then(|p| tree.child(p, Tag::PPr));
    let properties = own.map(|own| {
        let kept = tree.children(own);
        let kept = kept.filter(|c| !matches!(tree.tag(*c), Tag::RPr | Tag::PPrChange));
        let inner: String = kept.map(|c| tree.write_one(c)).collect();
        format!("<w:pPr>{inner}</w:pPr>")
    });
    let wanted = format!("{kind}Ref");
    let run = paragraph.and_then(|p| {
        let mut runs = tree.children(p);
        runs.find(|r| tree.children(*r).any(|c| tree.local(c) == wanted))
    });
    let plain = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:{kind}Ref/></w:r>";
    Like {
        properties: properties.unwrap_or_default(),
        number: run.map_or_else(|| plain.to_owned(), |run| tree.write_one(run)),
    }
}

/// Gives a mark the objects of the base that its new words keep, in their order.
pub(super) fn keep(tree: &Tree, story: &Story, mark: &mut Mark) {
    let edit = &mark.edit;
    let words = edit.after.matches(ATOM).count();
    if edit.whole.is_some() || words == 0 {
        return;
    }
    let paragraph = edit
        .paragraph
        .checked_sub(1)
        .and_then(|index| story.paragraphs.get(index));
    let pieces = paragraph.map_or(&[][..], |paragraph| &paragraph.pieces);
    let mut kept = pieces
        .iter()
        .filter(|piece| edit.start <= piece.start && piece.end <= edit.end)
        .filter(|piece| is_object(tree, piece.node))
        .map(|piece| tree.write_one(piece.node));
    mark.objects.resize(words, String::new());
    for object in mark.objects.iter_mut().filter(|object| object.is_empty()) {
        if let Some(own) = kept.next() {
            *object = own;
        }
    }
}

/// What can stand in a run as it is.
fn is_object(tree: &Tree, n: NodeId) -> bool {
    matches!(
        tree.tag(n),
        Tag::FootnoteReference | Tag::EndnoteReference | Tag::Drawing | Tag::Pict
    )
}
