//! `/GROUP/actions`: what follows from decisions and meetings, who does it and by when.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::pick::{Narrow, in_address, narrowing};
use crate::words::Words;

pub use crate::new_action::{DueTyped, NewAction, OwnersTyped};

/// The list of actions: those of the reader's organisation first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    /// The reader's organisation.
    pub own: Org,
    pub mine: Grouped,
    pub others: Grouped,
    pub filters: ActionFilters,
    /// The reader may open an action: shows the button.
    pub may_open: bool,
}

/// Actions as the list groups them, the soonest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouped {
    /// Not done, and their day has passed.
    pub overdue: Vec<ActionRow>,
    pub open: Vec<ActionRow>,
    /// Done or dropped lately; all of them where that was asked for.
    pub done: Vec<ActionRow>,
}

/// What the list can be narrowed to, and what it is. In the query of the address: `organisation`,
/// `state` (`overdue`, `open`, `done`), `theme`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionFilters {
    /// Short name in addresses, organisation.
    pub organisations: Vec<(String, Org)>,
    /// Short name, name.
    pub themes: Vec<(String, String)>,
    /// Chosen values; empty: all.
    pub organisation: String,
    pub state: String,
    pub theme: String,
}

/// An action in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionRow {
    /// "2026/3".
    pub number: String,
    pub what: String,
    /// The lead first.
    pub owners: Vec<Org>,
    pub due: Due,
    pub state: ActionState,
    pub origin: Origin,
}

/// By when an action is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Due {
    /// A day that is still to come: "Friday 8 May 2026", and in how many days (0: today).
    Day { day: String, days: u32 },
    /// A day that has passed.
    Past { day: String },
    #[default]
    NextMeeting,
}

/// Where an action stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ActionState {
    #[default]
    Open,
    InProgress,
    /// The day.
    Done {
        on: String,
    },
    /// The day.
    Dropped {
        on: String,
    },
}

/// What an action follows from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Number of the decision: "2026/4".
    pub decision: Option<String>,
    /// Short name and title of the meeting.
    pub meeting: Option<(String, String)>,
}

impl View for Actions {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-actions").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let narrowed = self.filters.narrowed();
        let none = self.mine.is_empty() && self.others.is_empty();
        html! {
            h1 { (words.t("place-actions")) }
            p.lede { (words.t("actions-lede")) }
            @if self.may_open { p.invite { a.btn href=(cx.group("actions/new")) { (words.t("new-action-title")) } } }
            @if narrowed || !none { (self.filters.show(cx)) }
            @if none {
                p.empty { (words.t(match (narrowed, self.may_open) {
                    (true, _) => "narrow-nothing",
                    (false, true) => "actions-empty-open",
                    (false, false) => "actions-empty",
                })) }
            } @else {
                @if !self.mine.is_empty() || !narrowed {
                    h2 { (words.f("actions-mine", &[("organisation", self.own.brief().into())])) }
                    @if self.mine.is_empty() { p.empty { (words.t("actions-mine-empty")) } } @else { (self.mine.show(cx)) }
                }
                @if !self.others.is_empty() { h2 { (words.t("actions-others")) } (self.others.show(cx)) }
            }
        }
    }
}

impl Grouped {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.overdue.is_empty() && self.open.is_empty() && self.done.is_empty()
    }

    fn show(&self, cx: &Cx<'_>) -> Markup {
        let groups = [
            ("actions-overdue", &self.overdue),
            ("actions-open", &self.open),
            ("actions-done", &self.done),
        ];
        html! {
            @for (key, rows) in groups {
                @if !rows.is_empty() {
                    h3 { (cx.words.t(key)) }
                    ul.rows { @for row in rows { (row.show(cx)) } }
                }
            }
        }
    }
}

