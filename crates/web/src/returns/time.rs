//! More time, asked for with one press.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::Command;
use pages::Form;

use super::{Address, view, with_hand};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled};
use crate::show;

/// Asks for more time, once.
pub(crate) async fn ask(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
    posted: Posted,
) -> Result<Response, Failure> {
    with_hand(app, who, path, move |app, who, hand| {
        hand.speaking()?;
        if hand.is_entering() {
            return Err(Failure::NotFound);
        }
        let command = Command::AskMoreTime {
            round: hand.round.id,
        };
        let asking = asking(&posted, hand.actor())?;
        let ran = app.office.execute(&who.group, &asking, &command, &[]);
        settled(ran, &who.group, &hand.path(), "more-time", |refusal| {
            let mut view = view(app, hand, None)?;
            let form = Form::new(posted.text("command"));
            view.more_time = Some(form.refused("", &sentence(refusal)));
            Ok(show::refused_text(app, who, hand.desk, &view))
        })
    })
    .await
}
