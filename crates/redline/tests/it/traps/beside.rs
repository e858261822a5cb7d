//! Traps beside the running text: letterheads, notes, headers, fields; and choices over all of it.

use crate::writing::{compiled, read};
use redline::compilation;

use super::{
    END, ONE, TWO, check, file, headed, held, note, noted, p, plain, r, set, three, told, with,
};

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
