//! The desk: the compilation, paragraph by paragraph, and the answers of the penholder's team.

mod answering;
mod marks;
mod opening;
mod paragraphs;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use group::Id;
use group::parts::{PenholderComment, ReturnForm};
use group::state::Round;
use office::Voices as _;
use office::desk::{CompilationSeen, Desk, TextSeen};
use pages::comments::{Comments, Counts, DeskState, Filter, Pager, Progress};
use pages::{Form, Place};
use serde::Deserialize;

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::read::compilation_downloads;
use crate::session::{Who, asking, settled, team_text};
use crate::show;
use opening::Open;
use paragraphs::Desked;

pub(crate) use answering::{answer, signs};
pub(crate) use paragraphs::{answer_of, letter_of, org_named, org_outside, wording_of};

/// Paragraphs on a page (6-interface: whole-text views without script).
const PAGE: usize = 25;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Narrowed {
    show: Option<String>,
    page: Option<String>,
    only: Option<String>,
    answer: Option<String>,
}

impl Narrowed {
    /// From the hidden fields of an answer's form.
    fn of(posted: &Posted) -> Self {
        let optional =
            |name: &str| Some(posted.text(name).to_owned()).filter(|text| !text.is_empty());
        Self {
            show: optional("show"),
            page: optional("page"),
            only: optional("only"),
            answer: optional("item"),
        }
    }

    /// The number of the page, from 1; whatever else is typed there is no page.
    fn page(&self) -> Option<usize> {
        self.page.as_deref()?.parse().ok()
    }

    /// The same page again, without an open form.
    fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(show) = &self.show {
            query.append_pair("show", show);
        }
        if let Some(page) = self.page().filter(|page| *page > 1) {
            query.append_pair("page", &page.to_string());
        }
        if let Some(only) = &self.only {
            query.append_pair("only", only);
        }
        query.finish()
    }
}

/// The page.
pub(crate) async fn desk(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(narrowed): Query<Narrowed>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let view = view(&app, &desk, &seen, &narrowed, None)?;
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view,
    ))
}

/// The view; `open` is the form of an answer that was refused or met another.
fn view(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    narrowed: &Narrowed,
    open: Option<Open>,
) -> Result<Comments, Failure> {
    let round = seen.round();
    let compilation = match round {
        Some(round) => seen.compilation(round)?,
        None => None,
    };
    let filter = narrowed
        .show
        .as_deref()
        .and_then(Filter::of)
        .unwrap_or_default();
    let mut view = Comments {
        head: show::text_head(desk, seen),
        version: round
            .and_then(|round| seen.text().version(round.version))
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        state: state(seen, round, compilation.as_ref()),
        desk: seen.is_team() && round.is_some_and(|round| round.responses.is_none()),
        filter,
        counts: Counts::default(),
        without_names: round.is_some_and(Round::is_restricted),
        organisations: Vec::new(),
        only: narrowed.only.clone(),
        signs: None,
        paras: Vec::new(),
        pager: Pager { page: 1, pages: 1 },
        progress: round.map(|round| progress(desk, seen, round)),
        downloads: compilation_downloads(desk, seen),
        freeze: round
            .filter(|round| may_freeze(seen, round))
            .map(|_| show::form(app)),
    };
    let (Some(round), Some(compilation)) = (round, compilation) else {
        return Ok(view);
    };
    let open = match open {
        Some(open) => Some(open),
        None if view.desk => narrowed
            .answer
            .as_ref()
            .map(|item| Open::begun(app, &compilation, item)),
        None => None,
    };
    let desked = Desked {
        desk,
        seen,
        round,
        compilation: &compilation,
        open: open.as_ref(),
        team: view.desk,
        asides: asides(seen, round, &compilation),
    };
    view.counts = desked.counts();
    if view.desk {
        let signs = office::only_signs(&compilation.model, &compilation.answers).len();
        view.signs = (signs > 0).then(|| (show::form(app), show::number(signs)));
    }
    if let Some(progress) = &mut view.progress {
        progress.answered = view.counts.all - view.counts.open;
        progress.proposals = view.counts.all;
    }
    let names = compilation
        .model
        .returns
        .iter()
        .map(|one| one.organisation.as_str());
    view.organisations = names
        .map(|name| (name.to_owned(), org_named(seen, round, name)))
        .collect();
    let shown = desked.shown(filter, narrowed.only.as_deref());
    let pages = shown.len().div_ceil(PAGE).max(1);
    // The page of the open form, wherever it stands.
    let place = open.as_ref().and_then(|open| desked.place_of(&open.item));
    let of_open = shown.iter().position(|at| Some(*at) == place);
    let page = match (of_open, narrowed.page()) {
        (Some(at), None) => at / PAGE + 1,
        (_, page) => page.unwrap_or(1).clamp(1, pages),
    };
    view.pager = Pager {
        page: show::number(page),
        pages: show::number(pages),
    };
    let part = shown.iter().skip((page - 1) * PAGE).take(PAGE);
    view.paras = part.map(|at| desked.paragraph(*at)).collect();
    Ok(view)
}

