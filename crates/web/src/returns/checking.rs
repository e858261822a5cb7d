//! What was read in a returned file, looked at before it is sent.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::parts::ReturnMode;
use office::Voices as _;
use office::wording::{self, Amendment, Comment, InspectedComment, ReadParagraph};
use office::{CheckedReturn, Failed, LeftOut, Lost, Sending, Sent};
use pages::check::{
    Check, Gone, InForce, Internal, Mode, ReadComment, ReadProposal, SetAside, SetAsideReason,
    Tracking,
};
use pages::round::Heard;
use pages::{Form, Place};

use super::{Address, Hand, comment_place, place, with_hand};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled, told_at};
use crate::show::{self, words};

/// Words shown on either side of a proposal.
const AROUND: usize = 6;

/// What was read in what waits.
pub(crate) async fn check(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
) -> Result<Response, Failure> {
    with_hand(app, who, path, |app, who, hand| {
        let checked = app
            .office
            .check_return(&who.group, hand.sender, hand.round)?;
        let Some(checked) = checked else {
            return Ok(Redirect::to(&format!("/{}/{}", who.group, hand.path())).into_response());
        };
        let form = show::form(app);
        let form = if hand.is_over() {
            let closed = hand.round.ended();
            form.refused("", &sentence(&group::Refusal::RoundClosed { closed }))
        } else {
            form
        };
        let view = check_view(app, hand, &checked, form, &Chosen::default())?;
        Ok(show::page(
            &show::shell(app, who, hand.desk, Place::Texts),
            &view,
        ))
    })
    .await
}

/// What was chosen in a form that is shown again.
#[derive(Default)]
struct Chosen {
    boxes: Option<Boxes>,
    mode: Mode,
}

/// The boxes that were ticked, by the ids of the comments.
#[derive(Clone)]
struct Boxes {
    held_back: BTreeSet<String>,
    for_penholder: BTreeSet<String>,
}

fn check_view(
    app: &App,
    hand: &Hand<'_>,
    checked: &CheckedReturn,
    form: Form,
    chosen: &Chosen,
) -> Result<Check, Failure> {
    let (desk, seen, round) = (hand.desk, hand.seen, hand.round);
    let version = seen
        .text()
        .version(round.version)
        .ok_or(Failure::NotFound)?;
    let base = app.office.version_paragraphs(&desk.group, version)?;
    let found = |paragraph: usize| paragraph.checked_sub(1).and_then(|at| base.get(at));
    let text = |paragraph: usize| found(paragraph).map_or("", |found| found.text.as_str());
    let label = |paragraph: usize| found(paragraph).and_then(|found| found.label.as_deref());
    let one = checked.model.returns.first();
    let came = match hand.heard() {
        Heard::MarkedUp { on, .. } | Heard::NoComments { on } | Heard::NotInOurMandate { on } => {
            Some(on)
        }
        Heard::NotYet => None,
    };
    let in_force = in_force(hand, checked, chosen.mode, came.as_ref(), &base);
    Ok(Check {
        head: show::text_head(desk, seen),
        address: hand.address.clone(),
        entering: hand.entering(),
        sends: hand.sends,
        acts_for: show::acts_for(desk),
        closes: show::when(desk, round.deadline),
        without_names: round.is_restricted() && !hand.is_entering(),
        form,
        file: checked.file_name.clone(),
        sha256: checked.sha256.clone(),
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
                let paragraph = checked.paragraph_of(comment);
                let place = comment_place(paragraph, label(paragraph));
                remark(comment, place, chosen.boxes.as_ref())
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
        left_out: checked.left_out.iter().map(left_out).collect(),
        replaces: came.filter(|_| in_force.is_none()),
        in_force,
        same_file: checked.same_file,
    })
}

/// What each way of sending would do to the file in force.
fn in_force(
    hand: &Hand<'_>,
    checked: &CheckedReturn,
    chosen: Mode,
    came: Option<&pages::When>,
    base: &[ReadParagraph],
) -> Option<InForce> {
    let lost = checked.in_force.as_ref()?;
    let gone = |lost: &Lost| {
        let amendments = lost.amendments.iter();
        let comments = lost.comments.iter();
        amendments
            .map(|amendment| lost_amendment(amendment, base))
            .chain(comments.map(|comment| lost_comment(comment, base)))
            .collect::<Vec<Gone>>()
    };
    let held = hand.round.return_of(hand.sender.organisation);
    let own = held.is_some_and(|held| held.evidence.is_none());
    let ways = [
        (Mode::Replaces, Some(&lost.replacing)),
        (Mode::Adds, lost.adding.as_ref()),
        (Mode::Paragraphs, lost.paragraphs.as_ref()),
    ];
    // What the organisation sent itself is never replaced by what is entered for it.
    let may = |mode: Mode| !(hand.is_entering() && own && mode == Mode::Replaces);
    let modes: Vec<(Mode, Vec<Gone>)> = ways
        .into_iter()
        .filter(|(mode, _)| may(*mode))
        .filter_map(|(mode, lost)| Some((mode, gone(lost?))))
        .collect();
    Some(InForce {
        on: came.cloned()?,
        chosen: if may(chosen) { chosen } else { Mode::Adds },
        modes,
    })
}

