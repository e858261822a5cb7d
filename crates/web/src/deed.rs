//! Acts in words: what each is about, where that shows, and what else its sentence names.

use group::{Act, Fact, Id, Noun, Stream};
use office::desk::{ActSeen, Desk};
use pages::deed::Deed;

use crate::show;

/// An act in words.
pub(crate) fn deed(desk: &Desk<'_>, seen: &ActSeen) -> Deed {
    let act = &seen.act;
    let thing = about(desk, act);
    let kind = match (&act.fact, seen.open) {
        (Fact::ReturnReceived(_), false) => "return.hidden",
        (Fact::ReturnEntered(_), false) => "return.entered-hidden",
        (Fact::MoreTimeAsked(_), false) => "more_time.hidden",
        (
            Fact::PositionGiven(_) | Fact::PositionWithdrawn(_) | Fact::PositionContested(_),
            false,
        ) => "position.hidden",
        (Fact::PositionEntered(_) | Fact::PositionApproved(_), false) => "position.entered-hidden",
        (Fact::SilenceMoreTimeAsked(_), false) => "silence.more_time-hidden",
        (Fact::VoteCast(_), false) => "vote.hidden",
        (Fact::VoteEntered(_), false) => "vote.entered-hidden",
        (Fact::MessageReceived(_) | Fact::MessageRead(_), false) => "message.hidden",
        (Fact::ProfileStated(f), _) if act.organisation != Some(f.organisation) => {
            "profile.entered"
        }
        (Fact::TextTargeted(f), _) if f.meeting.is_none() && f.process.is_none() => {
            "text.untargeted"
        }
        (Fact::MandateRecorded(f), _) if f.source.is_some() => "mandate.told",
        (Fact::OrganisationRecorded(f), _) if f.source.is_some() => "organisation.told",
        (Fact::PurposeSet(f), _) if f.source.is_some() => "purpose.told",
        _ => act.fact.kind(),
    };
    let (proposals, comments) = counts(&act.fact);
    Deed {
        kind: kind.to_owned(),
        organisation: seen.organisation.map(|id| show::org_of(desk, id)),
        text: title(&act.fact, thing.as_ref()),
        about: if seen.open {
            names(desk, &act.fact)
        } else {
            String::new()
        },
        form: if seen.open { form(&act.fact) } else { "" }.to_owned(),
        proposals: if seen.open { proposals } else { 0 },
        comments: if seen.open { comments } else { 0 },
        when: show::when(desk, act.time),
        href: thing.map(|(_, href)| href),
    }
}

fn counts(fact: &Fact) -> (u32, u32) {
    match fact {
        Fact::ReturnReceived(f) => (f.proposals, f.comments),
        Fact::ReturnEntered(f) => (f.proposals, f.comments),
        Fact::CompilationFrozen(f) => (
            show::number(f.amendments.len()),
            show::number(f.comments.len()),
        ),
        _ => (0, 0),
    }
}

fn form(fact: &Fact) -> &'static str {
    match fact {
        Fact::ReturnReceived(f) => f.form.word(),
        Fact::ReturnEntered(f) => f.form.word(),
        Fact::PositionGiven(f) => f.position.word(),
        Fact::PositionEntered(f) => f.position.word(),
        Fact::ChairAgreed(f) => f.step.word(),
        Fact::VoteCast(f) => f.choice.word(),
        Fact::VoteEntered(f) => f.choice.word(),
        _ => "",
    }
}

