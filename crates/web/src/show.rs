//! From what the desk hands out to what pages show: names, instants, wording, the frame.

use axum::http::StatusCode;
use axum::response::Response;
use group::parts::{OfficeKind, SeatKind};
use group::state::{Organisation, Stage, Standing};
use group::{Hat, Id, Instant};
use jiff::tz::TimeZone;
use office::desk::{Desk, TextSeen};
use office::wording::SpanKind;
use pages::text::{Invite, TextHead, TextKind};
use pages::{ActsFor, Civil, Form, Org, Place, Shell, View, When, Words};

use crate::app::App;
use crate::failure::page_response;
use crate::session::Who;

pub(crate) fn words() -> &'static Words {
    Words::english()
}

/// A form not yet sent, with a command of its own.
pub(crate) fn form(app: &App) -> Form {
    Form::new(&app.office.fresh_id().to_string())
}

/// An organisation as pages name it.
pub(crate) fn org(organisation: &Organisation) -> Org {
    Org {
        short: organisation.short_name.clone().unwrap_or_default(),
        name: organisation.name.clone(),
    }
}

/// An organisation by its id; empty where it isn't known.
pub(crate) fn org_of(desk: &Desk<'_>, id: Id) -> Org {
    desk.organisation(id).map(org).unwrap_or_default()
}

/// An instant for pages, in the zone of the group's seat.
pub(crate) fn when(desk: &Desk<'_>, at: Instant) -> When {
    let local = civil(at, &desk.zone());
    let utc = civil(at, &TimeZone::UTC);
    let seconds = (at.as_millis() - desk.now.as_millis()).div_euclid(1_000);
    When::new(words(), at.to_string(), &local, &utc, seconds)
}

/// The day of an instant at the group's seat: "6 May 2026".
pub(crate) fn date(desk: &Desk<'_>, at: Instant) -> String {
    words().date(&civil(at, &desk.zone()))
}

/// The day of an instant with its weekday: "Wednesday 6 May 2026".
pub(crate) fn day(desk: &Desk<'_>, at: Instant) -> String {
    words().day(&civil(at, &desk.zone()))
}

/// A day of the world in words.
pub(crate) fn date_of(day: group::Day) -> String {
    words().date(&midnight(day))
}

/// A day of the world in words, with its weekday.
pub(crate) fn weekday_of(day: group::Day) -> String {
    words().day(&midnight(day))
}

fn midnight(day: group::Day) -> Civil {
    Civil {
        year: day.0.year(),
        month: day.0.month(),
        day: day.0.day(),
        weekday: day.0.weekday().to_monday_one_offset(),
        hour: 0,
        minute: 0,
        zone: String::new(),
    }
}

/// An organisation as it was called on a day.
pub(crate) fn org_on(organisation: &Organisation, on: group::Day) -> Org {
    let (name, short) = organisation.named_on(on);
    Org {
        short: short.unwrap_or_default().to_owned(),
        name: name.to_owned(),
    }
}

/// A month, written `YYYY-MM`, in words; what is no month is shown as it is written.
pub(crate) fn month_of(month: &str) -> String {
    let first: Option<group::Day> = format!("{month}-01").parse().ok();
    first.map_or_else(
        || month.to_owned(),
        |first| words().month(first.0.year(), first.0.month()),
    )
}

/// An instant split in a zone.
pub(crate) fn civil(at: Instant, zone: &TimeZone) -> Civil {
    let split = at.timestamp().to_zoned_datetime(zone.clone());
    Civil {
        year: split.year(),
        month: split.month(),
        day: split.day(),
        weekday: split.weekday().to_monday_one_offset(),
        hour: split.hour(),
        minute: split.minute(),
        zone: zone_name(zone),
    }
}

