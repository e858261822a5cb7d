//! `/GROUP/decisions`: the register, one decision, and what is done with it.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::parts::{AttachmentKind, AttachmentText, ChairStep};
use group::state::Decision;
use group::{Command, Hat, Id, Noun, Refusal, parts};
use office::desk::{AttachedSeen, Desk};
use pages::attaching::{Attach, Release};
use pages::clearance::{Attached, Attachment};
use pages::decision::{self, Openness};
use pages::decisions::{Basis, DecisionFilters, DecisionRow, Decisions, Told};
use pages::steering::Because;
use pages::{Form, Org, Place};

use crate::actions::{number, row as action_row};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meeting::{counted, importance, mandate};
use crate::meetings::staff;
use crate::posted::Posted;
use crate::public::{for_all, for_all_narrowed};
use crate::query::Query;
use crate::sent::Sent;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};
use crate::themes::{named, tagging};

pub(crate) async fn register(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let query = Query::of(&uri);
    for_all_narrowed(&app, &who, (&uri, &headers), Place::Decisions, |desk| {
        Some(view(desk, &query))
    })
}

fn view(desk: &Desk<'_>, query: &Query) -> Decisions {
    let told = desk.meetings_told().into_iter().filter_map(|(_, meeting)| {
        let decisions = meeting.decisions.as_ref()?;
        Some(Told {
            counted: counted(desk, decisions),
            meeting: (meeting.slug.clone(), meeting.title.clone()),
            on: show::date_of(meeting.on),
            form: desk.source(decisions.cited.source)?.form.clone(),
        })
    });
    let filters = filters(desk, query);
    let all = desk.decisions().into_iter();
    Decisions {
        told: told.collect(),
        inside: desk.is_inside(),
        rows: all
            .filter(|decision| fits(desk, decision, &filters))
            .map(|decision| row(desk, decision))
            .collect(),
        filters,
    }
}

fn filters(desk: &Desk<'_>, query: &Query) -> DecisionFilters {
    let all = desk.decisions();
    let mut meetings: Vec<(String, String)> = Vec::new();
    let mut years: Vec<String> = Vec::new();
    for decision in &all {
        let year = decision.year.to_string();
        if !years.contains(&year) {
            years.push(year);
        }
        let meeting = decision.meeting().and_then(|id| desk.meeting_name(id));
        if let Some(meeting) = meeting.filter(|meeting| !meetings.contains(meeting)) {
            meetings.push(meeting);
        }
    }
    DecisionFilters {
        meetings,
        themes: if all.is_empty() {
            Vec::new()
        } else {
            named(desk)
        },
        years,
        meeting: query.text("meeting"),
        kind: query.text("kind"),
        theme: query.text("theme"),
        year: query.text("year"),
    }
}

fn fits(desk: &Desk<'_>, decision: &Decision, asked: &DecisionFilters) -> bool {
    let meeting = || decision.meeting().and_then(|id| desk.meeting_name(id));
    let theme = |(_, theme): &(Id, &group::state::Theme)| theme.slug == asked.theme;
    (asked.meeting.is_empty() || meeting().is_some_and(|(slug, _)| slug == asked.meeting))
        && (asked.kind.is_empty() || decision.kind.is_some_and(|kind| kind.word() == asked.kind))
        && (asked.theme.is_empty() || desk.themes_of(decision.id).iter().any(theme))
        && (asked.year.is_empty() || decision.year.to_string() == asked.year)
}

fn row(desk: &Desk<'_>, decision: &Decision) -> DecisionRow {
    let follows = desk
        .actions()
        .into_iter()
        .filter(|action| action.decision == Some(decision.id) && action.is_open());
    DecisionRow {
        number: decision.number.clone(),
        title: decision.title.clone(),
        kind: decision.kind.map(importance),
        adopted: show::date(desk, decision.at),
        annulled: decision
            .annulled
            .as_ref()
            .map(|annulled| show::date(desk, annulled.at)),
        basis: basis(decision),
        meeting: decision.meeting().and_then(|id| desk.meeting_name(id)),
        slug: text_of(desk, decision).map(|(slug, _)| slug),
        themes: themes(desk, decision),
        attached: show::number(desk.attached_to(decision).len()),
        open_actions: show::number(follows.count()),
        receipt: desk.is_inside().then_some(decision.act + 1),
    }
}

pub(crate) fn basis(decision: &Decision) -> Basis {
    match decision.basis {
        group::state::Basis::Silence { .. } => Basis::Silence,
        group::state::Basis::Consensus { .. } => Basis::Consensus,
        group::state::Basis::Vote { .. } => Basis::Vote,
    }
}

