//! `/GROUP/actions`: the list, one action, and what its owners, the chair and the secretariat do with it.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::response::Response;
use group::state::{Action, ActionStanding, StepKind};
use group::{Command, Day, Id, Noun, Refusal};
use office::desk::Desk;
use pages::action::{self, Report, Steer};
use pages::actions::{
    ActionFilters, ActionRow, ActionState, Actions, Due, DueTyped, Grouped, NewAction, Origin,
    OwnersTyped,
};
use pages::{Form, Org, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::staff;
use crate::posted::Posted;
use crate::query::Query;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};
use crate::themes::{named, tagging};

/// Actions that are done stay in the list for so many days, unless they are asked for.
const LATELY: i64 = 60;

/// The list, those of the viewer's organisation first.
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let query = Query::of(&uri);
    let filters = filters(&desk, &query);
    let own = desk.viewer.organisation;
    let (mut mine, mut others) = (Grouped::default(), Grouped::default());
    for action in desk.actions() {
        if !fits(&desk, action, &filters) {
            continue;
        }
        let ours = own.is_some_and(|own| action.owners.contains(&own));
        let group = if ours { &mut mine } else { &mut others };
        let row = row(&desk, action);
        if !action.is_open() {
            if filters.state == "done" || is_recent(&desk, action) {
                group.done.push(row);
            }
        } else if desk.is_overdue(action) {
            group.overdue.push(row);
        } else {
            group.open.push(row);
        }
    }
    let view = Actions {
        own: own.map(|id| show::org_of(&desk, id)).unwrap_or_default(),
        mine,
        others,
        filters,
        may_open: desk.is_staff(),
    };
    let shell = show::shell(&app, &who, &desk, Place::Actions);
    Ok(show::page(&shell, &view))
}

fn filters(desk: &Desk<'_>, query: &Query) -> ActionFilters {
    let organisations = desk.participants().into_iter();
    ActionFilters {
        organisations: organisations
            .map(|(_, organisation)| (organisation.slug.clone(), show::org(organisation)))
            .collect(),
        themes: named(desk),
        organisation: query.text("organisation"),
        state: query.text("state"),
        theme: query.text("theme"),
    }
}

fn fits(desk: &Desk<'_>, action: &Action, filters: &ActionFilters) -> bool {
    let owner = |id: &Id| {
        let found = desk.organisation(*id);
        found.is_some_and(|found| found.slug == filters.organisation)
    };
    let theme = |(_, theme): &(Id, &group::state::Theme)| theme.slug == filters.theme;
    let state = match filters.state.as_str() {
        "overdue" => desk.is_overdue(action),
        "open" => action.is_open(),
        "done" => !action.is_open(),
        _ => true,
    };
    (filters.organisation.is_empty() || action.owners.iter().any(owner))
        && (filters.theme.is_empty() || desk.themes_of(action.id).iter().any(theme))
        && state
}

fn is_recent(desk: &Desk<'_>, action: &Action) -> bool {
    let (ActionStanding::Done { at } | ActionStanding::Dropped { at }) = action.standing else {
        return false;
    };
    desk.now.as_millis() - at.as_millis() <= LATELY * 86_400_000
}

/// An action in a list.
pub(crate) fn row(desk: &Desk<'_>, action: &Action) -> ActionRow {
    ActionRow {
        number: action.number.clone(),
        what: desk.inner(&action.what).to_owned(),
        owners: owners_of(desk, action),
        due: due(desk, action),
        state: state(desk, action),
        origin: Origin {
            decision: action
                .decision
                .and_then(|id| Some(desk.decision_by_id(id)?.number.clone())),
            meeting: action.meeting.and_then(|id| desk.meeting_name(id)),
        },
    }
}

pub(crate) fn owners_of(desk: &Desk<'_>, action: &Action) -> Vec<Org> {
    let owners = action.owners.iter();
    owners.map(|id| show::org_of(desk, *id)).collect()
}

/// By when, counted from today.
pub(crate) fn due(desk: &Desk<'_>, action: &Action) -> Due {
    let Some(day) = desk.due_day(action) else {
        return Due::NextMeeting;
    };
    let days = day.0.since(desk.day().0).map_or(0, |span| span.get_days());
    Due::on(show::weekday_of(day), days.into())
}

