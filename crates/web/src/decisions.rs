//! `/GROUP/decisions`: the register.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use pages::Place;
use pages::decisions::{Basis, DecisionRow, Decisions};

use crate::app::App;
use crate::failure::Failure;
use crate::session::Who;
use crate::show;

pub(crate) async fn register(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let rows = desk
        .decisions()
        .into_iter()
        .map(|decision| DecisionRow {
            number: decision.number.clone(),
            title: decision.title.clone(),
            adopted: show::date(&desk, decision.at),
            basis: Basis::Silence,
            slug: desk
                .text_by_id(decision.text)
                .map(|seen| seen.text().slug.clone()),
            attached: show::number(decision.attached.len()),
            receipt: decision.act + 1,
        })
        .collect();
    let view = Decisions { rows };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Decisions),
        &view,
    ))
}
