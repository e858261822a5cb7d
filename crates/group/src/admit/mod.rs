//! The one law: whether an act may follow, and what it makes of the state.
//!
//! Everything that it reads is open and permanent. Loading folds it, `decide` folds it over what it
//! proposes, and so does whoever verifies the record: an adoption that folds was lawful.

mod action;
mod agenda;
mod answering;
mod correction;
mod decision;
mod history;
mod inbox;
mod language;
mod meeting;
mod minutes;
mod people;
mod position;
mod reminder;
mod round;
mod silence;
mod steering;
mod stream;
mod template;
mod text;
mod theme;
mod vote;

pub(crate) use stream::stream_of;

use crate::act::{Act, RULES};
use crate::fact::Fact;
use crate::id::Id;
use crate::limits;
use crate::parts::{Hat, OfficeKind};
use crate::refusal::Refusal;
use crate::rights::{SPEAKERS, TABLE, Who};
use crate::state::{Owed, State};

/// What was received more than this before it is recorded, in milliseconds, comes by mail or on
/// evidence, which have acts of their own (4-record, *Time*).
const LONGEST_ON_THE_WAY_MS: i64 = 10 * 60 * 1_000;

/// Admits an act.
///
/// # Errors
/// The [`Refusal`], when the act may not follow on this state; the state is then gone, since a record
/// that holds such an act is none.
pub fn admit(mut state: State, act: &Act) -> Result<State, Refusal> {
    // Each released version of the checks stays; this is the first, so there is no other yet.
    if act.rules != RULES {
        return Err(Refusal::OtherRules { rules: act.rules });
    }
    in_time(&state, act)?;
    in_stream(act)?;
    entitled(&state, act)?;
    nothing_owed_before(&state, act)?;
    state.note_deadlines(act.time);
    apply(&mut state, act)?;
    state.handed_over = match (&act.fact, act.organisation) {
        (Fact::OfficeEnded(ended), Some(by)) => Some((ended.office, by, act.batch)),
        _ => None,
    };
    if let Some(founded) = &mut state.founded {
        founded.over |= founded.batch != act.batch;
    }
    state.acts += 1;
    state.last_time = Some(act.time);
    Ok(state)
}

