//! `/GROUP/texts/SLUG/responses/mine` and `/of/ORGANISATION`: what became of what one organisation asked for.

use maud::{Markup, html};

use crate::answer::Answer;
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::read::Download;
use crate::responses::{Became, RowKind};
use crate::text::{Tab, TextHead};
use crate::wording::{Span, spans};
use crate::words::Words;

/// Each proposal and comment of one organisation, with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BecameOf {
    pub head: TextHead,
    /// Label of the version that it commented on.
    pub version: String,
    pub organisation: Org,
    /// It is the reader's own: only then is it said which colleague asked.
    pub own: bool,
    pub became: Became,
    pub items: Vec<BecameItem>,
    /// The same as a Word file.
    pub download: Option<Download>,
}

/// Something that was asked for, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BecameItem {
    pub place: String,
    pub kind: RowKind,
    pub proposed: Vec<Span>,
    /// Who else asks for the same.
    pub others: Vec<Org>,
    /// Who of the organisation asked.
    pub colleagues: Vec<String>,
    pub answer: Option<Answer>,
}

impl BecameOf {
    /// "What became of your 14 comments", or of those of another organisation.
    pub fn name(&self, words: &Words) -> String {
        let all = self.became.all;
        if self.own {
            return words.f("became-title", &[("n", all.into())]);
        }
        words.f(
            "became-title-of",
            &[
                ("n", all.into()),
                ("organisation", self.organisation.brief().into()),
            ],
        )
    }
}

impl View for BecameOf {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.name(cx.words)
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.head.show(cx, Some(Tab::Responses)))
            h2 { (self.name(words)) }
            p.lede {
                (words.f("became-on", &[("version", self.version.as_str().into())])) " " (self.became.line(words))
            }
            p {
                a href=(cx.text(&self.head.slug, "responses")) { (words.t("became-all")) }
                @if let Some(file) = &self.download { " · " (file.link(words)) }
            }
            @if self.own { p.note { (words.t("became-private")) } }
            @if self.items.is_empty() { p.empty { (words.t("responses-none-yours")) } }
            @else { ul.items { @for item in &self.items { (item.show(words)) } } }
        }
    }
}

impl BecameItem {
    fn show(&self, words: &Words) -> Markup {
        html! {
            li {
                span.no { (self.place) }
                div {
                    p.text dir="auto" {
                        @if self.kind == RowKind::Comment { span.tag { (words.t("responses-comment")) } " " }
                        (spans(words, &self.proposed))
                    }
                    @if let Some(answer) = &self.answer { p.said { (answer.show(words, false)) } }
                    @if !self.others.is_empty() || !self.colleagues.is_empty() {
                        p.m {
                            @if !self.others.is_empty() {
                                (words.t("became-same")) " "
                                @for (at, org) in self.others.iter().enumerate() { @if at > 0 { ", " } (org.abbreviated()) }
                                ". "
                            }
                            @if !self.colleagues.is_empty() {
                                (words.f("became-colleague", &[("names", words.list(&self.colleagues).into())]))
                            }
                        }
                    }
                }
            }
        }
    }
}
