//! What the group is for, and the secretariat's forms on the page of the mandates.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::words::Words;

/// What the group is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purpose {
    pub words: String,
    /// Ways in which it works, in its own words: "prevention".
    pub approaches: Vec<String>,
    /// In force since that day.
    pub since: String,
}

/// The form that records a mandate. Posted to `/GROUP/mandates`: `body`, `instrument` (or empty), `on`
/// (`YYYY-MM-DD` or empty), `asks`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordMandate {
    pub form: Form,
    pub body: String,
    pub instrument: String,
    pub on: String,
    pub asks: String,
}

/// The form that says what the group is for. Posted to `/GROUP/purpose`: `purpose`, `approaches` (one
/// in each line).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetPurpose {
    pub form: Form,
    pub purpose: String,
    pub approaches: String,
}

impl Purpose {
    pub(crate) fn show(&self, words: &Words) -> Markup {
        html! {
            section {
                h2 { (words.t("purpose-title")) }
                p.text dir="auto" { (self.words) }
                @if !self.approaches.is_empty() {
                    p.m dir="auto" { (words.f("purpose-approaches", &[("approaches", self.approaches.join(words.t("list-comma")).into())])) }
                }
                p.m { (words.f("purpose-since", &[("day", self.since.as_str().into())])) }
            }
        }
    }
}

impl RecordMandate {
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            section {
                h2 { (words.t("mandate-record-title")) }
                (form.post(&cx.group("mandates"), &html! {
                    (form.input(words, Input { name: "body", label: words.t("mandate-body"), hint: Some(words.t("mandate-body-hint")), value: &self.body, ..Input::default() }))
                    (form.input(words, Input { name: "instrument", label: words.t("mandate-instrument"), hint: Some(words.t("mandate-instrument-hint")), value: &self.instrument, optional: true, ..Input::default() }))
                    (form.input(words, Input { name: "on", label: words.t("mandate-on"), kind: "date", value: &self.on, optional: true, ..Input::default() }))
                    (form.area(words, Input { name: "asks", label: words.t("mandate-asks"), value: &self.asks, ..Input::default() }, 3))
                    button { (words.t("mandate-record-button")) }
                }))
            }
        }
    }
}

impl SetPurpose {
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            section {
                h2 { (words.t("purpose-set-title")) }
                (form.post(&cx.group("purpose"), &html! {
                    (form.area(words, Input { name: "purpose", label: words.t("founding-purpose"), hint: Some(words.t("purpose-hint")), value: &self.purpose, ..Input::default() }, 3))
                    (form.area(words, Input { name: "approaches", label: words.t("purpose-approaches-label"), hint: Some(words.t("purpose-approaches-hint")), value: &self.approaches, optional: true, ..Input::default() }, 4))
                    button { (words.t("purpose-button")) }
                }))
            }
        }
    }
}
