//! A vote in writing on the text: the last word in time counts, a tie fails, the chair adopts what is carried.

use group::parts::{Choice, Majority};
use group::state::{Vote, VoteStanding};
use group::{Actor, Command, Hat};
use stateright::Property;

use crate::holds::{always, possible};
use crate::moves::{Move, by};
use crate::people::{focal, id, wearing};
use crate::walk::{Walk, Walked};

/// The last vote on the text.
pub(crate) fn last(walked: &Walked) -> Option<&Vote> {
    let text = walked.head.texts.values().next()?;
    walked.head.votes_on(text).next_back()
}

fn votes(walked: &Walked) -> impl Iterator<Item = &Vote> {
    walked.head.votes.values()
}

fn cast(walked: &Walked, choice: Choice) -> Option<Command> {
    Some(Command::CastVote {
        vote: last(walked)?.id,
        choice,
    })
}

pub(crate) fn moves() -> Vec<Move> {
    let chair = || wearing(Hat::Chair, "south");
    vec![
        by(chair(), "the chair puts the text to a vote", |w| {
            (w.head.votes.len() < 2).then(|| Command::OpenVote {
                vote: w.next("vote", w.head.votes.len()),
                text: id("text"),
                deadline: w.now.plus_millis(7_200_000),
                note: None,
            })
        }),
        by(focal("north"), "north votes in favour", |w| {
            cast(w, Choice::InFavour)
        }),
        by(focal("east"), "east votes in favour", |w| {
            cast(w, Choice::InFavour)
        }),
        by(focal("west"), "west votes against", |w| {
            cast(w, Choice::Against)
        }),
        by(focal("west"), "west abstains", |w| {
            cast(w, Choice::Abstains)
        }),
        by(Actor::SYSTEM, "the deadline closes the vote", |w| {
            Some(Command::CloseVote { vote: last(w)?.id })
        }),
        by(chair(), "the chair cancels the vote", |w| {
            Some(Command::CancelVote {
                vote: last(w)?.id,
                reason: "The wrong version.".to_owned(),
            })
        }),
        by(chair(), "the chair adopts what the vote carried", |w| {
            Some(Command::AdoptByVote {
                vote: last(w)?.id,
                decision: w.next("decision", w.head.decisions.len()),
            })
        }),
    ]
}

/// Whether a vote is carried, counted from what was truly said in time.
fn truly_carried(walked: &Walked, vote: &Vote) -> bool {
    let said = |choice: Choice| {
        let electorate = vote.electorate.iter();
        let of = electorate
            .filter(|one| walked.seen.voted.get(&(vote.id, one.organisation)) == Some(&choice));
        of.count()
    };
    let (pro, contra) = (said(Choice::InFavour), said(Choice::Against));
    let took_part = pro + contra + said(Choice::Abstains);
    let majority = match vote.majority {
        Majority::TwoThirds => pro > 0 && 3 * pro >= 2 * (pro + contra),
        _ => pro > contra,
    };
    majority && 2 * took_part >= vote.electorate.len()
}

pub(crate) fn properties() -> Vec<Property<Walk>> {
    vec![
        always(
            "a vote is carried as what was said in time makes it",
            |_, w| {
                votes(w).all(|vote| {
                    let carried = vote.tally().map(|tally| tally.carried);
                    carried.is_none_or(|carried| carried == truly_carried(w, vote))
                })
            },
        ),
        always(
            "each decision by vote comes from a vote that was carried",
            |_, w| {
                let by_vote = w
                    .head
                    .decisions
                    .iter()
                    .filter_map(|decision| decision.vote());
                by_vote
                    .map(|id| &w.head.votes[&id])
                    .all(|vote| vote.tally().is_some_and(|tally| tally.carried))
            },
        ),
        always("a vote closes once", |_, w| !w.seen.closed_twice),
        always("a version is voted on once", |_, w| {
            let counts = |vote: &&Vote| matches!(vote.standing, VoteStanding::Closed { .. });
            votes(w).filter(counts).count() <= 1
        }),
        always("silence and a vote never run at once", |_, w| {
            let running = votes(w).filter(|vote| vote.is_running()).count();
            let silence = w.head.procedures.values().filter(|p| p.is_open()).count();
            running + silence <= 1
        }),
        possible("a tie fails", |_, w| {
            let tallies = votes(w).filter_map(Vote::tally);
            let mut tied = tallies.filter(|tally| tally.in_favour == tally.against);
            tied.any(|tally| tally.in_favour > 0 && !tally.carried)
        }),
        possible("a text is adopted by vote after an objection", |_, w| {
            let by_vote = w
                .head
                .decisions
                .iter()
                .any(|decision| decision.vote().is_some());
            by_vote && !w.seen.objected.is_empty()
        }),
    ]
}
