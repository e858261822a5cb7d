//! The disposition table: its rows.

mod word;

use std::collections::BTreeMap;

use redline::dispositions::{BaseTexts, COLUMNS, Disposition, Status, Subject, rows};
use redline::draft::{DraftParagraph, DraftStyle, word_file};
use redline::model::{
    Amendment, Base, Comment, Conflict, Destination, Kind, Model, Return, SCHEMA, SetAside,
    Tracking,
};
use redline::open;

/// An amendment of the body, by two words: who, and what becomes what.
fn amendment(id: &str, paragraph: usize, kind: Kind, before: &str, after: &str) -> Amendment {
    Amendment {
        id: id.to_owned(),
        part: "body".to_owned(),
        paragraph,
        label: None,
        start: 0,
        end: before.chars().count(),
        kind,
        before: before.to_owned(),
        after: after.to_owned(),
        to: None,
        order: 0,
        group: None,
        supporters: vec!["IOM".to_owned()],
        variants: BTreeMap::new(),
        tracked: BTreeMap::from([("IOM".to_owned(), Tracking::Tracked)]),
        authors: BTreeMap::new(),
        dates: BTreeMap::new(),
        conflict: None,
        standing: None,
        home: None,
        properties: BTreeMap::new(),
        brings: Vec::new(),
    }
}

fn comment(id: &str, paragraph: usize, text: &str, reply_to: Option<&str>) -> Comment {
    Comment {
        id: id.to_owned(),
        organisation: "ILO".to_owned(),
        author: "Ana Ruiz".to_owned(),
        date: None,
        part: "body".to_owned(),
        paragraph,
        start: 0,
        end: 0,
        text: text.to_owned(),
        reply_to: reply_to.map(str::to_owned),
        resolved: false,
        home: None,
    }
}

fn aside(reason: &str, part: &str, before: &str, after: &str) -> SetAside {
    SetAside {
        reason: reason.to_owned(),
        part: part.to_owned(),
        paragraph: 1,
        start: 0,
        end: 0,
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

fn returned(organisation: &str, set_aside: Vec<SetAside>) -> Return {
    Return {
        organisation: organisation.to_owned(),
        sha256: String::new(),
        tracking: Tracking::None,
        amendments: 0,
        comments: 0,
        authors: Vec::new(),
        warnings: Vec::new(),
        set_aside,
    }
}

fn model(amendments: Vec<Amendment>, comments: Vec<Comment>) -> Model {
    Model {
        schema: SCHEMA,
        base: Base {
            sha256: String::new(),
            paragraphs: 3,
            warnings: Vec::new(),
        },
        returns: Vec::new(),
        amendments,
        conflicts: Vec::new(),
        comments,
    }
}

fn base() -> Vec<u8> {
    word_file(
        None,
        &[
            DraftParagraph::plain(DraftStyle::Heading(1), "On fees"),
            DraftParagraph::plain(DraftStyle::Numbered, "States should protect workers."),
            DraftParagraph::plain(DraftStyle::Bullet, "No fee is charged."),
        ],
    )
}

fn of_base(model: &Model) -> Vec<Disposition> {
    rows(model, &BaseTexts::of(&open(&base()).expect("a Word file")))
}

/// The cells under these headings, row by row, as `a | b`.
fn check(rows: &[Disposition], headings: &[&str], expected: &[&str]) {
    let columns: Vec<usize> = headings
        .iter()
        .map(|heading| {
            let found = COLUMNS.iter().position(|(name, _)| name == heading);
            found.unwrap_or_else(|| panic!("no column {heading}"))
        })
        .collect();
    let seen: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.cells();
            let cells: Vec<&str> = columns.iter().map(|c| cells[*c].as_ref()).collect();
            cells.join(" | ")
        })
        .collect();
    assert_eq!(seen, expected);
}