impl ActionFilters {
    fn narrowed(&self) -> bool {
        [&self.organisation, &self.state, &self.theme]
            .into_iter()
            .any(|chosen| !chosen.is_empty())
    }

    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let orgs = self.organisations.iter();
        let orgs: Vec<_> = orgs
            .map(|(v, org)| (v.clone(), org.brief().to_owned()))
            .collect();
        let states = [
            ("overdue", "actions-overdue"),
            ("open", "actions-open"),
            ("done", "actions-finished"),
        ]
        .map(|(value, key)| (value.to_owned(), words.t(key).to_owned()));
        let narrow = |name, label, options, chosen| Narrow {
            name,
            label: words.t(label),
            options,
            chosen,
        };
        narrowing(
            cx,
            "actions",
            &[
                narrow(
                    "organisation",
                    "round-organisation",
                    &orgs,
                    &self.organisation,
                ),
                narrow("state", "action-state", &states, &self.state),
                narrow("theme", "theme-one", &self.themes, &self.theme),
            ],
        )
    }
}

impl ActionRow {
    /// A row of a list.
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        self.row(cx, true)
    }

    /// A row, with or without what it follows from.
    pub(crate) fn row(&self, cx: &Cx<'_>, from: bool) -> Markup {
        let words = cx.words;
        let title = words.f(
            "action-titled",
            &[
                ("number", self.number.as_str().into()),
                ("what", self.what.as_str().into()),
            ],
        );
        html! {
            li.row {
                div {
                    a.t href=(cx.group(&format!("actions/{}", in_address(&self.number)))) dir="auto" { (title) }
                    div.m {
                        bdi { (owners(words, &self.owners, |org| org.brief().to_owned())) }
                        @if !self.state.is_over() { " · " (self.state.words(words)) }
                        @if from { (self.origin.show(cx, " · ")) }
                    }
                }
                div.w {
                    @if self.state.is_over() { div.m { (self.state.words(words)) } }
                    @else {
                        div.when { (self.due.words(words)) }
                        @if let Due::Day { day, .. } = &self.due { div.m { (day) } }
                    }
                }
            }
        }
    }
}

/// "HWF, with FDW and OSR": the lead first.
pub(crate) fn owners(words: &Words, owners: &[Org], name: impl Fn(&Org) -> String) -> String {
    match owners {
        [] => String::new(),
        [lead] => name(lead),
        [lead, others @ ..] => {
            let others: Vec<String> = others.iter().map(&name).collect();
            words.f(
                "action-owners",
                &[
                    ("lead", name(lead).into()),
                    ("others", words.list(&others).into()),
                ],
            )
        }
    }
}

impl Due {
    /// From a day in words and its distance from today in days; negative: it has passed.
    pub fn on(day: String, days: i64) -> Self {
        match u32::try_from(days) {
            Ok(days) => Self::Day { day, days },
            Err(_) => Self::Past { day },
        }
    }

    /// "in 3 days", "was due Friday 1 May 2026", "before the next meeting".
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Day { days, .. } => words.f("due-in", &[("n", (*days).into())]),
            Self::Past { day } => words.f("due-was", &[("day", day.as_str().into())]),
            Self::NextMeeting => words.t("due-next-meeting").to_owned(),
        }
    }

    /// "Friday 8 May 2026, in 3 days".
    pub(crate) fn in_full(&self, words: &Words) -> String {
        match self {
            Self::Day { day, .. } => format!("{day}, {}", self.words(words)),
            _ => self.words(words),
        }
    }
}

impl ActionState {
    /// Done or dropped.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self, Self::Done { .. } | Self::Dropped { .. })
    }

    /// "in progress", "done on Monday 4 May 2026".
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Open => words.t("action-state-open").to_owned(),
            Self::InProgress => words.t("action-state-progress").to_owned(),
            Self::Done { on } => words.f("action-state-done", &[("day", on.as_str().into())]),
            Self::Dropped { on } => words.f("action-state-dropped", &[("day", on.as_str().into())]),
        }
    }
}

impl Origin {
    /// Links to what the action follows from, each with `before` in front of it.
    pub(crate) fn show(&self, cx: &Cx<'_>, before: &str) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(number) = &self.decision {
                (before) a href=(cx.group(&format!("decisions/{}", in_address(number)))) { (words.f("home-decision", &[("number", number.as_str().into())])) }
            }
            @if let Some((slug, title)) = &self.meeting {
                @if self.decision.is_some() { " · " } @else { (before) }
                a href=(cx.group(&format!("meetings/{slug}"))) dir="auto" { (title) }
            }
        }
    }
}
