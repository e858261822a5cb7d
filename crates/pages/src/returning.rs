//! `/GROUP/texts/SLUG/return`: a focal point answers a round.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::ActsFor;
use crate::read::Download;
use crate::round::Heard;
use crate::text::TextHead;
use crate::when::When;

/// The page on which an organisation answers a round. Three forms, all multipart or urlencoded to
/// `/GROUP/texts/SLUG/return`, told apart by `answer`: `marked_up` (with `file`), `no_comments`,
/// `not_in_our_mandate`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    pub head: TextHead,
    pub acts_for: ActsFor,
    pub closes: When,
    /// What the round asks for, in the words of whoever opened it.
    pub instructions: String,
    /// The draft to mark up.
    pub draft: Option<Download>,
    /// What is held from this organisation already; [`Heard::NotYet`] for nothing.
    pub held: Heard,
    /// Number of the act that recorded it.
    pub receipt: Option<u64>,
    /// A file that was sent but not confirmed: it waits on the check page.
    pub waiting: Option<String>,
    /// The round no longer takes returns.
    pub closed: bool,
    pub upload: Form,
    pub no_comments: Form,
    pub not_in_our_mandate: Form,
}

impl View for Return {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("return-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in [&self.upload, &self.no_comments, &self.not_in_our_mandate] { (form.summary(words)) }
            (self.head.show(cx, None))
            h1 { (words.t("return-title")) }
            p { b { (self.acts_for.sentence(words)) } }
            p.lede {
                (words.t(if self.closed { "round-closed-on" } else { "round-closes" })) " " (self.closes.in_full()) "."
            }
            @if !self.instructions.is_empty() { p.note dir="auto" { (self.instructions) } }
            @if self.closed { p.empty { (words.t("return-closed")) } (self.holding(cx)) }
            @else {
                @if let Some(draft) = &self.draft { p { (words.t("return-draft")) " " (draft.link(words)) } }
                (self.holding(cx))
                (self.answers(cx))
            }
        }
    }
}

impl Return {
    fn holding(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.held != Heard::NotYet {
                h2 { (words.t("return-held")) }
                p {
                    (self.held.words(words)) "."
                    @if let Some(number) = self.receipt { " " a href=(cx.receipt(number)) { (words.t("flash-receipt")) } }
                }
                @if !self.closed { p { (words.t("return-replaces")) } }
            }
            @if let Some(file) = &self.waiting {
                div.flash {
                    (words.f("return-waiting", &[("file", file.as_str().into())])) " "
                    a href=(cx.text(&self.head.slug, "return/check")) { (words.t("return-waiting-link")) }
                }
            }
        }
    }

    fn answers(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let action = cx.text(&self.head.slug, "return");
        html! {
            section {
                h2 { (words.t("return-file-title")) }
                (self.upload.upload(&action, &html! {
                    (self.upload.file(words, Input {
                        name: "file", label: words.t("return-file"), hint: Some(words.t("return-file-hint")), ..Input::default()
                    }))
                    p.note { (words.t("file-no-cases")) }
                    button.main name="answer" value="marked_up" { (words.t("return-file-button")) }
                }))
            }
            section {
                h2 { (words.t("return-other-title")) }
                div.equal {
                    (self.no_comments.post(&action, &html! {
                        button name="answer" value="no_comments" { (words.t("return-no-comments")) small { (words.t("return-no-comments-hint")) } }
                    }))
                    (self.not_in_our_mandate.post(&action, &html! {
                        button name="answer" value="not_in_our_mandate" { (words.t("return-not-in-mandate")) small { (words.t("return-not-in-mandate-hint")) } }
                    }))
                }
            }
        }
    }
}
