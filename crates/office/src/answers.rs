//! The penholder's answers at the desk: drafts of its team until the responses are issued.

mod together;

use std::collections::BTreeMap;

use group::parts::{Statement, Verdict, Verdicted};
use group::state::{Round, State};
use group::{Command, Id};
use redline::choices::{Choice, ChoiceProblem};
use redline::model::Model;
use serde::{Deserialize, Serialize};
use store::{DraftEdit, DraftError, DraftKey, DraftRef};

use crate::files::blob;
use crate::running::{Asking, Done, Failed, Office};

pub use together::only_signs;

/// An answer to a proposal or a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub verdict: Verdict,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The seat that gave it.
    pub by: Id,
}

/// The answers of a round so far: by item, with the revision that was seen.
pub type Answers = BTreeMap<String, (Answer, u64)>;

/// What became of saving an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerSaved {
    Saved,
    /// Somebody else answered in between (`None`: took the answer back). Nothing was changed.
    Met(Option<(Answer, u64)>),
}

/// Where the drafts of a round's answers stand.
#[must_use]
pub fn answer_place(round: Id, item: &str) -> String {
    format!("answer/{round}/{item}")
}

fn key(state: &State, round: &Round, item: &str) -> Result<DraftKey, Failed> {
    let text = state
        .texts
        .get(&round.text)
        .ok_or(group::Refusal::Unknown { what: "text" })?;
    Ok(DraftKey {
        organisation: text.penholder.to_string(),
        seat: String::new(),
        place: answer_place(round.id, item),
    })
}

impl Office {
    /// All answers of a round that the penholder's team has given so far.
    ///
    /// # Errors
    /// When the store fails.
    pub fn answers(&self, group: &str, round: &Round) -> Result<Answers, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let prefix = key(&loaded.state, round, "")?;
        let drafts = self
            .store
            .drafts(&self.key(group)?, &prefix.organisation, &prefix.place)?;
        Ok(drafts
            .into_iter()
            .filter_map(|draft| {
                let item = draft.key.place.strip_prefix(&prefix.place)?.to_owned();
                Some((
                    item,
                    (serde_json::from_str(&draft.value).ok()?, draft.revision),
                ))
            })
            .collect())
    }

    /// Saves an answer (`Some`) or takes it back (`None`), if the draft still is the one that was seen.
    ///
    /// # Errors
    /// When the store fails, or the responses are issued already.
    pub fn answer(
        &self,
        group: &str,
        round: &Round,
        item: &str,
        seen: Option<u64>,
        answer: Option<&Answer>,
    ) -> Result<AnswerSaved, Failed> {
        if round.responses.is_some() {
            return Err(group::Refusal::Issued {}.into());
        }
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let draft = key(&loaded.state, round, item)?;
        let store_key = self.key(group)?;
        let saved = match (answer, seen) {
            (Some(answer), expected) => {
                let value =
                    serde_json::to_string(answer).map_err(|e| Failed::Store(e.to_string()))?;
                let now = self.clock.machine().as_millis();
                let edit = DraftEdit {
                    key: draft,
                    value,
                    files: Vec::new(),
                    expected,
                    now,
                };
                self.store.put_draft(&store_key, &edit).map(|_| ())
            }
            (None, Some(revision)) => self.store.remove_draft(
                &store_key,
                &DraftRef {
                    key: draft,
                    revision,
                },
            ),
            (None, None) => Ok(()),
        };
        match saved {
            Ok(()) => Ok(AnswerSaved::Saved),
            Err(DraftError::Conflict { current }) => {
                let theirs = current.and_then(|draft| {
                    Some((serde_json::from_str(&draft.value).ok()?, draft.revision))
                });
                Ok(AnswerSaved::Met(theirs))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Issues the responses of a round's frozen compilation: every answer as a full statement.
    ///
    /// # Errors
    /// The law's refusal (an answer or a reason is missing, the compilation is older than a return), or
    /// two proposals taken that can't both stand.
    pub fn issue(&self, group: &str, asking: &Asking, round: &Round) -> Result<Done, Failed> {
        let compilation = round
            .compilation
            .as_ref()
            .ok_or(group::Refusal::NotFrozen {})?;
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let model = self.model(group, &blob(&compilation.model)?)?;
        let answers = self.answers(group, round)?;
        redline::choices::edits(
            &model,
            &choices(&model, |item| {
                answers
                    .get(item)
                    .map(|(answer, _)| (answer.verdict, answer.wording.as_deref()))
            }),
        )
        .map_err(problem)?;
        let mut verdicts = Vec::new();
        let mut statements = Vec::new();
        let mut drafts = Vec::new();
        for item in compilation.items() {
            let Some((answer, revision)) = answers.get(item) else {
                continue;
            };
            verdicts.push(Verdicted {
                item: item.to_owned(),
                verdict: answer.verdict,
                reasoned: answer.reason.is_some(),
            });
            statements.push(statement(&model, item, answer));
            drafts.push(DraftRef {
                key: key(&loaded.state, round, item)?,
                revision: *revision,
            });
        }
        let command = Command::IssueResponses {
            compilation: compilation.id,
            verdicts,
            statements,
        };
        self.execute(group, asking, &command, &drafts)
    }
}

/// The choices that answers make, for the engine.
pub(crate) fn choices<'a>(
    model: &Model,
    answer: impl Fn(&str) -> Option<(Verdict, Option<&'a str>)>,
) -> BTreeMap<String, Choice> {
    let choice = |(verdict, wording): (Verdict, Option<&str>)| match verdict {
        Verdict::Taken => Choice::Take,
        Verdict::InOtherWords => Choice::InOtherWords(wording.unwrap_or_default().to_owned()),
        Verdict::NotTaken => Choice::NotTaken,
        Verdict::Noted => Choice::Noted,
        Verdict::Bracketed => Choice::Bracket,
        Verdict::LeftForDiscussion => Choice::LeaveForDiscussion,
    };
    model
        .amendments
        .iter()
        .filter_map(|amendment| Some((amendment.id.clone(), choice(answer(&amendment.id)?))))
        .collect()
}

/// What the engine can't do with the choices, as the law says it.
pub(crate) fn problem(problem: ChoiceProblem) -> Failed {
    match problem {
        ChoiceProblem::Clash { one, other } => group::Refusal::BothTaken {
            first: one,
            second: other,
        }
        .into(),
        ChoiceProblem::Unknown { id } => group::Refusal::UnknownItem { item: id }.into(),
        ChoiceProblem::NoWords { .. } => group::Refusal::Missing { what: "wording" }.into(),
    }
}

fn statement(model: &Model, item: &str, answer: &Answer) -> Statement {
    let amendment = model
        .amendments
        .iter()
        .find(|amendment| amendment.id == item);
    let comment = model.comments.iter().find(|comment| comment.id == item);
    let place = |paragraph: usize, label: Option<&String>| {
        label
            .cloned()
            .unwrap_or_else(|| format!("paragraph {paragraph}"))
    };
    let (place, before, after) = match (amendment, comment) {
        (Some(a), _) => (
            place(a.paragraph, a.label.as_ref()),
            a.before.clone(),
            a.after.clone(),
        ),
        (None, Some(c)) => (place(c.paragraph, None), String::new(), c.text.clone()),
        (None, None) => (String::new(), String::new(), String::new()),
    };
    Statement {
        item: item.to_owned(),
        place,
        before,
        after,
        wording: answer.wording.clone(),
        reason: answer.reason.clone(),
    }
}
