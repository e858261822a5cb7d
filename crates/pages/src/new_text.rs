//! `/GROUP/texts/new`: a text begins, with a Word file, a template of the group, or words written here.

use maud::{Markup, html};

use crate::aims::Aims;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::pick::one_of;
use crate::text::TextKind;
use crate::wording::{Block, blocks};
use crate::words::Words;

/// The form that opens a text with its first version. Multipart to `/GROUP/texts/new`: `title`,
/// `slug`, `kind` (a value), `penholder` (the organisation's value), `begin` (a
/// [`Begin::value`]) with `file`, `template` or `words`, `symbol`, `with` and `with_kind` (`addendum`,
/// `corrigendum`), the fields of [`Aims`], and `answer`: `open`, `look` (shows what the words will look like) or
/// `take` (puts a template's words into the field).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewText {
    pub form: Form,
    pub title: String,
    pub slug: String,
    /// Chosen value of `kind`.
    pub kind: String,
    /// The group's kinds, each with its value.
    pub kinds: Vec<(String, TextKind)>,
    /// Chosen value of `penholder`.
    pub penholder: String,
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    pub begin: Begin,
    /// Chosen value of `template`.
    pub template: String,
    /// Value and name of each template of the group.
    pub templates: Vec<(String, String)>,
    pub words: String,
    /// What the words will look like, where that was asked for.
    pub look: Vec<Block>,
    pub symbol: String,
    /// BCP 47 tag of the language of authority.
    pub language: String,
    /// The next symbol of the group's series.
    pub next_symbol: String,
    /// Chosen value of `with`.
    pub with: String,
    /// It is a corrigendum of that text, not an addendum.
    pub corrects: bool,
    /// Value and title of each text that it may go with.
    pub texts: Vec<(String, String)>,
    pub aims: Aims,
}

/// With what a text begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Begin {
    #[default]
    File,
    Template,
    Words,
}

impl Begin {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::File, Self::Template, Self::Words];

    /// `file`, `template`, `words`.
    pub fn value(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Template => "template",
            Self::Words => "words",
        }
    }

    /// What stands behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|begin| begin.value() == value)
    }

    fn label(self, words: &Words) -> &str {
        words.t(match self {
            Self::File => "new-text-file",
            Self::Template => "new-text-template",
            Self::Words => "new-text-words",
        })
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
            (self.form.upload(&cx.group("texts/new"), &html! {
                // The enter key presses a form's first button: it opens the text, as the last one does.
                button.vh name="answer" value="open" tabindex="-1" aria-hidden="true" { (words.t("new-text-button")) }
                (self.about(words))
                (self.beginning(cx))
                (self.further(words))
                p.note { (words.t("file-no-cases")) }
                p { button.main name="answer" value="open" { (words.t("new-text-button")) } }
            }))
        }
    }
}

impl NewText {
    fn about(&self, words: &Words) -> Markup {
        let form = &self.form;
        let kinds: Vec<_> = self
            .kinds
            .iter()
            .map(|(value, kind)| (value.clone(), kind.words(words).to_owned()))
            .collect();
        let orgs: Vec<_> = self
            .organisations
            .iter()
            .map(|(value, org)| (value.clone(), org.full()))
            .collect();
        html! {
            (form.input(words, Input { name: "title", label: words.t("new-text-name"), value: &self.title, ..Input::default() }))
            (form.input(words, Input {
                name: "slug", label: words.t("new-text-slug"), hint: Some(words.t("new-text-slug-hint")),
                value: &self.slug, width: 28, ..Input::default()
            }))
            (form.choice(words, Input { name: "kind", label: words.t("new-text-kind"), value: &self.kind, ..Input::default() }, &kinds))
            (form.choice(words, Input {
                name: "penholder", label: words.t("new-text-penholder"), hint: Some(words.t("new-text-penholder-hint")),
                value: &self.penholder, ..Input::default()
            }, &orgs))
        }
    }

