//! `/GROUP/texts/SLUG/responses`: each proposal with its response and the reason.

use maud::{Markup, html};

use crate::address::encoded;
use crate::answer::{Answer, Verdict};
use crate::form::Form;
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::read::Download;
use crate::text::{Tab, TextHead};
use crate::wording::{Block, Span, blocks, spans};
use crate::words::Words;

/// The disposition table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responses {
    pub head: TextHead,
    /// Label of the version that the responses are about.
    pub version: String,
    pub state: ResponsesState,
    pub rows: Vec<ResponseRow>,
    /// The table as files, once there is one.
    pub downloads: Vec<Download>,
    /// What became of the reader's own proposals, once issued.
    pub became: Option<Became>,
    /// Organisations with a page of what became of theirs, each with its address below the text; for those
    /// who may send it to them.
    pub others: Vec<(Org, String)>,
    /// After the issue, for whoever may table the next version.
    pub next: Option<NextVersion>,
}

/// Before and after the responses are issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponsesState {
    /// No compilation yet.
    Empty,
    /// Not issued; `rows` is empty for those who may not see drafts.
    Before {
        answered: u32,
        of: u32,
        /// What has no answer yet.
        unanswered: Vec<Unanswered>,
        /// Posted to `/GROUP/texts/SLUG/responses/issue`.
        issue: Option<Form>,
    },
    Issued {
        on: String,
        by: Org,
        /// Number of the act.
        receipt: u64,
    },
}

/// A proposal or comment without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    pub id: String,
    /// "paragraph 4, a".
    pub place: String,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseRow {
    pub number: u32,
    pub organisations: Vec<Org>,
    pub place: String,
    pub kind: RowKind,
    /// The proposal, or the words of the comment as one [`Span::Same`].
    pub proposed: Vec<Span>,
    pub answer: Option<Answer>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Proposal,
    Comment,
}

/// What became of one's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Became {
    pub all: u32,
    pub taken: u32,
    pub in_other_words: u32,
    pub not_taken: u32,
    pub noted: u32,
    pub bracketed: u32,
    pub left_for_discussion: u32,
}

/// The next version, made from the responses; posted to `/GROUP/texts/SLUG/responses/next`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextVersion {
    pub form: Form,
    /// "draft 3".
    pub label: String,
    /// The clean text, with what changed marked.
    pub text: Vec<Block>,
    /// What stays open and is listed in the covering note.
    pub left: Vec<Unanswered>,
}

impl View for Responses {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.f(
            "responses-title",
            &[("text", self.head.title.as_str().into())],
        )
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let ResponsesState::Before { issue: Some(form), .. } = &self.state { (form.summary(words)) }
            @if let Some(next) = &self.next { (next.form.summary(words)) }
            (self.head.show(cx, Some(Tab::Responses)))
            (self.standing(cx))
            @if let Some(became) = &self.became { (self.became_line(cx, became)) }
            @if !self.rows.is_empty() { (self.table(cx)) }
            (self.files(cx))
            @if let Some(next) = &self.next { (next.show(cx, &self.head.slug)) }
        }
    }
}

