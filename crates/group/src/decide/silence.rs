//! Commands about silence procedures.

use crate::admit::check_optional;
use crate::command::{Command, given};
use crate::decide::Deciding;
use crate::fact::{
    DecisionAdopted, Fact, PositionGiven, PositionWithdrawn, SilenceBroken, SilenceClosed,
    SilenceConfirmed, SilenceOpened, SilenceRestarted,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::Procedure;

impl Deciding<'_> {
    pub(super) fn silence(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::OpenSilence {
                procedure,
                text,
                deadline,
                note,
            } => Ok(vec![self.open(
                *procedure,
                *text,
                *deadline,
                note.clone(),
            )?]),
            Command::GivePosition { .. } => self.position(command),
            Command::WithdrawPosition { procedure } => {
                let organisation = self.organisation()?;
                Ok(vec![
                    PositionWithdrawn {
                        procedure: *procedure,
                        organisation,
                    }
                    .into(),
                ])
            }
            Command::CloseSilence { procedure } => {
                let found = self.procedure(*procedure)?;
                let outcomes = found.computed_outcomes();
                let size_at_deadline = found.size_at_deadline.unwrap_or(self.state.acts);
                Ok(vec![
                    SilenceClosed {
                        procedure: *procedure,
                        size_at_deadline,
                        outcomes,
                    }
                    .into(),
                ])
            }
            Command::ConfirmSilence {
                procedure,
                decision,
            } => self.adopt(*procedure, *decision),
            Command::RestartSilence {
                procedure,
                anew,
                deadline,
                reason,
            } => {
                let text = self.procedure(*procedure)?.text;
                if reason.trim().is_empty() {
                    return Err(Refusal::Missing { what: "reason" });
                }
                check_optional("reason", Some(reason), limits::STATEMENT)?;
                let restarted = SilenceRestarted {
                    procedure: *procedure,
                    anew: *anew,
                    reason: given(Some(reason.clone())),
                };
                Ok(vec![
                    restarted.into(),
                    self.open(*anew, text, *deadline, None)?,
                ])
            }
            _ => Ok(Vec::new()),
        }
    }

    fn procedure(&self, id: Id) -> Result<&Procedure, Refusal> {
        self.state
            .procedures
            .get(&id)
            .ok_or(Refusal::Unknown { what: "procedure" })
    }

    fn open(
        &self,
        procedure: Id,
        text: Id,
        deadline: Instant,
        note: Option<String>,
    ) -> Result<Fact, Refusal> {
        check_optional("note", note.as_deref(), limits::PROSE)?;
        let version = self.known(text)?.newest().ok_or(Refusal::OtherVersion {})?;
        Ok(SilenceOpened {
            procedure,
            text,
            version: version.number,
            sha256: version.sha256.clone(),
            deadline,
            zone: self.zone(),
            electorate: self.state.electorate(self.day, |rights| rights.may_object),
            note: given(note),
        }
        .into())
    }

    /// The position; with an objection of the electorate in time, the end of the procedure too.
    fn position(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let Command::GivePosition {
            procedure,
            position,
            confirmed_by,
            reason,
            wording,
            attachments,
        } = command
        else {
            return Ok(Vec::new());
        };
        let organisation = self.organisation()?;
        let found = self.procedure(*procedure)?;
        let late = !found.in_time(self.context.received);
        let electors = found.electorate.contains(&organisation);
        if position.breaks_silence()
            && reason
                .as_ref()
                .is_none_or(|reason| reason.trim().is_empty())
        {
            return Err(Refusal::Missing { what: "reason" });
        }
        for text in reason
            .iter()
            .chain(wording)
            .chain(attachments.iter().map(|(_, text)| &text.0))
        {
            check_optional("statement", Some(text), limits::STATEMENT)?;
        }
        let texts: Vec<_> = attachments.iter().map(|(_, text)| text.clone()).collect();
        let mut facts: Vec<Fact> = vec![
            PositionGiven {
                procedure: *procedure,
                organisation,
                position: *position,
                confirmed_by: *confirmed_by,
                attachments: attachments
                    .iter()
                    .map(|(attachment, _)| *attachment)
                    .collect(),
                late,
                reason: given(reason.clone()),
                wording: given(wording.clone()),
                texts: given((!texts.is_empty()).then_some(texts)),
            }
            .into(),
        ];
        if position.breaks_silence() && !late && electors {
            facts.push(
                SilenceBroken {
                    procedure: *procedure,
                    by: organisation,
                }
                .into(),
            );
        }
        Ok(facts)
    }

    fn adopt(&self, procedure: Id, decision: Id) -> Result<Vec<Fact>, Refusal> {
        let found = self.procedure(procedure)?;
        let text = self.known(found.text)?;
        let (year, rank) = self.state.next_number(self.context.now);
        let adopted = DecisionAdopted {
            decision,
            number: format!("{year}/{rank}"),
            year,
            rank,
            title: text.title.clone(),
            text: Some(found.text),
            version: Some(found.version),
            procedure: Some(procedure),
            meeting: None,
            item: None,
            kind: None,
            words: None,
            mandates: Vec::new(),
            participants: found.electorate.clone(),
            attached: found.attached(),
        };
        Ok(vec![SilenceConfirmed { procedure }.into(), adopted.into()])
    }
}
