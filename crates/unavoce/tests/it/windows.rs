//! Two windows, two people of one organisation, and what is typed at the limit.

use crate::refusals::{FEES, MARKED_UP, demo, edited};
use crate::server::chosen;

#[test]
fn what_is_sent_is_the_file_that_was_looked_at() {
    let demo = demo();
    let mut harbour = demo.user("focal-point HWF");
    let mut colleague = demo.user("focal-point HWF");
    let (first, second) = (edited(&mut harbour, "seen"), edited(&mut harbour, "unseen"));
    let page = format!("{FEES}/return");
    harbour.upload(&page, &MARKED_UP, "first.docx", &first);
    let looked_at = harbour
        .page(&format!("{page}/check"))
        .value("file")
        .unwrap();
    colleague.upload(&page, &MARKED_UP, "second.docx", &second);
    let send = [("answer", "send"), ("file", looked_at.as_str())];
    let refused = harbour.post(&format!("{page}/check"), &send);
    assert_eq!(refused.status, 422);
    refused.says("Another file of your organisation came in meanwhile, and nothing was sent.");
    refused.says("In second.docx we read");
}

#[test]
fn a_round_closed_in_two_windows_is_closed_once() {
    let demo = demo();
    let mut secretariat = demo.user("secretariat");
    let close = format!("{FEES}/round/close");
    secretariat.post(&close, &[]).receipt();
    let again = secretariat.post(&close, &[]).leads();
    assert!(again.contains("done=already"), "{again}");
}

#[test]
fn an_answer_that_is_too_long_is_refused_where_it_is_typed() {
    let demo = demo();
    let mut secretariat = demo.user("secretariat");
    let page = secretariat.page(&format!("{FEES}/comments")).text();
    let item = page.split("&amp;answer=").nth(1).unwrap();
    let item = item.split('#').next().unwrap().to_owned();
    let reason = "x".repeat(20_001);
    let fields = [
        ("item", item.as_str()),
        ("verdict", "not_taken"),
        ("reason", reason.as_str()),
    ];
    let refused = secretariat.post(&format!("{FEES}/comments/answer"), &fields);
    assert_eq!(refused.status, 422);
    refused.says("This is longer than 20,000 characters.");
    assert!(refused.text().contains(&reason), "what was typed is lost");
}

#[test]
fn a_persons_name_has_a_limit_and_is_kept_where_it_was_typed() {
    let demo = demo();
    let mut secretariat = demo.user("secretariat");
    let page = secretariat.page("/practice/members").text();
    let (_, select) = page.split_once("name=\"organisation\"").unwrap();
    let organisation = chosen(
        &format!("name=\"o\" {}", select.split_once("<option ").unwrap().1),
        "o",
    );
    for (name, why) in [
        ("x".repeat(301), "is longer than 300 characters"),
        (" ".into(), "The name of the person is missing."),
    ] {
        let fields = [
            ("organisation", organisation.as_str()),
            ("person_name", name.as_str()),
            ("seat", "focal_point"),
        ];
        let refused = secretariat.post("/practice/members/seats", &fields);
        assert_eq!(refused.status, 422);
        refused.says(why);
        let kept = refused.text().contains(name.trim());
        assert!(kept, "what was typed is lost");
    }
}
