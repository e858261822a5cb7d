//! An answer to a round, by the organisation itself or entered by the secretariat: kept, looked at,
//! confirmed.

mod checking;
mod evidence;
mod matrix;
mod time;
mod typing;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::parts::{EvidenceKind, ReturnForm};
use group::state::Round;
use group::{Actor, Hat, Refusal};
use office::Voices as _;
use office::desk::{Desk, TextSeen};
use office::{Failed, Sender};
use pages::read::{Download, File};
use pages::returning::Return;
use pages::round::Heard;
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};

pub(crate) use checking::{check, send};
pub(crate) use evidence::{file as evidence_file, keep as keep_evidence};
pub(crate) use matrix::empty as empty_matrix;
pub(crate) use time::ask as ask_time;
pub(crate) use typing::{keep as keep_words, page as words_page};

/// Parts of an address: `slug`, and `org` where the secretariat enters an answer.
pub(crate) type Address = Path<BTreeMap<String, String>>;

/// Whose answer it is, by whose hand, and below which address.
struct Hand<'d> {
    desk: &'d Desk<'d>,
    seen: &'d TextSeen<'d>,
    round: &'d Round,
    sender: Sender,
    /// Below the text: `return`, or `return/for/ORG`.
    address: String,
    /// A seat that speaks; a reviewer only prepares.
    sends: bool,
}

/// What stands in the forms after a refusal: the command, the field, the sentence.
type Refused<'a> = Option<(&'a Posted, &'static str, String)>;

/// Runs on a thread for blocking work with the hand that an address names.
async fn with_hand(
    app: Arc<App>,
    who: Who,
    path: BTreeMap<String, String>,
    run: impl FnOnce(&App, &Who, &Hand<'_>) -> Result<Response, Failure> + Send + 'static,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || {
        let desk = who.member(&app)?;
        let slug = path.get("slug").map_or("", String::as_str);
        let seen = desk.text(slug).ok_or(Failure::NotFound)?;
        let hand = Hand::of(&desk, &seen, path.get("org").map(String::as_str))?;
        run(&app, &who, &hand)
    })
    .await
    .map_err(|error| Failure::Broken(error.to_string()))?
}

impl<'d> Hand<'d> {
    fn of(
        desk: &'d Desk<'d>,
        seen: &'d TextSeen<'d>,
        entered: Option<&str>,
    ) -> Result<Self, Failure> {
        let own = desk.viewer.organisation.ok_or(Failure::NotFound)?;
        let round = seen.round().ok_or(Failure::NotFound)?;
        let (sender, address) = match entered {
            None => {
                if !seen.may_return(round) && !seen.may_prepare(round) {
                    return Err(Failure::NotFound);
                }
                (Sender::itself(own, round.id), "return".to_owned())
            }
            Some(slug) => {
                let (id, found) = desk.organisation_at(slug).ok_or(Failure::NotFound)?;
                let asked = round.asks(id);
                if !desk.is_secretariat() || !asked || id == own {
                    return Err(Failure::NotFound);
                }
                let sender = Sender::entered(id, round.id, own);
                (sender, format!("return/for/{}", found.slug))
            }
        };
        Ok(Self {
            desk,
            seen,
            round,
            sender,
            address,
            sends: entered.is_some() || seen.may_return(round),
        })
    }

    /// What only a seat that speaks does.
    fn speaking(&self) -> Result<(), Failure> {
        if self.sends {
            Ok(())
        } else {
            Err(Failure::NotFound)
        }
    }

    fn is_entering(&self) -> bool {
        self.sender.entered_by.is_some()
    }

    /// Below the group.
    fn path(&self) -> String {
        format!("texts/{}/{}", self.seen.text().slug, self.address)
    }

    /// Whole, with something below it.
    fn href(&self, below: &str) -> String {
        format!("/{}/{}/{below}", self.desk.group, self.path())
    }

    fn actor(&self) -> Actor {
        if self.is_entering() {
            self.desk.viewer.acting(Hat::Secretariat)
        } else {
            self.desk.viewer.speaking()
        }
    }

    /// Whose answer the secretariat enters.
    fn entering(&self) -> Option<pages::Org> {
        self.is_entering()
            .then(|| show::org_of(self.desk, self.sender.organisation))
    }

