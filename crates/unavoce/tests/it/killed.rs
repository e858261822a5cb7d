//! Kill −9 in the middle of uploads, answers at the desk and adoptions: nothing that was confirmed is
//! lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use store::Store as _;

use crate::server::{Actor, Server, chosen, sha256};
use crate::word;

const TIMES: u64 = 20;
const FEES: &str = "/practice/texts/recruitment-fees";
const ORGANISATIONS: [&str; 2] = ["HWF", "UIH"];
const MINUTE_MS: i64 = 60_000;

/// What the server told people, in the order in which it did.
#[derive(Default)]
struct Confirmed {
    /// Receipts shown, with what they were shown for.
    receipts: Vec<(u64, String)>,
    returns: BTreeMap<&'static str, Sending>,
    /// By item of the desk: the reason kept last, and one that was perhaps kept.
    answers: BTreeMap<String, (String, Option<String>)>,
    /// Titles of texts whose adoption was confirmed.
    adopted: Vec<String>,
    /// How many of each kind were confirmed.
    counts: BTreeMap<&'static str, u32>,
    /// Requests that the kill cut off.
    cut: u32,
}

/// How far an organisation's return is.
#[derive(Clone, Default)]
struct Sending {
    /// The mark in the file that was confirmed last, and whether its sending was.
    last: Option<(String, bool)>,
    /// The mark in a file whose upload got no answer.
    tried: Option<String>,
}

/// Runs through all kills, and so makes every mark, reason and title one of its own.
#[derive(Default)]
struct Counters {
    mark: AtomicI64,
    text: AtomicI64,
    /// The deadline that was used last, in milliseconds.
    deadline: AtomicI64,
}

#[test]
fn nothing_confirmed_is_lost_when_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let confirmed = Mutex::new(Confirmed::default());
    let counters = Counters::default();
    counters.deadline.store(machine_ms(), Ordering::SeqCst);
    let mut proofs = Vec::new();
    let mut checked = 0;
    for time in 0..TIMES {
        let mut server = Server::demo(folder.path());
        checked = check(&server, &confirmed.lock().unwrap(), checked, &mut proofs);
        work_until_killed(&mut server, time, &confirmed, &counters);
    }
    let server = Server::demo(folder.path());
    let all = confirmed.into_inner().unwrap();
    check(&server, &all, 0, &mut proofs);
    drop(server);
    println!(
        "confirmed {:?}, cut off {}, proofs {}",
        all.counts,
        all.cut,
        proofs.len()
    );
    for kind in ["upload", "return", "answer", "adoption"] {
        assert!(
            all.counts.get(kind).copied() >= Some(10),
            "too few of {kind}: {:?}",
            all.counts
        );
    }
    assert!(all.cut >= 10, "the kills hardly met anything: {}", all.cut);
    verify(folder.path(), &proofs);
}

/// Lets people work, and kills the server at another moment each time.
fn work_until_killed(server: &mut Server, time: u64, told: &Mutex<Confirmed>, counters: &Counters) {
    let over = AtomicBool::new(false);
    let base = server
        .user("secretariat")
        .page(&format!("{FEES}/files/1.docx"))
        .body;
    std::thread::scope(|scope| {
        for organisation in ORGANISATIONS {
            let actor = server.user(&format!("focal-point {organisation}"));
            let (base, over) = (&base, &over);
            scope.spawn(move || returns(actor, organisation, base, over, told, counters));
        }
        let actor = server.user("focal-point FDW");
        scope.spawn(|| answers(actor, &over, told, counters));
        let adopting = [server.user("secretariat"), server.user("chair")];
        scope.spawn(|| adoptions(adopting, &over, told, counters));
        // From a third of a second on, in steps that share no divisor with a request's time.
        std::thread::sleep(Duration::from_millis(350 + time * 137 % 900));
        server.kill();
        over.store(true, Ordering::SeqCst);
    });
}

/// Whether somebody goes on; a request that the kill cut off is counted.
fn went<T>(result: std::io::Result<T>, told: &Mutex<Confirmed>) -> Option<T> {
    if result.is_err() {
        told.lock().unwrap().cut += 1;
    }
    result.ok()
}

fn counted(told: &mut Confirmed, kind: &'static str) {
    *told.counts.entry(kind).or_default() += 1;
}

