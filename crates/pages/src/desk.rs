//! A paragraph of the compilation: its base wording, what is asked for, who asks, the answers.

use maud::{Markup, html};

use crate::address::encoded;
use crate::answer::{Answer, AnswerForm};
use crate::check::Tracking;
use crate::comments::{
    Aside, Clash, Cluster, Comments, DeskComment, DeskPara, DeskState, MovedTo, Part, Proposal,
    ProposalKind, Supporter,
};
use crate::frame::Cx;
use crate::wording::spans;
use crate::words::Words;

impl DeskPara {
    pub(crate) fn show(&self, cx: &Cx<'_>, page: &Comments) -> Markup {
        let words = cx.words;
        let said = !self.comments.is_empty() || !self.for_penholder.is_empty();
        let quiet = self.clusters.is_empty() && !said;
        html! {
            section.para.quiet[quiet] id=(format!("p{}", self.at)) aria-label=[self.label.as_deref().map(|l| words.f("para-label", &[("label", l.into())]))] {
                div.no { @if let Some(label) = &self.label { (label) } }
                div {
                    @match self.heading {
                        0 => p.text dir="auto" { (spans(words, &self.base)) },
                        1 => h2.text dir="auto" { (spans(words, &self.base)) },
                        _ => h3.text dir="auto" { (spans(words, &self.base)) },
                    }
                    @if quiet && self.heading == 0 { span.tag { (words.t("para-no-comment")) } }
                    @for cluster in &self.clusters { (cluster.show(cx, page)) }
                    @if let Some(reads) = &self.reads {
                        div.reads {
                            b { (self.reads_title(words, &reads.taken)) }
                            p dir="auto" { (spans(words, &reads.wording)) }
                        }
                    }
                    @for comment in &self.comments { (comment.show(cx, page)) }
                    @for aside in &self.for_penholder { (aside.show(words)) }
                }
            }
        }
    }

    fn reads_title(&self, words: &Words, taken: &[String]) -> String {
        let (letters, n) = (
            ("letters", words.list(taken).into()),
            ("n", taken.len().into()),
        );
        match &self.label {
            Some(label) => words.f(
                "para-reads",
                &[letters, n, ("label", label.trim_end_matches('.').into())],
            ),
            None => words.f("para-reads-unnumbered", &[letters, n]),
        }
    }
}

impl Cluster {
    fn show(&self, cx: &Cx<'_>, page: &Comments) -> Markup {
        let words = cx.words;
        let proposals = html! { @for proposal in &self.proposals { (proposal.show(cx, page)) } };
        html! {
            @match &self.clash {
                None => (proposals),
                Some(clash) => div.clash role="group" aria-label=(words.t("clash-label")) {
                    p.h {
                        @match clash {
                            Clash::Wordings { count, of } => (words.f("clash-wordings", &[("n", (*count).into()), ("of", of.as_str().into())])),
                            Clash::DeleteAgainstEdit => (words.t("clash-delete-against-edit")),
                            Clash::Overlap => (words.t("clash-overlap")),
                        }
                    }
                    (proposals)
                },
            }
        }
    }
}

impl Proposal {
    fn show(&self, cx: &Cx<'_>, page: &Comments) -> Markup {
        let words = cx.words;
        html! {
            div.prop.here[self.form.is_some()] id=(self.id) {
                div.k { (self.letter) }
                div {
                    @for line in self.told(words) { p.kind { (line) } }
                    @if !self.wording.is_empty() { p.w dir="auto" { (spans(words, &self.wording)) } }
                    (self.supporters(words))
                    (answering(cx, page, &self.id, &self.named(), self.answer.as_ref(), self.form.as_ref(), false))
                    @if let Some(before) = &self.answered_before {
                        p.m { (words.t("answer-before")) " " (before.show(words, false)) }
                    }
                }
            }
        }
    }

    /// What its wording alone does not say.
    fn told(&self, words: &Words) -> impl Iterator<Item = String> {
        let kind = match &self.to {
            Some(to) => Some(to.told(words)),
            None => self.kind.key().map(|key| words.t(key).to_owned()),
        };
        let part = self.part.map(|part| part.told(words));
        part.into_iter().chain(kind)
    }

