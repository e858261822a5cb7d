//! What the forms of meetings, decisions, actions, themes and members refuse: each time one sentence, with
//! all that was typed, and nothing recorded.

use crate::playing::{Sheet, acts, called, day, led_to, option, outcome};
use crate::server::{Actor, fresh};
use crate::stage::{Stage, pairs, refused, rows, stage};

/// Each text of the forms: who sends it, page, form, field, how many characters it takes, what is said when
/// it is missing (nothing: it may be), and what else is filled in.
const TEXTS: &str = "
S | meetings/new | meetings/new | title | 300 | The title is missing. | place=Typed; level=heads
S | meetings/new | meetings/new | place | 300 | The place is missing. | title=Typed; level=heads
S | NEXT | NEXT/move | place | 300 | The place is missing. | reason=Typed
S | NEXT | NEXT/move | reason | 20000 | The reason is missing. | place=Typed
S | NEXT | NEXT/cancel | cancel_reason | 20000 | The reason is missing. |
S | NEXT/agenda | NEXT/agenda | title_4 | 300 | | title_8=Typed
S | ITEM | ITEM/outcome | summary | 20000 | | outcome=took_note
S | ITEM | ITEM/decision | decision_title | 300 | The title is missing. | words=Typed; kind=strategic
S | ITEM | ITEM/decision | words | 5000 | The text of the decision is missing. | decision_title=Typed; kind=strategic
S | ITEM | ITEM/action | what | 5000 | The action is missing. | due_kind=next_meeting
S | OVER/minutes | OVER/minutes/circulate | words_2 | 20000 | | words_3=Typed
S | OVER/note | OVER/note/issue | title | 300 | The title is missing. | lede=Typed
S | OVER/note | OVER/note/issue | lede | 5000 | | attendance=yes
S | OVER/note | OVER/note/quotation | words | 5000 | The quotation is missing. | attribution=Typed
S | OVER/note | OVER/note/quotation | attribution | 300 | The attribution is missing. | words=Typed
S | actions/new | actions/new | what | 5000 | The action is missing. | due_kind=next_meeting
S | ACTION | ACTION/move | move_reason | 20000 | The reason is missing. | due_kind=next_meeting
S | ACTION | ACTION/reassign | reassign_reason | 20000 | The reason is missing. |
S | ACTION | ACTION/drop | drop_reason | 20000 | The reason is missing. |
S | themes | themes | name | 300 | The name is missing. | slug=typed
S | themes | themes | slug | 40 | A short name has 2 to 40 characters | name=Typed
S | themes/inspection | themes/inspection/link | words | 5000 | is missing. | theme=repatriation
S | mandates | mandates | body | 300 | Say who gave the mandate. | asks=Typed; instrument=Typed
S | mandates | mandates | asks | 5000 | Say what the mandate asks. | body=Typed; instrument=Typed
S | mandates | mandates | instrument | 300 | | body=Typed; asks=Typed
S | mandates | purpose | purpose | 5000 | The purpose is missing. | approaches=Typed
S | mandates | purpose | approaches | 60 | | purpose=Typed
S | members/uih | members/uih/rename | name | 300 | is missing. | short_name=TYP
S | members/uih | members/uih/rename | short_name | 60 | | name=Typed
S | members/uih | members/uih/name | other_name | 300 | is missing. |
S | members | members/organisations | organisation_name | 300 | is missing. | organisation_short=TYP
S | members | members/organisations | organisation_short | 60 | | organisation_name=Typed
S | members | members/seats | person_name | 300 | is missing. | seat=alternate
U | ACTION | ACTION/report | report | 20000 | The report is missing. | evidence=Typed
U | ACTION | ACTION/report | evidence | 5000 | | report=Typed
U | members/uih | members/uih/profile | profile_words | 5000 | | works_on_inspection=Partnership
U | OVER/minutes | OVER/minutes/correction | words | 20000 | The correction is missing. | item=3
U | DECISION | DECISION/attach | statement | 20000 | Write the statement | attachment=statement; publish=yes
";

#[test]
fn what_is_missing_or_too_long_is_refused_and_kept() {
    let mut stage = stage();
    let mut islands = stage.server.user("focal-point UIH");
    let mut secretariat = stage.secretariat.clone();
    let before = acts(&mut secretariat);
    for [who, page, form, field, limit, missing, filled] in rows(TEXTS) {
        let actor = match who {
            "U" => &mut islands,
            _ => &mut secretariat,
        };
        let base = stage.sheet(actor, page, form, filled);
        if !missing.is_empty() {
            refused(actor, &base.clone().with(field, ""), missing);
        }
        let long = "x".repeat(limit.parse::<usize>().unwrap() + 1);
        let sentence = match field {
            "slug" => missing.to_owned(),
            _ => format!("is longer than {limit} characters"),
        };
        refused(actor, &base.with(field, &long), &sentence);
    }
    assert_eq!(acts(&mut secretariat), before, "something was recorded");
    // At its limit it is taken, whatever its letters take in bytes.
    let (new, title, summary) = (
        "/practice/meetings/new",
        "é".repeat(300),
        "é".repeat(20_000),
    );
    let sheet = Sheet::on(&mut secretariat, new, new);
    let sheet = sheet.with("title", &title).with("place", &title);
    let at = led_to(&sheet.send(&mut secretariat));
    assert!(secretariat.page(&at).text().contains(&title));
    outcome(&mut secretariat, &stage.item, "took_note", &summary);
    let page = stage.secretariat.page(&stage.live);
    assert!(page.text().contains(&summary));
}

