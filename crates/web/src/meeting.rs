//! `/GROUP/meetings/SLUG`: the page of a meeting inside, its public note outside.

mod agenda;
mod floor;
mod invitation;
mod item;
mod minutes;
mod note;
mod paper;
mod steps;

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::parts::{DecisionKind, ItemKind, Presence};
use group::state::{Action, Meeting, Tabled};
use group::{Id, parts};
use office::desk::{Desk, paper_name};
use pages::attendance::{self, Attendance, Quorum};
use pages::entries::{self, ActionLine, AgendaItem, DecisionLine, NotCarried, Objected, Outcome};
use pages::meeting::Head;
use pages::meetings::Importance;
use pages::papers::PaperRow;
use pages::{Hat, Org, Place};

use crate::actions;
use crate::app::App;
use crate::failure::Failure;
use crate::meetings::{level, on, relative, stage};
use crate::public::for_all;
use crate::query::Query;
use crate::session::Who;
use crate::show;

pub(crate) use agenda::{form as agenda_form, propose};
pub(crate) use floor::mandate;
pub(crate) use invitation::file as invitation;
pub(crate) use item::{action, approve, decision, outcome, page as item};
pub(crate) use minutes::{circulate, correction, page as minutes};
pub(crate) use note::{counted, issue, page as note, quotation, source};
pub(crate) use paper::{file as paper_file, table};
pub(crate) use steps::{
    adopt, attendance, cancel, close, decided, moves, objected, open, roll_call, taken_back,
};

/// The page: inside all of it, outside the note of a meeting, told or lived.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let desk = who.anyone(&app)?;
    if desk.is_inside()
        && let Some((id, meeting)) = desk.meeting(&slug)
    {
        let query = Query::of(&uri);
        let asked = floor::AskedFor {
            objects: query.text("objects") == "yes",
            votes: query.text("votes") == "yes",
        };
        let view = steps::view(&app, &desk, id, meeting, asked);
        let shell = show::shell(&app, &who, &desk, Place::Meetings);
        return Ok(show::page(&shell, &view));
    }
    for_all(&app, &who, (&uri, &headers), Place::Meetings, |desk| {
        note::public(desk, &slug)
    })
}

/// The meeting of this short name, for those inside.
fn inside<'d>(desk: &'d Desk<'_>, slug: &str) -> Result<(Id, &'d Meeting), Failure> {
    desk.meeting(slug).ok_or(Failure::NotFound)
}

/// What stands at the top of each page of a meeting.
fn head(desk: &Desk<'_>, id: Id, meeting: &Meeting) -> Head {
    let live = !meeting.is_closed() && !meeting.is_cancelled();
    let circulated = meeting.minutes.is_some();
    Head {
        slug: meeting.slug.clone(),
        title: meeting.title.clone(),
        level: level(meeting.level),
        ordinal: desk.ordinal(id).get().copied(),
        on: on(desk, meeting),
        relative: relative(desk, meeting),
        place: Some(meeting.place.clone()),
        stage: stage(meeting),
        agenda: desk.is_staff() && live && !meeting.agenda_adopted,
        minutes: meeting.is_closed() && (circulated || desk.is_secretariat()),
        note: meeting.is_closed(),
    }
}

/// Who held which office on the day of a meeting, and who exercised it.
fn offices(desk: &Desk<'_>, meeting: &Meeting) -> Vec<(Hat, Org, String)> {
    let terms = desk.terms_on(meeting.day()).into_iter();
    let shown = terms.filter(|term| term.office != parts::OfficeKind::Secretariat);
    shown
        .map(|term| {
            (
                show::office_hat(term.office),
                show::org_of(desk, term.organisation),
                desk.exercised_by(term).to_owned(),
            )
        })
        .collect()
}

/// Who takes part, as far as it is marked, in protocol order.
fn attended(desk: &Desk<'_>, meeting: &Meeting) -> Attendance {
    let mut marked: Vec<_> = meeting.attendance.iter().collect();
    marked.sort_by_key(|(id, _)| desk.organisation(**id).map_or(usize::MAX, |o| o.order));
    let needed = desk.quorum();
    Attendance {
        rows: marked
            .into_iter()
            .map(|(id, mark)| (show::org_of(desk, *id), presence(*mark)))
            .collect(),
        quorum: (needed > 0 && meeting.is_open()).then(|| Quorum {
            present: show::number(desk.deciding(meeting).len()),
            entitled: show::number(desk.electorate_of_silence().len()),
            needed: show::number(needed),
        }),
    }
}

fn presence(mark: Presence) -> attendance::Presence {
    match mark {
        Presence::Head => attendance::Presence::Head,
        Presence::Representative => attendance::Presence::Representative,
        Presence::Excused => attendance::Presence::Excused,
        Presence::Absent => attendance::Presence::Absent,
    }
}

/// The agenda with all that belongs to each item.
fn items(desk: &Desk<'_>, meeting: &Meeting) -> Vec<AgendaItem> {
    let lines = meeting.agenda.iter().enumerate();
    lines
        .map(|(at, line)| entry(desk, meeting, at, line))
        .collect()
}

