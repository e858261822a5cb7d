//! `/GROUP/members/SLUG`: one organisation, as of a day.

mod coverage;
mod keeping;

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::parts::Work;
use group::state::{Membership, Organisation, Theme};
use group::{Day, Id};
use office::desk::Desk;
use pages::Place;
use pages::keeping::{Join, Keep};
use pages::member::{Member, MembershipTerm, OfficeTerm, ToldMember};
use pages::profile::{ProfileTheme, StateProfile, WorksOn};

pub(crate) use coverage::page as coverage;
pub(crate) use keeping::{add_name, classify, join, leave, profile, rename};

use crate::actions::row as action_row;
use crate::app::App;
use crate::failure::Failure;
use crate::meeting::source;
use crate::members::{kind, seats};
use crate::public::for_all_narrowed;
use crate::query::Query;
use crate::session::Who;
use crate::show::{self};

/// The day that is asked for, or the one of which the group's list is shown.
fn day_of(desk: &Desk<'_>, query: &Query) -> Day {
    query
        .text("on")
        .parse()
        .unwrap_or_else(|_| desk.members_day())
}

pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let query = Query::of(&uri);
    for_all_narrowed(&app, &who, (&uri, &headers), Place::Members, |desk| {
        let (id, found) = desk.organisation_at(&slug)?;
        Some(view(&app, desk, (id, found), day_of(desk, &query)))
    })
}

fn view(app: &App, desk: &Desk<'_>, (id, found): (Id, &Organisation), on: Day) -> Member {
    let profile = desk.profile(id, on);
    let texts = desk.texts();
    let own = desk.viewer.organisation == Some(id) && desk.viewer.speaks();
    let takes_part = desk.participants().iter().any(|(member, _)| *member == id);
    let works_on = profile.map(|profile| profile.works_on.as_slice());
    Member {
        slug: found.slug.clone(),
        organisation: show::org_on(found, on),
        as_of: show::date_of(on),
        on: on.to_string(),
        also: found.also.clone(),
        former: found
            .former
            .iter()
            .map(|former| (show::date_of(former.until), former.name.clone()))
            .collect(),
        kind: found.category.get().map(|found| kind(*found)),
        memberships: memberships(found),
        offices: offices(desk, id),
        seats: seats(desk, id),
        works_on: works_on
            .unwrap_or_default()
            .iter()
            .filter_map(|work| works(desk, work))
            .collect(),
        own_words: profile.and_then(|p| p.words.clone()).unwrap_or_default(),
        stated: profile.map(|profile| show::date_of(profile.since)),
        entered: profile.is_some_and(|profile| profile.by != Some(id)),
        texts: texts
            .iter()
            .filter(|seen| seen.text().penholder == id)
            .map(|seen| (seen.text().slug.clone(), seen.text().title.clone()))
            .collect(),
        actions: desk
            .actions()
            .into_iter()
            .filter(|action| action.is_open() && action.owners.contains(&id))
            .map(|action| action_row(desk, action))
            .collect(),
        inside: desk.is_inside(),
        profile: (takes_part && (own || desk.is_secretariat()))
            .then(|| profile_form(app, desk, id))
            .filter(|form| !form.themes.is_empty()),
        keep: desk.is_secretariat().then(|| keep(app, desk, found)),
        told: told(desk, id, found, on),
    }
}

/// What a source tells of an organisation that the group's own record doesn't know as taking part.
fn told(desk: &Desk<'_>, id: Id, found: &Organisation, on: Day) -> Option<ToldMember> {
    let all = desk.memberships_told_of(id);
    let first = all.first().filter(|_| found.memberships.is_empty())?;
    let of_day = all.iter().any(|told| told.on == on);
    let offices = desk.offices_told_of(id).into_iter();
    let mut passages: Vec<String> = all.iter().map(|told| desk.passage(&told.cited)).collect();
    passages.extend(offices.map(|office| desk.passage(&office.cited)));
    Some(ToldMember {
        other_days: if of_day {
            Vec::new()
        } else {
            all.iter().map(|told| show::date_of(told.on)).collect()
        },
        passages,
        source: source(desk, first.cited.source)?,
        act: first.cited.act + 1,
    })
}

