//! What a reader computes of silence procedures and votes from the acts alone, without the law's own code.

use std::collections::{BTreeMap, BTreeSet};

use group::parts::{Choice, Elector, Majority, OrgOutcome, Outcome, PositionKind};
use group::{Act, Fact, Id, Instant, Noun, Stream};

/// What a reader computes from the acts alone, without the law's own code.
#[derive(Default)]
pub(crate) struct Reading {
    electorate: Vec<Id>,
    deadline: Option<Instant>,
    /// The deadline before the last extension, which a co-chair may bring back.
    before: Option<Instant>,
    suspended: bool,
    /// What stands for each, with when it reached the group, and what an entry took the place of.
    said: BTreeMap<Id, Word>,
    waiting: BTreeMap<Id, Word>,
    pub(crate) objected: bool,
    over: bool,
    /// Closed at its deadline: what is said after that is still of it, and its outcomes follow.
    closed: bool,
    /// The outcomes, once it is over.
    pub(crate) outcomes: Option<Vec<OrgOutcome>>,
    pub(crate) confirmed: bool,
    pub(crate) annulled: bool,
}

#[derive(Clone)]
pub(crate) struct Word {
    kind: PositionKind,
    reached: Instant,
    entered: bool,
    before: Option<Box<Word>>,
}

impl Reading {
    fn end(&mut self, early: bool) {
        let outcome = |organisation: &Id| OrgOutcome {
            organisation: *organisation,
            outcome: match self.said.get(organisation).map(|word| word.kind) {
                Some(PositionKind::Agrees) => Outcome::Agreed,
                Some(PositionKind::AgreesAdReferendum) => Outcome::AgreedAdReferendum,
                Some(PositionKind::Dissociates) => Outcome::Dissociated,
                Some(PositionKind::DoesNotTakePart) => Outcome::DidNotTakePart,
                Some(
                    PositionKind::Objects | PositionKind::ObjectsWithText | PositionKind::Doubtful,
                ) => Outcome::Objected,
                Some(PositionKind::None) | None if early => Outcome::EndedBeforeDeadline,
                Some(PositionKind::None) | None => Outcome::NoObjection,
            },
        };
        self.outcomes = Some(self.electorate.iter().map(outcome).collect());
        self.over = true;
    }

    /// What reached the group at that moment counts.
    fn counts(&self, reached: Instant) -> bool {
        let in_time = self.deadline.is_some_and(|deadline| reached <= deadline);
        (self.suspended || in_time) && (!self.over || self.closed)
    }

    fn says(&mut self, organisation: Id, word: Word) {
        let objects = [PositionKind::Objects, PositionKind::ObjectsWithText];
        let elects = self.electorate.contains(&organisation);
        self.objected |= elects && objects.contains(&word.kind);
        self.said.insert(organisation, word);
        if self.closed {
            self.end(false);
        }
    }
}

pub(crate) fn read(acts: &[Act]) -> BTreeMap<Id, Reading> {
    let mut readings: BTreeMap<Id, Reading> = BTreeMap::new();
    let mut decided: BTreeMap<Id, Id> = BTreeMap::new();
    let votes: BTreeSet<Id> = acts.iter().filter_map(vote_opened).collect();
    for act in acts {
        let of = match act.stream {
            Stream::Of(Noun::Procedure, of) if votes.contains(&of) => continue,
            Stream::Of(Noun::Procedure, of) => of,
            _ => match &act.fact {
                Fact::DecisionAdopted(f) => {
                    decided.extend(f.procedure.map(|of| (f.decision, of)));
                    continue;
                }
                Fact::DecisionAnnulled(f) => match decided.get(&f.decision) {
                    Some(of) => *of,
                    None => continue,
                },
                _ => continue,
            },
        };
        follow(readings.entry(of).or_default(), act);
    }
    readings
}

fn vote_opened(act: &Act) -> Option<Id> {
    match &act.fact {
        Fact::VoteOpened(f) => Some(f.vote),
        _ => None,
    }
}

