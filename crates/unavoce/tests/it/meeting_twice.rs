//! The forms of meetings sent twice, from two windows, and by those who may not.

use crate::playing::{Sheet, acts, day, option, propose};
use crate::server::{Actor, Answer, fresh};
use crate::stage::{Stage, pairs, refused, rows, stage};

/// Sends a form twice: one act, one receipt.
#[track_caller]
fn twice(actor: &mut Actor, sheet: &Sheet) -> Answer {
    let name = &sheet.action;
    let before = acts(actor);
    let first = sheet.send(actor);
    let receipt = first.receipt();
    let after = acts(actor);
    assert!(after > before, "{name}: nothing was recorded");
    let again = sheet.send(actor);
    assert_eq!(again.status, 303, "{name}: {}", again.told());
    assert!(
        again.leads().contains("done=already"),
        "{name}: {}",
        again.leads()
    );
    assert_eq!(acts(actor), after, "{name}: recorded twice");
    let number = crate::server::receipt_in(&again.leads());
    assert!(
        number.is_none_or(|number| number == receipt),
        "{name}: another receipt"
    );
    first
}

#[test]
fn each_form_sent_twice_acts_once() {
    let mut stage = stage();
    let mut islands = stage.server.user("focal-point UIH");
    let mut third = stage.server.user("head OSR");
    let Stage {
        secretariat,
        chair,
        next,
        live,
        item,
        over,
        decision,
        action,
        ..
    } = &mut stage;
    let new = "/practice/meetings/new";
    let sheet = Sheet::on(secretariat, new, new)
        .with("title", "Twice")
        .with("place", "Here");
    let first = twice(secretariat, &sheet).leads();
    let second = sheet.send(secretariat).leads();
    assert_eq!(
        first.split('?').next(),
        second.split('?').next(),
        "another page"
    );
    let on = |actor: &mut Actor, page: &str, step: &str, fields: &[(&str, &str)]| {
        let mut sheet = Sheet::on(actor, page, &format!("{page}/{step}"));
        for (name, value) in fields {
            sheet = sheet.with(name, value);
        }
        sheet
    };
    let agenda = format!("{next}/agenda");
    let (minutes, note) = (format!("{over}/minutes"), format!("{over}/note"));
    let sheet = Sheet::on(secretariat, &agenda, &agenda).with("title_8", "Twice");
    twice(secretariat, &sheet);
    let took = [("outcome", "took_note"), ("summary", "Twice")];
    for (page, step, fields) in [
        (&*next, "move", vec![("reason", "Twice")]),
        (item, "outcome", took.to_vec()),
        (
            item,
            "action",
            vec![("what", "Twice"), ("due_kind", "next_meeting")],
        ),
        (
            item,
            "decision",
            vec![
                ("decision_title", "T"),
                ("words", "Twice"),
                ("kind", "strategic"),
            ],
        ),
        (&minutes, "circulate", vec![("words_2", "Twice")]),
        (&note, "issue", vec![("lede", "Twice")]),
        (action, "reassign", vec![("reassign_reason", "Twice")]),
        (
            action,
            "move",
            vec![("due_kind", "next_meeting"), ("move_reason", "Twice")],
        ),
        (decision, "themes", vec![("themes", "inspection")]),
        (next, "cancel", vec![("cancel_reason", "Twice")]),
    ] {
        let sheet = on(secretariat, page, step, &fields);
        twice(secretariat, &sheet);
    }
    let decided = Sheet::on(chair, live, &format!("{live}/decided"));
    twice(chair, &decided);
    let close = Sheet::on(chair, live, &format!("{live}/close"));
    twice(chair, &close);
    for (page, step, fields) in [
        (&minutes, "correction", vec![("words", "Twice")]),
        (&note, "quotation", vec![("words", "Twice")]),
        (action, "report", vec![("report", "Twice")]),
        (decision, "attach", vec![("statement", "Twice")]),
    ] {
        let sheet = on(&mut islands, page, step, &fields);
        twice(&mut islands, &sheet);
    }
    let own = "/practice/members/osr";
    let sheet = on(&mut third, own, "profile", &[("profile_words", "Twice")]);
    twice(&mut third, &sheet);
    for (page, form, fields) in [
        (
            "/practice/themes",
            "/practice/themes",
            vec![("name", "Twice"), ("slug", "twice")],
        ),
        (
            "/practice/themes/twice",
            "/practice/themes/twice/link",
            vec![("words", "Twice")],
        ),
        (
            "/practice/themes/twice",
            "/practice/themes/twice/close",
            vec![],
        ),
        (
            "/practice/mandates",
            "/practice/mandates",
            vec![("body", "Twice"), ("asks", "Twice")],
        ),
        (
            "/practice/mandates",
            "/practice/purpose",
            vec![("purpose", "Twice")],
        ),
        (
            "/practice/actions/new",
            "/practice/actions/new",
            vec![("what", "Again"), ("due_kind", "next_meeting")],
        ),
        (
            "/practice/members/cca",
            "/practice/members/cca/rename",
            vec![("name", "Twice")],
        ),
        (
            "/practice/members/cca",
            "/practice/members/cca/name",
            vec![("other_name", "Twice over")],
        ),
        (
            "/practice/members/cca",
            "/practice/members/cca/kind",
            vec![("kind", "regional")],
        ),
        (
            "/practice/members/cca",
            "/practice/members/cca/leave",
            vec![("leave", "yes")],
        ),
        (
            "/practice/members",
            "/practice/members/offices",
            vec![("office", "co_chair")],
        ),
        (
            "/practice/members",
            "/practice/members/organisations",
            vec![("organisation_name", "Twice")],
        ),
    ] {
        let mut sheet = Sheet::on(secretariat, page, form);
        for (name, value) in fields {
            sheet = sheet.with(name, value);
        }
        twice(secretariat, &sheet);
    }
}

