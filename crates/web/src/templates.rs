//! `/GROUP/texts/templates`: Word files with which the group's texts begin.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{KindOfText, TextKind as Kind};
use group::{Command, Id, Refusal};
use office::desk::Desk;
use pages::templates::{KeepTemplate, SetKinds, TemplateRow, Templates};
use pages::text::TextKind;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::read::delivered;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};
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
                kind: template.form.as_ref().map(|word| show::kind(desk, word)),
                kept: show::date(desk, template.at),
                drop: desk.is_secretariat().then(|| show::form(app)),
            })
            .collect(),
        keep: desk.is_secretariat().then(|| KeepTemplate {
            form: show::form(app),
            kinds: show::kinds(desk),
            ..KeepTemplate::default()
        }),
        kinds: show::kinds(desk)
            .into_iter()
            .map(|(_, kind)| kind)
            .collect(),
        set_kinds: desk.is_secretariat().then(|| SetKinds {
            form: show::form(app),
            kinds: lines(desk),
        }),
    }
}

/// The names of the kinds, one on each line.
fn lines(desk: &Desk<'_>) -> String {
    let all = show::kinds(desk).into_iter();
    let names: Vec<String> = all
        .map(|(_, kind)| kind.words(words()).to_owned())
        .collect();
    names.join("\n")
}

/// The kinds that somebody wrote: those of the catalogue by their names there, others by names of their own.
fn written(desk: &Desk<'_>, lines: &str) -> Vec<KindOfText> {
    let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    let mut list: Vec<KindOfText> = Vec::new();
    let names = lines.lines().map(str::trim).filter(|name| !name.is_empty());
    // One more than the law takes, so that it says so.
    for name in names.take(group::limits::KINDS + 1) {
        let known = Kind::ALL
            .iter()
            .map(|kind| kind.word())
            .find(|word| TextKind::of(word).is_some_and(|kind| same(kind.words(words()), name)));
        list.push(match known {
            Some(word) => KindOfText {
                word: word.to_owned(),
                name: None,
            },
            None => KindOfText {
                word: desk.word_for_kind(name, &list),
                name: Some(name.to_owned()),
            },
        });
    }
    list
}

/// Sets the group's list of kinds.
pub(crate) async fn kinds(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let command = Command::SetKinds {
        kinds: written(&desk, posted.text("kinds")),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "texts/templates", "kinds-set", |refusal| {
        let view = Templates {
            set_kinds: Some(SetKinds {
                form: Form::new(posted.text("command")).refused("kinds", &sentence(refusal)),
                kinds: posted.text("kinds").to_owned(),
            }),
            ..view(&app, &desk)
        };
        Ok(show::refused_text(&app, &who, &desk, &view))
    })
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
    let actor = secretariat(&desk)?;
    let refuse = |field: &str, why: &str| {
        let view = Templates {
            keep: Some(KeepTemplate {
                form: Form::new(posted.text("command")).refused(field, why),
                name: posted.text("name").to_owned(),
                kind: posted.text("kind").to_owned(),
                kinds: show::kinds(&desk),
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
        form: Some(posted.text("kind").to_owned()).filter(|kind| !kind.is_empty()),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
    };
    let asking = asking(&posted, actor)?;
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
    let actor = secretariat(&desk)?;
    let command = Command::DropTemplate {
        template: posted.id("template")?,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(
        ran,
        &who.group,
        "texts/templates",
        "template-dropped",
        |refusal| Err(Failure::Refused(sentence(refusal))),
    )
}
