//! From a command to the acts that it makes. It only proposes: it folds its own acts through
//! [`admit`] before it returns them.

mod action;
mod afterwards;
mod correction;
mod meeting;
mod people;
mod round;
mod silence;
mod steering;
mod text;
mod theme;
mod vote;

pub use people::{CATEGORIES, MEMBER, OBSERVER, PARTNER};

use crate::act::{Act, RULES};
use crate::admit::{admit, check_length, hides_actor, stream_of};
use crate::class::Restricted;
use crate::command::Command;
use crate::context::{Actor, Context};
use crate::fact::Fact;
use crate::id::Id;
use crate::limits;
use crate::parts::{Day, Hat};
use crate::refusal::Refusal;
use crate::state::{Owed, State};

/// Decides a command: the acts that it makes, in order, each admitted after the one before.
///
/// # Errors
/// The [`Refusal`] of the first act that may not follow, or of the command itself.
pub fn decide(state: &State, command: &Command, context: &Context) -> Result<Vec<Act>, Refusal> {
    let acting = acting(state, context)?;
    let deciding = Deciding {
        state,
        context,
        acting,
        day: state.day(context.now),
    };
    let facts = deciding.facts(command)?;
    let mut after = state.clone();
    let mut acts = Vec::with_capacity(facts.len());
    let mut ids = context.ids.iter();
    for fact in facts {
        let act = Act {
            id: *ids.next().ok_or(Refusal::Missing {
                what: "id of an act",
            })?,
            stream: stream_of(&fact),
            time: context.now,
            received: context.received,
            batch: context.batch,
            rules: RULES,
            organisation: if hides_actor(&fact) { None } else { acting },
            hat: context.actor.hat,
            fact,
        };
        after = admit(after, &act)?;
        acts.push(act);
    }
    // What the batch owes comes in it: nothing of another batch could follow.
    match after.owed {
        None => Ok(acts),
        Some((Owed::Secretariat, _)) => Err(Refusal::SecretariatGoesOn {}),
        Some(_) => Err(Refusal::Unfinished {}),
    }
}

/// The organisation for which the actor acts: that of the seat, which must be held now and give the
/// hat. The founder acts for the organisation that the founding records.
fn acting(state: &State, context: &Context) -> Result<Option<Id>, Refusal> {
    let Actor { seat, hat } = context.actor;
    let Some(seat) = seat else {
        let alone = matches!(hat, Hat::System | Hat::Founder);
        return if alone {
            Ok(None)
        } else {
            Err(Refusal::NotEntitled {})
        };
    };
    let day = state.day(context.now);
    let held = state.seat(seat, day).ok_or(Refusal::SeatEnded {})?;
    if !state.hats(seat, day).contains(&hat) {
        return Err(Refusal::NotEntitled {});
    }
    Ok(Some(held.organisation))
}

/// A command being decided.
pub(crate) struct Deciding<'a> {
    pub(crate) state: &'a State,
    pub(crate) context: &'a Context,
    pub(crate) acting: Option<Id>,
    pub(crate) day: Day,
}

