//! The public note of a meeting, made from its record: of one that a source tells of, and of the group's
//! own.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{AccountKind, DecisionKind, ItemKind, ItemOutcome};
use group::state::{DecisionsTold, Meeting, MeetingTold};
use group::{Command, Day, Id, Refusal};
use office::desk::{Desk, MembersOn};
use pages::Place;
use pages::entries::Outcome;
use pages::meetings::Counted;
use pages::note::{Draft, Issue, Note, Paper, Quotation};
use pages::told::{Quote, Source};

use super::{head, importance, inside, offices};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meetings::{level, staff};
use crate::posted::Posted;
use crate::sent::Sent;
use crate::session::Who;
use crate::show;

/// The note as anybody reads it: told by a source, or issued. `None`: there is none for this reader.
pub(super) fn public(desk: &Desk<'_>, slug: &str) -> Option<Note> {
    if let Some((id, meeting)) = desk.meeting_told(slug) {
        return told(desk, id, meeting);
    }
    let (id, meeting) = desk.meeting(slug)?;
    meeting.note.as_ref()?;
    Some(lived(desk, id, meeting))
}

fn told(desk: &Desk<'_>, id: Id, meeting: &MeetingTold) -> Option<Note> {
    let accounts = |about| {
        let found = meeting.accounts.iter().filter(|each| each.about == about);
        found.map(|each| desk.passage(&each.cited)).collect()
    };
    let offices = desk.offices_told(meeting.on).into_iter().map(|office| {
        let (person, _) = desk.office_person(office);
        (
            show::office_hat(office.office),
            show::org_of(desk, office.organisation),
            person,
        )
    });
    let named: Vec<_> = desk
        .themes()
        .into_iter()
        .filter(|(_, theme)| theme.meeting == Some(id))
        .collect();
    let said = named.first().and_then(|(_, theme)| theme.cited.as_ref());
    Some(Note {
        title: meeting.title.clone(),
        level: level(meeting.level),
        ordinal: desk.ordinal(id).get().copied(),
        on: show::date_of(meeting.on),
        place: meeting.place.get().cloned(),
        met: desk.passage(&meeting.cited),
        offices: offices.collect(),
        attendance: meeting
            .attendance
            .get()
            .map(|present| present.iter().map(|id| show::org_of(desk, *id)).collect()),
        significance: accounts(AccountKind::Significance),
        outcomes: accounts(AccountKind::Outcome),
        decisions: meeting
            .decisions
            .as_ref()
            .map(|decisions| counted(desk, decisions)),
        quotations: meeting
            .quotations
            .iter()
            .map(|quotation| Quote {
                words: quotation.words.reveal().cloned().unwrap_or_default(),
                attribution: quotation.attribution.reveal().cloned().unwrap_or_default(),
            })
            .collect(),
        themes: named
            .iter()
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        themes_said: said.map(|cited| desk.passage(cited)).unwrap_or_default(),
        composition: accounts(AccountKind::Composition),
        members: match desk.members_on(meeting.on) {
            MembersOn::Told(members, _) => members.iter().map(|(_, o)| show::org(o)).collect(),
            _ => Vec::new(),
        },
        papers: meeting
            .papers
            .iter()
            .map(|paper| Paper {
                title: paper.title.clone(),
                symbol: None,
                dated: paper.dated.get().map(|dated| month_or_day(dated)),
                passage: desk.passage(&paper.cited),
            })
            .collect(),
        source: Some(source(desk, meeting.cited.source)?),
        act: Some(meeting.cited.act + 1),
        ..Note::default()
    })
}

/// What is told of decisions without their texts.
pub(crate) fn counted(desk: &Desk<'_>, decisions: &DecisionsTold) -> Counted {
    Counted {
        count: decisions.count,
        kinds: decisions
            .kinds
            .iter()
            .map(|kind| importance(*kind))
            .collect(),
        passage: desk.passage(&decisions.cited),
    }
}

/// A source as pages show it.
pub(crate) fn source(desk: &Desk<'_>, id: Id) -> Option<Source> {
    let source = desk.source(id)?;
    Some(Source {
        title: source.title.clone(),
        form: source.form.clone(),
        publisher: source.publisher.get().cloned(),
        published: source.published.get().copied().map(show::date_of),
        entered: show::date_of(source.entered),
    })
}

