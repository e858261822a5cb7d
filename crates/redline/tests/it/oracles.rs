//! Every kind of Word file that is written, held against readers that share no code with the crate: the
//! schema and its rules (`tests/oracle/schema.py`) and LibreOffice (`tests/oracle/office.py`).
//!
//! `scripts/test` installs both and says where; where they are not there, the tests say so. The files stay
//! in the build directory (`tmp/oracles`), so that one that was found can be looked at.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Tests write files; the crate does not.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::TestRunner;
use redline::choices::{Choice, edits};
use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRow, DraftRun, DraftStyle, word_file,
};
use redline::{Document, Edit, Submission, View, Whole, clean, compare, compilation, compile};
use serde_json::json;

use crate::files::{base_paragraphs, deeds, done, drafted};
use crate::shared_material::material;
use crate::writing::{read, texts};

#[path = "../../../unavoce/examples/returns.rs"]
#[allow(dead_code)] // Its `main` is another program's.
mod returns;

/// The files written in one go, and what each was made from.
struct Written {
    folder: PathBuf,
    /// Lines for `schema.py`: the file, its bases.
    schema: String,
    /// Lines for `office.py`: the file, its views.
    office: String,
    count: usize,
}

impl Written {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("oracles")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder in the build directory");
        Self {
            folder,
            schema: String::new(),
            office: String::new(),
            count: 0,
        }
    }

    /// Lays a file down that is nobody's result: a base.
    fn lay(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.join(format!("{name}.docx"));
        fs::write(&path, bytes).expect("a file in the build directory");
        path
    }

    /// Takes a written file in, with the files that it was made from.
    fn take(&mut self, name: &str, bytes: &[u8], bases: &[&Path]) -> PathBuf {
        let path = self.lay(name, bytes);
        let line: Vec<_> = [path.as_path()]
            .iter()
            .chain(bases)
            .map(|p| p.display().to_string())
            .collect();
        self.schema.push_str(&(line.join("\t") + "\n"));
        let file = read(bytes);
        let job = json!({
            "file": path,
            "accept": texts(&file, View::Accept),
            "reject": texts(&file, View::Reject),
        });
        self.office.push_str(&format!("{job}\n"));
        self.count += 1;
        path
    }

    /// Compiles returns over a base; gives the model and takes in the compilation and, where some
    /// amendments can all be taken, the redline and the clean text of every second one.
    fn compiled(&mut self, name: &str, base: &Path, returned: &[(String, PathBuf)]) {
        let open = |path: &Path| read(&fs::read(path).expect("a file"));
        let document = open(base);
        let opened: Vec<(String, Document)> = returned
            .iter()
            .map(|(organisation, path)| (organisation.clone(), open(path)))
            .collect();
        let submissions: Vec<Submission<'_>> = opened
            .iter()
            .map(|(organisation, document)| Submission {
                organisation,
                document,
                sha256: organisation,
            })
            .collect();
        let model = compile(&document, "base", &[], &submissions).model;
        let mut bases: Vec<&Path> = vec![base];
        bases.extend(returned.iter().map(|(_, path)| path.as_path()));
        let file = compilation(&document, &model);
        self.take(&format!("{name}-compilation"), &file, &bases);
        let free = model.amendments.iter().filter(|a| a.conflict.is_none());
        let choices: BTreeMap<String, Choice> = free
            .zip([Choice::Take, Choice::Take, Choice::Bracket].iter().cycle())
            .map(|(amendment, choice)| (amendment.id.clone(), choice.clone()))
            .collect();
        if let Ok(made) = edits(&model, &choices) {
            self.edited(name, &document, base, &made);
        }
    }

    fn edited(&mut self, name: &str, document: &Document, base: &Path, made: &[Edit]) {
        let marked = redline::redline(document, made);
        self.take(&format!("{name}-redline"), &marked, &[base]);
        self.take(&format!("{name}-clean"), &clean(document, made), &[base]);
    }

    /// Both oracles at once; fails with all that they found.
    fn check(self) {
        let mut running = Vec::new();
        let mut told = Vec::new();
        for (variable, script, lines) in [
            ("UNAVOCE_TEST_PYTHON", "schema.py", &self.schema),
            ("UNAVOCE_TEST_OFFICE_PYTHON", "office.py", &self.office),
        ] {
            match env::var_os(variable) {
                Some(python) => running.push((script, started(python, script, lines))),
                None => println!("skipped: {script}, for {variable} is not set"),
            }
        }
        for (script, child) in running {
            let output = child.wait_with_output().expect("an end");
            let (out, error) = (
                String::from_utf8_lossy(&output.stdout),
                String::from_utf8_lossy(&output.stderr),
            );
            println!("{script}: {}", error.trim());
            if !output.status.success() {
                told.push(format!("{script}:\n{out}{error}"));
            }
        }
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}