fn entry(desk: &Desk<'_>, meeting: &Meeting, at: usize, line: &parts::AgendaItem) -> AgendaItem {
    let carried: Vec<_> = line
        .carries
        .iter()
        .filter_map(|id| desk.action_by_id(*id))
        .collect();
    let deferred = line.deferred.and_then(|item| {
        let all = desk.meetings();
        let from = all.iter().find(|(_, m)| m.item(item).is_some())?;
        Some((from.1.slug.clone(), from.1.title.clone()))
    });
    let outcome = meeting.outcomes.get(&line.item).map(|end| {
        let outcome = Outcome::of(end.outcome.word()).unwrap_or_default();
        (outcome, desk.inner(&end.summary).to_owned())
    });
    // Of a meeting that is over: all that it carried, however they stand now.
    let over = meeting.is_closed();
    let open = carried.iter().filter(|action| over || action.is_open());
    let overdue = carried
        .iter()
        .filter(|action| !over && desk.is_overdue(action));
    AgendaItem {
        number: show::number(at + 1),
        title: line.title.clone(),
        kind: kind(line.kind),
        open: show::number(open.count()),
        overdue: show::number(overdue.count()),
        deferred,
        minutes_of: line.minutes_of.and_then(|id| desk.meeting_name(id)),
        text: line.text.and_then(|id| {
            let seen = desk.text_by_id(id)?;
            Some((seen.text().slug.clone(), seen.text().title.clone()))
        }),
        papers: papers(meeting, Some(line.item)),
        outcome,
        decisions: decisions(desk, line.item),
        objected: met_objection(desk, meeting, line.item),
        lost: voted_down(desk, meeting, line.item),
        actions: desk
            .actions()
            .into_iter()
            .filter(|action| action.item == Some(line.item))
            .map(|action| action_line(desk, action))
            .collect(),
    }
}

fn kind(kind: ItemKind) -> entries::ItemKind {
    entries::ItemKind::of(kind.word()).unwrap_or_default()
}

/// Decisions taken under an item, in their order.
fn decisions(desk: &Desk<'_>, item: Id) -> Vec<DecisionLine> {
    let of_item = |d: &&group::state::Decision| d.item() == Some(item);
    let mut found: Vec<_> = desk.decisions().into_iter().filter(of_item).collect();
    found.reverse();
    found
        .into_iter()
        .map(|decision| DecisionLine {
            number: decision.number.clone(),
            title: decision.title.clone(),
            kind: importance(decision.kind.unwrap_or(DecisionKind::Procedural)),
            words: decision.words.clone().unwrap_or_default(),
            attached: desk
                .attached_to(decision)
                .into_iter()
                .map(|one| crate::decisions::attached(desk, one))
                .collect(),
        })
        .collect()
}

/// The kind of a decision as pages name it.
pub(crate) fn importance(kind: DecisionKind) -> Importance {
    match kind {
        DecisionKind::Strategic => Importance::Strategic,
        DecisionKind::Procedural => Importance::Procedural,
    }
}

fn action_line(desk: &Desk<'_>, action: &Action) -> ActionLine {
    ActionLine {
        number: action.number.clone(),
        what: desk.inner(&action.what).to_owned(),
        owners: actions::owners_of(desk, action),
        due: actions::due(desk, action),
        state: actions::state(desk, action),
    }
}

/// What was put under an item and met an objection.
fn met_objection(desk: &Desk<'_>, meeting: &Meeting, item: Id) -> Vec<Objected> {
    let of_item = meeting.objected.iter().filter(|one| one.put.item == item);
    of_item
        .map(|one| Objected {
            title: one.put.title.clone(),
            words: one.put.words.clone(),
            objecting: one
                .objecting
                .iter()
                .map(|id| show::org_of(desk, *id))
                .collect(),
            reason: desk.inner(&one.reason).to_owned(),
        })
        .collect()
}

/// What was put to the vote under an item and not carried.
fn voted_down(desk: &Desk<'_>, meeting: &Meeting, item: Id) -> Vec<NotCarried> {
    let of_item = meeting.lost.iter().filter(|one| one.put.item == item);
    let shown = of_item.filter_map(|one| {
        let vote = desk.vote(one.vote)?;
        Some(NotCarried {
            title: one.put.title.clone(),
            words: one.put.words.clone(),
            count: crate::clearance::vote::count_of(vote, vote.tally()?),
            rows: crate::clearance::vote::rows_of(desk, vote, None),
        })
    });
    shown.collect()
}

/// Papers of an item, or those without one: each in its newest revision, with the earlier ones.
fn papers(meeting: &Meeting, item: Option<Id>) -> Vec<PaperRow> {
    let revised = |paper: &Tabled| meeting.papers.iter().any(|p| p.revises == Some(paper.id));
    let newest = meeting
        .papers
        .iter()
        .filter(|paper| paper.item == item && !revised(paper));
    newest
        .map(|paper| {
            let mut earlier = Vec::new();
            let mut before = paper.revises;
            while let Some(found) = before.and_then(|id| meeting.papers.iter().find(|p| p.id == id))
            {
                earlier.push((found.symbol.clone(), paper_name(found)));
                before = found.revises;
            }
            PaperRow {
                symbol: paper.symbol.clone(),
                title: paper.title.clone(),
                file: paper_name(paper),
                earlier,
            }
        })
        .collect()
}
