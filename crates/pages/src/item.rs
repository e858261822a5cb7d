//! `/GROUP/meetings/SLUG/items/N`: an agenda item, and what chair and secretariat record about it.

use maud::{Markup, html};

use crate::actions::{DueTyped, OwnersTyped};
use crate::entries::{ActionLine, AgendaItem, Outcome};
use crate::floor::Put;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::meeting::Head;
use crate::meetings::Importance;
use crate::papers::list;
use crate::pick::{folded, one_of, ticks};

/// An agenda item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    pub head: Head,
    pub item: AgendaItem,
    /// Titles of the items before and after it.
    pub before: Option<String>,
    pub after: Option<String>,
    /// Follow-up: the actions that it carries, with where they stand.
    pub carried: Vec<ActionLine>,
    /// The decision that is before the meeting right now, if it belongs to this item.
    pub put: Option<Put>,
    /// What can be recorded now; `None` for everybody but chair and secretariat.
    pub outcome: Option<OutcomeForm>,
    pub decision: Option<DecisionForm>,
    pub action: Option<ActionForm>,
    pub approve: Option<Approve>,
}

/// What came of the item. Posted to `…/items/N/outcome`: `outcome` (as [`Outcome::value`]), `summary`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutcomeForm {
    pub form: Form,
    /// The value chosen; empty at first.
    pub outcome: String,
    pub summary: String,
}

/// A decision to put to the meeting. Posted to `…/items/N/decision`: `decision_title`, `words`, `kind`
/// (as [`Importance::value`]), `mandate` (once for each tick).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionForm {
    pub form: Form,
    pub title: String,
    pub words: String,
    pub kind: String,
    /// Mandates: value, words.
    pub mandates: Vec<(String, String)>,
    /// Values ticked.
    pub cites: Vec<String>,
}

/// An action to open. Posted to `…/items/N/action`: `what`, what [`OwnersTyped`] and [`DueTyped`] send
/// (`lead`, `others`, `due_kind`, `due`), `follows` (a value of `decisions`, or empty).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionForm {
    pub form: Form,
    pub what: String,
    pub owners: OwnersTyped,
    pub due: DueTyped,
    pub follows: String,
    /// Decisions of this item from which it can follow: value, "2026/4 Title".
    pub decisions: Vec<(String, String)>,
}

/// The approval of minutes that the item is about. Posted to `…/items/N/minutes`: `edition`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approve {
    pub form: Form,
    /// Short name and title of the meeting whose minutes they are.
    pub meeting: (String, String),
    pub edition: u32,
    /// Corrections asked for since this edition was circulated.
    pub corrections: u32,
}

impl View for Item {
    fn title(&self, _: &Cx<'_>) -> String {
        format!("{} · {}", self.item.title, self.head.title)
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let (words, item) = (cx.words, &self.item);
        let meeting = format!("meetings/{}", self.head.slug);
        html! {
            (self.summaries(cx))
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("meetings")) { (words.t("place-meetings")) } " › " a href=(cx.group(&meeting)) dir="auto" { (self.head.title) }
            }
            h1 dir="auto" { (item.title) }
            p.lede { (words.f("item-number", &[("n", item.number.into())])) " · " (self.head.on) " · " (self.head.stage.words(words)) }
            (item.about(cx))
            @if let Some(put) = &self.put { (put.show(cx, &self.head.slug)) }
            @if let Some(approve) = &self.approve { (approve.show(cx, &self.path(cx))) }
            @if !item.papers.is_empty() { h2 { (words.t("item-papers")) } (list(cx, &self.head.slug, &item.papers)) }
            @if !self.carried.is_empty() {
                h2 { (words.t("item-carries")) }
                ul.names { @for action in &self.carried { li { (action.line(cx, true)) } } }
            }
            h2 { (words.t("item-came")) }
            @if item.outcome.is_none() && item.decisions.is_empty() && item.objected.is_empty() && item.lost.is_empty() && item.actions.is_empty() { p.m { (words.t("item-nothing-yet")) } }
            (self.recorded(cx))
            (self.forms(cx))
            (self.pager(cx))
        }
    }
}

impl Item {
    fn path(&self, cx: &Cx<'_>) -> String {
        cx.group(&format!(
            "meetings/{}/items/{}",
            self.head.slug, self.item.number
        ))
    }

    fn summaries(&self, cx: &Cx<'_>) -> Markup {
        let answer = self.put.as_ref().and_then(|put| put.answer.as_ref());
        let forms = [
            answer.map(|each| &each.decided),
            answer.map(|each| &each.objected),
            answer
                .and_then(|each| each.roll_call.as_ref())
                .map(|call| &call.form),
            self.approve.as_ref().map(|each| &each.form),
            self.outcome.as_ref().map(|each| &each.form),
            self.decision.as_ref().map(|each| &each.form),
            self.action.as_ref().map(|each| &each.form),
        ];
        html! { @for form in forms.into_iter().flatten() { (form.summary(cx.words)) } }
    }