    fn heard(&self) -> Heard {
        crate::round::heard(self.desk, self.round, self.sender.organisation)
    }

    /// What no longer counts when it comes now. What the secretariat enters may have come before.
    fn is_over(&self) -> bool {
        let over = self.round.closed.is_some() || self.desk.now > self.round.deadline;
        self.round.responses.is_some() || (over && !self.round.late && !self.is_entering())
    }

    /// It counts, and is marked as late.
    fn is_late(&self) -> bool {
        let over = self.round.closed.is_some() || self.desk.now > self.round.deadline;
        over && !self.is_over() && !self.is_entering()
    }
}

/// The page on which an organisation answers a round.
pub(crate) async fn form(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
) -> Result<Response, Failure> {
    with_hand(app, who, path, |app, who, hand| {
        let view = view(app, hand, None)?;
        Ok(show::page(
            &show::shell(app, who, hand.desk, Place::Texts),
            &view,
        ))
    })
    .await
}

fn view(app: &App, hand: &Hand<'_>, refused: Refused<'_>) -> Result<Return, Failure> {
    let (desk, seen, round) = (hand.desk, hand.seen, hand.round);
    let organisation = hand.sender.organisation;
    let waiting = app.office.waiting(&desk.group, hand.sender)?;
    let typed = app.office.typed_so_far(&desk.group, hand.sender)?;
    let form = |answer: &str| match &refused {
        Some((posted, field, why)) if posted.text("answer") == answer => {
            Form::new(posted.text("command")).refused(field, why)
        }
        _ => show::form(app),
    };
    let over = hand.is_over();
    let files = format!("/{}/texts/{}/files", desk.group, seen.text().slug);
    let file = |what: File, name: &str| Download {
        what,
        href: format!("{files}/{name}"),
        size: None,
    };
    let version = seen.text().version(round.version);
    let held = round.return_of(organisation);
    let voice = round.voice(organisation);
    let asked = voice.is_some_and(|voice| round.more_time.contains(&voice));
    let may_ask =
        hand.sends && !hand.is_entering() && round.closed.is_none() && desk.now <= round.deadline;
    Ok(Return {
        head: show::text_head(desk, seen),
        address: hand.address.clone(),
        entering: evidence::entering(app, hand, None)?,
        acts_for: show::acts_for(desk),
        closes: show::when(desk, round.closed.unwrap_or(round.deadline)),
        instructions: round.instructions.reveal().cloned().unwrap_or_default(),
        without_names: round.is_restricted() && !hand.is_entering(),
        draft: version.map(|version| {
            let name = format!("{}.docx", version.number);
            file(File::Version(version.label.clone()), &name)
        }),
        matrix: (!hand.is_entering()).then(|| file(File::Matrix, "matrix.xlsx")),
        for_penholder: for_penholder(app, hand)?,
        held: hand.heard(),
        entered: held
            .and_then(|held| held.evidence.as_ref())
            .map(|evidence| {
                let file = evidence.file.is_some();
                (
                    evidence_kind(evidence.kind),
                    file.then(|| evidence_href(hand)),
                )
            }),
        receipt: held.map(|one| one.act + 1),
        waiting: waiting.map(|(draft, _)| draft.file_name),
        typed: show::number(typed.paragraphs.len()),
        more_time: (may_ask && !asked).then(|| form("more_time")),
        asked_more_time: asked && !hand.is_entering(),
        sends: hand.sends,
        late: hand.is_late(),
        closed: over,
        upload: form("marked_up"),
        no_comments: form(ReturnForm::NoComments.word()),
        not_in_our_mandate: form(ReturnForm::NotInOurMandate.word()),
    })
}

/// What is held from the organisation for the penholder alone: place and words.
fn for_penholder(app: &App, hand: &Hand<'_>) -> Result<Vec<(String, String)>, Failure> {
    let comments = hand.seen.comments_for_penholder(hand.round).into_iter();
    let own: Vec<_> = comments
        .filter(|(organisation, _)| *organisation == hand.sender.organisation)
        .collect();
    let version = hand.seen.text().version(hand.round.version);
    let (Some(version), false) = (version, own.is_empty()) else {
        return Ok(Vec::new());
    };
    let base = app.office.version_paragraphs(&hand.desk.group, version)?;
    let said = own.into_iter().map(|(_, comment)| {
        let at = comment.paragraph as usize;
        let found = at.checked_sub(1).and_then(|at| base.get(at));
        let label = found.and_then(|found| found.label.as_deref());
        (comment_place(at, label), comment.words.clone())
    });
    Ok(said.collect())
}

