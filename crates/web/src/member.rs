//! `/GROUP/members/SLUG`: one organisation, as of a day; and `/GROUP/members/coverage`.

use std::sync::Arc;

use axum::extract::{OriginalUri, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use group::parts::{OrganisationKind, Work};
use group::state::{Membership, Organisation, Theme};
use group::{Command, Day, Hat, Id, Refusal};
use office::desk::Desk;
use pages::coverage::{Coverage, CoverageRow, Gap};
use pages::keeping::Keep;
use pages::member::{Member, MembershipTerm, OfficeTerm, ToldMember};
use pages::profile::{ProfileTheme, StateProfile, WorksOn};
use pages::{Form, Place};

use crate::actions::row as action_row;
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::meeting::source;
use crate::members::{kind, seats};
use crate::posted::Posted;
use crate::public::for_all_narrowed;
use crate::query::Query;
use crate::session::{Who, asking, settled};
use crate::show::{self, words};

/// The day that is asked for, or the one of which the group's list is shown.
fn day_of(desk: &Desk<'_>, query: &Query) -> Day {
    query
        .text("on")
        .parse()
        .unwrap_or_else(|_| desk.members_day())
}

pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let query = Query::of(&uri);
    for_all_narrowed(&app, &who, (&uri, &headers), Place::Members, |desk| {
        let (id, found) = desk.organisation_at(&slug)?;
        Some(view(&app, desk, (id, found), day_of(desk, &query)))
    })
}

fn view(app: &App, desk: &Desk<'_>, (id, found): (Id, &Organisation), on: Day) -> Member {
    let profile = desk.profile(id, on);
    let texts = desk.texts();
    let own = desk.viewer.organisation == Some(id) && desk.viewer.speaks();
    let works_on = profile.map(|profile| profile.works_on.as_slice());
    Member {
        slug: found.slug.clone(),
        organisation: show::org_on(found, on),
        as_of: show::date_of(on),
        on: on.to_string(),
        also: found.also.clone(),
        former: found
            .former
            .iter()
            .map(|former| (show::date_of(former.until), former.name.clone()))
            .collect(),
        kind: found.category.get().map(|found| kind(*found)),
        memberships: memberships(found),
        offices: offices(desk, id),
        seats: seats(desk, id),
        works_on: works_on
            .unwrap_or_default()
            .iter()
            .filter_map(|work| works(desk, work))
            .collect(),
        own_words: profile.and_then(|p| p.words.clone()).unwrap_or_default(),
        stated: profile.map(|profile| show::date_of(profile.since)),
        texts: texts
            .iter()
            .filter(|seen| seen.text().penholder == id)
            .map(|seen| (seen.text().slug.clone(), seen.text().title.clone()))
            .collect(),
        actions: desk
            .actions()
            .into_iter()
            .filter(|action| action.is_open() && action.owners.contains(&id))
            .map(|action| action_row(desk, action))
            .collect(),
        inside: desk.is_inside(),
        profile: (own || desk.is_secretariat())
            .then(|| profile_form(app, desk, id))
            .filter(|form| !form.themes.is_empty()),
        keep: desk.is_secretariat().then(|| keep(app, desk, found)),
        told: told(desk, id, found, on),
    }
}

/// What a source tells of an organisation that the group's own record doesn't know as taking part.
fn told(desk: &Desk<'_>, id: Id, found: &Organisation, on: Day) -> Option<ToldMember> {
    let all = desk.memberships_told_of(id);
    let first = all.first().filter(|_| found.memberships.is_empty())?;
    let of_day = all.iter().any(|told| told.on == on);
    let offices = desk.offices_told_of(id).into_iter();
    let mut passages: Vec<String> = all.iter().map(|told| desk.passage(&told.cited)).collect();
    passages.extend(offices.map(|office| desk.passage(&office.cited)));
    Some(ToldMember {
        other_days: if of_day {
            Vec::new()
        } else {
            all.iter().map(|told| show::date_of(told.on)).collect()
        },
        passages,
        source: source(desk, first.cited.source)?,
        act: first.cited.act + 1,
    })
}

