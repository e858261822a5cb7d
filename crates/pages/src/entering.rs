//! `/GROUP/texts/SLUG/clearance/enter`: what another organisation said by mail or letter, entered by the
//! secretariat.

use maud::{Markup, html};

use crate::evidence::{EvidenceKind, kinds};
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::text::TextHead;
use crate::when::When;

/// The form, multipart to its own address: `organisation` (an id), `position` (a word of the record),
/// `until` (ad referendum), `reason`, `wording`, `attachment` and `statement`, `evidence`, `date` and `time` of
/// the arrival, `file`, `message`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnterPosition {
    pub head: TextHead,
    pub deadline: When,
    pub form: Form,
    /// Ids and names of the organisations that may be entered for.
    pub organisations: Vec<(String, Org)>,
    pub typed: Entered,
    pub zone: String,
    /// A message to the group that says it: its id.
    pub message: String,
}

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    pub organisation: String,
    pub position: String,
    pub until: String,
    pub reason: String,
    pub wording: String,
    /// `reservation`, `statement` or `editorial`.
    pub attachment: String,
    pub statement: String,
    pub kind: EvidenceKind,
    pub date: String,
    pub time: String,
}

/// What can be entered, in this order.
const POSITIONS: [(&str, &str); 8] = [
    ("objects", "enter-objects"),
    ("objects_with_text", "enter-objects-text"),
    ("doubtful", "enter-doubtful"),
    ("agrees", "enter-agrees"),
    ("agrees_ad_referendum", "enter-ad-referendum"),
    ("dissociates", "enter-dissociates"),
    ("does_not_take_part", "enter-not-part"),
    ("none", "enter-statement"),
];

const ATTACHMENTS: [(&str, &str); 3] = [
    ("statement", "attachment-statement"),
    ("reservation", "attachment-reservation"),
    ("editorial", "attachment-editorial"),
];

impl View for EnterPosition {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("enter-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let (words, form, typed) = (cx.words, &self.form, &self.typed);
        let options = |all: &[(&str, &str)]| -> Vec<(String, String)> {
            let named = all
                .iter()
                .map(|(value, key)| ((*value).to_owned(), words.t(key).to_owned()));
            named.collect()
        };
        let organisations = self.organisations.iter();
        let choose = || (String::new(), words.t("enter-choose").to_owned());
        let organisations = organisations.map(|(id, org)| (id.clone(), org.full().to_owned()));
        let organisations: Vec<(String, String)> =
            std::iter::once(choose()).chain(organisations).collect();
        let positions: Vec<(String, String)> = std::iter::once(choose())
            .chain(options(&POSITIONS))
            .collect();
        html! {
            (form.summary(words))
            (self.head.show(cx, None))
            h1 { (self.title(cx)) }
            p.lede { (words.t("enter-lede")) }
            p.m { (words.t("clearance-until")) " " (self.deadline.in_full()) "." }
            (form.upload(&cx.text(&self.head.slug, "clearance/enter"), &html! {
                input type="hidden" name="message" value=(self.message);
                (form.choice(words, Input { name: "organisation", label: words.t("enter-organisation"), value: &typed.organisation, ..Input::default() }, &organisations))
                (form.choice(words, Input { name: "position", label: words.t("enter-position"), value: &typed.position, ..Input::default() }, &positions))
                (form.area(words, Input { name: "reason", label: words.t("enter-reason"), hint: Some(words.t("enter-reason-hint")), value: &typed.reason, optional: true, ..Input::default() }, 4))
                (form.area(words, Input { name: "wording", label: words.t("enter-wording"), value: &typed.wording, optional: true, ..Input::default() }, 3))
                (form.input(words, Input { name: "until", label: words.t("enter-until"), hint: Some(words.t("enter-until-hint")), value: &typed.until, kind: "date", optional: true, ..Input::default() }))
                (form.choice(words, Input { name: "attachment", label: words.t("enter-attachment"), value: &typed.attachment, ..Input::default() }, &options(&ATTACHMENTS)))
                (form.area(words, Input { name: "statement", label: words.t("enter-statement-words"), hint: Some(words.t("enter-statement-hint")), value: &typed.statement, optional: true, ..Input::default() }, 4))
                (kinds(words, typed.kind))
                p { (words.t("enter-arrived")) }
                (crate::round::moment(words, form, words.t("evidence-day"), (&typed.date, &typed.time), &self.zone))
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
