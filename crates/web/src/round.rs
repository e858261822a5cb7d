//! A round: opening it, who has answered, closing it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{ReturnForm, Visibility};
use group::state::{Round, Stage};
use group::{Command, Id, Refusal};
use office::Voices as _;
use office::desk::{Desk, TextSeen};
use pages::Form;
use pages::round::{BoardRow, ExtendRound, Heard, OpenRound, RoundBoard};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::read;
use crate::session::{Who, asking, done, settled, team_text, told_at};
use crate::show::{self, words};

/// Days ahead with which the form begins.
const DAYS: usize = 10;

/// Whether the viewer may open a round on the newest version now.
pub(crate) fn may_open(seen: &TextSeen<'_>) -> bool {
    let newest = seen.text().newest().map_or(0, |version| version.number);
    let held = seen.round_on(newest).is_some();
    seen.is_team() && !held && matches!(seen.stage(), Stage::Drafting | Stage::Ended(_))
}

/// The empty form.
pub(crate) fn opening(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> OpenRound {
    let (date, time) = show::deadline_ahead(desk, DAYS);
    OpenRound {
        form: show::form(app),
        version: seen
            .text()
            .newest()
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        date,
        time,
        zone: show::zone_name(&desk.zone()),
        instructions: String::new(),
        late: false,
        without_names: false,
        asked: show::number(desk.electorate_of_round().len()),
    }
}

/// Where a round stands. The rows are for the team alone (6-interface: listed neutrally, and only to
/// those who need it).
pub(crate) fn board(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> RoundBoard {
    let without = round
        .returns
        .values()
        .filter(|one| one.form == ReturnForm::NoComments)
        .count();
    let rows = if seen.sees_board() {
        let asked = round.asked().into_iter();
        asked.map(|id| row(desk, round, id)).collect()
    } else {
        Vec::new()
    };
    RoundBoard {
        closes: show::when(desk, round.closed.unwrap_or(round.deadline)),
        closed: round.closed.is_some(),
        extended_from: round.extended_from.map(|at| show::when(desk, at)),
        late: round.late && round.responses.is_none(),
        without_names: round.is_restricted(),
        answered: show::number(round.answered()),
        without_comments: show::number(without),
        asked: show::number(round.electorate.len()),
        instructions: round.instructions.reveal().cloned().unwrap_or_default(),
        rows,
        more_time: if seen.is_team() && round.closed.is_none() {
            let asked = round.more_time.iter();
            let asked = asked.filter_map(|voice| round.organisation(*voice));
            asked.map(|id| show::org_of(desk, id)).collect()
        } else {
            Vec::new()
        },
        drops: desk.is_secretariat() && round.responses.is_none(),
        extend: may_extend(desk, seen, round).then(|| extending(app, desk, round)),
        close: (seen.is_team() && round.closed.is_none()).then(|| show::form(app)),
    }
}

/// Whether the viewer may give more time now.
fn may_extend(desk: &Desk<'_>, seen: &TextSeen<'_>, round: &Round) -> bool {
    seen.is_team() && round.closed.is_none() && desk.now <= round.deadline
}

/// The form that moves the deadline: it begins with the deadline that stands.
fn extending(app: &App, desk: &Desk<'_>, round: &Round) -> ExtendRound {
    let at = show::civil(round.deadline, &desk.zone());
    ExtendRound {
        form: show::form(app),
        date: format!("{:04}-{:02}-{:02}", at.year, at.month, at.day),
        time: format!("{:02}:{:02}", at.hour, at.minute),
        zone: show::zone_name(&desk.zone()),
    }
}

fn row(desk: &Desk<'_>, round: &Round, id: Id) -> BoardRow {
    let held = round.return_of(id);
    let own = desk.viewer.organisation == Some(id);
    let enters = desk.is_secretariat() && !own && round.responses.is_none();
    let slug = desk.organisation(id).map(|found| found.slug.as_str());
    BoardRow {
        organisation: show::org_of(desk, id),
        heard: heard(desk, round, id),
        late: held.is_some_and(|held| held.late),
        entered: held
            .and_then(|held| held.evidence.as_ref())
            .map(|evidence| crate::returns::evidence_kind(evidence.kind)),
        enter: slug
            .filter(|_| enters)
            .map(|slug| format!("return/for/{slug}")),
    }
}

/// What came from an organisation.
pub(crate) fn heard(desk: &Desk<'_>, round: &Round, organisation: Id) -> Heard {
    let Some(one) = round.return_of(organisation) else {
        return Heard::NotYet;
    };
    let on = show::when(desk, one.received);
    match one.form {
        ReturnForm::MarkedUp => Heard::MarkedUp {
            on,
            proposals: one.proposals,
            comments: one.comments,
        },
        ReturnForm::NoComments => Heard::NoComments { on },
        ReturnForm::NotInOurMandate => Heard::NotInOurMandate { on },
    }
}

/// Opens a round on the newest version.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let refuse = |field: &str, why: &str| {
        read::refused(&app, &who, &desk, &seen, |view| {
            view.open_round = Some(OpenRound {
                form: Form::new(posted.text("command")).refused(field, why),
                date: posted.text("date").to_owned(),
                time: posted.text("time").to_owned(),
                instructions: posted.text("instructions").to_owned(),
                late: posted.ticked("late"),
                without_names: visibility(&posted) == Visibility::ThenWithoutNames,
                ..opening(&app, &desk, &seen)
            });
        })
    };
    let deadline = match typed_deadline(&desk, &posted) {
        Ok(deadline) => deadline,
        Err((field, why)) => return refuse(field, why),
    };
    let instructions = posted.text("instructions");
    let command = Command::OpenRound {
        round: app.office.fresh_id(),
        text: seen.id,
        deadline,
        instructions: (!instructions.is_empty()).then(|| instructions.to_owned()),
        late: posted.ticked("late"),
        visibility: visibility(&posted),
    };
    let asking = asking(&posted, seen.team_actor())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}");
    settled(ran, &who.group, &path, "round-opened", |refusal| {
        let field = match refusal {
            Refusal::DeadlinePast {} | Refusal::NotAWorkingDay {} => "date",
            Refusal::TooLong {
                what: "instructions",
                ..
            } => "instructions",
            _ => "",
        };
        refuse(field, &sentence(refusal))
    })
}

