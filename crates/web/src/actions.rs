//! `/GROUP/actions`: the list, and what all pages of actions share.

mod new;
mod one;

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::response::Response;
use group::state::{Action, ActionStanding};
use group::{Day, Id, Refusal};
use office::desk::Desk;
use pages::actions::{
    ActionFilters, ActionRow, ActionState, Actions, Due, DueTyped, Grouped, Origin, OwnersTyped,
};
use pages::{Org, Place};

pub(crate) use new::{form as new, open};
pub(crate) use one::{done, drop_it, moves, page, reassign, report, themes};

use crate::app::App;
use crate::failure::Failure;
use crate::posted::Posted;
use crate::query::Query;
use crate::session::Who;
use crate::show::{self, words};
use crate::themes::named;

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
    let mut actions = desk.actions();
    actions.sort_by_key(|action| {
        let due = desk.due_day(action).map(|day| day.0);
        (due.is_none(), due)
    });
    for action in actions {
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
