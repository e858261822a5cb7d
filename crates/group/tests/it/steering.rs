//! How a silence procedure is steered on its way (5-procedures, rules 2, 3, 8, 13 to 15).

use group::parts::{Holiday, OfficeKind, Outcome, PositionKind, SettingValue, Weekday};
use group::state::Standing;
use group::{Actor, Command, Day, Fact, Hat, settings};

use crate::commands;
use crate::world::{DAY, HOUR, World, chair, focal, hat, id, instant, key, secretariat};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A group that counts working days and hours, as the rules are by default; Monday 2 March 2026, 09:00 UTC
/// is 22:00 at its seat.
fn by_default() -> World {
    let mut world = World::with_text();
    for (name, value) in settings::DEFAULTS.clone() {
        world.must(secretariat(), &commands::set(name, value));
    }
    world
}

#[test]
fn a_deadline_falls_on_working_hours_of_the_seat() {
    let mut world = by_default();
    let holiday = Command::SetCalendar {
        rest: vec![Weekday::Saturday, Weekday::Sunday],
        holidays: vec![Holiday {
            on: day("2026-03-10"),
            name: "Harvest".to_owned(),
        }],
    };
    world.must(secretariat(), &holiday);
    for (deadline, expect) in [
        // Friday 6 March at the seat, from 10:00 to 17:00; the third working day ends on Thursday at 22:00.
        ("2026-03-05T20:59:59Z", "not-working-hours"),
        ("2026-03-05T21:00:00Z", "admitted"),
        ("2026-03-06T04:00:00Z", "admitted"),
        ("2026-03-06T04:01:00Z", "not-working-hours"),
        // Saturday, Sunday, and the holiday.
        ("2026-03-06T21:00:00Z", "not-a-working-day"),
        ("2026-03-08T00:00:00Z", "not-a-working-day"),
        ("2026-03-09T22:00:00Z", "holiday"),
        ("2026-03-10T22:00:00Z", "admitted"),
        // Thursday leaves no three whole days.
        ("2026-03-05T03:59:00Z", "too-few-days"),
        // Summer time ends on Sunday 5 April: then 10:00 is at 22:00 UTC of the day before.
        ("2026-04-06T21:30:00Z", "not-working-hours"),
        ("2026-04-06T22:00:00Z", "admitted"),
    ] {
        let open = commands::open_silence("proc", instant(deadline));
        let mut trial = world.clone();
        assert_eq!(key(&trial.attempt(chair(), &open)), expect, "{deadline}");
    }
    // A calendar that is set later moves no deadline.
    let deadline = instant("2026-03-05T21:00:00Z");
    world.must(chair(), &commands::open_silence("proc", deadline));
    let never = Command::SetCalendar {
        rest: vec![Weekday::Friday],
        holidays: Vec::new(),
    };
    world.must(secretariat(), &never);
    assert_eq!(world.procedure("proc").deadline, deadline);
    let closed = Command::SetCalendar {
        rest: Weekday::ALL.to_vec(),
        holidays: Vec::new(),
    };
    assert_eq!(
        key(&world.attempt(secretariat(), &closed)),
        "no-working-day"
    );
}

/// The act carries what was announced: what it meant stays, whatever becomes of the rules of a zone.
#[test]
fn a_deadline_in_a_zone_whose_rules_changed_stays_as_it_was_announced() {
    let world = by_default();
    let mut trial = world.clone();
    let deadline = instant("2026-04-06T22:00:00Z");
    let acts = trial.must(chair(), &commands::open_silence("proc", deadline));
    let with = |offset: i32, deadline: &str| {
        let mut act = acts[0].clone();
        let Fact::SilenceOpened(opened) = &mut act.fact else {
            panic!("opened")
        };
        opened.deadline = instant(deadline);
        let announced = opened.announced.as_mut().expect("announced");
        announced.offset = offset;
        group::admit(world.state.clone(), &act)
    };
    // As if summer time had still been kept in April when it was announced: 10:00 was at 21:00 UTC.
    let state = with(13 * 60, "2026-04-06T21:00:00Z").expect("lawful for ever");
    let found = &state.procedures[&id("proc")];
    assert_eq!(found.announced.minute, 600);
    assert_ne!(found.announced, state.clock(found.deadline));
    let refused = with(13 * 60, "2026-04-06T22:00:00Z").expect_err("two deadlines");
    assert_eq!(refused.key(), "other-deadline");
    let refused = with(17 * 60, "2026-04-06T17:00:00Z").expect_err("no clock shows this");
    assert_eq!(refused.key(), "other-deadline");
}

