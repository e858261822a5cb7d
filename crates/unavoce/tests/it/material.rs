//! The program on public and generated material that lies beside the project, held against readers
//! that share no code with it. Where they are not there, the tests say so.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use redline::View;
use redline::draft::{ChangeKind, DraftParagraph, DraftStyle, word_file};
use serde_json::Value;

use crate::server::{Server, chosen, unavoce};
use crate::word;

/// One process for all independent readers: `TOOLS DIR OUT tracked|silent`, an object on standard output.
const READERS: &str = r"
import sys, json
tools, made, out, kind = sys.argv[1:5]
sys.path.insert(0, tools)
import ledger, project
from views import body, view, same
norm = project.norm
model = json.load(open(out + '/amendments.json'))
edits = json.load(open(made + '/ledger.json'))
base = made + '/base.docx'
total, missing = ledger.check(model, edits, base, kind == 'silent')
raw = project.raw_paragraphs(base)
differing = []
for index, organisation in enumerate(edits):
    got = [x for x in map(norm, project.project(model, base, organisation, raw)) if x]
    returned = view(body('%s/%s_%02d.docx' % (made, kind, index)), 'accept')
    if got != [x for x in map(norm, returned) if x]: differing.append(organisation)
whole = same(view(body(out + '/compilation.docx'), 'reject'), view(body(base), 'accept'))
print(json.dumps(dict(total=total, missing=[m[1] for m in missing], reject=whole, differing=differing)))
";

pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared")
        .join(path);
    found.exists().then_some(found)
}

pub(crate) fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    String::from_utf8(output.stdout).unwrap()
}

