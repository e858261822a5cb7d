//! What an organisation's office writes for its head: a draft of the organisation, never an act.

use group::Id;
use serde::{Deserialize, Serialize};
use store::{DraftEdit, DraftError, DraftKey};

use crate::running::{Failed, Office};

/// What the office recommends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefWords {
    pub recommendation: String,
    pub red_lines: String,
}

/// What became of keeping it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefKept {
    Kept,
    /// A colleague wrote in between: what stands now, with its revision. Nothing was changed.
    Met(BriefWords, u64),
}

fn key(organisation: Id, about: Id) -> DraftKey {
    DraftKey {
        organisation: organisation.to_string(),
        seat: String::new(),
        place: format!("brief/{about}"),
    }
}

impl Office {
    /// What an organisation's office wrote on a text or a meeting, with its revision.
    ///
    /// # Errors
    /// When the store fails.
    pub fn brief_words(
        &self,
        group: &str,
        organisation: Id,
        about: Id,
    ) -> Result<(BriefWords, Option<u64>), Failed> {
        let found = self
            .store
            .draft(&self.key(group)?, &key(organisation, about))?;
        let Some(found) = found else {
            return Ok((BriefWords::default(), None));
        };
        let words = serde_json::from_str(&found.value).map_err(|e| Failed::Store(e.to_string()))?;
        Ok((words, Some(found.revision)))
    }

    /// Keeps it, if it still is what was seen.
    ///
    /// # Errors
    /// [`group::Refusal::TooLong`], or a failure of the store.
    pub fn keep_brief_words(
        &self,
        group: &str,
        organisation: Id,
        about: Id,
        seen: Option<u64>,
        words: &BriefWords,
    ) -> Result<BriefKept, Failed> {
        for text in [&words.recommendation, &words.red_lines] {
            if text.chars().count() > group::limits::PROSE {
                let too_long = group::Refusal::TooLong {
                    what: "brief",
                    limit: group::limits::PROSE,
                };
                return Err(too_long.into());
            }
        }
        let edit = DraftEdit {
            key: key(organisation, about),
            value: serde_json::to_string(words).map_err(|e| Failed::Store(e.to_string()))?,
            files: Vec::new(),
            expected: seen,
            now: self.clock.machine().as_millis(),
        };
        match self.store.put_draft(&self.key(group)?, &edit) {
            Ok(_) => Ok(BriefKept::Kept),
            Err(DraftError::Conflict { .. }) => {
                match self.brief_words(group, organisation, about)? {
                    // Sent twice, it meets itself.
                    (now, _) if now == *words => Ok(BriefKept::Kept),
                    (now, revision) => Ok(BriefKept::Met(now, revision.unwrap_or(0))),
                }
            }
            Err(error) => Err(error.into()),
        }
    }
}
