//! Who may do what at meetings and after them, about actions, themes and names: each command by everybody.

use group::parts::{ItemKind, ItemOutcome, MeetingLevel, OfficeKind, OrganisationKind, Presence};
use group::{Command, Noun};

use crate::meetings::{self, item};
use crate::rights::{Build, CHAIR, CHAIR_OR_SECRETARIAT, PEN, SECRETARIAT, SPEAKERS, holds};
use crate::world::{DAY, World, id, secretariat};

/// A group whose east owns an action.
pub(crate) fn with_action() -> World {
    let mut world = World::new();
    let action = meetings::open_action("action", &["east"], None);
    world.must(secretariat(), &action);
    world
}

#[test]
fn meetings_are_the_chairs_and_the_secretariats() {
    let both =
        |build: Build, command: Command| holds(build, |_| command.clone(), CHAIR_OR_SECRETARIAT);
    let begins = World::meeting_called().meeting("meeting").begins;
    both(
        World::new,
        meetings::call("meeting", MeetingLevel::Heads, begins),
    );
    both(World::meeting_called, meetings::move_to("meeting", begins));
    both(World::meeting_called, meetings::cancel("meeting"));
    both(
        World::meeting_called,
        meetings::propose("meeting", meetings::agenda()),
    );
    both(
        World::meeting_called,
        meetings::paper("paper", "GRP/WP.1", None),
    );
    let due = || {
        let mut world = World::agenda_proposed();
        world.now = world.meeting("meeting").begins;
        world
    };
    both(due, meetings::open("meeting"));
    both(
        World::meeting_opened,
        meetings::marks("meeting", &[("west", Presence::Head)]),
    );
    both(World::meeting_opened, meetings::adopt_agenda("meeting"));
    let noted = meetings::close_item("meeting", "topic", ItemOutcome::TookNote);
    both(World::in_session, noted);
    both(
        World::in_session,
        meetings::put("meeting", "topic", "agree"),
    );
    // Whoever objects is recorded by those who hold the meeting.
    let objection = meetings::objection("meeting", "agree", &["east"]);
    both(World::decision_put, objection);
    both(World::in_session, meetings::close("meeting"));
    both(World::meeting_closed, meetings::note(&[]));
    let over = || {
        let mut world = World::meeting_closed();
        world.wait(10 * DAY);
        world
    };
    both(over, meetings::release("agree", &[]));
    let later = || {
        let mut world = World::minutes_circulated();
        let mut minutes = item("min", ItemKind::Minutes);
        minutes.minutes_of = Some(id("meeting"));
        let items = vec![minutes, item("fol", ItemKind::FollowUp)];
        world.hold("later", MeetingLevel::Heads, "2026-05-20T20:00:00Z", items);
        world
    };
    both(later, meetings::approve(1, "later", "min"));
    // The minutes are the secretariat's to write, and "it was so decided" the chair's alone to say.
    holds(
        World::meeting_closed,
        |_| meetings::circulate("2026-04-10"),
        SECRETARIAT,
    );
    holds(
        World::decision_put,
        |_| meetings::so_decided("meeting", "agree"),
        CHAIR,
    );
}

#[test]
fn what_follows_a_meeting_each_organisation_says_itself() {
    holds(
        World::minutes_circulated,
        |_| meetings::correction(),
        &SPEAKERS,
    );
    holds(
        World::meeting_closed,
        |_| meetings::quote("quote"),
        // Those of "west" and "watch" were not there.
        &[
            "focal_point north",
            "focal_point south",
            "focal_point east",
            "head east",
            "alternate east",
            "focal_point guest",
        ],
    );
    // Members alone are bound, present or not.
    holds(
        World::meeting_closed,
        |_| meetings::attach("agree", true),
        &SPEAKERS[..6],
    );
}

#[test]
fn actions_are_reported_by_their_owners() {
    let both = |command: Command| holds(with_action, |_| command.clone(), CHAIR_OR_SECRETARIAT);
    both(meetings::open_action("other", &["west"], None));
    both(meetings::drop_action("action"));
    both(meetings::move_action("action", Some("2026-06-01")));
    both(meetings::reassign("action", &["west"]));
    for done in [false, true] {
        holds(with_action, |_| meetings::report("action", done), PEN);
    }
}

#[test]
fn themes_names_and_profiles() {
    let the_secretariats = |build: Build, command: Command| {
        holds(build, |_| command.clone(), SECRETARIAT);
    };
    let themed = || {
        let mut world = with_action();
        for name in ["theme", "other"] {
            let open = Command::OpenTheme {
                theme: id(name),
                slug: name.into(),
                name: name.into(),
                meeting: None,
            };
            world.must(secretariat(), &open);
        }
        world
    };
    the_secretariats(
        World::new,
        Command::OpenTheme {
            theme: id("theme"),
            slug: "theme".into(),
            name: "Theme".into(),
            meeting: None,
        },
    );
    the_secretariats(themed, Command::CloseTheme { theme: id("theme") });
    the_secretariats(
        themed,
        Command::LinkThemes {
            first: id("theme"),
            second: id("other"),
            said_by: id("west"),
            words: "Both.".into(),
        },
    );
    the_secretariats(
        themed,
        Command::Tag {
            noun: Noun::Action,
            thing: id("action"),
            themes: vec![id("theme")],
        },
    );
    the_secretariats(
        World::new,
        Command::SetPurpose {
            words: "To work together.".into(),
            approaches: Vec::new(),
        },
    );
    the_secretariats(
        World::new,
        Command::RecordMandate {
            mandate: id("mandate"),
            body: "An assembly".into(),
            instrument: None,
            on: None,
            asks: "To coordinate.".into(),
        },
    );
    the_secretariats(
        World::new,
        Command::ClassifyOrganisation {
            organisation: id("west"),
            kind: OrganisationKind::Regional,
        },
    );
    the_secretariats(
        World::new,
        Command::RenameOrganisation {
            organisation: id("west"),
            name: "Outer".into(),
            short_name: None,
        },
    );
    the_secretariats(
        World::new,
        Command::AddName {
            organisation: id("west"),
            name: "Westerners".into(),
        },
    );
    let end = Command::EndOffice {
        office: OfficeKind::Chair,
        organisation: id("south"),
    };
    the_secretariats(World::new, end);
    let profile = Command::StateProfile {
        organisation: id("east"),
        works_on: Vec::new(),
        words: None,
    };
    holds(World::new, |_| profile.clone(), PEN);
}