/// A zone as people say it: the city of its IANA name.
pub(crate) fn zone_name(zone: &TimeZone) -> String {
    let name = zone.iana_name().unwrap_or("UTC");
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

/// An instant typed as a day and a time at the group's seat. `None`: it is no such time.
pub(crate) fn typed_instant(desk: &Desk<'_>, date: &str, time: &str) -> Option<Instant> {
    instant_in(&desk.zone(), date, time)
}

/// The same in any zone.
pub(crate) fn instant_in(zone: &TimeZone, date: &str, time: &str) -> Option<Instant> {
    let date: jiff::civil::Date = date.trim().parse().ok()?;
    let time: jiff::civil::Time = time.trim().parse().ok()?;
    let at = zone.to_ambiguous_zoned_datetime(date.to_datetime(time));
    // An hour that the clocks skip is no time; one that they repeat is its first pass.
    let skipped = matches!(at.offset(), jiff::tz::AmbiguousOffset::Gap { .. });
    let at = (!skipped).then(|| at.compatible())?.ok()?;
    Some(Instant::from_millis(at.timestamp().as_millisecond()))
}

/// The day and time that a deadline form begins with: so many working days ahead, in the afternoon.
pub(crate) fn deadline_ahead(desk: &Desk<'_>, days: usize) -> (String, String) {
    (
        desk.working_days_ahead(days).to_string(),
        "17:00".to_owned(),
    )
}

/// A hat as pages name it.
pub(crate) fn hat(hat: Hat) -> pages::Hat {
    match hat {
        Hat::Head => pages::Hat::Head,
        Hat::FocalPoint | Hat::System | Hat::Founder => pages::Hat::FocalPoint,
        Hat::Alternate => pages::Hat::Alternate,
        Hat::Reviewer => pages::Hat::Reviewer,
        Hat::Secretariat => pages::Hat::Secretariat,
        Hat::Chair => pages::Hat::Chair,
        Hat::Coordinator => pages::Hat::Coordinator,
    }
}

/// A seat as pages name it.
pub(crate) fn seat_hat(seat: SeatKind) -> pages::Hat {
    match seat {
        SeatKind::Head => pages::Hat::Head,
        SeatKind::FocalPoint => pages::Hat::FocalPoint,
        SeatKind::Alternate => pages::Hat::Alternate,
        SeatKind::Reviewer => pages::Hat::Reviewer,
    }
}

/// An office as pages name it.
pub(crate) fn office_hat(office: OfficeKind) -> pages::Hat {
    match office {
        OfficeKind::Chair => pages::Hat::Chair,
        OfficeKind::CoChair => pages::Hat::CoChair,
        OfficeKind::Coordinator => pages::Hat::Coordinator,
        OfficeKind::Secretariat => pages::Hat::Secretariat,
    }
}

/// For whom the viewer acts. An observer's seat is called that.
pub(crate) fn acts_for(desk: &Desk<'_>) -> ActsFor {
    let own = desk.viewer.organisation;
    let organisation = own.and_then(|id| desk.organisation(id));
    let observes = organisation
        .and_then(|o| o.membership(desk.day()))
        .is_some_and(|membership| membership.category == group::OBSERVER);
    let hats = if observes {
        vec![pages::Hat::Observer]
    } else {
        desk.viewer.hats.iter().map(|each| hat(*each)).collect()
    };
    ActsFor {
        organisation: organisation.map(org).unwrap_or_default(),
        hats,
    }
}

/// The head of a text's pages.
pub(crate) fn text_head(desk: &Desk<'_>, seen: &TextSeen<'_>) -> TextHead {
    let text = seen.text();
    TextHead {
        slug: text.slug.clone(),
        title: text.title.clone(),
        kind: kind(desk, &text.form),
        symbol: text
            .newest()
            .and_then(|version| text.symbol_of(version.number)),
        version: text
            .newest()
            .map(|version| version.label.clone())
            .unwrap_or_default(),
        penholder: Some(org_of(desk, text.penholder)),
        aim: crate::aims::shown(desk, seen),
        stage: stage(desk, seen),
        invites: invites(desk, seen),
    }
}

/// A kind of text by its word.
pub(crate) fn kind(desk: &Desk<'_>, word: &str) -> TextKind {
    TextKind::of(word).unwrap_or_else(|| TextKind::Own(desk.kind_named(word).to_owned()))
}

/// The kinds that the group offers, each with its value.
pub(crate) fn kinds(desk: &Desk<'_>) -> Vec<(String, TextKind)> {
    let all = desk.kinds().into_iter();
    all.map(|each| {
        let shown = kind(desk, &each.word);
        (each.word, shown)
    })
    .collect()
}

/// Where a text stands, for pages.
pub(crate) fn stage(desk: &Desk<'_>, seen: &TextSeen<'_>) -> pages::text::Stage {
    use pages::text::Stage as Shown;
    match seen.stage() {
        Stage::Drafting => Shown::Drafting,
        Stage::InRound(round) => Shown::Round {
            closes: when(desk, round.deadline),
            answered: number(round.answered()),
            asked: number(round.electorate.len()),
        },
        Stage::Answering(round) => {
            let compilation = round.compilation.as_ref();
            let proposals = match compilation {
                Some(compilation) => compilation.items().count(),
                None => round
                    .returns
                    .values()
                    .map(|r| (r.proposals + r.comments) as usize)
                    .sum(),
            };
            let answered = seen
                .is_team()
                .then(|| crate::comments::answered(desk, seen, round));
            Shown::Answering {
                answered,
                proposals: number(proposals),
            }
        }
        Stage::ResponsesIssued(round) => {
            let on = round
                .responses
                .as_ref()
                .map_or(round.opened, |responses| responses.at);
            Shown::ResponsesIssued { on: when(desk, on) }
        }
        Stage::UnderSilence(procedure) => match procedure.standing {
            Standing::Suspended { at, .. } => Shown::Suspended { on: when(desk, at) },
            _ => Shown::Silence {
                until: when(desk, procedure.deadline),
            },
        },
        Stage::AwaitingChair(procedure) => Shown::Unconfirmed {
            closed: when(desk, procedure.deadline),
        },
        Stage::Voting(vote) => Shown::Voting {
            until: when(desk, vote.deadline.map_or(vote.opened, |(at, _)| at)),
        },
        Stage::Carried(vote) => Shown::Carried {
            closed: when(desk, vote.deadline.map_or(vote.opened, |(at, _)| at)),
        },
        Stage::Ended(procedure) => {
            let at = desk
                .procedure_end(procedure.id)
                .unwrap_or(procedure.deadline);
            let on = when(desk, at);
            match procedure.standing {
                Standing::Cancelled { .. } => Shown::Cancelled { on },
                Standing::Annulled { .. } => Shown::Annulled { on },
                _ => Shown::Broken { on },
            }
        }
        Stage::Adopted(decision) => Shown::Adopted {
            number: decision.number.clone(),
            on: when(desk, decision.at),
        },
        Stage::Published(decision, publication) => Shown::Published {
            number: decision.number.clone(),
            on: when(desk, publication.at),
        },
    }
}

fn invites(desk: &Desk<'_>, seen: &TextSeen<'_>) -> Vec<Invite> {
    let own = desk.viewer.organisation;
    let mut invites = Vec::new();
    match seen.stage() {
        Stage::InRound(round) if seen.may_return(round) => invites.push(Invite::Return),
        Stage::InRound(round) if seen.may_prepare(round) => invites.push(Invite::Prepare),
        Stage::UnderSilence(procedure) => {
            let elects = own.is_some_and(|own| procedure.electorate.contains(&own));
            if elects && desk.viewer.speaks() && seen.own_position(procedure).is_none() {
                invites.push(Invite::Answer);
            }
        }
        Stage::Voting(vote) if desk.may_vote(vote) && desk.own_vote(vote).is_none() => {
            invites.push(Invite::Vote);
        }
        Stage::AwaitingChair(_) | Stage::Carried(_) if desk.is_chair() => {
            invites.push(Invite::Confirm)
        }
        Stage::Adopted(_) | Stage::Published(..) => {
            let behind = own.is_some_and(|own| seen.text().endorsements.contains_key(&own));
            if desk.viewer.speaks() && !behind {
                invites.push(Invite::Endorse);
            }
        }
        _ => {}
    }
    invites
}

/// Wording for pages.
pub(crate) fn spans(spans: &[office::wording::Span]) -> Vec<pages::Span> {
    spans
        .iter()
        .map(|span| match span.kind {
            SpanKind::Same | SpanKind::Elided => pages::Span::Same(span.text.clone()),
            SpanKind::Inserted => pages::Span::Inserted(span.text.clone()),
            SpanKind::Deleted => pages::Span::Deleted(span.text.clone()),
        })
        .collect()
}

pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A group as its pages name it.
pub(crate) fn group_of(desk: &Desk<'_>) -> Option<pages::Group> {
    let founded = desk.founded()?;
    let some = [
        (
            Place::Meetings,
            !desk.meetings().is_empty() || !desk.meetings_told().is_empty(),
        ),
        (Place::Themes, !desk.themes().is_empty()),
        (Place::Mandates, !desk.mandates().is_empty()),
        // A group that lives shows where its texts will be; one made from a source has none.
        (Place::Texts, founded.notice.is_none()),
        (
            Place::Decisions,
            !desk.decisions().is_empty()
                || desk
                    .meetings_told()
                    .iter()
                    .any(|(_, m)| m.decisions.is_some()),
        ),
    ];
    Some(pages::Group {
        short: founded.short_name.clone(),
        name: founded.name.clone(),
        abbreviation: founded.abbreviation.clone().unwrap_or_default(),
        notice: founded.notice.clone(),
        places: some
            .into_iter()
            .filter_map(|(place, there)| there.then_some(place))
            .collect(),
    })
}

/// Open actions of the viewer's organisation; for the secretariat all that are open.
fn open_actions(desk: &Desk<'_>) -> usize {
    let own = desk.viewer.organisation;
    let ours = |action: &group::state::Action| {
        desk.is_secretariat() || own.is_some_and(|own| action.owners.contains(&own))
    };
    let all = desk.actions().into_iter();
    all.filter(|action| action.is_open() && ours(action))
        .count()
}

/// What stands around a page.
pub(crate) fn shell(app: &App, who: &Who, desk: &Desk<'_>, place: Place) -> Shell {
    let viewer = desk
        .viewer
        .seat
        .filter(|_| desk.is_inside())
        .map(|_| pages::Viewer {
            name: desk.own_name().to_owned(),
            acts_for: acts_for(desk),
            asked: number(crate::today::asked(desk).len()),
            texts: number(desk.texts().len()),
            decisions: number(desk.decisions().len()),
            meetings: number(desk.meetings_coming().len()),
            actions: number(open_actions(desk)),
            members: number(desk.participants().len()),
            sign_out: form(app),
        });
    let flash = who.told.as_ref().map(|(key, receipt)| pages::Flash {
        sentence: words().t(key).to_owned(),
        receipt: *receipt,
    });
    let told = desk
        .founded()
        .is_some_and(|founded| founded.notice.is_some());
    Shell {
        group: group_of(desk),
        // A group made from a source lives in no time of its own: it has its notice instead.
        demo: app
            .settings
            .demo
            .as_ref()
            .filter(|_| !told)
            .map(|_| pages::Demo {
                now: words().moment(&civil(desk.now, &desk.zone())),
                deadline: viewer
                    .as_ref()
                    .and_then(|_| app.office.next_deadline(&desk.group))
                    .map(|at| words().moment(&civil(at, &desk.zone()))),
                clock: viewer.as_ref().map(|_| form(app)),
            }),
        viewer,
        place,
        flash,
    }
}

/// A page as the answer.
pub(crate) fn page(shell: &Shell, view: &impl View) -> Response {
    page_with(StatusCode::OK, shell, view)
}

/// A page with a form that was refused: 422, and everything typed is in it.
pub(crate) fn refused_page(shell: &Shell, view: &impl View) -> Response {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, shell, view)
}

/// The same for a page below a text.
pub(crate) fn refused_text(app: &App, who: &Who, desk: &Desk<'_>, view: &impl View) -> Response {
    refused_page(&shell(app, who, desk, Place::Texts), view)
}

fn page_with(status: StatusCode, shell: &Shell, view: &impl View) -> Response {
    page_response(status, pages::render(words(), shell, view))
}
