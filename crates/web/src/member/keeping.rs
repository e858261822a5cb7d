//! What is done with an organisation on its page: by the secretariat, or by itself.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::{OrganisationKind, Work};
use group::state::{Organisation, Theme};
use group::{Command, Hat, Id, Refusal};
use pages::member::Member;
use pages::{Form, Place};

use super::{YES, offered, view};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::sent::Sent;
use crate::session::Who;
use crate::show::words;

/// What is done with an organisation: by the secretariat, or by itself.
struct Keeping<'a> {
    sent: Sent<'a>,
    found: (Id, &'a Organisation),
    path: String,
}

impl<'a> Keeping<'a> {
    fn new(sent: Sent<'a>, slug: &str) -> Result<Self, Failure> {
        let found = sent.desk.organisation_at(slug).ok_or(Failure::NotFound)?;
        Ok(Self {
            sent,
            found,
            path: format!("members/{}", found.1.slug),
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
        self.sent.run(actor, command, &self.path, told, |refusal| {
            self.refuse(field(refusal), &sentence(refusal), keep)
        })
    }

    fn refuse(
        &self,
        field: &str,
        why: &str,
        keep: impl FnOnce(&mut Member, Form) -> Option<()>,
    ) -> Result<Response, Failure> {
        let Sent { app, desk, .. } = self.sent;
        let page = view(app, desk, self.found, desk.day());
        let form = self.sent.form(field, why);
        self.sent
            .again(Place::Members, page, why, |page| keep(page, form))
    }

    fn secretariat(&self) -> Result<group::Actor, Failure> {
        if self.sent.desk.is_secretariat() {
            Ok(self.sent.desk.viewer.acting(Hat::Secretariat))
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
    let keeping = Keeping::new(Sent::new(&app, &who, &desk, &posted), &slug)?;
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
    let told = "organisation-renamed";
    let (sent, path) = (&keeping.sent, &keeping.path);
    sent.run(actor, &command, path, told, |refusal| {
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
    let keeping = Keeping::new(Sent::new(&app, &who, &desk, &posted), &slug)?;
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
    let keeping = Keeping::new(Sent::new(&app, &who, &desk, &posted), &slug)?;
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
    let keeping = Keeping::new(Sent::new(&app, &who, &desk, &posted), &slug)?;
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

/// It takes part again.
pub(crate) async fn join(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(Sent::new(&app, &who, &desk, &posted), &slug)?;
    let actor = keeping.secretariat()?;
    let command = Command::StartMembership {
        organisation: keeping.found.0,
        category: posted.text("category").to_owned(),
    };
    let typed = |view: &mut Member, form: Form| {
        let join = view.keep.as_mut()?.join.as_mut()?;
        join.form = form;
        join.category = posted.text("category").to_owned();
        Some(())
    };
    keeping.run(actor, &command, "membership-started", typed, |_| "category")
}

/// What it works on, by itself or by the secretariat.
pub(crate) async fn profile(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let keeping = Keeping::new(Sent::new(&app, &who, &desk, &posted), &slug)?;
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
