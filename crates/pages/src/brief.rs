//! `/GROUP/texts/SLUG/brief` and `/GROUP/meetings/SLUG/brief`: one page for a head, who has five minutes.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::read::Download;
use crate::when::When;
use crate::wording::{Span, spans};

/// What a head needs to know of a text or a meeting, with what the own office says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Name of the text or meeting.
    pub title: String,
    /// Its address below the group.
    pub about: String,
    pub organisation: Org,
    /// What is asked, and by when.
    pub asked: Vec<(String, Option<When>)>,
    /// What happens if nothing is done.
    pub if_nothing: Option<String>,
    pub own: OwnWords,
    pub sections: Vec<Section>,
    pub download: Option<Download>,
}

/// What the organisation's office recommends; seen by the organisation alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    pub recommendation: String,
    pub red_lines: String,
    /// The form that changes it, for seats that speak; posted to the page's own address: `recommendation`,
    /// `red_lines`.
    pub form: Option<Form>,
    /// What a colleague wrote in between: recommendation and red lines.
    pub theirs: Option<(String, String)>,
}

/// A part of the brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub lines: Vec<Line>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, as "4.", or a number; empty for none.
    pub place: String,
    pub wording: Vec<Span>,
    /// What stands below it in small letters.
    pub below: String,
    /// Address below the group.
    pub href: Option<String>,
}

impl View for Brief {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words
            .f("brief-title", &[("about", self.title.as_str().into())])
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(form) = &self.own.form { (form.summary(words)) }
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group(&self.about)) dir="auto" { (self.title) } }
            h1 dir="auto" { (self.title) }
            p.lede { (words.f("brief-for", &[("organisation", self.organisation.full().into())])) }
            section {
                h2 { (words.t("brief-asked")) }
                @if self.asked.is_empty() { p { (words.t("brief-nothing-asked")) } }
                @for (what, when) in &self.asked {
                    p { b { (what) } @if let Some(when) = when { " " (when.in_full()) "." } }
                }
                @if let Some(sentence) = &self.if_nothing { p { (sentence) } }
            }
            (self.own_words(cx))
            @for section in &self.sections { (section.show(cx)) }
            @if let Some(file) = &self.download { p { (file.link(words)) } }
        }
    }
}

impl Brief {
    fn own_words(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let own = &self.own;
        let written = [
            ("brief-recommendation", &own.recommendation),
            ("brief-red-lines", &own.red_lines),
        ];
        html! {
            section #own {
                h2 { (words.t("brief-own")) }
                p.note { (words.t("brief-private")) }
                @for (key, text) in written {
                    @if !text.is_empty() { p { b { (words.t(key)) } } p.text dir="auto" { (text) } }
                }
                @if let Some((recommendation, red_lines)) = &own.theirs {
                    div.refused role="alert" {
                        p { b { (words.t("brief-meeting")) } }
                        p.text dir="auto" { (recommendation) }
                        p.text dir="auto" { (red_lines) }
                        p { (words.t("answer-yours-kept")) }
                    }
                }
                @if let Some(form) = &own.form {
                    @let open = !form.problems.is_empty() || own.theirs.is_some();
                    details open[open || (own.recommendation.is_empty() && own.red_lines.is_empty())] {
                        summary { (words.t("brief-write")) }
                        (form.post(&cx.group(&format!("{}/brief", self.about)), &html! {
                            (form.area(words, Input {
                                name: "recommendation", label: words.t("brief-recommendation"), value: &own.recommendation, optional: true, ..Input::default()
                            }, 3))
                            (form.area(words, Input {
                                name: "red_lines", label: words.t("brief-red-lines"), hint: Some(words.t("brief-red-lines-hint")),
                                value: &own.red_lines, optional: true, ..Input::default()
                            }, 3))
                            button { (words.t("brief-keep")) }
                        }))
                    }
                }
            }
        }
    }
}

impl Section {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        html! {
            section {
                h2 { (self.heading) }
                ul.items {
                    @for line in &self.lines {
                        li {
                            span.no { (line.place) }
                            div {
                                p.text dir="auto" {
                                    @match &line.href {
                                        Some(href) => a href=(cx.group(href)) { (spans(cx.words, &line.wording)) },
                                        None => (spans(cx.words, &line.wording)),
                                    }
                                }
                                @if !line.below.is_empty() { p.m dir="auto" { (line.below) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
