//! `/GROUP/texts/templates`: Word files with which the group's texts begin.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::text::TextKind;
use crate::words::Words;

/// The group's templates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    /// By name.
    pub rows: Vec<TemplateRow>,
    /// For the secretariat.
    pub keep: Option<KeepTemplate>,
    /// The group's kinds of texts, in their order.
    pub kinds: Vec<TextKind>,
    /// For the secretariat.
    pub set_kinds: Option<SetKinds>,
}

/// The form that sets the group's list of kinds. Posted to `/GROUP/texts/kinds`: `kinds`, one name on each line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetKinds {
    pub form: Form,
    pub kinds: String,
}

/// A template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateRow {
    pub id: String,
    pub name: String,
    /// The kind of text that it is for; `None`: for any.
    pub kind: Option<TextKind>,
    /// Day on which it was kept.
    pub kept: String,
    /// The form that drops it. Posted to `/GROUP/texts/templates/drop`: `template`.
    pub drop: Option<Form>,
}

/// The form that keeps a template. Multipart to `/GROUP/texts/templates`: `name`, `kind` (a value, or
/// nothing), `replaces` (the id of the one whose place it takes, or nothing), `file`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeepTemplate {
    pub form: Form,
    pub name: String,
    /// Chosen value of `kind`; empty: for any.
    pub kind: String,
    /// The group's kinds, each with its value.
    pub kinds: Vec<(String, TextKind)>,
    /// Chosen value of `replaces`; empty: it is a new one.
    pub replaces: String,
}

impl View for Templates {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("templates-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(keep) = &self.keep { (keep.form.summary(words)) }
            @if let Some(set) = &self.set_kinds { (set.form.summary(words)) }
            @for form in self.rows.iter().filter_map(|row| row.drop.as_ref()) { (form.summary(words)) }
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("texts")) { (words.t("place-texts")) } " › " (words.t("templates-title"))
            }
            h1 { (words.t("templates-title")) }
            p.lede { (words.t("templates-lede")) }
            @if self.rows.is_empty() { p.empty { (words.t("templates-empty")) } }
            @else { ul.rows { @for row in &self.rows { (row.show(cx)) } } }
            @if let Some(keep) = &self.keep { (keep.show(cx, &self.rows)) }
            section #kinds {
                h2 { (words.t("kinds-title")) }
                p { (words.list(&self.kinds.iter().map(|kind| kind.words(words).to_owned()).collect::<Vec<_>>())) "." }
                @if let Some(set) = &self.set_kinds { (set.show(cx)) }
            }
        }
    }
}

impl SetKinds {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("kinds-change")) }
                (form.post(&cx.group("texts/kinds"), &html! {
                    (form.area(words, Input {
                        name: "kinds", label: words.t("kinds-label"), hint: Some(words.t("kinds-hint")), value: &self.kinds, ..Input::default()
                    }, 8))
                    button { (words.t("kinds-button")) }
                }))
            }
        }
    }
}

impl TemplateRow {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            li.row {
                div {
                    a.t href=(cx.group(&format!("texts/templates/{}", self.id))) dir="auto" { (self.name) }
                    div.m {
                        @match &self.kind {
                            Some(kind) => (kind.words(words)),
                            None => (words.t("templates-any-kind")),
                        }
                        " · " (words.f("templates-kept", &[("on", self.kept.as_str().into())]))
                    }
                }
                @if let Some(form) = &self.drop {
                    div.w {
                        (form.post(&cx.group("texts/templates/drop"), &html! {
                            input type="hidden" name="template" value=(self.id);
                            button { (words.t("templates-drop")) span.vh { " " (self.name) } }
                        }))
                    }
                }
            }
        }
    }
}

impl KeepTemplate {
    fn show(&self, cx: &Cx<'_>, rows: &[TemplateRow]) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let kinds = choices(
            words,
            "templates-any-kind",
            self.kinds
                .iter()
                .map(|(value, kind)| (value.clone(), kind.words(words).to_owned())),
        );
        let others = choices(
            words,
            "templates-new-one",
            rows.iter().map(|row| (row.id.clone(), row.name.clone())),
        );
        html! {
            section #keep {
                h2 { (words.t("templates-keep-title")) }
                (form.upload(&cx.group("texts/templates"), &html! {
                    (form.input(words, Input { name: "name", label: words.t("templates-name"), value: &self.name, ..Input::default() }))
                    (form.choice(words, Input { name: "kind", label: words.t("templates-kind"), value: &self.kind, ..Input::default() }, &kinds))
                    @if !rows.is_empty() {
                        (form.choice(words, Input { name: "replaces", label: words.t("templates-replaces"), value: &self.replaces, ..Input::default() }, &others))
                    }
                    (form.file(words, Input { name: "file", label: words.t("templates-file"), hint: Some(words.t("new-text-file-hint")), ..Input::default() }))
                    button.main { (words.t("templates-keep-button")) }
                }))
            }
        }
    }
}

/// An empty choice of this word, then the others.
fn choices(
    words: &Words,
    none: &str,
    all: impl Iterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    std::iter::once((String::new(), words.t(none).to_owned()))
        .chain(all)
        .collect()
}
