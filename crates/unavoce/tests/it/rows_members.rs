//! The rows of the note of 2018 that are about themes and members, in a group that lives.

use crate::playing::{Sheet, day, demo, led_to, link_before, linked, option};
use crate::rows::never;
use crate::server::Actor;

/// Row 5 and row 16: who works on what, and the gaps; as of a day.
#[test]
fn coverage_shows_who_works_on_what_and_the_gaps() {
    let (server, _folder) = demo();
    let mut visitor = server.anonymous();
    let coverage = "/practice/members/coverage";
    let page = visitor.page(coverage);
    page.says("OSR Prot , Insp Prot , Insp");
    page.says("FDW Prev , Part Prev Part");
    let gap = "Children on fishing vessels : nobody yet for Protection and support, Inspection and enforcement";
    page.says(gap);
    page.says("Complaint mechanisms : nobody yet for Prevention");
    let mut islands = server.user("focal-point UIH");
    Sheet::on(
        &mut islands,
        "/practice/members/uih",
        "/practice/members/uih/profile",
    )
    .with("works_on_children-on-vessels", "Protection and support")
    .and("works_on_children-on-vessels", "Partnership")
    .with("profile_words", "We take children in until somebody comes.")
    .send(&mut islands)
    .receipt();
    let page = visitor.page(coverage);
    page.says("UIH Prot , Part");
    page.says("Children on fishing vessels : nobody yet for Inspection and enforcement");
    never(&page, gap);
    visitor
        .page(&format!("{coverage}?on={}", day(-1)))
        .says(gap);
    let long_ago = visitor.page(&format!("{coverage}?on={}", day(-300)));
    long_ago.says("Recruitment fees : nobody yet");
    never(&long_ago, "Prot , Insp");
    // The same from both ends.
    let theme = visitor.page("/practice/themes/children-on-vessels");
    theme.says("Union of Island Harbours (UIH) : Protection and support, Partnership");
    let member = visitor.page("/practice/members/uih");
    member.says("Children on fishing vessels : Protection and support, Partnership");
    member.says("We take children in until somebody comes.");
    assert_eq!(visitor.get("/icat/members/coverage").status, 404);
    never(&visitor.page("/icat/members"), "Who works on what");
}

/// Row 13: each theme has a page with all that carries it.
#[test]
fn each_theme_has_a_page_with_what_carries_it() {
    let (server, _folder) = demo();
    let (mut visitor, mut secretariat) = (server.anonymous(), server.user("secretariat"));
    let list = visitor.page("/practice/themes").text();
    let slugs: Vec<&str> = list
        .split("href=\"/practice/themes/")
        .skip(1)
        .map(|part| part.split('"').next().unwrap())
        .collect();
    assert_eq!(slugs.len(), 6, "{slugs:?}");
    for slug in &slugs {
        let page = visitor.page(&format!("/practice/themes/{slug}"));
        page.says("Who works on it");
        page.says("Proof : this theme, as recorded");
    }
    let page = "/practice/themes/inspection";
    let (outer, inner) = (visitor.page(page), secretariat.page(page));
    outer.says(
        "Who works on it Bureau for Crew Affairs (BCA) : Inspection and enforcement, Partnership",
    );
    outer.says("Three priorities for the second year");
    for within in [
        "A task team on inspection",
        "Ask the members’ ports",
        "Propose, on one page",
    ] {
        inner.says(within);
        never(&outer, within);
    }
    // A text gets the theme, and stands on its page for those who may read it.
    let text = "/practice/texts/safe-rest";
    let tag = format!("{text}/themes");
    let fields = [("themes", "inspection"), ("themes", "rest-and-welfare")];
    secretariat.post(&tag, &fields).receipt();
    visitor
        .page(page)
        .says("Joint statement on safe rest at sea");
    // A closed one keeps what it carried, and takes nothing new.
    visitor.page("/practice/themes").says("Closed Repatriation");
    secretariat
        .page("/practice/themes/repatriation")
        .says("Repatriation passes to another table");
    let refused = secretariat.post(&tag, &[("themes", "repatriation")]);
    assert_eq!(refused.status, 409);
    refused.says("The theme is closed");
}

/// Row 14: two themes belong together, with the words and who said so.
#[test]
fn linked_themes_say_who_links_them() {
    let (server, _folder) = demo();
    let (mut visitor, mut secretariat) = (server.anonymous(), server.user("secretariat"));
    for (page, other) in [
        ("/practice/themes/recruitment-fees", "Complaint mechanisms"),
        ("/practice/themes/complaint-mechanisms", "Recruitment fees"),
    ] {
        let page = visitor.page(page);
        page.says(&format!(
            "Belongs together with {other} “Who has paid for a job seldom complains"
        ));
        page.says("should be read together.” Office for Seafarers’ Rights (OSR)");
    }
    let page = "/practice/themes/inspection";
    let html = secretariat.page(page).text();
    Sheet::of(&html, &format!("{page}/link"))
        .unwrap()
        .with("theme", "children-on-vessels")
        .with("said_by", &option(&html, "Northern Ports Council (NPC)"))
        .with(
            "words",
            "A child is found by whoever looks into the berths.",
        )
        .send(&mut secretariat)
        .receipt();
    for page in [page, "/practice/themes/children-on-vessels"] {
        visitor.page(page).says(
            "“A child is found by whoever looks into the berths.” Northern Ports Council (NPC)",
        );
    }
}

