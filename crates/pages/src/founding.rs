//! `/founding/TOKEN`: the group, its first organisation and a secretariat seat.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::words::Words;

/// The founding form. Fields posted to `/founding/TOKEN`: `group_name`, `short_name`, `zone`,
/// `purpose`, `organisation_name`, `organisation_short`, `person_name`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Founding {
    pub token: String,
    pub form: Form,
    pub group_name: String,
    pub short_name: String,
    /// IANA name of the seat's zone.
    pub zone: String,
    pub purpose: String,
    pub organisation_name: String,
    pub organisation_short: String,
    pub person_name: String,
}

impl View for Founding {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("founding-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.form.summary(words))
            h1 { (words.t("founding-title")) }
            p.lede { (words.t("founding-lede")) }
            (self.form.post(&format!("/founding/{}", self.token), &self.fields(words)))
        }
    }
}

impl Founding {
    fn fields(&self, words: &Words) -> Markup {
        let form = &self.form;
        html! {
            h2 { (words.t("founding-group")) }
            (form.input(words, Input { name: "group_name", label: words.t("founding-group-name"), value: &self.group_name, ..Input::default() }))
            (form.input(words, Input {
                name: "short_name", label: words.t("founding-short-name"), hint: Some(words.t("founding-short-name-hint")),
                value: &self.short_name, width: 20, ..Input::default()
            }))
            (form.input(words, Input {
                name: "zone", label: words.t("founding-zone"), hint: Some(words.t("founding-zone-hint")),
                value: &self.zone, width: 28, ..Input::default()
            }))
            (form.area(words, Input {
                name: "purpose", label: words.t("founding-purpose"), hint: Some(words.t("founding-purpose-hint")),
                value: &self.purpose, optional: true, ..Input::default()
            }, 3))
            h2 { (words.t("founding-organisation")) }
            (form.input(words, Input { name: "organisation_name", label: words.t("founding-organisation-name"), value: &self.organisation_name, ..Input::default() }))
            (form.input(words, Input {
                name: "organisation_short", label: words.t("founding-organisation-short"), hint: Some(words.t("founding-organisation-short-hint")),
                value: &self.organisation_short, width: 12, ..Input::default()
            }))
            h2 { (words.t("founding-person")) }
            (form.input(words, Input {
                name: "person_name", label: words.t("founding-person-name"), hint: Some(words.t("founding-person-hint")),
                value: &self.person_name, ..Input::default()
            }))
            p { button.main { (words.t("founding-button")) } }
        }
    }
}
