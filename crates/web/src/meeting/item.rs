//! `/GROUP/meetings/SLUG/items/N`: an item of the agenda, and what is recorded about it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{AgendaItem, DecisionKind, ItemKind, ItemOutcome};
use group::state::Meeting;
use group::{Command, Id, Refusal};
use office::desk::Desk;
use pages::Place;
use pages::item::{ActionForm, Approve, DecisionForm, Item, OutcomeForm};

use super::steps::is_seen;
use super::{action_line, entry, floor, head, inside};
use crate::actions;
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::staff;
use crate::posted::Posted;
use crate::sent::Sent;
use crate::session::{Who, asking, done_before};
use crate::show::{self, words};

/// The item of this number, for those inside.
fn numbered<'m>(meeting: &'m Meeting, number: &str) -> Result<(usize, &'m AgendaItem), Failure> {
    let number: usize = number.parse().map_err(|_| Failure::NotFound)?;
    let at = number.checked_sub(1).ok_or(Failure::NotFound)?;
    let item = meeting.agenda.get(at).ok_or(Failure::NotFound)?;
    Ok((at, item))
}

/// The page.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, number)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let (at, _) = numbered(meeting, &number)?;
    let view = view(&app, &desk, (id, meeting), at);
    let shell = show::shell(&app, &who, &desk, Place::Meetings);
    Ok(show::page(&shell, &view))
}

fn view(app: &App, desk: &Desk<'_>, (id, meeting): (Id, &Meeting), at: usize) -> Item {
    let line = &meeting.agenda[at];
    let beside = |at: Option<usize>| Some(meeting.agenda.get(at?)?.title.clone());
    let live = desk.is_staff() && meeting.is_open() && meeting.agenda_adopted;
    let follows = desk.is_staff() && (live || meeting.is_closed());
    let put_here = meeting
        .put
        .as_ref()
        .is_some_and(|put| put.item == line.item);
    Item {
        head: head(desk, id, meeting),
        item: entry(desk, meeting, at, line),
        before: beside(at.checked_sub(1)),
        after: beside(Some(at + 1)),
        carried: line
            .carries
            .iter()
            .filter_map(|id| desk.action_by_id(*id))
            .map(|action| action_line(desk, action))
            .collect(),
        put: floor::put(app, desk, meeting, floor::AskedFor::default()).filter(|_| put_here),
        outcome: (live && !put_here).then(|| outcome_form(app, meeting, desk, line)),
        decision: (live && meeting.put.is_none()).then(|| decision_form(app, desk)),
        action: follows.then(|| action_form(app, desk, line)),
        approve: approve_form(app, desk, line).filter(|_| live),
    }
}

fn outcome_form(app: &App, meeting: &Meeting, desk: &Desk<'_>, line: &AgendaItem) -> OutcomeForm {
    let end = meeting.outcomes.get(&line.item);
    OutcomeForm {
        form: end.map_or_else(|| show::form(app), |end| show::form(app).about(end.act)),
        outcome: end
            .map(|end| end.outcome.word().to_owned())
            .unwrap_or_default(),
        summary: end
            .map(|end| desk.inner(&end.summary).to_owned())
            .unwrap_or_default(),
    }
}

fn decision_form(app: &App, desk: &Desk<'_>) -> DecisionForm {
    let mandates = desk.mandates().into_iter();
    DecisionForm {
        form: show::form(app),
        mandates: mandates
            .map(|(id, mandate)| (id.to_string(), floor::mandate(mandate)))
            .collect(),
        ..DecisionForm::default()
    }
}

fn action_form(app: &App, desk: &Desk<'_>, line: &AgendaItem) -> ActionForm {
    let decisions = super::decisions(desk, line.item).into_iter();
    ActionForm {
        form: show::form(app),
        owners: actions::owners_typed(desk, None),
        decisions: decisions
            .map(|d| (d.number.clone(), format!("{} {}", d.number, d.title)))
            .collect(),
        ..ActionForm::default()
    }
}

fn approve_form(app: &App, desk: &Desk<'_>, line: &AgendaItem) -> Option<Approve> {
    let about = desk.meeting_by_id(line.minutes_of.filter(|_| line.kind == ItemKind::Minutes)?)?;
    let minutes = about.minutes.as_ref().filter(|m| m.approved.is_none())?;
    let since = minutes
        .corrections
        .iter()
        .filter(|one| one.edition == minutes.edition);
    Some(Approve {
        form: show::form(app),
        meeting: (about.slug.clone(), about.title.clone()),
        edition: minutes.edition,
        corrections: show::number(since.count()),
    })
}

/// A form about an item that was sent.
struct Step<'a> {
    sent: Sent<'a>,
    meeting: (Id, &'a Meeting),
    at: usize,
    path: String,
}

impl<'a> Step<'a> {
    fn new(sent: Sent<'a>, meeting: (Id, &'a Meeting), at: usize) -> Self {
        Self {
            sent,
            meeting,
            at,
            path: format!("meetings/{}/items/{}", meeting.1.slug, at + 1),
        }
    }

    /// Shows the page again with what `keep` puts into it.
    fn refuse(
        &self,
        why: &str,
        keep: impl FnOnce(&mut Item) -> Option<()>,
    ) -> Result<Response, Failure> {
        // Where the meeting went on, or is over, that is why, whatever the form was refused for first.
        let over = sentence(&Refusal::MeetingNotOpen {});
        let why = if self.meeting.1.is_open() { why } else { &over };
        let page = view(self.sent.app, self.sent.desk, self.meeting, self.at);
        self.sent.again(Place::Meetings, page, why, keep)
    }

    fn run(
        &self,
        command: &Command,
        told: &str,
        refused: impl FnOnce(&Refusal) -> Result<Response, Failure>,
    ) -> Result<Response, Failure> {
        let actor = staff(self.sent.desk)?;
        self.sent.run(actor, command, &self.path, told, refused)
    }
}