fn apply(state: &mut State, act: &Act) -> Result<(), Refusal> {
    match &act.fact {
        Fact::GroupFounded(fact) => people::founded(state, act, fact),
        Fact::RuleSet(fact) => people::rule_set(state, fact),
        Fact::CategoryDefined(fact) => people::category_defined(state, fact),
        Fact::CalendarSet(fact) => inbox::calendar_set(state, fact),
        Fact::OutageNoticed(fact) => inbox::outage_noticed(state, act, fact),
        Fact::MessageReceived(fact) => inbox::message_received(state, act, fact),
        Fact::MessageRead(fact) => inbox::message_read(state, fact),
        Fact::OrganisationRecorded(fact) => people::organisation_recorded(state, fact),
        Fact::MembershipStarted(fact) => people::membership_started(state, fact),
        Fact::MembershipEnded(fact) => people::membership_ended(state, fact),
        Fact::OfficeAssigned(fact) => people::office_assigned(state, fact),
        Fact::OfficeEnded(fact) => people::office_ended(state, act, fact),
        Fact::OrganisationRenamed(fact) => people::organisation_renamed(state, fact),
        Fact::OrganisationAlsoKnown(fact) => people::organisation_also_known(state, fact),
        Fact::PurposeSet(fact) => theme::purpose_set(state, fact),
        Fact::SourceRecorded(fact) => history::source_recorded(state, act, fact),
        Fact::MandateRecorded(fact) => theme::mandate_recorded(state, fact),
        Fact::ThemeRecorded(fact) => theme::recorded(state, act, fact),
        Fact::MembershipRecorded(fact) => history::membership_recorded(state, act, fact),
        Fact::OfficeRecorded(fact) => history::office_recorded(state, act, fact),
        Fact::MeetingRecorded(fact) => history::meeting_recorded(state, act, fact),
        Fact::AccountRecorded(fact) => history::account_recorded(state, fact),
        Fact::QuotationRecorded(fact) => history::quotation_recorded(state, fact),
        Fact::PaperRecorded(fact) => history::paper_recorded(state, fact),
        Fact::DecisionsRecorded(fact) => history::decisions_recorded(state, fact),
        Fact::PersonRecorded(fact) => people::person_recorded(state, fact),
        Fact::SeatOpened(fact) => people::seat_opened(state, fact),
        Fact::SeatEnded(fact) => people::seat_ended(state, fact),
        Fact::TextOpened(fact) => text::opened(state, act, fact),
        Fact::KindsSet(fact) => text::kinds_set(state, fact),
        Fact::TemplateKept(fact) => template::kept(state, act, fact),
        Fact::TemplateDropped(fact) => template::dropped(state, fact),
        Fact::TextTargeted(fact) => text::targeted(state, fact),
        Fact::VersionTabled(fact) => text::version_tabled(state, act, fact),
        Fact::RoundOpened(fact) => round::opened(state, act, fact),
        Fact::RoundExtended(fact) => round::extended(state, act, fact),
        Fact::MoreTimeAsked(fact) => round::more_time_asked(state, act, fact),
        Fact::RoundClosed(fact) => round::closed(state, act, fact),
        Fact::ReturnReceived(fact) => answering::return_received(state, act, fact),
        Fact::ReturnEntered(fact) => answering::return_entered(state, act, fact),
        Fact::CompilationFrozen(fact) => round::frozen(state, act, fact),
        Fact::ResponsesIssued(fact) => round::responses_issued(state, act, fact),
        Fact::SilenceOpened(fact) => silence::opened(state, act, fact),
        Fact::SilenceExtended(fact) => steering::extended(state, act, fact),
        Fact::SilenceMoreTimeAsked(fact) => steering::more_time_asked(state, act, fact),
        Fact::SilenceMoreTimeDeclined(fact) => steering::more_time_declined(state, act, fact),
        Fact::SilenceSuspended(fact) => steering::suspended(state, act, fact),
        Fact::SilenceResumed(fact) => steering::resumed(state, act, fact),
        Fact::SilenceCancelled(fact) => steering::cancelled(state, act, fact),
        Fact::SilenceStopped(fact) => steering::stopped(state, act, fact),
        Fact::ChairAgreed(fact) => steering::agreed(state, act, fact),
        Fact::PositionGiven(fact) => position::given(state, act, fact),
        Fact::PositionWithdrawn(fact) => position::withdrawn(state, act, fact),
        Fact::PositionEntered(fact) => position::entered(state, act, fact),
        Fact::PositionApproved(fact) => position::approved(state, act, fact),
        Fact::PositionContested(fact) => position::contested(state, fact),
        Fact::SilenceBroken(fact) => silence::broken(state, act, fact),
        Fact::SilenceClosed(fact) => silence::closed(state, act, fact),
        Fact::SilenceConfirmed(fact) => silence::confirmed(state, act, fact),
        Fact::SilenceRestarted(fact) => silence::restarted(state, act, fact),
        Fact::ReminderGiven(fact) => reminder::given(state, act, fact),
        Fact::WeightsSet(fact) => vote::weights_set(state, fact),
        Fact::VoteOpened(fact) => vote::opened(state, act, fact),
        Fact::VoteCast(fact) => vote::cast(state, act, fact),
        Fact::VoteEntered(fact) => vote::entered(state, act, fact),
        Fact::VoteClosed(fact) => vote::closed(state, act, fact),
        Fact::VoteCancelled(fact) => vote::cancelled(state, act, fact),
        Fact::DecisionAdopted(fact) => decision::adopted(state, act, fact),
        Fact::DecisionAnnulled(fact) => decision::annulled(state, act, fact),
        Fact::EndorsementGiven(fact) => text::endorsed(state, act, fact),
        Fact::EndorsementWithdrawn(fact) => text::endorsement_withdrawn(state, act, fact),
        Fact::CorrectionProposed(fact) => correction::proposed(state, act, fact),
        Fact::CorrectionContested(fact) => correction::contested(state, act, fact),
        Fact::CorrectionIssued(fact) => correction::issued(state, act, fact),
        Fact::LanguageAdded(fact) => language::added(state, act, fact),
        Fact::LanguageCleared(fact) => language::cleared(state, act, fact),
        Fact::TextPublished(fact) => text::published(state, act, fact),
        Fact::OrganisationClassified(fact) => people::organisation_classified(state, fact),
        Fact::ProfileStated(fact) => theme::profile_stated(state, act, fact),
        Fact::ThemeOpened(fact) => theme::opened(state, act, fact),
        Fact::ThemeClosed(fact) => theme::closed(state, act, fact),
        Fact::ThemesLinked(fact) => theme::linked(state, act, fact),
        Fact::ThemesTagged(fact) => theme::tagged(state, fact),
        Fact::DecisionAttached(fact) => decision::attached(state, act, fact),
        Fact::DecisionReleased(fact) => decision::released(state, act, fact),
        Fact::MeetingCalled(fact) => meeting::called(state, fact),
        Fact::MeetingMoved(fact) => meeting::moved(state, fact),
        Fact::MeetingCancelled(fact) => meeting::cancelled(state, act, fact),
        Fact::AgendaProposed(fact) => agenda::proposed(state, act, fact),
        Fact::AgendaAdopted(fact) => agenda::adopted(state, fact),
        Fact::PaperTabled(fact) => meeting::paper_tabled(state, act, fact),
        Fact::MeetingOpened(fact) => meeting::opened(state, act, fact),
        Fact::AttendanceMarked(fact) => meeting::attendance_marked(state, act, fact),
        Fact::ItemClosed(fact) => meeting::item_closed(state, fact),
        Fact::DecisionPut(fact) => meeting::decision_put(state, fact),
        Fact::DecisionObjected(fact) => meeting::decision_objected(state, act, fact),
        Fact::DecisionTakenBack(fact) => meeting::decision_taken_back(state, fact),
        Fact::MeetingClosed(fact) => meeting::closed(state, act, fact),
        Fact::MinutesCirculated(fact) => minutes::circulated(state, act, fact),
        Fact::CorrectionAsked(fact) => minutes::correction_asked(state, act, fact),
        Fact::MinutesApproved(fact) => minutes::approved(state, act, fact),
        Fact::QuotationApproved(fact) => minutes::quotation_approved(state, act, fact),
        Fact::NoteIssued(fact) => minutes::note_issued(state, act, fact),
        Fact::ActionOpened(fact) => action::opened(state, act, fact),
        Fact::ActionReported(fact) => action::reported(state, act, fact),
        Fact::ActionDone(fact) => action::done(state, act, fact),
        Fact::ActionDropped(fact) => action::dropped(state, act, fact),
        Fact::ActionMoved(fact) => action::moved(state, act, fact),
        Fact::ActionReassigned(fact) => action::reassigned(state, act, fact),
    }
}

