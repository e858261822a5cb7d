//! `/GROUP/members`: who takes part; for the secretariat, new organisations and seats.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use group::parts::{OfficeKind, OrganisationKind, SeatKind};
use group::state::Organisation;
use group::{Command, Day, Hat, Id, MEMBER, Refusal};
use office::Failed;
use office::desk::{Desk, MembersOn};
use pages::members::{Manage, MemberRow, Members, NewLink, SeatRow, Told};
use pages::{Form, Place};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::query::Query;
use crate::session::{Who, asking, secretariat, settled};
use crate::show::{self, words};

/// What the page is narrowed to.
#[derive(Default)]
pub(crate) struct Asked {
    on: Option<Day>,
    find: String,
}

impl Asked {
    /// From the query of the address; what is no day is passed over.
    pub(crate) fn of(query: &Query) -> Self {
        Self {
            on: query.text("on").parse().ok(),
            find: query.text("find"),
        }
    }
}

/// The page; `manage` is what the secretariat's forms hold.
pub(crate) fn view(desk: &Desk<'_>, asked: &Asked, manage: Option<Manage>) -> Members {
    let on = asked.on.unwrap_or_else(|| desk.members_day());
    let (found, told) = match desk.members_on(on) {
        MembersOn::Lived(found) => (found, Told::Lived),
        MembersOn::Told(found, source) => {
            let form = source.form.clone();
            (found, Told::OnThisDay { form })
        }
        MembersOn::NotTold(days, source) => {
            let form = source.form.clone();
            let days = days.into_iter().map(show::date_of).collect();
            (Vec::new(), Told::OnOtherDays { form, days })
        }
    };
    let all = show::number(found.len());
    let rows = found
        .into_iter()
        .filter(|(_, organisation)| organisation.answers_to(&asked.find))
        .map(|(id, organisation)| row(desk, id, organisation, on))
        .collect();
    Members {
        as_of: show::date_of(on),
        on: on.to_string(),
        find: asked.find.clone(),
        told,
        all,
        rows,
        manage,
        coverage: crate::themes::own_themes(desk),
    }
}

fn row(desk: &Desk<'_>, id: Id, organisation: &Organisation, on: Day) -> MemberRow {
    let membership = organisation.membership(on);
    let mut terms = desk.terms_on(on);
    terms.sort_by_key(|term| term.office);
    let held = terms.into_iter();
    let held = held.filter(|term| term.organisation == id).map(|term| {
        let person = desk.exercised_by(term).to_owned();
        (show::office_hat(term.office), person)
    });
    let told = desk.offices_told(on).into_iter();
    let told = told
        .filter(|office| office.organisation == id)
        .map(|office| {
            let (person, function) = desk.office_person(office);
            let person = [person, function]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(", ");
            (show::office_hat(office.office), person)
        });
    MemberRow {
        slug: organisation.slug.clone(),
        organisation: show::org_on(organisation, on),
        also: organisation.also.clone(),
        former: organisation
            .former
            .iter()
            .filter(|former| former.until <= on)
            .map(|former| (show::date_of(former.until), former.name.clone()))
            .collect(),
        kind: organisation.category.get().map(|found| kind(*found)),
        category: membership.map(|m| m.category.clone()).unwrap_or_default(),
        offices: held.chain(told).collect(),
        since: membership
            .map(|m| show::date_of(m.since))
            .unwrap_or_default(),
        seats: seats(desk, id),
    }
}

/// What an organisation is, as pages name it.
pub(crate) fn kind(kind: OrganisationKind) -> pages::members::OrganisationKind {
    match kind {
        OrganisationKind::UnitedNations => pages::members::OrganisationKind::UnitedNations,
        OrganisationKind::International => pages::members::OrganisationKind::International,
        OrganisationKind::Regional => pages::members::OrganisationKind::Regional,
        OrganisationKind::NonGovernmental => pages::members::OrganisationKind::NonGovernmental,
    }
}

