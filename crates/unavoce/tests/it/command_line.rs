//! `compile` and `docx` as scripts rely on them: exit statuses, what is written, what is told.

use std::fs;
use std::net::TcpListener;

use redline::draft::{ChangeKind, DraftParagraph, DraftRun, DraftStyle, word_file};
use serde_json::Value;

use crate::bench::{Bench, Ran};
use crate::server::{Server, unavoce};
use crate::word::{self, noted, rewritten};

const TEXT: [&str; 3] = [
    "States should protect workers.",
    "No fee is charged.",
    "The Group will report yearly.",
];

/// What a compilation writes.
const FILES: [&str; 4] = [
    "compilation.docx",
    "dispositions.docx",
    "dispositions.xlsx",
    "amendments.json",
];

fn bench() -> Bench {
    let bench = Bench::new();
    bench.put("base.docx", &word::plain(&TEXT));
    bench
}

/// Compiles into the folder `out`.
fn compile(bench: &Bench, arguments: &[&str]) -> Ran {
    bench.run(&[&["compile", "base.docx", "--out", "out"], arguments].concat())
}

fn model(bench: &Bench) -> Value {
    serde_json::from_slice(&bench.read("out/amendments.json")).unwrap()
}

/// "should" → `to` in the first paragraph, tracked.
fn tracked(author: &str, to: &str) -> Vec<u8> {
    let body = DraftStyle::Body;
    let first = word::replaced(
        body.clone(),
        author,
        ["States ", "should", to, " protect workers."],
    );
    let rest = TEXT[1..]
        .iter()
        .map(|text| DraftParagraph::plain(body.clone(), *text));
    word_file(
        None,
        &std::iter::once(first).chain(rest).collect::<Vec<_>>(),
    )
}

/// The last paragraph typed over, tracking off.
fn silent(to: &str) -> Vec<u8> {
    word::plain(&[TEXT[0], TEXT[1], to])
}

