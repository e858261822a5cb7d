//! What is told, as pages and as messages that wait to be sent.

use mail_parser::MessageParser;

use crate::playing::{Sheet, demo};
use crate::server::Actor;

const CLEARANCE: &str = "/practice/texts/inspection-task-team/clearance";

/// The chair extends the procedure on its page.
fn extend(chair: &mut Actor) {
    Sheet::on(chair, CLEARANCE, &format!("{CLEARANCE}/extend"))
        .send(chair)
        .receipt();
}

/// The links of a page that begin so, in their order.
fn links(page: &str, beginning: &str) -> Vec<String> {
    let opening = format!("href=\"{beginning}");
    let parts = page.split(&opening).skip(1);
    parts
        .map(|rest| format!("{beginning}{}", rest.split('"').next().unwrap()))
        .collect()
}

#[test]
fn each_organisation_has_its_message_in_the_outbox() {
    let (server, _folder) = demo();
    let mut chair = server.user("chair");
    let mut secretariat = server.user("secretariat");
    extend(&mut chair);
    let page = secretariat.page("/practice/outbox").text();
    let files = links(&page, "/practice/outbox/");
    let mut told = Vec::new();
    for file in &files {
        let message = secretariat.page(file).text();
        let parsed = MessageParser::default();
        let parsed = parsed.parse(message.as_bytes()).expect("a message");
        // Others may have been reminded of something meanwhile.
        if !parsed.subject().unwrap().contains("is extended until") {
            continue;
        }
        assert!(message.contains("X-Unsent: 1"), "{message}");
        let body = parsed.body_text(0).unwrap();
        assert!(body.contains(CLEARANCE), "{body}");
        assert!(body.contains("/practice/record/receipts/"), "{body}");
        let to = parsed.to().unwrap().as_group().unwrap();
        told.push(to[0].name.clone().unwrap().into_owned());
    }
    assert_eq!(told.len(), 12, "all that take part: {told:?}");
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 12, "one each");
    let today = secretariat.page("/practice/today").told();
    assert!(today.contains("messages wait to be sent"), "{today}");
    // What the secretariat has sent leaves the list; pressed for nothing, it says so.
    let sheet = Sheet::on(
        &mut secretariat,
        "/practice/outbox",
        "/practice/outbox/sent",
    );
    let nothing = Sheet {
        fields: vec![(
            "command".to_owned(),
            sheet.value("command").unwrap().to_owned(),
        )],
        ..sheet.clone()
    };
    assert_eq!(nothing.send(&mut secretariat).status, 422);
    let mut member = server.user("focal-point HWF");
    assert_eq!(
        sheet.send(&mut member).status,
        404,
        "the outbox is the secretariat’s"
    );
    sheet.send(&mut secretariat).leads();
    let page = secretariat.page("/practice/outbox").told();
    assert!(page.contains("No message waits"), "{page}");
    assert_eq!(secretariat.get(&files[0]).status, 404);
    // What was told stays.
    let notices = member.page("/practice/notices").told();
    assert!(notices.contains("is extended until"), "{notices}");
}

#[test]
fn an_organisation_reads_what_it_was_told_and_nobody_elses() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let mut union = server.user("focal-point UIH");
    let mut fund = server.user("focal-point FDW");
    let enter = format!("{CLEARANCE}/enter");
    let page = secretariat.page(&enter).text();
    Sheet::of(&page, &enter)
        .unwrap()
        .with(
            "organisation",
            &crate::playing::option(&page, "Union of Island Harbours (UIH)"),
        )
        .with("position", "agrees")
        .send(&mut secretariat)
        .receipt();
    let page = union.page("/practice/notices").text();
    assert!(page.contains("an answer of yours was entered"), "{page}");
    let notice = links(&page, "/practice/notices/").remove(0);
    let told = union.page(&notice).told();
    assert!(
        told.contains("If it is not what you said, say so on the page"),
        "{told}"
    );
    let file = union.page(&format!("{notice}/message.eml")).text();
    assert!(file.contains("Union of Island Harbours"), "{file}");
    // Another organisation has no such notice, under no address.
    assert_eq!(fund.get(&notice).status, 404);
    assert_eq!(fund.get(&format!("{notice}/message.eml")).status, 404);
    let page = fund.page("/practice/notices").told();
    assert!(!page.contains("was entered"), "{page}");
    for number in ["0", "99999999", "x", "-1"] {
        assert_eq!(
            union.get(&format!("/practice/notices/{number}")).status,
            404
        );
    }
}

#[test]
fn all_are_reminded_a_working_day_before_the_deadline() {
    let (server, _folder) = demo();
    let mut chair = server.user("chair");
    let mut observer = server.user("observer LLA");
    extend(&mut chair);
    for _ in 0..12 {
        if observer
            .page("/practice/notices")
            .told()
            .contains("the deadline comes")
        {
            return;
        }
        chair.post("/demo/clock", &[("advance", "1d")]).leads();
    }
    panic!("nobody was reminded");
}
