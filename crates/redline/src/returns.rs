//! One organisation's return from more than one hand or file: words typed paragraph by paragraph, and two
//! files read as one.

use std::collections::{BTreeMap, BTreeSet};

use crate::choices::{Choice, clean_paragraphs, edits, exclude_each_other};
use crate::compile::{Submission, compile};
use crate::diff::changes;
use crate::edit::{Edit, Whole};
use crate::model::{Amendment, Comment, Model};
use crate::read::Document;
use crate::read::parts::BODY;
use crate::tokens::Tokens;
use crate::write;

/// What somebody says of one paragraph of the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// From 1, over the base's paragraphs (accept view).
    pub paragraph: usize,
    /// How it should read; `None` leaves it. A line break is U+000A; behind an empty line begins a new
    /// paragraph. Empty: the paragraph goes.
    pub words: Option<String>,
    /// A remark on the paragraph.
    pub comment: Option<String>,
}

/// The base with what was typed, as a marked-up Word file whose changes bear that author and no date.
/// Paragraphs that the base doesn't have are passed over.
#[must_use]
pub fn typed(base: &Document, typed: &[Typed], author: &str) -> Vec<u8> {
    let texts: Vec<String> = base.paragraphs().into_iter().map(|p| p.text).collect();
    let mut edits = Vec::new();
    let mut comments = Vec::new();
    for each in typed {
        let index = each.paragraph.checked_sub(1);
        let Some(text) = index.and_then(|index| texts.get(index)) else {
            continue;
        };
        if let Some(words) = &each.words {
            edits.extend(rewritten(each.paragraph, text, words, author));
        }
        if let Some(said) = each.comment.as_deref().filter(|c| !c.trim().is_empty()) {
            comments.push(Comment {
                id: format!("typed-{}", each.paragraph),
                organisation: author.to_owned(),
                author: author.to_owned(),
                date: None,
                part: BODY.to_owned(),
                paragraph: each.paragraph,
                start: 0,
                end: text.chars().count(),
                text: said.trim().to_owned(),
                reply_to: None,
                resolved: false,
                home: None,
            });
        }
    }
    write::redline_with(base, &edits, &comments)
}

/// The changes that make a paragraph read as it was typed.
fn rewritten(paragraph: usize, text: &str, words: &str, author: &str) -> Vec<Edit> {
    let ours = |start, end, after: String, whole| Edit {
        part: BODY.to_owned(),
        paragraph,
        start,
        end,
        after,
        whole,
        author: author.to_owned(),
        ..Edit::default()
    };
    let mut pieces = paragraphs(words);
    if pieces.is_empty() {
        let end = text.chars().count();
        let gone = ours(0, end, String::new(), Some(Whole::DeleteParagraph));
        return vec![gone];
    }
    let behind = pieces.split_off(1);
    let own = pieces.remove(0);
    let (before, after) = (Tokens::of(text), Tokens::of(&own));
    let mut edits: Vec<Edit> = changes(&before, &after)
        .into_iter()
        .map(|change| {
            let words = own.chars().skip(change.version.start);
            let words = words.take(change.version.len()).collect();
            ours(change.base.start, change.base.end, words, None)
        })
        .collect();
    if !behind.is_empty() {
        let end = text.chars().count();
        let whole = Whole::InsertParagraphsAfter(behind);
        edits.push(ours(end, end, String::new(), Some(whole)));
    }
    edits
}

/// Typed words as paragraphs, with line breaks as the model has them.
fn paragraphs(words: &str) -> Vec<String> {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for line in words.trim_matches('\n').split('\n') {
        match pieces.last_mut() {
            _ if line.trim().is_empty() => pieces.push(Vec::new()),
            Some(piece) => piece.push(line),
            None => {}
        }
    }
    let pieces = pieces.into_iter().filter(|piece| !piece.is_empty());
    pieces.map(|piece| piece.join("\u{2028}")).collect()
}

/// What a second file does with the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// What the second asks for is added. Where both can't stand, the second does.
    Adds,
    /// As well, and in paragraphs that the second touches nothing of the first is left.
    Paragraphs,
}

/// Two files read as one.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The base with the changes of both, each under the author that its file names, and their comments.
    pub word: Vec<u8>,
    /// What the first file asks for and this one doesn't any more.
    pub lost: Vec<Amendment>,
    /// Comments of the first file that this one doesn't have any more.
    pub lost_comments: Vec<Comment>,
}

const FIRST: &str = "1";
const SECOND: &str = "2";

/// Two files whose changes of whole paragraphs can't be told in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "These two files move or join the same paragraphs and can't be put together without losing something: mark \
     up one file with what both ask for, and send that."
)]
pub struct Unjoinable;

