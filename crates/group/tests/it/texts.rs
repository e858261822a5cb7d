//! What a text is called, what it goes with, and what it is made for.

use group::parts::{KindOfText, MeetingLevel, Supplement, SupplementKind};
use group::state::Target;
use group::{Aim, Command, Refusal};

use crate::commands;
use crate::meetings;
use crate::world::{DAY, World, focal, id, key, secretariat};

/// A text of this name with a symbol, or what it goes with.
fn open(name: &str, symbol: Option<&str>, supplements: Option<(&str, SupplementKind)>) -> Command {
    let mut command = commands::open_text(name, "east");
    if let Command::OpenText {
        symbol: named,
        supplements: with,
        ..
    } = &mut command
    {
        *named = symbol.map(str::to_owned);
        *with = supplements.map(|(of, kind)| Supplement { of: id(of), kind });
    }
    command
}

fn symbol(world: &World, name: &str) -> Option<String> {
    let text = &world.state.texts[&id(name)];
    text.symbol_of(text.newest().expect("a version").number)
}

#[test]
fn a_symbol_is_free_and_no_revisions() {
    for (given, expect) in [
        ("GRP/2026/WP.3", "admitted"),
        ("GRP/2026/WP.1", "symbol-taken"),
        ("grp/2026/wp.1", "symbol-taken"),
        ("GRP/2026/WP.2/Rev.1", "bad-symbol"),
        ("GRP/2026/WP.2/Add.1", "bad-symbol"),
        ("GRP/2026/WP.2/Corr.1", "bad-symbol"),
        ("WP 3", "bad-symbol"),
        ("//", "bad-symbol"),
    ] {
        let mut world = World::new();
        world.must(secretariat(), &open("first", Some("GRP/2026/WP.1"), None));
        let opened = world.attempt(secretariat(), &open("text", Some(given), None));
        assert_eq!(key(&opened), expect, "{given}");
    }
}

#[test]
fn each_version_revises_the_symbol() {
    let mut world = World::new();
    world.must(secretariat(), &open("text", Some("GRP/2026/WP.3"), None));
    assert_eq!(symbol(&world, "text").as_deref(), Some("GRP/2026/WP.3"));
    world.must(focal("east"), &commands::table("draft 1"));
    world.must(focal("east"), &commands::table("draft 2"));
    assert_eq!(
        symbol(&world, "text").as_deref(),
        Some("GRP/2026/WP.3/Rev.2")
    );
    let text = &world.state.texts[&id("text")];
    assert_eq!(text.symbol_of(1).as_deref(), Some("GRP/2026/WP.3"));
}

#[test]
fn a_supplement_carries_on_the_symbol_of_its_text() {
    use SupplementKind::{Addendum, Corrigendum};
    let mut world = World::new();
    world.must(secretariat(), &open("text", Some("GRP/2026/WP.3"), None));
    for (name, kind, expect) in [
        ("one", Addendum, "GRP/2026/WP.3/Add.1"),
        ("two", Addendum, "GRP/2026/WP.3/Add.2"),
        ("three", Corrigendum, "GRP/2026/WP.3/Corr.1"),
    ] {
        world.must(secretariat(), &open(name, None, Some(("text", kind))));
        assert_eq!(symbol(&world, name).as_deref(), Some(expect));
    }
    // Of a later version that version's.
    world.must(focal("east"), &commands::table("draft 1"));
    world.must(secretariat(), &open("four", None, Some(("text", Addendum))));
    let four = symbol(&world, "four");
    assert_eq!(four.as_deref(), Some("GRP/2026/WP.3/Rev.1/Add.1"));
    // Without a symbol there is none to carry on, and a text that is not there has no supplement.
    world.must(secretariat(), &open("plain", None, None));
    world.must(
        secretariat(),
        &open("five", None, Some(("plain", Addendum))),
    );
    assert_eq!(symbol(&world, "five"), None);
    let stray = world.attempt(
        secretariat(),
        &open("six", None, Some(("nothing", Addendum))),
    );
    assert_eq!(key(&stray), "unknown");
}

#[test]
fn a_text_is_made_for_one_thing() {
    let mut world = World::with_text();
    let begins = world.now.plus_millis(30 * DAY);
    for name in ["meet", "off"] {
        let call = meetings::call(name, MeetingLevel::Heads, begins);
        world.must(secretariat(), &call);
    }
    world.must(secretariat(), &meetings::cancel("off"));
    let target =
        |meeting: Option<&str>, process: Option<&str>, on: Option<&str>| Command::TargetText {
            text: id("text"),
            aim: Aim {
                meeting: meeting.map(id),
                process: process.map(str::to_owned),
                on: on.map(meetings::day),
            },
        };
    let day = Some("2026-05-04");
    for (command, expect) in [
        (target(Some("meet"), None, None), "admitted"),
        (target(Some("off"), None, None), "meeting-over"),
        (target(Some("nothing"), None, None), "unknown"),
        (target(Some("meet"), Some("Review"), None), "one-target"),
        (target(Some("meet"), None, day), "one-target"),
        (target(None, None, day), "missing"),
        (target(None, Some(""), None), "missing"),
        (target(None, Some("Review"), day), "admitted"),
    ] {
        assert_eq!(
            key(&world.attempt(focal("east"), &command)),
            expect,
            "{command:?}"
        );
    }
    let kept = &world.state.texts[&id("text")].target;
    let review = Target::Process {
        name: "Review".to_owned(),
        on: day.map(meetings::day),
    };
    assert_eq!(kept, &Some(review));
    let another = world.attempt(focal("west"), &target(None, None, None));
    assert_eq!(another, Err(Refusal::NotEntitled {}));
    world.must(focal("east"), &target(None, None, None));
    assert_eq!(world.state.texts[&id("text")].target, None);
}

