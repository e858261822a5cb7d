//! Saying something in a clearance: the form for each answer, "You are about to say", the answer
//! that is held.

use crate::clearance::Attached;
use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::ActsFor;
use crate::text::TextHead;
use crate::when::When;
use crate::words::Words;

/// An answer as it is chosen on the page of the clearance (`?say=` with [`PositionKind::value`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PositionKind {
    #[default]
    Agrees,
    /// With a reservation or a statement.
    AgreesWith,
    /// With or without a proposed wording.
    Objects,
    AdReferendum,
    /// A statement or reservation alone: neither agreement nor objection.
    StatementOnly,
    /// Does not take part, or dissociates.
    DoesNotTakePart,
}

/// The form for one answer. Posted to `/GROUP/texts/SLUG/clearance/position`: `say`, `attachment`
/// (`reservation` or `statement`), `statement`, `publish` (ticked or absent), `reason`, `wording`,
/// `until` (`YYYY-MM-DD`, ad referendum), `way` (`does_not_take_part` or `dissociates`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    pub head: TextHead,
    pub acts_for: ActsFor,
    pub until: When,
    pub kind: PositionKind,
    pub form: Form,
    pub typed: Typed,
    /// Set for the second step: shows what is about to be said, with the same fields hidden and
    /// `step` = `confirm`; the first step sends `step` = `preview`, "change it" sends `step` = `change`.
    pub preview: bool,
    /// A position that this one replaces.
    pub replaces: Option<Said>,
    /// The deadline has passed: the answer will be recorded as late and has no effect.
    pub late: bool,
}

/// What was typed into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// `reservation` or `statement`.
    pub attachment: String,
    pub statement: String,
    pub publish: bool,
    pub reason: String,
    pub wording: String,
    /// Day by which the headquarters confirms, `YYYY-MM-DD`.
    pub until: String,
    /// The same day in words, for the preview.
    pub until_words: String,
    /// `does_not_take_part` or `dissociates`.
    pub way: String,
}

/// A position that is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub position: Position,
    pub on: When,
    pub receipt: u64,
    pub reason: Option<String>,
    pub wording: Option<String>,
    /// Day by which an agreement ad referendum is confirmed.
    pub confirmed_by: Option<String>,
    pub attached: Vec<Attached>,
}

/// A position as the record has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    #[default]
    Agrees,
    AdReferendum,
    Objects,
    ObjectsWithText,
    Dissociates,
    DoesNotTakePart,
    /// Only attachments.
    None,
    /// Entered by the secretariat, and it can be read both ways.
    Doubtful,
}

impl PositionKind {
    /// The value of `say`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::AgreesWith => "agrees_with",
            Self::Objects => "objects",
            Self::AdReferendum => "ad_referendum",
            Self::StatementOnly => "statement_only",
            Self::DoesNotTakePart => "does_not_take_part",
        }
    }

    /// The kind behind a value of `say`.
    pub fn of(value: &str) -> Option<Self> {
        crate::clearance::ANSWERS
            .into_iter()
            .find(|kind| kind.value() == value)
    }

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Agrees => "say-agrees",
            Self::AgreesWith => "say-agrees-with",
            Self::Objects => "say-objects",
            Self::AdReferendum => "say-ad-referendum",
            Self::StatementOnly => "say-statement-only",
            Self::DoesNotTakePart => "say-not-part",
        }
    }

    pub(crate) fn hint(self) -> &'static str {
        match self {
            Self::Agrees => "say-agrees-hint",
            Self::AgreesWith => "say-agrees-with-hint",
            Self::Objects => "say-objects-hint",
            Self::AdReferendum => "say-ad-referendum-hint",
            Self::StatementOnly => "say-statement-only-hint",
            Self::DoesNotTakePart => "say-not-part-hint",
        }
    }
}

impl View for Say {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words
            .t(if self.preview {
                "say-preview-title"
            } else {
                self.kind.key()
            })
            .to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.form.summary(words))
            (self.head.show(cx, None))
            h1 { (self.title(cx)) }
            p { b { (self.acts_for.sentence(words)) } }
            p.lede dir="auto" { (self.head.title) ", " (self.head.version) ". " (words.t("clearance-until")) " " (self.until.in_full()) "." }
            @if self.late { p.note { (words.t("say-late")) } }
            @if let Some(said) = &self.replaces { p.note { (words.t("say-replaces")) " " (said.position.words(words)) "." } }
            @if self.preview { (self.shown_before_sent(cx)) } @else { (self.asked(cx)) }
        }
    }
}

