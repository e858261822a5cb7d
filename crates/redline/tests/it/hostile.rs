//! The hostile corpus: each file is refused for the right reason, or read with its warning and then survives
//! all that is done with a file. What is too large for a build without optimisation is tried by
//! `scripts/hostile`.

use redline::{View, open};

use crate::archives::word;
use crate::corpus::{Case, PARTS, Verdict, billion_laughs, corpus, with_part};
use crate::fuzzing::exercise;
use crate::writing::{read, texts};

fn check(case: &Case) {
    let file = (case.make)();
    let name = case.name;
    match (open(&file), case.verdict) {
        (Err(refused), Verdict::Refused(code)) => {
            assert_eq!(refused.code(), code, "{name}: {refused}")
        }
        (Err(refused), _) => panic!("{name} is refused: {refused}"),
        (Ok(_), Verdict::Refused(_)) => panic!("{name} is read"),
        (Ok(document), verdict) => {
            let warnings = document.warnings().join(" ");
            match verdict {
                Verdict::Warned(words) => assert!(warnings.contains(words), "{name}: {warnings}"),
                _ => assert_eq!(warnings, "", "{name}"),
            }
            exercise(&file);
        }
    }
}

#[test]
fn each_hostile_file_meets_its_verdict() {
    for case in corpus().iter().filter(|case| !case.large) {
        check(case);
    }
}

#[test]
fn no_part_makes_anybody_laugh() {
    for part in PARTS {
        let refused = open(&with_part(part, billion_laughs())).err();
        assert_eq!(
            refused.map(|refused| refused.code()),
            Some("doctype"),
            "{part}"
        );
    }
}

#[test]
fn marks_out_of_place_take_nothing_with_them() {
    let body = "<w:p><w:trPr><w:del/></w:trPr><w:r><w:t>one</w:t></w:r></w:p>\
                <w:p><w:r><w:t>two</w:t></w:r><w:rPrChange><w:p/></w:rPrChange></w:p>\
                <w:sdtContent><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p></w:sdtContent>\
                <w:p><w:r><w:t>three</w:t></w:r></w:p>";
    let document = read(&word(body));
    for (view, resolved) in [
        (View::Accept, document.accept()),
        (View::Reject, document.reject()),
    ] {
        assert_eq!(
            texts(&read(&resolved), View::Accept),
            texts(&document, view)
        );
        assert_eq!(texts(&document, view)[..2], ["one", "two"]);
    }
}

#[test]
fn paragraphs_whose_ends_are_gone_are_joined_in_their_order() {
    let joined = |text: &str| {
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let (one, two, four) = (joined("one "), joined("two "), joined("four "));
    let body = format!("{one}{two}<w:p><w:r><w:t>three</w:t></w:r></w:p>{four}{two}");
    let document = read(&word(&body));
    let expect = ["one two three", "four two "];
    assert_eq!(texts(&document, View::Accept), expect);
    assert_eq!(texts(&read(&document.accept()), View::Accept), expect);
}
