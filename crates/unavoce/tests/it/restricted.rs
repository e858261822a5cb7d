//! Nothing leaks: a word is planted in each field that is restricted or personal, and whoever reads every
//! page, file and receipt finds it only where the rules say.

use std::collections::{BTreeMap, BTreeSet};

use crate::playing::{Sheet, acts, day, outcome, press};
use crate::server::{Actor, Answer};
use crate::stage::{Stage, stage};
use crate::word;

/// Who may read a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    /// All members, and nobody else.
    Inside,
    /// The secretariat, and the organisation HWF, whose it is.
    Secretariat,
    /// All: it was made public.
    All,
}

/// Each word with who may read it.
const WORDS: [(&str, For); 20] = [
    ("WORDpenholder", For::Secretariat),
    ("WORDmoved", For::Inside),
    ("WORDcancelled", For::Inside),
    ("WORDsummary", For::Inside),
    ("WORDagenda", For::Inside),
    ("WORDobjection", For::Inside),
    ("WORDput", For::Inside),
    ("WORDminutes", For::Inside),
    ("WORDcorrection", For::Secretariat),
    ("WORDaction", For::Inside),
    ("WORDreport", For::Inside),
    ("WORDevidence", For::Inside),
    ("WORDdropped", For::Inside),
    ("WORDreserved", For::Inside),
    ("WORDseat", For::Secretariat),
    ("WORDpaper", For::Inside),
    ("WORDdecided", For::All),
    ("WORDstated", For::All),
    ("WORDlede", For::All),
    ("WORDexercises", For::All),
];

/// Plants all words. The clock is set ahead past the days for reservations, so that what is published is.
fn planted() -> Stage {
    let mut stage = stage();
    let mut welfare = stage.server.user("focal-point HWF");
    let mut islands = stage.server.user("focal-point UIH");
    let Stage {
        secretariat,
        chair,
        next,
        live,
        item,
        decision,
        action,
        ..
    } = &mut stage;
    let sheet = |actor: &mut Actor, page: &str, step: &str| {
        Sheet::on(actor, page, &format!("{page}/{step}"))
    };
    for_penholder(&mut welfare, secretariat);
    sheet(secretariat, next, "move")
        .with("reason", "WORDmoved")
        .send(secretariat)
        .receipt();
    let other = crate::playing::called(secretariat, "Ropes", "heads", 40, &["WORDagenda"]);
    sheet(secretariat, &other, "cancel")
        .with("cancel_reason", "WORDcancelled")
        .send(secretariat)
        .receipt();
    let upload = sheet(secretariat, live, "papers").with("paper_title", "A paper");
    upload
        .upload(secretariat, "p.docx", &word::plain(&["WORDpaper"]))
        .receipt();
    // Decided under its title, released later; another one meets an objection.
    let ropes = format!("{live}/items/5");
    sheet(secretariat, &ropes, "decision")
        .with("decision_title", "WORDput")
        .with("words", "Ropes are coiled.")
        .with("kind", "strategic")
        .send(secretariat)
        .receipt();
    let objects = format!("{live}?objects=yes");
    let objection = Sheet::on(chair, &objects, &format!("{live}/objected"));
    let page = chair.page(&objects).text();
    let (_, rest) = page.split_once("name=\"objecting\" value=\"").unwrap();
    let objecting = rest.split('"').next().unwrap().to_owned();
    objection
        .with("objecting", &objecting)
        .with("objection", "WORDobjection")
        .send(chair)
        .receipt();
    let told = crate::playing::decide(chair, live, &ropes, "WORDdecided", "strategic");
    outcome(secretariat, item, "decided", "WORDsummary");
    press(secretariat, live, "close").receipt();
    let minutes = format!("{live}/minutes");
    sheet(secretariat, &minutes, "circulate")
        .with("words_2", "WORDminutes")
        .send(secretariat)
        .receipt();
    sheet(&mut welfare, &minutes, "correction")
        .with("words", "WORDcorrection")
        .send(&mut welfare)
        .receipt();
    sheet(&mut islands, action, "report")
        .with("report", "WORDreport")
        .with("evidence", "WORDevidence")
        .send(&mut islands)
        .receipt();
    let owner = "Harbour Welfare Federation (HWF)";
    let dropped = crate::playing::action(secretariat, "WORDaction", owner, Some(3));
    sheet(secretariat, &dropped, "drop")
        .with("drop_reason", "WORDdropped")
        .send(secretariat)
        .receipt();
    for (words, publish) in [("WORDreserved", false), ("WORDstated", true)] {
        let attach = sheet(&mut welfare, &told, "attach").with("attachment", "reservation");
        let attach = attach.with("statement", words);
        let attach = if publish {
            attach.with("publish", "yes")
        } else {
            attach
        };
        attach.send(&mut welfare).receipt();
    }
    seats(secretariat);
    for _ in 0..10 {
        secretariat
            .post("/demo/clock", &[("advance", "3d")])
            .leads();
    }
    press(secretariat, &told, "release").receipt();
    assert_ne!(told, *decision);
    let note = format!("{live}/note");
    sheet(secretariat, &note, "issue")
        .with("lede", "WORDlede")
        .send(secretariat)
        .receipt();
    stage
}

