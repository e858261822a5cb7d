//! The laws of what is written: refusing gives the base, taking gives the clean text, nobody goes
//! unnamed, no comment is lost.

use std::collections::BTreeSet;

use redline::draft::{DraftParagraph, DraftStyle, word_file};
use redline::model::Model;
use redline::{
    Compilation, Document, Edit, Submission, View, Whole, clean, compilation, compile, open,
    redline,
};

use crate::archives::{part, word};

pub(crate) fn texts(document: &Document, view: View) -> Vec<String> {
    document
        .story(view)
        .paragraphs
        .into_iter()
        .map(|p| p.text)
        .collect()
}

pub(crate) fn shown(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().filter(|t| !t.is_empty()).collect()
}

pub(crate) fn read(bytes: &[u8]) -> Document {
    open(bytes).unwrap_or_else(|refused| panic!("what we wrote is refused: {refused}"))
}

/// Every id of a revision is its own, and text in deletions is marked as such.
pub(crate) fn well_formed(file: &[u8]) {
    let text = part(file, "word/document.xml").expect("the text");
    let mut ids = BTreeSet::new();
    for tag in ["<w:ins ", "<w:del "] {
        for at in text.match_indices(tag) {
            let rest = &text[at.0..];
            let id = rest
                .split("w:id=\"")
                .nth(1)
                .and_then(|r| r.split('"').next())
                .expect("an id");
            assert!(ids.insert(id.to_owned()), "id {id} twice");
        }
    }
    for piece in text.split("<w:del ").skip(1) {
        let head = piece.split('>').next().unwrap_or_default();
        if !head.ends_with('/') {
            let inner = piece.split("</w:del>").next().unwrap_or_default();
            assert!(
                !inner.contains("<w:t>") && !inner.contains("<w:t "),
                "plain text in a deletion: {inner}"
            );
        }
    }
    assert!(!text.contains("<w:del><w:ins") && !text.contains("</w:tbl></w:tc>"));
}

/// Holds redline and clean text of a base to the laws; gives the clean paragraphs.
pub(crate) fn check_edits(base: &Document, edits: &[Edit]) -> Vec<String> {
    let (marked, made) = (redline(base, edits), clean(base, edits));
    well_formed(&marked);
    let (marked, made) = (read(&marked), read(&made));
    assert_eq!(
        texts(&marked, View::Reject),
        texts(base, View::Accept),
        "reject(redline) of {edits:?}"
    );
    assert_eq!(
        texts(&read(&marked.reject()), View::Accept),
        texts(base, View::Accept),
        "refused file of {edits:?}"
    );
    assert_eq!(
        texts(&marked, View::Accept),
        texts(&made, View::Accept),
        "accept(redline) of {edits:?}"
    );
    assert!(!made.has_revisions());
    texts(&made, View::Accept)
}

fn edit(paragraph: usize, start: usize, end: usize, after: &str) -> Edit {
    Edit {
        paragraph,
        start,
        end,
        after: after.into(),
        author: "IOM".into(),
        ..Edit::default()
    }
}

fn block(paragraph: usize, whole: Whole) -> Edit {
    Edit {
        whole: Some(whole),
        ..edit(paragraph, 0, 0, "")
    }
}

fn lines(lines: &[&str]) -> Whole {
    Whole::InsertParagraphsAfter(lines.iter().map(|l| (*l).to_owned()).collect())
}

