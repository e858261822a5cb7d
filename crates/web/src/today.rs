//! `/GROUP/today`: what is asked of the viewer, soonest first, and what happened since.

mod following;

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use group::Instant;
use group::parts::ChairStep;
use group::state::{Round, Stage};
use office::Voices as _;
use office::desk::{ActSeen, Desk, TextSeen};
use pages::Place;
use pages::today::{Ask, Asked, Held, Today};

use crate::app::App;
use crate::deed::deed;
use crate::failure::Failure;
use crate::session::Who;
use crate::show;

/// Acts looked through for what happened.
const LOOKED_AT: u32 = 60;
/// How many of them are shown.
const SHOWN: usize = 10;

pub(crate) async fn page(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let told = desk.acts_before(desk.size(), LOOKED_AT)?;
    let since = told.iter().filter(|seen| worth_telling(seen)).take(SHOWN);
    let view = Today {
        outbox: match desk.is_secretariat() {
            true => Some(show::number(desk.outbox(crate::notices::SHOWN)?.len())),
            false => None,
        },
        inbox: desk.is_secretariat().then(|| {
            let unread =
                |(_, message): &&(group::Id, &group::state::Message)| message.found.is_none();
            show::number(desk.inbox().iter().filter(unread).count())
        }),
        day: show::day(&desk, desk.now),
        asked: asked(&desk),
        since: since.map(|seen| deed(&desk, seen)).collect(),
    };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Today),
        &view,
    ))
}

/// Steps of a text's life; not the small acts that stand with them.
fn worth_telling(seen: &ActSeen) -> bool {
    let kind = seen.act.fact.kind();
    let noun = kind.split('.').next().unwrap_or_default();
    let small = ["silence.confirmed", "text.opened"];
    !small.contains(&kind)
        && [
            "version",
            "round",
            "return",
            "compilation",
            "responses",
            "silence",
            "position",
            "chair",
            "calendar",
            "rule",
            "decision",
            "endorsement",
            "text",
            "meeting",
            "agenda",
            "paper",
            "minutes",
            "note",
            "action",
        ]
        .contains(&noun)
}

/// What is asked of the viewer, soonest first; what has no day comes last.
pub(crate) fn asked(desk: &Desk<'_>) -> Vec<Asked> {
    let mut found: Vec<(Option<Instant>, Asked)> = Vec::new();
    for seen in desk.texts() {
        for (ask, at) in asks(desk, &seen) {
            let text = seen.text();
            let asked = Asked {
                what: ask,
                title: text.title.clone(),
                path: format!("texts/{}", text.slug),
                version: text
                    .newest()
                    .map(|version| version.label.clone())
                    .unwrap_or_default(),
                when: at.map(|at| show::when(desk, at)),
            };
            found.push((at, asked));
        }
    }
    found.extend(following::asks(desk));
    found.sort_by_key(|(at, _)| at.map_or(i64::MAX, Instant::as_millis));
    found.into_iter().map(|(_, asked)| asked).collect()
}

fn asks(desk: &Desk<'_>, seen: &TextSeen<'_>) -> Vec<(Ask, Option<Instant>)> {
    let own = desk.viewer.organisation;
    let mut asks = Vec::new();
    if let Some(open) = seen.text().open_correction() {
        if desk.viewer.speaks() && desk.now <= open.deadline {
            asks.push((Ask::Correction, Some(open.deadline)));
        }
        if desk.is_secretariat() && desk.now >= open.issued_from() {
            asks.push((Ask::MakeCorrection, Some(open.deadline)));
        }
    }
    match seen.stage() {
        Stage::Drafting if seen.is_team() => asks.push((Ask::OpenRound, None)),
        Stage::InRound(round) => {
            if seen.may_return(round) {
                let held = match own.and_then(|own| round.return_of(own)) {
                    None => Held::Nothing,
                    Some(one) if one.evidence.is_some() => Held::Entered,
                    Some(_) => Held::Own,
                };
                asks.push((Ask::Return { held }, Some(round.deadline)));
            }
            if desk.is_secretariat() {
                let answered = show::number(round.answered());
                let asked = show::number(round.electorate.len());
                asks.push((Ask::WatchRound { answered, asked }, Some(round.deadline)));
            }
        }
        Stage::Answering(round) if seen.is_team() => {
            asks.push((answering(desk, seen, round), round.closed))
        }
        Stage::ResponsesIssued(_) if seen.is_team() => asks.push((Ask::MakeNextVersion, None)),
        Stage::UnderSilence(procedure) => {
            if desk.viewer.speaks() && own.is_some_and(|own| procedure.electorate.contains(&own)) {
                let held = match seen.own_position(procedure) {
                    None => Held::Nothing,
                    Some(given) if given.entered.is_some() => Held::Entered,
                    Some(_) => Held::Own,
                };
                asks.push((Ask::Answer { held }, Some(procedure.deadline)));
            }
            let outage = || desk.outage_across(procedure).is_some();
            let waits = !procedure.more_time.is_empty() || !procedure.awaiting.is_empty();
            if desk.is_chair() && (waits || outage()) {
                asks.push((Ask::Steer, Some(procedure.deadline)));
            }
            if desk.is_chair() || desk.is_secretariat() {
                asks.push((Ask::WatchSilence, Some(procedure.deadline)));
            }
        }
        Stage::AwaitingChair(procedure)
            if desk.is_chair() && !desk.has_agreed(ChairStep::Adoption, procedure.id) =>
        {
            asks.push((Ask::Confirm, Some(procedure.deadline)));
        }
        Stage::Voting(vote) => {
            let deadline = vote.deadline.map(|(at, _)| at);
            if desk.may_vote(vote) && vote.in_time(desk.now) {
                let held = desk.own_vote(vote).is_some();
                asks.push((Ask::Vote { held }, deadline));
            }
            let outage = desk.outage_across_vote(vote).is_some();
            let waits = outage || desk.unread_for_vote(vote) > 0;
            if desk.is_staff() && waits && !vote.in_time(desk.now) {
                asks.push((Ask::VoteWaits, deadline));
            }
        }
        Stage::Carried(vote)
            if desk.is_chair() && !desk.has_agreed(ChairStep::Adoption, vote.id) =>
        {
            asks.push((Ask::Carried, vote.deadline.map(|(at, _)| at)));
        }
        Stage::Ended(_) if desk.is_chair() => asks.push((Ask::AfterBroken, None)),
        Stage::Adopted(decision) => {
            if desk.viewer.speaks()
                && own.is_some_and(|own| !seen.text().endorsements.contains_key(&own))
            {
                asks.push((Ask::Endorse, None));
            }
            if desk.is_secretariat() || desk.is_chair() {
                asks.push((Ask::Publish, Some(decision.at)));
            }
        }
        _ => {}
    }
    asks
}

fn answering(desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> Ask {
    let Some(compilation) = round
        .compilation
        .as_ref()
        .filter(|_| round.compilation_is_whole())
    else {
        return Ask::Freeze;
    };
    let proposals = show::number(compilation.items().count());
    let answered = crate::comments::answered(desk, seen, round);
    if answered >= proposals {
        Ask::IssueResponses
    } else {
        Ask::AnswerProposals {
            answered,
            proposals,
        }
    }
}
