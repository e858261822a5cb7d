//! The drop: files in, placed with organisations, entered.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError};

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use group::parts::ReturnForm;
use group::state::Round;
use group::{Hat, Id, Instant};
use office::Voices as _;
use office::desk::{Desk, TextSeen};
use office::{Dropped, DroppedWhat, Entered, Failed, GuessWhy, Placing, Prepared};
use pages::dropping::{Dropping, PreparedRow, Reading, Thing, Use, What, Why};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::{Who, asking, told_at};
use crate::show::{self, words};

/// After so many seconds the page of a drop that is being read asks how far that is.
const AGAIN: &str = "1";
/// Characters of a mail's text that are shown.
const TEXT: usize = 3_000;

/// The drop of a round, for the secretariat alone.
struct Slot<'d> {
    app: &'d App,
    who: &'d Who,
    desk: &'d Desk<'d>,
    seen: &'d TextSeen<'d>,
    round: &'d Round,
    /// The organisation of the secretariat.
    by: Id,
}

/// Runs on a thread for blocking work: files are opened and composed there.
async fn with_slot(
    app: Arc<App>,
    who: Who,
    slug: String,
    run: impl FnOnce(&Slot<'_>) -> Result<Response, Failure> + Send + 'static,
) -> Result<Response, Failure> {
    tokio::task::spawn_blocking(move || {
        let desk = who.member(&app)?;
        let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
        let round = seen.round().filter(|round| round.responses.is_none());
        let round = round.filter(|_| desk.is_secretariat());
        let slot = Slot {
            app: &app,
            who: &who,
            desk: &desk,
            seen: &seen,
            round: round.ok_or(Failure::NotFound)?,
            by: desk.viewer.organisation.ok_or(Failure::NotFound)?,
        };
        run(&slot)
    })
    .await
    .map_err(|error| Failure::Broken(error.to_string()))?
}

/// The page.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let reads = Arc::clone(&app);
    with_slot(app, who, slug, move |slot| {
        let (office, group) = (&slot.app.office, &slot.who.group);
        let Some(waits) = office.to_be_read(group, slot.by, slot.round.id)? else {
            let view = slot.view()?;
            return Ok(slot.answer(&view));
        };
        if waits.full {
            let mut view = slot.view()?;
            let left = show::number(waits.left);
            view.told = vec![words().f("told-drop-full", &[("n", left.into())])];
            return Ok(slot.answer(&view));
        }
        // Also when the server was stopped while it read.
        begin_reading(&reads, group, slot.by, slot.round);
        let view = Reading {
            head: show::text_head(slot.desk, slot.seen),
            read: show::number(waits.of - waits.left),
            of: show::number(waits.of),
            found: show::number(office.dropped(group, slot.by, slot.round.id)?.len()),
        };
        let shell = show::shell(slot.app, slot.who, slot.desk, Place::Texts);
        // The page asks again by itself, without a script.
        let again = [(header::REFRESH, AGAIN)];
        Ok((again, show::page(&shell, &view)).into_response())
    })
    .await
}

/// Reads what waits in a drop, on a thread of its own, unless somebody does already.
fn begin_reading(app: &Arc<App>, group: &str, by: Id, round: &Round) {
    let key = (group.to_owned(), round.id);
    let reading = || app.reading.lock().unwrap_or_else(PoisonError::into_inner);
    if !reading().insert(key.clone()) {
        return;
    }
    let (app, round) = (Arc::clone(app), round.clone());
    tokio::task::spawn_blocking(move || {
        let office = &app.office;
        loop {
            let read = AssertUnwindSafe(|| office.read_dropped(&key.0, by, &round));
            match catch_unwind(read) {
                Ok(Ok(true)) => {}
                Ok(Ok(false)) => break,
                Ok(Err(error)) => {
                    tracing::error!(%error, "failed to read what was dropped");
                    break;
                }
                // One file that no reader can bear must not keep the others waiting.
                Err(_) => {
                    if let Err(error) = office.give_up_reading(&key.0, by, &round) {
                        tracing::error!(%error, "failed to keep what could not be read");
                        break;
                    }
                }
            }
        }
        let mut reading = app.reading.lock().unwrap_or_else(PoisonError::into_inner);
        reading.remove(&key);
    });
}

/// Opens the files that were dropped.
pub(crate) async fn files(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    with_slot(app, who, slug, move |slot| slot.open(&posted)).await
}

