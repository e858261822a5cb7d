//! A decision that is put to the meeting right now: what all see, and the chair's two answers.

use maud::{Markup, html};

use crate::ballot::{Choice, Majority};
use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::meetings::Importance;
use crate::organisation::Org;
use crate::pick::ticks;
use crate::words::Words;

/// A decision that stands before the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub title: String,
    pub kind: Importance,
    pub words: String,
    /// Number and title of its item.
    pub item: (u32, String),
    /// Mandates that it cites, in words.
    pub mandates: Vec<String>,
    /// The chair's answers.
    pub answer: Option<Answer>,
    /// For chair and secretariat: posted to `/GROUP/meetings/SLUG/taken-back`; nothing but the command.
    pub take_back: Option<Form>,
}

/// The chair's two answers. "It was so decided" is posted to `/GROUP/meetings/SLUG/decided` and carries
/// nothing but its command. An objection is posted to `/GROUP/meetings/SLUG/objected`: `objecting` (once
/// for each organisation), `objection`; its form shows at `/GROUP/meetings/SLUG?objects=yes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub decided: Form,
    pub objected: Form,
    /// The form of an objection is asked for (`?objects=yes`), or was refused.
    pub objects: bool,
    /// Organisations present: value, organisation.
    pub present: Vec<(String, Org)>,
    /// Values ticked.
    pub objecting: Vec<String>,
    pub reason: String,
    /// Where the group's rules allow votes.
    pub roll_call: Option<RollCall>,
}

/// The roll call, posted to `/GROUP/meetings/SLUG/vote`: for each organisation that is there `choice-VALUE`; its
/// form shows at `/GROUP/meetings/SLUG?votes=yes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollCall {
    pub form: Form,
    /// The form is asked for, or was refused.
    pub open: bool,
    pub majority: Majority,
    pub quorum: u32,
    /// Organisations that are there: value, organisation, the value of the choice that is ticked.
    pub present: Vec<(String, Org, String)>,
}

impl Put {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let (number, item) = &self.item;
        html! {
            section.clock aria-label=(words.t("put-title")) {
                p { (words.f("put-kind", &[("kind", self.kind.words(words).into())])) }
                b.words dir="auto" { (self.title) }
                p.text dir="auto" { (self.words) }
                p.m dir="auto" {
                    (words.f("put-item", &[("n", (*number).into()), ("title", item.as_str().into())]))
                    @if !self.mandates.is_empty() { " · " (words.f("put-mandates", &[("mandates", words.list(&self.mandates).into())])) }
                }
                @match &self.answer {
                    Some(answer) => (answer.show(cx, slug)),
                    None => p.m { (words.t("put-others")) },
                }
                @if let Some(form) = &self.take_back {
                    (form.post(&cx.group(&format!("meetings/{slug}/taken-back")), &html! {
                        button { (words.t("put-take-back")) } " " span.hint { (words.t("put-take-back-hint")) }
                    }))
                }
            }
        }
    }
}

impl Answer {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let meeting = cx.group(&format!("meetings/{slug}"));
        let present: Vec<_> = self
            .present
            .iter()
            .map(|(value, org)| (value.clone(), org.full()))
            .collect();
        html! {
            div.equal {
                (self.decided.post(&format!("{meeting}/decided"), &html! {
                    button { (words.t("put-decided")) small { (words.t("put-decided-hint")) } }
                }))
                a.btn href=(format!("{meeting}?objects=yes#objection")) { (words.t("put-objects")) small { (words.t("put-objects-hint")) } }
                @if self.roll_call.is_some() {
                    a.btn href=(format!("{meeting}?votes=yes#vote")) { (words.t("put-votes")) small { (words.t("put-votes-hint")) } }
                }
            }
            @if let Some(call) = self.roll_call.as_ref().filter(|call| call.open) { (call.show(words, &meeting)) }
            @if self.objects {
                div id="objection" {
                    (self.objected.post(&format!("{meeting}/objected"), &html! {
                        (ticks(&self.objected, "objecting", words.t("put-objecting"), &present, &self.objecting))
                        (self.objected.area(words, Input { name: "objection", label: words.t("put-reason"), hint: Some(words.t("put-reason-hint")), value: &self.reason, optional: true, ..Input::default() }, 3))
                        button { (words.t("put-objected")) } " " a.btn.still href=(meeting) { (words.t("put-back")) }
                    }))
                }
            }
        }
    }
}

impl RollCall {
    fn show(&self, words: &Words, meeting: &str) -> Markup {
        let options =
            Choice::ALL.map(|choice| (choice.value().to_owned(), choice.words(words).to_owned()));
        let unsaid = (String::new(), words.t("roll-call-choose").to_owned());
        let options: Vec<_> = std::iter::once(unsaid).chain(options).collect();
        html! {
            div id="vote" {
                h2 { (words.t("roll-call-title")) }
                p {
                    (words.f("roll-call-rules", &[("majority", self.majority.words(words).into()), ("quorum", self.quorum.into())]))
                }
                (self.form.post(&format!("{meeting}/vote"), &html! {
                    @for (value, org, chosen) in &self.present {
                        (self.form.choice(words, Input { name: &format!("choice-{value}"), label: &org.full(), value: chosen, ..Input::default() }, &options))
                    }
                    button.main { (words.t("roll-call-button")) } " " a.btn.still href=(meeting) { (words.t("put-back")) }
                }))
            }
        }
    }
}
