//! `/GROUP/meetings/SLUG/minutes`: written from the record, circulated, corrected, approved.

use maud::{Markup, html};

use crate::attendance::Attendance;
use crate::entries::AgendaItem;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::meeting::{Head, Tab};
use crate::organisation::{ActsFor, Hat, Org};
use crate::when::When;
use crate::words::Words;

/// The minutes of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    pub head: Head,
    pub state: State,
    /// Who held which office on that day, and who exercised it.
    pub offices: Vec<(Hat, Org, String)>,
    pub attendance: Attendance,
    /// In the order of the agenda.
    pub items: Vec<Minuted>,
    /// The secretariat's, until they are approved.
    pub circulate: Option<Circulate>,
    /// For the secretariat all, for an organisation its own; oldest first.
    pub corrections: Vec<Correction>,
    /// The form with which an organisation asks for one, while the time runs.
    pub correct: Option<Correct>,
}

/// Where the minutes stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Seen by the secretariat alone.
    #[default]
    Draft,
    Circulated {
        edition: u32,
        /// The last day for corrections, in words.
        until: String,
        /// That day is not over.
        open: bool,
    },
    Approved {
        edition: u32,
        /// Short name and title of the meeting that approved them.
        meeting: (String, String),
        /// Its day, in words.
        on: String,
    },
}

/// An item in the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minuted {
    /// Title, outcome, decisions and actions, as recorded.
    pub item: AgendaItem,
    /// What the last edition says about it; empty in a draft.
    pub words: String,
    /// What stands in the field of the form: as typed, or the words of the last edition.
    pub typed: String,
}

/// The form that circulates an edition. Posted to `/GROUP/meetings/SLUG/minutes/circulate`: `words_N` for
/// each item, by its number; `until` (`YYYY-MM-DD`), the last day for corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circulate {
    pub form: Form,
    /// The edition that it will be.
    pub edition: u32,
    pub until: String,
}

/// A correction that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    pub organisation: Org,
    /// Number and title of the item; `None`: about the minutes as a whole.
    pub item: Option<(u32, String)>,
    pub words: String,
    pub edition: u32,
    pub on: When,
}

/// The form that asks for a correction. Posted to `/GROUP/meetings/SLUG/minutes/correction`: `item` (its
/// number, or empty: the minutes as a whole), `words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correct {
    pub form: Form,
    pub acts_for: ActsFor,
    /// Number chosen.
    pub item: String,
    pub words: String,
}

impl View for Minutes {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.head.title(cx, "meeting-tab-minutes")
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let draft = self.state == State::Draft;
        html! {
            @if let Some(form) = &self.circulate { (form.form.summary(words)) }
            @if let Some(form) = &self.correct { (form.form.summary(words)) }
            (self.head.show(cx, Tab::Minutes))
            p { (self.state.show(cx)) }
            (self.took_part(words))
            @match &self.circulate {
                Some(form) if draft => (form.form.post(&self.path(cx), &html! {
                    @for minuted in &self.items { (minuted.show(cx, Some(&form.form))) }
                    (form.commit(words))
                })),
                _ => @for minuted in &self.items { (minuted.show(cx, None)) }
            }
            (self.corrected(cx))
            @if let (Some(form), false) = (&self.circulate, draft) { (self.again(cx, form)) }
        }
    }
}

impl State {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @match self {
                Self::Draft => (words.t("minutes-draft")),
                Self::Circulated { edition, until, open } => {
                    (words.f("minutes-edition", &[("n", (*edition).into())])) " "
                    (words.f(if *open { "minutes-until" } else { "minutes-until-over" }, &[("day", until.as_str().into())]))
                }
                Self::Approved { edition, meeting: (slug, title), on } => {
                    (words.f("minutes-edition", &[("n", (*edition).into())])) " " (words.t("minutes-approved")) " "
                    a href=(cx.group(&format!("meetings/{slug}"))) dir="auto" { (title) } ", " (on) "."
                }
            }
        }
    }
}

impl Minutes {
    fn path(&self, cx: &Cx<'_>) -> String {
        cx.group(&format!("meetings/{}/minutes/circulate", self.head.slug))
    }

    fn took_part(&self, words: &Words) -> Markup {
        html! {
            section {
                h2 { (words.t("meeting-took-part")) }
                @for (office, organisation, person) in &self.offices {
                    p dir="auto" { span.m { (office.name(words)) ": " } (organisation.full()) @if !person.is_empty() { ", " (person) } }
                }
                (self.attendance.show(words, true, true))
            }
        }
    }

