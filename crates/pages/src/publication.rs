//! Publishing an adopted text.

use crate::clearance::Attached;
use maud::{Markup, html};

use crate::form::Form;
use crate::frame::Cx;
use crate::organisation::Org;
use crate::words::Words;

/// What the public will read, before it is published. Posted to `/GROUP/texts/SLUG/publish`:
/// `publish_anyway` when ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    pub form: Form,
    /// The forms of names of those that endorse it.
    pub endorsed: Vec<String>,
    /// Members that do not, for the one who publishes.
    pub not_endorsed: Vec<Org>,
    /// Reservations and statements whose authors chose publication.
    pub attached: Vec<(Org, Attached)>,
    /// The text speaks for "the members" and not all endorse: asks for a tick.
    pub speaks_for_all: bool,
}

impl Publication {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            section #publish {
                h2 { (words.t("publish-title")) }
                p { (words.t("publish-lede")) }
                h3 { (words.f("publish-endorsed", &[("n", self.endorsed.len().into())])) }
                @if self.endorsed.is_empty() { p.empty { (words.t("publish-no-one")) } }
                @else { ul.cols { @for name in &self.endorsed { li dir="auto" { (name) } } } }
                @if !self.not_endorsed.is_empty() {
                    p { (words.t("publish-not-endorsed")) " " @for (at, org) in self.not_endorsed.iter().enumerate() { @if at > 0 { ", " } (org.abbreviated()) } }
                }
                @if !self.attached.is_empty() {
                    h3 { (words.t("publish-attached")) }
                    @for (org, attached) in &self.attached { (beside_name(words, org, attached)) }
                }
                (self.form.post(&cx.text(slug, "publish"), &html! {
                    @if self.speaks_for_all {
                        p.tick {
                            input type="checkbox" name="publish_anyway" value="yes" id="f-publish_anyway";
                            label for="f-publish_anyway" { (words.t("publish-anyway")) }
                        }
                    }
                    button.main { (words.t("publish-button")) }
                }))
            }
        }
    }
}

/// A reservation or statement with the name of its author.
pub(crate) fn beside_name(words: &Words, org: &Org, attached: &Attached) -> Markup {
    html! {
        p.attached dir="auto" {
            b { (words.f("circulated-by", &[("what", attached.kind.words(words).into()), ("organisation", org.full().as_str().into())])) @if !attached.text.is_empty() { ":" } }
            " " (attached.text)
        }
    }
}