/// Where an action stands.
pub(crate) fn state(desk: &Desk<'_>, action: &Action) -> ActionState {
    match action.standing {
        ActionStanding::Open => ActionState::Open,
        ActionStanding::InProgress => ActionState::InProgress,
        ActionStanding::Done { at } => ActionState::Done {
            on: show::date(desk, at),
        },
        ActionStanding::Dropped { at } => ActionState::Dropped {
            on: show::date(desk, at),
        },
    }
}

/// A number as it stands in addresses: `2026-3` for `2026/3`.
pub(crate) fn number(address: &str) -> String {
    address.replacen('-', "/", 1)
}

/// The owners of a form, the lead first, each once.
pub(crate) fn owners(posted: &Posted) -> Vec<Id> {
    let lead = posted.text("lead").to_owned();
    let mut owners: Vec<Id> = Vec::new();
    for value in std::iter::once(lead).chain(posted.all("others")) {
        if let Ok(id) = value.parse()
            && !owners.contains(&id)
        {
            owners.push(id);
        }
    }
    owners
}

/// Owners as typed.
pub(crate) fn owners_typed(desk: &Desk<'_>, posted: Option<&Posted>) -> OwnersTyped {
    let organisations = desk.participants().into_iter();
    OwnersTyped {
        organisations: organisations
            .map(|(id, organisation)| (id.to_string(), show::org(organisation)))
            .collect(),
        lead: posted
            .map(|p| p.text("lead").to_owned())
            .unwrap_or_default(),
        others: posted.map(|p| p.all("others")).unwrap_or_default(),
    }
}

/// The due day as typed.
pub(crate) fn due_typed(posted: &Posted) -> DueTyped {
    DueTyped {
        kind: posted.text("due_kind").to_owned(),
        day: posted.text("due").to_owned(),
    }
}

/// The due day, or the sentence that refuses it. `None`: before the next meeting.
pub(crate) fn due_day(posted: &Posted) -> Result<Option<Day>, &'static str> {
    if posted.text("due_kind") != "day" {
        return Ok(None);
    }
    match posted.text("due") {
        "" => Err(words().t("problem-due-missing")),
        day => day.parse().map(Some).map_err(|_| words().t("problem-date")),
    }
}

/// The field that a refusal of an action is about.
pub(crate) fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Missing { what: "action" } | Refusal::TooLong { what: "action", .. } => "what",
        Refusal::Missing { .. } | Refusal::IdTaken { .. } | Refusal::NotAMember {} => "lead",
        Refusal::DayPast {} => "due",
        _ => "",
    }
}

/// The empty form that opens an action beside any meeting.
pub(crate) async fn new(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    staff(&desk)?;
    let view = new_action(&desk, show::form(&app), None);
    let shell = show::shell(&app, &who, &desk, Place::Actions);
    Ok(show::page(&shell, &view))
}

fn new_action(desk: &Desk<'_>, form: Form, posted: Option<&Posted>) -> NewAction {
    let text = |name: &str| posted.map(|p| p.text(name).to_owned()).unwrap_or_default();
    NewAction {
        form,
        what: text("what"),
        owners: owners_typed(desk, posted),
        due: posted.map(due_typed).unwrap_or_default(),
        decisions: desk
            .decisions()
            .into_iter()
            .map(|d| (d.id.to_string(), format!("{}: {}", d.number, d.title)))
            .collect(),
        decision: text("decision"),
    }
}

/// Opens an action.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = staff(&desk)?;
    let refuse = |field: &str, why: &str| {
        let form = Form::new(posted.text("command")).refused(field, why);
        let view = new_action(&desk, form, Some(&posted));
        let shell = show::shell(&app, &who, &desk, Place::Actions);
        Ok(show::refused_page(&shell, &view))
    };
    let due = match due_day(&posted) {
        Ok(due) => due,
        Err(why) => return refuse("due", why),
    };
    let command = Command::OpenAction {
        action: app.office.fresh_id(),
        meeting: None,
        item: None,
        decision: posted.text("decision").parse().ok(),
        owners: owners(&posted),
        due,
        what: posted.text("what").to_owned(),
    };
    let ran = app
        .office
        .execute(&who.group, &asking(&posted, actor)?, &command, &[]);
    settled(ran, &who.group, "actions", "action-opened", |refusal| {
        refuse(field(refusal), &sentence(refusal))
    })
}

/// One action.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let action = desk.action(&number(&address)).ok_or(Failure::NotFound)?;
    let view = view(&app, &desk, action);
    let shell = show::shell(&app, &who, &desk, Place::Actions);
    Ok(show::page(&shell, &view))
}

