//! `/GROUP/rules`: how the group agrees. Each rule is a setting that is itself an act, and so is the calendar of
//! the group's seat.

use maud::{Markup, html};

use crate::ballot::Majority;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::words::Words;

/// The rules of the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub rows: Vec<Rule>,
    /// Names of the days of the week on which nobody works, by their words: `saturday`.
    pub rest: Vec<String>,
    /// Day in words and name.
    pub holidays: Vec<(String, String)>,
    /// For the secretariat.
    pub set: Option<SetCalendar>,
    /// Members with more than one vote.
    pub weights: Vec<(Org, u32)>,
    /// For the secretariat of a group that votes.
    pub set_weights: Option<SetWeights>,
}

/// The votes of members. Posted to `/GROUP/rules/votes`: for each `votes-VALUE`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetWeights {
    pub form: Form,
    /// Value, organisation, what is typed.
    pub members: Vec<(String, Org, String)>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// As the record has it: `silence.minimum_days`.
    pub name: String,
    pub value: RuleValue,
    /// The group has not set it otherwise.
    pub is_default: bool,
    /// For the secretariat, where this version can live by another value. Posted to `/GROUP/rules`: `name`,
    /// and under that name the value (`on`, `off`, a number, a word).
    pub set: Option<Form>,
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleValue {
    Switch(bool),
    Number(i64),
    Word(String),
    /// A majority, by the word of the record.
    Majority(String),
}

/// The form of the calendar. Posted to `/GROUP/rules/calendar`: `rest` (a word for each ticked day), `holidays`
/// (a line for each: `YYYY-MM-DD name`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetCalendar {
    pub form: Form,
    pub rest: Vec<String>,
    pub holidays: String,
}

const REST: &str = "rest";
const ON: &str = "on";
const OFF: &str = "off";
const WEEK: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl View for Rules {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("rules-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in self.rows.iter().filter_map(|row| row.set.as_ref()) { (form.summary(words)) }
            @if let Some(set) = &self.set { (set.form.summary(words)) }
            @if let Some(set) = &self.set_weights { (set.form.summary(words)) }
            h1 { (words.t("rules-title")) }
            p.lede { (words.t("rules-lede")) }
            ul.rows { @for row in &self.rows { (row.show(cx)) } }
            section #calendar {
                h2 { (words.t("rules-calendar")) }
                p { (words.f("rules-rest", &[("days", names(words, &self.rest).as_str().into())])) }
                @if self.holidays.is_empty() { p.m { (words.t("rules-no-holidays")) } }
                @else {
                    ul { @for (day, name) in &self.holidays { li { (day) ", " span dir="auto" { (name) } } } }
                }
                @if let Some(set) = &self.set { (set.show(cx)) }
            }
            @if !self.weights.is_empty() || self.set_weights.is_some() {
                section #votes {
                    h2 { (words.t("rules-votes")) }
                    @if self.weights.is_empty() { p { (words.t("rules-one-vote")) } }
                    @else {
                        p { (words.t("rules-more-votes")) }
                        ul { @for (org, votes) in &self.weights { li dir="auto" { (org.full()) ": " (votes) } } }
                    }
                    @if let Some(set) = &self.set_weights { (set.show(cx)) }
                }
            }
        }
    }
}

/// "Monday", by the day's word.
fn weekday(words: &Words, day: &str) -> String {
    let number = WEEK
        .iter()
        .position(|each| *each == day)
        .map_or(0, |at| at + 1);
    words.t(&format!("calendar-weekday-{number}")).to_owned()
}

fn names(words: &Words, days: &[String]) -> String {
    let all = days.iter().map(|day| weekday(words, day));
    words.list(&all.collect::<Vec<_>>())
}

impl Rule {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let key = self.name.replace(['.', '_'], "-");
        let id = format!("rule-{key}");
        html! {
            li.row id=(id) {
                div {
                    span.t { (words.t(&format!("rule-{key}"))) }
                    div.m {
                        b { (self.value.words(words)) }
                        @if self.is_default { " · " (words.t("rules-default")) }
                    }
                    @if let Some(form) = &self.set {
                        details open[!form.problems.is_empty()] {
                            summary { (words.t("rules-change")) }
                            (form.post(&cx.group("rules"), &html! {
                                input type="hidden" name="name" value=(self.name);
                                (self.field(words, form))
                                button { (words.t("rules-button")) }
                            }))
                        }
                    }
                }
            }
        }
    }

    fn field(&self, words: &Words, form: &Form) -> Markup {
        let label = words.t("rules-value");
        match &self.value {
            RuleValue::Switch(on) => {
                let options = [ON, OFF].map(|value| {
                    (
                        value.to_owned(),
                        words.t(&format!("rules-{value}")).to_owned(),
                    )
                });
                let value = if *on { ON } else { OFF };
                form.choice(
                    words,
                    Input {
                        name: &self.name,
                        label,
                        value,
                        ..Input::default()
                    },
                    &options,
                )
            }
            RuleValue::Number(number) => {
                let number = number.to_string();
                let input = Input {
                    name: &self.name,
                    label,
                    value: &number,
                    kind: "number",
                    width: 6,
                    ..Input::default()
                };
                form.input(words, input)
            }
            RuleValue::Majority(chosen) => {
                let named = Majority::NAMED.iter();
                let options: Vec<_> = named
                    .map(|(value, key)| ((*value).to_owned(), words.t(key).to_owned()))
                    .collect();
                let input = Input {
                    name: &self.name,
                    label,
                    value: chosen,
                    ..Input::default()
                };
                form.choice(words, input, &options)
            }
            RuleValue::Word(word) => form.input(
                words,
                Input {
                    name: &self.name,
                    label,
                    value: word,
                    optional: true,
                    ..Input::default()
                },
            ),
        }
    }
}

impl RuleValue {
    fn words(&self, words: &Words) -> String {
        match self {
            Self::Switch(true) => words.t("rules-on").to_owned(),
            Self::Switch(false) => words.t("rules-off").to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Majority(word) => Majority::of(word).words(words).to_owned(),
            Self::Word(word) if word.is_empty() => words.t("rules-none").to_owned(),
            Self::Word(word) => word.clone(),
        }
    }
}

impl SetCalendar {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("rules-calendar-change")) }
                (form.post(&cx.group("rules/calendar"), &html! {
                    fieldset {
                        legend { (words.t("rules-rest-legend")) }
                        @if let Some(problem) = form.problem(REST) { div.problem id=(format!("f-{REST}")) { (problem) } }
                        @for day in WEEK {
                            @let id = format!("f-{REST}-{day}");
                            p.tick {
                                input type="checkbox" name=(REST) value=(day) id=(id) checked[self.rest.iter().any(|rest| rest == day)];
                                label for=(id) { (weekday(words, day)) }
                            }
                        }
                    }
                    (form.area(words, Input {
                        name: "holidays", label: words.t("rules-holidays"), hint: Some(words.t("rules-holidays-hint")), value: &self.holidays, optional: true, ..Input::default()
                    }, 8))
                    button { (words.t("rules-calendar-button")) }
                }))
            }
        }
    }
}

impl SetWeights {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("rules-votes-change")) }
                (form.post(&cx.group("rules/votes"), &html! {
                    @for (value, org, typed) in &self.members {
                        (form.input(words, Input { name: &format!("votes-{value}"), label: &org.full(), value: typed, kind: "number", width: 6, ..Input::default() }))
                    }
                    button { (words.t("rules-votes-button")) }
                }))
            }
        }
    }
}