/// Places what was confirmed.
pub(crate) async fn place(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    with_slot(app, who, slug, move |slot| slot.place(&posted)).await
}

/// Enters what is prepared.
pub(crate) async fn enter(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    with_slot(app, who, slug, move |slot| slot.enter(&posted)).await
}

impl Slot<'_> {
    fn path(&self) -> String {
        format!("texts/{}/drop", self.seen.text().slug)
    }

    fn answer(&self, view: &Dropping) -> Response {
        let shell = show::shell(self.app, self.who, self.desk, Place::Texts);
        show::page(&shell, view)
    }

    fn refused(&self, view: &Dropping) -> Response {
        show::refused_text(self.app, self.who, self.desk, view)
    }

    fn view(&self) -> Result<Dropping, Failure> {
        let (office, group) = (&self.app.office, &self.who.group);
        let things = office.dropped(group, self.by, self.round.id)?;
        let prepared = office.prepared(group, self.by, self.round)?;
        let asked = self.round.asked().into_iter();
        let named = |id: Id| {
            let found = self.desk.organisation(id)?;
            Some((found.slug.clone(), show::org(found)))
        };
        Ok(Dropping {
            head: show::text_head(self.desk, self.seen),
            upload: show::form(self.app),
            told: Vec::new(),
            place: show::form(self.app),
            things: things.iter().map(|dropped| self.thing(dropped)).collect(),
            organisations: asked
                .filter(|id| *id != self.by)
                .filter_map(named)
                .collect(),
            enter: show::form(self.app),
            prepared: prepared.iter().filter_map(|one| self.row(one)).collect(),
            refused: Vec::new(),
        })
    }

    fn thing(&self, dropped: &Dropped) -> Thing {
        let thing = &dropped.thing;
        let guess = thing.guesses.iter().find(|(id, _)| *id != self.by);
        let whose = guess.and_then(|(id, _)| self.desk.organisation(*id));
        let unread = matches!(thing.what, DroppedWhat::Evidence(_));
        Thing {
            id: dropped.id.clone(),
            name: thing.name.clone(),
            within: thing.within.clone(),
            from: thing.from.as_ref().map(|from| match &thing.sender {
                Some(name) => format!("{name}, {from}"),
                None => from.clone(),
            }),
            sent: thing
                .sent
                .map(|at| show::when(self.desk, Instant::from_millis(at))),
            what: what(&thing.what),
            text: thing.text().map(|text| text.chars().take(TEXT).collect()),
            whose: whose.map(|found| found.slug.clone()).unwrap_or_default(),
            why: guess
                .map(|(_, why)| why.iter().map(|why| reason(*why)).collect())
                .unwrap_or_default(),
            chosen: if unread { Use::Later } else { Use::Answer },
        }
    }

    fn row(&self, prepared: &Prepared) -> Option<PreparedRow> {
        let found = self.desk.organisation(prepared.organisation)?;
        let held = self.round.return_of(prepared.organisation);
        let (what, internal) = match (&prepared.checked, prepared.evidence.short) {
            (Some(checked), _) => {
                let comments = &checked.inspection.comments;
                let internal = comments.iter().filter(|one| one.internal.is_some()).count();
                let what = What::MarkedUp {
                    proposals: show::number(checked.model.amendments.len()),
                    comments: show::number(comments.len()),
                    look: Vec::new(),
                };
                (what, internal)
            }
            (None, Some(form)) => (short(form), 0),
            (None, None) => (
                What::Evidence(words().t("told-evidence-only").to_owned()),
                0,
            ),
        };
        Some(PreparedRow {
            slug: found.slug.clone(),
            organisation: show::org(found),
            arrived: show::when(self.desk, prepared.evidence.arrived),
            ready: !matches!(what, What::Evidence(_)),
            what,
            internal: show::number(internal),
            adds: held.is_some_and(|held| held.form == ReturnForm::MarkedUp),
        })
    }

    fn open(&self, posted: &Posted) -> Result<Response, Failure> {
        let refuse = |why: &str| {
            let mut view = self.view()?;
            view.upload = Form::new(posted.text("command")).refused("files", why);
            Ok(self.refused(&view))
        };
        if let Some(why) = posted.file_too_large() {
            return refuse(&why);
        }
        let files: Vec<(&str, &[u8])> = posted
            .files()
            .map(|file| (file.name.as_str(), &file.bytes[..]))
            .collect();
        if files.is_empty() {
            return refuse(words().t("problem-file-missing"));
        }
        let (office, group) = (&self.app.office, &self.who.group);
        match office.keep_dropped(group, self.by, self.round.id, &files) {
            Ok(()) => {}
            Err(Failed::File(why)) => return refuse(&why),
            Err(error) => return Err(error.into()),
        }
        let path = format!("/{group}/{}", self.path());
        Ok(Redirect::to(&path).into_response())
    }

    fn place(&self, posted: &Posted) -> Result<Response, Failure> {
        let mut refused: Vec<String> = Vec::new();
        for id in posted.all("id") {
            let whose = posted.text(&format!("whose-{id}"));
            let chosen = Use::of(posted.text(&format!("use-{id}"))).ok_or(Failure::NotOurForm)?;
            let organisation = self.desk.organisation_at(whose).map(|(id, _)| id);
            let placing = match (chosen, organisation) {
                (Use::LeaveOut, _) => Placing::LeaveOut,
                (Use::Answer, Some(organisation)) => Placing::Answer(organisation),
                (Use::Evidence, Some(organisation)) => Placing::Evidence(organisation),
                (Use::Later, _) | (_, None) => continue,
            };
            let (office, group) = (&self.app.office, &self.who.group);
            match office.place_dropped(group, self.by, self.round, &id, placing) {
                Ok(()) => {}
                Err(Failed::File(why)) => refused.push(why),
                Err(Failed::Refused(refusal)) => refused.push(sentence(&refusal)),
                Err(error) => return Err(error.into()),
            }
        }
        if refused.is_empty() {
            return Ok(told_at(&self.who.group, &self.path(), "placed"));
        }
        let mut view = self.view()?;
        self.choose_again(&mut view, posted);
        view.place = Form::new(posted.text("command"));
        for why in refused {
            view.place = view.place.refused("", &why);
        }
        Ok(self.refused(&view))
    }

    /// What was chosen for the things that are still there.
    fn choose_again(&self, view: &mut Dropping, posted: &Posted) {
        for thing in &mut view.things {
            let whose = posted.text(&format!("whose-{}", thing.id));
            if let Some(chosen) = Use::of(posted.text(&format!("use-{}", thing.id))) {
                thing.chosen = chosen;
                thing.whose = whose.to_owned();
            }
        }
    }

    fn enter(&self, posted: &Posted) -> Result<Response, Failure> {
        let slugs = posted.all("organisation");
        let organisations: BTreeSet<Id> = slugs
            .iter()
            .filter_map(|slug| self.desk.organisation_at(slug))
            .map(|(id, _)| id)
            .collect();
        let asking = asking(posted, self.desk.viewer.acting(Hat::Secretariat))?;
        let Entered { done, refused } = self.app.office.enter_prepared(
            &self.who.group,
            &asking,
            self.by,
            self.round.id,
            &organisations,
        )?;
        if refused.is_empty() {
            let told = if done.is_empty() {
                "already"
            } else {
                "entered"
            };
            return Ok(told_at(&self.who.group, &self.path(), told));
        }
        let mut view = self.view()?;
        let names: BTreeMap<Id, _> = refused.into_iter().collect();
        view.refused = names
            .into_iter()
            .map(|(id, why)| (show::org_of(self.desk, id), why))
            .collect();
        Ok(self.refused(&view))
    }
}

fn what(what: &DroppedWhat) -> What {
    match what {
        DroppedWhat::MarkedUp {
            proposals,
            comments,
            look,
        } => What::MarkedUp {
            proposals: show::number(*proposals),
            comments: show::number(*comments),
            look: look.clone(),
        },
        DroppedWhat::Said {
            proposals,
            comments,
        } => What::Said {
            proposals: show::number(*proposals),
            comments: show::number(*comments),
        },
        DroppedWhat::Short(form) => short(*form),
        DroppedWhat::Evidence(why) => What::Evidence(why.clone()),
    }
}

fn short(form: ReturnForm) -> What {
    match form {
        ReturnForm::NotInOurMandate => What::NotInOurMandate,
        _ => What::NoComments,
    }
}

fn reason(why: GuessWhy) -> Why {
    match why {
        GuessWhy::Domain => Why::Domain,
        GuessWhy::Address => Why::Address,
        GuessWhy::FileName => Why::FileName,
        GuessWhy::Author => Why::Author,
        GuessWhy::Sender => Why::Sender,
        GuessWhy::Subject => Why::Subject,
        GuessWhy::Content => Why::Content,
    }
}
