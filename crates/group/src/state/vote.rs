//! Votes: on a version of a text, or on what is put to a meeting (5-procedures, *Vote*).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::Announced;
use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{
    Ballot, Choice, Elector, EvidenceKind, Hat, Majority, OrgVote, SettingValue, Tally,
};
use crate::settings;
use crate::state::{GRACE_MS, Outage, State, Text};

/// One vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Vote {
    pub id: Id,
    pub question: Question,
    pub opened: Instant,
    /// Number of the act that opened it, from 0.
    pub act: u64,
    /// Who opened it.
    pub opened_by: Option<Id>,
    /// Of a vote in writing: what is received after this doesn't count.
    pub deadline: Option<(Instant, Announced)>,
    pub zone: String,
    /// A snapshot at the opening, in protocol order, with the number of votes of each.
    pub electorate: Vec<Elector>,
    pub majority: Majority,
    /// How many organisations must take part.
    pub quorum: u32,
    pub note: Restricted<String>,
    /// The last word of each.
    pub cast: BTreeMap<Id, Cast>,
    pub standing: VoteStanding,
    /// Why it was cancelled, once it was.
    pub reason: Restricted<String>,
}

/// What is voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Question {
    /// Whether the group adopts this version.
    Version { text: Id, version: u32 },
    /// Whether a meeting decides what is put to it.
    Put { meeting: Id, item: Id, decision: Id },
}

/// How a vote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum VoteStanding {
    Running,
    Closed {
        at: Instant,
        tally: Tally,
    },
    Cancelled {
        at: Instant,
    },
    /// The decision that it led to was annulled.
    Annulled {
        at: Instant,
        tally: Tally,
    },
}

/// What an organisation said in a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cast {
    pub choice: Choice,
    pub hat: Hat,
    pub received: Instant,
    /// Number of the act, from 0.
    pub act: u64,
    /// Who entered it, and on which evidence, where the organisation didn't say it itself.
    pub entered: Option<EnteredVote>,
}

/// How a vote came that was entered: in the roll call of a meeting, or on evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnteredVote {
    pub by: Option<Id>,
    pub evidence: Option<EvidenceKind>,
    /// Id of the file, where it is kept.
    pub file: Option<String>,
}

impl Vote {
    /// How many votes an organisation has; `None`: it has none in this vote.
    #[must_use]
    pub fn votes_of(&self, organisation: Id) -> Option<u32> {
        let of = |elector: &&Elector| elector.organisation == organisation;
        self.electorate.iter().find(of).map(|elector| elector.votes)
    }

    /// What each of the electorate said, in protocol order; nothing for one who said nothing.
    #[must_use]
    pub fn ballots(&self) -> Vec<OrgVote> {
        let said = |elector: &Elector| OrgVote {
            organisation: elector.organisation,
            choice: self.cast.get(&elector.organisation).map(|cast| cast.choice),
        };
        self.electorate.iter().map(said).collect()
    }

    /// The count, from the acts alone (5-procedures, rule 14).
    #[must_use]
    pub fn computed_tally(&self) -> Tally {
        let ballots = self.electorate.iter().map(|elector| Ballot {
            votes: elector.votes,
            choice: self.cast.get(&elector.organisation).map(|cast| cast.choice),
        });
        Tally::of(ballots, self.majority, self.quorum)
    }

    /// Those who took part in it, in protocol order.
    #[must_use]
    pub fn took_part(&self) -> Vec<Id> {
        let ballots = self.ballots().into_iter();
        let took = |one: &OrgVote| one.choice.is_some_and(Choice::takes_part);
        ballots.filter(took).map(|one| one.organisation).collect()
    }

    #[must_use]
    pub fn is_running(&self) -> bool {
        self.standing == VoteStanding::Running
    }

