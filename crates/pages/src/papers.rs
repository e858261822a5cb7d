//! Papers of a meeting: as they are listed, and the form that tables one.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::words::Words;

/// A paper that was tabled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperRow {
    /// "PGWS/2026/WP.4/Rev.1".
    pub symbol: String,
    pub title: String,
    /// The file's part of its address, with its ending: `PGWS-2026-WP.4-Rev.1.docx`.
    pub file: String,
    /// What it revises, newest first: symbol, file.
    pub earlier: Vec<(String, String)>,
}

/// The form that tables a paper. Posted as multipart to `/GROUP/meetings/SLUG/papers`: `symbol`,
/// `paper_title`, `paper_item` (a value of `items`, or empty), `revises` (a value of `papers`, or
/// empty), `file`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperForm {
    pub form: Form,
    /// Suggested at first: the next number of the year.
    pub symbol: String,
    pub title: String,
    pub item: String,
    /// Items of the agenda: value, "3. Recruitment fees".
    pub items: Vec<(String, String)>,
    pub revises: String,
    /// Papers that can be revised: value, "PGWS/2026/WP.4 · title".
    pub papers: Vec<(String, String)>,
}

/// Papers one below the other; nothing when there are none.
pub(crate) fn list(cx: &Cx<'_>, slug: &str, papers: &[PaperRow]) -> Markup {
    html! {
        @if !papers.is_empty() { ul.plain { @for paper in papers { li { (paper.show(cx, slug)) } } } }
    }
}

impl PaperRow {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let address = |file: &str| cx.group(&format!("meetings/{slug}/papers/{file}"));
        let ending = self
            .file
            .rsplit_once('.')
            .map_or("", |(_, ending)| match ending {
                "pdf" => words.t("paper-pdf"),
                _ => words.t("paper-word"),
            });
        html! {
            a href=(address(&self.file)) dir="auto" { (self.title) }
            span.m {
                " · " (self.symbol) " · " (ending)
                @for (at, (symbol, file)) in self.earlier.iter().enumerate() {
                    @if at == 0 { " · " (words.t("paper-earlier")) " " } @else { ", " }
                    a href=(address(file)) { (symbol) }
                }
            }
        }
    }
}

impl PaperForm {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let or_none = |key, options: &[(String, String)]| {
            let mut all = vec![(String::new(), words.t(key).to_owned())];
            all.extend_from_slice(options);
            all
        };
        html! {
            details #table-a-paper open[!form.problems.is_empty()] {
                summary { (words.t("paper-table")) }
                (form.upload(&cx.group(&format!("meetings/{slug}/papers")), &html! {
                    (form.input(words, Input { name: "paper_title", label: words.t("call-title"), value: &self.title, ..Input::default() }))
                    (form.input(words, Input { name: "symbol", label: words.t("new-text-symbol"), hint: Some(words.t("paper-symbol-hint")), value: &self.symbol, width: 24, ..Input::default() }))
                    (form.choice(words, Input { name: "paper_item", label: words.t("paper-item"), value: &self.item, ..Input::default() }, &or_none("paper-no-item", &self.items)))
                    @if !self.papers.is_empty() {
                        (form.choice(words, Input { name: "revises", label: words.t("paper-revises"), value: &self.revises, ..Input::default() }, &or_none("paper-revises-none", &self.papers)))
                    }
                    (self.file(words))
                    p.note { (words.t("file-no-cases")) }
                    button { (words.t("paper-button")) }
                }))
            }
        }
    }

    /// The file: a paper may be a PDF too, so the field differs from that of a text.
    fn file(&self, words: &Words) -> Markup {
        let name = "file";
        let problem = self.form.problem(name);
        let (id, hint, error) = (
            format!("f-{name}"),
            format!("h-{name}"),
            format!("e-{name}"),
        );
        let described = problem.map_or(hint.clone(), |_| format!("{hint} {error}"));
        html! {
            div.field {
                label for=(id) { (words.t("paper-file")) }
                div.hint id=(hint) { (words.t("paper-file-hint")) }
                @if let Some(problem) = problem { div.problem id=(error) dir="auto" { (problem) } }
                input type="file" name=(name) id=(id) required accept=".docx,.pdf,application/pdf"
                    aria-describedby=(described) aria-invalid=[problem.map(|_| "true")];
            }
        }
    }
}