#[test]
fn words_change_inside_split_runs() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>States sh</w:t></w:r><w:r><w:t>all</w:t><w:tab/><w:t>act</w:t></w:r></w:p>";
    let base = read(&word(body));
    let made = check_edits(
        &base,
        &[edit(1, 7, 12, "should"), edit(1, 16, 16, " & <now>")],
    );
    assert_eq!(made, ["States should\tact & <now>"]);
    let file = redline(&base, &[edit(1, 7, 12, "should")]);
    let text = part(&file, "word/document.xml").expect("the text");
    assert!(text.contains("<w:ins w:id=\"2\" w:author=\"IOM\"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">should</w:t></w:r></w:ins>"), "{text}");
}

#[test]
fn links_fields_and_controls_keep_their_borders() {
    let t = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let field = mark("begin")
        + "<w:r><w:instrText>REF x</w:instrText></w:r>"
        + &mark("separate")
        + &t("seven")
        + &mark("end");
    let base = read(&word(&format!(
        "<w:p>{}{field}{}<w:hyperlink>{}</w:hyperlink></w:p>",
        t("see "),
        t(" at "),
        t("here")
    )));
    // "see seven at here"
    assert_eq!(
        check_edits(&base, &[edit(1, 9, 9, " and eight")]),
        ["see seven and eight at here"]
    );
    assert_eq!(
        check_edits(&base, &[edit(1, 4, 9, "that")]),
        ["see that at here"]
    );
    let beside = redline(&base, &[edit(1, 9, 9, " and eight")]);
    let beside = part(&beside, "word/document.xml").expect("the text");
    assert!(
        beside.rfind("fldChar") < beside.find(" and eight"),
        "new text is in a field that is refreshed away: {beside}"
    );
    let gone =
        part(&clean(&base, &[edit(1, 4, 9, "that")]), "word/document.xml").expect("the text");
    assert!(
        !gone.contains("REF x") && !gone.contains("fldChar"),
        "a deleted field comes back: {gone}"
    );
    let grown = part(
        &clean(&base, &[edit(1, 17, 17, " too")]),
        "word/document.xml",
    )
    .expect("the text");
    assert!(
        grown.contains("</w:hyperlink><w:r>"),
        "text behind a link is no link: {grown}"
    );
}

#[test]
fn a_note_reference_survives_a_rewritten_sentence() {
    let base = read(&word(
        "<w:p><w:r><w:t>one</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>two</w:t></w:r></w:p>",
    ));
    let made = check_edits(&base, &[edit(1, 0, 7, "1\u{fffc}2")]);
    assert_eq!(made, ["1\u{fffc}2"]);
}

#[test]
fn paragraphs_come_and_go_at_every_border() {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("b"),
        p("c"),
        p("d")
    );
    let base = read(&word(&format!("{}{table}{}{}", p("a"), p("e"), p("f"))));
    let check = |edits: &[Edit], expect: &[&str]| {
        assert_eq!(shown(check_edits(&base, edits)), expect, "{edits:?}");
    };
    check(
        &[block(0, lines(&["x", "y"]))],
        &["x", "y", "a", "b", "c", "d", "e", "f"],
    );
    check(
        &[block(1, lines(&["x"]))],
        &["a", "x", "b", "c", "d", "e", "f"],
    );
    check(
        &[block(3, lines(&["x", "y"]))],
        &["a", "b", "c", "x", "y", "d", "e", "f"],
    );
    check(
        &[block(4, lines(&["x"]))],
        &["a", "b", "c", "d", "x", "e", "f"],
    );
    check(
        &[block(6, lines(&["x", "y"]))],
        &["a", "b", "c", "d", "e", "f", "x", "y"],
    );
    for gone in 1..=6 {
        let left: Vec<&str> = ["a", "b", "c", "d", "e", "f"]
            .into_iter()
            .enumerate()
            .filter(|(i, _)| i + 1 != gone)
            .map(|(_, t)| t)
            .collect();
        check(&[block(gone, Whole::DeleteParagraph)], &left);
    }
    let all: Vec<Edit> = (1..=6).map(|i| block(i, Whole::DeleteParagraph)).collect();
    check(&all, &[]);
    check(
        &[
            block(5, Whole::DeleteParagraph),
            block(5, lines(&["x", "y"])),
            block(6, Whole::DeleteParagraph),
        ],
        &["a", "b", "c", "d", "x", "y"],
    );
    check(
        &[block(6, Whole::DeleteParagraph), block(6, lines(&["x"]))],
        &["a", "b", "c", "d", "e", "x"],
    );
}

#[test]
fn the_last_paragraph_goes_by_the_end_before_it() {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let base = read(&word(&format!("{}{}", p("a"), p("b"))));
    let file = redline(&base, &[block(2, Whole::DeleteParagraph)]);
    let text = part(&file, "word/document.xml").expect("the text");
    let (first, last) = text.split_once("</w:p>").expect("two paragraphs");
    assert!(first.contains("<w:pPr><w:rPr><w:del "), "{text}");
    assert!(
        !last.contains("<w:rPr>"),
        "Word cannot delete the last end: {text}"
    );
    let file = redline(&base, &[block(2, lines(&["c"]))]);
    let text = part(&file, "word/document.xml").expect("the text");
    let last = text.rsplit("<w:p>").next().expect("a paragraph");
    assert!(
        last.contains(">c<") && !last.contains("<w:rPr>"),
        "the text ends in an end that stays: {text}"
    );
}