#[test]
fn a_compilation_is_written_with_its_model_and_told_on_the_terminal() {
    let bench = bench();
    bench.put("a.docx", &tracked("Ada", "shall"));
    bench.put("b.docx", &tracked("Bo", "may"));
    bench.put("c.docx", &silent("The Group will report every month."));
    let ran = compile(&bench, &["A=a.docx", "B of the Sea=b.docx", "C=c.docx"]);
    assert_eq!(
        ran.status, 0,
        "untracked edits alone are done: {}",
        ran.told
    );
    assert!(
        ran.out.contains("3 returns") && ran.out.contains("1 conflict"),
        "{}",
        ran.out
    );
    for told in [
        "C             1 amendment  0 comments  typed without tracking",
        "paragraph 1",
        "B of the Sea  replace “should” with “may”",
        "Written into out:",
        "dispositions.xlsx",
    ] {
        assert!(ran.out.contains(told), "no {told} in {}", ran.out);
    }
    let model = model(&bench);
    assert_eq!(model["schema"], 1);
    let tracking: Vec<_> = model["returns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["tracking"].as_str().unwrap())
        .collect();
    assert_eq!(tracking, ["tracked", "tracked", "untracked"]);
    assert_eq!(model["conflicts"].as_array().unwrap().len(), 1);
    // The compilation refused is the base.
    bench.run(&["docx", "reject", "out/compilation.docx", "back.docx"]);
    let texts = |file| bench.run(&["docx", "text", file]).out;
    assert_eq!(texts("back.docx"), texts("base.docx"));
    let inspected = bench.run(&["docx", "inspect", "out/compilation.docx"]).out;
    for organisation in ["A", "B of the Sea", "C"] {
        assert!(inspected.contains(organisation), "{inspected}");
    }
}

#[test]
fn the_table_of_dispositions_has_a_row_for_each_amendment_and_comment() {
    let bench = bench();
    bench.put("a.docx", &tracked("Ada", "shall"));
    bench.put("b.docx", &tracked("Bo", "may"));
    let remark = word::commented(DraftStyle::Body, "Cy", TEXT[2], "=Why yearly?");
    let plain = |text| DraftParagraph::plain(DraftStyle::Body, text);
    let commented = word_file(None, &[plain(TEXT[0]), plain(TEXT[1]), remark]);
    bench.put("c.docx", &commented);
    let ran = compile(&bench, &["A=a.docx", "B=b.docx", "C=c.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.told);
    let table = bench.run(&["docx", "text", "out/dispositions.docx"]).out;
    let cells: Vec<&str> = table.lines().skip(1).collect();
    let rows: Vec<String> = cells
        .chunks_exact(10)
        .map(|row| row[..6].join("|"))
        .collect();
    assert_eq!(
        rows[1..],
        [
            "1|A|1|replacement|should|replace “should” with “shall”",
            "2|B|1|replacement|should|replace “should” with “may”",
            "3|C|3|comment|The Group will report yearly.|=Why yearly?",
        ],
        "{table}"
    );
    assert_eq!(cells[10 + 7], "2", "the conflict is not named");
    let bytes = bench.read("out/dispositions.xlsx");
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut words = String::new();
    let mut part = book.by_name("xl/sharedStrings.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut words).unwrap();
    for word in [
        "replace “should” with “shall”",
        "=Why yearly?",
        "In conflict with",
    ] {
        assert!(words.contains(word), "no {word} in {words}");
    }
}

#[test]
fn the_order_of_the_returns_and_what_was_there_before_change_nothing() {
    let bench = bench();
    bench.put("a.docx", &tracked("Ada", "shall"));
    bench.put("b.docx", &tracked("Bo", "shall"));
    bench.put("c.docx", &silent("The Group reports."));
    let mut made = Vec::new();
    for order in [
        ["A=a.docx", "B=b.docx", "C=c.docx"],
        ["C=c.docx", "B=b.docx", "A=a.docx"],
    ] {
        assert_eq!(compile(&bench, &order).status, 0);
        made.push(FILES.map(|name| bench.read(&format!("out/{name}"))));
        for name in FILES {
            bench.put(&format!("out/{name}"), b"old");
        }
    }
    for (index, name) in FILES.iter().enumerate() {
        assert!(
            made[0][index] == made[1][index],
            "the order of the returns shows in {name}"
        );
        assert_ne!(made[1][index], b"old", "{name} was not replaced");
    }
    assert_eq!(
        fs::read_dir(bench.path("out")).unwrap().count(),
        FILES.len(),
        "something else was left there"
    );
}

#[test]
fn wrong_use_is_2_and_writes_nothing() {
    let bench = bench();
    bench.put("a.docx", &tracked("Ada", "shall"));
    let cases: [(&[&str], &str); 8] = [
        (&["A=a.docx", "--layout", "colours"], "possible values"),
        (&["A=a.docx", "A=base.docx"], "A stands twice"),
        (&["A=a.docx", "A =base.docx"], "A stands twice"),
        (&[" =a.docx"], "ORG=RETURN.docx"),
        (&["a.docx"], "ORG=RETURN.docx"),
        (&["=a.docx"], "ORG=RETURN.docx"),
        (&["A=a.docx", "--layout", "poetry"], "--layout"),
        (&[], "required"),
    ];
    for (arguments, sentence) in cases {
        let ran = compile(&bench, arguments);
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.told);
        assert!(ran.told.contains(sentence), "{arguments:?}: {}", ran.told);
        assert!(!bench.path("out").exists(), "{arguments:?} wrote something");
    }
}

#[test]
fn a_refused_file_is_3_and_leaves_what_was_there() {
    let bench = bench();
    bench.put("a.docx", &tracked("Ada", "shall"));
    bench.put("bomb.docx", &word::bomb());
    bench.put("letter.docx", b"Dear colleagues");
    bench.put("empty.docx", b"");
    fs::create_dir(bench.path("out")).unwrap();
    bench.put("out/amendments.json", b"kept");
    for (name, sentence) in [
        ("bomb.docx", "This file is not read because"),
        ("letter.docx", "This is not a Word file"),
        ("empty.docx", "This file is empty"),
        ("missing.docx", "failed to read missing.docx"),
    ] {
        let ran = compile(&bench, &["A=a.docx", &format!("B={name}")]);
        assert_eq!(ran.status, 3, "{name}: {}", ran.told);
        assert!(
            ran.told.contains(sentence) && ran.told.contains(name),
            "{name}: {}",
            ran.told
        );
        assert_eq!(bench.read("out/amendments.json"), b"kept", "{name}");
        let there = fs::read_dir(bench.path("out")).unwrap().count();
        assert_eq!(there, 1, "{name}: something was written");
        assert_eq!(bench.run(&["docx", "text", name]).status, 3, "{name}");
        assert_eq!(
            bench.run(&["docx", "accept", name, "accepted.docx"]).status,
            3,
            "{name}"
        );
        assert!(!bench.path("accepted.docx").exists(), "{name}");
    }
}

#[test]
fn changes_in_notes_and_headers_are_amendments() {
    let bench = bench();
    bench.put("base.docx", &noted(&TEXT));
    bench.put("same.docx", &noted(&TEXT));
    assert_eq!(
        compile(&bench, &["A=same.docx"]).status,
        0,
        "nothing was changed"
    );
    for (part, from, to) in [
        (
            "footnote:2",
            "A note of the base.",
            "A note of another mind.",
        ),
        ("header:1", "Not for circulation", "For everybody"),
    ] {
        let edited = rewritten(&noted(&TEXT), |_, text| *text = text.replace(from, to));
        bench.put("edited.docx", &edited);
        let ran = compile(&bench, &["A=edited.docx"]);
        assert_eq!(ran.status, 0, "{part}: {} {}", ran.out, ran.told);
        let model = model(&bench);
        assert_eq!(
            model["returns"][0]["set_aside"].as_array().unwrap().len(),
            0
        );
        let amendments = model["amendments"].as_array().unwrap();
        assert!(!amendments.is_empty(), "{part}");
        assert!(
            amendments.iter().all(|one| one["part"] == part),
            "{amendments:?}"
        );
        let compilation = redline::open(&bench.read("out/compilation.docx")).unwrap();
        let accepted = redline::open(&compilation.accept()).unwrap();
        let texts = accepted.part_texts();
        let found = texts.iter().find(|one| one.0 == part).unwrap();
        assert_eq!(found.1, [to], "{part}");
    }
}

#[test]
fn a_base_with_pending_changes_and_a_wrong_base_are_1() {
    let bench = bench();
    bench.put("a.docx", &silent("The Group will report every month."));
    bench.put("base.docx", &tracked("Ada", "shall"));
    let ran = compile(&bench, &["A=a.docx"]);
    assert_eq!(ran.status, 1, "{}", ran.told);
    assert!(ran.told.contains("please look"), "{}", ran.told);
    bench.put("base.docx", &word::plain(&TEXT));
    let other: Vec<String> = (0..12)
        .map(|n| format!("Quite another matter, number {n}, about railways and bridges."))
        .collect();
    let other: Vec<&str> = other.iter().map(String::as_str).collect();
    bench.put("other.docx", &word::plain(&other));
    assert_eq!(
        compile(&bench, &["A=other.docx"]).status,
        1,
        "a wrong base needs a look"
    );
}

#[test]
fn one_file_is_read_taken_refused_and_inspected() {
    let bench = bench();
    let body = DraftStyle::Body;
    let paragraphs = [
        DraftParagraph::plain(DraftStyle::Heading(1), "On fees"),
        word::replaced(
            DraftStyle::Numbered,
            "Ada",
            ["Workers pay ", "something", "nothing", "."],
        ),
        word::whole(body.clone(), "Bo", ChangeKind::Inserted, "A new paragraph."),
        word::whole(body.clone(), "Bo", ChangeKind::Deleted, "An old paragraph."),
        word::commented(body.clone(), "Cy", "With a remark.", "Is this so?"),
        DraftParagraph {
            style: body,
            runs: vec![DraftRun::plain("Two\nlines.")],
            mark: None,
        },
    ];
    bench.put("in.docx", &word_file(None, &paragraphs));
    let accepted =
        "On fees\nWorkers pay nothing.\nA new paragraph.\nWith a remark.\nTwo\u{2028}lines.\n";
    let rejected =
        "On fees\nWorkers pay something.\nAn old paragraph.\nWith a remark.\nTwo\u{2028}lines.\n";
    let text = |arguments: &[&str]| bench.run(&[&["docx", "text"], arguments].concat()).out;
    assert_eq!(text(&["in.docx"]), accepted);
    assert_eq!(text(&["in.docx", "--view", "reject"]), rejected);
    let json: Value = serde_json::from_str(&text(&["in.docx", "--json"])).unwrap();
    assert_eq!(
        (&json["schema"], &json["view"]),
        (&Value::from(1), &Value::from("accept"))
    );
    assert_eq!(json["paragraphs"][1]["label"], "1.");
    assert_eq!(json["paragraphs"][1]["paragraph"], 2);
    assert_eq!(json["paragraphs"][4]["text"], "Two\nlines.");
    bench.put("out.docx", b"old");
    for (command, expected) in [("accept", accepted), ("reject", rejected)] {
        assert_eq!(
            bench.run(&["docx", command, "in.docx", "out.docx"]).status,
            0
        );
        for view in ["accept", "reject"] {
            assert_eq!(
                text(&["out.docx", "--view", view]),
                expected,
                "{command}, {view}"
            );
        }
    }
    let inspected: Value =
        serde_json::from_str(&bench.run(&["docx", "inspect", "in.docx", "--json"]).out).unwrap();
    let words = inspected.to_string();
    for word in ["Ada", "Bo", "Cy", "Is this so?"] {
        assert!(words.contains(word), "{word}: {words}");
    }
}

#[test]
fn a_taken_port_is_2() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let bench = bench();
    for arguments in [vec!["demo"], vec!["serve", "--data", "data"]] {
        let ran = bench.run(&[arguments, vec!["--port", &port]].concat());
        assert_eq!(ran.status, 2, "{}", ran.told);
        assert!(
            ran.told.contains(&port) && ran.out.is_empty(),
            "{} {}",
            ran.told,
            ran.out
        );
    }
}

#[test]
fn the_demonstration_starts_at_the_instant_asked_and_goes_on_from_there() {
    let bench = bench();
    for at in ["soon", "+3", "3d", "+3w", "2026-12-01"] {
        let ran = bench.run(&["demo", "--port", "0", "--at", at]);
        assert_eq!(ran.status, 2, "{at}: {}", ran.told);
        assert!(ran.told.contains(at), "{}", ran.told);
    }
    let data = bench.path("data");
    let start = |at: Option<&str>| {
        let mut command = unavoce();
        command.args(["demo", "--port", "0", "--data"]).arg(&data);
        command.args(at.iter().flat_map(|at| ["--at", at]));
        Server::start(&mut command)
    };
    let time = |server: &Server| {
        let page = server.user("chair").page("/practice/today").told();
        let (_, rest) = page.split_once("Its time: ").unwrap();
        rest.split(" (Lisbon)").next().unwrap().to_owned()
    };
    let server = start(Some("2031-05-05T08:00:00Z"));
    assert!(
        time(&server).starts_with("Monday 5 May 2031, 09:0"),
        "{}",
        time(&server)
    );
    drop(server);
    let server = start(None);
    assert!(
        time(&server).starts_with("Monday 5 May 2031, 09:0"),
        "{}",
        time(&server)
    );
    drop(server);
    let roles: Vec<String> = start(Some("+3d")).lines.keys().cloned().collect();
    assert_eq!(
        roles,
        [
            "chair",
            "focal-point FDW",
            "focal-point HWF",
            "focal-point UIH",
            "head OSR",
            "listening on",
            "observer LLA",
            "public",
            "public-icat",
            "secretariat"
        ]
    );
}
