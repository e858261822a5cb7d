//! Decisions by consensus in a meeting, what members attach to them, and their release
//! (5-procedures, *Consensus in a meeting*).

use group::parts::{Category, ItemKind, MeetingLevel, Presence, SettingValue};
use group::state::Basis;
use group::{Act, Command, DecisionAdopted, Fact, Id, admit, settings};

use crate::commands;
use crate::meetings::{
    action_at, attach, close, close_item, head, item, marks, objection, put, release, so_decided,
};
use crate::world::{
    DAY, GUEST, HOUR, MEMBERS, WATCH, World, chair, focal, id, instant, key, secretariat,
};

fn participants(acts: &[Act]) -> Vec<Id> {
    match &acts[0].fact {
        Fact::DecisionAdopted(adopted) => adopted.participants.clone(),
        other => panic!("{other:?}"),
    }
}

fn set(world: &mut World, name: &str, number: i64) {
    let set = commands::set(name, SettingValue::Number(number));
    world.must(secretariat(), &set);
}

#[test]
fn it_is_adopted_as_put_by_those_present_with_the_right() {
    let mut world = World::decision_put();
    let acts = world.must(chair(), &so_decided("meeting", "agree"));
    assert_eq!(acts.len(), 1);
    // The partner is there and has no right to object; the absent member doesn't block.
    assert_eq!(participants(&acts), ["north", "south", "east"].map(id));
    let decision = world.decision("agree");
    assert_eq!(decision.absent, [id("west")]);
    assert_eq!(decision.number, "2026/1");
    let (title, words) = ("To agree", "The meeting decides to agree.");
    assert_eq!(decision.title, title);
    assert_eq!(decision.words.as_deref(), Some(words));
    let (meeting, item) = (id("meeting"), id("topic"));
    assert_eq!(decision.basis, Basis::Consensus { meeting, item });
    assert!(world.meeting("meeting").put.is_none());
}

#[test]
fn anything_else_than_what_was_put_is_no_law() {
    let mut world = World::decision_put();
    let before = world.state.clone();
    let act = world
        .must(chair(), &so_decided("meeting", "agree"))
        .remove(0);
    let check = |change: fn(&mut DecisionAdopted), expect: &str| {
        let mut act = act.clone();
        if let Fact::DecisionAdopted(adopted) = &mut act.fact {
            change(adopted);
        }
        let refused = admit(before.clone(), &act).expect_err(expect);
        assert_eq!(refused.key(), expect);
    };
    check(|d| d.title = "To differ".into(), "other-version");
    check(|d| d.words = Some("Other words.".into()), "other-version");
    check(|d| d.words = None, "other-version");
    check(|d| d.kind = None, "other-version");
    check(|d| d.item = Some(id("second")), "other-version");
    check(|d| d.mandates = vec![id("mandate")], "other-version");
    check(|d| d.text = Some(id("text")), "other-version");
    check(|d| d.version = Some(1), "other-version");
    check(|d| d.meeting = None, "id-taken");
    check(|d| d.procedure = Some(id("proc")), "not-closed");
    check(|d| d.meeting = Some(id("other")), "unknown");
    check(|d| d.participants.truncate(2), "wrong-outcome");
    check(|d| d.participants.push(id("west")), "wrong-outcome");
    check(|d| d.participants.push(id("guest")), "wrong-outcome");
    check(|d| d.participants.swap(0, 1), "wrong-outcome");
    check(|d| d.attached = vec![id("west")], "wrong-outcome");
    check(|d| d.rank = 2, "wrong-number");
    check(|d| d.number = "2026/2".into(), "wrong-number");
}

