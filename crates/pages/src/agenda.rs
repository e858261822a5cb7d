//! `/GROUP/meetings/SLUG/agenda`: the draft agenda, which chair and secretariat put together.

use maud::{Markup, html};

use crate::entries::ItemKind;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::meeting::{Head, Tab};
use crate::words::Words;

/// The draft agenda. Posted to `/GROUP/meetings/SLUG/agenda`; for each line N from 1, standing lines first,
/// then the empty ones: `id_N` (empty: new), `kind_N` (as [`ItemKind::value`]), `title_N` (empty: no line),
/// `text_N` (a value of `texts`, or empty; not for standing lines), `order_N` (a number, or empty: after
/// the last topic), `out_N` (`yes` when ticked), and where they are set `minutes_N` and `deferred_N`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaForm {
    pub head: Head,
    pub form: Form,
    /// Lines that the draft has, in their order.
    pub lines: Vec<Line>,
    /// Empty lines for new topics, or what was typed into them; fewer than four are filled up.
    pub fresh: Vec<Line>,
    /// Texts that an item can be about: value, title.
    pub texts: Vec<(String, String)>,
    /// A draft was proposed before: this one takes its place.
    pub proposed: bool,
}

/// A line of the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Id of the item; empty: not proposed yet.
    pub id: String,
    pub kind: ItemKind,
    pub title: String,
    /// Value of the text chosen; empty: none.
    pub text: String,
    /// Number typed.
    pub order: String,
    pub leave_out: bool,
    /// Follow-up: the open actions that it carries: number, what.
    pub carries: Vec<(String, String)>,
    /// Value and title of the meeting whose minutes it approves.
    pub minutes_of: Option<(String, String)>,
    /// Value and title of the meeting from which it was deferred.
    pub deferred: Option<(String, String)>,
}

/// How many empty lines stand below the draft.
const FRESH: usize = 4;

impl View for AgendaForm {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.head.title(cx, "meeting-tab-agenda")
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let empty = Line::default();
        let fresh = (0..FRESH.max(self.fresh.len())).map(|at| self.fresh.get(at).unwrap_or(&empty));
        html! {
            (self.form.summary(words))
            (self.head.show(cx, Tab::Agenda))
            p { (words.t("draft-lede")) }
            (self.form.post(&cx.group(&format!("meetings/{}/agenda", self.head.slug)), &html! {
                @if !self.lines.is_empty() {
                    ol.rows { @for (at, line) in self.lines.iter().enumerate() { (self.line(words, line, at + 1, true)) } }
                }
                h2 { (words.t("draft-fresh")) }
                p.hint { (words.t("draft-fresh-hint")) }
                ol.rows { @for (at, line) in fresh.enumerate() { (self.line(words, line, self.lines.len() + at + 1, false)) } }
                div.commit {
                    p { (words.t(if self.proposed { "draft-means-again" } else { "draft-means" })) }
                    button.main { (words.t(if self.proposed { "draft-button-again" } else { "draft-button" })) }
                }
            }))
        }
    }
}

impl AgendaForm {
    fn line(&self, words: &Words, line: &Line, n: usize, stands: bool) -> Markup {
        let form = &self.form;
        let text = format!("text_{n}");
        let (out, id) = (format!("out_{n}"), format!("f-out_{n}"));
        let linked = [
            (format!("minutes_{n}"), value_of(&line.minutes_of)),
            (format!("deferred_{n}"), value_of(&line.deferred)),
        ];
        html! {
            li.row {
                div {
                    input type="hidden" name=(format!("id_{n}")) value=(line.id);
                    input type="hidden" name=(format!("kind_{n}")) value=(line.kind.value());
                    @for (name, value) in linked.iter().filter(|(_, value)| !value.is_empty()) { input type="hidden" name=(name) value=(value); }
                    div.beside {
                        (self.field(&format!("order_{n}"), words.t("draft-order"), &line.order, Some(3)))
                        (self.field(&format!("title_{n}"), words.t("call-title"), &line.title, None))
                        @if line.kind == ItemKind::Topic && !self.texts.is_empty() {
                            (form.choice(words, Input { name: &text, label: words.t("draft-text"), value: &line.text, ..Input::default() }, &self.or_none(words)))
                        }
                    }
                    @if stands {
                        (line.about(words))
                        p.tick {
                            input type="checkbox" name=(out) value="yes" id=(id) checked[line.leave_out];
                            label for=(id) { (words.t("draft-leave-out")) span.vh { ": " (line.title) } }
                        }
                    }
                }
            }
        }
    }

    /// A line of input that may stay empty without a word about it: there are many. Without a width it
    /// takes what is left beside the others.
    fn field(&self, name: &str, label: &str, value: &str, width: Option<u8>) -> Markup {
        let (id, error) = (format!("f-{name}"), format!("e-{name}"));
        let problem = self.form.problem(name);
        html! {
            div.field.grow[width.is_none()] {
                label for=(id) { (label) }
                @if let Some(problem) = problem { div.problem id=(error) dir="auto" { (problem) } }
                input name=(name) id=(id) value=(value) size=[width] dir="auto"
                    aria-describedby=[problem.map(|_| &error)] aria-invalid=[problem.map(|_| "true")];
            }
        }
    }

    fn or_none(&self, words: &Words) -> Vec<(String, String)> {
        let mut texts = vec![(String::new(), words.t("draft-no-text").to_owned())];
        texts.extend_from_slice(&self.texts);
        texts
    }
}

impl Line {
    /// What is good to know about a line that makes itself.
    fn about(&self, words: &Words) -> Markup {
        html! {
            @if let Some((_, title)) = &self.minutes_of { p.m dir="auto" { (words.t("item-minutes-of")) " " (title) } }
            @if let Some((_, title)) = &self.deferred { p.m dir="auto" { (words.t("item-deferred-from")) " " (title) } }
            @if self.kind == ItemKind::FollowUp {
                p.m { (words.f("draft-carries", &[("n", self.carries.len().into())])) }
                @if !self.carries.is_empty() {
                    ul.plain { @for (number, what) in &self.carries { li dir="auto" { (number) " " (what) } } }
                }
            }
        }
    }
}

fn value_of(linked: &Option<(String, String)>) -> &str {
    linked.as_ref().map_or("", |(value, _)| value)
}
