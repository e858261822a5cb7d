//! Themes: the list, one theme with all that carries it, and the ticks by which things are given themes.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::state::Theme;
use group::{Command, Id, Noun, Refusal};
use office::desk::Desk;
use pages::themes::{self, LinkTheme, Linked, OpenTheme, Tagging, ThemeRow, Themes, WhoWorks};
use pages::told::Quote;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meeting::source;
use crate::posted::Posted;
use crate::public::for_all;
use crate::sent::Sent;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};

/// Short name and name of each theme, in the group's order.
pub(crate) fn named(desk: &Desk<'_>) -> Vec<(String, String)> {
    let all = desk.themes().into_iter();
    all.map(|(_, theme)| pair(theme)).collect()
}

fn pair(theme: &Theme) -> (String, String) {
    (theme.slug.clone(), theme.name.clone())
}

/// Whether the group has themes of its own, so that it can be shown who works on what.
pub(crate) fn own_themes(desk: &Desk<'_>) -> bool {
    desk.themes().iter().any(|(_, theme)| theme.cited.is_none())
}

pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Themes, |desk| {
        Some(view(desk, opening(desk, show::form(&app), None)))
    })
}

fn view(desk: &Desk<'_>, open: Option<OpenTheme>) -> Themes {
    let row = |(_, theme): (Id, &Theme)| ThemeRow {
        slug: theme.slug.clone(),
        name: theme.name.clone(),
        since: show::date_of(theme.since),
        until: theme.until.map(show::date_of),
        recorded: theme.cited.is_some(),
    };
    Themes {
        rows: desk.themes().into_iter().map(row).collect(),
        coverage: own_themes(desk),
        open,
    }
}

fn opening(desk: &Desk<'_>, form: Form, posted: Option<&Posted>) -> Option<OpenTheme> {
    let text = |name: &str| posted.map(|p| p.text(name).to_owned()).unwrap_or_default();
    desk.is_secretariat().then(|| OpenTheme {
        form,
        name: text("name"),
        slug: text("slug"),
    })
}

/// Opens a theme.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let command = Command::OpenTheme {
        theme: app.office.fresh_id(),
        slug: posted.text("slug").to_owned(),
        name: posted.text("name").to_owned(),
        meeting: None,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "themes", "theme-opened", |refusal| {
        let field = match refusal {
            Refusal::BadName {} | Refusal::NameTaken { .. } => "slug",
            _ => "name",
        };
        let form = Form::new(posted.text("command")).refused(field, &sentence(refusal));
        let view = view(&desk, opening(&desk, form, Some(&posted)));
        let shell = show::shell(&app, &who, &desk, Place::Themes);
        Ok(show::refused_page(&shell, &view))
    })
}

/// A theme with all that carries it.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Themes, |desk| {
        one(&app, desk, &slug)
    })
}

fn one(app: &App, desk: &Desk<'_>, slug: &str) -> Option<themes::Theme> {
    let (id, theme) = desk.theme(slug)?;
    let all = desk.themes();
    // A source names several at once.
    let others = all.iter().filter(|(other, found)| {
        *other != id && theme.cited.is_some() && found.meeting == theme.meeting
    });
    let carries = |thing: Id| desk.themes_of(thing).iter().any(|(each, _)| *each == id);
    let texts = desk.texts();
    let decisions = desk.decisions().into_iter();
    let actions = desk.actions().into_iter();
    Some(themes::Theme {
        slug: theme.slug.clone(),
        name: theme.name.clone(),
        since: show::date_of(theme.since),
        until: theme.until.map(show::date_of),
        meeting: theme.meeting.and_then(|id| desk.meeting_name(id)),
        passage: theme
            .cited
            .as_ref()
            .map(|cited| desk.passage(cited))
            .unwrap_or_default(),
        others: others.map(|(_, found)| pair(found)).collect(),
        source: theme
            .cited
            .as_ref()
            .and_then(|cited| source(desk, cited.source)),
        who: who_works(desk, id),
        linked: desk
            .linked_themes(id)
            .into_iter()
            .map(|(other, link)| Linked {
                slug: other.slug.clone(),
                name: other.name.clone(),
                said: Quote {
                    words: link.words.clone(),
                    attribution: show::org_of(desk, link.said_by).full(),
                },
            })
            .collect(),
        texts: texts
            .iter()
            .filter(|seen| carries(seen.id))
            .map(|seen| (seen.text().slug.clone(), seen.text().title.clone()))
            .collect(),
        decisions: decisions
            .filter(|decision| carries(decision.id))
            .map(titled)
            .collect(),
        actions: actions
            .filter(|action| carries(action.id))
            .map(|action| crate::actions::row(desk, action))
            .collect(),
        link: linking(app, desk, slug),
        close: (desk.is_secretariat() && theme.until.is_none() && theme.cited.is_none())
            .then(|| show::form(app)),
        act: theme.act + 1,
    })
}