/// An organisation sends its return again and again, each with a mark of its own.
fn returns(
    mut actor: Actor,
    organisation: &'static str,
    base: &[u8],
    over: &AtomicBool,
    told: &Mutex<Confirmed>,
    counters: &Counters,
) -> Option<()> {
    while !over.load(Ordering::SeqCst) {
        let number = counters.mark.fetch_add(1, Ordering::SeqCst);
        let mark = format!("{}{number:05}x", organisation.to_lowercase());
        // In a paragraph where nobody else proposes anything, so that all other items stay.
        let file = word::typed_over(base, "one voice", &mark);
        told.lock()
            .unwrap()
            .returns
            .entry(organisation)
            .or_default()
            .tried = Some(mark.clone());
        let fields = [("answer", "marked_up")];
        let kept = actor.try_upload(
            &format!("{FEES}/return"),
            &fields,
            &format!("{mark}.docx"),
            &file,
        );
        assert!(went(kept, told)?.leads().ends_with("/return/check"));
        {
            let mut told = told.lock().unwrap();
            let last = Some((mark.clone(), false));
            told.returns
                .insert(organisation, Sending { last, tried: None });
            counted(&mut told, "upload");
        }
        let looked_at = sha256(&file);
        let fields = [("answer", "send"), ("file", looked_at.as_str())];
        let sent = actor.try_post(&format!("{FEES}/return/check"), &fields);
        let answer = went(sent, told)?;
        // The adoptions move the demonstration's clock by days, also while a return is on its way.
        if answer.status == 422 && answer.told().contains("received too long ago") {
            continue;
        }
        let receipt = answer.receipt();
        let mut told = told.lock().unwrap();
        told.returns.insert(
            organisation,
            Sending {
                last: Some((mark.clone(), true)),
                tried: None,
            },
        );
        told.receipts
            .push((receipt, "answered the round on".into()));
        counted(&mut told, "return");
    }
    Some(())
}

/// The penholder answers what IOL and RFC propose, over and over, each time with another reason.
fn answers(
    mut actor: Actor,
    over: &AtomicBool,
    told: &Mutex<Confirmed>,
    counters: &Counters,
) -> Option<()> {
    let mut items = Vec::new();
    for organisation in ["IOL", "RFC"] {
        let page = went(
            actor.try_get(&format!("{FEES}/comments?only={organisation}")),
            told,
        )?;
        items.extend(page.text().split("answer=").skip(1).filter_map(|rest| {
            let item = rest.split(['"', '&', '#']).next()?;
            (!item.is_empty()).then(|| item.to_owned())
        }));
    }
    assert!(items.len() >= 4, "few items at the desk: {items:?}");
    for item in items.iter().cycle() {
        if over.load(Ordering::SeqCst) {
            break;
        }
        let form = went(
            actor.try_get(&format!("{FEES}/comments?answer={item}")),
            told,
        )?;
        let seen = form
            .value("seen")
            .unwrap_or_else(|| panic!("no form for {item}: {}", form.told()));
        let reason = format!("reason{:05}x", counters.mark.fetch_add(1, Ordering::SeqCst));
        {
            let mut told = told.lock().unwrap();
            told.answers.entry(item.clone()).or_default().1 = Some(reason.clone());
        }
        let fields = [
            ("item", item.as_str()),
            ("seen", &seen),
            ("verdict", "not_taken"),
            ("reason", &reason),
        ];
        let kept = went(
            actor.try_post(&format!("{FEES}/comments/answer"), &fields),
            told,
        )?;
        assert!(kept.leads().contains("done=answered"));
        let mut told = told.lock().unwrap();
        told.answers.insert(item.clone(), (reason, None));
        counted(&mut told, "answer");
    }
    Some(())
}

