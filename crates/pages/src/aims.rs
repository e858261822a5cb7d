//! What a text is made for: a meeting of the group, or a process outside it.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::words::Words;

/// What a text is made for, as its pages say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Short name of the meeting in addresses, and its title.
    Meeting { slug: String, title: String },
    /// A process, with the day by which it needs the text.
    Process { name: String, on: Option<String> },
}

/// The fields that say it: `meeting` (a value), `process`, `process_day` (`YYYY-MM-DD`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aims {
    pub meeting: String,
    /// Value and title of each meeting that comes.
    pub meetings: Vec<(String, String)>,
    pub process: String,
    pub day: String,
}

/// The form by which the team changes it. Posted to `/GROUP/texts/SLUG/target`, with the fields of
/// [`Aims`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targeting {
    pub form: Form,
    pub aims: Aims,
}

impl Aim {
    /// "for Heads, 2026", with a link to the meeting.
    pub(crate) fn line(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @match self {
                Self::Meeting { slug, title } => {
                    (words.t("aim-for")) " " a href=(cx.group(&format!("meetings/{slug}"))) { bdi { (title) } }
                },
                Self::Process { name, on } => {
                    (words.t("aim-for")) " " bdi { (name) }
                    @if let Some(on) = on { ", " (words.f("aim-by", &[("day", on.as_str().into())])) }
                },
            }
        }
    }
}

impl Aims {
    pub(crate) fn is_empty(&self) -> bool {
        self.meeting.is_empty() && self.process.is_empty() && self.day.is_empty()
    }

    pub(crate) fn fields(&self, words: &Words, form: &Form) -> Markup {
        let none = (String::new(), words.t("aim-no-meeting").to_owned());
        let meetings: Vec<_> = std::iter::once(none)
            .chain(self.meetings.iter().cloned())
            .collect();
        html! {
            (form.choice(words, Input { name: "meeting", label: words.t("aim-meeting"), value: &self.meeting, optional: true, ..Input::default() }, &meetings))
            (form.input(words, Input {
                name: "process", label: words.t("aim-process"), hint: Some(words.t("aim-process-hint")), value: &self.process, optional: true, ..Input::default()
            }))
            (form.input(words, Input { name: "process_day", label: words.t("aim-day"), value: &self.day, kind: "date", optional: true, ..Input::default() }))
        }
    }
}

impl Targeting {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            details #target open[!self.form.problems.is_empty()] {
                summary { (words.t("aim-change")) }
                (self.form.post(&cx.text(slug, "target"), &html! {
                    (self.aims.fields(words, &self.form))
                    button { (words.t("aim-button")) }
                }))
            }
        }
    }
}
