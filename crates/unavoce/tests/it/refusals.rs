//! Bad input: each time a clear sentence, with what was typed kept and nothing lost.

use std::time::Duration;

use jiff::Timestamp;

use crate::server::{Actor, Server, sha256};
use crate::word;

pub(crate) const FEES: &str = "/practice/texts/recruitment-fees";
const INSPECTION: &str = "/practice/texts/inspection-task-team/clearance";
pub(crate) const MARKED_UP: [(&str, &str); 1] = [("answer", "marked_up")];

pub(crate) struct Demo {
    server: Server,
    _folder: tempfile::TempDir,
}

pub(crate) fn demo() -> Demo {
    let folder = tempfile::tempdir().unwrap();
    Demo {
        server: Server::demo(folder.path()),
        _folder: folder,
    }
}

impl Demo {
    pub(crate) fn user(&self, role: &str) -> Actor {
        self.server.user(role)
    }
}

pub(crate) fn edited(actor: &mut Actor, mark: &str) -> Vec<u8> {
    word::typed_over(
        &actor.page(&format!("{FEES}/files/1.docx")).body,
        "one voice",
        mark,
    )
}

/// The forms of the secretariat and of a focal point refuse a file in the same words.
#[test]
fn files_that_cannot_be_read_are_refused_in_a_sentence_and_all_is_kept() {
    let demo = demo();
    let mut secretariat = demo.user("secretariat");
    let mut harbour = demo.user("focal-point HWF");
    let own = edited(&mut harbour, "a waiting voice");
    harbour
        .upload(&format!("{FEES}/return"), &MARKED_UP, "waits.docx", &own)
        .leads();
    let huge = vec![b'x'; 60 << 20];
    let bomb = word::bomb();
    let page = secretariat.page("/practice/texts/new").text();
    let penholder = crate::server::chosen(&page, "penholder");
    let cases: [(&str, &[u8], &str); 5] = [
        (
            "letter.docx",
            b"Dear colleagues",
            "This is not a Word file (.docx)",
        ),
        ("paper.pdf", b"%PDF-1.7 ...", "This is a PDF"),
        ("empty.docx", b"", "“empty.docx” is empty."),
        ("huge.docx", &huge, "“huge.docx” is larger than 50 MiB."),
        ("bomb.docx", &bomb, "This file is not read because"),
    ];
    for (name, bytes, sentence) in cases {
        let fields = [
            ("title", "A title typed with care"),
            ("slug", "typed"),
            ("kind", "statement"),
            ("symbol", "PG/7"),
            ("penholder", &penholder),
        ];
        let refused = secretariat.upload("/practice/texts/new", &fields, name, bytes);
        assert_eq!(refused.status, 422, "{name}");
        refused.says(sentence);
        for (field, typed) in [
            ("title", fields[0].1),
            ("slug", "typed"),
            ("symbol", "PG/7"),
        ] {
            assert_eq!(
                refused.value(field).as_deref(),
                Some(typed),
                "{name}: {field} is lost"
            );
        }
        let refused = harbour.upload(&format!("{FEES}/return"), &MARKED_UP, name, bytes);
        assert_eq!(refused.status, 422, "{name}");
        refused.says(sentence);
        refused.says("waits.docx was read and waits for your confirmation.");
    }
    assert_eq!(
        secretariat.get("/practice/texts/typed").status,
        404,
        "a refused text was opened"
    );
    // What was typed can be sent again, with a file that is one.
    let fields = [
        ("title", "T"),
        ("slug", "typed"),
        ("kind", "statement"),
        ("penholder", &*penholder),
    ];
    secretariat
        .upload(
            "/practice/texts/new",
            &fields,
            "t.docx",
            &word::plain(&["Text"]),
        )
        .receipt();
}

