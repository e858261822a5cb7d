//! Offices and their terms; organisations, their addresses and their names over time.

use group::parts::{OfficeKind, OrganisationKind, SeatKind};
use group::{Command, Hat, Known};

use crate::commands;
use crate::meetings::{day, open_action, put, so_decided};
use crate::world::{DAY, World, chair, hat, id, instant, key, secretariat};

fn assign(office: OfficeKind, to: &str, until: Option<&str>, seat: Option<&str>) -> Command {
    Command::AssignOffice {
        office,
        organisation: id(to),
        until: until.map(day),
        exercised_by: seat.map(id),
        decision: None,
    }
}

#[test]
fn a_fixed_term_ends_by_itself_with_its_rights() {
    let mut world = World::in_session();
    // The second of April ends at 11:00 UTC at the seat, where summer time lasts until the fifth.
    let fixed = assign(OfficeKind::Chair, "east", Some("2026-04-02"), None);
    world.must(secretariat(), &fixed);
    let east = hat(Hat::Chair, "east");
    assert_eq!(
        key(&world.attempt(chair(), &put("meeting", "topic", "agree"))),
        "not-entitled"
    );
    world.must(east, &put("meeting", "topic", "agree"));
    let adopt = so_decided("meeting", "agree");
    world.now = instant("2026-04-02T10:59:59.999Z");
    let in_time = world.clone().attempt(east, &adopt);
    assert_eq!(key(&in_time), "admitted");
    world.now = instant("2026-04-02T11:00:00Z");
    assert_eq!(key(&world.attempt(east, &adopt)), "not-entitled");
    assert_eq!(key(&world.attempt(chair(), &adopt)), "not-entitled");
    let today = world.state.day(world.now);
    assert!(
        !world
            .state
            .hats(id("east/foc"), today)
            .contains(&Hat::Chair)
    );
    let holders = world
        .state
        .terms_on(today)
        .filter(|t| t.office == OfficeKind::Chair);
    assert_eq!(holders.count(), 0);
    // With the office vacant the secretariat goes on, but never adopts.
    assert_eq!(key(&world.attempt(secretariat(), &adopt)), "not-entitled");
    world.must(secretariat(), &open_action("action", &["west"], None));
    // The next one holds it from its own first day on.
    world.must(
        secretariat(),
        &assign(OfficeKind::Chair, "west", None, None),
    );
    world.must(hat(Hat::Chair, "west"), &adopt);
}

#[test]
fn a_handover_ends_the_term_before_yesterday() {
    let mut world = World::new();
    world.wait(10 * DAY);
    let acts = world.must(
        secretariat(),
        &assign(OfficeKind::Chair, "east", None, None),
    );
    let kinds: Vec<_> = acts.iter().map(|act| act.fact.kind()).collect();
    assert_eq!(kinds, ["office.ended", "office.assigned"]);
    let terms: Vec<_> = world
        .state
        .terms
        .iter()
        .filter(|term| term.office == OfficeKind::Chair)
        .map(|term| (term.organisation, term.since, term.until))
        .collect();
    let expect = [
        (id("south"), day("2026-03-02"), Some(day("2026-03-11"))),
        (id("east"), day("2026-03-12"), None),
    ];
    assert_eq!(terms, expect);
    // Of a term that is over nothing is ended; of one that is fixed, what is left of it.
    world.must(
        secretariat(),
        &assign(OfficeKind::Chair, "west", Some("2026-03-20"), None),
    );
    world.wait(3 * DAY);
    world.must(
        secretariat(),
        &assign(OfficeKind::Chair, "north", None, None),
    );
    let west = world
        .state
        .terms
        .iter()
        .find(|t| t.organisation == id("west"));
    assert_eq!(west.and_then(|term| term.until), Some(day("2026-03-14")));
    let mut over = World::new();
    over.must(
        secretariat(),
        &assign(OfficeKind::Chair, "west", Some("2026-03-04"), None),
    );
    over.wait(3 * DAY);
    let acts = over.must(
        secretariat(),
        &assign(OfficeKind::Chair, "north", None, None),
    );
    assert_eq!(acts.len(), 1, "the term ended by itself");
}