#[test]
fn a_restart_leaves_a_whole_working_day() {
    let mut world = by_default();
    let deadline = instant("2026-03-11T22:00:00Z");
    world.must(chair(), &commands::open_silence("proc", deadline));
    // Saturday 7 March at the seat: the whole working day is Monday.
    world.now = instant("2026-03-07T00:00:00Z");
    world.must(focal("west"), &commands::objects("proc"));
    for (deadline, expect) in [
        ("2026-03-09T03:00:00Z", "too-few-days"),
        ("2026-03-09T21:00:00Z", "admitted"),
    ] {
        let restart = commands::restart("proc", "anew", instant(deadline));
        let mut trial = world.clone();
        assert_eq!(key(&trial.attempt(chair(), &restart)), expect, "{deadline}");
    }
}

#[test]
fn an_extension_only_lengthens_and_only_before_the_deadline() {
    let world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    for (at, to, expect) in [
        (deadline, deadline.plus_millis(DAY), "admitted"),
        (deadline, deadline, "only-later"),
        (deadline, deadline.plus_millis(-1), "only-later"),
        (
            deadline.plus_millis(1),
            deadline.plus_millis(DAY),
            "not-running",
        ),
    ] {
        let mut world = world.clone();
        world.now = at;
        let extended = world.attempt(chair(), &commands::extend("proc", to));
        assert_eq!(key(&extended), expect);
        if expect == "admitted" {
            world.now = deadline.plus_millis(HOUR);
            world.must(focal("west"), &commands::objects("proc"));
            assert_eq!(world.stage(), "broken", "the later deadline counts");
        }
    }
}

#[test]
fn each_may_ask_once_for_more_time_and_the_chair_answers() {
    let mut world = World::under_silence();
    let ask = commands::more_time("proc");
    world.must(focal("west"), &ask);
    assert_eq!(key(&world.attempt(focal("west"), &ask)), "more-time-asked");
    assert_eq!(
        key(&world.attempt(focal("guest"), &ask)),
        "no-objection-right"
    );
    world.must(focal("east"), &ask);
    assert_eq!(world.procedure("proc").more_time, [id("west"), id("east")]);
    world.must(chair(), &commands::decline("proc"));
    assert!(world.procedure("proc").more_time.is_empty());
    assert_eq!(
        key(&world.attempt(chair(), &commands::decline("proc"))),
        "nothing-said"
    );
    // Asked once is asked, whatever the answer.
    assert_eq!(key(&world.attempt(focal("west"), &ask)), "more-time-asked");
}

#[test]
fn while_it_is_suspended_the_clock_stands_and_what_is_said_counts() {
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    world.now = deadline.plus_millis(-DAY);
    world.must(chair(), &commands::suspend("proc"));
    world.now = deadline.plus_millis(3 * DAY);
    let closed = world.attempt(Actor::SYSTEM, &commands::close_silence("proc"));
    assert_eq!(key(&closed), "is-suspended");
    let agrees = commands::position("proc", PositionKind::Agrees);
    let acts = world.must(focal("east"), &agrees);
    assert!(matches!(&acts[0].fact, Fact::PositionGiven(f) if !f.late));
    let mut objected = world.clone();
    objected.must(focal("west"), &commands::objects("proc"));
    assert_eq!(objected.stage(), "broken");
    // Nobody has less time than was left.
    for (left, expect) in [(DAY - 1, "less-time"), (DAY, "admitted")] {
        let mut world = world.clone();
        let resume = commands::resume("proc", world.now.plus_millis(left));
        assert_eq!(key(&world.attempt(chair(), &resume)), expect, "{left}");
    }
    let later = world.now.plus_millis(DAY);
    world.must(chair(), &commands::resume("proc", later));
    world.now = later.plus_millis(10_000);
    world.must(Actor::SYSTEM, &commands::close_silence("proc"));
    assert_eq!(world.stage(), "awaiting chair");
}

#[test]
fn a_cancelled_procedure_leaves_what_was_said_and_only_a_restart_leads_on() {
    let mut world = World::under_silence();
    world.must(
        focal("east"),
        &commands::position("proc", PositionKind::Agrees),
    );
    world.must(chair(), &commands::cancel("proc"));
    let outcomes: Vec<_> = world
        .procedure("proc")
        .outcomes
        .iter()
        .map(|o| o.outcome)
        .collect();
    assert_eq!(
        outcomes,
        [
            Outcome::EndedBeforeDeadline,
            Outcome::EndedBeforeDeadline,
            Outcome::Agreed,
            Outcome::EndedBeforeDeadline,
        ]
    );
    let deadline = world.now.plus_millis(4 * DAY);
    let open = commands::open_silence("other", deadline);
    assert_eq!(key(&world.attempt(chair(), &open)), "broken");
    let objects = world.attempt(focal("west"), &commands::objects("proc"));
    assert_eq!(key(&objects), "not-running");
    world.must(chair(), &commands::restart("proc", "anew", deadline));
    assert_eq!(world.procedure("anew").restarts, Some(id("proc")));
}

