//! The invitation as a file for calendars (RFC 5545): a move keeps the UID and raises SEQUENCE, so that a
//! calendar which holds it follows (5-procedures, *Meetings*).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use group::state::Meeting;
use group::{Id, Instant};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use office::desk::Desk;

use super::inside;
use crate::app::App;
use crate::failure::Failure;
use crate::session::Who;

/// The file, for those inside.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let page = format!("{}/{}/meetings/{slug}", app.settings.base, desk.group);
    let about = [
        (
            header::CONTENT_TYPE,
            "text/calendar; charset=utf-8".to_owned(),
        ),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{slug}.ics\""),
        ),
    ];
    Ok((about, calendar(&desk, id, meeting, &page)).into_response())
}

fn calendar(desk: &Desk<'_>, id: Id, meeting: &Meeting, page: &str) -> String {
    let cancelled = meeting.is_cancelled();
    let agenda = meeting.agenda.iter().enumerate();
    let agenda: Vec<String> = agenda
        .map(|(at, item)| format!("{}. {}", at + 1, line(&item.title)))
        .collect();
    let mut event = Event::new();
    event
        .uid(&format!("{id}@{}", desk.group))
        .sequence(meeting.moved + u32::from(cancelled))
        .status(if cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        })
        .summary(&line(&meeting.title))
        .location(&line(&meeting.place))
        .description(&agenda.join("\n"))
        .url(page);
    for (name, at) in [
        ("DTSTAMP", desk.now),
        ("DTSTART", meeting.begins),
        ("DTEND", meeting.ends),
    ] {
        event.add_property(name, utc(at));
    }
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", if cancelled { "CANCEL" } else { "PUBLISH" }));
    calendar.push(event.done());
    calendar.to_string()
}

/// Words in one line: a calendar's text holds no control characters (RFC 5545, 3.3.11), and a title that was
/// typed elsewhere than in a browser may have some.
fn line(text: &str) -> String {
    text.split(char::is_control)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// "20260521T090000Z".
fn utc(at: Instant) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}
