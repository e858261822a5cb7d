//! The addresses, in one table, and the server around them.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::failure::Failure;
use crate::posted::LARGEST_REQUEST;
use crate::{
    actions, aims, assets, brief, clearance, comments, corrections, decisions, demo, drop,
    founding, front, headers, inbox, mandates, meeting, meetings, member, members, notices, public,
    read, record, responses, returns, round, rules, signin, templates, texts, themes, today,
};

/// How long a request may take in all: an upload on a slow line is the longest.
const LONGEST: Duration = Duration::from_secs(300);
/// How often the timer looks for deadlines that passed.
const TICK: Duration = Duration::from_secs(1);

/// All addresses.
pub fn router(app: Arc<App>) -> Router {
    let text = Router::new()
        .route("/", get(public::text))
        .route("/v/{number}", get(read::version))
        .route("/files/matrix.xlsx", get(returns::empty_matrix))
        .route(
            "/files/dispositions.xlsx",
            get(responses::dispositions_sheet),
        )
        .route(
            "/files/dispositions.docx",
            get(responses::dispositions_word),
        )
        .route("/files/covering.docx", get(responses::covering))
        .route("/files/became/{org}", get(responses::became_word))
        .route("/files/{name}", get(read::file))
        .route("/versions/new", post(read::table_version))
        .route("/round/open", post(round::open))
        .route("/round/extend", post(round::extend))
        .route("/round/close", post(round::close))
        .route("/brief", get(brief::of_text).post(brief::keep_of_text))
        .route("/brief.docx", get(brief::file_of_text))
        .route("/drop", get(drop::page).post(drop::files))
        .route("/drop/place", post(drop::place))
        .route("/drop/enter", post(drop::enter))
        .nest("/return", returning())
        .nest("/return/for/{org}", returning())
        .route("/evidence/{org}", get(returns::evidence_file))
        .route("/comments", get(comments::desk))
        .route("/comments/answer", post(comments::answer))
        .route("/comments/signs", post(comments::signs))
        .route("/comments/freeze", post(comments::freeze))
        .route("/responses", get(responses::table))
        .route("/responses/mine", get(responses::mine))
        .route("/responses/of/{org}", get(responses::of))
        .route("/responses/issue", post(responses::issue))
        .route("/responses/next", post(responses::next))
        .route("/clearance", get(clearance::page))
        .route("/clearance/open", post(clearance::open))
        .route("/clearance/restart", post(clearance::restart))
        .route("/clearance/position", post(clearance::position))
        .route("/clearance/withdraw", post(clearance::withdraw))
        .route("/clearance/confirm", post(clearance::confirm))
        .route(
            "/clearance/enter",
            get(clearance::enter_page).post(clearance::enter),
        )
        .route("/clearance/evidence/{org}", get(clearance::evidence))
        .route("/clearance/vote/open", post(clearance::vote::open))
        .route(
            "/clearance/vote/enter",
            get(clearance::vote::enter_page).post(clearance::vote::enter),
        )
        .route(
            "/clearance/vote/evidence/{org}",
            get(clearance::vote::evidence),
        )
        .route("/clearance/vote/{step}", post(clearance::vote::step))
        .route("/clearance/{step}", post(clearance::steer))
        .route(
            "/corrections",
            get(corrections::page).post(corrections::propose),
        )
        .route("/corrections/contest", post(corrections::contest))
        .route("/corrections/issue", post(corrections::issue))
        .route("/languages", post(corrections::add))
        .route("/languages/clear", post(corrections::clear))
        .route("/endorsement", post(clearance::endorse))
        .route(
            "/endorsement/withdraw",
            post(clearance::withdraw_endorsement),
        )
        .route("/publish", post(clearance::publish))
        .route("/themes", post(themes::tag_text))
        .route("/target", post(aims::target));
    let group = Router::new()
        .route("/{group}", get(public::home))
        .route("/{group}/", get(public::home))
        .route("/{group}/today", get(today::page))
        .route("/{group}/texts", get(public::texts))
        .route("/{group}/texts/new", get(texts::new).post(texts::open))
        .route(
            "/{group}/texts/templates",
            get(templates::page).post(templates::keep),
        )
        .route("/{group}/texts/kinds", post(templates::kinds))
        .route("/{group}/texts/templates/drop", post(templates::drop))
        .route("/{group}/texts/templates/{template}", get(templates::file))
        .nest("/{group}/texts/{slug}", text)
        .route("/{group}/inbox", get(inbox::page).post(inbox::receive))
        .route("/{group}/inbox/read", post(inbox::read))
        .route("/{group}/inbox/{message}", get(inbox::file))
        .route("/{group}/notices", get(notices::list))
        .route("/{group}/notices/{number}", get(notices::page))
        .route(
            "/{group}/notices/{number}/message.eml",
            get(notices::message),
        )
        .route("/{group}/outbox", get(notices::outbox))
        .route("/{group}/outbox/{name}", get(notices::outgoing))
        .route("/{group}/outbox/sent", post(notices::sent))
        .route("/{group}/rules", get(rules::page).post(rules::set))
        .route("/{group}/rules/calendar", post(rules::calendar))
        .route("/{group}/rules/votes", post(rules::votes))
        .route("/{group}/decisions", get(decisions::register))
        .route("/{group}/decisions/{number}/annul", post(decisions::annul))
        .route("/{group}/decisions/{number}", get(decisions::page))
        .route(
            "/{group}/decisions/{number}/attach",
            post(decisions::attach),
        )
        .route(
            "/{group}/decisions/{number}/release",
            post(decisions::release),
        )
        .route("/{group}/decisions/{number}/themes", post(decisions::tag))
        .route("/{group}/meetings", get(meetings::list))
        .route(
            "/{group}/meetings/new",
            get(meetings::new).post(meetings::call),
        )
        .nest("/{group}/meetings/{slug}", meeting())
        .route("/{group}/actions", get(actions::list))
        .route(
            "/{group}/actions/new",
            get(actions::new).post(actions::open),
        )
        .route("/{group}/actions/{number}", get(actions::page))
        .route("/{group}/actions/{number}/report", post(actions::report))
        .route("/{group}/actions/{number}/done", post(actions::done))
        .route("/{group}/actions/{number}/move", post(actions::moves))
        .route(
            "/{group}/actions/{number}/reassign",
            post(actions::reassign),
        )
        .route("/{group}/actions/{number}/drop", post(actions::drop_it))
        .route("/{group}/actions/{number}/themes", post(actions::themes))
        .route("/{group}/themes", get(themes::list).post(themes::open))
        .route("/{group}/themes/{slug}", get(themes::page))
        .route("/{group}/themes/{slug}/close", post(themes::close))
        .route("/{group}/themes/{slug}/link", post(themes::link))
        .route(
            "/{group}/mandates",
            get(mandates::page).post(mandates::record),
        )
        .route("/{group}/purpose", post(mandates::purpose))
        .route("/{group}/members", get(public::members))
        .route("/{group}/members/coverage", get(member::coverage))
        .route("/{group}/members/{slug}", get(member::page))
        .route("/{group}/members/{slug}/rename", post(member::rename))
        .route("/{group}/members/{slug}/name", post(member::add_name))
        .route("/{group}/members/{slug}/kind", post(member::classify))
        .route("/{group}/members/{slug}/leave", post(member::leave))
        .route("/{group}/members/{slug}/join", post(member::join))
        .route("/{group}/members/{slug}/profile", post(member::profile))
        .route("/{group}/members/organisations", post(members::record))
        .route("/{group}/members/seats", post(members::open_seat))
        .route("/{group}/members/links", post(members::link))
        .route("/{group}/members/offices", post(members::office))
        .route("/{group}/record", get(record::acts))
        .route("/{group}/record/receipts/{number}", get(record::receipt));
    Router::new()
        .route("/", get(front::page))
        .route("/assets/site.css", get(assets::style))
        .route("/assets/desk.js", get(assets::desk))
        .route("/assets/time.js", get(assets::time))
        .route("/health", get(assets::health))
        .route("/signin/{token}", get(signin::look).post(signin::enter))
        .route("/signout", post(signin::leave))
        .route(
            "/founding/{token}",
            get(founding::form).post(founding::found),
        )
        .route("/demo/clock", post(demo::clock))
        .merge(group)
        .fallback(|| async { Failure::NotFound })
        // An address that only takes forms, typed or opened again from the history.
        .method_not_allowed_fallback(|| async { Failure::NotFound })
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(CsrfLayer::new().with_rejection_response(Foreign))
        .layer(from_fn(headers::refuse_nameless))
        .layer(from_fn_with_state(Arc::clone(&app), headers::mark_told))
        .layer(from_fn(headers::secure))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            LONGEST,
        ))
        .with_state(app)
}

