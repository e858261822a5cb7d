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
    /// The day asked for, as `YYYY-MM-DD`.
    pub on: String,
    /// The words looked for; empty: all are shown.
    pub find: String,
    pub told: Told,
    /// How many there are that day, also where only some are looked for.
    pub all: u32,
    /// In protocol order.
    pub rows: Vec<MemberRow>,
    /// For the secretariat.
    pub manage: Option<Manage>,
}

/// Whence it is known who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// From the group's own record.
    #[default]
    Lived,
    /// From a source, which says it of this day; the word for it within a sentence: "note".
    OnThisDay { form: String },
    /// A source says it of other days than this.
    OnOtherDays { form: String, days: Vec<String> },
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    pub organisation: Org,
    /// Other names under which it is found.
    pub also: Vec<String>,
    /// What it was called before: last day, name.
    pub former: Vec<(String, String)>,
    /// What it is.
    pub kind: Option<OrganisationKind>,
    /// The group's own word for its standing: "member", "partner", "observer"; empty: not known.
    pub category: String,
    /// Offices that it holds, with the one who exercises it where that is public.
    pub offices: Vec<(Hat, String)>,
    /// Day since which it takes part; empty: not known.
    pub since: String,
    /// Its seats, for the secretariat and the organisation itself.
    pub seats: Vec<SeatRow>,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationKind {
    UnitedNations,
    International,
    Regional,
    NonGovernmental,
}

impl OrganisationKind {
    fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::UnitedNations => "kind-united-nations",
            Self::International => "kind-international",
            Self::Regional => "kind-regional",
            Self::NonGovernmental => "kind-non-governmental",
        })
    }
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
    /// Seats that are held, with whoever holds them: value of the option, words. Posted to
    /// `/GROUP/members/links` as `seat`.
    pub held: Vec<(String, String)>,
    /// Posted to `/GROUP/members/offices`: `office` (`chair`, `coordinator`, `secretariat`),
    /// `office_organisation`.
    pub office: Form,
    pub office_kind: String,
    pub office_holder: String,
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
            @if let Some(manage) = &self.manage { (manage.seat.summary(words)) (manage.office.summary(words)) (manage.record.summary(words)) }
            h1 { (words.t("place-members")) }
            p.lede {
                @if !self.find.is_empty() {
                    (words.f("members-found", &[("n", self.rows.len().into()), ("all", self.all.into()), ("words", self.find.as_str().into())])) " "
                } @else if !matches!(self.told, Told::OnOtherDays { .. }) { (words.f("members-lede", &[("n", self.rows.len().into())])) " " }
                (words.f("as-of", &[("day", self.as_of.as_str().into())]))
            }
            (self.told.show(words))
            (self.narrowing(cx))
            @if self.rows.is_empty() {
                @if !self.find.is_empty() { p.empty { (words.f("members-none-found", &[("words", self.find.as_str().into())])) } }
                @else if self.told == Told::Lived { p.empty { (words.t("members-empty")) } }
            } @else { ul.rows { @for row in &self.rows { (row.show(words)) } } }
            @if let Some(manage) = &self.manage { (manage.show(cx)) }
        }
    }
}

impl Members {
    /// The form that asks for another day or for a name.
    fn narrowing(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            form.beside.narrow method="get" action=(cx.group("members")) role="search" {
                div.field {
                    label for="find" { (words.t("members-find")) }
                    input id="find" name="find" value=(self.find) maxlength="200" aria-describedby="names" type="search" size="28";
                    p.hint id="names" { (words.t("members-find-hint")) }
                }
                div.field { label for="on" { (words.t("members-on")) } input id="on" name="on" type="date" value=(self.on); }
                div.field.last { button { (words.t("members-show")) } }
            }
        }
    }
}

impl Told {
    fn show(&self, words: &Words) -> Markup {
        html! {
            @match self {
                Self::Lived => {},
                Self::OnThisDay { form } => p.m { (words.f("members-told", &[("form", form.as_str().into())])) },
                Self::OnOtherDays { form, days } => p.empty {
                    (words.f("members-not-told", &[("form", form.as_str().into()), ("days", words.list(days).into())]))
                },
            }
        }
    }
}

impl MemberRow {
    fn show(&self, words: &Words) -> Markup {
        let kind = self.kind.map(|kind| kind.words(words).to_owned());
        let offices = self.offices.iter().map(|(office, person)| {
            if person.is_empty() {
                office.words(words).to_owned()
            } else {
                format!("{}: {person}", office.words(words))
            }
        });
        let standing: Vec<String> = Some(self.category.clone())
            .filter(|category| !category.is_empty())
            .into_iter()
            .chain(kind)
            .chain(offices)
            .collect();
        html! {
            li.row {
                div {
                    span.t dir="auto" { (self.organisation.full()) }
                    @if !standing.is_empty() { div.m dir="auto" { (standing.join(" · ")) } }
                    @if !self.also.is_empty() { div.m dir="auto" { (words.f("members-also", &[("names", self.also.join(", ").into())])) } }
                    @for (day, name) in &self.former {
                        div.m dir="auto" { (words.f("members-former", &[("day", day.as_str().into()), ("name", name.as_str().into())])) }
                    }
                    @for seat in &self.seats {
                        div.m { bdi { (seat.person) } ", " (words.f("members-seat", &[("seat", seat.seat.words(words).into()), ("day", seat.since.as_str().into())])) }
                    }
                }
                @if !self.since.is_empty() { div.w.m { (words.f("members-since", &[("day", self.since.as_str().into())])) } }
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
            button { (words.t("office-button")) }
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
const OFFICES: [(&str, Hat); 3] = [
    ("chair", Hat::Chair),
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
