//! Texts as the pages show them.

use redline::reading::{ComparedParagraph, Span, SpanKind, compare, context, paragraph_with};

use crate::texts::composed;

/// Spans with marks: `+inserted+`, `-deleted-`, `…`.
fn marked(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span.kind {
            SpanKind::Same | SpanKind::Elided => span.text.clone(),
            SpanKind::Inserted => format!("+{}+", span.text),
            SpanKind::Deleted => format!("-{}-", span.text),
        })
        .collect()
}

#[test]
fn a_paragraph_with_some_proposals_taken() {
    let base = ["States should protect victims and report every year."];
    let model = composed(
        &base,
        &[
            (
                "A",
                &[
                    "States shall protect victims and report every year.",
                    "More.",
                ],
            ),
            (
                "B",
                &["States should protect all victims and report every year."],
            ),
            ("C", &["States may protect victims and report every year."]),
        ],
    )
    .model;
    let all: Vec<_> = model.amendments.iter().collect();
    let find = |words: &str| {
        *all.iter()
            .find(|each| each.after.trim() == words)
            .expect("a proposal of these words")
    };
    let taken = paragraph_with(base[0], &[find("all"), find("shall")]);
    assert_eq!(
        marked(&taken),
        "States -should-+shall+ protect+ all+ victims and report every year."
    );
    let overlapping = paragraph_with(base[0], &[find("may"), find("shall")]);
    assert_eq!(
        marked(&overlapping).matches('-').count(),
        2,
        "one of two for the same words"
    );
    let behind = paragraph_with(base[0], &[find("More.")]);
    assert_eq!(marked(&behind), format!("{}+\nMore.+", base[0]));
    let around = context(base[0], find("all"), 2);
    assert_eq!(marked(&around), "… should protect+ all+ victims and …");
    assert_eq!(
        marked(&context(base[0], find("shall"), 50)),
        marked(&paragraph_with(base[0], &[find("shall")]))
    );
    assert_eq!(marked(&context(base[0], find("More."), 2)), "+More.+");
}

#[test]
fn two_versions_side_by_side() {
    let own = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let before = own(&[
        "Title",
        "States should protect all victims.",
        "Goes.",
        "Stays.",
    ]);
    let after = own(&[
        "Title",
        "States shall protect all victims.",
        "Stays.",
        "Comes.",
    ]);
    let compared = compare(&before, &after);
    assert_eq!(compared.len(), 5);
    assert_eq!(compared[0], ComparedParagraph::Same("Title".into()));
    let ComparedParagraph::Changed(spans) = &compared[1] else {
        panic!("{compared:?}")
    };
    assert_eq!(marked(spans), "States -should-+shall+ protect all victims.");
    assert_eq!(compared[2], ComparedParagraph::Deleted("Goes.".into()));
    assert_eq!(compared[3], ComparedParagraph::Same("Stays.".into()));
    assert_eq!(compared[4], ComparedParagraph::Inserted("Comes.".into()));
}
