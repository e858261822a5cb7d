//! Papers of a meeting: tabling one, and its file.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::state::{Meeting, Tabled};
use group::{Command, Id, Refusal};
use office::desk::Desk;
use pages::Place;
use pages::papers::PaperForm;

use super::{inside, steps};
use crate::app::App;
use crate::failure::Failure;
use crate::meetings::staff;
use crate::posted::Posted;
use crate::read::delivered;
use crate::sent::Sent;
use crate::session::{Who, asking, done};
use crate::show;
use crate::texts::file_problem;

/// The empty form, with the symbol that is next.
pub(super) fn form(app: &App, desk: &Desk<'_>, meeting: &Meeting) -> PaperForm {
    let items = meeting.agenda.iter().enumerate();
    let revised = |paper: &&Tabled| meeting.papers.iter().any(|p| p.revises == Some(paper.id));
    let papers = meeting.papers.iter().filter(|paper| !revised(paper));
    PaperForm {
        form: show::form(app),
        symbol: desk.next_symbol(),
        items: items
            .map(|(at, item)| (item.item.to_string(), format!("{}. {}", at + 1, item.title)))
            .collect(),
        papers: papers
            .map(|paper| {
                let label = format!("{} · {}", paper.symbol, paper.title);
                (paper.id.to_string(), label)
            })
            .collect(),
        ..PaperForm::default()
    }
}

/// Tables a paper. Refused, everything typed comes back but the file.
pub(crate) async fn table(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let sent = Sent::new(&app, &who, &desk, &posted);
    let refuse = |field: &str, why: &str| {
        let page = steps::view(&app, &desk, id, meeting, super::floor::AskedFor::default());
        sent.again(Place::Meetings, page, why, |page| {
            let paper = page.steps.paper.as_mut()?;
            paper.form = sent.form(field, why);
            paper.symbol = sent.text("symbol");
            paper.title = sent.text("paper_title");
            paper.item = sent.text("paper_item");
            paper.revises = sent.text("revises");
            Some(())
        })
    };
    if let Some(why) = file_problem(&posted) {
        return refuse("file", &why);
    }
    let Some(file) = posted.file() else {
        return Err(Failure::NotOurForm);
    };
    let kept = app.office.keep_paper(&who.group, &file.bytes);
    let (kept, format) = match kept {
        Ok(kept) => kept,
        Err(failed) => match steps::refused_by(&failed) {
            Some(why) => return refuse("file", &why),
            None => return Err(failed.into()),
        },
    };
    let chosen = |name: &str| -> Option<Id> { posted.text(name).parse().ok() };
    let command = Command::TablePaper {
        paper: app.office.fresh_id(),
        meeting: id,
        item: chosen("paper_item"),
        symbol: posted.text("symbol").to_owned(),
        title: posted.text("paper_title").to_owned(),
        file: kept.filed(),
        format: format.to_owned(),
        revises: chosen("revises"),
    };
    let asking = asking(&posted, actor)?;
    match app.office.execute(&who.group, &asking, &command, &[]) {
        Ok(ran) => {
            let path = format!("meetings/{slug}");
            Ok(done(&who.group, &path, "paper-tabled", &ran))
        }
        Err(failed) => match steps::refused_by(&failed) {
            Some(why) => refuse(field(&failed), &why),
            None => Err(failed.into()),
        },
    }
}

fn field(failed: &office::Failed) -> &'static str {
    match failed {
        office::Failed::Refused(Refusal::BadSymbol {} | Refusal::SymbolTaken { .. }) => "symbol",
        office::Failed::Refused(
            Refusal::Missing { what: "title" } | Refusal::TooLong { what: "title", .. },
        ) => "paper_title",
        _ => "",
    }
}

/// A paper's file, for those inside.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, name)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (_, meeting) = inside(&desk, &slug)?;
    let found = desk.paper_file(meeting, &name)?;
    Ok(delivered(found.ok_or(Failure::NotFound)?))
}
