//! A return on its way: kept as a draft before anything is checked, looked at, confirmed.

use std::collections::BTreeSet;

use group::parts::ReturnForm;
use group::state::Round;
use group::{Command, Id};
use redline::model::Model;
use redline::{Inspection, Submission};
use serde::{Deserialize, Serialize};
use store::{Draft, DraftEdit, DraftKey, DraftRef};

use crate::files::{blob, sha256};
use crate::running::{Asking, Done, Failed, Office};

/// What waits for the confirmation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnDraft {
    /// Name of the file as it was sent.
    pub file_name: String,
    file: String,
    /// In lower-case hex: what the check shows is this file and no other.
    pub sha256: String,
}

/// What became of sending what waits.
pub enum Sent {
    Done(Done),
    /// Another file waits by now than the one that was looked at: nothing was sent.
    OtherFile,
    /// A reply would be sent without the comment that it answers.
    ReplyAlone,
}

/// What was read in a file that waits.
pub struct CheckedReturn {
    pub draft: ReturnDraft,
    seen: DraftRef,
    /// The organisation's own edits, composed with the base alone.
    pub model: Model,
    /// Why a person should look, in sentences.
    pub look: Vec<String>,
    pub inspection: Inspection,
    /// Exactly this file is in force already.
    pub same_file: bool,
}

fn key(organisation: Id, round: Id) -> DraftKey {
    DraftKey {
        organisation: organisation.to_string(),
        seat: String::new(),
        place: format!("return/{round}"),
    }
}

impl Office {
    /// Keeps a file as the organisation's draft for a round, in place of one that waited. A file that
    /// the reader refuses is let go, and what waited before stays.
    ///
    /// # Errors
    /// [`Failed::File`] with the reader's sentence, or a failure of the store.
    pub fn keep_return(
        &self,
        group: &str,
        organisation: Id,
        round: Id,
        file_name: &str,
        bytes: &[u8],
    ) -> Result<(), Failed> {
        let kept = self.keep(group, bytes)?;
        if let Err(refused) = redline::open(bytes) {
            self.forget(group, kept.id.as_str())?;
            return Err(Failed::File(refused.to_string()));
        }
        let draft = ReturnDraft {
            file_name: file_name.chars().take(200).collect(),
            file: kept.id.to_string(),
            sha256: kept.sha256.clone(),
        };
        let waited = self.waiting(group, organisation, round)?;
        let edit = DraftEdit {
            key: key(organisation, round),
            value: serde_json::to_string(&draft).map_err(|e| Failed::Store(e.to_string()))?,
            files: vec![kept.id],
            expected: waited.as_ref().map(|(_, seen)| seen.revision),
            now: self.clock.machine().as_millis(),
        };
        match self.store.put_draft(&self.key(group)?, &edit) {
            // A double press: the other upload of the same moment waits, and this one is let go.
            Err(store::DraftError::Conflict { .. }) => {
                return self.forget(group, &draft.file);
            }
            other => other?,
        };
        match waited {
            Some((before, _)) => self.forget(group, &before.file),
            None => Ok(()),
        }
    }

    /// What waits for the organisation's confirmation.
    ///
    /// # Errors
    /// When the store fails.
    pub fn waiting(
        &self,
        group: &str,
        organisation: Id,
        round: Id,
    ) -> Result<Option<(ReturnDraft, DraftRef)>, Failed> {
        let found: Option<Draft> = self
            .store
            .draft(&self.key(group)?, &key(organisation, round))?;
        let Some(found) = found else { return Ok(None) };
        let seen = DraftRef {
            key: found.key,
            revision: found.revision,
        };
        let draft = serde_json::from_str(&found.value).map_err(|e| Failed::Store(e.to_string()))?;
        Ok(Some((draft, seen)))
    }

