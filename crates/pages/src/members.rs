//! `/GROUP/members`: organisations and offices, and the page with a new sign-in link.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::organisation::{Hat, Org};
use crate::words::Words;

pub use crate::manage::Manage;

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
    /// The group has themes: links to who works on what.
    pub coverage: bool,
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
    /// Short name in addresses, for its page; empty: it has none.
    pub slug: String,
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
    /// All, as forms offer them.
    pub const ALL: [Self; 4] = [
        Self::UnitedNations,
        Self::International,
        Self::Regional,
        Self::NonGovernmental,
    ];

    /// The value in forms: `united_nations`.
    pub fn value(self) -> &'static str {
        match self {
            Self::UnitedNations => "united_nations",
            Self::International => "international",
            Self::Regional => "regional",
            Self::NonGovernmental => "non_governmental",
        }
    }

    /// The kind behind a form's value; `None` where it is not said.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == value)
    }

    /// "regional".
    pub(crate) fn words(self, words: &Words) -> &str {
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
                @if matches!(self.told, Told::OnOtherDays { .. }) {}
                @else if !self.find.is_empty() {
                    (words.f("members-found", &[("n", self.rows.len().into()), ("all", self.all.into()), ("words", self.find.as_str().into())])) " "
                } @else { (words.f("members-lede", &[("n", self.rows.len().into())])) " " }
                (words.f("as-of", &[("day", self.as_of.as_str().into())]))
            }
            (self.told.show(words))
            @if self.coverage { p { a href=(cx.group("members/coverage")) { (words.t("coverage-title")) } } }
            (self.narrowing(cx))
            @if self.rows.is_empty() {
                @if matches!(self.told, Told::OnOtherDays { .. }) {}
                @else if !self.find.is_empty() { p.empty { (words.f("members-none-found", &[("words", self.find.as_str().into())])) } }
                @else if self.told == Told::Lived { p.empty { (words.t("members-empty")) } }
            } @else { ul.rows { @for row in &self.rows { (row.show(cx)) } } }
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
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let kind = self.kind.map(|kind| kind.words(words).to_owned());
        let offices = self.offices.iter().map(|(office, person)| {
            // In a group with a name of its own, so that nobody takes it for an office of the organisation.
            let named = cx
                .shell
                .group
                .as_ref()
                .is_some_and(|group| !group.abbreviation.is_empty());
            let office = if named {
                office.of_group(cx)
            } else {
                office.words(words).to_owned()
            };
            if person.is_empty() {
                office
            } else {
                format!("{office}: {person}")
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
                    @if self.slug.is_empty() { span.t dir="auto" { (self.organisation.full()) } }
                    @else { a.t href=(cx.group(&format!("members/{}", self.slug))) dir="auto" { (self.organisation.full()) } }
                    @if !standing.is_empty() { div.m dir="auto" { (standing.join(" · ")) } }
                    @if !self.also.is_empty() { div.m dir="auto" { (words.f("members-also", &[("names", self.also.join(", ").into())])) } }
                    @for (day, name) in &self.former {
                        div.m dir="auto" { (words.f("members-former", &[("day", day.as_str().into()), ("name", name.as_str().into())])) }
                    }
                    @for seat in &self.seats { div.m { (seat.line(words)) } }
                }
                @if !self.since.is_empty() { div.w.m { (words.f("members-since", &[("day", self.since.as_str().into())])) } }
            }
        }
    }
}

impl SeatRow {
    /// "Pim Larkspur, focal point since 12 January 2026".
    pub(crate) fn line(&self, words: &Words) -> Markup {
        html! {
            bdi { (self.person) } ", "
            (words.f("members-seat", &[("seat", self.seat.words(words).into()), ("day", self.since.as_str().into())]))
        }
    }
}

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
