//! Which thing's life a fact belongs to.

use crate::act::{Noun, Stream};
use crate::fact::Fact;
use crate::parts::ChairStep;

/// The stream in which a fact stands.
pub(crate) fn stream_of(fact: &Fact) -> Stream {
    use Noun::{Action, Decision, Meeting, Organisation, Person, Procedure, Round, Text};
    match fact {
        Fact::GroupFounded(_)
        | Fact::RuleSet(_)
        | Fact::CategoryDefined(_)
        | Fact::CalendarSet(_)
        | Fact::OutageNoticed(_)
        // Their streams would tell who wrote while a procedure runs.
        | Fact::MessageReceived(_)
        | Fact::MessageRead(_)
        | Fact::PurposeSet(_)
        | Fact::SourceRecorded(_)
        | Fact::MandateRecorded(_)
        | Fact::ThemeRecorded(_)
        | Fact::ThemeOpened(_)
        | Fact::ThemeClosed(_)
        | Fact::ThemesLinked(_)
        | Fact::KindsSet(_)
        | Fact::WeightsSet(_)
        | Fact::TemplateKept(_)
        | Fact::TemplateDropped(_) => Stream::Group,
        Fact::ThemesTagged(f) => Stream::Of(f.noun, f.thing),
        Fact::OrganisationClassified(f) => Stream::Of(Organisation, f.organisation),
        Fact::ProfileStated(f) => Stream::Of(Organisation, f.organisation),
        Fact::DecisionPut(f) => Stream::Of(Decision, f.decision),
        Fact::DecisionObjected(f) => Stream::Of(Decision, f.decision),
        Fact::DecisionTakenBack(f) => Stream::Of(Decision, f.decision),
        Fact::DecisionAttached(f) => Stream::Of(Decision, f.decision),
        Fact::DecisionReleased(f) => Stream::Of(Decision, f.decision),
        Fact::MeetingCalled(f) => Stream::Of(Meeting, f.meeting),
        Fact::MeetingMoved(f) => Stream::Of(Meeting, f.meeting),
        Fact::MeetingCancelled(f) => Stream::Of(Meeting, f.meeting),
        Fact::AgendaProposed(f) => Stream::Of(Meeting, f.meeting),
        Fact::AgendaAdopted(f) => Stream::Of(Meeting, f.meeting),
        Fact::PaperTabled(f) => Stream::Of(Meeting, f.meeting),
        Fact::MeetingOpened(f) => Stream::Of(Meeting, f.meeting),
        Fact::AttendanceMarked(f) => Stream::Of(Meeting, f.meeting),
        Fact::ItemClosed(f) => Stream::Of(Meeting, f.meeting),
        Fact::MeetingClosed(f) => Stream::Of(Meeting, f.meeting),
        Fact::MinutesCirculated(f) => Stream::Of(Meeting, f.meeting),
        Fact::CorrectionAsked(f) => Stream::Of(Meeting, f.meeting),
        Fact::MinutesApproved(f) => Stream::Of(Meeting, f.meeting),
        Fact::QuotationApproved(f) => Stream::Of(Meeting, f.meeting),
        Fact::NoteIssued(f) => Stream::Of(Meeting, f.meeting),
        Fact::ActionOpened(f) => Stream::Of(Action, f.action),
        Fact::ActionReported(f) => Stream::Of(Action, f.action),
        Fact::ActionDone(f) => Stream::Of(Action, f.action),
        Fact::ActionDropped(f) => Stream::Of(Action, f.action),
        Fact::ActionMoved(f) => Stream::Of(Action, f.action),
        Fact::ActionReassigned(f) => Stream::Of(Action, f.action),
        Fact::OrganisationRenamed(f) => Stream::Of(Organisation, f.organisation),
        Fact::OrganisationAlsoKnown(f) => Stream::Of(Organisation, f.organisation),
        Fact::MembershipRecorded(f) => Stream::Of(Organisation, f.organisation),
        Fact::OfficeRecorded(f) => Stream::Of(Organisation, f.organisation),
        Fact::MeetingRecorded(f) => Stream::Of(Meeting, f.meeting),
        Fact::AccountRecorded(f) => Stream::Of(Meeting, f.meeting),
        Fact::QuotationRecorded(f) => Stream::Of(Meeting, f.meeting),
        Fact::PaperRecorded(f) => Stream::Of(Meeting, f.meeting),
        Fact::DecisionsRecorded(f) => Stream::Of(Meeting, f.meeting),
        Fact::OrganisationRecorded(f) => Stream::Of(Organisation, f.organisation),
        Fact::MembershipStarted(f) => Stream::Of(Organisation, f.organisation),
        Fact::MembershipEnded(f) => Stream::Of(Organisation, f.organisation),
        Fact::OfficeAssigned(f) => Stream::Of(Organisation, f.organisation),
        Fact::OfficeEnded(f) => Stream::Of(Organisation, f.organisation),
        Fact::PersonRecorded(f) => Stream::Of(Person, f.person),
        Fact::SeatOpened(f) => Stream::Of(Person, f.person),
        Fact::SeatEnded(f) => Stream::Of(Person, f.person),
        Fact::TextOpened(f) => Stream::Of(Text, f.text),
        Fact::TextTargeted(f) => Stream::Of(Text, f.text),
        Fact::VersionTabled(f) => Stream::Of(Text, f.text),
        Fact::RoundOpened(f) => Stream::Of(Round, f.round),
        Fact::RoundExtended(f) => Stream::Of(Round, f.round),
        Fact::MoreTimeAsked(f) => Stream::Of(Round, f.round),
        Fact::RoundClosed(f) => Stream::Of(Round, f.round),
        Fact::ReturnReceived(f) => Stream::Of(Round, f.round),
        Fact::ReturnEntered(f) => Stream::Of(Round, f.round),
        Fact::CompilationFrozen(f) => Stream::Of(Round, f.round),
        Fact::ResponsesIssued(f) => Stream::Of(Round, f.round),
        Fact::SilenceOpened(f) => Stream::Of(Procedure, f.procedure),
        Fact::PositionGiven(f) => Stream::Of(Procedure, f.procedure),
        Fact::PositionWithdrawn(f) => Stream::Of(Procedure, f.procedure),
        Fact::PositionEntered(f) => Stream::Of(Procedure, f.procedure),
        Fact::PositionApproved(f) => Stream::Of(Procedure, f.procedure),
        Fact::PositionContested(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceExtended(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceMoreTimeAsked(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceMoreTimeDeclined(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceSuspended(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceResumed(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceCancelled(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceStopped(f) => Stream::Of(Procedure, f.procedure),
        Fact::ChairAgreed(f) => match f.step {
            ChairStep::Adoption | ChairStep::Cancellation => Stream::Of(Procedure, f.thing),
            ChairStep::Publication => Stream::Of(Text, f.thing),
            ChairStep::Annulment => Stream::Of(Decision, f.thing),
        },
        Fact::SilenceBroken(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceClosed(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceConfirmed(f) => Stream::Of(Procedure, f.procedure),
        Fact::SilenceRestarted(f) => Stream::Of(Procedure, f.procedure),
        Fact::ReminderGiven(f) => Stream::Of(f.noun, f.thing),
        Fact::VoteOpened(f) => Stream::Of(Procedure, f.vote),
        Fact::VoteCast(f) => Stream::Of(Procedure, f.vote),
        Fact::VoteEntered(f) => Stream::Of(Procedure, f.vote),
        Fact::VoteClosed(f) => Stream::Of(Procedure, f.vote),
        Fact::VoteCancelled(f) => Stream::Of(Procedure, f.vote),
        Fact::DecisionAdopted(f) => Stream::Of(Decision, f.decision),
        Fact::DecisionAnnulled(f) => Stream::Of(Decision, f.decision),
        Fact::EndorsementGiven(f) => Stream::Of(Text, f.text),
        Fact::EndorsementWithdrawn(f) => Stream::Of(Text, f.text),
        Fact::CorrectionProposed(f) => Stream::Of(Text, f.text),
        Fact::CorrectionContested(f) => Stream::Of(Text, f.text),
        Fact::CorrectionIssued(f) => Stream::Of(Text, f.text),
        Fact::LanguageAdded(f) => Stream::Of(Text, f.text),
        Fact::LanguageCleared(f) => Stream::Of(Text, f.text),
        Fact::TextPublished(f) => Stream::Of(Text, f.text),
    }
}