fn in_time(state: &State, act: &Act) -> Result<(), Refusal> {
    if state.last_time.is_some_and(|last| act.time < last) {
        return Err(Refusal::TimeBackwards {});
    }
    if act.received > act.time {
        return Err(Refusal::ReceivedAfter {});
    }
    if act.time.as_millis() - act.received.as_millis() > LONGEST_ON_THE_WAY_MS {
        return Err(Refusal::ReceivedLongBefore {});
    }
    let founding = matches!(act.fact, Fact::GroupFounded(_));
    match &state.founded {
        None if !founding => Err(Refusal::NotFounded {}),
        Some(_) if founding => Err(Refusal::AlreadyFounded {}),
        _ => Ok(()),
    }
}

fn in_stream(act: &Act) -> Result<(), Refusal> {
    if act.stream == stream_of(&act.fact) {
        Ok(())
    } else {
        Err(Refusal::WrongStream {})
    }
}

fn entitled(state: &State, act: &Act) -> Result<(), Refusal> {
    let kind = act.fact.kind();
    let mut ways = TABLE
        .iter()
        .filter(|(each, _)| *each == kind)
        .map(|(_, who)| *who);
    if !ways.any(|who| may(state, act, who)) {
        return Err(Refusal::NotEntitled {});
    }
    let Some(organisation) = subject(&act.fact) else {
        return Ok(());
    };
    // The end that an objection brings comes with the act that says it, whoever enters it, or at the deadline.
    if matches!(act.fact, Fact::SilenceBroken(_)) && !SPEAKERS.contains(&act.hat) {
        return Ok(());
    }
    match act.organisation {
        None if hides_actor(&act.fact) => Ok(()),
        Some(acting) if acting == organisation => Ok(()),
        _ => Err(Refusal::TwoOrganisations { organisation }),
    }
}

