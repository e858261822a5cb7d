//! The record: its acts in words, and the proof of each.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use group::{Fact, Id, Stream};
use office::desk::{ActSeen, Desk};
use pages::Place;
use pages::comments::Pager;
use pages::deed::Deed;
use pages::record::{Receipt, Record, RecordRow};

use crate::app::App;
use crate::failure::Failure;
use crate::session::Who;
use crate::show;

/// Acts on a page.
const PAGE: u32 = 50;
const PROOF: &str = ".tlog-proof";

/// The acts, newest first.
pub(crate) async fn acts(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let size = desk.size();
    let pages = size.div_ceil(u64::from(PAGE)).max(1);
    let asked = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "page")
        .and_then(|(_, page)| page.parse::<u64>().ok());
    let page = asked.unwrap_or(1).clamp(1, pages);
    let end = size.saturating_sub((page - 1) * u64::from(PAGE));
    let rows = desk
        .acts_before(end, PAGE)?
        .iter()
        .map(|seen| RecordRow {
            number: seen.position + 1,
            deed: deed(&desk, seen),
        })
        .collect();
    let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let view = Record {
        size,
        rows,
        pager: Pager {
            page: number(page),
            pages: number(pages),
        },
        checkpoint: desk.checkpoint()?,
    };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Record),
        &view,
    ))
}

/// The receipt of an act as a page, or (`N.tlog-proof`) as the file that other tools verify.
pub(crate) async fn receipt(
    State(app): State<Arc<App>>,
    who: Who,
    Path((group, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.anyone(&app)?;
    let digits = name.strip_suffix(PROOF).unwrap_or(&name);
    let number: u64 = digits.parse().map_err(|_| Failure::NotFound)?;
    let position = number.checked_sub(1).ok_or(Failure::NotFound)?;
    let found = desk.receipt(position)?.ok_or(Failure::NotFound)?;
    if name.ends_with(PROOF) {
        let about = [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"act-{number}{PROOF}\""),
            ),
        ];
        return Ok((about, found.proof).into_response());
    }
    let text = text_of(&found.seen.act.stream, &found.seen.act.fact, &desk);
    let back = text.and_then(|id| desk.text_by_id(id)).map(|seen| {
        let text = seen.text();
        (format!("/{group}/texts/{}", text.slug), text.title.clone())
    });
    let view = Receipt {
        number,
        fingerprint: fingerprint(&found.leaf_hash),
        deed: deed(&desk, &found.seen),
        checkpoint: found.checkpoint,
        size: found.size,
        proof: Some(format!("/{group}/record/receipts/{number}{PROOF}")),
        back,
    };
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Record),
        &view,
    ))
}

/// The first letters of a leaf hash, as people compare them: "AqzM-m8xt-1q1a".
fn fingerprint(leaf_hash: &str) -> String {
    let letters: Vec<char> = leaf_hash
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(12)
        .collect();
    letters
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

/// An act in words.
pub(crate) fn deed(desk: &Desk<'_>, seen: &ActSeen) -> Deed {
    let act = &seen.act;
    let text = text_of(&act.stream, &act.fact, desk).and_then(|id| desk.text_by_id(id));
    let kind = match (&act.fact, seen.open) {
        (Fact::ReturnReceived(_), false) => "return.hidden",
        (Fact::PositionGiven(_) | Fact::PositionWithdrawn(_), false) => "position.hidden",
        _ => act.fact.kind(),
    };
    let (proposals, comments) = counts(&act.fact);
    Deed {
        kind: kind.to_owned(),
        organisation: seen.organisation.map(|id| show::org_of(desk, id)),
        text: text
            .as_ref()
            .map(|seen| seen.text().title.clone())
            .unwrap_or_default(),
        about: about(desk, &act.fact),
        form: form(&act.fact).to_owned(),
        proposals: if seen.open { proposals } else { 0 },
        comments: if seen.open { comments } else { 0 },
        when: show::when(desk, act.time),
        href: text.map(|seen| format!("/{}/texts/{}", desk.group, seen.text().slug)),
    }
}

fn counts(fact: &Fact) -> (u32, u32) {
    match fact {
        Fact::ReturnReceived(f) => (f.proposals, f.comments),
        Fact::CompilationFrozen(f) => (
            show::number(f.amendments.len()),
            show::number(f.comments.len()),
        ),
        _ => (0, 0),
    }
}

fn form(fact: &Fact) -> &'static str {
    match fact {
        Fact::ReturnReceived(f) => f.form.word(),
        Fact::PositionGiven(f) => f.position.word(),
        _ => "",
    }
}

/// What else the sentence names.
fn about(desk: &Desk<'_>, fact: &Fact) -> String {
    let organisation = |id: Id| show::org_of(desk, id).name;
    let version = |text: Id, number: u32| {
        let seen = desk.text_by_id(text);
        let found = seen.as_ref().and_then(|seen| seen.text().version(number));
        found
            .map(|version| version.label.clone())
            .unwrap_or_default()
    };
    match fact {
        Fact::GroupFounded(f) => f.name.clone(),
        Fact::RuleSet(f) => f.name.clone(),
        Fact::CategoryDefined(f) => f.category.clone(),
        Fact::OrganisationRecorded(f) => f.name.clone(),
        Fact::OrganisationRenamed(f) => f.name.clone(),
        Fact::OrganisationAlsoKnown(f) => organisation(f.organisation),
        Fact::MembershipRecorded(f) => organisation(f.organisation),
        Fact::OfficeRecorded(f) => organisation(f.organisation),
        Fact::QuotationRecorded(f) => organisation(f.organisation),
        Fact::SourceRecorded(f) => f.title.clone(),
        Fact::MandateRecorded(f) => f.body.clone(),
        Fact::ThemeRecorded(f) => f.name.clone(),
        Fact::MeetingRecorded(f) => f.title.clone(),
        Fact::PaperRecorded(f) => f.title.clone(),
        Fact::DecisionsRecorded(f) => f.count.to_string(),
        Fact::MembershipStarted(f) => organisation(f.organisation),
        Fact::MembershipEnded(f) => organisation(f.organisation),
        Fact::OfficeAssigned(f) => organisation(f.organisation),
        Fact::OfficeEnded(f) => organisation(f.organisation),
        Fact::PersonRecorded(f) => desk
            .organisation_of_person(f.person)
            .map(organisation)
            .unwrap_or_default(),
        Fact::SeatOpened(f) => organisation(f.organisation),
        Fact::SeatEnded(f) => desk
            .organisation_of_seat(f.seat)
            .map(organisation)
            .unwrap_or_default(),
        Fact::VersionTabled(f) => f.label.clone(),
        Fact::RoundOpened(f) => version(f.text, f.version),
        Fact::SilenceOpened(f) => version(f.text, f.version),
        Fact::DecisionAdopted(f) => f.number.clone(),
        _ => String::new(),
    }
}

/// The text that an act is about.
fn text_of(stream: &Stream, fact: &Fact, desk: &Desk<'_>) -> Option<Id> {
    match (stream, fact) {
        (Stream::Of(group::Noun::Text, id), _) => Some(*id),
        (Stream::Of(group::Noun::Round, id), _) => desk.text_of_round(*id),
        (Stream::Of(group::Noun::Procedure, id), _) => desk.text_of_procedure(*id),
        (_, Fact::DecisionAdopted(f)) => Some(f.text),
        _ => None,
    }
}