fn started(python: OsString, script: &str, lines: &str) -> Child {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracle");
    let mut child = Command::new(python)
        .arg(scripts.join(script))
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the Python that scripts/test names");
    let mut input = child.stdin.take().expect("a pipe");
    // Both scripts read all their input before they say anything.
    input.write_all(lines.as_bytes()).expect("a reader");
    child
}

fn change(kind: ChangeKind) -> Change {
    Change {
        kind,
        author: "Nadia Thistle".into(),
        date: Some("2026-03-01T09:00:00Z".into()),
    }
}

/// A list, a table, a heading; each part of it is edited by somebody below.
fn text() -> Vec<DraftParagraph> {
    let plain = DraftParagraph::plain;
    let row = |one: &str, two: &str| DraftRow {
        cells: vec![vec![DraftRun::plain(one)], vec![DraftRun::plain(two)]],
        change: None,
    };
    vec![
        plain(DraftStyle::Title, "On the work of ports"),
        plain(
            DraftStyle::Numbered,
            "States shall protect all victims. They shall report each year.",
        ),
        plain(
            DraftStyle::Numbered,
            "Ports should answer a complaint within thirty days.",
        ),
        plain(DraftStyle::Bullet, "wages, rest, food & water <as agreed>;"),
        plain(
            DraftStyle::Table(vec![row("Who", "When"), row("Ports", "Each year")]),
            "",
        ),
        plain(DraftStyle::Heading(1), "Follow-up"),
        plain(DraftStyle::Body, "A last paragraph, which may go."),
    ]
}

/// What four organisations make of it: words and a conflict, a paragraph split and one joined, paragraphs
/// in and out at the very end, rows in and out, remarks.
fn marked() -> Vec<Vec<DraftParagraph>> {
    let plain = DraftParagraph::plain;
    let inserted = |text: &str| DraftRun {
        change: Some(change(ChangeKind::Inserted)),
        ..DraftRun::plain(text)
    };
    let deleted = |text: &str| DraftRun {
        change: Some(change(ChangeKind::Deleted)),
        ..DraftRun::plain(text)
    };
    let mut first = text();
    first[1].runs = vec![
        DraftRun::plain("States "),
        deleted("shall"),
        inserted("should"),
        DraftRun {
            comment: Some(DraftComment {
                author: "Nadia Thistle".into(),
                date: None,
                text: "Softer?\nAs agreed.".into(),
            }),
            ..DraftRun::plain(" protect all victims. They shall report each year.")
        },
    ];
    first[6].mark = Some(change(ChangeKind::Inserted));
    first.push(DraftParagraph {
        style: DraftStyle::Body,
        runs: vec![inserted("And one more.")],
        mark: None,
    });
    let mut second = text();
    second[1] = plain(
        DraftStyle::Numbered,
        "States must protect all victims and witnesses.",
    );
    second.insert(
        2,
        plain(DraftStyle::Numbered, "They shall report each year."),
    );
    second.pop();
    let mut third = text();
    third[5].mark = Some(change(ChangeKind::Deleted));
    third[6].runs = vec![deleted("A last paragraph, which may go.")];
    if let DraftStyle::Table(rows) = &mut third[4].style {
        rows[1].change = Some(change(ChangeKind::Deleted));
        rows.push(DraftRow {
            cells: vec![vec![inserted("Ships")], vec![inserted("Each month")]],
            change: Some(change(ChangeKind::Inserted)),
        });
    }
    let mut fourth = text();
    fourth.remove(2);
    fourth.push(plain(DraftStyle::Body, "An end\twith a tab\nand a break."));
    if let DraftStyle::Table(rows) = &mut fourth[3].style {
        rows.remove(0);
        rows[0].cells[1] = vec![DraftRun::plain("Every half year")];
    }
    vec![first, second, third, fourth]
}