fn lost_amendment(amendment: &Amendment, base: &[ReadParagraph]) -> Gone {
    let at = amendment.body_paragraph().checked_sub(1);
    let found = at.and_then(|at| base.get(at));
    let text = found.map_or("", |found| found.text.as_str());
    Gone {
        place: place(amendment.body_paragraph(), amendment.label.as_deref()),
        wording: show::spans(&wording::context(text, amendment, AROUND)),
    }
}

fn lost_comment(comment: &Comment, base: &[ReadParagraph]) -> Gone {
    let at = comment.body_paragraph();
    let found = at.checked_sub(1).and_then(|at| base.get(at));
    Gone {
        place: comment_place(at, found.and_then(|found| found.label.as_deref())),
        wording: vec![pages::Span::Same(comment.text.clone())],
    }
}

fn left_out(out: &LeftOut) -> Gone {
    let mut wording = Vec::new();
    if !out.before.is_empty() {
        wording.push(pages::Span::Deleted(out.before.clone()));
    }
    if !out.after.is_empty() {
        wording.push(pages::Span::Inserted(out.after.clone()));
    }
    Gone {
        place: place(out.paragraph, out.label.as_deref()),
        wording,
    }
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

fn remark(comment: &InspectedComment, place: String, boxes: Option<&Boxes>) -> ReadComment {
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
        held_back: match boxes {
            Some(boxes) => boxes.held_back.contains(&comment.id),
            None => looks_internal.is_some(),
        },
        for_penholder: boxes.is_some_and(|boxes| boxes.for_penholder.contains(&comment.id)),
        looks_internal,
    }
}

/// Sends what waits, or leaves it waiting.
pub(crate) async fn send(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
    posted: Posted,
) -> Result<Response, Failure> {
    with_hand(app, who, path, move |app, who, hand| {
        sending(app, who, hand, &posted)
    })
    .await
}

fn sending(app: &App, who: &Who, hand: &Hand<'_>, posted: &Posted) -> Result<Response, Failure> {
    if posted.text("answer") != "send" {
        return Ok(told_at(&who.group, &hand.path(), "not-now"));
    }
    hand.speaking()?;
    let ticked = |name: &str| posted.all(name).into_iter().collect();
    let boxes = Boxes {
        held_back: ticked("held_back"),
        for_penholder: ticked("for_penholder"),
    };
    let mode = Mode::of(posted.text("mode")).unwrap_or_default();
    let asking = asking(posted, hand.actor())?;
    let again = |why: &str, boxes: Option<&Boxes>| {
        let checked = app
            .office
            .check_return(&who.group, hand.sender, hand.round)?;
        let Some(checked) = checked else {
            return Err(Failure::Refused(why.to_owned()));
        };
        let form = Form::new(posted.text("command")).refused("", why);
        let chosen = Chosen {
            boxes: boxes.cloned(),
            mode,
        };
        let view = check_view(app, hand, &checked, form, &chosen)?;
        Ok(show::refused_text(app, who, hand.desk, &view))
    };
    let what = Sending {
        looked_at: posted.text("file"),
        held_back: &boxes.held_back,
        for_penholder: &boxes.for_penholder,
        mode: ReturnMode::of(mode.value()).unwrap_or_default(),
    };
    let sent = app
        .office
        .send_return(&who.group, &asking, hand.sender, hand.round, &what);
    let ran = match sent {
        Ok(Sent::Done(done)) => Ok(done),
        // The boxes were those of the other file.
        Ok(Sent::OtherFile) => return again(words().t("problem-other-file"), None),
        Ok(Sent::ReplyAlone) => {
            return again(words().t("problem-reply-alone"), Some(&boxes));
        }
        // Two files that can't be put together.
        Err(Failed::File(why)) => return again(&why, Some(&boxes)),
        Err(error) => Err(error),
    };
    let told = if hand.is_entering() {
        "return-entered"
    } else {
        "return-sent"
    };
    settled(ran, &who.group, &hand.path(), told, |refusal| {
        again(&sentence(refusal), Some(&boxes))
    })
}