    /// "a, OSR": how a link to it is told from the others when it is only heard.
    fn named(&self) -> String {
        let by = self.supporters.iter().map(|s| s.organisation.brief());
        std::iter::once(self.letter.as_str())
            .chain(by)
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn supporters(&self, words: &Words) -> Markup {
        html! {
            p.by {
                @for (at, supporter) in self.supporters.iter().enumerate() {
                    @if at > 0 { ", " }
                    (supporter.show(words))
                }
            }
        }
    }
}

impl Supporter {
    fn show(&self, words: &Words) -> Markup {
        html! {
            b { (self.organisation.abbreviated()) }
            @if self.penholder { " (" (words.t("desk-penholder")) ")" }
            @if self.tracking != Tracking::Tracked { " " (self.tracking.tag(words)) }
            @if let Some(variant) = &self.variant { " · " (words.f("desk-variant", &[("words", variant.as_str().into())])) }
        }
    }
}

impl ProposalKind {
    fn key(self) -> Option<&'static str> {
        Some(match self {
            Self::Wording => return None,
            Self::DeleteParagraph => "proposal-delete-paragraph",
            Self::NewParagraph => "proposal-new-paragraph",
            Self::Typography => "proposal-typography",
            Self::DeleteRow => "proposal-delete-row",
            Self::NewRow => "proposal-new-row",
            Self::Formatting => "proposal-formatting",
            Self::Moved => "proposal-moved",
            Self::MovedWords => "proposal-moved-words",
            Self::Split => "proposal-split",
            Self::Joined => "proposal-joined",
            Self::Other => "proposal-other",
        })
    }
}

impl Part {
    /// "In footnote 2".
    fn told(self, words: &Words) -> String {
        let (key, number) = match self {
            Self::Footnote(number) => ("part-footnote", number),
            Self::Endnote(number) => ("part-endnote", number),
            Self::Header(number) => ("part-header", number),
            Self::Footer(number) => ("part-footer", number),
            Self::TextBox(number) => ("part-text-box", number),
        };
        words.f(key, &[("n", number.into())])
    }
}

impl MovedTo {
    fn told(&self, words: &Words) -> String {
        match self {
            Self::First => words.t("proposal-moved-first").to_owned(),
            Self::BehindNumber(number) => words.f(
                "proposal-moved-behind",
                &[("number", number.as_str().into())],
            ),
            Self::BehindWords(text) => words.f(
                "proposal-moved-behind-words",
                &[("words", text.as_str().into())],
            ),
            Self::Within => words.t("proposal-moved-within").to_owned(),
            Self::IntoNumber(number) => {
                words.f("proposal-moved-into", &[("number", number.as_str().into())])
            }
            Self::IntoWords(text) => words.f(
                "proposal-moved-into-words",
                &[("words", text.as_str().into())],
            ),
        }
    }
}

impl DeskComment {
    fn show(&self, cx: &Cx<'_>, page: &Comments) -> Markup {
        let words = cx.words;
        html! {
            div.note.reply[self.reply].here[self.form.is_some()] id=(self.id) {
                p dir="auto" {
                    b { (self.organisation.abbreviated()) } ", " (words.t(if self.reply { "desk-reply" } else { "desk-comment" })) ": "
                    (self.text)
                    @if let Some(part) = self.part { span.m { " (" (part.told(words)) ")" } }
                    @if let Some(about) = &self.about { span.m { " (" (words.f("check-comment-about", &[("words", about.as_str().into())])) ")" } }
                }
                (answering(cx, page, &self.id, self.organisation.brief(), self.answer.as_ref(), self.form.as_ref(), true))
            }
        }
    }
}

impl Aside {
    fn show(&self, words: &Words) -> Markup {
        html! {
            div.note {
                p dir="auto" {
                    b { (self.organisation.abbreviated()) } ", " (words.t("desk-for-penholder")) ": " (self.text)
                    @if let Some(about) = &self.about { span.m { " (" (words.f("check-comment-about", &[("words", about.as_str().into())])) ")" } }
                }
            }
        }
    }
}

/// The answer as it stands, and the way to give or change it.
fn answering(
    cx: &Cx<'_>,
    page: &Comments,
    id: &str,
    named: &str,
    answer: Option<&Answer>,
    form: Option<&AnswerForm>,
    comment: bool,
) -> Markup {
    let words = cx.words;
    let open = page.desk && page.state != DeskState::Issued && form.is_none();
    let address = || {
        format!(
            "{}&answer={}#{id}",
            page.address(cx, page.filter, page.pager.page),
            encoded(id)
        )
    };
    html! {
        @if answer.is_some() || open {
            div.said {
                @if let Some(answer) = answer { (answer.show(words, page.desk)) }
                @if open {
                    " " a.do href=(address()) {
                        (words.t(if answer.is_some() { "answer-change" } else { "answer-open" }))
                        span.vh { " " (words.t("answer-to")) " " (named) }
                    }
                }
            }
        }
        @if let Some(form) = form { (form.show(cx, page, id, answer, comment)) }
    }
}