    fn corrected(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let all = self.circulate.is_some();
        html! {
            @if !self.corrections.is_empty() {
                section.invite {
                    h2 { (words.t(if all { "corrections-title" } else { "corrections-own-title" })) }
                    ul.rows { @for correction in &self.corrections { (correction.row(words)) } }
                }
            }
            @if let Some(form) = &self.correct { (self.ask(cx, form)) }
        }
    }

    fn ask(&self, cx: &Cx<'_>, correct: &Correct) -> Markup {
        let (words, form) = (cx.words, &correct.form);
        let mut items = vec![(String::new(), words.t("correct-whole").to_owned())];
        items.extend(self.items.iter().map(|each| {
            let number = each.item.number.to_string();
            (number.clone(), format!("{number}. {}", each.item.title))
        }));
        html! {
            section.invite {
                h2 { (words.t("correct-title")) }
                p { b { (correct.acts_for.sentence(words)) } " " (words.t("correct-lede")) }
                (form.post(&cx.group(&format!("meetings/{}/minutes/correction", self.head.slug)), &html! {
                    (form.choice(words, Input { name: "item", label: words.t("correct-item"), value: &correct.item, ..Input::default() }, &items))
                    (form.area(words, Input { name: "words", label: words.t("correct-words"), hint: Some(words.t("correct-words-hint")), value: &correct.words, ..Input::default() }, 4))
                    button { (words.t("correct-button")) }
                }))
            }
        }
    }

    /// The next edition, below the one that all read.
    fn again(&self, cx: &Cx<'_>, circulate: &Circulate) -> Markup {
        let (words, form) = (cx.words, &circulate.form);
        html! {
            section.invite {
                details open[!form.problems.is_empty()] {
                    summary { (words.f("circulate-again", &[("n", circulate.edition.into())])) }
                    (form.post(&self.path(cx), &html! {
                        @for minuted in &self.items { (minuted.field(words, form, &format!("{}. {}", minuted.item.number, minuted.item.title))) }
                        (circulate.commit(words))
                    }))
                }
            }
        }
    }
}

impl Minuted {
    /// The item as minuted; with a form: its words as a field.
    fn show(&self, cx: &Cx<'_>, form: Option<&Form>) -> Markup {
        let (words, item) = (cx.words, &self.item);
        html! {
            section {
                h2 dir="auto" { (item.number) ". " (item.title) }
                (item.about(cx))
                @if let Some((outcome, summary)) = &item.outcome {
                    p dir="auto" { b { (outcome.words(words)) "." } @if !summary.is_empty() { " " (summary) } }
                }
                @match form {
                    Some(form) => (self.field(words, form, words.t("circulate-words"))),
                    None if self.is_silent() => p.m { (words.t("minutes-nothing")) },
                    None => @if !self.words.is_empty() { p.text dir="auto" { (self.words) } }
                }
                @for objected in &item.objected { (objected.show(words)) }
                @for lost in &item.lost { (lost.show(words)) }
                @for decision in &item.decisions { (decision.in_full(cx)) }
                @if !item.actions.is_empty() { ul.names { @for action in &item.actions { li { (action.line(cx, false)) } } } }
            }
        }
    }

    /// Nothing stands under it: the reader is told so.
    fn is_silent(&self) -> bool {
        let item = &self.item;
        self.words.is_empty()
            && item.outcome.is_none()
            && item.objected.is_empty()
            && item.lost.is_empty()
            && item.decisions.is_empty()
            && item.actions.is_empty()
    }

    fn field(&self, words: &Words, form: &Form, label: &str) -> Markup {
        let name = format!("words_{}", self.item.number);
        form.area(
            words,
            Input {
                name: &name,
                label,
                value: &self.typed,
                optional: true,
                ..Input::default()
            },
            3,
        )
    }
}

impl Circulate {
    fn commit(&self, words: &Words) -> Markup {
        html! {
            div.commit {
                (self.form.input(words, Input { name: "until", label: words.t("circulate-until"), value: &self.until, kind: "date", ..Input::default() }))
                p { (words.t("circulate-means")) }
                button.main { (words.t("circulate-button")) }
            }
        }
    }
}

impl Correction {
    fn row(&self, words: &Words) -> Markup {
        html! {
            li.row {
                div {
                    p.text dir="auto" { (self.words) }
                    div.m dir="auto" {
                        b { (self.organisation.abbreviated()) } " · "
                        @match &self.item {
                            Some((number, title)) => (words.f("put-item", &[("n", (*number).into()), ("title", title.as_str().into())])),
                            None => (words.t("correct-whole")),
                        }
                        " · " (words.f("correction-edition", &[("n", self.edition.into())]))
                    }
                }
                div.w.m { (self.on.show()) }
            }
        }
    }
}
