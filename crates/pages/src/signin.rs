//! `/signin/TOKEN`: the link asks for one press; a link that no longer works; signed out.

use maud::{Markup, html};

use crate::form::Form;
use crate::frame::{Cx, View};
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

impl View for SignIn {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("signin-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("signin-title")) }
            p.lede {
                (words.f("signin-as", &[
                    ("person", self.person.as_str().into()),
                    ("organisation", self.organisation.full().into()),
                ]))
            }
            (self.form.summary(words))
            (self.form.post(&format!("/signin/{}", self.token), &html! {
                button.main { (words.t("signin-button")) }
            }))
            p.note { (words.t("signin-once")) }
        }
    }
}

impl View for SignInEnded {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words
            .t(match self {
                Self::SignedOut => "signin-out-title",
                _ => "signin-ended-title",
            })
            .to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (self.title(cx)) }
            p.lede {
                (words.t(match self {
                    Self::Used => "signin-used",
                    Self::Expired => "signin-expired",
                    Self::Unknown => "signin-unknown",
                    Self::SignedOut => "signin-out",
                }))
            }
            @if *self != Self::SignedOut { p { (words.t("signin-ended-then")) } }
            @if cx.shell.group.is_some() { p { a href=(cx.group("")) { (words.t("signin-public")) } } }
            @else { p { a href="/" { (words.t("signin-public")) } } }
        }
    }
}
