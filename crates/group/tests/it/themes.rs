//! Themes, what carries them, who works on them; the purpose and mandates.

use group::parts::{MeetingLevel, Work};
use group::{Command, Known, Noun};

use crate::meetings::{call, day, open_action};
use crate::world::{DAY, World, focal, id, instant, key, secretariat};

fn open(theme: &str, slug: &str) -> Command {
    Command::OpenTheme {
        theme: id(theme),
        slug: slug.to_owned(),
        name: format!("On {slug}"),
        meeting: None,
    }
}

fn close(theme: &str) -> Command {
    Command::CloseTheme { theme: id(theme) }
}

fn tag(noun: Noun, thing: &str, themes: &[&str]) -> Command {
    Command::Tag {
        noun,
        thing: id(thing),
        themes: themes.iter().copied().map(id).collect(),
    }
}

fn purpose(approaches: &[&str]) -> Command {
    Command::SetPurpose {
        words: "To work together.".into(),
        approaches: approaches.iter().map(|&a| a.to_owned()).collect(),
    }
}

fn profile(of: &str, works_on: &[(&str, &[&str])]) -> Command {
    let work = |(theme, approaches): &(&str, &[&str])| Work {
        theme: id(theme),
        approaches: approaches.iter().map(|&a| a.to_owned()).collect(),
    };
    Command::StateProfile {
        organisation: id(of),
        works_on: works_on.iter().map(work).collect(),
        words: Some("We train.".into()),
    }
}

/// Two themes, one of them closed since; an action, a decision and a text; two approaches.
fn themed() -> World {
    let mut world = World::meeting_closed();
    world.must(secretariat(), &crate::commands::open_text("text", "east"));
    world.must(secretariat(), &open("open", "sea"));
    world.must(secretariat(), &open("closed", "coast"));
    world.must(secretariat(), &tag(Noun::Text, "text", &["closed"]));
    world.must(secretariat(), &close("closed"));
    world.must(secretariat(), &purpose(&["prevention", "training"]));
    world
}

#[test]
fn a_theme_has_a_name_of_its_own_and_ends_once() {
    let mut world = themed();
    for (command, expect) in [
        (open("open", "lake"), "id-taken"),
        (open("other", "sea"), "name-taken"),
        (open("other", "coast"), "name-taken"),
        (open("other", "The Sea"), "bad-name"),
        (close("closed"), "theme-closed"),
        (close("nowhere"), "unknown"),
    ] {
        let outcome = world.attempt(secretariat(), &command);
        assert_eq!(key(&outcome), expect, "{command:?}");
    }
    for (meeting, expect) in [("meeting", "admitted"), ("nowhere", "unknown")] {
        let mut named = open("other", "lake");
        if let Command::OpenTheme { meeting: at, .. } = &mut named {
            *at = Some(id(meeting));
        }
        let outcome = world.clone().attempt(secretariat(), &named);
        assert_eq!(key(&outcome), expect, "{meeting}");
    }
    let closed = &world.state.themes[&id("closed")];
    assert_eq!(
        (closed.since, closed.until),
        (day("2026-03-21"), Some(day("2026-03-21")))
    );
    let order: Vec<_> = ["open", "closed"]
        .map(|t| world.state.themes[&id(t)].order)
        .into();
    assert_eq!(order, [0, 1]);
}

#[test]
fn texts_decisions_and_actions_carry_open_themes() {
    let mut world = themed();
    for (noun, thing, themes, expect) in [
        (Noun::Text, "text", &["open"][..], "admitted"),
        (Noun::Decision, "agree", &["open"], "admitted"),
        (Noun::Action, "action", &["open"], "admitted"),
        (Noun::Action, "text", &["open"], "unknown"),
        (Noun::Meeting, "meeting", &["open"], "unknown"),
        (Noun::Action, "action", &["nowhere"], "unknown"),
        (Noun::Action, "action", &["open", "open"], "id-taken"),
        (Noun::Action, "action", &["closed"], "theme-closed"),
        (Noun::Action, "action", &["open", "closed"], "theme-closed"),
        // What carries a closed one already may keep it.
        (Noun::Text, "text", &["closed", "open"], "admitted"),
    ] {
        let outcome = world
            .clone()
            .attempt(secretariat(), &tag(noun, thing, themes));
        assert_eq!(key(&outcome), expect, "{thing} {themes:?}");
    }
    world.must(secretariat(), &tag(Noun::Text, "text", &["open"]));
    assert_eq!(world.state.themes_of(id("text")), [id("open")]);
    let back = world.attempt(secretariat(), &tag(Noun::Text, "text", &["closed"]));
    assert_eq!(
        key(&back),
        "theme-closed",
        "once gone it does not come back"
    );
    world.must(secretariat(), &tag(Noun::Text, "text", &[]));
    assert!(world.state.themes_of(id("text")).is_empty());
}