impl Say {
    fn asked(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            p { (words.t(self.kind.hint())) "." }
            (self.form.post(&cx.text(&self.head.slug, "clearance/position"), &html! {
                (hidden("say", self.kind.value()))
                (self.fields(words))
                div.commit {
                    button.main name="step" value="preview" { (words.t("say-preview-button")) }
                    a.btn href=(cx.text(&self.head.slug, "clearance")) { (words.t("say-back")) }
                }
            }))
        }
    }

    fn fields(&self, words: &Words) -> Markup {
        let (form, typed) = (&self.form, &self.typed);
        let kinds = [
            ("statement", "attachment-statement"),
            ("reservation", "attachment-reservation"),
            ("editorial", "attachment-editorial"),
        ];
        let statement = |optional: bool, kinds: &[(&str, &str)]| {
            html! {
                (self.either(words, "attachment", "say-attachment", &typed.attachment, kinds))
                (form.area(words, Input {
                    name: "statement", label: words.t("say-statement"), hint: Some(words.t("say-statement-field-hint")),
                    value: &typed.statement, optional, ..Input::default()
                }, 5))
                p.tick {
                    input type="checkbox" name="publish" value="yes" id="f-publish" checked[typed.publish];
                    label for="f-publish" { (words.t("say-publish")) }
                }
            }
        };
        html! {
            @match self.kind {
                PositionKind::Agrees => {}
                PositionKind::AgreesWith => (statement(false, &kinds[..2])),
                PositionKind::StatementOnly => (statement(false, &kinds)),
                PositionKind::AdReferendum => (form.input(words, Input {
                    name: "until", label: words.t("say-until"), value: &typed.until, kind: "date", ..Input::default()
                })),
                PositionKind::Objects => {
                    (form.area(words, Input {
                        name: "reason", label: words.t("say-reason"), hint: Some(words.t("say-reason-hint")), value: &typed.reason, ..Input::default()
                    }, 4))
                    (form.area(words, Input {
                        name: "wording", label: words.t("say-wording"), hint: Some(words.t("say-wording-hint")), value: &typed.wording, optional: true, ..Input::default()
                    }, 4))
                }
                PositionKind::DoesNotTakePart => {
                    (self.either(words, "way", "say-way", &typed.way, &[("does_not_take_part", "say-way-not-part"), ("dissociates", "say-way-dissociates")]))
                    (statement(true, &kinds[..2]))
                }
            }
        }
    }

    /// Some choices; the first is chosen when nothing was.
    fn either(
        &self,
        words: &Words,
        name: &str,
        legend: &str,
        typed: &str,
        options: &[(&str, &str)],
    ) -> Markup {
        html! {
            fieldset {
                legend { (words.t(legend)) }
                @if let Some(problem) = self.form.problem(name) { div.problem id=(format!("f-{name}")) { (problem) } }
                @for (at, (value, key)) in options.iter().copied().enumerate() {
                    p.tick {
                        input type="radio" name=(name) value=(value) id=(format!("f-{name}-{at}")) checked[typed == value || (typed.is_empty() && at == 0)];
                        label for=(format!("f-{name}-{at}")) { (words.t(key)) }
                    }
                }
            }
        }
    }

    /// What belongs to this answer of all that was typed: reason, wording, statement.
    fn relevant(&self) -> (&str, &str, &str) {
        let typed = &self.typed;
        match self.kind {
            PositionKind::Agrees | PositionKind::AdReferendum => ("", "", ""),
            PositionKind::Objects => (&typed.reason, &typed.wording, ""),
            PositionKind::AgreesWith
            | PositionKind::StatementOnly
            | PositionKind::DoesNotTakePart => ("", "", &typed.statement),
        }
    }

    fn shown_before_sent(&self, cx: &Cx<'_>) -> Markup {
        let (words, typed) = (cx.words, &self.typed);
        let (reason, wording, statement) = self.relevant();
        let dissociates = self.kind == PositionKind::DoesNotTakePart && typed.way == "dissociates";
        let attached = match typed.attachment.as_str() {
            _ if dissociates => "attachment-dissociation",
            "reservation" => "attachment-reservation",
            "editorial" => "attachment-editorial",
            _ => "attachment-statement",
        };
        html! {
            div.clock {
                p { (words.t("say-about-to")) }
                b.words dir="auto" { (self.in_words(words)) }
                @for (key, text) in [("say-preview-reason", reason), ("say-preview-wording", wording), (attached, statement)] {
                    @if !text.is_empty() { p.m { (words.t(key)) } p.text dir="auto" { (text) } }
                }
                @if !statement.is_empty() { p.m { (words.t(if typed.publish { "say-published" } else { "say-not-published" })) } }
                p { (words.t(self.consequence())) }
            }
            (self.form.post(&cx.text(&self.head.slug, "clearance/position"), &html! {
                (hidden("say", self.kind.value()))
                (hidden("attachment", &typed.attachment))
                (hidden("statement", statement))
                @if typed.publish { (hidden("publish", "yes")) }
                (hidden("reason", reason))
                (hidden("wording", wording))
                (hidden("until", &typed.until))
                (hidden("way", &typed.way))
                div.commit {
                    button.main name="step" value="confirm" { (words.t("say-confirm")) }
                    button name="step" value="change" { (words.t("say-change")) }
                    a.btn href=(cx.text(&self.head.slug, "clearance")) { (words.t("say-back")) }
                }
            }))
        }
    }

    /// The whole position as a sentence of the organisation.
    fn in_words(&self, words: &Words) -> String {
        let org = (
            "organisation",
            self.acts_for.organisation.name.as_str().into(),
        );
        let text = ("text", self.head.title.as_str().into());
        match self.kind {
            PositionKind::Agrees => words.f("say-words-agrees", &[org, text]),
            PositionKind::AgreesWith if self.typed.attachment == "reservation" => {
                words.f("say-words-agrees-reservation", &[org, text])
            }
            PositionKind::AgreesWith => words.f("say-words-agrees-statement", &[org, text]),
            PositionKind::Objects if self.typed.wording.is_empty() => {
                words.f("say-words-objects", &[org, text])
            }
            PositionKind::Objects => words.f("say-words-objects-text", &[org, text]),
            PositionKind::AdReferendum => words.f(
                "say-words-ad-referendum",
                &[org, text, ("until", self.typed.until_words.as_str().into())],
            ),
            PositionKind::StatementOnly if self.typed.attachment == "editorial" => {
                words.f("say-words-editorial", &[org, text])
            }
            PositionKind::StatementOnly => words.f("say-words-statement-only", &[org, text]),
            PositionKind::DoesNotTakePart if self.typed.way == "dissociates" => {
                words.f("say-words-dissociates", &[org, text])
            }
            PositionKind::DoesNotTakePart => words.f("say-words-not-part", &[org, text]),
        }
    }

    fn consequence(&self) -> &'static str {
        match self.kind {
            _ if self.late => "say-late",
            PositionKind::Objects => "say-means-objects",
            _ => "say-means-other",
        }
    }
}

impl Said {
    /// What is held, with its receipt.
    pub(crate) fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            p {
                b { (self.position.words(words)) }
                @if let Some(day) = &self.confirmed_by { ", " (words.f("said-confirmed-by", &[("day", day.as_str().into())])) }
                ". " (self.on.show()) " · " a href=(cx.receipt(self.receipt)) { (words.t("flash-receipt")) }
            }
            @if let Some(reason) = &self.reason { p.text dir="auto" { (reason) } }
            @if let Some(wording) = &self.wording { p.text dir="auto" { (wording) } }
            @for attached in &self.attached { (attached.show(words)) }
        }
    }
}

impl Position {
    /// "You agree", "You object", …
    pub(crate) fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Agrees => "said-agrees",
            Self::AdReferendum => "said-ad-referendum",
            Self::Objects => "said-objects",
            Self::ObjectsWithText => "said-objects-text",
            Self::Dissociates => "said-dissociates",
            Self::DoesNotTakePart => "said-not-part",
            Self::None => "said-statement-only",
            Self::Doubtful => "said-doubtful",
        })
    }
}

fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}
