//! One model: its people, their moves, its bounds; and a state of it as the checker knows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use group::parts::{Choice, PositionKind};
use group::state::{Procedure, Standing};
use group::{Act, Actor, Command, Fact, Id, Instant, State};
use serde_json::Value;
use stateright::{Model, Property};

use crate::moves::Move;
use crate::people::{BEGINNING, done, id};
use crate::vote;

/// Something beside the law that is broken on purpose: then the checker must find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A node appends what it decided on an old state, although the head has moved.
    NoHeadCheck,
    /// The moment of receipt is taken from the sender: what comes late is said to have come at the deadline.
    ReceiptIsTold,
}

/// A model.
pub(crate) struct Walk {
    pub(crate) start: State,
    pub(crate) moves: Vec<Move>,
    /// How many steps a history has at most.
    pub(crate) steps: usize,
    /// Moments after a deadline that matter, in milliseconds.
    pub(crate) moments: &'static [i64],
    /// How long one waits where no deadline lies ahead, in milliseconds.
    pub(crate) pause: i64,
    /// How many nodes decide.
    pub(crate) nodes: usize,
    /// What is broken on purpose.
    pub(crate) fault: Option<Fault>,
    pub(crate) properties: Vec<Property<Walk>>,
}

/// A step of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// A move (its rank) that a node decides.
    Move(usize, usize, &'static str),
    /// The clock goes on to the next moment that matters.
    Waits,
    /// A node reads what the others have appended.
    CatchesUp(usize),
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Move(_, 0, name) => f.write_str(name),
            Self::Move(_, node, name) => write!(f, "{name}, at node {}", node + 1),
            Self::Waits => f.write_str("time passes"),
            Self::CatchesUp(node) => write!(f, "node {} reads on", node + 1),
        }
    }
}

/// Where a history has come to.
#[derive(Clone, Debug)]
pub(crate) struct Walked {
    /// What the record folds to.
    pub(crate) head: Arc<State>,
    /// What each node knows.
    nodes: Vec<Arc<State>>,
    pub(crate) now: Instant,
    pub(crate) steps: usize,
    pub(crate) seen: Seen,
    digest: u64,
}

/// What was true of a history beside what the law made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Seen {
    /// The record holds an act that the law refuses.
    pub(crate) unlawful: bool,
    /// Procedures to which one of the electorate objected, in truth before the deadline.
    pub(crate) objected: BTreeSet<Id>,
    /// Procedures that something ended which came, in truth, after the deadline.
    pub(crate) ended_by_late: BTreeSet<Id>,
    /// Who (last) said yes as chair to which thing.
    agreed: BTreeSet<(Id, Id)>,
    /// A procedure was confirmed while one of the chairs of that moment had not said yes.
    pub(crate) alone: bool,
    /// Decisions of a meeting by others than those who were there with the right to object.
    pub(crate) decided_by_others: BTreeSet<Id>,
    /// Who said in writing that it stands behind the text, and did not take that back.
    pub(crate) endorsing: BTreeSet<Id>,
    /// What each said last in a vote, in truth before its deadline.
    pub(crate) voted: BTreeMap<(Id, Id), Choice>,
    pub(crate) closed_twice: bool,
    closed: BTreeSet<Id>,
}

impl Hash for Walked {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.digest.hash(hasher);
    }
}

impl PartialEq for Walked {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Walked {
    fn begin(walk: &Walk) -> Self {
        let head = Arc::new(walk.start.clone());
        Self {
            nodes: vec![Arc::clone(&head); walk.nodes],
            head,
            now: BEGINNING,
            steps: 0,
            seen: Seen::default(),
            digest: 0,
        }
        .digested()
    }

    fn digested(mut self) -> Self {
        let mut hasher = DefaultHasher::new();
        essence(&self.head).hash(&mut hasher);
        for node in &self.nodes {
            // A node that has read everything knows nothing else.
            if node.acts == self.head.acts && !self.seen.unlawful {
                0_u8.hash(&mut hasher);
            } else {
                essence(node).hash(&mut hasher);
            }
        }
        (self.now.as_millis(), &self.seen).hash(&mut hasher);
        self.digest = hasher.finish();
        self
    }