/// A comment of HWF for the penholder alone, in a round that is closed and compiled.
fn for_penholder(welfare: &mut Actor, secretariat: &mut Actor) {
    let at = "/practice/texts/recruitment-fees";
    let words = format!("{at}/return/words");
    let page = welfare.page(&words).text();
    let paragraph = page.split("open=").nth(1).unwrap();
    let paragraph = paragraph.split(['"', '#', '&']).next().unwrap();
    let open = format!("{words}?open={paragraph}");
    Sheet::on(welfare, &open, &words)
        .with("comment", "WORDpenholder")
        .with("answer", "keep")
        .send(welfare)
        .leads();
    let check = format!("{at}/return/check");
    let page = welfare.page(&check).text();
    let (_, rest) = page.split_once("WORDpenholder").unwrap();
    let (_, rest) = rest.split_once("name=\"for_penholder\" value=\"").unwrap();
    let id = rest.split('"').next().unwrap();
    Sheet::of(&page, &check)
        .unwrap()
        .with("for_penholder", id)
        .with("mode", "adds")
        .with("answer", "send")
        .send(welfare)
        .receipt();
    for step in ["round/close", "comments/freeze"] {
        secretariat.post(&format!("{at}/{step}"), &[]).receipt();
    }
}

/// A person with a seat of HWF, and one who exercises an office.
fn seats(secretariat: &mut Actor) {
    for (name, organisation) in [
        ("WORDseat", "Harbour Welfare Federation (HWF)"),
        ("WORDexercises", "Northern Ports Council (NPC)"),
    ] {
        let members = secretariat.page("/practice/members").text();
        let opened = Sheet::of(&members, "/practice/members/seats")
            .unwrap()
            .with("person_name", name)
            .with(
                "organisation",
                &crate::playing::option(&members, organisation),
            )
            .with("seat", "alternate")
            .send(secretariat);
        assert_eq!(opened.status, 200);
    }
    let members = secretariat.page("/practice/members").text();
    let seat = crate::playing::option(&members, "WORDexercises, alternate, NPC");
    let holder = crate::playing::option(&members, "Northern Ports Council (NPC)");
    Sheet::of(&members, "/practice/members/offices")
        .unwrap()
        .with("office", "co_chair")
        .with("office_organisation", &holder)
        .with("office_exercised_by", &seat)
        .send(secretariat)
        .receipt();
}

/// Every page and file that can be reached, by its links and by each number of a receipt; with its text.
fn everything(actor: &mut Actor, acts: u64) -> BTreeMap<String, String> {
    let mut open = vec!["/practice".to_owned()];
    for path in [
        "today",
        "record",
        "actions?state=done",
        "members/coverage",
        "meetings",
        "actions",
    ] {
        open.push(format!("/practice/{path}"));
    }
    for number in 1..=acts {
        open.push(format!("/practice/record/receipts/{number}"));
        open.push(format!("/practice/record/receipts/{number}.tlog-proof"));
    }
    let seen = reached(actor, open, "/practice");
    assert!(seen.len() > 20, "only {:?}", seen.keys());
    seen
}

/// What can be reached from these addresses by links to what stands below one; with its text.
pub(crate) fn reached(
    actor: &mut Actor,
    mut open: Vec<String>,
    below: &str,
) -> BTreeMap<String, String> {
    let mut seen = BTreeMap::new();
    let mut known = BTreeSet::new();
    while let Some(path) = open.pop() {
        if !known.insert(path.clone()) {
            continue;
        }
        let answer = actor.get(&path);
        if answer.status != 200 {
            continue;
        }
        for link in answer.text().split("href=\"").skip(1) {
            let link = link.split(['"', '#']).next().unwrap().replace("&amp;", "&");
            let again =
                link.contains("?from=") || link.contains("answer=") || link.contains("only=");
            if link.starts_with(below) && !again {
                open.push(link);
            }
        }
        seen.insert(path, plain(&answer));
    }
    seen
}

