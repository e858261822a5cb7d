//! `/GROUP/meetings/SLUG/note` inside the group: the note as it will stand, and what makes it public.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::meeting::{Head, Tab};
use crate::note::Note;
use crate::organisation::{ActsFor, Org};
use crate::told::Quote;

/// The note of an own meeting, before and after it is issued.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub head: Head,
    /// As it stands now; its `act` is set once it is issued.
    pub note: Note,
    /// Quotations approved so far: who approved, what.
    pub approved: Vec<(Org, Quote)>,
    /// For chair and secretariat.
    pub issue: Option<Issue>,
    /// For whoever can speak for an organisation that took part.
    pub quotation: Option<Quotation>,
}

/// The form that issues the note. Posted to `/GROUP/meetings/SLUG/note/issue`: `title`, `lede`,
/// `attendance` (`yes` when ticked).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    pub form: Form,
    pub title: String,
    pub lede: String,
    /// The list of organisations that took part is printed.
    pub attendance: bool,
    /// It was issued before: this one takes its place.
    pub again: bool,
}

/// The form with which an organisation approves a quotation. Posted to
/// `/GROUP/meetings/SLUG/note/quotation`: `words`, `attribution`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    pub form: Form,
    pub acts_for: ActsFor,
    pub words: String,
    /// As it will be printed; suggested at first.
    pub attribution: String,
}

impl View for Draft {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.head.title(cx, "meeting-tab-note")
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let public = self.note.act.is_some();
        html! {
            @if let Some(issue) = &self.issue { (issue.form.summary(words)) }
            @if let Some(quotation) = &self.quotation { (quotation.form.summary(words)) }
            (self.head.show(cx, Tab::Note))
            p {
                (words.t(if public { "note-is-public" } else { "note-is-draft" }))
                @if self.issue.is_some() { " " a href="#issue" { (words.t(if public { "issue-button-again" } else { "note-to-issue" })) } }
                @if self.quotation.is_some() { @if self.issue.is_some() { " · " } @else { " " } a href="#quotation" { (words.t("note-to-quotation")) } }
            }
            h2 dir="auto" { (self.note.title) }
            (self.note.facts(cx))
            div.two {
                article { (self.note.told(cx)) }
                aside.panel aria-label=(words.t("note-own")) { (self.note.beside(words)) }
            }
            (self.quotations(cx))
            @if let Some(issue) = &self.issue { (issue.show(cx, &self.head.slug)) }
        }
    }
}

impl Draft {
    fn quotations(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if !self.approved.is_empty() {
                section {
                    h2 { (words.t("quotation-approved")) }
                    ul.rows {
                        @for (organisation, quote) in &self.approved {
                            li.row { div dir="auto" { "“" (quote.words) "”" div.m { (quote.attribution) } } div.w.m { (words.f("quotation-by", &[("organisation", organisation.brief().into())])) } }
                        }
                    }
                }
            }
            @if let Some(quotation) = &self.quotation { (quotation.show(cx, &self.head.slug)) }
        }
    }
}

impl Issue {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let name = "attendance";
        let id = format!("f-{name}");
        html! {
            section #issue {
                h2 { (words.t(if self.again { "issue-again" } else { "issue-title" })) }
                (form.post(&cx.group(&format!("meetings/{slug}/note/issue")), &html! {
                    (form.input(words, Input { name: "title", label: words.t("call-title"), hint: Some(words.t("issue-title-hint")), value: &self.title, ..Input::default() }))
                    (form.area(words, Input { name: "lede", label: words.t("issue-lede"), hint: Some(words.t("issue-lede-hint")), value: &self.lede, optional: true, ..Input::default() }, 4))
                    p.tick {
                        input type="checkbox" name=(name) value="yes" id=(id) checked[self.attendance];
                        label for=(id) { (words.t("issue-attendance")) }
                    }
                    div.commit { p { (words.t("issue-means")) } button.main { (words.t(if self.again { "issue-button-again" } else { "issue-button" })) } }
                }))
            }
        }
    }
}

impl Quotation {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            section #quotation {
                h2 { (words.t("quotation-title")) }
                p { b { (self.acts_for.sentence(words)) } " " (words.t("quotation-lede")) }
                (form.post(&cx.group(&format!("meetings/{slug}/note/quotation")), &html! {
                    (form.area(words, Input { name: "words", label: words.t("quotation-words"), hint: Some(words.t("quotation-words-hint")), value: &self.words, ..Input::default() }, 4))
                    (form.input(words, Input { name: "attribution", label: words.t("quotation-attribution"), hint: Some(words.t("quotation-attribution-hint")), value: &self.attribution, ..Input::default() }))
                    button { (words.t("quotation-button")) }
                }))
            }
        }
    }
}
