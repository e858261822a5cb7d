//! `/GROUP/decisions`: the register.

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::state::Decision;
use office::desk::Desk;
use pages::Place;
use pages::decisions::{Basis, DecisionRow, Decisions, Told};

use crate::app::App;
use crate::failure::Failure;
use crate::public::for_all;
use crate::session::Who;
use crate::{history, show};

pub(crate) async fn register(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Decisions, |desk| {
        Some(view(desk))
    })
}

fn view(desk: &Desk<'_>) -> Decisions {
    let row = |decision: &Decision| DecisionRow {
        number: decision.number.clone(),
        title: decision.title.clone(),
        adopted: show::date(desk, decision.at),
        basis: Basis::Silence,
        slug: desk
            .text_by_id(decision.text)
            .map(|seen| seen.text().slug.clone()),
        attached: if desk.is_inside() {
            show::number(decision.attached.len())
        } else {
            0
        },
        receipt: desk.is_inside().then_some(decision.act + 1),
    };
    let told = desk.meetings().into_iter().filter_map(|(_, meeting)| {
        let decisions = meeting.decisions.as_ref()?;
        Some(Told {
            counted: history::counted(desk, decisions),
            meeting: (meeting.slug.clone(), meeting.title.clone()),
            on: show::date_of(meeting.on),
            form: desk.source(decisions.cited.source)?.form.clone(),
        })
    });
    Decisions {
        told: told.collect(),
        inside: desk.is_inside(),
        rows: desk.decisions().into_iter().map(row).collect(),
    }
}
