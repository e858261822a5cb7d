//! Commands about corrections of a text, and its other languages.

use crate::command::Command;
use crate::decide::{Deciding, perhaps, said};
use crate::fact::{
    CorrectionContested, CorrectionIssued, CorrectionProposed, Fact, LanguageAdded, LanguageCleared,
};
use crate::limits;
use crate::parts::SupplementKind;
use crate::refusal::Refusal;

impl Deciding<'_> {
    pub(super) fn correction(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let fact: Fact = match command {
            Command::ProposeCorrection {
                correction,
                text,
                kinds,
                sha256,
                file,
                deadline,
                changes,
            } => {
                let found = self.known(*text)?.decision;
                let decision = found.and_then(|at| self.state.decisions.get(at));
                let adopted = decision.and_then(|decision| decision.text());
                let (_, version) = adopted.ok_or(Refusal::NotAdopted {})?;
                CorrectionProposed {
                    correction: *correction,
                    text: *text,
                    version,
                    kinds: kinds.clone(),
                    sha256: sha256.clone(),
                    file: file.clone(),
                    deadline: *deadline,
                    announced: Some(self.state.clock(*deadline)),
                    changes: said("list of changes", changes, limits::PROSE)?,
                }
                .into()
            }
            Command::ContestCorrection {
                text,
                correction,
                message,
                reason,
            } => {
                let from = message.and_then(|id| self.state.inbox.get(&id));
                let organisation = match (message, from) {
                    (Some(_), None) => return Err(Refusal::Unknown { what: "message" }),
                    (_, Some(from)) => from.organisation,
                    (None, None) => self.organisation()?,
                };
                CorrectionContested {
                    correction: *correction,
                    text: *text,
                    organisation,
                    message: *message,
                    reason: perhaps("reason", reason.as_ref(), limits::STATEMENT)?,
                }
                .into()
            }
            Command::IssueCorrection {
                text,
                correction,
                changes,
            } => CorrectionIssued {
                correction: *correction,
                text: *text,
                symbol: self
                    .state
                    .supplement_symbol(self.known(*text)?, SupplementKind::Corrigendum),
                changes: changes.clone(),
            }
            .into(),
            Command::AddLanguage {
                text,
                language,
                sha256,
                file,
                provided_by,
            } => LanguageAdded {
                text: *text,
                version: self.known(*text)?.newest().map_or(0, |v| v.number),
                language: language.clone(),
                sha256: sha256.clone(),
                file: file.clone(),
                provided_by: *provided_by,
            }
            .into(),
            Command::ClearLanguage {
                text,
                language,
                sha256,
            } => LanguageCleared {
                text: *text,
                language: language.clone(),
                sha256: sha256.clone(),
            }
            .into(),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }
}