#[test]
fn rows_come_and_go() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |one: &str, two: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(two));
    let base = read(&word(&format!(
        "<w:tbl>{}{}</w:tbl><w:p/>",
        row("a", "b"),
        row("c", "d")
    )));
    let new =
        |cells: &[&str]| Whole::InsertRowAfter(cells.iter().map(|c| (*c).to_owned()).collect());
    let check =
        |edits: &[Edit], expect: &[&str]| assert_eq!(shown(check_edits(&base, edits)), expect);
    check(
        &[block(2, new(&["x", "y"]))],
        &["a", "b", "x", "y", "c", "d"],
    );
    check(
        &[block(0, new(&["x", "y"]))],
        &["x", "y", "a", "b", "c", "d"],
    );
    check(
        &[block(4, new(&["x\nz", "y"])), block(4, new(&["1", "2"]))],
        &["a", "b", "c", "d", "x", "z", "y", "1", "2"],
    );
    check(
        &[block(2, new(&["x", "y", "z"]))],
        &["a", "b", "x", "y", "z", "c", "d"],
    );
    check(&[block(1, Whole::DeleteRow(0))], &["c", "d"]);
    check(
        &[block(1, Whole::DeleteRow(0)), block(3, Whole::DeleteRow(0))],
        &[],
    );
}

#[test]
fn conflicts_and_shared_support_are_told() {
    let file = |text: &str| word_file(None, &[DraftParagraph::plain(DraftStyle::Body, text)]);
    let base = read(&file("States shall act quickly."));
    let returns: Vec<(String, Document)> = [
        ("IOM", "States should act quickly."),
        ("UNODC", "States should act quickly."),
        ("UNICEF", "States must act quickly."),
    ]
    .map(|(o, t)| (o.to_owned(), read(&file(t))))
    .into();
    let model = compiled(&base, &returns).model;
    let written = read(&compilation(&base, &model));
    // Other words for the same ones stand beside each other, each under its own name.
    assert_eq!(
        texts(&written, View::Accept),
        ["States shouldmust act quickly."]
    );
    let notes: Vec<String> = written.comments().into_iter().map(|c| c.text).collect();
    assert_eq!(
        notes,
        ["Proposed by IOM and UNODC.\nInstead of this, UNICEF: replace “shall” with “must”."]
    );
    let authors: Vec<String> = redline::inspect(&written)
        .authors
        .into_iter()
        .map(|a| a.name)
        .collect();
    assert_eq!(authors, ["IOM", "UNICEF", "Una Voce"]);
}

/// The supporters whom neither a revision nor a comment of a compilation names.
pub(crate) fn unnamed<'m>(model: &'m Model, written: &Document) -> Vec<&'m str> {
    let mut said: Vec<String> = Vec::new();
    said.extend(
        redline::inspect(written)
            .authors
            .into_iter()
            .map(|author| author.name),
    );
    said.extend(written.comments().into_iter().map(|comment| comment.text));
    let supporters = model.amendments.iter().flat_map(|each| &each.supporters);
    let missing = supporters.filter(|name| !said.iter().any(|words| words.contains(name.as_str())));
    missing.map(String::as_str).collect()
}

pub(crate) fn compiled(base: &Document, returns: &[(String, Document)]) -> Compilation {
    let submissions: Vec<Submission<'_>> = returns
        .iter()
        .map(|(organisation, document)| Submission {
            organisation,
            document,
            sha256: organisation,
        })
        .collect();
    compile(base, "base", &[], &submissions)
}

/// A model may have been made for another file: what it says of paragraphs that are not there is left out.
#[test]
fn edits_beyond_the_base_change_nothing() {
    let base = read(&word("<w:p><w:r><w:t>One.</w:t></w:r></w:p>"));
    for whole in [
        Whole::DeleteParagraph,
        Whole::DeleteRow(1),
        Whole::MoveBehind(0),
        Whole::Split,
        Whole::Join,
    ] {
        let made = check_edits(&base, &[block(9, whole)]);
        assert_eq!(made, ["One."]);
    }
}

/// A last paragraph goes and several come behind it: the last of them takes its end, in their order.
#[test]
fn several_paragraphs_in_place_of_the_last() {
    let base = read(&word(
        "<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>",
    ));
    let lines = |all: &[&str]| all.iter().map(|line| (*line).to_owned()).collect();
    let last = Edit {
        order: 1,
        ..block(2, Whole::InsertParagraphsAfter(lines(&["Five."])))
    };
    let made = check_edits(
        &base,
        &[
            block(2, Whole::DeleteParagraph),
            block(2, Whole::InsertParagraphsAfter(lines(&["Three.", "Four."]))),
            last,
        ],
    );
    assert_eq!(made, ["One.", "Three.", "Four.", "Five."]);
}
