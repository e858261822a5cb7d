//! The draft agenda: what the record makes of it, what was typed, and its proposal.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{AgendaItem, ItemKind};
use group::state::Meeting;
use group::{Command, Id};
use office::desk::Desk;
use pages::agenda::{AgendaForm, Line};
use pages::{Form, Place};

use super::steps::is_seen;
use super::{head, inside, kind};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::staff;
use crate::posted::Posted;
use crate::session::{Who, asking, done_before, settled};
use crate::show::{self, words};

/// Lines that a form may carry: more than an agenda may have, so that the law says so.
const MOST_LINES: usize = group::limits::AGENDA + 20;

/// The draft, for chair and secretariat.
pub(crate) async fn form(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    staff(&desk)?;
    if meeting.agenda_adopted || meeting.is_closed() || meeting.is_cancelled() {
        // Nothing can be proposed any more.
        return Err(Failure::NotFound);
    }
    let lines = if meeting.agenda.is_empty() {
        begun(&desk, id)
    } else {
        proposed(&desk, id, meeting)
    };
    let form = about(show::form(&app), meeting.agenda_act);
    let view = view(&desk, id, meeting, form, (lines, Vec::new()));
    let shell = show::shell(&app, &who, &desk, Place::Meetings);
    Ok(show::page(&shell, &view))
}

fn about(form: Form, act: Option<u64>) -> Form {
    match act {
        Some(act) => form.about(act),
        None => form,
    }
}

fn view(
    desk: &Desk<'_>,
    id: Id,
    meeting: &Meeting,
    form: Form,
    (lines, fresh): (Vec<Line>, Vec<Line>),
) -> AgendaForm {
    let texts = desk.texts();
    AgendaForm {
        head: head(desk, id, meeting),
        form,
        lines,
        fresh,
        texts: texts
            .iter()
            .map(|seen| (seen.id.to_string(), seen.text().title.clone()))
            .collect(),
        proposed: !meeting.agenda.is_empty(),
    }
}

/// What the record makes of an agenda before anybody typed: the adoption, the minutes that wait, the open
/// actions, topics that were left over, other business.
fn begun(desk: &Desk<'_>, meeting: Id) -> Vec<Line> {
    let from = desk.for_agenda(meeting);
    let mut lines = vec![standing(ItemKind::AdoptionOfAgenda, "told-line-adoption")];
    lines.extend(from.minutes.iter().map(|(id, m)| Line {
        title: words().f("told-line-minutes", &[("meeting", m.title.as_str().into())]),
        minutes_of: Some((id.to_string(), m.title.clone())),
        kind: kind(ItemKind::Minutes),
        ..Line::default()
    }));
    lines.push(Line {
        carries: carried(desk, &from.carried),
        ..standing(ItemKind::FollowUp, "told-line-follow-up")
    });
    lines.extend(from.left_over.iter().map(|(id, item)| Line {
        title: item.title.clone(),
        text: item.text.map(|text| text.to_string()).unwrap_or_default(),
        deferred: Some((item.item.to_string(), title_of(desk, *id))),
        ..Line::default()
    }));
    lines.push(standing(ItemKind::OtherBusiness, "told-line-other"));
    lines
}

fn standing(of: ItemKind, key: &str) -> Line {
    Line {
        kind: kind(of),
        title: words().t(key).to_owned(),
        ..Line::default()
    }
}

fn title_of(desk: &Desk<'_>, meeting: Id) -> String {
    desk.meeting_name(meeting)
        .map(|(_, title)| title)
        .unwrap_or_default()
}

fn carried(desk: &Desk<'_>, actions: &[Id]) -> Vec<(String, String)> {
    let known = actions.iter().filter_map(|id| desk.action_by_id(*id));
    known
        .map(|action| (action.number.clone(), desk.inner(&action.what).to_owned()))
        .collect()
}

/// The draft that was proposed last; what it carries is what is open now.
fn proposed(desk: &Desk<'_>, id: Id, meeting: &Meeting) -> Vec<Line> {
    let from = desk.for_agenda(id);
    let line = |(at, item): (usize, &AgendaItem)| Line {
        id: item.item.to_string(),
        kind: kind(item.kind),
        title: item.title.clone(),
        text: item.text.map(|text| text.to_string()).unwrap_or_default(),
        order: (at + 1).to_string(),
        carries: match item.kind {
            ItemKind::FollowUp => carried(desk, &from.carried),
            _ => Vec::new(),
        },
        minutes_of: item
            .minutes_of
            .map(|id| (id.to_string(), title_of(desk, id))),
        deferred: item
            .deferred
            .map(|item| (item.to_string(), deferred_from(desk, item))),
        ..Line::default()
    };
    let mut lines: Vec<_> = meeting.agenda.iter().enumerate().map(line).collect();
    // Minutes and topics that came in since are offered too.
    let has = |lines: &[Line], id: &str| {
        let same = |value: &Option<(String, String)>| value.as_ref().is_some_and(|v| v.0 == id);
        lines
            .iter()
            .any(|line| same(&line.minutes_of) || same(&line.deferred))
    };
    for line in begun(desk, id) {
        let linked = line.minutes_of.as_ref().or(line.deferred.as_ref());
        if linked.is_some_and(|(value, _)| !has(&lines, value)) {
            lines.push(line);
        }
    }
    lines
}