/// While a round or a procedure runs, the leaf doesn't tell who answered; the body does.
pub(crate) fn hides_actor(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::ReturnReceived(_)
            | Fact::MoreTimeAsked(_)
            | Fact::SilenceMoreTimeAsked(_)
            | Fact::PositionGiven(_)
            | Fact::PositionWithdrawn(_)
            | Fact::PositionContested(_)
            | Fact::VoteCast(_)
    )
}

fn may(state: &State, act: &Act, who: Who) -> bool {
    match who {
        Who::Hats(hats) => hats.contains(&act.hat) && wears(state, act),
        Who::Itself(hats) => hats.contains(&act.hat) && (sits(state, act) || has_token(state, act)),
        Who::TheirsOrSecretariat => {
            let theirs = theirs(state, &act.fact);
            (act.hat == Hat::Secretariat && wears(state, act))
                || (act.organisation.is_some_and(|own| theirs.contains(&own))
                    && SPEAKERS.contains(&act.hat)
                    && sits(state, act))
        }
        Who::SecretariatWithoutChair => {
            let vacant = state.chairs(state.day(act.time)).is_empty();
            vacant && act.hat == Hat::Secretariat && wears(state, act)
        }
        Who::PenholderOrSecretariat => {
            let penholder = text_of(state, &act.fact)
                .and_then(|id| state.texts.get(&id))
                .is_some_and(|text| act.organisation == Some(text.penholder))
                && takes_part(state, act);
            (act.hat == Hat::Secretariat && wears(state, act))
                || (penholder && SPEAKERS.contains(&act.hat) && sits(state, act))
        }
    }
}

/// Whether the acting organisation takes part with the right to comment at that moment: the pen of one
/// that left lies down.
fn takes_part(state: &State, act: &Act) -> bool {
    let day = state.day(act.time);
    act.organisation
        .is_some_and(|organisation| state.rights(organisation, day).may_comment)
}

/// Whether the acting organisation holds the office of the hat at that moment (rule 15).
fn wears(state: &State, act: &Act) -> bool {
    let office = match act.hat {
        Hat::Secretariat => OfficeKind::Secretariat,
        Hat::Chair => OfficeKind::Chair,
        Hat::Coordinator => OfficeKind::Coordinator,
        // The system has no organisation; the founder acts in the batch of the founding alone.
        Hat::System => return act.organisation.is_none(),
        Hat::Founder => {
            return state
                .founded
                .as_ref()
                .is_none_or(|founded| founded.batch == act.batch && !founded.over);
        }
        _ => return sits(state, act),
    };
    if !sits(state, act) {
        return false;
    }
    let day = state.day(act.time);
    act.organisation.is_some_and(|organisation| {
        let hands_over = matches!(&act.fact, Fact::OfficeAssigned(assigned)
            if state.handed_over == Some((assigned.office, organisation, act.batch)));
        let held = match office {
            OfficeKind::Chair => state.chairs(day).contains(&organisation),
            _ => state.holds_office(organisation, office, day),
        };
        hands_over || held
    })
}

/// Whether somebody holds a seat at that moment that gives the hat, for the acting organisation or,
/// where the leaf hides it, the one that the body names.
fn sits(state: &State, act: &Act) -> bool {
    let day = state.day(act.time);
    act.organisation
        .or_else(|| subject(&act.fact))
        .is_some_and(|organisation| state.has_seat(organisation, act.hat, day))
}

/// Whether the act comes under a token of the restricted round that it is about. Who is behind it the law
/// can't read: that somebody of theirs held the seat was seen to when it was decided.
fn has_token(state: &State, act: &Act) -> bool {
    let (round, token) = match &act.fact {
        Fact::ReturnReceived(f) => (f.round, f.organisation),
        Fact::MoreTimeAsked(f) => (f.round, f.organisation),
        _ => return false,
    };
    let found = state.rounds.get(&round);
    act.organisation.is_none()
        && found.is_some_and(|round| round.is_restricted() && round.electorate.contains(&token))
}

