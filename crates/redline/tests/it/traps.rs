//! The traps of the design, each as small Word files: what the model says of them, and the laws held on each.

use redline::model::Model;
use redline::project::project_part;
use redline::{Compilation, Document, View, bracketed, compilation};

use crate::archives::{entry, parts, zip};
use crate::texts::line;
use crate::writing::{compiled, read, shown, texts, well_formed};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const DATE: &str = "w:date=\"2026-03-01T09:00:00Z\"";

/// A paragraph of runs.
pub(crate) fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A plain run.
pub(crate) fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A run with properties.
pub(crate) fn set(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

pub(crate) fn ins(author: &str, text: &str) -> String {
    format!(
        "<w:ins w:id=\"1\" w:author=\"{author}\" {DATE}>{}</w:ins>",
        r(text)
    )
}

pub(crate) fn del(author: &str, text: &str) -> String {
    let text = r(text)
        .replace("w:t>", "w:delText>")
        .replace("<w:t ", "<w:delText ");
    format!("<w:del w:id=\"2\" w:author=\"{author}\" {DATE}>{text}</w:del>")
}

/// A paragraph whose end is inserted or deleted.
pub(crate) fn marked(mark: &str, author: &str, runs: &str) -> String {
    format!(
        "<w:p><w:pPr><w:rPr><w:{mark} w:id=\"3\" w:author=\"{author}\" {DATE}/></w:rPr></w:pPr>{runs}</w:p>"
    )
}

/// Plain paragraphs.
pub(crate) fn plain(lines: &[&str]) -> String {
    lines.iter().map(|line| p(&r(line))).collect()
}

/// A row of cells with one paragraph each.
fn row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| format!("<w:tc>{}</w:tc>", p(&r(cell))))
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat())
}

/// A file with notes: their numbers and words. A reference in the body is `note(number)`.
pub(crate) fn noted(body: &str, notes: &[(u32, &str)]) -> Vec<u8> {
    let notes: String = notes
        .iter()
        .map(|(id, text)| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p(&r(text))))
        .collect();
    with_part(
        body,
        "footnotes",
        &format!("<w:footnotes {W}>{notes}</w:footnotes>"),
        "",
    )
}

pub(crate) fn note(number: u32) -> String {
    format!("<w:r><w:footnoteReference w:id=\"{number}\"/></w:r>")
}

/// A file with one part more, and what stands at the end of its body.
fn with_part(body: &str, kind: &str, part: &str, end: &str) -> Vec<u8> {
    let mut all = parts(&format!("{body}{end}"));
    all.push(entry(
        "word/_rels/document.xml.rels",
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId7\" Type=\"http://x/relationships/{kind}\" Target=\"{kind}.xml\"/>\
             </Relationships>"
        ),
    ));
    all.push(entry(&format!("word/{kind}.xml"), part));
    zip(&all, false)
}

fn headed(body: &str, header: &str) -> Vec<u8> {
    let part = format!("<w:hdr {W}>{}</w:hdr>", p(&r(header)));
    let reference = "<w:sectPr><w:headerReference xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" w:type=\"default\" r:id=\"rId7\"/></w:sectPr>";
    with_part(body, "header", &part, reference)
}

fn file(body: &str) -> Vec<u8> {
    zip(&parts(body), false)
}

/// Compiles, and holds what comes out to the laws.
pub(crate) fn held(base: &[u8], returns: &[(&str, Vec<u8>)]) -> Compilation {
    let base = read(base);
    let opened: Vec<(String, Document)> = returns
        .iter()
        .map(|(name, file)| ((*name).to_owned(), read(file)))
        .collect();
    let all = compiled(&base, &opened);
    hold(&base, &all.model);
    for (name, file) in &opened {
        projected(&base, &all.model, name, file);
        let alone = compiled(&base, &[(name.clone(), file.clone())]);
        let written = hold(&base, &alone.model);
        if alone.look.is_empty() && alone.model.returns[0].set_aside.is_empty() {
            let (got, sent) = (texts(&written, View::Accept), texts(file, View::Accept));
            assert_eq!(shown(got), shown(sent), "{name} accepted");
        }
    }
    all
}