/// The second of two windows is told that something moved, with what it typed.
#[test]
fn the_second_of_two_windows_is_told() {
    let mut stage = stage();
    let Stage {
        secretariat,
        chair,
        next,
        live,
        item,
        over,
        ..
    } = &mut stage;
    let agenda = format!("{next}/agenda");
    let minutes = format!("{over}/minutes");
    let windows = [
        (
            agenda.clone(),
            agenda,
            "title_8",
            "Somebody proposed another draft in the meantime.",
        ),
        (
            minutes.clone(),
            format!("{minutes}/circulate"),
            "words_2",
            "Another edition was circulated in the meantime.",
        ),
        (
            item.clone(),
            format!("{item}/outcome"),
            "summary",
            "Somebody recorded an outcome of this item in the meantime.",
        ),
    ];
    for (page, form, field, sentence) in windows {
        let open = |actor: &mut Actor, words: &str| {
            let sheet = Sheet::on(actor, &page, &form).with(field, words);
            if field == "summary" {
                sheet.with("outcome", "took_note")
            } else {
                sheet
            }
        };
        let (mine, theirs) = (open(secretariat, "Mine"), open(secretariat, "Theirs"));
        mine.send(secretariat).receipt();
        let before = acts(secretariat);
        let answer = theirs.send(secretariat);
        assert_eq!(answer.status, 422, "{form}");
        answer.says(sentence);
        let again = Sheet::of(&answer.text(), &form).unwrap();
        assert_eq!(again.value(field), Some("Theirs"), "{form}");
        assert_eq!(acts(secretariat), before, "{form}");
        // Having seen it, it may stand.
        again.with("command", &fresh()).send(secretariat).receipt();
    }
    // A decision that was settled in another window is not settled again, and none is put beside it.
    let put = |title: &str| {
        [
            ("decision_title", title.to_owned()),
            ("words", "Words".into()),
            ("kind", "strategic".into()),
        ]
    };
    let form = format!("{item}/decision");
    let both = ["First", "Second"].map(|title| {
        let mut sheet = Sheet::on(secretariat, item, &form);
        for (name, value) in put(title) {
            sheet = sheet.with(name, &value);
        }
        sheet
    });
    both[0].send(secretariat).receipt();
    let answer = both[1].send(secretariat);
    assert_eq!(answer.status, 409);
    answer.says("A decision is put to the meeting right now");
    let decided = Sheet::on(chair, live, &format!("{live}/decided"));
    let objected = Sheet::on(
        chair,
        &format!("{live}?objects=yes"),
        &format!("{live}/objected"),
    );
    decided.send(chair).receipt();
    let answer = objected.with("objecting", &fresh()).send(chair);
    assert_eq!(answer.status, 409);
    answer.says("This decision is not put to the meeting any more.");
    let again = decided.with("command", &fresh()).send(chair).leads();
    assert!(again.contains("done=already"), "{again}");
    // Nobody present objects: the form stays, with the reason.
    decide_again(chair, live, item);
    // The meeting was closed in another window.
    let close = Sheet::on(chair, live, &format!("{live}/close"));
    let outcome =
        Sheet::on(secretariat, item, &format!("{item}/outcome")).with("summary", "Typed too late");
    close.send(chair).receipt();
    let late = outcome.send(secretariat);
    assert_eq!(late.status, 409);
    late.says("The meeting is not in session.");
    // Its form has no place any more; what was typed comes back all the same.
    late.says("Typed too late");
    let again = close.with("command", &fresh()).send(chair).leads();
    assert!(again.contains("done=already"), "{again}");
}