#[test]
fn co_chairs_hold_their_office_side_by_side() {
    let mut world = World::new();
    for organisation in ["east", "west"] {
        let acts = world.must(
            secretariat(),
            &assign(OfficeKind::CoChair, organisation, None, None),
        );
        assert_eq!(acts.len(), 1);
    }
    let today = world.state.day(world.now);
    for organisation in ["east", "west"] {
        assert!(
            world
                .state
                .holds_office(id(organisation), OfficeKind::CoChair, today)
        );
    }
    // Assigned anew, the term of that one alone is another.
    world.wait(DAY);
    world.must(
        secretariat(),
        &assign(OfficeKind::CoChair, "east", Some("2026-12-31"), None),
    );
    let running: Vec<_> = world
        .state
        .terms_on(world.state.day(world.now))
        .filter(|term| term.office == OfficeKind::CoChair)
        .map(|term| (term.organisation, term.until))
        .collect();
    assert_eq!(
        running,
        [(id("west"), None), (id("east"), Some(day("2026-12-31")))]
    );
    let end = Command::EndOffice {
        office: OfficeKind::CoChair,
        organisation: id("west"),
    };
    world.must(secretariat(), &end);
    assert_eq!(key(&world.attempt(secretariat(), &end)), "unknown");
    let today = world.state.day(world.now);
    assert!(
        world
            .state
            .holds_office(id("east"), OfficeKind::CoChair, today)
    );
}

#[test]
fn two_terms_of_one_office_never_overlap() {
    let mut world = World::new();
    world.wait(10 * DAY);
    let fixed = assign(OfficeKind::Coordinator, "east", Some("2026-03-20"), None);
    let act = world.must(secretariat(), &fixed).remove(0);
    for (since, until, expect) in [
        ("2026-03-02", Some("2026-03-11"), None),
        ("2026-03-02", Some("2026-03-12"), Some("office-held")),
        ("2026-03-02", None, Some("office-held")),
        ("2026-03-20", None, Some("office-held")),
        ("2026-03-21", None, None),
        ("2026-03-25", Some("2026-03-24"), Some("day-past")),
    ] {
        let mut other = act.clone();
        if let group::Fact::OfficeAssigned(fact) = &mut other.fact {
            fact.organisation = id("west");
            (fact.since, fact.until) = (day(since), until.map(day));
        }
        other.stream = group::Stream::Of(group::Noun::Organisation, id("west"));
        let refused = group::admit(world.state.clone(), &other).err();
        assert_eq!(refused.map(|r| r.key()), expect, "{since} {until:?}");
    }
}

#[test]
fn whoever_exercises_it_has_a_seat_of_the_organisation() {
    for (to, seat, expect) in [
        ("east", "east/hea", "admitted"),
        ("east", "west/foc", "unknown"),
        ("east", "nobody", "unknown"),
    ] {
        let command = assign(OfficeKind::Chair, to, None, Some(seat));
        let mut world = World::new();
        assert_eq!(
            key(&world.attempt(secretariat(), &command)),
            expect,
            "{to} {seat}"
        );
    }
    let mut world = World::new();
    world.wait(DAY);
    let end = Command::EndSeat {
        seat: id("east/hea"),
    };
    world.must(secretariat(), &end);
    let command = assign(OfficeKind::Chair, "east", None, Some("east/hea"));
    assert_eq!(key(&world.attempt(secretariat(), &command)), "unknown");
    // The decision that endorses it is one of the group.
    for (decision, expect) in [("agree", "admitted"), ("nowhere", "unknown")] {
        let mut world = World::meeting_closed();
        let mut command = assign(OfficeKind::Chair, "east", None, None);
        if let Command::AssignOffice { decision: of, .. } = &mut command {
            *of = Some(id(decision));
        }
        assert_eq!(
            key(&world.attempt(secretariat(), &command)),
            expect,
            "{decision}"
        );
    }
}

fn take_in(world: &mut World, name: &str, short: Option<&str>) -> String {
    let organisation = world.fresh();
    let command = Command::RecordOrganisation {
        organisation,
        name: name.into(),
        short_name: short.map(str::to_owned),
        category: group::MEMBER.into(),
        kind: Some(OrganisationKind::Regional),
    };
    world.must(secretariat(), &command);
    let found = &world.state.organisations[&organisation];
    assert_eq!(found.category, Known::Known(OrganisationKind::Regional));
    found.slug.clone()
}

