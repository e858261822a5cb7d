//! `/GROUP/texts`, each joint text with its stage on a line, and `/GROUP/texts/new`.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::text::{Stage, TextKind};
use crate::words::Words;

/// The list of texts. A visitor gets the published ones only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub rows: Vec<TextRow>,
    /// The reader may open a text: shows the button.
    pub may_open: bool,
}

/// A text in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    pub slug: String,
    pub title: String,
    pub kind: TextKind,
    pub symbol: Option<String>,
    pub version: String,
    pub stage: Stage,
}

/// The form that opens a text with its first version. Multipart to `/GROUP/texts/new`: `title`,
/// `slug`, `kind` (values of [`TextKind`]), `symbol`, `penholder` (the organisation's value), `file`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewText {
    pub form: Form,
    pub title: String,
    pub slug: String,
    pub kind: TextKind,
    pub symbol: String,
    /// Chosen value of `penholder`.
    pub penholder: String,
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    /// Name of a file that was read and kept although the form was refused.
    pub kept_file: Option<String>,
}

impl View for Texts {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-texts").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-texts")) }
            p.lede { (words.t("texts-lede")) }
            @if self.may_open { p { a.btn.main href=(cx.group("texts/new")) { (words.t("texts-new")) } } }
            @if self.rows.is_empty() {
                p.empty { (words.t(if self.may_open { "texts-empty-open" } else { "texts-empty" })) }
            } @else {
                ul.rows {
                    @for row in &self.rows {
                        li.row {
                            div {
                                a.t href=(cx.text(&row.slug, "")) dir="auto" { (row.title) }
                                div.m { (row.version) " · " (row.stage.line(words)) }
                            }
                            div.w.m {
                                (row.kind.words(words))
                                @if let Some(symbol) = &row.symbol { br; (symbol) }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl View for NewText {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("new-text-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("texts")) { (words.t("place-texts")) } " › " (words.t("new-text-title"))
            }
            (self.form.summary(words))
            h1 { (words.t("new-text-title")) }
            p.lede { (words.t("new-text-lede")) }
            (self.form.upload(&cx.group("texts/new"), &self.fields(words)))
        }
    }
}

impl NewText {
    fn fields(&self, words: &Words) -> Markup {
        let form = &self.form;
        let kinds: Vec<_> = TextKind::ALL
            .iter()
            .map(|kind| (kind.value().to_owned(), kind.words(words).to_owned()))
            .collect();
        let orgs: Vec<_> = self
            .organisations
            .iter()
            .map(|(value, org)| (value.clone(), org.full()))
            .collect();
        let kept = self
            .kept_file
            .as_deref()
            .map(|file| words.f("new-text-file-kept", &[("file", file.into())]));
        html! {
            (form.input(words, Input { name: "title", label: words.t("new-text-name"), value: &self.title, ..Input::default() }))
            (form.input(words, Input {
                name: "slug", label: words.t("new-text-slug"), hint: Some(words.t("new-text-slug-hint")),
                value: &self.slug, width: 28, ..Input::default()
            }))
            (form.choice(words, Input { name: "kind", label: words.t("new-text-kind"), value: self.kind.value(), ..Input::default() }, &kinds))
            (form.input(words, Input {
                name: "symbol", label: words.t("new-text-symbol"), hint: Some(words.t("new-text-symbol-hint")),
                value: &self.symbol, width: 20, optional: true, ..Input::default()
            }))
            (form.choice(words, Input {
                name: "penholder", label: words.t("new-text-penholder"), hint: Some(words.t("new-text-penholder-hint")),
                value: &self.penholder, ..Input::default()
            }, &orgs))
            (form.file(words, Input {
                name: "file", label: words.t("new-text-file"), hint: Some(kept.as_deref().unwrap_or(words.t("new-text-file-hint"))),
                optional: self.kept_file.is_some(), ..Input::default()
            }))
            p.note { (words.t("file-no-cases")) }
            p { button.main { (words.t("new-text-button")) } }
        }
    }
}
