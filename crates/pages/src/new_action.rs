//! `/GROUP/actions/new`, and the fields that this form shares with those of an action's page.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::pick::ticks;
use crate::words::Words;

/// The form that opens an action. Posted to `/GROUP/actions/new`: `what`, `lead` (the organisation's
/// value), `others` (values, once for each), and what [`DueTyped`] sends, `decision` (value, or
/// empty).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAction {
    pub form: Form,
    pub what: String,
    pub owners: OwnersTyped,
    pub due: DueTyped,
    /// Value of the option, words: "2026/4: A joint calendar".
    pub decisions: Vec<(String, String)>,
    pub decision: String,
}

/// Who does it, as typed: `lead` (value) and `others` (values, once for each).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnersTyped {
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    pub lead: String,
    pub others: Vec<String>,
}

/// By when, as typed: `due_kind` (`day` or `next_meeting`), `due` (`YYYY-MM-DD`, read only with
/// `day`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueTyped {
    pub kind: String,
    pub day: String,
}

impl View for NewAction {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("new-action-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let mut decisions = vec![(String::new(), words.t("new-action-no-decision").to_owned())];
        decisions.extend(self.decisions.iter().cloned());
        html! {
            (form.summary(words))
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("actions")) { (words.t("place-actions")) } " › " (words.t("new-action-title")) }
            h1 { (words.t("new-action-title")) }
            p.lede { (words.t("new-action-lede")) }
            (form.post(&cx.group("actions/new"), &html! {
                (form.area(words, Input { name: "what", label: words.t("new-action-what"), hint: Some(words.t("new-action-what-hint")), value: &self.what, ..Input::default() }, 3))
                (self.owners.fields(words, form))
                (self.due.fields(words, form))
                @if !self.decisions.is_empty() {
                    (form.choice(words, Input { name: "decision", label: words.t("new-action-decision"), value: &self.decision, ..Input::default() }, &decisions))
                }
                p { button.main { (words.t("new-action-button")) } }
            }))
        }
    }
}

impl OwnersTyped {
    pub(crate) fn fields(&self, words: &Words, form: &Form) -> Markup {
        let full: Vec<_> = self
            .organisations
            .iter()
            .map(|(v, org)| (v.clone(), org.full()))
            .collect();
        let brief = self.organisations.iter();
        let brief: Vec<_> = brief
            .map(|(v, org)| (v.clone(), org.brief().to_owned()))
            .collect();
        html! {
            (form.choice(words, Input { name: "lead", label: words.t("action-lead"), value: &self.lead, ..Input::default() }, &full))
            (ticks(form, "others", words.t("action-others"), &brief, &self.others))
        }
    }
}

impl DueTyped {
    pub(crate) fn fields(&self, words: &Words, form: &Form) -> Markup {
        let (kind, day) = ("due_kind", "due");
        let of_day = format!("f-{day}");
        let radio = |value: &str, label: &str, chosen: bool| {
            let id = format!("f-{kind}-{value}");
            html! {
                p.tick {
                    input type="radio" name=(kind) value=(value) id=(id) checked[chosen];
                    label for=(id) { (words.t(label)) }
                }
            }
        };
        let next = self.kind == "next_meeting";
        html! {
            fieldset id=(format!("f-{kind}")) {
                legend { (words.t("action-due")) }
                @for problem in [form.problem(kind), form.problem(day)].into_iter().flatten() { div.problem dir="auto" { (problem) } }
                div.beside {
                    (radio("day", "due-kind-day", !next))
                    label.vh for=(of_day) { (words.t("due-day")) }
                    input type="date" name=(day) id=(of_day) value=(self.day) aria-invalid=[form.problem(day).map(|_| "true")];
                    (radio("next_meeting", "due-kind-next-meeting", next))
                }
            }
        }
    }
}
