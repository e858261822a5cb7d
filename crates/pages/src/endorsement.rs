//! Standing behind a text: an organisation's written yes to be named under it.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;

/// The endorsement of one organisation, on the page of the clearance (`#endorse`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endorsement {
    /// The version it would stand behind: "final".
    pub version: String,
    /// The form of the name that is held; `None` when it does not endorse.
    pub given: Option<String>,
    /// As typed, or the recorded name as a start.
    pub name: String,
    /// Posted to `/GROUP/texts/SLUG/endorsement`: `endorsement_name`.
    pub give: Option<Form>,
    /// Posted to `/GROUP/texts/SLUG/endorsement/withdraw`.
    pub withdraw: Option<Form>,
    /// Published already: a withdrawal shows as a new edition of the list.
    pub published: bool,
}

impl Endorsement {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            section #endorse {
                h2 { (words.t("endorse-title")) }
                @if let Some(name) = &self.given {
                    p { (words.f("endorse-given", &[("version", self.version.as_str().into())])) " " b { bdi { (name) } } "." }
                } @else { p { (words.f("endorse-lede", &[("version", self.version.as_str().into())])) } }
                @if let Some(form) = &self.give {
                    (form.post(&cx.text(slug, "endorsement"), &html! {
                        (form.input(words, Input {
                            name: "endorsement_name", label: words.t("endorse-name"), hint: Some(words.t("endorse-name-hint")), value: &self.name, ..Input::default()
                        }))
                        button { (words.t(if self.given.is_some() { "endorse-change" } else { "endorse-button" })) }
                    }))
                }
                @if let Some(form) = &self.withdraw {
                    (form.post(&cx.text(slug, "endorsement/withdraw"), &html! {
                        p.hint { (words.t(if self.published { "endorse-withdraw-published" } else { "endorse-withdraw-quiet" })) }
                        button { (words.t("endorse-withdraw")) }
                    }))
                }
            }
        }
    }
}