#[test]
fn themes_are_linked_as_an_organisation_said() {
    let link = |first: &str, second: &str, said_by: &str, words: &str| Command::LinkThemes {
        first: id(first),
        second: id(second),
        said_by: id(said_by),
        words: words.into(),
    };
    for (command, expect) in [
        (link("open", "closed", "west", "Both."), "admitted"),
        (link("open", "open", "west", "Both."), "unknown"),
        (link("open", "nowhere", "west", "Both."), "unknown"),
        (link("open", "closed", "nobody", "Both."), "unknown"),
        (link("open", "closed", "west", " "), "missing"),
    ] {
        let mut world = themed();
        let outcome = world.attempt(secretariat(), &command);
        assert_eq!(key(&outcome), expect, "{command:?}");
        let links = world.state.theme_links.len();
        assert_eq!(links, usize::from(expect == "admitted"));
    }
}

#[test]
fn a_profile_has_the_groups_approaches_alone() {
    let check = |works_on: &[(&str, &[&str])], expect: &str| {
        let outcome = themed().attempt(focal("west"), &profile("west", works_on));
        assert_eq!(key(&outcome), expect, "{works_on:?}");
    };
    check(&[], "admitted");
    check(&[("open", &["prevention", "training"])], "admitted");
    check(&[("open", &[]), ("closed", &["training"])], "admitted");
    check(&[("open", &["magic"])], "no-approach");
    check(&[("open", &["Prevention"])], "no-approach");
    check(&[("open", &[]), ("open", &[])], "id-taken");
    check(&[("nowhere", &[])], "unknown");
    // The approaches are those of the purpose as it was set last.
    let mut world = themed();
    world.must(secretariat(), &purpose(&["magic"]));
    world.must(focal("west"), &profile("west", &[("open", &["magic"])]));
    let old = world.attempt(focal("west"), &profile("west", &[("open", &["training"])]));
    assert_eq!(key(&old), "no-approach");
}

#[test]
fn a_profile_is_read_as_of_a_day() {
    let mut world = themed();
    world.must(focal("west"), &profile("west", &[("open", &[])]));
    let first = world.state.day(world.now);
    world.wait(10 * DAY);
    world.must(secretariat(), &profile("west", &[("closed", &[])]));
    world.must(
        focal("west"),
        &profile("west", &[("open", &[]), ("closed", &[])]),
    );
    let second = world.state.day(world.now);
    let works = |on: group::Day| {
        let found = world.state.profile(id("west"), on);
        found.map_or(0, |profile| profile.works_on.len())
    };
    let before = |on: group::Day| group::Day(on.0.yesterday().expect("a day"));
    assert_eq!(works(before(first)), 0);
    assert_eq!(works(first), 1);
    assert_eq!(works(before(second)), 1);
    assert_eq!(works(second), 2, "the last of the day stands");
    assert!(world.state.profile(id("east"), second).is_none());
}

#[test]
fn the_group_records_its_own_mandates_and_decisions_cite_them() {
    let mut world = World::in_session();
    let mandate = |name: &str| Command::RecordMandate {
        mandate: id(name),
        body: "An assembly".into(),
        instrument: None,
        on: None,
        asks: "To coordinate.".into(),
    };
    world.must(secretariat(), &mandate("mandate"));
    assert_eq!(
        key(&world.attempt(secretariat(), &mandate("mandate"))),
        "id-taken"
    );
    let found = &world.state.mandates[&id("mandate")];
    assert!(found.cited.is_none() && found.instrument == Known::Unknown);
    for (cited, expect) in [("mandate", "admitted"), ("nowhere", "unknown")] {
        let mut put = crate::meetings::put("meeting", "topic", "agree");
        if let Command::PutDecision { mandates, .. } = &mut put {
            *mandates = vec![id(cited)];
        }
        let mut world = world.clone();
        let outcome = world.attempt(secretariat(), &put);
        assert_eq!(key(&outcome), expect, "{cited}");
        if outcome.is_ok() {
            let decided = crate::meetings::so_decided("meeting", "agree");
            world.must(crate::world::chair(), &decided);
            assert_eq!(world.decision("agree").mandates, [id("mandate")]);
        }
    }
    // Nothing of this needs a meeting, and a theme may be named by one that is still to come.
    world.must(secretariat(), &open_action("free", &["west"], None));
    let begins = instant("2026-06-20T20:00:00Z");
    world.must(secretariat(), &call("next", MeetingLevel::Heads, begins));
    let mut named = open("theme", "sea");
    if let Command::OpenTheme { meeting, .. } = &mut named {
        *meeting = Some(id("next"));
    }
    world.must(secretariat(), &named);
}
