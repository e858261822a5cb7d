//! Pages that visitors may read: the group's home, its published texts, its members. For those inside
//! the same addresses show more.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::state::{CorrectionStanding, Stage};
use office::desk::{Desk, MembersOn, TextSeen};
use pages::front::{Home, PublishedRow, ReleasedRow};
use pages::published::{Published, Undone};
use pages::read::{Download, File};
use pages::texts::{TextRow, Texts};
use pages::{Place, View};

use crate::app::App;
use crate::failure::Failure;
use crate::query::Query;
use crate::remembered::Moment;
use crate::session::Who;
use crate::{meetings, members as membership, read, show};

/// Minutes of the clock, for the demonstration's pages, which show it; days for all others.
fn moment(app: &App, desk: &Desk<'_>) -> Moment {
    let seconds = desk.now.as_millis() / 1_000;
    let grain = if app.settings.demo.is_some() {
        60
    } else {
        3_600
    };
    Moment {
        size: desk.size(),
        day: seconds / grain,
    }
}

/// A visitor's page, remembered until the record moves.
fn visitors<V: View>(
    app: &App,
    who: &Who,
    (uri, headers): (&OriginalUri, &HeaderMap),
    place: Place,
    view: impl FnOnce(&Desk<'_>) -> Option<V>,
) -> Result<Response, Failure> {
    let desk = app.office.desk(&who.group, None).ok_or(Failure::NotFound)?;
    let who = Who {
        seat: None,
        told: None,
        ..who.clone()
    };
    app.public
        .answer(&who.group, moment(app, &desk), uri.path(), headers, || {
            let view = view(&desk)?;
            Some(pages::render(
                show::words(),
                &show::shell(app, &who, &desk, place),
                &view,
            ))
        })
        .ok_or(Failure::NotFound)
}

/// A page that all may see, each as much of it as is theirs, in the frame of whoever asks.
pub(crate) fn for_all<V: View>(
    app: &App,
    who: &Who,
    asked: (&OriginalUri, &HeaderMap),
    place: Place,
    view: impl Fn(&Desk<'_>) -> Option<V>,
) -> Result<Response, Failure> {
    if who.seat.is_none() {
        return visitors(app, who, asked, place, view);
    }
    let desk = who.anyone(app)?;
    let seen = view(&desk).ok_or(Failure::NotFound)?;
    Ok(show::page(&show::shell(app, who, &desk, place), &seen))
}

/// The same for a page that an address can narrow: narrowed it is made anew, since anything can be asked,
/// and is not remembered.
pub(crate) fn for_all_narrowed<V: View>(
    app: &App,
    who: &Who,
    asked: (&OriginalUri, &HeaderMap),
    place: Place,
    view: impl Fn(&Desk<'_>) -> Option<V>,
) -> Result<Response, Failure> {
    if Query::of(asked.0).is_plain() {
        return for_all(app, who, asked, place, view);
    }
    let desk = who.anyone(app)?;
    let seen = view(&desk).ok_or(Failure::NotFound)?;
    Ok(show::page(&show::shell(app, who, &desk, place), &seen))
}

/// The group's public home.
pub(crate) async fn home(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let view = |desk: &Desk<'_>| {
        let purpose = desk.purpose();
        let from = purpose.and_then(|p| desk.source(p.source?));
        let day = desk.members_day();
        Some(Home {
            purpose: purpose.map(|p| p.words.clone()).unwrap_or_default(),
            purpose_from: from.map(|source| source.form.clone()),
            mandates: desk
                .mandates()
                .iter()
                .map(|(_, mandate)| mandate.body.clone())
                .collect(),
            meetings: meetings::past(desk),
            decisions: desk
                .decisions()
                .into_iter()
                .filter(|decision| decision.released.is_some())
                .map(|decision| ReleasedRow {
                    number: decision.number.clone(),
                    title: decision.title.clone(),
                    adopted: show::date(desk, decision.at),
                })
                .collect(),
            published: desk
                .texts()
                .iter()
                .filter_map(|seen| published_row(desk, seen))
                .collect(),
            members: match desk.members_on(day) {
                MembersOn::Told(members, _) => members,
                _ => desk.members(),
            }
            .into_iter()
            .map(|(_, o)| show::org(o))
            .collect(),
            as_of: show::date_of(day),
        })
    };
    for_all(&app, &who, (&uri, &headers), Place::Elsewhere, view)
}

fn published_row(desk: &Desk<'_>, seen: &TextSeen<'_>) -> Option<PublishedRow> {
    let Stage::Published(decision, _) = seen.stage() else {
        return None;
    };
    let text = seen.text();
    Some(PublishedRow {
        slug: text.slug.clone(),
        title: text.title.clone(),
        symbol: text.symbol.clone(),
        number: decision.number.clone(),
        adopted: show::date(desk, decision.at),
    })
}

/// The list of texts: inside all, outside the published ones.
pub(crate) async fn texts(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let view = |desk: &Desk<'_>| {
        // A group made from a source has no texts of its own, and none to come.
        desk.founded().filter(|founded| founded.notice.is_none())?;
        let rows = desk
            .texts()
            .iter()
            .map(|seen| {
                let head = show::text_head(desk, seen);
                TextRow {
                    slug: head.slug,
                    title: head.title,
                    kind: head.kind,
                    symbol: head.symbol,
                    version: head.version,
                    stage: head.stage,
                }
            })
            .collect();
        Some(Texts {
            rows,
            may_open: desk.is_secretariat(),
        })
    };
    if who.seat.is_some() {
        let desk = who.member(&app)?;
        let list = view(&desk).ok_or(Failure::NotFound)?;
        return Ok(show::page(
            &show::shell(&app, &who, &desk, Place::Texts),
            &list,
        ));
    }
    visitors(&app, &who, (&uri, &headers), Place::Texts, view)
}

/// Who takes part.
pub(crate) async fn members(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let asked = membership::Asked::of(&Query::of(&uri));
    for_all_narrowed(&app, &who, (&uri, &headers), Place::Members, |desk| {
        let manage = membership::manage(&app, desk);
        Some(membership::view(desk, &asked, manage))
    })
}

/// A text: inside the page on which it is read, outside its publication.
pub(crate) async fn text(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if who.seat.is_some() {
        return read::page(&app, &who, &slug, uri.query().unwrap_or_default());
    }
    let found = app
        .office
        .desk(&who.group, None)
        .is_some_and(|desk| desk.text(&slug).is_some());
    let undone = |desk: &Desk<'_>| {
        let (title, decision, published) = desk.undone(&slug)?;
        let annulled = decision.annulled.as_ref()?;
        Some(Undone {
            title: title.to_owned(),
            number: decision.number.clone(),
            published: show::date(desk, published),
            annulled: show::date(desk, annulled.at),
            act: annulled.act + 1,
        })
    };
    let was = app.office.desk(&who.group, None);
    if !found && was.is_some_and(|desk| desk.undone(&slug).is_some()) {
        return visitors(&app, &who, (&uri, &headers), Place::Texts, undone);
    }
    if !found {
        // The same answer whether it isn't there or isn't published; a member may sign in.
        return Err(Failure::NotFound);
    }
    visitors(&app, &who, (&uri, &headers), Place::Texts, |desk| {
        publication(&app, desk, &slug)
    })
}