/// What else the sentence names.
fn names(desk: &Desk<'_>, fact: &Fact) -> String {
    let organisation = |id: Id| show::org_of(desk, id).name;
    let decision = |id: Id| {
        let found = desk.decision_by_id(id);
        found.map(|found| found.number.clone()).unwrap_or_default()
    };
    let action = |id: Id| {
        let found = desk.action_by_id(id);
        found.map(|found| found.number.clone()).unwrap_or_default()
    };
    let theme = |id: Id| {
        let found = desk.theme_by_id(id);
        found.map(|found| found.name.clone()).unwrap_or_default()
    };
    let item = |meeting: Id, item: Id| {
        let found = desk.meeting_by_id(meeting).and_then(|m| m.item(item));
        found
            .map(|(_, item)| item.title.clone())
            .unwrap_or_default()
    };
    let version = |text: Id, number: u32| {
        let seen = desk.text_by_id(text);
        let found = seen.as_ref().and_then(|seen| seen.text().version(number));
        found
            .map(|version| version.label.clone())
            .unwrap_or_default()
    };
    match fact {
        Fact::GroupFounded(f) => f.name.clone(),
        Fact::RuleSet(f) => f.name.clone(),
        Fact::CategoryDefined(f) => f.category.clone(),
        Fact::OrganisationRecorded(f) => f.name.clone(),
        Fact::OrganisationRenamed(f) => f.name.clone(),
        Fact::OrganisationAlsoKnown(f) => organisation(f.organisation),
        Fact::MembershipRecorded(f) => organisation(f.organisation),
        Fact::OfficeRecorded(f) => {
            let office = show::office_hat(f.office).name(show::words());
            format!("{office}, {}", organisation(f.organisation))
        }
        Fact::QuotationRecorded(f) => organisation(f.organisation),
        Fact::SourceRecorded(f) => f.title.clone(),
        Fact::MandateRecorded(f) => f.body.clone(),
        Fact::ThemeRecorded(f) => f.name.clone(),
        Fact::MeetingRecorded(f) => f.title.clone(),
        Fact::PaperRecorded(f) => f.title.clone(),
        Fact::DecisionsRecorded(f) => f.count.to_string(),
        Fact::MembershipStarted(f) => organisation(f.organisation),
        Fact::MembershipEnded(f) => organisation(f.organisation),
        Fact::OfficeAssigned(f) => organisation(f.organisation),
        Fact::OfficeEnded(f) => organisation(f.organisation),
        Fact::PersonRecorded(f) => desk
            .organisation_of_person(f.person)
            .map(organisation)
            .unwrap_or_default(),
        Fact::SeatOpened(f) => organisation(f.organisation),
        Fact::SeatEnded(f) => desk
            .organisation_of_seat(f.seat)
            .map(organisation)
            .unwrap_or_default(),
        Fact::VersionTabled(f) => f.label.clone(),
        Fact::LanguageAdded(f) => f.language.clone(),
        Fact::LanguageCleared(f) => f.language.clone(),
        Fact::TemplateKept(f) => f.name.clone(),
        Fact::TextTargeted(f) => target(desk, f),
        Fact::RoundOpened(f) => version(f.text, f.version),
        Fact::ReturnEntered(f) => organisation(f.organisation),
        Fact::SilenceOpened(f) => version(f.text, f.version),
        Fact::PositionEntered(f) => organisation(f.organisation),
        Fact::PositionApproved(f) => organisation(f.organisation),
        Fact::VoteEntered(f) => organisation(f.organisation),
        Fact::MessageReceived(f) => organisation(f.organisation),
        Fact::MessageRead(f) => organisation(f.organisation),
        Fact::DecisionAnnulled(f) => decision(f.decision),
        Fact::DecisionAdopted(f) => f.number.clone(),
        Fact::DecisionAttached(f) => decision(f.decision),
        Fact::DecisionReleased(f) => decision(f.decision),
        Fact::OrganisationClassified(f) => organisation(f.organisation),
        Fact::ProfileStated(f) => organisation(f.organisation),
        Fact::ThemeOpened(f) => f.name.clone(),
        Fact::ThemeClosed(f) => theme(f.theme),
        Fact::ThemesLinked(f) => format!("{}, {}", theme(f.first), theme(f.second)),
        Fact::PaperTabled(f) => f.symbol.clone(),
        Fact::ItemClosed(f) => item(f.meeting, f.item),
        Fact::ActionOpened(f) => f.number.clone(),
        Fact::ActionReported(f) => action(f.action),
        Fact::ActionDone(f) => action(f.action),
        Fact::ActionDropped(f) => action(f.action),
        Fact::ActionMoved(f) => action(f.action),
        Fact::ActionReassigned(f) => action(f.action),
        _ => String::new(),
    }
}

/// What a text is made for, in words; nothing where that was taken back.
fn target(desk: &Desk<'_>, fact: &group::TextTargeted) -> String {
    let meeting = fact.meeting.and_then(|id| desk.meeting_by_id(id));
    let meeting = meeting.map(|meeting| meeting.title.clone());
    meeting.or_else(|| fact.process.clone()).unwrap_or_default()
}

