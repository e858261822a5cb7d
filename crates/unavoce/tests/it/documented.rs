//! `docs/procedures.md` names the tests that hold its rules, and each setting of the law.

use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[test]
fn each_rule_of_the_document_is_held_by_a_test_that_is_there() {
    let page = fs::read_to_string(root().join("docs/procedures.md")).unwrap();
    let mut held = 0;
    for (at, _) in page.match_indices("/tests/it") {
        let (before, after) = page.split_at(at);
        let start = before.rfind('`').expect("a path in code");
        let (rest, then) = after.split_once('`').expect("a path in code");
        let path = format!("{}{rest}", &before[start + 1..]);
        let code = fs::read_to_string(root().join("crates").join(&path))
            .unwrap_or_else(|_| panic!("{path} is not there"));
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name: String = then.trim_start().chars().take_while(|c| word(*c)).collect();
        if name.contains('_') {
            assert!(
                code.contains(&format!("fn {name}(")),
                "{path} has no test {name}"
            );
            held += 1;
        }
    }
    assert!(held > 35, "{held} tests are named");
}

#[test]
fn each_setting_about_procedures_stands_in_the_document() {
    let page = fs::read_to_string(root().join("docs/procedures.md")).unwrap();
    let about = [
        "silence.",
        "deadline.",
        "reminder.",
        "correction.",
        "vote.",
        "meeting.quorum",
        "meeting.attach",
    ];
    for (name, _) in group::settings::DEFAULTS.iter() {
        let asked = about.iter().any(|prefix| name.starts_with(prefix));
        assert!(!asked || page.contains(&format!("`{name}`")), "{name}");
    }
}
