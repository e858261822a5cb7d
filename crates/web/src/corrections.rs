//! `/GROUP/texts/SLUG/corrections`: editorial corrections of an adopted text, and its other languages.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use group::parts::CorrectionKind as LawKind;
use group::state::{CorrectionStanding, LanguageVersion, Stage, TextCorrection};
use group::{Command, Hat, Id, Refusal};
use office::desk::{Desk, TextSeen};
use pages::corrections::{
    AddLanguage, Correction, CorrectionKind, CorrectionState, Corrections, Language,
    ProposeCorrection,
};
use pages::steering::Because;
use pages::{Form, Place};
use serde::Deserialize;

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::round::typed_deadline;
use crate::session::{Who, asking, secretariat, settled, team_text};
use crate::show::{self, words};
use crate::texts::word_file;

#[derive(Deserialize)]
pub(crate) struct Asked {
    message: Option<String>,
}

/// The page; with `?message=ID` for the secretariat that enters what a message says.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let message = asked.message.as_deref().and_then(|id| id.parse().ok());
    let shell = show::shell(&app, &who, &desk, Place::Texts);
    Ok(show::page(&shell, &view(&app, &desk, &seen, message)))
}

fn view(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>, message: Option<Id>) -> Corrections {
    let text = seen.text();
    let adopted = matches!(seen.stage(), Stage::Adopted(_) | Stage::Published(..));
    let proposes = desk.is_secretariat() && adopted && text.open_correction().is_none();
    Corrections {
        head: show::text_head(desk, seen),
        corrections: seen
            .corrections()
            .into_iter()
            .map(|(number, one)| correction(app, desk, seen, (number, one), message))
            .collect(),
        propose: proposes.then(|| proposing(app, desk)),
        authority: text.language.clone(),
        languages: seen
            .languages()
            .into_iter()
            .map(|one| language(app, desk, seen, one))
            .collect(),
        add: seen.is_team().then(|| adding(app, desk)),
    }
}

fn files(desk: &Desk<'_>, seen: &TextSeen<'_>) -> String {
    format!("/{}/texts/{}/files", desk.group, seen.text().slug)
}

fn correction(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    (number, one): (usize, &TextCorrection),
    message: Option<Id>,
) -> Correction {
    let kind = |kind: &LawKind| CorrectionKind::of(kind.word()).unwrap_or(CorrectionKind::Misprint);
    let (state, changes) = match &one.standing {
        CorrectionStanding::Issued {
            at,
            symbol,
            changes,
            ..
        } => {
            let state = CorrectionState::Issued {
                symbol: symbol.clone(),
                on: show::when(desk, *at),
            };
            (state, changes.clone())
        }
        CorrectionStanding::Contested { at, by, reason } => {
            let state = CorrectionState::Contested {
                by: show::org_of(desk, *by),
                on: show::when(desk, *at),
                reason: desk.inner(reason).to_owned(),
            };
            (state, desk.inner(&one.changes).to_owned())
        }
        CorrectionStanding::Lapsed { at } => {
            let state = CorrectionState::Lapsed(show::when(desk, *at));
            (state, desk.inner(&one.changes).to_owned())
        }
        CorrectionStanding::Open => (
            open(app, desk, one, message),
            desk.inner(&one.changes).to_owned(),
        ),
    };
    let files = files(desk, seen);
    Correction {
        id: one.id.to_string(),
        kinds: one.kinds.iter().map(kind).collect(),
        changes,
        state,
        proposed: show::when(desk, one.proposed),
        file: format!("{files}/correction-{number}.docx"),
        redline: format!("{files}/correction-{number}-marked.docx"),
    }
}

fn open(app: &App, desk: &Desk<'_>, one: &TextCorrection, message: Option<Id>) -> CorrectionState {
    let inbox = desk.inbox();
    let entered = message
        .and_then(|id| inbox.iter().find(|(each, _)| *each == id))
        .map(|(id, found)| (show::org_of(desk, found.organisation), id.to_string()));
    let in_time = desk.now <= one.deadline;
    let may = (desk.viewer.speaks() && in_time) || entered.is_some();
    let over = desk.now >= one.issued_from();
    CorrectionState::Open {
        until: show::when(desk, one.deadline),
        contest: may.then(|| Because {
            form: show::form(app),
            reason: String::new(),
        }),
        entered,
        issue: (desk.is_secretariat() && over).then(|| show::form(app)),
    }
}

fn proposing(app: &App, desk: &Desk<'_>) -> ProposeCorrection {
    let days = desk.days_of_correction();
    let (date, time) = show::deadline_ahead(desk, days + 1);
    ProposeCorrection {
        form: show::form(app),
        date,
        time,
        zone: show::zone_name(&desk.zone()),
        days: show::number(days),
        ..ProposeCorrection::default()
    }
}

pub(crate) fn language(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    (tag, one): (&str, &LanguageVersion),
) -> Language {
    let stale = seen.text().is_stale(one);
    let version = seen.text().version(one.version);
    Language {
        tag: tag.to_owned(),
        version: version
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        provided_by: show::org_of(desk, one.provided_by),
        cleared: one.cleared.map(|at| show::date(desk, at)),
        stale,
        file: format!("{}/language-{tag}.docx", files(desk, seen)),
        clear: (desk.is_chair() && !stale && one.cleared.is_none()).then(|| show::form(app)),
    }
}