#[test]
fn each_kind_has_its_word_and_says_what_is_asked_for() {
    let all = [
        (Kind::Insert, "", "all ", "insertion", "insert “all ”"),
        (Kind::Delete, "all ", "", "deletion", "delete “all ”"),
        (
            Kind::Replace,
            "may",
            "shall",
            "replacement",
            "replace “may” with “shall”",
        ),
        (
            Kind::Move,
            "It is so.",
            "It is so.",
            "move",
            "move “It is so.” before the first paragraph",
        ),
        (
            Kind::Format,
            "may",
            "may",
            "formatting",
            "change the formatting of “may”",
        ),
        (
            Kind::Typographic,
            "\"",
            "“",
            "typographic",
            "replace “\"” with ““”",
        ),
        (
            Kind::ParagraphInsert,
            "",
            "A.\nB.",
            "new paragraph",
            "insert the paragraph “A. / B.”",
        ),
        (
            Kind::ParagraphDelete,
            "A.",
            "",
            "paragraph deleted",
            "delete the paragraph “A.”",
        ),
        (
            Kind::Split,
            "",
            "",
            "paragraph split",
            "begin a new paragraph here",
        ),
        (
            Kind::Join,
            "",
            "",
            "paragraphs joined",
            "join this paragraph and the next",
        ),
        (
            Kind::RowInsert,
            "",
            "A\tB",
            "new row",
            "insert the row “A | B”",
        ),
        (
            Kind::RowDelete,
            "A\tB",
            "",
            "row deleted",
            "delete the row “A | B”",
        ),
        (Kind::Other, "A", "B", "other", "replace “A” with “B”"),
    ];
    for (kind, before, after, word, asked) in all {
        let rows = rows(
            &model(vec![amendment("a", 2, kind, before, after)], Vec::new()),
            &BaseTexts::default(),
        );
        let expected = format!("{word} | {asked}");
        check(&rows, &["Type", "Comment / Proposed text"], &[&expected]);
        assert_eq!(rows[0].id.as_deref(), Some("a"));
        assert_eq!(rows[0].status, Status::Open);
    }
}

#[test]
fn rows_come_in_the_order_of_the_text_with_replies_behind_what_they_answer() {
    let mut note = comment("note", 1, "in a note", None);
    note.part = "footnote:10".to_owned();
    let mut earlier_note = amendment("fn", 1, Kind::Delete, "x", "");
    earlier_note.part = "footnote:9".to_owned();
    let mut header = amendment("h", 1, Kind::Delete, "y", "");
    header.part = "header:1".to_owned();
    let rows = rows(
        &model(
            vec![
                amendment("0", 0, Kind::ParagraphInsert, "", "first"),
                amendment("2", 2, Kind::ParagraphInsert, "", "behind"),
                amendment("1", 2, Kind::Delete, "z", ""),
                header,
                earlier_note,
            ],
            vec![
                comment("lost", 0, "nowhere", None),
                comment("a", 2, "first", None),
                comment("b", 2, "second", None),
                comment("a2", 2, "to the answer", Some("a1")),
                comment("a1", 2, "answer", Some("a")),
                comment("b1", 3, "answer", Some("b")),
                comment("c", 3, "parent is gone", Some("gone")),
                note,
            ],
        ),
        &BaseTexts::default(),
    );
    check(
        &rows,
        &["No.", "Paragraph", "Comment / Proposed text"],
        &[
            "1 | at the beginning | insert the paragraph “first”",
            "2 | 2 | delete “z”",
            "3 | 2 | first",
            "4 | 2 | In reply to No. 3: answer",
            "5 | 2 | In reply to No. 4: to the answer",
            "6 | 2 | second",
            "7 | 3 | In reply to No. 6: answer",
            "8 | after 2 | insert the paragraph “behind”",
            "9 | 3 | parent is gone",
            "10 | footnote 9 | delete “x”",
            "11 | footnote 10 | in a note",
            "12 | header 1 | delete “y”",
            "13 | without a place | nowhere",
        ],
    );
}

#[test]
fn comments_that_answer_each_other_in_a_circle_are_not_lost() {
    let comments = vec![
        comment("a", 1, "one", Some("b")),
        comment("b", 1, "two", Some("a")),
        comment("c", 1, "three", Some("c")),
    ];
    assert_eq!(
        rows(&model(Vec::new(), comments), &BaseTexts::default()).len(),
        3
    );
}

#[test]
fn labels_and_words_of_the_base_are_shown() {
    let mut inside = amendment("i", 2, Kind::Insert, "", " all");
    inside.start = 21;
    inside.end = 21;
    let mut front = amendment("f", 3, Kind::Insert, "", "So ");
    front.end = 0;
    let mut about = comment("c", 2, "Why?", None);
    (about.start, about.end) = (7, 13);
    let mut done = comment("d", 3, "Why\nnot?", None);
    (done.end, done.resolved) = (2, true);
    let mut labelled = amendment("l", 1, Kind::Replace, "On", "About");
    labelled.label = Some("(b)".to_owned());
    check(
        &of_base(&model(vec![labelled, inside, front], vec![about, done])),
        &[
            "Paragraph",
            "Current text",
            "Comment / Proposed text",
            "Tracked",
        ],
        &[
            "1 (para. b) | On | replace “On” with “About” | tracked",
            "2 (para. 1) | should | Why? | ",
            "2 (para. 1) | after “States should protect” | insert “ all” | tracked",
            "3 | before “No fee is charged.” | insert “So ” | tracked",
            "3 | No | Why\nnot?\n(marked as resolved in the file) | ",
        ],
    );
}

