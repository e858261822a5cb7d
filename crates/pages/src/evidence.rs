//! How an answer reached the group that the secretariat enters: what it holds in its hands, and since when.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::organisation::Org;
use crate::when::When;
use crate::words::Words;

/// What the secretariat holds in its hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidenceKind {
    #[default]
    Mail,
    Letter,
    /// Another file: a PDF, a matrix.
    File,
}

/// An answer that the secretariat enters for another organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entering {
    pub organisation: Org,
    /// How it came, once that is said: the kind, when it arrived, and the name of the file that is kept.
    pub given: Option<(EvidenceKind, When, Option<String>)>,
    pub form: EvidenceForm,
}

/// The form that says how an answer came, multipart to `evidence` below the address of the answer:
/// `evidence` (an [`EvidenceKind::value`]), `date` and `time` of its arrival in the group's zone, `evidence_file`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceForm {
    pub form: Form,
    pub kind: EvidenceKind,
    pub date: String,
    pub time: String,
    /// Zone of the group's seat as people say it.
    pub zone: String,
}

impl EvidenceKind {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Mail, Self::Letter, Self::File];

    /// `mail`, `letter`, `file`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Letter => "letter",
            Self::File => "file",
        }
    }

    /// The kind behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == value)
    }

    /// "came by mail", of an answer that was entered.
    pub(crate) fn entered(self, words: &Words) -> &str {
        words.t(match self {
            Self::Mail => "heard-by-mail",
            Self::Letter => "heard-by-letter",
            Self::File => "heard-by-file",
        })
    }

    pub(crate) fn label(self, words: &Words) -> &str {
        words.t(match self {
            Self::Mail => "evidence-mail",
            Self::Letter => "evidence-letter",
            Self::File => "evidence-file-kind",
        })
    }
}

impl Entering {
    /// How it came, and the form that says so or changes it, posted to `action`.
    pub(crate) fn show(&self, words: &Words, action: &str) -> Markup {
        let open = self.given.is_none() || !self.form.form.problems.is_empty();
        html! {
            section #evidence {
                h2 { (words.t("evidence-title")) }
                @if let Some((kind, arrived, file)) = &self.given {
                    p {
                        (kind.entered(words)) " · " (arrived.in_full())
                        @if let Some(file) = file { " · " bdi { (file) } }
                    }
                }
                @if open { (self.form.show(words, action)) }
                @else { details { summary { (words.t("evidence-change")) } (self.form.show(words, action)) } }
            }
        }
    }
}

impl EvidenceForm {
    fn show(&self, words: &Words, action: &str) -> Markup {
        let form = &self.form;
        form.upload(action, &html! {
            (kinds(words, self.kind))
            p { (words.t("evidence-arrived")) }
            (crate::round::moment(words, form, words.t("evidence-day"), (&self.date, &self.time), &self.zone))
            (form.any_file(words, Input {
                name: "evidence_file", label: words.t("evidence-file"), hint: Some(words.t("evidence-file-hint")), optional: true, ..Input::default()
            }))
            button { (words.t("evidence-button")) }
        })
    }
}

/// What the secretariat holds in its hands, as radio buttons: `evidence`.
pub(crate) fn kinds(words: &Words, chosen: EvidenceKind) -> Markup {
    html! {
        fieldset {
            legend { (words.t("evidence-kind")) }
            @for kind in EvidenceKind::ALL {
                @let id = format!("f-evidence-{}", kind.value());
                p.tick {
                    input type="radio" name="evidence" value=(kind.value()) id=(id) checked[chosen == kind];
                    label for=(id) { (kind.label(words)) }
                }
            }
        }
    }
}
