//! A silence procedure is steered, answered by mail, contested and annulled, over the pages.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use jiff::Timestamp;

use crate::playing::{Sheet, acts, demo, option};
use crate::server::{Actor, Server, fresh};

const TEXT: &str = "/practice/texts/inspection-task-team";

fn clearance() -> String {
    format!("{TEXT}/clearance")
}

fn form(actor: &mut Actor, step: &str) -> Sheet {
    Sheet::on(actor, &clearance(), &format!("{}/{step}", clearance()))
}

#[track_caller]
fn says(actor: &mut Actor, page: &str, words: &str) {
    let told = actor.page(page).told();
    assert!(told.contains(words), "“{words}” is not on {page}: {told}");
}

#[test]
fn more_time_is_asked_once_and_the_chair_extends() {
    let (server, _folder) = demo();
    let mut harbour = server.user("focal-point HWF");
    let mut chair = server.user("chair");
    form(&mut harbour, "more-time").send(&mut harbour).receipt();
    says(&mut harbour, &clearance(), "You have asked for more time");
    let page = harbour.page(&clearance()).text();
    assert!(Sheet::of(&page, &format!("{}/more-time", clearance())).is_none());
    says(&mut chair, "/practice/today", "the procedure waits for you");
    says(&mut chair, &clearance(), "More time was asked for by HWF");
    // An earlier day is refused in a sentence, with what was typed.
    let extend = form(&mut chair, "extend");
    let earlier = extend.clone().with("date", "2020-01-06").send(&mut chair);
    assert_eq!(earlier.status, 422);
    assert!(earlier.text().contains("2020-01-06"), "{}", earlier.told());
    extend.send(&mut chair).receipt();
    says(&mut harbour, &clearance(), "Extended on");
    says(&mut harbour, &clearance(), "the chair has answered");
}

#[test]
fn a_suspension_has_its_reason_and_only_the_chair_does_it() {
    let (server, _folder) = demo();
    let mut chair = server.user("chair");
    let suspend = form(&mut chair, "suspend");
    let empty = suspend.send(&mut chair);
    assert_eq!(empty.status, 422);
    let mut secretariat = server.user("secretariat");
    let theirs = suspend.clone().with("suspend_reason", "A strike.");
    assert_eq!(theirs.send(&mut secretariat).status, 409);
    theirs.send(&mut chair).receipt();
    says(&mut secretariat, &clearance(), "Suspended");
    says(&mut secretariat, &clearance(), "A strike.");
    form(&mut chair, "resume").send(&mut chair).receipt();
    let cancel = form(&mut chair, "cancel").with("cancel_reason", "It is not ripe.");
    cancel.send(&mut chair).receipt();
    says(&mut secretariat, &clearance(), "Cancelled");
    // Pressed once more: the form has no place any more, what was typed is kept.
    let again = cancel.with(
        "cancel_reason",
        "It is not ripe, and it never will be, so to say.",
    );
    let again = again.send(&mut chair);
    assert_eq!(again.status, 409);
    assert!(again.told().contains("never will be"), "{}", again.told());
}

#[test]
fn mail_is_taken_in_entered_and_contested() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let mut harbour = server.user("focal-point HWF");
    let receive = Sheet::on(&mut secretariat, "/practice/inbox", "/practice/inbox");
    let page = secretariat.page("/practice/inbox").text();
    let receive = receive.with(
        "organisation",
        &option(&page, "Harbour Welfare Federation (HWF)"),
    );
    let without = receive.send(&mut secretariat);
    assert_eq!(without.status, 422);
    let mail = receive.upload(&mut secretariat, "mail.eml", b"From: hwf\n\nNot so sure.");
    mail.receipt();
    says(
        &mut secretariat,
        "/practice/today",
        "One message to the group",
    );
    says(&mut secretariat, &clearance(), "has not been read");
    let page = secretariat.page("/practice/inbox").text();
    let (_, rest) = page.split_once("clearance/enter?message=").expect("a link");
    let message = rest.split('"').next().expect("an id").to_owned();
    let enter = format!("{}/enter?message={message}", clearance());
    let sheet = Sheet::on(&mut secretariat, &enter, &format!("{}/enter", clearance()));
    assert_eq!(
        sheet.send(&mut secretariat).status,
        422,
        "nothing is chosen"
    );
    let sheet = sheet.with("position", "doubtful");
    let no_words = sheet.send(&mut secretariat);
    assert_eq!(no_words.status, 422);
    sheet
        .with("reason", "Not so sure.")
        .send(&mut secretariat)
        .receipt();
    says(&mut secretariat, &clearance(), "can be read both ways");
    says(
        &mut harbour,
        "/practice/today",
        "the secretariat entered an answer of yours",
    );
    // Others see neither the message nor whose it is.
    let mut fund = server.user("focal-point FDW");
    let record = fund.page("/practice/record").told();
    assert!(
        !record.contains("Harbour Welfare Federation on"),
        "{record}"
    );
    assert_eq!(fund.get(&format!("/practice/inbox/{message}")).status, 404);
    let evidence = format!("{}/evidence/hwf", clearance());
    assert_eq!(fund.get(&evidence).status, 404);
    assert!(harbour.page(&evidence).text().contains("Not so sure."));
    form(&mut harbour, "contest").send(&mut harbour).receipt();
    let told = secretariat.page(&clearance()).told();
    assert!(!told.contains("can be read both ways"), "{told}");
}