fn hold(base: &Document, model: &Model) -> Document {
    let word = compilation(base, model);
    well_formed(&word);
    let written = read(&word);
    let own = texts(base, View::Accept);
    assert_eq!(texts(&written, View::Reject), own, "refused");
    let refused = read(&written.reject());
    assert_eq!(refused.part_texts(), base.part_texts(), "parts refused");
    assert!(!read(&bracketed(base, model)).has_revisions());
    written
}

fn projected(base: &Document, model: &Model, name: &str, file: &Document) {
    let sent = file.part_texts();
    for (part, own) in base.part_texts() {
        // Notes bear other numbers in another file: the body is held here, they in tests of their own.
        if part.starts_with("footnote") || part.starts_with("textbox") {
            continue;
        }
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let rebuilt = project_part(&own, model, name, &part);
        let wanted = sent
            .iter()
            .find(|each| each.0 == part)
            .map(|each| each.1.clone());
        assert_eq!(
            Some(rebuilt),
            wanted,
            "{name} {part}: {:#?} {:#?}",
            model.amendments,
            model.returns
        );
    }
}

/// One line an amendment, with its part where that is not the body.
fn told(model: &Model) -> Vec<String> {
    let all = model.amendments.iter();
    all.map(|each| {
        let part = if each.part == "body" {
            String::new()
        } else {
            format!("{} ", each.part)
        };
        let to = each
            .to
            .as_ref()
            .map(|to| format!(" to {}", to.paragraph))
            .unwrap_or_default();
        let set = if each.properties.is_empty() {
            String::new()
        } else {
            format!(" {:?}", each.properties)
        };
        format!("{part}{}{to}{set}", line(each))
    })
    .collect()
}

fn check(base: &str, returns: &[(&str, &str)], expect: &[&str]) -> Compilation {
    let returns: Vec<(&str, Vec<u8>)> = returns
        .iter()
        .map(|(name, body)| (*name, file(body)))
        .collect();
    let all = held(&file(base), &returns);
    // Among those of one stretch the order is that of their ids.
    let (mut told, mut expect) = (told(&all.model), expect.to_vec());
    told.sort_unstable();
    expect.sort_unstable();
    assert_eq!(told, expect);
    all
}

const ONE: &str = "One two three four five six.";
const TWO: &str = "Alpha beta gamma delta epsilon.";
const END: &str = "The end of the text.";

fn three() -> String {
    plain(&[ONE, TWO, END])
}

/// The text with other first paragraphs.
fn with(first: &str) -> String {
    format!("{first}{}", plain(&[TWO, END]))
}

/// Trap 1: five tracked edits and one typed with tracking off. Trap 3: one inside a pending insertion.
#[test]
fn tracked_untracked_and_mixed() {
    let runs = format!(
        "{}{}{}{}{}{}",
        r("One "),
        del("Ana", "two"),
        ins("Ana", "2"),
        r(" three "),
        ins("Ana", "and a half "),
        r("4 five six."),
    );
    let all = check(
        &three(),
        &[("A", &with(&p(&runs)))],
        &[
            "1:4-7 Replace 'two' > '2' A",
            "1:14-18 Replace 'four' > 'and a half 4' A",
        ],
    );
    let tracking: Vec<String> = all
        .model
        .amendments
        .iter()
        .map(|each| format!("{:?}", each.tracked["A"]))
        .collect();
    assert_eq!(tracking, ["Tracked", "Mixed"]);
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
    assert_eq!(all.model.amendments[0].dates["A"], "2026-03-01T09:00:00Z");
}

/// Trap 2: everything accepted before sending.
#[test]
fn all_accepted_before_sending() {
    let all = check(
        &three(),
        &[("A", &with(&plain(&["One 2 three four five six."])))],
        &["1:4-7 Replace 'two' > '2' A"],
    );
    assert_eq!(
        all.model.returns[0].tracking,
        redline::model::Tracking::Untracked
    );
}

