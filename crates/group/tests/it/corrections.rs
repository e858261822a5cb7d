//! Editorial corrections and other languages (5-procedures, *Corrections and languages*).

use group::parts::CorrectionKind;
use group::state::{CorrectionStanding, TextCorrection};
use group::{Command, Instant};

use crate::commands::{self, digest, filed};
use crate::world::{DAY, World, chair, focal, id, key, secretariat};

fn propose(correction: &str, file: &str, deadline: Instant) -> Command {
    Command::ProposeCorrection {
        correction: id(correction),
        text: id("text"),
        kinds: vec![CorrectionKind::Misprint],
        sha256: digest(file),
        file: filed(file),
        deadline,
        changes: "In paragraph 2, “there” is “their”.".to_owned(),
    }
}

fn contest(message: Option<&str>) -> Command {
    Command::ContestCorrection {
        text: id("text"),
        correction: id("corr"),
        message: message.map(id),
        reason: Some("It changes who is paid.".to_owned()),
    }
}

fn issue(correction: &str) -> Command {
    Command::IssueCorrection {
        text: id("text"),
        correction: id(correction),
        changes: "In paragraph 2, “there” is “their”.".to_owned(),
    }
}

fn proposed() -> World {
    let mut world = World::published();
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(secretariat(), &propose("corr", "mended", deadline));
    world
}

fn correction(world: &World) -> &TextCorrection {
    &world.state.texts[&id("text")].corrections[0]
}

fn over(mut world: World) -> World {
    world.now = correction(&world).issued_from();
    world
}

#[test]
fn a_correction_is_of_the_adopted_text_and_leaves_five_working_days() {
    let mut before = World::awaiting_chair();
    let deadline = before.now.plus_millis(7 * DAY);
    let outcome = before.attempt(secretariat(), &propose("corr", "mended", deadline));
    assert_eq!(key(&outcome), "not-adopted");
    let check = |file: &str, days: i64, expect: &str| {
        let mut world = World::published();
        let deadline = world.now.plus_millis(days * DAY);
        let outcome = world.attempt(secretariat(), &propose("corr", file, deadline));
        assert_eq!(key(&outcome), expect, "{file}, {days}");
    };
    // Seven days are five working days and a weekend.
    check("mended", 7, "admitted");
    check("mended", 4, "too-few-days");
    // The file that was adopted corrects nothing.
    check("draft 1", 7, "same-file");
    let mut world = World::published();
    let mut empty = propose("corr", "mended", world.now.plus_millis(7 * DAY));
    if let Command::ProposeCorrection { changes, .. } = &mut empty {
        changes.clear();
    }
    assert_eq!(key(&world.attempt(secretariat(), &empty)), "missing");
    // One at a time.
    let mut world = proposed();
    let another = propose("another", "else", world.now.plus_millis(7 * DAY));
    assert_eq!(
        key(&world.attempt(secretariat(), &another)),
        "correction-open"
    );
    assert_eq!(key(&world.attempt(focal("east"), &another)), "not-entitled");
}

#[test]
fn where_nobody_says_that_it_is_of_substance_it_is_issued_with_its_symbol() {
    let mut world = proposed();
    assert_eq!(
        key(&world.attempt(secretariat(), &issue("corr"))),
        "correction-open"
    );
    let mut world = over(world);
    world.must(secretariat(), &issue("corr"));
    let text = &world.state.texts[&id("text")];
    let CorrectionStanding::Issued { changes, .. } = &correction(&world).standing else {
        panic!("issued");
    };
    assert!(changes.contains("their"));
    // The adopted file stays where it was; what is read is the corrected one.
    assert_eq!(text.version(2).expect("adopted").sha256, digest("draft 1"));
    assert_eq!(text.as_corrected(2).expect("corrected").0, digest("mended"));
    assert_eq!(
        key(&world.attempt(secretariat(), &issue("corr"))),
        "correction-over"
    );
    assert_eq!(
        key(&world.attempt(focal("west"), &contest(None))),
        "correction-over"
    );
    // The next one corrects what stands now.
    let deadline = world.now.plus_millis(7 * DAY);
    let same = propose("another", "mended", deadline);
    assert_eq!(key(&world.attempt(secretariat(), &same)), "same-file");
    world.must(secretariat(), &propose("another", "again", deadline));
}

#[test]
fn symbols_of_corrections_carry_on_that_of_the_text() {
    let mut world = World::published();
    world
        .state
        .texts
        .get_mut(&id("text"))
        .expect("the text")
        .symbol = Some("GRP/WP.1".to_owned());
    for (correction, file, symbol) in [
        ("corr", "mended", "GRP/WP.1/Rev.1/Corr.1"),
        ("corr 2", "again", "GRP/WP.1/Rev.1/Corr.2"),
    ] {
        let deadline = world.now.plus_millis(7 * DAY);
        world.must(secretariat(), &propose(correction, file, deadline));
        world.now = deadline.plus_millis(10_000);
        world.must(secretariat(), &issue(correction));
        let text = &world.state.texts[&id("text")];
        let last = text.corrections.last().expect("a correction");
        assert!(
            matches!(&last.standing, CorrectionStanding::Issued { symbol: Some(s), .. } if s == symbol)
        );
    }
}