    /// The last procedure on the text.
    pub(crate) fn procedure(&self) -> Option<&Procedure> {
        let text = self.head.texts.values().next()?;
        self.head.last_procedure(text)
    }

    /// The id of the next thing of a kind, of which there are so many: the same in every history.
    pub(crate) fn next(&self, kind: &str, so_far: usize) -> Id {
        id(&format!("{kind}{so_far}"))
    }

    /// The next moment that matters: at a deadline or soon after it; else a while on.
    fn next_moment(&self, walk: &Walk) -> Instant {
        let open = self
            .head
            .procedures
            .values()
            .filter(|p| p.standing == Standing::Running);
        let rounds = self.head.rounds.values().filter(|r| r.closed.is_none());
        let votes = self.head.votes.values().filter(|vote| vote.is_running());
        let votes = votes.filter_map(|vote| Some(vote.deadline?.0));
        let deadlines = open.map(|p| p.deadline).chain(rounds.map(|r| r.deadline));
        let deadlines = deadlines.chain(votes);
        let moments = deadlines.flat_map(|deadline| {
            let after = move |after: &i64| deadline.plus_millis(*after);
            walk.moments.iter().map(after)
        });
        let ahead = moments.filter(|moment| *moment > self.now);
        ahead
            .min()
            .unwrap_or_else(|| self.now.plus_millis(walk.pause))
    }

    /// What truly happened, whatever the acts say. `reached`: when the request reached the group.
    fn see(&mut self, acts: &[Act], reached: Instant) {
        let mut reached = reached;
        for act in acts {
            match &act.fact {
                Fact::PositionGiven(f) => {
                    let found = self.head.procedures.get(&f.procedure);
                    // Whoever explains a message says what that message said.
                    let explained = found
                        .filter(|p| p.is_doubtful(f.organisation))
                        .and_then(|p| p.positions.get(&f.organisation));
                    reached = explained.map_or(reached, |message| message.received.min(reached));
                    self.objected(f.procedure, f.position, reached);
                }
                Fact::PositionEntered(f) => {
                    reached = f.arrived;
                    self.objected(f.procedure, f.position, reached);
                }
                Fact::SilenceBroken(f) if act.hat != group::Hat::System => {
                    let found = self.head.procedures.get(&f.procedure);
                    if found.is_some_and(|p| !p.in_time(reached)) {
                        self.seen.ended_by_late.insert(f.procedure);
                    }
                }
                Fact::SilenceConfirmed(f) => {
                    let chairs = self.head.chairs(self.head.day(self.now)).into_iter();
                    let mut others = chairs.filter(|chair| Some(*chair) != act.organisation);
                    let agreed = |chair| self.seen.agreed.contains(&(f.procedure, chair));
                    self.seen.alone |= !others.all(agreed);
                }
                Fact::VoteCast(f) => {
                    let found = self.head.votes.get(&f.vote);
                    if found.is_some_and(|vote| vote.in_time(reached)) {
                        self.seen.voted.insert((f.vote, f.organisation), f.choice);
                    }
                }
                Fact::VoteClosed(f) => self.seen.closed_twice |= !self.seen.closed.insert(f.vote),
                Fact::DecisionAdopted(f) if f.vote.is_none() => {
                    let meeting = f.meeting.and_then(|id| self.head.meetings.get(&id));
                    let present =
                        meeting.map(|found| self.head.deciding(found, self.head.day(self.now)));
                    if present.is_some_and(|present| present != f.participants) {
                        self.seen.decided_by_others.insert(f.decision);
                    }
                }
                Fact::ChairAgreed(f) => {
                    self.seen
                        .agreed
                        .extend(act.organisation.map(|by| (f.thing, by)));
                }
                Fact::EndorsementGiven(f) => {
                    self.seen.endorsing.insert(f.organisation);
                }
                Fact::EndorsementWithdrawn(f) => {
                    self.seen.endorsing.remove(&f.organisation);
                }
                Fact::DecisionAnnulled(_) => self.seen.endorsing.clear(),
                _ => {}
            }
        }
    }