/// Traps 4 and 27: moves, an edit hidden in one, two places, moved and deleted, two paragraphs swapped.
#[test]
fn moves() {
    check(
        &three(),
        &[("A", &plain(&[TWO, END, ONE]))],
        &["1:0-28 Move 'One two three four five six.' > 'One two three four five six.' A to 3"],
    );
    let hidden = "One two three four nine six.";
    check(
        &three(),
        &[("A", &plain(&[TWO, END, hidden]))],
        &["1:0-28 Move 'One two three four five six.' > 'One two three four nine six.' A to 3"],
    );
    let middle = "Something in the middle.";
    let all = check(
        &plain(&[ONE, TWO, middle, END]),
        &[
            ("A", &plain(&[TWO, middle, END])),
            (
                "B",
                &plain(&["One two three four nine six.", TWO, middle, END]),
            ),
            ("C", &plain(&[TWO, middle, END, ONE])),
            ("D", &plain(&[TWO, middle, ONE, END])),
        ],
        &[
            "1:0-28 Move 'One two three four five six.' > 'One two three four five six.' C to 4",
            "1:0-28 Move 'One two three four five six.' > 'One two three four five six.' D to 3",
            "1:0-28 ParagraphDelete 'One two three four five six.' > '' A",
            "1:19-23 Replace 'five' > 'nine' B",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
    assert_eq!(all.model.conflicts[0].amendments.len(), 4);
}

/// What comes before a moved paragraph at the beginning is no covering letter.
#[test]
fn new_paragraphs_on_both_sides_of_a_moved_one() {
    let rest = table(&[row(&[""]), row(&[""])]) + &p("");
    let base = plain(&["States", "shall shall"]) + &rest;
    let sent = plain(&["", "States ", "shall shall"])
        + &marked("ins", "A", &ins("A", "States "))
        + &plain(&["States"])
        + &rest;
    check(
        &base,
        &[("A", &sent)],
        &[
            "0:0-0 ParagraphInsert '' > '\nStates ' A",
            "0:0-0 ParagraphInsert '' > 'States ' A",
            "2:0-11 Move 'shall shall' > 'shall shall' A to 0",
        ],
    );
}

/// A recorded move stays one, however near and short.
#[test]
fn a_recorded_move() {
    let moved = |kind: &str, text: &str| {
        let inner = format!(
            "<w:{kind} w:id=\"8\" w:author=\"Ana\" {DATE}>{}</w:{kind}>",
            r(text)
        );
        marked(kind, "Ana", &inner)
    };
    let version = format!(
        "{}{}{}{}",
        moved("moveFrom", "Yes."),
        p(&r(TWO)),
        moved("moveTo", "Yes."),
        p(&r(END))
    );
    let all = check(
        &plain(&["Yes.", TWO, END]),
        &[("A", &version)],
        &["1:0-4 Move 'Yes.' > 'Yes.' A to 2"],
    );
    assert_eq!(
        all.model.amendments[0].tracked["A"],
        redline::model::Tracking::Tracked
    );
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
}

/// Trap 5: the same change by five, two of them in another spelling.
#[test]
fn one_change_in_three_spellings() {
    let say = |text: &str| with(&plain(&[&format!("One two three four five six{text}.")]));
    let (plain, space, quote) = (
        say(" \"at once\" now"),
        say(" \"at once\"\u{a0}now"),
        say(" “at once” now"),
    );
    let all = check(
        &three(),
        &[
            ("A", &plain),
            ("B", &plain),
            ("C", &space),
            ("D", &quote),
            ("E", &plain),
        ],
        &["1:27-27 Insert '' > ' \"at once\" now' A+B+C+D+E"],
    );
    let variants = &all.model.amendments[0].variants;
    assert_eq!(variants.keys().collect::<Vec<_>>(), ["C", "D"]);
}

/// Trap 6: one word, five wishes. Traps 7 and 29.
#[test]
fn one_word_and_one_place() {
    let bold = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:b/>", "two"),
        r(" three four five six.")
    ));
    let other = |word: &str| with(&plain(&[&format!("One {word}three four five six.")]));
    let all = check(
        &three(),
        &[
            ("A", &other("2 ")),
            ("B", &other("deux ")),
            ("C", &other("dos ")),
            ("D", &other("")),
            ("E", &with(&bold)),
        ],
        &[
            "1:3-7 Delete ' two' > '' D",
            "1:4-7 Replace 'two' > '2' A",
            "1:4-7 Format 'two' > 'two' E {\"b\": \"on\"}",
            "1:4-7 Replace 'two' > 'deux' B",
            "1:4-7 Replace 'two' > 'dos' C",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
    let add = |words: &str| with(&plain(&[&format!("One two {words}three four five six.")]));
    let all = check(
        &three(),
        &[("A", &add("b ")), ("B", &add("a ")), ("C", &add("b "))],
        &["1:7-7 Insert '' > ' a' B", "1:7-7 Insert '' > ' b' A+C"],
    );
    assert!(all.model.conflicts.is_empty());
    for (before, after, expect) in [
        ("State", "States", "1:4-9 Replace 'State' > 'States' A"),
        ("follow up", "follow-up", "1:10-11 Replace ' ' > '-' A"),
        ("states", "States", "1:4-10 Replace 'states' > 'States' A"),
        ("a b", "a  b", "1:5-6 Typographic ' ' > '  ' A"),
        ("25%", "35%", "1:4-7 Replace '25%' > '35%' A"),
    ] {
        let text = |word: &str| plain(&[&format!("The {word} here."), TWO]);
        check(&text(before), &[("A", &text(after))], &[expect]);
    }
}

/// Trap 9: split here, edited there; joined here, deleted there.
#[test]
fn splits_and_joins() {
    let split = plain(&["One two three", "four five six.", TWO, END]);
    let all = check(
        &three(),
        &[
            ("A", &split),
            ("B", &with(&plain(&["One two three four five seven."]))),
        ],
        &[
            "1:13-14 Delete ' ' > '' A",
            "1:14-14 Split '' > '' A",
            "1:24-27 Replace 'six' > 'seven' B",
        ],
    );
    assert!(all.model.conflicts.is_empty());
    let joined = plain(&[&format!("{ONE} {TWO}"), END]);
    let all = check(
        &three(),
        &[("A", &joined), ("B", &plain(&[TWO, END]))],
        &[
            "1:0-28 ParagraphDelete 'One two three four five six.' > '' B",
            "1:28-28 Join '' > '' A",
            "1:28-28 Insert '' > ' ' A",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
    check(
        &three(),
        &[(
            "A",
            &plain(&["One two", "three four", "five six.", TWO, END]),
        )],
        &[
            "1:7-8 Delete ' ' > '' A",
            "1:8-8 Split '' > '' A",
            "1:18-19 Delete ' ' > '' A",
            "1:19-19 Split '' > '' A",
        ],
    );
    let cell = |lines: &[&str]| {
        let (first, second) = (plain(lines), p(&r("x")));
        table(&[format!(
            "<w:tr><w:tc>{first}</w:tc><w:tc>{second}</w:tc></w:tr>"
        )])
    };
    check(
        &cell(&["one two three four"]),
        &[("A", &cell(&["one two", "three four"]))],
        &["1:7-8 Delete ' ' > '' A", "1:8-8 Split '' > '' A"],
    );
}

/// A split with recorded mark bears the name and date of who made it.
#[test]
fn a_recorded_split() {
    let version = format!(
        "{}{}",
        marked("ins", "Ana", &r("One two three ")),
        p(&r("four five six."))
    );
    let all = check(
        &three(),
        &[("A", &with(&version))],
        &["1:14-14 Split '' > '' A"],
    );
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
    let version = format!(
        "{}{}{}",
        marked("del", "Ana", &r(ONE)),
        p(&r(TWO)),
        p(&r(END))
    );
    let all = check(&three(), &[("A", &version)], &["1:28-28 Join '' > '' A"]);
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
}

/// Trap 11: an insertion that holds a deletion was withdrawn.
#[test]
fn withdrawn_words_are_in_neither_view() {
    let runs = format!(
        "{}<w:ins w:id=\"5\" w:author=\"Ana\" {DATE}>{}{}</w:ins>{}",
        r("One two "),
        r("and a half "),
        del("Ben", "gone "),
        r("three four five six.")
    );
    check(
        &three(),
        &[("A", &with(&p(&runs)))],
        &["1:7-7 Insert '' > ' and a half' A"],
    );
}

/// Trap 12: formats on words, on paragraphs, recorded or not, with other words at once.
#[test]
fn formats() {
    let bold = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:b/>", "two three"),
        r(" four five six.")
    ));
    let italic = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:i/>", "two"),
        r(" three four five six.")
    ));
    let all = check(
        &three(),
        &[("A", &with(&bold)), ("B", &with(&italic))],
        &[
            "1:4-7 Format 'two' > 'two' B {\"i\": \"on\"}",
            "1:4-13 Format 'two three' > 'two three' A {\"b\": \"on\"}",
        ],
    );
    assert!(
        all.model.conflicts.is_empty(),
        "bold and italics can both stand"
    );
    let centred = format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p>",
        r(&ONE.replace("two", "2"))
    );
    check(
        &three(),
        &[("A", &with(&centred))],
        &[
            "1:4-7 Replace 'two' > '2' A",
            "1:28-28 Format '' > '' A {\"jc\": \"center\"}",
        ],
    );
    let recorded = format!(
        "<w:rPr><w:sz w:val=\"40\"/><w:rPrChange w:id=\"4\" w:author=\"Ana\" {DATE}><w:rPr/></w:rPrChange></w:rPr>"
    );
    let sized = p(&format!("<w:r>{recorded}<w:t>{ONE}</w:t></w:r>"));
    let all = check(
        &three(),
        &[("A", &with(&sized))],
        &[
            "1:0-28 Format 'One two three four five six.' > 'One two three four five six.' A {\"sz\": \"40\"}",
        ],
    );
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
    let written = compilation(&read(&file(&three())), &all.model);
    let text = crate::archives::part(&written, "word/document.xml").expect("the text");
    assert!(
        text.contains("<w:rPr><w:sz w:val=\"40\"/><w:rPrChange w:id="),
        "{text}"
    );
}