#[test]
fn the_same_file_twice_is_said_on_the_check_and_stays_one_return() {
    let demo = demo();
    let mut harbour = demo.user("focal-point HWF");
    let file = edited(&mut harbour, "twofold");
    let check = format!("{FEES}/return/check");
    let mut receipts = Vec::new();
    for time in 0..2 {
        harbour
            .upload(&format!("{FEES}/return"), &MARKED_UP, "same.docx", &file)
            .leads();
        let page = harbour.page(&check);
        let said = page
            .told()
            .contains("We hold this same file from you already.");
        assert_eq!(said, time == 1, "{}", page.told());
        let looked_at = page.value("file").unwrap();
        let send = [("answer", "send"), ("file", looked_at.as_str())];
        receipts.push(harbour.post(&check, &send).receipt());
    }
    let text = demo
        .user("focal-point FDW")
        .page(&format!("{FEES}/comments?only=HWF"))
        .told();
    assert_eq!(text.matches("inserted: twofold").count(), 1, "{text}");
}

#[test]
fn a_return_for_a_closed_round_is_refused_and_its_file_kept() {
    let demo = demo();
    let mut harbour = demo.user("focal-point HWF");
    let (before, after) = (edited(&mut harbour, "early"), edited(&mut harbour, "tardy"));
    harbour
        .upload(&format!("{FEES}/return"), &MARKED_UP, "early.docx", &before)
        .leads();
    let check = format!("{FEES}/return/check");
    demo.user("secretariat")
        .post(&format!("{FEES}/round/close"), &[])
        .receipt();
    let looked_at = sha256(&before);
    let send = [("answer", "send"), ("file", looked_at.as_str())];
    let late = harbour.post(&check, &send);
    late.says("The round closed before this arrived, so it is no return.");
    harbour.page(&format!("{FEES}/return")).says("early.docx");
    // A file that comes after the close is kept as a draft too, and so is what was sent before.
    harbour
        .upload(&format!("{FEES}/return"), &MARKED_UP, "tardy.docx", &after)
        .leads();
    harbour
        .page(&check)
        .says("The round closed before this arrived");
    let page = harbour.page(&format!("{FEES}/return"));
    page.says("tardy.docx");
    page.says("3 proposals");
    let desk = demo
        .user("focal-point FDW")
        .page(&format!("{FEES}/comments"))
        .told();
    assert!(
        !desk.contains("tardy") && !desk.contains("early"),
        "a late return came in"
    );
}

#[test]
fn an_organisation_that_was_not_asked_returns_nothing() {
    let demo = demo();
    let mut observer = demo.user("observer LLA");
    let file = edited(&mut demo.user("focal-point HWF"), "uninvited");
    let refused = observer.upload(&format!("{FEES}/return"), &MARKED_UP, "u.docx", &file);
    assert!(
        [403, 404, 409].contains(&refused.status),
        "{}",
        refused.status
    );
    assert!(refused.told().len() > 40, "no sentence: {}", refused.told());
    let refused = observer.post(&format!("{FEES}/return"), &[("answer", "no_comments")]);
    assert!([403, 404, 409].contains(&refused.status));
    let mut visitor = demo.server.anonymous();
    assert_eq!(
        visitor
            .upload(&format!("{FEES}/return"), &MARKED_UP, "u.docx", &file)
            .status,
        401
    );
    let desk = demo
        .user("focal-point FDW")
        .page(&format!("{FEES}/comments"))
        .told();
    assert!(!desk.contains("uninvited"));
}

#[test]
fn an_objection_a_second_late_is_recorded_as_late_and_changes_nothing() {
    let demo = demo();
    let mut chair = demo.user("chair");
    let mut union = demo.user("focal-point UIH");
    // The fees' round is due first; then the procedure that ends three days from the start.
    chair
        .post("/demo/clock", &[("advance", "deadline")])
        .leads();
    let form = union.page(&format!("{INSPECTION}?say=objects"));
    chair
        .post("/demo/clock", &[("advance", "deadline")])
        .leads();
    let command = form.value("command").unwrap();
    let fields = [
        ("say", "objects"),
        ("step", "confirm"),
        ("reason", "Paragraph 2 goes too far."),
        ("command", &command),
    ];
    let late = union.post(&format!("{INSPECTION}/position"), &fields);
    let to = late.leads();
    assert!(to.contains("done=position-late"), "{to}");
    union
        .page(&to)
        .says("Your answer is recorded as late. It has no effect on the outcome.");
    chair.page(INSPECTION).says("Paragraph 2 goes too far.");
    chair.post(&format!("{INSPECTION}/confirm"), &[]).receipt();
    chair
        .page("/practice/decisions")
        .says("Terms of reference of the task team on inspection");
}

