//! Two windows, two people of one organisation, and what is typed at the limit.

use crate::refusals::{FEES, MARKED_UP, demo, edited};

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
