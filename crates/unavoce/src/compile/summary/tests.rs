//! The summary of models of every sort.

use std::collections::BTreeMap;

use redline::dispositions::{BaseTexts, rows};
use redline::model::{Amendment, Base, Comment, Kind, SCHEMA, SetAside, Tracking};

use super::*;

/// The summary of a model, line by line, in the folder `out`.
fn check(model: &Model, expected: &[&str]) {
    let told = told(model);
    let seen: Vec<&str> = told.lines().collect();
    assert_eq!(seen, expected, "\n{told}");
}

fn told(model: &Model) -> String {
    let rows = rows(model, &BaseTexts::default());
    let told = summary(
        model,
        &rows,
        "out",
        &[("a.docx", "the text"), ("b.json", "data")],
    );
    for line in told.lines() {
        assert!(line.chars().count() < 100, "too long: {line}");
        assert_eq!(line, line.trim_end());
    }
    told
}

fn model(returns: Vec<Return>, amendments: Vec<Amendment>) -> Model {
    Model {
        schema: SCHEMA,
        base: Base {
            sha256: String::new(),
            paragraphs: 403,
            warnings: Vec::new(),
        },
        returns,
        amendments,
        conflicts: Vec::new(),
        comments: Vec::new(),
    }
}

fn returned(organisation: &str, tracking: Tracking, amendments: usize) -> Return {
    Return {
        organisation: organisation.to_owned(),
        sha256: String::new(),
        tracking,
        amendments,
        comments: 0,
        authors: Vec::new(),
        warnings: Vec::new(),
        set_aside: Vec::new(),
    }
}

fn amendment(supporters: &[&str], paragraph: usize, after: &str) -> Amendment {
    Amendment {
        id: format!("{paragraph} {after}"),
        part: "body".to_owned(),
        paragraph,
        label: Some(format!("{paragraph}.")),
        start: 0,
        end: 3,
        kind: Kind::Replace,
        before: "may".to_owned(),
        after: after.to_owned(),
        to: None,
        order: 0,
        group: None,
        supporters: supporters.iter().map(|s| (*s).to_owned()).collect(),
        variants: BTreeMap::new(),
        tracked: BTreeMap::new(),
        authors: BTreeMap::new(),
        dates: BTreeMap::new(),
        conflict: None,
        standing: None,
        home: None,
        properties: BTreeMap::new(),
        brings: Vec::new(),
    }
}

/// Puts amendments into one conflict.
fn opposed(model: &mut Model, id: &str, members: std::ops::Range<usize>) {
    let amendments: Vec<String> = model.amendments[members.clone()]
        .iter()
        .map(|amendment| amendment.id.clone())
        .collect();
    for amendment in &mut model.amendments[members] {
        amendment.conflict = Some(id.to_owned());
    }
    model.conflicts.push(redline::model::Conflict {
        id: id.to_owned(),
        amendments,
    });
}

fn aside(reason: &str) -> SetAside {
    SetAside {
        reason: reason.to_owned(),
        part: "body".to_owned(),
        paragraph: 1,
        start: 0,
        end: 0,
        before: String::new(),
        after: "x".to_owned(),
    }
}

#[test]
fn a_compilation_with_everything() {
    let mut silent = returned("WHO", Tracking::Untracked, 1);
    silent.warnings = vec!["odd".to_owned()];
    silent.set_aside = ["formatting", "outside-base", "formatting", "from:IOM"]
        .map(aside)
        .to_vec();
    let mut mixed = returned("UN Women", Tracking::Mixed, 12);
    mixed.comments = 1;
    let mut opened = amendment(&["UN Women"], 3, "Workers.");
    opened.kind = Kind::ParagraphInsert;
    let mut model = model(
        vec![
            returned("ILO", Tracking::Tracked, 2),
            silent,
            mixed,
            returned("IOM", Tracking::None, 0),
        ],
        vec![
            amendment(&["ILO", "WHO"], 4, "shall"),
            amendment(&["UN Women"], 4, "must"),
            amendment(&["ILO", "UN Women", "WHO"], 5, "will"),
            opened,
        ],
    );
    opposed(&mut model, "k", 0..2);
    check(
        &model,
        &[
            "4 returns on a draft of 403 paragraphs: 4 amendments, 0 comments, 1 conflict.",
            "",
            "  ILO       2 amendments   0 comments  tracked",
            "  WHO       1 amendment    0 comments  typed without tracking",
            "    1 warning; set aside: 2 formatting only, 1 already in the return of IOM, 1 outside the draft",
            "  UN Women  12 amendments  1 comment   partly tracked",
            "  IOM       0 amendments   0 comments  no edits",
            "",
            "Agreed by more than one (2):",
            "  ILO, UN Women and WHO  paragraph 5 (para. 5)  replace “may” with “will”",
            "  ILO and WHO            paragraph 4 (para. 4)  replace “may” with “shall”",
            "",
            "In conflict (1):",
            "  paragraph 4 (para. 4)",
            "    ILO and WHO  replace “may” with “shall”",
            "    UN Women     replace “may” with “must”",
            "",
            "Written into out:",
            "  a.docx  the text",
            "  b.json  data",
        ],
    );
}