    fn beginning(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            fieldset #f-begin {
                legend { (words.t("new-text-begin")) }
                @if let Some(problem) = form.problem("begin") { div.problem dir="auto" { (problem) } }
                @for begin in Begin::ALL {
                    @let id = format!("f-begin-{}", begin.value());
                    p.tick {
                        input type="radio" name="begin" value=(begin.value()) id=(id) checked[self.begin == begin];
                        label for=(id) { (begin.label(words)) }
                    }
                    div.under {
                        @match begin {
                            Begin::File => (form.file(words, Input {
                                name: "file", label: words.t("new-text-file-label"), hint: Some(words.t("new-text-file-hint")), optional: true, ..Input::default()
                            })),
                            Begin::Template => (self.choosing_template(cx)),
                            Begin::Words => (self.writing(words)),
                        }
                    }
                }
            }
        }
    }

    fn choosing_template(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.templates.is_empty() { p.m { (words.t("new-text-no-template")) } }
            @else {
                (self.form.choice(words, Input {
                    name: "template", label: words.t("new-text-template-label"), value: &self.template, ..Input::default()
                }, &self.templates))
                p { button name="answer" value="take" { (words.t("new-text-take-words")) } }
            }
            p.m { a href=(cx.group("texts/templates")) { (words.t("templates-title")) } }
        }
    }

    fn writing(&self, words: &Words) -> Markup {
        html! {
            (self.form.area(words, Input {
                name: "words", label: words.t("new-text-words-label"), hint: Some(words.t("new-text-words-hint")), value: &self.words, optional: true, ..Input::default()
            }, 12))
            details {
                summary { (words.t("new-text-signs")) }
                ul.plain {
                    @for (sign, key) in SIGNS { li { code { (sign) } " " span.m { (words.t(key)) } } }
                }
            }
            p { button name="answer" value="look" { (words.t("new-text-look")) } }
            @if !self.look.is_empty() {
                section #look aria-label=(words.t("new-text-looks")) {
                    h2 { (words.t("new-text-looks")) }
                    (blocks(words, &self.look, false))
                }
            }
        }
    }

    fn further(&self, words: &Words) -> Markup {
        let form = &self.form;
        let problem = [
            "symbol",
            "language",
            "with",
            "meeting",
            "process",
            "process_day",
        ]
        .iter()
        .any(|field| form.problem(field).is_some());
        let said = !self.symbol.is_empty() || !self.with.is_empty() || !self.aims.is_empty();
        let none = (String::new(), words.t("new-text-with-none").to_owned());
        let texts: Vec<_> = std::iter::once(none)
            .chain(self.texts.iter().cloned())
            .collect();
        let kind = if self.corrects { WITH[1] } else { WITH[0] };
        let next = words.f(
            "new-text-symbol-hint",
            &[("next", self.next_symbol.as_str().into())],
        );
        html! {
            details open[problem || said] {
                summary { (words.t("new-text-further")) }
                (form.input(words, Input {
                    name: "symbol", label: words.t("new-text-symbol"), hint: Some(&next),
                    value: &self.symbol, width: 20, optional: true, ..Input::default()
                }))
                (form.input(words, Input {
                    name: "language", label: words.t("text-language"), hint: Some(words.t("text-language-hint")),
                    value: &self.language, width: 8, optional: true, ..Input::default()
                }))
                @if !self.texts.is_empty() {
                    (form.choice(words, Input {
                        name: "with", label: words.t("new-text-with"), hint: Some(words.t("new-text-with-hint")), value: &self.with, optional: true, ..Input::default()
                    }, &texts))
                    (one_of(form, "with_kind", words.t("new-text-with-kind"), &[
                        (WITH[0], words.t("supplement-addendum")),
                        (WITH[1], words.t("supplement-corrigendum")),
                    ], kind))
                }
                (self.aims.fields(words, form))
            }
        }
    }
}

/// What a text that goes with another is to it, as the form posts it.
const WITH: [&str; 2] = ["addendum", "corrigendum"];

/// The signs of a written draft, each with what it does.
const SIGNS: [(&str, &str); 7] = [
    ("# ", "sign-heading"),
    ("## ", "sign-smaller-heading"),
    ("1. ", "sign-number"),
    ("- ", "sign-point"),
    ("[^1]  [^1]: ", "sign-note"),
    ("**  *", "sign-bold"),
    ("|  |", "sign-table"),
];