#[test]
fn attendance_counts_as_it_is_at_the_adoption() {
    let mut world = World::decision_put();
    // East goes, west comes, an observer sits in.
    let change = marks(
        "meeting",
        &[
            ("east", Presence::Excused),
            ("west", Presence::Head),
            (WATCH, Presence::Representative),
        ],
    );
    world.must(secretariat(), &change);
    let gone = objection("meeting", "agree", &["east"]);
    assert_eq!(key(&world.attempt(chair(), &gone)), "not-present");
    let acts = world.must(chair(), &so_decided("meeting", "agree"));
    assert_eq!(participants(&acts), ["north", "south", "west"].map(id));
    assert_eq!(world.decision("agree").absent, [id("east")]);
    // Whoever comes later has not taken part, and those it was not marked of stay as they were.
    let back = marks("meeting", &[("east", Presence::Representative)]);
    world.must(secretariat(), &back);
    assert_eq!(world.decision("agree").absent, [id("east")]);
    assert_eq!(world.meeting("meeting").present().count(), 6);
}

#[test]
fn the_right_counts_as_it_is_at_the_adoption() {
    let mut world = World::decision_put();
    let end = Command::EndMembership {
        organisation: id("east"),
    };
    world.must(secretariat(), &end);
    let rights = Category {
        may_object: true,
        may_comment: true,
        may_see: true,
    };
    let raised = commands::define(group::PARTNER, rights);
    world.must(secretariat(), &raised);
    let acts = world.must(chair(), &so_decided("meeting", "agree"));
    assert_eq!(participants(&acts), ["north", "south", "guest"].map(id));
    assert_eq!(world.decision("agree").absent, [id("west")]);
}

#[test]
fn an_objection_of_one_present_ends_it() {
    let check = |objecting: &[&str], expect: &str| {
        let mut world = World::decision_put();
        let outcome = world.attempt(chair(), &objection("meeting", "agree", objecting));
        assert_eq!(key(&outcome), expect, "{objecting:?}");
        world
    };
    check(&[], "not-present");
    check(&["west"], "not-present");
    check(&[GUEST], "not-present");
    check(&[WATCH], "not-present");
    check(&["east", "west"], "not-present");
    check(&["east", "east"], "not-present");
    check(&["east", "north"], "admitted");
    let mut world = check(&["east"], "admitted");
    let adopted = world.attempt(chair(), &so_decided("meeting", "agree"));
    assert_eq!(key(&adopted), "nothing-put");
    // It is not put again under its id; the meeting may still decide something else.
    let again = put("meeting", "topic", "agree");
    assert_eq!(key(&world.attempt(chair(), &again)), "id-taken");
    world.must(chair(), &put("meeting", "topic", "differ"));
    world.must(chair(), &so_decided("meeting", "differ"));
    assert_eq!(world.decision("differ").number, "2026/1");
    let objected = &world.meeting("meeting").objected[0];
    assert_eq!(objected.put.decision, id("agree"));
    assert_eq!(objected.objecting, [id("east")]);
}

#[test]
fn one_decision_at_a_time() {
    let mut world = World::decision_put();
    for command in [
        put("meeting", "second", "differ"),
        close_item("meeting", "topic", group::parts::ItemOutcome::TookNote),
        close("meeting"),
    ] {
        let outcome = world.attempt(chair(), &command);
        assert_eq!(key(&outcome), "decision-put", "{command:?}");
    }
    let other = so_decided("meeting", "differ");
    assert_eq!(key(&world.attempt(chair(), &other)), "nothing-put");
    // Another item may be closed meanwhile.
    let other = close_item("meeting", "second", group::parts::ItemOutcome::TookNote);
    world.must(chair(), &other);
    world.must(chair(), &so_decided("meeting", "agree"));
    let again = so_decided("meeting", "agree");
    assert_eq!(key(&world.attempt(chair(), &again)), "nothing-put");
    world.must(chair(), &put("meeting", "second", "differ"));
}

#[test]
fn a_decision_is_put_in_one_place() {
    let mut world = World::decision_put();
    let begins = "2026-03-20T21:00:00Z";
    let items = vec![item("topic 2", ItemKind::Topic)];
    world.hold("working", MeetingLevel::WorkingLevel, begins, items);
    let same = put("working", "topic 2", "agree");
    assert_eq!(key(&world.attempt(chair(), &same)), "id-taken");
    // Two meetings in session: each has its own.
    world.must(chair(), &put("working", "topic 2", "differ"));
    let there = so_decided("working", "agree");
    assert_eq!(key(&world.attempt(chair(), &there)), "nothing-put");
    world.must(chair(), &so_decided("working", "differ"));
    world.must(chair(), &so_decided("meeting", "agree"));
    assert_eq!(world.decision("agree").number, "2026/2");
}

