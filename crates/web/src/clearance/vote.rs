//! A vote in writing on a text: opened, cast, entered, closed, confirmed.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use group::parts::{ChairStep, Choice as LawChoice, Elector, Tally};
use group::state::{Question, Vote, VoteStanding};
use group::{Command, Hat, Id, Refusal};
use office::desk::{Desk, TextSeen};
use pages::ballot::{Choice, Count, Majority, VoteRow};
use pages::entering_vote::EnterVote;
use pages::steering::{Because, ChairStep as Shown, Wait};
use pages::voting::{OpenVote, VoteState, Voting};
use pages::{Form, Place};

use super::enter::{Asked, came};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::returns::evidence_kind;
use crate::round::typed_deadline;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};

/// A choice as pages name it.
pub(crate) fn choice_of(choice: LawChoice) -> Choice {
    Choice::of(choice.word()).unwrap_or(Choice::DoesNotTakePart)
}

/// The count as pages show it.
pub(crate) fn count_of(vote: &Vote, tally: Tally) -> Count {
    let number = |votes: u64| u32::try_from(votes).unwrap_or(u32::MAX);
    Count {
        in_favour: number(tally.in_favour),
        against: number(tally.against),
        abstaining: number(tally.abstaining),
        took_part: tally.took_part,
        quorum: vote.quorum,
        quorum_met: tally.quorum_met,
        carried: tally.carried,
        majority: Majority::of(vote.majority.word()),
    }
}

/// Who said what, as far as the viewer may know; `evidence`: the address below which messages are read.
pub(crate) fn rows_of(desk: &Desk<'_>, vote: &Vote, evidence: Option<&str>) -> Vec<VoteRow> {
    let row = |(elector, choice): (Elector, Option<LawChoice>)| {
        let of = elector.organisation;
        let file = vote.cast.get(&of).and_then(|cast| {
            let entered = cast.entered.as_ref()?;
            entered.file.as_ref()
        });
        let slug = desk.organisation(of).map(|found| found.slug.as_str());
        let may = file.is_some() && desk.sees_vote_evidence(of);
        VoteRow {
            organisation: show::org_of(desk, of),
            choice: choice.map(choice_of),
            votes: elector.votes,
            evidence: evidence
                .zip(slug)
                .filter(|_| may)
                .map(|(path, slug)| format!("{path}/{slug}")),
        }
    };
    desk.ballots(vote).into_iter().map(row).collect()
}