#[test]
fn an_objection_in_the_second_after_the_deadline_is_late() {
    let demo = demo();
    let mut secretariat = demo.user("secretariat");
    let penholder =
        crate::server::chosen(&secretariat.page("/practice/texts/new").text(), "penholder");
    let fields = [
        ("title", "Brief"),
        ("slug", "brief"),
        ("kind", "statement"),
        ("penholder", &*penholder),
    ];
    let opened = secretariat.upload(
        "/practice/texts/new",
        &fields,
        "b.docx",
        &word::plain(&["Be brief."]),
    );
    opened.receipt();
    // The next whole minute, and the one after it when that is too near.
    let minute = 60_000;
    let deadline = (now_ms() + 3_000) / minute * minute + minute;
    let [date, time] = in_lisbon(deadline);
    let clearance = "/practice/texts/brief/clearance";
    let fields = [("date", date.as_str()), ("time", time.as_str())];
    demo.user("chair")
        .post(&format!("{clearance}/open"), &fields)
        .receipt();
    let mut union = demo.user("focal-point UIH");
    let wait = u64::try_from(deadline + 1_000 - now_ms()).unwrap();
    std::thread::sleep(Duration::from_millis(wait));
    let fields = [
        ("say", "objects"),
        ("step", "confirm"),
        ("reason", "Too brief."),
    ];
    // The procedure still waits for its grace to pass: the time of receipt decides.
    let to = union
        .post(&format!("{clearance}/position"), &fields)
        .leads();
    assert!(to.contains("done=position-late"), "{to}");
    let mut chair = demo.user("chair");
    chair.post("/demo/clock", &[("advance", "1h")]).leads();
    chair.post(&format!("{clearance}/confirm"), &[]).receipt();
    chair.page("/practice/decisions").says("Brief");
}

#[test]
fn a_form_sent_twice_acts_once() {
    let demo = demo();
    let mut union = demo.user("focal-point UIH");
    let page = format!("{FEES}/return");
    let command = union.page(&page).value("command").unwrap();
    let fields = [("answer", "no_comments"), ("command", command.as_str())];
    let first = union.post(&page, &fields).receipt();
    let again = union.post(&page, &fields);
    assert_eq!(
        again.receipt(),
        first,
        "the second answer leads to another receipt"
    );
    let next = format!("/practice/record/receipts/{}", first + 1);
    assert_eq!(union.get(&next).status, 404, "two acts were recorded");
    // The same for a file, whose draft is used up by the first.
    let file = edited(&mut union, "sent-twice");
    union.upload(&page, &MARKED_UP, "f.docx", &file).leads();
    let check = format!("{FEES}/return/check");
    let command = union.page(&check).value("command").unwrap();
    let looked_at = sha256(&file);
    let fields = [
        ("answer", "send"),
        ("command", command.as_str()),
        ("file", looked_at.as_str()),
    ];
    let first = union.post(&check, &fields).receipt();
    assert_eq!(union.post(&check, &fields).receipt(), first);
}

