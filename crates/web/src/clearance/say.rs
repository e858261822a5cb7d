//! Saying something in a clearance: typed, shown in words, confirmed, recorded.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::Command;
use group::parts::{Attachment, AttachmentKind, AttachmentText, PositionKind as Kind};
use group::state::Procedure;
use office::desk::{Desk, TextSeen};
use pages::position::{PositionKind, Say, Typed};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, done, settled};
use crate::show::{self, words};

/// The empty form of an answer. `None`: there is nothing that the viewer may answer.
pub(super) fn form(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    kind: PositionKind,
) -> Option<Say> {
    let procedure = seen.procedure().filter(|_| desk.viewer.speaks())?;
    let typed = Typed {
        attachment: AttachmentKind::Statement.word().to_owned(),
        way: Kind::DoesNotTakePart.word().to_owned(),
        ..Typed::default()
    };
    Some(view(
        desk,
        seen,
        procedure,
        kind,
        show::form(app),
        typed,
        false,
    ))
}

fn view(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    procedure: &Procedure,
    kind: PositionKind,
    form: Form,
    typed: Typed,
    preview: bool,
) -> Say {
    Say {
        head: show::text_head(desk, seen),
        acts_for: show::acts_for(desk),
        until: show::when(desk, procedure.deadline),
        kind,
        form,
        typed,
        preview,
        replaces: desk
            .viewer
            .organisation
            .and_then(|own| procedure.positions.get(&own))
            .map(|given| super::said(desk, given)),
        late: !procedure.in_time(desk.now),
    }
}

/// What was typed, as it is kept from step to step.
fn typed(posted: &Posted) -> Typed {
    let text = |name: &str| posted.text(name).to_owned();
    let until = text("until");
    Typed {
        attachment: text("attachment"),
        statement: text("statement"),
        publish: posted.ticked("publish"),
        reason: text("reason"),
        wording: text("wording"),
        until_words: until.parse().map(show::date_of).unwrap_or_default(),
        until,
        way: text("way"),
    }
}

/// The three steps: `preview` shows it in words, `change` goes back, `confirm` records it.
pub(crate) async fn position(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let procedure = seen
        .procedure()
        .filter(|_| desk.viewer.speaks())
        .ok_or(Failure::NotFound)?;
    let kind = PositionKind::of(posted.text("say")).ok_or(Failure::NotOurForm)?;
    let typed = typed(&posted);
    let shell = || show::shell(&app, &who, &desk, Place::Texts);
    let again = |form: Form, preview: bool| {
        view(&desk, &seen, procedure, kind, form, typed.clone(), preview)
    };
    let command = Form::new(posted.text("command"));
    if posted.text("step") == "change" {
        return Ok(show::page(&shell(), &again(command, false)));
    }
    if let Err((field, key)) = complete(kind, &typed) {
        let form = command.refused(field, words().t(key));
        return Ok(show::refused_page(&shell(), &again(form, false)));
    }
    if posted.text("step") != "confirm" {
        return Ok(show::page(&shell(), &again(command, true)));
    }
    let given = given(procedure.id, kind, &typed);
    let asking = asking(&posted, desk.viewer.speaking())?;
    let ran = app.office.execute(&who.group, &asking, &given, &[]);
    let told = if procedure.in_time(posted.received) {
        "position-given"
    } else {
        "position-late"
    };
    let path = format!("texts/{slug}/clearance");
    settled(ran, &who.group, &path, told, |refusal| {
        let field = match refusal {
            group::Refusal::NoDayAhead {} => "until",
            _ => "",
        };
        let form = command.refused(field, &sentence(refusal));
        Ok(show::refused_page(&shell(), &again(form, false)))
    })
}

/// Takes back what the organisation said, while the procedure runs.
pub(crate) async fn withdraw(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let procedure = seen.procedure().ok_or(Failure::NotFound)?.id;
    let command = Command::WithdrawPosition { procedure };
    let asking = asking(&posted, desk.viewer.speaking())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[])?;
    let path = format!("texts/{slug}/clearance");
    Ok(done(&who.group, &path, "position-withdrawn", &ran))
}

/// Whether all is there that this answer needs; else the field and the sentence's key.
fn complete(kind: PositionKind, typed: &Typed) -> Result<(), (&'static str, &'static str)> {
    match kind {
        PositionKind::Objects if typed.reason.is_empty() => {
            Err(("reason", "problem-reason-missing"))
        }
        PositionKind::AgreesWith | PositionKind::StatementOnly if typed.statement.is_empty() => {
            Err(("statement", "problem-statement-missing"))
        }
        PositionKind::AdReferendum if typed.until_words.is_empty() => {
            Err(("until", "problem-date"))
        }
        _ => Ok(()),
    }
}

fn given(procedure: group::Id, kind: PositionKind, typed: &Typed) -> Command {
    let optional = |text: &String| (!text.is_empty()).then(|| text.clone());
    let position = match kind {
        PositionKind::Agrees | PositionKind::AgreesWith => Kind::Agrees,
        PositionKind::Objects if typed.wording.is_empty() => Kind::Objects,
        PositionKind::Objects => Kind::ObjectsWithText,
        PositionKind::AdReferendum => Kind::AgreesAdReferendum,
        PositionKind::StatementOnly => Kind::None,
        PositionKind::DoesNotTakePart if typed.way == Kind::Dissociates.word() => Kind::Dissociates,
        PositionKind::DoesNotTakePart => Kind::DoesNotTakePart,
    };
    let attaches = matches!(
        kind,
        PositionKind::AgreesWith | PositionKind::StatementOnly | PositionKind::DoesNotTakePart
    );
    let chosen = AttachmentKind::of(&typed.attachment).unwrap_or(AttachmentKind::Statement);
    let attached = match position {
        Kind::Dissociates => AttachmentKind::Dissociation,
        _ => chosen,
    };
    let attachment = Attachment {
        kind: attached,
        publish: typed.publish && attached.is_for_good(),
    };
    let attachments = optional(&typed.statement)
        .filter(|_| attaches)
        .map(|text| vec![(attachment, AttachmentText(text))])
        .unwrap_or_default();
    let objects = position.breaks_silence();
    Command::GivePosition {
        procedure,
        position,
        confirmed_by: typed
            .until
            .parse()
            .ok()
            .filter(|_| position == Kind::AgreesAdReferendum),
        reason: optional(&typed.reason),
        wording: optional(&typed.wording).filter(|_| objects),
        attachments,
    }
}