    /// Reads what waits: the proposals, what was not tracked, the comments.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn check_return(
        &self,
        group: &str,
        organisation: Id,
        round: &Round,
    ) -> Result<Option<CheckedReturn>, Failed> {
        let Some((draft, seen)) = self.waiting(group, organisation, round.id)? else {
            return Ok(None);
        };
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let state = &loaded.state;
        let (Some(version), Some(sender)) = (
            state
                .texts
                .get(&round.text)
                .and_then(|text| text.version(round.version)),
            state.organisations.get(&organisation),
        ) else {
            return Ok(None);
        };
        let base = self.document(group, &blob(&version.file)?)?;
        let document = self.document(group, &blob(&draft.file)?)?;
        let submission = Submission {
            organisation: sender.brief(),
            document: &document,
            sha256: &draft.sha256,
        };
        let earlier = self.earlier(group, state, round)?;
        let compiled = redline::compile(&base, &version.sha256, &earlier, &[submission]);
        let same_file = match round
            .returns
            .get(&organisation)
            .and_then(|one| one.file.as_ref())
        {
            // What is kept of a file is not always its bytes: it is packed anew.
            Some(file) => {
                let held = sha256(&self.file(group, &blob(file)?)?);
                held == draft.sha256 || held == sha256(&document.bytes())
            }
            None => false,
        };
        let inspection = redline::inspect(&document);
        Ok(Some(CheckedReturn {
            draft,
            seen,
            model: compiled.model,
            look: compiled.look,
            inspection,
            same_file,
        }))
    }

    /// Sends what waits, without the comments that are held back: their words never reach the round,
    /// and the file that had them is erased. `looked_at` is the SHA-256 of the file that the sender saw.
    ///
    /// # Errors
    /// The law's refusal (the draft then stays), or a file that can't be read.
    pub fn send_return(
        &self,
        group: &str,
        asking: &Asking,
        organisation: Id,
        round: &Round,
        looked_at: &str,
        held_back: &BTreeSet<String>,
    ) -> Result<Sent, Failed> {
        let Some(checked) = self.check_return(group, organisation, round)? else {
            return self.sent_before(group, asking).map(Sent::Done);
        };
        if checked.draft.sha256 != looked_at {
            return match self.sent_before(group, asking) {
                Ok(done) => Ok(Sent::Done(done)),
                Err(_) => Ok(Sent::OtherFile),
            };
        }
        let comments = &checked.inspection.comments;
        let alone = comments.iter().any(|comment| {
            let parent = comment.reply_to.as_ref();
            !held_back.contains(&comment.id) && parent.is_some_and(|id| held_back.contains(id))
        });
        if alone {
            return Ok(Sent::ReplyAlone);
        }
        let held_back: BTreeSet<String> = comments
            .iter()
            .map(|comment| comment.id.clone())
            .filter(|id| held_back.contains(id))
            .collect();
        let document = self.document(group, &blob(&checked.draft.file)?)?;
        let clean = if held_back.is_empty() {
            document.bytes()
        } else {
            document
                .without_comments(&held_back)
                .map_err(|e| Failed::File(e.to_string()))?
        };
        let sent = self.keep(group, &clean)?;
        let kept_comments = redline::open(&clean)
            .map_err(|e| Failed::File(e.to_string()))?
            .comments()
            .len();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let command = Command::Return {
            round: round.id,
            form: ReturnForm::MarkedUp,
            file: Some(sent.filed()),
            proposals: count(checked.model.amendments.len()),
            comments: count(kept_comments),
        };
        let done = self.execute(group, asking, &command, &[checked.seen]);
        match &done {
            // The upload held everything; only what was sent stays.
            Ok(Done { again: false, .. }) => self.forget(group, &checked.draft.file)?,
            _ => self.forget(group, sent.id.as_str())?,
        }
        done.map(Sent::Done)
    }

    /// "No comments" or "not in our mandate". What waits stays a draft.
    ///
    /// # Errors
    /// The law's refusal, or a failure of the store.
    pub fn answer_round(
        &self,
        group: &str,
        asking: &Asking,
        round: Id,
        form: ReturnForm,
    ) -> Result<Done, Failed> {
        let command = Command::Return {
            round,
            form,
            file: None,
            proposals: 0,
            comments: 0,
        };
        self.execute(group, asking, &command, &[])
    }

    /// Lets what waits go.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drop_return(&self, group: &str, organisation: Id, round: Id) -> Result<(), Failed> {
        let Some((draft, seen)) = self.waiting(group, organisation, round)? else {
            return Ok(());
        };
        self.store.remove_draft(&self.key(group)?, &seen)?;
        self.forget(group, &draft.file)
    }

    /// The answer to a second submit of a command whose draft is used up.
    fn sent_before(&self, group: &str, asking: &Asking) -> Result<Done, Failed> {
        self.done_before(group, asking)?.ok_or_else(|| {
            let missing = group::Refusal::Missing {
                what: "marked-up file",
            };
            missing.into()
        })
    }
}
