//! The disposition table: each proposal with its response, and the next version made from them.

mod became;
mod covering;
mod issuing;
mod printed;

use std::sync::Arc;

use crate::app::App;
use crate::comments::{answer_of, letter_of, org_named, wording_of};
use crate::failure::Failure;
use crate::returns::{comment_place, place};
use crate::session::Who;
use crate::show::{self, words};
use axum::extract::{Path, State};
use axum::response::Response;
use group::Id;
use group::state::{Round, Stage};
use office::Voices as _;
use office::desk::{CompilationSeen, Desk, TextSeen};
use pages::answer::Verdict;
use pages::read::{Download, File};
use pages::responses::{
    Became, NextVersion, ResponseRow, Responses, ResponsesState, RowKind, Unanswered,
};
use pages::{Place, Span};

pub(crate) use became::{items_of, mine, of};
pub(crate) use covering::file as covering;
pub(crate) use issuing::{issue, next};
pub(crate) use printed::{became_word, dispositions_sheet, dispositions_word};

/// The table.
pub(crate) async fn table(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let view = view(&app, &desk, &seen)?;
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view,
    ))
}

fn view(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Result<Responses, Failure> {
    let round = seen.round();
    let mut view = Responses {
        head: show::text_head(desk, seen),
        version: round
            .and_then(|round| seen.text().version(round.version))
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        state: ResponsesState::Empty,
        rows: Vec::new(),
        downloads: Vec::new(),
        became: None,
        others: Vec::new(),
        next: None,
    };
    let Some(round) = round else { return Ok(view) };
    let compilation = seen.compilation(round)?;
    if let Some(responses) = &round.responses {
        view.state = ResponsesState::Issued {
            on: show::date(desk, responses.at),
            by: responses
                .by
                .map(|by| show::org_of(desk, by))
                .unwrap_or_default(),
            receipt: responses.act + 1,
        };
        view.became = became(seen, round, desk.viewer.organisation);
        view.others = others(desk, seen, round);
        view.next = next_version(app, desk, seen, round)?;
    } else if let Some(compilation) = compilation.as_ref().filter(|_| seen.is_team()) {
        // The others read that none are there yet: how far the drafts are is the team's own.
        view.state = before(app, round, compilation);
    }
    if let Some(compilation) = &compilation
        && (round.responses.is_some() || seen.is_team())
    {
        view.rows = rows(desk, round, compilation, &|name| {
            org_named(seen, round, name)
        });
        view.downloads = downloads(desk, seen, round);
    }
    Ok(view)
}

fn before(app: &App, round: &Round, compilation: &CompilationSeen) -> ResponsesState {
    let Some(frozen) = &round.compilation else {
        return ResponsesState::Empty;
    };
    let items: Vec<&str> = frozen.items().collect();
    let open: Vec<Unanswered> = items
        .iter()
        .filter(|item| !compilation.answers.contains_key(**item))
        .map(|item| unanswered(compilation, item))
        .collect();
    // What is open is listed in the form's place until all of it is answered.
    let due = round.closed.is_some() && round.compilation_is_whole();
    ResponsesState::Before {
        answered: show::number(items.len() - open.len()),
        of: show::number(items.len()),
        unanswered: open,
        issue: due.then(|| show::form(app)),
    }
}

fn unanswered(compilation: &CompilationSeen, item: &str) -> Unanswered {
    Unanswered {
        id: item.to_owned(),
        place: place_of(compilation, item),
    }
}

/// Where an item stands: "4, a", "paragraph 12, b"; a comment has no letter.
fn place_of(compilation: &CompilationSeen, item: &str) -> String {
    let model = &compilation.model;
    if let Some(amendment) = model
        .amendments
        .iter()
        .find(|amendment| amendment.id == item)
    {
        let place = place(amendment.body_paragraph(), amendment.label.as_deref());
        let letter = letter_of(model, amendment);
        let args = [
            ("place", place.trim_end_matches('.').into()),
            ("letter", letter.into()),
        ];
        return words().f("told-letter", &args);
    }
    let comment = model.comments.iter().find(|comment| comment.id == item);
    comment
        .map(|one| comment_place(one.paragraph, label(compilation, one.paragraph)))
        .unwrap_or_default()
}

/// The number that the reader sees before a base paragraph.
fn label(compilation: &CompilationSeen, paragraph: usize) -> Option<&str> {
    compilation
        .base
        .get(paragraph.checked_sub(1)?)?
        .label
        .as_deref()
}

/// The table as files; once it is issued, the covering note of what is made from it.
fn downloads(desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> Vec<Download> {
    let file = |what, name: &str| Download {
        what,
        href: format!("/{}/texts/{}/files/{name}", desk.group, seen.text().slug),
        size: None,
    };
    let mut files = vec![
        file(File::DispositionsSheet, "dispositions.xlsx"),
        file(File::DispositionsWord, "dispositions.docx"),
    ];
    if round.responses.is_some() {
        files.push(file(File::CoveringNote, "covering.docx"));
    }
    files
}

/// Who asked for something, each with the page that can be sent to it; for the team.
fn others(desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> Vec<(pages::Org, String)> {
    if !seen.is_team() {
        return Vec::new();
    }
    let asked = round.asked().into_iter();
    asked
        .filter(|id| became(seen, round, Some(*id)).is_some())
        .filter_map(|id| {
            let found = desk.organisation(id)?;
            Some((show::org(found), format!("responses/of/{}", found.slug)))
        })
        .collect()
}

/// All proposals and comments, in the order of the text, their organisations called as `org` says.
fn rows(
    desk: &Desk<'_>,
    round: &Round,
    compilation: &CompilationSeen,
    org: &dyn Fn(&str) -> pages::Org,
) -> Vec<ResponseRow> {
    let model = &compilation.model;
    let answer = |item: &str| {
        compilation
            .answer(round, item)
            .map(|answer| answer_of(desk, answer))
    };
    let mut rows: Vec<(usize, ResponseRow)> = Vec::new();
    for amendment in &model.amendments {
        let row = ResponseRow {
            number: 0,
            organisations: amendment.supporters.iter().map(|name| org(name)).collect(),
            place: place(amendment.body_paragraph(), amendment.label.as_deref()),
            kind: RowKind::Proposal,
            proposed: wording_of(compilation, amendment),
            answer: answer(&amendment.id),
        };
        rows.push((amendment.body_paragraph(), row));
    }
    for comment in &model.comments {
        let row = ResponseRow {
            number: 0,
            organisations: vec![org(&comment.organisation)],
            place: comment_place(comment.paragraph, label(compilation, comment.paragraph)),
            kind: RowKind::Comment,
            proposed: vec![Span::Same(comment.text.clone())],
            answer: answer(&comment.id),
        };
        rows.push((comment.body_paragraph(), row));
    }
    rows.sort_by_key(|(paragraph, _)| *paragraph);
    let numbered = rows.into_iter().enumerate();
    numbered
        .map(|(index, (_, row))| ResponseRow {
            number: show::number(index + 1),
            ..row
        })
        .collect()
}

/// What became of what an organisation asked for, once the responses are issued; `None` where it asked for
/// nothing.
pub(crate) fn became(
    seen: &TextSeen<'_>,
    round: &Round,
    organisation: Option<Id>,
) -> Option<Became> {
    let own = round.voice(organisation.filter(|_| seen.sees_returns(round))?)?;
    let responses = round.responses.as_ref()?;
    let compilation = round.compilation.as_ref()?;
    let amendments = compilation
        .amendments
        .iter()
        .filter(|item| item.supporters.contains(&own));
    let comments = compilation
        .comments
        .iter()
        .filter(|item| item.organisation == own);
    let items = amendments
        .map(|item| &item.id)
        .chain(comments.map(|item| &item.id));
    let mut became = Became::default();
    for verdict in items.filter_map(|item| responses.verdicts.get(item)) {
        became.count(Verdict::of(verdict.word()).unwrap_or_default());
    }
    (became.all > 0).then_some(became)
}

/// Whether the version after a round's responses is still to be made.
fn due(seen: &TextSeen<'_>, round: &Round) -> bool {
    matches!(seen.stage(), Stage::ResponsesIssued(last) if last.id == round.id)
}

/// The next version, for whoever may table it.
fn next_version(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    round: &Round,
) -> Result<Option<NextVersion>, Failure> {
    if !due(seen, round) || !seen.is_team() {
        return Ok(None);
    }
    let next = app.office.next_text(&desk.group, round)?;
    let Some(compilation) = seen.compilation(round)? else {
        return Ok(None);
    };
    Ok(Some(NextVersion {
        form: show::form(app),
        label: next.label.clone(),
        text: crate::read::compared_blocks(&next.compared),
        left: next
            .left
            .iter()
            .map(|item| unanswered(&compilation, item))
            .collect(),
    }))
}