fn view(app: &App, desk: &Desk<'_>, action: &Action) -> action::Action {
    let row = row(desk, action);
    let open = action.is_open();
    let themes = desk.themes_of(action.id);
    action::Action {
        number: row.number,
        what: row.what,
        owners: row.owners,
        due: row.due,
        state: row.state,
        origin: row.origin,
        tag: desk.is_secretariat().then(|| tagging(app, desk, &themes)),
        themes: themes
            .iter()
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        history: history(desk, action),
        report: (open && desk.may_report(action)).then(|| Report {
            form: show::form(app),
            ..Report::default()
        }),
        steer: (open && desk.is_staff()).then(|| steer(app, desk, action)),
        receipt: Some(action.act + 1),
    }
}

fn steer(app: &App, desk: &Desk<'_>, action: &Action) -> Steer {
    let mut owners = owners_typed(desk, None);
    let mut values = action.owners.iter().map(Id::to_string);
    owners.lead = values.next().unwrap_or_default();
    owners.others = values.collect();
    Steer {
        moving: show::form(app),
        due: DueTyped {
            kind: if action.due.is_some() {
                "day"
            } else {
                "next_meeting"
            }
            .to_owned(),
            day: action.due.map(|day| day.to_string()).unwrap_or_default(),
        },
        reassign: show::form(app),
        owners,
        dropping: show::form(app),
        ..Steer::default()
    }
}

/// What happened to an action, newest first. A step that changed the day or the owners kept what was
/// before; what it changed to is what the next such step kept, or what stands now.
fn history(desk: &Desk<'_>, action: &Action) -> Vec<action::Step> {
    let (mut due, mut owners) = (action.due, action.owners.clone());
    let mut steps = Vec::new();
    for step in action.steps.iter().rev() {
        let kind = match &step.what {
            StepKind::Reported => action::StepKind::Reported,
            StepKind::Done => action::StepKind::Done,
            StepKind::Dropped => action::StepKind::Dropped,
            StepKind::Moved { from } => {
                let to = std::mem::replace(&mut due, *from);
                action::StepKind::Moved(to.map(show::date_of))
            }
            StepKind::Reassigned { from } => {
                let to = std::mem::replace(&mut owners, from.clone());
                action::StepKind::Reassigned(to.iter().map(|id| show::org_of(desk, *id)).collect())
            }
        };
        steps.push(action::Step {
            kind,
            by: step.by.map(|id| show::org_of(desk, id)).unwrap_or_default(),
            when: show::when(desk, step.at),
            words: desk.inner(&step.words).to_owned(),
            evidence: desk.inner(&step.evidence).to_owned(),
        });
    }
    steps.push(action::Step {
        when: show::when(desk, action.opened),
        ..action::Step::default()
    });
    steps
}

/// A form of an action that was sent.
struct Sent<'a> {
    app: &'a App,
    who: &'a Who,
    desk: &'a Desk<'a>,
    posted: &'a Posted,
    action: &'a Action,
}

impl<'a> Sent<'a> {
    fn new(
        app: &'a App,
        who: &'a Who,
        desk: &'a Desk<'a>,
        posted: &'a Posted,
        address: &str,
    ) -> Result<Self, Failure> {
        let action = desk.action(&number(address)).ok_or(Failure::NotFound)?;
        Ok(Self {
            app,
            who,
            desk,
            posted,
            action,
        })
    }

    /// Carries out a command; refused, the page comes back with what `keep` puts into it, or, where the
    /// form has no place any more, the sentence alone.
    fn run(
        &self,
        actor: group::Actor,
        command: &Command,
        told: &str,
        keep: impl FnOnce(&mut action::Action, Form) -> Option<()>,
        field: impl FnOnce(&Refusal) -> &'static str,
    ) -> Result<Response, Failure> {
        let group = &self.who.group;
        let asking = asking(self.posted, actor)?;
        let ran = self.app.office.execute(group, &asking, command, &[]);
        let path = format!("actions/{}", self.action.number.replace('/', "-"));
        settled(ran, group, &path, told, |refusal| {
            self.refuse(field(refusal), &sentence(refusal), keep)
        })
    }

    fn refuse(
        &self,
        field: &str,
        why: &str,
        keep: impl FnOnce(&mut action::Action, Form) -> Option<()>,
    ) -> Result<Response, Failure> {
        let mut view = view(self.app, self.desk, self.action);
        let form = Form::new(self.posted.text("command")).refused(field, why);
        if keep(&mut view, form).is_none() {
            return Err(Failure::Refused(why.to_owned()));
        }
        let shell = show::shell(self.app, self.who, self.desk, Place::Actions);
        Ok(show::refused_page(&shell, &view))
    }

