//! The comments on a version as one viewer may see them.

use std::sync::Arc;

use group::parts::{PenholderComment, Verdict};
use group::state::Round;
use group::{Id, Restricted};
use redline::model::Model;

use crate::answers::Answers;
use crate::desk::{DeliveredFile, TextSeen};
use crate::files::blob;
use crate::models::Paragraphs;
use crate::running::Failed;
use crate::voices::Voices as _;

/// A compilation that the viewer may see.
pub struct CompilationSeen {
    pub model: Arc<Model>,
    pub base: Paragraphs,
    /// Frozen, and every return in force is in it.
    pub frozen: bool,
    /// The team's drafts; empty for others and once the responses are issued.
    pub answers: Answers,
}

/// An answer as it is shown: a draft of the team, or issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAnswer {
    pub verdict: Verdict,
    pub wording: Option<String>,
    pub reason: Option<String>,
    /// The seat that drafted it; not for issued ones.
    pub by: Option<Id>,
}

impl<'d> TextSeen<'d> {
    /// Whether the viewer may see what was returned: the team always, the others once the round is
    /// closed and compiled, as it was announced.
    #[must_use]
    pub fn sees_returns(&self, round: &Round) -> bool {
        let compiled = round.closed.is_some() && round.compilation.is_some();
        self.is_team() || (self.desk.is_inside() && compiled)
    }

    /// The compilation of a round. `Ok(None)`: nothing is there, or not for this viewer.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn compilation(&self, round: &Round) -> Result<Option<CompilationSeen>, Failed> {
        if !self.sees_returns(round) {
            return Ok(None);
        }
        let office = self.desk.office;
        let group = &self.desk.group;
        // Others than the team see what was frozen, never what came since.
        let model = if self.is_team() {
            office.round_model(group, self.desk.state(), round)?
        } else {
            match &round.compilation {
                Some(frozen) => Some(office.model(group, &blob(&frozen.model)?)?),
                None => None,
            }
        };
        let Some(model) = model else { return Ok(None) };
        let base = office.round_base(group, self.desk.state(), round)?;
        let drafts = self.is_team() && round.responses.is_none();
        let answers = if drafts {
            office.answers(group, round)?
        } else {
            Answers::new()
        };
        Ok(Some(CompilationSeen {
            model,
            base,
            frozen: round.compilation_is_whole(),
            answers,
        }))
    }

    /// Comments for the penholder and the secretariat alone, each with its organisation, in the order of the
    /// text: for the team all, for others their own.
    #[must_use]
    pub fn comments_for_penholder(&self, round: &'d Round) -> Vec<(Id, &'d PenholderComment)> {
        let desk = self.desk;
        let own = desk.viewer.organisation.filter(|_| desk.is_inside());
        let mut found = Vec::new();
        for (voice, one) in &round.returns {
            let organisation = round.organisation(*voice);
            let Some(organisation) = organisation.filter(|id| self.is_team() || own == Some(*id))
            else {
                continue;
            };
            let given = one.for_penholder.iter().filter_map(Restricted::reveal);
            found.extend(given.flatten().map(|comment| (organisation, comment)));
        }
        let order = |id: Id| desk.organisation(id).map(|found| found.order);
        found.sort_by_key(|(id, comment)| (comment.paragraph, order(*id)));
        found
    }

    /// The frozen compilation as a Word file, or its model.
    ///
    /// # Errors
    /// When the store fails. `Ok(None)`: not there, or not for this viewer.
    pub fn compilation_file(
        &self,
        round: &Round,
        word: bool,
    ) -> Result<Option<DeliveredFile>, Failed> {
        let Some(compilation) = round
            .compilation
            .as_ref()
            .filter(|_| self.sees_returns(round))
        else {
            return Ok(None);
        };
        let slug = &self.text.slug;
        let (id, name) = if word {
            (&compilation.word, format!("{slug} comments.docx"))
        } else {
            (&compilation.model, format!("{slug} amendments.json"))
        };
        let bytes = self.desk.office.file(&self.desk.group, &blob(id)?)?;
        Ok(Some(DeliveredFile { name, bytes }))
    }
}

impl CompilationSeen {
    /// The answer to an item: issued, or the team's draft.
    #[must_use]
    pub fn answer(&self, round: &Round, item: &str) -> Option<ItemAnswer> {
        if let Some(responses) = &round.responses {
            let verdict = *responses.verdicts.get(item)?;
            let statements = responses
                .statements
                .reveal()
                .map(Vec::as_slice)
                .unwrap_or_default();
            let statement = statements.iter().find(|statement| statement.item == item);
            return Some(ItemAnswer {
                verdict,
                wording: statement.and_then(|s| s.wording.clone()),
                reason: statement.and_then(|s| s.reason.clone()),
                by: None,
            });
        }
        let (answer, _) = self.answers.get(item)?;
        Some(ItemAnswer {
            verdict: answer.verdict,
            wording: answer.wording.clone(),
            reason: answer.reason.clone(),
            by: Some(answer.by),
        })
    }
}
