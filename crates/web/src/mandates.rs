//! `/GROUP/mandates`: who asked the group to do what, and what it is for.

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::{Command, Day, Id, Refusal};
use office::desk::Desk;
use pages::mandates::{Mandate, Mandates, Purpose, RecordMandate, SetPurpose};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meeting::source;
use crate::posted::Posted;
use crate::public::for_all;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};
use crate::themes::titled;

pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Mandates, |desk| {
        Some(view(&app, desk))
    })
}

fn view(app: &App, desk: &Desk<'_>) -> Mandates {
    let row = |(id, mandate): (Id, &group::state::Mandate)| Mandate {
        body: mandate.body.clone(),
        instrument: mandate.instrument.get().cloned(),
        on: mandate.on.get().copied().map(show::date_of),
        asks: mandate.asks.clone(),
        passage: mandate
            .cited
            .as_ref()
            .map(|cited| desk.passage(cited))
            .unwrap_or_default(),
        source: mandate
            .cited
            .as_ref()
            .and_then(|cited| source(desk, cited.source)),
        decisions: desk
            .decisions()
            .into_iter()
            .filter(|decision| decision.mandates.contains(&id))
            .map(titled)
            .collect(),
        act: mandate.act + 1,
    };
    // What a source says of the purpose stands on the group's home, with its passage.
    let purpose = desk.purpose().filter(|purpose| purpose.source.is_none());
    Mandates {
        purpose: purpose.map(|purpose| Purpose {
            words: purpose.words.clone(),
            approaches: purpose.approaches.clone(),
            since: purpose
                .since
                .get()
                .copied()
                .map(show::date_of)
                .unwrap_or_default(),
        }),
        rows: desk.mandates().into_iter().map(row).collect(),
        record: desk.is_secretariat().then(|| RecordMandate {
            form: show::form(app),
            ..RecordMandate::default()
        }),
        set: desk.is_secretariat().then(|| SetPurpose {
            form: show::form(app),
            purpose: purpose.map(|p| p.words.clone()).unwrap_or_default(),
            approaches: purpose.map(|p| p.approaches.join("\n")).unwrap_or_default(),
        }),
    }
}

/// Records a mandate.
pub(crate) async fn record(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let text = |name: &str| posted.text(name).to_owned();
    let refuse = |field: &str, why: &str| {
        let mut view = view(&app, &desk);
        view.record = Some(RecordMandate {
            form: Form::new(posted.text("command")).refused(field, why),
            body: text("body"),
            instrument: text("instrument"),
            on: text("on"),
            asks: text("asks"),
        });
        let shell = show::shell(&app, &who, &desk, Place::Mandates);
        Ok(show::refused_page(&shell, &view))
    };
    let on = match posted.text("on") {
        "" => None,
        day => match day.parse::<Day>() {
            Ok(day) => Some(day),
            Err(_) => return refuse("on", words().t("problem-date")),
        },
    };
    let instrument = text("instrument");
    let command = Command::RecordMandate {
        mandate: app.office.fresh_id(),
        body: text("body"),
        instrument: (!instrument.is_empty()).then_some(instrument),
        on,
        asks: text("asks"),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(
        ran,
        &who.group,
        "mandates",
        "mandate-recorded",
        |refusal| match refusal {
            Refusal::Missing { what: "body" } => refuse("body", words().t("problem-body-missing")),
            Refusal::Missing { .. } => refuse("asks", words().t("problem-asks-missing")),
            Refusal::TooLong { what: "body", .. } => refuse("body", &sentence(refusal)),
            Refusal::TooLong {
                what: "instrument", ..
            } => refuse("instrument", &sentence(refusal)),
            _ => refuse("asks", &sentence(refusal)),
        },
    )
}

/// Sets what the group is for, with its approaches: one in each line.
pub(crate) async fn purpose(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let mut approaches: Vec<String> = Vec::new();
    for line in posted.text("approaches").lines().map(str::trim) {
        if !line.is_empty() && !approaches.iter().any(|each| each == line) {
            approaches.push(line.to_owned());
        }
    }
    let command = Command::SetPurpose {
        words: posted.text("purpose").to_owned(),
        approaches,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "mandates", "purpose-set", |refusal| {
        let field = match refusal {
            Refusal::TooLong { what, .. }
            | Refusal::TooMany { what, .. }
            | Refusal::Missing { what }
                if what.contains("approach") =>
            {
                "approaches"
            }
            _ => "purpose",
        };
        let mut view = view(&app, &desk);
        view.set = Some(SetPurpose {
            form: Form::new(posted.text("command")).refused(field, &sentence(refusal)),
            purpose: posted.text("purpose").to_owned(),
            approaches: posted.text("approaches").to_owned(),
        });
        let shell = show::shell(&app, &who, &desk, Place::Mandates);
        Ok(show::refused_page(&shell, &view))
    })
}
