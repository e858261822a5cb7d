//! `/GROUP/texts/SLUG/return`: a focal point answers a round.

use maud::{Markup, html};

use crate::evidence::{Entering, EvidenceKind};
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::ActsFor;
use crate::read::Download;
use crate::round::Heard;
use crate::text::TextHead;
use crate::when::When;
use crate::words::Words;

/// The page on which an organisation answers a round, or the secretariat enters its answer. Three forms, all
/// multipart or urlencoded to the page's own address, told apart by `answer`: `marked_up` (with `file`, and
/// `add` where it joins the file that waits), `no_comments`, `not_in_our_mandate`; and the one that asks for
/// more time, to `time` below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    pub head: TextHead,
    /// Address below the text: `return`, or `return/for/ORGANISATION`.
    pub address: String,
    /// The secretariat enters what reached the group otherwise.
    pub entering: Option<Entering>,
    pub acts_for: ActsFor,
    pub closes: When,
    /// What the round asks for, in the words of whoever opened it.
    pub instructions: String,
    /// The others read what is sent without the name of the organisation.
    pub without_names: bool,
    /// The draft to mark up.
    pub draft: Option<Download>,
    /// What is held for the penholder alone: place and words.
    pub for_penholder: Vec<(String, String)>,
    /// What is held from this organisation already; [`Heard::NotYet`] for nothing.
    pub held: Heard,
    /// The secretariat entered it: how it came, and where the message is.
    pub entered: Option<(EvidenceKind, Option<String>)>,
    /// Number of the act that recorded it.
    pub receipt: Option<u64>,
    /// A file that was sent but not confirmed: it waits on the check page.
    pub waiting: Option<String>,
    /// Paragraphs for which something was typed and not sent yet.
    pub typed: u32,
    /// An empty table of comments, to be filled in elsewhere.
    pub matrix: Option<Download>,
    /// The form that asks for more time, where that was not done yet.
    pub more_time: Option<Form>,
    /// It was asked for.
    pub asked_more_time: bool,
    /// A seat that speaks; a reviewer only prepares what such a seat sends.
    pub sends: bool,
    /// The deadline has passed, and answers still count.
    pub late: bool,
    /// The round no longer takes returns.
    pub closed: bool,
    pub upload: Form,
    pub no_comments: Form,
    pub not_in_our_mandate: Form,
}

impl View for Return {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.name(cx.words)
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in [&self.upload, &self.no_comments, &self.not_in_our_mandate] { (form.summary(words)) }
            @if let Some(entering) = &self.entering { (entering.form.form.summary(words)) }
            @if let Some(form) = &self.more_time { (form.summary(words)) }
            (self.head.show(cx, None))
            h1 { (self.name(words)) }
            p { b { (self.acts_for.sentence(words)) } }
            p.lede {
                (words.t(if self.closed { "round-closed-on" } else { "round-closes" })) " " (self.closes.in_full()) "."
            }
            @if !self.instructions.is_empty() { p.note dir="auto" { (self.instructions) } }
            @if self.without_names { p.note { (words.t("return-without-names")) } }
            @if self.closed { p.empty { (words.t("return-closed")) } (self.holding(cx)) }
            @else {
                @if self.late { p.note { (words.t("return-late")) } }
                @if !self.sends { p.note { (words.t("return-reviewer")) } }
                @if let Some(entering) = &self.entering { (entering.show(words, &self.at(cx, "evidence"))) }
                @else { (self.material(cx)) }
                (self.holding(cx))
                @if self.entering.as_ref().is_none_or(|entering| entering.given.is_some()) { (self.answers(cx)) }
                (self.time(cx))
            }
        }
    }
}

impl Return {
    fn name(&self, words: &Words) -> String {
        match &self.entering {
            None => words.t("return-title").to_owned(),
            Some(entering) => words.f(
                "return-title-entering",
                &[("organisation", entering.organisation.brief().into())],
            ),
        }
    }

    /// An address below this page's own.
    fn at(&self, cx: &Cx<'_>, below: &str) -> String {
        cx.text(&self.head.slug, &format!("{}/{below}", self.address))
    }

    fn material(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(draft) = &self.draft { p { (words.t("return-draft")) " " (draft.link(words)) } }
            @if let Some(matrix) = &self.matrix { p { (words.t("return-matrix")) " " (matrix.link(words)) } }
        }
    }

    fn time(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.asked_more_time { p.m { (words.t("return-time-asked")) } }
            @else if let Some(form) = &self.more_time {
                section {
                    h2 { (words.t("return-time-title")) }
                    (form.post(&self.at(cx, "time"), &html! {
                        p.hint { (words.t("return-time-hint")) }
                        button { (words.t("return-time-button")) }
                    }))
                }
            }
        }
    }

    fn holding(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.held != Heard::NotYet {
                h2 { (words.t("return-held")) }
                p {
                    (self.held.words(words)) "."
                    @if let Some((kind, file)) = &self.entered {
                        " " (words.t("return-entered")) " " (kind.entered(words)) "."
                        @if let Some(file) = file { " " a href=(file) { (words.t("return-evidence")) } }
                    }
                    @if let Some(number) = self.receipt { " " a href=(cx.receipt(number)) { (words.t("flash-receipt")) } }
                }
                @if !self.for_penholder.is_empty() {
                    p { (words.t("return-for-penholder")) }
                    ul.items { @for (place, said) in &self.for_penholder { li { span.no { (place) } p dir="auto" { (said) } } } }
                }
                @if !self.closed && self.entering.is_none() { p { (words.t("return-replaces")) } }
            }
            @if self.waiting.is_some() || self.typed > 0 {
                div.flash {
                    @if let Some(file) = &self.waiting { (words.f("return-waiting", &[("file", file.as_str().into())])) " " }
                    @if self.typed > 0 { (words.f("return-typed", &[("n", self.typed.into())])) " " }
                    a href=(self.at(cx, "check")) { (words.t("return-waiting-link")) }
                }
            }
        }
    }

    fn answers(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let action = cx.text(&self.head.slug, &self.address);
        html! {
            section {
                h2 { (words.t("return-file-title")) }
                (self.upload.upload(&action, &html! {
                    (self.upload.answer_file(words, Input {
                        name: "file", label: words.t("return-file"), hint: Some(words.t("return-file-hint")), ..Input::default()
                    }))
                    p.note { (words.t("file-no-cases")) }
                    @if let Some(file) = self.waiting.as_ref().filter(|_| self.sends) {
                        p.tick {
                            input type="checkbox" name="add" value="yes" id="f-add";
                            label for="f-add" { (words.f("return-file-add", &[("file", file.as_str().into())])) }
                        }
                    }
                    button.main name="answer" value="marked_up" { (words.t("return-file-button")) }
                }))
            }
            section {
                h2 { (words.t("return-words-title")) }
                p { (words.t("return-words-hint")) }
                p { a.btn href=(self.at(cx, "words")) { (words.t("return-words-link")) } }
            }
            @if self.sends { section {
                h2 { (words.t("return-other-title")) }
                div.equal {
                    (self.no_comments.post(&action, &html! {
                        button name="answer" value="no_comments" { (words.t("return-no-comments")) small { (words.t("return-no-comments-hint")) } }
                    }))
                    (self.not_in_our_mandate.post(&action, &html! {
                        button name="answer" value="not_in_our_mandate" { (words.t("return-not-in-mandate")) small { (words.t("return-not-in-mandate-hint")) } }
                    }))
                }
            } }
        }
    }
}
