//! The rows of the note of 2018 in a group that lives: what the software makes of each of them.

use crate::playing::{
    Sheet, action, called, decide, demo, item, link_before, linked, meeting, opened, option,
    outcome, press,
};
use crate::server::{Actor, Answer};

const FIRST: &str = "Meeting of heads: how we shall work together";
const SECOND: &str = "Meeting of heads: priorities and the new chair";
const FOURTH: &str = "Working level: repatriation, and a statement on fees";
const FIFTH: &str = "Working level: training, and the calendar";
const NEXT: &str = "Working level: recruitment fees, and a page for crews";
const THIRD_OF_HEADS: &str = "Meeting of heads: what came of the three priorities";

/// Fails if the page says this.
#[track_caller]
pub(crate) fn never(page: &Answer, words: &str) {
    let told = page.told();
    assert!(!told.contains(words), "says {words}: {told}");
}

/// What stands between two phrases of a page.
#[track_caller]
fn between(told: &str, from: &str, to: &str) -> String {
    let (_, rest) = told
        .split_once(from)
        .unwrap_or_else(|| panic!("not said: {from}: {told}"));
    rest.split_once(to).unwrap().0.to_owned()
}

/// Row 1: the issued note carries what the note of 2018 carries, from the record.
#[test]
fn the_note_of_a_meeting_carries_its_facts() {
    let (server, _folder) = demo();
    let mut visitor = server.anonymous();
    let title = "Heads of organisations agree to speak with one voice on work at sea";
    let at = linked(&visitor.page("/practice/meetings").text(), title);
    let note = visitor.page(&at);
    for fact in [
        title,
        "Heads of organisations, first in the series",
        "Coordinator IOL · Wilhelmina Oakes",
        "Chair HWF · Bram Willow",
        "are the first subjects of the Practice Group on Decent Work at Sea, whose heads met for the first time.",
        "2 decisions, of strategic and procedural importance, were adopted at the meeting.",
        "Released so far: Decision",
        "One voice on work at sea",
        "“A crew does not ask which of us is competent. It asks whether somebody is coming.” Bram Willow, \
         President of the Harbour Welfare Federation, Chair of the Group",
        "“We have counted for years, each for itself. From today on we can add up.” Wilhelmina Oakes, Director",
        "Themes opened Recruitment fees Rest and welfare on board",
        "Members on that day: 11",
        "Maritime Teachers’ Network (MTN)",
        "Society of Lightship Keepers (SLK)",
        "Written from the group’s own record. Issued",
    ] {
        note.says(fact);
    }
    // The other decision is counted, and not yet told; summaries and minutes stay inside.
    for inner in [
        "Working methods of the Group",
        "Lighthouse",
        "There was wide agreement",
        "Three had asked for different things",
        "Ask ten ports",
    ] {
        never(&note, inner);
    }
    let on = between(
        &note.told(),
        "When and where ",
        ", Lisbon, Old Customs House",
    );
    let mut member = server.user("focal-point UIH");
    let inside = meeting(&mut member, FIRST);
    assert_eq!(inside, at, "one address for all");
    member.page(&inside).says(&format!(
        "{on}, 10:00 to 17:00 (Lisbon), Lisbon, Old Customs House"
    ));
    visitor
        .page("/practice/meetings")
        .says(&format!("{on}, Lisbon"));
}

/// Row 1 once more, for a meeting that is held now; and row 2: which one of its level it is.
#[test]
fn a_meeting_of_heads_that_is_held_now_is_the_third() {
    let (server, _folder) = demo();
    let (mut secretariat, mut chair) = (server.user("secretariat"), server.user("chair"));
    let mut visitor = server.anonymous();
    let topics = ["What a quay is for"];
    let at = called(&mut secretariat, "Heads on a quay", "heads", -1, &topics);
    secretariat
        .page(&at)
        .says("Heads of organisations, third in the series");
    opened(&mut secretariat, &at);
    let quay = item(&mut chair, &at, topics[0]);
    let decision = decide(&mut chair, &at, &quay, "Meet on a quay", "strategic");
    outcome(&mut chair, &quay, "decided", "MARK-SUMMARY");
    press(&mut chair, &at, "close").receipt();
    let note = format!("{at}/note");
    Sheet::on(
        &mut server.user("head OSR"),
        &note,
        &format!("{note}/quotation"),
    )
    .with("words", "A quay is where we meet those we speak for.")
    .with("attribution", "Kofi Juniper, Commissioner")
    .send(&mut server.user("head OSR"))
    .receipt();
    assert_eq!(
        visitor.get(&at).status,
        404,
        "nothing is public before the note"
    );
    Sheet::on(&mut secretariat, &note, &format!("{note}/issue"))
        .with("title", "Heads meet on a quay")
        .with(
            "lede",
            "For the first time the heads met where crews come ashore.",
        )
        .send(&mut secretariat)
        .receipt();
    let page = visitor.page(&at);
    for fact in [
        "Heads meet on a quay",
        "Heads of organisations, third in the series",
        "Chair BCA · Tamsin Reed",
        "Coordinator IOL · Wilhelmina Oakes",
        "For the first time the heads met where crews come ashore.",
        "One decision, of strategic importance, was adopted at the meeting.",
        "“A quay is where we meet those we speak for.” Kofi Juniper, Commissioner",
        "Members on that day: 10",
        "Maritime Training Network (MTN)",
    ] {
        page.says(fact);
    }
    for inner in [
        "MARK-SUMMARY",
        "Meet on a quay",
        "Who attended",
        "Lisbon, Pilot House, ",
    ] {
        never(&page, inner);
    }
    assert_eq!(
        visitor.get(&decision).status,
        404,
        "the decision is not released"
    );
    // The one that was to be the third is the fourth now; the working level is counted apart.
    let list = secretariat.page("/practice/meetings");
    list.says(&format!(
        "{THIRD_OF_HEADS} Heads of organisations, fourth in the series"
    ));
    list.says(&format!("{NEXT} Working level, sixth in the series"));
}