fn works(desk: &Desk<'_>, work: &Work) -> Option<WorksOn> {
    let theme = desk.theme_by_id(work.theme)?;
    Some(WorksOn {
        theme: (theme.slug.clone(), theme.name.clone()),
        approaches: work.approaches.clone(),
    })
}

/// Newest first.
fn memberships(found: &Organisation) -> Vec<MembershipTerm> {
    let lived = |membership: &Membership| MembershipTerm {
        category: membership.category.clone(),
        since: show::date_of(membership.since),
        until: membership.until.map(show::date_of),
    };
    found.memberships.iter().rev().map(lived).collect()
}

fn offices(desk: &Desk<'_>, id: Id) -> Vec<OfficeTerm> {
    let decision = |id: Id| Some(desk.decision_by_id(id)?.number.clone());
    let lived = desk.terms_of(id).into_iter().rev().map(|term| OfficeTerm {
        office: show::office_hat(term.office),
        since: show::date_of(term.since),
        until: term.until.map(show::date_of),
        exercised_by: desk.exercised_by(term).to_owned(),
        decision: term.decision.and_then(decision),
    });
    let told = desk.offices_told_of(id).into_iter().map(|office| {
        let (person, function) = desk.office_person(office);
        OfficeTerm {
            office: show::office_hat(office.office),
            since: String::new(),
            until: None,
            exercised_by: format!("{person}, {function}"),
            decision: None,
        }
    });
    lived.chain(told).collect()
}

/// The form with what the organisation states now.
fn profile_form(app: &App, desk: &Desk<'_>, id: Id) -> StateProfile {
    let stated = desk.profile(id, desk.day());
    let ticked = |theme: Id| {
        let works = stated.and_then(|p| p.works_on.iter().find(|work| work.theme == theme));
        match works {
            Some(work) if work.approaches.is_empty() => vec![YES.to_owned()],
            Some(work) => work.approaches.clone(),
            None => Vec::new(),
        }
    };
    StateProfile {
        form: show::form(app),
        approaches: approaches(desk),
        themes: offered(desk, stated)
            .into_iter()
            .map(|(id, theme)| ProfileTheme {
                slug: theme.slug.clone(),
                name: theme.name.clone(),
                ticked: ticked(id),
            })
            .collect(),
        words: stated.and_then(|p| p.words.clone()).unwrap_or_default(),
    }
}

/// A tick that names no approach: the group has none.
const YES: &str = "yes";

/// Themes that can be ticked: the open ones, and those that are ticked already.
fn offered<'d>(desk: &'d Desk<'_>, stated: Option<&group::state::Profile>) -> Vec<(Id, &'d Theme)> {
    let has = |id: Id| stated.is_some_and(|p| p.works_on.iter().any(|work| work.theme == id));
    let mut all = desk.themes();
    all.retain(|(id, theme)| theme.until.is_none() || has(*id));
    all
}

fn approaches(desk: &Desk<'_>) -> Vec<String> {
    desk.purpose()
        .map(|purpose| purpose.approaches.clone())
        .unwrap_or_default()
}

fn keep(app: &App, desk: &Desk<'_>, found: &Organisation) -> Keep {
    let form = || show::form(app);
    Keep {
        rename: form(),
        name: found.name.clone(),
        short_name: found.short_name.clone().unwrap_or_default(),
        other: form(),
        other_name: String::new(),
        classify: form(),
        kind: found
            .category
            .get()
            .map(|kind| kind.word().to_owned())
            .unwrap_or_default(),
        leave: found.membership(desk.day()).map(|_| form()),
    }
}

/// What is done with an organisation: by the secretariat, or by itself.
struct Keeping<'a> {
    app: &'a App,
    who: &'a Who,
    desk: &'a Desk<'a>,
    posted: &'a Posted,
    found: (Id, &'a Organisation),
}

impl<'a> Keeping<'a> {
    fn new(
        app: &'a App,
        who: &'a Who,
        desk: &'a Desk<'a>,
        posted: &'a Posted,
        slug: &str,
    ) -> Result<Self, Failure> {
        let found = desk.organisation_at(slug).ok_or(Failure::NotFound)?;
        Ok(Self {
            app,
            who,
            desk,
            posted,
            found,
        })
    }

