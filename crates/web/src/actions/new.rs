//! Opening an action beside any meeting.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use group::Command;
use office::desk::Desk;
use pages::actions::NewAction;
use pages::{Form, Place};

use super::{due_day, due_typed, field, owners, owners_typed};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::staff;
use crate::posted::Posted;
use crate::session::{Who, asking, settled};
use crate::show;

/// The empty form that opens an action beside any meeting.
pub(crate) async fn form(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    staff(&desk)?;
    let view = new_action(&desk, show::form(&app), None);
    let shell = show::shell(&app, &who, &desk, Place::Actions);
    Ok(show::page(&shell, &view))
}

fn new_action(desk: &Desk<'_>, form: Form, posted: Option<&Posted>) -> NewAction {
    let text = |name: &str| posted.map(|p| p.text(name).to_owned()).unwrap_or_default();
    NewAction {
        form,
        what: text("what"),
        owners: owners_typed(desk, posted),
        due: posted.map(due_typed).unwrap_or_default(),
        decisions: desk
            .decisions()
            .into_iter()
            .map(|d| (d.id.to_string(), format!("{}: {}", d.number, d.title)))
            .collect(),
        decision: text("decision"),
    }
}

/// Opens an action.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = staff(&desk)?;
    let refuse = |field: &str, why: &str| {
        let form = Form::new(posted.text("command")).refused(field, why);
        let view = new_action(&desk, form, Some(&posted));
        let shell = show::shell(&app, &who, &desk, Place::Actions);
        Ok(show::refused_page(&shell, &view))
    };
    let due = match due_day(&posted) {
        Ok(due) => due,
        Err(why) => return refuse("due", why),
    };
    let command = Command::OpenAction {
        action: app.office.fresh_id(),
        meeting: None,
        item: None,
        decision: posted.text("decision").parse().ok(),
        owners: owners(&posted),
        due,
        what: posted.text("what").to_owned(),
    };
    let ran = app
        .office
        .execute(&who.group, &asking(&posted, actor)?, &command, &[]);
    settled(ran, &who.group, "actions", "action-opened", |refusal| {
        refuse(field(refusal), &sentence(refusal))
    })
}
