//! `/GROUP/meetings/SLUG/minutes`: drafted from the record, circulated, corrected.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::ItemWords;
use group::settings::MINUTES_CORRECTION_DAYS;
use group::state::Meeting;
use group::{Command, Day, Hat, Id, Refusal};
use office::desk::Desk;
use pages::Place;
use pages::minutes::{self, Circulate, Correct, Correction, Minuted, Minutes};

use super::{attended, head, inside, items, offices};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::sent::Sent;
use crate::session::{Who, asking, done_before};
use crate::show::{self, words};

/// The page: a draft for the secretariat, then for all inside.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let view = view(&app, &desk, id, meeting).ok_or(Failure::NotFound)?;
    let shell = show::shell(&app, &who, &desk, Place::Meetings);
    Ok(show::page(&shell, &view))
}

/// `None`: there is nothing yet that this reader may see.
fn view(app: &App, desk: &Desk<'_>, id: Id, meeting: &Meeting) -> Option<Minutes> {
    let circulated = desk.minutes(meeting);
    if !meeting.is_closed() || (circulated.is_none() && !desk.is_secretariat()) {
        return None;
    }
    let waits = circulated.is_none_or(|m| m.approved.is_none());
    let edition = circulated.map_or(0, |minutes| minutes.edition);
    let minuted = |(line, item): (&group::parts::AgendaItem, pages::entries::AgendaItem)| {
        let said = circulated.map_or("", |m| desk.minuted(m, Some(line.item)));
        // A draft begins with the summary that was recorded in the meeting.
        let mut item = item;
        let typed = match circulated {
            Some(_) => said.to_owned(),
            None => item
                .outcome
                .as_ref()
                .map(|(_, summary)| summary.clone())
                .unwrap_or_default(),
        };
        // The minutes say it in their own words.
        if let Some((_, summary)) = &mut item.outcome {
            summary.clear();
        }
        Minuted {
            item,
            words: said.to_owned(),
            typed,
        }
    };
    let open = circulated.is_some_and(|m| m.approved.is_none() && desk.day() <= m.until);
    Some(Minutes {
        head: head(desk, id, meeting),
        state: state(desk, meeting),
        offices: offices(desk, meeting),
        attendance: attended(desk, meeting),
        items: meeting
            .agenda
            .iter()
            .zip(items(desk, meeting))
            .map(minuted)
            .collect(),
        circulate: (desk.is_secretariat() && waits).then(|| Circulate {
            form: show::form(app).about(edition),
            edition: edition + 1,
            until: correction_day(desk),
        }),
        corrections: circulated
            .map(|minutes| desk.corrections(minutes))
            .unwrap_or_default()
            .into_iter()
            .map(|one| correction_row(desk, meeting, one))
            .collect(),
        correct: (open && desk.viewer.speaks()).then(|| Correct {
            form: show::form(app),
            acts_for: show::acts_for(desk),
            item: String::new(),
            words: String::new(),
        }),
    })
}

/// The day that the form proposes, by the group's setting.
fn correction_day(desk: &Desk<'_>) -> String {
    let days = desk.number_set(MINUTES_CORRECTION_DAYS);
    let day = desk.day().0.saturating_add(jiff::Span::new().days(days));
    day.to_string()
}

fn state(desk: &Desk<'_>, meeting: &Meeting) -> minutes::State {
    let Some(found) = desk.minutes(meeting) else {
        return minutes::State::Draft;
    };
    let edition = found.edition;
    match found.approved.and_then(|id| desk.meeting_by_id(id)) {
        Some(later) => minutes::State::Approved {
            edition,
            meeting: (later.slug.clone(), later.title.clone()),
            on: show::date_of(later.day()),
        },
        None => minutes::State::Circulated {
            edition,
            until: show::date_of(found.until),
            open: desk.day() <= found.until,
        },
    }
}

fn correction_row(
    desk: &Desk<'_>,
    meeting: &Meeting,
    one: &group::state::Correction,
) -> Correction {
    let item = one.item.and_then(|id| meeting.item(id));
    Correction {
        organisation: show::org_of(desk, one.organisation),
        item: item.map(|(number, item)| (show::number(number), item.title.clone())),
        words: desk.inner(&one.words).to_owned(),
        edition: one.edition,
        on: show::when(desk, one.at),
    }
}

/// Circulates the next edition. Refused, everything typed comes back.
pub(crate) async fn circulate(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    if !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let typed = |at: usize| posted.text(&format!("words_{}", at + 1)).to_owned();
    let sent = Sent::new(&app, &who, &desk, &posted);
    let refuse = |field: &str, why: &str| {
        let mut page = view(&app, &desk, id, meeting).ok_or(Failure::NotFound)?;
        let edition = meeting
            .minutes
            .as_ref()
            .map_or(0, |minutes| minutes.edition);
        for (at, item) in page.items.iter_mut().enumerate() {
            item.typed = typed(at);
        }
        sent.again(Place::Meetings, page, why, |page| {
            let circulate = page.circulate.as_mut()?;
            circulate.form = sent.form(field, why).about(edition);
            circulate.until = sent.text("until");
            Some(())
        })
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Secretariat))?;
    let path = format!("meetings/{slug}/minutes");
    if let Some(same) = done_before(&app, &who.group, &path, &asking)? {
        return Ok(same);
    }
    let edition = meeting
        .minutes
        .as_ref()
        .map_or(0, |minutes| minutes.edition);
    if posted.text("seen") != edition.to_string() {
        return refuse("", words().t("problem-minutes-other"));
    }
    let Ok(until) = posted.text("until").parse::<Day>() else {
        return refuse("until", words().t("problem-date"));
    };
    let lines = meeting.agenda.iter().enumerate();
    let command = Command::CirculateMinutes {
        meeting: id,
        until,
        words: lines
            .map(|(at, item)| ItemWords {
                item: Some(item.item),
                words: typed(at),
            })
            .filter(|each| !each.words.is_empty())
            .collect(),
    };
    let (actor, told) = (asking.actor, "minutes-circulated");
    sent.run(actor, &command, &path, told, |refusal| {
        let field = match refusal {
            Refusal::DayPast {} => "until",
            _ => "",
        };
        refuse(field, &sentence(refusal))
    })
}

/// An organisation asks for a correction.
pub(crate) async fn correction(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let at: Option<usize> = posted.text("item").parse().ok();
    let item = at.and_then(|at| meeting.agenda.get(at.checked_sub(1)?));
    let command = Command::AskCorrection {
        meeting: id,
        item: item.map(|item| item.item),
        words: posted.text("words").to_owned(),
    };
    let sent = Sent::new(&app, &who, &desk, &posted);
    let (path, told) = (format!("meetings/{slug}/minutes"), "correction-asked");
    sent.run(desk.viewer.speaking(), &command, &path, told, |refusal| {
        let page = view(&app, &desk, id, meeting).ok_or(Failure::NotFound)?;
        let field = match refusal {
            Refusal::Missing { .. } | Refusal::TooLong { .. } => "words",
            _ => "",
        };
        let why = sentence(refusal);
        sent.again(Place::Meetings, page, &why, |page| {
            let correct = page.correct.as_mut()?;
            correct.form = sent.form(field, &why);
            correct.item = sent.text("item");
            correct.words = sent.text("words");
            Some(())
        })
    })
}