/// Seats of an organisation, where the viewer may see them.
pub(crate) fn seats(desk: &Desk<'_>, organisation: Id) -> Vec<SeatRow> {
    let held = desk.seats(organisation).into_iter();
    held.map(|(_, seat, person)| SeatRow {
        person: person.to_owned(),
        seat: show::seat_hat(seat.place),
        since: show::date_of(seat.since),
    })
    .collect()
}

/// The secretariat's forms, empty; `None` for all others.
pub(crate) fn manage(app: &App, desk: &Desk<'_>) -> Option<Manage> {
    desk.is_secretariat().then(|| Manage {
        seat: show::form(app),
        organisations: desk
            .participants()
            .into_iter()
            .map(|(id, organisation)| (id.to_string(), show::org(organisation)))
            .collect(),
        seat_kind: SeatKind::FocalPoint.word().to_owned(),
        held: held_seats(desk),
        office: show::form(app),
        office_kind: OfficeKind::Chair.word().to_owned(),
        decisions: desk
            .decisions()
            .into_iter()
            .map(|d| (d.id.to_string(), format!("{}: {}", d.number, d.title)))
            .collect(),
        record: show::form(app),
        categories: desk
            .categories()
            .into_iter()
            .map(|category| (category.to_owned(), category.to_owned()))
            .collect(),
        category: MEMBER.to_owned(),
        ..Manage::default()
    })
}

/// Every seat that is held, in protocol order of the organisations, in words.
fn held_seats(desk: &Desk<'_>) -> Vec<(String, String)> {
    let participants = desk.participants().into_iter();
    let seats = participants.flat_map(|(id, organisation)| {
        let seats = desk.seats(id).into_iter();
        seats.map(move |(seat, held, person)| {
            let hat = show::seat_hat(held.place).words(words());
            let args = [
                ("person", person.into()),
                ("seat", hat.into()),
                ("organisation", organisation.brief().into()),
            ];
            (seat.to_string(), words().f("told-seat-held", &args))
        })
    });
    seats.collect()
}

/// Records an organisation, which takes part from today on.
pub(crate) async fn record(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let short = posted.text("organisation_short");
    let command = Command::RecordOrganisation {
        organisation: app.office.fresh_id(),
        name: posted.text("organisation_name").to_owned(),
        short_name: (!short.is_empty()).then(|| short.to_owned()),
        category: posted.text("category").to_owned(),
        kind: OrganisationKind::of(posted.text("organisation_kind")),
    };
    let asking = asking(&posted, desk.viewer.acting(Hat::Secretariat))?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let told = "organisation-recorded";
    settled(ran, &who.group, "members", told, |refusal| {
        let mut forms = manage(&app, &desk).ok_or(Failure::NotFound)?;
        let field = match refusal {
            Refusal::NameTaken { .. } => "organisation_short",
            _ => "organisation_name",
        };
        forms.record = Form::new(posted.text("command")).refused(field, &sentence(refusal));
        forms.organisation_name = posted.text("organisation_name").to_owned();
        forms.organisation_short = short.to_owned();
        forms.category = posted.text("category").to_owned();
        forms.organisation_kind = posted.text("organisation_kind").to_owned();
        Ok(refused(&app, &who, &desk, forms))
    })
}