/// Row 2 for the meetings of the year; a cancelled one doesn't count.
#[test]
fn each_level_is_counted_apart() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let list = secretariat.page("/practice/meetings");
    for (title, ordinal) in [
        (FIRST, "Heads of organisations, first in the series"),
        (SECOND, "Heads of organisations, second in the series"),
        (
            THIRD_OF_HEADS,
            "Heads of organisations, third in the series",
        ),
        (FIFTH, "Working level, fifth in the series"),
        (NEXT, "Working level, sixth in the series"),
    ] {
        list.says(&format!("{title} {ordinal}"));
    }
    let heads = meeting(&mut secretariat, THIRD_OF_HEADS);
    Sheet::on(&mut secretariat, &heads, &format!("{heads}/cancel"))
        .with("cancel_reason", "The hall is flooded.")
        .send(&mut secretariat)
        .receipt();
    called(&mut secretariat, "Heads, later", "heads", 200, &[]);
    called(
        &mut secretariat,
        "Focal points, later",
        "working_level",
        201,
        &[],
    );
    let list = secretariat.page("/practice/meetings");
    list.says("Heads, later Heads of organisations, third in the series");
    list.says("Focal points, later Working level, seventh in the series");
}

/// Row 3: what comes later leaves the earlier page as it was. Row 9: both offices as they stood on the day.
#[test]
fn offices_stand_as_they_were_on_the_day() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let mut visitor = server.anonymous();
    let [first, second, fourth] =
        [FIRST, SECOND, FOURTH].map(|title| meeting(&mut secretariat, title));
    // The chair was decided at the second meeting and passed on the day after it.
    for (at, chair) in [
        (&first, "Chair HWF · Bram Willow"),
        (&second, "Chair HWF · Bram Willow"),
        (&fourth, "Chair BCA · Tamsin Reed"),
    ] {
        let page = secretariat.page(at);
        page.says(chair);
        page.says("Coordinator IOL · Wilhelmina Oakes");
    }
    let told = |visitor: &mut Actor| {
        let page = visitor.page(&second).told();
        between(&page, "Heads of organisations, second", "About this note")
    };
    let before = told(&mut visitor);
    let members = secretariat.page("/practice/members").text();
    let offices = Sheet::of(&members, "/practice/members/offices").unwrap();
    for (office, organisation, seat) in [
        (
            "chair",
            "Harbour Welfare Federation (HWF)",
            "Sefa Linden, focal point, HWF",
        ),
        (
            "coordinator",
            "Fund for Decent Work at Sea (FDW)",
            "Elio Fennimore, head, FDW",
        ),
    ] {
        offices
            .clone()
            .with("command", &crate::server::fresh())
            .with("office", office)
            .with("office_organisation", &option(&members, organisation))
            .with("office_exercised_by", &option(&members, seat))
            .send(&mut secretariat)
            .receipt();
    }
    let now = visitor.page("/practice/members");
    now.says("chair: Sefa Linden");
    now.says("coordinator: Elio Fennimore");
    never(&now, "Tamsin Reed");
    assert_eq!(told(&mut visitor), before, "the earlier meeting changed");
    secretariat.page(&fourth).says("Chair BCA · Tamsin Reed");
    let next = meeting(&mut secretariat, NEXT);
    secretariat.page(&next).says("Chair HWF · Sefa Linden");
    // Row 3: kinds of organisations are named.
    for kind in [
        "member · non-governmental · chair: Sefa",
        "member · regional",
        "partner · non-governmental",
    ] {
        now.says(kind);
    }
}

/// Row 4: who asked the group for what, by which instrument, and what cites it.
#[test]
fn the_mandate_names_its_instrument_and_what_cites_it() {
    let (server, _folder) = demo();
    let mut visitor = server.anonymous();
    let page = visitor.page("/practice/mandates");
    page.says("Mandated by the Assembly of Coastal States");
    page.says("Invites the organisations that work for seafarers and fishers");
    page.says("Instrument Resolution 12 of its fourth session Date");
    page.says("One voice on work at sea");
    never(&page, "A joint statement on recruitment fees");
    let cited = link_before(&page.text(), "One voice on work at sea");
    visitor
        .page(&cited)
        .says("Assembly of Coastal States, Resolution 12 of its fourth session");
    // Inside, also the decisions that are not released.
    let inside = server.user("head OSR").page("/practice/mandates");
    inside.says("A joint statement on recruitment fees");
    let icat = visitor.page("/icat/mandates");
    icat.says("Instrument The note does not say");
    never(&icat, "Cited by");
}

