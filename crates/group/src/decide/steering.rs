//! Commands that steer silence procedures, and what reaches the group beside its pages.

use crate::command::{Command, given};
use crate::decide::silence::spoken;
use crate::decide::{Deciding, perhaps, said};
use crate::fact::{
    CalendarSet, ChairAgreed, DecisionAnnulled, Fact, MessageRead, MessageReceived, OutageNoticed,
    PositionApproved, PositionContested, PositionEntered, SilenceBroken, SilenceCancelled,
    SilenceExtended, SilenceMoreTimeAsked, SilenceMoreTimeDeclined, SilenceResumed, SilenceStopped,
    SilenceSuspended,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{ChairStep, Hat, MessageUse};
use crate::refusal::Refusal;

impl Deciding<'_> {
    pub(super) fn steering(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let reason = |words: &String| said("reason", words, limits::STATEMENT);
        let fact: Fact = match command {
            Command::ExtendSilence {
                procedure,
                deadline,
            } => SilenceExtended {
                procedure: *procedure,
                deadline: *deadline,
                announced: Some(self.state.clock(*deadline)),
            }
            .into(),
            Command::AskMoreTimeInSilence { procedure } => SilenceMoreTimeAsked {
                procedure: *procedure,
                organisation: self.organisation()?,
            }
            .into(),
            Command::DeclineMoreTime {
                procedure,
                reason: words,
            } => SilenceMoreTimeDeclined {
                procedure: *procedure,
                reason: perhaps("reason", words.as_ref(), limits::STATEMENT)?,
            }
            .into(),
            Command::SuspendSilence {
                procedure,
                reason: words,
            } => SilenceSuspended {
                procedure: *procedure,
                reason: reason(words)?,
            }
            .into(),
            Command::ResumeSilence {
                procedure,
                deadline,
            } => SilenceResumed {
                procedure: *procedure,
                deadline: *deadline,
                announced: Some(self.state.clock(*deadline)),
            }
            .into(),
            Command::CancelSilence {
                procedure,
                reason: words,
            } => {
                let reason = reason(words)?;
                let cancelled = SilenceCancelled {
                    procedure: *procedure,
                    reason,
                };
                self.agreement(ChairStep::Cancellation, *procedure)?
                    .unwrap_or_else(|| cancelled.into())
            }
            Command::StopSilence {
                procedure,
                reason: words,
            } => SilenceStopped {
                procedure: *procedure,
                reason: reason(words)?,
            }
            .into(),
            Command::AnnulDecision {
                decision,
                reason: words,
            } => {
                let reason = reason(words)?;
                let annulled = DecisionAnnulled {
                    decision: *decision,
                    reason,
                };
                self.agreement(ChairStep::Annulment, *decision)?
                    .unwrap_or_else(|| annulled.into())
            }
            Command::EnterPosition { .. } => return self.enter(command),
            Command::ApprovePosition {
                procedure,
                organisation,
            } => PositionApproved {
                procedure: *procedure,
                organisation: *organisation,
            }
            .into(),
            Command::ContestPosition {
                procedure,
                reason: words,
            } => PositionContested {
                procedure: *procedure,
                organisation: self.organisation()?,
                reason: perhaps("reason", words.as_ref(), limits::STATEMENT)?,
            }
            .into(),
            Command::SetCalendar { rest, holidays } => CalendarSet {
                rest: rest.clone(),
                holidays: holidays.clone(),
            }
            .into(),
            Command::NoticeOutage { from, until } => OutageNoticed {
                from: *from,
                until: *until,
            }
            .into(),
            Command::ReceiveMessage {
                message,
                organisation,
                form,
                arrived,
                file,
            } => MessageReceived {
                message: *message,
                organisation: *organisation,
                form: *form,
                arrived: *arrived,
                file: file.clone(),
            }
            .into(),
            Command::ReadMessage { message } => {
                let found = self.state.inbox.get(message);
                let found = found.ok_or(Refusal::Unknown { what: "message" })?;
                MessageRead {
                    message: *message,
                    organisation: found.organisation,
                    found: MessageUse::Other,
                }
                .into()
            }
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }

    /// Of a step that needs both chairs, while the word of another is awaited: the acting one's yes. `None`: the
    /// step can be taken.
    pub(super) fn agreement(&self, step: ChairStep, thing: Id) -> Result<Option<Fact>, Refusal> {
        let by = self.acting.filter(|_| self.context.actor.hat == Hat::Chair);
        let missing = self.state.chairs_to_agree(step, thing, by, self.day);
        let Some(by) = by.filter(|_| !missing.is_empty()) else {
            return Ok(None);
        };
        if self.state.has_agreed(step, thing, by) {
            return Err(Refusal::AwaitsOtherChair {});
        }
        Ok(Some(ChairAgreed { step, thing }.into()))
    }

    /// The position of another organisation; with an objection of the electorate in time, the end of the
    /// procedure too.
    fn enter(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let Command::EnterPosition {
            procedure,
            organisation,
            position,
            confirmed_by,
            reason,
            wording,
            attachments,
            evidence,
            evidence_file,
            arrived,
            message,
        } = command
        else {
            return Ok(Vec::new());
        };
        let found = self.procedure(*procedure)?;
        if position.is_against() {
            let words = reason.as_ref().ok_or(Refusal::Missing { what: "reason" })?;
            said("reason", words, limits::STATEMENT)?;
        }
        let (attachments, texts) = spoken(reason.as_ref(), wording.as_ref(), attachments)?;
        let late = !found.in_time(*arrived);
        let mut facts: Vec<Fact> = vec![
            PositionEntered {
                procedure: *procedure,
                organisation: *organisation,
                position: *position,
                confirmed_by: *confirmed_by,
                attachments,
                late,
                reason: given(reason.clone()),
                wording: given(wording.clone()),
                texts,
                evidence: *evidence,
                evidence_file: evidence_file.clone(),
                arrived: *arrived,
                message: *message,
            }
            .into(),
        ];
        let electors = found.electorate.contains(organisation);
        if position.breaks_silence() && !late && electors && found.is_unconfirmed() {
            facts.push(
                SilenceBroken {
                    procedure: *procedure,
                    by: *organisation,
                }
                .into(),
            );
        }
        Ok(facts)
    }
}
