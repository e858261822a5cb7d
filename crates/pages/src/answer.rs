//! The answer to a proposal or a comment: verdict, wording, reason, and the form that gives it.

use maud::{Markup, html};

use crate::comments::Comments;
use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::words::Words;

/// The penholder's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub verdict: Verdict,
    /// The wording, when taken in other words.
    pub wording: Option<String>,
    pub reason: Option<String>,
    /// Who of the penholder's team answered; shown at the desk only.
    pub by: Option<String>,
}

/// How a proposal is answered. Values in forms are those of [`Verdict::value`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    #[default]
    Taken,
    InOtherWords,
    NotTaken,
    Noted,
    Bracketed,
    LeftForDiscussion,
}

/// The one open answer form, posted to `/GROUP/texts/SLUG/comments/answer`: `item` (id of the
/// proposal or comment), `seen`, `verdict` (a [`Verdict::value`] or `undo`), `wording`, `reason`,
/// `show`, `page`, `only` (the filter to come back to).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerForm {
    pub form: Form,
    /// The revision of the answer that the reader saw; another one in between is a meeting of two.
    pub seen: String,
    /// As typed, or as answered so far.
    pub wording: String,
    pub reason: String,
    /// Somebody else's answer that came in between; what was typed is kept in the fields.
    pub theirs: Option<Answer>,
}

impl Verdict {
    /// All, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Taken,
        Self::InOtherWords,
        Self::NotTaken,
        Self::Noted,
        Self::Bracketed,
        Self::LeftForDiscussion,
    ];

    /// `taken`, `in_other_words`, …
    pub fn value(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::InOtherWords => "in_other_words",
            Self::NotTaken => "not_taken",
            Self::Noted => "noted",
            Self::Bracketed => "bracketed",
            Self::LeftForDiscussion => "left_for_discussion",
        }
    }

    /// The verdict behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|verdict| verdict.value() == value)
    }
}

impl Answer {
    /// "not taken: States differ in powers" as a tag and its words.
    pub(crate) fn show(&self, words: &Words, with_author: bool) -> Markup {
        html! {
            span.tag.accent { (self.verdict.words(words)) }
            @if let Some(wording) = &self.wording { " " q dir="auto" { (wording) } }
            @if let Some(reason) = &self.reason { " " span.reason dir="auto" { (reason) } }
            @if let (Some(by), true) = (&self.by, with_author) { " " span.m { (words.f("answer-by", &[("person", by.as_str().into())])) } }
        }
    }
}

impl Verdict {
    /// "taken", "in other words", …
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Taken => "verdict-taken",
            Self::InOtherWords => "verdict-in-other-words",
            Self::NotTaken => "verdict-not-taken",
            Self::Noted => "verdict-noted",
            Self::Bracketed => "verdict-bracketed",
            Self::LeftForDiscussion => "verdict-left-for-discussion",
        })
    }
}

impl AnswerForm {
    /// The form under a proposal (`comment` false) or a comment, which can't be bracketed or taken
    /// word for word.
    pub(crate) fn show(
        &self,
        cx: &Cx<'_>,
        page: &Comments,
        id: &str,
        answer: Option<&Answer>,
        comment: bool,
    ) -> Markup {
        let words = cx.words;
        let button = |verdict: Verdict, key: &str| html! { button name="verdict" value=(verdict.value()) { (words.t(key)) } };
        let fields = html! {
            input type="hidden" name="item" value=(id);
            input type="hidden" name="seen" value=(self.seen);
            input type="hidden" name="show" value=(page.filter.value());
            input type="hidden" name="page" value=(page.pager.page);
            @if let Some(only) = &page.only { input type="hidden" name="only" value=(only); }
            (self.meeting(words))
            div.do {
                (button(Verdict::Taken, "answer-take"))
                @if !comment { (button(Verdict::Bracketed, "answer-bracket")) }
                (button(Verdict::Noted, "answer-note"))
                (button(Verdict::LeftForDiscussion, "answer-leave"))
                @if answer.is_some() { button name="verdict" value="undo" { (words.t("answer-undo")) } }
            }
            (self.form.area(words, Input {
                name: "wording", label: words.t("answer-wording"), hint: Some(words.t("answer-wording-hint")),
                value: &self.wording, optional: true, ..Input::default()
            }, 3))
            div.do { (button(Verdict::InOtherWords, "answer-in-other-words")) }
            (self.form.area(words, Input {
                name: "reason", label: words.t("answer-reason"), hint: Some(words.t("answer-reason-hint")),
                value: &self.reason, optional: true, ..Input::default()
            }, 2))
            div.do {
                (button(Verdict::NotTaken, "answer-not-take"))
                a.btn.still href=(format!("{}#{id}", page.address(cx, page.filter, page.pager.page))) { (words.t("answer-close")) }
            }
        };
        self.form
            .post(&cx.text(&page.head.slug, "comments/answer"), &fields)
    }

    /// Somebody answered in between.
    fn meeting(&self, words: &Words) -> Markup {
        html! {
            @if let Some(theirs) = &self.theirs {
                div.refused role="alert" {
                    p { b { (words.t("answer-meeting")) } }
                    p { (words.t("answer-theirs")) " " (theirs.show(words, true)) }
                    p { (words.t("answer-yours-kept")) }
                }
            }
        }
    }
}