/// Title and address of what an act is about: a text, a meeting, a decision, an action, a theme, an
/// organisation.
pub(crate) fn about(desk: &Desk<'_>, act: &Act) -> Option<(String, String)> {
    let (title, path) = match (&act.stream, &act.fact) {
        (_, Fact::DecisionPut(f)) => meeting(desk, f.meeting)?,
        (_, Fact::DecisionObjected(f)) => meeting(desk, f.meeting)?,
        (_, Fact::DecisionTakenBack(f)) => meeting(desk, f.meeting)?,
        (_, Fact::DecisionAdopted(f)) if f.text.is_some() => text(desk, f.text?)?,
        (_, Fact::ThemeOpened(f)) => theme(desk, f.theme)?,
        (_, Fact::ThemeClosed(f)) => theme(desk, f.theme)?,
        (_, Fact::ThemesLinked(f)) => theme(desk, f.first)?,
        (_, Fact::ThemeRecorded(f)) => theme(desk, f.theme)?,
        (_, Fact::MandateRecorded(f)) => (f.body.clone(), "mandates".to_owned()),
        (_, Fact::OrganisationRecorded(f)) => organisation(desk, f.organisation)?,
        (_, Fact::MembershipRecorded(f)) => organisation(desk, f.organisation)?,
        (_, Fact::OfficeRecorded(f)) => organisation(desk, f.organisation)?,
        (_, Fact::ProfileStated(f)) => organisation(desk, f.organisation)?,
        (_, Fact::OrganisationClassified(f)) => organisation(desk, f.organisation)?,
        (_, Fact::OrganisationRenamed(f)) => organisation(desk, f.organisation)?,
        (Stream::Of(Noun::Text, id), _) => text(desk, *id)?,
        (Stream::Of(Noun::Round, id), _) => text(desk, desk.text_of_round(*id)?)?,
        (Stream::Of(Noun::Procedure, id), _) => match desk.meeting_of_vote(*id) {
            Some(of) => meeting(desk, of)?,
            None => text(
                desk,
                desk.text_of_procedure(*id)
                    .or_else(|| desk.text_of_vote(*id))?,
            )?,
        },
        (Stream::Of(Noun::Meeting, id), _) => meeting(desk, *id)?,
        (Stream::Of(Noun::Decision, id), _) => {
            let found = desk.decision_by_id(*id)?;
            let path = format!("decisions/{}", found.number.replace('/', "-"));
            (found.title.clone(), path)
        }
        (Stream::Of(Noun::Action, id), _) => {
            let found = desk.action_by_id(*id)?;
            let path = format!("actions/{}", found.number.replace('/', "-"));
            (desk.inner(&found.what).to_owned(), path)
        }
        _ => return None,
    };
    Some((title, format!("/{}/{path}", desk.group)))
}

fn text(desk: &Desk<'_>, id: Id) -> Option<(String, String)> {
    let seen = desk.text_by_id(id)?;
    let found = seen.text();
    Some((found.title.clone(), format!("texts/{}", found.slug)))
}

fn meeting(desk: &Desk<'_>, id: Id) -> Option<(String, String)> {
    let (slug, title) = desk.meeting_name(id)?;
    Some((title, format!("meetings/{slug}")))
}

fn theme(desk: &Desk<'_>, id: Id) -> Option<(String, String)> {
    let found = desk.theme_by_id(id)?;
    Some((found.name.clone(), format!("themes/{}", found.slug)))
}

fn organisation(desk: &Desk<'_>, id: Id) -> Option<(String, String)> {
    let found = desk.organisation(id)?;
    Some((found.name.clone(), format!("members/{}", found.slug)))
}

/// The title that the sentence says: that of a decision as it was put, else that of the thing.
fn title(fact: &Fact, thing: Option<&(String, String)>) -> String {
    match fact {
        Fact::DecisionPut(f) => f.title.clone(),
        Fact::DecisionAdopted(f) => f.title.clone(),
        _ => thing.map(|(title, _)| title.clone()).unwrap_or_default(),
    }
}
