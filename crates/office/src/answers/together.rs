//! Answers that come together: to the other sides of a conflict, and to all that is only about signs.

use group::Id;
use group::parts::Verdict;
use group::state::Round;
use redline::choices::exclude_each_other;
use redline::model::{Amendment, Kind, Model};

use super::{Answer, AnswerSaved, Answers};
use crate::running::{Failed, Office};

/// What only differs in signs, is in nobody's way and has no answer yet.
#[must_use]
pub fn only_signs<'m>(model: &'m Model, answers: &Answers) -> Vec<&'m Amendment> {
    let all = model.amendments.iter();
    all.filter(|amendment| amendment.kind == Kind::Typographic && amendment.conflict.is_none())
        .filter(|amendment| !answers.contains_key(&amendment.id))
        .collect()
}

impl Office {
    /// Says of what can't stand beside a proposal that was taken that it is not taken, with this reason, where
    /// nobody has said anything of it yet. Returns how many there were.
    ///
    /// # Errors
    /// When the store fails.
    pub fn answer_others(
        &self,
        group: &str,
        round: &Round,
        model: &Model,
        taken: &str,
        (reason, by): (&str, Id),
    ) -> Result<usize, Failed> {
        let answers = self.answers(group, round)?;
        let mut count = 0;
        for other in others(model, taken) {
            if answers.contains_key(&other.id) {
                continue;
            }
            let answer = Answer {
                verdict: Verdict::NotTaken,
                wording: None,
                reason: Some(reason.to_owned()),
                by,
            };
            // Somebody who answers it at this moment has the word.
            let saved = self.answer(group, round, &other.id, None, Some(&answer))?;
            count += usize::from(saved == AnswerSaved::Saved);
        }
        Ok(count)
    }

    /// Takes back what [`Self::answer_others`] said with this reason; what was changed since stays.
    ///
    /// # Errors
    /// When the store fails.
    pub fn undo_others(
        &self,
        group: &str,
        round: &Round,
        model: &Model,
        taken: &str,
        reason: &str,
    ) -> Result<(), Failed> {
        let answers = self.answers(group, round)?;
        for other in others(model, taken) {
            let Some((answer, revision)) = answers.get(&other.id) else {
                continue;
            };
            let same = answer.reason.as_deref() == Some(reason);
            if answer.verdict == Verdict::NotTaken && same {
                self.answer(group, round, &other.id, Some(*revision), None)?;
            }
        }
        Ok(())
    }

    /// Takes all that is only about signs and in nobody's way. Returns how many there were.
    ///
    /// # Errors
    /// When the store fails, or the responses are issued already.
    pub fn take_signs(
        &self,
        group: &str,
        round: &Round,
        model: &Model,
        by: Id,
    ) -> Result<usize, Failed> {
        let answers = self.answers(group, round)?;
        let mut count = 0;
        for amendment in only_signs(model, &answers) {
            let answer = Answer {
                verdict: Verdict::Taken,
                wording: None,
                reason: None,
                by,
            };
            let saved = self.answer(group, round, &amendment.id, None, Some(&answer))?;
            count += usize::from(saved == AnswerSaved::Saved);
        }
        Ok(count)
    }
}

/// What can't stand beside a proposal.
fn others<'m>(model: &'m Model, taken: &str) -> Vec<&'m Amendment> {
    let Some(taken) = model.amendments.iter().find(|one| one.id == taken) else {
        return Vec::new();
    };
    let same = |one: &&Amendment| one.conflict.is_some() && one.conflict == taken.conflict;
    let all = model.amendments.iter().filter(same);
    all.filter(|one| exclude_each_other(one, taken)).collect()
}