fn works(desk: &Desk<'_>, work: &Work) -> Option<WorksOn> {
    let theme = desk.theme_by_id(work.theme)?;
    Some(WorksOn {
        theme: (theme.slug.clone(), theme.name.clone()),
        approaches: work.approaches.clone(),
    })
}

/// Newest first.
fn memberships(found: &Organisation) -> Vec<MembershipTerm> {
    let lived = |membership: &Membership| MembershipTerm {
        category: membership.category.clone(),
        since: show::date_of(membership.since),
        until: membership.until.map(show::date_of),
    };
    found.memberships.iter().rev().map(lived).collect()
}

fn offices(desk: &Desk<'_>, id: Id) -> Vec<OfficeTerm> {
    let decision = |id: Id| Some(desk.decision_by_id(id)?.number.clone());
    let lived = desk.terms_of(id).into_iter().rev().map(|term| OfficeTerm {
        office: show::office_hat(term.office),
        since: show::date_of(term.since),
        until: term.until.map(show::date_of),
        exercised_by: desk.exercised_by(term).to_owned(),
        decision: term.decision.and_then(decision),
    });
    let told = desk.offices_told_of(id).into_iter().map(|office| {
        let (person, function) = desk.office_person(office);
        OfficeTerm {
            office: show::office_hat(office.office),
            since: String::new(),
            until: None,
            exercised_by: format!("{person}, {function}"),
            decision: None,
        }
    });
    lived.chain(told).collect()
}

/// The form with what the organisation states now.
fn profile_form(app: &App, desk: &Desk<'_>, id: Id) -> StateProfile {
    let stated = desk.profile(id, desk.day());
    let ticked = |theme: Id| {
        let works = stated.and_then(|p| p.works_on.iter().find(|work| work.theme == theme));
        match works {
            Some(work) if work.approaches.is_empty() => vec![YES.to_owned()],
            Some(work) => work.approaches.clone(),
            None => Vec::new(),
        }
    };
    StateProfile {
        form: show::form(app),
        approaches: approaches(desk),
        themes: offered(desk, stated)
            .into_iter()
            .map(|(id, theme)| ProfileTheme {
                slug: theme.slug.clone(),
                name: theme.name.clone(),
                ticked: ticked(id),
            })
            .collect(),
        words: stated.and_then(|p| p.words.clone()).unwrap_or_default(),
    }
}

/// A tick that names no approach: the group has none.
const YES: &str = "yes";

/// Themes that can be ticked: the open ones, and those that are ticked already.
fn offered<'d>(desk: &'d Desk<'_>, stated: Option<&group::state::Profile>) -> Vec<(Id, &'d Theme)> {
    let has = |id: Id| stated.is_some_and(|p| p.works_on.iter().any(|work| work.theme == id));
    let mut all = desk.themes();
    all.retain(|(id, theme)| theme.until.is_none() || has(*id));
    all
}

fn approaches(desk: &Desk<'_>) -> Vec<String> {
    desk.purpose()
        .map(|purpose| purpose.approaches.clone())
        .unwrap_or_default()
}

fn keep(app: &App, desk: &Desk<'_>, found: &Organisation) -> Keep {
    let form = || show::form(app);
    Keep {
        rename: form(),
        name: found.name.clone(),
        short_name: found.short_name.clone().unwrap_or_default(),
        other: form(),
        other_name: String::new(),
        classify: form(),
        kind: found
            .category
            .get()
            .map(|kind| kind.word().to_owned())
            .unwrap_or_default(),
        leave: found.membership(desk.day()).map(|_| form()),
        join: found.membership(desk.day()).is_none().then(|| Join {
            form: form(),
            categories: desk
                .categories()
                .into_iter()
                .map(|category| (category.to_owned(), category.to_owned()))
                .collect(),
            category: group::MEMBER.to_owned(),
        }),
    }
}
