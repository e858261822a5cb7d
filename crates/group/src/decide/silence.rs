//! Commands about silence procedures.

use crate::admit::check_optional;
use crate::class::Restricted;
use crate::command::{Command, given};
use crate::decide::Deciding;
use crate::fact::{
    DecisionAdopted, Fact, PositionGiven, PositionWithdrawn, SilenceBroken, SilenceClosed,
    SilenceConfirmed, SilenceOpened, SilenceRestarted,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::parts::{Attachment, AttachmentText, ChairStep};
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
                // What can be read both ways is an objection at the deadline (rule 4).
                if let Some(by) = found.first_doubtful() {
                    let procedure = *procedure;
                    return Ok(vec![SilenceBroken { procedure, by }.into()]);
                }
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

    pub(super) fn procedure(&self, id: Id) -> Result<&Procedure, Refusal> {
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
            announced: Some(self.state.clock(deadline)),
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
        let explains = found.is_doubtful(organisation) && found.is_unconfirmed();
        let late = !found.in_time(self.context.received) && !explains;
        let electors = found.electorate.contains(&organisation);
        if position.breaks_silence()
            && reason
                .as_ref()
                .is_none_or(|reason| reason.trim().is_empty())
        {
            return Err(Refusal::Missing { what: "reason" });
        }
        let (attachments, texts) = spoken(reason.as_ref(), wording.as_ref(), attachments)?;
        let mut facts: Vec<Fact> = vec![
            PositionGiven {
                procedure: *procedure,
                organisation,
                position: *position,
                confirmed_by: *confirmed_by,
                attachments,
                late,
                reason: given(reason.clone()),
                wording: given(wording.clone()),
                texts,
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
        if let Some(agreed) = self.agreement(ChairStep::Adoption, procedure)? {
            return Ok(vec![agreed]);
        }
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
            vote: None,
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

/// What an organisation said in words, held to its limits and parted as acts have it.
pub(super) fn spoken(
    reason: Option<&String>,
    wording: Option<&String>,
    attachments: &[(Attachment, AttachmentText)],
) -> Result<(Vec<Attachment>, Restricted<Vec<AttachmentText>>), Refusal> {
    let words = attachments.iter().map(|(_, text)| &text.0);
    for text in reason.into_iter().chain(wording).chain(words) {
        check_optional("statement", Some(text), limits::STATEMENT)?;
    }
    let (kinds, texts): (Vec<_>, Vec<_>) = attachments.iter().cloned().unzip();
    Ok((kinds, given((!texts.is_empty()).then_some(texts))))
}