/// "2026-4" and "2026/4: title".
pub(crate) fn titled(decision: &group::state::Decision) -> (String, String) {
    (
        decision.number.replace('/', "-"),
        format!("{}: {}", decision.number, decision.title),
    )
}

fn who_works(desk: &Desk<'_>, theme: Id) -> Vec<WhoWorks> {
    let day = desk.day();
    let all = desk.participants().into_iter();
    all.filter_map(|(id, organisation)| {
        let profile = desk.profile(id, day)?;
        let work = profile.works_on.iter().find(|work| work.theme == theme)?;
        Some(WhoWorks {
            slug: organisation.slug.clone(),
            organisation: show::org(organisation),
            approaches: work.approaches.clone(),
        })
    })
    .collect()
}

fn linking(app: &App, desk: &Desk<'_>, slug: &str) -> Option<LinkTheme> {
    let mut others = named(desk);
    others.retain(|(other, _)| other != slug);
    let organisations = desk.participants().into_iter();
    (desk.is_secretariat() && !others.is_empty()).then(|| LinkTheme {
        form: show::form(app),
        themes: others,
        organisations: organisations
            .map(|(id, organisation)| (id.to_string(), show::org(organisation)))
            .collect(),
        ..LinkTheme::default()
    })
}

/// Links two themes, with who said so.
pub(crate) async fn link(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let (first, _) = desk.theme(&slug).ok_or(Failure::NotFound)?;
    let sent = Sent::new(&app, &who, &desk, &posted);
    let refuse = |field: &str, why: &str| {
        let view = one(&app, &desk, &slug).ok_or(Failure::NotFound)?;
        sent.again(Place::Themes, view, why, |view| {
            let link = view.link.as_mut()?;
            link.form = sent.form(field, why);
            link.theme = sent.text("theme");
            link.said_by = sent.text("said_by");
            link.words = sent.text("words");
            Some(())
        })
    };
    let Some((second, _)) = desk.theme(posted.text("theme")) else {
        return refuse("theme", words().t("problem-theme-missing"));
    };
    let command = Command::LinkThemes {
        first,
        second,
        said_by: posted.id("said_by")?,
        words: posted.text("words").to_owned(),
    };
    let path = format!("themes/{slug}");
    sent.run(actor, &command, &path, "themes-linked", |refusal| {
        let field = match refusal {
            Refusal::Missing { .. } | Refusal::TooLong { .. } => "words",
            _ => "theme",
        };
        refuse(field, &sentence(refusal))
    })
}

/// Closes a theme.
pub(crate) async fn close(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let (theme, _) = desk.theme(&slug).ok_or(Failure::NotFound)?;
    let asking = asking(&posted, actor)?;
    let command = Command::CloseTheme { theme };
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("themes/{slug}");
    settled(ran, &who.group, &path, "theme-closed", |refusal| {
        Err(Failure::Refused(sentence(refusal)))
    })
}

/// The ticks for something that carries these themes: open themes, and closed ones that it carries.
pub(crate) fn tagging(app: &App, desk: &Desk<'_>, carried: &[(Id, &Theme)]) -> Tagging {
    let has = |id: &Id| carried.iter().any(|(each, _)| each == id);
    let offered = desk.themes().into_iter();
    Tagging {
        form: show::form(app),
        themes: offered
            .filter(|(id, theme)| theme.until.is_none() || has(id))
            .map(|(_, theme)| pair(theme))
            .collect(),
        ticked: carried
            .iter()
            .map(|(_, theme)| theme.slug.clone())
            .collect(),
    }
}

/// Gives a thing its themes: those that are ticked.
pub(crate) fn tag(
    app: &App,
    who: &Who,
    desk: &Desk<'_>,
    posted: &Posted,
    (noun, thing): (Noun, Id),
    path: &str,
) -> Result<Response, Failure> {
    let actor = secretariat(desk)?;
    let ticked = posted.all("themes");
    let command = Command::Tag {
        noun,
        thing,
        themes: ticked
            .iter()
            .map(|slug| Some(desk.theme(slug)?.0))
            .collect::<Option<_>>()
            .ok_or(Failure::NotOurForm)?,
    };
    let asking = asking(posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, path, "themes-tagged", |refusal| {
        Err(Failure::Refused(sentence(refusal)))
    })
}

/// The themes that a text carries.
pub(crate) async fn tag_text(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let text = desk.text(&slug).ok_or(Failure::NotFound)?.id;
    let path = format!("texts/{slug}");
    tag(&app, &who, &desk, &posted, (Noun::Text, text), &path)
}
