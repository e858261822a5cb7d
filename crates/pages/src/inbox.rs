//! `/GROUP/inbox`: messages that reached the group's address, for the secretariat.

use maud::{Markup, html};

use crate::evidence::{EvidenceKind, kinds};
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::when::When;

/// The messages, unread ones first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbox {
    pub rows: Vec<MessageRow>,
    pub receive: Receive,
    /// Texts whose procedures take positions or votes: short name, the page below it where they are entered, title.
    pub open: Vec<(String, String, String)>,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MessageRow {
    pub id: String,
    pub organisation: Org,
    pub kind: EvidenceKind,
    pub arrived: When,
    /// A position in it was entered.
    pub entered: bool,
    /// Says that it holds nothing for a procedure, posted to `/GROUP/inbox/read`: `message`. `None`: it was read.
    pub read: Option<Form>,
}

/// The form that takes a message in, multipart to `/GROUP/inbox`: `organisation` (an id), `evidence`, `date` and
/// `time` of its arrival, `file`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receive {
    pub form: Form,
    pub organisations: Vec<(String, Org)>,
    pub organisation: String,
    pub kind: EvidenceKind,
    pub date: String,
    pub time: String,
    pub zone: String,
}

impl View for Inbox {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("inbox-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.receive.form.summary(words))
            @for form in self.rows.iter().filter_map(|row| row.read.as_ref()) { (form.summary(words)) }
            h1 { (words.t("inbox-title")) }
            p.lede { (words.t("inbox-lede")) }
            @if self.rows.is_empty() { p.empty { (words.t("inbox-empty")) } }
            @else { ul.rows { @for row in &self.rows { (self.row(cx, row)) } } }
            (self.receive.show(cx))
        }
    }
}

impl Inbox {
    fn row(&self, cx: &Cx<'_>, row: &MessageRow) -> Markup {
        let words = cx.words;
        html! {
            li.row {
                div {
                    a.t href=(cx.group(&format!("inbox/{}", row.id))) dir="auto" { (row.organisation.full()) }
                    div.m {
                        (row.kind.entered(words)) " · " (row.arrived.in_full()) " · "
                        (words.t(match (&row.read, row.entered) {
                            (Some(_), _) => "inbox-unread",
                            (None, true) => "inbox-entered",
                            (None, false) => "inbox-nothing",
                        }))
                    }
                    @if row.read.is_some() {
                        @for (slug, path, title) in &self.open {
                            p { a href=(format!("{}?message={}", cx.text(slug, path), row.id)) {
                                (words.f("inbox-enter", &[("text", title.as_str().into())]))
                            } }
                        }
                    }
                }
                @if let Some(form) = &row.read {
                    div.w {
                        (form.post(&cx.group("inbox/read"), &html! {
                            input type="hidden" name="message" value=(row.id);
                            button { (words.t("inbox-read")) }
                        }))
                    }
                }
            }
        }
    }
}

impl Receive {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let organisations = self.organisations.iter();
        let organisations: Vec<(String, String)> = organisations
            .map(|(id, org)| (id.clone(), org.full().to_owned()))
            .collect();
        html! {
            section {
                h2 { (words.t("inbox-receive")) }
                p { (words.t("inbox-receive-lede")) }
                (form.upload(&cx.group("inbox"), &html! {
                    (form.choice(words, Input { name: "organisation", label: words.t("enter-organisation"), value: &self.organisation, ..Input::default() }, &organisations))
                    (kinds(words, self.kind))
                    p { (words.t("enter-arrived")) }
                    (crate::round::moment(words, form, words.t("evidence-day"), (&self.date, &self.time), &self.zone))
                    (form.any_file(words, Input { name: "file", label: words.t("inbox-file"), ..Input::default() }))
                    button.main { (words.t("inbox-button")) }
                }))
            }
        }
    }
}
