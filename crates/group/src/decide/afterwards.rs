//! Commands about what follows a meeting: minutes, the note, reservations to its decisions and their
//! release.

use crate::admit::check_optional;
use crate::class::{Personal, Restricted};
use crate::command::{Command, given};
use crate::decide::{Deciding, said};
use crate::fact::{
    CorrectionAsked, DecisionAttached, DecisionReleased, Fact, MinutesApproved, MinutesCirculated,
    NoteIssued, QuotationApproved,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{Attachment, AttachmentText, ItemWords};
use crate::refusal::Refusal;

impl Deciding<'_> {
    pub(super) fn afterwards(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let fact: Fact = match command.clone() {
            Command::CirculateMinutes {
                meeting,
                until,
                words,
            } => MinutesCirculated {
                meeting,
                edition: self.edition(meeting) + 1,
                until,
                words: minutes(words)?,
            }
            .into(),
            Command::AskCorrection {
                meeting,
                item,
                words,
            } => CorrectionAsked {
                meeting,
                organisation: self.organisation()?,
                item,
                words: said("correction", &words, limits::STATEMENT)?,
            }
            .into(),
            Command::ApproveMinutes {
                meeting,
                edition,
                at,
                item,
            } => MinutesApproved {
                meeting,
                edition,
                at,
                item,
            }
            .into(),
            Command::ApproveQuotation {
                quotation,
                meeting,
                words,
                attribution,
            } => {
                said("quotation", &words, limits::PROSE)?;
                said("attribution", &attribution, limits::NAME)?;
                QuotationApproved {
                    quotation,
                    meeting,
                    organisation: self.organisation()?,
                    words: Personal::Given(words),
                    attribution: Personal::Given(attribution),
                }
                .into()
            }
            Command::IssueNote {
                meeting,
                title,
                lede,
                attendance,
                quotations,
            } => NoteIssued {
                meeting,
                title,
                lede,
                attendance,
                quotations,
            }
            .into(),
            Command::Attach {
                decision,
                attachments,
            } => self.attach(decision, &attachments)?,
            Command::ReleaseDecision { decision, attached } => {
                DecisionReleased { decision, attached }.into()
            }
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }

    /// The edition of the minutes that is circulated; 0 where there is none.
    fn edition(&self, meeting: Id) -> u32 {
        let found = self.state.meetings.get(&meeting);
        let minutes = found.and_then(|meeting| meeting.minutes.as_ref());
        minutes.map_or(0, |minutes| minutes.edition)
    }

    fn attach(
        &self,
        decision: Id,
        attachments: &[(Attachment, AttachmentText)],
    ) -> Result<Fact, Refusal> {
        for (_, text) in attachments {
            said("statement", &text.0, limits::STATEMENT)?;
        }
        Ok(DecisionAttached {
            decision,
            organisation: self.organisation()?,
            attachments: attachments.iter().map(|(one, _)| *one).collect(),
            texts: given(Some(
                attachments.iter().map(|(_, text)| text.clone()).collect(),
            )),
        }
        .into())
    }
}

fn minutes(words: Vec<ItemWords>) -> Result<Restricted<Vec<ItemWords>>, Refusal> {
    if words.len() > limits::AGENDA + 1 {
        return Err(Refusal::TooMany {
            what: "list of items",
            limit: limits::AGENDA + 1,
        });
    }
    for each in &words {
        check_optional("words of the minutes", Some(&each.words), limits::STATEMENT)?;
    }
    Ok(Restricted::Given(words))
}
