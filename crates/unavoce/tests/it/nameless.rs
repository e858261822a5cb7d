//! A round without names: to whoever is neither of the team nor the sender, the same round with two senders
//! in each other's places reads the same, on every page, in every file and in every entry of the record.

use std::collections::{BTreeMap, BTreeSet};

use redline::draft::{DraftParagraph, DraftStyle, word_file};

use crate::playing::{Sheet, acts, demo, press};
use crate::restricted::reached;
use crate::server::{Actor, Server, chosen};
use crate::word;

const AT: &str = "/practice/texts/quiet-hours";
const LINES: [&str; 3] = [
    "No ship sounds its horn at night.",
    "Ports keep one berth free for those who are late.",
    "Crews are asked before the hours change.",
];

/// Who does what: the two whose places change, and two more whose answers the secretariat enters.
#[derive(Clone, Copy)]
struct Senders {
    first: &'static str,
    second: &'static str,
    by_mail: &'static str,
    silent: &'static str,
}

const HERE: Senders = Senders {
    first: "HWF",
    second: "UIH",
    by_mail: "npc",
    silent: "iol",
};
const THERE: Senders = Senders {
    first: "UIH",
    second: "HWF",
    by_mail: "iol",
    silent: "npc",
};

/// A return by somebody whom its file names, with a comment.
fn returned(author: &str, out: &str, in_: &str) -> Vec<u8> {
    let lines = LINES.iter().enumerate().map(|(at, line)| {
        if let Some((before, after)) = line.split_once(out) {
            word::replaced(DraftStyle::Body, author, [before, out, in_, after])
        } else if at == 2 {
            let comment = format!("Why not {in_}?");
            word::commented(DraftStyle::Body, author, line, &comment)
        } else {
            DraftParagraph::plain(DraftStyle::Body, *line)
        }
    });
    word_file(None, &lines.collect::<Vec<_>>())
}

fn sends(server: &Server, short: &str, file: &[u8]) {
    let mut actor = server.user(&format!("focal-point {short}"));
    let answer = [("answer", "marked_up")];
    actor
        .upload(&format!("{AT}/return"), &answer, "draft.docx", file)
        .leads();
    let check = format!("{AT}/return/check");
    let looked_at = actor.page(&check).value("file").unwrap();
    let send = [("answer", "send"), ("file", looked_at.as_str())];
    actor.post(&check, &send).receipt();
}

fn enters(secretariat: &mut Actor, slug: &str, answer: &str) {
    let at = format!("{AT}/return/for/{slug}");
    Sheet::on(secretariat, &at, &format!("{at}/evidence"))
        .send(secretariat)
        .leads();
    secretariat.post(&at, &[("answer", answer)]).receipt();
}

/// Text and round: opened, answered, one more time asked for.
fn answered(visibility: &str, who: Senders) -> Lived {
    let (server, folder) = demo();
    let mut secretariat = server.user("secretariat");
    let page = secretariat.page("/practice/texts/new").text();
    let fields = [
        ("title", "Quiet hours"),
        ("slug", "quiet-hours"),
        ("kind", "statement"),
        ("penholder", &*chosen(&page, "penholder")),
    ];
    secretariat
        .upload(
            "/practice/texts/new",
            &fields,
            "q.docx",
            &word::plain(&LINES),
        )
        .receipt();
    let before = acts(&mut secretariat);
    Sheet::on(&mut secretariat, AT, &format!("{AT}/round/open"))
        .with("visibility", visibility)
        .send(&mut secretariat)
        .receipt();
    sends(&server, who.first, &returned("Tove Alder", "night", "dawn"));
    sends(
        &server,
        who.second,
        &returned("Ilse Fern", "one berth", "two berths"),
    );
    server
        .user(&format!("focal-point {}", who.first))
        .post(&format!("{AT}/return/time"), &[])
        .receipt();
    enters(&mut secretariat, who.by_mail, "no_comments");
    enters(&mut secretariat, who.silent, "not_in_our_mandate");
    Lived {
        server,
        secretariat,
        before,
        _folder: folder,
    }
}

struct Lived {
    server: Server,
    secretariat: Actor,
    /// Acts in the record before the round.
    before: u64,
    _folder: tempfile::TempDir,
}

impl Lived {
    fn close(&mut self) {
        for step in ["round/close", "comments/freeze"] {
            self.secretariat
                .post(&format!("{AT}/{step}"), &[])
                .receipt();
        }
    }

    fn issue(&mut self) {
        let page = format!("{AT}/comments?show=all");
        let desk = self.secretariat.page(&page).text();
        let items: BTreeSet<&str> = desk
            .split("answer=")
            .skip(1)
            .filter_map(|rest| rest.split(['&', '#', '"']).next())
            .collect();
        assert_eq!(items.len(), 4, "{desk}");
        for item in items {
            let fields = [("item", item), ("seen", ""), ("verdict", "noted")];
            self.secretariat
                .post(&format!("{AT}/comments/answer"), &fields)
                .leads();
        }
        press(&mut self.secretariat, &format!("{AT}/responses"), "issue").receipt();
    }