#[test]
fn addresses_of_organisations_are_unique_and_last() {
    let mut world = World::new();
    for (name, short, expect) in [
        ("International Sea Watch", Some("ISW"), "isw"),
        ("International Sea Watch", None, "international-sea-watch"),
        ("International Sea Watch", None, "international-sea-watch-9"),
        ("The Isw", Some("I.S.W"), "i-s-w"),
        // Its short form has another spelling and the same letters.
        ("The other I S W", Some("I S W"), "i-s-w-11"),
        ("Международный союз", None, "organisation-12"),
        ("国際海事", Some("海事"), "organisation-13"),
        ("3M", Some("3M"), "organisation-14"),
        ("X", Some("X"), "x-15"),
        // Words that stand at the same place in addresses.
        ("Coverage", None, "coverage-16"),
        ("New", None, "new-17"),
        ("  --- Élan & Co. ---", None, "lan-co"),
        (
            "A name of far more than thirty letters",
            None,
            "a-name-of-far-more-than-thirty",
        ),
        (
            "A name of far more than thirty others",
            None,
            "a-name-of-far-more-than-thirty-20",
        ),
    ] {
        assert_eq!(take_in(&mut world, name, short), expect, "{name}");
    }
    let slugs: std::collections::BTreeSet<_> = world
        .state
        .organisations
        .values()
        .map(|o| &o.slug)
        .collect();
    assert_eq!(slugs.len(), world.state.organisations.len());
    // Renamed, it is found where it was, and its first name gives nobody else its address.
    let before = world.state.organisations[&id("west")].slug.clone();
    world.wait(DAY);
    let rename = Command::RenameOrganisation {
        organisation: id("west"),
        name: "Outer".into(),
        short_name: None,
    };
    world.must(secretariat(), &rename);
    assert_eq!(world.state.organisations[&id("west")].slug, before);
    let (found, _) = world.state.organisation_named(&before).expect("found");
    assert_eq!(found, id("west"));
    assert_eq!(
        take_in(&mut world, "The west", None),
        format!("{before}-21")
    );
    assert_eq!(take_in(&mut world, "Outer", None), "outer");
}

#[test]
fn names_are_those_of_the_day() {
    let mut world = World::new();
    let rename = |name: &str, short: Option<&str>| Command::RenameOrganisation {
        organisation: id("west"),
        name: name.into(),
        short_name: short.map(str::to_owned),
    };
    world.wait(10 * DAY);
    world.must(secretariat(), &rename("Outer", Some("O")));
    let twice = world.attempt(secretariat(), &rename("Inner", None));
    assert_eq!(key(&twice), "time-backwards", "one name a day");
    world.wait(10 * DAY);
    assert_eq!(
        key(&world.attempt(secretariat(), &rename("Inner", Some("n")))),
        "name-taken"
    );
    world.must(secretariat(), &rename("Inner", Some("O")));
    let west = &world.state.organisations[&id("west")];
    for (on, expect) in [
        ("2026-03-11", ("The west", None)),
        ("2026-03-12", ("Outer", Some("O"))),
        ("2026-03-21", ("Outer", Some("O"))),
        ("2026-03-22", ("Inner", Some("O"))),
    ] {
        assert_eq!(west.named_on(day(on)), expect, "{on}");
    }
    // What it is may be said later, and said again.
    assert_eq!(west.category, Known::Unknown);
    for kind in [
        OrganisationKind::International,
        OrganisationKind::UnitedNations,
    ] {
        let classify = Command::ClassifyOrganisation {
            organisation: id("west"),
            kind,
        };
        world.must(secretariat(), &classify);
        let west = &world.state.organisations[&id("west")];
        assert_eq!(west.category, Known::Known(kind));
    }
}

#[test]
fn a_reviewer_exercises_no_office() {
    let mut world = World::new();
    let seat = commands::seat("south", "rev", SeatKind::Reviewer);
    world.must(secretariat(), &seat);
    let reviewer = group::Actor {
        seat: Some(id("south/rev")),
        hat: Hat::Chair,
    };
    let action = open_action("action", &["west"], None);
    assert_eq!(key(&world.attempt(reviewer, &action)), "not-entitled");
}

#[test]
fn the_secretariat_goes_on() {
    let mut world = World::new();
    let office = OfficeKind::Secretariat;
    let end = Command::EndOffice {
        office,
        organisation: id("north"),
    };
    // Ended without the next one, nobody could give an office any more.
    assert_eq!(
        key(&world.attempt(secretariat(), &end)),
        "secretariat-goes-on"
    );
    let fixed = assign(office, "south", Some("2027-01-01"), None);
    assert_eq!(
        key(&world.attempt(secretariat(), &fixed)),
        "secretariat-goes-on"
    );
    world.must(secretariat(), &assign(office, "south", None, None));
    let today = world.state.day(world.now);
    assert!(world.state.holds_office(id("south"), office, today));
}

#[test]
fn who_holds_an_office_takes_part() {
    let mut world = World::new();
    let leave = |organisation: &str| Command::EndMembership {
        organisation: id(organisation),
    };
    assert_eq!(
        key(&world.attempt(secretariat(), &leave("south"))),
        "holds-office"
    );
    world.must(secretariat(), &leave("west"));
    let chair = assign(OfficeKind::Chair, "west", None, None);
    assert_eq!(key(&world.attempt(secretariat(), &chair)), "not-a-member");
    world.must(
        secretariat(),
        &assign(OfficeKind::Chair, "east", None, None),
    );
    world.must(secretariat(), &leave("south"));
}
