//! What happened, in words: one sentence for each kind of act.

use crate::frame::Cx;
use crate::organisation::Org;
use crate::when::When;
use crate::words::Words;
use maud::{Markup, html};

/// An act as pages tell it. What a kind has no use for stays empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    /// `return.received`, as in the record.
    pub kind: String,
    /// Who acted; `None` when the system did (a deadline).
    pub organisation: Option<Org>,
    /// Title of the text, the meeting or the decision it is about; what an action is.
    pub text: String,
    /// What else the sentence names: a version, an organisation, a person, a number, a setting, a
    /// theme, a symbol, an item.
    pub about: String,
    /// The form it took, as a word of the record: `marked_up`, `objects`, `member`.
    pub form: String,
    pub proposals: u32,
    pub comments: u32,
    pub when: When,
    /// Where it shows.
    pub href: Option<String>,
}

impl Deed {
    /// The sentence: "HWF returned comments on “Joint statement on recruitment fees”: 14 proposals".
    pub fn sentence(&self, words: &Words) -> String {
        let key = format!("deed-{}", self.kind.replace(['.', '_'], "-"));
        let args = [
            (
                "organisation",
                self.organisation.as_ref().map_or("", Org::brief).into(),
            ),
            ("text", self.text.as_str().into()),
            ("about", self.about.as_str().into()),
            ("form", self.form.as_str().into()),
            ("proposals", self.proposals.into()),
            ("comments", self.comments.into()),
        ];
        if words.has(&key) {
            words.f(&key, &args)
        } else {
            words.f("deed-other", &[("kind", self.kind.as_str().into())])
        }
    }

    /// A row of a list of what happened.
    pub(crate) fn row(&self, cx: &Cx<'_>) -> Markup {
        let sentence = self.sentence(cx.words);
        html! {
            li.row {
                div dir="auto" {
                    @if let Some(href) = &self.href { a.t.still href=(href) { (sentence) } }
                    @else { span.t { (sentence) } }
                }
                div.w.m { (self.when.show()) }
            }
        }
    }
}