    fn objected(&mut self, procedure: Id, position: PositionKind, reached: Instant) {
        let found = self.head.procedures.get(&procedure);
        let counts = found.is_some_and(|p| p.in_time(reached) && p.is_unconfirmed());
        if position.breaks_silence() && counts {
            self.seen.objected.insert(procedure);
        }
    }
}

/// What a state says, without the numbers of the acts that made it so: they decide nothing.
fn essence(state: &State) -> String {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for name in [
                    "act",
                    "acts",
                    "size_at_deadline",
                    "last_time",
                    "handed_over",
                    "recorded",
                ] {
                    fields.remove(name);
                }
                fields.values_mut().for_each(strip);
            }
            Value::Array(values) => values.iter_mut().for_each(strip),
            _ => {}
        }
    }
    // The people and the rules stay as they are in all models, but for the terms of office.
    let said = (
        (
            &state.procedures,
            &state.texts,
            &state.votes,
            &state.rounds,
            &state.decisions,
        ),
        (
            &state.inbox,
            &state.outages,
            &state.terms,
            state.agreements(),
            &state.meetings,
        ),
    );
    let mut value = serde_json::to_value(said).unwrap_or_default();
    strip(&mut value);
    value.to_string()
}

impl Model for Walk {
    type State = Walked;
    type Action = Taken;

    fn init_states(&self) -> Vec<Walked> {
        vec![Walked::begin(self)]
    }

    fn actions(&self, state: &Walked, actions: &mut Vec<Taken>) {
        // A record that holds what the law refuses is none: nothing follows.
        if state.seen.unlawful || state.steps == self.steps {
            return;
        }
        for node in 0..self.nodes {
            for (rank, each) in self.moves.iter().enumerate() {
                actions.push(Taken::Move(rank, node, each.name));
            }
            if state.nodes[node].acts != state.head.acts {
                actions.push(Taken::CatchesUp(node));
            }
        }
        actions.push(Taken::Waits);
    }

    fn next_state(&self, from: &Walked, taken: Taken) -> Option<Walked> {
        let mut to = from.clone();
        to.steps += 1;
        match taken {
            Taken::Waits => to.now = from.next_moment(self),
            Taken::CatchesUp(node) => to.nodes[node] = Arc::clone(&from.head),
            Taken::Move(rank, node, _) => {
                let each = self.moves.get(rank)?;
                let command = (each.command)(from)?;
                self.carry_out(&mut to, node, each.actor, &command)?;
            }
        }
        Some(to.digested())
    }

    fn properties(&self) -> Vec<Property<Self>> {
        self.properties.clone()
    }

    fn within_boundary(&self, state: &Walked) -> bool {
        state.steps <= self.steps
    }
}

impl Walk {
    /// A command at a node: decided on what the node knows, appended where the head is still that.
    fn carry_out(
        &self,
        to: &mut Walked,
        node: usize,
        actor: Actor,
        command: &Command,
    ) -> Option<()> {
        let mut received = to.now;
        if self.fault == Some(Fault::ReceiptIsTold) {
            let silence = to.procedure().map(|found| found.deadline);
            let vote = vote::last(to).filter(|vote| vote.is_running());
            let deadline = vote
                .and_then(|vote| vote.deadline)
                .map(|(at, _)| at)
                .or(silence);
            received = deadline.map_or(received, |deadline| received.min(deadline));
        }
        let stale = to.nodes[node].acts != to.head.acts;
        if stale && self.fault != Some(Fault::NoHeadCheck) {
            to.nodes[node] = Arc::clone(&to.head);
        }
        let (after, acts) = done(&to.nodes[node], actor, command, received, to.now).ok()?;
        if acts.is_empty() {
            return None;
        }
        let truly = to.now;
        to.see(&acts, truly);
        if stale && self.fault == Some(Fault::NoHeadCheck) {
            let fold = |state, act| group::admit(state, act);
            match acts.iter().try_fold(State::clone(&to.head), fold) {
                Ok(head) => to.head = Arc::new(head),
                Err(_) => to.seen.unlawful = true,
            }
        } else {
            to.head = Arc::new(after);
        }
        to.nodes[node] = Arc::clone(&to.head);
        Some(())
    }
}
