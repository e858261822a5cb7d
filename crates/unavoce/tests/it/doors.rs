//! Row 6 of the note: who may open which address of a group. Each address of the router stands in the
//! table, so that a new one without a row, or a door that opens for more than it should, fails.

use std::collections::BTreeSet;

use crate::playing::{ROLES, demo, link_before, linked, meeting};
use crate::server::{Actor, Server};

/// What visitor, observer, focal point, head, chair and secretariat get.
type Doors = [u16; 6];

const ALL: Doors = [200; 6];
/// A visitor is asked to sign in.
const INSIDE: Doors = [401, 200, 200, 200, 200, 200];
/// The same where the address of something unpublished is as good as none.
const HIDDEN: Doors = [404, 200, 200, 200, 200, 200];
const STAFF: Doors = [401, 404, 404, 404, 200, 200];
const SECRETARIAT: Doors = [401, 404, 404, 404, 404, 200];
/// Organisations that the round asks; one without a file is led to the form.
const ASKED: Doors = [401, 404, 200, 200, 200, 200];
const NOTHING_TO_CHECK: Doors = [401, 404, 303, 303, 303, 303];
const NOBODY: Doors = [404; 6];
const NOBODY_INSIDE: Doors = [401, 404, 404, 404, 404, 404];

/// Each address as the router writes it, one that it stands for, and who may open it. In the second,
/// `LIVED` is a meeting with a note, `OVER` one without, `NEXT` one that comes; `OUT` a released decision,
/// `IN` one that is not; `PAPER` a paper of `OVER`, `ACTION` an action, `TEMPLATE` a
/// template.
const TABLE: [(&str, &str, Doors); 83] = [
    ("/{group}", "", ALL),
    ("/{group}/", "/", ALL),
    ("/{group}/today", "/today", INSIDE),
    ("/{group}/texts", "/texts", ALL),
    ("/{group}/texts/new", "/texts/new", SECRETARIAT),
    ("/{group}/texts/templates", "/texts/templates", INSIDE),
    (
        "/{group}/texts/templates/{template}",
        "/texts/templates/TEMPLATE",
        INSIDE,
    ),
    ("/{group}/texts/{slug}/", "/texts/safe-rest", ALL),
    ("/{group}/texts/{slug}/", "/texts/recruitment-fees", HIDDEN),
    (
        "/{group}/texts/{slug}/v/{number}",
        "/texts/recruitment-fees/v/1",
        INSIDE,
    ),
    (
        "/{group}/texts/{slug}/files/{name}",
        "/texts/recruitment-fees/files/1.docx",
        HIDDEN,
    ),
    (
        "/{group}/texts/{slug}/files/matrix.xlsx",
        "/texts/recruitment-fees/files/matrix.xlsx",
        INSIDE,
    ),
    (
        "/{group}/texts/{slug}/brief",
        "/texts/recruitment-fees/brief",
        INSIDE,
    ),
    (
        "/{group}/texts/{slug}/brief.docx",
        "/texts/recruitment-fees/brief.docx",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/brief",
        "/meetings/NEXT/brief",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/brief.docx",
        "/meetings/NEXT/brief.docx",
        INSIDE,
    ),
    (
        "/{group}/texts/{slug}/clearance/enter",
        "/texts/inspection-task-team/clearance/enter",
        SECRETARIAT,
    ),
    // Nothing was entered there.
    (
        "/{group}/texts/{slug}/clearance/evidence/{org}",
        "/texts/inspection-task-team/clearance/evidence/hwf",
        NOBODY_INSIDE,
    ),
    // No vote runs there.
    (
        "/{group}/texts/{slug}/clearance/vote/enter",
        "/texts/inspection-task-team/clearance/vote/enter",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/texts/{slug}/clearance/vote/evidence/{org}",
        "/texts/inspection-task-team/clearance/vote/evidence/hwf",
        NOBODY_INSIDE,
    ),
    ("/{group}/inbox", "/inbox", SECRETARIAT),
    (
        "/{group}/inbox/{message}",
        "/inbox/01ARZ3NDEKTSV4RRFFQ69G5FAV",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/texts/{slug}/corrections",
        "/texts/inspection-task-team/corrections",
        INSIDE,
    ),
    ("/{group}/notices", "/notices", INSIDE),
    // The founding is told nobody.
    ("/{group}/notices/{number}", "/notices/1", NOBODY_INSIDE),
    (
        "/{group}/notices/{number}/message.eml",
        "/notices/1/message.eml",
        NOBODY_INSIDE,
    ),
    ("/{group}/outbox", "/outbox", SECRETARIAT),
    ("/{group}/outbox/{name}", "/outbox/0.eml", NOBODY_INSIDE),
    ("/{group}/rules", "/rules", INSIDE),
    (
        "/{group}/texts/{slug}/drop",
        "/texts/recruitment-fees/drop",
        SECRETARIAT,
    ),
    (
        "/{group}/texts/{slug}/return/",
        "/texts/recruitment-fees/return",
        ASKED,
    ),
    (
        "/{group}/texts/{slug}/return/words",
        "/texts/recruitment-fees/return/words",
        ASKED,
    ),
    (
        "/{group}/texts/{slug}/return/check",
        "/texts/recruitment-fees/return/check",
        NOTHING_TO_CHECK,
    ),
    (
        "/{group}/texts/{slug}/return/for/{org}/",
        "/texts/recruitment-fees/return/for/uih",
        SECRETARIAT,
    ),
    (
        "/{group}/texts/{slug}/return/for/{org}/words",
        "/texts/recruitment-fees/return/for/uih/words",
        SECRETARIAT,
    ),
    (
        "/{group}/texts/{slug}/return/for/{org}/check",
        "/texts/recruitment-fees/return/for/uih/check",
        [401, 404, 404, 404, 404, 303],
    ),
    (
        "/{group}/texts/{slug}/files/dispositions.xlsx",
        "/texts/recruitment-fees/files/dispositions.xlsx",
        SECRETARIAT,
    ),
    (
        "/{group}/texts/{slug}/files/dispositions.docx",
        "/texts/recruitment-fees/files/dispositions.docx",
        SECRETARIAT,
    ),
    // No responses are issued there.
    (
        "/{group}/texts/{slug}/files/covering.docx",
        "/texts/recruitment-fees/files/covering.docx",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/texts/{slug}/files/became/{org}",
        "/texts/recruitment-fees/files/became/uih",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/texts/{slug}/responses/mine",
        "/texts/recruitment-fees/responses/mine",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/texts/{slug}/responses/of/{org}",
        "/texts/recruitment-fees/responses/of/uih",
        NOBODY_INSIDE,
    ),
    // Nothing was entered there.
    (
        "/{group}/texts/{slug}/evidence/{org}",
        "/texts/recruitment-fees/evidence/uih",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/texts/{slug}/comments",
        "/texts/recruitment-fees/comments",
        INSIDE,
    ),
    (
        "/{group}/texts/{slug}/responses",
        "/texts/recruitment-fees/responses",
        INSIDE,
    ),
    (
        "/{group}/texts/{slug}/clearance",
        "/texts/inspection-task-team/clearance",
        INSIDE,
    ),
    ("/{group}/decisions", "/decisions", ALL),
    ("/{group}/decisions/{number}", "/decisions/OUT", ALL),
    ("/{group}/decisions/{number}", "/decisions/IN", HIDDEN),
    ("/{group}/decisions/{number}", "/decisions/1999-1", NOBODY),
    ("/{group}/meetings", "/meetings", ALL),
    ("/{group}/meetings/new", "/meetings/new", STAFF),
    ("/{group}/meetings/{slug}/", "/meetings/LIVED", ALL),
    ("/{group}/meetings/{slug}/", "/meetings/OVER", HIDDEN),
    ("/{group}/meetings/{slug}/", "/meetings/NEXT", HIDDEN),
    ("/{group}/meetings/{slug}/", "/meetings/heads-1999", NOBODY),
    (
        "/{group}/meetings/{slug}/invitation.ics",
        "/meetings/NEXT/invitation.ics",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/invitation.ics",
        "/meetings/LIVED/invitation.ics",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/papers/{name}",
        "/meetings/OVER/papers/PAPER",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/papers/{name}",
        "/meetings/NEXT/papers/PAPER",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/agenda",
        "/meetings/NEXT/agenda",
        STAFF,
    ),
    (
        "/{group}/meetings/{slug}/agenda",
        "/meetings/LIVED/agenda",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/minutes",
        "/meetings/LIVED/minutes",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/minutes",
        "/meetings/NEXT/minutes",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/note",
        "/meetings/LIVED/note",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/note",
        "/meetings/NEXT/note",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/items/{number}/",
        "/meetings/LIVED/items/2",
        INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/items/{number}/",
        "/meetings/NEXT/items/0",
        NOBODY_INSIDE,
    ),
    (
        "/{group}/meetings/{slug}/items/{number}/",
        "/meetings/NEXT/items/99",
        NOBODY_INSIDE,
    ),
    ("/{group}/actions", "/actions", INSIDE),
    ("/{group}/actions/new", "/actions/new", STAFF),
    ("/{group}/actions/{number}", "/actions/ACTION", INSIDE),
    ("/{group}/themes", "/themes", ALL),
    ("/{group}/themes/{slug}", "/themes/inspection", ALL),
    ("/{group}/themes/{slug}", "/themes/none", NOBODY),
    ("/{group}/mandates", "/mandates", ALL),
    ("/{group}/members", "/members", ALL),
    ("/{group}/members/coverage", "/members/coverage", ALL),
    ("/{group}/members/{slug}", "/members/uih", ALL),
    ("/{group}/members/{slug}", "/members/none", NOBODY),
    ("/{group}/record", "/record", INSIDE),
    (
        "/{group}/record/receipts/{number}",
        "/record/receipts/348",
        HIDDEN,
    ),
    (
        "/{group}/record/receipts/{number}",
        "/record/receipts/99999",
        NOBODY,
    ),
];

