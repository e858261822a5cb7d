//! Meetings, themes and mandates that sources tell of. Public, so for visitors and members alike.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::parts::{AccountKind, DecisionKind, MeetingLevel};
use group::state::{DecisionsTold, Meeting};
use group::{Day, Id};
use office::desk::{Desk, MembersOn};
use pages::Place;
use pages::mandates::{Mandate, Mandates};
use pages::meetings::{Counted, Importance, Level, MeetingRow, Meetings, Paper};
use pages::themes::{Theme, ThemeRow, Themes};
use pages::told::{Quote, Source};

use crate::app::App;
use crate::failure::Failure;
use crate::public::for_all;
use crate::session::Who;
use crate::show;

pub(crate) async fn meetings(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Meetings, |desk| {
        Some(Meetings { rows: rows(desk) })
    })
}

pub(crate) async fn meeting(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Meetings, |desk| {
        let (id, meeting) = desk.meeting(&slug)?;
        told(desk, id, meeting)
    })
}

pub(crate) async fn themes(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Themes, |desk| {
        let row = |theme: &group::state::Theme| ThemeRow {
            slug: theme.slug.clone(),
            name: theme.name.clone(),
            since: show::date_of(theme.since),
        };
        Some(Themes {
            rows: desk.themes().into_iter().map(row).collect(),
        })
    })
}

pub(crate) async fn theme(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Themes, |desk| {
        let themes = desk.themes();
        let theme = themes.iter().find(|theme| theme.slug == slug)?;
        let meeting = theme.meeting.and_then(|id| desk.meeting_by_id(id));
        let others = themes
            .iter()
            .filter(|other| other.slug != slug && other.meeting == theme.meeting);
        Some(Theme {
            name: theme.name.clone(),
            since: show::date_of(theme.since),
            meeting: meeting.map(|meeting| (meeting.slug.clone(), meeting.title.clone())),
            passage: desk.passage(&theme.cited),
            others: others
                .map(|other| (other.slug.clone(), other.name.clone()))
                .collect(),
            source: source(desk, theme.cited.source)?,
            act: theme.cited.act + 1,
        })
    })
}

pub(crate) async fn mandates(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Mandates, |desk| {
        let row = |mandate: &group::state::Mandate| {
            Some(Mandate {
                body: mandate.body.clone(),
                instrument: mandate.instrument.get().cloned(),
                on: mandate.on.get().copied().map(show::date_of),
                asks: mandate.asks.clone(),
                passage: desk.passage(&mandate.cited),
                source: source(desk, mandate.cited.source)?,
                act: mandate.cited.act + 1,
            })
        };
        Some(Mandates {
            rows: desk.mandates().into_iter().filter_map(row).collect(),
        })
    })
}

/// Meetings as the lists show them, newest first.
pub(crate) fn rows(desk: &Desk<'_>) -> Vec<MeetingRow> {
    let row = |(id, meeting): (Id, &Meeting)| MeetingRow {
        slug: meeting.slug.clone(),
        title: meeting.title.clone(),
        level: level(meeting.level),
        ordinal: desk.ordinal(id).get().copied(),
        on: show::date_of(meeting.on),
        place: meeting.place.get().cloned(),
        recorded: true,
    };
    desk.meetings().into_iter().map(row).collect()
}

fn level(level: MeetingLevel) -> Level {
    match level {
        MeetingLevel::Heads => Level::Heads,
        MeetingLevel::WorkingLevel => Level::WorkingLevel,
    }
}

fn told(desk: &Desk<'_>, id: Id, meeting: &Meeting) -> Option<pages::meetings::Meeting> {
    let accounts = |about| {
        let found = meeting.accounts.iter().filter(|each| each.about == about);
        found.map(|each| desk.passage(&each.cited)).collect()
    };
    let offices = desk.offices_told(meeting.on).into_iter().map(|office| {
        let (person, _) = desk.office_person(office);
        (
            show::office_hat(office.office),
            show::org_of(desk, office.organisation),
            person,
        )
    });
    let named: Vec<_> = desk
        .themes()
        .into_iter()
        .filter(|theme| theme.meeting == Some(id))
        .collect();
    Some(pages::meetings::Meeting {
        title: meeting.title.clone(),
        level: level(meeting.level),
        ordinal: desk.ordinal(id).get().copied(),
        on: show::date_of(meeting.on),
        place: meeting.place.get().cloned(),
        met: desk.passage(&meeting.cited),
        offices: offices.collect(),
        attendance: meeting
            .attendance
            .get()
            .map(|present| present.iter().map(|id| show::org_of(desk, *id)).collect()),
        significance: accounts(AccountKind::Significance),
        outcomes: accounts(AccountKind::Outcome),
        decisions: meeting
            .decisions
            .as_ref()
            .map(|decisions| counted(desk, decisions)),
        quotations: meeting
            .quotations
            .iter()
            .map(|quotation| Quote {
                words: quotation.words.reveal().cloned().unwrap_or_default(),
                attribution: quotation.attribution.reveal().cloned().unwrap_or_default(),
            })
            .collect(),
        themes: named
            .iter()
            .map(|theme| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        themes_said: named
            .first()
            .map(|theme| desk.passage(&theme.cited))
            .unwrap_or_default(),
        composition: accounts(AccountKind::Composition),
        members: match desk.members_on(meeting.on) {
            MembersOn::Told(members, _) => members.iter().map(|(_, o)| show::org(o)).collect(),
            _ => Vec::new(),
        },
        papers: meeting
            .papers
            .iter()
            .map(|paper| Paper {
                title: paper.title.clone(),
                dated: paper.dated.get().map(|dated| month_or_day(dated)),
                passage: desk.passage(&paper.cited),
            })
            .collect(),
        source: source(desk, meeting.cited.source)?,
        act: meeting.cited.act + 1,
    })
}

/// What is told of decisions without their texts.
pub(crate) fn counted(desk: &Desk<'_>, decisions: &DecisionsTold) -> Counted {
    Counted {
        count: decisions.count,
        kinds: decisions
            .kinds
            .iter()
            .map(|kind| match kind {
                DecisionKind::Strategic => Importance::Strategic,
                DecisionKind::Procedural => Importance::Procedural,
            })
            .collect(),
        passage: desk.passage(&decisions.cited),
    }
}

/// A source as pages show it.
pub(crate) fn source(desk: &Desk<'_>, id: Id) -> Option<Source> {
    let source = desk.source(id)?;
    Some(Source {
        title: source.title.clone(),
        form: source.form.clone(),
        publisher: source.publisher.get().cloned(),
        published: source.published.get().copied().map(show::date_of),
        entered: show::date_of(source.entered),
    })
}

/// "April 2018", or "2 April 2018".
fn month_or_day(dated: &str) -> String {
    match dated.parse::<Day>() {
        Ok(day) => show::date_of(day),
        Err(_) => show::month_of(dated),
    }
}
