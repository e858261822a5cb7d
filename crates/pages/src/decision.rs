//! `/GROUP/decisions/NUMBER`: one decision, what is attached to it and what follows from it.

use maud::{Markup, html};

use crate::actions::ActionRow;
use crate::attaching::{Attach, Release};
use crate::ballot::{Count, VoteRow, rows};
use crate::clearance::Attached;
use crate::decisions::Basis;
use crate::frame::{Cx, View};
use crate::meetings::Importance;
use crate::organisation::Org;
use crate::pick::{in_address, links};
use crate::publication::beside_name;
use crate::steering::Because;
use crate::themes::Tagging;

/// A decision. For a visitor the handler fills in only what was released.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// "2026/4".
    pub number: String,
    pub title: String,
    /// What was decided, as it was put; empty for a decision that adopted a text.
    pub words: String,
    pub kind: Option<Importance>,
    pub basis: Basis,
    /// Day of adoption.
    pub adopted: String,
    /// Short name and title of the meeting that took it.
    pub meeting: Option<(String, String)>,
    /// Short name and title of the text that it adopted.
    pub text: Option<(String, String)>,
    /// Who took part, in protocol order.
    pub participants: Vec<Org>,
    /// Members that were not there, in protocol order; shown inside only.
    pub absent: Vec<Org>,
    /// The day until which those absent may attach their own words; `None`: it has passed, or the
    /// decision was not taken in a meeting.
    pub attach_until: Option<String>,
    /// Reservations and statements that this reader may see.
    pub attached: Vec<(Org, Attached)>,
    /// Mandates that it cites: bodies, or body and instrument.
    pub mandates: Vec<String>,
    /// Short name, name.
    pub themes: Vec<(String, String)>,
    /// The tick form of the themes, posted to `/GROUP/decisions/NUMBER/themes`.
    pub tag: Option<Tagging>,
    /// What follows from it; shown inside only.
    pub actions: Vec<ActionRow>,
    /// The reader belongs to the group.
    pub inside: bool,
    pub openness: Openness,
    pub release: Option<Release>,
    pub attach: Option<Attach>,
    /// The vote that led to it; shown inside only.
    pub vote: Option<(Count, Vec<VoteRow>)>,
    /// Day on which it was annulled, and why, where the reader may know.
    pub annulled: Option<(String, String)>,
    /// For the chair. Posted to `/GROUP/decisions/NUMBER/annul`: `annul_reason`.
    pub annul: Option<Because>,
    /// Number of the act.
    pub receipt: Option<u64>,
}

/// Who may read a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Openness {
    /// The group alone.
    #[default]
    Inside,
    /// All, once the text that it adopted is published.
    WithItsText,
    /// All, since that day.
    Since(String),
}

impl View for Decision {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words
            .f("decision-title", &[("number", self.number.as_str().into())])
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let beside = !self.themes.is_empty() || !self.mandates.is_empty() || self.tag.is_some();
        html! {
            @for form in [self.annul.as_ref().map(|a| &a.form), self.attach.as_ref().map(|a| &a.form), self.release.as_ref().map(|r| &r.form), self.tag.as_ref().map(|t| &t.form)].into_iter().flatten() {
                (form.summary(words))
            }
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("decisions")) { (words.t("place-decisions")) } " › " (self.number) }
            h1 dir="auto" { (self.title) }
            @if let Some((on, reason)) = &self.annulled {
                p.note {
                    (words.f("decision-annulled-on", &[("on", on.as_str().into())]))
                    @if !reason.is_empty() { " " span dir="auto" { (reason) } }
                }
            }
            (self.facts(cx))
            @if beside {
                div.two {
                    article { (self.article(cx)) }
                    aside.panel aria-label=(words.t("decision-aside")) { (self.beside(cx)) }
                }
            } @else { (self.article(cx)) }
            @if let Some(annul) = &self.annul {
                (annul.show(words, &cx.group(&self.path("annul")), "annul-title", "annul-means", ("annul_reason", false)))
            }
            @if let Some(receipt) = self.receipt {
                p.proof { a href=(cx.receipt(receipt)) { (words.t("place-record")) } ": " (words.t("decision-proof")) }
            }
        }
    }
}