/// Trap 21: a text pasted into another design has no proposals of format.
#[test]
fn a_letterhead_is_no_amendment() {
    let lines: Vec<String> = (0..30)
        .map(|n| format!("Paragraph number {n} of the text."))
        .collect();
    let base: String = lines.iter().map(|line| p(&r(line))).collect();
    let designed: String = lines
        .iter()
        .map(|line| {
            format!(
                "<w:p><w:pPr><w:spacing w:after=\"240\"/><w:jc w:val=\"both\"/></w:pPr>{}</w:p>",
                set("<w:rFonts w:ascii=\"Arial\"/><w:sz w:val=\"20\"/>", line)
            )
        })
        .collect();
    let all = held(
        &file(&base),
        &[("A", headed(&designed, "Agency of the North"))],
    );
    assert!(all.model.amendments.is_empty(), "{:#?}", told(&all.model));
    assert!(!all.needs_a_look(), "{:?}", all.look);
    let aside = &all.model.returns[0].set_aside;
    assert!(!aside.is_empty() && aside.iter().all(|each| each.reason == "formatting"));
}

/// Trap 14: notes under one number, an edited note, and notes that are counted anew.
#[test]
fn notes() {
    let base = noted(
        &p(&(r("One two") + &note(2) + &r(" three."))),
        &[(2, "An old note.")],
    );
    let edited = noted(
        &p(&(r("One two") + &note(2) + &r(" three") + &note(3) + &r("."))),
        &[(2, "An old, edited note."), (3, "A note by A.")],
    );
    let counted_anew = noted(
        &p(&(r("One") + &note(1) + &r(" two") + &note(2) + &r(" three") + &note(3) + &r("."))),
        &[(1, "First now."), (2, "An old note."), (3, "A note by C.")],
    );
    let gone = noted(&p(&r("One two three.")), &[(2, "An old note.")]);
    let all = held(
        &base,
        &[("A", edited.clone()), ("C", counted_anew), ("D", gone)],
    );
    assert_eq!(
        told(&all.model),
        [
            "1:3-3 Insert '' > '\u{fffc}' C",
            "1:7-8 Delete '\u{fffc}' > '' D",
            "1:14-14 Insert '' > '\u{fffc}' A",
            "1:14-14 Insert '' > '\u{fffc}' C",
            "footnote:2 1:6-6 Insert '' > ', edited' A",
        ]
    );
    let brought: Vec<&str> = all
        .model
        .amendments
        .iter()
        .flat_map(|each| &each.brings)
        .map(|each| each.text.as_str())
        .collect();
    assert_eq!(brought, ["First now.", "A note by A.", "A note by C."]);
    let base = read(&base);
    let alone = compiled(&base, &[("A".to_owned(), read(&edited))]);
    let accepted = read(&read(&compilation(&base, &alone.model)).accept());
    assert_eq!(accepted.part_texts(), read(&edited).part_texts());
}

