//! Answering one proposal or comment: saved as a draft of the team, or shown again.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::parts::Verdict;
use group::state::Round;
use office::desk::CompilationSeen;
use office::wording::Model;
use office::{Answer, AnswerSaved};
use pages::Form;

use super::opening::Open;
use super::{Narrowed, view};
use crate::app::App;
use crate::failure::Failure;
use crate::posted::Posted;
use crate::session::{Who, team_text, told_at};
use crate::show::{self, words};

/// Keeps an answer, or takes it back (`verdict` = `undo`).
pub(crate) async fn answer(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    if round.responses.is_some() {
        return Err(office::Failed::from(group::Refusal::Issued {}).into());
    }
    let narrowed = Narrowed::of(&posted);
    let item = posted.text("item").to_owned();
    let compilation = seen.compilation(round)?.ok_or(Failure::NotFound)?;
    let known = compilation
        .model
        .amendments
        .iter()
        .any(|amendment| amendment.id == item)
        || compilation
            .model
            .comments
            .iter()
            .any(|comment| comment.id == item);
    if !known {
        return Err(Failure::NotFound);
    }
    let again = |open: Open| {
        let view = view(&app, &desk, &seen, &narrowed, Some(open))?;
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let given = match typed(&posted, desk.viewer.seat.ok_or(Failure::SignedOut)?) {
        Ok(given) => given,
        Err((field, key)) => {
            let limit = [("limit", group::limits::STATEMENT.into())];
            let why = match key {
                TOO_LONG => words().f(key, &limit),
                _ => words().t(key).to_owned(),
            };
            let form = Form::new(posted.text("command")).refused(field, &why);
            return again(Open::typed(&posted, form));
        }
    };
    let seen_revision = posted.text("seen").parse().ok();
    let met = match app
        .office
        .answer(&who.group, round, &item, seen_revision, given.as_ref())?
    {
        AnswerSaved::Saved => None,
        // Sent twice, it meets itself: what was asked for is so already.
        AnswerSaved::Met(theirs) if theirs.as_ref().map(|(theirs, _)| theirs) == given.as_ref() => {
            None
        }
        AnswerSaved::Met(theirs) => Some(theirs),
    };
    let reached = met.is_none();
    if reached {
        others(&app, &who, round, &compilation, &item, given.as_ref())?;
    }
    if let Some(theirs) = met {
        return again(Open::met(&desk, &posted, show::form(&app), theirs));
    }
    let told = if given.is_some() {
        "answered"
    } else {
        "answer-undone"
    };
    let query = narrowed.address();
    let joint = if query.is_empty() { "" } else { "&" };
    let to = format!(
        "/{}/texts/{slug}/comments?{query}{joint}done={told}#{item}",
        who.group
    );
    Ok(Redirect::to(&to).into_response())
}

/// What one answer means for what can't stand beside the proposal: a reason that can be changed, or its undoing.
fn others(
    app: &App,
    who: &Who,
    round: &Round,
    compilation: &CompilationSeen,
    item: &str,
    given: Option<&Answer>,
) -> Result<(), Failure> {
    let (office, group, model) = (&app.office, &who.group, &compilation.model);
    let reason = |answer: &Answer| match answer.verdict {
        Verdict::Taken | Verdict::InOtherWords => Some(in_its_place(model, item, answer)),
        _ => None,
    };
    let before = compilation.answers.get(item).map(|(answer, _)| answer);
    if let Some(reason) = before.and_then(reason) {
        office.undo_others(group, round, model, item, &reason)?;
    }
    if let Some(answer) = given
        && let Some(reason) = reason(answer)
    {
        office.answer_others(group, round, model, item, (&reason, answer.by))?;
    }
    Ok(())
}

/// Why another proposal is not taken: "“shall” is taken at this place."
fn in_its_place(model: &Model, item: &str, answer: &Answer) -> String {
    let amendment = model.amendments.iter().find(|one| one.id == item);
    let own = amendment.map_or("", |one| one.after.trim());
    let wording = answer.wording.as_deref().unwrap_or(own);
    if wording.is_empty() {
        return words().t("told-deletion-taken").to_owned();
    }
    let wording: String = wording.chars().take(300).collect();
    words().f("told-other-taken", &[("words", wording.into())])
}

/// Takes all that is only about signs.
pub(crate) async fn signs(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    posted.command()?;
    let compilation = seen.compilation(round)?.ok_or(Failure::NotFound)?;
    let by = desk.viewer.seat.ok_or(Failure::SignedOut)?;
    app.office
        .take_signs(&who.group, round, &compilation.model, by)?;
    Ok(told_at(
        &who.group,
        &format!("texts/{slug}/comments"),
        "answered",
    ))
}

const TOO_LONG: &str = "problem-too-long";

/// What was typed: an answer, `None` to take it back, or the field and the key of what is missing.
fn typed(posted: &Posted, by: group::Id) -> Result<Option<Answer>, (&'static str, &'static str)> {
    if posted.text("verdict") == "undo" {
        return Ok(None);
    }
    let verdict = Verdict::of(posted.text("verdict")).ok_or(("verdict", "problem-choice"))?;
    let optional = |name: &str| Some(posted.text(name).to_owned()).filter(|text| !text.is_empty());
    let (wording, reason) = (optional("wording"), optional("reason"));
    for (field, text) in [("wording", &wording), ("reason", &reason)] {
        let length = text.as_ref().map_or(0, |text| text.chars().count());
        if length > group::limits::STATEMENT {
            return Err((field, TOO_LONG));
        }
    }
    match verdict {
        Verdict::InOtherWords if wording.is_none() => Err(("wording", "problem-wording-missing")),
        Verdict::NotTaken if reason.is_none() => Err(("reason", "problem-not-taken-reason")),
        _ => {
            let wording = wording.filter(|_| verdict == Verdict::InOtherWords);
            Ok(Some(Answer {
                verdict,
                wording,
                reason,
                by,
            }))
        }
    }
}