fn text_of(desk: &Desk<'_>, decision: &Decision) -> Option<(String, String)> {
    let (text, _) = decision.text()?;
    let seen = desk.text_by_id(text)?;
    Some((seen.text().slug.clone(), seen.text().title.clone()))
}

fn themes(desk: &Desk<'_>, decision: &Decision) -> Vec<(String, String)> {
    let carried = desk.themes_of(decision.id).into_iter();
    carried
        .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
        .collect()
}

/// One decision: inside all of it, outside what was released.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    for_all(&app, &who, (&uri, &headers), Place::Decisions, |desk| {
        Some(one(&app, desk, desk.decision(&number(&address))?))
    })
}

fn one(app: &App, desk: &Desk<'_>, decision: &Decision) -> decision::Decision {
    let orgs = |ids: &[Id]| -> Vec<Org> {
        let ids = ids.iter();
        ids.map(|id| show::org_of(desk, *id)).collect()
    };
    let inside = desk.is_inside();
    let until = desk.attach_until(decision);
    let cites = desk.mandates().into_iter();
    let carried = desk.themes_of(decision.id);
    decision::Decision {
        annulled: decision.annulled.as_ref().map(|annulled| {
            let reason = annulled.reason.reveal().cloned().filter(|_| inside);
            (show::date(desk, annulled.at), reason.unwrap_or_default())
        }),
        annul: may_annul(desk, decision).then(|| Because {
            form: show::form(app),
            reason: String::new(),
        }),
        number: decision.number.clone(),
        title: decision.title.clone(),
        words: decision.words.clone().unwrap_or_default(),
        kind: decision.kind.map(importance),
        basis: basis(decision),
        adopted: show::date(desk, decision.at),
        meeting: decision.meeting().and_then(|id| desk.meeting_name(id)),
        text: text_of(desk, decision),
        participants: if inside {
            orgs(&decision.participants)
        } else {
            Vec::new()
        },
        absent: if inside {
            orgs(&decision.absent)
        } else {
            Vec::new()
        },
        vote: decision
            .vote()
            .and_then(|id| desk.vote(id))
            .and_then(|vote| {
                let count = crate::clearance::vote::count_of(vote, vote.tally()?);
                Some((count, crate::clearance::vote::rows_of(desk, vote, None)))
            }),
        attach_until: (inside && decision.takes_attachments() && desk.day() <= until)
            .then(|| show::date_of(until)),
        attached: desk
            .attached_to(decision)
            .into_iter()
            .map(|one| attached(desk, one))
            .collect(),
        mandates: cites
            .filter(|(id, _)| decision.mandates.contains(id))
            .map(|(_, found)| mandate(found))
            .collect(),
        themes: themes(desk, decision),
        tag: desk.is_secretariat().then(|| tagging(app, desk, &carried)),
        actions: desk
            .actions()
            .into_iter()
            .filter(|action| action.decision == Some(decision.id))
            .map(|action| action_row(desk, action))
            .collect(),
        inside,
        openness: openness(desk, decision),
        release: release_form(app, desk, decision),
        attach: desk.may_attach(decision).then(|| Attach {
            form: show::form(app),
            acts_for: show::acts_for(desk),
            until: show::date_of(until),
            attachment: String::new(),
            statement: String::new(),
            publish: false,
        }),
        receipt: match &decision.released {
            Some(released) if !inside => Some(released.act + 1),
            _ => inside.then_some(decision.act + 1),
        },
    }
}

pub(crate) fn attached(desk: &Desk<'_>, one: AttachedSeen) -> (Org, Attached) {
    let attached = Attached {
        kind: Attachment::of(one.kind.word()).unwrap_or_default(),
        text: one.words,
        to_be_published: one.publish,
    };
    (show::org_of(desk, one.organisation), attached)
}

fn openness(desk: &Desk<'_>, decision: &Decision) -> Openness {
    match (decision.text(), &decision.released) {
        (Some(_), _) => Openness::WithItsText,
        (None, Some(released)) => Openness::Since(show::date(desk, released.at)),
        (None, None) => Openness::Inside,
    }
}

/// For chair and secretariat, once the days for reservations are over.
fn release_form(app: &App, desk: &Desk<'_>, decision: &Decision) -> Option<Release> {
    let may = desk.is_staff()
        && decision.meeting().is_some()
        && decision.released.is_none()
        && desk.day() > desk.attach_until(decision);
    if !may {
        return None;
    }
    let chosen = desk.for_release(decision);
    let values: Vec<String> = (1..=chosen.len()).map(|at| at.to_string()).collect();
    Some(Release {
        form: show::form(app),
        kept_inside: show::number(desk.attached_to(decision).len() - chosen.len()),
        ticked: values.clone(),
        attached: chosen
            .into_iter()
            .zip(values)
            .map(|(one, value)| {
                let attached = Attached {
                    kind: Attachment::of(one.kind.word()).unwrap_or_default(),
                    text: one.text,
                    to_be_published: true,
                };
                (value, show::org_of(desk, one.organisation), attached)
            })
            .collect(),
    })
}

