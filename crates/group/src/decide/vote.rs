//! Commands about votes, and reminders of deadlines.

use crate::act::Noun;
use crate::command::Command;
use crate::decide::{Deciding, perhaps, said};
use crate::fact::{
    DecisionAdopted, Fact, ReminderGiven, VoteCancelled, VoteCast, VoteClosed, VoteEntered,
    VoteOpened, WeightsSet,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::parts::{Ballot, ChairStep, Choice, OrgVote, Tally};
use crate::refusal::Refusal;
use crate::state::{Question, Vote};

impl Deciding<'_> {
    pub(super) fn vote(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let fact: Fact = match command {
            Command::Remind { thing } => ReminderGiven {
                noun: match self.state.rounds.contains_key(thing) {
                    true => Noun::Round,
                    false => Noun::Procedure,
                },
                thing: *thing,
            }
            .into(),
            Command::SetWeights { weights } => WeightsSet {
                weights: weights.clone(),
            }
            .into(),
            Command::OpenVote {
                vote,
                text,
                deadline,
                note,
            } => {
                let newest = self.known(*text)?.newest();
                let version = newest.ok_or(Refusal::OtherVersion {})?;
                VoteOpened {
                    text: Some(*text),
                    version: Some(version.number),
                    sha256: Some(version.sha256.clone()),
                    deadline: Some(*deadline),
                    announced: Some(self.state.clock(*deadline)),
                    note: perhaps("note", note.as_ref(), limits::PROSE)?,
                    ..self.opening(*vote)
                }
                .into()
            }
            Command::CastVote { vote, choice } => VoteCast {
                vote: *vote,
                organisation: self.organisation()?,
                choice: *choice,
            }
            .into(),
            Command::EnterVote {
                vote,
                organisation,
                choice,
                evidence,
                evidence_file,
                arrived,
                message,
            } => VoteEntered {
                vote: *vote,
                organisation: *organisation,
                choice: *choice,
                evidence: Some(*evidence),
                evidence_file: evidence_file.clone(),
                arrived: *arrived,
                message: *message,
            }
            .into(),
            Command::CloseVote { vote } => {
                let found = self.voting(*vote)?;
                VoteClosed {
                    vote: *vote,
                    cast: found.ballots(),
                    tally: found.computed_tally(),
                }
                .into()
            }
            Command::CancelVote { vote, reason } => {
                let reason = said("reason", reason, limits::STATEMENT)?;
                let cancelled = VoteCancelled {
                    vote: *vote,
                    reason,
                };
                self.agreement(ChairStep::Cancellation, *vote)?
                    .unwrap_or_else(|| cancelled.into())
            }
            Command::AdoptByVote { vote, decision } => {
                match self.agreement(ChairStep::Adoption, *vote)? {
                    Some(agreed) => agreed,
                    None => self.carried(*vote, *decision)?,
                }
            }
            Command::RollCall {
                vote,
                meeting,
                decision,
                choices,
            } => return self.roll_call(*vote, *meeting, *decision, choices),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }

    fn voting(&self, id: Id) -> Result<&Vote, Refusal> {
        let found = self.state.votes.get(&id);
        found.ok_or(Refusal::Unknown { what: "vote" })
    }

    /// What all votes open with: electorate, majority and quorum as the group's rules are now.
    fn opening(&self, vote: Id) -> VoteOpened {
        let electorate = self.state.voters(self.day);
        VoteOpened {
            vote,
            text: None,
            version: None,
            sha256: None,
            deadline: None,
            announced: None,
            meeting: None,
            decision: None,
            zone: self.zone(),
            quorum: self.state.vote_quorum(electorate.len()),
            electorate,
            majority: self.state.majority(),
            note: crate::class::Restricted::Withheld,
        }
    }

    /// The decision on a text that a vote carried.
    fn carried(&self, vote: Id, decision: Id) -> Result<Fact, Refusal> {
        let found = self.voting(vote)?;
        let Question::Version { text, version } = found.question else {
            return Err(Refusal::NotCarried {});
        };
        let title = self.known(text)?.title.clone();
        let adopted = DecisionAdopted {
            title,
            text: Some(text),
            version: Some(version),
            ..self.by_vote(vote, decision, found.took_part())
        };
        Ok(adopted.into())
    }

    fn by_vote(&self, vote: Id, decision: Id, participants: Vec<Id>) -> DecisionAdopted {
        let (year, rank) = self.state.next_number(self.context.now);
        DecisionAdopted {
            decision,
            number: format!("{year}/{rank}"),
            year,
            rank,
            title: String::new(),
            text: None,
            version: None,
            procedure: None,
            vote: Some(vote),
            meeting: None,
            item: None,
            kind: None,
            words: None,
            mandates: Vec::new(),
            participants,
            attached: Vec::new(),
        }
    }

    /// A vote in a meeting, whole: put to the vote, called, counted, and decided where it is carried.
    fn roll_call(
        &self,
        vote: Id,
        meeting: Id,
        decision: Id,
        choices: &[(Id, Choice)],
    ) -> Result<Vec<Fact>, Refusal> {
        let found = self.state.meetings.get(&meeting);
        let found = found.ok_or(Refusal::Unknown { what: "meeting" })?;
        let put = found.put.as_ref().filter(|put| put.decision == decision);
        let put = put.ok_or(Refusal::NothingPut {})?;
        let opened = VoteOpened {
            meeting: Some(meeting),
            decision: Some(decision),
            ..self.opening(vote)
        };
        let said = |organisation: Id| {
            let mut choices = choices.iter();
            choices
                .find(|(of, _)| *of == organisation)
                .map(|(_, choice)| *choice)
        };
        let electorate = opened.electorate.iter();
        let cast: Vec<OrgVote> = electorate
            .map(|elector| OrgVote {
                organisation: elector.organisation,
                choice: said(elector.organisation),
            })
            .collect();
        let ballots = opened.electorate.iter().zip(&cast);
        let ballots = ballots.map(|(elector, one)| Ballot {
            votes: elector.votes,
            choice: one.choice,
        });
        let tally = Tally::of(ballots, opened.majority, opened.quorum);
        let participants: Vec<Id> = cast
            .iter()
            .filter(|one| one.choice.is_some_and(Choice::takes_part))
            .map(|one| one.organisation)
            .collect();
        let arrived: Instant = self.context.now;
        let mut facts: Vec<Fact> = vec![opened.into()];
        for (organisation, choice) in choices {
            let entered = VoteEntered {
                vote,
                organisation: *organisation,
                choice: *choice,
                evidence: None,
                evidence_file: None,
                arrived,
                message: None,
            };
            facts.push(entered.into());
        }
        facts.push(VoteClosed { vote, cast, tally }.into());
        if tally.carried {
            let adopted = DecisionAdopted {
                title: put.title.clone(),
                meeting: Some(meeting),
                item: Some(put.item),
                kind: Some(put.kind),
                words: Some(put.words.clone()),
                mandates: put.mandates.clone(),
                ..self.by_vote(vote, decision, participants)
            };
            facts.push(adopted.into());
        }
        Ok(facts)
    }
}