/// The last vote on a text, as the viewer sees it.
pub(super) fn voting(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Option<Voting> {
    let vote = seen.vote()?;
    let Question::Version { version, .. } = vote.question else {
        return None;
    };
    let running = vote.is_running();
    let may = running && vote.in_time(desk.now) && desk.may_vote(vote);
    let own = desk.own_vote(vote);
    let outage = desk.outage_across_vote(vote).filter(|_| running);
    let passed = vote.deadline.is_some_and(|(at, _)| desk.now > at);
    let adopts = vote.is_carried() && desk.is_chair() && seen.text().decision.is_none();
    let evidence = format!(
        "/{}/texts/{}/clearance/vote/evidence",
        desk.group,
        seen.text().slug
    );
    let cancels = running && desk.is_chair() && !desk.has_agreed(ChairStep::Cancellation, vote.id);
    Some(Voting {
        state: state(desk, seen, vote),
        version: seen
            .text()
            .version(version)
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        opened: show::when(desk, vote.opened),
        opened_by: vote
            .opened_by
            .map(|by| show::org_of(desk, by))
            .unwrap_or_default(),
        majority: Majority::of(vote.majority.word()),
        quorum: vote.quorum,
        electorate: show::number(vote.electorate.len()),
        note: vote.note.reveal().cloned().unwrap_or_default(),
        cast: may.then(|| show::form(app)),
        own: own.map(|cast| {
            let on = show::when(desk, cast.received);
            (choice_of(cast.choice), on, cast.act + 1)
        }),
        chosen: own
            .map(|cast| cast.choice.word().to_owned())
            .unwrap_or_default(),
        rows: rows_of(desk, vote, Some(&evidence)),
        count: vote.tally().map(|tally| count_of(vote, tally)),
        waits: waits(desk, vote),
        adopt: (adopts && !desk.has_agreed(ChairStep::Adoption, vote.id))
            .then(|| (desk.next_number(), show::form(app))),
        close: (desk.is_chair() && passed && outage.is_some()).then(|| show::form(app)),
        cancel: cancels.then(|| Because {
            form: show::form(app),
            reason: String::new(),
        }),
        enters: running && desk.is_secretariat(),
        reason: vote.reason.reveal().cloned().unwrap_or_default(),
    })
}

fn state(desk: &Desk<'_>, seen: &TextSeen<'_>, vote: &Vote) -> VoteState {
    let when = |at| show::when(desk, at);
    let decision = seen.text().decision.and_then(|_| seen.decision());
    match vote.standing {
        VoteStanding::Running => {
            let until = vote.deadline.map_or(vote.opened, |(at, _)| at);
            let left = (until.as_millis() - desk.now.as_millis()).max(0) / 1_000;
            let left = words().left(u64::try_from(left).unwrap_or(0));
            VoteState::Running(when(until), left)
        }
        VoteStanding::Closed { at, tally } if tally.carried => match decision {
            Some(decision) => VoteState::Adopted(decision.number.clone(), when(decision.at)),
            None => VoteState::Carried(when(at)),
        },
        VoteStanding::Closed { at, .. } => VoteState::Lost(when(at)),
        VoteStanding::Cancelled { at } => VoteState::Cancelled(when(at)),
        VoteStanding::Annulled { at, .. } => VoteState::Annulled(when(at)),
    }
}

fn waits(desk: &Desk<'_>, vote: &Vote) -> Vec<Wait> {
    let mut waits = Vec::new();
    if !desk.is_staff() {
        return waits;
    }
    let unread = desk.unread_for_vote(vote);
    if vote.is_running() && unread > 0 {
        waits.push(Wait::Unread(show::number(unread)));
    }
    if let Some(outage) = desk.outage_across_vote(vote).filter(|_| vote.is_running()) {
        let until = show::when(desk, outage.until);
        waits.push(Wait::VoteOutage(show::when(desk, outage.from), until));
    }
    for (step, shown) in [
        (ChairStep::Adoption, Shown::Adoption),
        (ChairStep::Cancellation, Shown::Cancellation),
    ] {
        if desk.has_agreed(step, vote.id) {
            let awaited = desk.awaited_chairs(step, vote.id).into_iter();
            let awaited = awaited.map(|id| show::org_of(desk, id));
            waits.push(Wait::OtherChair(shown, awaited.collect()));
        }
    }
    waits
}

/// The form that puts the text to the vote, for the chair of a group that votes; `ready`: the text can be
/// cleared now.
pub(super) fn opening(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    ready: bool,
) -> Option<OpenVote> {
    let newest = seen.text().newest()?;
    let closed = |vote: &Vote| matches!(vote.standing, VoteStanding::Closed { .. });
    let voted = seen.vote().is_some_and(|vote| {
        matches!(vote.question, Question::Version { version, .. } if version == newest.number)
            && closed(vote)
    });
    if !ready || voted || !desk.is_chair() || !desk.votes_allowed() {
        return None;
    }
    let (majority, voters, quorum) = desk.vote_rules();
    let (proposed, shortest) = desk.days_of_vote();
    let (date, time) = show::deadline_ahead(desk, proposed.max(1));
    Some(OpenVote {
        form: show::form(app),
        version: newest.label.clone(),
        date,
        time,
        zone: show::zone_name(&desk.zone()),
        note: String::new(),
        electorate: show::number(voters.len()),
        majority: Majority::of(majority.word()),
        quorum,
        shortest_days: show::number(shortest),
    })
}

/// Puts the newest version to the vote.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let refuse = |field: &str, why: &str| {
        let mut view = super::view(&app, &desk, &seen)?;
        let Some(open) = &mut view.open_vote else {
            return Err(Failure::Refused(why.to_owned()));
        };
        open.form = Form::new(posted.text("command")).refused(field, why);
        posted.text("date").clone_into(&mut open.date);
        posted.text("time").clone_into(&mut open.time);
        posted.text("note").clone_into(&mut open.note);
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let deadline = match typed_deadline(&desk, &posted) {
        Ok(deadline) => deadline,
        Err((field, why)) => return refuse(field, why),
    };
    let note = posted.text("note").to_owned();
    let command = Command::OpenVote {
        vote: app.office.fresh_id(),
        text: seen.id,
        deadline,
        note: (!note.is_empty()).then_some(note),
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Chair))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/clearance");
    settled(ran, &who.group, &path, "vote-opened", |refusal| {
        let field = match refusal {
            Refusal::TooLong { what: "note", .. } => "note",
            other => super::field_of(other),
        };
        refuse(field, &sentence(refusal))
    })
}