/// Each address with what it stands for filled in.
fn filled(member: &mut Actor) -> impl Fn(&str) -> String + use<> {
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let mut titled = |title: &str| last(&meeting(member, title));
    let lived = titled("Meeting of heads: how we shall work together");
    let over = titled("Working level: training, and the calendar");
    let next = titled("Working level: recruitment fees, and a page for crews");
    let register = member.page("/practice/decisions").text();
    let outside = last(&linked(&register, "One voice on work at sea"));
    let inside = last(&linked(&register, "Working methods of the Group"));
    let page = member.page(&format!("/practice/meetings/{over}")).text();
    let paper = last(&linked(
        &page,
        "Outline of a joint statement on recruitment fees",
    ));
    let actions = member.page("/practice/actions").text();
    let action = last(&link_before(&actions, "Ask the members’ ports"));
    let templates = member.page("/practice/texts/templates").text();
    let template = last(&linked(&templates, "Joint statement"));
    move |address: &str| {
        let path = address
            .replace("TEMPLATE", &template)
            .replace("LIVED", &lived)
            .replace("OVER", &over)
            .replace("NEXT", &next)
            .replace("PAPER", &paper)
            .replace("ACTION", &action)
            .replace("/OUT", &format!("/{outside}"))
            .replace("/IN", &format!("/{inside}"));
        format!("/practice{path}")
    }
}