/// Trap 31: headers.
#[test]
fn headers() {
    let all = held(
        &headed(&three(), "Draft one"),
        &[("A", headed(&three(), "Draft two"))],
    );
    assert_eq!(told(&all.model), ["header:1 1:6-9 Replace 'one' > 'two' A"]);
}

/// Trap 18: a return on top of another one. What it took over is the other's, and no support for it.
#[test]
fn built_on_another_return() {
    let first = p(&format!(
        "{}{}{}",
        r("One "),
        ins("Ana", "long "),
        r("two three four five six.")
    ));
    let both = p(&format!(
        "{}{}{}{}",
        r("One "),
        ins("Ana", "long "),
        r("two three four five six"),
        ins("Ben", " indeed") + &r(".")
    ));
    let all = check(
        &three(),
        &[("A", &with(&first)), ("B", &with(&both))],
        &[
            "1:3-3 Insert '' > ' long' A",
            "1:27-27 Insert '' > ' indeed' B",
        ],
    );
    let returned = &all.model.returns[1];
    assert_eq!(returned.set_aside.len(), 1);
    assert_eq!(returned.set_aside[0].reason, "from:A");
    assert!(
        returned.warnings[0].contains("on top of the return of A"),
        "{:?}",
        returned.warnings
    );
    assert!(!all.needs_a_look());
    // The same file sent by two is support of two.
    let all = check(
        &three(),
        &[("A", &with(&first)), ("B", &with(&first))],
        &["1:3-3 Insert '' > ' long' A+B"],
    );
    assert!(
        all.model
            .returns
            .iter()
            .all(|each| each.set_aside.is_empty())
    );
}

