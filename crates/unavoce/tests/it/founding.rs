//! A server of one's own: founded once, seats handed over by links that work once, all kept.

use std::process::Output;

use crate::server::{Actor, Server, chosen, unavoce};

const WHO: [(&str, &str); 7] = [
    ("group_name", "Working Group on Wells"),
    ("short_name", "wells"),
    ("zone", "Africa/Nairobi"),
    ("purpose", "Clean water from every well."),
    ("organisation_name", "Institute of Springs"),
    ("organisation_short", "IOS"),
    ("person_name", "Ada Reedbed"),
];

fn found(server: &Server) -> Actor {
    let mut founder = server.anonymous();
    let to = founder.post(&server.lines["founding"], &WHO).leads();
    assert!(to.starts_with("/wells/members?done=founded"), "{to}");
    founder
}

#[test]
fn a_group_is_founded_once_and_a_refused_founding_keeps_all() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::serve(folder.path());
    let link = server.lines["founding"].clone();
    let mut founder = server.anonymous();
    for _ in 0..2 {
        assert!(
            founder.page(&link).value("short_name").is_some(),
            "looking used the link up"
        );
    }
    let mut bad = WHO;
    bad[1].1 = "Wells & Springs";
    let refused = founder.post(&link, &bad);
    assert_eq!(refused.status, 422);
    refused.says("small letters, digits and hyphens");
    for (field, typed) in [bad[0], bad[2], bad[4], bad[5], bad[6]] {
        assert_eq!(
            refused.value(field).as_deref(),
            Some(typed),
            "{field} is lost"
        );
    }
    assert_eq!(
        refused.value("short_name").as_deref(),
        Some("Wells &amp; Springs")
    );
    assert!(refused.text().contains(bad[3].1), "the purpose is lost");
    let mut bad = WHO;
    bad[2].1 = "Middle/Earth";
    founder
        .post(&link, &bad)
        .says("is no time zone that we know");
    let mut founder = found(&server);
    founder.page("/wells/members").says("Institute of Springs");
    let again = server.anonymous().post(&link, &WHO);
    assert_eq!(again.status, 410);
    again.says("It was used already, or its time has passed, or it was never one of ours. Each link works once.");
    assert_eq!(server.anonymous().get(&link).status, 410);
}

#[test]
fn a_seat_is_handed_over_by_a_link_that_works_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::serve(folder.path());
    let mut founder = found(&server);
    let fields = [
        ("organisation_name", "League of Cisterns"),
        ("organisation_short", "LOC"),
        ("category", "member"),
    ];
    founder
        .post("/wells/members/organisations", &fields)
        .receipt();
    let page = founder.page("/wells/members");
    page.says("League of Cisterns");
    let league = option(&page.text(), "LOC");
    let fields = [
        ("organisation", &*league),
        ("person_name", "Bo Rill"),
        ("seat", "focal_point"),
    ];
    let made = founder.post("/wells/members/seats", &fields);
    assert_eq!(made.status, 200, "{}", made.told());
    let link = link_in(&made.text());
    let mut guest = server.anonymous();
    let shown = guest.page(&link);
    shown.says("This link is for Bo Rill");
    shown.says("Opening this page has not used it up");
    assert!(guest.cookie.is_none(), "looking signed in");
    assert!(guest.post(&link, &[]).leads().starts_with("/wells/today"));
    guest.page("/wells/today").says("Bo Rill");
    let mut other = server.anonymous();
    let again = other.post(&link, &[]);
    assert_eq!(again.status, 410);
    again.says("It was used already, or its time has passed, or it was never one of ours. Each link works once.");
    assert!(other.cookie.is_none());
    // A restart keeps the group, the seats and who is signed in, and founds nothing.
    server.kill();
    drop(server);
    let server = Server::serve(folder.path());
    assert!(
        !server.lines.contains_key("founding"),
        "a founded group offers a founding link"
    );
    let mut back = server.anonymous();
    back.cookie = guest.cookie.clone();
    back.page("/wells/today").says("Bo Rill");
    back.page("/wells/members").says("League of Cisterns");
}

#[test]
fn the_secretariat_makes_a_new_link_for_a_seat_that_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::serve(folder.path());
    let mut founder = found(&server);
    let page = founder.page("/wells/members").text();
    let seats = page.split("id=\"held\"").nth(1).unwrap();
    let seat = chosen(
        &format!("name=\"o\" {}", seats.split_once("<option ").unwrap().1),
        "o",
    );
    let fields = [("seat", seat.as_str())];
    let made = founder.post("/wells/members/links", &fields);
    assert_eq!(made.status, 200, "{}", made.told());
    let mut elsewhere = server.anonymous();
    let link = link_in(&made.text());
    assert!(
        elsewhere
            .post(&link, &[])
            .leads()
            .starts_with("/wells/today")
    );
    let mut stranger = server.anonymous();
    assert_eq!(stranger.post("/wells/members/links", &fields).status, 401);
    let unknown = [("seat", "01ARZ3NDEKTSV4RRFFQ69G5FAV")];
    assert_eq!(founder.post("/wells/members/links", &unknown).status, 404);
}

#[test]
fn whoever_has_the_machine_lets_a_secretariat_back_in() {
    let folder = tempfile::tempdir().unwrap();
    drop(found(&Server::serve(folder.path())));
    let server = Server::start(
        unavoce()
            .args(["serve", "--port", "0", "--secretariat-link", "--data"])
            .arg(folder.path()),
    );
    let link = server.lines["secretariat wells"].clone();
    let path = link[link.find("/signin/").unwrap()..].to_owned();
    let mut back = server.anonymous();
    assert!(back.post(&path, &[]).leads().starts_with("/wells/today"));
    back.page("/wells/members")
        .says("Make a new link for a seat that is held");
    let mut again = server.anonymous();
    assert_eq!(again.post(&path, &[]).status, 410);
}

#[test]
fn an_office_is_given_on_the_members_page() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::serve(folder.path());
    let mut founder = found(&server);
    let page = founder.page("/wells/members").text();
    let own = option(&page, "IOS");
    let fields = [("office", "chair"), ("office_organisation", own.as_str())];
    founder.post("/wells/members/offices", &fields).receipt();
    founder.page("/wells/members").says("member · chair");
    founder
        .page("/wells/today")
        .says("focal point, secretariat and chair");
}

#[test]
fn a_second_process_on_the_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let _server = Server::serve(folder.path());
    for command in ["serve", "demo"] {
        let Output {
            status,
            stderr,
            stdout,
        } = unavoce()
            .args([command, "--port", "0", "--data"])
            .arg(folder.path())
            .output()
            .unwrap();
        let told = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(2), "{told}");
        assert!(
            told.starts_with("unavoce: ") && told.contains("process"),
            "{told}"
        );
        assert!(stdout.is_empty(), "it claimed to listen");
    }
}

/// The value of the option whose label has these words, of the select named `organisation`.
fn option(page: &str, words: &str) -> String {
    let (_, rest) = page.split_once("name=\"organisation\"").unwrap();
    let select = rest.split("</select>").next().unwrap();
    let found = select
        .split("<option ")
        .find(|option| option.contains(words));
    chosen(&format!("name=\"o\" {}", found.unwrap()), "o")
}

fn link_in(page: &str) -> String {
    let at = page.find("/signin/wells.").unwrap();
    page[at..].split(['"', '<', ' ']).next().unwrap().to_owned()
}
