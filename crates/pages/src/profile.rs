//! What an organisation works on: as it stated it, and the form in which it does.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::Cx;
use crate::pick::ticks;

/// A theme on which an organisation works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorksOn {
    /// Short name and name of the theme.
    pub theme: (String, String),
    /// How, in the group's own words: "prevention". Empty: it does not say.
    pub approaches: Vec<String>,
}

/// The form in which an organisation states what it works on. Posted to
/// `/GROUP/members/SLUG/profile`: for each theme `works_on_SLUG`, once for each approach that is
/// ticked (an approach in the group's words, or `yes` in a group without approaches), and
/// `profile_words`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StateProfile {
    pub form: Form,
    /// The group's approaches, in its own words.
    pub approaches: Vec<String>,
    pub themes: Vec<ProfileTheme>,
    pub words: String,
}

/// A theme in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileTheme {
    pub slug: String,
    pub name: String,
    /// The values that are ticked.
    pub ticked: Vec<String>,
}

/// Each theme with how it is worked on.
pub(crate) fn works_on(cx: &Cx<'_>, rows: &[WorksOn]) -> Markup {
    html! {
        ul.plain {
            @for row in rows {
                li {
                    a href=(cx.group(&format!("themes/{}", row.theme.0))) dir="auto" { (row.theme.1) }
                    @if !row.approaches.is_empty() { ": " bdi { (row.approaches.join(cx.words.t("list-comma"))) } }
                }
            }
        }
    }
}

impl StateProfile {
    pub(crate) fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let mut options: Vec<_> = self
            .approaches
            .iter()
            .map(|a| (a.clone(), a.clone()))
            .collect();
        if options.is_empty() {
            options.push(("yes".to_owned(), words.t("profile-works").to_owned()));
        }
        html! {
            section #profile {
                h2 { (words.t("profile-title")) }
                p { (words.t("profile-lede")) }
                (self.form.post(&cx.group(&format!("members/{slug}/profile")), &html! {
                    @for theme in &self.themes {
                        (ticks(&self.form, &format!("works_on_{}", theme.slug), &theme.name, &options, &theme.ticked))
                    }
                    (self.form.area(words, Input {
                        name: "profile_words", label: words.t("profile-words"), hint: Some(words.t("profile-words-hint")), value: &self.words, optional: true, ..Input::default()
                    }, 4))
                    button { (words.t("profile-button")) }
                }))
            }
        }
    }
}