    /// What somebody reads of the round, whatever is drawn at random or tells the time left out.
    fn read(&mut self, role: &str) -> BTreeMap<String, Vec<String>> {
        let size = acts(&mut self.secretariat);
        let mut open = vec![AT.to_owned(), format!("{AT}/comments?show=all")];
        open.push("/practice/today".to_owned());
        open.push("/practice/record".to_owned());
        for number in self.before + 1..=size {
            open.push(format!("/practice/record/receipts/{number}"));
        }
        for name in [
            "covering.docx",
            "compilation.docx",
            "amendments.json",
            "dispositions.xlsx",
        ] {
            open.push(format!("{AT}/files/{name}"));
        }
        for org in ["hwf", "uih", "npc", "iol"] {
            open.push(format!("{AT}/responses/of/{org}"));
            open.push(format!("{AT}/files/became/{org}"));
            open.push(format!("{AT}/evidence/{org}"));
        }
        let read = reached(&mut self.server.user(role), open, AT);
        let read = read.into_iter();
        read.map(|(path, text)| (path, pieces(&text))).collect()
    }
}

/// A text with a sign in the place of each id, hash, time of day and number of an organisation.
fn without_random(text: &str) -> String {
    let of_word = |c: char| c.is_ascii_alphanumeric() || "+/=:.".contains(c);
    let mut plain = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.find(|c| !of_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        if word.len() == 44 && word.ends_with('=') {
            plain.push('#');
        } else {
            for part in word.split_inclusive('/') {
                let random = part.trim_end_matches(['/', '.']);
                let id = random.len() == 26 && !random.contains(|c: char| c.is_lowercase());
                let time = random.contains(':') && !random.contains(|c: char| c.is_alphabetic());
                // A comment's id is made of its file and of what its organisation is called.
                let item = random.len() == 16 && random.bytes().all(|b| b.is_ascii_hexdigit());
                let initial = random.strip_prefix('O').unwrap_or_default();
                let number = plain.ends_with("Organisation ") && random.parse::<u32>().is_ok();
                let number = number || initial.parse::<u32>().is_ok();
                plain.push_str(if id || time || number || item {
                    "#"
                } else {
                    part
                });
            }
        }
        let between = after.find(of_word).unwrap_or(after.len());
        plain.push_str(&after[..between]);
        rest = &after[between..];
    }
    plain
}

/// A page or file in pieces, sorted, since numbers are drawn and decide on the order.
fn pieces(text: &str) -> Vec<String> {
    let plain = without_random(&text.replace("Organisation%20", "Organisation "));
    let mut pieces: Vec<String> = plain.split(['<', '{', '}']).map(untimed).collect();
    pieces.sort();
    pieces
}

/// A piece without an exact instant, a hash or a signature of the record.
fn untimed(piece: &str) -> String {
    match piece.split_once('>') {
        Some(("pre class=\"sum\"", _)) => "pre".to_owned(),
        // The beginning of a hash: "9das-lHkH-xcwT".
        Some(("code", short)) if short.len() == 14 => "code".to_owned(),
        Some((tag, text)) if tag.starts_with("time ") => format!("time>{text}"),
        _ => piece.to_owned(),
    }
}

#[track_caller]
fn same(here: &BTreeMap<String, Vec<String>>, there: &BTreeMap<String, Vec<String>>) {
    assert!(
        here.keys().eq(there.keys()),
        "{:?} {:?}",
        here.keys(),
        there.keys()
    );
    for (path, pieces) in here {
        let other = &there[path];
        let only = |one: &[String], two: &[String]| -> Vec<String> {
            one.iter()
                .filter(|piece| !two.contains(piece))
                .cloned()
                .collect()
        };
        let differ = (only(pieces, other), only(other, pieces));
        assert_eq!(differ, (Vec::new(), Vec::new()), "{path} tells who it was");
        assert_eq!(pieces, other, "{path} tells who it was");
    }
}

#[test]
fn nobody_else_learns_who_said_what() {
    let mut here = answered("then_without_names", HERE);
    let mut there = answered("then_without_names", THERE);
    for stage in ["open", "closed", "issued"] {
        match stage {
            "closed" => [&mut here, &mut there].map(Lived::close),
            "issued" => [&mut here, &mut there].map(Lived::issue),
            _ => [(), ()],
        };
        for role in ["head OSR", "chair", "observer LLA"] {
            println!("{stage}, {role}");
            let read = here.read(role);
            same(&read, &there.read(role));
            if stage == "issued" {
                let all = format!("{read:?}");
                assert!(
                    read.contains_key(&format!("{AT}/files/compilation.docx")),
                    "{:?}",
                    read.keys()
                );
                assert!(all.contains("two berths") && all.contains("dawn"));
                assert!(!all.contains("Tove Alder") && !all.contains("Ilse Fern"));
            }
        }
    }
    // The team sees the names, and each sender its own.
    let comments = format!("{AT}/comments?show=all");
    let team = here.secretariat.page(&comments).told();
    assert!(team.contains("HWF") && team.contains("UIH"), "{team}");
    let own = here.server.user("focal-point HWF").page(&comments).told();
    assert!(own.contains("HWF") && !own.contains("UIH"), "{own}");
    let became = format!("{AT}/responses/mine");
    here.server
        .user("focal-point HWF")
        .page(&became)
        .says("dawn");
    // What the team hands on says no more than the others may read.
    for name in ["dispositions.docx", "covering.docx", "became/hwf"] {
        let file = here.secretariat.page(&format!("{AT}/files/{name}"));
        let text = crate::restricted::plain(&file);
        assert!(!text.contains("UIH") && !text.contains("Islands"), "{name}");
    }
}

/// The same in a round with names: then they do, so that the test above can fail.
#[test]
fn with_names_they_do() {
    let mut here = answered("then_with_names", HERE);
    let mut there = answered("then_with_names", THERE);
    here.close();
    there.close();
    assert_ne!(here.read("head OSR"), there.read("head OSR"));
}
