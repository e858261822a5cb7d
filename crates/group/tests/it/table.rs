//! The tables *stage × act → admitted or refused* of a text, a meeting and an action, tried through `decide` and `admit` and held
//! against `docs/states.md`. `UPDATE_TABLE=1` writes it anew.

use std::fmt::Write as _;
use std::path::Path;

use group::parts::{Choice, PositionKind};
use group::rights::{TABLE, Who};
use group::{Act, Actor, Command, Refusal};

use crate::commands;
use crate::stages;
use crate::voting;
use crate::world::{DAY, World, chair, focal, id, is_late, key, secretariat};

pub(crate) type Build = fn() -> World;
pub(crate) type Try = fn(&mut World) -> Result<Vec<Act>, Refusal>;

const STAGES: [(&str, Build); 12] = [
    ("drafting", World::with_text),
    ("in round", World::in_round),
    ("answering", World::answering),
    ("responses issued", World::responded),
    ("under silence", World::under_silence),
    ("broken", World::broken),
    ("awaiting chair", World::awaiting_chair),
    ("voting", voting::voting),
    ("carried", voting::carried),
    ("adopted", World::adopted),
    ("published", World::published),
    ("broken, then in round", in_round_after_broken),
];

/// Each act by somebody who may do it, at a time when it may happen.
const ACTS: [(&str, Try); 24] = [
    ("version.tabled", |world| {
        world.attempt(focal("east"), &commands::table("next"))
    }),
    ("round.opened", |world| {
        let deadline = world.now.plus_millis(DAY);
        world.attempt(focal("east"), &commands::open_round("another", deadline))
    }),
    ("round.closed", |world| {
        world.attempt(focal("east"), &commands::close_round())
    }),
    ("round.extended", |world| {
        let later = world.now.plus_millis(30 * DAY);
        world.attempt(focal("east"), &commands::extend_round(later))
    }),
    ("more_time.asked", |world| {
        world.attempt(focal("west"), &commands::ask_more_time())
    }),
    ("return.entered", |world| {
        let arrived = world.now;
        world.attempt(secretariat(), &commands::entered("west", arrived))
    }),
    ("return.received", |world| {
        world.attempt(focal("west"), &commands::marked_up(1, 0))
    }),
    ("compilation.frozen", |world| {
        let frozen = commands::freeze("newer", &[], &[], "west");
        world.attempt(focal("east"), &frozen)
    }),
    ("responses.issued", |world| {
        let answers = commands::respond("comp", &["a1", "a2", "c1"]);
        world.attempt(focal("east"), &answers)
    }),
    ("silence.opened", |world| {
        let deadline = world.now.plus_millis(3 * DAY);
        world.attempt(chair(), &commands::open_silence("another", deadline))
    }),
    ("position.given: agrees", |world| {
        let agrees = commands::position("proc", PositionKind::Agrees);
        world.attempt(focal("east"), &agrees)
    }),
    ("position.given: objects", |world| {
        world.attempt(focal("east"), &commands::objects("proc"))
    }),
    ("position.withdrawn", |world| {
        world.attempt(focal("west"), &commands::withdraw("proc"))
    }),
    ("silence.closed", |world| {
        if let Some(procedure) = world.state.procedures.values().next() {
            world.now = world.now.max(procedure.closes_from());
        }
        world.attempt(Actor::SYSTEM, &commands::close_silence("proc"))
    }),
    ("silence.confirmed", |world| {
        world.attempt(chair(), &commands::confirm("proc", "another"))
    }),
    ("silence.restarted", |world| {
        let deadline = world.now.plus_millis(DAY);
        world.attempt(chair(), &commands::restart("proc", "anew", deadline))
    }),
    ("vote.opened", |world| {
        voting::allow(world);
        let deadline = world.now.plus_millis(7 * DAY);
        world.attempt(chair(), &voting::open("another", deadline))
    }),
    ("vote.cast", |world| {
        world.attempt(focal("west"), &voting::cast(Choice::InFavour))
    }),
    ("vote.closed", |world| {
        let closes = world.state.votes.values().next();
        if let Some(at) = closes.and_then(|vote| vote.closes_from()) {
            world.now = world.now.max(at);
        }
        world.attempt(Actor::SYSTEM, &voting::close())
    }),
    ("decision.adopted: by vote", |world| {
        let adopt = Command::AdoptByVote {
            vote: id("vote"),
            decision: id("voted"),
        };
        world.attempt(chair(), &adopt)
    }),
    ("endorsement.given", |world| {
        world.attempt(focal("east"), &commands::endorse())
    }),
    ("text.published", |world| {
        world.attempt(secretariat(), &commands::publish(Vec::new()))
    }),
    ("text.opened: its short name again", |world| {
        let mut again = commands::open_text("text", "east");
        if let Command::OpenText { text, .. } = &mut again {
            *text = id("other");
        }
        world.attempt(secretariat(), &again)
    }),
    ("text.opened: another", |world| {
        world.attempt(secretariat(), &commands::open_text("other", "east"))
    }),
];

