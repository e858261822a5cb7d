//! Votes and reminders in the random histories of [`crate::laws`]: what somebody tries, and what must be true of
//! what comes of it.

use std::collections::BTreeSet;

use group::parts::{Choice, EvidenceKind};
use group::state::{Vote, VoteStanding};
use group::{Act, Actor, Command, Fact, Hat, Id, State};

use crate::laws::Step;
use crate::laws_reading::read_votes;
use crate::voting;
use crate::world::{DAY, HOUR, MEMBERS, World, focal, hat, id};

/// What can become of a vote on the text; those of meetings are tried where their decisions are.
pub(crate) fn about_a_vote(world: &World, step: Step, who: &str, name: &str) -> (Actor, Command) {
    let detail = usize::from(step.detail);
    let mut votes = world.state.votes_on(&world.state.texts[&id("text")]);
    let vote = votes.next_back().map_or(id("nothing"), |vote| vote.id);
    let chair = hat(Hat::Chair, ["south", "west"][usize::from(step.who) % 2]);
    let choice = Choice::ALL[[0, 0, 1, 2, 3][detail % 5]];
    let adopt = Command::AdoptByVote {
        vote,
        decision: id(name),
    };
    match step.what {
        58 => {
            let deadline = world.now.plus_millis([1, HOUR, DAY, 4 * DAY][detail % 4]);
            (chair, voting::open(name, deadline))
        }
        59 => (focal(who), Command::CastVote { vote, choice }),
        60 => {
            let entered = Command::EnterVote {
                vote,
                organisation: id(who),
                choice,
                evidence: EvidenceKind::Mail,
                evidence_file: None,
                arrived: world.now.plus_millis(-i64::from(step.detail)),
                message: None,
            };
            (hat(Hat::Secretariat, "north"), entered)
        }
        61 if detail.is_multiple_of(4) => {
            let reason = "The wrong version.".to_owned();
            (chair, Command::CancelVote { vote, reason })
        }
        61 if detail.is_multiple_of(2) => {
            let thing = world.state.to_remind(world.now).first().copied();
            let thing = thing.unwrap_or(id("nothing"));
            (Actor::SYSTEM, Command::Remind { thing })
        }
        61 => (chair, adopt),
        _ => match world.state.votes.get(&vote) {
            Some(found) if found.is_carried() => (chair, adopt),
            Some(found) if found.closes_from().is_some_and(|from| from <= world.now) => {
                (Actor::SYSTEM, Command::CloseVote { vote })
            }
            _ => {
                let member = MEMBERS[usize::from(step.who) % MEMBERS.len()];
                let choice = Choice::ALL[usize::from(detail.is_multiple_of(3))];
                (focal(member), Command::CastVote { vote, choice })
            }
        },
    }
}

/// Nobody is reminded twice of one thing but after its deadline was moved.
pub(crate) fn reminded_once(acts: &[Act]) {
    let mut reminded: BTreeSet<Id> = BTreeSet::new();
    for act in acts {
        match &act.fact {
            Fact::ReminderGiven(f) => assert!(reminded.insert(f.thing), "reminded twice"),
            Fact::SilenceExtended(f) => drop(reminded.remove(&f.procedure)),
            Fact::SilenceResumed(f) => drop(reminded.remove(&f.procedure)),
            Fact::SilenceStopped(f) => drop(reminded.remove(&f.procedure)),
            Fact::RoundExtended(f) => drop(reminded.remove(&f.round)),
            _ => {}
        }
    }
}

/// A vote is counted as a reader counts it, closes once, and carries what it carries alone.
pub(crate) fn counted(state: &State, acts: &[Act]) {
    let readings = read_votes(acts);
    assert_eq!(readings.len(), state.votes.len());
    for (id, vote) in &state.votes {
        let reading = &readings[id];
        assert!(reading.closings <= 1, "a vote closes once");
        let carried = vote.tally().map(|tally| tally.carried);
        assert_eq!(carried, reading.carried);
        let decisions = state.decisions.iter();
        let on_it: Vec<_> = decisions.filter(|d| d.vote() == Some(*id)).collect();
        assert!(on_it.len() <= 1);
        assert!(on_it.is_empty() || reading.carried == Some(true));
        let annulled = matches!(vote.standing, VoteStanding::Annulled { .. });
        assert_eq!(annulled, on_it.iter().any(|d| d.annulled.is_some()));
    }
}

/// What became of a vote.
pub(crate) fn voted(vote: &Vote) -> Option<&'static str> {
    match vote.standing {
        VoteStanding::Closed { tally, .. } if !tally.carried => Some("voted down"),
        VoteStanding::Cancelled { .. } => Some("vote cancelled"),
        VoteStanding::Annulled { .. } => Some("vote annulled"),
        _ => None,
    }
}
