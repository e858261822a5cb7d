//! `/GROUP/inbox`: messages that reached the group's address, for the secretariat.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{EvidenceKind, MessageUse};
use group::{Command, Id, Refusal};
use office::desk::Desk;
use pages::inbox::{Inbox, MessageRow, Receive};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::returns::evidence_kind;
use crate::round::typed_deadline;
use crate::session::{Who, asking, secretariat, settled};
use crate::show;
use crate::texts::file_problem;

/// The page.
pub(crate) async fn page(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    secretariat(&desk)?;
    let shell = show::shell(&app, &who, &desk, Place::Elsewhere);
    Ok(show::page(&shell, &view(&app, &desk)))
}

fn view(app: &App, desk: &Desk<'_>) -> Inbox {
    let row = |(id, message): &(Id, &group::state::Message)| MessageRow {
        id: id.to_string(),
        organisation: show::org_of(desk, message.organisation),
        kind: evidence_kind(message.form),
        arrived: show::when(desk, message.arrived),
        entered: message.found == Some(MessageUse::Entered),
        read: message.found.is_none().then(|| show::form(app)),
    };
    let mut rows: Vec<MessageRow> = desk.inbox().iter().map(row).collect();
    rows.sort_by_key(|row| row.read.is_none());
    let at = show::civil(desk.now, &desk.zone());
    let open = desk.open_procedures().into_iter();
    let open = open.map(|(slug, _)| (slug, "clearance/enter"));
    let votes = desk.open_votes().into_iter();
    let open = open.chain(votes.map(|(slug, _)| (slug, "clearance/vote/enter")));
    let corrections = desk.open_corrections().into_iter();
    let open = open.chain(corrections.map(|slug| (slug, "corrections")));
    let open = open.filter_map(|(slug, path)| {
        let seen = desk.text(slug)?;
        Some((slug.to_owned(), path.to_owned(), seen.text().title.clone()))
    });
    Inbox {
        rows,
        receive: Receive {
            form: show::form(app),
            organisations: others(desk),
            date: format!("{:04}-{:02}-{:02}", at.year, at.month, at.day),
            time: format!("{:02}:{:02}", at.hour, at.minute),
            zone: show::zone_name(&desk.zone()),
            ..Receive::default()
        },
        open: open.collect(),
    }
}

/// Ids and names of the organisations that take part, in protocol order.
fn others(desk: &Desk<'_>) -> Vec<(String, pages::Org)> {
    let all = desk.participants().into_iter();
    all.map(|(id, _)| (id.to_string(), show::org_of(desk, id)))
        .collect()
}

/// Takes a message in.
pub(crate) async fn receive(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let refuse = |field: &str, why: &str| {
        let mut view = view(&app, &desk);
        view.receive = Receive {
            form: Form::new(posted.text("command")).refused(field, why),
            organisation: posted.text("organisation").to_owned(),
            kind: pages::evidence::EvidenceKind::of(posted.text("evidence")).unwrap_or_default(),
            date: posted.text("date").to_owned(),
            time: posted.text("time").to_owned(),
            ..view.receive
        };
        let shell = show::shell(&app, &who, &desk, Place::Elsewhere);
        Ok(show::refused_page(&shell, &view))
    };
    if let Some(why) = file_problem(&posted) {
        return refuse("file", &why);
    }
    let arrived = match typed_deadline(&desk, &posted) {
        // What is typed is a minute, and this one is not over.
        Ok(typed) if typed > desk.now => {
            return refuse("date", &sentence(&Refusal::ArrivesLater {}));
        }
        Ok(typed) => typed,
        Err((field, why)) => return refuse(field, why),
    };
    let file = posted.file().ok_or(Failure::NotOurForm)?;
    let command = Command::ReceiveMessage {
        message: app.office.fresh_id(),
        organisation: posted.id("organisation")?,
        form: EvidenceKind::of(posted.text("evidence")).ok_or(Failure::NotOurForm)?,
        arrived,
        file: app.office.keep(&who.group, &file.bytes)?.filed(),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "inbox", "message-received", |refusal| {
        refuse("", &sentence(refusal))
    })
}

/// Says that a message holds nothing for a procedure.
pub(crate) async fn read(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let command = Command::ReadMessage {
        message: posted.id("message")?,
    };
    let asking = asking(&posted, secretariat(&desk)?)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "inbox", "message-read", |refusal| {
        Err(Failure::Refused(sentence(refusal)))
    })
}

/// The message itself.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, message)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let message = message.parse().map_err(|_| Failure::NotFound)?;
    let file = desk.message_file(message)?;
    Ok(crate::read::delivered(file.ok_or(Failure::NotFound)?))
}
