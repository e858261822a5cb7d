//! ICAT as its public note of 2 May 2018 describes it: every fact of the note is there, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::server::{Actor, Server};

const NOTICE: &str = "Demonstration made from a public note of 2 May 2018. Not a site of ICAT, the United \
                      Nations or any organisation named here.";
const TITLE: &str =
    "First High-Level Meeting of ICAT Promotes Better Coordination to End Human Trafficking";
const PAGES: [&str; 15] = [
    "/icat",
    "/icat/members",
    "/icat/members?on=2018-05-02",
    "/icat/members?on=2018-05-03",
    "/icat/members?find=bank",
    "/icat/themes",
    "/icat/themes/conflict",
    "/icat/themes/mixed-migration",
    "/icat/decisions",
    "/icat/meetings",
    "/icat/meetings/first-heads",
    "/icat/mandates",
    "/icat/members/unodc",
    "/icat/members/world-bank",
    "/icat/members/coe?on=2018-05-03",
];

fn visitor() -> (Server, Actor, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::demo(folder.path());
    let visitor = server.anonymous();
    (server, visitor, folder)
}

/// Rows 1 to 4, 6, 7, 9 to 11 and 13 to 15 of the note.
#[test]
fn the_meeting_has_every_fact_of_the_note() {
    let (server, mut visitor, _folder) = visitor();
    assert_eq!(
        server.lines["public-icat"],
        format!("http://{}/icat", server.address)
    );
    let page = visitor.page("/icat/meetings/first-heads");
    for fact in [
        TITLE,
        "2 May 2018 , London",
        "Heads of organisations, first in the series",
        "ICAT Coordinator UNODC · Yury Fedotov",
        "ICAT Chair UNICEF · Henrietta Fore",
        "The note does not say who attended",
        "heads of the United Nations and other international and regional organizations",
        "met for the first time in London",
        "the United Nations’ main inter-agency mechanism focused on countering trafficking in persons",
        "one single voice",
        "key policy developments at global level",
        "“ We must work together across the UN pillars of peace and security, human rights and development \
         to prevent and stop human trafficking and most of all, protect the vulnerable. The Inter-Agency \
         Coordination Group against Trafficking in Persons can unite international engagement and action \
         against this terrible crime ”",
        "Yury Fedotov, Executive Director, UNODC, and ICAT Coordinator",
        "“ To combat human trafficking, we need to do more to provide safe and legal pathways for all people \
         on the move - focusing special attention on the most vulnerable children and young people. And we \
         must also do more to strengthen the links between sound migration and counter-trafficking policies, \
         which can and should be mutually reinforcing ”",
        "Henrietta Fore, Executive Director, UNICEF, and ICAT Chair",
        "An overview: key activities and achievements of ICAT ”, April 2018",
        "10 decisions, of strategic and procedural importance, were adopted at the meeting. The note does \
         not give their texts.",
        "a robust inter-agency mechanism, equipped to participate more effectively and efficiently",
        "expressed a desire to devote further attention to the intersections between trafficking and \
         conflict, forced labour, trafficking in children, gender dimension of trafficking, and trafficking \
         in mixed migration flows",
        "Members on that day: 23",
        "a broad range of key expertise and experience",
        "Publisher and day of publication are not printed in it.",
    ] {
        let plain = |text: &str| text.replace(['“', '”', ' '], "");
        assert!(
            plain(&page.told()).contains(&plain(fact)),
            "not said: {fact}\n{}",
            page.told()
        );
    }
}

/// What the note does not give is nowhere: the only figures are its own, and no act counts a decision.
#[test]
fn nothing_is_invented() {
    let (_server, mut visitor, _folder) = visitor();
    let mut figures = BTreeSet::new();
    for path in PAGES {
        let told = visitor.page(path).told();
        // The day of entering is the machine's, and the days that were asked for are the reader's.
        let entered = told
            .split("Entered in this record on")
            .map(|part| part.split_once(". What it").map_or(part, |(_, rest)| rest))
            .collect::<Vec<_>>()
            .join(" ");
        let asked = entered
            .replace("3 May 2018", "")
            .replace("1 of 23 match", "");
        for word in asked.split(|c: char| !c.is_ascii_digit()) {
            figures.extend(word.parse::<u32>().ok());
        }
        for invented in [
            "resolution",
            " vote",
            "Decision 1",
            "2018/1",
            "focal point",
            "agenda",
        ] {
            assert!(!told.contains(invented), "{path} says {invented}: {told}");
        }
    }
    // 2 May 2018, 10 decisions, 23 members.
    assert_eq!(figures, BTreeSet::from([2, 10, 23, 2018]));
}