/// Page, form, field, value, what is said, and what else is filled in. `PASSED` is the day before yesterday.
const VALUES: &str = "
meetings/new | meetings/new | date | tomorrow | Write the day as | title=Typed; place=Typed
meetings/new | meetings/new | date | 2026-02-30 | Write the day as | title=Typed; place=Typed
meetings/new | meetings/new | date | | Write the day as | title=Typed; place=Typed
meetings/new | meetings/new | from | 25:00 | Write the time as | title=Typed; place=Typed
meetings/new | meetings/new | from | noon | Write the time as | title=Typed; place=Typed
meetings/new | meetings/new | until | | Write the time as | title=Typed; place=Typed
meetings/new | meetings/new | until | 09:59 | A meeting ends after it begins | title=Typed; place=Typed
meetings/new | meetings/new | zone | Mars/Olympus | is no time zone that we know | title=Typed; place=Typed
meetings/new | meetings/new | zone | | is no time zone that we know | title=Typed; place=Typed
NEXT | NEXT/move | date | 2026-2-1x | Write the day as | reason=Typed
NEXT | NEXT/move | until | 09:00 | A meeting ends after it begins | reason=Typed
NEXT/agenda | NEXT/agenda | order_4 | first | Write the place on the agenda as a number. | title_8=Typed
NEXT/agenda | NEXT/agenda | order_4 | -1 | Write the place on the agenda as a number. | title_8=Typed
NEXT/agenda | NEXT/agenda | order_4 | 99999999999 | Write the place on the agenda as a number. | title_8=Typed
OVER/minutes | OVER/minutes/circulate | until | soon | Write the day as | words_1=Typed
OVER/minutes | OVER/minutes/circulate | until | PASSED | The day lies in the past | words_1=Typed
actions/new | actions/new | due | x | Write the day as | due_kind=day; what=Typed
actions/new | actions/new | due | | Choose the day, or | due_kind=day; what=Typed
actions/new | actions/new | due | PASSED | The day lies in the past | due_kind=day; what=Typed
ITEM | ITEM/action | due | x | Write the day as | due_kind=day; what=Typed
ACTION | ACTION/move | due | 31.12.2026 | Write the day as | due_kind=day; move_reason=Typed
ACTION | ACTION/move | due | PASSED | The day lies in the past | due_kind=day; move_reason=Typed
ITEM | ITEM/outcome | outcome | adjourned | Choose one of the answers. | summary=Typed
ITEM | ITEM/outcome | outcome | | Choose one of the answers. | summary=Typed
ITEM | ITEM/decision | kind | important | Choose one of the answers. | decision_title=Typed; words=Typed
mandates | mandates | on | yesterday | Write the day as | body=Typed; asks=Typed
members | members/offices | office_until | never | Write the day as | office=co_chair
members | members/offices | office_until | PASSED | The day lies in the past | office=co_chair
members/uih | members/uih/kind | kind | | Choose one of the answers. |
members/cca | members/cca/leave | leave | | Tick the box to end the membership. |
";

#[test]
fn what_is_no_day_no_time_and_no_number_is_refused() {
    let stage = stage();
    let mut secretariat = stage.secretariat.clone();
    let before = acts(&mut secretariat);
    for [page, form, field, value, sentence, filled] in rows(VALUES) {
        let passed = day(-2);
        let value = if value == "PASSED" { &passed } else { value };
        let sheet = stage.sheet(&mut secretariat, page, form, filled);
        let sheet = sheet.with(field, value);
        // A choice that is none of the page's can't be shown again as it came.
        if ["outcome", "kind"].contains(&field) {
            partly(&mut secretariat, &sheet, sentence, filled);
        } else {
            refused(&mut secretariat, &sheet, sentence);
        }
    }
    assert_eq!(acts(&mut secretariat), before, "something was recorded");
    // Days at the ends of the calendar are refused or taken; no page breaks over them.
    let far = "what=Typed; due_kind=day; due=9999-12-31";
    let sheet = stage.sheet(&mut secretariat, "actions/new", "actions/new", far);
    sheet.send(&mut secretariat).receipt();
    for date in ["9999-12-31", "0001-01-01"] {
        let filled = format!("title=Typed; place=Typed; date={date}");
        let sheet = stage.sheet(&mut secretariat, "meetings/new", "meetings/new", &filled);
        let status = sheet.send(&mut secretariat).status;
        assert!([303, 422].contains(&status), "{date}: {status}");
    }
    for page in ["/actions", "/meetings", "/today", "/members", ""] {
        secretariat.page(&format!("/practice{page}"));
    }
}