/// Trap 19: the wrong base, a cover note, only one chapter.
#[test]
fn not_about_the_base() {
    let lines: Vec<String> = (0..40)
        .map(|n| format!("Sentence {n} says number {n} and no other."))
        .collect();
    let strs: Vec<&str> = lines.iter().map(String::as_str).collect();
    let base = plain(&strs);
    let letter = plain(&[
        "Dear colleagues,",
        "Please find our comments.",
        "With kind regards",
    ]);
    let all = check(&base, &[("A", &(letter + &base))], &[]);
    assert!(all.needs_a_look());
    assert_eq!(all.model.returns[0].set_aside[0].reason, "outside-base");
    let chapter = plain(&strs[10..16]).replace("number 12", "number twelve");
    let all = check(
        &base,
        &[("A", &chapter)],
        &["13:24-26 Replace '12' > 'twelve' A"],
    );
    assert!(all.needs_a_look());
    assert!(
        all.model.returns[0]
            .set_aside
            .iter()
            .all(|each| each.reason == "outside-base")
    );
    let other = plain(&[
        "Nothing of this",
        "stands in the base",
        "at all, not a word.",
    ]);
    let all = held(&file(&base), &[("A", file(&other))]);
    assert!(all.look[0].contains("another text"), "{:?}", all.look);
}

/// A return made on the draft before: what the two drafts differ in is nobody's proposal.
#[test]
fn rebased_on_an_earlier_version() {
    let earlier = plain(&["One two three four five.", "Alpha beta gamma.", END]);
    let returned = plain(&[
        "One two three four five.",
        "Alpha beta gamma.",
        "The very end of the text.",
    ]);
    let (base, earlier, returned) = (
        read(&file(&three())),
        read(&file(&earlier)),
        read(&file(&returned)),
    );
    let submission = redline::Submission {
        organisation: "A",
        document: &returned,
        sha256: "a",
    };
    let all = redline::compile(&base, "base", std::slice::from_ref(&earlier), &[submission]);
    assert_eq!(told(&all.model), ["3:3-3 Insert '' > ' very' A"]);
    let aside = &all.model.returns[0].set_aside;
    assert!(
        !aside.is_empty() && aside.iter().all(|each| each.reason == "rebased"),
        "{aside:?}"
    );
    projected(&base, &all.model, "A", &returned);
    assert!(all.model.returns[0].warnings[0].contains("earlier version"));
}

