//! What is shown as recorded from a source: the source itself, passages, and what it doesn't say.

use maud::{Markup, html};

use crate::frame::Cx;
use crate::organisation::Org;
use crate::words::Words;

/// A publication from which history is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub title: String,
    /// The word for its kind within a sentence: "note".
    pub form: String,
    /// `None`: not printed in it.
    pub publisher: Option<String>,
    /// `None`: not printed in it.
    pub published: Option<String>,
    /// The day on which it was entered into the record.
    pub entered: String,
}

/// The words of somebody, with whom they are from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    pub words: String,
    /// As printed: name, function, organisation, office.
    pub attribution: String,
}

/// Several organisations, one below the other, in the order given.
pub(crate) fn names(orgs: &[Org]) -> Markup {
    html! { ul.names { @for org in orgs { li dir="auto" { (org.full()) } } } }
}

impl Source {
    /// What stands beside everything that is recorded from it.
    pub(crate) fn show(&self, words: &Words) -> Markup {
        html! {
            h2 { (words.t("told-source")) }
            p dir="auto" { (words.f("told-source-line", &[("title", self.title.as_str().into()), ("form", self.form.as_str().into())])) }
            p { (self.publication(words)) }
            p { (words.f("told-entered", &[("day", self.entered.as_str().into())])) }
        }
    }

    fn publication(&self, words: &Words) -> String {
        match (&self.publisher, &self.published) {
            (None, None) => words.t("told-publication-unknown").to_owned(),
            (Some(publisher), None) => words.f(
                "told-day-unknown",
                &[("publisher", publisher.as_str().into())],
            ),
            (None, Some(day)) => words.f("told-publisher-unknown", &[("day", day.as_str().into())]),
            (Some(publisher), Some(day)) => words.f(
                "told-published",
                &[
                    ("publisher", publisher.as_str().into()),
                    ("day", day.as_str().into()),
                ],
            ),
        }
    }
}

impl Quote {
    pub(crate) fn show(&self) -> Markup {
        html! {
            figure.quote {
                blockquote dir="auto" { p { "“" (self.words) "”" } }
                figcaption dir="auto" { (self.attribution) }
            }
        }
    }
}

/// The sentence of a source in its own words.
pub(crate) fn passage(words: &str) -> Markup {
    html! { blockquote.passage dir="auto" { p { (words) } } }
}

/// The line at the foot of a page that is recorded from a source.
pub(crate) fn proof(cx: &Cx<'_>, act: u64) -> Markup {
    html! {
        p.proof { a href=(cx.receipt(act)) { (cx.words.t("place-record")) } ": " (cx.words.t("told-proof")) }
    }
}