fn follow(reading: &mut Reading, act: &Act) {
    match &act.fact {
        Fact::SilenceOpened(f) => {
            reading.electorate.clone_from(&f.electorate);
            reading.deadline = Some(f.deadline);
        }
        Fact::SilenceExtended(f) => {
            reading.before = reading.deadline;
            reading.deadline = Some(f.deadline);
        }
        Fact::SilenceSuspended(_) => reading.suspended = true,
        Fact::SilenceResumed(f) => {
            reading.suspended = false;
            reading.deadline = Some(f.deadline);
        }
        // An extension is taken back, or an opening: then it ends.
        Fact::SilenceStopped(_) => match reading.before.take() {
            Some(before) => reading.deadline = Some(before),
            None => reading.end(true),
        },
        Fact::SilenceCancelled(_) => {
            reading.closed = false;
            if !reading.over {
                reading.end(true);
            }
        }
        Fact::PositionGiven(f) => {
            let explains = reading
                .said
                .get(&f.organisation)
                .is_some_and(|word| word.kind == PositionKind::Doubtful);
            let open = !reading.over || reading.closed;
            if reading.counts(act.received) || (explains && open) {
                let word = Word {
                    kind: f.position,
                    reached: act.received,
                    entered: false,
                    before: None,
                };
                reading.waiting.remove(&f.organisation);
                reading.says(f.organisation, word);
            }
        }
        Fact::PositionEntered(f) if reading.counts(f.arrived) => {
            let word = Word {
                kind: f.position,
                reached: f.arrived,
                entered: true,
                before: reading.said.get(&f.organisation).cloned().map(Box::new),
            };
            // The pen is east's, and north enters: nobody gains.
            reading.says(f.organisation, word);
        }
        Fact::PositionContested(f) => {
            let contested = reading
                .said
                .remove(&f.organisation)
                .expect("it was entered");
            assert!(contested.entered && contested.reached <= act.time);
            if let Some(before) = contested.before {
                reading.said.insert(f.organisation, *before);
            }
            if reading.over {
                let early = !reading.closed;
                reading.end(early);
            }
        }
        Fact::PositionWithdrawn(f) => {
            reading.said.remove(&f.organisation);
        }
        Fact::SilenceBroken(_) => {
            reading.closed = false;
            reading.end(true);
        }
        Fact::SilenceClosed(_) => {
            reading.closed = true;
            reading.end(false);
        }
        Fact::SilenceConfirmed(_) => {
            reading.closed = false;
            reading.confirmed = true;
        }
        Fact::DecisionAnnulled(_) => reading.annulled = true,
        _ => {}
    }
}

/// What a reader makes of a vote.
#[derive(Default)]
pub(crate) struct Count {
    electorate: Vec<Elector>,
    majority: Option<Majority>,
    quorum: u32,
    deadline: Option<Instant>,
    said: BTreeMap<Id, Choice>,
    pub(crate) closings: usize,
    /// Once it is closed.
    pub(crate) carried: Option<bool>,
}

pub(crate) fn read_votes(acts: &[Act]) -> BTreeMap<Id, Count> {
    let mut counts: BTreeMap<Id, Count> = BTreeMap::new();
    for act in acts {
        match &act.fact {
            Fact::VoteOpened(f) => {
                let count = Count {
                    electorate: f.electorate.clone(),
                    majority: Some(f.majority),
                    quorum: f.quorum,
                    deadline: f.deadline,
                    ..Count::default()
                };
                counts.insert(f.vote, count);
            }
            Fact::VoteCast(f) => {
                let count = counts.get_mut(&f.vote).expect("it was opened");
                count.says(f.organisation, f.choice, act.received);
            }
            Fact::VoteEntered(f) => {
                let count = counts.get_mut(&f.vote).expect("it was opened");
                count.says(f.organisation, f.choice, f.arrived);
            }
            Fact::VoteClosed(f) => {
                let count = counts.get_mut(&f.vote).expect("it was opened");
                count.closings += 1;
                count.carried = Some(count.holds());
            }
            _ => {}
        }
    }
    counts
}

impl Count {
    fn says(&mut self, organisation: Id, choice: Choice, reached: Instant) {
        assert!(self.deadline.is_none_or(|deadline| reached <= deadline));
        assert!(
            self.electorate
                .iter()
                .any(|e| e.organisation == organisation)
        );
        self.said.insert(organisation, choice);
    }

    fn votes(&self, choice: Choice) -> u32 {
        let of = |e: &&Elector| self.said.get(&e.organisation) == Some(&choice);
        self.electorate.iter().filter(of).map(|e| e.votes).sum()
    }

    fn holds(&self) -> bool {
        let there = self.said.values();
        let there = there.filter(|choice| **choice != Choice::DoesNotTakePart);
        let (pro, contra) = (self.votes(Choice::InFavour), self.votes(Choice::Against));
        let all: u32 = self.electorate.iter().map(|e| e.votes).sum();
        let majority = match self.majority.expect("it was opened") {
            Majority::Simple => pro > contra,
            Majority::Absolute => pro > all / 2,
            Majority::TwoThirds => pro > 0 && 3 * pro >= 2 * (pro + contra),
            Majority::Unanimity => pro > 0 && contra == 0,
        };
        majority && there.count() >= self.quorum as usize
    }
}
