//! Who takes part in a meeting, organisation by organisation, and the form that marks it.

use maud::{Markup, html};

use crate::form::Form;
use crate::frame::Cx;
use crate::organisation::Org;
use crate::words::Words;

/// How an organisation takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    Head,
    #[default]
    Representative,
    Excused,
    Absent,
}

/// Who takes part, as far as it is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// In protocol order.
    pub rows: Vec<(Org, Presence)>,
    /// Only where the group has set a quorum.
    pub quorum: Option<Quorum>,
}

/// Members with the right to decide, and how many must be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quorum {
    pub present: u32,
    pub entitled: u32,
    pub needed: u32,
}

/// The form that marks attendance. Posted to `/GROUP/meetings/SLUG/attendance`: for each organisation
/// `mark_ID` (`head`, `representative`, `excused`, `absent`; not sent where nothing is chosen) and
/// `was_ID`, the mark that stood when the page was made (empty: none). Only rows in which the two differ
/// are to be recorded, so that two people who mark at once lose nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttendanceForm {
    pub form: Form,
    /// In protocol order.
    pub rows: Vec<Mark>,
}

/// An organisation in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The `ID` in the names of its fields.
    pub id: String,
    pub organisation: Org,
    /// What is recorded.
    pub was: Option<Presence>,
    /// What is chosen: as recorded, or as typed in a form that was refused.
    pub chosen: Option<Presence>,
}

impl Presence {
    /// Every mark, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Head,
        Self::Representative,
        Self::Excused,
        Self::Absent,
    ];

    /// The value in forms: `representative`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Representative => "representative",
            Self::Excused => "excused",
            Self::Absent => "absent",
        }
    }

    /// The mark behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.value() == value)
    }

    /// "representative".
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Head => "present-head",
            Self::Representative => "present-representative",
            Self::Excused => "present-excused",
            Self::Absent => "present-absent",
        })
    }

    fn is_present(self) -> bool {
        matches!(self, Self::Head | Self::Representative)
    }
}

impl Attendance {
    /// The three lists and the quorum. `full`: with whole names, as in minutes; `over`: the meeting is.
    pub(crate) fn show(&self, words: &Words, full: bool, over: bool) -> Markup {
        let of = |wanted: fn(Presence) -> bool| {
            let rows = self.rows.iter();
            rows.filter(|(_, presence)| wanted(*presence))
                .collect::<Vec<_>>()
        };
        let name = |org: &Org| {
            if full {
                html! { (org.full()) }
            } else {
                org.abbreviated()
            }
        };
        let in_a_row = |key, rows: &[&(Org, Presence)]| {
            html! {
                @if !rows.is_empty() {
                    p dir="auto" {
                        span.m { (words.t(key)) ": " }
                        @for (at, (org, _)) in rows.iter().enumerate() { @if at > 0 { ", " } (name(org)) }
                    }
                }
            }
        };
        let present = of(Presence::is_present);
        html! {
            @if self.rows.is_empty() { p.m { (words.t("present-none-marked")) } }
            @if !present.is_empty() {
                ul.plain {
                    @for (org, presence) in present { li dir="auto" { (name(org)) ", " span.m { (presence.words(words)) } } }
                }
            }
            (in_a_row("present-excused-row", &of(|mark| mark == Presence::Excused)))
            (in_a_row("present-absent-row", &of(|mark| mark == Presence::Absent)))
            @if let Some(quorum) = self.quorum {
                p { (words.f(if over { "present-quorum-then" } else { "present-quorum" }, &[("present", quorum.present.into()), ("entitled", quorum.entitled.into()), ("needed", quorum.needed.into())])) }
            }
        }
    }
}

impl AttendanceForm {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details #attendance open[!form.problems.is_empty() || self.rows.iter().all(|row| row.was.is_none())] {
                summary { (words.t("present-mark")) }
                (form.post(&cx.group(&format!("meetings/{slug}/attendance")), &html! {
                    p { (words.t("present-mark-lede")) }
                    @for (at, row) in self.rows.iter().enumerate() { (row.show(words, form, at)) }
                    p { button { (words.t("present-button")) } }
                }))
            }
        }
    }
}

impl Mark {
    fn show(&self, words: &Words, form: &Form, at: usize) -> Markup {
        let name = format!("mark_{}", self.id);
        let group = format!("f-{name}");
        html! {
            div.row role="radiogroup" aria-labelledby=(group) {
                div {
                    span.t id=(group) dir="auto" { (self.organisation.full()) }
                    @if let Some(problem) = form.problem(&name) { div.problem dir="auto" { (problem) } }
                }
                div.beside {
                    input type="hidden" name=(format!("was_{}", self.id)) value=(self.was.map_or("", Presence::value));
                    @for (nth, mark) in Presence::ALL.into_iter().enumerate() {
                        @let id = format!("p{at}-{nth}");
                        span.tick {
                            input type="radio" name=(name) value=(mark.value()) id=(id) checked[self.chosen == Some(mark)];
                            label for=(id) { (mark.words(words)) }
                        }
                    }
                }
            }
        }
    }
}
