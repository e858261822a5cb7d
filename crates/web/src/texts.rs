//! Opening a text with its first version.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use group::parts::{Supplement, SupplementKind};
use group::{Command, Refusal};
use office::desk::Desk;
use office::{Failed, WordFile};
use pages::new_text::{Begin, NewText};
use pages::wording::Block;
use pages::{Form, Place};

use crate::aims;
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::read;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};

/// The label of a first version.
pub(crate) const ZERO_DRAFT: &str = "zero draft";

/// The empty form; for the secretariat.
pub(crate) async fn new(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    secretariat(&desk)?;
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
    let texts = desk.texts().into_iter();
    NewText {
        organisations: desk
            .participants()
            .into_iter()
            .map(|(id, organisation)| (id.to_string(), show::org(organisation)))
            .collect(),
        templates: desk
            .templates()
            .into_iter()
            .map(|(id, template)| (id.to_string(), template.name.clone()))
            .collect(),
        kinds: show::kinds(desk),
        next_symbol: desk.next_symbol(),
        language: desk.usual_language(),
        texts: texts
            .map(|seen| (seen.text().slug.clone(), seen.text().title.clone()))
            .collect(),
        aims: aims::empty(desk),
        ..NewText::default()
    }
}

/// The form as it was typed.
fn typed(desk: &Desk<'_>, posted: &Posted) -> NewText {
    let text = |name: &str| posted.text(name).to_owned();
    NewText {
        form: Form::new(posted.text("command")),
        title: text("title"),
        slug: text("slug"),
        kind: text("kind"),
        penholder: text("penholder"),
        begin: begins(posted),
        template: text("template"),
        words: text("words"),
        symbol: text("symbol"),
        language: text("language"),
        with: text("with"),
        corrects: SupplementKind::of(posted.text("with_kind")) == Some(SupplementKind::Corrigendum),
        aims: aims::typed(desk, posted),
        ..empty(desk)
    }
}

/// With what the text begins. Whoever writes words and sends no file meant the words.
fn begins(posted: &Posted) -> Begin {
    let chosen = Begin::of(posted.text("begin")).unwrap_or_default();
    let no_file = posted.file().is_none() && posted.too_large.is_none();
    if chosen == Begin::File && no_file && !posted.text("words").is_empty() {
        return Begin::Words;
    }
    chosen
}