/// An organisation attaches a reservation or a statement.
pub(crate) async fn attach(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let found = desk.decision(&number(&address)).ok_or(Failure::NotFound)?;
    let kind = AttachmentKind::of(posted.text("attachment")).ok_or(Failure::NotOurForm)?;
    let statement = posted.text("statement").to_owned();
    let attachment = parts::Attachment {
        kind,
        publish: posted.ticked("publish"),
    };
    let command = Command::Attach {
        decision: found.id,
        attachments: vec![(attachment, AttachmentText(statement.clone()))],
    };
    let sent = Sent::new(&app, &who, &desk, &posted);
    let (path, told) = (format!("decisions/{address}"), "decision-attached");
    sent.run(desk.viewer.speaking(), &command, &path, told, |refusal| {
        let (field, why) = match refusal {
            Refusal::Missing { .. } => (
                "statement",
                words().t("problem-statement-missing").to_owned(),
            ),
            Refusal::TooLong {
                what: "statement", ..
            } => ("statement", sentence(refusal)),
            _ => ("", sentence(refusal)),
        };
        let view = one(&app, &desk, found);
        sent.again(Place::Decisions, view, &why, |view| {
            let attach = view.attach.as_mut()?;
            attach.form = sent.form(field, &why);
            attach.attachment = kind.word().to_owned();
            attach.statement = statement;
            attach.publish = attachment.publish;
            Some(())
        })
    })
}

/// Makes a decision of a meeting public, with what is ticked of what its authors chose to have published.
pub(crate) async fn release(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let found = desk.decision(&number(&address)).ok_or(Failure::NotFound)?;
    let actor = staff(&desk)?;
    let ticked = posted.all("attached");
    let chosen = desk.for_release(found).into_iter().enumerate();
    let command = Command::ReleaseDecision {
        decision: found.id,
        attached: chosen
            .filter(|(at, _)| ticked.contains(&(at + 1).to_string()))
            .map(|(_, one)| one)
            .collect(),
    };
    let sent = Sent::new(&app, &who, &desk, &posted);
    let path = format!("decisions/{address}");
    sent.run(actor, &command, &path, "decision-released", |refusal| {
        let (view, why) = (one(&app, &desk, found), sentence(refusal));
        sent.again(Place::Decisions, view, &why, |view| {
            let release = view.release.as_mut()?;
            release.form = sent.form("", &why);
            release.ticked = ticked;
            Some(())
        })
    })
}

/// The themes that a decision carries.
pub(crate) async fn tag(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let found = desk.decision(&number(&address)).ok_or(Failure::NotFound)?;
    let path = format!("decisions/{address}");
    crate::themes::tag(
        &app,
        &who,
        &desk,
        &posted,
        (Noun::Decision, found.id),
        &path,
    )
}

/// Whether the viewer, as chair, may annul a decision, or say yes to that.
fn may_annul(desk: &Desk<'_>, decision: &Decision) -> bool {
    let agreed = desk.has_agreed(ChairStep::Annulment, decision.id);
    desk.is_chair() && decision.annulled.is_none() && !agreed
}

/// Annuls a decision that was wrongly adopted.
pub(crate) async fn annul(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, address)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let decision = desk.decision(&number(&address)).ok_or(Failure::NotFound)?;
    let reason = posted.text("annul_reason").to_owned();
    let command = Command::AnnulDecision {
        decision: decision.id,
        reason: reason.clone(),
    };
    let awaited = desk.awaited_chairs(ChairStep::Annulment, decision.id);
    let told = match awaited.is_empty() {
        true => "decision-annulled",
        false => "chair-agreed",
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Chair))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("decisions/{address}");
    settled(ran, &who.group, &path, told, |refusal| {
        let mut view = one(&app, &desk, decision);
        let Some(annul) = &mut view.annul else {
            return Err(posted.gone(&sentence(refusal)));
        };
        let field = match refusal {
            Refusal::Missing { .. } | Refusal::TooLong { .. } => "annul_reason",
            _ => "",
        };
        *annul = Because {
            form: Form::new(posted.text("command")).refused(field, &sentence(refusal)),
            reason,
        };
        let shell = show::shell(&app, &who, &desk, Place::Decisions);
        Ok(show::refused_page(&shell, &view))
    })
}
