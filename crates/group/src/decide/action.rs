//! Commands about actions.

use crate::command::Command;
use crate::decide::{Deciding, perhaps, said};
use crate::fact::{
    ActionDone, ActionDropped, ActionMoved, ActionOpened, ActionReassigned, ActionReported, Fact,
};
use crate::limits;
use crate::refusal::Refusal;

impl Deciding<'_> {
    pub(super) fn action(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let reason = |reason: &String| said("reason", reason, limits::STATEMENT);
        let fact: Fact = match command.clone() {
            Command::OpenAction {
                action,
                meeting,
                item,
                decision,
                owners,
                due,
                what,
            } => {
                let (year, rank) = self.state.next_action(self.context.now);
                ActionOpened {
                    action,
                    number: format!("{year}/{rank}"),
                    year,
                    rank,
                    meeting,
                    item,
                    decision,
                    owners,
                    due,
                    what: said("action", &what, limits::PROSE)?,
                }
                .into()
            }
            Command::ReportAction {
                action,
                report,
                evidence,
                done,
            } => {
                let report = said("report", &report, limits::STATEMENT)?;
                let evidence = perhaps("evidence", evidence.as_ref(), limits::PROSE)?;
                if done {
                    ActionDone {
                        action,
                        report,
                        evidence,
                    }
                    .into()
                } else {
                    ActionReported {
                        action,
                        report,
                        evidence,
                    }
                    .into()
                }
            }
            Command::DropAction {
                action,
                reason: why,
            } => ActionDropped {
                action,
                reason: reason(&why)?,
            }
            .into(),
            Command::MoveAction {
                action,
                due,
                reason: why,
            } => ActionMoved {
                action,
                due,
                reason: reason(&why)?,
            }
            .into(),
            Command::ReassignAction {
                action,
                owners,
                reason: why,
            } => ActionReassigned {
                action,
                owners,
                reason: reason(&why)?,
            }
            .into(),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }
}