/// Row 15: members as of any day, under the names of that day.
#[test]
fn members_are_those_of_the_day() {
    let (server, _folder) = demo();
    let (mut visitor, mut secretariat) = (server.anonymous(), server.user("secretariat"));
    let on = |days: i64| format!("/practice/members?on={}", day(days));
    let then = visitor.page(&on(-340));
    then.says("12 organisations take part");
    then.says("Society of Lightship Keepers (SLK)");
    then.says("Maritime Teachers’ Network (MTN)");
    never(&then, "Lighthouse");
    never(&then, "Maritime Training Network (MTN)");
    let now = visitor.page("/practice/members");
    now.says("12 organisations take part");
    now.says("Lighthouse Legal Aid (LLA)");
    now.says("Maritime Training Network (MTN)");
    never(&now, "Lightship");
    visitor.page(&on(-1_000)).says("0 organisations");
    // One leaves today, and is still there yesterday.
    let page = "/practice/members/cca";
    Sheet::on(&mut secretariat, page, &format!("{page}/leave"))
        .with("leave", "yes")
        .send(&mut secretariat)
        .receipt();
    never(
        &visitor.page("/practice/members"),
        "Coastal Communities Alliance",
    );
    visitor
        .page(&on(-1))
        .says("Coastal Communities Alliance (CCA)");
    visitor
        .page(page)
        .says("Coastal Communities Alliance (CCA)");
}

/// Row 17: any name finds it, nothing is silently corrected, and its address stays.
#[test]
fn any_name_finds_a_member_and_its_address_stays() {
    let (server, _folder) = demo();
    let (mut visitor, mut secretariat) = (server.anonymous(), server.user("secretariat"));
    let finds = |visitor: &mut Actor, words: &str, name: &str| {
        let page = visitor.page(&format!("/practice/members?find={words}"));
        page.says("1 of 12 match");
        page.says(name);
    };
    finds(
        &mut visitor,
        "Observatory%20of%20Labour%20on%20Ships",
        "(IOL)",
    );
    finds(
        &mut visitor,
        "iol",
        "International Observatory of Labour on Ships (IOL)",
    );
    finds(
        &mut visitor,
        "teachers%E2%80%99",
        "Maritime Training Network (MTN)",
    );
    finds(
        &mut visitor,
        "ISLAND%20har",
        "Union of Island Harbours (UIH)",
    );
    let page = "/practice/members/uih";
    Sheet::on(&mut secretariat, page, &format!("{page}/name"))
        .with("other_name", "Islnad Harbors")
        .send(&mut secretariat)
        .receipt();
    finds(
        &mut visitor,
        "islnad",
        "Union of Island Harbours (UIH) member",
    );
    Sheet::on(&mut secretariat, page, &format!("{page}/rename"))
        .with("name", "Union of Islands  and Harbours")
        .with("short_name", "UoIH")
        .send(&mut secretariat)
        .receipt();
    for words in ["uoih", "UIH", "Union%20of%20Island%20Harbours", "Islnad"] {
        finds(&mut visitor, words, "(UoIH)");
    }
    let named = visitor.page(page);
    named.says("Union of Islands and Harbours (UoIH)");
    assert!(
        named.text().contains("Union of Islands  and Harbours"),
        "a name was corrected"
    );
    named.says("Union of Island Harbours");
    visitor
        .page(&format!("{page}?on={}", day(-1)))
        .says("Union of Island Harbours (UIH)");
    assert_eq!(visitor.get("/practice/members/uoih").status, 404);
    let note = linked(
        &visitor.page("/practice/meetings").text(),
        "Heads choose three priorities",
    );
    visitor.page(&note).says("Union of Island Harbours (UIH)");
    // A new one with the old short form gets another address.
    let manage = "/practice/members/organisations";
    let recorded = Sheet::on(&mut secretariat, "/practice/members", manage)
        .with("organisation_name", "Union of Inland Haulers")
        .with("organisation_short", "UIH")
        .send(&mut secretariat);
    assert_eq!(led_to(&recorded), "/practice/members");
    visitor.page(page).says("(UoIH)");
    let list = visitor.page("/practice/members").text();
    assert_ne!(link_before(&list, "Union of Inland Haulers"), page);
}
