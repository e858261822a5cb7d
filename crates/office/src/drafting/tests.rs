use redline::draft::{DraftParagraph, DraftStyle, word_file};

use super::{as_written, drafted, paragraphs};

/// What is written, and the paragraphs that it makes: a sign for the style, the words, notes in braces.
fn check(written: &str, expect: &[&str]) {
    let said: Vec<String> = paragraphs(written).iter().map(told).collect();
    assert_eq!(said, expect, "{written:?}");
}

fn told(paragraph: &DraftParagraph) -> String {
    let sign = match &paragraph.style {
        DraftStyle::Heading(level) => "#".repeat(usize::from(*level)),
        DraftStyle::Numbered => "1.".to_owned(),
        DraftStyle::Bullet => "-".to_owned(),
        DraftStyle::Table(rows) => {
            let cell = |runs: &Vec<_>| words(runs);
            let row = |row: &redline::draft::DraftRow| {
                row.cells.iter().map(cell).collect::<Vec<_>>().join("|")
            };
            return rows.iter().map(row).collect::<Vec<_>>().join("/");
        }
        _ => "¶".to_owned(),
    };
    format!("{sign} {}", words(&paragraph.runs))
}

fn words(runs: &[redline::draft::DraftRun]) -> String {
    let run = |run: &redline::draft::DraftRun| {
        let text = match (run.bold, run.italic) {
            (true, _) => format!("<b>{}</b>", run.text),
            (_, true) => format!("<i>{}</i>", run.text),
            _ => run.text.clone(),
        };
        match &run.note {
            Some(note) => format!("{text}{{{note}}}"),
            None => text,
        }
    };
    runs.iter().map(run).collect()
}

#[test]
fn each_line_is_a_paragraph() {
    check("One.\nTwo.\n\n\nThree.", &["¶ One.", "¶ Two.", "¶ Three."]);
    check(
        "   Indented.\n\tAnd so.\r\nThree.",
        &["¶ Indented.", "¶ And so.", "¶ Three."],
    );
    check("", &[]);
    check(" \n\n \t", &[]);
}

#[test]
fn signs_at_the_beginning_of_a_line() {
    check(
        "# One\n## Two\n### Three\n#### Four\n#No sign",
        &["# One", "## Two", "### Three", "### Four", "¶ #No sign"],
    );
    check(
        "1. One\n2. Two\nPlain.\n3. Three",
        &["1. One", "1. Two", "¶ Plain.", "1. Three"],
    );
    check("4) Four\n- a\n* b\n+ c", &["1. Four", "- a", "- b", "- c"]);
    check("1.No sign\n-no sign", &["¶ 1.No sign", "¶ -no sign"]);
    check("> Quoted\n---\nAfter", &["¶ Quoted", "¶ After"]);
}

#[test]
fn words_within_a_line() {
    check(
        "So **bold** and *so*.",
        &["¶ So <b>bold</b> and <i>so</i>."],
    );
    check(
        "5 * 3 * 2, a_b_c, <p>, &amp; and \\*",
        &["¶ 5 * 3 * 2, a_b_c, <p>, & and *"],
    );
    check("A [link](/there) and `code`", &["¶ A link and code"]);
    check("<table> is a word here", &["¶ <table> is a word here"]);
    check("    four spaces are none", &["¶ four spaces are none"]);
}

#[test]
fn notes_stand_behind_their_words() {
    check(
        "Workers[^1] are paid[^b].\n[^1]: All of *them*.\n[^b]: In coin.",
        &["¶ Workers{All of them.} are paid{In coin.}."],
    );
    check(
        "1. First[^x]\n[^x]: Here.\n2. Second",
        &["1. First{Here.}", "1. Second"],
    );
    check("Nothing[^2] here.", &["¶ Nothing[^2] here."]);
    check("Empty[^3].\n[^3]:", &["¶ Empty[^3]."]);
}

#[test]
fn rows_stand_together() {
    check(
        "Before\n| Cost | Who |\n| --- | --- |\n| Visa | employer |\nAfter",
        &["¶ Before", "Cost|Who/Visa|employer", "¶ After"],
    );
}

/// From words to a file to words.
fn through(written: &str) -> String {
    let file = drafted("A text", written).expect("a file");
    as_written(&redline::open(&file).expect("opens").paragraphs())
}

#[test]
fn the_words_of_a_file_are_a_draft_again() {
    for written in [
        "# What we ask\n1. States license recruiters.\n2. Contracts are handed over.\n",
        "Plain.\n- one\n- two\n## Costs\n1. Three.\n",
        "| Cost | Who |\n| --- | --- |\n| Visa | employer |\n",
        "5 \\* 3 and \\[brackets\\] and a\\_b and \\<p\\>\n",
        "1990\\. was a year\n",
    ] {
        let once = through(written);
        assert_eq!(through(&once), once, "{written:?}");
        assert_eq!(once.replace("\\>", ">"), written.replace("\\>", ">"));
    }
}

#[test]
fn nothing_written_is_no_draft() {
    assert!(drafted("A text", " \n \n").is_none());
}

#[test]
fn a_note_is_read_in_the_file() {
    let file = drafted("A text", "Workers[^1].\n[^1]: All of them.").expect("a file");
    let opened = redline::open(&file).expect("opens");
    let model = redline::compile(&opened, "", &[], &[]);
    assert!(model.look.is_empty(), "{:?}", model.look);
    assert!(opened.paragraphs()[1].text.contains('\u{fffc}'));
}

#[test]
fn a_file_with_words_that_look_like_signs_is_read_as_it_is() {
    let lines = [
        "# no heading",
        "- no point",
        "12) no number",
        "|no table|",
        "*plain*",
        "a & b &amp; c",
    ];
    let paragraphs: Vec<_> = lines
        .iter()
        .map(|line| DraftParagraph::plain(DraftStyle::Body, *line))
        .collect();
    let read = redline::open(&word_file(None, &paragraphs))
        .expect("opens")
        .paragraphs();
    let again = super::paragraphs(&as_written(&read));
    let said: Vec<String> = again.iter().map(told).collect();
    let expect: Vec<String> = lines.iter().map(|line| format!("¶ {line}")).collect();
    assert_eq!(said, expect);
}

#[test]
fn a_note_that_is_referred_to_very_often_does_not_grow_without_bound() {
    let note = "a long note ".repeat(1_000);
    let written = format!("{}\n[^1]: {note}", "word[^1] ".repeat(1_000));
    let all = paragraphs(&written);
    let notes = all[0].runs.iter().filter_map(|run| run.note.as_ref());
    let length: usize = notes.map(|note| note.chars().count()).sum();
    assert!((1..=super::MOST_WRITTEN).contains(&length), "{length}");
    assert!(words(&all[0].runs).ends_with("word[^1]"));
}