#[test]
fn a_vacant_chair_can_be_waited_for_but_not_stood_in_for() {
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    let later = commands::extend("proc", deadline.plus_millis(DAY));
    assert_eq!(key(&world.attempt(secretariat(), &later)), "not-entitled");
    let end = Command::EndOffice {
        office: OfficeKind::Chair,
        organisation: id("south"),
    };
    world.must(secretariat(), &end);
    world.must(secretariat(), &later);
    assert_eq!(
        key(&world.attempt(secretariat(), &commands::cancel("proc"))),
        "not-entitled"
    );
    world.now = world.procedure("proc").closes_from();
    world.must(Actor::SYSTEM, &commands::close_silence("proc"));
    let confirm = commands::confirm("proc", "decision");
    assert_eq!(key(&world.attempt(secretariat(), &confirm)), "not-entitled");
    // The next chair confirms what began before it, with the electorate of then.
    world.must(secretariat(), &commands::assign(OfficeKind::Chair, "west"));
    world.must(hat(Hat::Chair, "west"), &confirm);
    assert_eq!(world.stage(), "adopted");
}

#[test]
fn across_an_outage_the_chair_says_whether_to_close_or_to_extend() {
    let mut world = World::under_silence();
    let deadline = world.procedure("proc").deadline;
    let notice = |from: i64, until: i64| Command::NoticeOutage {
        from: deadline.plus_millis(from),
        until: deadline.plus_millis(until),
    };
    let close = commands::close_silence("proc");
    world.now = deadline.plus_millis(HOUR);
    // One that was over before the deadline, or began after it, holds up nothing.
    for (from, until) in [(-HOUR, -1), (1, HOUR)] {
        let mut world = world.clone();
        world.must(Actor::SYSTEM, &notice(from, until));
        assert_eq!(key(&world.attempt(chair(), &close)), "closes-by-itself");
        world.must(Actor::SYSTEM, &close);
    }
    world.must(Actor::SYSTEM, &notice(-1, HOUR));
    assert_eq!(key(&world.attempt(Actor::SYSTEM, &close)), "was-down");
    let mut extended = world.clone();
    let later = deadline.plus_millis(DAY);
    extended.must(chair(), &commands::extend("proc", later));
    extended.now = later;
    extended.must(focal("west"), &commands::objects("proc"));
    assert_eq!(extended.stage(), "broken");
    world.must(chair(), &close);
    assert_eq!(world.stage(), "awaiting chair");
    let future = notice(0, 2 * HOUR);
    assert_eq!(key(&world.attempt(Actor::SYSTEM, &future)), "not-yet");
}

#[test]
fn automatic_adoption_is_the_rule_of_the_opening() {
    let automatic = |on| {
        commands::set(
            settings::SILENCE_AUTOMATIC_ADOPTION,
            SettingValue::Switch(on),
        )
    };
    let confirm = commands::confirm("proc", "decision");
    // Set before the opening, or after it.
    for (before, expect) in [(true, "admitted"), (false, "not-entitled")] {
        let mut world = World::responded();
        world.must(focal("east"), &commands::table("draft 1"));
        world.must(secretariat(), &automatic(before));
        let deadline = world.now.plus_millis(72 * HOUR);
        world.must(chair(), &commands::open_silence("proc", deadline));
        world.must(secretariat(), &automatic(!before));
        world.now = world.procedure("proc").closes_from();
        assert_eq!(key(&world.attempt(Actor::SYSTEM, &confirm)), "not-closed");
        world.must(Actor::SYSTEM, &commands::close_silence("proc"));
        assert_eq!(key(&world.attempt(Actor::SYSTEM, &confirm)), expect);
    }
}

/// South and west hold the chair together.
fn co_chaired(mut world: World) -> World {
    world.must(
        secretariat(),
        &commands::assign(OfficeKind::CoChair, "west"),
    );
    world
}

