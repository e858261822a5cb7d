//! A decision's two forms: an organisation attaches its own words, the secretariat makes it public.

use maud::{Markup, html};

use crate::clearance::Attached;
use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::organisation::{ActsFor, Org};
use crate::pick::{one_of, tick};

/// The form of an organisation that may attach a reservation or a statement. Posted to
/// `/GROUP/decisions/NUMBER/attach`: `attachment` (`reservation`, `statement` or `dissociation`), `statement` (the
/// words), `publish` (`yes` or absent).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attach {
    pub form: Form,
    pub acts_for: ActsFor,
    /// The last day, in words.
    pub until: String,
    /// As typed.
    pub attachment: String,
    pub statement: String,
    pub publish: bool,
}

/// The form that makes a decision public. Posted to `/GROUP/decisions/NUMBER/release`: `attached`,
/// once for each attachment that is published with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    pub form: Form,
    /// Attachments whose authors chose publication: value, author, words.
    pub attached: Vec<(String, Org, Attached)>,
    /// The values that are ticked.
    pub ticked: Vec<String>,
    /// How many more stay among the members, by their authors' choice.
    pub kept_inside: u32,
}

impl Attach {
    pub(crate) fn show(&self, cx: &Cx<'_>, path: &str) -> Markup {
        let words = cx.words;
        let kinds = [
            ("reservation", words.t("attachment-reservation")),
            ("statement", words.t("attachment-statement")),
            ("dissociation", words.t("attachment-dissociation")),
        ];
        html! {
            section #attach {
                h2 { (words.t("attach-title")) }
                p { b { (self.acts_for.sentence(words)) } }
                p { (words.f("attach-until", &[("day", self.until.as_str().into())])) }
                (self.form.post(&cx.group(path), &html! {
                    (one_of(&self.form, "attachment", words.t("say-attachment"), &kinds, &self.attachment))
                    (self.form.area(words, Input {
                        name: "statement", label: words.t("say-statement"), hint: Some(words.t("attach-words-hint")), value: &self.statement, ..Input::default()
                    }, 4))
                    (tick("publish", words.t("attach-publish"), self.publish, false))
                    button { (words.t("attach-button")) }
                }))
            }
        }
    }
}

impl Release {
    pub(crate) fn show(&self, cx: &Cx<'_>, path: &str) -> Markup {
        let words = cx.words;
        html! {
            section #release {
                h2 { (words.t("release-title")) }
                p { (words.t("release-means")) }
                (self.form.post(&cx.group(path), &html! {
                    @if !self.attached.is_empty() {
                        fieldset #f-attached {
                            legend { (words.t("release-with")) }
                            @for (at, (value, org, attached)) in self.attached.iter().enumerate() {
                                @let id = format!("f-attached-{at}");
                                p.tick {
                                    input type="checkbox" name="attached" value=(value) id=(id) checked[self.ticked.contains(value)];
                                    label for=(id) dir="auto" {
                                        (words.f("circulated-by", &[("what", attached.kind.words(words).into()), ("organisation", org.full().into())]))
                                    }
                                }
                                p.attached dir="auto" { (attached.text) }
                            }
                        }
                    }
                    @if self.kept_inside > 0 { p.hint { (words.f("release-kept", &[("n", self.kept_inside.into())])) } }
                    button.main { (words.t("release-button")) }
                }))
            }
        }
    }
}
