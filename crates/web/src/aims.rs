//! What a text is made for: read from a form, shown on pages, changed by the team.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::state::Target;
use group::{Aim, Command, Day, Refusal};
use office::desk::{Desk, TextSeen};
use pages::Form;
use pages::aims::{Aim as Shown, Aims, Targeting};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::read;
use crate::session::{Who, asking, settled, team_text};
use crate::show::{self, words};

/// What a text is made for, as pages say it.
pub(crate) fn shown(desk: &Desk<'_>, seen: &TextSeen<'_>) -> Option<Shown> {
    match seen.text().target.as_ref().filter(|_| desk.is_inside())? {
        Target::Meeting(id) => {
            let meeting = desk.meeting_by_id(*id)?;
            Some(Shown::Meeting {
                slug: meeting.slug.clone(),
                title: meeting.title.clone(),
            })
        }
        Target::Process { name, on } => Some(Shown::Process {
            name: name.clone(),
            on: on.map(show::date_of),
        }),
    }
}

/// Short name and title of each meeting that comes; also of the one that is chosen.
fn meetings(desk: &Desk<'_>) -> Vec<(String, String)> {
    let coming = desk.meetings_coming().into_iter();
    coming
        .map(|(_, meeting)| (meeting.slug.clone(), meeting.title.clone()))
        .collect()
}

/// The fields with nothing said yet.
pub(crate) fn empty(desk: &Desk<'_>) -> Aims {
    Aims {
        meetings: meetings(desk),
        ..Aims::default()
    }
}

/// The fields as they were typed.
pub(crate) fn typed(desk: &Desk<'_>, posted: &Posted) -> Aims {
    Aims {
        meeting: posted.text("meeting").to_owned(),
        process: posted.text("process").to_owned(),
        day: posted.text("process_day").to_owned(),
        ..empty(desk)
    }
}

/// What a form says, or the field and the sentence that refuses it.
pub(crate) fn read_from(
    desk: &Desk<'_>,
    posted: &Posted,
) -> Result<Aim, (&'static str, &'static str)> {
    let meeting = match posted.text("meeting") {
        "" => None,
        slug => {
            let found = desk.meeting(slug);
            Some(found.ok_or(("meeting", words().t("problem-choice")))?.0)
        }
    };
    let process = posted.text("process");
    let on = match posted.text("process_day") {
        "" => None,
        day => match day.parse::<Day>() {
            Ok(day) => Some(day),
            Err(_) => return Err(("process_day", words().t("problem-date"))),
        },
    };
    Ok(Aim {
        meeting,
        process: (!process.is_empty()).then(|| process.to_owned()),
        on,
    })
}

/// The field that a refusal is about.
pub(crate) fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::OneTarget {} | Refusal::MeetingOver {} => Some("meeting"),
        Refusal::Missing {
            what: "name of the process",
        }
        | Refusal::TooLong {
            what: "name of the process",
            ..
        }
        | Refusal::NotOneLine {
            what: "name of the process",
        } => Some("process"),
        _ => None,
    }
}

/// The form of the team, with what stands.
pub(crate) fn targeting(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Option<Targeting> {
    if !seen.is_team() {
        return None;
    }
    let mut aims = empty(desk);
    match shown(desk, seen) {
        Some(Shown::Meeting { slug, title }) => {
            // One that is over by now is still what stands.
            if !aims.meetings.iter().any(|(each, _)| *each == slug) {
                aims.meetings.push((slug.clone(), title));
            }
            aims.meeting = slug;
        }
        Some(Shown::Process { name, .. }) => aims.process = name,
        None => {}
    }
    if let Some(Target::Process { on: Some(on), .. }) = &seen.text().target {
        aims.day = on.to_string();
    }
    Some(Targeting {
        form: show::form(app),
        aims,
    })
}

/// Says what a text is made for.
pub(crate) async fn target(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let refuse = |field: &str, why: &str| {
        read::refused(&app, &who, &desk, &seen, |view| {
            view.target = Some(Targeting {
                form: Form::new(posted.text("command")).refused(field, why),
                aims: typed(&desk, &posted),
            });
        })
    };
    let aim = match read_from(&desk, &posted) {
        Ok(aim) => aim,
        Err((field, why)) => return refuse(field, why),
    };
    let command = Command::TargetText { text: seen.id, aim };
    let asking = asking(&posted, seen.team_actor())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(
        ran,
        &who.group,
        &format!("texts/{slug}"),
        "text-targeted",
        |refusal| refuse(field_of(refusal).unwrap_or_default(), &sentence(refusal)),
    )
}