/// What became of the item.
pub(crate) async fn outcome(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, number)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let meeting = inside(&desk, &slug)?;
    staff(&desk)?;
    let (at, line) = numbered(meeting.1, &number)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), meeting, at);
    let now = meeting.1.outcomes.get(&line.item).map(|end| end.act);
    let typed = |page: &mut Item, field: &str, why: &str| {
        let outcome = page.outcome.as_mut()?;
        let form = step.sent.form(field, why);
        outcome.form = match now {
            Some(act) => form.about(act),
            None => form,
        };
        outcome.outcome = posted.text("outcome").to_owned();
        outcome.summary = posted.text("summary").to_owned();
        Some(())
    };
    let asked = asking(&posted, staff(&desk)?)?;
    if let Some(same) = done_before(&app, &who.group, &step.path, &asked)? {
        return Ok(same);
    }
    // Of a meeting that is over, the law says so.
    if meeting.1.is_open() && !is_seen(&posted, now) {
        let why = words().t("problem-outcome-other");
        return step.refuse(why, |page| typed(page, "", why));
    }
    let Some(outcome) = ItemOutcome::of(posted.text("outcome")) else {
        let why = words().t("problem-choice");
        return step.refuse(why, |page| typed(page, "outcome", why));
    };
    let summary = posted.text("summary");
    let command = Command::CloseItem {
        meeting: meeting.0,
        item: line.item,
        outcome,
        summary: (!summary.is_empty()).then(|| summary.to_owned()),
    };
    step.run(&command, "outcome-recorded", |refusal| {
        let field = match refusal {
            Refusal::NothingDecided {} => "outcome",
            Refusal::TooLong { .. } => "summary",
            _ => "",
        };
        let why = sentence(refusal);
        step.refuse(&why, |page| typed(page, field, &why))
    })
}

/// Puts a decision to the meeting.
pub(crate) async fn decision(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, number)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let meeting = inside(&desk, &slug)?;
    staff(&desk)?;
    let (at, line) = numbered(meeting.1, &number)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), meeting, at);
    let cites = posted.all("mandate");
    let typed = |page: &mut Item, field: &str, why: &str| {
        let decision = page.decision.as_mut()?;
        decision.form = step.sent.form(field, why);
        decision.title = posted.text("decision_title").to_owned();
        decision.words = posted.text("words").to_owned();
        decision.kind = posted.text("kind").to_owned();
        decision.cites = cites.clone();
        Some(())
    };
    let Some(kind) = DecisionKind::of(posted.text("kind")) else {
        let why = words().t("problem-choice");
        return step.refuse(why, |page| typed(page, "kind", why));
    };
    let command = Command::PutDecision {
        decision: app.office.fresh_id(),
        meeting: meeting.0,
        item: line.item,
        kind,
        title: posted.text("decision_title").to_owned(),
        words: posted.text("words").to_owned(),
        mandates: cites.iter().filter_map(|id| id.parse().ok()).collect(),
    };
    step.run(&command, "decision-put", |refusal| {
        let field = match refusal {
            Refusal::Missing { what: "title" } | Refusal::TooLong { what: "title", .. } => {
                "decision_title"
            }
            Refusal::Missing { .. } | Refusal::TooLong { .. } => "words",
            _ => "",
        };
        let why = sentence(refusal);
        step.refuse(&why, |page| typed(page, field, &why))
    })
}

/// Opens an action that follows from the item.
pub(crate) async fn action(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, number)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let meeting = inside(&desk, &slug)?;
    staff(&desk)?;
    let (at, line) = numbered(meeting.1, &number)?;
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), meeting, at);
    let text = |name: &str| posted.text(name).to_owned();
    let typed = |page: &mut Item, field: &str, why: &str| {
        let action = page.action.as_mut()?;
        action.form = step.sent.form(field, why);
        action.what = text("what");
        action.owners = actions::owners_typed(&desk, Some(&posted));
        action.due = actions::due_typed(&posted);
        action.follows = text("follows");
        Some(())
    };
    let due = match actions::due_day(&posted) {
        Ok(due) => due,
        Err(why) => return step.refuse(why, |page| typed(page, "due", why)),
    };
    let decision = desk.decision(posted.text("follows")).map(|d| d.id);
    let command = Command::OpenAction {
        action: app.office.fresh_id(),
        meeting: Some(meeting.0),
        item: Some(line.item),
        decision,
        owners: actions::owners(&posted),
        due,
        what: text("what"),
    };
    step.run(&command, "action-opened", |refusal| {
        let why = sentence(refusal);
        let field = actions::field(refusal);
        step.refuse(&why, |page| typed(page, field, &why))
    })
}

/// The meeting approves the minutes that the item is about.
pub(crate) async fn approve(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, number)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let meeting = inside(&desk, &slug)?;
    staff(&desk)?;
    let (at, line) = numbered(meeting.1, &number)?;
    let about = line.minutes_of.ok_or(Failure::NotFound)?;
    let edition = posted.text("edition").parse();
    let step = Step::new(Sent::new(&app, &who, &desk, &posted), meeting, at);
    let command = Command::ApproveMinutes {
        meeting: about,
        edition: edition.map_err(|_| Failure::NotOurForm)?,
        at: meeting.0,
        item: line.item,
    };
    step.run(&command, "minutes-approved", |refusal| {
        let why = sentence(refusal);
        step.refuse(&why, |page| {
            let approve = page.approve.as_mut()?;
            approve.form = step.sent.form("", &why);
            Some(())
        })
    })
}