/// "April 2018", or "2 April 2018".
fn month_or_day(dated: &str) -> String {
    match dated.parse::<Day>() {
        Ok(day) => show::date_of(day),
        Err(_) => show::month_of(dated),
    }
}

/// The note of a meeting of the group's own, from its record: only what is public stands in it.
fn lived(desk: &Desk<'_>, id: Id, meeting: &Meeting) -> Note {
    let issued = meeting.note.as_ref();
    let day = meeting.day();
    let mut taken: Vec<_> = desk
        .decisions_of(id)
        .into_iter()
        .map(|decision| decision.kind.unwrap_or(DecisionKind::Procedural))
        .collect();
    let count = show::number(taken.len());
    taken.sort_unstable();
    taken.dedup();
    let released = desk.decisions().into_iter().rev();
    let released = released.filter(|d| d.meeting() == Some(id) && desk.is_released(d));
    let themes = desk.themes().into_iter();
    let present = desk.present_in_note(meeting);
    Note {
        title: issued.map_or_else(|| meeting.title.clone(), |note| note.title.clone()),
        level: level(meeting.level),
        ordinal: desk.ordinal(id).get().copied(),
        on: show::date_of(day),
        place: Some(meeting.place.clone()),
        lede: issued
            .and_then(|note| note.lede.clone())
            .unwrap_or_default(),
        offices: offices(desk, meeting),
        attendance: present.map(|all| all.iter().map(|id| show::org_of(desk, *id)).collect()),
        decisions: (count > 0).then(|| Counted {
            count,
            kinds: taken.into_iter().map(importance).collect(),
            passage: String::new(),
        }),
        released: released
            .map(|decision| (decision.number.clone(), decision.title.clone()))
            .collect(),
        concluded: concluded(meeting),
        quotations: quotations(desk, meeting),
        themes: themes
            .filter(|(_, theme)| theme.meeting == Some(id))
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        members: desk
            .members_as_of(day)
            .into_iter()
            .map(|(_, organisation)| show::org_on(organisation, day))
            .collect(),
        issued: issued
            .map(|note| show::date(desk, note.issued))
            .unwrap_or_default(),
        act: issued.map(|note| note.act + 1),
        ..Note::default()
    }
}

/// Quotations that the note carries: once issued those that it was issued with.
fn quotations(desk: &Desk<'_>, meeting: &Meeting) -> Vec<Quote> {
    desk.quoted(meeting)
        .into_iter()
        .map(|one| Quote {
            words: one.words.reveal().cloned().unwrap_or_default(),
            attribution: attributed(desk, one),
        })
        .collect()
}

/// Whose words they are: as approved, and never without the organisation that approved them.
fn attributed(desk: &Desk<'_>, one: &group::state::Approved) -> String {
    let given = one.attribution.reveal().cloned().unwrap_or_default();
    let org = show::org_of(desk, one.organisation);
    let names = |name: &str| !name.is_empty() && given.contains(name);
    if names(&org.name) || names(&org.short) {
        given
    } else {
        format!("{given}, {}", org.full())
    }
}

/// The note as it will stand, for those inside.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let view = draft(&app, &desk, id, meeting).ok_or(Failure::NotFound)?;
    let shell = show::shell(&app, &who, &desk, Place::Meetings);
    Ok(show::page(&shell, &view))
}

fn draft(app: &App, desk: &Desk<'_>, id: Id, meeting: &Meeting) -> Option<Draft> {
    if !meeting.is_closed() {
        return None;
    }
    let issued = meeting.note.as_ref();
    let approved = desk.quotations(meeting).into_iter();
    let own = show::acts_for(desk);
    Some(Draft {
        head: head(desk, id, meeting),
        note: lived(desk, id, meeting),
        approved: approved
            .map(|one| {
                let quote = Quote {
                    words: one.words.reveal().cloned().unwrap_or_default(),
                    attribution: attributed(desk, one),
                };
                (show::org_of(desk, one.organisation), quote)
            })
            .collect(),
        issue: desk.is_staff().then(|| Issue {
            form: show::form(app).about(meeting.quotations.len()),
            title: issued.map_or_else(|| meeting.title.clone(), |note| note.title.clone()),
            lede: issued
                .and_then(|note| note.lede.clone())
                .unwrap_or_default(),
            attendance: issued.is_some_and(|note| note.attendance),
            again: issued.is_some(),
        }),
        quotation: (desk.viewer.speaks() && was_there(desk, meeting)).then(|| Quotation {
            form: show::form(app),
            attribution: format!("{}, {}", desk.own_name(), own.organisation.name),
            acts_for: own,
            words: String::new(),
        }),
    })
}