impl Deciding<'_> {
    /// The acting organisation, where a command needs one.
    pub(crate) fn organisation(&self) -> Result<Id, Refusal> {
        self.acting.ok_or(Refusal::NotEntitled {})
    }

    /// The name of the zone of the group's seat.
    pub(crate) fn zone(&self) -> String {
        self.state
            .founded
            .as_ref()
            .map_or_else(|| "UTC".to_owned(), |founded| founded.zone.clone())
    }

    fn facts(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::FoundFromSource { history, .. } if !history.iter().all(Fact::is_history) => {
                Err(Refusal::Unknown {
                    what: "kind of recorded fact",
                })
            }
            Command::Found { .. }
            | Command::FoundFromSource { .. }
            | Command::RenameOrganisation { .. }
            | Command::AddName { .. }
            | Command::SetRule { .. }
            | Command::DefineCategory { .. }
            | Command::RecordOrganisation { .. }
            | Command::StartMembership { .. }
            | Command::EndMembership { .. }
            | Command::ClassifyOrganisation { .. }
            | Command::AssignOffice { .. }
            | Command::EndOffice { .. }
            | Command::OpenSeat { .. }
            | Command::EndSeat { .. } => {
                person_named(command)?;
                Ok(self.people(command))
            }
            Command::SetKinds { .. }
            | Command::KeepTemplate { .. }
            | Command::DropTemplate { .. }
            | Command::OpenText { .. }
            | Command::TargetText { .. }
            | Command::TableVersion { .. }
            | Command::Endorse { .. }
            | Command::WithdrawEndorsement { .. }
            | Command::Publish { .. } => self.text(command),
            Command::ProposeCorrection { .. }
            | Command::ContestCorrection { .. }
            | Command::IssueCorrection { .. }
            | Command::AddLanguage { .. }
            | Command::ClearLanguage { .. } => self.correction(command),
            Command::OpenRound { .. }
            | Command::ExtendRound { .. }
            | Command::AskMoreTime { .. }
            | Command::EnterReturn { .. }
            | Command::CloseRound { .. }
            | Command::Return { .. }
            | Command::Freeze { .. }
            | Command::IssueResponses { .. } => self.round(command),
            Command::OpenSilence { .. }
            | Command::GivePosition { .. }
            | Command::WithdrawPosition { .. }
            | Command::CloseSilence { .. }
            | Command::ConfirmSilence { .. }
            | Command::RestartSilence { .. } => self.silence(command),
            Command::ExtendSilence { .. }
            | Command::AskMoreTimeInSilence { .. }
            | Command::DeclineMoreTime { .. }
            | Command::SuspendSilence { .. }
            | Command::ResumeSilence { .. }
            | Command::CancelSilence { .. }
            | Command::StopSilence { .. }
            | Command::AnnulDecision { .. }
            | Command::EnterPosition { .. }
            | Command::ApprovePosition { .. }
            | Command::ContestPosition { .. }
            | Command::SetCalendar { .. }
            | Command::NoticeOutage { .. }
            | Command::ReceiveMessage { .. }
            | Command::ReadMessage { .. } => self.steering(command),
            Command::Remind { .. }
            | Command::SetWeights { .. }
            | Command::OpenVote { .. }
            | Command::CastVote { .. }
            | Command::EnterVote { .. }
            | Command::CloseVote { .. }
            | Command::CancelVote { .. }
            | Command::AdoptByVote { .. }
            | Command::RollCall { .. } => self.vote(command),
            Command::SetPurpose { .. }
            | Command::RecordMandate { .. }
            | Command::OpenTheme { .. }
            | Command::CloseTheme { .. }
            | Command::LinkThemes { .. }
            | Command::Tag { .. }
            | Command::StateProfile { .. } => Ok(self.theme(command)),
            Command::OpenAction { .. }
            | Command::ReportAction { .. }
            | Command::DropAction { .. }
            | Command::MoveAction { .. }
            | Command::ReassignAction { .. } => self.action(command),
            Command::CallMeeting { .. }
            | Command::MoveMeeting { .. }
            | Command::CancelMeeting { .. }
            | Command::ProposeAgenda { .. }
            | Command::AdoptAgenda { .. }
            | Command::TablePaper { .. }
            | Command::OpenMeeting { .. }
            | Command::MarkAttendance { .. }
            | Command::CloseItem { .. }
            | Command::PutDecision { .. }
            | Command::AdoptByConsensus { .. }
            | Command::RecordObjection { .. }
            | Command::TakeBack { .. }
            | Command::CloseMeeting { .. } => self.meeting(command),
            Command::CirculateMinutes { .. }
            | Command::AskCorrection { .. }
            | Command::ApproveMinutes { .. }
            | Command::ApproveQuotation { .. }
            | Command::IssueNote { .. }
            | Command::Attach { .. }
            | Command::ReleaseDecision { .. } => self.afterwards(command),
        }
    }
}

/// Words that the law can't read, given whole: their length is held here.
pub(crate) fn said(
    what: &'static str,
    words: &str,
    limit: usize,
) -> Result<Restricted<String>, Refusal> {
    check_length(what, words, limit)?;
    Ok(Restricted::Given(words.to_owned()))
}

/// The same where they may be left out.
pub(crate) fn perhaps(
    what: &'static str,
    words: Option<&String>,
    limit: usize,
) -> Result<Restricted<String>, Refusal> {
    let words = words.filter(|words| !words.trim().is_empty());
    words.map_or(Ok(Restricted::Withheld), |words| said(what, words, limit))
}

/// The law can't read a person's name, so its form is held when it is given.
fn person_named(command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Found { person_name, .. } | Command::OpenSeat { person_name, .. } => {
            check_length("name of the person", person_name, limits::NAME)
        }
        _ => Ok(()),
    }
}