#[test]
fn templates_have_names_of_their_own_and_can_be_dropped() {
    let keep = |template: &str, name: &str| Command::KeepTemplate {
        template: id(template),
        name: name.to_owned(),
        form: None,
        sha256: "00".repeat(32),
        file: commands::filed(template),
    };
    let drop = |template: &str| Command::DropTemplate {
        template: id(template),
    };
    let mut world = World::new();
    for (command, expect) in [
        (keep("one", "Statement"), "admitted"),
        (keep("two", "statement "), "name-taken"),
        (keep("one", "Joint statement"), "admitted"),
        (keep("two", "Statement"), "admitted"),
        (keep("three", " "), "missing"),
        (drop("two"), "admitted"),
        (drop("two"), "unknown"),
    ] {
        let tried = world.attempt(secretariat(), &command);
        assert_eq!(key(&tried), expect, "{command:?}");
    }
    let names: Vec<&str> = world
        .state
        .templates
        .values()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Joint statement"]);
    let another = world.attempt(focal("east"), &keep("four", "Letter"));
    assert_eq!(another, Err(Refusal::NotEntitled {}));
    let many = (0..group::limits::LISTED)
        .map(|n| world.attempt(secretariat(), &keep(&format!("t{n}"), &format!("Name {n}"))))
        .collect::<Vec<_>>();
    assert_eq!(key(many.last().expect("some")), "too-many");
}

#[test]
fn the_groups_list_of_kinds() {
    let set = |kinds: &[(&str, Option<&str>)]| Command::SetKinds {
        kinds: kinds
            .iter()
            .map(|(word, name)| KindOfText {
                word: (*word).to_owned(),
                name: name.map(str::to_owned),
            })
            .collect(),
    };
    let named = |name: &str, form: &str| {
        let mut command = commands::open_text(name, "east");
        if let Command::OpenText { form: of, .. } = &mut command {
            form.clone_into(of);
        }
        command
    };
    let mut world = World::new();
    let guidance = ("guidance", Some("Guidance note"));
    let many: Vec<String> = (0..=group::limits::KINDS)
        .map(|n| format!("kind-{n}"))
        .collect();
    let many: Vec<(&str, Option<&str>)> = many
        .iter()
        .map(|word| (word.as_str(), Some(word.as_str())))
        .collect();
    for (kinds, expect) in [
        (&[][..], "missing"),
        (&many[..], "too-many"),
        (&[("statement", Some("Statement"))][..], "unknown"),
        (&[("guidance", None)][..], "unknown"),
        (&[("Guidance", Some("Guidance note"))][..], "bad-name"),
        (&[("guidance", Some(" "))][..], "missing"),
        (&[guidance, guidance][..], "name-taken"),
        (
            &[guidance, ("other", Some("guidance NOTE"))][..],
            "name-taken",
        ),
        (&[guidance, ("letter", None)][..], "admitted"),
    ] {
        assert_eq!(
            key(&world.attempt(secretariat(), &set(kinds))),
            expect,
            "{kinds:?}"
        );
    }
    for (form, expect) in [
        ("guidance", "admitted"),
        ("statement", "unknown"),
        ("letter", "admitted"),
    ] {
        assert_eq!(
            key(&world.attempt(secretariat(), &named(form, form))),
            expect,
            "{form}"
        );
    }
    // What is opened stays what it is when the list changes, and keeps its name.
    world.must(secretariat(), &set(&[("letter", None)]));
    let text = &world.state.texts[&id("guidance")];
    assert_eq!(world.state.kind_names[&text.form], "Guidance note");
    assert_eq!(
        key(&world.attempt(secretariat(), &named("more", "guidance"))),
        "unknown"
    );
    assert_eq!(
        key(&world.attempt(focal("east"), &set(&[guidance]))),
        "not-entitled"
    );
}

#[test]
fn after_the_publication_each_change_of_those_behind_it_makes_a_new_edition() {
    let mut world = World::adopted();
    world.must(focal("east"), &commands::endorse());
    let withdraw = Command::WithdrawEndorsement { text: id("text") };
    // Before it, a withdrawal leaves no trace in what is published.
    world.must(focal("west"), &commands::endorse());
    world.must(focal("west"), &withdraw);
    world.must(secretariat(), &commands::publish(Vec::new()));
    let edition = |world: &World| {
        let published = world.state.texts[&id("text")]
            .published
            .clone()
            .expect("published");
        (published.edition, published.edition_at)
    };
    assert_eq!(edition(&world), (1, world.now));
    world.wait(DAY);
    world.must(focal("west"), &commands::endorse());
    assert_eq!(edition(&world), (2, world.now));
    world.wait(DAY);
    world.must(focal("east"), &withdraw);
    assert_eq!(edition(&world), (3, world.now));
    let behind = &world.state.texts[&id("text")].endorsements;
    assert_eq!(behind.keys().copied().collect::<Vec<_>>(), [id("west")]);
}