fn everybody(server: &Server) -> Vec<(&'static str, Actor)> {
    let mut all = vec![("visitor", server.anonymous())];
    for role in [
        "observer LLA",
        "focal-point UIH",
        "head OSR",
        "chair",
        "secretariat",
    ] {
        assert!(ROLES.contains(&role));
        all.push((role, server.user(role)));
    }
    all
}

#[test]
fn each_door_opens_for_those_who_may_enter() {
    let (server, _folder) = demo();
    let mut all = everybody(&server);
    let fill = filled(&mut all[1].1);
    let mut wrong = Vec::new();
    for (_, address, doors) in TABLE {
        let path = fill(address);
        for ((role, actor), expected) in all.iter_mut().zip(doors) {
            let status = actor.get(&path).status;
            if status != expected {
                wrong.push(format!("{role} at {path}: {status}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Addresses that take only forms, opened as a page, are not there for anybody.
#[test]
fn addresses_of_forms_are_no_pages() {
    let (server, _folder) = demo();
    let mut all = everybody(&server);
    let fill = filled(&mut all[1].1);
    for (route, _) in routes()
        .into_iter()
        .filter(|(_, takes)| !takes.contains("get("))
    {
        let path = route
            .trim_start_matches("/{group}")
            .replace("/texts/{slug}", "/texts/safe-rest")
            .replace("/decisions/{number}", "/decisions/OUT")
            .replace("/meetings/{slug}", "/meetings/LIVED")
            .replace("/items/{number}", "/items/1")
            .replace("/actions/{number}", "/actions/ACTION")
            .replace("/themes/{slug}", "/themes/inspection")
            .replace("/members/{slug}", "/members/uih");
        for (role, actor) in &mut all {
            let status = actor.get(&fill(&path)).status;
            assert_eq!(status, 404, "{role} at {path}");
        }
    }
}

/// Nothing of the group can be opened with the session of another one, and no member is one elsewhere.
#[test]
fn a_session_opens_its_own_group_only() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    for (path, status) in [
        ("/icat/today", 401),
        ("/icat/actions", 401),
        ("/icat/meetings/new", 401),
        ("/icat/record", 401),
        ("/icat/actions/new", 401),
        ("/icat/meetings/heads-2026", 404),
        ("/other/today", 404),
        ("/other", 404),
        ("/other/themes", 404),
    ] {
        assert_eq!(secretariat.get(path).status, status, "{path}");
    }
    let mut forged = secretariat.clone();
    let cookie = secretariat.cookie.clone().unwrap();
    forged.cookie = Some(cookie.replace("practice.", "icat."));
    assert_eq!(forged.get("/icat/today").status, 401);
    for path in [
        "/icat/themes",
        "/icat/mandates",
        "/icat/purpose",
        "/icat/actions/new",
    ] {
        let refused = forged.post(path, &[("name", "X"), ("slug", "xx"), ("what", "X")]);
        assert_eq!(refused.status, 401, "{path}");
    }
}

#[test]
fn each_address_stands_in_the_table() {
    let listed: BTreeSet<&str> = TABLE.iter().map(|(route, ..)| *route).collect();
    let routes = routes();
    assert!(
        routes.len() > 80,
        "the router is written in another way: {routes:?}"
    );
    let gets = routes.iter().filter(|(_, takes)| takes.contains("get("));
    for (route, _) in gets {
        assert!(listed.contains(&**route), "{route} has no row in the table");
    }
    for route in listed {
        assert!(
            routes.iter().any(|(each, _)| each == route),
            "{route} is gone"
        );
    }
}

/// The addresses of a group with what each takes, as the router's source says it.
fn routes() -> Vec<(String, String)> {
    let source = include_str!("../../../web/src/routes.rs");
    let cut = |from: &str| {
        let (_, rest) = source.split_once(from).unwrap();
        rest.split_once(';').unwrap()
    };
    let (item, rest) = cut("let item = ");
    let tables = [
        ("/{group}/texts/{slug}", cut("let text = ").0),
        ("", cut("let group = ").0),
        ("/{group}/meetings/{slug}/items/{number}", item),
        (
            "/{group}/meetings/{slug}",
            rest.split_once("\n}").unwrap().0,
        ),
    ];
    let (_, answer) = source.split_once("fn returning()").unwrap();
    let answer = answer.split_once("\n}").unwrap().0;
    let answers = [
        ("/{group}/texts/{slug}/return", answer),
        ("/{group}/texts/{slug}/return/for/{org}", answer),
    ];
    let mut found = Vec::new();
    for (base, table) in tables.into_iter().chain(answers) {
        for part in table.split(".route(").skip(1) {
            let (path, takes) = part.split_once(',').unwrap();
            let path = path.trim().trim_matches('"');
            found.push((format!("{base}{path}"), takes.to_owned()));
        }
    }
    found
}