#[test]
fn a_decision_of_a_procedure_has_an_id_of_its_own() {
    let mut world = World::awaiting_chair();
    let begins = world.now.to_string();
    let items = vec![item("topic", ItemKind::Topic)];
    world.hold("meeting", MeetingLevel::Heads, &begins, items);
    world.must(chair(), &put("meeting", "topic", "agree"));
    let confirm = commands::confirm("proc", "agree");
    assert_eq!(key(&world.attempt(chair(), &confirm)), "id-taken");
    world.must(chair(), &objection("meeting", "agree", &["north"]));
    assert_eq!(key(&world.attempt(chair(), &confirm)), "id-taken");
    world.must(chair(), &commands::confirm("proc", "decision"));
}

#[test]
fn nothing_is_decided_outside_the_session() {
    let check = |mut world: World, expect: &str| {
        let outcome = world.attempt(chair(), &put("meeting", "topic", "differ"));
        assert_eq!(key(&outcome), expect);
    };
    check(World::meeting_called(), "meeting-not-open");
    check(World::agenda_proposed(), "meeting-not-open");
    check(World::meeting_opened(), "agenda-not-adopted");
    check(World::in_session(), "admitted");
    check(World::meeting_closed(), "meeting-not-open");
    let mut world = World::in_session();
    let elsewhere = put("meeting", "nowhere", "agree");
    assert_eq!(key(&world.attempt(chair(), &elsewhere)), "unknown");
}

#[test]
fn without_anybody_present_nothing_is_decided() {
    let mut world = World::decision_put();
    let gone = marks(
        "meeting",
        &MEMBERS.map(|organisation| (organisation, Presence::Absent)),
    );
    world.must(secretariat(), &gone);
    // The partner is still there.
    let adopted = world.attempt(chair(), &so_decided("meeting", "agree"));
    assert_eq!(key(&adopted), "nobody-present");
}

#[test]
fn a_quorum_is_a_number_a_share_or_both() {
    // Three of four are present.
    for (number, percent, expect) in [
        (0, 0, "admitted"),
        (3, 0, "admitted"),
        (4, 0, "no-quorum"),
        (0, 75, "admitted"),
        (0, 76, "no-quorum"),
        (0, 100, "no-quorum"),
        (3, 75, "admitted"),
        (4, 50, "no-quorum"),
        (1, 76, "no-quorum"),
    ] {
        let mut world = World::decision_put();
        set(&mut world, settings::MEETING_QUORUM, number);
        set(&mut world, settings::MEETING_QUORUM_PERCENT, percent);
        let outcome = world.attempt(chair(), &so_decided("meeting", "agree"));
        assert_eq!(key(&outcome), expect, "{number}, {percent} percent");
        if let Err(refusal) = outcome {
            assert!(refusal.to_string().contains("3 of the 4"), "{refusal}");
            // An objection needs no quorum.
            world.must(chair(), &objection("meeting", "agree", &["north"]));
        }
    }
    for (name, number) in [
        (settings::MEETING_QUORUM_PERCENT, 101),
        (settings::MEETING_QUORUM, -1),
        (settings::MEETING_ATTACH_DAYS, 367),
    ] {
        let set = commands::set(name, SettingValue::Number(number));
        let outcome = World::new().attempt(secretariat(), &set);
        assert_eq!(key(&outcome), "no-setting", "{name} {number}");
    }
}