fn in_round_after_broken() -> World {
    let mut world = World::broken();
    let deadline = world.now.plus_millis(7 * DAY);
    let opened = commands::open_round("round 2", deadline);
    world.must(focal("east"), &opened);
    world
}

#[test]
fn stages_are_what_they_are_called() {
    for (name, build) in STAGES {
        let last = name.rsplit(", then ").next().unwrap_or(name);
        assert_eq!(build().stage(), last, "{name}");
    }
    for (name, build) in stages::MEETING {
        assert_eq!(stages::of_meeting(build().meeting("meeting")), name);
    }
    for (name, build) in stages::ACTION {
        assert_eq!(stages::of_action(build().action("action").standing), name);
    }
}

#[test]
fn states_are_as_documented() {
    let mut page = String::from(
        "# What may follow at which stage\n\n\
         Tried on the law by `tests/it/table.rs`, which holds this page (`UPDATE_TABLE=1 cargo test -p \
         group` writes it anew). Each act comes from somebody who may do it: the tables tell what the \
         *state* allows. A cell says **yes**, **late** (kept without effect), or the key of the \
         refusal.\n",
    );
    table(&mut page, "Of a text", &STAGES, &ACTS);
    table(
        &mut page,
        "Of a meeting",
        &stages::MEETING,
        &stages::AT_MEETING,
    );
    table(
        &mut page,
        "Of an action",
        &stages::ACTION,
        &stages::ON_ACTION,
    );
    holds("docs/states.md", &page);
}

fn table(page: &mut String, title: &str, stages: &[(&str, Build)], acts: &[(&str, Try)]) {
    let names: Vec<&str> = stages.iter().map(|(name, _)| *name).collect();
    let _ = writeln!(page, "\n## {title}\n");
    let _ = writeln!(page, "| act | {} |", names.join(" | "));
    let _ = writeln!(page, "|---|{}", "---|".repeat(names.len()));
    let built: Vec<World> = stages.iter().map(|(_, build)| build()).collect();
    for (act, attempt) in acts {
        let cells: Vec<String> = built
            .iter()
            .map(|world| cell(&attempt(&mut world.clone())))
            .collect();
        let _ = writeln!(page, "| `{act}` | {} |", cells.join(" | "));
    }
}

fn cell(outcome: &Result<Vec<Act>, Refusal>) -> String {
    match outcome {
        Ok(acts) if acts.iter().any(|act| is_late(&act.fact)) => "**late**".to_owned(),
        Ok(_) => "**yes**".to_owned(),
        Err(_) => key(outcome).to_owned(),
    }
}

#[test]
fn rights_are_as_documented() {
    let mut page = String::from(
        "# Who may cause which act\n\n\
         Written from `src/rights.rs`, which the law reads, by `tests/it/table.rs` (`UPDATE_TABLE=1 \
         cargo test -p group` writes it anew). What isn't here nobody may do. Whoever acts with an \
         office acts for the organisation that holds it at that moment.\n\n| act | who |\n|---|---|\n",
    );
    for (kind, who) in TABLE {
        let who = match who {
            Who::Hats(hats) => words(hats, ""),
            Who::Itself(hats) => words(hats, " of the organisation itself"),
            Who::TheirsOrSecretariat => {
                "head, focal_point, alternate of those whose matter it is; secretariat".to_owned()
            }
            Who::SecretariatWithoutChair => "secretariat, while nobody holds the chair".to_owned(),
            Who::PenholderOrSecretariat => {
                "head, focal_point, alternate of the penholder; secretariat".to_owned()
            }
        };
        let _ = writeln!(page, "| `{kind}` | {who} |");
    }
    holds("docs/rights.md", &page);
}

fn words(hats: &[group::Hat], more: &str) -> String {
    let words: Vec<&str> = hats.iter().map(|hat| hat.word()).collect();
    format!("{}{more}", words.join(", "))
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test that writes the page it holds"
)]
fn holds(page: &str, expect: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    if std::env::var_os("UPDATE_TABLE").is_some() {
        std::fs::write(&path, expect).expect("the page is written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expect,
        "{page} does not tell what the law does:\n{expect}"
    );
}
