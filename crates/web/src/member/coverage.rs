//! `/GROUP/members/coverage`: who works on what, as of a day, and what nobody does yet.

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::state::{Organisation, Theme};
use group::{Day, Id};
use office::desk::Desk;
use pages::Place;
use pages::coverage::{Coverage, CoverageRow, Gap};

use super::{approaches, day_of};
use crate::app::App;
use crate::failure::Failure;
use crate::public::for_all_narrowed;
use crate::query::Query;
use crate::session::Who;
use crate::show;

/// Who works on what, as of a day.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let query = Query::of(&uri);
    for_all_narrowed(&app, &who, (&uri, &headers), Place::Members, |desk| {
        (desk.is_inside() || crate::themes::own_themes(desk))
            .then(|| matrix(desk, day_of(desk, &query)))
    })
}

fn matrix(desk: &Desk<'_>, on: Day) -> Coverage {
    let mut themes = desk.themes();
    themes.retain(|(_, theme)| theme.since <= on && theme.until.is_none_or(|until| on <= until));
    let approaches = approaches(desk);
    let works = |id: Id, theme: Id| -> Option<Vec<String>> {
        let profile = desk.profile(id, on)?;
        let work = profile.works_on.iter().find(|work| work.theme == theme)?;
        Some(work.approaches.clone())
    };
    let members = desk.members_as_of(on);
    let row = |(id, found): &(Id, &Organisation)| CoverageRow {
        slug: found.slug.clone(),
        organisation: show::org_on(found, on),
        cells: themes.iter().map(|(theme, _)| works(*id, *theme)).collect(),
    };
    let gap = |(id, theme): &(Id, &Theme)| {
        let done: Vec<Vec<String>> = members
            .iter()
            .filter_map(|(member, _)| works(*member, *id))
            .collect();
        let missing: Vec<String> = approaches
            .iter()
            .filter(|approach| !done.iter().flatten().any(|each| each == *approach))
            .cloned()
            .collect();
        let named = (theme.slug.clone(), theme.name.clone());
        match (done.is_empty(), missing.is_empty()) {
            (true, _) => Some(Gap {
                theme: named,
                approaches: Vec::new(),
            }),
            (false, false) => Some(Gap {
                theme: named,
                approaches: missing,
            }),
            (false, true) => None,
        }
    };
    let own = desk
        .viewer
        .organisation
        .and_then(|id| desk.organisation(id));
    Coverage {
        as_of: show::date_of(on),
        on: on.to_string(),
        rows: members.iter().map(row).collect(),
        gaps: themes.iter().filter_map(gap).collect(),
        themes: themes
            .iter()
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        approaches,
        own: own.map(|found| found.slug.clone()),
    }
}
