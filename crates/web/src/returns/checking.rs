//! What was read in a returned file, looked at before it is sent.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::Id;
use group::state::Round;
use office::desk::{Desk, TextSeen};
use office::wording::{self, Amendment, Comment, InspectedComment, Model};
use office::{CheckedReturn, Sent};
use pages::check::{
    Check, Internal, ReadComment, ReadProposal, SetAside, SetAsideReason, Tracking,
};
use pages::round::Heard;
use pages::{Form, Place};

use super::{asked, comment_place, place};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled, told_at};
use crate::show::{self, words};

/// Words shown on either side of a proposal.
const AROUND: usize = 6;

/// What was read in the file that waits.
pub(crate) async fn check(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || {
        let desk = who.member(&app)?;
        let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
        let (own, round) = asked(&desk, &seen)?;
        let Some(checked) = app.office.check_return(&who.group, own, round)? else {
            return Ok(Redirect::to(&format!("/{}/texts/{slug}/return", who.group)).into_response());
        };
        let late = round.closed.is_some() || desk.now > round.deadline;
        let form = show::form(&app);
        let form = if late {
            let closed = round.closed.unwrap_or(round.deadline);
            form.refused("", &sentence(&group::Refusal::RoundClosed { closed }))
        } else {
            form
        };
        let view = check_view(&app, &desk, &seen, (own, round), &checked, form, None)?;
        Ok(show::page(
            &show::shell(&app, &who, &desk, Place::Texts),
            &view,
        ))
    })
    .await
    .map_err(|error| Failure::Broken(error.to_string()))?
}

fn check_view(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    (own, round): (Id, &Round),
    checked: &CheckedReturn,
    form: Form,
    held_back: Option<&BTreeSet<String>>,
) -> Result<Check, Failure> {
    let version = seen
        .text()
        .version(round.version)
        .ok_or(Failure::NotFound)?;
    let base = app.office.version_paragraphs(&desk.group, version)?;
    let found = |paragraph: usize| paragraph.checked_sub(1).and_then(|at| base.get(at));
    let text = |paragraph: usize| found(paragraph).map_or("", |found| found.text.as_str());
    let label = |paragraph: usize| found(paragraph).and_then(|found| found.label.as_deref());
    let one = checked.model.returns.first();
    let replaces = match crate::round::heard(desk, round, own) {
        Heard::MarkedUp { on, .. } | Heard::NoComments { on } | Heard::NotInOurMandate { on } => {
            Some(on)
        }
        Heard::NotYet => None,
    };
    Ok(Check {
        head: show::text_head(desk, seen),
        acts_for: show::acts_for(desk),
        closes: show::when(desk, round.deadline),
        form,
        file: checked.draft.file_name.clone(),
        sha256: checked.draft.sha256.clone(),
        proposals: checked
            .model
            .amendments
            .iter()
            .map(|amendment| proposal(amendment, text(amendment.body_paragraph())))
            .collect(),
        comments: checked
            .inspection
            .comments
            .iter()
            .map(|comment| {
                // The number is that of the version that went out, which the sender has before them.
                let paragraph = in_base(&checked.model, comment);
                let place = comment_place(paragraph, label(paragraph));
                remark(comment, place, held_back)
            })
            .collect(),
        warnings: one
            .map(|one| one.warnings.clone())
            .unwrap_or_default()
            .into_iter()
            .chain(
                checked
                    .look
                    .iter()
                    .filter(|look| {
                        let mut warnings = one.iter().flat_map(|one| &one.warnings);
                        !warnings.any(|warning| look.ends_with(warning.as_str()))
                    })
                    .cloned(),
            )
            .collect(),
        set_aside: one
            .map(|one| one.set_aside.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|aside| set_aside(aside, label(aside.paragraph)))
            .collect(),
        authors: checked
            .inspection
            .authors
            .iter()
            .map(|author| author.name.clone())
            .collect(),
        replaces,
        same_file: checked.same_file,
    })
}

fn proposal(amendment: &Amendment, base: &str) -> ReadProposal {
    let tracking = amendment.tracked.values().next().copied();
    ReadProposal {
        place: place(amendment.body_paragraph(), amendment.label.as_deref()),
        wording: show::spans(&wording::context(base, amendment, AROUND)),
        tracking: match tracking {
            Some(wording::Tracking::Untracked) => Tracking::Untracked,
            Some(wording::Tracking::Mixed) => Tracking::Mixed,
            _ => Tracking::Tracked,
        },
    }
}

fn set_aside(aside: &wording::SetAside, label: Option<&str>) -> SetAside {
    SetAside {
        place: place(aside.paragraph, label),
        reason: SetAsideReason::of(&aside.reason),
        before: aside.before.clone(),
        after: aside.after.clone(),
    }
}

/// Paragraph of the base that a comment of the file is about; 0 where it has no place in it.
fn in_base(model: &Model, comment: &InspectedComment) -> usize {
    let same = |one: &&Comment| one.author == comment.author && one.text == comment.text;
    model
        .comments
        .iter()
        .find(same)
        .map_or(0, Comment::body_paragraph)
}

fn remark(
    comment: &InspectedComment,
    place: String,
    held_back: Option<&BTreeSet<String>>,
) -> ReadComment {
    let looks_internal = comment.internal.map(|why| match why {
        wording::Internal::Resolved => Internal::Resolved,
        wording::Internal::Reply => Internal::Reply,
        wording::Internal::NamesColleague => Internal::NamesColleague,
    });
    ReadComment {
        id: comment.id.clone(),
        place,
        author: comment.author.clone(),
        text: comment.text.clone(),
        about: (!comment.about.is_empty()).then(|| comment.about.clone()),
        held_back: match held_back {
            Some(chosen) => chosen.contains(&comment.id),
            None => looks_internal.is_some(),
        },
        looks_internal,
    }
}

/// Sends what waits, or leaves it waiting.
pub(crate) async fn send(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || sending(&app, &who, &slug, &posted))
        .await
        .map_err(|error| Failure::Broken(error.to_string()))?
}

fn sending(app: &App, who: &Who, slug: &str, posted: &Posted) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let (own, round) = asked(&desk, &seen)?;
    let path = format!("texts/{slug}/return");
    if posted.text("answer") != "send" {
        return Ok(told_at(&who.group, &path, "not-now"));
    }
    let held_back: BTreeSet<String> = posted.all("held_back").into_iter().collect();
    let asking = asking(posted, desk.viewer.speaking())?;
    let again = |why: &str, chosen: Option<&BTreeSet<String>>| {
        let Some(checked) = app.office.check_return(&who.group, own, round)? else {
            return Err(Failure::Refused(why.to_owned()));
        };
        let form = Form::new(posted.text("command")).refused("", why);
        let view = check_view(app, &desk, &seen, (own, round), &checked, form, chosen)?;
        Ok(show::refused_text(app, who, &desk, &view))
    };
    let looked_at = posted.text("file");
    let sent = app
        .office
        .send_return(&who.group, &asking, own, round, looked_at, &held_back);
    let ran = match sent {
        Ok(Sent::Done(done)) => Ok(done),
        // The boxes were those of the other file.
        Ok(Sent::OtherFile) => return again(words().t("problem-other-file"), None),
        Ok(Sent::ReplyAlone) => {
            return again(words().t("problem-reply-alone"), Some(&held_back));
        }
        Err(error) => Err(error),
    };
    settled(ran, &who.group, &path, "return-sent", |refusal| {
        again(&sentence(refusal), Some(&held_back))
    })
}
