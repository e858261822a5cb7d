//! Commands about rounds.

use crate::admit::check_optional;
use crate::class::Restricted;
use crate::command::{Command, given};
use crate::decide::Deciding;
use crate::fact::{
    CompilationFrozen, Fact, MoreTimeAsked, ResponsesIssued, ReturnEntered, ReturnReceived,
    RoundClosed, RoundExtended, RoundOpened,
};
use crate::limits;
use crate::parts::{Hat, Statement, Verdicted, Visibility};
use crate::refusal::Refusal;

impl Deciding<'_> {
    pub(super) fn round(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let fact = match command {
            Command::OpenRound {
                round,
                text,
                deadline,
                instructions,
                late,
            } => {
                check_optional("instructions", instructions.as_deref(), limits::PROSE)?;
                let version = self
                    .known(*text)?
                    .newest()
                    .ok_or(Refusal::OtherVersion {})?;
                RoundOpened {
                    round: *round,
                    text: *text,
                    version: version.number,
                    deadline: *deadline,
                    zone: self.zone(),
                    electorate: self.state.electorate(self.day, |rights| rights.may_comment),
                    visibility: Visibility::ThenWithNames,
                    late: *late,
                    instructions: given(instructions.clone()),
                }
                .into()
            }
            Command::ExtendRound { round, deadline } => RoundExtended {
                round: *round,
                deadline: *deadline,
            }
            .into(),
            Command::AskMoreTime { round } => MoreTimeAsked {
                round: *round,
                organisation: self.organisation()?,
            }
            .into(),
            Command::CloseRound { round } => {
                let at_deadline = self.context.actor.hat == Hat::System;
                RoundClosed {
                    round: *round,
                    at_deadline,
                }
                .into()
            }
            Command::Return {
                round,
                form,
                file,
                proposals,
                comments,
                mode,
            } => ReturnReceived {
                round: *round,
                organisation: self.organisation()?,
                form: *form,
                file: file.clone(),
                proposals: *proposals,
                comments: *comments,
                mode: *mode,
            }
            .into(),
            Command::EnterReturn {
                round,
                organisation,
                form,
                file,
                proposals,
                comments,
                mode,
                evidence,
                evidence_file,
                arrived,
            } => ReturnEntered {
                round: *round,
                organisation: *organisation,
                form: *form,
                file: file.clone(),
                proposals: *proposals,
                comments: *comments,
                mode: *mode,
                evidence: *evidence,
                evidence_file: evidence_file.clone(),
                arrived: *arrived,
            }
            .into(),
            Command::Freeze {
                compilation,
                round,
                amendments,
                comments,
                model,
                word,
            } => CompilationFrozen {
                compilation: *compilation,
                round: *round,
                amendments: amendments.clone(),
                comments: comments.clone(),
                model: model.clone(),
                word: word.clone(),
            }
            .into(),
            Command::IssueResponses {
                compilation,
                verdicts,
                statements,
            } => {
                same_answers(verdicts, statements)?;
                ResponsesIssued {
                    round: self
                        .state
                        .round_of(*compilation)
                        .ok_or(Refusal::OldCompilation {})?
                        .id,
                    compilation: *compilation,
                    verdicts: verdicts.clone(),
                    statements: Restricted::Given(statements.clone()),
                }
                .into()
            }
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }
}

/// Each answer is one statement, and where a reason is said to stand with it, it does. The law can't read
/// the statements, so this is held when they are made.
fn same_answers(verdicts: &[Verdicted], statements: &[Statement]) -> Result<(), Refusal> {
    if verdicts.len() != statements.len() {
        return Err(Refusal::ResponsesNotWhole {});
    }
    for verdicted in verdicts {
        let mut about = statements.iter().filter(|s| s.item == verdicted.item);
        let (Some(statement), None) = (about.next(), about.next()) else {
            return Err(Refusal::ResponsesNotWhole {});
        };
        for text in statement.reason.iter().chain(&statement.wording) {
            check_optional("answer", Some(text), limits::STATEMENT)?;
        }
        let reason = statement.reason.as_ref();
        if verdicted.reasoned && reason.is_none_or(|reason| reason.trim().is_empty()) {
            return Err(Refusal::NoReason {
                item: verdicted.item.clone(),
            });
        }
    }
    Ok(())
}