#[test]
fn numbers_go_on_over_both_ways_and_start_anew_with_the_seats_year() {
    let mut world = World::adopted();
    assert_eq!(world.decision("decision").number, "2026/1");
    // In the last hour of the year at the seat, which is at 11:00 UTC.
    let begins = "2026-12-31T10:00:00Z";
    let items = vec![item("topic", ItemKind::Topic)];
    world.hold("meeting", MeetingLevel::Heads, begins, items);
    for (decision, at, expect) in [
        ("one", "2026-12-31T10:00:00Z", "2026/2"),
        ("two", "2026-12-31T10:59:59.999Z", "2026/3"),
        ("three", "2026-12-31T11:00:00Z", "2027/1"),
        ("four", "2027-01-01T00:00:00Z", "2027/2"),
    ] {
        world.now = instant(at);
        world.must(chair(), &put("meeting", "topic", decision));
        world.must(chair(), &so_decided("meeting", decision));
        assert_eq!(world.decision(decision).number, expect, "{at}");
    }
    // An objection takes no number.
    world.must(chair(), &put("meeting", "topic", "five"));
    world.must(chair(), &objection("meeting", "five", &["north"]));
    world.must(secretariat(), &commands::open_text("another", "east"));
    let opened = Command::OpenSilence {
        procedure: id("proc 2"),
        text: id("another"),
        deadline: world.now.plus_millis(3 * DAY),
        note: None,
    };
    world.must(chair(), &opened);
    world.now = world.procedure("proc 2").closes_from();
    world.must(group::Actor::SYSTEM, &commands::close_silence("proc 2"));
    world.must(chair(), &commands::confirm("proc 2", "six"));
    assert_eq!(world.decision("six").number, "2027/3");
}

#[test]
fn members_attach_until_the_last_of_the_days() {
    // The decision falls on 21 March at the seat; its days end at 11:00 UTC.
    for (days, at, expect) in [
        (None, "2026-03-26T10:59:59.999Z", "admitted"),
        (None, "2026-03-26T11:00:00Z", "attach-over"),
        (Some(0), "2026-03-21T10:59:59.999Z", "admitted"),
        (Some(0), "2026-03-21T11:00:00Z", "attach-over"),
        (Some(1), "2026-03-22T10:59:59.999Z", "admitted"),
        (Some(1), "2026-03-22T11:00:00Z", "attach-over"),
    ] {
        let mut world = World::decision_put();
        if let Some(days) = days {
            set(&mut world, settings::MEETING_ATTACH_DAYS, days);
        }
        world.must(chair(), &so_decided("meeting", "agree"));
        world.now = instant(at);
        for actor in [focal("west"), focal("south"), head()] {
            let outcome = world.clone().attempt(actor, &attach("agree", true));
            assert_eq!(key(&outcome), expect, "{days:?} days, {at}");
        }
        // What had arrived in time counts, whenever it is recorded.
        let received = world.now.plus_millis(-1);
        world.now = world.now.plus_millis(HOUR / 60);
        let arrived = world.attempt_received(received, focal("west"), &attach("agree", true));
        assert_eq!(key(&arrived), "admitted", "{days:?} days, before {at}");
    }
}

#[test]
fn those_of_the_day_attach_and_no_others() {
    let mut world = World::meeting_closed();
    world.must(secretariat(), &commands::take_in("new", group::MEMBER));
    let seat = commands::seat("new", "foc", group::parts::SeatKind::FocalPoint);
    world.must(secretariat(), &seat);
    for other in [GUEST, WATCH, "new"] {
        let outcome = world.attempt(focal(other), &attach("agree", true));
        assert_eq!(key(&outcome), "not-a-member", "{other}");
    }
    let empty = Command::Attach {
        decision: id("agree"),
        attachments: Vec::new(),
    };
    assert_eq!(key(&world.attempt(focal("west"), &empty)), "nothing-said");
    // Whoever leaves after the decision was still bound by it.
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    for _ in 0..10 {
        world.must(focal("west"), &attach("agree", false));
    }
    let more = world.attempt(focal("west"), &attach("agree", false));
    assert_eq!(key(&more), "too-many");
    let decision = world.decision("agree");
    assert_eq!(
        (decision.attachments.len(), &decision.attached),
        (10, &vec![id("west")])
    );
}

