//! The one open form of the desk: as it begins, as it was typed, beside an answer that came in between.

use office::desk::{CompilationSeen, Desk};
use pages::Form;
use pages::answer::{Answer, AnswerForm, Verdict};

use crate::app::App;
use crate::posted::Posted;
use crate::show::{self, words};

/// The one open form of the page.
pub(super) struct Open {
    pub(super) item: String,
    pub(super) form: AnswerForm,
}

impl Open {
    /// The form as it is opened: with the answer so far.
    pub(super) fn begun(app: &App, compilation: &CompilationSeen, item: &str) -> Self {
        let draft = compilation.answers.get(item);
        let text = |part: Option<&String>| part.cloned().unwrap_or_default();
        let form = AnswerForm {
            form: show::form(app),
            seen: draft
                .map(|(_, revision)| revision.to_string())
                .unwrap_or_default(),
            wording: text(draft.and_then(|(answer, _)| answer.wording.as_ref())),
            reason: text(draft.and_then(|(answer, _)| answer.reason.as_ref())),
            theirs: None,
        };
        Self {
            item: item.to_owned(),
            form,
        }
    }

    /// The form as it was typed.
    pub(super) fn typed(posted: &Posted, form: Form) -> Self {
        let form = AnswerForm {
            form,
            seen: posted.text("seen").to_owned(),
            wording: posted.text("wording").to_owned(),
            reason: posted.text("reason").to_owned(),
            theirs: None,
        };
        Self {
            item: posted.text("item").to_owned(),
            form,
        }
    }

    /// The form as it was typed, beside the answer that came in between.
    pub(super) fn met(
        desk: &Desk<'_>,
        posted: &Posted,
        form: Form,
        theirs: Option<(office::Answer, u64)>,
    ) -> Self {
        // The other one took the answer back: there is none to show, only what happened.
        let form = match theirs {
            Some(_) => form,
            None => form.refused("", words().t("problem-answer-gone")),
        };
        let mut open = Self::typed(posted, form);
        open.form.seen = theirs
            .as_ref()
            .map(|(_, revision)| revision.to_string())
            .unwrap_or_default();
        open.form.theirs = theirs.map(|(answer, _)| Answer {
            verdict: Verdict::of(answer.verdict.word()).unwrap_or_default(),
            wording: answer.wording,
            reason: answer.reason,
            by: desk.answerer(answer.by),
        });
        open
    }
}
