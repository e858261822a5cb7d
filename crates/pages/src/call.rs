//! `/GROUP/meetings/new`, and the forms that move or cancel a meeting.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::meetings::Level;
use crate::words::Words;

/// The form that calls a meeting. Posted to `/GROUP/meetings/new`: `title`, `level` (`working_level`
/// or `heads`), `date` (`YYYY-MM-DD`), `from` and `until` (`HH:MM`), `zone` (IANA name), `place`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    pub form: Form,
    pub title: String,
    /// The value chosen: `working_level`; empty at first.
    pub level: String,
    pub times: Times,
    /// The zone of those times, as typed: "Europe/Lisbon"; at first that of the group's seat.
    pub zone: String,
}

/// When and where, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`, on the same day.
    pub until: String,
    pub place: String,
}

/// The form that moves a meeting. Posted to `/GROUP/meetings/SLUG/move`: `date`, `from`, `until`,
/// `place`, `reason`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Move {
    pub form: Form,
    pub times: Times,
    pub zone: String,
    pub reason: String,
}

/// The form that cancels a meeting. Posted to `/GROUP/meetings/SLUG/cancel`: `cancel_reason`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cancel {
    pub form: Form,
    pub reason: String,
}

impl View for Call {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("meets-call").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let levels = Level::ALL.map(|level| (level.value().into(), level.words(words).into()));
        html! {
            (form.summary(words))
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("meetings")) { (words.t("place-meetings")) } " › " (words.t("meets-call")) }
            h1 { (words.t("meets-call")) }
            p.lede { (words.t("call-lede")) }
            (form.post(&cx.group("meetings/new"), &html! {
                (form.input(words, Input { name: "title", label: words.t("call-title"), hint: Some(words.t("call-title-hint")), value: &self.title, ..Input::default() }))
                (form.choice(words, Input { name: "level", label: words.t("meeting-level"), hint: Some(words.t("call-level-hint")), value: &self.level, ..Input::default() }, &levels))
                (self.times.hours(words, form))
                (form.input(words, Input { name: "zone", label: words.t("call-zone"), hint: Some(words.t("call-zone-hint")), value: &self.zone, width: 24, ..Input::default() }))
                (self.times.place(words, form))
                div.commit { button.main { (words.t("call-button")) } a.btn.still href=(cx.group("meetings")) { (words.t("call-back")) } }
            }))
        }
    }
}

impl Times {
    fn hours(&self, words: &Words, form: &Form) -> Markup {
        let time = |name, label, value| {
            form.input(
                words,
                Input {
                    name,
                    label,
                    value,
                    kind: "time",
                    ..Input::default()
                },
            )
        };
        html! {
            div.beside {
                (form.input(words, Input { name: "date", label: words.t("call-date"), value: &self.date, kind: "date", ..Input::default() }))
                (time("from", words.t("call-from"), &self.from))
                (time("until", words.t("call-until"), &self.until))
            }
        }
    }

    fn place(&self, words: &Words, form: &Form) -> Markup {
        form.input(
            words,
            Input {
                name: "place",
                label: words.t("call-place"),
                hint: Some(words.t("call-place-hint")),
                value: &self.place,
                ..Input::default()
            },
        )
    }
}

impl Move {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("move-title")) }
                (form.post(&cx.group(&format!("meetings/{slug}/move")), &html! {
                    (self.times.hours(words, form))
                    p.hint { (words.f("deadline-zone", &[("zone", self.zone.as_str().into())])) }
                    (self.times.place(words, form))
                    (form.input(words, Input { name: "reason", label: words.t("move-reason"), hint: Some(words.t("move-reason-hint")), value: &self.reason, ..Input::default() }))
                    button { (words.t("move-button")) }
                }))
            }
        }
    }
}

impl Cancel {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("cancel-title")) }
                (form.post(&cx.group(&format!("meetings/{slug}/cancel")), &html! {
                    p { (words.t("cancel-means")) }
                    (form.input(words, Input { name: "cancel_reason", label: words.t("cancel-reason"), hint: Some(words.t("move-reason-hint")), value: &self.reason, ..Input::default() }))
                    button { (words.t("cancel-button")) }
                }))
            }
        }
    }
}
