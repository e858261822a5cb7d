//! The moment of commitment (6-interface): its order, its equal answers, and what is confirmed.

use pages::clearance::{ANSWERS, Clearance};
use pages::position::{PositionKind, Say};
use pages::{Words, render, samples};

fn page(state: &str) -> String {
    let (_, view) = Clearance::samples()
        .into_iter()
        .find(|(name, _)| *name == state)
        .expect(state);
    let html = render(Words::english(), &samples::member(), &view);
    // The rail says for whom one acts, too.
    html[html.find("<main").expect("main")..].to_owned()
}

#[test]
fn a_running_procedure_shows_hat_deadline_consequence_text_and_answers_in_this_order() {
    let html = page("full");
    let order = [
        "You act for Fund for Decent Work at Sea, as focal point.",
        "2 days 4 h 11 min",
        "Wednesday 6 May 2026, 17:00 (Lisbon)",
        "16:00 UTC",
        "If you do nothing",
        "Read it clean",
        "What changed since draft 2",
        "What became of your 6 comments",
        "?say=agrees\"",
        "?say=objects\"",
        "Circulated to all",
    ];
    let mut last = 0;
    for words in order {
        let at = html[last..]
            .find(words)
            .unwrap_or_else(|| panic!("{words:?} comes too early or never"));
        last += at;
    }
}

#[test]
fn the_answers_are_equal() {
    let html = page("full");
    for kind in ANSWERS {
        let link = format!(
            "<a class=\"btn\" href=\"/practice/texts/inspection-task-team/clearance?say={}\">",
            kind.value()
        );
        assert!(html.contains(&link), "{}", kind.value());
        assert_eq!(PositionKind::of(kind.value()), Some(kind));
    }
}

#[test]
fn nobody_who_said_nothing_is_called_silent_or_in_agreement() {
    for state in ["watched", "closed", "broken", "adopted"] {
        let html = page(state);
        assert!(
            html.contains("Institute for Safe Voyages (ISV)</th><td>no objection</td>"),
            "{state}"
        );
        assert!(
            html.contains("<td>nothing said</td>") && !html.contains(">silent"),
            "{state}"
        );
    }
}

#[test]
fn while_it_runs_members_see_no_position_of_others() {
    assert!(!page("full").contains("<table") && page("watched").contains("<table"));
}

#[test]
fn the_preview_sends_again_exactly_what_belongs_to_the_answer() {
    let check = |state: &str, kept: &[(&str, &str)], says: &str| {
        let (_, view) = Say::samples()
            .into_iter()
            .find(|(name, _)| *name == state)
            .expect(state);
        let html = render(Words::english(), &samples::member(), &view);
        for (name, value) in kept {
            let field = format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
            assert!(html.contains(&field), "{state}: {field}");
        }
        assert!(html.contains(says), "{state} does not say {says:?}");
    };
    let reason = ("reason", "Paragraph 3 gives the team no access.");
    let wording = ("wording", "3. Each member may name two inspectors.");
    let statement = ("statement", "Not on paragraph 3.");
    check(
        "preview-objects",
        &[("say", "objects"), reason, wording, ("statement", "")],
        "objects to “Terms of reference of the task team on inspection” and proposes another wording.",
    );
    check(
        "preview-agrees-with",
        &[
            ("say", "agrees_with"),
            statement,
            ("publish", "yes"),
            ("reason", ""),
        ],
        "with a reservation.",
    );
    check(
        "preview-ad-referendum",
        &[("until", "2026-05-15"), ("statement", "")],
        "will confirm by Friday 15 May 2026.",
    );
    check(
        "preview-not-part",
        &[("way", "dissociates"), statement],
        "dissociates itself from",
    );
    check(
        "preview-not-part-plain",
        &[("way", "")],
        "does not take part in the clearance of",
    );
    check(
        "preview-agrees",
        &[("say", "agrees"), ("statement", "")],
        "The Fund for Decent Work at Sea agrees to",
    );
    check(
        "late",
        &[("say", "objects")],
        "recorded as late and has no effect",
    );
}

#[test]
fn readers_are_not_told_how_much_is_open() {
    for (view, state, html) in samples::pages(Words::english()) {
        if view == "comments" && state.starts_with("reader") {
            assert!(
                !html.contains("show=open") && !html.contains("by Nadia Thistle"),
                "{state}"
            );
        }
    }
}
