//! A round's parts on the page of its text: opening it, who has answered, closing it.

use maud::{Markup, html};

use crate::evidence::EvidenceKind;
use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::organisation::Org;
use crate::pick::{one_of, tick};
use crate::when::When;
use crate::words::Words;

/// Who sees what comes in once a round has closed, as the form posts it: with names, without.
const VISIBILITIES: [&str; 2] = ["then_with_names", "then_without_names"];

/// The form that opens a round. Posted to `/GROUP/texts/SLUG/round/open`: `date` (`YYYY-MM-DD`),
/// `time` (`HH:MM`), both in the group's zone, `instructions`, `visibility`
/// (`then_with_names`, `then_without_names`), `late`.
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
    /// Whether answers still count after the deadline.
    pub late: bool,
    /// The comments are compiled without names.
    pub without_names: bool,
    /// How many organisations will be asked.
    pub asked: u32,
}

/// Where an open or closed round stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundBoard {
    pub closes: When,
    pub closed: bool,
    /// The deadline that was announced first, where it was extended.
    pub extended_from: Option<When>,
    /// Answers still count after the deadline.
    pub late: bool,
    /// What comes in is compiled without names.
    pub without_names: bool,
    pub answered: u32,
    /// Of these, answered without comments.
    pub without_comments: u32,
    pub asked: u32,
    pub instructions: String,
    /// Each organisation with where it stands, in protocol order; empty for those who don't need it.
    pub rows: Vec<BoardRow>,
    /// Who asked for more time; for those alone who can give it.
    pub more_time: Vec<Org>,
    /// The page on which the secretariat drops what came by mail, for the secretariat.
    pub drops: bool,
    /// The form that extends the round.
    pub extend: Option<ExtendRound>,
    /// The form that closes the round now, posted to `/GROUP/texts/SLUG/round/close`.
    pub close: Option<Form>,
}

/// An organisation in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    pub organisation: Org,
    pub heard: Heard,
    /// It came after the deadline.
    pub late: bool,
    /// The secretariat entered it.
    pub entered: Option<EvidenceKind>,
    /// Address below the text at which the secretariat enters its answer.
    pub enter: Option<String>,
}

/// The form that moves the deadline, posted to `/GROUP/texts/SLUG/round/extend`: `date` and `time` as for
/// [`OpenRound`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtendRound {
    pub form: Form,
    pub date: String,
    pub time: String,
    pub zone: String,
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
                    (one_of(form, "visibility", words.t("round-visibility"), &[
                        (VISIBILITIES[0], words.t("round-with-names")),
                        (VISIBILITIES[1], words.t("round-without-names")),
                    ], VISIBILITIES[usize::from(self.without_names)]))
                    p.hint { (words.t("round-visibility-hint")) }
                    (tick("late", words.t("round-late-label"), self.late, false))
                    button.main { (words.t("round-open-button")) }
                }))
            }
        }
    }
}

/// Date and time of a deadline in the group's zone.
pub(crate) fn deadline(words: &Words, form: &Form, date: &str, time: &str, zone: &str) -> Markup {
    moment(words, form, words.t("deadline-date"), (date, time), zone)
}

/// A day, so called, and a time in the group's zone: `date` and `time`.
pub(crate) fn moment(
    words: &Words,
    form: &Form,
    day: &str,
    (date, time): (&str, &str),
    zone: &str,
) -> Markup {
    html! {
        div.beside {
            (form.input(words, Input { name: "date", label: day, value: date, kind: "date", ..Input::default() }))
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
                @if let Some(from) = &self.extended_from {
                    p.m { (words.f("round-extended-from", &[("from", from.text.as_str().into())])) }
                }
                @if self.late { p.m { (words.t("round-late")) } }
                @if self.without_names { p.m { (words.t("round-nameless")) } }
                @if !self.instructions.is_empty() { p.note dir="auto" { (self.instructions) } }
                @if !self.more_time.is_empty() {
                    p.note #more-time {
                        (words.f("round-more-time", &[("n", self.more_time.len().into())])) " "
                        @for (at, organisation) in self.more_time.iter().enumerate() {
                            @if at > 0 { ", " } (organisation.abbreviated())
                        }
                        "."
                    }
                }
                @if !self.rows.is_empty() { (self.table(cx, slug)) }
                @if self.drops {
                    p { a.btn href=(cx.text(slug, "drop")) { (words.t("drop-title")) } " " span.m { (words.t("drop-hint")) } }
                }
                @if let Some(extend) = &self.extend { (extend.show(cx, slug)) }
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

impl RoundBoard {
    fn table(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            table {
                caption.vh { (words.t("round-board")) }
                thead { tr { th scope="col" { (words.t("round-organisation")) } th scope="col" { (words.t("round-heard")) } } }
                tbody {
                    @for row in &self.rows {
                        tr {
                            th scope="row" dir="auto" { (row.organisation.full()) }
                            td {
                                (row.heard.words(words))
                                @if row.late { " " span.tag { (words.t("heard-late")) } }
                                @if let Some(kind) = row.entered { " " span.tag { (kind.entered(words)) } }
                                @if let Some(enter) = &row.enter {
                                    " " a href=(cx.text(slug, enter)) aria-label=(words.f("round-enter-for", &[("organisation", row.organisation.brief().into())])) {
                                        (words.t("round-enter"))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl ExtendRound {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            details open[!self.form.problems.is_empty()] {
                summary { (words.t("round-extend-title")) }
                (self.form.post(&cx.text(slug, "round/extend"), &html! {
                    (deadline(words, &self.form, &self.date, &self.time, &self.zone))
                    p.hint { (words.t("round-extend-hint")) }
                    button { (words.t("round-extend-button")) }
                }))
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