fn returned_by(written: &Written, name: &str, files: &[Vec<u8>]) -> Vec<(String, PathBuf)> {
    let lay = |(rank, bytes): (usize, &Vec<u8>)| {
        let path = written.lay(&format!("{name}-return{rank}"), bytes);
        (format!("ORG{rank}"), path)
    };
    files.iter().enumerate().map(lay).collect()
}

fn both_ways(written: &mut Written, name: &str, before: &Path, after: &Path) {
    for (way, from, to) in [("forth", before, after), ("back", after, before)] {
        let (one, other) = (
            fs::read(from).expect("a file"),
            fs::read(to).expect("a file"),
        );
        let compared = compare(&read(&one), &read(&other), "Una Voce");
        written.take(&format!("{name}-{way}"), &compared.word, &[from, to]);
    }
}

fn resolved(written: &mut Written, name: &str, tracked: &Path) -> PathBuf {
    let file = read(&fs::read(tracked).expect("a file"));
    written.take(&format!("{name}-accepted"), &file.accept(), &[tracked]);
    written.take(&format!("{name}-rejected"), &file.reject(), &[tracked])
}

#[test]
fn files_from_made_material_pass_the_oracles() {
    let mut written = Written::new("made");
    let base = written.take("text", &word_file(Some("Ports"), &text()), &[]);
    let mut noted = text();
    for (at, words) in [(1, "As in the Convention."), (6, "See page 3 & 4.")] {
        noted[at].runs[0].note = Some(words.to_owned());
    }
    written.take("noted", &word_file(Some("Ports"), &noted), &[]);
    let files: Vec<Vec<u8>> = marked().iter().map(|m| word_file(None, m)).collect();
    let returned = returned_by(&written, "text", &files);
    for (name, path) in &returned {
        both_ways(&mut written, &format!("text-{name}"), &base, path);
        resolved(&mut written, &format!("text-{name}"), path);
    }
    written.compiled("text", &base, &returned);

    let (base, files) = returns::files(4, 30);
    let base = written.take("ports", &base, &[]);
    let returned = returned_by(&written, "ports", &files);
    written.compiled("ports", &base, &returned);

    edges(&mut written);

    let mut runner = TestRunner::deterministic();
    let all = (base_paragraphs(), proptest::collection::vec(deeds(), 1..4));
    for round in 0..12 {
        let (base, deeds) = all.new_tree(&mut runner).expect("a draft").current();
        let draft = drafted(&base);
        let name = format!("random{round:02}");
        let base = written.lay(&format!("{name}-base"), &word_file(None, &draft));
        let files: Vec<Vec<u8>> = deeds
            .iter()
            .map(|deeds| word_file(None, &done(&draft, deeds, "Person")))
            .collect();
        let returned = returned_by(&written, &name, &files);
        written.compiled(&name, &base, &returned);
    }
    assert!(written.count > 50, "{} files", written.count);
    written.check();
}

/// Paragraphs and rows that come and go at the ends of cells, of tables and of the text.
fn edges(written: &mut Written) {
    let base = word_file(None, &text());
    let path = written.lay("edges-base", &base);
    let document = read(&base);
    // Paragraphs from 1: title, two numbered, bullet, four cells, heading, body.
    let last = texts(&document, View::Accept).len();
    let new = || Whole::InsertParagraphsAfter(vec!["new".into(), "newer".into()]);
    let row = || Whole::InsertRowAfter(vec!["one\ntwo".into(), "three".into()]);
    let cases: [(&str, &[(usize, Whole)]); 12] = [
        ("before-all", &[(0, new())]),
        ("after-all", &[(last, new())]),
        ("last-gone", &[(last, Whole::DeleteParagraph)]),
        (
            "last-replaced",
            &[(last, Whole::DeleteParagraph), (last, new())],
        ),
        ("first-gone", &[(1, Whole::DeleteParagraph)]),
        ("before-table", &[(4, new()), (4, Whole::DeleteParagraph)]),
        ("in-cell", &[(8, new())]),
        ("cell-emptied", &[(8, Whole::DeleteParagraph)]),
        ("cell-replaced", &[(5, Whole::DeleteParagraph), (5, new())]),
        ("row-in", &[(5, row()), (7, row())]),
        (
            "rows-gone",
            &[(5, Whole::DeleteRow(0)), (7, Whole::DeleteRow(0))],
        ),
        (
            "rows-exchanged",
            &[
                (5, Whole::DeleteRow(0)),
                (7, Whole::DeleteRow(0)),
                (7, row()),
            ],
        ),
    ];
    for (name, blocks) in cases {
        let made: Vec<Edit> = blocks
            .iter()
            .map(|(paragraph, whole)| Edit {
                paragraph: *paragraph,
                author: "IOM".into(),
                whole: Some(whole.clone()),
                ..Edit::default()
            })
            .collect();
        written.edited(&format!("edges-{name}"), &document, &path, &made);
    }
}

