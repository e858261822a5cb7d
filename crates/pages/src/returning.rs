//! `/GROUP/texts/SLUG/return`: a focal point answers a round.

use crate::form::Form;
use crate::organisation::ActsFor;
use crate::read::Download;
use crate::round::Heard;
use crate::text::TextHead;
use crate::when::When;

/// The page on which an organisation answers a round. Three forms, all multipart or urlencoded to
/// `/GROUP/texts/SLUG/return`, told apart by `answer`: `marked_up` (with `file`), `no_comments`,
/// `not_in_our_mandate`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    pub head: TextHead,
    pub acts_for: ActsFor,
    pub closes: When,
    /// What the round asks for, in the words of whoever opened it.
    pub instructions: String,
    /// The draft to mark up.
    pub draft: Option<Download>,
    /// What is held from this organisation already; [`Heard::NotYet`] for nothing.
    pub held: Heard,
    /// Number of the act that recorded it.
    pub receipt: Option<u64>,
    /// A file that was sent but not confirmed: it waits on the check page.
    pub waiting: Option<String>,
    /// The round no longer takes returns.
    pub closed: bool,
    pub upload: Form,
    pub no_comments: Form,
    pub not_in_our_mandate: Form,
}
