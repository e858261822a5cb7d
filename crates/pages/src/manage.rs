//! The secretariat's forms under the list of members: seats and their links, offices, organisations.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::members::OrganisationKind;
use crate::organisation::{Hat, Org};
use crate::pick::tick;
use crate::words::Words;

/// The secretariat's forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manage {
    /// Posted to `/GROUP/members/seats`: `organisation`, `person_name`, `seat` (`head`,
    /// `focal_point`, `alternate`, `reviewer`).
    pub seat: Form,
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    pub organisation: String,
    pub person_name: String,
    pub seat_kind: String,
    /// Seats that are held, with whoever holds them: value of the option, words. Posted to
    /// `/GROUP/members/links` as `seat`; also offered as `office_exercised_by`.
    pub held: Vec<(String, String)>,
    /// Posted to `/GROUP/members/offices`: `office` (`chair`, `co_chair`, `coordinator`,
    /// `secretariat`), `office_organisation`, `office_until` (`YYYY-MM-DD` or empty),
    /// `office_exercised_by` (a value of `held`, or empty), `office_decision` (a value of
    /// `decisions`, or empty), `office_sure` (`yes`: the secretariat goes to another organisation).
    pub office: Form,
    pub office_kind: String,
    pub office_holder: String,
    pub office_until: String,
    pub office_exercised_by: String,
    /// Decisions that may endorse it: value of the option, words.
    pub decisions: Vec<(String, String)>,
    pub office_decision: String,
    /// Posted to `/GROUP/members/organisations`: `organisation_name`, `organisation_short`,
    /// `organisation_kind` (values of [`OrganisationKind`], or empty: not said), `category`.
    pub record: Form,
    pub organisation_name: String,
    pub organisation_short: String,
    pub organisation_kind: String,
    /// Value of the option, the group's own word.
    pub categories: Vec<(String, String)>,
    pub category: String,
}

impl Manage {
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            section {
                h2 { (words.t("seat-title")) }
                p { (words.t("seat-lede")) }
                (self.seat.post(&cx.group("members/seats"), &self.seat_fields(words)))
            }
            section {
                h2 { (words.t("seat-again-title")) }
                p { (words.t("seat-again-lede")) }
                (self.seat.post(&cx.group("members/links"), &html! {
                    div.field {
                        label for="held" { (words.t("seat-held")) }
                        select id="held" name="seat" { @for (value, label) in &self.held { option value=(value) { (label) } } }
                    }
                    button { (words.t("seat-link-anew")) }
                }))
            }
            section {
                h2 { (words.t("office-title")) }
                p { (words.t("office-lede")) }
                (self.office.post(&cx.group("members/offices"), &self.office_fields(words)))
            }
            section {
                h2 { (words.t("record-title")) }
                (self.record.post(&cx.group("members/organisations"), &self.record_fields(words)))
            }
        }
    }

    fn orgs(&self) -> Vec<(String, String)> {
        let orgs = self.organisations.iter();
        orgs.map(|(value, org)| (value.clone(), org.full()))
            .collect()
    }

    fn office_fields(&self, words: &Words) -> Markup {
        let offices: Vec<_> = OFFICES
            .iter()
            .map(|(value, hat)| ((*value).to_owned(), hat.words(words).to_owned()))
            .collect();
        html! {
            (self.office.choice(words, Input { name: "office", label: words.t("office-kind"), value: &self.office_kind, ..Input::default() }, &offices))
            (self.office.choice(words, Input { name: "office_organisation", label: words.t("round-organisation"), value: &self.office_holder, ..Input::default() }, &self.orgs()))
            (self.office.input(words, Input {
                name: "office_until", label: words.t("office-until"), hint: Some(words.t("office-until-hint")), value: &self.office_until, kind: "date", optional: true, ..Input::default()
            }))
            @if !self.held.is_empty() {
                (self.office.choice(words, Input { name: "office_exercised_by", label: words.t("office-exercised"), value: &self.office_exercised_by, optional: true, ..Input::default() }, &or_not(words, &self.held)))
            }
            @if !self.decisions.is_empty() {
                (self.office.choice(words, Input { name: "office_decision", label: words.t("office-decision"), value: &self.office_decision, optional: true, ..Input::default() }, &or_not(words, &self.decisions)))
            }
            (tick("office_sure", words.t("office-sure"), false, false))
            button { (words.t("office-button")) }
        }
    }

    fn record_fields(&self, words: &Words) -> Markup {
        let form = &self.record;
        html! {
            (form.input(words, Input { name: "organisation_name", label: words.t("founding-organisation-name"), value: &self.organisation_name, ..Input::default() }))
            (form.input(words, Input {
                name: "organisation_short", label: words.t("founding-organisation-short"), hint: Some(words.t("founding-organisation-short-hint")),
                value: &self.organisation_short, width: 12, ..Input::default()
            }))
            (form.choice(words, Input { name: "organisation_kind", label: words.t("member-kind"), value: &self.organisation_kind, ..Input::default() }, &kinds(words)))
            (form.choice(words, Input { name: "category", label: words.t("record-category"), value: &self.category, ..Input::default() }, &self.categories))
            button { (words.t("record-button")) }
        }
    }

    fn seat_fields(&self, words: &Words) -> Markup {
        let orgs = self.orgs();
        let seats: Vec<_> = SEATS
            .iter()
            .map(|(value, hat)| ((*value).to_owned(), hat.words(words).to_owned()))
            .collect();
        html! {
            (self.seat.choice(words, Input { name: "organisation", label: words.t("round-organisation"), value: &self.organisation, ..Input::default() }, &orgs))
            (self.seat.input(words, Input { name: "person_name", label: words.t("founding-person-name"), value: &self.person_name, ..Input::default() }))
            (self.seat.choice(words, Input { name: "seat", label: words.t("seat-kind"), value: &self.seat_kind, ..Input::default() }, &seats))
            button { (words.t("seat-button")) }
        }
    }
}

/// The offices that the form offers, with their values.
const OFFICES: [(&str, Hat); 4] = [
    ("chair", Hat::Chair),
    ("co_chair", Hat::CoChair),
    ("coordinator", Hat::Coordinator),
    ("secretariat", Hat::Secretariat),
];

/// The seats that the form offers, with their values.
const SEATS: [(&str, Hat); 4] = [
    ("focal_point", Hat::FocalPoint),
    ("head", Hat::Head),
    ("alternate", Hat::Alternate),
    ("reviewer", Hat::Reviewer),
];

/// The kinds of organisations as options, "not said" first.
pub(crate) fn kinds(words: &Words) -> Vec<(String, String)> {
    let kinds =
        OrganisationKind::ALL.map(|kind| (kind.value().to_owned(), kind.words(words).to_owned()));
    or_not(words, &kinds)
}

/// The options with "not said" before them.
pub(crate) fn or_not(words: &Words, options: &[(String, String)]) -> Vec<(String, String)> {
    let none = (String::new(), words.t("not-said").to_owned());
    std::iter::once(none)
        .chain(options.iter().cloned())
        .collect()
}
