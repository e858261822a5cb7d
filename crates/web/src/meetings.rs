//! `/GROUP/meetings`: the list, calling a meeting, and what all pages of meetings share.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::parts::MeetingLevel;
use group::state::{Meeting, MeetingStanding, MeetingTold};
use group::{Command, Hat, Id, Instant, Known, Refusal};
use jiff::tz::TimeZone;
use office::desk::Desk;
use pages::call::{Call, Times};
use pages::meetings::{Level, MeetingRow, Meetings, Stage, span};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::public::for_all;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};

/// Days ahead at which the form that calls a meeting begins.
const DAYS: usize = 20;

pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Meetings, |desk| {
        Some(view(desk))
    })
}

/// Which one of its level each meeting is.
type Ordinals = BTreeMap<Id, Known<u32>>;

fn view(desk: &Desk<'_>) -> Meetings {
    let ordinals = desk.ordinals();
    let coming = desk.meetings_coming().into_iter();
    Meetings {
        coming: coming.map(|(id, m)| row(desk, &ordinals, id, m)).collect(),
        past: past(desk),
        inside: desk.is_inside(),
        call: desk.is_staff(),
    }
}

/// Meetings that are over or that a source tells of, newest first: for visitors those with a note.
pub(crate) fn past(desk: &Desk<'_>) -> Vec<MeetingRow> {
    let ordinals = desk.ordinals();
    let over = |m: &Meeting| m.is_closed() || m.is_cancelled();
    let lived = desk.meetings().into_iter().filter(|(_, m)| over(m));
    let lived = lived.map(|(id, m)| (m.day(), row(desk, &ordinals, id, m)));
    let told = desk.meetings_told().into_iter();
    let told = told.map(|(id, m)| (m.on, told_row(&ordinals, id, m)));
    let mut all: Vec<_> = lived.chain(told).collect();
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    all.into_iter().map(|(_, row)| row).collect()
}

fn told_row(ordinals: &Ordinals, id: Id, meeting: &MeetingTold) -> MeetingRow {
    MeetingRow {
        slug: meeting.slug.clone(),
        title: meeting.title.clone(),
        level: level(meeting.level),
        ordinal: ordinals.get(&id).and_then(Known::get).copied(),
        on: show::date_of(meeting.on),
        relative: None,
        place: meeting.place.get().cloned(),
        stage: None,
        recorded: true,
    }
}

fn row(desk: &Desk<'_>, ordinals: &Ordinals, id: Id, meeting: &Meeting) -> MeetingRow {
    let title = match &meeting.note {
        Some(note) if !desk.is_inside() => note.title.clone(),
        _ => meeting.title.clone(),
    };
    MeetingRow {
        slug: meeting.slug.clone(),
        title,
        level: level(meeting.level),
        ordinal: ordinals.get(&id).and_then(Known::get).copied(),
        on: on(desk, meeting),
        relative: relative(desk, meeting),
        place: Some(meeting.place.clone()),
        stage: desk.is_inside().then(|| stage(meeting)),
        recorded: false,
    }
}

/// A level as pages name it.
pub(crate) fn level(level: MeetingLevel) -> Level {
    match level {
        MeetingLevel::Heads => Level::Heads,
        MeetingLevel::WorkingLevel => Level::WorkingLevel,
    }
}

/// The zone of a meeting's place.
pub(crate) fn zone(meeting: &Meeting) -> TimeZone {
    TimeZone::get(&meeting.zone).unwrap_or(TimeZone::UTC)
}

/// When a meeting is held: for those inside to the minute, for the public its day.
pub(crate) fn on(desk: &Desk<'_>, meeting: &Meeting) -> String {
    if !desk.is_inside() {
        return show::date_of(meeting.day());
    }
    let zone = zone(meeting);
    span(
        words(),
        &show::civil(meeting.begins, &zone),
        &show::civil(meeting.ends, &zone),
    )
}

/// "in 17 days", while a meeting is coming.
pub(crate) fn relative(desk: &Desk<'_>, meeting: &Meeting) -> Option<String> {
    let coming = meeting.standing == MeetingStanding::Called && meeting.begins > desk.now;
    coming
        .then(|| show::when(desk, meeting.begins).relative)
        .flatten()
}

/// Where a meeting stands.
pub(crate) fn stage(meeting: &Meeting) -> Stage {
    match (meeting.standing, &meeting.minutes) {
        (MeetingStanding::Called, _) if meeting.agenda.is_empty() => Stage::Called,
        (MeetingStanding::Called, _) => Stage::AgendaProposed,
        (MeetingStanding::Open { .. }, _) => Stage::InSession,
        (MeetingStanding::Cancelled { .. }, _) => Stage::Cancelled,
        (MeetingStanding::Closed { .. }, None) => Stage::Closed,
        (MeetingStanding::Closed { .. }, Some(minutes)) if minutes.approved.is_some() => {
            Stage::MinutesApproved
        }
        (MeetingStanding::Closed { .. }, Some(_)) => Stage::MinutesCirculated,
    }
}

