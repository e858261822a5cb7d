//! Commands about rounds.

use crate::admit::check_optional;
use crate::class::Restricted;
use crate::command::{Command, given};
use crate::decide::Deciding;
use crate::fact::{
    CompilationFrozen, Fact, MoreTimeAsked, ResponsesIssued, ReturnEntered, ReturnReceived,
    RoundClosed, RoundExtended, RoundOpened,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{Hat, PenholderComment, Statement, Verdicted, Visibility};
use crate::refusal::Refusal;
use crate::state::Round;

impl Deciding<'_> {
    pub(super) fn round(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let fact = match command {
            Command::OpenRound {
                round,
                text,
                deadline,
                instructions,
                late,
                visibility,
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
                    electorate: self.asked(*visibility)?,
                    visibility: *visibility,
                    late: *late,
                    instructions: given(instructions.clone()),
                    behind: match visibility {
                        Visibility::ThenWithNames => Restricted::Withheld,
                        Visibility::ThenWithoutNames => {
                            Restricted::Given(self.context.behind.clone())
                        }
                    },
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
                organisation: self.voice(*round, self.organisation()?)?,
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
                for_penholder,
            } => ReturnReceived {
                round: *round,
                organisation: self.voice(*round, self.organisation()?)?,
                form: *form,
                file: file.clone(),
                proposals: *proposals,
                comments: *comments,
                mode: *mode,
                for_penholder: apart(for_penholder)?,
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
                for_penholder,
                evidence,
                evidence_file,
                arrived,
            } => ReturnEntered {
                round: *round,
                organisation: self.voice(*round, *organisation)?,
                form: *form,
                file: file.clone(),
                proposals: *proposals,
                comments: *comments,
                mode: *mode,
                for_penholder: apart(for_penholder)?,
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

    /// The electorate of a round that is opened now: the organisations that may comment, or their tokens.
    fn asked(&self, visibility: Visibility) -> Result<Vec<Id>, Refusal> {
        let asked = self.state.electorate(self.day, |rights| rights.may_comment);
        if visibility == Visibility::ThenWithNames {
            return Ok(asked);
        }
        let behind = &self.context.behind;
        if !behind.iter().map(|one| one.organisation).eq(asked) {
            return Err(Refusal::WrongOutcome {});
        }
        let mut tokens: Vec<Id> = behind.iter().map(|one| one.token).collect();
        tokens.sort_unstable();
        Ok(tokens)
    }

    /// The id under which an organisation answers in a round: its own, or its token in a restricted one.
    fn voice(&self, round: Id, organisation: Id) -> Result<Id, Refusal> {
        let found = self.state.rounds.get(&round);
        if !found.is_some_and(Round::is_restricted) {
            return Ok(organisation);
        }
        let mut behind = self.context.behind.iter();
        behind
            .find(|one| one.organisation == organisation)
            .map(|one| one.token)
            .ok_or(Refusal::NotAsked {})
    }
}

/// Comments for the penholder alone. The law can't read them, so their length is held here.
fn apart(comments: &[PenholderComment]) -> Result<Restricted<Vec<PenholderComment>>, Refusal> {
    if comments.len() > limits::PENHOLDER_COMMENTS {
        return Err(Refusal::TooMany {
            what: "list of comments for the penholder",
            limit: limits::PENHOLDER_COMMENTS,
        });
    }
    for comment in comments {
        for text in [Some(&comment.words), comment.about.as_ref()] {
            check_optional("comment", text.map(String::as_str), limits::STATEMENT)?;
        }
    }
    let none = comments.is_empty();
    Ok(given((!none).then(|| comments.to_vec())))
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