/// Text after text is opened, put under silence, left in silence, and adopted.
fn adoptions(
    [mut secretariat, mut chair]: [Actor; 2],
    over: &AtomicBool,
    told: &Mutex<Confirmed>,
    counters: &Counters,
) -> Option<()> {
    let file = word::plain(&["The parties agree."]);
    let page = went(secretariat.try_get("/practice/texts/new"), told)?.text();
    let penholder = chosen(&page, "penholder");
    while !over.load(Ordering::SeqCst) {
        let number = counters.text.fetch_add(1, Ordering::SeqCst);
        let (title, slug) = (
            format!("Understanding {number:03}x"),
            format!("understanding-{number}"),
        );
        let fields = [
            ("title", &*title),
            ("slug", &slug),
            ("kind", "statement"),
            ("penholder", &penholder),
        ];
        let opened = secretariat.try_upload("/practice/texts/new", &fields, "text.docx", &file);
        let note = |receipt, what: &str| {
            told.lock()
                .unwrap()
                .receipts
                .push((receipt, what.to_owned()))
        };
        note(went(opened, told)?.receipt(), &title);
        let clearance = format!("/practice/texts/{slug}/clearance");
        let deadline = counters.deadline.fetch_add(3 * MINUTE_MS, Ordering::SeqCst) + 3 * MINUTE_MS;
        let [date, time] = in_lisbon(deadline);
        let fields = [("date", date.as_str()), ("time", time.as_str())];
        let under = went(chair.try_post(&format!("{clearance}/open"), &fields), told)?;
        if under.status != 303 {
            under.says("The deadline has to lie ahead.");
            continue;
        }
        note(under.receipt(), "was put under silence");
        went(
            chair.try_post("/demo/clock", &[("advance", "deadline")]),
            told,
        )?
        .leads();
        let mut adopted = went(chair.try_post(&format!("{clearance}/confirm"), &[]), told)?;
        // A procedure that an earlier kill left open had the nearer deadline.
        for _ in 0..5 {
            if adopted.status == 303 {
                break;
            }
            went(
                chair.try_post("/demo/clock", &[("advance", "deadline")]),
                told,
            )?
            .leads();
            adopted = went(chair.try_post(&format!("{clearance}/confirm"), &[]), told)?;
        }
        let receipt = adopted.receipt();
        let mut told = told.lock().unwrap();
        told.receipts.push((receipt, title.clone()));
        told.adopted.push(title);
        counted(&mut told, "adoption");
    }
    Some(())
}

/// Holds what the server shows against what it had told. Receipts before `from` were held already.
fn check(server: &Server, told: &Confirmed, from: usize, proofs: &mut Vec<(u64, String)>) -> usize {
    let mut chair = server.user("chair");
    for (number, about) in &told.receipts[from..] {
        chair
            .page(&format!("/practice/record/receipts/{number}"))
            .says(about);
        let proof = chair.page(&format!("/practice/record/receipts/{number}.tlog-proof"));
        proofs.push((*number, proof.text()));
    }
    let register = chair.page("/practice/decisions").told();
    for title in &told.adopted {
        assert!(register.contains(title), "the decision on {title} is lost");
    }
    let mut penholder = server.user("focal-point FDW");
    let desk: String = [1, 2]
        .map(|page| {
            penholder
                .page(&format!("{FEES}/comments?page={page}"))
                .told()
        })
        .concat();
    for (item, (kept, tried)) in &told.answers {
        let there = (!kept.is_empty() && desk.contains(kept))
            || tried.as_ref().is_some_and(|tried| desk.contains(tried));
        assert!(
            kept.is_empty() || there,
            "the answer {kept} to {item} is lost"
        );
    }
    for (organisation, sending) in &told.returns {
        let page = server
            .user(&format!("focal-point {organisation}"))
            .page(&format!("{FEES}/return"));
        let waiting = page.told();
        let Some((mark, sent)) = &sending.last else {
            continue;
        };
        let waits = |mark: &String| waiting.contains(&format!("{mark}.docx"));
        let kept = if *sent {
            desk.contains(mark.as_str())
        } else {
            desk.contains(mark.as_str()) || waits(mark) || sending.tried.as_ref().is_some_and(waits)
        };
        assert!(
            kept,
            "{organisation}: {mark} (sent: {sent}) is lost; {waiting}\n{desk}"
        );
    }
    told.receipts.len()
}

/// Each proof, also one from before many kills, leads from its act to a checkpoint of the log's key.
fn verify(folder: &Path, proofs: &[(u64, String)]) {
    let store = store::SqliteStore::open(folder).unwrap();
    let mut groups = store.groups().unwrap().into_iter();
    let group = groups.find(|group| group.short_name == "practice");
    let group = group.unwrap();
    let key = fs::read_dir(folder.join("keys"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "key"))
        .map(|path| fs::read_to_string(path).unwrap())
        .map(|text| record::LogKey::from_private_text(text.trim_end()).unwrap())
        .find(|key| key.verifier().name() == group.origin)
        .unwrap();
    let group = group.id;
    assert!(!proofs.is_empty());
    for (number, proof) in proofs {
        let entry = store.entry(&group, number - 1).unwrap();
        let receipt = record::Receipt::parse(proof).unwrap();
        assert_eq!(receipt.index, number - 1);
        assert_eq!(record::leaf_hash(&entry.leaf), entry.leaf_hash);
        let signed = receipt.verify(&entry.leaf_hash, key.verifier()).unwrap();
        assert!(signed.size >= *number);
    }
}

/// Day and time in the practice group's zone, on a whole minute.
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
fn machine_ms() -> i64 {
    Timestamp::now().as_millisecond()
}