fn decide_again(chair: &mut Actor, live: &str, item: &str) {
    let form = format!("{item}/decision");
    Sheet::on(chair, item, &form)
        .with("decision_title", "Third")
        .with("words", "Words")
        .with("kind", "strategic")
        .send(chair)
        .receipt();
    let action = format!("{live}/objected");
    let sheet = Sheet::on(chair, &format!("{live}?objects=yes"), &action);
    refused(
        chair,
        &sheet.with("objection", "Typed reason"),
        "Tick the organisations that object.",
    );
    Sheet::on(chair, live, &format!("{live}/decided"))
        .send(chair)
        .receipt();
}

/// An agenda takes 60 lines and no more; all that was typed comes back.
#[test]
fn an_agenda_has_sixty_lines_at_most() {
    let mut stage = stage();
    let secretariat = &mut stage.secretariat;
    let new = "/practice/meetings/new";
    let sheet = Sheet::on(secretariat, new, new)
        .with("title", "Long")
        .with("place", "Here");
    let at = crate::playing::led_to(&sheet.with("date", &day(50)).send(secretariat));
    let topics: Vec<String> = (1..=61).map(|n| format!("Topic {n}")).collect();
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    let standing = {
        let agenda = format!("{at}/agenda");
        let sheet = Sheet::on(secretariat, &agenda, &agenda);
        let titles = sheet
            .fields
            .iter()
            .filter(|(name, value)| name.starts_with("title_") && !value.is_empty());
        titles.count()
    };
    let refused = propose(secretariat, &at, &topics[..61 - standing]);
    assert_eq!(refused.status, 422);
    refused.says("The agenda has more than 60 entries");
    let html = refused.text();
    for topic in &topics[..61 - standing] {
        assert!(
            html.contains(&format!("value=\"{topic}\"")),
            "{topic} is lost"
        );
    }
    propose(secretariat, &at, &topics[..50 - standing]).receipt();
    let page = secretariat.page(&at);
    page.says(topics[49 - standing]);
    secretariat.page(&format!("{at}/items/50")).says("Item 50");
    assert_eq!(secretariat.get(&format!("{at}/items/51")).status, 404);
}