/// One step of a vote that runs or is carried: `cast`, `close`, `cancel`, `adopt`.
pub(crate) async fn step(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, step)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let vote = seen.vote().ok_or(Failure::NotFound)?.id;
    let path = format!("texts/{slug}/clearance");
    let reason = posted.text("vote_cancel_reason").to_owned();
    let chosen = posted.text("choice").to_owned();
    let refuse = |field: &str, why: &str| {
        let mut view = super::view(&app, &desk, &seen)?;
        let form = || Form::new(posted.text("command")).refused(field, why);
        let gone = || Err(Failure::Refused(why.to_owned()));
        let Some(voting) = &mut view.vote else {
            return gone();
        };
        match (step.as_str(), &mut voting.cast, &mut voting.cancel) {
            ("cast", Some(cast), _) => {
                *cast = form();
                chosen.clone_into(&mut voting.chosen);
            }
            ("cancel", _, Some(cancel)) => {
                cancel.form = form();
                reason.clone_into(&mut cancel.reason);
            }
            _ => return gone(),
        }
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let chair = desk.viewer.acting(Hat::Chair);
    let (command, actor, told) = match step.as_str() {
        "cast" => {
            let Some(choice) = LawChoice::of(&chosen) else {
                return refuse("choice", words().t("problem-vote-choice"));
            };
            let command = Command::CastVote { vote, choice };
            (command, desk.viewer.speaking(), "vote-cast")
        }
        "close" => (Command::CloseVote { vote }, chair, "vote-closed"),
        "cancel" => {
            let told = after(&desk, ChairStep::Cancellation, vote, "vote-cancelled");
            let reason = reason.clone();
            (Command::CancelVote { vote, reason }, chair, told)
        }
        "adopt" if seen.text().decision.is_some() => {
            // Pressed in two windows.
            return Ok(crate::session::told_at(&who.group, &path, "already"));
        }
        "adopt" => {
            let decision = app.office.fresh_id();
            let told = after(&desk, ChairStep::Adoption, vote, "adopted");
            (Command::AdoptByVote { vote, decision }, chair, told)
        }
        _ => return Err(Failure::NotFound),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, &path, told, |refusal| {
        let field = match (step.as_str(), refusal) {
            ("cancel", Refusal::Missing { .. } | Refusal::TooLong { .. }) => "vote_cancel_reason",
            _ => "",
        };
        refuse(field, &sentence(refusal))
    })
}

/// What is told of a step that needs both chairs.
fn after(desk: &Desk<'_>, step: ChairStep, vote: Id, done: &'static str) -> &'static str {
    match desk.awaited_chairs(step, vote).is_empty() {
        true => done,
        false => "chair-agreed",
    }
}

/// The text and its vote, where one can be entered.
fn running<'d>(desk: &'d Desk<'_>, slug: &str) -> Result<(TextSeen<'d>, &'d Vote), Failure> {
    secretariat(desk)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let vote = seen.vote().filter(|vote| vote.is_running());
    Ok((seen, vote.ok_or(Failure::NotFound)?))
}