#[test]
fn the_days_are_those_of_the_decision() {
    let mut world = World::meeting_closed();
    set(&mut world, settings::MEETING_ATTACH_DAYS, 0);
    world.wait(2 * DAY);
    assert_eq!(
        key(&world.attempt(secretariat(), &release("agree", &[]))),
        "attach-open"
    );
    world.must(focal("west"), &attach("agree", true));
    set(&mut world, settings::MEETING_ATTACH_DAYS, 30);
    world.wait(4 * DAY);
    let late = world.attempt(focal("west"), &attach("agree", true));
    assert_eq!(key(&late), "attach-over");
    world.must(secretariat(), &release("agree", &[]));
}

#[test]
fn it_is_released_once_after_the_days_as_authors_chose() {
    let after = |publish: bool| {
        let mut world = World::meeting_closed();
        world.must(focal("west"), &attach("agree", publish));
        world.now = instant("2026-03-26T11:00:00Z");
        world
    };
    for (publish, of, expect) in [
        (true, vec!["west"], "admitted"),
        (true, vec![], "admitted"),
        (true, vec!["west", "west"], "not-for-publication"),
        (true, vec!["east"], "not-for-publication"),
        (false, vec!["west"], "not-for-publication"),
        (false, vec![], "admitted"),
    ] {
        let mut world = after(publish);
        let outcome = world.attempt(chair(), &release("agree", &of));
        assert_eq!(key(&outcome), expect, "{publish} {of:?}");
    }
    let mut world = after(true);
    world.must(secretariat(), &release("agree", &["west"]));
    let again = world.attempt(secretariat(), &release("agree", &["west"]));
    assert_eq!(key(&again), "released");
}

#[test]
fn until_its_days_are_over_it_stays_inside() {
    let mut world = World::meeting_closed();
    let outcome = world.attempt(secretariat(), &release("agree", &[]));
    assert_eq!(key(&outcome), "attach-open");
    let sentence = outcome.expect_err("refused").to_string();
    assert!(sentence.contains("2026-03-26"), "{sentence}");
    world.now = instant("2026-03-26T10:59:59.999Z");
    let outcome = world.attempt(secretariat(), &release("agree", &[]));
    assert_eq!(key(&outcome), "attach-open");
    world.now = instant("2026-03-26T11:00:00Z");
    world.must(secretariat(), &release("agree", &[]));
}

#[test]
fn a_decision_on_a_text_goes_out_with_its_text() {
    let mut world = World::adopted();
    world.wait(30 * DAY);
    let outcome = world.attempt(secretariat(), &release("decision", &[]));
    assert_eq!(key(&outcome), "not-releasable");
    let outcome = world.attempt(focal("west"), &attach("decision", true));
    assert_eq!(key(&outcome), "unknown");
}

#[test]
fn an_item_under_which_it_was_decided_has_ended_so() {
    let mut world = World::decision_put();
    let decided = close_item("meeting", "second", group::parts::ItemOutcome::Decided);
    assert_eq!(key(&world.attempt(chair(), &decided)), "nothing-decided");
    world.must(chair(), &so_decided("meeting", "agree"));
    assert_eq!(key(&world.attempt(chair(), &decided)), "nothing-decided");
    world.must(chair(), &action_at("action", "meeting", &["west"]));
    world.must(chair(), &close("meeting"));
    let left = world.meeting("meeting").left_over();
    let left: Vec<_> = left.iter().map(|line| line.item).collect();
    assert_eq!(left, [id("second")], "what was decided is not left over");
}

#[test]
fn what_is_put_can_be_taken_back_and_put_anew() {
    let mut world = World::decision_put();
    let back = Command::TakeBack {
        meeting: id("meeting"),
        decision: id("agree"),
    };
    world.must(secretariat(), &back);
    assert_eq!(key(&world.attempt(chair(), &back)), "nothing-put");
    let decided = world.attempt(chair(), &so_decided("meeting", "agree"));
    assert_eq!(key(&decided), "nothing-put");
    // Under its own id it is not put again: the record has it as taken back.
    let again = world.attempt(chair(), &put("meeting", "topic", "agree"));
    assert_eq!(key(&again), "id-taken");
    world.must(chair(), &put("meeting", "topic", "anew"));
    world.must(chair(), &so_decided("meeting", "anew"));
    assert!(world.meeting("meeting").objected.is_empty());
}
