//! Putting a text under silence, and putting it there anew.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::{Command, Hat, Refusal};
use office::desk::{Desk, TextSeen};
use pages::Form;
use pages::clearance::{ClearanceState, OpenSilence};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::round::typed_deadline;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};

/// The empty form that opens or restarts a procedure.
pub(super) fn opening(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    restart: bool,
) -> OpenSilence {
    let (days, hours) = desk.shortest_silence(restart);
    let (proposed, for_heads) = desk.days_of_silence();
    let proposed = if restart { days.max(1) } else { proposed };
    let (date, time) = show::deadline_ahead(desk, proposed);
    let seconds = u64::try_from(hours * 3_600).unwrap_or(0);
    OpenSilence {
        form: show::form(app),
        version: seen
            .text()
            .newest()
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        date,
        time,
        zone: show::zone_name(&desk.zone()),
        note: String::new(),
        electorate: show::number(desk.electorate_of_silence().len()),
        shortest_days: show::number(days),
        shortest: (hours > 0).then(|| words().left(seconds)),
        hours: desk.deadline_hours(),
        for_heads: show::date_of(desk.working_days_ahead(for_heads)),
        no_chair: !desk.has_chair(),
    }
}

/// Puts the newest version under silence.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    begin(&app, &who, &slug, &posted, false)
}

/// Puts the same version under silence anew after an objection.
pub(crate) async fn restart(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    begin(&app, &who, &slug, &posted, true)
}

fn begin(
    app: &App,
    who: &Who,
    slug: &str,
    posted: &Posted,
    anew: bool,
) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    if !desk.is_chair() && !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let refuse = |field: &str, why: &str| {
        let typed = OpenSilence {
            form: Form::new(posted.text("command")).refused(field, why),
            date: posted.text("date").to_owned(),
            time: posted.text("time").to_owned(),
            note: posted.text("note").to_owned(),
            ..opening(app, &desk, &seen, anew)
        };
        let mut view = super::view(app, &desk, &seen)?;
        match &mut view.state {
            ClearanceState::None { open } => *open = Some(Box::new(typed)),
            ClearanceState::Broken(broken) => broken.restart = Some(typed),
            // The text has moved on meanwhile: the form has no place any more, the sentence has.
            _ => return Err(Failure::Refused(why.to_owned())),
        }
        Ok(show::refused_text(app, who, &desk, &view))
    };
    let deadline = match typed_deadline(&desk, posted) {
        Ok(deadline) => deadline,
        Err((field, why)) => return refuse(field, why),
    };
    let note = posted.text("note").to_owned();
    let command = if anew {
        let procedure = seen.procedure().ok_or(Failure::NotFound)?.id;
        Command::RestartSilence {
            procedure,
            anew: app.office.fresh_id(),
            deadline,
            reason: note,
        }
    } else {
        let note = (!note.is_empty()).then_some(note);
        Command::OpenSilence {
            procedure: app.office.fresh_id(),
            text: seen.id,
            deadline,
            note,
        }
    };
    let actor = desk.viewer.acting_as(&[Hat::Chair, Hat::Secretariat]);
    let told = if anew {
        "silence-restarted"
    } else {
        "silence-opened"
    };
    let asking = asking(posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/clearance");
    settled(ran, &who.group, &path, told, |refusal| {
        // The note of an opening is the reason of a restart.
        let field = match refusal {
            Refusal::TooLong { what: "note", .. } => "note",
            other => match super::field_of(other) {
                "reason" => "note",
                field => field,
            },
        };
        refuse(field, &sentence(refusal))
    })
}
