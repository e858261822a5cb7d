//! `/`: the groups kept here.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use pages::Shell;
use pages::front::{Front, GroupRow};

use crate::app::App;
use crate::failure::Failure;
use crate::show;

/// The list of groups; with a single one, its home.
pub(crate) async fn page(State(app): State<Arc<App>>) -> Result<Response, Failure> {
    let names = app.office.groups();
    if let [only] = names.as_slice() {
        return Ok(Redirect::to(&format!("/{only}")).into_response());
    }
    let groups = names
        .iter()
        .filter_map(|name| {
            let desk = app.office.desk(name, None)?;
            let founded = desk.founded()?;
            Some(GroupRow {
                short: founded.short_name.clone(),
                name: founded.name.clone(),
                purpose: desk.purpose().map(|p| p.words.clone()).unwrap_or_default(),
                notice: founded.notice.clone(),
            })
        })
        .collect();
    Ok(show::page(&Shell::default(), &Front { groups }))
}