/// Addresses below an answer to a round: of the organisation itself, or entered by the secretariat.
fn returning() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(returns::form).post(returns::post))
        .route("/evidence", post(returns::keep_evidence))
        .route("/words", get(returns::words_page).post(returns::keep_words))
        .route("/check", get(returns::check).post(returns::send))
        .route("/time", post(returns::ask_time))
}

/// Addresses below a meeting.
fn meeting() -> Router<Arc<App>> {
    let item = Router::new()
        .route("/", get(meeting::item))
        .route("/outcome", post(meeting::outcome))
        .route("/decision", post(meeting::decision))
        .route("/action", post(meeting::action))
        .route("/minutes", post(meeting::approve));
    Router::new()
        .route("/", get(meeting::page))
        .route("/invitation.ics", get(meeting::invitation))
        .route(
            "/brief",
            get(brief::of_meeting).post(brief::keep_of_meeting),
        )
        .route("/brief.docx", get(brief::file_of_meeting))
        .route("/move", post(meeting::moves))
        .route("/cancel", post(meeting::cancel))
        .route("/open", post(meeting::open))
        .route("/close", post(meeting::close))
        .route("/attendance", post(meeting::attendance))
        .route("/decided", post(meeting::decided))
        .route("/objected", post(meeting::objected))
        .route("/vote", post(meeting::roll_call))
        .route("/taken-back", post(meeting::taken_back))
        .route("/papers", post(meeting::table))
        .route("/papers/{name}", get(meeting::paper_file))
        .route("/agenda", get(meeting::agenda_form).post(meeting::propose))
        .route("/agenda/adopt", post(meeting::adopt))
        .nest("/items/{number}", item)
        .route("/minutes", get(meeting::minutes))
        .route("/minutes/circulate", post(meeting::circulate))
        .route("/minutes/correction", post(meeting::correction))
        .route("/note", get(meeting::note))
        .route("/note/issue", post(meeting::issue))
        .route("/note/quotation", post(meeting::quotation))
}

