//! A round's parts on the page of its text: opening it, who has answered, closing it.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::organisation::Org;
use crate::when::When;
use crate::words::Words;

/// The form that opens a round. Posted to `/GROUP/texts/SLUG/round/open`: `date` (`YYYY-MM-DD`),
/// `time` (`HH:MM`), both in the group's zone, `instructions`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenRound {
    pub form: Form,
    /// Label of the version it is about.
    pub version: String,
    pub date: String,
    pub time: String,
    /// Zone of the group's seat as people say it: "Lisbon".
    pub zone: String,
    pub instructions: String,
    /// How many organisations will be asked.
    pub asked: u32,
}

/// Where an open or closed round stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundBoard {
    pub closes: When,
    pub closed: bool,
    pub answered: u32,
    /// Of these, answered without comments.
    pub without_comments: u32,
    pub asked: u32,
    pub instructions: String,
    /// Each organisation with where it stands, in protocol order; empty for those who don't need it.
    pub rows: Vec<BoardRow>,
    /// The form that closes the round now, posted to `/GROUP/texts/SLUG/round/close`.
    pub close: Option<Form>,
}

/// An organisation in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    pub organisation: Org,
    pub heard: Heard,
}

/// What came from an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    MarkedUp {
        on: When,
        proposals: u32,
        comments: u32,
    },
    NoComments {
        on: When,
    },
    NotInOurMandate {
        on: When,
    },
    NotYet,
}

impl OpenRound {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let form = &self.form;
        html! {
            section #round {
                h2 { (words.f("round-open-title", &[("version", self.version.as_str().into())])) }
                p { (words.f("round-open-lede", &[("n", self.asked.into())])) }
                (form.post(&cx.text(slug, "round/open"), &html! {
                    (deadline(words, form, &self.date, &self.time, &self.zone))
                    (form.area(words, Input {
                        name: "instructions", label: words.t("round-instructions"), hint: Some(words.t("round-instructions-hint")),
                        value: &self.instructions, optional: true, ..Input::default()
                    }, 3))
                    button.main { (words.t("round-open-button")) }
                }))
            }
        }
    }
}

/// Date and time in the group's zone.
pub(crate) fn deadline(words: &Words, form: &Form, date: &str, time: &str, zone: &str) -> Markup {
    html! {
        div.beside {
            (form.input(words, Input { name: "date", label: words.t("deadline-date"), value: date, kind: "date", ..Input::default() }))
            (form.input(words, Input { name: "time", label: words.t("deadline-time"), value: time, kind: "time", ..Input::default() }))
        }
        p.hint { (words.f("deadline-zone", &[("zone", zone.into())])) }
    }
}

impl RoundBoard {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            section #round {
                h2 { (words.t(if self.closed { "round-closed-title" } else { "round-title" })) }
                p {
                    (words.f("round-answered", &[
                        ("answered", self.answered.into()),
                        ("asked", self.asked.into()),
                        ("without", self.without_comments.into()),
                    ]))
                    " "
                    (words.t(if self.closed { "round-closed-on" } else { "round-closes" })) " " (self.closes.in_full()) "."
                }
                @if !self.instructions.is_empty() { p.note dir="auto" { (self.instructions) } }
                @if !self.rows.is_empty() {
                    table {
                        caption.vh { (words.t("round-board")) }
                        thead { tr { th scope="col" { (words.t("round-organisation")) } th scope="col" { (words.t("round-heard")) } } }
                        tbody {
                            @for row in &self.rows {
                                tr { th scope="row" dir="auto" { (row.organisation.full()) } td { (row.heard.words(words)) } }
                            }
                        }
                    }
                }
                @if let Some(close) = &self.close {
                    (close.post(&cx.text(slug, "round/close"), &html! {
                        p.hint { (words.t("round-close-hint")) }
                        button { (words.t("round-close-button")) }
                    }))
                }
            }
        }
    }
}

impl Heard {
    /// "marked-up file, 14 proposals and 3 comments, Sunday 3 May 2026, 09:12 (Lisbon)".
    pub(crate) fn words(&self, words: &Words) -> String {
        match self {
            Self::MarkedUp {
                on,
                proposals,
                comments,
            } => words.f(
                "heard-marked-up",
                &[
                    ("proposals", (*proposals).into()),
                    ("comments", (*comments).into()),
                    ("on", on.text.as_str().into()),
                ],
            ),
            Self::NoComments { on } => {
                words.f("heard-no-comments", &[("on", on.text.as_str().into())])
            }
            Self::NotInOurMandate { on } => {
                words.f("heard-not-in-mandate", &[("on", on.text.as_str().into())])
            }
            Self::NotYet => words.t("heard-not-yet").to_owned(),
        }
    }
}
