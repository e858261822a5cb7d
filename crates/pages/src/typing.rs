//! `/GROUP/texts/SLUG/return/words`: an answer typed paragraph by paragraph.

use maud::{Markup, html};

use crate::comments::Pager;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::{ActsFor, Org};
use crate::text::TextHead;
use crate::wording::{Span, spans};

/// The draft with what was typed so far, 25 paragraphs at a time, one of them open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    pub head: TextHead,
    /// Address of the return below the text.
    pub address: String,
    pub acts_for: ActsFor,
    /// Whose answer the secretariat enters.
    pub entering: Option<Org>,
    pub paragraphs: Vec<TypedPara>,
    pub pager: Pager,
    pub open: Option<OpenPara>,
    /// Paragraphs for which something was typed, on all pages.
    pub typed: u32,
}

/// A paragraph with what was typed for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPara {
    /// Place in the text, from 1.
    pub at: u32,
    pub label: Option<String>,
    /// 0 for an ordinary paragraph, else the level of the heading.
    pub heading: u8,
    /// Its words, with what was typed marked.
    pub wording: Vec<Span>,
    pub comment: Option<String>,
    /// Something was typed for it.
    pub touched: bool,
}

/// The open form, posted to the page's own address: `paragraph`, `page`, `words`, `comment`, and `answer`
/// (`keep` or `undo`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenPara {
    pub at: u32,
    pub form: Form,
    pub words: String,
    pub comment: String,
}

impl View for Typing {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("typing-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(open) = &self.open { (open.form.summary(words)) }
            (self.head.show(cx, None))
            h1 { (words.t("typing-title")) }
            p {
                b { (self.acts_for.sentence(words)) }
                @if let Some(organisation) = &self.entering {
                    " " (words.f("check-entering", &[("organisation", organisation.full().into())]))
                }
            }
            p.lede { (words.t("typing-lede")) }
            (self.onward(cx))
            @if self.paragraphs.is_empty() { p.empty { (words.t("read-empty")) } }
            @for paragraph in &self.paragraphs { (self.paragraph(cx, paragraph)) }
            (self.pager.show(cx, |page| self.page(cx, page)))
            (self.onward(cx))
        }
    }
}

impl Typing {
    fn page(&self, cx: &Cx<'_>, page: u32) -> String {
        cx.text(
            &self.head.slug,
            &format!("{}/words?page={page}", self.address),
        )
    }

    fn onward(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.typed > 0 {
                p {
                    a.btn href=(cx.text(&self.head.slug, &format!("{}/check", self.address))) { (words.t("typing-onward")) }
                    " " span.m { (words.f("return-typed", &[("n", self.typed.into())])) }
                }
            }
        }
    }

    fn paragraph(&self, cx: &Cx<'_>, paragraph: &TypedPara) -> Markup {
        let words = cx.words;
        let open = self.open.as_ref().filter(|open| open.at == paragraph.at);
        html! {
            section.para id=(format!("p{}", paragraph.at)) {
                span.no { @if let Some(label) = &paragraph.label { (label) } }
                div {
                    @if paragraph.heading > 0 { h2.text dir="auto" { (spans(words, &paragraph.wording)) } }
                    @else { p.text dir="auto" { (spans(words, &paragraph.wording)) } }
                    @if let Some(comment) = &paragraph.comment {
                        p.said dir="auto" { span.tag { (words.t("desk-comment")) } " " (comment) }
                    }
                    @match open {
                        Some(open) => (self.form(cx, open)),
                        None => p.said {
                            a.do href=(format!("{}&open={}#p{}", self.page(cx, self.pager.page), paragraph.at, paragraph.at)) {
                                (words.t(if paragraph.touched { "typing-change" } else { "typing-open" }))
                                span.vh { " " (paragraph.label.clone().unwrap_or_else(|| paragraph.at.to_string())) }
                            }
                        },
                    }
                }
            }
        }
    }

    fn form(&self, cx: &Cx<'_>, open: &OpenPara) -> Markup {
        let words = cx.words;
        let action = cx.text(&self.head.slug, &format!("{}/words", self.address));
        open.form.post(&action, &html! {
            input type="hidden" name="paragraph" value=(open.at);
            input type="hidden" name="page" value=(self.pager.page);
            (open.form.area(words, Input {
                name: "words", label: words.t("typing-words"), hint: Some(words.t("typing-words-hint")), value: &open.words,
                optional: true, ..Input::default()
            }, rows(&open.words)))
            (open.form.area(words, Input {
                name: "comment", label: words.t("typing-comment"), value: &open.comment, optional: true, ..Input::default()
            }, 2))
            div.do {
                button.main name="answer" value="keep" { (words.t("typing-keep")) }
                button name="answer" value="undo" { (words.t("typing-undo")) }
                a.btn.still href=(format!("{}#p{}", self.page(cx, self.pager.page), open.at)) { (words.t("answer-close")) }
            }
        })
    }
}

/// Lines that show the words without scrolling, within reason.
fn rows(words: &str) -> u8 {
    let lines = words.lines().map(|line| 1 + line.chars().count() / 70);
    u8::try_from(lines.sum::<usize>().clamp(3, 16)).unwrap_or(16)
}