/// Returned versions of one base with a ledger of every edit: each is found under everyone who made it.
fn found_in_returns(count: usize) {
    let (Some(tools), Some(python)) = (shared("tools"), env::var_os("UNAVOCE_TEST_PYTHON")) else {
        println!("skipped: ../shared/tools or UNAVOCE_TEST_PYTHON not present");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path();
    let make = tools.join("make_returns.py");
    run(Command::new(&python)
        .arg(make)
        .arg(made)
        .args([&count.to_string(), "7"]));
    let ledger = fs::read_to_string(made.join("ledger.json")).unwrap();
    // The order in which the ledger names the organisations numbers their files.
    let names: Vec<&str> = ledger
        .lines()
        .filter_map(|line| line.strip_prefix('"')?.strip_suffix("\": ["))
        .filter(|name| *name != "at")
        .collect();
    assert_eq!(names.len(), count);
    for kind in ["tracked", "silent"] {
        let out = made.join(kind);
        let mut compile = unavoce();
        compile
            .arg("compile")
            .arg(made.join("base.docx"))
            .arg("--out")
            .arg(&out);
        for (index, name) in names.iter().enumerate() {
            compile.arg(format!("{name}={}/{kind}_{index:02}.docx", made.display()));
        }
        let compiled = compile.output().unwrap();
        let told = String::from_utf8_lossy(&compiled.stderr);
        assert_eq!(compiled.status.code(), Some(0), "{told}");
        let mut readers = Command::new(&python);
        readers
            .args(["-c", READERS])
            .arg(&tools)
            .arg(made)
            .arg(&out)
            .arg(kind);
        let read: Value = serde_json::from_str(&run(&mut readers)).unwrap();
        let missing: Vec<&str> = read["missing"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let total = read["total"].as_u64().unwrap();
        let found = total - missing.len() as u64;
        println!("{count} returns, {kind}: {found} of {total} found");
        assert_eq!(
            read["reject"], true,
            "{count} {kind}: the compilation refused is not the base"
        );
        assert_eq!(
            read["differing"].as_array().map(Vec::len),
            Some(0),
            "{}",
            read["differing"]
        );
        assert!(missing.is_empty(), "{count} {kind}: lost {missing:?}");
    }
}

#[test]
fn every_edit_of_ten_returns_is_found() {
    found_in_returns(10);
}

#[test]
fn every_edit_of_thirty_returns_is_found() {
    found_in_returns(30);
}

/// General Recommendation 38 of CEDAW: its lines, and how each is set.
fn recommendation() -> Option<Vec<(DraftStyle, String)>> {
    let path = shared("data/texts/cedaw_gc38_2020_trafficking_en.txt")?;
    let text = fs::read_to_string(path).unwrap();
    let set = |line: &str| match line.split_once(". ") {
        Some((number, words)) if number.parse::<u32>().is_ok() => {
            (DraftStyle::Numbered, words.trim().to_owned())
        }
        _ => (DraftStyle::Body, line.trim().to_owned()),
    };
    Some(
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(set)
            .collect(),
    )
}

fn set(line: &(DraftStyle, String)) -> DraftParagraph {
    DraftParagraph::plain(line.0.clone(), line.1.as_str())
}

/// The text with the first `from` of each third numbered paragraph that has it replaced, tracked.
fn replaced(
    text: &[(DraftStyle, String)],
    author: &str,
    from: &str,
    to: &str,
    rest: usize,
) -> Vec<DraftParagraph> {
    text.iter()
        .enumerate()
        .map(|(at, line)| match line.1.split_once(from) {
            Some((before, after)) if at % 3 == rest => {
                word::replaced(line.0.clone(), author, [before, from, to, after])
            }
            _ => set(line),
        })
        .collect()
}

/// Three organisations mark the text up: words replaced with a conflict and an agreement, whole
/// paragraphs in and out, words typed over, comments.
fn marked(text: &[(DraftStyle, String)]) -> [(&'static str, Vec<u8>); 3] {
    let mut first = replaced(
        text,
        "Nadia Thistle",
        "States parties",
        "each State party",
        0,
    );
    let new = "Nothing in this recommendation limits what is agreed elsewhere.";
    first.insert(
        5,
        word::whole(
            DraftStyle::Numbered,
            "Nadia Thistle",
            ChangeKind::Inserted,
            new,
        ),
    );
    let mut second = replaced(text, "Sefa Linden", "States parties", "Governments", 0);
    second[7] = word::whole(
        text[7].0.clone(),
        "Sefa Linden",
        ChangeKind::Deleted,
        &text[7].1,
    );
    second[10] = word::commented(
        text[10].0.clone(),
        "Sefa Linden",
        &text[10].1,
        "Is this still so?",
    );
    let typed = |line: &(DraftStyle, String)| {
        DraftParagraph::plain(
            line.0.clone(),
            line.1
                .replace("trafficking in women", "trafficking of women"),
        )
    };
    let mut third: Vec<_> = text.iter().map(typed).collect();
    third.remove(7);
    [("FDW", first), ("HWF", second), ("UIH", third)]
        .map(|(name, file)| (name, word_file(None, &file)))
}

#[test]
fn a_public_text_goes_through_compile() {
    let Some(text) = recommendation() else {
        println!("skipped: shared data not present");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let base = word_file(None, &text.iter().map(set).collect::<Vec<_>>());
    fs::write(folder.path().join("base.docx"), &base).unwrap();
    let mut compile = unavoce();
    compile
        .current_dir(&folder)
        .args(["compile", "base.docx", "--out", "out"]);
    let marked = marked(&text);
    for (name, file) in &marked {
        fs::write(folder.path().join(format!("{name}.docx")), file).unwrap();
        compile.arg(format!("{name}={name}.docx"));
    }
    run(&mut compile);
    let model = fs::read(folder.path().join("out/amendments.json")).unwrap();
    let model: redline::model::Model = serde_json::from_slice(&model).unwrap();
    assert!(
        model.amendments.len() > 20,
        "{} amendments",
        model.amendments.len()
    );
    assert!(!model.conflicts.is_empty() && model.comments.len() == 1);
    let texts = |bytes: &[u8], view| -> Vec<String> {
        let story = redline::open(bytes).unwrap().story(view);
        story
            .paragraphs
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect()
    };
    let base = texts(&base, View::Accept);
    let lines: Vec<&str> = base.iter().map(String::as_str).collect();
    for (name, file) in &marked {
        let rebuilt = redline::project::project(&lines, &model, name);
        assert_eq!(
            rebuilt,
            texts(file, View::Accept),
            "{name} is not rebuilt from the base and the model"
        );
    }
    let compilation = fs::read(folder.path().join("out/compilation.docx")).unwrap();
    assert_eq!(
        texts(&compilation, View::Reject),
        base,
        "the compilation refused is not the base"
    );
}

#[test]
fn a_public_text_goes_through_the_pages() {
    let Some(text) = recommendation() else {
        println!("skipped: shared data not present");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let server = Server::demo(folder.path());
    let mut secretariat = server.user("secretariat");
    let penholder = chosen(&secretariat.page("/practice/texts/new").text(), "penholder");
    let base = word_file(None, &text.iter().map(set).collect::<Vec<_>>());
    let (title, at) = ("Recommendation 38", "/practice/texts/gr-38");
    let fields = [
        ("title", title),
        ("slug", "gr-38"),
        ("kind", "statement"),
        ("penholder", &*penholder),
    ];
    secretariat
        .upload("/practice/texts/new", &fields, "gr38.docx", &base)
        .receipt();
    let page = secretariat.page(at);
    page.says("women and girls continue to comprise the majority of detected victims");
    let (date, time) = (page.value("date").unwrap(), page.value("time").unwrap());
    let fields = [("date", date.as_str()), ("time", time.as_str())];
    secretariat
        .post(&format!("{at}/round/open"), &fields)
        .receipt();
    for (name, file) in marked(&text) {
        let mut focal_point = server.user(&format!("focal-point {name}"));
        let name = format!("{name}.docx");
        focal_point
            .upload(
                &format!("{at}/return"),
                &[("answer", "marked_up")],
                &name,
                &file,
            )
            .leads();
        let check = focal_point.page(&format!("{at}/return/check"));
        check.says(&format!("In {name} we read"));
        let looked_at = check.value("file").unwrap();
        let send = [("answer", "send"), ("file", looked_at.as_str())];
        focal_point
            .post(&format!("{at}/return/check"), &send)
            .receipt();
    }
    secretariat
        .post(&format!("{at}/round/close"), &[])
        .receipt();
    secretariat
        .post(&format!("{at}/comments/freeze"), &[])
        .receipt();
    secretariat
        .page(&format!("{at}/comments?show=conflicts"))
        .says("Governments");
    secretariat.page(&format!("{at}/responses"));
    let compilation = secretariat
        .page(&format!("{at}/files/compilation.docx"))
        .body;
    assert!(redline::open(&compilation).is_ok());
}