    fn run(
        &self,
        actor: group::Actor,
        command: &Command,
        told: &str,
        keep: impl FnOnce(&mut Member, Form) -> Option<()>,
        field: impl FnOnce(&Refusal) -> &'static str,
    ) -> Result<Response, Failure> {
        let group = &self.who.group;
        let asking = asking(self.posted, actor)?;
        let ran = self.app.office.execute(group, &asking, command, &[]);
        let path = format!("members/{}", self.found.1.slug);
        settled(ran, group, &path, told, |refusal| {
            self.refuse(field(refusal), &sentence(refusal), keep)
        })
    }

    fn refuse(
        &self,
        field: &str,
        why: &str,
        keep: impl FnOnce(&mut Member, Form) -> Option<()>,
    ) -> Result<Response, Failure> {
        let mut view = view(self.app, self.desk, self.found, self.desk.day());
        let form = Form::new(self.posted.text("command")).refused(field, why);
        if keep(&mut view, form).is_none() {
            return Err(Failure::Refused(why.to_owned()));
        }
        let shell = show::shell(self.app, self.who, self.desk, Place::Members);
        Ok(show::refused_page(&shell, &view))
    }

    fn secretariat(&self) -> Result<group::Actor, Failure> {
        if self.desk.is_secretariat() {
            Ok(self.desk.viewer.acting(Hat::Secretariat))
        } else {
            Err(Failure::NotFound)
        }
    }
}

/// Another name from today on; the one before stays with its days.
pub(crate) async fn rename(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(&app, &who, &desk, &posted, &slug)?;
    let short = posted.text("short_name");
    let command = Command::RenameOrganisation {
        organisation: keeping.found.0,
        name: posted.text("name").to_owned(),
        short_name: (!short.is_empty()).then(|| short.to_owned()),
    };
    let typed = |view: &mut Member, form: Form| {
        let keep = view.keep.as_mut()?;
        keep.rename = form;
        keep.name = posted.text("name").to_owned();
        keep.short_name = short.to_owned();
        Some(())
    };
    let actor = keeping.secretariat()?;
    let asking = asking(&posted, actor)?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("members/{}", keeping.found.1.slug);
    settled(ran, &who.group, &path, "organisation-renamed", |refusal| {
        let (field, why) = match refusal {
            Refusal::NothingSaid {} => ("name", words().t("problem-same-name").to_owned()),
            // A name stands for a day at least; the law's sentence speaks of clocks.
            Refusal::TimeBackwards {} => ("name", words().t("problem-renamed-today").to_owned()),
            Refusal::NameTaken { .. }
            | Refusal::TooLong {
                what: "short form", ..
            } => ("short_name", sentence(refusal)),
            _ => ("name", sentence(refusal)),
        };
        keeping.refuse(field, &why, typed)
    })
}

/// Another name under which it is found.
pub(crate) async fn add_name(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(&app, &who, &desk, &posted, &slug)?;
    let command = Command::AddName {
        organisation: keeping.found.0,
        name: posted.text("other_name").to_owned(),
    };
    let typed = |view: &mut Member, form: Form| {
        let keep = view.keep.as_mut()?;
        keep.other = form;
        keep.other_name = posted.text("other_name").to_owned();
        Some(())
    };
    let actor = keeping.secretariat()?;
    keeping.run(
        actor,
        &command,
        "organisation-named",
        typed,
        |_| "other_name",
    )
}

/// What it is.
pub(crate) async fn classify(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(&app, &who, &desk, &posted, &slug)?;
    let actor = keeping.secretariat()?;
    let typed = |view: &mut Member, form: Form| {
        let keep = view.keep.as_mut()?;
        keep.classify = form;
        keep.kind = posted.text("kind").to_owned();
        Some(())
    };
    let Some(kind) = OrganisationKind::of(posted.text("kind")) else {
        return keeping.refuse("kind", words().t("problem-choice"), typed);
    };
    let command = Command::ClassifyOrganisation {
        organisation: keeping.found.0,
        kind,
    };
    keeping.run(
        actor,
        &command,
        "organisation-classified",
        typed,
        |_| "kind",
    )
}