#[test]
fn long_words_round_a_point_are_cut_at_words() {
    let text = "word ".repeat(40);
    let file = word_file(
        None,
        &[DraftParagraph::plain(DraftStyle::Body, text.clone())],
    );
    let mut late = amendment("l", 1, Kind::Insert, "", "x");
    late.start = 200;
    let base = BaseTexts::of(&open(&file).expect("a Word file"));
    let row = &rows(&model(vec![late], Vec::new()), &base)[0];
    assert!(
        row.current.starts_with("after “…word word"),
        "{}",
        row.current
    );
    assert!(row.current.chars().count() < 75, "{}", row.current);
}

#[test]
fn other_spellings_ways_of_recording_and_moves_are_named() {
    let mut shared = amendment("s", 1, Kind::Replace, "A", "B “c”");
    shared.supporters = ["ILO", "IOM", "WHO"].map(str::to_owned).to_vec();
    shared.variants = BTreeMap::from([("IOM".to_owned(), "B \"c\"".to_owned())]);
    shared.tracked = BTreeMap::from([
        ("ILO".to_owned(), Tracking::Tracked),
        ("IOM".to_owned(), Tracking::Untracked),
        ("WHO".to_owned(), Tracking::Tracked),
    ]);
    let mut moved = amendment("m", 3, Kind::Move, "C", "C");
    moved.to = Some(Destination {
        part: "body".to_owned(),
        paragraph: 0,
        offset: None,
    });
    check(
        &of_base(&model(vec![shared, moved], Vec::new())),
        &["Organisation(s)", "Comment / Proposed text", "Tracked"],
        &[
            "ILO, IOM, WHO | replace “A” with “B “c””\nIOM writes “B \"c\"”. | tracked: ILO, \
             WHO\ntyped without tracking: IOM",
            "IOM | move “C” before the first paragraph | tracked",
        ],
    );
}

#[test]
fn rows_of_a_conflict_name_each_other() {
    let mut amendments = vec![
        amendment("a", 1, Kind::Replace, "x", "1"),
        amendment("b", 1, Kind::Replace, "x", "2"),
        amendment("c", 2, Kind::Delete, "y", ""),
        amendment("d", 3, Kind::Delete, "z", ""),
    ];
    for index in [0, 1, 3] {
        amendments[index].conflict = Some("k".to_owned());
    }
    let mut model = model(amendments, vec![comment("n", 1, "Which?", None)]);
    model.conflicts = vec![Conflict {
        id: "k".to_owned(),
        amendments: ["a", "b", "d"].map(str::to_owned).to_vec(),
    }];
    check(
        &rows(&model, &BaseTexts::default()),
        &["No.", "Type", "In conflict with"],
        &[
            "1 | replacement | 2, 5",
            "2 | replacement | 1, 5",
            "3 | comment | ",
            "4 | deletion | ",
            "5 | deletion | 1, 2",
        ],
    );
}

#[test]
fn what_was_set_aside_stands_at_the_end_with_its_reason() {
    let mut model = model(vec![amendment("a", 3, Kind::Delete, "x", "")], Vec::new());
    let reasons = [
        "field",
        "formatting",
        "outside-base",
        "from:IOM",
        "rebased",
        "strange",
    ];
    let mut asides: Vec<SetAside> = reasons.map(|r| aside(r, "body", "A", "B")).to_vec();
    asides[1].after = "A".to_owned();
    let covered = vec![
        aside("not-covered", "footnote:3", "", "B\n"),
        aside("not-covered", "textbox:2", "A", ""),
    ];
    model.returns = vec![returned("ILO", asides), returned("WHO", covered)];
    let rows = rows(&model, &BaseTexts::default());
    assert!(rows[1..].iter().all(|row| row.subject == Subject::SetAside));
    check(
        &rows[1..],
        &[
            "No.",
            "Organisation(s)",
            "Paragraph",
            "Type",
            "Comment / Proposed text",
            "Status",
        ],
        &[
            "2 | ILO | 1 | set aside | replace “A” with “B”\nSet aside: a field that Word refreshes by itself. | for information",
            "3 | ILO | 1 | set aside | a change that is not of words\nSet aside: formatting only. | for information",
            "4 | ILO | 1 | set aside | replace “A” with “B”\nSet aside: outside the draft. | open",
            "5 | ILO | 1 | set aside | replace “A” with “B”\nSet aside: already in the return of IOM. | for information",
            "6 | ILO | 1 | set aside | replace “A” with “B”\nSet aside: made on an earlier version of the text. | for information",
            "7 | ILO | 1 | set aside | replace “A” with “B”\nSet aside: strange. | open",
            "8 | WHO | footnote 3 | set aside | insert “B”\nSet aside: of a kind that is not compiled yet. | open",
            "9 | WHO | text box 2 | set aside | delete “A”\nSet aside: of a kind that is not compiled yet. | open",
        ],
    );
}
