//! Notices: what an organisation was told, as pages, as messages, and the outbox of the secretariat.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use group::{Id, NoticeKind as Kind};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
use office::desk::Desk;
use office::{Herald, Message};
use pages::notice::{Notice, NoticeKind, Notices};
use pages::outbox::{Outbox, OutboxRow};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::Failure;
use crate::posted::Posted;
use crate::session::{Who, secretariat, told_at};
use crate::show::{self, words};

/// Messages shown at a time.
pub(crate) const SHOWN: u32 = 300;
/// Notices shown at a time.
const LISTED: usize = 200;

/// The words of what is told, for the outbox.
pub(crate) struct Crier {
    /// Scheme and host under which people reach the server.
    pub(crate) base: String,
}

impl Herald for Crier {
    fn message(&self, desk: &Desk<'_>, organisation: Id, notice: &group::Notice) -> Message {
        let view = view(desk, notice);
        Message {
            organisation,
            subject: view.subject(words()),
            file: file(&self.base, desk, organisation, &view),
        }
    }
}

/// A notice in the words of the interface.
fn view(desk: &Desk<'_>, notice: &group::Notice) -> Notice {
    let seen = notice.text.and_then(|id| desk.text_by_id(id));
    let version = seen.as_ref().zip(notice.version);
    let version = version.and_then(|(seen, number)| seen.text().version(number));
    let decision = notice.decision.and_then(|id| desk.decision_by_id(id));
    let title = match (&seen, decision) {
        (Some(seen), _) => seen.text().title.clone(),
        (None, Some(decision)) => decision.title.clone(),
        (None, None) => String::new(),
    };
    let number = decision
        .map(|decision| decision.number.clone())
        .unwrap_or_default();
    let meeting = notice.meeting.and_then(|id| desk.meeting_name(id));
    let until = decision.map(|decision| show::date_of(desk.attach_until(decision)));
    Notice {
        kind: kind(notice.kind),
        title,
        version: version
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        path: path(
            notice,
            seen.as_ref().map(|seen| seen.text().slug.as_str()),
            &number,
        ),
        number,
        meeting: meeting.map(|(_, title)| title).unwrap_or_default(),
        until: notice.until.map(|until| show::when(desk, until)),
        day: until.unwrap_or_default(),
        words: notice.words.reveal().cloned().unwrap_or_default(),
        on: show::when(desk, notice.at),
        receipt: notice.act + 1,
    }
}

/// Where it shows, below the group.
fn path(notice: &group::Notice, slug: Option<&str>, number: &str) -> String {
    let Some(slug) = slug else {
        return format!("decisions/{}", number.replace('/', "-"));
    };
    let tab = match notice.kind {
        Kind::RoundOpened | Kind::RoundExtended => "/return",
        Kind::RoundClosed | Kind::Published => "",
        Kind::ResponsesIssued => "/responses/mine",
        Kind::CorrectionProposed | Kind::CorrectionContested | Kind::CorrectionIssued => {
            "/corrections"
        }
        _ => "/clearance",
    };
    format!("texts/{slug}{tab}")
}

fn kind(kind: Kind) -> NoticeKind {
    match kind {
        Kind::RoundOpened => NoticeKind::RoundOpened,
        Kind::RoundExtended => NoticeKind::RoundExtended,
        Kind::RoundClosed => NoticeKind::RoundClosed,
        Kind::ResponsesIssued => NoticeKind::ResponsesIssued,
        Kind::SilenceOpened => NoticeKind::SilenceOpened,
        Kind::SilenceRestarted => NoticeKind::SilenceRestarted,
        Kind::SilenceExtended => NoticeKind::SilenceExtended,
        Kind::MoreTimeDeclined => NoticeKind::MoreTimeDeclined,
        Kind::SilenceSuspended => NoticeKind::SilenceSuspended,
        Kind::SilenceResumed => NoticeKind::SilenceResumed,
        Kind::SilenceCancelled => NoticeKind::SilenceCancelled,
        Kind::SilenceStopped => NoticeKind::SilenceStopped,
        Kind::SilenceBroken => NoticeKind::SilenceBroken,
        Kind::SilenceClosed => NoticeKind::SilenceClosed,
        Kind::PositionEntered => NoticeKind::PositionEntered,
        Kind::VoteOpened => NoticeKind::VoteOpened,
        Kind::VoteEntered => NoticeKind::VoteEntered,
        Kind::VoteCarried => NoticeKind::VoteCarried,
        Kind::VoteLost => NoticeKind::VoteLost,
        Kind::VoteCancelled => NoticeKind::VoteCancelled,
        Kind::Reminder => NoticeKind::Reminder,
        Kind::Adopted => NoticeKind::Adopted,
        Kind::DecidedInAbsence => NoticeKind::DecidedInAbsence,
        Kind::Annulled => NoticeKind::Annulled,
        Kind::Published => NoticeKind::Published,
        Kind::CorrectionProposed => NoticeKind::CorrectionProposed,
        Kind::CorrectionContested => NoticeKind::CorrectionContested,
        Kind::CorrectionIssued => NoticeKind::CorrectionIssued,
    }
}