    fn text(&self, name: &str) -> String {
        self.posted.text(name).to_owned()
    }
}

/// An owner or the secretariat tells how it goes.
pub(crate) async fn report(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let sent = Sent::new(&app, &who, &desk, &posted, &address)?;
    reported(&sent, false, "action-reported")
}

/// An owner or the secretariat tells that it is done.
pub(crate) async fn done(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let sent = Sent::new(&app, &who, &desk, &posted, &address)?;
    reported(&sent, true, "action-done")
}

fn reported(sent: &Sent<'_>, done: bool, told: &str) -> Result<Response, Failure> {
    if !sent.desk.may_report(sent.action) {
        return Err(Failure::NotFound);
    }
    let (report, evidence) = (sent.text("report"), sent.text("evidence"));
    let command = Command::ReportAction {
        action: sent.action.id,
        report: report.clone(),
        evidence: (!evidence.is_empty()).then(|| evidence.clone()),
        done,
    };
    let actor = sent.desk.acting_for(&sent.action.owners);
    let keep = |view: &mut action::Action, form: Form| {
        let kept = view.report.as_mut()?;
        *kept = Report {
            form,
            report,
            evidence,
        };
        Some(())
    };
    sent.run(actor, &command, told, keep, |refusal| match refusal {
        Refusal::TooLong {
            what: "evidence", ..
        } => "evidence",
        Refusal::Missing { .. } | Refusal::TooLong { .. } => "report",
        _ => "",
    })
}

/// The field of a reason, where a refusal is about it.
fn reason_or(refusal: &Refusal, reason: &'static str) -> &'static str {
    match refusal {
        Refusal::Missing { what: "reason" } | Refusal::TooLong { what: "reason", .. } => reason,
        _ => field(refusal),
    }
}

/// Another due day.
pub(crate) async fn moves(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let sent = Sent::new(&app, &who, &desk, &posted, &address)?;
    let actor = staff(&desk)?;
    let reason = sent.text("move_reason");
    let keep = |view: &mut action::Action, form: Form| {
        let steer = view.steer.as_mut()?;
        steer.moving = form;
        steer.due = due_typed(&posted);
        steer.move_reason = posted.text("move_reason").to_owned();
        Some(())
    };
    let due = match due_day(&posted) {
        Ok(due) => due,
        Err(why) => return sent.refuse("due", why, keep),
    };
    let command = Command::MoveAction {
        action: sent.action.id,
        due,
        reason,
    };
    sent.run(actor, &command, "action-moved", keep, |refusal| {
        reason_or(refusal, "move_reason")
    })
}

/// Other owners.
pub(crate) async fn reassign(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let sent = Sent::new(&app, &who, &desk, &posted, &address)?;
    let actor = staff(&desk)?;
    let command = Command::ReassignAction {
        action: sent.action.id,
        owners: owners(&posted),
        reason: sent.text("reassign_reason"),
    };
    let keep = |view: &mut action::Action, form: Form| {
        let steer = view.steer.as_mut()?;
        steer.reassign = form;
        steer.owners = owners_typed(&desk, Some(&posted));
        steer.reassign_reason = posted.text("reassign_reason").to_owned();
        Some(())
    };
    sent.run(actor, &command, "action-reassigned", keep, |refusal| {
        reason_or(refusal, "reassign_reason")
    })
}

/// It is not done any more.
pub(crate) async fn drop_it(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let sent = Sent::new(&app, &who, &desk, &posted, &address)?;
    let actor = staff(&desk)?;
    let reason = sent.text("drop_reason");
    let command = Command::DropAction {
        action: sent.action.id,
        reason: reason.clone(),
    };
    let keep = |view: &mut action::Action, form: Form| {
        let steer = view.steer.as_mut()?;
        steer.dropping = form;
        steer.drop_reason = reason;
        Some(())
    };
    sent.run(actor, &command, "action-dropped", keep, |refusal| {
        reason_or(refusal, "drop_reason")
    })
}

/// The themes that an action carries.
pub(crate) async fn themes(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let action = desk.action(&number(&address)).ok_or(Failure::NotFound)?;
    let path = format!("actions/{address}");
    crate::themes::tag(&app, &who, &desk, &posted, (Noun::Action, action.id), &path)
}