#[test]
fn files_from_public_material_pass_the_oracles() {
    let Some(data) = material() else { return };
    let mut written = Written::new("public");
    for pair in folders(&data.join("pairs")) {
        let name = last_name(&pair);
        let (before, after) = (pair.join("before.docx"), pair.join("after.docx"));
        both_ways(&mut written, &name, &before, &after);
    }
    for case in folders(&data.join("goldens")) {
        let (name, tracked) = (last_name(&case), case.join("tracked.docx"));
        let rejected = resolved(&mut written, &name, &tracked);
        written.compiled(&name, &rejected, &[("A".into(), tracked)]);
    }
    let file = |name: &str| data.join("returns").join(format!("{name}.docx"));
    for (base, returned) in [
        ("RC001-Before", &["RC001-After1", "RC001-After2"][..]),
        ("RC004-Before", &["RC004-After1", "RC004-After2"]),
        ("RC007-Endnotes-Before", &["RC007-Endnotes-After"]),
        (
            "RC100-Conflict-Base",
            &["RC100-Conflict-Alice", "RC100-Conflict-Bob"],
        ),
    ] {
        let returned: Vec<_> = returned
            .iter()
            .map(|name| ((*name).to_owned(), file(name)))
            .collect();
        written.compiled(base, &file(base), &returned);
    }
    made_returns(&data, &mut written);
    assert!(written.count > 150, "{} files", written.count);
    written.check();
}

/// A text of twenty pages in ten versions, with tracking on and with tracking off: besides the other oracles,
/// each edit that was made must be named in the Word file.
fn made_returns(data: &Path, written: &mut Written) {
    let maker = data.join("../../tools/make_returns.py");
    let (Some(python), true) = (env::var_os("UNAVOCE_TEST_PYTHON"), maker.is_file()) else {
        println!("skipped: make_returns.py or UNAVOCE_TEST_PYTHON not present");
        return;
    };
    let said = |arguments: &[&OsStr]| {
        let output = Command::new(&python)
            .args(arguments)
            .output()
            .expect("Python");
        let (out, error) = (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        );
        assert!(output.status.success(), "{out}{error}");
        out
    };
    let out = written.folder.join("made-returns");
    said(&[
        maker.as_os_str(),
        out.as_os_str(),
        "10".as_ref(),
        "7".as_ref(),
    ]);
    let (ledger, base) = (out.join("ledger.json"), out.join("base.docx"));
    let in_order = "import json, sys; print(*json.load(open(sys.argv[1])), sep='\\n')";
    let names = said(&["-c".as_ref(), in_order.as_ref(), ledger.as_os_str()]);
    let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracle/named.py");
    for kind in ["tracked", "silent"] {
        let numbered = names.lines().enumerate();
        let returned: Vec<_> = numbered
            .map(|(rank, name)| (name.to_owned(), out.join(format!("{kind}_{rank:02}.docx"))))
            .collect();
        written.compiled(kind, &base, &returned);
        let compilation = written.folder.join(format!("{kind}-compilation.docx"));
        let files = [&checker, &compilation, &ledger, &base].map(|path| path.as_os_str());
        print!("{kind}: {}", said(&[&files[..], &[kind.as_ref()]].concat()));
    }
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).expect("the material");
    let mut all: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    all.sort();
    all
}

fn last_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