fn deferred_from(desk: &Desk<'_>, item: Id) -> String {
    let all = desk.meetings();
    let from = all.iter().find(|(_, m)| m.item(item).is_some());
    from.map(|(_, m)| m.title.clone()).unwrap_or_default()
}

/// Proposes the whole agenda; refused, everything typed comes back.
pub(crate) async fn propose(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let typed = typed(&desk, &posted);
    let refuse = |field: &str, why: &str| {
        let form = Form::new(posted.text("command")).refused(field, why);
        let (mut lines, mut fresh) = (typed.clone(), Vec::new());
        // New topics go back to the empty lines, where they were typed.
        while lines.last().is_some_and(|line| line.fresh) {
            fresh.extend(lines.pop());
        }
        fresh.reverse();
        let plain = |lines: Vec<Typed>| lines.into_iter().map(|typed| typed.line).collect();
        let both = (plain(lines), plain(fresh));
        let view = view(&desk, id, meeting, about(form, meeting.agenda_act), both);
        let shell = show::shell(&app, &who, &desk, Place::Meetings);
        Ok(show::refused_page(&shell, &view))
    };
    let asking = asking(&posted, actor)?;
    let path = format!("meetings/{slug}");
    if let Some(same) = done_before(&app, &who.group, &path, &asking)? {
        return Ok(same);
    }
    if !is_seen(&posted, meeting.agenda_act) {
        return refuse("", words().t("problem-agenda-other"));
    }
    let items = match items(&app, &typed) {
        Ok(items) => items,
        Err(field) => return refuse(&field, words().t("problem-order")),
    };
    let command = Command::ProposeAgenda { meeting: id, items };
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, &path, "agenda-proposed", |refusal| {
        refuse("", &sentence(refusal))
    })
}

/// A line as it was typed.
#[derive(Clone)]
struct Typed {
    line: Line,
    /// It stands among the empty lines.
    fresh: bool,
}

fn typed(desk: &Desk<'_>, posted: &Posted) -> Vec<Typed> {
    let text = |name: &str, n: usize| posted.text(&format!("{name}_{n}")).to_owned();
    let titled = |value: String, title: &dyn Fn(Id) -> String| {
        let id: Option<Id> = value.parse().ok();
        id.map(|id| (value, title(id)))
    };
    (1..=MOST_LINES)
        .take_while(|n| !posted.text(&format!("kind_{n}")).is_empty())
        .map(|n| {
            let line = Line {
                id: text("id", n),
                kind: pages::entries::ItemKind::of(&text("kind", n)).unwrap_or_default(),
                title: text("title", n),
                text: text("text", n),
                order: text("order", n),
                leave_out: posted.ticked(&format!("out_{n}")),
                carries: Vec::new(),
                minutes_of: titled(text("minutes", n), &|id| title_of(desk, id)),
                deferred: titled(text("deferred", n), &|item| deferred_from(desk, item)),
            };
            let stands = !line.id.is_empty()
                || line.kind != pages::entries::ItemKind::Topic
                || line.deferred.is_some();
            Typed {
                line,
                fresh: !stands,
            }
        })
        .collect()
}

/// The items in the order that was typed: lines without a number follow those with one, other business
/// last; or the field whose number is none.
fn items(app: &App, typed: &[Typed]) -> Result<Vec<AgendaItem>, String> {
    let mut ranked = Vec::new();
    // Other business stays last, also behind a topic without a number, unless it was moved forward.
    let number = |line: &Line| line.order.parse::<u32>().ok();
    let topics = typed
        .iter()
        .filter(|t| t.line.kind != pages::entries::ItemKind::OtherBusiness);
    let highest = topics.filter_map(|t| number(&t.line)).max().unwrap_or(0);
    for (at, Typed { line, .. }) in typed.iter().enumerate() {
        if line.title.is_empty() || line.leave_out {
            continue;
        }
        let of = ItemKind::of(line.kind.value()).unwrap_or(ItemKind::Topic);
        let rank = match line.order.as_str() {
            _ if of == ItemKind::OtherBusiness && number(line).is_none_or(|n| n > highest) => {
                u32::MAX
            }
            "" if of == ItemKind::Topic => u32::MAX - 1,
            "" => 0,
            order => order.parse().map_err(|_| format!("order_{}", at + 1))?,
        };
        let item = AgendaItem {
            item: line.id.parse().unwrap_or_else(|_| app.office.fresh_id()),
            title: line.title.clone(),
            kind: of,
            text: line.text.parse().ok(),
            deferred: line.deferred.as_ref().and_then(|(id, _)| id.parse().ok()),
            minutes_of: line.minutes_of.as_ref().and_then(|(id, _)| id.parse().ok()),
            carries: Vec::new(),
        };
        ranked.push((rank, item));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    Ok(ranked.into_iter().map(|(_, item)| item).collect())
}
