//! Decisions and actions: what a visitor sees of them, and how days are said without blame.

use pages::actions::{Actions, Due};
use pages::coverage::Coverage;
use pages::decision::Decision;
use pages::{Words, render, samples};

/// The content of `main` of the sample in that state.
fn main_of(samples: Vec<(&'static str, impl pages::View)>, state: &str, inside: bool) -> String {
    let shell = if inside {
        samples::member()
    } else {
        samples::visitor()
    };
    let (_, view) = samples
        .into_iter()
        .find(|(name, _)| *name == state)
        .expect(state);
    let html = render(Words::english(), &shell, &view);
    html[html.find("<main").expect("main")..].to_owned()
}

#[test]
fn a_visitor_reads_the_decision_and_nothing_of_the_groups_own_work() {
    let html = main_of(Decision::samples(), "public", false);
    assert!(html.contains("The Group decides to keep one calendar"));
    assert!(html.contains("Reservation by Regional Fisheries Conference (RFC)"));
    for inside in [
        "<form",
        "absent",
        "2026/3",
        "What follows",
        "among the members",
        "Who can read it",
    ] {
        assert!(!html.contains(inside), "a visitor reads {inside:?}");
    }
}

#[test]
fn members_read_who_was_absent_and_until_when_they_may_attach() {
    let html = main_of(Decision::samples(), "member", true);
    assert!(html.contains(
        "FDW was absent and may attach a reservation or a statement until Thursday 7 May 2026."
    ));
    assert!(html.contains("You act for Fund for Decent Work at Sea, as focal point."));
}

#[test]
fn days_are_said_in_words() {
    let check = |days: i64, expect: &str| {
        let due = Due::on("Friday 1 May 2026".into(), days);
        assert_eq!(due.words(Words::english()), expect);
    };
    check(0, "today");
    check(1, "tomorrow");
    check(3, "in 3 days");
    check(-1, "was due Friday 1 May 2026");
    assert_eq!(
        Due::NextMeeting.words(Words::english()),
        "before the next meeting"
    );
}

#[test]
fn our_own_actions_come_first_and_the_lead_is_named_first() {
    let html = main_of(Actions::samples(), "full", true);
    let order = [
        "For us, FDW",
        "was due Friday 1 May 2026",
        "HWF, with FDW",
        "For others",
        "before the next meeting",
        "done on",
    ];
    let mut last = 0;
    for words in order {
        last += html[last..]
            .find(words)
            .unwrap_or_else(|| panic!("{words:?} comes too early or never"));
    }
}

#[test]
fn short_forms_of_approaches_are_told_apart_and_explained() {
    let html = main_of(Coverage::samples(), "full", true);
    assert!(html.contains("<b>prot</b> protection and support"));
    assert!(html.contains("<abbr title=\"prevention\">prev</abbr>"));
    assert!(html.contains("nobody yet for protection and support"));
}
