//! With what a text begins, what it is called and what it is made for, on the pages.

use crate::playing::{Sheet, demo, option};
use crate::restricted::plain;
use crate::server::{Actor, Answer, chosen};
use crate::word;

const NEW: &str = "/practice/texts/new";

/// The form of a new statement, filled in.
fn new(secretariat: &mut Actor, slug: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("kind", "statement")];
    fields.extend(more);
    new_of_kind(secretariat, slug, &fields)
}

fn new_of_kind(secretariat: &mut Actor, slug: &str, more: &[(&str, &str)]) -> Answer {
    let page = secretariat.page(NEW).text();
    let mut fields = vec![
        ("title".to_owned(), format!("On {slug}")),
        ("slug".to_owned(), slug.to_owned()),
        ("penholder".to_owned(), chosen(&page, "penholder")),
    ];
    fields.extend(
        more.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    secretariat.upload(NEW, &fields, "", b"")
}

const WRITTEN: &str =
    "# What we ask\n1. Ports keep a lamp[^1].\n2. It burns at night.\n[^1]: A white one.";

#[test]
fn a_text_is_written_on_the_page() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let looked = new(
        &mut secretariat,
        "lamps",
        &[("begin", "words"), ("words", WRITTEN), ("answer", "look")],
    );
    assert_eq!(looked.status, 200);
    looked.says("How it looks");
    looked.says("It burns at night.");
    assert!(
        looked.text().contains("[^1]: A white one."),
        "the words are kept"
    );
    let begun = new(
        &mut secretariat,
        "lamps",
        &[("begin", "words"), ("words", WRITTEN), ("answer", "open")],
    );
    begun.receipt();
    let page = secretariat.page("/practice/texts/lamps");
    page.says("1. Ports keep a lamp.");
    let file = secretariat.page("/practice/texts/lamps/files/1.docx");
    let inside = plain(&file);
    assert!(inside.contains("A white one.") && inside.contains("footnoteReference"));
    // The draft is a base like any other.
    Sheet::on(
        &mut secretariat,
        "/practice/texts/lamps",
        "/practice/texts/lamps/round/open",
    )
    .send(&mut secretariat)
    .receipt();
}

#[test]
fn nothing_to_begin_with_is_refused_and_all_is_kept() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let long = "x ".repeat(150_000);
    let empty = "[^1]: A note alone.";
    for (fields, why) in [
        (vec![("begin", "file")], "Choose a file first"),
        (vec![("begin", "words")], "Write the words of the draft"),
        (
            vec![("begin", "words"), ("words", empty)],
            "Write the words of the draft",
        ),
        (
            vec![("begin", "words"), ("words", long.as_str())],
            "longer than 200,000 characters",
        ),
        (
            vec![("begin", "template"), ("template", "nothing")],
            "Choose one of the answers",
        ),
    ] {
        let refused = new(&mut secretariat, "lamps", &fields);
        assert_eq!(refused.status, 422, "{fields:?}");
        refused.says("This was not recorded");
        let told = refused.told();
        assert!(
            told.contains(why),
            "{why}: {}",
            &told[..told.len().min(900)]
        );
        assert_eq!(refused.value("slug").as_deref(), Some("lamps"));
    }
    let fields = [("words", long.as_str()), ("answer", "look")];
    let looked = new(&mut secretariat, "lamps", &fields);
    assert_eq!(looked.status, 422);
    looked.says("longer than 200,000 characters");
}

#[test]
fn a_text_begins_with_a_template() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let page = secretariat.page(NEW).text();
    let template = chosen(&page, "template");
    let fields = [("begin", "template"), ("template", template.as_str())];
    new(&mut secretariat, "lamps", &fields).receipt();
    secretariat
        .page("/practice/texts/lamps")
        .says("speak here with one voice");
    // Its words, to be changed before anything is opened.
    let taken = new(
        &mut secretariat,
        "ropes",
        &[("template", template.as_str()), ("answer", "take")],
    );
    assert!(
        taken.text().contains("## What we will do") || taken.text().contains("# What we will do")
    );
    assert_eq!(taken.value("slug").as_deref(), Some("ropes"));

    let kept = |secretariat: &mut Actor, name: &str| {
        let at = "/practice/texts/templates";
        let fields = [("name", name), ("kind", "letter"), ("replaces", "")];
        secretariat.upload(at, &fields, "letter.docx", &word::plain(&["Dear …"]))
    };
    kept(&mut secretariat, "Letter").receipt();
    let twice = kept(&mut secretariat, "letter");
    assert_eq!(twice.status, 422);
    twice.says("is taken in this group");
    let templates = "/practice/texts/templates";
    Sheet::on(&mut secretariat, templates, &format!("{templates}/drop"))
        .send(&mut secretariat)
        .receipt();
    let mut member = server.user("focal-point HWF");
    let page = member.page(templates);
    assert!(!page.text().contains(&template) && page.told().contains("Letter"));
    assert!(
        !page
            .text()
            .contains("<form method=\"post\" action=\"/practice/texts/templates")
    );
    assert_eq!(
        member
            .post(&format!("{templates}/drop"), &[("template", &template)])
            .status,
        404
    );
}

