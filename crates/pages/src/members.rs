//! `/GROUP/members`: organisations and offices; for the secretariat seats and sign-in links.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::{Hat, Org};
use crate::words::Words;

/// Who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    pub as_of: String,
    /// In protocol order.
    pub rows: Vec<MemberRow>,
    /// For the secretariat.
    pub manage: Option<Manage>,
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    pub organisation: Org,
    /// The group's own word for its standing: "member", "partner", "observer".
    pub category: String,
    /// Offices that it holds.
    pub offices: Vec<Hat>,
    /// Day since which it takes part.
    pub since: String,
    /// Its seats, for the secretariat and the organisation itself.
    pub seats: Vec<SeatRow>,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub person: String,
    pub seat: Hat,
    pub since: String,
}

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
    /// Posted to `/GROUP/members/organisations`: `organisation_name`, `organisation_short`,
    /// `category`.
    pub record: Form,
    pub organisation_name: String,
    pub organisation_short: String,
    /// Value of the option, the group's own word.
    pub categories: Vec<(String, String)>,
    pub category: String,
}

/// The page that shows a new sign-in link, once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewLink {
    pub person: String,
    pub organisation: Org,
    pub seat: Option<Hat>,
    /// The whole address.
    pub link: String,
    /// How long it works, in words.
    pub until: String,
    pub receipt: Option<u64>,
}

impl View for Members {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-members").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(manage) = &self.manage { (manage.seat.summary(words)) (manage.record.summary(words)) }
            h1 { (words.t("place-members")) }
            p.lede {
                (words.f("members-lede", &[("n", self.rows.len().into())])) " "
                (words.f("as-of", &[("day", self.as_of.as_str().into())]))
            }
            @if self.rows.is_empty() { p.empty { (words.t("members-empty")) } }
            @else { ul.rows { @for row in &self.rows { (row.show(words)) } } }
            @if let Some(manage) = &self.manage { (manage.show(cx)) }
        }
    }
}

impl MemberRow {
    fn show(&self, words: &Words) -> Markup {
        let offices: Vec<&str> = self
            .offices
            .iter()
            .map(|office| office.words(words))
            .collect();
        html! {
            li.row {
                div {
                    span.t dir="auto" { (self.organisation.full()) }
                    div.m {
                        (self.category) @if !offices.is_empty() { " · " (words.list(&offices)) }
                    }
                    @for seat in &self.seats {
                        div.m { bdi { (seat.person) } ", " (words.f("members-seat", &[("seat", seat.seat.words(words).into()), ("day", seat.since.as_str().into())])) }
                    }
                }
                div.w.m { (words.f("members-since", &[("day", self.since.as_str().into())])) }
            }
        }
    }
}

impl Manage {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            section {
                h2 { (words.t("seat-title")) }
                p { (words.t("seat-lede")) }
                (self.seat.post(&cx.group("members/seats"), &self.seat_fields(words)))
            }
            section {
                h2 { (words.t("record-title")) }
                (self.record.post(&cx.group("members/organisations"), &html! {
                    (self.record.input(words, Input { name: "organisation_name", label: words.t("founding-organisation-name"), value: &self.organisation_name, ..Input::default() }))
                    (self.record.input(words, Input {
                        name: "organisation_short", label: words.t("founding-organisation-short"), hint: Some(words.t("founding-organisation-short-hint")),
                        value: &self.organisation_short, width: 12, ..Input::default()
                    }))
                    (self.record.choice(words, Input { name: "category", label: words.t("record-category"), value: &self.category, ..Input::default() }, &self.categories))
                    button { (words.t("record-button")) }
                }))
            }
        }
    }

    fn seat_fields(&self, words: &Words) -> Markup {
        let orgs: Vec<_> = self
            .organisations
            .iter()
            .map(|(value, org)| (value.clone(), org.full()))
            .collect();
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

/// The seats that the form offers, with their values.
const SEATS: [(&str, Hat); 4] = [
    ("focal_point", Hat::FocalPoint),
    ("head", Hat::Head),
    ("alternate", Hat::Alternate),
    ("reviewer", Hat::Reviewer),
];

impl View for NewLink {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("link-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("members")) { (words.t("place-members")) } " › " (words.t("link-title")) }
            h1 { (words.t("link-title")) }
            p.lede {
                (words.f("link-for", &[
                    ("person", self.person.as_str().into()), ("organisation", self.organisation.full().into()),
                    ("seat", self.seat.map_or("", |seat| seat.words(words)).into()),
                ]))
            }
            p.link { code { (self.link) } }
            p { (words.f("link-once", &[("until", self.until.as_str().into())])) }
            p.note { (words.t("link-hand-over")) }
            p {
                @if let Some(number) = self.receipt { a href=(cx.receipt(number)) { (words.t("flash-receipt")) } " · " }
                a href=(cx.group("members")) { (words.t("link-back")) }
            }
        }
    }
}
