//! The pages of a meeting: who sees which form, what a form sends, what stays in a note.

use pages::meeting::Meeting;
use pages::meetings::{Meetings, span};
use pages::minutes::Minutes;
use pages::note::{Draft, Note};
use pages::{Civil, View, Words, render, samples};

fn shown<V: View>(all: Vec<(&'static str, V)>, state: &str) -> String {
    let (_, view) = all
        .into_iter()
        .find(|(name, _)| *name == state)
        .expect(state);
    let html = render(Words::english(), &samples::member(), &view);
    // The frame has forms of its own.
    html[html.find("<main").expect("main")..].to_owned()
}

#[test]
fn who_neither_chairs_nor_keeps_the_record_sees_no_form() {
    for state in ["called", "member", "closed", "cancelled"] {
        assert!(
            !shown(Meeting::samples(), state).contains("<form"),
            "{state}"
        );
    }
    for state in ["approved", "long"] {
        assert!(
            !shown(Minutes::samples(), state).contains("<form"),
            "{state}"
        );
    }
    assert!(!shown(Draft::samples(), "public").contains("<form"));
    assert!(!shown(Meetings::samples(), "visitor").contains("meetings/new"));
}

#[test]
fn a_decision_that_is_put_stands_above_the_agenda_and_its_two_answers_are_equal() {
    let html = shown(Meeting::samples(), "chair");
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("no {words:?}"));
    assert!(at("Put to the meeting") < at("<h2>Agenda"));
    let equal = &html[at("<div class=\"equal\">")..at("<h2>Agenda")];
    for answer in [
        "<button>It was so decided<small>",
        "?objects=yes#objection\">An organisation objects<small>",
    ] {
        assert!(equal.contains(answer), "{answer}");
    }
    assert!(!equal.contains("class=\"main\""));
    // Everybody sees what is put, nobody else answers.
    let member = shown(Meeting::samples(), "member");
    assert!(member.contains("to report to its ninth working-level meeting."));
    assert!(!member.contains("It was so decided"));
}

#[test]
fn attendance_says_what_the_page_showed_beside_what_is_chosen() {
    let html = shown(Meeting::samples(), "chair");
    for field in [
        "<input type=\"hidden\" name=\"was_bca\" value=\"head\">",
        "<input type=\"radio\" name=\"mark_bca\" value=\"head\" id=\"p1-0\" checked>",
        "<input type=\"radio\" name=\"mark_bca\" value=\"absent\" id=\"p1-3\">",
    ] {
        assert!(html.contains(field), "{field}");
    }
    let html = shown(Meeting::samples(), "opening");
    assert!(html.contains("<input type=\"hidden\" name=\"was_bca\" value=\"\">"));
    assert!(!html.contains(" checked"));
}

#[test]
fn a_quorum_is_told_only_where_one_is_set() {
    let quorum = "members with the right to decide";
    assert!(shown(Meeting::samples(), "member").contains(quorum));
    assert!(!shown(Meeting::samples(), "long").contains(quorum));
}

#[test]
fn what_the_record_says_is_no_field_of_the_minutes() {
    let html = shown(Minutes::samples(), "draft");
    assert!(html.contains("name=\"words_5\"") && html.contains("name=\"until\""));
    assert!(html.contains("<b>Decided.</b>") && html.contains("Action 2026/7"));
    assert!(!html.contains("name=\"summary\"") && !html.contains("name=\"outcome\""));
}

#[test]
fn a_note_from_a_source_claims_nothing_of_its_own_and_the_other_way_round() {
    let told = shown(Note::samples(), "full");
    let own = shown(Note::samples(), "own");
    for words in [
        "The note does not give their texts.",
        "The note does not say who attended",
        "A desire to devote further attention to",
        "Quoted in the note",
    ] {
        assert!(told.contains(words), "{words}");
        assert!(!own.contains(words), "{words}");
    }
    for words in [
        "Written from the group’s own record.",
        "/practice/decisions/2026-4",
        "Themes opened",
        "Issued Friday 19 June 2026.",
    ] {
        assert!(own.contains(words), "{words}");
        assert!(!told.contains(words), "{words}");
    }
}

#[test]
fn a_refused_form_keeps_what_was_typed_and_stands_open() {
    let pages = samples::pages(Words::english());
    let typed = [
        ("call", "refused", "Eighth working-level meeting"),
        ("meeting", "refused", "The lead should rotate."),
        ("agenda", "refused", "Rest hours on coasters"),
        ("item", "refused", "<details open><summary>Open an action"),
        ("item", "refused", "Draft terms of reference"),
        ("minutes", "refused", "who could pay for it."),
        ("minutes", "member-refused", "<option value=\"5\" selected>"),
        (
            "note-draft",
            "refused",
            "value=\"yes\" id=\"f-attendance\" checked",
        ),
    ];
    for (view, state, words) in typed {
        let (.., html) = pages
            .iter()
            .find(|(name, each, _)| *name == view && *each == state)
            .expect(view);
        assert!(html.contains("role=\"alert\""), "{view}, {state}");
        assert!(html.contains(words), "{view}, {state} lost {words}");
    }
}

#[test]
fn from_when_to_when() {
    let at = |day: i8, hour: i8| Civil {
        year: 2026,
        month: 5,
        day,
        weekday: day - 17,
        hour,
        minute: 0,
        zone: "Lisbon".into(),
    };
    let check = |ends: Civil, expect: &str| {
        assert_eq!(span(Words::english(), &at(21, 10), &ends), expect);
    };
    check(at(21, 13), "Thursday 21 May 2026, 10:00 to 13:00 (Lisbon)");
    check(
        at(22, 13),
        "Thursday 21 May 2026, 10:00 to Friday 22 May 2026, 13:00 (Lisbon)",
    );
}
