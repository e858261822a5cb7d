//! `/GROUP/actions/NUMBER`: one action, what was reported on it, and what may be done with it.

use maud::{Markup, html};

use crate::actions::{ActionState, Due, Origin, owners};
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::new_action::{DueTyped, OwnersTyped};
use crate::organisation::Org;
use crate::pick::{folded, in_address, links_in_line};
use crate::themes::Tagging;
use crate::when::When;

/// An action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// "2026/3".
    pub number: String,
    pub what: String,
    /// The lead first.
    pub owners: Vec<Org>,
    pub due: Due,
    pub state: ActionState,
    pub origin: Origin,
    /// Short name, name.
    pub themes: Vec<(String, String)>,
    /// The tick form of the themes, posted to `/GROUP/actions/NUMBER/themes`.
    pub tag: Option<Tagging>,
    /// Newest first.
    pub history: Vec<Step>,
    /// For an owner and the secretariat, while it is not over.
    pub report: Option<Report>,
    /// For the chair and the secretariat, while it is not over.
    pub steer: Option<Steer>,
    /// Number of the act that opened it.
    pub receipt: Option<u64>,
}

/// Something that happened to an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    pub kind: StepKind,
    /// Who did it.
    pub by: Org,
    pub when: When,
    /// The report, or the reason.
    pub words: String,
    /// Where it can be seen, as it was written.
    pub evidence: String,
}

/// What happened to an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum StepKind {
    #[default]
    Opened,
    Reported,
    Done,
    Dropped,
    /// To that day, in words; `None`: to before the next meeting.
    Moved(Option<String>),
    /// To these, the lead first.
    Reassigned(Vec<Org>),
}

/// The form of those who do it: `report`, `evidence`. Its first button posts to
/// `/GROUP/actions/NUMBER/report`, its second, with the same fields, to `/GROUP/actions/NUMBER/done`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub form: Form,
    pub report: String,
    pub evidence: String,
}

/// The forms of the chair and the secretariat, each with its own command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steer {
    /// Posted to `/GROUP/actions/NUMBER/move`: `due_kind`, `due`, `move_reason`.
    pub moving: Form,
    pub due: DueTyped,
    pub move_reason: String,
    /// Posted to `/GROUP/actions/NUMBER/reassign`: `lead`, `others`, `reassign_reason`.
    pub reassign: Form,
    pub owners: OwnersTyped,
    pub reassign_reason: String,
    /// Posted to `/GROUP/actions/NUMBER/drop`: `drop_reason`.
    pub dropping: Form,
    pub drop_reason: String,
}

impl View for Action {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words
            .f("action-title", &[("number", self.number.as_str().into())])
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in self.forms() { (form.summary(words)) }
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("actions")) { (words.t("place-actions")) } " › " (self.number) }
            h1 { (self.title(cx)) }
            p.text dir="auto" { (self.what) }
            (self.facts(cx))
            @if let Some(report) = &self.report { (report.show(cx, &self.path("report"), &self.path("done"))) }
            h2 { (words.t("action-history")) }
            @if self.history.is_empty() { p.empty { (words.t("action-no-history")) } }
            @else { ul.rows { @for step in &self.history { (step.show(cx)) } } }
            @if let Some(steer) = &self.steer { (steer.show(cx, |then| self.path(then))) }
            @if let Some(tag) = &self.tag { (tag.show(cx, &self.path("themes"), !self.themes.is_empty())) }
            @if let Some(receipt) = self.receipt {
                p.proof { a href=(cx.receipt(receipt)) { (words.t("place-record")) } ": " (words.t("action-proof")) }
            }
        }
    }
}

impl Action {
    fn path(&self, then: &str) -> String {
        format!("actions/{}/{then}", in_address(&self.number))
    }

    fn forms(&self) -> impl Iterator<Item = &Form> {
        let report = self.report.iter().map(|report| &report.form);
        let steer = self
            .steer
            .iter()
            .flat_map(|steer| [&steer.moving, &steer.reassign, &steer.dropping]);
        report
            .chain(steer)
            .chain(self.tag.iter().map(|tag| &tag.form))
    }

