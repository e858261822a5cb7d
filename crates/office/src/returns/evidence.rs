//! What the secretariat holds in its hands while it enters an answer for another organisation.

use group::parts::{EvidenceKind, ReturnForm};
use group::state::Round;
use group::{Filed, Instant};
use serde::{Deserialize, Serialize};
use store::{BlobId, DraftEdit, DraftError, DraftRef};

use super::{FILE_NAME, Sender, seen};
use crate::files::blob;
use crate::running::{Failed, Office};

/// How an answer reached the group, as far as it is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub arrived: Instant,
    /// Name of the message that is kept; `None` where the marked-up file is all that came.
    pub file_name: Option<String>,
    file: Option<String>,
    /// A short answer that it was read as, to be entered where nothing else is.
    #[serde(default)]
    pub short: Option<ReturnForm>,
}

impl Evidence {
    /// The kept message as acts name it.
    pub(super) fn filed(&self) -> Option<Filed> {
        self.file.clone().map(|id| Filed { id })
    }
}

impl Office {
    /// Keeps how an answer came; without a file the one that was kept before stays.
    ///
    /// # Errors
    /// When the message arrived before the round was opened or lies ahead, or the store fails.
    pub fn keep_evidence(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
        (kind, arrived): (EvidenceKind, Instant),
        file: Option<(&str, &[u8])>,
    ) -> Result<(), Failed> {
        if arrived > self.now() || arrived < round.opened {
            return Err(group::Refusal::ArrivedAfter {}.into());
        }
        let before = self.evidence(group, sender)?;
        let mut evidence = Evidence {
            kind,
            arrived,
            file_name: None,
            file: None,
            short: before.as_ref().and_then(|(before, _)| before.short),
        };
        if let Some((name, bytes)) = file {
            let kept = self.keep(group, bytes)?;
            evidence.file_name = Some(name.chars().take(FILE_NAME).collect());
            evidence.file = Some(kept.id.to_string());
        } else if let Some((before, _)) = &before {
            evidence.file_name.clone_from(&before.file_name);
            evidence.file.clone_from(&before.file);
        }
        let files: Vec<BlobId> = match &evidence.file {
            Some(file) => vec![blob(file)?],
            None => Vec::new(),
        };
        let edit = DraftEdit {
            key: sender.key("evidence"),
            value: serde_json::to_string(&evidence).map_err(|e| Failed::Store(e.to_string()))?,
            files,
            expected: before.as_ref().map(|(_, seen)| seen.revision),
            now: self.clock.machine().as_millis(),
        };
        match self.store.put_draft(&self.key(group)?, &edit) {
            // A double press: what the other one said stands.
            Err(DraftError::Conflict { .. }) => {
                let own = evidence.file.filter(|_| file.is_some());
                return own.map_or(Ok(()), |own| self.forget(group, &own));
            }
            other => other?,
        };
        let replaced = before.and_then(|(before, _)| before.file);
        match replaced.filter(|_| file.is_some()) {
            Some(old) => self.forget(group, &old),
            None => Ok(()),
        }
    }

    /// Notes the short answer that a message was read as.
    pub(crate) fn propose_short(
        &self,
        group: &str,
        sender: Sender,
        form: ReturnForm,
    ) -> Result<(), Failed> {
        let Some((mut evidence, seen)) = self.evidence(group, sender)? else {
            return Ok(());
        };
        evidence.short = Some(form);
        let files = evidence.file.as_deref().map(blob).transpose()?;
        let edit = DraftEdit {
            key: seen.key,
            value: serde_json::to_string(&evidence).map_err(|e| Failed::Store(e.to_string()))?,
            files: files.into_iter().collect(),
            expected: Some(seen.revision),
            now: self.clock.machine().as_millis(),
        };
        self.store.put_draft(&self.key(group)?, &edit)?;
        Ok(())
    }

    /// How the answer came that is being entered; `None` while nobody has said it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn evidence(
        &self,
        group: &str,
        sender: Sender,
    ) -> Result<Option<(Evidence, DraftRef)>, Failed> {
        let Some(found) = self.draft_at(group, &sender.key("evidence"))? else {
            return Ok(None);
        };
        let evidence =
            serde_json::from_str(&found.value).map_err(|e| Failed::Store(e.to_string()))?;
        Ok(Some((evidence, seen(found))))
    }

    /// The evidence of an answer that is sent now, with the draft that it uses up; nothing where the
    /// organisation answers itself.
    pub(super) fn evidence_of(
        &self,
        group: &str,
        sender: Sender,
    ) -> Result<Option<(Evidence, DraftRef)>, Failed> {
        if sender.entered_by.is_none() {
            return Ok(None);
        }
        let missing = group::Refusal::Missing { what: "evidence" };
        Ok(Some(self.evidence(group, sender)?.ok_or(missing)?))
    }
}
