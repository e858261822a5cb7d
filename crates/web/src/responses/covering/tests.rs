use pages::Span;
use pages::answer::{Answer, Verdict};
use pages::responses::{ResponseRow, RowKind};

use super::{Answers, Note};
use crate::print::{PrintedBlock, Run};

fn row(place: &str, kind: RowKind, words: &str, verdict: Verdict) -> ResponseRow {
    ResponseRow {
        number: 1,
        organisations: Vec::new(),
        place: place.to_owned(),
        kind,
        proposed: vec![Span::Same(words.to_owned())],
        answer: Some(Answer {
            verdict,
            ..Answer::default()
        }),
    }
}

fn said(rows: Vec<ResponseRow>) -> Vec<String> {
    let note = Note {
        title: "Terms of reference".to_owned(),
        before: "zero draft".to_owned(),
        after: "draft 1".to_owned(),
        answers: Answers {
            asked: 11,
            marked_up: 2,
            no_comments: 1,
            not_in_our_mandate: 0,
        },
        rows,
    };
    let text = |run: &Run| match run {
        Run::Plain(text) | Run::Bold(text) | Run::Inserted(text) | Run::Deleted(text) => {
            text.clone()
        }
    };
    let blocks = note.printed().blocks.into_iter();
    blocks
        .map(|block| match block {
            PrintedBlock::Heading(text) => format!("# {text}"),
            PrintedBlock::Paragraph(runs) => runs.iter().map(text).collect(),
        })
        .collect()
}

#[test]
fn what_is_left_is_listed_and_what_is_settled_counted() {
    let rows = vec![
        row("4", RowKind::Proposal, "each year", Verdict::Taken),
        row("5", RowKind::Proposal, "shall", Verdict::LeftForDiscussion),
        row(
            "6",
            RowKind::Comment,
            "Who pays?",
            Verdict::LeftForDiscussion,
        ),
        row("7", RowKind::Proposal, "two years", Verdict::Bracketed),
    ];
    assert_eq!(
        said(rows),
        [
            "This is draft 1. It follows the comments on zero draft.",
            "3 of 11 organisations answered: 2 with comments and 1 without comments.",
            "There were 4 proposals and comments: 1 taken, 1 in brackets and 2 left for discussion.",
            "# Left for discussion",
            "5 shall",
            "6 comment: Who pays?",
            "# In square brackets",
            "7 two years",
            "The table of dispositions has each proposal and comment with its response.",
        ]
    );
}

#[test]
fn where_nothing_is_left_the_note_says_so() {
    let note = said(vec![row(
        "4",
        RowKind::Proposal,
        "each year",
        Verdict::Taken,
    )]);
    assert!(note.contains(&"Nothing is left for discussion.".to_owned()));
    assert!(!note.iter().any(|line| line.starts_with("# Left")));
    assert!(said(Vec::new()).contains(&"Nothing is left for discussion.".to_owned()));
}