#[test]
fn symbols_go_on_and_targets_are_said() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let page = secretariat.page(NEW);
    let told = page.told();
    let (_, next) = told.split_once("would be ").unwrap();
    let next = next.split(". ").next().unwrap().to_owned();
    let written = ("words", WRITTEN);
    let begin = ("begin", "words");
    let review = "Third review";
    let opened = new(
        &mut secretariat,
        "lamps",
        &[
            begin,
            written,
            ("symbol", &next),
            ("process", review),
            ("process_day", "2027-05-01"),
        ],
    );
    opened.receipt();
    let at = "/practice/texts/lamps";
    let page = secretariat.page(at);
    page.says(&next);
    page.says("Third review");
    page.says("needed by 1 May 2027");
    let again = new(
        &mut secretariat,
        "ropes",
        &[begin, written, ("symbol", &next)],
    );
    assert_eq!(again.status, 422);
    again.says("is taken");
    let version = [("label", "draft 1")];
    secretariat
        .upload(
            &format!("{at}/versions/new"),
            &version,
            "d.docx",
            &word::plain(&["Ports keep a lamp."]),
        )
        .receipt();
    secretariat.page(at).says(&format!("{next}/Rev.1"));
    let with = [begin, written, ("with", "lamps"), ("with_kind", "addendum")];
    new(&mut secretariat, "ropes", &with).receipt();
    let page = secretariat.page("/practice/texts/ropes");
    page.says(&format!("{next}/Rev.1/Add.1"));
    page.says("Addendum to");
    secretariat.page(at).says("What goes with it");

    // For a meeting now; both at once are refused, and what was typed stays.
    let meeting = option(
        &secretariat.page(at).text(),
        "Working level: recruitment fees, and a page for crews",
    );
    let target = format!("{at}/target");
    let both = Sheet::on(&mut secretariat, at, &target).with("meeting", &meeting);
    let refused = both.send(&mut secretariat);
    assert_eq!(refused.status, 422);
    refused.says("not both");
    assert_eq!(refused.value("process").as_deref(), Some(review));
    both.with("process", "")
        .with("process_day", "")
        .send(&mut secretariat)
        .receipt();
    secretariat
        .page(at)
        .says("for Working level: recruitment fees");
    secretariat
        .page(&format!("/practice/meetings/{meeting}"))
        .says("On lamps");
    Sheet::on(&mut secretariat, at, &target)
        .with("meeting", "")
        .send(&mut secretariat)
        .receipt();
    assert!(!secretariat.page(at).told().contains("for Working level"));
    let mut member = server.user("focal-point HWF");
    assert_eq!(member.post(&target, &[("process", "Mine")]).status, 404);
}

#[test]
fn the_group_has_a_list_of_kinds_of_its_own() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let at = "/practice/texts/templates";
    let set = Sheet::on(&mut secretariat, at, "/practice/texts/kinds");
    let before = set.value("kinds").unwrap().to_owned();
    assert!(
        before.starts_with("Joint statement\nIssue paper\n"),
        "{before}"
    );
    let refused = set
        .clone()
        .with("kinds", "Letter\nletter")
        .send(&mut secretariat);
    assert_eq!(refused.status, 422);
    refused.says("is taken");
    let empty = set.clone().with("kinds", " \n ").send(&mut secretariat);
    assert_eq!(empty.status, 422);
    // Very many of one beginning, which all want the same word.
    let many: String = (0..60_000).map(|n| format!("a {n:?}%\n")).collect();
    let long = set.clone().with("kinds", &many).send(&mut secretariat);
    assert_eq!(long.status, 422);
    long.says("more than 30");
    let lines = "Guidance note\n\nLetter\nStatement\n指导说明\nNote";
    set.with("kinds", lines).send(&mut secretariat).receipt();
    secretariat
        .page(at)
        .says("Guidance note, Letter, Statement, 指导说明 and Note");
    let page = secretariat.page(NEW).text();
    let kind = option(&page, "Guidance note");
    let written = [
        ("begin", "words"),
        ("words", WRITTEN),
        ("kind", kind.as_str()),
    ];
    new_of_kind(&mut secretariat, "lamps", &written).receipt();
    secretariat.page("/practice/texts").says("Guidance note");
    // The list changes; the text stays what it is.
    Sheet::on(&mut secretariat, at, "/practice/texts/kinds")
        .with("kinds", "Letter")
        .send(&mut secretariat)
        .receipt();
    secretariat.page("/practice/texts").says("Guidance note");
    let gone = new_of_kind(&mut secretariat, "ropes", &written);
    assert_eq!(gone.status, 422);
    let mut member = server.user("focal-point HWF");
    assert_eq!(
        member
            .post("/practice/texts/kinds", &[("kinds", "Mine")])
            .status,
        404
    );
}