impl Responses {
    fn standing(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @match &self.state {
                ResponsesState::Empty => p.empty { (words.t("responses-empty")) },
                ResponsesState::Before { answered, of, unanswered, issue } => {
                    p { b { (words.f("responses-answered", &[("answered", (*answered).into()), ("of", (*of).into())])) } " " (words.t("responses-before")) }
                    @if let Some(form) = issue {
                        @if unanswered.is_empty() {
                            (form.post(&cx.text(&self.head.slug, "responses/issue"), &html! {
                                p.hint { (words.t("responses-issue-means")) }
                                button.main { (words.t("responses-issue")) }
                            }))
                        } @else {
                            p { (words.t("responses-unanswered")) }
                            ul.inline {
                                @for item in unanswered {
                                    li { a href=(format!("{}?show=all&answer={}#{}", cx.text(&self.head.slug, "comments"), encoded(&item.id), item.id)) { (item.place) } }
                                }
                            }
                        }
                    }
                }
                ResponsesState::Issued { on, by, receipt } => p {
                    (words.f("responses-issued", &[
                        ("on", on.as_str().into()), ("organisation", by.brief().into()), ("version", self.version.as_str().into()),
                    ]))
                    " " a href=(cx.receipt(*receipt)) { (words.t("flash-receipt")) }
                },
            }
        }
    }

    fn became_line(&self, cx: &Cx<'_>, became: &Became) -> Markup {
        let words = cx.words;
        let page = cx.text(&self.head.slug, "responses");
        html! {
            h2 { (words.f("became-title", &[("n", became.all.into())])) }
            p { (became.line(words)) " " a href=(format!("{page}/mine")) { (words.t("became-link")) } }
        }
    }

    fn files(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if !self.downloads.is_empty() {
                h2 { (words.t("files-title")) }
                ul.plain { @for file in &self.downloads { li { (file.link(words)) } } }
            }
            @if !self.others.is_empty() {
                h2 { (words.t("became-others")) }
                ul.inline {
                    @for (organisation, address) in &self.others {
                        li { a href=(cx.text(&self.head.slug, address)) { (organisation.abbreviated()) } }
                    }
                }
            }
        }
    }

    fn table(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let heads = [
            "responses-number",
            "responses-organisation",
            "responses-place",
            "responses-proposed",
            "responses-response",
        ];
        html! {
            div.scroll role="region" tabindex="0" aria-label=(words.t("responses-table")) {
                table.responses {
                    thead { tr { @for key in heads { th scope="col" { (words.t(key)) } } } }
                    tbody { @for row in &self.rows { (row.show(words)) } }
                }
            }
        }
    }
}

impl ResponseRow {
    fn show(&self, words: &Words) -> Markup {
        html! {
            tr {
                td.n { (self.number) }
                td { @for (at, org) in self.organisations.iter().enumerate() { @if at > 0 { ", " } (org.abbreviated()) } }
                td { (self.place) }
                td dir="auto" {
                    @if self.kind == RowKind::Comment { span.tag { (words.t("responses-comment")) } " " }
                    span.w { (spans(words, &self.proposed)) }
                }
                td {
                    @match &self.answer {
                        Some(answer) => (answer.show(words, false)),
                        None => span.m { (words.t("responses-open")) },
                    }
                }
            }
        }
    }
}

impl Became {
    /// Counts one more answer.
    pub fn count(&mut self, verdict: Verdict) {
        self.all += 1;
        *match verdict {
            Verdict::Taken => &mut self.taken,
            Verdict::InOtherWords => &mut self.in_other_words,
            Verdict::NotTaken => &mut self.not_taken,
            Verdict::Noted => &mut self.noted,
            Verdict::Bracketed => &mut self.bracketed,
            Verdict::LeftForDiscussion => &mut self.left_for_discussion,
        } += 1;
    }

    /// "9 taken, 2 in other words, 3 not taken, with the reason".
    pub fn line(&self, words: &Words) -> String {
        let parts = [
            (self.taken, "became-taken"),
            (self.in_other_words, "became-in-other-words"),
            (self.not_taken, "became-not-taken"),
            (self.noted, "became-noted"),
            (self.bracketed, "became-bracketed"),
            (self.left_for_discussion, "became-left"),
        ];
        let said: Vec<String> = parts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, key)| words.f(key, &[("n", (*n).into())]))
            .collect();
        words.list(&said)
    }
}

impl NextVersion {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            section #next {
                h2 { (words.f("next-title", &[("version", self.label.as_str().into())])) }
                p { (words.t("next-lede")) }
                @if self.left.is_empty() { p { (words.t("next-nothing-left")) } }
                @else {
                    p { (words.t("next-left")) }
                    ul.inline { @for item in &self.left { li { (item.place) } } }
                }
                (self.form.post(&cx.text(slug, "responses/next"), &html! {
                    button.main { (words.f("next-button", &[("version", self.label.as_str().into())])) }
                }))
                details { summary { (words.t("next-preview")) } (blocks(words, &self.text, false)) }
            }
        }
    }
}