/// Rows 15 and 17: 23 on the day, as printed; any part of a printed name finds the member.
#[test]
fn members_are_those_of_the_day_under_their_printed_names() {
    let (_server, mut visitor, _folder) = visitor();
    let members = visitor.page("/icat/members");
    members.says("23 organisations take part. As of 2 May 2018.");
    for printed in [
        "Council of Europe (CoE)",
        "International Police Cooperation Organization (ICPO – Interpol)",
        "Office of the Special Representative of the Secretary-General on Sexual Violence in Conflict (OSRSG-SVC)",
        "United Nations Entity for Gender Equality and the Empowerment of Women (UN Women)",
    ] {
        members.says(printed);
    }
    assert!(
        !members.told().contains("World Bank ("),
        "it has no short form"
    );
    for words in ["Interpol", "ICPO", "interpol", "Police%20Cooperation"] {
        let found = visitor.page(&format!("/icat/members?find={words}"));
        found.says("1 of 23 match");
        found.says("International Police Cooperation Organization (ICPO – Interpol)");
    }
    let later = visitor.page("/icat/members?on=2018-05-03");
    later.says("The note says nothing of this day: its account is of 2 May 2018.");
    assert!(!later.told().contains("UNODC"));
}

/// Each page says what it is, is kept out of search, and leads nowhere else.
#[test]
fn every_page_says_that_it_is_no_site_of_those_it_names() {
    let (_server, mut visitor, _folder) = visitor();
    for path in PAGES {
        let page = visitor.page(path);
        page.says(NOTICE);
        assert_eq!(page.header("x-robots-tag"), Some("noindex"), "{path}");
        let html = page.text();
        assert!(
            html.contains(r#"<meta name="robots" content="noindex">"#),
            "{path}"
        );
        for mark in [
            "application/rss",
            "application/atom",
            "og:",
            "<img",
            "ld+json",
        ] {
            assert!(!html.contains(mark), "{path} has {mark}");
        }
        assert!(
            !html.contains("practice"),
            "{path}: the practice group stands apart"
        );
    }
    let receipt = visitor.page("/icat/record/receipts/2");
    assert!(!receipt.text().contains("href=\"/icat/record\""));
    receipt.says(NOTICE);
    for path in [
        "/icat/nothing",
        "/icat/texts",
        "/icat/members/coverage",
        "/icat/texts/none",
        "/icat/meetings/second",
    ] {
        let wrong = visitor.get(path);
        assert_eq!(wrong.status, 404);
        wrong.says(NOTICE);
        assert_eq!(wrong.header("x-robots-tag"), Some("noindex"), "{path}");
    }
    // Names of persons stand on their pages; the act that records a person is nobody's business.
    let status = |visitor: &mut Actor, path: &str| visitor.get(path).status;
    for path in ["/icat/today", "/icat/record"] {
        assert_ne!(status(&mut visitor, path), 200, "{path}");
    }
}

/// Each passage of the curated file stands in the note word for word, and no line of the note is left out.
#[test]
fn each_passage_stands_in_the_note() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let note = here.join("../../../shared/data/icat-2018/first-high-level-meeting.txt");
    let Ok(note) = fs::read_to_string(note) else {
        println!("skipped: ../shared/data not present");
        return;
    };
    let curated = fs::read_to_string(here.join("src/demo/icat-2018.toml")).unwrap();
    let values = curated
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = \""))
        .map(|(key, value)| (key, value.trim_end_matches('"').replace("\\\"", "\"")));
    let mut told = Vec::new();
    for (key, value) in values {
        if [
            "passage",
            "words",
            "attribution",
            "title",
            "name",
            "person",
            "function",
        ]
        .contains(&key)
        {
            let in_note = note.contains(&value) || note.contains(&value[1..]);
            assert!(in_note, "{key}: not in the note: {value}");
            told.push(value);
        }
    }
    for line in note.lines().filter(|line| !line.trim().is_empty()) {
        let line = line.trim_start_matches("- ").trim_end_matches("; and");
        let line = line.trim_end_matches([';', '.']);
        // A quotation stands in two values: the words, and whose they are.
        let whole = told.iter().any(|value| value.contains(line));
        let quoted = line.starts_with('"')
            && told
                .iter()
                .any(|value| line.contains(&format!("\"{value}\", said")))
            && told.iter().any(|value| line.ends_with(value.as_str()));
        assert!(whole || quoted || line == "London", "left out: {line}");
    }
}
