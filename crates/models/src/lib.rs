//! The law walked through from end to end: each model takes a small group, lets its people do what they may
//! in every order and at the moments that matter, decides and admits each of it with the law itself, and holds
//! properties on every state that comes about (5-procedures, *The law*).
//!
//! A model tells nothing of its own about what is lawful: [`group::decide`] and [`group::admit`] say it.

mod catalogue;
mod holds;
mod meeting;
mod moves;
mod people;
mod vote;
mod walk;

use stateright::{Checker as _, Expectation, Model as _};

pub use catalogue::NAMES;
pub use walk::Fault;

/// What a check came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Different states that were looked at.
    pub states: usize,
    /// How many steps the longest of the histories had.
    pub depth: usize,
    /// Whether all states within the model's bounds were looked at.
    pub whole: bool,
    pub verdicts: Vec<Verdict>,
}

/// What a check says of one property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub property: &'static str,
    /// Whether something must be able to happen; else: whether something must hold always.
    pub possible: bool,
    pub holds: bool,
    /// The steps that lead to the state that shows it: of what must be possible an example, of what must hold
    /// a counterexample.
    pub steps: Vec<String>,
}

impl Report {
    /// Whether all properties hold.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.verdicts.iter().all(|verdict| verdict.holds)
    }
}

/// Walks through the model of this name: within its bounds, or (`long`) some steps further. `fault` breaks
/// something beside the law on purpose. `None`: there is no model of this name.
#[must_use]
pub fn check(name: &str, long: bool, fault: Option<Fault>) -> Option<Report> {
    let model = catalogue::model(name, long, fault)?;
    let checker = model.checker().threads(2).spawn_bfs().join();
    let mut discoveries = checker.discoveries();
    let verdicts = checker.model().properties().into_iter().map(|property| {
        let possible = matches!(property.expectation, Expectation::Sometimes);
        let found = discoveries.remove(property.name);
        let holds = found.is_some() == possible;
        let steps = found.map_or_else(Vec::new, |path| {
            let actions = path.into_actions().into_iter();
            actions.map(|action| action.to_string()).collect()
        });
        Verdict {
            property: property.name,
            possible,
            holds,
            steps,
        }
    });
    let verdicts = verdicts.collect();
    Some(Report {
        states: checker.unique_state_count(),
        depth: checker.max_depth(),
        whole: checker.is_done(),
        verdicts,
    })
}