/// Its membership ends.
pub(crate) async fn leave(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(&app, &who, &desk, &posted, &slug)?;
    let actor = keeping.secretariat()?;
    let typed = |view: &mut Member, form: Form| {
        *view.keep.as_mut()?.leave.as_mut()? = form;
        Some(())
    };
    if !posted.ticked("leave") {
        return keeping.refuse("leave", words().t("problem-leave-tick"), typed);
    }
    let command = Command::EndMembership {
        organisation: keeping.found.0,
    };
    keeping.run(actor, &command, "membership-ended", typed, |_| "leave")
}

/// What it works on, by itself or by the secretariat.
pub(crate) async fn profile(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(&app, &who, &desk, &posted, &slug)?;
    let own = desk.viewer.organisation == Some(keeping.found.0) && desk.viewer.speaks();
    if !own && !desk.is_secretariat() {
        return Err(Failure::NotFound);
    }
    let ticked = |theme: &Theme| posted.all(&format!("works_on_{}", theme.slug));
    let stated = desk.profile(keeping.found.0, desk.day());
    let works_on = offered(&desk, stated)
        .into_iter()
        .map(|(id, theme)| (id, ticked(theme)))
        .filter(|(_, ticked)| !ticked.is_empty())
        .map(|(theme, mut approaches)| {
            approaches.retain(|approach| approach != YES);
            Work { theme, approaches }
        });
    let own_words = posted.text("profile_words").to_owned();
    let command = Command::StateProfile {
        organisation: keeping.found.0,
        works_on: works_on.collect(),
        words: (!own_words.is_empty()).then(|| own_words.clone()),
    };
    let typed = |view: &mut Member, form: Form| {
        let profile = view.profile.as_mut()?;
        profile.form = form;
        profile.words = own_words;
        for theme in &mut profile.themes {
            theme.ticked = posted.all(&format!("works_on_{}", theme.slug));
        }
        Some(())
    };
    let actor = desk.acting_for(&[keeping.found.0]);
    keeping.run(
        actor,
        &command,
        "profile-stated",
        typed,
        |refusal| match refusal {
            Refusal::TooLong { .. } => "profile_words",
            _ => "",
        },
    )
}

/// Who works on what, as of a day.
pub(crate) async fn coverage(
    State(app): State<Arc<App>>,
    who: Who,
    uri: OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let query = Query::of(&uri);
    for_all_narrowed(&app, &who, (&uri, &headers), Place::Members, |desk| {
        crate::themes::own_themes(desk).then(|| matrix(desk, day_of(desk, &query)))
    })
}

fn matrix(desk: &Desk<'_>, on: Day) -> Coverage {
    let mut themes = desk.themes();
    themes.retain(|(_, theme)| theme.since <= on && theme.until.is_none_or(|until| on <= until));
    let approaches = approaches(desk);
    let works = |id: Id, theme: Id| -> Option<Vec<String>> {
        let profile = desk.profile(id, on)?;
        let work = profile.works_on.iter().find(|work| work.theme == theme)?;
        Some(work.approaches.clone())
    };
    let members = desk.members_as_of(on);
    let row = |(id, found): &(Id, &Organisation)| CoverageRow {
        slug: found.slug.clone(),
        organisation: show::org_on(found, on),
        cells: themes.iter().map(|(theme, _)| works(*id, *theme)).collect(),
    };
    let gap = |(id, theme): &(Id, &Theme)| {
        let done: Vec<Vec<String>> = members
            .iter()
            .filter_map(|(member, _)| works(*member, *id))
            .collect();
        let missing: Vec<String> = approaches
            .iter()
            .filter(|approach| !done.iter().flatten().any(|each| each == *approach))
            .cloned()
            .collect();
        let named = (theme.slug.clone(), theme.name.clone());
        match (done.is_empty(), missing.is_empty()) {
            (true, _) => Some(Gap {
                theme: named,
                approaches: Vec::new(),
            }),
            (false, false) => Some(Gap {
                theme: named,
                approaches: missing,
            }),
            (false, true) => None,
        }
    };
    let own = desk
        .viewer
        .organisation
        .and_then(|id| desk.organisation(id));
    Coverage {
        as_of: show::date_of(on),
        on: on.to_string(),
        rows: members.iter().map(row).collect(),
        gaps: themes.iter().filter_map(gap).collect(),
        themes: themes
            .iter()
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        approaches,
        own: own.map(|found| found.slug.clone()),
    }
}