    fn facts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            dl.facts {
                div { dt { (words.t("action-who")) } dd dir="auto" { (owners(words, &self.owners, Org::full)) } }
                div { dt { (words.t("action-due")) } dd { (self.due.in_full(words)) } }
                div { dt { (words.t("action-state")) } dd { (self.state.words(words)) } }
                @if self.origin != Origin::default() {
                    div { dt { (words.t("action-from")) } dd { (self.origin.show(cx, "")) } }
                }
                @if !self.themes.is_empty() { div { dt { (words.t("place-themes")) } dd { (links_in_line(cx, "themes", &self.themes)) } } }
            }
        }
    }
}

impl Step {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let (key, to) = match &self.kind {
            StepKind::Opened => ("step-opened", String::new()),
            StepKind::Reported => ("step-reported", String::new()),
            StepKind::Done => ("step-done", String::new()),
            StepKind::Dropped => ("step-dropped", String::new()),
            StepKind::Moved(Some(day)) => ("step-moved", day.clone()),
            StepKind::Moved(None) => ("step-moved-meeting", String::new()),
            StepKind::Reassigned(to) => (
                "step-reassigned",
                owners(words, to, |org| org.brief().to_owned()),
            ),
        };
        let by = self.by.brief();
        let sentence = words.f(key, &[("organisation", by.into()), ("to", to.into())]);
        html! {
            li.row {
                div {
                    span.t dir="auto" { (sentence) }
                    @if !self.words.is_empty() { div dir="auto" { (self.words) } }
                    @if !self.evidence.is_empty() { div.m { (words.t("step-evidence")) ": " bdi { (self.evidence) } } }
                }
                div.w.m { (self.when.show()) }
            }
        }
    }
}

impl Report {
    fn show(&self, cx: &Cx<'_>, report: &str, done: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            section {
                h2 { (words.t("report-title")) }
                (form.post(&cx.group(report), &html! {
                    (form.area(words, Input { name: "report", label: words.t("report-words"), hint: Some(words.t("report-words-hint")), value: &self.report, ..Input::default() }, 3))
                    (form.input(words, Input {
                        name: "evidence", label: words.t("step-evidence"), hint: Some(words.t("report-evidence-hint")), value: &self.evidence, optional: true, ..Input::default()
                    }))
                    button { (words.t("report-button")) }
                    " " button formaction=(cx.group(done)) { (words.t("report-done")) }
                }))
            }
        }
    }
}

impl Steer {
    fn show(&self, cx: &Cx<'_>, path: impl Fn(&str) -> String) -> Markup {
        let words = cx.words;
        let reason = |form: &Form, name: &str, value: &str| {
            form.input(
                words,
                Input {
                    name,
                    label: words.t("steer-reason"),
                    hint: Some(words.t("steer-reason-hint")),
                    value,
                    ..Input::default()
                },
            )
        };
        let moving = self.moving.post(
            &cx.group(&path("move")),
            &html! {
                (self.due.fields(words, &self.moving))
                (reason(&self.moving, "move_reason", &self.move_reason))
                button { (words.t("steer-move-button")) }
            },
        );
        let reassign = self.reassign.post(
            &cx.group(&path("reassign")),
            &html! {
                (self.owners.fields(words, &self.reassign))
                (reason(&self.reassign, "reassign_reason", &self.reassign_reason))
                button { (words.t("steer-reassign-button")) }
            },
        );
        let dropping = self.dropping.post(
            &cx.group(&path("drop")),
            &html! {
                p { (words.t("steer-drop-means")) }
                (reason(&self.dropping, "drop_reason", &self.drop_reason))
                button { (words.t("steer-drop-button")) }
            },
        );
        html! {
            section {
                h2 { (words.t("steer-title")) }
                (folded(words.t("steer-move"), &self.moving, &moving))
                (folded(words.t("steer-reassign"), &self.reassign, &reassign))
                (folded(words.t("steer-drop"), &self.dropping, &dropping))
            }
        }
    }
}
