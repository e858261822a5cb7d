//! `/signin/TOKEN`: the link asks for one press; a link that no longer works; signed out.

use crate::form::Form;
use crate::organisation::Org;

/// The page behind a link that still works. Opening it changes nothing; the button does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignIn {
    pub token: String,
    pub form: Form,
    pub person: String,
    pub organisation: Org,
}

/// Why a link does not sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInEnded {
    /// Used once already.
    Used,
    Expired,
    /// No such link, or its seat has ended.
    Unknown,
    /// Signed out by the person.
    SignedOut,
}