/// The form is refused, and what is rightly filled in is kept.
#[track_caller]
fn partly(actor: &mut Actor, sheet: &Sheet, sentence: &str, filled: &str) {
    let (form, answer) = (&sheet.action, sheet.send(actor));
    assert_eq!(answer.status, 422, "{form} ({sentence}): {}", answer.told());
    answer.says(sentence);
    let kept = Sheet::of(&answer.text(), form).unwrap();
    for (name, value) in pairs(filled) {
        assert_eq!(kept.value(name), Some(value), "{form}: {name} is lost");
    }
}

/// Page, form, field, value, what is said, and what else is filled in. `UNKNOWN` is an id that nobody has,
/// `SEAT` one of another organisation.
const IDS: &str = "
actions/new | actions/new | lead | | The owner of the action is missing. | what=Typed; due_kind=next_meeting
actions/new | actions/new | lead | nobody | The owner of the action is missing. | what=Typed; due_kind=next_meeting
actions/new | actions/new | lead | UNKNOWN | does not take part | what=Typed; due_kind=next_meeting
actions/new | actions/new | decision | UNKNOWN | There is no decision of this name. | what=Typed; due_kind=next_meeting
ACTION | ACTION/reassign | others | UNKNOWN | does not take part | reassign_reason=Typed
ITEM | ITEM/decision | mandate | UNKNOWN | There is no mandate of this name. | decision_title=Typed; words=Typed; kind=strategic
themes/inspection | themes/inspection/link | theme | none | Choose the other theme. | words=Typed
themes/inspection | themes/inspection/link | theme | inspection | There is no theme of this name. | words=Typed
themes/inspection | themes/inspection/link | said_by | UNKNOWN | There is no organisation of this name. | words=Typed
members | members/offices | office_organisation | UNKNOWN | There is no organisation of this name. |
members | members/offices | office_exercised_by | SEAT | There is no seat of this name. |
members | members/offices | office_decision | UNKNOWN | There is no decision of this name. |
NEXT/agenda | NEXT/agenda | minutes_2 | UNKNOWN | There is no meeting of this name. | title_8=Typed
NEXT/agenda | NEXT/agenda | text_4 | UNKNOWN | There is no text of this name. | title_8=Typed
NEXT/agenda | NEXT/agenda | deferred_4 | UNKNOWN | There is no deferred item of this name. | title_8=Typed
";

/// Where no form is left, or there is no such thing: address, field, value, status.
const NOWHERE: &str = "
LIVE/decided | seen | UNKNOWN | 409
LIVE/objected | seen | UNKNOWN | 409
LIVE/decided | seen | x | 400
ITEM/minutes | edition | 1 | 404
LIVE/items/99/outcome | outcome | decided | 404
meetings/none/open | x | x | 404
actions/1999-1/done | report | Typed | 404
decisions/1999-1/attach | statement | Typed | 404
members/none/rename | name | Typed | 404
members/unodc/rename | name | Typed | 404
themes/conflict/close | x | x | 404
texts/none/themes | themes | inspection | 404
texts/safe-rest/themes | themes | none | 400
members/seats | organisation | x | 400
members/links | seat | UNKNOWN | 404
OVER/open | x | x | 409
OVER/cancel | cancel_reason | Typed | 409
OVER/items/2/outcome | outcome | took_note | 409
";

#[test]
fn ids_that_are_not_there_are_refused() {
    let stage = stage();
    let (mut secretariat, mut chair) = (stage.secretariat.clone(), stage.chair.clone());
    let unknown = fresh();
    let members = secretariat.page("/practice/members").text();
    let seat = option(&members, "Elio Fennimore, head, FDW");
    let value = |value: &str| value.replace("UNKNOWN", &unknown).replace("SEAT", &seat);
    let before = acts(&mut secretariat);
    for [page, form, field, written, sentence, filled] in rows(IDS) {
        let sheet = stage.sheet(&mut secretariat, page, form, filled);
        let sheet = sheet.with(field, &value(written));
        partly(&mut secretariat, &sheet, sentence, filled);
    }
    for [path, field, written, status] in rows(NOWHERE) {
        let chairs = path.ends_with("/decided") || path.ends_with("/objected");
        let actor = if chairs { &mut chair } else { &mut secretariat };
        let answer = actor.post(&stage.at(path), &[(field, &value(written))]);
        assert_eq!(
            answer.status.to_string(),
            status,
            "{path}: {}",
            answer.told()
        );
        assert!(answer.told().len() > 40, "{path}: no sentence");
    }
    assert_eq!(acts(&mut secretariat), before, "something was recorded");
    an_item_belongs_to_its_meeting(&stage, &mut secretariat);
}

fn an_item_belongs_to_its_meeting(stage: &Stage, secretariat: &mut Actor) {
    let agenda = stage.sheet(secretariat, "NEXT/agenda", "NEXT/agenda", "");
    let of_next = agenda.value("id_4").unwrap().to_owned();
    let other = called(secretariat, "Other lamps", "working_level", 30, &[]);
    let other = format!("{other}/agenda");
    let sheet = Sheet::on(secretariat, &other, &other).with("id_1", &of_next);
    let answer = sheet.send(secretariat);
    assert_eq!(answer.status, 422);
    answer.says("This agenda item is recorded already");
}
