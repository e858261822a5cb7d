//! Words typed paragraph by paragraph: a draft of the organisation until the return is sent.

use std::collections::BTreeMap;

use redline::Document;
use redline::returns::{Typed, typed};
use serde::{Deserialize, Serialize};
use store::{DraftEdit, DraftError, DraftRef};

use super::{Sender, seen};
use crate::running::{Failed, Office};

/// Most characters of what is typed for one paragraph, words and remark each.
pub(crate) const MOST_TYPED: usize = group::limits::STATEMENT;

/// What somebody typed for one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedParagraph {
    /// How the paragraph should read; `None` leaves it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// All that was typed, by paragraph of the base from 1.
#[derive(Clone, Debug, Default)]
pub struct TypedSoFar {
    pub paragraphs: BTreeMap<usize, TypedParagraph>,
    pub(super) seen: Option<DraftRef>,
}

impl TypedSoFar {
    /// As a marked-up file under that name.
    pub(super) fn as_file(&self, base: &Document, author: &str) -> Vec<u8> {
        let all = self.paragraphs.iter().map(|(paragraph, said)| Typed {
            paragraph: *paragraph,
            words: said.words.clone(),
            comment: said.comment.clone(),
        });
        typed(base, &all.collect::<Vec<_>>(), author)
    }
}

impl Office {
    /// What was typed so far.
    ///
    /// # Errors
    /// When the store fails.
    pub fn typed_so_far(&self, group: &str, sender: Sender) -> Result<TypedSoFar, Failed> {
        let Some(found) = self.draft_at(group, &sender.key("typed"))? else {
            return Ok(TypedSoFar::default());
        };
        let paragraphs =
            serde_json::from_str(&found.value).map_err(|e| Failed::Store(e.to_string()))?;
        Ok(TypedSoFar {
            paragraphs,
            seen: Some(seen(found)),
        })
    }

    /// Keeps what was typed for a paragraph; nothing (`words` and `comment` both `None`) takes it back. What
    /// colleagues type for other paragraphs at the same moment stays.
    ///
    /// # Errors
    /// [`group::Refusal::TooLong`], or a failure of the store.
    pub fn type_paragraph(
        &self,
        group: &str,
        sender: Sender,
        paragraph: usize,
        said: &TypedParagraph,
    ) -> Result<(), Failed> {
        for text in said.words.iter().chain(&said.comment) {
            if text.chars().count() > MOST_TYPED {
                let too_long = group::Refusal::TooLong {
                    what: "wording",
                    limit: MOST_TYPED,
                };
                return Err(too_long.into());
            }
        }
        let key = self.key(group)?;
        loop {
            let mut typed = self.typed_so_far(group, sender)?;
            if *said == TypedParagraph::default() {
                typed.paragraphs.remove(&paragraph);
            } else {
                typed.paragraphs.insert(paragraph, said.clone());
            }
            let kept = match (&typed.seen, typed.paragraphs.is_empty()) {
                (None, true) => Ok(()),
                (Some(seen), true) => self.store.remove_draft(&key, seen),
                (_, false) => {
                    let edit = self.typed_edit(sender, &typed)?;
                    self.store.put_draft(&key, &edit).map(|_| ())
                }
            };
            match kept {
                // Somebody typed elsewhere in between: on top of that.
                Err(DraftError::Conflict { .. }) => {}
                other => return Ok(other?),
            }
        }
    }

    fn typed_edit(&self, sender: Sender, typed: &TypedSoFar) -> Result<DraftEdit, Failed> {
        Ok(DraftEdit {
            key: sender.key("typed"),
            value: serde_json::to_string(&typed.paragraphs)
                .map_err(|e| Failed::Store(e.to_string()))?,
            files: Vec::new(),
            expected: typed.seen.as_ref().map(|seen| seen.revision),
            now: self.clock.machine().as_millis(),
        })
    }
}