/// As chosen; whoever chose nothing gets the rule.
fn visibility(posted: &Posted) -> Visibility {
    Visibility::of(posted.text("visibility")).unwrap_or_default()
}

/// The deadline as typed, or the field and the sentence that refuses it.
pub(crate) fn typed_deadline(
    desk: &Desk<'_>,
    posted: &Posted,
) -> Result<group::Instant, (&'static str, &'static str)> {
    let (date, time) = (posted.text("date"), posted.text("time"));
    if date.parse::<jiff::civil::Date>().is_err() {
        return Err(("date", words().t("problem-date")));
    }
    show::typed_instant(desk, date, time).ok_or(("time", words().t("problem-time")))
}

/// Moves the deadline to a later moment.
pub(crate) async fn extend(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    let refuse = |field: &str, why: &str| {
        let mut view = read::view(&app, &desk, &seen, round.version, None)?;
        if let Some(board) = &mut view.round {
            board.extend = Some(ExtendRound {
                form: Form::new(posted.text("command")).refused(field, why),
                date: posted.text("date").to_owned(),
                time: posted.text("time").to_owned(),
                zone: show::zone_name(&desk.zone()),
            });
        }
        Ok(show::refused_text(&app, &who, &desk, &view))
    };
    let deadline = match typed_deadline(&desk, &posted) {
        Ok(deadline) => deadline,
        Err((field, why)) => return refuse(field, why),
    };
    let command = Command::ExtendRound {
        round: round.id,
        deadline,
    };
    let asking = asking(&posted, seen.team_actor())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}");
    settled(ran, &who.group, &path, "round-extended", |refusal| {
        refuse("date", &sentence(refusal))
    })
}

/// Closes a round before its deadline.
pub(crate) async fn close(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    if round.closed.is_some() {
        // Pressed in two windows, or the deadline was faster.
        return Ok(told_at(&who.group, &format!("texts/{slug}"), "already"));
    }
    let command = Command::CloseRound { round: round.id };
    let closed = app.office.execute(
        &who.group,
        &asking(&posted, seen.team_actor())?,
        &command,
        &[],
    )?;
    Ok(done(
        &who.group,
        &format!("texts/{slug}"),
        "round-closed",
        &closed,
    ))
}
