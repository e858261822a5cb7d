//! `/GROUP/texts/SLUG/clearance/vote/enter`: a vote that came by mail or letter, entered by the secretariat.

use maud::{Markup, html};

use crate::ballot::choices;
use crate::evidence::{EvidenceKind, kinds};
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::text::TextHead;
use crate::when::When;

/// The form, multipart to its own address: `organisation` (an id), `choice`, `evidence`, `date` and `time` of
/// the arrival, `file`, `message`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnterVote {
    pub head: TextHead,
    pub deadline: When,
    pub form: Form,
    /// Ids and names of those whose vote may be entered.
    pub organisations: Vec<(String, Org)>,
    pub organisation: String,
    pub choice: String,
    pub kind: EvidenceKind,
    pub date: String,
    pub time: String,
    pub zone: String,
    /// A message to the group that says it: its id.
    pub message: String,
}

impl View for EnterVote {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("vote-enter-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let named = self.organisations.iter();
        let named = named.map(|(id, org)| (id.clone(), org.full().to_owned()));
        let choose = (String::new(), words.t("enter-choose").to_owned());
        let organisations: Vec<_> = std::iter::once(choose).chain(named).collect();
        html! {
            (form.summary(words))
            (self.head.show(cx, None))
            h1 { (self.title(cx)) }
            p.lede { (words.t("vote-enter-lede")) }
            p.m { (words.t("clearance-until")) " " (self.deadline.in_full()) "." }
            (form.upload(&cx.text(&self.head.slug, "clearance/vote/enter"), &html! {
                input type="hidden" name="message" value=(self.message);
                (form.choice(words, Input { name: "organisation", label: words.t("enter-organisation"), value: &self.organisation, ..Input::default() }, &organisations))
                (choices(words, form, ("choice", words.t("vote-enter-choice")), &self.choice))
                (kinds(words, self.kind))
                p { (words.t("enter-arrived")) }
                (crate::round::moment(words, form, words.t("evidence-day"), (&self.date, &self.time), &self.zone))
                @if self.message.is_empty() {
                    (form.any_file(words, Input { name: "file", label: words.t("evidence-file"), hint: Some(words.t("enter-file-hint")), optional: true, ..Input::default() }))
                }
                div.commit {
                    button.main { (words.t("enter-button")) }
                    a.btn href=(cx.text(&self.head.slug, "clearance")) { (words.t("say-back")) }
                }
            }))
        }
    }
}
