//! The laws of what is written: refusing gives the base, taking gives the clean text, nobody goes
//! unnamed, no comment is lost.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use redline::choices::{Choice, clean_paragraphs, edits};
use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRow, DraftRun, DraftStyle, word_file,
};
use redline::{
    Compilation, Document, Edit, Submission, View, Whole, clean, compilation, compile, open,
    redline,
};

use crate::archives::{part, word};

const WORDS: [&str; 12] = [
    "States",
    "shall",
    "should",
    "protect",
    "all",
    "victims",
    "of",
    "trafficking",
    "and",
    "children",
    "1.",
    "support",
];

fn texts(document: &Document, view: View) -> Vec<String> {
    document
        .story(view)
        .paragraphs
        .into_iter()
        .map(|p| p.text)
        .collect()
}

fn shown(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().filter(|t| !t.is_empty()).collect()
}

fn read(bytes: &[u8]) -> Document {
    open(bytes).unwrap_or_else(|refused| panic!("what we wrote is refused: {refused}"))
}

/// Every id of a revision is its own, and text in deletions is marked as such.
fn well_formed(file: &[u8]) {
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
fn check_edits(base: &Document, edits: &[Edit]) -> Vec<String> {
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
        whole: None,
        author: "IOM".into(),
        date: None,
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
    check(&[block(1, Whole::DeleteRow)], &["c", "d"]);
    check(
        &[block(1, Whole::DeleteRow), block(3, Whole::DeleteRow)],
        &[],
    );
}

/// A paragraph's style and words.
fn base_paragraphs() -> impl Strategy<Value = Vec<(u8, Vec<usize>)>> {
    prop::collection::vec((0..6_u8, prop::collection::vec(0..WORDS.len(), 0..9)), 1..9)
}

fn words(of: &[usize]) -> String {
    of.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ")
}

fn drafted(paragraphs: &[(u8, Vec<usize>)]) -> Vec<DraftParagraph> {
    paragraphs
        .iter()
        .map(|(style, of)| match style {
            0 => DraftParagraph::plain(DraftStyle::Heading(1), words(of)),
            1 => DraftParagraph::plain(DraftStyle::Numbered, words(of)),
            2 => {
                let cells = of
                    .chunks(3)
                    .map(|c| vec![DraftRun::plain(words(c))])
                    .collect();
                let row = DraftRow {
                    cells,
                    change: None,
                };
                DraftParagraph::plain(DraftStyle::Table(vec![row.clone(), row]), "")
            }
            _ => {
                let runs = of
                    .iter()
                    .enumerate()
                    .map(|(i, w)| DraftRun {
                        bold: i % 3 == 0,
                        ..DraftRun::plain(format!("{} ", WORDS[*w]))
                    })
                    .collect();
                DraftParagraph {
                    style: DraftStyle::Body,
                    runs,
                    mark: None,
                }
            }
        })
        .collect()
}

/// What somebody does to a draft, with tracking on or off.
#[derive(Clone, Debug)]
struct Deed {
    at: usize,
    what: u8,
    word: usize,
    tracked: bool,
    remark: bool,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (
        0..40_usize,
        0..5_u8,
        0..WORDS.len(),
        any::<bool>(),
        any::<bool>(),
    );
    prop::collection::vec(
        deed.prop_map(|(at, what, word, tracked, remark)| Deed {
            at,
            what,
            word,
            tracked,
            remark,
        }),
        0..6,
    )
}

fn done(draft: &[DraftParagraph], deeds: &[Deed], who: &str) -> Vec<DraftParagraph> {
    let mut draft = draft.to_vec();
    for deed in deeds {
        let change = |kind| {
            deed.tracked.then(|| Change {
                kind,
                author: who.to_owned(),
                date: Some("2026-03-01T09:00:00Z".into()),
            })
        };
        let at = deed.at % draft.len();
        let text = format!("{} ", WORDS[deed.word]);
        let paragraph = &mut draft[at];
        if deed.what == 4 {
            let new = DraftRun {
                change: change(ChangeKind::Inserted),
                ..DraftRun::plain(text)
            };
            let mark = change(ChangeKind::Inserted);
            draft.insert(
                at,
                DraftParagraph {
                    style: DraftStyle::Body,
                    runs: vec![new],
                    mark,
                },
            );
            continue;
        }
        if matches!(paragraph.style, DraftStyle::Table(_)) || paragraph.runs.is_empty() {
            continue;
        }
        let rank = deed.word % paragraph.runs.len();
        match deed.what {
            0 | 1 => {
                let new = DraftRun {
                    change: change(ChangeKind::Inserted),
                    ..DraftRun::plain(text)
                };
                paragraph.runs.insert(rank, new);
            }
            2 if paragraph.runs[rank].change.is_none() => match change(ChangeKind::Deleted) {
                None => {
                    paragraph.runs.remove(rank);
                }
                deleted => paragraph.runs[rank].change = deleted,
            },
            _ if draft.len() > 1 && !deed.tracked => {
                draft.remove(at);
                continue;
            }
            _ => {}
        }
        if deed.remark
            && let Some(run) = draft[at].runs.get_mut(rank)
        {
            run.comment = Some(DraftComment {
                author: "Somebody".into(),
                date: None,
                text: format!("why {} here?", WORDS[deed.word]),
            });
        }
    }
    draft
}

fn compiled(base: &Document, returns: &[(String, Document)]) -> Compilation {
    let submissions: Vec<Submission<'_>> = returns
        .iter()
        .map(|(organisation, document)| Submission {
            organisation,
            document,
            sha256: organisation,
        })
        .collect();
    compile(base, "base", &submissions)
}

/// Everything that a compilation says besides the base's words: authors, comments.
fn said(file: &Document) -> String {
    let mut out = String::new();
    for author in redline::inspect(file).authors {
        out.push_str(&format!("{}\n", author.name));
    }
    for comment in file.comments() {
        out.push_str(&format!("{}\n", comment.text));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_compilation_refused_is_its_base(base in base_paragraphs(), all in prop::collection::vec(deeds(), 1..4)) {
        let draft = drafted(&base);
        let base = read(&word_file(Some("T"), &draft));
        let returns: Vec<(String, Document)> = all
            .iter()
            .enumerate()
            .map(|(i, deeds)| (format!("ORG{i}"), read(&word_file(None, &done(&draft, deeds, "Person")))))
            .collect();
        let Compilation { model, .. } = compiled(&base, &returns);
        let file = compilation(&base, &[], &model);
        well_formed(&file);
        let written = read(&file);
        prop_assert_eq!(texts(&written, View::Reject), texts(&base, View::Accept));
        prop_assert_eq!(texts(&read(&written.reject()), View::Accept), texts(&base, View::Accept));
        let said = said(&written);
        for amendment in &model.amendments {
            for supporter in &amendment.supporters {
                prop_assert!(said.contains(supporter.as_str()), "{supporter} goes unnamed");
            }
        }
        let ours = written.comments().into_iter().filter(|c| c.author != "Una Voce");
        let kept: Vec<(String, String)> = ours.map(|c| (c.author, c.text)).collect();
        let sent: Vec<(String, String)> =
            model.comments.iter().map(|c| (c.organisation.clone(), c.text.clone())).collect();
        prop_assert_eq!(kept, sent);
        let places: Vec<_> = written.story(View::Reject).comments;
        prop_assert_eq!(places.len(), written.comments().len(), "a comment without a place");
    }

    #[test]
    fn any_choices_make_a_redline_and_a_clean_text(
        base in base_paragraphs(),
        all in prop::collection::vec(deeds(), 1..3),
        answers in prop::collection::vec(0..4_u8, 1..20),
    ) {
        let draft = drafted(&base);
        let base = read(&word_file(None, &draft));
        let returns: Vec<(String, Document)> = all
            .iter()
            .enumerate()
            .map(|(i, deeds)| (format!("ORG{i}"), read(&word_file(None, &done(&draft, deeds, "Person")))))
            .collect();
        let Compilation { model, .. } = compiled(&base, &returns);
        let choices: BTreeMap<String, Choice> = model
            .amendments
            .iter()
            .filter(|a| a.conflict.is_none())
            .zip(answers.iter().cycle())
            .map(|(a, answer)| {
                let choice = match answer {
                    0 | 1 => Choice::Take,
                    2 => Choice::Bracket,
                    _ => Choice::NotTaken,
                };
                (a.id.clone(), choice)
            })
            .collect();
        let own = texts(&base, View::Accept);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let Ok(made) = edits(&own, &model, &choices) else { return Ok(()) };
        let expect = clean_paragraphs(&own, &model, &choices).expect("what edits allow");
        prop_assert_eq!(shown(check_edits(&base, &made)), shown(expect));
    }
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
    let written = read(&compilation(&base, &[], &model));
    assert_eq!(
        texts(&written, View::Accept),
        ["States should act quickly."]
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
    assert_eq!(authors, ["IOM", "Una Voce"]);
}