/// Puts what two files of one organisation ask for into one. `author` stands for who isn't named in a file.
///
/// # Errors
/// When the file that was written doesn't read as both ask: then nothing is given out.
pub fn joined(
    base: &Document,
    first: &Document,
    second: &Document,
    joining: Joining,
    author: &str,
) -> Result<Joined, Unjoinable> {
    let model = compile(base, "", &[], &[by(FIRST, first), by(SECOND, second)]).model;
    let touched = match joining {
        Joining::Adds => BTreeSet::new(),
        Joining::Paragraphs => touched(&model),
    };
    let (kept, lost) = kept(&model, &touched);
    let (comments, lost_comments) = kept_comments(&model, &touched, author);
    let choices: BTreeMap<String, Choice> =
        kept.iter().map(|id| (id.clone(), Choice::Take)).collect();
    let signed = signed(&model, author);
    let made = edits(&signed, &choices).map_err(|_| Unjoinable)?;
    let word = write::redline_with(base, &made, &comments);
    if !reads_so(base, &word, &signed, &choices) {
        return Err(Unjoinable);
    }
    let stands = model
        .amendments
        .iter()
        .filter(|each| kept.contains(&each.id));
    // What marks can't say is not in a written file.
    let unsaid = stands.filter(|each| !write::says(base, each));
    let lost = lost.into_iter().chain(unsaid).cloned().collect();
    Ok(Joined {
        word,
        lost,
        lost_comments,
    })
}

/// Whether a written file, all changes taken, has the words that the choices make.
fn reads_so(
    base: &Document,
    word: &[u8],
    model: &Model,
    choices: &BTreeMap<String, Choice>,
) -> bool {
    let texts = |document: &Document| -> Vec<String> {
        let paragraphs = document.paragraphs().into_iter();
        paragraphs.map(|paragraph| paragraph.text).collect()
    };
    let own = texts(base);
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let Ok(written) = crate::open_beside(word, Some(base)) else {
        return false;
    };
    // Objects that a mark can't bring are told apart; an empty paragraph has no words.
    let words = |texts: Vec<String>| -> Vec<String> {
        let bare = texts.into_iter().map(|text| text.replace('\u{fffc}', ""));
        bare.filter(|text| !text.is_empty()).collect()
    };
    clean_paragraphs(&own, model, choices).is_ok_and(|clean| words(clean) == words(texts(&written)))
}

fn by<'d>(organisation: &'d str, document: &'d Document) -> Submission<'d> {
    Submission {
        organisation,
        document,
        sha256: "",
    }
}

fn asked_by(amendment: &Amendment, who: &str) -> bool {
    amendment.supporters.iter().any(|name| name == who)
}

type Place<'m> = (&'m str, usize);

/// Paragraphs of which the second file says something.
fn touched(model: &Model) -> BTreeSet<Place<'_>> {
    let amendments = model.amendments.iter();
    let places = amendments
        .filter(|each| asked_by(each, SECOND))
        .map(|each| (each.part.as_str(), each.paragraph));
    let comments = model.comments.iter();
    let said = comments
        .filter(|each| each.organisation == SECOND)
        .map(|each| (each.part.as_str(), each.paragraph));
    places.chain(said).collect()
}

/// Ids of what stands, and what of the first file doesn't.
fn kept<'m>(
    model: &'m Model,
    touched: &BTreeSet<Place<'_>>,
) -> (BTreeSet<String>, Vec<&'m Amendment>) {
    let (newer, older): (Vec<&Amendment>, Vec<&Amendment>) = model
        .amendments
        .iter()
        .partition(|each| asked_by(each, SECOND));
    let mut kept: BTreeSet<String> = newer.iter().map(|each| each.id.clone()).collect();
    let mut lost = Vec::new();
    for each in older {
        let gone = touched.contains(&(each.part.as_str(), each.paragraph))
            || newer.iter().any(|one| exclude_each_other(one, each));
        if gone {
            lost.push(each);
        } else {
            kept.insert(each.id.clone());
        }
    }
    (kept, lost)
}

/// Comments of both files under the names of their authors, the same words at the same place once.
fn kept_comments(
    model: &Model,
    touched: &BTreeSet<Place<'_>>,
    author: &str,
) -> (Vec<Comment>, Vec<Comment>) {
    let (mut kept, mut lost) = (Vec::new(), Vec::new());
    let said: BTreeSet<_> = model
        .comments
        .iter()
        .filter(|each| each.organisation == SECOND)
        .map(|each| (&each.part, each.paragraph, &each.text))
        .collect();
    for comment in &model.comments {
        let first = comment.organisation == FIRST;
        if first && said.contains(&(&comment.part, comment.paragraph, &comment.text)) {
            continue;
        }
        let mut own = comment.clone();
        own.organisation = match comment.author.trim() {
            "" => author.to_owned(),
            name => name.to_owned(),
        };
        if first && touched.contains(&(comment.part.as_str(), comment.paragraph)) {
            lost.push(own);
        } else {
            kept.push(own);
        }
    }
    (kept, lost)
}

/// The model with each amendment under the first author that a file names for it, the second file's before
/// the first's.
fn signed(model: &Model, author: &str) -> Model {
    let mut signed = model.clone();
    for amendment in &mut signed.amendments {
        let who = if asked_by(amendment, SECOND) {
            SECOND
        } else {
            FIRST
        };
        let authors = amendment.authors.get(who);
        let name = authors.and_then(|names| names.iter().find(|name| !name.trim().is_empty()));
        let name = name.map_or(author, String::as_str).to_owned();
        if let Some(words) = amendment.variants.get(who) {
            amendment.after.clone_from(words);
        }
        let date = amendment.dates.remove(who);
        amendment.dates = date.map(|date| (name.clone(), date)).into_iter().collect();
        amendment.supporters = vec![name];
        // What stands was chosen so that it can stand together. Under the names of authors it would no longer
        // be seen that one file asks for all of it.
        amendment.conflict = None;
    }
    signed
}
