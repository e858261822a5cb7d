//! What became of what one organisation asked for.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::Id;
use group::state::Round;
use office::desk::{Colleagues, CompilationSeen, Desk, TextSeen};
use pages::became::{BecameItem, BecameOf};
use pages::read::{Download, File};
use pages::responses::RowKind;
use pages::{Place, Span};

use super::{became, label};
use crate::app::App;
use crate::comments::{answer_of, org_outside, wording_of};
use crate::failure::Failure;
use crate::returns::{comment_place, place};
use crate::session::Who;
use crate::show;

/// The viewer's own.
pub(crate) async fn mine(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let own = desk.viewer.organisation.ok_or(Failure::NotFound)?;
    page(&app, &who, &desk, &slug, own)
}

/// Another organisation's, for the team, which sends it on.
pub(crate) async fn of(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, org)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (organisation, _) = desk.organisation_at(&org).ok_or(Failure::NotFound)?;
    page(&app, &who, &desk, &slug, organisation)
}

fn page(
    app: &App,
    who: &Who,
    desk: &Desk<'_>,
    slug: &str,
    organisation: Id,
) -> Result<Response, Failure> {
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let view = view(desk, &seen, organisation)?;
    Ok(show::page(
        &show::shell(app, who, desk, Place::Texts),
        &view,
    ))
}

/// The page: of one's own for each, of others for the team alone.
pub(super) fn view(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    organisation: Id,
) -> Result<BecameOf, Failure> {
    let own = desk.viewer.organisation == Some(organisation);
    let round = seen.round().filter(|round| round.responses.is_some());
    let round = round.filter(|_| own || seen.is_team());
    let round = round.ok_or(Failure::NotFound)?;
    let compilation = seen.compilation(round)?.ok_or(Failure::NotFound)?;
    let colleagues = if own {
        seen.colleagues(round, &compilation)?
    } else {
        Colleagues::default()
    };
    let found = desk.organisation(organisation).ok_or(Failure::NotFound)?;
    let text = seen.text();
    let version = text.version(round.version).ok_or(Failure::NotFound)?;
    let items = items(desk, seen, round, &compilation, organisation, &colleagues);
    Ok(BecameOf {
        head: show::text_head(desk, seen),
        version: version.label.clone(),
        organisation: show::org(found),
        own,
        became: became(seen, round, Some(organisation)).unwrap_or_default(),
        download: (!items.is_empty()).then(|| Download {
            what: File::Became,
            href: format!(
                "/{}/texts/{}/files/became/{}",
                desk.group, text.slug, found.slug
            ),
            size: None,
        }),
        items,
    })
}

/// What the viewer's own organisation asked for in a round, with its answers.
pub(crate) fn items_of(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    round: &Round,
    organisation: Id,
) -> Result<Vec<BecameItem>, Failure> {
    let Some(compilation) = seen.compilation(round)? else {
        return Ok(Vec::new());
    };
    let nobody = Colleagues::default();
    Ok(items(
        desk,
        seen,
        round,
        &compilation,
        organisation,
        &nobody,
    ))
}

/// What an organisation asked for, in the order of the text.
fn items(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    round: &Round,
    compilation: &CompilationSeen,
    organisation: Id,
    colleagues: &Colleagues,
) -> Vec<BecameItem> {
    let Some(name) = seen.name_in(round, organisation) else {
        return Vec::new();
    };
    let model = &compilation.model;
    let answer = |item: &str| {
        let answer = compilation.answer(round, item);
        answer.map(|answer| answer_of(desk, answer))
    };
    let mut items: Vec<(usize, BecameItem)> = Vec::new();
    for amendment in &model.amendments {
        if !amendment.supporters.contains(&name) {
            continue;
        }
        let others = amendment.supporters.iter().filter(|one| **one != name);
        let item = BecameItem {
            place: place(amendment.body_paragraph(), amendment.label.as_deref()),
            kind: RowKind::Proposal,
            proposed: wording_of(compilation, amendment),
            others: others.map(|one| org_outside(seen, round, one)).collect(),
            colleagues: colleagues.of_amendment(&amendment.id).to_vec(),
            answer: answer(&amendment.id),
        };
        items.push((amendment.body_paragraph(), item));
    }
    for comment in model.comments.iter().filter(|one| one.organisation == name) {
        let at = comment.body_paragraph();
        let colleague = colleagues.of_comment(at, &comment.text);
        let item = BecameItem {
            place: comment_place(at, label(compilation, at)),
            kind: RowKind::Comment,
            proposed: vec![Span::Same(comment.text.clone())],
            others: Vec::new(),
            colleagues: colleague.map(str::to_owned).into_iter().collect(),
            answer: answer(&comment.id),
        };
        items.push((at, item));
    }
    items.sort_by_key(|(paragraph, _)| *paragraph);
    items.into_iter().map(|(_, item)| item).collect()
}