/// The form for a vote that came by mail; with `?message=ID` filled in with what is known of that message.
pub(crate) async fn enter_page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (seen, vote) = running(&desk, &slug)?;
    let id: Option<Id> = asked.message.as_deref().and_then(|id| id.parse().ok());
    let inbox = desk.inbox();
    let message = id.and_then(|id| inbox.iter().find(|(each, _)| *each == id));
    let mut view = entering(&desk, &seen, vote, show::form(&app));
    if let Some((id, message)) = message {
        let at = show::civil(message.arrived, &desk.zone());
        view.organisation = message.organisation.to_string();
        view.kind = evidence_kind(message.form);
        view.date = format!("{:04}-{:02}-{:02}", at.year, at.month, at.day);
        view.time = format!("{:02}:{:02}", at.hour, at.minute);
        view.message = id.to_string();
    }
    let shell = show::shell(&app, &who, &desk, Place::Texts);
    Ok(show::page(&shell, &view))
}

fn entering(desk: &Desk<'_>, seen: &TextSeen<'_>, vote: &Vote, form: Form) -> EnterVote {
    let others = vote.electorate.iter().map(|elector| elector.organisation);
    let others = others.filter(|id| Some(*id) != desk.viewer.organisation);
    let at = show::civil(desk.now, &desk.zone());
    let deadline = vote.deadline.map_or(vote.opened, |(deadline, _)| deadline);
    EnterVote {
        head: show::text_head(desk, seen),
        deadline: show::when(desk, deadline),
        form,
        organisations: others
            .map(|id| (id.to_string(), show::org_of(desk, id)))
            .collect(),
        organisation: String::new(),
        choice: String::new(),
        kind: pages::evidence::EvidenceKind::default(),
        date: format!("{:04}-{:02}-{:02}", at.year, at.month, at.day),
        time: format!("{:02}:{:02}", at.hour, at.minute),
        zone: show::zone_name(&desk.zone()),
        message: String::new(),
    }
}

/// Enters it.
pub(crate) async fn enter(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let (seen, vote) = running(&desk, &slug)?;
    let text = |name: &str| posted.text(name).to_owned();
    let refuse = |field: &str, why: &str| {
        let form = Form::new(posted.text("command")).refused(field, why);
        let view = EnterVote {
            organisation: text("organisation"),
            choice: text("choice"),
            kind: pages::evidence::EvidenceKind::of(posted.text("evidence")).unwrap_or_default(),
            date: text("date"),
            time: text("time"),
            message: text("message"),
            ..entering(&desk, &seen, vote, form)
        };
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    if let Some(why) = posted.file_too_large() {
        return refuse("file", &why);
    }
    if posted.text("organisation").is_empty() {
        return refuse("organisation", words().t("problem-enter-organisation"));
    }
    let Some(choice) = LawChoice::of(posted.text("choice")) else {
        return refuse("choice", words().t("problem-vote-choice"));
    };
    let typed = match typed_deadline(&desk, &posted) {
        Ok(typed) => typed,
        Err((field, why)) => return refuse(field, why),
    };
    let came = came(&app, &who, &desk, &posted, (typed, vote.opened))?;
    let command = Command::EnterVote {
        vote: vote.id,
        organisation: posted.id("organisation")?,
        choice,
        evidence: came.kind,
        evidence_file: came.file,
        arrived: came.arrived,
        message: came.message,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/clearance");
    settled(ran, &who.group, &path, "vote-entered", |refusal| {
        refuse(super::field_of(refusal), &sentence(refusal))
    })
}

/// The message behind a vote that was entered: for the secretariat, the chair and the organisation itself.
pub(crate) async fn evidence(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, org)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let vote = seen.vote().ok_or(Failure::NotFound)?;
    let (organisation, _) = desk.organisation_at(&org).ok_or(Failure::NotFound)?;
    let file = desk.vote_evidence(vote, organisation)?;
    Ok(crate::read::delivered(file.ok_or(Failure::NotFound)?))
}
