//! Rounds: who is asked, what counts, what is compiled and answered.

use group::parts::{ReturnForm, ReturnMode, SettingValue, Verdict};
use group::{Actor, Command, Fact, settings};

use crate::commands;
use crate::world::{DAY, GUEST, HOUR, MEMBERS, WATCH, World, focal, id, key, secretariat};

#[test]
fn members_and_partners_are_asked_observers_are_not() {
    let mut world = World::in_round();
    let mut asked: Vec<_> = MEMBERS.map(id).to_vec();
    asked.push(id(GUEST));
    assert_eq!(world.round("round").electorate, asked);
    let sent = world.attempt(focal(WATCH), &commands::no_comments());
    assert_eq!(key(&sent), "not-asked");
    // Who joins later is not asked; who leaves later still may answer.
    world.must(secretariat(), &commands::take_in("new", group::MEMBER));
    let end = Command::EndMembership {
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    assert_eq!(world.round("round").electorate, asked);
    world.must(focal("west"), &commands::no_comments());
}

#[test]
fn a_later_return_replaces_the_earlier() {
    let mut world = World::in_round();
    world.must(focal("west"), &commands::marked_up(2, 1));
    world.wait(HOUR);
    world.must(focal("west"), &commands::marked_up(3, 0));
    assert_eq!(world.round("round").answered(), 1);
    let found = &world.round("round").returns[&id("west")];
    assert_eq!((found.form, found.proposals), (ReturnForm::MarkedUp, 3));
    assert_eq!(found.received, world.now);
}

#[test]
fn no_comments_never_erases_an_earlier_return() {
    let mut world = World::in_round();
    world.must(focal("west"), &commands::no_comments());
    world.must(focal("west"), &commands::marked_up(2, 1));
    let sent = world.attempt(focal("west"), &commands::no_comments());
    assert_eq!(key(&sent), "return-held");
    assert_eq!(world.round("round").returns[&id("west")].proposals, 2);
}

#[test]
fn a_marked_up_return_has_its_file_and_no_other_does() {
    for (form, file, expect) in [
        (ReturnForm::MarkedUp, true, "admitted"),
        (ReturnForm::MarkedUp, false, "missing"),
        (ReturnForm::NoComments, true, "missing"),
        (ReturnForm::NotInOurMandate, false, "admitted"),
    ] {
        let mut world = World::in_round();
        let command = Command::Return {
            round: id("round"),
            form,
            file: file.then(|| commands::filed("return")),
            proposals: 0,
            comments: 0,
            mode: ReturnMode::Replaces,
            for_penholder: Vec::new(),
        };
        assert_eq!(
            key(&world.attempt(focal("west"), &command)),
            expect,
            "{form:?}"
        );
    }
}

#[test]
fn a_closed_round_takes_nothing_more() {
    let mut world = World::answering();
    let sent = world.attempt(focal("south"), &commands::no_comments());
    assert_eq!(key(&sent), "round-closed");
    let sentence = sent.expect_err("refused").to_string();
    assert!(sentence.contains("2026-03-02T10:00:00Z"), "{sentence}");
    let again = world.attempt(Actor::SYSTEM, &commands::close_round());
    assert_eq!(key(&again), "round-closed");
}

#[test]
fn the_system_alone_closes_at_the_deadline() {
    let mut world = World::in_round();
    let before = world.state.clone();
    world.now = world.round("round").closes_from();
    let act = world
        .must(Actor::SYSTEM, &commands::close_round())
        .remove(0);
    // The same act, early and said to be a person's: the system has no such right.
    let mut early = act;
    early.time = before.founded.as_ref().expect("founded").at;
    early.received = early.time;
    if let Fact::RoundClosed(closed) = &mut early.fact {
        closed.at_deadline = false;
    }
    assert!(group::admit(before, &early).is_err());
}

#[test]
fn it_is_frozen_while_it_runs_and_again() {
    let mut world = World::in_round();
    world.must(focal("west"), &commands::marked_up(1, 0));
    world.must(
        focal("east"),
        &commands::freeze("one", &["a1"], &[], "west"),
    );
    let again = commands::freeze("one", &["a1"], &[], "west");
    assert_eq!(key(&world.attempt(focal("east"), &again)), "id-taken");
    world.must(
        focal("east"),
        &commands::freeze("two", &["a1"], &[], "west"),
    );
    let back = commands::freeze("one", &["a1"], &[], "west");
    assert_eq!(key(&world.attempt(focal("east"), &back)), "id-taken");
    // Somebody who returned nothing supports nothing.
    let stranger = commands::freeze("three", &["a1"], &[], "south");
    assert_eq!(key(&world.attempt(focal("east"), &stranger)), "not-asked");
    let twice = commands::freeze("four", &["a1", "a1"], &[], "west");
    assert_eq!(key(&world.attempt(focal("east"), &twice)), "id-taken");
    let running = commands::respond("two", &["a1"]);
    assert_eq!(
        key(&world.attempt(focal("east"), &running)),
        "round-not-closed"
    );
}

#[test]
fn an_older_compilation_is_not_answered() {
    let mut world = World::in_round();
    world.must(focal("west"), &commands::marked_up(1, 0));
    world.must(
        focal("east"),
        &commands::freeze("one", &["a1"], &[], "west"),
    );
    world.must(focal("south"), &commands::marked_up(1, 0));
    world.must(focal("east"), &commands::close_round());
    // A return that isn't in it.
    let answers = commands::respond("one", &["a1"]);
    assert_eq!(
        key(&world.attempt(focal("east"), &answers)),
        "old-compilation"
    );
    world.must(
        focal("east"),
        &commands::freeze("two", &["a1"], &[], "west"),
    );
    assert_eq!(
        key(&world.attempt(focal("east"), &answers)),
        "old-compilation"
    );
    world.must(focal("east"), &commands::respond("two", &["a1"]));
    let newer = commands::freeze("three", &["a1"], &[], "west");
    assert_eq!(key(&world.attempt(focal("east"), &newer)), "issued");
    let again = commands::respond("two", &["a1"]);
    assert_eq!(key(&world.attempt(focal("east"), &again)), "issued");
}

#[test]
fn responses_are_whole() {
    let check = |answers: &[(&str, Verdict, Option<&str>)], expect: &str| {
        let mut world = World::answering();
        let outcome = world.attempt(focal("east"), &commands::responses("comp", answers));
        assert_eq!(key(&outcome), expect, "{answers:?}");
    };
    let a1 = ("a1", Verdict::Taken, None);
    let a2 = ("a2", Verdict::InOtherWords, None);
    let c1 = ("c1", Verdict::Noted, None);
    check(&[a1, a2, c1], "admitted");
    check(&[c1, a2, a1], "admitted");
    check(&[], "unanswered");
    check(&[a1, a2], "unanswered");
    check(&[a1, c1], "unanswered");
    check(&[a1, a2, c1, c1], "responses-not-whole");
    check(&[a1, a2, ("c9", Verdict::Noted, None)], "unknown-item");
    check(&[a1, ("a2", Verdict::NotTaken, None), c1], "no-reason");
    check(&[a1, ("a2", Verdict::NotTaken, Some(" ")), c1], "no-reason");
    check(
        &[a1, ("a2", Verdict::NotTaken, Some("Why.")), c1],
        "admitted",
    );
    check(
        &[a1, ("a2", Verdict::LeftForDiscussion, None), c1],
        "admitted",
    );
    check(&[a1, ("a2", Verdict::Bracketed, None), c1], "admitted");
}

#[test]
fn the_statements_say_the_same_as_the_verdicts() {
    let check = |change: fn(&mut Command), expect: &str| {
        let mut world = World::answering();
        let mut command = commands::respond("comp", &["a1", "a2", "c1"]);
        change(&mut command);
        assert_eq!(key(&world.attempt(focal("east"), &command)), expect);
    };
    check(
        |command| {
            if let Command::IssueResponses { statements, .. } = command {
                statements.pop();
            }
        },
        "responses-not-whole",
    );
    check(
        |command| {
            if let Command::IssueResponses { statements, .. } = command {
                statements[0].item = "a2".to_owned();
            }
        },
        "responses-not-whole",
    );
}

#[test]
fn proposals_are_answered_before_the_text_goes_on() {
    let mut world = World::answering();
    let tabled = world.attempt(focal("east"), &commands::table("draft 1"));
    assert_eq!(key(&tabled), "not-issued");
    let deadline = world.now.plus_millis(3 * DAY);
    let opened = world.attempt(secretariat(), &commands::open_silence("proc", deadline));
    assert_eq!(key(&opened), "not-issued");
    // A round to which nobody proposed anything asks for no responses.
    let mut quiet = World::in_round();
    quiet.must(focal("west"), &commands::no_comments());
    quiet.must(focal("east"), &commands::close_round());
    quiet.must(secretariat(), &commands::open_silence("proc", deadline));
}

#[test]
fn a_version_names_the_compilation_whose_responses_made_it() {
    let after = |compilation: &str| Command::TableVersion {
        text: id("text"),
        label: "draft 1".to_owned(),
        sha256: commands::digest("draft 1"),
        file: commands::filed("draft"),
        after: Some(id(compilation)),
    };
    let mut world = World::responded();
    assert_eq!(
        key(&world.attempt(focal("east"), &after("other"))),
        "not-issued"
    );
    world.must(focal("east"), &after("comp"));
}

#[test]
fn settings_take_what_this_version_can_live_by() {
    for (name, value, expect) in [
        (
            settings::SILENCE_MINIMUM_HOURS,
            SettingValue::Number(24),
            "admitted",
        ),
        (
            settings::SILENCE_MINIMUM_HOURS,
            SettingValue::Number(-1),
            "no-setting",
        ),
        (
            settings::SILENCE_MINIMUM_HOURS,
            SettingValue::Switch(true),
            "no-setting",
        ),
        (
            settings::SILENCE_AUTOMATIC_ADOPTION,
            SettingValue::Number(1),
            "no-setting",
        ),
        (
            settings::SILENCE_AUTOMATIC_ADOPTION,
            SettingValue::Switch(true),
            "admitted",
        ),
        ("no.such", SettingValue::Switch(false), "no-setting"),
    ] {
        let mut world = World::new();
        let set = world.attempt(secretariat(), &commands::set(name, value.clone()));
        assert_eq!(key(&set), expect, "{name} {value:?}");
    }
}

#[test]
fn a_round_ends_on_a_working_day_unless_any_instant_will_do() {
    // Auckland is 13 hours ahead, and 12 from 5 April on.
    for (deadline, expect) in [
        ("2026-03-06T04:00:00Z", "admitted"),
        ("2026-03-06T10:59:59Z", "admitted"),
        ("2026-03-06T11:00:00Z", "not-a-working-day"),
        ("2026-03-08T00:00:00Z", "not-a-working-day"),
        ("2026-03-08T11:00:00Z", "admitted"),
        ("2026-04-05T11:30:00Z", "not-a-working-day"),
        ("2026-04-05T12:00:00Z", "admitted"),
    ] {
        let at = deadline.parse().expect("an instant");
        let mut world = World::with_text();
        let opened = world.attempt(focal("east"), &commands::open_round("round", at));
        assert_eq!(key(&opened), expect, "{deadline}");
        let mut world = World::with_text();
        let any = commands::set(settings::DEADLINE_ANY_INSTANT, SettingValue::Switch(true));
        world.must(secretariat(), &any);
        world.must(focal("east"), &commands::open_round("round", at));
        if expect != "admitted" {
            let mut world = World::in_round();
            world
                .state
                .rounds
                .get_mut(&id("round"))
                .expect("there")
                .deadline = at.plus_millis(-DAY * 2);
            let extend = Command::ExtendRound {
                round: id("round"),
                deadline: at,
            };
            assert_eq!(
                key(&world.attempt(focal("east"), &extend)),
                expect,
                "{deadline}"
            );
        }
    }
}

#[test]
fn working_days_leave_out_weekends() {
    let world = World::with_text();
    for (from, count, expect) in [
        ("2026-03-02", 1, "2026-03-03"),
        ("2026-03-02", 5, "2026-03-09"),
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-08", 10, "2026-03-20"),
        ("2026-03-07", 0, "2026-03-07"),
    ] {
        let day = |text: &str| text.parse().expect("a day");
        assert_eq!(
            world.state.calendar.working_days_after(day(from), count),
            day(expect),
            "{from} {count}"
        );
    }
}
