//! A round without names: the law holds as in any other, and nothing open says who is behind a token.

use group::parts::{EvidenceKind, ReturnForm, ReturnMode};
use group::{Command, Fact, Id, Refusal, Restricted, admit, decide};

use crate::commands::{self, token};
use crate::world::{DAY, GUEST, HOUR, MEMBERS, WATCH, World, focal, id, key, secretariat};

/// The organisations that are asked, in protocol order.
fn asked() -> Vec<Id> {
    let mut asked = MEMBERS.map(id).to_vec();
    asked.push(id(GUEST));
    asked
}

fn of(organisation: &str) -> Id {
    token(id("round"), id(organisation))
}

fn in_restricted_round() -> World {
    let mut world = World::with_text();
    let deadline = world.now.plus_millis(7 * DAY);
    let open = commands::open_restricted("round", deadline);
    world.must(focal("east"), &open);
    world
}

#[test]
fn each_organisation_acts_under_its_token() {
    let mut world = in_restricted_round();
    world.must(focal("west"), &commands::marked_up(2, 1));
    world.must(focal(GUEST), &commands::no_comments());
    world.must(focal("south"), &Command::AskMoreTime { round: id("round") });
    let entered = Command::EnterReturn {
        round: id("round"),
        organisation: id("east"),
        form: ReturnForm::NoComments,
        file: None,
        proposals: 0,
        comments: 0,
        mode: ReturnMode::Replaces,
        for_penholder: Vec::new(),
        evidence: EvidenceKind::Mail,
        evidence_file: None,
        arrived: world.now,
    };
    world.must(secretariat(), &entered);
    let round = world.round("round");
    let mut answered = [of("west"), of(GUEST), of("east")];
    answered.sort();
    assert!(round.returns.keys().eq(&answered));
    assert_eq!(round.more_time, [of("south")]);
    // A later one replaces the earlier, and a second wish for time is refused, as everywhere.
    world.wait(HOUR);
    world.must(focal("west"), &commands::marked_up(3, 0));
    assert_eq!(world.round("round").returns[&of("west")].proposals, 3);
    let again = world.attempt(focal("south"), &Command::AskMoreTime { round: id("round") });
    assert_eq!(key(&again), "more-time-asked");
    let stranger = world.attempt(focal(WATCH), &commands::no_comments());
    assert_eq!(key(&stranger), "not-asked");
}

#[test]
fn its_responses_are_complete_by_tokens() {
    let mut world = in_restricted_round();
    world.must(focal("west"), &commands::marked_up(1, 0));
    world.must(focal("east"), &commands::close_round());
    let named = commands::freeze("named", &["a1"], &[], "west");
    assert_eq!(key(&world.attempt(focal("east"), &named)), "not-asked");
    let mut freeze = commands::freeze("comp", &["a1"], &[], "west");
    if let Command::Freeze { amendments, .. } = &mut freeze {
        amendments[0].supporters = vec![of("west")];
    }
    world.must(focal("east"), &freeze);
    let open = world.attempt(focal("east"), &commands::respond("comp", &[]));
    assert_eq!(key(&open), "unanswered");
    world.must(focal("east"), &commands::respond("comp", &["a1"]));
}

/// What a reader of the open fields gets: the leaf and the body, without what is restricted.
#[test]
fn nothing_open_names_who_answered() {
    let mut world = in_restricted_round();
    world.must(focal("west"), &commands::marked_up(2, 1));
    world.must(focal(GUEST), &Command::AskMoreTime { round: id("round") });
    let about = |fact: &Fact| {
        matches!(
            fact,
            Fact::RoundOpened(_) | Fact::ReturnReceived(_) | Fact::MoreTimeAsked(_)
        )
    };
    let acts: Vec<_> = world.acts.iter().filter(|act| about(&act.fact)).collect();
    assert_eq!(acts.len(), 3);
    for act in acts {
        let mut fields = act.fact.to_json();
        fields.retain(|_, value| value.get("$restricted").is_none());
        let mut open = serde_json::to_string(&fields).expect("open fields");
        open.push_str(
            &act.organisation
                .map(|id| id.to_string())
                .unwrap_or_default(),
        );
        for organisation in asked() {
            // The penholder opened the round, in its own name.
            let opener = matches!(act.fact, Fact::RoundOpened(_)) && organisation == id("east");
            assert!(
                opener || !open.contains(&organisation.to_string()),
                "{open}"
            );
        }
    }
}

