//! Papers of meetings that are none, and titles that would do something elsewhere.

use crate::playing::{Sheet, acts, called, day, linked};
use crate::server::{Actor, fresh};
use crate::stage::{pairs, stage};
use crate::word;

/// Titles that a page, a calendar, a file name or a spreadsheet could take for something else.
const HOSTILE: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE act; --",
    "=HYPERLINK(\"http://elsewhere.example\";\"x\")",
    "{{ 7 * 7 }} %0d%0aSet-Cookie: x=y",
];

/// Titles that are not one line of plain letters.
const CROOKED: [&str; 4] = [
    "\u{202e}evil\u{2066}spiral\u{200f}",
    "one\r\ntwo\nthree",
    "a\u{0}b",
    "tab\tbed\u{7f}",
];

/// A PDF that is whole, as far as anybody looks.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";

#[test]
fn a_paper_that_is_none_is_refused_and_the_rest_kept() {
    let mut stage = stage();
    let next = stage.next.clone();
    let secretariat = &mut stage.secretariat;
    let form = format!("{next}/papers");
    let huge = vec![b'x'; 60 << 20];
    let bomb = word::bomb();
    let cases: [(&str, &[u8], &str); 8] = [
        (
            "letter.docx",
            b"Dear colleagues",
            "This is not a Word file (.docx)",
        ),
        (
            "program.docx",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
            "This is not a Word file (.docx)",
        ),
        (
            "program.pdf",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
            "This is not a Word file (.docx)",
        ),
        ("first-line.pdf", b"%PDF-", "This PDF is not whole"),
        (
            "cut-off.pdf",
            b"%PDF-1.7\n1 0 obj << /Type /Catalog >>",
            "This PDF is not whole",
        ),
        ("empty.pdf", b"", "“empty.pdf” is empty."),
        ("huge.pdf", &huge, "“huge.pdf” is larger than 50 MiB."),
        ("bomb.docx", &bomb, "This file is not read because"),
    ];
    let before = acts(secretariat);
    let page = secretariat.page(&next).text();
    let sheet = Sheet::of(&page, &form).unwrap();
    let items = page.split("name=\"paper_item\"").nth(1).unwrap();
    let item = items
        .split("value=\"")
        .nth(3)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let sheet = sheet
        .with("paper_title", "A title typed with care")
        .with("symbol", "PGWS/2026/INF.7")
        .with("paper_item", item);
    for (name, bytes, sentence) in cases {
        let refused = sheet.upload(secretariat, name, bytes);
        assert_eq!(refused.status, 422, "{name}");
        refused.says(sentence);
        let kept = Sheet::of(&refused.text(), &form).unwrap();
        assert_eq!(kept.filled(), sheet.filled(), "{name}");
    }
    // A form without a file, and what is wrong beside the file.
    let refused = sheet.send(secretariat);
    assert_eq!(refused.status, 422);
    refused.says("Choose a file first.");
    let long = "x".repeat(301);
    let unknown = fresh();
    for (field, value, sentence) in [
        ("paper_title", "", "The title is missing."),
        (
            "paper_title",
            &long,
            "The title is longer than 300 characters",
        ),
        ("symbol", "", "A symbol has letters, digits"),
        ("symbol", "../../etc", "A symbol has letters, digits"),
        ("symbol", "A B", "A symbol has letters, digits"),
        (
            "symbol",
            "PGWS/2026/WP.9",
            "The symbol PGWS/2026/WP.9 is taken",
        ),
        (
            "paper_item",
            &unknown,
            "There is no agenda item of this name.",
        ),
        ("revises", &unknown, "There is no paper of this name."),
    ] {
        // The year of the demonstration's papers is the one in which it starts.
        let year = day(0)[..4].to_owned();
        let (value, sentence) = (
            value.replace("2026", &year),
            sentence.replace("2026", &year),
        );
        let refused = sheet
            .clone()
            .with(field, &value)
            .upload(secretariat, "p.pdf", PDF);
        assert_eq!(refused.status, 422, "{field}={value}: {}", refused.told());
        refused.says(&sentence);
    }
    assert_eq!(acts(secretariat), before, "something was recorded");
    // What was typed can be sent again, with a file that is one; sent twice it is one paper.
    let receipt = sheet.upload(secretariat, "p.pdf", PDF).receipt();
    assert_eq!(sheet.upload(secretariat, "p.pdf", PDF).receipt(), receipt);
    assert_eq!(acts(secretariat), before + 1);
    let file = linked(&secretariat.page(&next).text(), "A title typed with care");
    assert!(file.ends_with("/PGWS-2026-INF.7.pdf"), "{file}");
    let answer = secretariat.page(&file);
    assert_eq!(answer.body, PDF);
    assert_eq!(answer.header("content-type"), Some("application/pdf"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let disposition = answer.header("content-disposition").unwrap();
    assert_eq!(disposition, "attachment; filename=\"PGWS-2026-INF.7.pdf\"");
    let mut observer = stage.server.user("observer LLA");
    let refused = sheet
        .with("command", &fresh())
        .upload(&mut observer, "p.pdf", PDF);
    assert_eq!(refused.status, 404);
}

/// A page without the one module that every page of a member loads.
fn without_our_module(html: &str) -> String {
    html.replacen(r#"<script type="module" src="/assets/time.js">"#, "", 1)
}

/// Fails where a page would run or show more than words.
#[track_caller]
fn only_words(actor: &mut Actor, path: &str) {
    let html = without_our_module(&actor.page(path).text());
    for mark in ["<script", "<img", "onerror=alert(1)>"] {
        assert!(!html.contains(mark), "{path} has {mark}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let mut stage = stage();
    let secretariat = &mut stage.secretariat;
    let mut visitor = stage.server.anonymous();
    for (at, title) in HOSTILE.into_iter().enumerate() {
        let meeting = called(secretariat, title, "working_level", 40, &[title]);
        let form = format!("{meeting}/papers");
        let paper = Sheet::on(secretariat, &meeting, &form).with("paper_title", title);
        // A browser writes line breaks and quotes of a file's name so.
        let name = title
            .replace('\r', "%0D")
            .replace('\n', "%0A")
            .replace('"', "%22");
        paper.upload(secretariat, &name, PDF).receipt();
        let refused = paper
            .with("command", &fresh())
            .upload(secretariat, &name, b"");
        assert_eq!(refused.status, 422);
        let page = without_our_module(&refused.text());
        assert!(!page.contains("<script") && !page.contains("<img"));
        let themes = "/practice/themes";
        let slug = format!("hostile-{at}");
        let theme = Sheet::on(secretariat, themes, themes)
            .with("name", title)
            .with("slug", &slug);
        theme.send(secretariat).receipt();
        let mandate = Sheet::on(secretariat, "/practice/mandates", "/practice/mandates");
        let mandate = mandate
            .with("body", title)
            .with("instrument", title)
            .with("asks", title);
        mandate.send(secretariat).receipt();
        crate::playing::action(
            secretariat,
            &format!("Do {at}"),
            "Institute for Safe Voyages (ISV)",
            None,
        );
        let name = Sheet::on(
            secretariat,
            "/practice/members/uih",
            "/practice/members/uih/name",
        );
        name.with("other_name", title).send(secretariat).receipt();
        for path in [
            meeting.clone(),
            format!("{meeting}/agenda"),
            format!("{meeting}/items/4"),
        ] {
            only_words(secretariat, &path);
        }
        for path in [
            themes.to_owned(),
            format!("{themes}/{slug}"),
            "/practice/mandates".into(),
            "/practice/members/uih".into(),
        ] {
            only_words(&mut visitor, &path);
        }
    }
    for path in [
        "/practice/meetings",
        "/practice/today",
        "/practice/record",
        "/practice/members",
        "/practice/members/coverage",
    ] {
        only_words(secretariat, path);
    }
    let page = secretariat.page("/practice/meetings").text();
    assert!(page.contains("dir=\"auto\">=HYPERLINK("), "{page}");
}

/// Line breaks and signs that turn the direction of writing are refused in titles and names.
#[test]
fn a_title_is_one_line_of_plain_letters() {
    let stage = stage();
    let mut secretariat = stage.secretariat.clone();
    let before = acts(&mut secretariat);
    for title in CROOKED {
        for (page, form, field, filled) in [
            ("meetings/new", "meetings/new", "title", "place=Typed"),
            ("meetings/new", "meetings/new", "place", "title=Typed"),
            ("NEXT", "NEXT/move", "place", "reason=Typed"),
            ("NEXT/agenda", "NEXT/agenda", "title_4", "title_8=Typed"),
            (
                "ITEM",
                "ITEM/decision",
                "decision_title",
                "words=Typed; kind=strategic",
            ),
            ("OVER/note", "OVER/note/issue", "title", "lede=Typed"),
            ("themes", "themes", "name", "slug=typed"),
            (
                "members/uih",
                "members/uih/rename",
                "name",
                "short_name=TYP",
            ),
            ("members/uih", "members/uih/name", "other_name", ""),
            (
                "members",
                "members/organisations",
                "organisation_name",
                "organisation_short=TYP",
            ),
        ] {
            let sheet = stage.sheet(&mut secretariat, page, form, filled);
            let answer = sheet.with(field, title).send(&mut secretariat);
            assert_eq!(answer.status, 422, "{form} {field}={title:?}");
            answer.says("one line of plain letters");
            let kept = Sheet::of(&answer.text(), &stage.at(form)).unwrap();
            for (name, value) in pairs(filled) {
                assert_eq!(kept.value(name), Some(value), "{form}: {name} is lost");
            }
        }
    }
    assert_eq!(acts(&mut secretariat), before, "something was recorded");
}

/// RFC 5545: lines end in CR LF and have at most 75 octets; text is escaped, and nothing typed begins a line.
#[test]
fn an_invitation_stays_one_whatever_its_title() {
    let mut stage = stage();
    let secretariat = &mut stage.secretariat;
    let title = "Lamps, ropes; and ATTENDEE:mailto:x@elsewhere.example\\n \u{1f6a2} \u{e9}"
        .to_owned()
        + &"é".repeat(90);
    let topic = "A topic; with, all END:VEVENT";
    let at = called(secretariat, &title, "heads", 40, &[topic]);
    let file = secretariat.page(&format!("{at}/invitation.ics"));
    assert_eq!(
        file.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    let text = String::from_utf8(file.body.clone()).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
    for line in text.split("\r\n") {
        assert!(!line.contains(['\r', '\n']), "a bare line break: {line:?}");
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
    let lines: Vec<&str> = unfolded.split("\r\n").collect();
    for only in ["BEGIN:VEVENT", "END:VEVENT"] {
        assert_eq!(
            lines.iter().filter(|line| **line == only).count(),
            1,
            "{unfolded}"
        );
    }
    let begins = |name: &str| lines.iter().filter(|line| line.starts_with(name)).count();
    assert_eq!(begins("ATTENDEE"), 0, "{unfolded}");
    let summary = lines
        .iter()
        .find(|line| line.starts_with("SUMMARY:"))
        .unwrap();
    assert!(
        summary.starts_with("SUMMARY:Lamps\\, ropes\\; and ATTENDEE"),
        "{summary}"
    );
    assert!(
        summary.contains("\\\\n"),
        "a typed backslash is one: {summary}"
    );
    let about = lines
        .iter()
        .find(|line| line.starts_with("DESCRIPTION:"))
        .unwrap();
    assert!(
        about.contains("A topic\\; with\\, all END:VEVENT"),
        "{about}"
    );
    for name in [
        "UID:",
        "SEQUENCE:0",
        "DTSTART:",
        "DTEND:",
        "DTSTAMP:",
        "STATUS:CONFIRMED",
        "LOCATION:Lisbon\\, Pilot House",
    ] {
        assert_eq!(begins(name), 1, "{name}: {unfolded}");
    }
    // Moved, it keeps its UID and counts on; cancelled, it says so.
    let uid = |text: &str| {
        text.lines()
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    let first = uid(&unfolded);
    let moves = Sheet::on(secretariat, &at, &format!("{at}/move"));
    moves
        .with("reason", "Fog")
        .with("date", &day(45))
        .send(secretariat)
        .receipt();
    let moved = secretariat.page(&format!("{at}/invitation.ics")).text();
    assert!(moved.contains("SEQUENCE:1\r\n") && uid(&moved.replace("\r\n ", "")) == first);
    let cancel = Sheet::on(secretariat, &at, &format!("{at}/cancel"));
    cancel
        .with("cancel_reason", "Fog")
        .send(secretariat)
        .receipt();
    let gone = secretariat.page(&format!("{at}/invitation.ics")).text();
    assert!(
        gone.contains("METHOD:CANCEL") && gone.contains("STATUS:CANCELLED"),
        "{gone}"
    );
    assert!(gone.contains("SEQUENCE:2\r\n"), "{gone}");
}