/// The page for a form that came from another site.
#[derive(Clone, Copy)]
struct Foreign;

impl<B> tower_http::csrf::ResponseForProtectionError<B> for Foreign
where
    B: From<axum::body::Body>,
{
    fn response_for_protection_error(
        &mut self,
        _: tower_http::csrf::ProtectionError,
    ) -> axum::http::Response<B> {
        use axum::response::IntoResponse as _;
        let (mut parts, body) = Failure::NotOurForm.into_response().into_parts();
        parts.status = StatusCode::FORBIDDEN;
        axum::http::Response::from_parts(parts, body.into())
    }
}

/// Serves until `ended` resolves; requests under way are finished. The timer that closes rounds and
/// procedures runs beside.
///
/// # Errors
/// When the listener can't be used.
pub async fn serve(
    listener: std::net::TcpListener,
    app: App,
    ended: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let app = Arc::new(app);
    let timer = tokio::spawn(tick(Arc::clone(&app)));
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let served = axum::serve(listener, router(app))
        .with_graceful_shutdown(ended)
        .await;
    timer.abort();
    served
}

/// Tells how long the server stood still, where it did, before any deadline is looked at.
fn beat(app: &App) {
    let Some(heart) = &app.settings.heart else {
        return;
    };
    if let Some(last) = heart.last() {
        match app.office.notice_outage(last) {
            Ok(0) => {}
            Ok(groups) => tracing::warn!(groups, %last, "was down across a deadline"),
            Err(error) => tracing::error!(%error, "failed to notice an outage"),
        }
    }
    if let Err(why) = heart.beat(app.office.now()) {
        tracing::error!(%why, "failed to keep a beat");
    }
}

async fn tick(app: Arc<App>) {
    let mut every = tokio::time::interval(TICK);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let app = Arc::clone(&app);
        let closed = tokio::task::spawn_blocking(move || {
            beat(&app);
            app.office.close_what_is_due()
        })
        .await;
        match closed {
            Ok(Ok(0)) => {}
            Ok(Ok(count)) => tracing::info!(count, "closed what was due"),
            Ok(Err(error)) => tracing::error!(%error, "failed to close what is due"),
            Err(error) => tracing::error!(%error, "the timer stumbled"),
        }
    }
}
