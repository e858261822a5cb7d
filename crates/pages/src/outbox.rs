//! `/GROUP/outbox`: messages that wait to be sent, for the secretariat.

use maud::{Markup, html};

use crate::form::Form;
use crate::frame::{Cx, View};
use crate::organisation::Org;

/// The outbox, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    pub rows: Vec<OutboxRow>,
    /// Says that the messages shown were sent, posted to `/GROUP/outbox/sent`: `message` for each.
    pub sent: Option<Form>,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxRow {
    pub id: u64,
    pub organisation: Org,
    pub subject: String,
}

impl View for Outbox {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("outbox-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(form) = &self.sent { (form.summary(words)) }
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("notices")) { (words.t("notices-title")) } " › " (words.t("outbox-title"))
            }
            h1 { (words.t("outbox-title")) }
            p.lede { (words.t("outbox-lede")) }
            @if self.rows.is_empty() { p.empty { (words.t("outbox-empty")) } }
            @if let Some(form) = self.sent.as_ref().filter(|_| !self.rows.is_empty()) {
                (form.post(&cx.group("outbox/sent"), &html! {
                    ul.rows {
                        @for row in &self.rows {
                            @let id = format!("f-message-{}", row.id);
                            li.row {
                                div {
                                    p.tick {
                                        input type="checkbox" name="message" value=(row.id) id=(id) checked;
                                        label for=(id) dir="auto" { (row.organisation.full()) }
                                    }
                                    div.m dir="auto" { a href=(cx.group(&format!("outbox/{}.eml", row.id))) { (row.subject) } }
                                }
                            }
                        }
                    }
                    p.hint { (words.t("outbox-sent-hint")) }
                    button.main { (words.t("outbox-sent")) }
                }))
            }
        }
    }
}