#[test]
fn adoption_cancellation_publication_and_annulment_need_both_chairs() {
    let other = hat(Hat::Chair, "west");
    let steps: [(fn() -> World, Command); 4] = [
        (World::awaiting_chair, commands::confirm("proc", "decision")),
        (World::under_silence, commands::cancel("proc")),
        (World::adopted, commands::publish(Vec::new())),
        (World::adopted, commands::annul("decision")),
    ];
    for (build, command) in steps {
        let mut world = co_chaired(build());
        let stage = world.stage();
        let acts = world.must(chair(), &command);
        let kinds: Vec<_> = acts.iter().map(|act| act.fact.kind()).collect();
        assert_eq!(kinds, ["chair.agreed"], "{command:?}");
        assert_eq!(world.stage(), stage);
        // The same chair pressing again, or a colleague of it, changes nothing.
        assert_eq!(key(&world.attempt(chair(), &command)), "awaits-other-chair");
        let acts = world.must(other, &command);
        assert_ne!(acts[0].fact.kind(), "chair.agreed");
        assert_ne!(world.stage(), stage, "{command:?}");
    }
    // The secretariat publishes what both have agreed to publish.
    let mut world = co_chaired(World::adopted());
    let publish = commands::publish(Vec::new());
    assert_eq!(
        key(&world.attempt(secretariat(), &publish)),
        "awaits-other-chair"
    );
    world.must(chair(), &publish);
    assert_eq!(
        key(&world.attempt(secretariat(), &publish)),
        "awaits-other-chair"
    );
    world.must(other, &publish);
    assert_eq!(world.stage(), "published");
}

#[test]
fn the_word_of_one_who_left_the_chair_counts_no_more() {
    let mut world = co_chaired(World::awaiting_chair());
    let confirm = commands::confirm("proc", "decision");
    world.must(hat(Hat::Chair, "west"), &confirm);
    let end = Command::EndOffice {
        office: OfficeKind::CoChair,
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    world.must(
        secretariat(),
        &commands::assign(OfficeKind::CoChair, "east"),
    );
    // East holds it now, and has not said anything.
    let acts = world.must(chair(), &confirm);
    assert_eq!(acts[0].fact.kind(), "chair.agreed");
    world.must(hat(Hat::Chair, "east"), &confirm);
    assert_eq!(world.stage(), "adopted");
}

#[test]
fn a_co_chair_stops_what_the_other_did_within_a_day() {
    let other = hat(Hat::Chair, "west");
    let mut opened = co_chaired(World::under_silence());
    let at = opened.procedure("proc").opened;
    assert_eq!(
        key(&opened.attempt(chair(), &commands::stop("proc"))),
        "nothing-to-stop"
    );
    for (after, expect) in [(24 * HOUR, "admitted"), (24 * HOUR + 1, "nothing-to-stop")] {
        let mut world = opened.clone();
        world.now = at.plus_millis(after);
        assert_eq!(key(&world.attempt(other, &commands::stop("proc"))), expect);
    }
    let mut stopped = opened.clone();
    stopped.must(other, &commands::stop("proc"));
    assert!(matches!(
        stopped.procedure("proc").standing,
        Standing::Cancelled { .. }
    ));
    // An extension is as if it had not been, while its earlier deadline lies ahead.
    let deadline = opened.procedure("proc").deadline;
    opened.now = deadline.plus_millis(-HOUR);
    opened.must(other, &commands::extend("proc", deadline.plus_millis(DAY)));
    let mut passed = opened.clone();
    passed.now = deadline;
    assert_eq!(
        key(&passed.attempt(chair(), &commands::stop("proc"))),
        "nothing-to-stop"
    );
    opened.must(chair(), &commands::stop("proc"));
    assert_eq!(opened.procedure("proc").deadline, deadline);
}

#[test]
fn an_annulled_decision_stands_in_the_record_and_its_text_can_be_cleared_anew() {
    let mut world = World::published();
    world.must(focal("west"), &commands::endorse());
    world.must(chair(), &commands::annul("decision"));
    let decision = world.state.decision(id("decision")).expect("it stands");
    assert!(decision.annulled.is_some());
    assert_eq!(decision.number, "2026/1");
    assert_eq!(world.stage(), "broken");
    let text = &world.state.texts[&id("text")];
    assert!(text.published.is_none() && text.endorsements.is_empty());
    assert!(text.annulled[0].published.is_some());
    let again = world.attempt(chair(), &commands::annul("decision"));
    assert_eq!(key(&again), "annulled-already");
    let deadline = world.now.plus_millis(4 * DAY);
    let open = commands::open_silence("other", deadline);
    assert_eq!(key(&world.attempt(chair(), &open)), "broken");
    world.must(chair(), &commands::restart("proc", "anew", deadline));
    world.now = world.procedure("anew").closes_from();
    world.must(Actor::SYSTEM, &commands::close_silence("anew"));
    world.must(chair(), &commands::confirm("anew", "second"));
    assert_eq!(world.state.decisions[1].number, "2026/2", "no number twice");
}