/// Opens the text, or shows what its words will look like, or takes the words of a template. Refused,
/// everything typed comes back.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let shown = |view: &NewText| show::page(&show::shell(&app, &who, &desk, Place::Texts), view);
    match posted.text("answer") {
        "look" => {
            let mut view = typed(&desk, &posted);
            view.begin = Begin::Words;
            if let Some(why) = too_long(posted.text("words")) {
                view.form = view.form.refused("words", &why);
                return Ok(show::refused_text(&app, &who, &desk, &view));
            }
            view.look = look(&posted)?;
            return Ok(shown(&view));
        }
        "take" => {
            let words = desk.template_words(posted.id("template")?)?;
            let mut view = typed(&desk, &posted);
            view.begin = Begin::Words;
            let words = words.ok_or(Failure::NotFound)?;
            let both = format!("{}\n{words}", view.words);
            if let Some(why) = too_long(&both) {
                view.form = view.form.refused("words", &why);
                return Ok(show::refused_text(&app, &who, &desk, &view));
            }
            both.trim().clone_into(&mut view.words);
            return Ok(shown(&view));
        }
        _ => {}
    }
    let refuse = |field: &str, why: &str| {
        let mut view = typed(&desk, &posted);
        view.form = view.form.refused(field, why);
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    if posted.text("title").is_empty() {
        return refuse("title", words().t("problem-title-missing"));
    }
    let supplements = match posted.text("with") {
        "" => None,
        slug => match desk.text(slug) {
            None => return refuse("with", words().t("problem-choice")),
            Some(of) => Some(Supplement {
                of: of.id,
                kind: SupplementKind::of(posted.text("with_kind"))
                    .unwrap_or(SupplementKind::Addendum),
            }),
        },
    };
    let aim = match aims::read_from(&desk, &posted) {
        Ok(aim) => aim,
        Err((field, why)) => return refuse(field, why),
    };
    let file = match first_version(&app, &who, &desk, &posted)? {
        Ok(file) => file,
        Err((field, why)) => return refuse(field, &why),
    };
    let (symbol, language) = (posted.text("symbol"), posted.text("language"));
    let command = Command::OpenText {
        text: app.office.fresh_id(),
        slug: posted.text("slug").to_owned(),
        title: posted.text("title").to_owned(),
        form: posted.text("kind").to_owned(),
        symbol: (!symbol.is_empty()).then(|| symbol.to_owned()),
        language: (!language.is_empty()).then(|| language.to_owned()),
        supplements,
        aim,
        penholder: posted.id("penholder")?,
        label: ZERO_DRAFT.to_owned(),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{}", posted.text("slug"));
    settled(ran, &who.group, &path, "text-opened", |refusal| {
        let field = match refusal {
            Refusal::BadName {} | Refusal::NameTaken { .. } => "slug",
            Refusal::NotAMember {} => "penholder",
            Refusal::Unknown {
                what: "kind of text",
            } => "kind",
            Refusal::BadSymbol {} | Refusal::SymbolTaken { .. } => "symbol",
            Refusal::NoLanguage { .. } => "language",
            _ => aims::field_of(refusal).unwrap_or("title"),
        };
        refuse(field, &sentence(refusal))
    })
}

/// Why words are more than a draft on a page may have.
fn too_long(written: &str) -> Option<String> {
    let limit = show::number(office::MOST_WRITTEN);
    let long = written.chars().count() > office::MOST_WRITTEN;
    long.then(|| words().f("problem-draft-too-long", &[("limit", limit.into())]))
}

/// What the words will look like: read from the very file that they make.
fn look(posted: &Posted) -> Result<Vec<Block>, Failure> {
    let (title, written) = (posted.text("title"), posted.text("words"));
    let Some(file) = office::drafted(title, written) else {
        return Ok(Vec::new());
    };
    let read = office::wording::paragraphs_of(&file);
    let paragraphs = read.map_err(|refused| Failure::Broken(refused.to_string()))?;
    Ok(read::blocks(&paragraphs, title))
}

/// The Word file of the first version, or the field and the sentence that says why there is none.
fn first_version(
    app: &App,
    who: &Who,
    desk: &Desk<'_>,
    posted: &Posted,
) -> Result<Result<WordFile, (&'static str, String)>, Failure> {
    let (field, bytes) = match begins(posted) {
        Begin::File => {
            let file = word_file(app, &who.group, posted)?;
            return Ok(file.map_err(|why| ("file", why)));
        }
        Begin::Template => {
            let chosen = posted.text("template").parse().ok();
            let file = match chosen {
                Some(id) => desk.template_file(id)?,
                None => None,
            };
            let Some(file) = file else {
                return Ok(Err(("template", words().t("problem-choice").to_owned())));
            };
            ("template", file.bytes)
        }
        Begin::Words => {
            let written = posted.text("words");
            if let Some(why) = too_long(written) {
                return Ok(Err(("words", why)));
            }
            let Some(file) = office::drafted(posted.text("title"), written) else {
                return Ok(Err((
                    "words",
                    words().t("problem-draft-missing").to_owned(),
                )));
            };
            ("words", file)
        }
    };
    match app.office.keep_word(&who.group, &bytes) {
        Ok(file) => Ok(Ok(file)),
        Err(Failed::File(why)) => Ok(Err((field, why))),
        Err(error) => Err(error.into()),
    }
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
    if let Some(why) = posted.file_too_large() {
        return Some(why);
    }
    match posted.file() {
        None => Some(words().t("problem-file-missing").to_owned()),
        Some(file) if file.bytes.is_empty() => {
            Some(words().f("problem-file-empty", &[("file", file.name.as_str().into())]))
        }
        Some(_) => None,
    }
}