/// Opens a seat and shows its sign-in link, once: it is handed over by hand.
pub(crate) async fn open_seat(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let organisation = posted.id("organisation")?;
    let place = SeatKind::of(posted.text("seat")).ok_or(Failure::NotOurForm)?;
    let refuse = |field: &str, why: &str| {
        let mut forms = manage(&app, &desk).ok_or(Failure::NotFound)?;
        forms.seat = Form::new(posted.text("command")).refused(field, why);
        forms.organisation = posted.text("organisation").to_owned();
        forms.person_name = posted.text("person_name").to_owned();
        forms.seat_kind = posted.text("seat").to_owned();
        Ok(refused(&app, &who, &desk, forms))
    };
    // The seat's id is the command's, so that the form sent twice opens one seat.
    let seat = posted.command()?;
    let command = Command::OpenSeat {
        seat,
        person: app.office.fresh_id(),
        person_name: posted.text("person_name").to_owned(),
        organisation,
        place,
    };
    let asking = asking(&posted, actor)?;
    match app.office.execute(&who.group, &asking, &command, &[]) {
        Ok(opened) => new_link(&app, &who, seat, Some(opened.receipt() + 1)),
        Err(Failed::Refused(refusal)) => {
            let field = match refusal {
                Refusal::Missing { what } | Refusal::TooLong { what, .. }
                    if what == "name of the person" =>
                {
                    "person_name"
                }
                _ => "",
            };
            refuse(field, &sentence(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// The page that shows a new link for a seat, once.
fn new_link(app: &App, who: &Who, seat: Id, receipt: Option<u64>) -> Result<Response, Failure> {
    // Looked up anew: the seat may have been opened by this very request.
    let desk = who.member(app)?;
    let (held, person) = desk.held_seat(seat).ok_or(Failure::NotFound)?;
    let (secret, until) = app.office.new_link(Some((&who.group, seat)))?;
    let view = NewLink {
        person: person.to_owned(),
        organisation: show::org_of(&desk, held.organisation),
        seat: Some(show::seat_hat(held.place)),
        link: app.seat_link(&who.group, &secret),
        until: show::date(&desk, until),
        receipt,
    };
    Ok(show::page(
        &show::shell(app, who, &desk, Place::Members),
        &view,
    ))
}

/// A fresh link for a seat that is held: for whoever lost theirs, or whose session ended.
pub(crate) async fn link(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    secretariat(&desk)?;
    new_link(&app, &who, posted.id("seat")?, None)
}

/// Gives an office to an organisation from today on.
pub(crate) async fn office(
    State(app): State<Arc<App>>,
    who: Who,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let actor = secretariat(&desk)?;
    let refuse = |field: &str, why: &str| {
        let mut forms = manage(&app, &desk).ok_or(Failure::NotFound)?;
        let text = |name: &str| posted.text(name).to_owned();
        forms.office = Form::new(posted.text("command")).refused(field, why);
        forms.office_kind = text("office");
        forms.office_holder = text("office_organisation");
        forms.office_until = text("office_until");
        forms.office_exercised_by = text("office_exercised_by");
        forms.office_decision = text("office_decision");
        Ok(refused(&app, &who, &desk, forms))
    };
    let until = match posted.text("office_until") {
        "" => None,
        day => match day.parse::<Day>() {
            Ok(day) => Some(day),
            Err(_) => return refuse("office_until", words().t("problem-date")),
        },
    };
    let secretariat = posted.text("office") == OfficeKind::Secretariat.word();
    let ours = desk.viewer.organisation.map(|own| own.to_string());
    let away = ours.as_deref() != Some(posted.text("office_organisation"));
    if secretariat && away && !posted.ticked("office_sure") {
        return refuse("office_sure", words().t("problem-secretariat-sure"));
    }
    let command = Command::AssignOffice {
        office: OfficeKind::of(posted.text("office")).ok_or(Failure::NotOurForm)?,
        organisation: posted.id("office_organisation")?,
        until,
        exercised_by: posted.text("office_exercised_by").parse().ok(),
        decision: posted.text("office_decision").parse().ok(),
    };
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    settled(ran, &who.group, "members", "office-assigned", |refusal| {
        let field = match refusal {
            Refusal::DayPast {} => "office_until",
            Refusal::Unknown { what: "seat" } => "office_exercised_by",
            _ => "office",
        };
        refuse(field, &sentence(refusal))
    })
}

fn refused(app: &App, who: &Who, desk: &Desk<'_>, forms: Manage) -> Response {
    show::refused_page(
        &show::shell(app, who, desk, Place::Members),
        &view(desk, &Asked::default(), Some(forms)),
    )
}