/// Comments for the penholder alone that the viewer may see, each where it is shown: with its paragraph, or
/// with the first or last one where that is not in the text any more.
fn asides<'d>(
    seen: &TextSeen<'d>,
    round: &'d Round,
    compilation: &CompilationSeen,
) -> Vec<(usize, Id, &'d PenholderComment)> {
    let last = compilation.base.len().saturating_sub(1);
    let comments = seen.comments_for_penholder(round).into_iter();
    comments
        .map(|(organisation, comment)| {
            let at = (comment.paragraph as usize).saturating_sub(1).min(last);
            (at, organisation, comment)
        })
        .collect()
}

fn state(
    seen: &TextSeen<'_>,
    round: Option<&Round>,
    compilation: Option<&CompilationSeen>,
) -> DeskState {
    let Some(round) = round else {
        return DeskState::Empty;
    };
    if !seen.sees_returns(round) {
        return DeskState::NotShownYet;
    }
    match compilation {
        None => DeskState::Empty,
        Some(_) if round.responses.is_some() => DeskState::Issued,
        Some(compilation) if compilation.frozen => DeskState::Frozen,
        Some(_) => DeskState::Provisional,
    }
}

fn may_freeze(seen: &TextSeen<'_>, round: &Round) -> bool {
    let answered = !round.returns.is_empty();
    seen.is_team() && answered && round.responses.is_none() && !round.compilation_is_whole()
}

fn progress(desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> Progress {
    let without = round
        .returns
        .values()
        .filter(|one| one.form == ReturnForm::NoComments)
        .count();
    let asked = round.asked().into_iter();
    let missing = asked.filter(|id| round.return_of(*id).is_none());
    // Who is missing is for those who need it; the others see numbers (6-interface, rules).
    let not_heard = missing.filter(|_| seen.sees_board());
    Progress {
        answered: 0,
        proposals: 0,
        heard: show::number(round.answered()),
        asked: show::number(round.electorate.len()),
        without_comments: show::number(without),
        not_heard: not_heard.map(|id| show::org_of(desk, id)).collect(),
    }
}

/// How many items of the frozen compilation the team has answered so far.
pub(crate) fn answered(_desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> u32 {
    // Not frozen, nothing counts; and nothing is composed only to be counted.
    let Some(frozen) = &round.compilation else {
        return 0;
    };
    let Ok(Some(compilation)) = seen.compilation(round) else {
        return 0;
    };
    let done = frozen
        .items()
        .filter(|item| compilation.answers.contains_key(*item))
        .count();
    show::number(done)
}

/// Freezes the compilation.
pub(crate) async fn freeze(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || {
        let desk = who.member(&app)?;
        let seen = team_text(&desk, &slug)?;
        let round = seen.round().ok_or(Failure::NotFound)?;
        let asking = asking(&posted, seen.team_actor())?;
        let ran = app.office.freeze(&who.group, &asking, round.id);
        let path = format!("texts/{slug}/comments");
        settled(ran, &who.group, &path, "frozen", |refusal| {
            let mut view = view(&app, &desk, &seen, &Narrowed::default(), None)?;
            let form = Form::new(posted.text("command"));
            view.freeze = Some(form.refused("", &sentence(refusal)));
            Ok(show::refused_text(&app, &who, &desk, &view))
        })
    })
    .await
    .map_err(|error| Failure::Broken(error.to_string()))?
}