    fn recorded(&self, cx: &Cx<'_>) -> Markup {
        let item = &self.item;
        html! {
            @if let Some((outcome, summary)) = &item.outcome {
                p dir="auto" { b { (outcome.words(cx.words)) "." } @if !summary.is_empty() { " " (summary) } }
            }
            @for objected in &item.objected { (objected.show(cx.words)) }
            @for lost in &item.lost { (lost.show(cx.words)) }
            @for decision in &item.decisions { (decision.in_full(cx)) }
            @if !item.actions.is_empty() { ul.names { @for action in &item.actions { li { (action.line(cx, true)) } } } }
        }
    }

    fn forms(&self, cx: &Cx<'_>) -> Markup {
        let path = self.path(cx);
        html! {
            @if self.outcome.is_some() || self.decision.is_some() || self.action.is_some() {
                section.invite {
                    h2 { (cx.words.t("item-record")) }
                    @if let Some(form) = &self.decision { (form.show(cx, &path)) }
                    @if let Some(form) = &self.outcome { (form.show(cx, &path)) }
                    @if let Some(form) = &self.action { (form.show(cx, &path)) }
                }
            }
        }
    }

    fn pager(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let n = self.item.number;
        let link = |at: u32, title: &str, key| {
            html! {
                a href=(cx.group(&format!("meetings/{}/items/{at}", self.head.slug))) dir="auto" {
                    (words.f(key, &[("n", at.into()), ("title", title.into())]))
                }
            }
        };
        html! {
            @if self.before.is_some() || self.after.is_some() {
                nav.pager aria-label=(words.t("item-pager")) {
                    @if let Some(title) = &self.before { (link(n.saturating_sub(1), title, "item-before")) }
                    @if let Some(title) = &self.after { (link(n + 1, title, "item-after")) }
                }
            }
        }
    }
}

impl OutcomeForm {
    fn show(&self, cx: &Cx<'_>, path: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let outcomes = Outcome::ALL.map(|outcome| (outcome.value(), outcome.words(words)));
        // What was decided is recorded by the decision itself: the form begins with the plain outcome.
        let chosen = match self.outcome.as_str() {
            "" => Outcome::default().value(),
            chosen => chosen,
        };
        let fields = html! {
            (one_of(form, "outcome", words.t("came-legend"), &outcomes, chosen))
            (form.area(words, Input { name: "summary", label: words.t("came-summary"), hint: Some(words.t("came-summary-hint")), value: &self.summary, optional: true, ..Input::default() }, 4))
            button { (words.t("came-button")) }
        };
        folded(
            words.t("came-title"),
            form,
            &form.post(&format!("{path}/outcome"), &fields),
        )
    }
}

impl DecisionForm {
    fn show(&self, cx: &Cx<'_>, path: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let kinds = Importance::ALL.map(|kind| (kind.value(), kind.words(words)));
        let fields = html! {
            (form.input(words, Input { name: "decision_title", label: words.t("call-title"), value: &self.title, ..Input::default() }))
            (form.area(words, Input { name: "words", label: words.t("propose-words"), hint: Some(words.t("propose-words-hint")), value: &self.words, ..Input::default() }, 5))
            (one_of(form, "kind", words.t("propose-kind"), &kinds, &self.kind))
            @if !self.mandates.is_empty() { (ticks(form, "mandate", words.t("propose-mandates"), &self.mandates, &self.cites)) }
            button { (words.t("propose-button")) }
        };
        folded(
            words.t("propose-title"),
            form,
            &form.post(&format!("{path}/decision"), &fields),
        )
    }
}

impl ActionForm {
    fn show(&self, cx: &Cx<'_>, path: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let mut decisions = vec![(String::new(), words.t("open-follows-item").to_owned())];
        decisions.extend_from_slice(&self.decisions);
        let fields = html! {
            (form.area(words, Input { name: "what", label: words.t("new-action-what"), hint: Some(words.t("new-action-what-hint")), value: &self.what, ..Input::default() }, 3))
            (self.owners.fields(words, form))
            (self.due.fields(words, form))
            @if !self.decisions.is_empty() {
                (form.choice(words, Input { name: "follows", label: words.t("open-follows"), value: &self.follows, ..Input::default() }, &decisions))
            }
            button { (words.t("open-button")) }
        };
        folded(
            words.t("open-title"),
            form,
            &form.post(&format!("{path}/action"), &fields),
        )
    }
}

impl Approve {
    fn show(&self, cx: &Cx<'_>, path: &str) -> Markup {
        let words = cx.words;
        let (slug, title) = &self.meeting;
        html! {
            div.note {
                p dir="auto" {
                    (words.f("approve-what", &[("title", title.as_str().into()), ("edition", self.edition.into()), ("n", self.corrections.into())])) " "
                    a href=(cx.group(&format!("meetings/{slug}/minutes"))) { (words.t("approve-read")) }
                }
                (self.form.post(&format!("{path}/minutes"), &html! {
                    input type="hidden" name="edition" value=(self.edition);
                    button { (words.t("approve-button")) }
                }))
            }
        }
    }
}
