//! Who answers in a round, and under which id and name: each organisation under its own, or in a
//! restricted round (announced without names) under a random token and a number. The law sees the tokens;
//! who is behind them is known here alone, and told to whom it concerns.

use group::parts::Behind;
use group::state::{Return, Round, State};
use group::{Command, Id, Instant};

use crate::clock::fresh_id;
use crate::running::Office;

/// What a model calls an organisation of a restricted round, before its number.
const NUMBERED: &str = "Organisation ";

/// The organisations of a round, whatever the ids are under which they answer in it.
pub trait Voices {
    /// Those that are asked, in protocol order.
    fn asked(&self) -> Vec<Id>;

    /// The id under which an organisation answers; `None`: it is not asked.
    fn voice(&self, organisation: Id) -> Option<Id>;

    /// The organisation that answers under an id.
    fn organisation(&self, voice: Id) -> Option<Id>;

    /// Whether an organisation is asked.
    fn asks(&self, organisation: Id) -> bool {
        self.voice(organisation).is_some()
    }

    /// The answer of an organisation that is in force.
    fn return_of(&self, organisation: Id) -> Option<&Return>;
}

impl Voices for Round {
    fn asked(&self) -> Vec<Id> {
        if self.is_restricted() {
            return behind(self).iter().map(|one| one.organisation).collect();
        }
        self.electorate.clone()
    }

    fn voice(&self, organisation: Id) -> Option<Id> {
        if self.is_restricted() {
            let mut behind = behind(self).iter();
            return behind
                .find(|one| one.organisation == organisation)
                .map(|one| one.token);
        }
        self.electorate
            .contains(&organisation)
            .then_some(organisation)
    }

    fn organisation(&self, voice: Id) -> Option<Id> {
        if self.is_restricted() {
            let mut behind = behind(self).iter();
            return behind
                .find(|one| one.token == voice)
                .map(|one| one.organisation);
        }
        Some(voice)
    }

    fn return_of(&self, organisation: Id) -> Option<&Return> {
        self.returns.get(&self.voice(organisation)?)
    }
}

fn behind(round: &Round) -> &[Behind] {
    round.behind.reveal().map_or(&[], Vec::as_slice)
}

/// The number that stands for a name in a restricted round: the rank of a token, from 1, which is random.
#[must_use]
pub fn number_of(name: &str) -> Option<usize> {
    name.strip_prefix(NUMBERED)?.parse().ok()
}

/// What the compilation of a round calls whoever answers under an id: its name, or a number.
pub(crate) fn name_of_voice(state: &State, round: &Round, voice: Id) -> Option<String> {
    if round.is_restricted() {
        let rank = round.electorate.iter().position(|one| *one == voice)?;
        // As many digits as the last one has, so that the names sort as the numbers do.
        let width = round.electorate.len().to_string().len();
        return Some(format!("{NUMBERED}{:0width$}", rank + 1));
    }
    let organisation = state.organisations.get(&voice)?;
    Some(organisation.brief().to_owned())
}

/// The id under which whoever the compilation of a round calls so answers in it.
pub(crate) fn voice_named(state: &State, round: &Round, name: &str) -> Option<Id> {
    if round.is_restricted() {
        let rank = number_of(name)?.checked_sub(1)?;
        return round.electorate.get(rank).copied();
    }
    let mut organisations = state.organisations.iter();
    organisations
        .find(|(_, found)| found.brief() == name)
        .map(|(id, _)| *id)
}

impl Office {
    /// Who is behind the tokens of the round that a command is about; fresh ones for a round that it opens.
    pub(crate) fn behind(&self, state: &State, command: &Command, now: Instant) -> Vec<Behind> {
        let Some(round) = command.round() else {
            return Vec::new();
        };
        if let Some(found) = state.rounds.get(&round) {
            return behind(found).to_vec();
        }
        // All at one instant, so that their order tells nothing.
        let asked = state.electorate(state.day(now), |rights| rights.may_comment);
        let token = |organisation| Behind {
            token: fresh_id(now, self.dice.as_ref()),
            organisation,
        };
        asked.into_iter().map(token).collect()
    }
}