/// Whether the viewer's organisation is marked as having been there: only then is it quoted.
fn was_there(desk: &Desk<'_>, meeting: &Meeting) -> bool {
    let own = desk.viewer.organisation;
    own.is_some_and(|own| meeting.present().any(|id| id == own))
}

/// Makes the note public.
pub(crate) async fn issue(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let actor = staff(&desk)?;
    let lede = posted.text("lede");
    // Those that the page showed: what was approved since comes with the next issue.
    let shown: usize = posted
        .text("seen")
        .parse()
        .map_err(|_| Failure::NotOurForm)?;
    let command = Command::IssueNote {
        meeting: id,
        title: posted.text("title").to_owned(),
        lede: (!lede.is_empty()).then(|| lede.to_owned()),
        attendance: posted.ticked("attendance"),
        quotations: meeting
            .quotations
            .iter()
            .take(shown)
            .map(|one| one.id)
            .collect(),
    };
    let sent = Sent::new(&app, &who, &desk, &posted);
    let path = format!("meetings/{slug}/note");
    sent.run(actor, &command, &path, "note-issued", |refusal| {
        let page = draft(&app, &desk, id, meeting).ok_or(Failure::NotFound)?;
        let field = match refusal {
            Refusal::Missing { what: "title" } | Refusal::TooLong { what: "title", .. } => "title",
            Refusal::TooLong { .. } => "lede",
            _ => "",
        };
        let why = sentence(refusal);
        sent.again(Place::Meetings, page, &why, |page| {
            let issue = page.issue.as_mut()?;
            issue.form = sent.form(field, &why).about(shown);
            issue.title = sent.text("title");
            issue.lede = lede.to_owned();
            issue.attendance = posted.ticked("attendance");
            Some(())
        })
    })
}

/// An organisation approves words for the note.
pub(crate) async fn quotation(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let (id, meeting) = inside(&desk, &slug)?;
    let command = Command::ApproveQuotation {
        quotation: app.office.fresh_id(),
        meeting: id,
        words: posted.text("words").to_owned(),
        attribution: posted.text("attribution").to_owned(),
    };
    let sent = Sent::new(&app, &who, &desk, &posted);
    let (path, told) = (format!("meetings/{slug}/note"), "quotation-approved");
    sent.run(desk.viewer.speaking(), &command, &path, told, |refusal| {
        let page = draft(&app, &desk, id, meeting).ok_or(Failure::NotFound)?;
        let field = match refusal {
            Refusal::Missing { what } | Refusal::TooLong { what, .. } if *what == "attribution" => {
                "attribution"
            }
            Refusal::Missing { .. } | Refusal::TooLong { .. } => "words",
            _ => "",
        };
        let why = sentence(refusal);
        sent.again(Place::Meetings, page, &why, |page| {
            let quotation = page.quotation.as_mut()?;
            quotation.form = sent.form(field, &why);
            quotation.words = sent.text("words");
            quotation.attribution = sent.text("attribution");
            Some(())
        })
    })
}

/// What came of the topics, beside decisions: in the words of the record, without summaries, which stay
/// inside.
fn concluded(meeting: &Meeting) -> Vec<(String, Outcome, String)> {
    let topics = meeting
        .agenda
        .iter()
        .filter(|item| item.kind == ItemKind::Topic);
    topics
        .filter_map(|item| {
            let end = meeting.outcomes.get(&item.item)?;
            let told = [
                ItemOutcome::Concluded,
                ItemOutcome::TookNote,
                ItemOutcome::ExpressedView,
            ];
            let outcome = Outcome::of(end.outcome.word())?;
            told.contains(&end.outcome)
                .then(|| (item.title.clone(), outcome, String::new()))
        })
        .collect()
}