/// The message behind the answer in force.
fn evidence_href(hand: &Hand<'_>) -> String {
    let slug = hand.desk.organisation(hand.sender.organisation);
    let slug = slug.map_or("", |found| found.slug.as_str());
    let text = &hand.seen.text().slug;
    format!("/{}/texts/{text}/evidence/{slug}", hand.desk.group)
}

/// The kind of evidence as pages name it.
pub(crate) fn evidence_kind(kind: EvidenceKind) -> pages::evidence::EvidenceKind {
    pages::evidence::EvidenceKind::of(kind.word()).unwrap_or_default()
}

/// A marked-up file is kept and leads to the check; the two short answers are recorded at once.
pub(crate) async fn post(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
    posted: Posted,
) -> Result<Response, Failure> {
    with_hand(app, who, path, move |app, who, hand| {
        answer(app, who, hand, &posted)
    })
    .await
}

fn answer(app: &App, who: &Who, hand: &Hand<'_>, posted: &Posted) -> Result<Response, Failure> {
    let refuse = |field: &'static str, why: String| {
        let view = view(app, hand, Some((posted, field, why)))?;
        Ok(show::refused_text(app, who, hand.desk, &view))
    };
    if posted.text("answer") == "marked_up" {
        return match upload(app, hand, posted)? {
            // Also for a round that has closed: the file is kept as a draft, and the page says so.
            Ok(()) => Ok(Redirect::to(&hand.href("check")).into_response()),
            Err(why) => refuse("file", why),
        };
    }
    hand.speaking()?;
    let form = ReturnForm::of(posted.text("answer"))
        .filter(|form| *form != ReturnForm::MarkedUp)
        .ok_or(Failure::NotOurForm)?;
    let asking = asking(posted, hand.actor())?;
    let ran = app
        .office
        .answer_round(&who.group, &asking, hand.sender, form);
    let told = match (hand.is_entering(), form) {
        (true, _) => "return-entered",
        (false, ReturnForm::NoComments) => "no-comments",
        (false, _) => "not-in-our-mandate",
    };
    settled(ran, &who.group, &hand.path(), told, |refusal| {
        // No file came, so the sentence about a file that is kept would be wrong.
        let why = match refusal {
            Refusal::RoundClosed { .. } => words().t("problem-answer-late").to_owned(),
            _ => sentence(refusal),
        };
        refuse("", why)
    })
}

/// Keeps a file, alone or with the one that waits; `Ok(Err(…))` is the sentence that refuses it.
fn upload(app: &App, hand: &Hand<'_>, posted: &Posted) -> Result<Result<(), String>, Failure> {
    if let Some(why) = crate::texts::file_problem(posted) {
        return Ok(Err(why));
    }
    let file = posted.file().ok_or(Failure::NotOurForm)?;
    let kept = app.office.keep_answer(
        &hand.desk.group,
        hand.sender,
        hand.round,
        (&file.name, &file.bytes),
        // A reviewer never takes the place of what a colleague prepared.
        posted.ticked("add") || !hand.sends,
    );
    match kept {
        Ok(()) => Ok(Ok(())),
        Err(Failed::File(why)) => Ok(Err(why)),
        Err(error) => Err(error.into()),
    }
}

/// Where a proposal stands, as the reader finds it.
pub(crate) fn place(paragraph: usize, label: Option<&str>) -> String {
    match label {
        Some(label) => label.to_owned(),
        None if paragraph == 0 => words().t("told-before-first").to_owned(),
        None => words().f("told-paragraph", &[("n", paragraph.into())]),
    }
}

/// Where a comment stands; 0 is no place at all.
pub(crate) fn comment_place(paragraph: usize, label: Option<&str>) -> String {
    match paragraph {
        0 => words().t("told-no-place").to_owned(),
        _ => place(paragraph, label),
    }
}
