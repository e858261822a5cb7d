//! A test file that nobody declared would be skipped in silence.

use std::fs;
use std::path::Path;

#[test]
fn each_file_of_integration_tests_is_declared() {
    let crates = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    for entry in fs::read_dir(crates).unwrap() {
        let tests = entry.unwrap().path().join("tests");
        if !tests.is_dir() {
            continue;
        }
        let main = fs::read_to_string(tests.join("it/main.rs")).unwrap_or_default();
        for file in fs::read_dir(tests.join("it")).into_iter().flatten() {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let code = path.is_dir() || path.extension().is_some_and(|e| e == "rs");
            if code && name != "main" {
                assert!(
                    main.contains(&format!("mod {name};")),
                    "{} is not declared",
                    path.display()
                );
            }
        }
        let outside = fs::read_dir(&tests).unwrap().filter(|file| {
            file.as_ref()
                .unwrap()
                .path()
                .extension()
                .is_some_and(|e| e == "rs")
        });
        assert_eq!(
            outside.count(),
            0,
            "{}: tests belong into tests/it",
            tests.display()
        );
    }
}