/// Chair or secretariat, in whichever capacity the seat gives.
pub(crate) fn staff(desk: &Desk<'_>) -> Result<group::Actor, Failure> {
    if desk.is_staff() {
        Ok(desk.viewer.acting_as(&[Hat::Secretariat, Hat::Chair]))
    } else {
        Err(Failure::NotFound)
    }
}

/// The empty form, for chair and secretariat.
pub(crate) async fn new(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    staff(&desk)?;
    let (date, _) = show::deadline_ahead(&desk, DAYS);
    let call = Call {
        form: show::form(&app),
        times: Times {
            date,
            from: "10:00".into(),
            until: "13:00".into(),
            ..Times::default()
        },
        zone: group_zone(&desk),
        ..Call::default()
    };
    let shell = show::shell(&app, &who, &desk, Place::Meetings);
    Ok(show::page(&shell, &call))
}

/// The IANA name of the zone of the group's seat.
fn group_zone(desk: &Desk<'_>) -> String {
    let zone = desk.zone();
    zone.iana_name().unwrap_or("UTC").to_owned()
}

/// When and where, as a form typed it.
pub(crate) fn typed_times(posted: &Posted) -> Times {
    let text = |name: &str| posted.text(name).to_owned();
    Times {
        date: text("date"),
        from: text("from"),
        until: text("until"),
        place: text("place"),
    }
}

/// Begin and end in a zone, or the field and the sentence that refuse them.
pub(crate) fn instants(
    times: &Times,
    zone: &TimeZone,
) -> Result<(Instant, Instant), (&'static str, &'static str)> {
    if times.date.parse::<jiff::civil::Date>().is_err() {
        return Err(("date", words().t("problem-date")));
    }
    let at = |name: &'static str, time: &str| {
        show::instant_in(zone, &times.date, time).ok_or((name, words().t("problem-time")))
    };
    Ok((at("from", &times.from)?, at("until", &times.until)?))
}

/// Calls a meeting. Refused, everything typed comes back.
pub(crate) async fn call(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = staff(&desk)?;
    let times = typed_times(&posted);
    let refuse = |field: &str, why: &str| {
        let call = Call {
            form: Form::new(posted.text("command")).refused(field, why),
            title: posted.text("title").to_owned(),
            level: posted.text("level").to_owned(),
            times: times.clone(),
            zone: posted.text("zone").to_owned(),
        };
        let shell = show::shell(&app, &who, &desk, Place::Meetings);
        Ok(show::refused_page(&shell, &call))
    };
    let name = posted.text("zone");
    let Ok(zone) = TimeZone::get(name) else {
        let why = sentence(&Refusal::NoZone { zone: name.into() });
        return refuse("zone", &why);
    };
    let (begins, ends) = match instants(&times, &zone) {
        Ok(both) => both,
        Err((field, why)) => return refuse(field, why),
    };
    let Some(level) = MeetingLevel::of(posted.text("level")) else {
        return Err(Failure::NotOurForm);
    };
    // The meeting's id is the command's, so that the form sent twice leads to the same page.
    let meeting = posted.command()?;
    let command = Command::CallMeeting {
        meeting,
        title: posted.text("title").to_owned(),
        level,
        begins,
        ends,
        zone: name.to_owned(),
        place: times.place.clone(),
    };
    let ran = app
        .office
        .execute(&who.group, &asking(&posted, actor)?, &command, &[]);
    let slug = app.office.desk(&who.group, who.seat);
    let slug = slug.and_then(|desk| Some(desk.meeting_by_id(meeting)?.slug.clone()));
    let path = slug.map_or_else(|| "meetings".to_owned(), |slug| format!("meetings/{slug}"));
    settled(ran, &who.group, &path, "meeting-called", |refusal| {
        refuse(times_field(refusal), &sentence(refusal))
    })
}

/// The field that a refusal of a meeting's particulars is about.
pub(crate) fn times_field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Missing { what: "title" } | Refusal::TooLong { what: "title", .. } => "title",
        Refusal::Missing { what: "place" } | Refusal::TooLong { what: "place", .. } => "place",
        Refusal::EndsBefore {} => "until",
        Refusal::Missing { what: "reason" } | Refusal::TooLong { what: "reason", .. } => "reason",
        _ => "",
    }
}