/// Row 11: decisions have numbers, kinds and a basis, and belong to their meeting.
#[test]
fn decisions_are_numbered_with_kind_and_basis() {
    let (server, _folder) = demo();
    let mut member = server.user("focal-point UIH");
    let register = member.page("/practice/decisions");
    register.says("13");
    for fact in [
        "by consensus at “Meeting of heads: priorities and the new chair”",
        "by silence procedure The text",
    ] {
        register.says(fact);
    }
    let rows = |page: &Answer| page.text().matches("<li class=\"row\" id=").count();
    assert_eq!(rows(&register), 13);
    let slug = |at: String| at.trim_start_matches("/practice/meetings/").to_owned();
    let second = slug(meeting(&mut member, SECOND));
    let narrowed = member.page(&format!("/practice/decisions?meeting={second}"));
    assert_eq!(rows(&narrowed), 3);
    let procedural = member.page(&format!(
        "/practice/decisions?meeting={second}&kind=procedural"
    ));
    assert_eq!(rows(&procedural), 1);
    procedural.says("The Bureau for Crew Affairs takes the chair");
    let themed = member.page("/practice/decisions?theme=children-on-vessels");
    assert_eq!(rows(&themed), 2);
    // Numbers run without gaps in their year.
    let mut years = std::collections::BTreeMap::<String, Vec<u32>>::new();
    for part in register.text().split("<li class=\"row\" id=\"").skip(1) {
        let (year, rank) = part.split('"').next().unwrap().split_once('-').unwrap();
        years
            .entry(year.into())
            .or_default()
            .push(rank.parse().unwrap());
    }
    for (year, mut ranks) in years {
        ranks.sort_unstable();
        let count = u32::try_from(ranks.len()).unwrap();
        assert_eq!(ranks, (1..=count).collect::<Vec<_>>(), "{year}");
    }
    let mut visitor = server.anonymous();
    assert_eq!(rows(&visitor.page("/practice/decisions")), 6);
    let icat = visitor.page("/icat/decisions");
    icat.says("10 decisions, of strategic and procedural importance");
    assert_eq!(rows(&icat), 0);
    for number in ["2018-1", "1", "2018-10"] {
        assert_eq!(
            visitor.get(&format!("/icat/decisions/{number}")).status,
            404
        );
    }
}

/// Row 12: what is overdue stands in the next agenda and on Today; done, in neither.
#[test]
fn an_overdue_action_comes_back_until_it_is_done() {
    let (server, _folder) = demo();
    let (mut secretariat, mut islands) =
        (server.user("secretariat"), server.user("focal-point UIH"));
    let mut other = server.user("focal-point HWF");
    let what = "Count the lamps on the quays of the islands.";
    let at = action(
        &mut secretariat,
        what,
        "Union of Island Harbours (UIH)",
        Some(1),
    );
    secretariat.page(&at).says("tomorrow");
    for _ in 0..2 {
        secretariat
            .post("/demo/clock", &[("advance", "1d")])
            .leads();
    }
    let next = format!("{}/agenda", meeting(&mut secretariat, NEXT));
    let later = format!("{}/agenda", meeting(&mut secretariat, THIRD_OF_HEADS));
    for agenda in [&next, &later] {
        secretariat.page(agenda).says(what);
    }
    let todays = islands.page("/practice/today");
    todays.says(&format!(
        "{what} For your organisation to do · report on it, or ask for another day was due"
    ));
    let reminder = secretariat.page("/practice/today");
    reminder.says(&format!("{what} With UIH · ask how it goes was due"));
    let asked = |page: &Answer| {
        let told = page.told();
        told.split("What happened").next().unwrap().contains(what)
    };
    assert!(
        !asked(&other.page("/practice/today")),
        "nobody else is asked"
    );
    secretariat
        .page("/practice/actions?state=overdue")
        .says(what);
    Sheet::on(&mut islands, &at, &format!("{at}/report"))
        .with("report", "Forty-one lamps.")
        .send(&mut islands)
        .receipt();
    assert!(
        asked(&islands.page("/practice/today")),
        "in progress is not done"
    );
    let report = Sheet::on(&mut islands, &at, &format!("{at}/report"));
    let done = Sheet {
        action: format!("{at}/done"),
        ..report.with("report", "Forty-four lamps, two of them broken.")
    };
    done.send(&mut islands).receipt();
    for agenda in [&next, &later] {
        never(&secretariat.page(agenda), what);
    }
    for actor in [&mut islands, &mut secretariat] {
        assert!(
            !asked(&actor.page("/practice/today")),
            "done, it is still asked for"
        );
    }
}
