//! Commands about meetings, from the call to the close.

use crate::command::Command;
use crate::decide::{Deciding, perhaps, said};
use crate::fact::{
    AgendaAdopted, AgendaProposed, AttendanceMarked, DecisionAdopted, DecisionObjected,
    DecisionPut, DecisionTakenBack, Fact, ItemClosed, MeetingCalled, MeetingCancelled,
    MeetingClosed, MeetingMoved, MeetingOpened, PaperTabled,
};
use crate::id::Id;
use crate::instant::Instant;
use crate::limits;
use crate::parts::{AgendaItem, ItemKind, MeetingLevel};
use crate::refusal::Refusal;

impl Deciding<'_> {
    pub(super) fn meeting(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let reason = |reason: &str| said("reason", reason, limits::STATEMENT);
        let fact: Fact = match command.clone() {
            Command::CallMeeting {
                meeting,
                title,
                level,
                begins,
                ends,
                zone,
                place,
            } => MeetingCalled {
                meeting,
                slug: self.slug(level, begins, &zone),
                title,
                level,
                begins,
                ends,
                zone,
                place,
            }
            .into(),
            Command::MoveMeeting {
                meeting,
                begins,
                ends,
                place,
                reason: why,
            } => MeetingMoved {
                meeting,
                begins,
                ends,
                place,
                reason: reason(&why)?,
            }
            .into(),
            Command::CancelMeeting {
                meeting,
                reason: why,
            } => MeetingCancelled {
                meeting,
                reason: reason(&why)?,
            }
            .into(),
            Command::ProposeAgenda { meeting, items } => self.propose(meeting, items)?.into(),
            Command::AdoptAgenda { meeting } => AgendaAdopted { meeting }.into(),
            Command::TablePaper { .. } => self.table_paper(command)?,
            Command::OpenMeeting { meeting } => MeetingOpened { meeting }.into(),
            Command::MarkAttendance { meeting, marks } => {
                AttendanceMarked { meeting, marks }.into()
            }
            Command::CloseItem {
                meeting,
                item,
                outcome,
                summary,
            } => ItemClosed {
                meeting,
                item,
                outcome,
                summary: perhaps("summary", summary.as_ref(), limits::STATEMENT)?,
            }
            .into(),
            Command::PutDecision {
                decision,
                meeting,
                item,
                kind,
                title,
                words,
                mandates,
            } => DecisionPut {
                decision,
                meeting,
                item,
                kind,
                title,
                words,
                mandates,
            }
            .into(),
            Command::AdoptByConsensus { meeting, decision } => {
                self.so_decided(meeting, decision)?
            }
            Command::RecordObjection {
                meeting,
                decision,
                objecting,
                reason: why,
            } => DecisionObjected {
                decision,
                meeting,
                objecting,
                reason: perhaps("reason", why.as_ref(), limits::STATEMENT)?,
            }
            .into(),
            Command::TakeBack { meeting, decision } => {
                DecisionTakenBack { decision, meeting }.into()
            }
            Command::CloseMeeting { meeting } => MeetingClosed { meeting }.into(),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![fact])
    }

    /// "heads-2026", and for a second one of that level and year "heads-2026-2".
    fn slug(&self, level: MeetingLevel, begins: Instant, zone: &str) -> String {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let year = begins.timestamp().to_zoned_datetime(zone).year();
        let word = level.word().replace('_', "-");
        let base = format!("{word}-{year}");
        let told = &self.state.history.meetings;
        let free = |slug: &String| {
            self.state.meeting_named(slug).is_none() && !told.values().any(|m| m.slug == *slug)
        };
        std::iter::once(base.clone())
            .chain((2..).map(|n| format!("{base}-{n}")))
            .find(free)
            .unwrap_or(base)
    }

    fn propose(&self, meeting: Id, mut items: Vec<AgendaItem>) -> Result<AgendaProposed, Refusal> {
        let found = self.state.meetings.get(&meeting);
        let found = found.ok_or(Refusal::Unknown { what: "meeting" })?;
        let carried = self.state.carried_by(found.level, self.day);
        for item in &mut items {
            item.carries = match item.kind {
                ItemKind::FollowUp => carried.clone(),
                _ => Vec::new(),
            };
        }
        Ok(AgendaProposed { meeting, items })
    }

    fn table_paper(&self, command: &Command) -> Result<Fact, Refusal> {
        let Command::TablePaper {
            paper,
            meeting,
            item,
            symbol,
            title,
            file,
            format,
            revises,
        } = command.clone()
        else {
            return Err(Refusal::Unknown { what: "paper" });
        };
        let before = revises.and_then(|id| self.state.paper(id));
        let symbol = before.map_or(symbol, |before| self.state.revised_symbol(before));
        Ok(PaperTabled {
            paper,
            meeting,
            item,
            symbol,
            title,
            file,
            format,
            revises,
        }
        .into())
    }

    fn so_decided(&self, meeting: Id, decision: Id) -> Result<Fact, Refusal> {
        let found = self.state.meetings.get(&meeting);
        let found = found.ok_or(Refusal::Unknown { what: "meeting" })?;
        let put = found.put.as_ref().filter(|put| put.decision == decision);
        let put = put.ok_or(Refusal::NothingPut {})?;
        let (year, rank) = self.state.next_number(self.context.now);
        Ok(DecisionAdopted {
            decision,
            number: format!("{year}/{rank}"),
            year,
            rank,
            title: put.title.clone(),
            text: None,
            version: None,
            procedure: None,
            vote: None,
            meeting: Some(meeting),
            item: Some(put.item),
            kind: Some(put.kind),
            words: Some(put.words.clone()),
            mandates: put.mandates.clone(),
            participants: self.state.deciding(found, self.day),
            attached: Vec::new(),
        }
        .into())
    }
}