    /// Whether it closed and the question was carried.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        matches!(self.standing, VoteStanding::Closed { tally, .. } if tally.carried)
    }

    /// The count as it was closed.
    #[must_use]
    pub fn tally(&self) -> Option<Tally> {
        match self.standing {
            VoteStanding::Closed { tally, .. } | VoteStanding::Annulled { tally, .. } => {
                Some(tally)
            }
            VoteStanding::Running | VoteStanding::Cancelled { .. } => None,
        }
    }

    /// Whether what was received at this instant is in time.
    #[must_use]
    pub fn in_time(&self, received: Instant) -> bool {
        self.deadline
            .is_none_or(|(deadline, _)| received <= deadline)
    }

    /// From when on a vote in writing closes by itself.
    #[must_use]
    pub fn closes_from(&self) -> Option<Instant> {
        let (deadline, _) = self.deadline?;
        Some(deadline.plus_millis(GRACE_MS))
    }
}

impl State {
    /// Votes on versions of a text, in the order of opening.
    pub fn votes_on<'s>(&'s self, text: &'s Text) -> impl DoubleEndedIterator<Item = &'s Vote> {
        text.votes.iter().filter_map(|id| self.votes.get(id))
    }

    /// The vote that runs on what is put to a meeting.
    #[must_use]
    pub fn vote_on_put(&self, decision: Id) -> Option<&Vote> {
        self.votes.values().find(|vote| {
            vote.is_running()
                && matches!(vote.question, Question::Put { decision: put, .. } if put == decision)
        })
    }

    /// Whether a decision stands on a vote.
    pub(crate) fn decided_by_vote(&self, vote: Id) -> bool {
        let mut decisions = self.decisions.iter();
        decisions.any(|decision| decision.vote() == Some(vote) && decision.annulled.is_none())
    }

    /// Whether the group decides by vote at all.
    #[must_use]
    pub fn votes_allowed(&self) -> bool {
        settings::switch(&self.settings, settings::VOTE_ALLOWED)
    }

    /// The majority that the group's votes need.
    #[must_use]
    pub fn majority(&self) -> Majority {
        match self.setting(settings::VOTE_MAJORITY) {
            Some(SettingValue::Word(word)) => Majority::of(&word).unwrap_or(Majority::Simple),
            _ => Majority::Simple,
        }
    }

    /// How many of so many organisations must take part in a vote: the larger of the number and the share that
    /// the group set.
    #[must_use]
    pub fn vote_quorum(&self, electorate: usize) -> u32 {
        let set = |name| usize::try_from(settings::number(&self.settings, name)).unwrap_or(0);
        let share = (electorate * set(settings::VOTE_QUORUM_PERCENT)).div_ceil(100);
        u32::try_from(set(settings::VOTE_QUORUM).max(share)).unwrap_or(u32::MAX)
    }

    /// The organisations that vote on a day, with how many votes each has.
    #[must_use]
    pub fn voters(&self, on: crate::parts::Day) -> Vec<Elector> {
        let members = self.electorate(on, |rights| rights.may_object);
        let with_votes = members.into_iter().map(|organisation| Elector {
            organisation,
            votes: self.weights.get(&organisation).copied().unwrap_or(1),
        });
        with_votes.collect()
    }

    /// How many unread messages may hold a vote: of its electorate, and in time.
    #[must_use]
    pub fn unread_for_vote(&self, vote: &Vote) -> usize {
        let unread = self.inbox.values().filter(|message| {
            message.found.is_none()
                && vote.votes_of(message.organisation).is_some()
                && message.arrived >= vote.opened
                && vote.in_time(message.arrived)
        });
        unread.count()
    }

    /// The outage across the deadline of a vote in writing (rule 13).
    #[must_use]
    pub fn outage_across_vote(&self, vote: &Vote) -> Option<Outage> {
        let (deadline, _) = vote.deadline?;
        let across = |outage: &&Outage| (outage.from..=outage.until).contains(&deadline);
        self.outages.iter().rfind(across).copied()
    }
}