/// Each form: those who may not send it (observer L, focal point U, head H, chair C, secretariat S), and its
/// fields.
const OTHERS: &str = "
meetings/new | LUH | title=X; level=heads; date=DAY; from=10:00; until=12:00; place=X; zone=Europe/Lisbon
NEXT/move | LUH | date=DAY; from=10:00; until=12:00; place=X; reason=X
NEXT/cancel | LUH | cancel_reason=X
NEXT/agenda | LUH | kind_1=topic; title_1=X
LIVE/open | LUH |
LIVE/agenda/adopt | LUH |
LIVE/attendance | LUH | mark_UIH=head
LIVE/close | LUH |
LIVE/decided | LUHS | seen=PUT
LIVE/objected | LUHS | seen=PUT; objecting=UIH
ITEM/outcome | LUH | outcome=took_note
ITEM/decision | LUH | decision_title=X; words=X; kind=strategic
ITEM/action | LUH | what=X; lead=UIH; due_kind=next_meeting
OVER/minutes/circulate | LUHC | seen=1; until=DAY; words_1=X
OVER/note/issue | LUH | title=X
DECISION/attach | L | attachment=statement; statement=X
DECISION/release | LUHCS |
DECISION/themes | LUHC | themes=inspection
actions/new | LUH | what=X; lead=UIH; due_kind=next_meeting
ACTION/report | LHC | report=X
ACTION/done | LHC | report=X
ACTION/move | LUH | due_kind=next_meeting; move_reason=X
ACTION/reassign | LUH | lead=UIH; reassign_reason=X
ACTION/drop | LUH | drop_reason=X
ACTION/themes | LUHC | themes=inspection
themes | LUHC | name=X; slug=xx
themes/inspection/close | LUHC |
themes/inspection/link | LUHC | theme=repatriation; said_by=UIH; words=X
mandates | LUHC | body=X; asks=X
purpose | LUHC | purpose=X
texts/safe-rest/themes | LUHC | themes=inspection
members/fdw/rename | LUHC | name=X
members/fdw/name | LUHC | other_name=X
members/fdw/kind | LUHC | kind=regional
members/fdw/leave | LUHC | leave=yes
members/fdw/profile | LUHC | profile_words=X
members/organisations | LUHC | organisation_name=X; category=member
members/seats | LUHC | organisation=UIH; person_name=X; seat=head
members/links | LUHC | seat=SEAT
members/offices | LUHC | office=chair; office_organisation=UIH
";

/// What only the chair, the secretariat, or the owner may do is nothing to all others, and leaves no act.
#[test]
fn forms_of_others_record_nothing() {
    let stage = stage();
    let (mut secretariat, mut chair) = (stage.secretariat.clone(), stage.chair.clone());
    let members = secretariat.page("/practice/members").text();
    let uih = option(&members, "Union of Island Harbours (UIH)");
    let seat = option(&members, "Elio Fennimore, head, FDW");
    let words = "decision_title=X; words=X; kind=strategic";
    let sheet = stage.sheet(&mut secretariat, "ITEM", "ITEM/decision", words);
    sheet.send(&mut secretariat).receipt();
    let decided = stage.sheet(&mut chair, "LIVE", "LIVE/decided", "");
    let seen = decided.value("seen").unwrap();
    let before = acts(&mut chair);
    let mut actors = std::collections::BTreeMap::from([
        ('L', stage.server.user("observer LLA")),
        ('U', stage.server.user("focal-point UIH")),
        ('H', stage.server.user("head OSR")),
        ('C', chair),
        ('S', secretariat),
    ]);
    for [form, roles, written] in rows(OTHERS) {
        let path = stage.at(form);
        let written = written.replace("UIH", &uih).replace("DAY", &day(20));
        let written = written.replace("PUT", seen).replace("SEAT", &seat);
        let fields = pairs(&written);
        for role in roles.chars() {
            let answer = actors.get_mut(&role).unwrap().post(&path, &fields);
            let status = answer.status;
            assert!(
                [404, 409, 422].contains(&status),
                "{role} at {form}: {status}"
            );
            assert!(answer.told().len() > 40, "{role} at {form}: no sentence");
            let now = acts(actors.get_mut(&'C').unwrap());
            assert_eq!(now, before, "{role} at {form}: recorded");
        }
        let status = stage.server.anonymous().post(&path, &fields).status;
        assert_eq!(status, 401, "a visitor at {form}");
    }
}
