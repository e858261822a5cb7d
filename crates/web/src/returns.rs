//! An organisation's answer to a round: the file kept, looked at, confirmed.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::Id;
use group::parts::ReturnForm;
use group::state::Round;
use office::desk::{Desk, TextSeen};
use office::wording::{self, Amendment, InspectedComment};
use office::{CheckedReturn, Failed};
use pages::check::{Check, Internal, ReadComment, ReadProposal, SetAside, SetAsideReason, Tracking};
use pages::read::{Download, File};
use pages::returning::Return;
use pages::round::Heard;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, done, told_at};
use crate::show::{self, words};

/// Words shown on either side of a proposal.
const AROUND: usize = 6;

/// What stands in the forms after a refusal: the command, the field, the sentence.
type Refused<'a> = Option<(&'a Posted, &'static str, String)>;

/// The viewer's organisation and the round that it may answer.
fn asked<'d>(desk: &'d Desk<'d>, seen: &TextSeen<'d>) -> Result<(Id, &'d Round), Failure> {
    let round = seen.round().filter(|round| seen.may_return(round)).ok_or(Failure::NotFound)?;
    Ok((desk.viewer.organisation.ok_or(Failure::NotFound)?, round))
}

/// The page on which an organisation answers a round.
pub(crate) async fn form(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let (own, round) = asked(&desk, &seen)?;
    let view = view(&app, &desk, &seen, (own, round), None)?;
    Ok(show::page(&show::shell(&app, &who, &desk, Place::Texts), &view))
}

fn view(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    (own, round): (Id, &Round),
    refused: Refused<'_>,
) -> Result<Return, Failure> {
    let version = seen.text().version(round.version);
    let waiting = app.office.waiting(&desk.group, own, round.id)?;
    let form = |answer: &str| match &refused {
        Some((posted, field, why)) if posted.text("answer") == answer => {
            Form::new(posted.text("command")).refused(field, why)
        }
        _ => show::form(app),
    };
    Ok(Return {
        head: show::text_head(desk, seen),
        acts_for: show::acts_for(desk),
        closes: show::when(desk, round.closed.unwrap_or(round.deadline)),
        instructions: round.instructions.clone().unwrap_or_default(),
        draft: version.map(|version| Download {
            what: File::Version(version.label.clone()),
            href: format!("/{}/texts/{}/files/{}.docx", desk.group, seen.text().slug, version.number),
            size: None,
        }),
        held: crate::round::heard(desk, round, own),
        receipt: round.returns.get(&own).map(|one| one.act + 1),
        waiting: waiting.map(|(draft, _)| draft.file_name),
        closed: round.closed.is_some() || desk.now > round.deadline,
        upload: form("marked_up"),
        no_comments: form(ReturnForm::NoComments.word()),
        not_in_our_mandate: form(ReturnForm::NotInOurMandate.word()),
    })
}

/// A marked-up file is kept and leads to the check; the two short answers are recorded at once.
pub(crate) async fn post(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || answer(&app, &who, &slug, &posted))
        .await
        .map_err(|error| Failure::Broken(error.to_string()))?
}

