//! `/GROUP/texts/templates`: Word files with which the group's texts begin.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::TextKind as Kind;
use group::{Command, Hat, Id, Refusal};
use office::desk::Desk;
use pages::templates::{KeepTemplate, TemplateRow, Templates};
use pages::text::TextKind;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::read::delivered;
use crate::session::{Who, asking, settled};
use crate::show;
use crate::texts::word_file;

/// The list; for the secretariat with its forms.
pub(crate) async fn page(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view(&app, &desk),
    ))
}

fn view(app: &App, desk: &Desk<'_>) -> Templates {
    let rows = desk.templates().into_iter();
    Templates {
        rows: rows
            .map(|(id, template)| TemplateRow {
                id: id.to_string(),
                name: template.name.clone(),
                kind: template.form.and_then(|form| TextKind::of(form.word())),
                kept: show::date(desk, template.at),
                drop: desk.is_secretariat().then(|| show::form(app)),
            })
            .collect(),
        keep: desk.is_secretariat().then(|| KeepTemplate {
            form: show::form(app),
            ..KeepTemplate::default()
        }),
    }
}

/// A template's Word file.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, template)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let id: Id = template.parse().map_err(|_| Failure::NotFound)?;
    let file = desk.template_file(id)?;
    Ok(delivered(file.ok_or(Failure::NotFound)?))
}

/// Keeps a template.
pub(crate) async fn keep(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    if !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let refuse = |field: &str, why: &str| {
        let view = Templates {
            keep: Some(KeepTemplate {
                form: Form::new(posted.text("command")).refused(field, why),
                name: posted.text("name").to_owned(),
                kind: posted.text("kind").to_owned(),
                replaces: posted.text("replaces").to_owned(),
            }),
            ..view(&app, &desk)
        };
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let file = match word_file(&app, &who.group, &posted)? {
        Ok(file) => file,
        Err(why) => return refuse("file", &why),
    };
    let template = match posted.text("replaces") {
        "" => app.office.fresh_id(),
        _ => posted.id("replaces")?,
    };
    let command = Command::KeepTemplate {
        template,
        name: posted.text("name").to_owned(),
        form: Kind::of(posted.text("kind")),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Secretariat))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(
        ran,
        &who.group,
        "texts/templates",
        "template-kept",
        |refusal| {
            let field = match refusal {
                Refusal::TooMany { .. } => "",
                _ => "name",
            };
            refuse(field, &sentence(refusal))
        },
    )
}

/// Drops a template.
pub(crate) async fn drop(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    if !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let command = Command::DropTemplate {
        template: posted.id("template")?,
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Secretariat))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(
        ran,
        &who.group,
        "texts/templates",
        "template-dropped",
        |refusal| Err(Failure::Refused(sentence(refusal))),
    )
}
