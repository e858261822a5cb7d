//! A form that a member sent: carried out, or shown again with what was typed.

use axum::response::Response;
use group::{Actor, Command, Refusal};
use office::desk::Desk;
use pages::{Form, Place, View};

use crate::app::App;
use crate::failure::Failure;
use crate::posted::Posted;
use crate::session::{Who, asking, settled};
use crate::show;

/// A form, with the desk that it was sent from.
#[derive(Clone, Copy)]
pub(crate) struct Sent<'a> {
    pub(crate) app: &'a App,
    pub(crate) who: &'a Who,
    pub(crate) desk: &'a Desk<'a>,
    pub(crate) posted: &'a Posted,
}

impl<'a> Sent<'a> {
    pub(crate) fn new(app: &'a App, who: &'a Who, desk: &'a Desk<'a>, posted: &'a Posted) -> Self {
        Self {
            app,
            who,
            desk,
            posted,
        }
    }

    /// Carries out a command and goes on to the page at `path` in the group, which tells it; or what
    /// `refused` makes of the law's refusal.
    pub(crate) fn run(
        &self,
        actor: Actor,
        command: &Command,
        path: &str,
        told: &str,
        refused: impl FnOnce(&Refusal) -> Result<Response, Failure>,
    ) -> Result<Response, Failure> {
        let asking = asking(self.posted, actor)?;
        let group = &self.who.group;
        let ran = self.app.office.execute(group, &asking, command, &[]);
        settled(ran, group, path, told, refused)
    }

    /// The page again with what `keep` puts into it. Where the form has no place on it any more (`keep`
    /// gives `None`), the sentence `why` alone, with what was typed.
    pub(crate) fn again<V: View>(
        &self,
        place: Place,
        mut view: V,
        why: &str,
        keep: impl FnOnce(&mut V) -> Option<()>,
    ) -> Result<Response, Failure> {
        if keep(&mut view).is_none() {
            return Err(self.posted.gone(why));
        }
        let shell = show::shell(self.app, self.who, self.desk, place);
        Ok(show::refused_page(&shell, &view))
    }

    /// The form as it is shown again: the same one, with the problem at a field.
    pub(crate) fn form(&self, field: &str, why: &str) -> Form {
        Form::new(self.posted.text("command")).refused(field, why)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        self.posted.text(name).to_owned()
    }
}
