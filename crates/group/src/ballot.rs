//! The words of a vote, and its count (5-procedures, *Vote*).

use serde::{Deserialize, Serialize};

use crate::id::Id;
use crate::parts::words;

words! {
    /// What an organisation says in a vote.
    Choice {
        InFavour "in_favour",
        Against "against",
        Abstains "abstains",
        DoesNotTakePart "does_not_take_part",
    }
}

words! {
    /// What carries a question. A tie never does.
    Majority {
        /// More votes in favour than against; abstentions aren't counted.
        Simple "simple",
        /// More than half of all votes of the electorate are in favour.
        Absolute "absolute",
        /// At least two thirds of the votes cast in favour or against are in favour.
        TwoThirds "two_thirds",
        /// No vote is against, and one at least in favour.
        Unanimity "unanimity",
    }
}

impl Choice {
    /// Whether it counts towards the quorum.
    #[must_use]
    pub fn takes_part(self) -> bool {
        self != Self::DoesNotTakePart
    }
}

/// An organisation of the electorate, with its number of votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elector {
    pub organisation: Id,
    /// At least 1.
    pub votes: u32,
}

/// What an organisation said; nothing, where it said nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgVote {
    pub organisation: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
}

/// One of those that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot {
    pub votes: u32,
    pub choice: Option<Choice>,
}

/// The count of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Votes, as the next two.
    pub in_favour: u64,
    pub against: u64,
    pub abstaining: u64,
    /// How many organisations took part.
    pub took_part: u32,
    pub quorum_met: bool,
    pub carried: bool,
}

impl Tally {
    /// Counts. A question is carried when so many organisations took part as the quorum says, and the majority
    /// holds.
    #[must_use]
    pub fn of(ballots: impl Iterator<Item = Ballot>, majority: Majority, quorum: u32) -> Self {
        let (mut in_favour, mut against, mut abstaining, mut all) = (0, 0, 0, 0_u64);
        let mut took_part = 0;
        for ballot in ballots {
            let votes = u64::from(ballot.votes);
            all += votes;
            took_part += u32::from(ballot.choice.is_some_and(Choice::takes_part));
            match ballot.choice {
                Some(Choice::InFavour) => in_favour += votes,
                Some(Choice::Against) => against += votes,
                Some(Choice::Abstains) => abstaining += votes,
                Some(Choice::DoesNotTakePart) | None => {}
            }
        }
        let holds = match majority {
            Majority::Simple => in_favour > against,
            Majority::Absolute => 2 * in_favour > all,
            Majority::TwoThirds => in_favour > 0 && in_favour >= 2 * against,
            Majority::Unanimity => in_favour > 0 && against == 0,
        };
        let quorum_met = took_part >= quorum;
        Self {
            in_favour,
            against,
            abstaining,
            took_part,
            quorum_met,
            carried: holds && quorum_met,
        }
    }
}