#[test]
fn one_return_without_anything() {
    let mut model = model(vec![returned("ILO", Tracking::None, 0)], Vec::new());
    model.base.paragraphs = 1;
    check(
        &model,
        &[
            "1 return on a draft of 1 paragraph: 0 amendments, 0 comments, 0 conflicts.",
            "",
            "  ILO  0 amendments  0 comments  no edits",
            "",
            "Written into out:",
            "  a.docx  the text",
            "  b.json  data",
        ],
    );
}

#[test]
fn comments_only() {
    let mut only = returned("ILO", Tracking::None, 0);
    only.comments = 1;
    let mut model = model(vec![only], Vec::new());
    model.comments = vec![Comment {
        id: "c".to_owned(),
        organisation: "ILO".to_owned(),
        author: String::new(),
        date: None,
        part: "body".to_owned(),
        paragraph: 1,
        start: 0,
        end: 0,
        text: "Why?".to_owned(),
        reply_to: None,
        resolved: false,
        home: None,
    }];
    let told = told(&model);
    assert!(told.starts_with(
        "1 return on a draft of 403 paragraphs: 0 amendments, 1 comment, 0 conflicts.\n\n  \
         ILO  0 amendments  1 comment  no edits\n\nWritten"
    ));
}

#[test]
fn more_than_ten_are_counted_and_long_words_are_cut() {
    let long = "The International Centre of Long Names and Titles";
    let mut amendments: Vec<Amendment> = (1..=23)
        .map(|n| amendment(&[long, "B", "C", "D"], n, &"words ".repeat(40)))
        .collect();
    amendments.extend((1..=7).map(|n| amendment(&["E"], 30, &format!("wish {n}"))));
    let mut model = model(vec![returned(long, Tracking::Tracked, 23)], amendments);
    for n in 0..11 {
        opposed(&mut model, &format!("{n}"), 2 * n..2 * n + 2);
    }
    opposed(&mut model, "wide", 23..30);
    let told = told(&model);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines[2],
        "  The International Centre of L…  23 amendments  0 comments  tracked"
    );
    assert_eq!(lines[4], "Agreed by more than one (23):");
    assert!(lines[5].ends_with('…'), "{told}");
    assert_eq!(lines[15], "  and 13 more");
    assert_eq!(lines[17], "In conflict (12):");
    assert_eq!(lines[18], "  paragraph 1 (para. 1), paragraph 2 (para. 2)");
    assert_eq!(lines[48], "  and 2 more");
    model.conflicts.drain(..11);
    for amendment in &mut model.amendments[..23] {
        amendment.conflict = None;
    }
    let told = super::tests::told(&model);
    let wide: Vec<&str> = told.lines().skip(17).take(8).collect();
    assert_eq!(wide[0], "In conflict (1):");
    assert_eq!(wide[1], "  paragraph 30 (para. 30)");
    assert_eq!(wide[6], "    E  replace “may” with “wish 5”");
    assert_eq!(wide[7], "    and 2 more");
}

#[test]
fn words_of_a_file_do_not_steer_the_terminal() {
    let evil = "a\u{1b}[2Jb\u{202e}c\u{9b}d\u{7}";
    let model = model(
        vec![returned("A\u{1b}[31m", Tracking::Tracked, 1)],
        vec![amendment(&["A\u{1b}", "B"], 1, evil)],
    );
    let told = told(&model);
    assert!(
        told.contains("a\u{fffd}[2Jb\u{fffd}c\u{fffd}d\u{fffd}"),
        "{told:?}"
    );
    assert!(
        told.chars().all(|c| c == '\n' || !c.is_control()),
        "{told:?}"
    );
}
