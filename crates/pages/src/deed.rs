//! What happened, in words: one sentence for each kind of act.

use crate::organisation::Org;
use crate::when::When;

/// An act as pages tell it. What a kind has no use for stays empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    /// `return.received`, as in the record.
    pub kind: String,
    /// Who acted; `None` when the system did (a deadline).
    pub organisation: Option<Org>,
    /// Title of the text it is about.
    pub text: String,
    /// What else the sentence names: a version, an organisation, a person, a number, a setting.
    pub about: String,
    /// The form it took, as a word of the record: `marked_up`, `objects`, `member`.
    pub form: String,
    pub proposals: u32,
    pub comments: u32,
    pub when: When,
    /// Where it shows.
    pub href: Option<String>,
}
