//! The answer to a proposal or a comment: verdict, wording, reason, and the form that gives it.

use crate::form::Form;

/// The penholder's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub verdict: Verdict,
    /// The wording, when taken in other words.
    pub wording: Option<String>,
    pub reason: Option<String>,
    /// Who of the penholder's team answered; shown at the desk only.
    pub by: Option<String>,
}

/// How a proposal is answered. Values in forms are those of [`Verdict::value`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    #[default]
    Taken,
    InOtherWords,
    NotTaken,
    Noted,
    Bracketed,
    LeftForDiscussion,
}

/// The one open answer form, posted to `/GROUP/texts/SLUG/comments/answer`: `item` (id of the
/// proposal or comment), `seen`, `verdict` (a [`Verdict::value`] or `undo`), `wording`, `reason`,
/// `show`, `page`, `only` (the filter to come back to).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerForm {
    pub form: Form,
    /// The revision of the answer that the reader saw; another one in between is a meeting of two.
    pub seen: String,
    /// As typed, or as answered so far.
    pub wording: String,
    pub reason: String,
    /// Somebody else's answer that came in between; what was typed is kept in the fields.
    pub theirs: Option<Answer>,
}

impl Verdict {
    /// All, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Taken,
        Self::InOtherWords,
        Self::NotTaken,
        Self::Noted,
        Self::Bracketed,
        Self::LeftForDiscussion,
    ];

    /// `taken`, `in_other_words`, …
    pub fn value(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::InOtherWords => "in_other_words",
            Self::NotTaken => "not_taken",
            Self::Noted => "noted",
            Self::Bracketed => "bracketed",
            Self::LeftForDiscussion => "left_for_discussion",
        }
    }

    /// The verdict behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|verdict| verdict.value() == value)
    }
}