/// The message file: a draft that a mail program opens, to an organisation whose addresses the sender knows.
fn file(base: &str, desk: &Desk<'_>, organisation: Id, view: &Notice) -> String {
    let group = desk
        .founded()
        .map(|founded| founded.name.clone())
        .unwrap_or_default();
    let host = base.split("://").last().unwrap_or_default();
    let host = host.split([':', '/']).next().unwrap_or_default();
    let text = view.message(words(), &group, &format!("{base}/{}", desk.group));
    let from = format!("{}@{host}", desk.group);
    let to = show::org_of(desk, organisation).full();
    let id = format!("{}.{organisation}@{host}", view.receipt);
    let built = MessageBuilder::new()
        .from((group.as_str(), from.as_str()))
        .to(Address::new_group(Some(to.as_str()), Vec::new()))
        .subject(view.subject(words()))
        .message_id(id)
        .date(desk.now.as_millis().div_euclid(1_000))
        // Mail programs open a file with this sign as a draft.
        .header("X-Unsent", Raw::new("1"))
        .text_body(text);
    built.write_to_string().unwrap_or_default()
}

/// The list of what the viewer's organisation was told.
pub(crate) async fn list(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let told = desk.notices().into_iter().take(LISTED);
    let waiting = desk.outbox(SHOWN)?.len();
    let view = Notices {
        rows: told.map(|notice| view(&desk, notice)).collect(),
        outbox: desk.is_secretariat().then(|| show::number(waiting)),
    };
    let shell = show::shell(&app, &who, &desk, Place::Record);
    Ok(show::page(&shell, &view))
}

fn found(desk: &Desk<'_>, number: &str) -> Result<Notice, Failure> {
    let act = number
        .parse::<u64>()
        .ok()
        .and_then(|number| number.checked_sub(1));
    let notice = act.and_then(|act| desk.notice(act));
    Ok(view(desk, notice.ok_or(Failure::NotFound)?))
}

/// One notice.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let view = found(&desk, &number)?;
    let shell = show::shell(&app, &who, &desk, Place::Record);
    Ok(show::page(&shell, &view))
}

/// The same as a message to the viewer's organisation.
pub(crate) async fn message(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let view = found(&desk, &number)?;
    let own = desk.viewer.organisation.ok_or(Failure::NotFound)?;
    Ok(as_file(
        &number,
        file(&app.settings.base, &desk, own, &view),
    ))
}

fn as_file(name: &str, file: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "message/rfc822".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"notice-{name}.eml\""),
        ),
    ];
    (headers, file).into_response()
}

fn waiting(desk: &Desk<'_>, form: Form) -> Result<Outbox, Failure> {
    let rows = desk.outbox(SHOWN)?.into_iter().map(|waiting| OutboxRow {
        id: waiting.id,
        organisation: show::org_of(desk, waiting.message.organisation),
        subject: waiting.message.subject,
    });
    Ok(Outbox {
        rows: rows.collect(),
        sent: Some(form),
    })
}

/// The messages that wait to be sent.
pub(crate) async fn outbox(State(app): State<Arc<App>>, who: Who) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    secretariat(&desk)?;
    let view = waiting(&desk, show::form(&app))?;
    let shell = show::shell(&app, &who, &desk, Place::Record);
    Ok(show::page(&shell, &view))
}

/// One of them as its file.
pub(crate) async fn outgoing(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    secretariat(&desk)?;
    let id = name
        .strip_suffix(".eml")
        .and_then(|id| id.parse::<u64>().ok());
    let mut waiting = desk.outbox(u32::MAX)?.into_iter();
    let found = waiting.find(|each| Some(each.id) == id);
    let found = found.ok_or(Failure::NotFound)?;
    Ok(as_file(&found.id.to_string(), found.message.file))
}

/// The secretariat has sent those ticked.
pub(crate) async fn sent(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    secretariat(&desk)?;
    let ticked = posted.all("message");
    let ids: Vec<u64> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() {
        let form = Form::new(posted.text("command"));
        let view = waiting(&desk, form.refused("", words().t("problem-outbox")))?;
        let shell = show::shell(&app, &who, &desk, Place::Record);
        return Ok(show::refused_page(&shell, &view));
    }
    desk.outbox_sent(&ids)?;
    Ok(told_at(&who.group, "outbox", "outbox-sent"))
}