#[test]
fn anybody_that_takes_part_says_until_the_deadline_that_it_is_of_substance() {
    let deadline = correction(&proposed()).deadline;
    let check = |who: &str, at: Instant, expect: &str| {
        let mut world = proposed();
        world.now = at;
        let outcome = world.attempt(focal(who), &contest(None));
        assert_eq!(key(&outcome), expect, "{who}");
        world
    };
    check("watch", deadline, "admitted");
    check("west", deadline.plus_millis(1), "correction-over");
    let mut world = check("guest", deadline, "admitted");
    // It falls: it is not issued, and the text stays as it was.
    world.now = deadline.plus_millis(DAY);
    assert_eq!(
        key(&world.attempt(secretariat(), &issue("corr"))),
        "correction-over"
    );
    let text = &world.state.texts[&id("text")];
    assert_eq!(text.as_corrected(2).expect("adopted").0, digest("draft 1"));
}

#[test]
fn a_correction_falls_with_the_adoption_that_it_corrects() {
    let mut world = proposed();
    let annul = Command::AnnulDecision {
        decision: id("decision"),
        reason: "An objection had come in time.".to_owned(),
    };
    world.must(chair(), &annul);
    let mut world = over(world);
    let outcome = world.attempt(secretariat(), &issue("corr"));
    assert_eq!(key(&outcome), "correction-over");
    assert_eq!(
        key(&world.attempt(focal("west"), &contest(None))),
        "correction-over"
    );
}

#[test]
fn what_was_written_in_time_counts_and_unread_mail_is_waited_for() {
    let mut world = proposed();
    world.wait(DAY);
    let arrived = world.now;
    world.must(secretariat(), &commands::receive("mail", "west", arrived));
    let mut world = over(world);
    assert_eq!(key(&world.attempt(secretariat(), &issue("corr"))), "unread");
    assert_eq!(
        key(&world.attempt(focal("west"), &contest(Some("mail")))),
        "not-entitled"
    );
    world.must(secretariat(), &contest(Some("mail")));
    assert!(matches!(
        correction(&world).standing,
        CorrectionStanding::Contested { by, .. } if by == id("west")
    ));
}

fn translate(language: &str, file: &str) -> Command {
    Command::AddLanguage {
        text: id("text"),
        language: language.to_owned(),
        sha256: digest(file),
        file: filed(file),
        provided_by: id("west"),
    }
}

fn clear(language: &str, file: &str) -> Command {
    Command::ClearLanguage {
        text: id("text"),
        language: language.to_owned(),
        sha256: digest(file),
    }
}

#[test]
fn a_translation_is_a_courtesy_until_it_is_cleared() {
    let mut world = World::with_text();
    assert_eq!(
        key(&world.attempt(focal("west"), &translate("fr", "français"))),
        "not-entitled"
    );
    for (tag, expect) in [
        ("fr", "admitted"),
        ("pt-BR", "admitted"),
        ("zh-Hans-CN", "admitted"),
        ("french", "no-language"),
        ("FR", "no-language"),
        ("f", "no-language"),
        ("fr_CA", "no-language"),
        ("", "no-language"),
    ] {
        let outcome = world
            .clone()
            .attempt(focal("east"), &translate(tag, "français"));
        assert_eq!(key(&outcome), expect, "{tag}");
    }
    world.must(focal("east"), &translate("fr", "français"));
    assert_eq!(
        key(&world.attempt(chair(), &clear("fr", "autre"))),
        "other-version"
    );
    assert_eq!(
        key(&world.attempt(secretariat(), &clear("fr", "français"))),
        "not-entitled"
    );
    world.must(chair(), &clear("fr", "français"));
    assert_eq!(
        key(&world.attempt(chair(), &clear("fr", "français"))),
        "cleared-already"
    );
    // Another file into the same language is a courtesy again.
    world.must(secretariat(), &translate("fr", "mieux"));
    assert!(
        world.state.texts[&id("text")].languages["fr"]
            .cleared
            .is_none()
    );
}

#[test]
fn a_translation_is_stale_when_the_text_has_changed() {
    let stale = |world: &World| {
        let text = &world.state.texts[&id("text")];
        text.is_stale(&text.languages["fr"])
    };
    let mut world = World::with_text();
    world.must(focal("east"), &translate("fr", "français"));
    assert!(!stale(&world));
    world.must(focal("east"), &commands::table("draft 1"));
    assert!(stale(&world));
    assert_eq!(
        key(&world.attempt(chair(), &clear("fr", "français"))),
        "stale"
    );
    // A correction makes it so, too.
    let mut world = proposed();
    world.must(secretariat(), &translate("fr", "français"));
    assert!(!stale(&world));
    let mut world = over(world);
    world.must(secretariat(), &issue("corr"));
    assert!(stale(&world));
    world.wait(1);
    world.must(secretariat(), &translate("fr", "mieux"));
    assert!(!stale(&world));
}

#[test]
fn the_language_of_authority_is_named_at_the_opening() {
    let mut world = World::new();
    let mut open = commands::open_text("text", "east");
    if let Command::OpenText { language, .. } = &mut open {
        *language = Some("English".to_owned());
    }
    assert_eq!(key(&world.attempt(secretariat(), &open)), "no-language");
    if let Command::OpenText { language, .. } = &mut open {
        *language = Some("en".to_owned());
    }
    world.must(secretariat(), &open);
    assert_eq!(
        key(&world.attempt(focal("east"), &translate("en", "again"))),
        "own-language"
    );
}