#[test]
fn an_adoption_is_annulled_and_its_text_cleared_anew() {
    let (server, _folder) = demo();
    let mut chair = server.user("chair");
    let page = chair.page("/practice/decisions").text();
    let numbers = page.split("href=\"/practice/decisions/").skip(1);
    let numbers: Vec<&str> = numbers.filter_map(|rest| rest.split('"').next()).collect();
    let adopts = |number: &&str| {
        let page = chair.page(&format!("/practice/decisions/{number}")).text();
        let (_, rest) = page.split_once("href=\"/practice/texts/")?;
        let slug = rest.split(['"', '/']).next()?;
        Some((
            format!("/practice/decisions/{number}"),
            format!("/practice/texts/{slug}"),
        ))
    };
    let (decision, text) = numbers
        .iter()
        .find_map(adopts)
        .expect("one that adopts a text");
    let decision = decision.as_str();
    let mut public = server.anonymous();
    assert_eq!(public.get(&text).status, 200, "it is published");
    let annul = Sheet::on(&mut chair, decision, &format!("{decision}/annul"));
    assert_eq!(annul.send(&mut chair).status, 422);
    annul
        .with("annul_reason", "An objection had come in time.")
        .send(&mut chair)
        .receipt();
    says(&mut chair, decision, "An objection had come in time.");
    let mut secretariat = server.user("secretariat");
    says(&mut secretariat, decision, "has no effect any more");
    says(&mut public, &text, "That decision was annulled");
    assert_eq!(public.get(&format!("{text}/files/1.docx")).status, 404);
    let restart = format!("{text}/clearance/restart");
    let page = chair.page(&format!("{text}/clearance")).text();
    assert!(Sheet::of(&page, &restart).is_some());
}

#[test]
fn rules_and_working_days_are_set_and_refused_with_what_was_typed() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let rules = "/practice/rules";
    let page = secretariat.page(rules).told();
    for (name, _) in group::settings::DEFAULTS.iter() {
        // Each rule has its words: none is shown by its name in the record.
        assert!(!page.contains(name), "{name}: {page}");
        assert!(!page.contains(&name.replace(['.', '_'], "-")), "{name}");
    }
    let days = |sheet: Sheet, value: &str| {
        sheet
            .with("name", "silence.minimum_days")
            .with("silence.minimum_days", value)
    };
    let sheet = Sheet::on(&mut secretariat, rules, rules);
    for wrong in ["three", "-1", "100000"] {
        assert_eq!(
            days(sheet.clone(), wrong).send(&mut secretariat).status,
            422
        );
    }
    days(sheet, "4").send(&mut secretariat).receipt();
    let set = format!("{rules}/calendar");
    let sheet = Sheet::on(&mut secretariat, rules, &set);
    let wrong = sheet
        .clone()
        .with("holidays", "Christmas")
        .send(&mut secretariat);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Christmas"));
    sheet
        .with("holidays", "2026-12-25 Christmas Day")
        .send(&mut secretariat)
        .receipt();
    let mut observer = server.user("observer LLA");
    says(&mut observer, rules, "Christmas Day");
    let theirs = observer.page(rules).text();
    assert!(Sheet::of(&theirs, rules).is_none());
}

/// Each is sent twice now and then, as an impatient browser does. Performance is told by `scripts/measure`; that
/// they come from another process than the server, at once, is what this holds.
#[test]
fn thirteen_hundred_positions_at_once_are_all_recorded_and_each_once() {
    const ROLES: [&str; 4] = [
        "focal-point FDW",
        "focal-point HWF",
        "focal-point UIH",
        "head OSR",
    ];
    const EACH: usize = 325;
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let before = acts(&mut secretariat);
    let told: Vec<u64> = std::thread::scope(|scope| {
        let sending = ROLES.map(|role| {
            let mut actor = server.user(role);
            scope.spawn(move || {
                let positions = (0..EACH).map(|at| {
                    let say = ["agrees", "does_not_take_part"][at % 2];
                    let command = fresh();
                    let fields = [("say", say), ("step", "confirm"), ("command", &command)];
                    let path = format!("{}/position", clearance());
                    let receipt = actor.post(&path, &fields).receipt();
                    if at % 10 == 0 {
                        assert_eq!(actor.post(&path, &fields).receipt(), receipt, "once");
                    }
                    receipt
                });
                positions.collect::<Vec<u64>>()
            })
        });
        sending
            .into_iter()
            .flat_map(|sent| sent.join().unwrap())
            .collect()
    });
    let different: BTreeSet<u64> = told.iter().copied().collect();
    assert_eq!(
        (told.len(), different.len()),
        (ROLES.len() * EACH, ROLES.len() * EACH)
    );
    assert_eq!(acts(&mut secretariat), before + told.len() as u64);
}

/// What becomes of a deadline in such a gap is held by `office/tests/it/timing.rs`; here, that the server that is
/// killed leaves its last beat behind, and that a gap without a deadline is nobody's business.
#[test]
fn a_server_that_was_killed_leaves_its_last_beat() {
    let folder = tempfile::tempdir().unwrap();
    let heartbeat = folder.path().join("heartbeat");
    let last = "2020-05-04T08:00:00Z";
    fs::write(&heartbeat, last).unwrap();
    let mut server = Server::serve(folder.path());
    let beaten = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        fs::read_to_string(&heartbeat).unwrap() != last
    });
    assert!(beaten, "it beats once it runs");
    server.kill();
    let kept = fs::read_to_string(&heartbeat).unwrap();
    let kept: Timestamp = kept.trim().parse().expect("an instant");
    assert!(kept > last.parse().expect("an instant"));
}