/// Organisations whose matter an act is, which the secretariat may also see to.
fn theirs<'s>(state: &'s State, fact: &'s Fact) -> &'s [Id] {
    let owners = |action: &Id| {
        let found = state.actions.get(action);
        found.map_or(&[][..], |action| action.owners.as_slice())
    };
    match fact {
        Fact::ProfileStated(f) => std::slice::from_ref(&f.organisation),
        Fact::ActionReported(f) => owners(&f.action),
        Fact::ActionDone(f) => owners(&f.action),
        _ => &[],
    }
}

/// The organisation that an act of one's own is about.
fn subject(fact: &Fact) -> Option<Id> {
    match fact {
        Fact::ReturnReceived(f) => Some(f.organisation),
        Fact::MoreTimeAsked(f) => Some(f.organisation),
        Fact::PositionGiven(f) => Some(f.organisation),
        Fact::PositionWithdrawn(f) => Some(f.organisation),
        Fact::PositionContested(f) => Some(f.organisation),
        Fact::SilenceMoreTimeAsked(f) => Some(f.organisation),
        Fact::VoteCast(f) => Some(f.organisation),
        Fact::SilenceBroken(f) => Some(f.by),
        Fact::EndorsementGiven(f) => Some(f.organisation),
        Fact::EndorsementWithdrawn(f) => Some(f.organisation),
        Fact::DecisionAttached(f) => Some(f.organisation),
        Fact::CorrectionAsked(f) => Some(f.organisation),
        Fact::QuotationApproved(f) => Some(f.organisation),
        _ => None,
    }
}

fn text_of(state: &State, fact: &Fact) -> Option<Id> {
    let of_round = |round: &Id| state.rounds.get(round).map(|round| round.text);
    match fact {
        Fact::TextTargeted(f) => Some(f.text),
        Fact::LanguageAdded(f) => Some(f.text),
        Fact::VersionTabled(f) => Some(f.text),
        Fact::RoundOpened(f) => Some(f.text),
        Fact::RoundExtended(f) => of_round(&f.round),
        Fact::RoundClosed(f) => of_round(&f.round),
        Fact::CompilationFrozen(f) => of_round(&f.round),
        Fact::ResponsesIssued(f) => of_round(&f.round),
        _ => None,
    }
}

/// What the batch before still owes must come first, and in that batch.
fn nothing_owed_before(state: &State, act: &Act) -> Result<(), Refusal> {
    let Some((owed, batch)) = state.owed else {
        return Ok(());
    };
    let pays = match (&act.fact, owed) {
        (Fact::SilenceBroken(f), Owed::Broken { procedure, by }) => {
            f.procedure == procedure && f.by == by
        }
        (Fact::DecisionAdopted(f), Owed::Decision { procedure }) => f.procedure == Some(procedure),
        (Fact::DecisionAdopted(f), Owed::Carried { vote }) => f.vote == Some(vote),
        (Fact::SilenceOpened(f), Owed::Restart { anew, .. }) => f.procedure == anew,
        (Fact::VersionTabled(f), Owed::FirstVersion { text }) => f.text == text,
        (Fact::OfficeAssigned(f), Owed::Secretariat) => f.office == OfficeKind::Secretariat,
        _ => false,
    };
    if pays && act.batch == batch {
        Ok(())
    } else {
        Err(Refusal::Unfinished {})
    }
}

/// Refuses a text that is empty or too long for its place.
pub(crate) fn check_length(what: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    let shows = |c: char| !c.is_whitespace() && !is_invisible(c);
    if !text.chars().any(shows) {
        return Err(Refusal::Missing { what });
    }
    check_optional(what, Some(text), limit)
}

/// The same for what may be absent.
pub(crate) fn check_optional(
    what: &'static str,
    text: Option<&str>,
    limit: usize,
) -> Result<(), Refusal> {
    if text.is_some_and(|text| text.chars().count() > limit) {
        return Err(Refusal::TooLong { what, limit });
    }
    // Names, titles and short forms are of one line: they stand in addresses, calendars and tables.
    let breaks = |c: char| c.is_control() || turns_direction(c);
    if limit <= limits::NAME && text.is_some_and(|text| text.chars().any(breaks)) {
        return Err(Refusal::NotOneLine { what });
    }
    Ok(())
}

/// Signs that change the direction of what follows them, beyond the words that they stand in.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Signs of no width.
fn is_invisible(c: char) -> bool {
    turns_direction(c) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
