//! The disposition table: each proposal with its response, and the next version made from them.

mod issuing;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use group::parts::Verdict;
use group::state::{Round, Stage};
use office::desk::{CompilationSeen, Desk, TextSeen};
use pages::responses::{
    Became, NextVersion, ResponseRow, Responses, ResponsesState, RowKind, Unanswered,
};
use pages::{Place, Span};
use serde::Deserialize;

use crate::app::App;
use crate::comments::{answer_of, letter_of, org_named, wording_of};
use crate::failure::Failure;
use crate::returns::{comment_place, place};
use crate::session::Who;
use crate::show::{self, words};

pub(crate) use issuing::{issue, next};

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    mine: Option<String>,
}

/// The table.
pub(crate) async fn table(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let view = view(&app, &desk, &seen, asked.mine.is_some())?;
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view,
    ))
}

fn view(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>, mine: bool) -> Result<Responses, Failure> {
    let round = seen.round();
    let mut view = Responses {
        head: show::text_head(desk, seen),
        version: round
            .and_then(|round| seen.text().version(round.version))
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        state: ResponsesState::Empty,
        rows: Vec::new(),
        mine,
        became: None,
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
        view.became = became(desk, seen, round)?;
        view.next = next_version(app, desk, seen, round)?;
    } else if let Some(compilation) = compilation.as_ref().filter(|_| seen.is_team()) {
        // The others read that none are there yet: how far the drafts are is the team's own.
        view.state = before(app, round, compilation);
    }
    if let Some(compilation) = &compilation
        && (round.responses.is_some() || seen.is_team())
    {
        let own = desk
            .viewer
            .organisation
            .and_then(|own| desk.organisation(own))
            .map(|o| o.brief());
        view.rows = rows(desk, round, compilation, own.filter(|_| mine));
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

/// All proposals and comments, or those of one organisation, in the order of the text.
fn rows(
    desk: &Desk<'_>,
    round: &Round,
    compilation: &CompilationSeen,
    only: Option<&str>,
) -> Vec<ResponseRow> {
    let model = &compilation.model;
    let org = |name: &String| org_named(desk, name);
    let answer = |item: &str| {
        compilation
            .answer(round, item)
            .map(|answer| answer_of(desk, answer))
    };
    let mut rows: Vec<(usize, ResponseRow)> = Vec::new();
    for amendment in &model.amendments {
        if only.is_some_and(|only| !amendment.supporters.iter().any(|name| name == only)) {
            continue;
        }
        let row = ResponseRow {
            number: 0,
            organisations: amendment.supporters.iter().map(org).collect(),
            place: place(amendment.body_paragraph(), amendment.label.as_deref()),
            kind: RowKind::Proposal,
            proposed: wording_of(compilation, amendment),
            answer: answer(&amendment.id),
        };
        rows.push((amendment.body_paragraph(), row));
    }
    for comment in &model.comments {
        if only.is_some_and(|only| comment.organisation != only) {
            continue;
        }
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

/// What became of the viewer's own, once the responses are issued.
pub(crate) fn became(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    round: &Round,
) -> Result<Option<Became>, Failure> {
    let (Some(responses), Some(own)) = (&round.responses, desk.viewer.organisation) else {
        return Ok(None);
    };
    let Some(compilation) = &round.compilation else {
        return Ok(None);
    };
    if !seen.sees_returns(round) {
        return Ok(None);
    }
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
        became.all += 1;
        match verdict {
            Verdict::Taken => became.taken += 1,
            Verdict::InOtherWords => became.in_other_words += 1,
            Verdict::NotTaken => became.not_taken += 1,
            Verdict::Noted => became.noted += 1,
            Verdict::Bracketed => became.bracketed += 1,
            Verdict::LeftForDiscussion => became.left_for_discussion += 1,
        }
    }
    Ok((became.all > 0).then_some(became))
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
