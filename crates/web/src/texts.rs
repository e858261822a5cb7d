//! Opening a text with its first version.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use group::parts::TextKind as Kind;
use group::{Command, Hat, Refusal};
use office::desk::Desk;
use office::{Failed, WordFile};
use pages::texts::NewText;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};

/// The label of a first version.
pub(crate) const ZERO_DRAFT: &str = "zero draft";

/// The empty form; for the secretariat.
pub(crate) async fn new(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    if !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let view = NewText {
        form: show::form(&app),
        ..empty(&desk)
    };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view,
    ))
}

fn empty(desk: &Desk<'_>) -> NewText {
    NewText {
        organisations: desk
            .participants()
            .into_iter()
            .map(|(id, organisation)| (id.to_string(), show::org(organisation)))
            .collect(),
        ..NewText::default()
    }
}

/// Opens the text. Refused, everything typed comes back.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    if !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let refuse = |field: &str, why: &str| {
        let text = |name: &str| posted.text(name).to_owned();
        let view = NewText {
            form: Form::new(posted.text("command")).refused(field, why),
            title: text("title"),
            slug: text("slug"),
            kind: pages::text::TextKind::of(posted.text("kind")).unwrap_or_default(),
            symbol: text("symbol"),
            penholder: text("penholder"),
            ..empty(&desk)
        };
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    if posted.text("title").is_empty() {
        return refuse("title", words().t("problem-title-missing"));
    }
    let file = match word_file(&app, &who.group, &posted)? {
        Ok(file) => file,
        Err(why) => return refuse("file", &why),
    };
    let symbol = posted.text("symbol");
    let command = Command::OpenText {
        text: app.office.fresh_id(),
        slug: posted.text("slug").to_owned(),
        title: posted.text("title").to_owned(),
        form: Kind::of(posted.text("kind")).unwrap_or(Kind::Statement),
        symbol: (!symbol.is_empty()).then(|| symbol.to_owned()),
        penholder: posted.id("penholder")?,
        label: ZERO_DRAFT.to_owned(),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Secretariat))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{}", posted.text("slug"));
    settled(ran, &who.group, &path, "text-opened", |refusal| {
        let field = match refusal {
            Refusal::BadName {} | Refusal::NameTaken { .. } => "slug",
            Refusal::NotAMember {} => "penholder",
            Refusal::TooLong { what: "symbol", .. } => "symbol",
            _ => "title",
        };
        refuse(field, &sentence(refusal))
    })
}

/// The Word file of a form: kept and read, or the sentence that says why not.
pub(crate) fn word_file(
    app: &App,
    group: &str,
    posted: &Posted,
) -> Result<Result<WordFile, String>, Failure> {
    if let Some(why) = file_problem(posted) {
        return Ok(Err(why));
    }
    let Some(file) = posted.file() else {
        return Err(Failure::NotOurForm);
    };
    match app.office.keep_word(group, &file.bytes) {
        Ok(read) => Ok(Ok(read)),
        Err(Failed::File(why)) => Ok(Err(why)),
        Err(error) => Err(error.into()),
    }
}

/// Why there is no file to read, before it is opened.
pub(crate) fn file_problem(posted: &Posted) -> Option<String> {
    if let Some((name, _)) = &posted.too_large {
        let limit = words().t("limit-file");
        let args = [("file", name.as_str().into()), ("limit", limit.into())];
        return Some(words().f("problem-file-too-large", &args));
    }
    match posted.file() {
        None => Some(words().t("problem-file-missing").to_owned()),
        Some(file) if file.bytes.is_empty() => {
            Some(words().f("problem-file-empty", &[("file", file.name.as_str().into())]))
        }
        Some(_) => None,
    }
}
