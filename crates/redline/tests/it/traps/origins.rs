//! Traps of what a file was made on.

use crate::writing::read;

use super::{END, ONE, TWO, check, file, held, ins, p, plain, projected, r, three, told, with};

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

/// What is set aside before or behind the text leaves what is inserted beside it in its place.
#[test]
fn insertions_beside_another_text() {
    let letter = plain(&["A letter.", ""]) + &p(&(ins("Ana", "In all ") + &r(ONE)));
    let all = held(
        &file(&three()),
        &[("IOM", file(&(letter + &plain(&[TWO, END]))))],
    );
    assert_eq!(told(&all.model), ["1:0-0 Insert '' > 'In all ' IOM"]);
    assert_eq!(all.model.returns[0].set_aside[0].after, "A letter.\n\n");
    // Whoever applies them in their order comes to the same: what is set aside has none.
    assert_eq!(all.model.amendments[0].order, 1);
    let annex = "Another text. ".repeat(100);
    let behind = plain(&[ONE, TWO, &format!("{END} Indeed."), annex.trim()]);
    let all = held(&file(&three()), &[("IOM", file(&behind))]);
    assert_eq!(told(&all.model), ["3:20-20 Insert '' > ' Indeed.' IOM"]);
    assert!(
        all.model.returns[0].set_aside[0]
            .after
            .starts_with("\nAnother text.")
    );
}
