//! The secretariat's forms on the page of an organisation.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::manage::kinds;
use crate::organisation::Org;
use crate::pick::{folded, tick};

/// The forms that keep what is recorded about an organisation true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// Posted to `/GROUP/members/SLUG/rename`: `name`, `short_name`.
    pub rename: Form,
    pub name: String,
    pub short_name: String,
    /// Posted to `/GROUP/members/SLUG/name`: `other_name`.
    pub other: Form,
    pub other_name: String,
    /// Posted to `/GROUP/members/SLUG/kind`: `kind` (values of
    /// [`OrganisationKind`](crate::members::OrganisationKind), or empty: not said).
    pub classify: Form,
    pub kind: String,
    /// Posted to `/GROUP/members/SLUG/leave`: `leave` (`yes`). `None`: it does not take part.
    pub leave: Option<Form>,
    /// Posted to `/GROUP/members/SLUG/join`: `category`. `None`: it takes part.
    pub join: Option<Join>,
}

/// The form that takes an organisation in again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Join {
    pub form: Form,
    /// Value of the option, the group's own word.
    pub categories: Vec<(String, String)>,
    pub category: String,
}

impl Keep {
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Form> {
        [&self.rename, &self.other, &self.classify]
            .into_iter()
            .chain(&self.leave)
            .chain(self.join.as_ref().map(|join| &join.form))
    }

    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str, organisation: &Org) -> Markup {
        let words = cx.words;
        let to = |then: &str| cx.group(&format!("members/{slug}/{then}"));
        let rename = self.rename.post(&to("rename"), &html! {
            p { (words.t("keep-rename-means")) }
            (self.rename.input(words, Input { name: "name", label: words.t("founding-organisation-name"), value: &self.name, ..Input::default() }))
            (self.rename.input(words, Input { name: "short_name", label: words.t("founding-organisation-short"), value: &self.short_name, width: 12, optional: true, ..Input::default() }))
            button { (words.t("keep-rename-button")) }
        });
        let other = self.other.post(&to("name"), &html! {
            (self.other.input(words, Input { name: "other_name", label: words.t("keep-other-name"), hint: Some(words.t("keep-other-hint")), value: &self.other_name, ..Input::default() }))
            button { (words.t("keep-other-button")) }
        });
        let kind = self.classify.post(&to("kind"), &html! {
            (self.classify.choice(words, Input { name: "kind", label: words.t("member-kind"), value: &self.kind, ..Input::default() }, &kinds(words)))
            button { (words.t("keep-kind-button")) }
        });
        html! {
            section {
                h2 { (words.t("keep-title")) }
                (folded(words.t("keep-rename"), &self.rename, &rename))
                (folded(words.t("keep-other"), &self.other, &other))
                (folded(words.t("keep-kind"), &self.classify, &kind))
                @if let Some(join) = &self.join {
                    (folded(words.t("keep-join"), &join.form, &join.form.post(&to("join"), &html! {
                        (join.form.choice(words, Input { name: "category", label: words.t("record-category"), value: &join.category, ..Input::default() }, &join.categories))
                        button { (words.t("keep-join-button")) }
                    })))
                }
                @if let Some(leave) = &self.leave {
                    (folded(words.t("keep-leave"), leave, &leave.post(&to("leave"), &html! {
                        p { (words.t("keep-leave-means")) }
                        (tick("leave", &words.f("keep-leave-tick", &[("organisation", organisation.full().into())]), false, true))
                        button { (words.t("keep-leave-button")) }
                    })))
                }
            }
        }
    }
}