fn answer(app: &App, who: &Who, slug: &str, posted: &Posted) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let (own, round) = asked(&desk, &seen)?;
    let refuse = |field: &'static str, why: String| {
        let view = view(app, &desk, &seen, (own, round), Some((posted, field, why)))?;
        Ok(show::refused_page(&show::shell(app, who, &desk, Place::Texts), &view))
    };
    let path = format!("texts/{slug}/return");
    if posted.text("answer") == "marked_up" {
        if let Some(why) = crate::texts::file_problem(posted) {
            return refuse("file", why);
        }
        let Some(file) = posted.file() else { return Err(Failure::NotOurForm) };
        return match app.office.keep_return(&who.group, own, round.id, &file.name, &file.bytes) {
            Ok(()) => {
                // Also for a round that has closed: the file is kept as a draft, and the page says so.
                Ok(Redirect::to(&format!("/{}/{path}/check", who.group)).into_response())
            }
            Err(Failed::File(why)) => refuse("file", why),
            Err(error) => Err(error.into()),
        };
    }
    let form = ReturnForm::of(posted.text("answer"))
        .filter(|form| *form != ReturnForm::MarkedUp)
        .ok_or(Failure::NotOurForm)?;
    let asking = asking(posted, desk.viewer.speaking())?;
    match app.office.answer_round(&who.group, &asking, round.id, form) {
        Ok(recorded) => {
            let told = match form {
                ReturnForm::NoComments => "no-comments",
                _ => "not-in-our-mandate",
            };
            Ok(done(&who.group, &path, told, &recorded))
        }
        Err(Failed::Refused(refusal)) => refuse("", sentence(&refusal)),
        Err(error) => Err(error.into()),
    }
}

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
        Ok(show::page(&show::shell(&app, &who, &desk, Place::Texts), &view))
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
    let version = seen.text().version(round.version).ok_or(Failure::NotFound)?;
    let base = app.office.version_paragraphs(&desk.group, version)?;
    let text = |paragraph: usize| {
        paragraph.checked_sub(1).and_then(|at| base.get(at)).map_or("", |found| found.text.as_str())
    };
    let one = checked.model.returns.first();
    let replaces = match crate::round::heard(desk, round, own) {
        Heard::MarkedUp { on, .. } | Heard::NoComments { on } | Heard::NotInOurMandate { on } => Some(on),
        Heard::NotYet => None,
    };
    Ok(Check {
        head: show::text_head(desk, seen),
        acts_for: show::acts_for(desk),
        closes: show::when(desk, round.deadline),
        form,
        file: checked.draft.file_name.clone(),
        proposals: checked
            .model
            .amendments
            .iter()
            .map(|amendment| proposal(amendment, text(amendment.paragraph)))
            .collect(),
        comments: checked
            .inspection
            .comments
            .iter()
            .map(|comment| remark(comment, held_back))
            .collect(),
        warnings: one
            .map(|one| one.warnings.clone())
            .unwrap_or_default()
            .into_iter()
            .chain(checked.look.iter().cloned())
            .collect(),
        set_aside: one
            .map(|one| one.set_aside.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|aside| SetAside {
                place: place(aside.paragraph, None),
                reason: SetAsideReason::of(&aside.reason),
                before: aside.before.clone(),
                after: aside.after.clone(),
            })
            .collect(),
        authors: checked.inspection.authors.iter().map(|author| author.name.clone()).collect(),
        replaces,
        same_file: checked.same_file,
    })
}

fn proposal(amendment: &Amendment, base: &str) -> ReadProposal {
    let tracking = amendment.tracked.values().next().copied();
    ReadProposal {
        place: place(amendment.paragraph, amendment.label.as_deref()),
        wording: show::spans(&wording::context(base, amendment, AROUND)),
        tracking: match tracking {
            Some(wording::Tracking::Untracked) => Tracking::Untracked,
            Some(wording::Tracking::Mixed) => Tracking::Mixed,
            _ => Tracking::Tracked,
        },
    }
}

fn remark(comment: &InspectedComment, held_back: Option<&BTreeSet<String>>) -> ReadComment {
    let looks_internal = comment.internal.map(|why| match why {
        wording::Internal::Resolved => Internal::Resolved,
        wording::Internal::Reply => Internal::Reply,
        wording::Internal::NamesColleague => Internal::NamesColleague,
    });
    ReadComment {
        id: comment.id.clone(),
        place: comment.paragraph.map(|paragraph| place(paragraph, None)).unwrap_or_default(),
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

/// Where something stands, as the reader finds it.
pub(crate) fn place(paragraph: usize, label: Option<&str>) -> String {
    match label {
        Some(label) => label.to_owned(),
        None => words().f("place-paragraph", &[("n", paragraph.into())]),
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
    match app.office.send_return(&who.group, &asking, own, round, &held_back) {
        Ok(sent) => Ok(done(&who.group, &path, "return-sent", &sent)),
        Err(Failed::Refused(refusal)) => {
            let Some(checked) = app.office.check_return(&who.group, own, round)? else {
                return Err(Failure::Refused(sentence(&refusal)));
            };
            let form = Form::new(posted.text("command")).refused("", &sentence(&refusal));
            let chosen = Some(&held_back);
            let view = check_view(app, &desk, &seen, (own, round), &checked, form, chosen)?;
            Ok(show::refused_page(&show::shell(app, who, &desk, Place::Texts), &view))
        }
        Err(error) => Err(error.into()),
    }
}
