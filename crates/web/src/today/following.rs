//! What meetings, their decisions and actions ask of the viewer.

use group::Instant;
use group::state::{Action, Meeting, MeetingStanding};
use office::desk::Desk;
use pages::today::{Ask, Asked};

use crate::show;

/// A meeting is told of for so many days before it.
const AHEAD_MS: i64 = 30 * 86_400_000;
/// An agenda is asked for when a meeting is no further away than this.
const AGENDA_MS: i64 = 21 * 86_400_000;

/// A meeting that nobody closed is no longer told of, but to those who close it, so long after its end.
const OPEN_MS: i64 = 86_400_000;

/// A note is asked for within so many days after a meeting: a group need not issue one.
const NOTE_MS: i64 = 45 * 86_400_000;

/// Each with the instant that it is sorted by.
pub(super) fn asks(desk: &Desk<'_>) -> Vec<(Option<Instant>, Asked)> {
    let mut found = Vec::new();
    for (_, meeting) in desk.meetings() {
        for (what, at) in of_meeting(desk, meeting) {
            found.push(asked(
                desk,
                what,
                meeting.title.clone(),
                format!("meetings/{}", meeting.slug),
                at,
            ));
        }
    }
    found.extend(absent_from(desk));
    found.extend(actions(desk));
    found
}

fn asked(
    desk: &Desk<'_>,
    what: Ask,
    title: String,
    path: String,
    at: Option<Instant>,
) -> (Option<Instant>, Asked) {
    let asked = Asked {
        what,
        title,
        path,
        version: String::new(),
        when: at.map(|at| show::when(desk, at)),
    };
    (at, asked)
}

fn of_meeting(desk: &Desk<'_>, meeting: &Meeting) -> Vec<(Ask, Option<Instant>)> {
    let mut asks = Vec::new();
    let away = away_from(desk, meeting.begins);
    match meeting.standing {
        MeetingStanding::Called => {
            if meeting.agenda.is_empty() && desk.is_staff() && away <= AGENDA_MS {
                asks.push((Ask::ProposeAgenda, Some(meeting.begins)));
            } else if away <= AHEAD_MS {
                asks.push((Ask::MeetingComing, Some(meeting.begins)));
            }
        }
        MeetingStanding::Open { .. } if !meeting.agenda_adopted && desk.is_staff() => {
            asks.push((Ask::AdoptAgenda, Some(meeting.begins)));
        }
        MeetingStanding::Open { .. }
            if desk.is_staff() || -away_from(desk, meeting.ends) <= OPEN_MS =>
        {
            asks.push((Ask::MeetingOpen, Some(meeting.begins)));
        }
        MeetingStanding::Closed { .. } => asks.extend(after(desk, meeting)),
        MeetingStanding::Open { .. } | MeetingStanding::Cancelled { .. } => {}
    }
    asks
}

/// Milliseconds until then; negative: it has passed.
fn away_from(desk: &Desk<'_>, at: Instant) -> i64 {
    at.as_millis() - desk.now.as_millis()
}

/// Minutes to write or to correct, and the note.
fn after(desk: &Desk<'_>, meeting: &Meeting) -> Vec<(Ask, Option<Instant>)> {
    let mut asks = Vec::new();
    match desk.minutes(meeting) {
        None if desk.is_secretariat() => asks.push((Ask::WriteMinutes, None)),
        Some(minutes) if minutes.approved.is_none() => {
            let since = minutes.corrections.iter();
            let since = since.filter(|one| one.edition == minutes.edition).count();
            if desk.is_secretariat() && since > 0 {
                let asked = show::number(since);
                asks.push((Ask::MinutesCorrections { asked }, None));
            } else if desk.viewer.speaks() && desk.day() <= minutes.until {
                asks.push((Ask::CorrectMinutes, Some(desk.end_of(minutes.until))));
            }
        }
        _ => {}
    }
    let late = desk.now.as_millis() - meeting.ends.as_millis() > NOTE_MS;
    if desk.is_secretariat() && meeting.note.is_none() && meeting.minutes.is_some() && !late {
        asks.push((Ask::IssueNote, None));
    }
    asks
}

/// Decisions of meetings at which the organisation was absent, while it may attach its own words.
fn absent_from(desk: &Desk<'_>) -> Vec<(Option<Instant>, Asked)> {
    let Some(own) = desk.viewer.organisation else {
        return Vec::new();
    };
    let taken = desk.decisions().into_iter();
    taken
        .filter(|d| d.absent.contains(&own) && desk.may_attach(d) && !d.attached.contains(&own))
        .map(|decision| {
            let number = decision.number.clone();
            let path = format!("decisions/{}", number.replace('/', "-"));
            let until = desk.end_of(desk.attach_until(decision));
            let what = Ask::DecisionInAbsence { number };
            asked(desk, what, decision.title.clone(), path, Some(until))
        })
        .collect()
}

/// Short forms of the owners, the lead first.
fn owners(desk: &Desk<'_>, action: &Action) -> String {
    let names = action.owners.iter().filter_map(|id| desk.organisation(*id));
    let names: Vec<&str> = names.map(|organisation| organisation.brief()).collect();
    show::words().list(&names)
}

/// Open actions of the viewer's organisation whose day is near, or passed; those of all that passed for the
/// secretariat, which reminds.
fn actions(desk: &Desk<'_>) -> Vec<(Option<Instant>, Asked)> {
    let own = desk.viewer.organisation;
    let mut found = Vec::new();
    for action in desk.actions() {
        let ours = own.is_some_and(|own| action.owners.contains(&own));
        let overdue = desk.is_overdue(action);
        if !action.is_open() || !(ours || (overdue && desk.is_secretariat())) {
            continue;
        }
        let at = desk.due_day(action).map(|day| desk.end_of(day));
        let near = at.is_some_and(|at| at.as_millis() - desk.now.as_millis() <= AHEAD_MS);
        if !near {
            continue;
        }
        let number = action.number.clone();
        let path = format!("actions/{}", number.replace('/', "-"));
        let what = match (ours, overdue) {
            (true, true) => Ask::ActionOverdue { number },
            (true, false) => Ask::ActionDue { number },
            (false, _) => Ask::RemindAction {
                number,
                owners: owners(desk, action),
            },
        };
        let title = desk.inner(&action.what).to_owned();
        let (at, mut one) = asked(desk, what, title, path, at);
        // An action has a day, not an hour.
        if let (Some(when), Some(day)) = (&mut one.when, desk.due_day(action)) {
            when.text = show::weekday_of(day);
            when.utc = None;
        }
        found.push((at, one));
    }
    found
}