/// Who the tokens are is not for the law: it comes to the same without knowing.
#[test]
fn the_law_does_without_knowing_who_is_behind() {
    let mut world = in_restricted_round();
    world.must(focal("west"), &commands::marked_up(2, 1));
    let mut state = group::State::default();
    for act in &world.acts {
        let mut act = act.clone();
        if let Fact::RoundOpened(opened) = &mut act.fact {
            opened.behind = Restricted::Withheld;
        }
        state = admit(state, &act).expect("admitted");
    }
    assert_eq!(
        state.rounds[&id("round")].returns,
        world.round("round").returns
    );
}

#[test]
fn tokens_that_tell_something_are_refused() {
    let opened = |change: &dyn Fn(&mut Vec<Id>)| {
        let mut world = World::with_text();
        let before = world.state.clone();
        let deadline = world.now.plus_millis(7 * DAY);
        let open = commands::open_restricted("round", deadline);
        let mut act = world.must(focal("east"), &open).remove(0);
        if let Fact::RoundOpened(opened) = &mut act.fact {
            change(&mut opened.electorate);
        }
        admit(before, &act).map(|_| ())
    };
    assert_eq!(opened(&|_| {}), Ok(()));
    let wrong = Err(Refusal::WrongOutcome {});
    // One organisation's own id, another order, one too few, one twice.
    assert_eq!(opened(&|tokens| tokens[0] = id("west")), wrong);
    assert_eq!(opened(&|tokens| tokens.swap(0, 1)), wrong);
    assert_eq!(opened(&|tokens| tokens.truncate(1)), wrong);
    assert_eq!(opened(&|tokens| tokens[1] = tokens[0]), wrong);
}

#[test]
fn every_organisation_that_is_asked_has_a_token() {
    let mut world = World::with_text();
    let open = commands::open_restricted("round", world.now.plus_millis(7 * DAY));
    let mut context = world.context(world.now, focal("east"), &open);
    assert!(decide(&world.state, &open, &context).is_ok());
    context.behind.pop();
    let few = decide(&world.state, &open, &context);
    assert_eq!(few, Err(Refusal::WrongOutcome {}));
}

/// A token answers for itself alone: it opens no other round, and no one else's answer.
#[test]
fn a_token_counts_in_its_own_round_alone() {
    let mut world = in_restricted_round();
    let sent = world
        .must(focal("west"), &commands::marked_up(1, 0))
        .remove(0);
    world.must(focal("east"), &commands::close_round());
    let mut freeze = commands::freeze("comp", &["a1"], &[], "west");
    if let Command::Freeze { amendments, .. } = &mut freeze {
        amendments[0].supporters = vec![of("west")];
    }
    world.must(focal("east"), &freeze);
    world.must(focal("east"), &commands::respond("comp", &["a1"]));
    world.must(focal("east"), &commands::table("draft 1"));
    let deadline = world.now.plus_millis(7 * DAY);
    world.must(focal("east"), &commands::open_round("next", deadline));
    let mut stray = sent;
    (stray.time, stray.received) = (world.now, world.now);
    if let Fact::ReturnReceived(fact) = &mut stray.fact {
        fact.round = id("next");
    }
    stray.stream = group::Stream::Of(group::Noun::Round, id("next"));
    assert!(admit(world.state.clone(), &stray).is_err());
}