#[test]
fn two_people_who_answer_one_proposal_meet() {
    let demo = demo();
    let (mut one, mut other) = (demo.user("focal-point FDW"), demo.user("focal-point FDW"));
    let page = one.page(&format!("{FEES}/comments?only=RFC")).text();
    let item = page
        .split("answer=")
        .nth(1)
        .unwrap()
        .split(['"', '&', '#'])
        .next()
        .unwrap()
        .to_owned();
    let seen: Vec<String> = [&mut one, &mut other]
        .map(|actor| {
            actor
                .page(&format!("{FEES}/comments?answer={item}"))
                .value("seen")
                .unwrap_or_default()
        })
        .into();
    let answer = |actor: &mut Actor, seen: &str, reason: &str| {
        let fields = [
            ("item", &*item),
            ("seen", seen),
            ("verdict", "not_taken"),
            ("reason", reason),
        ];
        actor.post(&format!("{FEES}/comments/answer"), &fields)
    };
    answer(&mut one, &seen[0], "First come.").leads();
    let met = answer(&mut other, &seen[1], "Second thought.");
    assert_eq!(met.status, 422);
    met.says("First come.");
    assert!(
        met.text().contains("Second thought.</textarea>"),
        "what was typed is lost"
    );
    let desk = other.page(&format!("{FEES}/comments")).told();
    assert!(desk.contains("First come.") && !desk.contains("Second thought."));
    // Having seen it, the second may still decide.
    let seen = met.value("seen").unwrap();
    answer(&mut other, &seen, "Second thought.").leads();
    other
        .page(&format!("{FEES}/comments"))
        .says("Second thought.");
}

#[test]
fn addresses_of_others_are_not_there() {
    let demo = demo();
    let mut harbour = demo.user("focal-point HWF");
    // The desk's actions belong to the penholder's team, the chair's to the chair.
    for (path, fields) in [
        (format!("{FEES}/comments/freeze"), vec![]),
        (format!("{FEES}/round/close"), vec![]),
        (format!("{FEES}/responses/issue"), vec![]),
        (
            format!("{INSPECTION}/open"),
            vec![("date", "2030-01-01"), ("time", "17:00")],
        ),
        (
            "/practice/members/organisations".to_owned(),
            vec![("organisation_name", "X"), ("category", "member")],
        ),
    ] {
        let refused = harbour.post(&path, &fields);
        assert!(
            [403, 404, 409].contains(&refused.status),
            "{path}: {}",
            refused.status
        );
    }
    assert_eq!(harbour.get("/practice/texts/new").status, 404);
    assert_eq!(harbour.get("/other-group/today").status, 404);
    let mut visitor = demo.server.anonymous();
    for path in [
        "/practice/today",
        "/practice/record",
        &format!("{FEES}/comments"),
        INSPECTION,
    ] {
        let refused = visitor.get(path);
        assert!(
            [401, 403, 404].contains(&refused.status),
            "{path}: {}",
            refused.status
        );
    }
    assert_eq!(visitor.get("/practice").status, 200);
}

#[test]
fn a_form_from_elsewhere_is_refused() {
    let demo = demo();
    let mut union = demo.user("focal-point UIH");
    let page = format!("{FEES}/return");
    let fields = [("answer", "no_comments")];
    for origin in [None, Some("https://elsewhere.example"), Some("null")] {
        let refused = union.post_from(&page, &fields, origin).unwrap();
        assert!(
            [400, 403].contains(&refused.status),
            "{origin:?}: {}",
            refused.status
        );
        assert!(refused.told().len() > 40, "no sentence: {}", refused.told());
    }
    let told = union.page(&page).told();
    assert!(
        !told.contains("What we hold from you"),
        "it was recorded: {told}"
    );
}

#[test]
fn a_server_of_ones_own_has_no_clock_to_move() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::serve(folder.path());
    assert_eq!(
        server
            .anonymous()
            .post("/demo/clock", &[("advance", "1h")])
            .status,
        404
    );
}

fn in_lisbon(ms: i64) -> [String; 2] {
    let at = Timestamp::from_millisecond(ms)
        .unwrap()
        .in_tz("Europe/Lisbon")
        .unwrap();
    [
        at.strftime("%Y-%m-%d").to_string(),
        at.strftime("%H:%M").to_string(),
    ]
}

#[expect(
    clippy::disallowed_methods,
    reason = "the demonstration begins at the machine's time"
)]
fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}
