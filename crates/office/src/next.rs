//! The next version: the clean text that the issued responses make.

use std::collections::BTreeMap;
use std::sync::Arc;

use group::parts::Verdict;
use group::state::{Round, State};
use group::{Command, Id};
use redline::reading::{ComparedParagraph, compare};

use crate::answers::{choices, problem};
use crate::files::blob;
use crate::models::Paragraphs;
use crate::running::{Asking, Done, Failed, Office};

/// What the next version will be.
pub struct NextText {
    /// As "draft 2".
    pub label: String,
    pub compared: Vec<ComparedParagraph>,
    /// Items left for discussion: they go into the covering note.
    pub left: Vec<String>,
    clean: Vec<u8>,
    compilation: Id,
}

impl Office {
    /// The paragraphs of the version that a round is about.
    pub(crate) fn round_base(
        &self,
        group: &str,
        state: &State,
        round: &Round,
    ) -> Result<Paragraphs, Failed> {
        let version = state
            .texts
            .get(&round.text)
            .and_then(|text| text.version(round.version))
            .ok_or(group::Refusal::Unknown { what: "version" })?;
        self.paragraphs(group, &blob(&version.file)?)
    }

    /// Makes the next version from a round's responses, without tabling it.
    ///
    /// # Errors
    /// When the responses are not issued, or a file can't be read.
    pub fn next_text(&self, group: &str, round: &Round) -> Result<Arc<NextText>, Failed> {
        let of = round.compilation.as_ref().map(|compilation| compilation.id);
        if let Some(made) = of.and_then(|of| self.models.next.find(&of)) {
            return Ok(made);
        }
        let made = Arc::new(self.make_next(group, round)?);
        self.models.next.keep(made.compilation, &made);
        Ok(made)
    }

    fn make_next(&self, group: &str, round: &Round) -> Result<NextText, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let state = &loaded.state;
        let (Some(compilation), Some(responses)) = (&round.compilation, &round.responses) else {
            return Err(group::Refusal::NotIssued {}.into());
        };
        let model = self.model(group, &blob(&compilation.model)?)?;
        let statements = responses
            .statements
            .reveal()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let wordings: BTreeMap<&str, &str> = statements
            .iter()
            .filter_map(|s| Some((s.item.as_str(), s.wording.as_deref()?)))
            .collect();
        let choices = choices(&model, |item| {
            let verdict = responses.verdicts.get(item)?;
            Some((*verdict, wordings.get(item).copied()))
        });
        let base = self.round_base(group, state, round)?;
        let edits = redline::choices::edits(&model, &choices).map_err(problem)?;
        let version = state
            .texts
            .get(&round.text)
            .and_then(|text| text.version(round.version))
            .ok_or(group::Refusal::Unknown { what: "version" })?;
        let document = self.document(group, &blob(&version.file)?)?;
        let clean = redline::write::clean(&document, &edits);
        let after: Vec<String> = redline::open(&clean)
            .map_err(|error| Failed::File(error.to_string()))?
            .paragraphs()
            .into_iter()
            .map(|p| p.text)
            .collect();
        let before: Vec<String> = base.iter().map(|p| p.text.clone()).collect();
        let left = responses
            .verdicts
            .iter()
            .filter(|(_, verdict)| **verdict == Verdict::LeftForDiscussion)
            .map(|(item, _)| item.clone())
            .collect();
        Ok(NextText {
            label: label_after(version.number),
            compared: compare(&before, &after),
            left,
            clean,
            compilation: compilation.id,
        })
    }

    /// Tables the next version from a round's responses.
    ///
    /// # Errors
    /// The law's refusal, or a file that can't be read.
    pub fn table_next(&self, group: &str, asking: &Asking, round: &Round) -> Result<Done, Failed> {
        let next = self.next_text(group, round)?;
        let kept = self.keep(group, &next.clean)?;
        let command = Command::TableVersion {
            text: round.text,
            label: next.label.clone(),
            sha256: kept.sha256.clone(),
            file: kept.filed(),
            after: Some(next.compilation),
        };
        self.execute(group, asking, &command, &[])
    }

    /// The paragraphs of a version of a text.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn version_paragraphs(
        &self,
        group: &str,
        version: &group::state::Version,
    ) -> Result<Arc<Vec<redline::ReadParagraph>>, Failed> {
        self.paragraphs(group, &blob(&version.file)?)
    }
}

/// The label of the version after number `number`; the first one is the zero draft.
#[must_use]
pub fn label_after(number: u32) -> String {
    format!("draft {number}")
}
