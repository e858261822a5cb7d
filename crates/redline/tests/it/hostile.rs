//! The hostile corpus: each file is refused for the right reason, or read with its warning and then survives
//! all that is done with a file. What is too large for a build without optimisation is tried by
//! `scripts/hostile`.

use redline::open;

use crate::corpus::{Case, PARTS, Verdict, billion_laughs, corpus, with_part};
use crate::fuzzing::exercise;

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
