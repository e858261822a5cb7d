//! `/GROUP/themes`, and the ticks by which a text, a decision or an action is given its themes.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::member::days;
use crate::pick::{folded, ticks};
use crate::words::Words;

pub use crate::theme::{LinkTheme, Linked, Theme, WhoWorks};

/// Subjects to which the group turns, in its own order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    pub rows: Vec<ThemeRow>,
    /// Links to who works on what: for a group with themes of its own.
    pub coverage: bool,
    /// For the secretariat.
    pub open: Option<OpenTheme>,
}

/// A theme in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeRow {
    pub slug: String,
    pub name: String,
    pub since: String,
    /// The day on which it was closed.
    pub until: Option<String>,
    /// Recorded from a source; `since` is the day of the meeting of which it tells.
    pub recorded: bool,
}

/// The form that opens a theme. Posted to `/GROUP/themes`: `name`, `slug`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTheme {
    pub form: Form,
    pub name: String,
    pub slug: String,
}

/// The secretariat's ticks: which themes something carries. Posts `themes`, the short name of each
/// that is ticked; none ticked takes all away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagging {
    pub form: Form,
    /// Short name, name of each open theme.
    pub themes: Vec<(String, String)>,
    /// Short names.
    pub ticked: Vec<String>,
}

impl View for Themes {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-themes").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let (closed, open): (Vec<_>, Vec<_>) = self.rows.iter().partition(|r| r.until.is_some());
        html! {
            @if let Some(open) = &self.open { (open.form.summary(words)) }
            h1 { (words.t("place-themes")) }
            p.lede { (words.t("themes-lede")) }
            @if self.coverage { p.invite { a href=(cx.group("members/coverage")) { (words.t("coverage-title")) } } }
            @if open.is_empty() { p.empty { (words.t(if self.open.is_some() { "themes-empty-open" } else { "themes-empty" })) } }
            @else { ul.rows { @for row in open { (row.show(cx)) } } }
            @if !closed.is_empty() { h2 { (words.t("themes-closed")) } ul.rows { @for row in closed { (row.show(cx)) } } }
            @if let Some(open) = &self.open { (open.show(cx)) }
        }
    }
}

impl ThemeRow {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        html! {
            li.row {
                a.t href=(cx.group(&format!("themes/{}", self.slug))) dir="auto" { (self.name) }
                div.w.m { (life(cx.words, &self.since, self.until.as_deref(), self.recorded)) }
            }
        }
    }
}

/// Since when, and until when; of one that a source tells of, the meeting.
fn life(words: &Words, since: &str, until: Option<&str>, recorded: bool) -> String {
    if recorded && until.is_none() {
        words.f("themes-since", &[("day", since.into())])
    } else {
        days(words, since, until)
    }
}

impl OpenTheme {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            section {
                h2 { (words.t("theme-open-title")) }
                (form.post(&cx.group("themes"), &html! {
                    (form.input(words, Input { name: "name", label: words.t("theme-name"), value: &self.name, ..Input::default() }))
                    (form.input(words, Input {
                        name: "slug", label: words.t("new-text-slug"), hint: Some(words.t("theme-slug-hint")), value: &self.slug, width: 28, ..Input::default()
                    }))
                    button { (words.t("theme-open-button")) }
                }))
            }
        }
    }
}

impl Tagging {
    /// The form behind its title; `some`: it carries themes already.
    pub(crate) fn show(&self, cx: &Cx<'_>, path: &str, some: bool) -> Markup {
        let words = cx.words;
        let fields = self.form.post(
            &cx.group(path),
            &html! {
                (ticks(&self.form, "themes", words.t("tag-legend"), &self.themes, &self.ticked))
                button { (words.t("tag-button")) }
            },
        );
        html! {
            @if !self.themes.is_empty() {
                (folded(words.t(if some { "tag-change" } else { "tag-give" }), &self.form, &fields))
            }
        }
    }
}