fn publication(app: &App, desk: &Desk<'_>, slug: &str) -> Option<Published> {
    let seen = desk.text(slug)?;
    let Stage::Published(decision, publication) = seen.stage() else {
        return None;
    };
    let text = seen.text();
    let version = text.version(publication.version)?;
    let paragraphs = seen.paragraphs_as_corrected(version.number).ok()??;
    let files = format!("/{}/texts/{slug}/files", desk.group);
    let corrections = seen.corrections();
    let corrected = corrections.first().map(|(number, _)| Download {
        what: File::Corrected(version.label.clone()),
        href: format!("{files}/correction-{number}.docx"),
        size: None,
    });
    let mut endorsed: Vec<_> = text.endorsements.iter().collect();
    endorsed.sort_by_key(|(id, _)| desk.organisation(**id).map_or(usize::MAX, |o| o.order));
    Some(Published {
        title: text.title.clone(),
        kind: show::kind(desk, &text.form),
        symbol: text.symbol.clone(),
        number: decision.number.clone(),
        adopted: show::date(desk, decision.at),
        published: show::date(desk, publication.at),
        basis: crate::decisions::basis(decision),
        blocks: read::blocks(&paragraphs, &text.title),
        endorsed: endorsed
            .into_iter()
            .map(|(_, endorsement)| endorsement.name.clone())
            .collect(),
        as_of: show::date(desk, publication.edition_at),
        edition: publication.edition,
        attached: publication
            .attached
            .iter()
            .map(|published| {
                let attached = pages::clearance::Attached {
                    kind: pages::clearance::Attachment::of(published.kind.word())
                        .unwrap_or_default(),
                    text: published.text.clone(),
                    to_be_published: true,
                };
                (show::org_of(desk, published.organisation), attached)
            })
            .collect(),
        corrections: corrections
            .iter()
            .rev()
            .filter_map(|(_, one)| match &one.standing {
                CorrectionStanding::Issued { at, changes, .. } => {
                    Some((show::date(desk, *at), changes.clone()))
                }
                _ => None,
            })
            .collect(),
        languages: seen
            .languages()
            .into_iter()
            .map(|one| crate::corrections::language(app, desk, &seen, one))
            .collect(),
        downloads: corrected
            .into_iter()
            .chain(std::iter::once(Download {
                what: File::Version(version.label.clone()),
                href: format!("{files}/{}.docx", version.number),
                size: None,
            }))
            .collect(),
        act: publication.act + 1,
    })
}