impl Decision {
    /// The page's own address below the group.
    fn path(&self, then: &str) -> String {
        format!("decisions/{}/{then}", in_address(&self.number))
    }

    fn facts(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            dl.facts {
                div { dt { (words.t("decision-number")) } dd { (self.number) } }
                @if let Some(kind) = self.kind { div { dt { (words.t("decision-kind")) } dd { (kind.words(words)) } } }
                div {
                    dt { (words.t("decision-adopted")) }
                    dd { (words.f("published-adopted-line", &[("day", self.adopted.as_str().into()), ("basis", self.basis.words(words).into())])) }
                }
                @if let Some((slug, title)) = &self.meeting {
                    div { dt { (words.t("decision-meeting")) } dd { a href=(cx.group(&format!("meetings/{slug}"))) dir="auto" { (title) } } }
                }
                @if let Some((slug, title)) = &self.text {
                    div { dt { (words.t("decision-text")) } dd { a href=(cx.text(slug, "")) dir="auto" { (title) } } }
                }
                @if self.inside {
                    div {
                        dt { (words.t("decision-who-reads")) }
                        dd {
                            @match &self.openness {
                                Openness::Inside => @match &self.attach_until {
                                    Some(day) => (words.f("decision-inside-until", &[("day", day.as_str().into())])),
                                    None => (words.t("decision-inside")),
                                },
                                Openness::WithItsText => (words.t("decision-with-text")),
                                Openness::Since(day) => (words.f("decision-public-since", &[("day", day.as_str().into())])),
                            }
                        }
                    }
                }
            }
        }
    }

    fn article(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if self.words.is_empty() { @if self.text.is_some() { p { (words.t("decision-adopts-text")) } } }
            @else { p.text dir="auto" { (self.words) } }
            @if !self.attached.is_empty() {
                h2 { (words.t("publish-attached")) }
                @for (org, attached) in &self.attached {
                    (beside_name(words, org, attached))
                    @if self.inside { p.m { (words.t(if attached.to_be_published { "decision-attached-public" } else { "decision-attached-inside" })) } }
                }
            }
            @if let Some(attach) = &self.attach { (attach.show(cx, &self.path("attach"))) }
            @if self.inside {
                h2 { (words.t("decision-follows")) }
                @if self.actions.is_empty() { p.empty { (words.t("decision-nothing-follows")) } }
                @else { ul.rows { @for action in &self.actions { (action.row(cx, false)) } } }
            }
            @if let Some((count, said)) = self.vote.as_ref().filter(|_| self.inside) {
                h2 { (words.t("decision-vote")) }
                (count.show(words))
                (rows(words, said))
            }
            @if !self.participants.is_empty() && self.vote.is_none() {
                h2 { (words.t("decision-took-part")) }
                ul.cols { @for org in &self.participants { li dir="auto" { (org.full()) } } }
            }
            @if self.inside && self.vote.is_none() && !self.absent.is_empty() { p { (self.absence(cx)) } }
            @if let Some(release) = &self.release { (release.show(cx, &self.path("release"))) }
        }
    }

    /// "HWF and OSR were absent; they may attach …".
    fn absence(&self, cx: &Cx<'_>) -> String {
        let names: Vec<&str> = self.absent.iter().map(Org::brief).collect();
        let (n, names) = (self.absent.len(), cx.words.list(&names));
        match &self.attach_until {
            Some(day) => cx.words.f(
                "decision-absent-until",
                &[
                    ("n", n.into()),
                    ("names", names.into()),
                    ("day", day.as_str().into()),
                ],
            ),
            None => cx.words.f(
                "decision-absent",
                &[("n", n.into()), ("names", names.into())],
            ),
        }
    }

    fn beside(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if !self.mandates.is_empty() {
                h2 { (words.t("decision-mandates")) }
                ul.plain { @for mandate in &self.mandates { li { a href=(cx.group("mandates")) dir="auto" { (mandate) } } } }
            }
            @if !self.themes.is_empty() { h2 { (words.t("place-themes")) } (links(cx, "themes", &self.themes)) }
            @if let Some(tag) = &self.tag { (tag.show(cx, &self.path("themes"), !self.themes.is_empty())) }
        }
    }
}