/// The text of an answer; of a Word file or a workbook what stands in its parts.
pub(crate) fn plain(answer: &Answer) -> String {
    if !answer.body.starts_with(b"PK") {
        return answer.text();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&answer.body)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

fn where_is<'a>(read: &'a BTreeMap<String, String>, word: &str) -> Vec<&'a String> {
    let holds = read.iter().filter(|(_, text)| text.contains(word));
    holds.map(|(path, _)| path).collect()
}

#[test]
fn each_word_stands_only_where_it_may() {
    let mut stage = planted();
    let size = acts(&mut stage.secretariat);
    let readers = [
        ("visitor", stage.server.anonymous()),
        ("observer LLA", stage.server.user("observer LLA")),
        ("focal-point UIH", stage.server.user("focal-point UIH")),
        ("focal-point HWF", stage.server.user("focal-point HWF")),
        ("secretariat", stage.server.user("secretariat")),
    ];
    let mut wrong = Vec::new();
    for (role, mut actor) in readers {
        let read = everything(&mut actor, size);
        for (word, whose) in WORDS {
            let may = match whose {
                For::All => true,
                For::Inside => role != "visitor",
                For::Secretariat => role == "secretariat" || role == "focal-point HWF",
            };
            let found = where_is(&read, word);
            if may == found.is_empty() {
                wrong.push(format!("{role}: {word} ({whose:?}) stands in {found:?}"));
            }
        }
        // A reservation that its author kept inside never stands beside what was released.
        if role == "visitor" {
            for path in where_is(&read, "WORDstated") {
                assert!(!read[path].contains("WORDreserved"), "{path}");
            }
            for path in ["/practice/today", "/practice/record", "/practice/actions"] {
                assert!(!read.contains_key(path), "a visitor read {path}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names of people with a seat stand for the own organisation and the secretariat; whoever exercises an
/// office is public. The names are those of the demonstration.
#[test]
fn names_of_seats_are_for_their_own() {
    let (server, _folder) = crate::playing::demo();
    let size = acts(&mut server.user("secretariat"));
    let mut readers = [
        ("visitor", server.anonymous()),
        ("observer LLA", server.user("observer LLA")),
        ("focal-point UIH", server.user("focal-point UIH")),
        ("secretariat", server.user("secretariat")),
    ];
    // Each with those who may know it; the first two exercise an office, or did.
    let names: [(&str, &[&str]); 6] = [
        (
            "Tamsin Reed",
            &["visitor", "observer LLA", "focal-point UIH", "secretariat"],
        ),
        (
            "Wilhelmina Oakes",
            &["visitor", "observer LLA", "focal-point UIH", "secretariat"],
        ),
        ("Gil Marigold", &["observer LLA", "secretariat"]),
        ("Solveig Reyes-Alder", &["focal-point UIH", "secretariat"]),
        ("Jorun Ash", &["secretariat"]),
        ("Ruta Hazel", &["secretariat"]),
    ];
    for (role, actor) in &mut readers {
        let read = everything(actor, size);
        for (name, may) in names {
            let found = where_is(&read, name);
            assert_eq!(
                !found.is_empty(),
                may.contains(role),
                "{role}: {name} stands in {found:?}"
            );
        }
    }
}

/// The rules for corrections once more, on the page itself; and a later edition keeps them.
#[test]
fn a_correction_is_between_its_author_and_the_secretariat() {
    let mut stage = stage();
    let mut welfare = stage.server.user("focal-point HWF");
    let minutes = format!("{}/minutes", stage.over);
    Sheet::on(&mut welfare, &minutes, &format!("{minutes}/correction"))
        .with("words", "WORDcorrection")
        .with("item", "4")
        .send(&mut welfare)
        .receipt();
    let reads = |actor: &mut Actor| actor.page(&minutes).told().contains("WORDcorrection");
    for edition in ["before", "after"] {
        assert!(reads(&mut welfare), "{edition}");
        assert!(reads(&mut stage.secretariat), "{edition}");
        for role in ["chair", "focal-point UIH", "head OSR", "observer LLA"] {
            assert!(!reads(&mut stage.server.user(role)), "{role} {edition}");
        }
        if edition == "before" {
            let secretariat = &mut stage.secretariat;
            Sheet::on(secretariat, &minutes, &format!("{minutes}/circulate"))
                .with("until", &day(9))
                .send(secretariat)
                .receipt();
        }
    }
}