fn adding(app: &App, desk: &Desk<'_>) -> AddLanguage {
    let all = desk.participants().into_iter();
    AddLanguage {
        form: show::form(app),
        provided_by: desk
            .viewer
            .organisation
            .map(|own| own.to_string())
            .unwrap_or_default(),
        organisations: all
            .map(|(id, _)| (id.to_string(), show::org_of(desk, id)))
            .collect(),
        ..AddLanguage::default()
    }
}

/// Proposes a correction.
pub(crate) async fn propose(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let ticked = posted.all("kinds");
    let refuse = |field: &str, why: &str| {
        let mut view = view(&app, &desk, &seen, None);
        let Some(propose) = &mut view.propose else {
            return Err(posted.gone(why));
        };
        propose.form = Form::new(posted.text("command")).refused(field, why);
        propose.kinds.clone_from(&ticked);
        posted.text("changes").clone_into(&mut propose.changes);
        posted.text("date").clone_into(&mut propose.date);
        posted.text("time").clone_into(&mut propose.time);
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let kinds: Vec<LawKind> = ticked.iter().filter_map(|kind| LawKind::of(kind)).collect();
    if kinds.is_empty() {
        return refuse("kinds", words().t("problem-correction-kinds"));
    }
    let changes = posted.text("changes").to_owned();
    if changes.is_empty() {
        return refuse("changes", words().t("problem-correction-changes"));
    }
    let deadline = match typed_deadline(&desk, &posted) {
        Ok(deadline) => deadline,
        Err((field, why)) => return refuse(field, why),
    };
    let file = match word_file(&app, &who.group, &posted)? {
        Ok(file) => file,
        Err(why) => return refuse("file", &why),
    };
    let command = Command::ProposeCorrection {
        correction: app.office.fresh_id(),
        text: seen.id,
        kinds,
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
        deadline,
        changes,
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/corrections");
    settled(ran, &who.group, &path, "correction-proposed", |refusal| {
        let field = match refusal {
            Refusal::SameFile {} => "file",
            Refusal::TooLong { .. } | Refusal::Missing { .. } => "changes",
            other => crate::clearance::field_of(other),
        };
        refuse(field, &sentence(refusal))
    })
}

/// Somebody says that the correction is of substance, or the secretariat enters a message that does.
pub(crate) async fn contest(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let correction = posted.id("correction")?;
    let message: Option<Id> = posted.text("message").parse().ok();
    let actor = match message {
        Some(_) => secretariat(&desk)?,
        None => desk.viewer.speaking(),
    };
    let reason = posted.text("contest_reason").to_owned();
    let command = Command::ContestCorrection {
        text: seen.id,
        correction,
        message,
        reason: (!reason.is_empty()).then(|| reason.clone()),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/corrections");
    settled(ran, &who.group, &path, "correction-contested", |refusal| {
        let why = sentence(refusal);
        let mut view = view(&app, &desk, &seen, message);
        let open = view
            .corrections
            .iter_mut()
            .find_map(|one| match &mut one.state {
                CorrectionState::Open { contest, .. } => contest.as_mut(),
                _ => None,
            });
        let Some(contest) = open else {
            return Err(posted.gone(&why));
        };
        contest.form = Form::new(posted.text("command")).refused("contest_reason", &why);
        contest.reason = reason;
        Ok(show::refused_text(&app, &who, &desk, &view))
    })
}

/// The secretariat makes a correction that nobody said is of substance.
pub(crate) async fn issue(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let id = posted.id("correction")?;
    let corrections = seen.corrections();
    let found = corrections.iter().find(|(_, one)| one.id == id);
    let (_, found) = found.ok_or(Failure::NotFound)?;
    let command = Command::IssueCorrection {
        text: seen.id,
        correction: id,
        changes: desk.inner(&found.changes).to_owned(),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/corrections");
    settled(ran, &who.group, &path, "correction-issued", |refusal| {
        Err(Failure::Refused(sentence(refusal)))
    })
}

/// Adds a translation.
pub(crate) async fn add(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let refuse = |field: &str, why: &str| {
        let mut view = view(&app, &desk, &seen, None);
        if let Some(add) = &mut view.add {
            add.form = Form::new(posted.text("command")).refused(field, why);
            posted.text("language").clone_into(&mut add.language);
            posted.text("provided_by").clone_into(&mut add.provided_by);
        }
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let file = match word_file(&app, &who.group, &posted)? {
        Ok(file) => file,
        Err(why) => return refuse("translation", &why),
    };
    let command = Command::AddLanguage {
        text: seen.id,
        language: posted.text("language").to_owned(),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
        provided_by: posted.id("provided_by")?,
    };
    let asking = asking(&posted, seen.team_actor())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/corrections#languages");
    settled(ran, &who.group, &path, "language-added", |refusal| {
        refuse("language", &sentence(refusal))
    })
}

/// The chair clears a translation.
pub(crate) async fn clear(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    if !desk.is_chair() {
        return Err(Failure::NotFound);
    }
    let tag = posted.text("language");
    let languages = seen.languages();
    let (_, found) = languages
        .iter()
        .find(|(each, _)| *each == tag)
        .ok_or(Failure::NotFound)?;
    let command = Command::ClearLanguage {
        text: seen.id,
        language: tag.to_owned(),
        sha256: found.sha256.clone(),
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Chair))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}/corrections#languages");
    settled(ran, &who.group, &path, "language-cleared", |refusal| {
        Err(Failure::Refused(sentence(refusal)))
    })
}