/// Trap 22: a row here, a column there, a moved row, a nested table.
#[test]
fn tables() {
    let rows = [
        row(&["a one", "a two"]),
        row(&["b one", "b two"]),
        row(&["c one", "c two"]),
    ];
    let moved = [rows[1].clone(), rows[2].clone(), rows[0].clone()];
    check(
        &(table(&rows) + &three()),
        &[("A", &(table(&moved) + &three()))],
        &[
            "1:0-5 RowDelete 'a one\ta two' > '' A",
            "6:5-5 RowInsert '' > 'a one\ta two' A",
        ],
    );
    let wider = [
        row(&["a one", "a two", "x"]),
        row(&["b one", "b two", "y"]),
        row(&["c one", "c two", "z"]),
    ];
    let longer = [
        rows[0].clone(),
        rows[1].clone(),
        row(&["new one", "new two"]),
        rows[2].clone(),
    ];
    check(
        &(table(&rows) + &three()),
        &[
            ("A", &(table(&longer) + &three())),
            ("B", &(table(&wider) + &three())),
        ],
        &[
            "2:5-5 Other '' > '\nx' B",
            "4:5-5 Other '' > '\ny' B",
            "4:5-5 RowInsert '' > 'new one\tnew two' A",
            "6:5-5 Other '' > '\nz' B",
        ],
    );
    let nest = |word: &str| {
        let inner = table(&[row(&["inner one", word])]);
        let cell = format!("<w:tr><w:tc>{}{inner}<w:p/></w:tc></w:tr>", p(&r("outer")));
        table(&[cell]) + &three()
    };
    check(
        &nest("inner two"),
        &[("A", &nest("inner 2"))],
        &["3:6-9 Replace 'two' > '2' A"],
    );
}

/// Traps 23 and 24: fields, links and content controls.
#[test]
fn fields_links_and_controls() {
    let field = |code: &str, result: &str| {
        p(&format!(
            "{}<w:fldSimple w:instr=\"{code}\">{}</w:fldSimple>{}",
            r("See page "),
            r(result),
            r(" below.")
        ))
    };
    let all = check(&field("PAGE", "3"), &[("A", &field("PAGE", "12"))], &[]);
    assert_eq!(all.model.returns[0].set_aside[0].reason, "field");
    assert!(!all.needs_a_look());
    check(
        &field("REF a", "3"),
        &[("A", &field("REF b", "3"))],
        &["1:9-10 Other '3' > '3' A {\"field\": \"REF b\"}"],
    );
    let link = |to: &str| {
        p(&format!(
            "{}<w:hyperlink w:anchor=\"{to}\">{}</w:hyperlink>",
            r("See "),
            r("there.")
        ))
    };
    check(
        &link("one"),
        &[("A", &link("two"))],
        &["1:4-10 Other 'there.' > 'there.' A {\"link\": \"#two\"}"],
    );
    let control = |word: &str| {
        format!(
            "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>{}",
            p(&r(word)),
            p(&r(TWO))
        )
    };
    check(
        &control("Name of the contact"),
        &[("A", &control("Name of our contact"))],
        &["1:8-11 Replace 'the' > 'our' A"],
    );
}

/// Trap 35: choices in a conflict, and somebody's own words for an idea.
#[test]
fn choices_over_all_kinds() {
    use std::collections::BTreeMap;

    use redline::choices::{Choice, ChoiceProblem, edits};

    let base = file(&three());
    let split = plain(&["One two three", "four five six.", TWO, END]);
    let moved = plain(&[ONE, END, TWO]);
    let bold = p(&format!(
        "{}{}{}",
        r("One "),
        set("<w:b/>", "two"),
        r(" three four five six.")
    ));
    let all = held(
        &base,
        &[
            ("A", file(&split)),
            ("B", file(&moved)),
            ("C", file(&with(&bold))),
        ],
    );
    let take: BTreeMap<String, Choice> = all
        .model
        .amendments
        .iter()
        .map(|each| (each.id.clone(), Choice::Take))
        .collect();
    let document = read(&base);
    let made = edits(&all.model, &take).expect("nothing clashes");
    let clean = crate::writing::check_edits(&document, &made);
    assert_eq!(clean, ["One two three", "four five six.", END, TWO]);
    let conflict = held(
        &base,
        &[
            ("A", file(&plain(&[TWO, END]))),
            ("B", file(&plain(&[TWO, END, ONE]))),
        ],
    );
    let take: BTreeMap<String, Choice> = conflict
        .model
        .amendments
        .iter()
        .map(|each| (each.id.clone(), Choice::Take))
        .collect();
    assert!(matches!(
        edits(&conflict.model, &take),
        Err(ChoiceProblem::Clash { .. })
    ));
}
